"""Questions that are asked of a rule one at a time, and answered with every reason."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.spec.explained import asked_of_the_team
from tests.spec.explained.people import ON, at, d, home, level, outlook, plan
from tests.spec.explained.telling import BACK, MOVED
from tests.spec.registers.subjects import LAW, away, convicted, subject, told
from watchkeeper.registers import facts as register
from watchkeeper.registers.facts import Change, Condition, Matter, Order, OrderKind, Trip
from watchkeeper.registers.rules import drafting
from watchkeeper.registers.rules.amounting import notified
from watchkeeper.registers.rules.area import area
from watchkeeper.registers.rules.changes import answered
from watchkeeper.registers.rules.failures import failures
from watchkeeper.registers.rules.notification import complies
from watchkeeper.registers.rules.parents import carrier
from watchkeeper.registers.rules.periods import reckon, subject_to_notification
from watchkeeper.registers.rules.review import may_apply, may_set_further
from watchkeeper.registers.rules.stays import must_notify_household
from watchkeeper.registers.rules.travel import notice_in_time, return_exempt
from watchkeeper.risk.facts import Intelligence, Level
from watchkeeper.risk.rules.plans import may_approve_plan
from watchkeeper.visits.rules.reactive import may_be_reactive
from watchkeeper.workforce.facts import Rank

CHANGE = register.NotificationKind.CHANGE
Asked = Iterator[tuple[str, Any]]


def questions() -> Asked:
    """Every question in a few words, with the answer of today."""
    for part in (_orders, _register, _journeys, _risk):
        yield from part()
    yield from asked_of_the_team.questions()


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
    given = (
        notice,
        replace(lacking, ref="N2", notified_on=d("2026-09-01")),
        replace(notice, ref="N3", notified_on=d("2026-08-03"), kind=CHANGE, matter=Matter.BANK),
        replace(
            notice,
            ref="N4",
            notified_on=d("2026-07-01"),
            kind=CHANGE,
            matter=Matter.NAME,
            stated_for=d("2026-07-10"),
        ),
        replace(
            notice,
            ref="N5",
            notified_on=d("2026-10-01"),
            kind=CHANGE,
            matter=Matter.STAY,
            stated_for=d("2026-10-10"),
        ),
        replace(notice, ref="N6", notified_on=d("2026-12-01")),
    )
    served = (away("2026-05-01", "2026-05-20"),)
    yield "What do notifications amount to?", notified(given, served, on=ON, law=LAW)
    yield (
        "What do notifications amount to in custody?",
        notified(given[:3], (away("2026-05-01"),), on=ON, law=LAW),
    )
    came = (Change("K1", Matter.NAME, d("2026-07-09")), Change("K2", Matter.BANK, d("2026-08-01")))
    for change in answered(came, given, on=ON):
        yield f"Which notification answers {change.ref}?", change
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
