"""Level, assessment, plan, intelligence, visits and the named manager."""

from tests.spec.explained.people import MANAGED, case, d, failed, level, officer, outlook, plan, visit
from tests.spec.registers.subjects import away
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.facts import Change, Matter
from watchkeeper.risk.facts import Assessment, Intelligence, Level, Outlook
from watchkeeper.visits.facts import Contact, NoticeReason, Outcome
from watchkeeper.workforce.facts import Course, Managed, Training

NEVER = Contact()


def risk(**more: object) -> dict[str, object]:
    return {"outlook": outlook(**more)}


RISK = {
    "risk, nothing known": case(facts={"outlook": Outlook(), "contact": NEVER}, flag=None),
    "risk, registered and nothing else": case(
        facts={"outlook": Outlook(registered_on=d("2026-06-01")), "contact": NEVER}, flag=None
    ),
    "on licence, never assessed": case(facts=risk(on_licence=True, assessed=None)),
    "on licence, away": case(facts=risk(on_licence=True, assessed=None), away=(away("2026-10-20"),)),
    "assessed with another instrument": case(
        facts=risk(assessed=Assessment("S1", "invented", d("2026-09-01")))
    ),
    "assessment not signed off": case(facts=risk(assessed=Assessment("S1", "arms", d("2026-10-30")))),
    "assessment after significant intelligence": case(
        facts=risk(
            intelligence=(
                Intelligence("I1", d("2026-10-26"), True, d("2026-10-27")),
                Intelligence("I2", d("2026-10-28"), True),
                Intelligence("I3", d("2026-10-29")),
            ),
            last_intelligence_on=d("2026-10-29"),
        )
    ),
    "assessment after release": case(away=(away("2026-09-03", "2026-10-30"),)),
    "assessment after return from abroad": case(
        facts=risk(
            assessed=Assessment("S1", "ARMS", d("2025-10-10"), d("2025-10-11")), registered_on=d("2025-01-01")
        ),
        away=(away("2026-09-20", "2026-10-30", AwayKind.ABROAD),),
    ),
    "reviewed never": case(facts=risk(reviewed=None, level=level(Level.VERY_HIGH))),
    "no level": case(facts=risk(level=None)),
    "no plan": case(facts=risk(plan=None)),
    "not flagged": case(flag=None),
}
QUIET = {
    "level": level(Level.LOW, "2020-01-06"),
    "level_low_since": d("2020-01-06"),
    "registered_on": d("2015-01-05"),
}
REACTIVE = plan(reactive=True, reactive_since=d("2024-06-20"), deviation_reason="settled")
VISITS = {
    "never seen": case(facts={"contact": NEVER}),
    "never seen, attempted": case(facts={"contact": failed(visit("2026-10-20T10:00"), seen="")}),
    "seen, then attempted": case(facts={"contact": failed(visit("2026-10-20T10:00"))}),
    "seen before registration": case(
        facts={
            "contact": Contact(d("2026-05-01"), d("2026-05-01"), "V1"),
            **risk(registered_on=d("2026-10-26")),
        }
    ),
    "in custody": case(away=(away("2026-10-20"),)),
    "in hospital until a day": case(away=(away("2026-10-20", "2026-11-20", AwayKind.HOSPITAL),)),
    "abroad": case(away=(away("2026-10-20", kind=AwayKind.ABROAD),)),
    "first visit after release": case(away=(away("2026-09-20", "2026-10-30"),)),
    "visit missed before a long absence": case(
        facts={
            "contact": Contact(d("2025-01-10"), d("2025-01-10"), "V1"),
            **risk(registered_on=d("2024-01-01")),
        },
        away=(away("2026-06-20", "2026-10-30"),),
    ),
    "back from abroad, visit due meanwhile": case(
        facts={
            "contact": Contact(d("2026-03-25"), d("2026-03-25"), ""),
            **risk(registered_on=d("2026-01-01")),
        },
        away=(away("2026-07-20", "2026-10-30", AwayKind.ABROAD),),
    ),
    "plan asks for longer, approved with a reason": case(
        facts=risk(plan=plan(visit_every_months=9, deviation_reason="settled"))
    ),
    "plan asks for longer, without a reason": case(facts=risk(plan=plan(visit_every_months=9))),
    "plan asks for shorter": case(facts=risk(plan=plan(visit_every_months=1))),
    "plan asks for longer, no level": case(
        facts=risk(level=None, plan=plan(visit_every_months=9, deviation_reason="settled"))
    ),
    "reactive and holding": case(facts=risk(**QUIET, plan=REACTIVE)),
    "reactive, ended by intelligence, a change and a child": case(
        facts=risk(**QUIET, plan=REACTIVE, last_intelligence_on=d("2026-10-20")),
        changes=(Change("K1", Matter.CHILD_HOUSEHOLD_BEGAN, d("2026-10-12"), d("2026-10-13")),),
    ),
    "reactive, never properly begun": case(facts=risk(plan=plan(reactive=True, approved_by=""))),
    "reactive, no level": case(facts=risk(level=None, plan=REACTIVE)),
    "officer-safety marker": case(marker="invented words"),
    "announced without a ground, without authority, by too low a rank": case(
        facts={
            "contact": failed(
                visit("2026-10-20T10:00", None, crew=(), purpose=None),
                announced=(
                    visit("2026-10-01T10:00", Outcome.SEEN, "V3", notice_hours=1),
                    visit(
                        "2026-10-02T10:00",
                        Outcome.SEEN,
                        "V4",
                        notice_hours=48,
                        notice_reason=NoticeReason.OTHER,
                    ),
                    visit(
                        "2026-10-03T10:00",
                        Outcome.SEEN,
                        "V5",
                        notice_hours=24,
                        notice_reason=NoticeReason.OTHER,
                        notice_authorised_by="O7",
                        notice_authorised_rank="constable",
                    ),
                    visit(
                        "2026-10-04T10:00",
                        Outcome.CALLED_OFF,
                        "V6",
                        premises="",
                        crew=(),
                        notice_hours=2,
                        notice_reason=NoticeReason.HEALTH,
                    ),
                ),
            )
        }
    ),
}
MANAGERS = {
    "manager never named": case(facts={"manager": None, "officer": None}),
    "manager never named, registration unknown": case(
        facts={"manager": None, "officer": None, **risk(registered_on=None)}
    ),
    "manager's time ended": case(facts={"manager": Managed("M1", "O1", d("2026-06-02"), d("2026-10-30"))}),
    "manager left post": case(facts={"officer": officer(until=d("2026-10-29"))}),
    "manager not on record": case(facts={"officer": None}),
    "manager lacks training": case(
        facts={
            "manager": MANAGED,
            "officer": officer(training=(Training(Course.ARMS, d("2020-01-10"), d("2023-01-10")),)),
        }
    ),
}
CASES = {**RISK, **VISITS, **MANAGERS}
