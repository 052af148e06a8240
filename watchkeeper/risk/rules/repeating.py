"""When an assessment is made again with the same instrument, and when one that was drawn is rated again."""

from collections.abc import Iterator
from datetime import date

from watchkeeper.law.clocks import days_after, months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, every, instrument
from watchkeeper.people.facts import Away, away_on
from watchkeeper.risk.answers import OwnClock, SecondRatingOwed
from watchkeeper.risk.facts import Assessment, Duty, Outlook
from watchkeeper.risk.rules.absence import absences, carried, waits

SUPERVISOR = "sergeant"


def own_clock(outlook: Outlook, done: Assessment) -> OwnClock | None:
    """What the instrument of a completed assessment says of making it again; None where it says nothing."""
    rating = next((rated.ref for rated, _ in outlook.rated if rated.completes == done.ref), "")
    return next((each for each in outlook.own_clocks if each.rating == rating), None)


def repeats_due(outlook: Outlook, away: tuple[Away, ...], law: Shelf, *, on: date) -> Iterator[Due]:
    """The last day to assess again with each instrument that says itself when, counted from its conclusion.

    The newest of each instrument counts. Of the assessment of changing risk `assessment_due` says it, and
    of an instrument that says nothing, policy does. As there, nothing falls due while the person is away,
    and a release or return allows the days of a first assessment: see `carried`.
    """
    clocks = {each.rating: each for each in outlook.own_clocks}
    assessed = outlook.assessed.ref if outlook.assessed is not None else ""
    owed = [
        (rated, own)
        for rated, _ in outlook.rated
        if (own := clocks.get(rated.ref)) is not None
        if not rated.completes or rated.completes != assessed
    ]
    if not owed:
        return
    first = law["probation_assessment_days" if outlook.on_licence else "police_assessment_days"]
    span = away_on(away, on)
    over, short = absences(away, on=on), law["short_absence_days"].whole(on)
    for rated, own in owed:
        concluded = Given(f"{instrument(rated.name)} concluded", day(rated.on))
        if span is not None:
            held = (concluded, Given("away", waits(span, days(first.whole(on))), first.cite))
            yield Due(
                *(Duty.REPEAT, Standing.HELD, None, first.cite, held),
                about=rated.ref,
                confirmed=first.confirmed,
            )
            continue
        by = months_after(own.months, rated.on)
        moved = carried(by, over, after=rated.on, days=first.whole(on), short_days=short)
        allowed: tuple[Given, ...] = (Given("assessed again", every(own.months), own.cite),)
        cite, confirmed = own.cite, own.confirmed
        if (absence := moved.absence) is not None:
            cite, confirmed = first.cite, first.confirmed
            allowed = (
                Given("released" if absence.released else "returned from abroad", day(absence.until)),
                Given("assessment", f"within {days(first.whole(on))}", first.cite),
            )
        yield Due(
            *(Duty.REPEAT, Standing.OWED, moved.by, cite, (concluded, *allowed)),
            about=rated.ref,
            confirmed=confirmed,
        )


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
