"""Home Office counting codes: the group each falls in, and what it stands for. Facts in policy, dated.

Where a report has no code but a type of crime as police.uk publishes it, the type is read instead.
"""

from datetime import date

from watchkeeper.crimes.facts import OffenceGroup
from watchkeeper.law.shelf import Shelf

CITE = "Home Office Counting Rules for Recorded Crime"


def tidied(code: str) -> str:
    """A counting code as the table of policy writes it: capitals, a point for the stroke, no idle noughts.

    >>> tidied(" 04/1 "), tidied("19c"), tidied("086/02")
    ('4.1', '19C', '86.2')
    """
    parts = code.upper().replace(" ", "").replace("/", ".").split(".")
    return ".".join(part.lstrip("0") for part in parts).strip(".")


def known_code(code: str, law: Shelf, *, on: date) -> str:
    """The entry of the policy table a code falls under: its own, or its class's; empty without either.

    >>> from watchkeeper.law import shelf
    >>> known_code("86/2", shelf.load(), on=date(2026, 3, 20))
    '86'
    """
    table, found = _table("offence_group", law, on), tidied(code)
    whole_class = found.partition(".")[0]
    return found if found in table else whole_class if whole_class in table else ""


def published_type(code: str, law: Shelf, *, on: date) -> str:
    """The crime type of police.uk that was typed in place of a code, as policy writes it; else empty.

    >>> from watchkeeper.law import shelf
    >>> published_type(" vehicle  crime", shelf.load(), on=date(2026, 3, 20))
    'Vehicle crime'
    """
    if any(letter.isdigit() for letter in code):
        return ""
    plain = " ".join(code.casefold().split())
    return next((each for each in _table("street_groups", law, on) if each.casefold() == plain), "")


def group_of(code: str, law: Shelf, *, on: date) -> OffenceGroup | None:
    """The group of offences a code or published type falls in by policy.

    None for a code nobody knows, and for a type that may be of several groups.
    """
    found = known_code(code, law, on=on)
    if found:
        return OffenceGroup(str(_table("offence_group", law, on)[found]))
    groups = _of_type(code, law, on)
    return groups[0] if len(groups) == 1 else None


def title_of(code: str, law: Shelf, *, on: date) -> str:
    """What a code stands for in the counting rules of policy, or the published type; empty for neither."""
    found = known_code(code, law, on=on)
    return str(_table("offence_title", law, on)[found]) if found else published_type(code, law, on=on)


def could_be(code: str, law: Shelf, *, on: date) -> tuple[OffenceGroup, ...]:
    """The groups a code nobody knows could fall in, strictest first by policy: those of the same number.

    A force may have typed 19 for one of 19C to 19H. Empty when no code has that number. A published
    type could fall in any that policy lists for it.
    """
    number = _number(tidied(code))
    if not number:
        return _of_type(code, law, on)
    table = _table("offence_group", law, on)
    near = {str(group) for known, group in table.items() if _number(known) == number}
    return tuple(OffenceGroup(each) for each in law["matrix_strictest"].words(on) if each in near)


def _of_type(code: str, law: Shelf, on: date) -> tuple[OffenceGroup, ...]:
    """The groups a published type may be of, strictest first; empty for what is no such type."""
    found = published_type(code, law, on=on)
    cell = str(_table("street_groups", law, on)[found]) if found else ""
    return tuple(OffenceGroup(each) for each in cell.split("/") if each)


def _number(code: str) -> str:
    count = next((at for at, letter in enumerate(code) if not letter.isdigit()), len(code))
    return code[:count]


def _table(name: str, law: Shelf, on: date) -> dict[str, int | float | str]:
    table = law[name].on(on)
    if not isinstance(table, dict):
        raise TypeError(f"{name} is not a table")
    return table
