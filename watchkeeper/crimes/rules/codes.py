"""Home Office counting codes: the group each falls in, and what it stands for. Facts in policy, dated."""

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


def group_of(code: str, law: Shelf, *, on: date) -> OffenceGroup | None:
    """The group of offences a code falls in by policy; None for a code nobody knows."""
    found = known_code(code, law, on=on)
    return OffenceGroup(str(_table("offence_group", law, on)[found])) if found else None


def title_of(code: str, law: Shelf, *, on: date) -> str:
    """What a code stands for in the counting rules of policy; empty for a code nobody knows."""
    found = known_code(code, law, on=on)
    return str(_table("offence_title", law, on)[found]) if found else ""


def could_be(code: str, law: Shelf, *, on: date) -> tuple[OffenceGroup, ...]:
    """The groups a code nobody knows could fall in, strictest first by policy: those of the same number.

    A force may have typed 19 for one of 19C to 19H. Empty when no code has that number.
    """
    number = _number(tidied(code))
    if not number:
        return ()
    table = _table("offence_group", law, on)
    near = {str(group) for known, group in table.items() if _number(known) == number}
    return tuple(OffenceGroup(each) for each in law["matrix_strictest"].words(on) if each in near)


def _number(code: str) -> str:
    count = next((at for at, letter in enumerate(code) if not letter.isdigit()), len(code))
    return code[:count]


def _table(name: str, law: Shelf, on: date) -> dict[str, int | float | str]:
    table = law[name].on(on)
    if not isinstance(table, dict):
        raise TypeError(f"{name} is not a table")
    return table
