"""What a hand-over weighs: loads before and after, offers that wait, people nobody manages, need to know."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta

from watchkeeper.access.rules import may_work_on
from watchkeeper.access.stored import shut_to
from watchkeeper.law.decision import Decision
from watchkeeper.law.due import Due
from watchkeeper.risk.stored import NOT_RECORDED, held, levels_of
from watchkeeper.web.asking import Asking
from watchkeeper.web.unit_people import of_unit, on_register, unit_of
from watchkeeper.workforce.facts import Offer, OfferAnswer, Officer, Role
from watchkeeper.workforce.rules.authority import SUPERVISING, in_post
from watchkeeper.workforce.rules.caseload import Load, caseload
from watchkeeper.workforce.rules.handover import Presence, answer_by, offer_due, presence
from watchkeeper.workforce.rules.manager import lacks
from watchkeeper.workforce.stored import (
    everybody_managed,
    managed_by,
    manager_of,
    offers_answered,
    offers_waiting,
    officer_as_known,
    officers_as_known,
    shifts_of,
)

MANAGE = (Role.OFFENDER_MANAGER, Role.SUPERVISOR)


@dataclass(frozen=True, slots=True)
class Holder:
    """An officer as a hand-over sees them: what they hold, what they lack, when they are next in."""

    officer: Officer
    load: Load
    lacks: tuple[str, ...]
    presence: Presence
    counts: Counter[str]


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer that waits. `mine`: whoever asks may answer it."""

    offer: Offer
    due: Due
    late: int
    level: str
    mine: bool


def holders(asking: Asking, *, unit: str, of: Collection[str] | None = None) -> list[Holder]:
    """Managers in post of a unit, empty for the force, the heaviest load first; `of` these alone."""
    if of is not None and not of:
        return []
    law, on = asking.law, asking.on
    staff = [one for one in managers(asking) if unit in ("", one.unit) and (of is None or one.ref in of)]
    refs = [one.ref for one in staff]
    counts = held(refs, on=on, known_at=asking.at)
    last = on + timedelta(days=law["handover_shift_days"].whole(on))
    shifts = shifts_of(refs, first=on, last=last, known_at=asking.at)
    found = [
        Holder(
            one,
            caseload(one, counts[one.ref], law, on=on),
            lacks(one, law, on=on),
            presence(shifts.get(one.ref, ()), law, on=on),
            counts[one.ref],
        )
        for one in staff
    ]
    return sorted(found, key=lambda holder: (-holder.load.weighted, holder.officer.ref))


def roomiest(holder: Holder) -> tuple[bool, float, str]:
    """The order of whoever might take somebody on: the trained first, then who holds least."""
    return bool(holder.lacks), holder.load.weighted / max(holder.load.cap, 1), holder.officer.ref


def managers(asking: Asking) -> list[Officer]:
    """Everybody in post whose role manages people, of every unit."""
    staff = officers_as_known(known_at=asking.at, roles=MANAGE)
    return [one for one in staff if in_post(one, on=asking.on).met]


def loads_with(found: list[Holder], person: str, asking: Asking) -> list[tuple[Holder, Load]]:
    """Each with what they would hold if the person were theirs; who has them already holds no more."""
    now = manager_of(person, on=asking.on, known_at=asking.at)
    level = levels_of([person], on=asking.on, known_at=asking.at).get(person)
    one = Counter([str(level.level) if level else NOT_RECORDED])
    return [
        (holder, holder.load)
        if now is not None and now.officer == holder.officer.ref
        else (holder, caseload(holder.officer, holder.counts + one, asking.law, on=asking.on))
        for holder in found
    ]


def waiting(asking: Asking) -> list[OfferLine]:
    """Offers that wait and concern the officer or their unit, oldest first."""
    law, on, me = asking.law, asking.on, asking.officer
    offers = offers_waiting(on=on, known_at=asking.at)
    if not offers:
        return []
    shut = shut_to(me, law, on=on, known_at=asking.at)
    levels = levels_of({one.person for one in offers}, on=on, known_at=asking.at)
    refs = {ref for one in offers for ref in (one.receiver, one.giver)}
    staff = {ref: officer_as_known(ref, known_at=asking.at) for ref in refs}
    found = []
    for one in offers:
        receiver, giver = staff[one.receiver], staff[one.giver]
        if receiver is None or one.person in shut:
            continue
        supervises = me.role in SUPERVISING and unit_of(asking) in (
            "",
            receiver.unit,
            giver.unit if giver else "",
        )
        if me.ref not in (one.giver, one.receiver) and not supervises:
            continue
        due = offer_due(one, receiver.rank, law, asking.calendar, on=on)
        above = (
            me.role in SUPERVISING
            and me.unit == receiver.unit
            and me.rank.at_least(receiver.rank.up(1))
            and on > answer_by(one, law, asking.calendar)
        )
        level = levels.get(one.person)
        found.append(
            OfferLine(
                one,
                due,
                max(due.days_late(on), 0),
                str(level.level) if level else NOT_RECORDED,
                me.ref == one.receiver or above,
            )
        )
    return found


def answered(asking: Asking) -> list[tuple[Offer, OfferAnswer]]:
    """Answers to offers that the officer, or whoever they supervise, gave or was given, newest first."""
    me, unit = asking.officer, unit_of(asking)
    theirs = {me.ref}
    if me.role in SUPERVISING:
        theirs |= {one.ref for one in managers(asking) if unit in ("", one.unit)}
    shut = shut_to(me, asking.law, on=asking.on, known_at=asking.at)
    found = offers_answered(theirs, known_at=asking.at)
    return [(offer, answer) for offer, answer in found if offer.person not in shut]


def unmanaged(asking: Asking) -> list[tuple[str, str]]:
    """People of the officer's unit on the register whom nobody in post manages, gravest first."""
    managed = everybody_managed(on=asking.on, known_at=asking.at)
    shut = shut_to(asking.officer, asking.law, on=asking.on, known_at=asking.at)
    people = (ref for ref in of_unit(unit_of(asking), asking) if ref not in shut)
    nobody = on_register([ref for ref in people if ref not in managed], asking)
    levels = levels_of(nobody, on=asking.on, known_at=asking.at)
    named = [(ref, str(levels[ref].level) if ref in levels else NOT_RECORDED) for ref in nobody]
    order = (NOT_RECORDED, "very high", "high", "medium", "low")
    return sorted(named, key=lambda one: (order.index(one[1]), one[0]))


def people_of(officer: str, asking: Asking) -> list[tuple[str, str, bool]]:
    """The officer's people whom the asker may see: their level, and whether an offer of them waits."""
    shut = shut_to(asking.officer, asking.law, on=asking.on, known_at=asking.at)
    refs = sorted(set(managed_by([officer], on=asking.on, known_at=asking.at)) - shut)
    levels = levels_of(refs, on=asking.on, known_at=asking.at)
    offered = {one.person for one in offers_waiting(on=asking.on, known_at=asking.at)}
    return [(ref, str(levels[ref].level) if ref in levels else NOT_RECORDED, ref in offered) for ref in refs]


def managed_by_now(person: str, asking: Asking) -> str:
    """The manager of today, by ref; empty where there is none in post."""
    return everybody_managed(on=asking.on, known_at=asking.at).get(person, "")


def load_with(officer: Officer, people: list[str], asking: Asking) -> Load:
    """What an officer would hold with some people added whom they do not hold yet."""
    counts = held([officer.ref], on=asking.on, known_at=asking.at)[officer.ref]
    theirs = managed_by([officer.ref], on=asking.on, known_at=asking.at)
    new = [ref for ref in people if ref not in theirs]
    levels = levels_of(new, on=asking.on, known_at=asking.at)
    counts.update(str(levels[ref].level) if ref in levels else NOT_RECORDED for ref in new)
    return caseload(officer, counts, asking.law, on=asking.on)


def with_all(holder: Holder, lines: list[OfferLine], asking: Asking) -> Load:
    return load_with(holder.officer, [line.offer.person for line in lines], asking)


def without(staff: dict[str, Holder], lines: list[OfferLine], asking: Asking) -> list[tuple[Load, Load]]:
    """What each giver holds, and would hold with these people gone."""
    found = []
    for giver in sorted({line.offer.giver for line in lines} & set(staff)):
        holder = staff[giver]
        counts = held([giver], on=asking.on, known_at=asking.at)[giver]
        counts.subtract(line.level for line in lines if line.offer.giver == giver)
        found.append((holder.load, caseload(holder.officer, counts, asking.law, on=asking.on)))
    return found


def need(officer: Officer, person: str, asking: Asking) -> Decision:
    known = asking.known_of(person)
    return may_work_on(officer, known, asking.law, on=asking.on)


def need_as_manager(officer: Officer, person: str, asking: Asking) -> Decision:
    """Whether the officer could work on the record as the person's manager: no conflict, no restriction."""
    known = asking.known_of(person)
    return may_work_on(officer, replace(known, manager=officer.ref), asking.law, on=asking.on)
