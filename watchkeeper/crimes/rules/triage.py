"""What grade the facts of a report ask for, why, and what would change it. A person decides the grade.

THRIVE is kept as sentences, one on each letter; nothing is scored or added up.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from watchkeeper.crimes.facts import Case, Graded, Part, Response
from watchkeeper.crimes.rules.vulnerability import victims
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import either, recorded

GRAVEST, SERIOUS, HIGH, REGISTER, VULNERABLE, DOMESTIC, OWN, LINES, NOTHING = (
    "most serious offence",
    "serious offence",
    "high risk to the victim",
    "suspect on the register",
    "vulnerable victim",
    "domestic abuse",
    "one of the force's own",
    "lines of enquiry",
    "nothing of these",
)
ORDER = tuple(Response)
LETTERS = ("threat", "harm", "risk", "investigation", "vulnerability", "engagement")


@dataclass(frozen=True, slots=True)
class Proposed:
    """The grade proposed, what was found for it, and what would make it another.

    `changes` are sentences: a fact nobody recorded, or that is not so today, and the grade it would lead to.
    """

    response: Response
    reasons: tuple[Reason, ...]
    changes: tuple[str, ...]
    missing: tuple[str, ...]
    confirmed: bool


def proposed(
    case: Case, kinds: frozenset[str], law: Shelf, *, on: date, registered: Collection[str] = ()
) -> Proposed:
    """The grade the facts ask for: the most urgent that anything found calls for.

    `registered` holds the refs of people subject to notification: a suspect among them counts.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from watchkeeper.crimes.facts import Crime
    >>> from watchkeeper.law import shelf
    >>> told = datetime(2026, 3, 2, 9, tzinfo=UTC)
    >>> theft = Case(Crime("C1", told, "44", "U1", domestic=False, high_risk=False, lines_of_enquiry=0))
    >>> found = proposed(theft, frozenset({"volume crime"}), shelf.load(), on=date(2026, 3, 2))
    >>> found.response.value, found.changes[0]
    ('without attendance', 'high risk to the victim would make it immediate')
    """
    row = law["triage_response"]
    found = _found(case, kinds, law, registered, on)
    words = [name for name, met, _ in found if met] or [NOTHING]
    response = min((Response(row.word_of(name, on)) for name in words), key=ORDER.index)
    reasons = tuple(Reason(met, says, row.cite) for _, met, says in found)
    changes = tuple(
        f"{name} would make it {other}"
        for name, met, _ in found
        if not met and name not in (GRAVEST, SERIOUS)  # the offence is what it is
        if ORDER.index(other := Response(row.word_of(name, on))) < ORDER.index(response)
    )
    missing = [f"{what} of the victim" for each in victims(case, law, on=on) for what in each.missing]
    crime = case.crime
    asked = (
        ("offence", crime.offence or None),
        ("domestic abuse", crime.domestic),
        ("risk to the victim", crime.high_risk),
    )
    missing.extend(what for what, value in asked if value is None)
    return Proposed(response, reasons, changes, tuple(missing), row.confirmed)


def may_grade(graded: Graded, found: Proposed, reason: str, law: Shelf, *, on: date) -> Decision:
    """Whether a grade may be decided: a sentence on each letter, and why where it is less urgent.

    THRIVE, College of Policing. Saving the report never waits for this.
    """
    row = law["grade_least_words"]
    least = row.whole(on)
    short = [letter for letter in LETTERS if len(getattr(graded, letter).split()) < least]
    lower = ORDER.index(graded.response) > ORDER.index(found.response)
    return Decision(
        (
            *(Reason(letter not in short, f"it has a sentence on {letter}", row.cite) for letter in LETTERS),
            Reason(
                not lower or bool(reason.strip()),
                f"a reason is given why it is less urgent than {found.response}"
                if lower
                else "as urgent as proposed, or more",
                law["triage_response"].cite,
            ),
        )
    )


def _found(
    case: Case, kinds: frozenset[str], law: Shelf, registered: Collection[str], on: date
) -> tuple[tuple[str, bool, str], ...]:
    crime = case.crime
    suspects = [party for party in case.parties if party.part is Part.SUSPECT]
    weak = [each for each in victims(case, law, on=on) if each.found]
    why = "; ".join(reason.says for each in weak for reason in each.reasons if reason.met)
    known = [party.person for party in suspects if party.person and party.person in registered]
    own = [party.officer for party in suspects if party.officer]
    lines = crime.lines_of_enquiry
    offence = f"offence: {either(sorted(kinds))}"
    return (
        (GRAVEST, not kinds.isdisjoint(law["most_serious_groups"].words(on)), offence),
        (SERIOUS, not kinds.isdisjoint(law["serious_groups"].words(on)), offence),
        (HIGH, crime.high_risk is True, f"risk to the victim assessed as high: {recorded(crime.high_risk)}"),
        (REGISTER, bool(known), f"suspects on the register: {len(known)}"),
        (VULNERABLE, bool(weak), f"vulnerable victims: {len(weak)}" + (f" ({why})" if why else "")),
        (DOMESTIC, crime.domestic is True, f"domestic abuse: {recorded(crime.domestic)}"),
        (OWN, bool(own), f"suspects of the force's own: {len(own)}"),
        (LINES, bool(lines), f"lines of enquiry: {'not recorded' if lines is None else lines}"),
    )
