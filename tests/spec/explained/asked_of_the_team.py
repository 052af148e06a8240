"""Questions about visits, warrants, officers and signals, asked of a rule one at a time."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.spec.explained.people import ON, d, officer, visit
from tests.spec.registers.subjects import LAW
from watchkeeper.escalation.facts import Failure, Necessity
from watchkeeper.escalation.rules.grounds import describe, grounds_for_arrest
from watchkeeper.escalation.rules.warrants import may_seek_warrant
from watchkeeper.inspection.facts import Signal, Weekly
from watchkeeper.inspection.rules.falling import judge
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.facts import Duty
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import NoticeReason, Outcome, Purpose
from watchkeeper.visits.rules.announced import announced_share, may_announce
from watchkeeper.visits.rules.crewing import may_crew
from watchkeeper.visits.rules.outcomes import counts_towards_warrant, valid_attempt
from watchkeeper.workforce.facts import Course, Power, Rank, Role, Training
from watchkeeper.workforce.rules.authority import may
from watchkeeper.workforce.rules.caseload import caseload
from watchkeeper.workforce.rules.manager import may_manage

Asked = Iterator[tuple[str, Any]]


def questions() -> Asked:
    """Every question in a few words, with the answer of today."""
    for part in (_visits, _warrants, _officers, _signals):
        yield from part()


def _visits() -> Asked:
    for reason, by, rank in (
        (NoticeReason.INTERPRETER, "", ""),
        (NoticeReason.OTHER, "O7", "sergeant"),
        (NoticeReason.OTHER, "O7", "constable"),
        (NoticeReason.OTHER, "O7", "unknown"),
        (NoticeReason.OTHER, "", ""),
        (None, "", ""),
    ):
        asked = f"{reason or 'no ground'}, {rank or 'nobody'}"
        yield f"May a visit be announced, {asked}?", may_announce(reason, by, rank, LAW, on=ON)
    one, two = officer(), officer(ref="O2")
    crews = {
        "two": ([one, two], Level.HIGH, ""),
        "one, low": ([one, one], Level.LOW, ""),
        "one, high, with a marker": ([officer(role=Role.INTELLIGENCE)], Level.HIGH, "invented words"),
        "one, no level": ([one], None, ""),
        "nobody": ([], Level.LOW, ""),
    }
    for name, (crew, grade, marker) in crews.items():
        yield f"May a crew visit, {name}?", may_crew(crew, grade, LAW, on=ON, safety_marker=marker)
    for made, notice in ((100, 10), (100, 11), (1_500, 300), (3, 3), (0, 0)):
        yield f"Are too many visits announced, {notice} of {made}?", announced_share(made, notice, LAW, on=ON)
    visits = {
        "sought and refused": visit("2026-10-20T10:00", Outcome.REFUSED, sought=True),
        "routine, no reply": visit("2026-10-20T10:00", purpose=Purpose.ROUTINE),
        "called off": visit(
            "2026-10-20T10:00", Outcome.CALLED_OFF, sought=True, purpose=Purpose.WELFARE, crew=()
        ),
        "bare": visit("2026-12-20T10:00", None, premises="", purpose=None, sought=True, crew=()),
        "no such address": visit("2026-10-20T10:00", Outcome.NO_SUCH_ADDRESS, sought=True),
    }
    for name, each in visits.items():
        yield f"Is a visit a valid attempt, {name}?", valid_attempt(each, LAW, on=ON)
        yield f"Does a visit count towards a warrant, {name}?", counts_towards_warrant(each)


def _warrants() -> Asked:
    tries = (
        visit("2026-10-20T10:00", Outcome.REFUSED, "V2", sought=True),
        visit("2026-11-02T10:00", Outcome.NO_REPLY, "V3", sought=True),
        visit("2026-11-02T12:00", Outcome.NO_REPLY, "V4"),
        visit("2026-11-03T12:00", Outcome.NO_REPLY, "V5", sought=True),
    )
    for rank, kind in (
        (Rank.SUPERINTENDENT, None),
        (Rank.INSPECTOR, AwayKind.REMAND),
        *((None, k) for k in AwayKind),
    ):
        full = rank is Rank.SUPERINTENDENT
        yield (
            f"May a warrant be sought by {rank or 'nobody'}, {kind or 'at liberty'}?",
            may_seek_warrant(
                "H1" if full else "H2",
                attempts=tries,
                notified_or_frequented=full,
                in_custody_or_abroad=kind,
                necessary=full,
                applicant_rank=rank,
                law=LAW,
                on=ON,
            ),
        )
    late = Failure(Duty.ANNUAL, "", d("2026-10-06"))
    put_right = Failure(Duty.CHANGE, "K1", d("2026-10-07"), d("2026-10-09"))
    sets = {
        "in default": (late, put_right),
        "excused": (replace(late, excuse="invented"),),
        "prosecuted": (replace(late, prosecuted=True),),
        "nothing": (),
    }
    for name, held in sets.items():
        why = (Necessity.ADDRESS, Necessity.INVESTIGATE) if name == "in default" else ()
        courses = LAW["arrest_alternatives"].words(ON) if name == "in default" else ()
        answer = grounds_for_arrest(held, necessity=why, considered=courses, law=LAW, on=ON)
        yield f"Are there grounds for arrest, {name}?", answer
    for duty in Duty:
        if duty in DESCRIBED:
            yield f"How is a failure described, {duty}?", (describe(replace(late, duty=duty)),)


DESCRIBED = (
    Duty.INITIAL,
    Duty.COMPLETE,
    Duty.STAY,
    Duty.NON_EVENT,
    Duty.WEEKLY,
    Duty.TRAVEL,
    Duty.TRAVEL_CHANGE,
)


def _officers() -> Asked:
    for power in Power:
        yield f"May a manager {power}?", may(officer(), power, LAW, on=ON, about_own=True)
    chief = officer(ref="O9", rank=Rank.SUPERINTENDENT, role=Role.SENIOR_OFFICER, training=())
    for power in (Power.SEEK_WARRANT, Power.SET_LEVEL, Power.READ_TRAIL):
        yield f"May a superintendent {power}?", may(chief, power, LAW, on=ON)
    lapsed = (Training(Course.ARMS, d("2020-01-10"), d("2023-01-10")),)
    leaver = officer(role=Role.INTELLIGENCE, until=d("2026-10-30"), training=lapsed, hours_share=0.5)
    yield "May an officer manage, in order?", may_manage(officer(), 40.5, LAW, on=ON)
    yield "May an officer manage, having left?", may_manage(leaver, 40.5, LAW, on=ON)
    yield "May an officer manage, not yet begun?", may_manage(officer(since=d("2026-12-01")), 1.0, LAW, on=ON)
    for counts in (
        {"high": 10, "low": 20},
        {"medium": 55},
        {"medium": 65},
        {"very high": 60},
        {"not recorded": 1},
        {},
    ):
        said = ", ".join(f"{count} {name}" for name, count in counts.items()) or "nobody"
        yield f"How heavy is a caseload of {said}?", caseload(officer(), counts, LAW, on=ON)
    yield "How heavy is a caseload of 30 medium on half time?", caseload(leaver, {"medium": 30}, LAW, on=ON)


def _signals() -> Asked:
    runs = {
        "steady": (25,) * 13,
        "fell": (25,) * 12 + (9,),
        "uneven": (10, 60) * 8 + (1,),
        "quiet": (3,) * 20 + (0,),
        "very quiet": (0,) * 20,
        "new": (25, 25),
    }
    for name, counts in runs.items():
        yield f"Did a signal fall, {name}?", judge(Weekly(Signal.VISITS, "U1", counts), LAW, on=ON)
