"""A dirty set of invented people, and the truth kept apart: who is who, twins, juniors, deed polls.

Each person of `dirty_households` is recorded several times by clerks in a hurry. Every rate is invented and
stands below.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from tools.dirty_households import Body, bodies, phone, strangers
from tools.dirty_names import CYRILLIC, Names, misspelt, other_form

COLUMNS = (
    *("ref", "given_names", "family_name", "other_names", "born_on"),
    *("line", "postcode", "past_addresses", "phones", "identifiers"),
)
RECORDS = ((1, 0.45), (2, 0.30), (3, 0.15), (4, 0.07), (5, 0.03))  # records of one person, and how often
# How often each thing befalls one record.
RATES = {
    "other form": 0.10,  # Bill for William, Mohamed for Mohammed
    "given misspelt": 0.06,
    "given initial": 0.02,
    "given missing": 0.005,
    "middle left out": 0.45,
    "family misspelt": 0.06,
    "married name": 0.05,  # of women: another family name, half of them with the old one beside it
    "half a double name": 0.5,  # of double-barrelled names
    "names crossed": 0.015,
    "other letters": 0.5,  # of the names we have in Cyrillic
    "born crossed": 0.03,  # day and month
    "born misread": 0.025,  # one figure
    "born missing": 0.04,
    "born rough": 0.01,  # 1 January of the year
    "moved": 0.22,
    "old address told": 0.3,  # of those who moved
    "postcode misread": 0.03,
    "place missing": 0.07,
    "line misspelt": 0.08,
    "phone missing": 0.35,
    "phone changed": 0.20,
    "identifier missing": 0.35,
    "identifier misread": 0.01,
}
NEW_NAME = "new name"


type Slips = set[str]
"""What befell one record, of RATES."""


def records(body: Body, rng: Random) -> list[tuple[tuple[str, ...], Slips]]:
    """A person as several clerks recorded them: every column but `ref`, and what befell each record."""
    how_many = rng.choices([many for many, _ in RECORDS], [share for _, share in RECORDS])[0]
    return [_recorded(body, rng, place, how_many) for place in range(how_many)]


def _happens(rng: Random, slips: Slips) -> Callable[[str], bool]:
    def happens(what: str) -> bool:
        found = rng.random() < RATES[what]
        if found:
            slips.add(what)
        return found

    return happens


def _recorded(body: Body, rng: Random, place: int, of: int) -> tuple[tuple[str, ...], Slips]:
    slips: Slips = set()
    happens = _happens(rng, slips)
    given, family, others = body.given, body.family, []
    if body.later_name[0] and of > 1 and place >= of // 2:
        given, family = body.later_name
        slips.add(NEW_NAME)
    elif body.sex == "f" and happens("married name"):
        family = body.married
        if rng.random() < 0.5:
            others.append(f"{given} {body.family}")
    if "-" in family and happens("half a double name"):
        family = family.split("-")[rng.randrange(2)]
    if given in CYRILLIC and happens("other letters"):
        given = CYRILLIC[given]
    elif happens("other form"):
        given = other_form(given, rng)
    if happens("given misspelt"):
        given = misspelt(given, rng)
    if happens("given initial"):
        given = given[:1]
    if happens("given missing"):
        given = ""
    if happens("family misspelt"):
        family = misspelt(family, rng)
    if given and happens("names crossed"):
        given, family = family, given
    if body.middle and not happens("middle left out"):
        given = f"{given} {body.middle if rng.random() < 0.7 else body.middle[:1]}".strip()
    told = given, family, "; ".join(others), _born(body.born, rng, slips), *_reached(body, rng, slips)
    return told, slips


def _born(born: date, rng: Random, slips: Slips) -> str:
    luck = rng.random()
    for what in ("born missing", "born rough", "born crossed", "born misread"):
        luck -= RATES[what]
        if luck >= 0:
            continue
        slips.add(what)
        if what == "born missing":
            return ""
        if what == "born rough":
            return f"{born.year}-01-01"
        if what == "born crossed":
            return (
                born.replace(month=born.day, day=born.month).isoformat()
                if born.day <= 12
                else born.isoformat()
            )
        figures = list(born.isoformat())
        at = rng.choice((2, 3, 6, 8, 9))
        figures[at] = str(rng.randrange(10))
        try:
            return date.fromisoformat("".join(figures)).isoformat()
        except ValueError:
            return born.isoformat()
    return born.isoformat()


def _reached(body: Body, rng: Random, slips: Slips) -> tuple[str, str, str, str, str]:
    happens = _happens(rng, slips)
    moved = len(body.homes) > 1 and happens("moved")
    line, postcode = rng.choice(body.homes[1:]) if moved else body.homes[0]
    past = f"{body.homes[0][0]}, {body.homes[0][1]}" if moved and happens("old address told") else ""
    if happens("line misspelt"):
        line = misspelt(line, rng)
    if happens("postcode misread"):
        postcode = misspelt(postcode, rng)
    if happens("place missing"):
        line = postcode = past = ""
    phones = [] if happens("phone missing") else [rng.choice(body.phones)] if body.phones else []
    if phones and happens("phone changed"):
        phones = [phone(rng)]
    pnc = "" if happens("identifier missing") else body.pnc
    if pnc and happens("identifier misread"):
        pnc = misspelt(pnc, rng)
    return line, postcode, past, "; ".join(phones), pnc


@dataclass(frozen=True, slots=True)
class Dirty:
    """Rows by COLUMNS; apart from them `truth`, whose each row is, and `slips`, what befell it of RATES."""

    rows: list[tuple[str, ...]]
    truth: list[int]
    kin: dict[int, str]
    slips: list[Slips] = field(default_factory=list)


def dirty(how_many: int, *, seed: int, kin: bool = True) -> Dirty:
    """About so many records, in no order; the same for the same seed. Without `kin`, of strangers alone."""
    rng = Random(seed)
    names = Names(rng)
    rows: list[tuple[str, ...]] = []
    truth: list[int] = []
    of_whom: dict[int, str] = {}
    slips: list[Slips] = []
    for body in (bodies if kin else strangers)(max(1, how_many * 10 // 19), rng, names):
        if body.kin:
            of_whom[body.number] = body.kin
        for row, befell in records(body, rng):
            rows.append(row)
            slips.append(befell)
            truth.append(body.number)
    order = list(range(len(rows)))
    rng.shuffle(order)
    return Dirty(
        [(f"R{place:07}", *rows[was]) for place, was in enumerate(order)],
        [truth[was] for was in order],
        of_whom,
        [slips[was] for was in order],
    )


def write(found: Dirty, records_to: Path, truth_to: Path) -> None:
    """The records in one file, the truth in another."""
    with records_to.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows([COLUMNS, *found.rows])
    with truth_to.open("w", encoding="utf-8", newline="") as handle:
        rows = (
            (row[0], f"P{who:07}", found.kin.get(who, ""))
            for row, who in zip(found.rows, found.truth, strict=True)
        )
        csv.writer(handle, lineterminator="\n").writerows([("ref", "person", "kin"), *rows])
