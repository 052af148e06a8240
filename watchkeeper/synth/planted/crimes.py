"""Every fault of crimes and officers, planted: each kind with investigators of its own, unit by unit."""

from collections.abc import Iterator
from random import Random

from watchkeeper.synth import rates
from watchkeeper.synth.crimes import opened
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import Row
from watchkeeper.synth.planted import investigating, serving
from watchkeeper.synth.planted.crime import ROLE, By, CrimeFault, CrimeKindOfFault, Ground, Shown
from watchkeeper.synth.teams import SMALLEST, Member, Team, member_rows, named
from watchkeeper.workforce.rules.eligibility import Ground as Why

KINDS: tuple[CrimeKindOfFault, ...] = (*investigating.KINDS, *serving.KINDS)

type Planted = tuple[dict[str, list[Row]], list[dict[str, list[Row]]], CrimeFault]


def in_crimes(force: Force, registered: list[str]) -> Iterator[Planted]:
    """Each fault with the rows of its officer, of each of its crimes, and its entry in the key.

    `registered` are refs of people on the register who carry no other fault, one for each time a fault needs one.
    """
    people = iter(registered)
    for at, kind in enumerate(kind for kind in KINDS for _ in range(times(force))):
        yield _planted(force, kind, at, people)


def times(force: Force) -> int:
    """How many times each kind is planted: people on the register are needed for as many."""
    return max(1, round(force.people * rates.FAULTS_A_PERSON))


def untrained(force: Force) -> Iterator[CrimeFault]:
    """The officer of each unit who is posted as a manager and passed no course."""
    for unit in range(force.units):
        expect = (Shown(By.WASH, ROLE, Why.ACCREDITATION),)
        says = "Posted as an offender manager, and passed none of the courses."
        yield CrimeFault("manager without a course", force.untrained(unit), expect, says)


def _planted(force: Force, kind: CrimeKindOfFault, at: int, people: Iterator[str]) -> Planted:
    rng, unit = Random(f"{force.seed}:planted:{at}"), at % force.units
    ref = force.unit_ref(unit)
    tutor = named(ref, SMALLEST.index(Team.GENERAL))
    one = Member(
        f"{ref}-V9{at + 1:03d}", ref, kind.team, f"{ref}-T01", tutor if kind.team is Team.TRAINEES else ""
    )
    ground = Ground(member_rows(one, force.on, rng), tutor=tutor)
    if kind.registered:
        ground.registered = next(people)
    for number in range(1, kind.number + 1):
        made = opened(force, unit, one, kind.holds, f"{one.ref}-{number:02d}", rng, age=kind.days_ago)
        ground.crimes.append(made)
    fault = kind.plant(ground)
    return ground.officer, [made.rows for made in ground.crimes], fault
