"""Looking at a plan, and handing a crew its round. Each look is on the trail, with who, when and why."""

from datetime import date, datetime
from hashlib import sha256

from watchkeeper.access.stored import shut_to
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.planning import models
from watchkeeper.planning.facts import NightPlan, Round
from watchkeeper.planning.paper import round_on_paper
from watchkeeper.planning.rules.present import standing
from watchkeeper.planning.rules.seeing import (
    CITE,
    masked,
    masked_round,
    may_issue,
    may_see_plan,
    may_see_round,
)
from watchkeeper.planning.stored import changes_to, issued, plan_now, ref_of
from watchkeeper.workforce.acts import Act, act
from watchkeeper.workforce.facts import Officer, Power


def look_at_plan(
    unit: str, *, night: date, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> NightPlan:
    """The plan of a unit's night as it stands, for a planner. The look is recorded.

    Of people whose record is shut to the planner nothing is shown but that a visit takes its
    time. Raises Refused without the power, for another unit's plan, and where none stands.
    """
    plan = plan_now(unit, night, known_at=at)
    shut = shut_to(by, law, on=on, known_at=at)
    with act(Power.SEE_PLAN, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        this.require(may_see_plan(by, unit, law, on=on))
        plan = _there(plan, night, this)
        _looked(unit, night, (), by, this)
        return masked(plan, shut)


def look_at_round(
    unit: str, *, night: date, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> Round:
    """One's own round, with whom to try when a door stays shut: from the start of the shift, that day only.

    The first look by one of the crew issues the round. Raises Refused without the power, to
    anybody on no crew of the night, before the shift and after the day.
    """
    plan = plan_now(unit, night, known_at=at)
    before = issued(unit, night, known_at=at)
    shut = shut_to(by, law, on=on, known_at=at)
    with act(Power.SEE_ROUND, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        plan = _there(plan, night, this)
        own = next((one for one in plan.rounds if by.ref in one.crew.officers), None)
        if own is None:
            this.require(Decision((Reason(False, "on the crew of a round of the night", CITE),)))
            raise RuntimeError("a round was shown to nobody's crew")
        this.require(may_see_round(by, own.crew, night, law, at=at))
        _looked(unit, night, own.crew.officers, by, this)
        if not any(each.crew == own.crew.ref for each in before):
            _issue(own, unit, night, by, this)
        return masked_round(own, shut)


def issue_round(
    unit: str, crew: str, *, night: date, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> Round:
    """Hand a crew its round, on paper or by word: what it said is kept as a hash. No sooner than the shift.

    Raises Refused without the power, for another unit, for a crew that has no round, and too soon.
    """
    plan = plan_now(unit, night, known_at=at)
    with act(Power.ISSUE_ROUND, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        this.require(may_see_plan(by, unit, law, on=on))
        plan = _there(plan, night, this)
        one = next((each for each in plan.rounds if each.crew.ref == crew), None)
        if one is None:
            this.require(Decision((Reason(False, f"crew {crew or '(blank)'} has a round", CITE),)))
            raise RuntimeError("a round nobody has was issued")
        this.require(may_issue(one.crew, night, law, at=at))
        off = standing(changes_to(unit, night, known_at=at)).crews_off
        this.require(Decision((Reason(crew not in off, "the crew can go", CITE),)))
        _issue(one, unit, night, by, this)
        return one


def _there(plan: NightPlan | None, night: date, this: Act) -> NightPlan:
    this.require(Decision((Reason(plan is not None, f"a plan of {day(night)} stands", CITE),)))
    if plan is None:
        raise RuntimeError("a plan that is not there was shown")
    return plan


def _looked(unit: str, night: date, crew: tuple[str, ...], by: Officer, this: Act) -> None:
    this.fact("unit", unit)
    this.fact("night", night)
    this.store(
        models.PlanLook(ref="", unit=unit, night=night, officer_ref=by.ref, at=this.at, crew=";".join(crew))
    )


def _issue(one: Round, unit: str, night: date, by: Officer, this: Act) -> None:
    digest = sha256(round_on_paper(one)).hexdigest()
    this.fact("round", digest)
    this.store(
        models.RoundIssued(
            ref=f"{this.ref}-issue", plan_ref=ref_of(unit, night), crew=one.crew.ref, by=by.ref, at=this.at,
            digest=digest,
        )
    )  # fmt: skip
