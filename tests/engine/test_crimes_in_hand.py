"""Nobody who is passed by has a line of the wash: the few that are read are judged as everybody would be."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, numbered, rows, standing, write
from tests.engine.test_agreement import staff_of
from tests.engine.test_crimes_to_ask import CODES, whole
from watchkeeper.access.facts import ConflictDeclared
from watchkeeper.briefing.crime_kept import CONDUCT
from watchkeeper.briefing.crime_reading import investigations
from watchkeeper.briefing.washing import washed
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.holding import holder, told_of
from watchkeeper.crimes.rules.matrix import kind_of, supervising, work
from watchkeeper.engine.source import embedded
from watchkeeper.law import calendar, shelf
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.fitness import put_together, tutors_of
from watchkeeper.workforce.rules.sealed import current
from watchkeeper.workforce.rules.wash import InHand, Washed, wash

LAW, ENGLAND = shelf.load(), calendar.england_and_wales()
CONFLICTS = (ConflictDeclared("K1", "a", "O1", ON, "O1", False),)
LASTING = timedelta(days=900)
RARE = (
    "allegations",
    "clearance_changes",
    "restricted_duties",
    "suspensions",
    "abstractions",
    "crime_outcomes",
)
"""What makes an officer doubtful, or a crime closed: of some rows only."""


def of_hands(seed: int) -> list[Any]:
    """Invented rows about a few crimes and officers, most officers sound enough to be passed by."""
    stored: list[tuple[str, Any]] = [*rows(seed, 5)]
    refs = sorted({row.ref for name, row in stored if name == "crimes"})[:9]
    found = []
    for number, name, row in numbered(stored):
        if name == "crimes":
            row.offence = CODES[number % len(CODES)]
        elif hasattr(row, "crime_ref") and refs:
            row.crime_ref = refs[(number * 7 + seed) % len(refs)]
        if name == "officers" and number % 4:
            row.since, row.until, row.hours_share = None, None, 1.0
        if name == "restricted_duties":
            row.excludes = ("", "the public", "children;victims")[number % 3]
        if name == "clearances" and number % 4:
            row.clearance, row.granted_on, row.expires_on = "DV", ON - LASTING, ON + LASTING
        if name == "training" and number % 4:
            row.awarded_on, row.expires_on = ON - LASTING, None
        if name not in RARE or number % 8 == 0:
            found.append((name, row))
    return found


def slowly(stood: dict[str, list[Any]], staff: dict[str, Officer], on: date) -> tuple[Washed, ...]:
    """The wash of everybody, by plain rules, every crime of every hand."""
    units = {ref: officer.unit for ref, officer in staff.items()}
    held: dict[str, list[InHand]] = defaultdict(list)
    for case in whole(stood):
        spell, placed = holder(case, on=on), kind_of(case, LAW, on=on)
        if not told_of(case.crime, on=on) or spell is None:
            continue
        if closed_for_good(case, placed.kinds, LAW, on=on) is not None:
            continue
        one = _in_hand(case, spell, units, staff, on)
        if spell.officer in staff:
            held[spell.officer].append(one)
        if spell.supervisor in staff:
            above = supervising(one.work, LAW, on=on)
            held[spell.supervisor].append(InHand(one.ref, above, spell.since, supervises=True))
    known: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for field, (name, _, _) in CONDUCT.items():
        for row in stood[name]:
            known[row.officer_ref][field].append(row.fact())
    spells = sorted((row.fact() for row in stood["tutors"]), key=lambda each: each.since)
    off = {
        each.officer for row in stood["suspensions"] if current((each := row.fact()).since, each.until, on)
    }
    loads = {ref: sum(each.work.weight for each in hand) for ref, hand in held.items()}
    fit = put_together(sorted(staff), staff, known, tutors_of(spells, staff, on=on), off, loads, {})
    return wash(fit.values(), held, LAW, ENGLAND, on=on)


def _in_hand(case: Case, spell: Any, units: dict[str, str], staff: dict[str, Officer], on: date) -> InHand:
    people = {party.person for party in case.parties}
    barred = frozenset(each.officer for each in CONFLICTS if each.person in people)
    asked = work(case, LAW, on=on, conflicted=barred, units=units)
    given_ = [each for each in case.overrides if each.officer == spell.officer and each.on <= on < each.until]
    leave = max(given_, key=lambda each: (each.on, each.ref), default=None)
    return InHand(case.crime.ref, asked, spell.since, leave, staff.get(leave.by) if leave else None)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), away=st.integers(-4, 4))
def test_the_wash_of_the_few_is_the_wash_of_all(seed: int, away: int, tmp_path: Path) -> None:
    path, on = tmp_path / "stored.sqlite3", ON + timedelta(days=away)
    stored = of_hands(seed)
    write(path, stored)
    stood = standing(stored)
    staff = staff_of(stood)
    with investigations(embedded(path), LAW, on=on, known_at=KNOWN_AT) as found:
        few = washed(found, staff, CONFLICTS, LAW, ENGLAND, on=on, asked=staff)
        hands, cases = found.hands(), {case.crime.ref: case for case in whole(stood)}
    assert few == slowly(stood, staff, on)
    for hand in hands:
        one, other = (kind_of(cases[ref], LAW, on=on) for ref in (hand.crime, hand.like))
        assert one.kind == other.kind
