"""Whether somebody was found so near an address of somebody on the register that it is told at once. Rule 76.

HMICFRS, 2017: a girl who was missing was found at the address of a registered offender. Two distances grade
it. Within the smaller one it rings; within the larger it is a link that waits for a coordinator's answer, for
in a city somebody registered lives within a few streets of nearly everywhere, and a ring that comes a dozen
times a day is not heard.
"""

from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf


def is_near(metres: float, law: Shelf, *, on: date) -> Decision:
    """Whether a distance makes a link, by policy; at the very distance it does."""
    row = law["missing_near_metres"]
    most = row.whole(on)
    return Decision((Reason(metres <= most, f"{round(metres):,} m away; {most:,} m is near", row.cite),))


def rings_at_once(metres: float, law: Shelf, *, on: date, came_back: bool) -> Decision:
    """Whether a distance is told at once, by policy; at the very distance it is.

    `came_back`: to where they went from. It is no place they were found, so neighbours of it ring nobody;
    at the very postcode, 0 metres, it rings still, for that may be the offender's own household.
    """
    row = law["missing_ring_metres"]
    most = 0 if came_back else row.whole(on)
    says = f"{round(metres):,} m away; {most:,} m rings"
    if came_back:
        says += ", where they came back to where they went from"
    return Decision((Reason(metres <= most, says, row.cite),))
