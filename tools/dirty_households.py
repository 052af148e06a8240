"""The people of a dirty set, as they are: households whose members share what relatives share, or strangers.

Relatives share a name, a home and a telephone, twins a birthday, and a junior his father's whole name.
Every rate is invented and stands below. Telephone numbers begin with 06, which is not in use; postcodes
with Q, which none does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tools.dirty_names import Names
from watchkeeper.synth.names import ENDINGS, STREETS

TWINS = 0.03  # of households with two children or more
JUNIORS = 0.02  # sons with their father's whole name
OLDEST = date(1930, 1, 1)
DEED_POLL = 0.004  # people with a whole new name in their later records
MOBILE, LANDLINE, IDENTIFIED = 0.85, 0.25, 0.4  # who has one


@dataclass(frozen=True, slots=True)
class Body:
    """The truth about one person."""

    number: int
    sex: str
    given: str
    middle: str
    family: str
    born: date
    homes: tuple[tuple[str, str], ...]  # the first lived at first
    phones: tuple[str, ...]
    pnc: str
    later_name: tuple[str, str] = ("", "")
    married: str = ""
    kin: str = ""  # "twin" or "junior": of whom the set must say they are another


def bodies(people: int, rng: Random, names: Names) -> Iterator[Body]:
    """At least so many people, household by household, numbered from 0."""
    number = 0
    while number < people:
        home, landline = _home(rng, people), phone(rng) if rng.random() < LANDLINE else ""
        family = names.surname(rng)
        eldest = OLDEST + timedelta(rng.randrange(365 * 70))
        father = Body(
            number, "m", names.first(rng, "m"), _middle(rng, names, "m"), family, eldest, (), (), ""
        )
        household = [father]
        if rng.random() < 0.6:
            theirs = family if rng.random() < 0.6 else names.surname(rng)
            born = eldest + timedelta(rng.randrange(-2500, 2500))
            mother = replace(
                father, sex="f", given=names.first(rng, "f"), middle=_middle(rng, names, "f"), family=theirs
            )
            household.append(replace(mother, born=max(OLDEST, born)))
            household += _children(father, rng, names)
        for one in household:
            yield _with_marks(replace(one, number=number), home, landline, rng, people, names)
            number += 1


def strangers(people: int, rng: Random, names: Names) -> Iterator[Body]:
    """So many people who live alone and are nobody's kin: what they share they share by chance."""
    for number in range(people):
        home, landline = _home(rng, people), phone(rng) if rng.random() < LANDLINE else ""
        sex = rng.choice("mf")
        given, middle, family = names.first(rng, sex), _middle(rng, names, sex), names.surname(rng)
        born = OLDEST + timedelta(rng.randrange(365 * 80))
        one = Body(number, sex, given, middle, family, born, (), (), "")
        yield _with_marks(one, home, landline, rng, people, names)


def _children(father: Body, rng: Random, names: Names) -> list[Body]:
    found: list[Body] = []
    for _ in range(rng.choice((0, 1, 1, 2, 2, 3))):
        sex = rng.choice("mf")
        born = father.born + timedelta(365 * 22 + rng.randrange(365 * 14))
        junior = sex == "m" and rng.random() < JUNIORS
        given = father.given if junior else names.first(rng, sex)
        middle = father.middle if junior else _middle(rng, names, sex)
        found.append(
            replace(father, sex=sex, given=given, middle=middle, born=born, kin="junior" if junior else "")
        )
    if len(found) > 1 and rng.random() < TWINS:
        one, other = found[0], found[1]
        given = other.given if other.given != one.given else names.first(rng, "f") + "ella"
        found[1] = replace(one, sex=other.sex, given=given, middle=other.middle, kin="twin")
    return found


def _with_marks(
    body: Body, home: tuple[str, str], landline: str, rng: Random, people: int, names: Names
) -> Body:
    later = (names.first(rng, body.sex), names.surname(rng)) if rng.random() < DEED_POLL else ("", "")
    homes = [home] + [_home(rng, people) for _ in range(rng.choice((0, 0, 0, 1, 1, 2)))]
    phones = [landline] if landline else []
    if rng.random() < MOBILE:
        phones.append(phone(rng))
    pnc = (
        f"PNC:{1990 + rng.randrange(36)}/{rng.randrange(10**7):07}{rng.choice('ABCDEFGHJKLMNPQRTUVWXYZ')}"
        if rng.random() < IDENTIFIED
        else ""
    )
    return replace(
        body,
        homes=tuple(homes),
        phones=tuple(phones),
        pnc=pnc,
        later_name=later,
        married=names.surname(rng) if body.sex == "f" else "",
    )


def _middle(rng: Random, names: Names, sex: str) -> str:
    return names.first(rng, sex) if rng.random() < 0.6 else ""


def _home(rng: Random, people: int) -> tuple[str, str]:
    line = f"{1 + rng.randrange(180)} {rng.choice(STREETS)} {rng.choice(ENDINGS)}"
    area = rng.randrange(max(1, people // 3000))  # about 3,000 people of a set live in one district
    district = f"Q{chr(65 + area // 99 % 26)}{1 + area % 99}"
    return line, f"{district} {rng.randrange(10)}{rng.choice('ABDEFGHJ')}{rng.choice('ABDEFGHJLN')}"


def phone(rng: Random) -> str:
    """A telephone number that nobody has."""
    return f"06{rng.randrange(10**9):09}"
