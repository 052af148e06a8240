"""When an assessment is made again with the same instrument, and when one that was drawn is rated again."""

from collections.abc import Iterator

from watchkeeper.law.clocks import days_after, months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, every
from watchkeeper.risk.answers import OwnClock, SecondRatingOwed
from watchkeeper.risk.facts import Assessment, Duty, Outlook

SUPERVISOR = "sergeant"


def own_clock(outlook: Outlook, done: Assessment) -> OwnClock | None:
    """What the instrument of a completed assessment says of making it again; None where it says nothing."""
    rating = next((rated.ref for rated, _ in outlook.rated if rated.completes == done.ref), "")
    return next((each for each in outlook.own_clocks if each.rating == rating), None)


def repeats_due(outlook: Outlook) -> Iterator[Due]:
    """The last day to assess again with each instrument that says itself when, counted from its conclusion.

    The newest of each instrument counts. Of the assessment of changing risk `assessment_due` says it, and
    of an instrument that says nothing, policy does.
    """
    clocks = {each.rating: each for each in outlook.own_clocks}
    assessed = outlook.assessed.ref if outlook.assessed is not None else ""
    for rated, _ in outlook.rated:
        own = clocks.get(rated.ref)
        if own is None or (rated.completes and rated.completes == assessed):
            continue
        because = (
            Given(f"{rated.name} concluded", day(rated.on)),
            Given("assessed again", every(own.months), own.cite),
        )
        by = months_after(own.months, rated.on)
        yield Due(Duty.REPEAT, Standing.OWED, by, own.cite, because, about=rated.ref, confirmed=own.confirmed)


def second_rating_due(owed: SecondRatingOwed, law: Shelf) -> Due:
    """The last day for a second rating: days of policy after the draw, by the policy of that day.

    It is for a supervisor to see to: whoever manages the person may not make it.
    """
    row = law["second_rating_days"]
    allowed = row.whole(owed.drawn_on)
    because = (
        Given("drawn for a second rating", day(owed.drawn_on)),
        Given("rated again", f"within {days(allowed)}", row.cite),
    )
    by = days_after(allowed, owed.drawn_on)
    return Due(
        *(Duty.SECOND_RATING, Standing.OWED, by, row.cite, because),
        about=owed.assessment,
        confirmed=row.confirmed,
        owner=SUPERVISOR,
    )
