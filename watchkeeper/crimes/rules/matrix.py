"""The allocation matrix, domain 4.2: what kind of crime it is, and what that asks of whoever holds it.

Every cell is a proposal in policy that a force confirms. A code nobody knows gets the strictest
kind it could be, and the reasons say so. No solely automated decision: a grade by hand stands beside.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from watchkeeper.crimes.facts import Case, CrimeKind, OffenceGroup, Part, Party, Relationship
from watchkeeper.crimes.rules.codes import CITE, could_be, group_of, known_code, published_type, title_of
from watchkeeper.crimes.rules.holding import reported_on
from watchkeeper.law.clocks import REMEMBERED
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a, either
from watchkeeper.workforce.conduct import Excluded, VettingLevel, Work
from watchkeeper.workforce.facts import Course, Officer, Rank
from watchkeeper.workforce.rules.accreditation import listed, satisfied
from watchkeeper.workforce.rules.authority import in_post

PER_CENT = 100
BUSINESS = "34A"
RULE = "Allocation matrix, a proposal"
_FAMILIAR = frozenset({Relationship.PARTNER, Relationship.FAMILY})
_IN_CARE_OF = frozenset({Relationship.FAMILY, Relationship.CARER})
_SEXUAL = frozenset({OffenceGroup.RAPE, OffenceGroup.OTHER_SEXUAL})
_PERSONAL = frozenset({OffenceGroup.VIOLENCE, OffenceGroup.STALKING})


@dataclass(frozen=True, slots=True)
class Placed:
    """A crime in its row of the matrix. `group` is None, and `known` False, where the code says nothing."""

    kind: CrimeKind
    group: OffenceGroup | None
    known: bool
    reasons: tuple[Reason, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """Every word the matrix has for it: what lists of offences in policy are asked with."""
        return frozenset(str(word) for word in (self.kind, self.group) if word is not None)


def kind_of(case: Case, law: Shelf, *, on: date) -> Placed:
    """Which kind of crime of the allocation matrix it is, with what made it so. Domain 4.2, a proposal.

    The counting code gives the group; the facts of the crime move it: a child among the victims
    of a sexual offence or of violence by family or carers, a high risk in domestic abuse, a
    robbery of a business or with several lines of enquiry, a serious code.
    """
    crime = case.crime
    group = group_of(crime.offence, law, on=on)
    if group is None:
        return _unknown(case, law, on)
    reasons = [Reason(True, f"{crime.offence}: {title_of(crime.offence, law, on=on)}; {group}", CITE)]
    kind, why = _moved(case, group, law, on)
    if why:
        reasons.append(Reason(True, why, RULE))
    return Placed(kind, group, True, tuple(reasons))


def open_to(group: OffenceGroup, law: Shelf, *, on: date, related: bool) -> frozenset[str]:
    """Every word the matrix may have for a crime of a group, whatever else its facts are. A proposal.

    `related`: whether anybody in it is family or a carer.
    """
    found: set[str] = {group, law["matrix_kind"].word_of(group, on), CrimeKind.SERIOUS}
    if group in _SEXUAL:
        found.add(CrimeKind.CHILD_SEXUAL)
    if group in _PERSONAL:
        found.add(CrimeKind.HIGH_RISK_DOMESTIC)
        if related:
            found.add(CrimeKind.CHILD_ABUSE)
    if group is OffenceGroup.ROBBERY:
        found.add(CrimeKind.COMPLEX_ROBBERY)
    return frozenset(map(str, found))


def work(
    case: Case,
    law: Shelf,
    *,
    on: date,
    conflicted: frozenset[str] = frozenset(),
    units: Mapping[str, str] | None = None,
    placed: Placed | None = None,
) -> Work:
    """What a crime asks of whoever would hold it: every cell of its row, who is in it, who must not see it.

    `conflicted` are officers with a conflict of interest with anybody in it; `units` gives the
    unit of each officer by ref, and must be given when an officer of the force is suspected.

    Raises ValueError when such an officer is suspected and no units are given: where the crime
    must not go would not be known. One whose unit nobody recorded is
    read as of the crime's own.
    """
    placed = placed or kind_of(case, law, on=on)
    parts = {*law["outside_parts"].words(on)}
    own = {party.officer for party in case.parties if party.officer and party.part in parts}
    if own and units is None:
        raise ValueError(f"crime {case.crime.ref} suspects the force's own: units are needed to keep it away")
    return of_kind(
        placed.kind,
        case.crime.unit,
        law,
        on=on,
        parties=frozenset(ref for p in case.parties for ref in (p.person, p.officer) if ref),
        conflicted=conflicted,
        outside=frozenset((units or {}).get(each, "") or case.crime.unit for each in own),
        children=any(_may_be_child(party, case, law, on) for party in _victims(case)),
    )


def of_kind(
    kind: CrimeKind,
    unit: str,
    law: Shelf,
    *,
    on: date,
    parties: frozenset[str] = frozenset(),
    conflicted: frozenset[str] = frozenset(),
    outside: frozenset[str] = frozenset(),
    children: bool = False,
) -> Work:
    """One row of the matrix as work of a unit, with nobody in it unless said. A proposal of policy."""
    hard = law["matrix_gate"].word_of(kind, on) == "hard"
    contact = {Excluded(each) for each in listed(law["matrix_contact"].word_of(kind, on))}
    ranks = law["matrix_ranks"].on(on)
    least = ranks.get(kind) if isinstance(ranks, dict) else None
    return Work(
        kind=kind,
        unit=unit,
        hard=hard,
        needs=_courses(law["matrix_needs"].word_of(kind, on)),
        vetting=(VettingLevel(_or_otherwise("matrix_vetting", kind, law, on)),),
        weight=law["matrix_weight"].of(kind, on) / PER_CENT,
        cite=law["matrix_needs"].cite,
        tutored=not hard or kind in law["matrix_trainees"].words(on),
        screened=kind in law["matrix_screened"].words(on),
        contact=frozenset(contact | {Excluded.CHILDREN} if children else contact),
        parties=parties,
        conflicted=conflicted,
        outside=outside,
        rank=Rank(str(least)) if least else None,
    )


def supervisor_needs(kind: CrimeKind, law: Shelf, *, on: date) -> tuple[tuple[Course, ...], ...]:
    """What whoever supervises a kind of crime must have passed, by policy: any one course meets an entry."""
    return _courses(law["matrix_supervisor_needs"].word_of(kind, on))


def supervising(asked: Work, law: Shelf, *, on: date) -> Work:
    """What a crime asks of whoever supervises it, from what it asks of its holder. Policy: the matrix.

    Rank and courses are a supervisor's, there is no tutor, nothing counts towards a cap, and they may be
    of another unit; vetting, conduct, conflict and the unit it is kept from are asked as of the holder.
    """
    return replace(
        asked,
        unit="",
        needs=supervisor_needs(CrimeKind(asked.kind), law, on=on),
        rank=Rank(law["matrix_ranks"].word_of("supervisor", on)),
        weight=0.0,
        cite=law["matrix_supervisor_needs"].cite,
        tutored=False,
        screened=False,
    )


def may_supervise(officer: Officer, kind: CrimeKind, law: Shelf, *, on: date) -> Decision:
    """Whether an officer may supervise a kind of crime: in post, of the rank and courses of policy.

    Vetting, conduct and conflict are asked of supervisors as of holders, by `eligible`.
    """
    row = law["matrix_supervisor_needs"]
    least = Rank(law["matrix_ranks"].word_of("supervisor", on))
    return Decision(
        (
            in_post(officer, on=on),
            Reason(
                officer.rank.at_least(least),
                f"is {a(officer.rank)}; {least} or above supervises",
                law["matrix_ranks"].cite,
            ),
            *(
                Reason(
                    satisfied(officer.training, need, law, on=on),
                    f"{either(need)} is needed to supervise",
                    row.cite,
                )
                for need in supervisor_needs(kind, law, on=on)
            ),
        )
    )


def _moved(case: Case, group: OffenceGroup, law: Shelf, on: date) -> tuple[CrimeKind, str]:
    crime, victims = case.crime, _victims(case)
    children = [party for party in victims if _child(party, case, law, on)]
    related = {party.relationship for party in case.parties}
    if group in _SEXUAL and children:
        return CrimeKind.CHILD_SEXUAL, "a victim is under age"
    if group in _PERSONAL and children and related & _IN_CARE_OF:
        return CrimeKind.CHILD_ABUSE, "a victim is under age, and the suspect is family or a carer"
    domestic = crime.domestic if crime.domestic is not None else bool(related & _FAMILIAR)
    if domestic and crime.high_risk is not False and group in _PERSONAL:
        says = "high risk" if crime.high_risk else "the risk is not recorded, and is read as high"
        return CrimeKind.HIGH_RISK_DOMESTIC, f"domestic abuse; {says}"
    if group is OffenceGroup.ROBBERY:
        several = law["several_lines"].whole(on)
        lines = crime.lines_of_enquiry
        if crime.street is False or known_code(crime.offence, law, on=on) == BUSINESS:
            return CrimeKind.COMPLEX_ROBBERY, "robbery of a business"
        if lines is not None and lines >= several:
            return CrimeKind.COMPLEX_ROBBERY, f"{lines} lines of enquiry; {several} are several"
    if known_code(crime.offence, law, on=on) in law["offence_serious"].words(on):
        return CrimeKind.SERIOUS, "a serious code"
    if group in _SEXUAL and any(party.born_on is None for party in victims):
        kind = CrimeKind(law["matrix_kind"].word_of(group, on))
        return kind, "age of a victim not recorded: of a child it would be child sexual abuse"
    return CrimeKind(law["matrix_kind"].word_of(group, on)), ""


def _unknown(case: Case, law: Shelf, on: date) -> Placed:
    code, near = case.crime.offence, could_be(case.crime.offence, law, on=on)
    several = published_type(code, law, on=on)
    first = f"offence {code}: a code nobody knows" if code else "no offence is recorded"
    if several:
        first = f"{several}: a published type of several kinds, and no counting code"
    if near:
        kind, why = _moved(case, near[0], law, on)
        says = f"{first}; read as the strictest it could be, {near[0]}"
        more = (Reason(True, why, RULE),) if why else ()
        return Placed(kind, None, False, (Reason(False, says, CITE), *more))
    victims = _victims(case)
    child = not victims or any(_may_be_child(party, case, law, on) for party in victims)
    kind = CrimeKind(law["matrix_unknown"].word_of("child" if child else "otherwise", on))
    whose = "a child is or may be among the victims" if child else "no victim is a child"
    says = f"{first}; {whose}: read as the strictest it could be, {kind}"
    return Placed(kind, None, False, (Reason(False, says, CITE),))


def _victims(case: Case) -> list[Party]:
    return [party for party in case.parties if party.part is Part.VICTIM]


def _child(party: Party, case: Case, law: Shelf, on: date) -> bool:
    """Under age on the day it happened, or failing that on the day, or in the month, it was reported."""
    if party.born_on is None:
        return False
    then = case.crime.occurred_on or reported_on(case.crime) or case.crime.reported_month
    if then is None:
        return False
    age = law["child_under"].whole(on)
    return (then.year - age, then.month, then.day) < (
        party.born_on.year,
        party.born_on.month,
        party.born_on.day,
    )


def _may_be_child(party: Party, case: Case, law: Shelf, on: date) -> bool:
    """Nobody recorded their birth, or any day of the crime: read as yes, for it asks for more care."""
    crime = case.crime
    undated = not (crime.occurred_on or crime.reported_at or crime.reported_month)
    return party.born_on is None or undated or _child(party, case, law, on)


@lru_cache(maxsize=REMEMBERED)  # a dozen cells, asked for every crime of a night
def _courses(cell: str) -> tuple[tuple[Course, ...], ...]:
    return tuple(tuple(map(Course, listed(need, "/"))) for need in listed(cell, "+"))


def _or_otherwise(name: str, key: str, law: Shelf, on: date) -> str:
    table = law[name].on(on)
    if not isinstance(table, dict):
        raise TypeError(f"{name} is not a table")
    return str(table.get(key, table["otherwise"]))
