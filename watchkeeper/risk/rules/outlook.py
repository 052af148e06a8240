"""What is known of a person's risk on a day. The plain answer that the population engine must match."""

from collections.abc import Iterable
from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Away
from watchkeeper.risk.facts import Assessment, Intelligence, Level, Outlook, Plan, Review, SetLevel
from watchkeeper.risk.rules.absence import at_liberty_since


def outlook(
    levels: Iterable[SetLevel],
    assessments: Iterable[Assessment],
    plans: Iterable[Plan],
    reviews: Iterable[Review],
    intelligence: Iterable[Intelligence],
    law: Shelf,
    *,
    on_licence: bool,
    registered_on: date | None,
    away: tuple[Away, ...],
    on: date,
) -> Outlook:
    """The newest of each fact not later than `on`; of two on one day, the one with the higher ref.

    Nothing is assumed: with no recorded level there is no level. An assessment of changing risk
    stands before any other, so that a newer static score does not hide it. Intelligence is
    kept while nobody has reviewed it by `on`; the first significant item since that
    assessment is kept besides, reviewed or not, because the next one hangs on it: the first,
    so that each further item does not start its clock anew. It is listed oldest first.

    Examples
    --------
    >>> from datetime import date
    >>> from watchkeeper.law import shelf
    >>> low = SetLevel("L1", Level.LOW, date(2026, 3, 2), "O1")
    >>> seen = outlook([low], [], [], [], [], shelf.load(), on_licence=False, registered_on=None,
    ...                away=(), on=date(2026, 3, 1))
    >>> seen.level is None
    True
    """
    known = sorted((one for one in levels if one.set_on <= on), key=lambda one: (one.set_on, one.ref))
    received = sorted(
        (one for one in intelligence if one.received_on <= on), key=lambda one: (one.received_on, one.ref)
    )
    counting = {name.casefold() for name in law["dynamic_instruments"].words(on)}
    assessed = max(
        (one for one in assessments if one.completed_on <= on),
        key=lambda one: (one.instrument.casefold() in counting, one.completed_on, one.ref),
        default=None,
    )
    calling = next(
        (
            one
            for one in received
            if one.significant and assessed is not None and one.received_on > assessed.completed_on
        ),
        None,
    )
    return Outlook(
        level=known[-1] if known else None,
        level_low_since=_low_since(known),
        assessed=assessed,
        plan=max(
            (one for one in plans if one.made_on <= on), key=lambda one: (one.made_on, one.ref), default=None
        ),
        reviewed=max(
            (one for one in reviews if one.reviewed_on <= on),
            key=lambda one: (one.reviewed_on, one.ref),
            default=None,
        ),
        intelligence=tuple(one for one in received if one is calling or not reviewed_by(one, on=on)),
        last_intelligence_on=received[-1].received_on if received else None,
        on_licence=on_licence,
        registered_on=registered_on,
        at_liberty_since=at_liberty_since(away, on=on),
    )


def reviewed_by(item: Intelligence, *, on: date) -> bool:
    """True when `item` had been reviewed by the end of `on`."""
    return item.reviewed_on is not None and item.reviewed_on <= on


def _low_since(known: list[SetLevel]) -> date | None:
    """First day of the run of low at the end of `known`, which is in order; None when not low now."""
    since: date | None = None
    for one in reversed(known):
        if one.level is not Level.LOW:
            break
        since = one.set_on
    return since
