"""Questions that are asked of a rule one at a time, and answered with every reason."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.spec.explained.people import ON, at, d, home, level, officer, outlook, plan, visit
from tests.spec.explained.telling import BACK, MOVED
from tests.spec.registers.subjects import LAW, away, convicted, subject, told
from watchkeeper.escalation.facts import Failure, Necessity
from watchkeeper.escalation.rules.grounds import describe, grounds_for_arrest
from watchkeeper.escalation.rules.warrants import may_seek_warrant
from watchkeeper.inspection.facts import Signal, Weekly
from watchkeeper.inspection.rules import judge
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers import facts as register
from watchkeeper.registers.facts import Change, Condition, Duty, Matter, Order, OrderKind, Trip
from watchkeeper.registers.rules import drafting
from watchkeeper.registers.rules.area import area
from watchkeeper.registers.rules.failures import failures
from watchkeeper.registers.rules.notification import complies
from watchkeeper.registers.rules.parents import carrier
from watchkeeper.registers.rules.periods import reckon, subject_to_notification
from watchkeeper.registers.rules.review import may_apply, may_set_further
from watchkeeper.registers.rules.stays import must_notify_household
from watchkeeper.registers.rules.travel import notice_in_time, return_exempt
from watchkeeper.risk.facts import Intelligence, Level
from watchkeeper.risk.rules.plans import may_approve_plan
from watchkeeper.visits.facts import NoticeReason, Outcome, Purpose
from watchkeeper.visits.rules.announced import announced_share, may_announce
from watchkeeper.visits.rules.crewing import may_crew
from watchkeeper.visits.rules.outcomes import counts_towards_warrant, valid_attempt
from watchkeeper.visits.rules.reactive import may_be_reactive
from watchkeeper.workforce.facts import Course, Power, Rank, Role, Training
from watchkeeper.workforce.rules.authority import may
from watchkeeper.workforce.rules.caseload import caseload
from watchkeeper.workforce.rules.manager import may_manage

Asked = Iterator[tuple[str, Any]]


def questions() -> Asked:
    """Every question in a few words, with the answer of today."""
    for part in (_orders, _register, _journeys, _risk, _visits, _warrants, _officers, _signals):
        yield from part()


def _orders() -> Asked:
    test = Condition("B1", "C1", "invented", True, "look", None)
    untested = replace(test, ref="B2", test_method=" ")
    shpo = Order("C1", OrderKind.SHPO, d("2026-01-10"), d("2031-01-10"), travel_until=d("2031-01-10"))
    drafts = {
        "of five years": (shpo, [test]),
        "until further order": (replace(shpo, until=None, travel_until=None), []),
        "too short, with a long ban": (
            replace(shpo, until=d("2030-01-10"), travel_until=d("2031-01-11")),
            [untested],
        ),
        "with a ban that has no end": (replace(shpo, travel_until=None, travel_total_ban=True), []),
        "of foreign travel": (replace(shpo, kind=OrderKind.FOREIGN_TRAVEL), []),
        "of 2016, requiring something": (
            replace(shpo, made_on=d("2016-01-10"), until=None),
            [test, untested],
        ),
    }
    for name, (order, terms) in drafts.items():
        yield f"May an order be drafted, {name}?", drafting.may_be_drafted(order, terms, LAW)
    for ready in (True, False):
        said = "ready" if ready else "not ready"
        yield (
            f"May a harm order be applied for, {said}?",
            drafting.may_apply_for_harm_order(
                qualifying_offender=ready,
                acts_alleged=["one", "two"] if ready else [],
                why_necessary="invented" if ready else " ",
                travel_sought=True,
                country_list_regarded=ready,
            ),
        )
        why = "invented" if ready else ""
        yield (
            f"May a risk order be applied for, {said}?",
            drafting.may_apply_for_risk_order(sexual_act_alleged=ready, why_necessary=why),
        )
        rank = Rank.INSPECTOR if ready else Rank.SERGEANT
        yield (
            f"May a notice of foreign conviction be given, {said}?",
            drafting.may_give_foreign_conviction_notice(rank, equivalent_offence=ready, law=LAW, on=ON),
        )


def _register() -> Asked:
    notice = register.Notification("N1", d("2026-06-02"), register.NotificationKind.INITIAL)
    yield "Does a whole notification comply?", complies(notice)
    lacking = replace(notice, items_missing=("photograph", "passport"), acknowledged=False)
    yield "Does a notification comply without items and acknowledgement?", complies(lacking)
    people = {
        "in order": subject(convicted()),
        "without end": subject(convicted(sentence=register.Sentence.LIFE)),
        "no longer": subject(convicted(d("2010-06-01"))),
        "not yet": subject(convicted(d("2026-12-01"))),
        "with no sentence recorded": subject(convicted(sentence=None)),
    }
    for name, who in people.items():
        yield f"Is somebody subject to notification, {name}?", subject_to_notification(who, LAW, on=ON)
    free = register.Notified(first_since_release_on=d("2011-03-01"))
    life = replace(subject(convicted(d("2010-02-01"), register.Sentence.LIFE)), notified=free)
    barred = replace(life, notified=register.Notified(), orders=(Order("C1", OrderKind.SHPO, ON, None),))
    for name, who in {"without end": life, "barred": barred, "with an end": people["in order"]}.items():
        yield f"May a review be sought, {name}?", may_apply(who, reckon(who, LAW, on=ON), LAW, on=ON)
    for years, justified in ((8, False), (10, False), (15, True), (7, True), (16, True)):
        risk = "justified" if justified else "not justified"
        answer = may_set_further(years, justified=justified, law=LAW, on=ON)
        yield f"May a refusal bar for {years} years, {risk}?", answer
    for hours, resides, age, public in (
        (12, False, 17, False),
        (11, False, None, False),
        (1, True, 18, True),
    ):
        yield (
            f"Must a household be notified, {hours} hours, child {age}?",
            must_notify_household(
                hours=hours, resides=resides, child_age=age, open_to_public=public, law=LAW, on=ON
            ),
        )
    direction = register.ParentalDirection("Q1", "P9", d("2026-06-01"), d("2026-12-01"))
    for name, born in {"young": d("2010-01-31"), "eighteen": d("2008-01-31"), "of unknown age": None}.items():
        who = subject(convicted(), born_on=born, direction=direction)
        yield f"Who carries the duties of somebody {name}?", carrier(who, LAW, on=ON)
    yield "Who carries the duties with no direction?", carrier(subject(), LAW, on=ON)
    yield "Which area, with a home?", area(subject(addresses=(home(),)), on=ON)
    yield "Which area, with a home elsewhere?", area(subject(addresses=(home(force="Northshire"),)), on=ON)
    yield "Which area, with homes given up?", area(MOVED.subject, on=ON)
    yield "Which area, with none ever?", area(subject(), on=ON)


def _journeys() -> Asked:
    trip = Trip("J1", d("2026-10-20"), d("2026-10-01"), None)
    trips = {
        "not at all": trip,
        "in time": replace(trip, notified_at=at("2026-10-13T20:00")),
        "late without excuse": replace(trip, notified_at=at("2026-10-19T12:00")),
        "late with excuse": replace(trip, notified_at=at("2026-10-18T12:00"), late_excuse="invented"),
        "at short notice, in time": replace(
            trip, known_since=d("2026-10-18"), notified_at=at("2026-10-19T10:59")
        ),
        "at short notice, late": replace(
            trip, known_since=d("2026-10-18"), notified_at=at("2026-10-19T11:01")
        ),
    }
    for name, each in trips.items():
        yield f"Was notice of a journey given in time, {name}?", notice_in_time(each, LAW, on=ON)
    met = replace(BACK, returned_on=d("2026-10-10"), returned_point=" dover ")
    returns = {
        "as stated": met,
        "at another point": replace(met, returned_point="Hull"),
        "on another day, point not recorded": replace(met, returned_on=d("2026-10-11"), returned_point=""),
        "with nothing stated": replace(met, notified_at=None, return_stated_on=None, return_stated_point=""),
        "with nothing recorded": replace(met, return_stated_point="", returned_point=""),
    }
    for name, each in returns.items():
        yield f"Is a return exempt, {name}?", return_exempt(each)
    who = subject(
        convicted(),
        notified=told("2026-10-10", "2026-06-08"),
        away=(away("2026-02-01", "2026-03-01"),),
        changes=(
            Change("K1", Matter.BANK, d("2026-09-01"), d("2026-09-20")),
            Change("K2", Matter.HOME_ADDRESS, d("2026-09-02"), d("2026-09-04")),
            Change("K3", Matter.NAME, None, d("2026-09-20"), d("2026-09-04"), d("2026-09-01")),
            Change("K4", Matter.NAME, d("2026-10-20")),
        ),
        trips=(
            trips["late without excuse"],
            replace(trip, ref="J2", returned_on=d("2026-10-22"), return_notified_on=d("2026-10-30")),
        ),
    )
    for failure in failures(who, LAW, on=ON):
        yield f"What was failed? {failure.duty} {failure.about}", failure


def _risk() -> Asked:
    low = outlook(
        level=level(Level.LOW), level_low_since=d("2020-01-06"), plan=plan(deviation_reason="settled")
    )
    unread = (Intelligence("I1", d("2026-10-20")),)
    broken = outlook(intelligence=unread, last_intelligence_on=d("2026-10-20"), plan=plan(approved_on=None))
    short = replace(low, level_low_since=d("2024-01-06"), plan=None, level=None)
    for name, each in {"settled": low, "not low": broken, "not long enough": short}.items():
        yield f"May visits become reactive, {name}?", may_be_reactive(each, LAW, on=ON)
    plans = {
        "whole": plan(),
        "with gaps": plan(pillars=("supervision",), actions_without_owner=2, visit_every_months=9),
        "reactive with a reason": plan(reactive=True, reactive_since=ON, deviation_reason="settled"),
        "reactive without": plan(reactive=True, visit_every_months=0),
        "departing with a reason": plan(visit_every_months=1, deviation_reason="closer"),
    }
    for name, plan_ in plans.items():
        yield f"May a plan be approved, {name}?", may_approve_plan(plan_, LAW, on=ON, level=Level.MEDIUM)
    yield "May a plan be approved, no level recorded?", may_approve_plan(plan(), LAW, on=ON, level=None)


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
