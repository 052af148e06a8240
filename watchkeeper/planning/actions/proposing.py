"""A plan is proposed for a unit and a night, and proposed again when the day turns out otherwise.

The night's key is sealed, and its hash on the trail, before anything is planned with it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError
from django.db.models import Max

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.planning import models
from watchkeeper.planning.actions.drawing import opened
from watchkeeper.planning.actions.freezing import freeze
from watchkeeper.planning.assembling import Map
from watchkeeper.planning.facts import NightPlan
from watchkeeper.planning.keys import Sealed, locked_up, seed_of
from watchkeeper.planning.paper import on_paper
from watchkeeper.planning.proposing import FIRST, Before, Wanted, read, worked_out
from watchkeeper.planning.rules.present import standing
from watchkeeper.planning.rules.seeing import CITE, instant_of, may_see_plan, minute_of
from watchkeeper.planning.stored import changes_to, crew_of, knocks_on, plan_now, ref_of, row_of
from watchkeeper.visits.routing.effort import effort
from watchkeeper.visits.rules.tickets import checked, commitment
from watchkeeper.workforce.acts import Act, Refused, act
from watchkeeper.workforce.facts import Officer, Power, Role
from watchkeeper.workforce.models import Unit
from watchkeeper.workforce.rules.authority import may

ONCE = "planning_night"
"""In what both databases say when a night would have two keys, or two plans of one revision."""
OTHER_SEED = "the day's key is sealed with a seed of its own: no other is taken; leave the seed out"
CHANGED = "a plan stands, and would come out otherwise now: say why the day is planned again"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A plan worked out and stored. `says` tells whether it is new, or the one that stood already."""

    plan: NightPlan
    says: str
    new: bool


def propose_plan(
    unit: str,
    *,
    night: date,
    days: int,
    by: Officer,
    on: date,
    law: Shelf,
    calendar: Calendar,
    where: Map,
    purpose: str,
    at: datetime,
    key: bytes,
    seed: int | None = None,
    account: str = "",
    nightly: bool = False,
) -> Proposed:
    """Plan the rounds of a unit for a night, and say in numbers what the nights after it hold.

    Parameters
    ----------
    days
        How many nights are looked at, 1 or more. The first alone is firm.
    key
        Made by the door with `secrets`. It becomes the night's key where none stands; where one
        does, it is not used: nobody draws again until the draw pleases.
    seed
        Of the search, recorded and sealed with the key. Given by the key where None.
    account
        The login of whoever asks, kept on the trail where the system officer plans for them.
    nightly
        Nobody waits: how good the plan is may be proved for longer.

    Where a plan stands and is worked out again from the same facts it is the same plan, and is not
    stored twice: so a plan is checked. One that would come out otherwise is planned again by `replan`.

    Raises Refused without the power, for another unit or a unit nobody knows, for a night that is
    past or further off than policy plans, for a seed other than the one sealed, where a plan stands
    and would change, and where somebody else plans the night at the same time.
    """
    return _proposed(
        Wanted(unit, night, days, key, -1, ""), FIRST, seed, by=by, on=on, law=law, calendar=calendar,
        where=where, purpose=purpose, at=at, account=account, turns=effort(law, on=night).search_turns,
        nightly=nightly,
    )  # fmt: skip


def replan(
    unit: str,
    *,
    night: date,
    reason: str,
    by: Officer,
    on: date,
    law: Shelf,
    calendar: Calendar,
    where: Map,
    purpose: str,
    at: datetime,
    account: str = "",
) -> Proposed:
    """Plan a night again: a crew is off, a visit ran long, somebody was pinned, moved or dropped.

    Visits made stay as they were made, pins and drops are kept, and every crew goes on from where
    it stands at that instant. Whoever was not in is tried again at another part of the day. Only
    ticket holders and those a person fixed are planned. Raises Refused as `propose_plan`
    does, without a reason, and where no plan stands.
    """
    stands = row_of(unit, night, known_at=at)
    if not reason.strip() or stands is None:
        with act(Power.PLAN_VISITS, by=by, about="", on=on, law=law, purpose=purpose, at=at):
            raise Refused(
                Decision(
                    (
                        Reason(bool(reason.strip()), "a reason is given", CITE),
                        Reason(stands is not None, f"a plan of {day(night)} stands", CITE),
                    )
                )
            )
    days = 1 + len(stands.fact().forecast)
    return _proposed(
        Wanted(unit, night, days, b"", -1, ""), reason, None, by=by, on=on, law=law, calendar=calendar,
        where=where, purpose=purpose, at=at, account=account, turns=effort(law, on=night).mend_turns,
    )  # fmt: skip


def _proposed(
    wanted: Wanted, why: str, seed: int | None, *, by: Officer, on: date, law: Shelf, calendar: Calendar,
    where: Map, purpose: str, at: datetime, account: str, turns: int, nightly: bool = False,
) -> Proposed:  # fmt: skip
    of: dict[str, Any] = {"by": by, "about": "", "on": on, "law": law, "purpose": purpose, "at": at}
    lot = _sealed(wanted, seed, of)
    wanted = replace(
        wanted,
        key=lot.key,
        seed=lot.seed,
        commitment=lot.commitment,
        now_minute=minute_of(at) if at >= instant_of(wanted.night, 0) else 0,
    )
    plan: NightPlan | None = None
    failure: Exception | None = None
    before = _before(wanted.unit, wanted.night, at)
    if may(by, Power.PLAN_VISITS, law, on=on).allowed:
        try:
            register = read(wanted.unit, night=wanted.night, days=wanted.days, known_at=at)
            plan = worked_out(
                wanted, register, where, law, calendar, known_at=at,
                iterations=turns, why=why, before=before, nightly=nightly,
            )  # fmt: skip
        except Exception as error:
            failure = error
    try:
        with act(Power.PLAN_VISITS, **of) as this:
            _say(this, wanted, account)
            if failure is not None:
                raise failure
            if plan is None:
                raise RuntimeError("a power was granted between asking and acting; ask again")
            this.require(Decision((_nobody_else(wanted, before),)))
            if before is not None and (same := _same(wanted, plan, at)) is not None:
                this.fact("worked out again", sha256(on_paper(same)).hexdigest())
                return Proposed(same, "Worked out afresh: byte for byte the plan that stands.", new=False)
            if before is not None:
                this.require(Decision((Reason(why != FIRST, CHANGED, CITE),)))
            freeze(plan, this)
    except IntegrityError as error:  # the database takes each revision once
        if ONCE not in str(error):
            raise
        raise Refused(Decision((_meanwhile(wanted),))) from error
    return Proposed(plan, f"Revision {plan.revision} of the plan is frozen.", new=True)


def _nobody_else(wanted: Wanted, before: Before | None) -> Reason:
    """Whether the plan that stands is the one this was worked out from, whatever the clock of either says."""
    rows = models.NightPlan.objects.filter(ref=ref_of(wanted.unit, wanted.night))
    newest = rows.aggregate(newest=Max("revision"))["newest"]
    alone = newest == (None if before is None else before.plan.revision)
    return Reason(alone, "nobody else planned the day meanwhile", CITE) if alone else _meanwhile(wanted)


def _meanwhile(wanted: Wanted) -> Reason:
    return Reason(
        False,
        f"somebody else planned {day(wanted.night)} at the same time: look at their plan, "
        "and plan again if it is not what you need",
        CITE,
    )


def _sealed(wanted: Wanted, seed: int | None, of: dict[str, Any]) -> Sealed:
    """The key that stands for the night; where none does, the one handed in is sealed, its hash published."""
    by, law, on, at = of["by"], of["law"], of["on"], of["at"]
    try:
        with act(Power.PLAN_VISITS, **of) as this:
            known = Unit.objects.filter(ref=wanted.unit).as_known(at).exists()
            theirs = may_see_plan(by, wanted.unit, law, on=on).reasons if by.role is not Role.SYSTEM else ()
            ahead = law["plan_ahead_days"].whole(on)
            this.require(
                Decision(
                    (
                        Reason(known, f"unit {wanted.unit or '(blank)'} is known", CITE),
                        Reason(wanted.night >= on, f"{day(wanted.night)} is not past", CITE),
                        Reason((wanted.night - on).days < ahead, f"no more than {days(ahead)} ahead", CITE),
                        Reason(0 < wanted.days <= ahead, f"from one night to {ahead} are asked for", CITE),
                        *theirs,
                    )
                )
            )
            this.fact("unit", wanted.unit)
            this.fact("night", wanted.night)
            lot = opened(wanted.unit, wanted.night, known_at=at)
            if lot is None:
                key = checked(wanted.key, law, on=on)
                lot = Sealed(key, seed_of(key) if seed is None else seed, commitment(key, wanted.night))
                this.store(locked_up(wanted.unit, wanted.night, lot))
            this.require(Decision((Reason(seed in (None, lot.seed), OTHER_SEED, CITE),)))
            this.fact("commitment", lot.commitment)
    except IntegrityError as error:  # one key a night, whoever asks in the same instant
        if ONCE not in str(error):
            raise
        raise Refused(Decision((_meanwhile(wanted),))) from error
    return lot


def _before(unit: str, night: date, at: datetime) -> Before | None:
    now = plan_now(unit, night, known_at=at)
    if now is None:
        return None
    people = {each.person for each in now.candidates}
    asked = standing(changes_to(unit, night, known_at=at))
    back = (crew_of(unit, night, each, known_at=at) for each in sorted(asked.crews_back))
    return Before(
        now,
        asked,
        knocks_on(night, people, since=None, known_at=at),
        tuple(each for each in back if each is not None),
    )


def _same(wanted: Wanted, plan: NightPlan, at: datetime) -> NightPlan | None:
    """The plan that stands, when nobody changed it since and what was worked out says nothing else.

    How many nights were looked at after it, and how long it was proved, are the asker's.
    """
    row = row_of(wanted.unit, wanted.night, known_at=at)
    if row is None:
        return None
    stands, changes = row.fact(), changes_to(wanted.unit, wanted.night, known_at=at)
    if any(each.revision == stands.revision for each in changes):
        return None
    numbered = replace(
        plan, revision=stands.revision, why=stands.why, forecast=stands.forecast, at_most=stands.at_most
    )
    return stands if on_paper(numbered) == on_paper(stands) else None


def _say(this: Act, wanted: Wanted, account: str) -> None:
    this.fact("unit", wanted.unit)
    this.fact("night", wanted.night)
    if account:
        this.fact("account", account)
