"""What the brief asks the population engine of the missing: which columns of which facts, and when."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from watchkeeper.briefing.asking import end_of
from watchkeeper.engine.standing import Pull
from watchkeeper.engine.tables import Table
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import tables as missing
from watchkeeper.people import tables as people
from watchkeeper.registers import tables as registers

_BY_NAME: dict[str, Table] = {
    each.name: each for each in (*missing.TABLES, *people.TABLES, *registers.TABLES)
}
_WORDS = frozenset(
    {
        *("circumstances", "reporter", "reporter_contact", "note", "found", "with_whom", "reason"),
        *("family_name", "given_names", "description", "associates", "places", "phones", "health"),
        *("last_seen", "line", "answers"),
    }
)
"""What somebody wrote in words, and names, which no clock reads."""
LONGEST_YEAR = 366  # days
PARTS = {
    "searched": "missing_searches",
    "grades": "missing_grades",
    "enquiries": "missing_enquiries",
    "reviews": "missing_reviews",
    "finds": "missing_finds",
    "interviews": "prevention_interviews",
    "told": "authorities_told",
    "returns": "return_interviews",
    "closures": "missing_closures",
}
"""Each part of a case that a clock reads, and the table it is read from."""


def judged_at(*, on: date, known_at: datetime) -> datetime:
    """The instant at which clocks of hours are judged: of what is known, and before the night ends."""
    return min(known_at, end_of(on))


def asked(law: Shelf, *, at: datetime) -> dict[str, Any]:
    """The instant, and the days after which somebody is surely no child, whatever value the row has had."""
    row = law["missing_child_age"]
    oldest = max(row.whole(first) for first, _ in row.values)
    return {"asked_at": at, "child_days": oldest * LONGEST_YEAR}


def first_pulls() -> tuple[Pull, ...]:
    """What tells which episodes still owe something, who lives where, and every flag."""
    return (
        Pull(_BY_NAME["missing_episodes"], ("ref", "missing_ref", "reported_at", "unit", "postcode")),
        Pull(_BY_NAME["missing_finds"], ("ref", "episode_ref", "at", "how", "postcode")),
        Pull(_BY_NAME["prevention_interviews"], ("ref", "episode_ref", "at", "in_person")),
        Pull(_BY_NAME["authorities_told"], ("ref", "episode_ref", "at")),
        Pull(_BY_NAME["return_interviews"], ("ref", "episode_ref", "at", "step")),
        Pull(_BY_NAME["missing_people"], ("ref", "born_on", "postcode")),
        Pull(_BY_NAME["exploitation_flags"], _columns("exploitation_flags")),
        Pull(_BY_NAME["exploitation_screenings"], _columns("exploitation_screenings")),
        Pull(_BY_NAME["exploitation_steps"], _columns("exploitation_steps")),
        Pull(_BY_NAME["missing_sightings"], ("ref", "episode_ref", "at")),
        Pull(_BY_NAME["addresses"], ("person_ref", "postcode", "since", "until"), "postcode <> ''"),
    )


def then_pulls() -> tuple[Pull, ...]:
    """Everything else that a clock reads, asked about some episodes alone."""
    whole = Pull(_BY_NAME["missing_episodes"], _columns("missing_episodes"), "", "asked_episodes", "ref")
    rest = (Pull(_BY_NAME[name], _columns(name), "", f"asked_{name}") for name in PARTS.values())
    return (whole, *(replace(pull, whose="episode_ref") for pull in rest))


def people_pulls(into: str) -> tuple[Pull, ...]:
    """Whoever goes missing, asked about some of them alone, held under a name of the asker's."""
    table = _BY_NAME["missing_people"]
    return (Pull(table, _columns("missing_people"), "", into, "ref"),)


def table(name: str) -> Table:
    """A table of the missing, of people or of the registers, by its name."""
    return _BY_NAME[name]


def _columns(name: str) -> tuple[str, ...]:
    return tuple(each for each in ("ref", *(c.name for c in _BY_NAME[name].columns)) if each not in _WORDS)
