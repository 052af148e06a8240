"""Faults of the missing: nobody acted, graded by habit, found next door, not spoken to, nobody's flag."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from watchkeeper.briefing.facts import Section
from watchkeeper.missing.concerns import ConcernDuty, ConcernStep
from watchkeeper.missing.facts import Duty, FlagKind, Grade, Ground
from watchkeeper.synth.episodes import HOUR, Child, Drawn, begun, graded, looked_for, whole
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import NO, Row, evening, iso
from watchkeeper.synth.rates import FAULTS_A_PERSON
from watchkeeper.synth.screenings import day_after_all, screened, step

NEAR = "found near where a registered offender lives"
BY_HABIT = (Ground.OFTEN_MISSING, Ground.COMES_BACK)

type Shown = tuple[str, str]
"""In which section of the brief, and what it says."""
type Planted = tuple["MissingFault", Child, Drawn, list[Row]]


@dataclass(frozen=True, slots=True)
class MissingFault:
    """One entry of the key: what was planted, in which episode or child, and every line that must follow."""

    kind: str
    who: str
    expect: tuple[Shown, ...]
    says: str


@dataclass(frozen=True, slots=True)
class MissingKind:
    """A kind of fault: the lines that must follow, and how an episode is drawn with it."""

    name: str
    says: str
    expect: tuple[tuple[Section, str], ...]
    draw: Callable[[str, Child, int, str, Random], Drawn]
    flag: bool = False  # about the child's flag and not the episode
    child: bool = False  # about the child and not the episode
    screened: bool = True
    believed: bool = False  # to be a victim, and nothing done about it


def _nothing_done(ref: str, child: Child, night: int, _: str, __: Random) -> Drawn:
    return begun(ref, child, night - 8 * HOUR - 10)


def _by_habit(ref: str, child: Child, night: int, _: str, rng: Random) -> Drawn:
    made = begun(ref, child, night - 14 * HOUR)
    graded(made, Grade.MEDIUM, made.reported + 12, searched=True)
    looked_for(made, night, rng)
    made.rows["missing_grades"][0]["grounds"] = ";".join(BY_HABIT)
    return made


def _found(ref: str, child: Child, night: int, hours_ago: int, postcode: str, rng: Random) -> Drawn:
    found = night - hours_ago * HOUR
    return whole(ref, child, found - 5 * HOUR, found, postcode, night, rng)


def _next_door(ref: str, child: Child, night: int, postcode: str, rng: Random) -> Drawn:
    return _found(ref, child, night, 30, postcode, rng)


def _no_return(ref: str, child: Child, night: int, _: str, rng: Random) -> Drawn:
    made = _found(ref, child, night, 6 * 24, child.postcode, rng)
    made.rows["return_interviews"] = made.rows["return_interviews"][:1]
    made.drop("missing_closures")
    return made


def _not_spoken_to(ref: str, child: Child, night: int, _: str, rng: Random) -> Drawn:
    made = _found(ref, child, night, 9 * 24, child.postcode, rng)
    made.drop("prevention_interviews")
    return made


def _as_it_should_be(ref: str, child: Child, night: int, _: str, rng: Random) -> Drawn:
    return _found(ref, child, night, 20 * 24, child.postcode, rng)


KINDS: tuple[MissingKind, ...] = (
    MissingKind(
        "eight hours with no action",
        "Reported eight hours before the night: no grade, no enquiry, no review.",
        (
            (Section.IDLE, Duty.GRADE),
            (Section.IDLE, Duty.FIRST_ENQUIRY),
            (Section.UNREVIEWED, Duty.REVIEW),
        ),
        _nothing_done,
    ),
    MissingKind(
        "graded by habit",
        "Graded medium because they often go and always come back: not accepted, so the shortest clocks run.",
        ((Section.IDLE, Duty.GRADE), (Section.IDLE, Duty.ENQUIRY), (Section.UNREVIEWED, Duty.REVIEW)),
        _by_habit,
    ),
    MissingKind(
        "found next door to an offender",
        "Found at the postcode of somebody on the register, and nobody was told.",
        ((Section.NEARBY, NEAR),),
        _next_door,
    ),
    MissingKind(
        "return interview late",
        "Found six days ago; the return interview was offered and never held.",
        ((Section.RETURNS, Duty.RETURN_INTERVIEW),),
        _no_return,
    ),
    MissingKind(
        "closed without a prevention interview",
        "Closed, and nobody of the police spoke to the child.",
        ((Section.INTERVIEWS, Duty.PREVENTION),),
        _not_spoken_to,
    ),
    MissingKind(
        "flag nobody owns",
        "Flagged for exploitation, with no owner and no day of review.",
        ((Section.FLAGS, ConcernDuty.FLAG_REVIEW),),
        _as_it_should_be,
        flag=True,
    ),
    MissingKind(
        "found and not screened",
        "Found twenty days ago, and nobody screened the child for exploitation.",
        ((Section.SCREENINGS, ConcernDuty.SCREENING),),
        _as_it_should_be,
        child=True,
        screened=False,
    ),
    MissingKind(
        "believed a victim, and nothing done",
        "An officer believes the child is a victim of modern slavery: not safeguarded, and not referred.",
        ((Section.UNSAFE, ConcernDuty.SAFEGUARDING), (Section.UNSAFE, ConcernDuty.REFERRAL)),
        _as_it_should_be,
        child=True,
        believed=True,
    ),
)
NO_PANEL_LISTED = MissingKind(
    "no panel listed",
    "A case of the unit is active, and policy lists no authority where a panel on exploitation sits.",
    ((Section.SCREENINGS, ConcernDuty.MULTI_AGENCY),),
    _as_it_should_be,
)
"""Of every unit with an active case, until a force fills in the row: planted in none in particular."""


def without_panel(unit: str) -> MissingFault:
    """The entry of the key for a unit in which some case is active."""
    kind = NO_PANEL_LISTED
    return MissingFault(kind.name, unit, _shown(kind), kind.says)


def _shown(kind: MissingKind) -> tuple[Shown, ...]:
    return tuple((str(section), str(what)) for section, what in kind.expect)


def planted(
    force: Force,
    night: int,
    next_door: list[str],
    child_of: Callable[..., Child],
) -> Iterator[Planted]:
    """Each fault with its child, the rows of its episode and flags, and its entry in the key."""
    doors, looked = iter(next_door), force.on - 9
    for at, kind in enumerate(kind for kind in KINDS for _ in range(times(force))):
        rng = Random(f"{force.seed}:missing planted:{at}")
        child = child_of(force, at, rng, homes=0, prefix="MF")
        child.flagged = kind.flag
        door = next(doors, "") if kind.draw is _next_door else ""
        if kind.draw is _next_door and not door:
            continue  # nobody on the register lives anywhere in so small a force
        made = kind.draw(f"ME-F{at + 1:03d}", child, night, door, rng)
        flags = [_nobodys(child, looked)] if kind.flag else []
        if kind.screened and made.found is not None:
            made.rows["exploitation_screenings"] = [screened(child, max(day_after_all(made.found), looked))]
        if kind.believed:
            made.rows["exploitation_steps"] = [step(child, ConcernStep.BELIEVED, looked)]
        who = child.ref if kind.flag or kind.child else made.ref
        yield MissingFault(kind.name, who, _shown(kind), kind.says), child, made, flags


def times(force: Force) -> int:
    """How many times each kind is planted: as many postcodes of people on the register are needed."""
    return max(1, round(force.people * FAULTS_A_PERSON))


def _nobodys(child: Child, on: int) -> Row:
    return {
        "ref": f"{child.ref}-X1",
        "recorded_at": evening(on),
        "withdrawn": NO,
        "missing_ref": child.ref,
        "kind": FlagKind.CRIMINAL,
        "on": iso(on),
        "reason": "Carries a second telephone.",
    }
