"""What the options and files of `inspect whatif` ask for, and everything wrong with them at once."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from watchkeeper.law.overlay import Laid
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.rules.scenarios import faults_of
from watchkeeper.planning.scenario import Scenario, Way
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.risk.facts import LEVELS

WAYS = {"lottery": Way.LOTTERY, "open": Way.OPEN, "calendar": Way.CALENDAR, "overdue": Way.OVERDUE}
KEYS = ("name", "crews", "shifts", "arrivals", "leaving", "way", "tickets", "interval", "policy")
"""What a scenario of a file may say."""


class WrongError(ValueError):
    """Options or files that cannot be read: each fault on a line."""


def asked_for(
    unit: str,
    months: int | None,
    seeds: int | None,
    crews: str,
    options: Mapping[str, Any],
    files: Sequence[Path],
    *,
    law: Shelf,
    on: date,
    units: Collection[str],
) -> StudyAsked:
    """The what-if asked for: the scenario of the options, where it differs from today, then the files'.

    Raises WrongError with everything that cannot be read, and beside it what the rule finds out of bounds in
    the rest; where everything can be read, that is the rule's to say. `units` are those on record.
    """
    wrong: list[str] = []
    told = {
        name: value
        for name, value in options.items()
        if name not in ("interval", "arrivals", "shifts", "policy")
    }
    for name in ("interval", "arrivals", "shifts", "policy"):
        told[name] = _pairs(options[name], f"--{name}", wrong)
    given: list[tuple[Mapping[str, Any], str]] = [
        (told, "the options"),
        *((each, str(file)) for file in files for each in _read(file, wrong)),
    ]
    scenarios: list[Scenario] = []
    read: list[bool] = []
    for each, where in given:
        before = len(wrong)
        made = scenario(each, where, wrong)
        if where != "the options" or made != Scenario(made.name):
            scenarios.append(made)
            read.append(len(wrong) == before)
    multiples = tuple(
        number
        for part in crews.split(",")
        if part.strip() and (number := _number(part, "--crews", wrong)) is not None
    )
    asked = StudyAsked(
        Matter.WHAT_IF,
        unit,
        law["what_if_months"].of("usual", on) if months is None else months,
        law["what_if_seeds"].of("usual", on) if seeds is None else seeds,
        crews=tuple(sorted(set(multiples))),
        scenarios=tuple(scenarios),
    )
    if wrong:
        faults = faults_of(asked, units, law, on=on)
        beside = [each.told(asked) for each in faults if each.scenario is None or read[each.scenario]]
        raise WrongError("\n".join([*wrong, *beside]))
    return asked


def scenario(told: Mapping[str, Any], where: str, wrong: list[str]) -> Scenario:
    """A scenario from plain values; what cannot be read is added to `wrong`, with where it stands."""
    wrong += [
        f"{where}: nobody reads {key}; a scenario says {', '.join(KEYS)}" for key in told if key not in KEYS
    ]
    way = str(told.get("way", "lottery"))
    if way not in WAYS:
        wrong.append(f"{where}: way is {', '.join(WAYS)}, not {way!r}")
    tables: dict[str, Mapping[str, Any]] = {}
    for key in ("interval", "arrivals", "shifts", "policy"):
        given = told.get(key, {})
        tables[key] = given if isinstance(given, Mapping) else {}
        if not isinstance(given, Mapping):
            wrong.append(f"{where}: {key} is a table, as {{ high = 2 }}")
    for key in ("interval", "arrivals"):
        wrong += [
            f"{where}: {key} has no level {level!r}: there are {', '.join(LEVELS)}"
            for level in tables[key]
            if level not in LEVELS
        ]
    arrivals = {
        level: _number(many, f"{where}: arrivals", wrong) for level, many in tables["arrivals"].items()
    }
    changes: dict[str, Laid] = {}
    for level, value in tables["interval"].items():
        number = _number(value, f"{where}: interval", wrong)
        changes[f"visit_interval_months.{level}"] = 0.0 if number is None else number
    for name, value in tables["policy"].items():
        changes[name] = _laid(value, f"{where}: {name}", wrong)
    shifts = {of: _whole(many, f"{where}: shifts", wrong) for of, many in tables["shifts"].items()}
    return Scenario(
        name=str(told.get("name", "Scenario")),
        crews=_number(told.get("crews", 1.0), f"{where}: crews", wrong) or 0.0,
        shifts=tuple(shifts.items()),
        arrivals=tuple(arrivals.get(level) for level in LEVELS) if arrivals else None,
        leaving=bool(told.get("leaving", True)),
        way=WAYS.get(way, Way.LOTTERY),
        tickets=_number(told.get("tickets", 1.0), f"{where}: tickets", wrong) or 0.0,
        changes=tuple(changes.items()),
    )


def _read(file: Path, wrong: list[str]) -> list[Mapping[str, Any]]:
    try:
        found = tomllib.loads(file.read_text()).get("scenario", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        wrong.append(f"{file} cannot be read as TOML: {error}")
        return []
    if not isinstance(found, list) or not found or not all(isinstance(each, dict) for each in found):
        wrong.append(f"{file} holds no scenario: begin each with a line [[scenario]]")
        return []
    return found


def _pairs(given: Sequence[str], option: str, wrong: list[str]) -> dict[str, Any]:
    found = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals:
            wrong.append(f"{option} is a name and a number, as high=2, not {each!r}")
        found[name.strip()] = [*value.split(";")] if ";" in value else value
    return found


def _laid(value: Any, where: str, wrong: list[str]) -> Laid:
    if isinstance(value, list):
        return tuple(_number(each, where, wrong) or 0.0 for each in value)
    return _number(value, where, wrong) or 0.0


def _whole(value: Any, where: str, wrong: list[str]) -> int:
    number = _number(value, where, wrong)
    if number is not None and not number.is_integer():
        wrong.append(f"{where} takes a whole number, not {value!r}")
    return int(number or 0)


def _number(value: Any, where: str, wrong: list[str]) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if isinstance(value, bool) or not abs(number) < float("inf"):
        wrong.append(f"{where} takes a number, not {value!r}")
        return None
    return number
