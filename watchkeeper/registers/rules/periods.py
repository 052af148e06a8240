"""How long somebody is subject to notification. Sexual Offences Act 2003, ss.80 to 82 and 103G."""

from collections.abc import Iterable
from datetime import date, timedelta

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.swift import dataclass
from watchkeeper.law.wording import day
from watchkeeper.registers.facts import (
    Disposal,
    Duty,
    Order,
    OrderKind,
    Period,
    Sentence,
    Subject,
)
from watchkeeper.registers.rules.findings import S82, Stretch, stretch
from watchkeeper.registers.rules.terms import Term, terms

DAY = timedelta(days=1)
EXTENDING = frozenset({OrderKind.SHPO, OrderKind.INTERIM_SHPO, OrderKind.SOPO})
S103G = "Sexual Offences Act 2003, s.103G(1) and (2); Sentencing Act 2020, s.352"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The period on a day with all that stands behind it.

    `subject` is True whenever the record does not show otherwise: a person on the register
    whose facts are missing is treated as subject until they are found. `missing` names them.
    `endless` is the disposal that makes the period indefinite, whose review may be sought.
    """

    subject: bool
    period: Period | None
    given: tuple[Given, ...]
    missing: tuple[Given, ...]
    confirmed: bool
    endless: Disposal | None = None
    begins: date | None = None


def period(subject: Subject, law: Shelf, *, on: date) -> Period | None:
    """The notification period that runs on `on`, or the last one that ran before.

    s.82(1): the period in the table, "beginning with the relevant date", which is the date of
    conviction, finding or caution and never of sentence or release, s.82(6). The first day
    counts: two years from 15 January 2026 end on 14 January 2028. Of several periods that
    touch or overlap the longest governs. An order that prevents sexual harm carries it to its
    own end, s.103G. What happened after `on` is not counted.

    None where the relevant date, the sentence or the length of a term is missing and the
    period could therefore be longer than it looks.
    """
    return reckon(subject, law, on=on).period


def subject_to_notification(subject: Subject, law: Shelf, *, on: date) -> Decision:
    """Whether the person is subject to notification on `on`: a "relevant offender", s.80(2).

    Where a fact is missing the answer is yes, with what is missing as the reason: nobody
    falls off the register because somebody forgot to write something down.
    """
    reckoned = reckon(subject, law, on=on)
    if reckoned.missing:
        return Decision(
            tuple(
                Reason(True, f"{given.what}: {given.value}; treated as subject until it is found", given.cite)
                for given in reckoned.missing
            )
        )
    if reckoned.period is None:
        return Decision((Reason(False, reckoned.given[0].value, reckoned.given[0].cite),))
    ends = "without end" if reckoned.period.last is None else f"to the end of {day(reckoned.period.last)}"
    return Decision(
        (
            Reason(
                reckoned.subject,
                f"notification period from {day(reckoned.period.begins)} {ends}",
                reckoned.period.cite,
            ),
        )
    )


def period_due(reckoned: Reckoned) -> Due:
    """The end of the period as a clock: its last day, or why there is none, or what is missing."""
    found = reckoned.period
    if reckoned.missing:
        return Due(Duty.PERIOD, Standing.MISSING, None, S82, reckoned.missing + reckoned.given)
    if found is None or not reckoned.subject or found.last is None:
        cite = S82 if found is None else found.cite
        return Due(Duty.PERIOD, Standing.NONE, None, cite, reckoned.given, confirmed=reckoned.confirmed)
    return Due(
        Duty.PERIOD, Standing.OWED, found.last, found.cite, reckoned.given, confirmed=reckoned.confirmed
    )


def reckon(subject: Subject, law: Shelf, *, on: date) -> Reckoned:
    """Work out the period once, with the facts it rests on and those it lacks."""
    disposals = [d for d in subject.disposals if d.relevant_date is None or d.relevant_date <= on]
    orders = [o for o in subject.orders if o.made_on <= on]
    if not disposals and not any(o.kind in EXTENDING or o.kind is OrderKind.NOTIFICATION for o in orders):
        return _nothing(subject, orders)
    stretches: list[Stretch] = []
    missing: list[Given] = []
    counted = _terms(disposals, law, on)
    for disposal in disposals:
        made = stretch(disposal, counted.get(disposal.ref), subject, law, on)
        if isinstance(made, Stretch):
            stretches.append(made)
        else:
            missing.append(made)
    for order in orders:
        if order.kind in EXTENDING:
            stretches.append(_carried(order, on))
        elif order.kind is OrderKind.NOTIFICATION and not disposals:
            missing.append(
                Given("finding abroad", f"missing for order {order.ref}", "Sexual Offences Act 2003, s.98(2)")
            )
    return _joined(stretches, missing, disposals, on)


def registered_on(disposals: tuple[Disposal, ...], orders: tuple[Order, ...], *, on: date) -> date | None:
    """The first relevant date not after the day; failing that, the day of the first order made.

    Somebody on the register by an order alone has no relevant date here, and is managed from
    the order, APP MOSOVO. None when neither is recorded.
    """
    relevant = [d.relevant_date for d in disposals if d.relevant_date is not None and d.relevant_date <= on]
    return min(relevant or [order.made_on for order in orders if order.made_on <= on], default=None)


def _nothing(subject: Subject, orders: list[Order]) -> Reckoned:
    ahead = [d.relevant_date for d in subject.disposals if d.relevant_date is not None]
    if not orders:
        ahead.extend(o.made_on for o in subject.orders)
    if ahead:
        why = Given("notification period", f"not begun before {day(min(ahead))}", S82 + "(6)")
        return Reckoned(False, None, (why,), (), True)
    if orders:
        why = Given(
            "notification period", "none: no finding, and no order that makes notifiable", S82 + "(1)"
        )
        return Reckoned(False, None, (why,), (), True)
    lost = Given("finding", "missing: nothing recorded puts this person on the register", "s.80(1)")
    return Reckoned(True, None, (), (lost,), True)


def _terms(disposals: list[Disposal], law: Shelf, on: date) -> dict[str, Term]:
    also = law["sentences_counted_as_imprisonment"].words(on)
    counted = [
        d
        for d in disposals
        if d.relevant_date is not None
        and (d.term_months or d.term_days)
        and (d.sentence is Sentence.IMPRISONMENT or d.sentence in also)
    ]
    return terms(counted) if counted else {}


def _carried(order: Order, on: date) -> Stretch:
    ended = order.ended_on if order.ended_on is not None and order.ended_on <= on else None
    ends = min((d for d in (order.until, ended) if d is not None), default=None)
    last = None if ends is None else ends - DAY
    until = "until further order" if last is None else f"to the end of {day(last)}"
    given = (Given(str(order.kind), f"{order.ref} made {day(order.made_on)}, {until}", S103G),)
    return Stretch(order.made_on, last, given, S103G)


def _joined(
    stretches: list[Stretch], missing: list[Given], disposals: Iterable[Disposal], on: date
) -> Reckoned:
    """The run of touching stretches that holds `on`, or the last one before it."""
    if len(stretches) > 1:  # most people have one
        stretches.sort(key=lambda piece: (piece.begins, piece.last or date.max))
    run: Stretch | None = None
    begins: date | None = None
    confirmed, endless = True, None
    for piece in stretches:
        if run is None or begins is None or (run.last is not None and run.last + DAY < piece.begins):
            run, begins, confirmed = piece, piece.begins, piece.confirmed
        else:
            if run.last is not None and (piece.last is None or piece.last > run.last):
                run = piece
            confirmed = confirmed and piece.confirmed
        if piece.last is None and piece.disposal is not None and endless is None:
            endless = piece.disposal
    unending = endless is not None  # nothing missing could make it longer
    if missing and not unending:
        starts = min((d.relevant_date for d in disposals if d.relevant_date is not None), default=begins)
        given = run.given if run is not None else ()
        return Reckoned(True, None, given, tuple(missing), confirmed, None, starts)
    if run is None or begins is None:
        raise ValueError("a person with findings or orders has a period or a missing fact")
    given = run.given
    if begins != run.begins:
        given = (Given("first subject", day(begins), S82 + "(6)"), *given)
    subject = run.last is None or on <= run.last
    if not subject and run.last is not None:
        given = (Given("notification period", f"ended on {day(run.last)}", run.cite), *given)
    found = Period(begins, run.last, given, run.cite)
    return Reckoned(subject, found, given, (), confirmed, endless, begins)
