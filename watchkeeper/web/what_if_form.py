"""The form of a what-if: two scenarios beside today, and every fault at its own field."""

from collections.abc import Iterator
from typing import Any

from watchkeeper.law.overlay import Laid
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.rules.scenarios import Fault, called
from watchkeeper.planning.scenario import Scenario, Way
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.risk.facts import LEVELS
from watchkeeper.web.entered import Entered

PLACES = ("A", "B")
"""The scenarios a form offers beside today; a file of the command line may hold more."""
WAYS = {each.name.lower(): each for each in Way}
STAY = "stay"
LONGEST = 9  # characters of a number typed
WHOLE = "Enter a whole number, like 3"
NUMBER = "Enter a number, like 1.5"


def slug(level: str) -> str:
    """A level as part of a field's name.

    >>> slug("very high")
    'very-high'
    """
    return level.replace(" ", "-")


def asked_of(form: Entered) -> tuple[StudyAsked, tuple[str, ...]]:
    """What the form asks for, and which scenarios of it were filled in; problems are said at their fields."""
    months, seeds = _needed(form, "months"), _needed(form, "seeds")
    crews = []
    for part in form.text("crews").replace(";", ",").split(","):
        if part.strip():
            number = _read(part)
            if number is None:
                form.wrong(
                    "crews", told("crews", "Enter multiples of today's, parted by commas, like 0.5, 1, 2")
                )
                break
            crews.append(number)
    filled = {place: _scenario(form, place) for place in PLACES}
    kept = {place: one for place, one in filled.items() if one is not None}
    asked = StudyAsked(
        Matter.WHAT_IF,
        form.text("unit"),
        int(months or 0),
        int(seeds or 0),
        crews=tuple(sorted(set(crews))),
        scenarios=tuple(kept.values()),
    )
    return asked, tuple(kept)


def field_of(fault: Fault, places: tuple[str, ...]) -> str:
    """The field of the form at which a fault of the rule is shown.

    >>> field_of(Fault("visit_interval_months.very high", "", 0), ("B",)), field_of(Fault("months", ""), ())
    ('interval-very-high-B', 'months')
    """
    if fault.scenario is None:
        return fault.field if fault.field in ("unit", "months", "seeds", "crews") else f"name-{PLACES[0]}"
    place = places[fault.scenario]
    row, _, level = fault.field.partition(".")
    kind, _, joins = fault.field.partition(" ")
    if row == "visit_interval_months" and level in LEVELS:
        return f"interval-{slug(level)}-{place}"
    if kind == "arrivals":
        return f"arrivals-{slug(joins)}-{place}"
    return f"{fault.field if fault.field in ('name', 'crews', 'tickets', 'shifts') else 'policy'}-{place}"


def told(field: str, says: str, place: str = "") -> str:
    """What is wrong with a field that could not be read, with the field in words, and whose scenario it is.

    >>> told("arrivals high", NUMBER, "A")
    'Scenario A, people who join in a month, high: enter a number, like 1.5'
    """
    where = f"Scenario {place}, {called(field)}" if place else called(field)
    return f"{where[:1].upper()}{where[1:]}: {says[:1].lower()}{says[1:]}"


def told_at(fault: Fault, places: tuple[str, ...]) -> str:
    """A fault of the rule as `told` says it: the scenario is called as its part of the form is headed.

    >>> told_at(Fault("months", "Enter fewer"), ()), told_at(Fault("crews", "Enter fewer", 0), ("B",))
    ('Months to simulate: enter fewer', 'Scenario B, crews: enter fewer')
    """
    return told(fault.field, fault.says, "" if fault.scenario is None else places[fault.scenario])


def usual(law: Shelf, on: Any) -> dict[str, Any]:
    """What policy says today, for the hints beside the fields."""
    return {
        "months": law["what_if_months"].of("usual", on),
        "seeds": law["what_if_seeds"].of("usual", on),
        "crews": ", ".join(f"{each:g}" for each in law["what_if_crew_shares"].numbers(on)),
        "interval": {level: law["visit_interval_months"].of(level, on) for level in LEVELS},
        "most_months": law["what_if_months"].of("most", on),
        "most_seeds": law["what_if_seeds"].of("most", on),
        "rows": law["what_if_rows"].words(on),
    }


def _scenario(form: Entered, place: str) -> Scenario | None:
    """One scenario of the form; None where nothing of it is filled in."""
    name = form.text(f"name-{place}")
    arrivals = tuple(
        _optional(form, f"arrivals-{slug(level)}-{place}", told(f"arrivals {level}", NUMBER, place))
        for level in LEVELS
    )
    changes: list[tuple[str, Laid]] = []
    for level in LEVELS:
        months = _optional(
            form,
            f"interval-{slug(level)}-{place}",
            told(f"visit_interval_months.{level}", "Enter months between visits, like 2", place),
        )
        if months is not None:
            changes.append((f"visit_interval_months.{level}", months))
    changes += _policy(form, f"policy-{place}", place)
    crews, tickets = (
        _optional(form, f"{what}-{place}", told(what, NUMBER, place)) for what in ("crews", "tickets")
    )
    made = Scenario(
        name=name or f"Scenario {place}",
        crews=1.0 if crews is None else crews,
        shifts=tuple(_shifts(form, f"shifts-{place}", place)),
        arrivals=arrivals if any(each is not None for each in arrivals) else None,
        leaving=form.one_of(f"leaving-{place}", (STAY,)) != STAY,
        way=WAYS.get(form.one_of(f"way-{place}", WAYS), Way.LOTTERY),
        tickets=1.0 if tickets is None else tickets,
        changes=tuple(changes),
    )
    return made if name or made != Scenario(made.name) else None


def _shifts(form: Entered, name: str, place: str) -> Iterator[tuple[str, int]]:
    for part in form.text(name).replace(";", ",").split(","):
        if not part.strip():
            continue
        unit, equals, many = (each.strip() for each in part.partition("="))
        if not equals or not unit or not many.isascii() or not many.isdecimal() or len(many) > LONGEST:
            says = "Enter a unit and its crew shifts a week, like BCU01 = 12, parted by commas"
            form.wrong(name, told("shifts", says, place))
            return
        yield unit, int(many)


def _policy(form: Entered, name: str, place: str) -> Iterator[tuple[str, Laid]]:
    for line in form.text(name).splitlines():
        if not line.strip():
            continue
        row, equals, value = (each.strip() for each in line.partition("="))
        numbers = [_read(each) for each in value.split(";")]
        if not equals or not row or any(each is None for each in numbers):
            form.wrong(
                name, told("changes", "Enter one number a line, like surprise_rate.high = 0.01", place)
            )
            return
        known = tuple(each for each in numbers if each is not None)
        yield row, known if len(known) > 1 else known[0]


def _needed(form: Entered, name: str) -> int | None:
    says = told(name, WHOLE)
    typed = form.text(name, says)
    if typed and not (typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST):
        form.wrong(name, says)
        return None
    return int(typed) if typed else None


def _optional(form: Entered, name: str, says: str) -> float | None:
    typed = form.text(name)
    number = _read(typed) if typed else None
    if typed and number is None:
        form.wrong(name, says)
    return number


def _read(typed: str) -> float | None:
    """A plain number, whole or not; None for anything else a keyboard types."""
    typed = typed.strip()
    whole, _, part = typed.removeprefix("-").partition(".")
    plain = typed.isascii() and whole.isdecimal() and (not part or part.isdecimal())
    return float(typed) if plain and len(typed) <= LONGEST else None
