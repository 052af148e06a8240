"""Excuses and prosecutions: which failures to notify nobody is asked about, and when they come back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from watchkeeper.escalation.facts import Duty, Failure
from watchkeeper.escalation.failing import Excuse, Prosecution, ProsecutionKind, ProsecutionOutcome
from watchkeeper.escalation.rules.arising import NOT_RECORDED
from watchkeeper.law.clocks import months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a, day
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.facts import Rank

DAY = timedelta(days=1)
S91 = "Sexual Offences Act 2003, s.91(1)(a)"
ONCE = "Sexual Offences Act 2003, s.91(3)"


def answered_for(
    failures: Iterable[Failure],
    excuses: tuple[Excuse, ...],
    prosecutions: tuple[Prosecution, ...],
    level: Level | None,
    law: Shelf,
    *,
    on: date,
) -> tuple[Failure, ...]:
    """The failures with what is recorded of excuses and prosecutions, as far as it had come by `on`.

    s.91(1)(a) punishes who fails "without reasonable excuse". An excuse that was only given
    excuses nobody: an officer of rank accepts it, and while the failure goes on it holds until
    the day of its review, never longer than a decision may for the level. Of a failure that was
    put right in that time it holds for good. The newest excuse stands.

    s.91(3): nobody is "prosecuted ... more than once in respect of the same failure". A charge or
    a summons that was dropped is no prosecution, and the failure is asked about again from
    that day. A caution counts like one: that is our reading.
    """
    if not excuses and not prosecutions:
        return tuple(failures)
    return tuple(_answered(failure, excuses, prosecutions, level, law, on) for failure in failures)


def matches(failure: Failure, record: Excuse | Prosecution) -> bool:
    """Whether an excuse or a prosecution is about this failure: same duty, same thing, same first day.

    Where one of them does not say what it is about, duty and day are enough.
    """
    return (
        failure.duty == record.duty
        and failure.failed_on == record.failed_on
        and (failure.ref == record.about or not failure.ref or not record.about)
    )


def on_record(
    failures: Iterable[Failure],
    excuses: Iterable[Excuse],
    prosecutions: Iterable[Prosecution],
    *,
    on: date,
) -> tuple[Failure, ...]:
    """The failures, and those that only an excuse or a prosecution names: long put right, or corrected."""
    found = list(failures)
    told: list[Excuse | Prosecution] = [one for one in excuses if one.given_on <= on]
    told += [one for one in prosecutions if one.begun_on <= on]
    for one in told:
        if not any(matches(failure, one) for failure in found):
            found.append(Failure(one.duty, one.about, one.failed_on))
    return tuple(found)


def holds_until(excuse: Excuse, level: Level | None, law: Shelf, *, on: date) -> date | None:
    """The first day an accepted excuse no longer holds of a failure that goes on; None for no acceptance.

    The day recorded, and never longer after the answer than a decision may hold.
    """
    if not excuse.accepted or excuse.answered_on is None or excuse.answered_on > on:
        return None
    longest = excuse.answered_on + law["decision_longest"].of(level or NOT_RECORDED, on) * DAY
    return min(excuse.review_on or longest, longest)


def given_answers(
    dues: Iterable[Due],
    excuses: tuple[Excuse, ...],
    prosecutions: tuple[Prosecution, ...],
    level: Level | None,
    law: Shelf,
    *,
    on: date,
) -> tuple[Due, ...]:
    """The clocks, those in default saying what is recorded of an excuse or a prosecution for them."""
    found = []
    for due in dues:
        if due.standing is Standing.OWED and due.by is not None and due.by < on:
            failure = Failure(due.duty, due.about, due.by + DAY)
            (stands,) = answered_for((failure,), excuses, prosecutions, level, law, on=on)
            said = tuple(Given(one, "", S91) for one in stands.said)
            due = replace(due, because=(*due.because, *said)) if said else due
        found.append(due)
    return tuple(found)


def followed_up(
    failures: Iterable[Failure],
    excuses: tuple[Excuse, ...],
    prosecutions: tuple[Prosecution, ...],
    level: Level | None,
    law: Shelf,
    *,
    on: date,
) -> Iterator[Due]:
    """What is still to come of them: the review of each excuse that holds, the end of each prosecution.

    An accepted excuse is looked at again by the day it no longer holds; from that day the
    failure itself is asked about. A charge or a summons ends at court, and that is recorded
    within so many months as policy says: until then it is listed, so that none is forgotten.
    """
    longest = law["decision_longest"]
    least = Rank(law["power_least_rank"].word_of("decide on enforcement", on))
    for failure in failures:
        excuse = _newest(failure, excuses, on)
        if excuse is None or not failure.excuse or failure.answered_on is not None:
            continue
        until = holds_until(excuse, level, law, on=on)
        if until is not None:
            because = (
                Given("failure", f"{failure.duty} since {day(failure.failed_on)}", S91),
                Given(
                    "excuse accepted",
                    f"{day(excuse.answered_on or on)}, by {excuse.answered_by or 'nobody named'}",
                ),
            )
            confirmed = law.confirmed(longest.name)
            yield Due(
                Duty.EXCUSE,
                Standing.OWED,
                until,
                longest.cite,
                because,
                excuse.ref,
                confirmed,
                owner=str(least),
            )
    row = law["prosecution_outcome_within"]
    for one in prosecutions:
        begun = one.kind is not ProsecutionKind.CAUTION and one.begun_on <= on
        if not begun or (one.outcome is not None and one.ended_on is not None and one.ended_on <= on):
            continue
        why = (
            Given(f"{one.kind} for a failure", f"{one.duty} since {day(one.failed_on)}", ONCE),
            Given("begun", day(one.begun_on), row.cite),
            Given("end at court", "none is recorded", row.cite),
        )
        by = months_after(row.whole(one.begun_on), one.begun_on)
        yield Due(Duty.PROSECUTION, Standing.OWED, by, row.cite, why, one.ref, row.confirmed)


def _answered(
    failure: Failure,
    excuses: tuple[Excuse, ...],
    prosecutions: tuple[Prosecution, ...],
    level: Level | None,
    law: Shelf,
    on: date,
) -> Failure:
    said: list[str] = []
    prosecuted, again = False, failure.again_on
    begun = [one for one in prosecutions if one.begun_on <= on and matches(failure, one)]
    for one in sorted(begun, key=lambda one: (one.begun_on, one.ref)):
        ended = one.outcome is not None and one.ended_on is not None and one.ended_on <= on
        says = f"{one.outcome} on {day(one.ended_on)}" if ended and one.ended_on is not None else "under way"
        caution = one.kind is ProsecutionKind.CAUTION
        said.append(f"{one.kind} on {day(one.begun_on)}" + ("" if caution else f", {says}"))
        if ended and one.outcome is ProsecutionOutcome.DROPPED and one.ended_on is not None:
            again = max(again or one.ended_on, one.ended_on)
        else:
            prosecuted = True
    excuse, accepted = _newest(failure, excuses, on), ""
    if excuse is not None:
        until = holds_until(excuse, level, law, on=on)
        says, holds = _stands(excuse, until, failure, on)
        said.append(says)
        if holds:
            accepted = excuse.says or "not put in words"
        elif until is not None:
            again = max(again or until, until)
    return replace(failure, excuse=accepted, prosecuted=prosecuted, again_on=again, said=tuple(said))


def _stands(excuse: Excuse, until: date | None, failure: Failure, on: date) -> tuple[str, bool]:
    """How an excuse stands on a day, in words; and whether it holds."""
    if until is None:
        answered = excuse.accepted is not None and excuse.answered_on is not None and excuse.answered_on <= on
        if answered and excuse.answered_on is not None:
            return f"an excuse was not accepted on {day(excuse.answered_on)}", False
        return f"an excuse given on {day(excuse.given_on)} waits for an answer", False
    who = f" by {a(excuse.rank)}" if excuse.rank is not None else ""
    says = f"excuse accepted on {day(excuse.answered_on or on)}{who}"
    ended = failure.answered_on
    if ended is not None and ended <= max(until, excuse.answered_on or until):
        return says, True
    if on < until:
        return f"{says}; it comes back on {day(until)}", True
    return f"{says}; it held until {day(until)}", False


def _newest(failure: Failure, excuses: tuple[Excuse, ...], on: date) -> Excuse | None:
    known = [one for one in excuses if one.given_on <= on and matches(failure, one)]
    return max(known, key=lambda one: (one.given_on, one.ref), default=None)
