"""The brief as a page shows it: counts first, then rows, each with why and what follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from watchkeeper.briefing.consequences import if_nothing_is_done
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.reading import NIGHTS, OF_THE_FORCE, Placed, Tonight
from watchkeeper.escalation.facts import Ground
from watchkeeper.law.wording import day, days
from watchkeeper.people.searching import Roll, roll
from watchkeeper.risk.facts import Level
from watchkeeper.web.asking import Asking
from watchkeeper.web.brief_choosing import Wanted, chosen, in_scope, sorted_as
from watchkeeper.web.escalation import slug
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Power

COMING = (Section.DUE_SOON, Section.DUE_NEXT, Section.DUE_LATER)
GRAVE = frozenset({Section.DECISIONS, Section.UNMANAGED, Section.OVERDUE})
GRAVE_LEVELS = frozenset({Level.VERY_HIGH, Level.HIGH, None})
WOULD_STAND_HERE = {
    Section.DECISIONS: "a question somebody of rank must answer, with the day it passes one rank up",
    Section.UNMANAGED: "anybody whose visit is late, or whom nobody is named to manage",
    Section.MISSING: "a fact that no clock can run without",
    Section.OVERDUE: "a duty whose last lawful day has passed",
    Section.DUE_SOON: "a duty whose last day falls in the next 2 weeks",
    Section.DUE_NEXT: "a duty whose last day falls in the 2 weeks after those",
    Section.DUE_LATER: "a duty whose last day falls in the 8 weeks after those",
    Section.LOAD: "a manager who holds anybody, with the weight of what they hold",
    Section.ANNOUNCED: "a unit that announces more of its visits than policy allows",
    Section.SIGNALS: "a unit where visits or reports fell below what its past leads one to expect",
    Section.PLANS: "a round of visits no crew could drive, or a plan somebody read who was not to",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What an officer sees of the brief before a section is picked out: its lines, and who is on record."""

    tonight: Tonight
    roll: Roll
    lines: list[Placed]


@dataclass(frozen=True, slots=True)
class Count:
    """The number over one section: how many lines, the oldest of them, how grave, and where they are."""

    section: Section
    many: int
    oldest: str
    risk: str
    href: str
    weight: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One row: a line of the brief, who it is about, and where to act on it."""

    line: Line
    name: str
    person: str  # address of the person's page; empty for a manager or a unit
    decide: str  # address of the page where the decision is taken; empty where there is none to take
    plans: str  # address of the unit's plans, of a line about them; empty for whoever may not see those
    when: str
    nothing: str
    renewed: bool
    waiting: bool


def seen(asking: Asking, want: Wanted, everybody: Roll, sight: Sight) -> Seen | None:
    """The lines of the scope and filters asked for; None before the first brief."""
    tonight = NIGHTS.tonight(asking.law, asking.calendar, on=asking.on, at=asking.at)
    if tonight is None:
        return None
    lines = chosen(in_scope(tonight.lines, want.scope, asking.officer, everybody, sight), want)
    return Seen(tonight, everybody, lines)


def picked(found: Seen, want: Wanted) -> list[Placed]:
    """The lines of the section picked out, or of every section, in the order asked for."""
    lines = found.lines
    if want.section is not None:
        lines = [each for each in lines if each[1].section is want.section]
    return sorted_as(lines, want.sort)


def everybody(asking: Asking) -> Roll:
    """Everybody on record, as known now."""
    return roll(on=asking.on, at=asking.at)


def counts(found: Seen, want: Wanted) -> list[Count]:
    """One count for each section, in the order of the brief."""
    by_section: dict[Section, list[Line]] = {section: [] for section in Section}
    for _, line in found.lines:
        by_section[line.section].append(line)
    return [_count(section, lines, want) for section, lines in by_section.items()]


def rows(lines: Iterable[Placed], found: Seen, asking: Asking) -> list[Shown]:
    """Lines with all that a row says of them."""
    may_decide = asking.may(Power.PREPARE_DECISION).allowed
    return [_shown(line, found, asking, may_decide) for _, line in lines]


def when(line: Line, *, on: date) -> str:
    """How late, or how soon, in words."""
    if line.section in COMING and line.by is not None:
        left = (line.by - on).days
        return "today" if left == 0 else f"in {days(left)}" if left > 0 else f"{days(-left)} late"
    if line.by is not None and line.by < on:
        return f"{days((on - line.by).days)} late"
    if line.by is not None:
        return "today" if line.by == on else f"in {days((line.by - on).days)}"
    return ""


def _count(section: Section, lines: Sequence[Line], want: Wanted) -> Count:
    grave = sum(line.level in GRAVE_LEVELS for line in lines) if section not in OF_THE_FORCE else 0
    return Count(
        section,
        len(lines),
        _oldest(section, lines),
        f"{grave:,} very high, high or not recorded" if grave else "",
        f"{reverse('today')}?{want.query(section=section)}",
        "grave" if section in GRAVE and lines else "soon" if section is Section.DUE_SOON and lines else "",
    )


def _oldest(section: Section, lines: Sequence[Line]) -> str:
    counted = [line.days for line in lines if line.days is not None]
    if not counted:
        return ""
    if section in COMING:
        first = min((line.by for line in lines if line.by is not None), default=None)
        return f"first on {day(first)}" if first else ""
    return f"oldest {days(max(counted))}"


def _shown(line: Line, found: Seen, asking: Asking, may_decide: bool) -> Shown:
    about_person = line.section not in OF_THE_FORCE
    known = found.roll.people.get(line.who) if about_person else None
    planned = line.section is Section.PLANS and asking.may(Power.SEE_PLAN).allowed
    owed = line.section is Section.DECISIONS and may_decide
    return Shown(
        line,
        known.name if known else "",
        reverse("person", args=[line.who]) if about_person else "",
        reverse("decide", args=[line.who, slug(Ground(line.what))]) if owed else "",
        f"{reverse('plans')}?{urlencode({'unit': line.unit})}" if planned else "",
        when(line, on=asking.on),
        if_nothing_is_done(line, asking.law, asking.calendar, on=asking.on),
        line.who in found.tonight.renewed and about_person,
        line.who in found.tonight.waiting and about_person,
    )
