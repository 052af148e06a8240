"""What an absence does to a clock that police policy runs: nothing falls due while nobody can be met."""

from datetime import date

from watchkeeper.law.clocks import days_after
from watchkeeper.law.swift import dataclass
from watchkeeper.law.wording import day
from watchkeeper.people.facts import Away, AwayKind, away_on


@dataclass(frozen=True, slots=True)
class Absence:
    """An unbroken time out of reach that is over. `until` is the day of release or return.

    `released` is True when any part of it was remand, custody or hospital; time abroad
    alone ends in a return, not a release.
    """

    since: date
    until: date
    released: bool


def at_liberty_since(away: tuple[Away, ...], *, on: date) -> date | None:
    """The latest release or return not after `on`; None when away on `on`, or never away.

    >>> spell = Away("A1", AwayKind.CUSTODY, date(2026, 6, 1), date(2026, 12, 10))
    >>> at_liberty_since((spell,), on=date(2026, 12, 10))
    datetime.date(2026, 12, 10)
    >>> at_liberty_since((spell,), on=date(2026, 12, 9)) is None
    True
    """
    if not away or away_on(away, on) is not None:
        return None
    return max((one.until for one in away if one.until is not None and one.until <= on), default=None)


def absences(away: tuple[Away, ...], *, on: date) -> tuple[Absence, ...]:
    """The absences that were over by `on`, oldest first; touching spans are one absence.

    Remand that turns into custody on the same day is one absence with one release. An
    absence that still runs on `on` is not in the list: while it runs the clock is held.
    """
    if not away:
        return ()
    joined: list[Absence] = []
    for one in sorted(away, key=lambda span: (span.since, span.ref)):
        until = one.until if one.until is not None else date.max
        if one.since > on or until <= one.since:
            continue
        released = one.kind is not AwayKind.ABROAD
        if joined and one.since <= joined[-1].until:
            before = joined[-1]
            joined[-1] = Absence(before.since, max(before.until, until), before.released or released)
        else:
            joined.append(Absence(one.since, until, released))
    return tuple(one for one in joined if one.until <= on)


def waits(away: Away, allowed: str) -> str:
    """Why a clock of policy is held, and what starts it again; `allowed` is the time given after that.

    >>> waits(Away("A1", AwayKind.CUSTODY, date(2026, 6, 1), None), "15 days")
    'custody since 1 June 2026; the clock starts again on release, with 15 days allowed'
    """
    ends = "return" if away.kind is AwayKind.ABROAD else "release"
    return f"{away.kind} since {day(away.since)}; the clock starts again on {ends}, with {allowed} allowed"


@dataclass(frozen=True, slots=True)
class Carried:
    """A last day carried across absences, and the absence that set it, when one did."""

    by: date | None
    absence: Absence | None = None


def carried(
    by: date | None, over: tuple[Absence, ...], *, after: date | None, days: int, short_days: int
) -> Carried:
    """The last day `by` as it stands after every absence that ended later than `after`.

    Police policy, not statute: Part 2 has clocks of its own. Four cases, in the order of time:

    - the day fell while away, or later: release sets it to `days` days after release, whatever
      it was before, because a released person is met afresh;
    - the same on return from abroad, but a day that falls later still is left alone;
    - the day had passed, at liberty, before the absence began: a duty missed stays missed.
      A night in a cell does not wipe out years of neglect;
    - unless the absence ended in release and lasted `short_days` days or longer. Then the
      clock begins afresh, or every release would be years overdue on its first morning.

    A later `by` never gives an earlier answer: no clock jumps back. `by` is None
    when there was no clock yet; a release starts one, a return does not.

    Examples
    --------
    Due in custody, released on Thursday 10 December: 15 days later is Christmas Day.

    >>> spell = Absence(date(2026, 6, 1), date(2026, 12, 10), True)
    >>> carried(date(2026, 7, 1), (spell,), after=None, days=15, short_days=28).by
    datetime.date(2026, 12, 25)
    """
    set_by: Absence | None = None
    for one in over:
        if after is not None and one.until <= after:
            continue
        if by is None:
            moves = one.released
        elif by < one.since:
            moves = one.released and (one.until - one.since).days >= short_days
        else:
            moves = one.released or by < days_after(days, one.until)
        if moves:
            by, set_by = days_after(days, one.until), one
    return Carried(by, set_by)
