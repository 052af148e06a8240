"""Whether an officer may hold a crime, as the record has it: the work, the officer, the answer."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from watchkeeper.access.stored import conflicts
from watchkeeper.crimes import models
from watchkeeper.crimes.facts import AllocationOverride, Case
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import kind_of, supervising, work
from watchkeeper.crimes.stored import IN_HAND, cases_as_known
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.conduct import Fitness, Work
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.fitness import fitness_as_known
from watchkeeper.workforce.rules.authority import INVESTIGATING, in_post
from watchkeeper.workforce.rules.eligibility import Ground, cap, eligible, outward
from watchkeeper.workforce.rules.wash import InHand
from watchkeeper.workforce.stored import officer_as_known, officers_as_known

_THEIR_OWN = frozenset({Ground.LOAD, Ground.AWAY, Ground.SHIFT, Ground.UNIT})
"""Grounds that are not asked of whoever supervises."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be given a crime or not: every reason as outsiders may know it, and their load.

    Loads are weighted, in whole crimes of volume: what they hold without this crime, what they
    would hold with it, and the most they may.
    """

    officer: Officer
    told: Decision
    before: float
    after: float
    most: float


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """Everybody asked about one crime: what it asks, what each answers, and what they hold. Sealed."""

    asked: Work
    candidates: tuple[Candidate, ...]
    known: Mapping[str, Fitness]
    hand: Mapping[str, list[Case]]
    units: Mapping[str, str]


def work_as_known(case: Case, law: Shelf, *, on: date, known_at: datetime) -> Work:
    """What a crime asks of whoever would hold it, with the conflicts of interest that are on record."""
    people = {party.person for party in case.parties if party.person}
    barred = {each.officer for ref in people for each in conflicts(on=on, known_at=known_at, person=ref)}
    return work(case, law, on=on, conflicted=frozenset(barred), units=_units_of(case, known_at))


def _units_of(case: Case, known_at: datetime) -> dict[str, str]:
    """The unit of each of the force's own who is a party to a crime, by ref."""
    own = {party.officer for party in case.parties if party.officer}
    found = ((ref, officer_as_known(ref, known_at=known_at)) for ref in own)
    return {ref: officer.unit for ref, officer in found if officer is not None}


def in_hand(
    officers: Iterable[str], law: Shelf, *, on: date, known_at: datetime, whole: bool = False
) -> dict[str, list[Case]]:
    """The open crimes each officer holds on a day, by ref of the officer, oldest spell first.

    Of each no more than says what work it asks for, unless it is wanted `whole`.
    """
    rows = models.Held.objects.filter(officer_ref__in=sorted(set(officers))).as_known(known_at)
    now = rows.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)
    refs = set(now.order_by().values_list("crime_ref", flat=True))
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases_as_known(refs, known_at=known_at, parts=None if whole else IN_HAND):
        held = holder(case, on=on)
        if held is not None and closed_for_good(case, kind_of(case, law, on=on).kinds, law, on=on) is None:
            found[held.officer].append(case)
    return found


def loads(held: Mapping[str, Iterable[Case]], law: Shelf, *, on: date, without: str = "") -> dict[str, float]:
    """The weighted work in each officer's hands, in whole crimes of volume; `without` leaves one crime out.

    Policy gives each row of the matrix its weight.
    """
    return {
        officer: sum(_weight(case, law, on) for case in cases if case.crime.ref != without)
        for officer, cases in held.items()
    }


def fitness_of(
    officer: str, law: Shelf, *, on: date, known_at: datetime, without: str = ""
) -> Fitness | None:
    """What is known of one officer, with the work they hold; None for nobody on record. Sealed."""
    held = loads(in_hand([officer], law, on=on, known_at=known_at), law, on=on, without=without)
    found = fitness_as_known(held, on=on, known_at=known_at, officers=[officer], law=law)
    return found.get(officer)


def may_hold(officer: str, case: Case, law: Shelf, *, on: date, known_at: datetime) -> Decision:
    """Whether the officer may hold the crime, every reason, sealed ones too: show it by `outward`.

    An override for this officer and this crime opens what policy lets it open. Raises nothing: an
    officer nobody recorded may not.
    """
    found = fitness_of(officer, law, on=on, known_at=known_at, without=case.crime.ref)
    if found is None:
        says = f"no officer is on record as {officer or '(blank)'}"
        return Decision((Reason(False, says, RECORDS, "on record"),))
    leave = override_of(officer, case, on=on)
    giver = officer_as_known(leave.by, known_at=known_at) if leave is not None else None
    asked = work_as_known(case, law, on=on, known_at=known_at)
    return eligible(found, asked, law, on=on, overridden=leave, overrider=giver)


def may_answer_for(supervisor: str, case: Case, law: Shelf, *, on: date, known_at: datetime) -> Decision:
    """Whether somebody may supervise the crime, every reason, sealed ones too: show it by `outward`.

    Asked as the wash asks it but for absence, so that nobody is put over a crime today who must be relieved
    of it tonight: rank, courses, conflict, chain of command, vetting, conduct.
    """
    known = fitness_as_known({}, on=on, known_at=known_at, officers=[supervisor], law=law)
    if supervisor not in known:
        says = f"nobody is on record as {supervisor or '(blank)'}"
        return Decision((Reason(False, says, RECORDS, "on record"),))
    return _answers_for(known[supervisor], work_as_known(case, law, on=on, known_at=known_at), law, on=on)


def may_answer(
    known: Mapping[str, Fitness], case: Case, law: Shelf, *, on: date, known_at: datetime
) -> frozenset[str]:
    """Those of the officers of whom this is known who may supervise a crime, by ref."""
    asked = work_as_known(case, law, on=on, known_at=known_at)
    return frozenset(ref for ref, one in known.items() if _answers_for(one, asked, law, on=on).allowed)


def _answers_for(one: Fitness, asked: Work, law: Shelf, *, on: date) -> Decision:
    found = eligible(one, supervising(asked, law, on=on), law, on=on)
    return Decision(tuple(reason for reason in found.reasons if reason.asks not in _THEIR_OWN))


def near_to(case: Case, law: Shelf, *, on: date, known_at: datetime, also: Collection[str] = ()) -> Near:
    """Everybody who investigates in the unit of the crime, and `also`: who may first, least laden first.

    A crime that must be kept from that unit is asked of every other. Its candidates say no more of
    anybody than `outward` does.
    """
    asked = work_as_known(case, law, on=on, known_at=known_at)
    units = (asked.unit,) if asked.unit and not asked.outside else None  # else it is asked of the whole force
    staff = [
        one
        for one in officers_as_known(known_at=known_at, roles=INVESTIGATING, refs=also, units=units)
        if one.ref in also or (one.role in INVESTIGATING and in_post(one, on=on).met and _near(one, asked))
    ]
    refs = [one.ref for one in staff]
    hand = in_hand(refs, law, on=on, known_at=known_at)
    carried = loads(hand, law, on=on, without=case.crime.ref)
    known = fitness_as_known(carried, on=on, known_at=known_at, officers=refs, law=law)
    found = []
    for one in staff:
        fitness = known[one.ref]
        leave = override_of(one.ref, case, on=on)
        giver = officer_as_known(leave.by, known_at=known_at) if leave is not None else None
        told = outward(eligible(fitness, asked, law, on=on, overridden=leave, overrider=giver))
        found.append(
            Candidate(one, told, fitness.load, fitness.load + asked.weight, cap(fitness, law, on=on))
        )
    ordered = sorted(
        found,
        key=lambda each: (not each.told.allowed, len(each.told.unmet), each.after, each.officer.ref),
    )
    return Near(asked, tuple(ordered), known, hand, _units_of(case, known_at))


def work_in_hand(
    officers: Iterable[str], law: Shelf, *, on: date, known_at: datetime
) -> dict[str, list[InHand]]:
    """The crimes each officer holds or supervises as the wash asks of them, with leave where it was given."""
    officers = sorted(set(officers))
    hand = in_hand(officers, law, on=on, known_at=known_at)
    barred: dict[str, set[str]] = defaultdict(set)
    for each in conflicts(on=on, known_at=known_at):
        barred[each.person].add(each.officer)
    found: dict[str, list[InHand]] = defaultdict(list)
    for officer, case, since in _supervised(sorted(set(officers)), law, on, known_at):
        asked = supervising(work_as_known(case, law, on=on, known_at=known_at), law, on=on)
        found[officer].append(InHand(case.crime.ref, asked, since, supervises=True))
    for officer, cases in hand.items():
        for case in cases:
            held, leave = holder(case, on=on), override_of(officer, case, on=on)
            giver = officer_as_known(leave.by, known_at=known_at) if leave is not None else None
            people = {party.person for party in case.parties if party.person}
            conflicted = frozenset(ref for person in people for ref in barred.get(person, ()))
            units = _units_of(case, known_at)
            asked = work(case, law, on=on, conflicted=conflicted, units=units)
            since = held.since if held is not None else on
            found[officer].append(InHand(case.crime.ref, asked, since, leave, giver))
    return found


def answering_for(officers: Collection[str], *, on: date, known_at: datetime) -> dict[str, int]:
    """How many crimes each of the officers supervises that nobody has proposed to close by the day."""
    rows = models.Held.objects.filter(supervisor__in=officers).as_known(known_at)
    now = rows.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on).order_by()
    ended = models.Finalised.objects.filter(crime_ref__in=now.values("crime_ref")).as_known(known_at)
    over = set(ended.filter(on__lte=on).order_by().values_list("crime_ref", flat=True))
    pairs = {(who, crime) for who, crime in now.values_list("supervisor", "crime_ref") if crime not in over}
    return Counter(who for who, _ in pairs)


def _supervised(
    officers: Collection[str], law: Shelf, on: date, known_at: datetime
) -> Iterator[tuple[str, Case, date]]:
    """Each officer who supervises an open crime, the crime, and since when its holder has it."""
    rows = models.Held.objects.filter(supervisor__in=officers).as_known(known_at)
    refs = set(rows.order_by().values_list("crime_ref", flat=True))
    for case in cases_as_known(refs, known_at=known_at):
        held = holder(case, on=on)
        if held is not None and held.supervisor in officers:
            kinds = kind_of(case, law, on=on).kinds
            if closed_for_good(case, kinds, law, on=on) is None:
                yield held.supervisor, case, held.since


def override_of(officer: str, case: Case, *, on: date) -> AllocationOverride | None:
    """The leave for this officer to hold this crime that was given last and has not lapsed."""
    given = (o for o in case.overrides if o.officer == officer and o.on <= on < o.until)
    return max(given, key=lambda each: (each.on, each.ref), default=None)


def _near(officer: Officer, asked: Work) -> bool:
    if asked.outside:
        return officer.unit not in asked.outside
    return not asked.unit or officer.unit == asked.unit


def _weight(case: Case, law: Shelf, on: date) -> float:
    # Of the weight alone: whoever is a party or has a conflict moves nothing here.
    return work(case, law, on=on, units={}).weight
