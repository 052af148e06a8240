"""What came of a decision that was carried out: owed after a while, so that none is left without an end."""

from collections.abc import Iterable, Iterator
from datetime import date

from watchkeeper.escalation.facts import Choice, Decided, Duty, Outcome
from watchkeeper.law.clocks import days_after, months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day

ENDS_ELSEWHERE = (Choice.ARREST, Choice.WARRANT)
"""What is carried out and then ends somewhere else: in custody, in court, in what a search found."""


def outcomes_due(
    decisions: Iterable[Decided], outcomes: Iterable[Outcome], law: Shelf, *, on: date
) -> Iterator[Due]:
    """For each arrest or warrant carried out, the record of what came of it: charge, release, find.

    Owed so many days after it was carried out as policy says; the day itself does not count.
    Once an outcome is recorded by then nothing is owed. Another attempt and a circulation are
    their own outcome, and a decision not to act lapses by itself. What was done longer ago
    than policy looks back is not asked for: a register that is loaded with twenty years of
    arrests would be buried in them. Our proposal, on finding 1 of PEEL 2023-25 Metropolitan.
    """
    row, back = law["outcome_recorded_within"], law["outcome_look_back"]
    since = months_after(-back.whole(on), on)
    known = {outcome.ref for outcome in outcomes if outcome.happened_on <= on}
    for decided in decisions:
        done = decided.done_on
        if done is None or not since < done <= on or decided.choice not in ENDS_ELSEWHERE:
            continue
        if decided.ref in known:
            continue
        because = (
            Given(f"{decided.choice} carried out", day(done), row.cite),
            Given("decided on", f"{decided.ground}, {day(decided.decided_on)}"),
            Given("outcome", "none is recorded", row.cite),
        )
        yield Due(
            Duty.OUTCOME,
            Standing.OWED,
            days_after(row.whole(done), done),
            row.cite,
            because,
            about=decided.ref,
            confirmed=law.confirmed(row.name, back.name),
        )
