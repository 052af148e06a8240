"""The open crimes of a unit with their clocks, as lists show them."""

from collections.abc import Iterable

from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.models import Party
from watchkeeper.crimes.stored import cases_as_known, open_refs
from watchkeeper.web.asking import Asking
from watchkeeper.web.crime_lists import CrimeLine, in_order, line_of, sees
from watchkeeper.web.remembering import Kept
from watchkeeper.workforce.facts import Role

KEPT = 4
"""Units one process keeps; the one asked for least lately goes first."""


def of_unit(asking: Asking, unit: str) -> list[CrimeLine]:
    """The open crimes of a unit that the officer needs to know of, what is late first.

    Of professional standards those in which one of the force's own is a party, of whichever unit.
    """
    if asking.officer.role is Role.STANDARDS:
        rows = Party.objects.exclude(officer="").as_known(asking.at)
        refs = set(rows.order_by().values_list("crime_ref", flat=True))
        cases = cases_as_known(refs, known_at=asking.at)
        found = (line_of(case, asking) for case in cases if sees(case, asking))
        return in_order(line for line in found if line is not None)
    return in_order(line for case, line in LINES.rows(unit, asking) if sees(case, asking))


def _lines(unit: str, refs: Iterable[str] | None, asking: Asking) -> dict[str, tuple[Case, CrimeLine]]:
    if refs is None:
        refs = open_refs(unit, on=asking.on, known_at=asking.at, law=asking.law)
    found = ((case, line_of(case, asking)) for case in cases_as_known(refs, known_at=asking.at))
    return {
        case.crime.ref: (case, line) for case, line in found if line is not None and case.crime.unit == unit
    }


LINES: Kept[tuple[Case, CrimeLine]] = Kept(_lines, of=("crimes",), itself="crimes.Crime", most=KEPT)
"""Of each open crime everything on record and the line of a list, in this process."""
