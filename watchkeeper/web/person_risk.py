"""Risk of a person: the level and who set it, what it rests on, the plan, and reactive management."""

from typing import Any

from watchkeeper.risk.facts import Duty
from watchkeeper.risk.rules.plans import may_approve_plan
from watchkeeper.visits.rules.reactive import may_be_reactive
from watchkeeper.web.person_acts import offered
from watchkeeper.web.person_duties import shown
from watchkeeper.web.person_reading import Reading


def risk(reading: Reading) -> dict[str, Any]:
    """What the page shows. Of intelligence, only that it came and whether it was reviewed."""
    recorded, outlook, law, on = reading.recorded, reading.case.outlook, reading.asking.law, reading.on
    level = outlook.level.level if outlook.level is not None else None
    plan = outlook.plan
    about_risk = {str(duty) for duty in Duty}
    visit = next((due for due in reading.explained.dues if due.duty in ("visit", "first visit")), None)
    items = [one for one in recorded.intelligence if one.received_on <= on]
    return {
        "levels": sorted(
            (one for one in recorded.levels if one.set_on <= on),
            key=lambda one: (one.set_on, one.ref),
            reverse=True,
        ),
        "assessments": sorted(
            (one for one in recorded.assessments if one.completed_on <= on),
            key=lambda one: one.completed_on,
            reverse=True,
        ),
        "made": {one.completes: one.assessment for one in recorded.rated if one.completes},
        "plan": plan,
        "plan_lacks": may_approve_plan(plan, law, on=on, level=level).unmet if plan is not None else (),
        "plans": sorted(
            (one for one in recorded.plans if one.made_on <= on), key=lambda one: one.made_on, reverse=True
        ),
        "reviews": sorted(
            (one for one in recorded.reviews if one.reviewed_on <= on),
            key=lambda one: one.reviewed_on,
            reverse=True,
        ),
        "items": sorted(items, key=lambda one: (one.received_on, one.ref), reverse=True),
        "unread": sum(one.reviewed_on is None or one.reviewed_on > on for one in items),
        "reactive": plan is not None and plan.reactive,
        "reactive_since": plan.reactive_since if plan is not None else None,
        "reactive_clock": shown(visit, reading) if visit is not None else None,
        "may_be": may_be_reactive(outlook, law, on=on),
        "clocks": [shown(due, reading) for due in reading.explained.dues if due.duty in about_risk],
        "offers": offered(reading, "person-risk"),
    }
