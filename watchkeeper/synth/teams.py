"""Who investigates in a unit: teams, what each of them has passed, who supervises and who tutors."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from watchkeeper.synth.history import NO, YES, Row, evening, iso
from watchkeeper.workforce.conduct import AbstractionKind, VettingLevel
from watchkeeper.workforce.facts import Course, Rank, Role


class Team(StrEnum):
    """Teams of investigators, each for some rows of the allocation matrix."""

    SEXUAL = "rape and sexual offences"
    CHILD = "child abuse"
    ONLINE = "online child abuse"
    EXPLOITATION = "exploitation"
    GENERAL = "serious crime"
    LOCAL = "local crime"
    TRAINEES = "trainees"
    MAJOR = "homicide"


SMALLEST = (
    *(Team.SEXUAL, Team.CHILD, Team.ONLINE, Team.EXPLOITATION, Team.GENERAL),
    *(Team.LOCAL, Team.LOCAL, Team.TRAINEES, Team.MAJOR),
)
"""The teams of the least unit, one place each; a larger one is drawn from SHARES besides."""
SHARES = (  # invented
    *((Team.SEXUAL, 0.12), (Team.CHILD, 0.13), (Team.ONLINE, 0.06), (Team.EXPLOITATION, 0.05)),
    *((Team.GENERAL, 0.24), (Team.LOCAL, 0.32), (Team.TRAINEES, 0.08)),
)
PASSED: dict[Team, tuple[Course, ...]] = {
    Team.SEXUAL: (Course.PIP1, Course.PIP2, Course.SSAIDP),
    Team.CHILD: (Course.PIP1, Course.PIP2, Course.SCAIDP),
    Team.ONLINE: (Course.PIP1, Course.PIP2, Course.INDECENT_IMAGES),
    Team.EXPLOITATION: (Course.PIP1, Course.PIP2, Course.EXPLOITATION),
    Team.GENERAL: (Course.PIP1, Course.PIP2),
    Team.LOCAL: (Course.PIP1,),
    Team.TRAINEES: (),
    Team.MAJOR: (Course.PIP2, Course.PIP3),
}
SUPERVISES = (
    *(Course.PIP1, Course.PIP2, Course.PIP2_SUPERVISOR, Course.SSAIDP, Course.SCAIDP),
    *(Course.EXPLOITATION, Course.INDECENT_IMAGES, Course.MOSOVO),
)
NEAR_CHILDREN = frozenset({Team.CHILD, Team.ONLINE, Team.EXPLOITATION})
CREW = 10  # investigators to one supervisor
YEARS = {VettingLevel.RV: 10, VettingLevel.MV: 7}  # a clearance holds, as recalled from practice
PART_TIME = 0.08
SHARE_OF_HOURS = 0.6
SHIFT_STARTS, SHIFT_HOURS, SHIFT_DAYS = (7, 8, 9, 13, 14), 8, 14


@dataclass(frozen=True, slots=True)
class Member:
    """An investigator: the team, and whoever reviews their crimes and tutors them."""

    ref: str
    unit: str
    team: Team
    supervisor: str
    tutor: str = ""
    hours: float = 1.0


def stamped(ref: str, recorded: int, **columns: object) -> Row:
    """A row of its own, recorded on the evening of a day."""
    return {"ref": ref, "recorded_at": evening(recorded), "withdrawn": NO, **columns}


def members(unit: str, number: int, rng: Random) -> list[Member]:
    """The investigators of a unit, `number` of them and never fewer than the least unit has.

    Trainees are tutored by members of the team for serious crime, in turn.
    """
    teams = [*SMALLEST]
    names, shares = zip(*SHARES, strict=True)
    teams += rng.choices(names, shares, k=max(0, number - len(teams)))
    tutors = [at for at, team in enumerate(teams) if team is Team.GENERAL]
    sergeants = supervisors(len(teams))
    found = []
    for at, team in enumerate(teams):
        chief = f"{unit}-TC1" if team is Team.MAJOR else f"{unit}-T{at % sergeants + 1:02d}"
        first = f"{unit}-T01"  # holds the screening and what the register asks
        found.append(
            Member(
                named(unit, at),
                unit,
                team,
                first if team in (Team.ONLINE, Team.EXPLOITATION) else chief,
                named(unit, tutors[at % len(tutors)]) if team is Team.TRAINEES else "",
                SHARE_OF_HOURS if team is not Team.MAJOR and rng.random() < PART_TIME else 1.0,
            )
        )
    return found


def named(unit: str, at: int) -> str:
    """The ref of an investigator of a unit, by place."""
    return f"{unit}-V{at + 1:03d}"


def supervisors(number: int) -> int:
    """Sergeants a unit has for so many investigators."""
    return (number - 1) // CREW + 1


def member_rows(one: Member, on: int, rng: Random) -> dict[str, list[Row]]:
    """Everything on record of a healthy investigator, by table: courses, clearance, screening, tutor, shifts."""
    rank = Rank.INSPECTOR if one.team is Team.MAJOR else Rank.CONSTABLE
    since = on - (rng.randint(60, 400) if one.team is Team.TRAINEES else rng.randint(1100, 8000))
    courses = PASSED[one.team]
    level = VettingLevel.MV if one.team in NEAR_CHILDREN or one.team is Team.MAJOR else VettingLevel.RV
    rows: dict[str, list[Row]] = {
        "officers": [
            stamped(
                one.ref,
                since,
                rank=rank,
                role=Role.INVESTIGATOR,
                unit=one.unit,
                hours_share=one.hours,
                since=iso(since),
                until="",
            )
        ],
        "training": list(courses_passed(one.ref, courses, on, rng)),
        "clearances": [clearance(one.ref, level, on, rng)],
        "shifts": list(_shifts(one.ref, on, rng)),
    }
    if one.team is Team.ONLINE:
        rows["screenings"] = [screening(one.ref, on, rng)]
    if one.tutor:
        rows["tutors"] = [stamped(f"{one.ref}-TU", since, trainee=one.ref, tutor=one.tutor, since=iso(since))]
    return rows


def supervising_rows(unit: str, number: int, on: int, rng: Random) -> Iterator[tuple[str, Row]]:
    """Rows of whoever supervises and allocates in a unit of so many investigators, each with its table."""
    sergeants = [f"{unit}-T{at + 1:02d}" for at in range(supervisors(number))]
    staff = [(ref, Rank.SERGEANT, Role.SUPERVISOR, SUPERVISES) for ref in sergeants]
    staff.append((f"{unit}-TC1", Rank.CHIEF_INSPECTOR, Role.SUPERVISOR, (*SUPERVISES, Course.PIP3)))
    staff.append((f"{unit}-A1", Rank.SERGEANT, Role.ALLOCATOR, ()))
    for ref, rank, role, courses in staff:
        since = on - rng.randint(1100, 8000)
        yield (
            "officers",
            stamped(ref, since, rank=rank, role=role, unit=unit, hours_share=1, since=iso(since)),
        )
        for row in courses_passed(ref, courses, on, rng):
            yield "training", row
        yield "clearances", clearance(ref, VettingLevel.MV, on, rng)
    yield "screenings", screening(sergeants[0], on, rng)


def courses_passed(ref: str, courses: tuple[Course, ...], on: int, rng: Random) -> Iterator[Row]:
    """Rows of `training`, each course passed a year or more ago."""
    for at, course in enumerate(courses, start=1):
        awarded = on - rng.randint(400, 1050)
        yield stamped(f"{ref}-{at}", awarded, officer_ref=ref, course=course, awarded_on=iso(awarded))


def clearance(ref: str, level: VettingLevel, on: int, rng: Random) -> Row:
    """A clearance in date, with more than half a year to run."""
    days = YEARS[level] * 365
    granted = on - 200 - int(rng.random() * (days - 400))
    return stamped(
        f"{ref}-CL",
        granted,
        officer_ref=ref,
        clearance=level,
        granted_on=iso(granted),
        expires_on=iso(granted + days),
    )


def screening(ref: str, on: int, rng: Random) -> Row:
    """A psychological screening passed within half a year, for a year."""
    day = on - rng.randint(10, 170)
    return stamped(f"{ref}-SC", day, officer_ref=ref, on=iso(day), cleared=YES, expires_on=iso(day + 365))


def leave(ref: str, on: int, rng: Random, *, kind: AbstractionKind, days: tuple[int, int] | None) -> Row:
    """Away tonight, for so many days more; without an end where none is known."""
    since = on - rng.randint(1, 8)
    until = "" if days is None else iso(on + rng.randint(*days))
    return stamped(f"{ref}-AW", since, officer_ref=ref, kind=kind, since=iso(since), until=until)


def _shifts(ref: str, on: int, rng: Random) -> Iterator[Row]:
    start = SHIFT_STARTS[int(rng.random() * len(SHIFT_STARTS))]
    off = {rng.randrange(7), rng.randrange(7)}
    for day in range(on, on + SHIFT_DAYS):
        if day % 7 not in off:
            yield stamped(
                f"{ref}-{iso(day)}",
                on - 7,
                officer_ref=ref,
                starts_at=f"{iso(day)}T{start:02d}:00:00Z",
                ends_at=f"{iso(day)}T{start + SHIFT_HOURS:02d}:00:00Z",
            )
