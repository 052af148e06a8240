"""Whether two records may be of one visit: the same door, a crew in common, at about the same time."""

from datetime import timedelta

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.visits.facts import LONDON, Visit

MINUTE = timedelta(minutes=1)


def perhaps_one(first: Visit, second: Visit, law: Shelf) -> Decision:
    """Whether two visits to one person, as recorded, may be one visit recorded twice: a person is asked.

    Allowed says only that it may be so: nothing is joined and nothing dropped on the strength of
    it. The times may lie `perhaps_one_visit_minutes` apart, that many included; policy is that
    of the day of the first visit. A record that names no crew could be of any. It does not
    matter which of the two came first, nor what either says of the outcome: two tabs may differ.

    >>> from datetime import UTC, datetime
    >>> from watchkeeper.law import shelf
    >>> one = Visit("V1", datetime(2026, 3, 19, 18, 40, tzinfo=UTC), "A1", None, False, None, crew=("O1",))
    >>> perhaps_one(one, one, shelf.load()).allowed
    True
    """
    row = law["perhaps_one_visit_minutes"]
    most = row.whole(min(first.day, second.day))
    apart = abs(first.at - second.at)
    both = sorted(set(first.crew) & set(second.crew))
    any_crew = not first.crew or not second.crew
    crews = f"{names(both)} in both crews" if both else "no crew is named" if any_crew else "other crews"
    times = names(sorted({f"{one.at.astimezone(LONDON):%H:%M}" for one in (first, second)}))
    return Decision(
        (
            Reason(
                first.premises == second.premises,
                f"the {'same' if first.premises == second.premises else 'other'} door",
                row.cite,
            ),
            Reason(bool(both) or any_crew, crews, row.cite),
            Reason(apart <= most * MINUTE, f"at {times}; {most} minutes apart at most", row.cite),
        )
    )
