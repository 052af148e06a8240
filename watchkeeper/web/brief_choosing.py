"""Which lines of the brief are asked for: whose, of which section, at which level, in which order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from watchkeeper.briefing.consequences import asked_rank
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.order import gravity
from watchkeeper.briefing.reading import OF_THE_FORCE, Placed
from watchkeeper.people.searching import Roll
from watchkeeper.risk.facts import LEVELS
from watchkeeper.web.seeing import SEES_LOADS, Sight
from watchkeeper.workforce.facts import Officer, Role

MINE, UNIT, FORCE = "mine", "unit", "force"
SECTIONS = {section.name.lower().replace("_", "-"): section for section in Section}
SLUGS = {section: slug for slug, section in SECTIONS.items()}
NOT_RECORDED = "not recorded"
LEVEL_CHOICES = (*map(str, LEVELS), NOT_RECORDED)
SORTS = {
    "first": "First things first",
    "longest": "Most days first",
    "soonest": "Earliest day first",
    "level": "Gravest level first",
    "person": "By reference",
    "owner": "By owner",
}
SIZES = (25, 50, 100)
KEYS = ("scope", "section", "level", "unit", "owner", "text", "sort", "size")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an officer asked to see of the brief. Empty means everything."""

    scope: str
    section: Section | None = None
    levels: tuple[str, ...] = ()
    unit: str = ""
    owner: str = ""
    text: str = ""
    sort: str = "first"
    size: int = SIZES[0]
    page: int = 1
    scopes: tuple[str, ...] = field(default=(), compare=False)

    def query(self, **changes: object) -> str:
        """The address of the same list with `changes`, after its question mark; pages begin again."""
        to = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        pairs: list[tuple[str, str]] = [("scope", to.scope)]
        if to.section is not None:
            pairs.append(("section", SLUGS[to.section]))
        pairs += [("level", level) for level in to.levels]
        pairs += [(name, value) for name in ("unit", "owner", "text") if (value := getattr(to, name))]
        if to.sort != "first":
            pairs.append(("sort", to.sort))
        if to.size != SIZES[0]:
            pairs.append(("size", str(to.size)))
        if to.page > 1:
            pairs.append(("page", str(to.page)))
        return urlencode(pairs)

    @property
    def filtered(self) -> bool:
        return bool(self.section or self.levels or self.unit or self.owner or self.text)


def wanted(asked: QueryDict, officer: Officer, sight: Sight) -> Wanted:
    """What the address asks for; anything it cannot mean is passed over."""
    offered = scopes(officer, sight)
    scope = asked.get("scope", "")
    size, page = asked.get("size", ""), asked.get("page", "")
    section = SECTIONS.get(asked.get("section", ""))
    return Wanted(
        scope if scope in offered else first_scope(officer, sight),
        section if section in sight.sections else None,
        tuple(level for level in LEVEL_CHOICES if level in asked.getlist("level")),
        asked.get("unit", "").strip()[:40],
        asked.get("owner", "").strip()[:40],
        asked.get("text", "").strip()[:80],
        asked.get("sort", "") if asked.get("sort", "") in SORTS else "first",
        int(size) if size.isdecimal() and int(size) in SIZES else SIZES[0],
        max(1, int(page)) if page.isdecimal() and len(page) <= len("10000") else 1,
        offered,
    )


def scopes(officer: Officer, sight: Sight) -> tuple[str, ...]:
    """The scopes an officer may choose from: their own, their unit's, the force's if they work for it."""
    return (MINE, *((UNIT,) if officer.unit else ()), *((FORCE,) if _whole(sight) else ()))


def first_scope(officer: Officer, sight: Sight) -> str:
    """The scope an officer sees before choosing: a manager their own, others their unit or the force."""
    if officer.role is Role.OFFENDER_MANAGER or not officer.unit:
        return FORCE if _whole(sight) else MINE
    return FORCE if _whole(sight) else UNIT


def _whole(sight: Sight) -> bool:
    """Whether what the officer may read of the brief, they may read of every unit."""
    return sight.of_the_force or sight.missing_alone


def in_scope(lines: Iterable[Placed], scope: str, officer: Officer, roll: Roll, sight: Sight) -> list[Placed]:
    """The lines of a scope that the officer may see, in the order of the brief."""
    if scope == FORCE:
        return [each for each in lines if sight.sees_line(each[1])]
    if scope == UNIT:
        return [each for each in lines if each[1].unit == officer.unit and sight.sees_line(each[1])]
    return [each for each in lines if _own(each[1], officer, roll) and sight.sees_line(each[1])]


def chosen(lines: Iterable[Placed], want: Wanted) -> list[Placed]:
    """The lines that the filters leave, every section still among them, in the order of the brief."""
    tests: list[Callable[[Line], bool]] = []
    if want.levels:
        levels = frozenset(want.levels)
        tests.append(
            lambda line: line.section not in OF_THE_FORCE and str(line.level or NOT_RECORDED) in levels
        )
    if want.unit:
        unit = want.unit.casefold()
        tests.append(lambda line: line.unit.casefold() == unit)
    if want.owner:
        owner = want.owner.casefold()
        tests.append(lambda line: owner in line.owner.casefold())
    if want.text:
        text = want.text.casefold()
        tests.append(lambda line: any(text in told.casefold() for told in (line.who, line.what, *line.why)))
    if not tests:
        return list(lines)
    return [each for each in lines if all(test(each[1]) for test in tests)]


def sorted_as(lines: list[Placed], sort: str) -> list[Placed]:
    """The same lines in the order asked for; ties stay in the order of the brief."""
    keys: dict[str, Callable[[Line], object]] = {
        "longest": lambda line: -(line.days if line.days is not None else -1),
        "soonest": lambda line: line.by or date.max,
        "level": lambda line: gravity(line.level),
        "person": lambda line: line.who,
        "owner": lambda line: line.owner,
    }
    key = keys.get(sort)
    return sorted(lines, key=lambda each: key(each[1])) if key else lines  # type: ignore[arg-type,return-value]


def _own(line: Line, officer: Officer, roll: Roll) -> bool:
    """Whether a line is the officer's own business: of their people, theirs by name, or put to their rank."""
    if officer.ref in (line.owner, line.who):
        return True
    known = roll.people.get(line.who)
    if known is not None and known.manager == officer.ref:
        return True
    return officer.role in SEES_LOADS and line.unit == officer.unit and asked_rank(line) is officer.rank
