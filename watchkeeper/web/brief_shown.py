"""The brief as a page shows it: counts first, then rows, each with why and what follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from watchkeeper.briefing.consequences import (
    OF_CHILDREN,
    OF_CRIMES,
    OF_SUSPECTS,
    OF_THE_MISSING,
    if_nothing_is_done,
)
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.reading import NIGHTS, OF_THE_FORCE, Placed, Tonight
from watchkeeper.escalation.facts import Ground
from watchkeeper.inspection.tracked import Duty
from watchkeeper.law.wording import day, days
from watchkeeper.missing.stored import newest_episodes
from watchkeeper.people.searching import Roll, roll
from watchkeeper.risk.facts import GRAVE as HIGH_LEVELS
from watchkeeper.web.asking import Asking
from watchkeeper.web.brief_choosing import Wanted, chosen, in_scope, sorted_as
from watchkeeper.web.escalation import slug
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Power

COMING = (Section.DUE_SOON, Section.DUE_NEXT, Section.DUE_LATER)
GRAVE = frozenset(
    {
        Section.DECISIONS,
        Section.UNMANAGED,
        Section.OVERDUE,
        Section.UNHELD,
        Section.GRAVE,
        Section.IDLE,
        Section.UNREVIEWED,
        Section.NEARBY,
        Section.UNSAFE,
        Section.CHILDREN_NEAR,
        Section.UNBANDED,
        Section.UNENFORCED,
        Section.SUICIDE,
        Section.HANDS,
    }
)
STANDING = frozenset({*COMING, Section.LOAD, Section.BAIL})
"""What is not late: it comes, or it is only told."""
GRAVE_LEVELS = frozenset({*HIGH_LEVELS, None})
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
    Section.UNHELD: "a crime that nobody held when the time to allocate it had passed",
    Section.GRAVE: "a grave crime with a clock that ran out, or that cannot run for want of a fact",
    Section.CRIMES: "any other crime with a clock that ran out, or that cannot run for want of a fact",
    Section.BAIL: "bail whose last day falls in the next 2 weeks, with nothing recorded after it",
    Section.HANDS: "an officer who may no longer hold a crime, or whose role asks for more than they hold",
    Section.IDLE: "somebody missing of whom no grade, enquiry or officer was recorded in time",
    Section.UNREVIEWED: "somebody missing whom no supervisor reviewed in time",
    Section.NEARBY: "somebody found near where a registered offender lives, which no inspector took on",
    Section.INTERVIEWS: "somebody found and not spoken to in time, or of whom no authority was told",
    Section.RETURNS: "a child found whose return interview was neither held nor refused in time",
    Section.UNSAFE: "a child in danger of exploitation, not safeguarded in time or not referred",
    Section.SCREENINGS: "a child not screened for exploitation in time, or whose case nobody met about",
    Section.FLAGS: "a flag of exploitation that nobody owns, or that was not looked at in time",
    Section.CHILDREN_NEAR: "a child near an online suspect whom nobody referred to a local authority in time",
    Section.UNBANDED: "a referral of an online suspect to which nobody gave a band that counts in time",
    Section.UNENFORCED: "a referral not enforced in the time of its band, and no reason by rank that holds",
    Section.SUICIDE: "an arrest, a return to bail, a result or a charge after which nobody asked in time",
    Section.SUSPECTS: "a device, a second look, a manager to be told or another clock that waited too long",
    Section.INSPECTION: "a look, finding, recommendation or closure past its day; a second look that waits",
    Section.PLANS: "a round of visits no crew could drive, or a plan somebody read who was not to",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What an officer sees of the brief before a section is picked out: its lines, and who is on record."""

    tonight: Tonight
    roll: Roll
    lines: list[Placed]
    sections: tuple[Section, ...]  # those the officer may read any line of


@dataclass(frozen=True, slots=True)
class Count:
    """The number over one section: how many lines, the oldest of them, how grave, and where they are.

    `weight` says how loud it is: "loud" of missing facts, louder than whatever is late, "grave", "late" or
    "soon"; empty of what asks for nothing yet.
    """

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
    crime: str = ""  # address of the crime's page, for whoever may read crimes; empty where it is of none
    episode: str = ""  # of the episode, the referral of a suspect or the inspection, in the same way


def seen(asking: Asking, want: Wanted, everybody: Roll, sight: Sight) -> Seen | None:
    """The lines of the scope and filters asked for; None before the first brief."""
    tonight = NIGHTS.tonight(asking.law, asking.calendar, on=asking.on, at=asking.at)
    if tonight is None:
        return None
    lines = chosen(in_scope(tonight.lines, want.scope, asking.officer, everybody, sight), want)
    return Seen(tonight, everybody, lines, sight.sections)


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
    by_section: dict[Section, list[Line]] = {section: [] for section in found.sections}
    for _, line in found.lines:
        by_section[line.section].append(line)
    return [_count(section, lines, want) for section, lines in by_section.items()]


def rows(lines: Iterable[Placed], found: Seen, asking: Asking) -> list[Shown]:
    """Lines with all that a row says of them."""
    may_decide = asking.may(Power.PREPARE_DECISION).allowed
    wanted = [line for _, line in lines]
    episodes = episode_addresses(wanted, asking)
    return [_shown(line, found, asking, may_decide, episodes.get(line.who, "")) for line in wanted]


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
        f"{reverse('today')}?{want.query(section=section)}#rows",
        _weight(section) if lines else "",
    )


def _weight(section: Section) -> str:
    if section is Section.MISSING:
        return "loud"
    if section in GRAVE:
        return "grave"
    if section in (Section.DUE_SOON, Section.BAIL):
        return "soon"
    return "" if section in STANDING else "late"


def _oldest(section: Section, lines: Sequence[Line]) -> str:
    counted = [line.days for line in lines if line.days is not None]
    if not counted:
        return "clocks that cannot run" if section is Section.MISSING and lines else ""
    if section in COMING or section is Section.BAIL:
        first = min((line.by for line in lines if line.by is not None), default=None)
        return f"first on {day(first)}" if first else ""
    return f"oldest {days(max(counted))}"


def _shown(line: Line, found: Seen, asking: Asking, may_decide: bool, episode: str) -> Shown:
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
        crime_address(line) if asking.may(Power.READ_CRIME).allowed else "",
        episode if line.section in OF_THE_MISSING else leading(line, asking),
    )


def episode_addresses(lines: Iterable[Line], asking: Asking) -> dict[str, str]:
    """Where each line about the missing leads, by whom it is about: the episode, or a child's newest.

    Empty for whoever may not read episodes. A unit that a line is about has none.
    """
    if not asking.may(Power.READ_MISSING).allowed:
        return {}
    about = {line.who: line.section for line in lines if line.section in OF_THE_MISSING}
    newest = newest_episodes(
        (who for who, section in about.items() if section in OF_CHILDREN), known_at=asking.at
    )
    led = {who: newest.get(who, "") if section in OF_CHILDREN else who for who, section in about.items()}
    return {who: reverse("episode", args=[episode]) for who, episode in led.items() if episode}


def leading(line: Line, asking: Asking) -> str:
    """Where a line about a referral or the inspection leads whoever may read it; empty of any other."""
    if line.section is Section.INSPECTION:
        return inspection_address(line.what, line.who) if asking.may(Power.READ_SAMPLE).allowed else ""
    return referral_address(line, asking)


def inspection_address(duty: str, ref: str) -> str:
    """The page of what is owed to the inspection: of a sample, a finding or a recommendation."""
    named = dict.fromkeys((Duty.FIRST, Duty.LOOK, Duty.SETTLE), "sample") | dict.fromkeys(
        (Duty.ANSWER, Duty.AGREED), "finding"
    )
    return reverse(named.get(Duty(duty), "recommendation"), args=[ref])


def referral_address(line: Line, asking: Asking) -> str:
    """The address of the referral a line is about; empty of any other, and for whoever may read none."""
    if line.section not in OF_SUSPECTS or not asking.may(Power.READ_SUSPECT).allowed:
        return ""
    return reverse("suspect", args=[line.who])


def crime_address(line: Line) -> str:
    """The address of the crime a line is about; empty where it is about none."""
    crime = line.about if line.section is Section.HANDS else line.who if line.section in OF_CRIMES else ""
    return reverse("crime", args=[crime]) if crime else ""
