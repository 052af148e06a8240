"""A supervisor changes a plan that stands: pins, moves, drops, takes a crew off, and takes it back.

Each is an event with its reason. The plan as it stands is derived from them; planning again keeps
them. What steps outside the lottery is counted.
"""

from datetime import date, datetime

from watchkeeper.access.rules import may_work_on
from watchkeeper.access.stored import known_of
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.planning import models
from watchkeeper.planning.facts import Alteration, NightPlan
from watchkeeper.planning.rules.altering import CITE, may_alter, may_take_back, steps_outside
from watchkeeper.planning.rules.present import standing
from watchkeeper.planning.rules.seeing import may_see_plan, shift_lasts
from watchkeeper.planning.stored import changes_to, crew_of, plan_now, ref_of, shut_officers
from watchkeeper.visits.facts import NoticeReason
from watchkeeper.visits.rules.announced import may_announce
from watchkeeper.workforce.acts import Act, act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.stored import officer_as_known


def pin(
    unit: str, night: date, person: str, crew: str, *, part: str = "", reason: str, by: Officer, on: date,
    law: Shelf, purpose: str, at: datetime,
) -> models.Altered:  # fmt: skip
    """Fix a visit to a person by a crew, whatever the draw. It is outside the lottery, and counted.

    The visit is last in the crew's round until the night is planned again. Raises Refused
    without the power, need to know or a reason, and for somebody who is no candidate.
    """
    return _altered(
        Alteration.PIN, unit, night, person=person, crew=crew, part=part, reason=reason, by=by, on=on,
        law=law, purpose=purpose, at=at,
    )  # fmt: skip


def move(
    unit: str, night: date, person: str, *, crew: str = "", part: str = "", reason: str, by: Officer,
    on: date, law: Shelf, purpose: str, at: datetime,
) -> models.Altered:  # fmt: skip
    """Move a planned visit to another crew or part of the day. Raises Refused as `pin` does."""
    return _altered(
        Alteration.MOVE, unit, night, person=person, crew=crew, part=part, reason=reason, by=by, on=on,
        law=law, purpose=purpose, at=at,
    )  # fmt: skip


def drop(
    unit: str, night: date, person: str, *, reason: str, by: Officer, on: date, law: Shelf, purpose: str,
    at: datetime,
) -> models.Altered:  # fmt: skip
    """Take a visit off the night, for a reason. What law asks of the person is owed all the same."""
    return _altered(
        Alteration.DROP, unit, night, person=person, reason=reason, by=by, on=on, law=law, purpose=purpose,
        at=at,
    )  # fmt: skip


def crew_off(
    unit: str, night: date, crew: str, *, reason: str, by: Officer, on: date, law: Shelf, purpose: str,
    at: datetime,
) -> models.Altered:  # fmt: skip
    """A crew cannot go, or cannot go on: its visits to come wait until the night is planned again."""
    return _altered(
        Alteration.CREW_OFF, unit, night, crew=crew, reason=reason, by=by, on=on, law=law, purpose=purpose,
        at=at,
    )  # fmt: skip


def crew_back(
    unit: str, night: date, crew: str, *, reason: str, by: Officer, on: date, law: Shelf, purpose: str,
    at: datetime,
) -> models.Altered:  # fmt: skip
    """A crew that was off can go again: its round is as it was, or it is given one when planned again.

    Raises Refused as `pin` does, and for a crew that is not off or whose shift is over.
    """
    return _altered(
        Alteration.CREW_BACK, unit, night, crew=crew, reason=reason, by=by, on=on, law=law, purpose=purpose,
        at=at,
    )  # fmt: skip


def take_back(
    unit: str, night: date, person: str, *, reason: str, by: Officer, on: date, law: Shelf, purpose: str,
    at: datetime,
) -> models.Altered:  # fmt: skip
    """Take back a pin, a move or a drop: the draw and the search decide again.

    Somebody whose ticket was not drawn leaves the round at once. Raises Refused as `pin` does, and
    where nothing of it stands.
    """
    return _altered(
        Alteration.TAKE_BACK, unit, night, person=person, reason=reason, by=by, on=on, law=law,
        purpose=purpose, at=at,
    )  # fmt: skip


def ran_long(
    unit: str, night: date, person: str, *, minutes: int, reason: str, by: Officer, on: date, law: Shelf,
    purpose: str, at: datetime,
) -> models.Altered:  # fmt: skip
    """A visit took so many minutes more than was allowed for: the rest of its round is that much later."""
    return _altered(
        Alteration.RAN_LONG, unit, night, person=person, minutes=minutes, reason=reason, by=by, on=on,
        law=law, purpose=purpose, at=at,
    )  # fmt: skip


def announce(
    unit: str, night: date, person: str, *, notice: NoticeReason, hours: int, reason: str, by: Officer,
    on: date, law: Shelf, purpose: str, at: datetime,
) -> models.Altered:  # fmt: skip
    """Let a planned visit be announced, so many hours ahead: authority for one, and counted.

    Every planned visit is unannounced until somebody with the power says otherwise, and never
    somebody on its crew. Raises Refused as `pin` does, and on no ground.
    """
    power = Power.AUTHORISE_NOTICE
    plan = plan_now(unit, night, known_at=at)
    round_ = plan.round_of(person) if plan is not None else None
    own = round_ is not None and by.ref in round_.crew.officers
    with act(power, by=by, about=person, on=on, law=law, purpose=purpose, at=at, about_own=own) as this:
        ground = may_announce(notice, by.ref, by.rank, law, on=on)
        given = Reason(hours > 0, "the hours of notice are given", CITE)
        this.require(Decision((*ground.reasons, given)))
        return _store(
            this, plan, Alteration.ANNOUNCE, unit, night, person=person, reason=reason, by=by, on=on, law=law,
            at=at, notice_hours=hours, notice_reason=notice.value,
        )  # fmt: skip


def _altered(
    kind: Alteration, unit: str, night: date, *, person: str = "", crew: str = "", part: str = "",
    minutes: int = 0, reason: str, by: Officer, on: date, law: Shelf, purpose: str, at: datetime,
) -> models.Altered:  # fmt: skip
    plan = plan_now(unit, night, known_at=at)
    with act(Power.ALTER_PLAN, by=by, about=person, on=on, law=law, purpose=purpose, at=at) as this:
        return _store(
            this, plan, kind, unit, night, person=person, crew=crew, part=part, minutes=minutes,
            reason=reason, by=by, on=on, law=law, at=at,
        )  # fmt: skip


def _store(
    this: Act, plan: NightPlan | None, kind: Alteration, unit: str, night: date, *, person: str,
    crew: str = "", part: str = "", minutes: int = 0, reason: str, by: Officer, on: date, law: Shelf,
    at: datetime, notice_hours: int | None = None, notice_reason: str = "",
) -> models.Altered:  # fmt: skip
    """Judge the change against the plan as it stands, and store it as an event."""
    this.fact("unit", unit)
    this.fact("night", night)
    this.fact("change", kind)
    there = Reason(plan is not None, f"a plan of {day(night)} stands", CITE)
    over = Reason(night >= on, f"{day(night)} is not over", CITE)
    this.require(Decision((there, over, *may_see_plan(by, unit, law, on=on).reasons)))
    if plan is None:
        raise RuntimeError("a plan that is not there was allowed to be changed")
    if person:
        this.require(may_work_on(by, known_of(person, on=on, known_at=at), law, on=on))
    asked = standing(changes_to(unit, night, known_at=at))
    if kind in (Alteration.CREW_BACK, Alteration.TAKE_BACK):
        this.require(may_take_back(kind, stands=crew in asked.crews_off or asked.holds(person)))
    off = crew in asked.crews_off and kind not in (Alteration.CREW_OFF, Alteration.CREW_BACK)
    this.require(Decision((Reason(not off, "the crew can go", CITE),)))
    this.require(may_alter(plan, kind, person=person, crew=crew, part=part, minutes=minutes, reason=reason))
    if kind is not Alteration.CREW_OFF and crew:
        named = crew_of(unit, night, crew, known_at=at)
        if named is not None:
            this.require(Decision((shift_lasts(named, night, at=at),)))
    this.require(Decision((_open_to(crew, person, law, on, at),)))
    effect = steps_outside(kind, plan.candidate(person))
    this.because((effect.says,))
    return this.store(
        models.Altered(
            ref="",
            plan_ref=ref_of(unit, night),
            revision=plan.revision,
            kind=kind.value,
            by=by.ref,
            at=at,
            reason=reason,
            about=person,
            crew=crew,
            part=part,
            minutes=minutes or None,
            outside=not effect.met,
            notice_hours=notice_hours,
            notice_reason=notice_reason,
        )
    )


def _open_to(crew: str, person: str, law: Shelf, on: date, at: datetime) -> Reason:
    """Whether a crew that is handed a person may open the record; why it is shut is not said."""
    officers = [officer_as_known(ref, known_at=at) for ref in crew.split("+") if person and ref]
    known = [each for each in officers if each is not None]
    shut = shut_officers(known, (person,), law, on=on, known_at=at)
    return Reason(not shut, "the record is open to the crew", CITE)
