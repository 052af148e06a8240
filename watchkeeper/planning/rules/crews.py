"""Who goes together tonight, and to whom they may go: officers on shift paired into crews of two.

Two officers at a door is force policy (`crew_officers`), trained and informed about the case is
APP MOSOVO's "who visits". How they are paired is a proposal of ours: a force that sends out its
own pairs loads shifts that no others share.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.facts import Crew, Skill, VisitNeed
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Visit
from watchkeeper.visits.rules.crewing import may_crew
from watchkeeper.workforce.facts import Course, Officer
from watchkeeper.workforce.rules.authority import holds, in_date, in_post

VISITING = "APP MOSOVO, home visits"
CONFLICTS = "Code of Ethics, conflicts of interest"


@dataclass(frozen=True, slots=True)
class OnShift:
    """An officer on shift that day, in minutes after midnight in London."""

    officer: Officer
    starts_minute: int
    ends_minute: int


@dataclass(frozen=True, slots=True)
class Visited:
    """What eligibility asks of the person visited. `shut` are officers who may not see the record."""

    person: str
    level: Level | None
    manager: str
    safety_marker: str = ""
    need: VisitNeed | None = None
    shut: frozenset[str] = frozenset()


def may_be_on_crew(one: OnShift, unit: str, law: Shelf, *, on: date) -> Decision:
    """Whether an officer on shift may be paired for the visits of a unit, by its roles and by policy.

    Of the unit, because crews start from its office; in post; in a role that visits.
    """
    roles = law["crew_roles"]
    officer = one.officer
    return Decision(
        (
            Reason(officer.unit == unit, f"of unit {officer.unit or '(blank)'}", roles.cite),
            Reason(officer.role in roles.words(on), f"is {officer.role}", roles.cite),
            in_post(officer, on=on),
        )
    )


def paired(
    shifts: Sequence[OnShift], base: str, law: Shelf, *, on: date
) -> tuple[tuple[Crew, ...], tuple[str, ...]]:
    """The night's crews, and the refs of officers left without a partner. By force policy, always alike.

    Shifts that begin and end together first, then whichever share the most, at least
    `crew_shared_minutes`. Within them an officer without MOSOVO goes with one who has it. Who
    goes with whom turns with the day, so that nobody always meets the same two faces.
    """
    least = law["crew_shared_minutes"].whole(on)
    waiting = sorted(shifts, key=lambda each: (each.starts_minute, each.ends_minute, each.officer.ref))
    crews = []
    alone = []
    while waiting:
        first = min(waiting, key=lambda each: (_trained(each, on), waiting.index(each)))
        waiting.remove(first)
        others = [each for each in waiting if _shared(first, each) >= least]
        trained = [each for each in others if _trained(each, on)]
        others = others if _trained(first, on) else trained or others
        if not others:
            alone.append(first.officer.ref)
            continue
        most = max(_shared(first, each) for each in others)
        alike = [each for each in others if _shared(first, each) == most]
        second = alike[on.toordinal() % len(alike)]
        waiting.remove(second)
        officers = tuple(sorted((first.officer.ref, second.officer.ref)))
        begins = max(first.starts_minute, second.starts_minute)
        crews.append(Crew(officers, begins, min(first.ends_minute, second.ends_minute), base))
    return tuple(sorted(crews, key=lambda crew: (crew.starts_minute, crew.officers))), tuple(sorted(alone))


def may_visit(
    crew: Sequence[Officer], visited: Visited, skills: Mapping[str, Skill], law: Shelf, *, on: date
) -> Decision:
    """Whether a crew may visit a person, with everything that stands against it at once.

    Two officers, or one where force policy allows it; the manager or somebody trained among
    them; an officer of the sex and a speaker of the language the person's record asks for;
    nobody to whom the record is shut by a restriction or a conflict of interest. Why it is
    shut is not said.
    """
    refs = {officer.ref for officer in crew}
    trained = [holds(officer.training, Course.MOSOVO, VISITING, on=on) for officer in crew]
    knows = visited.manager in refs or any(each.met for each in trained)
    reasons = [
        *may_crew(crew, visited.level, law, on=on, safety_marker=visited.safety_marker).reasons,
        Reason(knows, "the manager or an officer with MOSOVO is on the crew", VISITING),
        Reason(not refs & visited.shut, "the record is open to both", CONFLICTS),
    ]
    if visited.need is not None:
        brought = [skills.get(ref, Skill(ref)) for ref in refs]
        sex, language = visited.need.officer_sex, visited.need.language
        if sex:
            met = any(each.sex == sex for each in brought)
            reasons.append(Reason(met, f"an officer who is {sex} is asked for", VISITING))
        if language:
            met = any(language.casefold() in map(str.casefold, each.languages) for each in brought)
            reasons.append(Reason(met, f"a speaker of {language} is asked for", VISITING))
    return Decision(tuple(reasons))


def rotation(visits: Sequence[Visit], law: Shelf, *, on: date) -> tuple[str, ...]:
    """Officers who were on the crew of every one of the last visits, as many as policy looks back over.

    APP: vary who, days and times. Measured and said, never a bar: the manager knows the person.
    """
    many = law["rotation_visits"].whole(on)
    last = [visit for visit in visits if visit.crew and visit.day <= on][-many:]
    if len(last) < many:
        return ()
    return tuple(sorted(set.intersection(*(set(visit.crew) for visit in last))))


def _trained(one: OnShift, on: date) -> bool:
    return in_date(one.officer.training, Course.MOSOVO, on=on)


def _shared(one: OnShift, other: OnShift) -> int:
    return min(one.ends_minute, other.ends_minute) - max(one.starts_minute, other.starts_minute)
