"""The crimes and officers of the synthetic force: the rules find every fault planted and blame nobody else."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from typer.testing import CliRunner, Result

from tests.conftest import empty
from watchkeeper import today
from watchkeeper.audit.actions import entries
from watchkeeper.audit.facts import Kind
from watchkeeper.briefing.crime_lines import HAND_OVER
from watchkeeper.briefing.crime_lines import ROLE as ROLE_LACKS
from watchkeeper.briefing.standards import Finding, read_standards
from watchkeeper.cli import opening
from watchkeeper.cli.main import app as commands
from watchkeeper.crimes.facts import Case, Part
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.duties import duties
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import kind_of, may_supervise, work
from watchkeeper.crimes.rules.triage import proposed
from watchkeeper.crimes.stored import cases_as_known, open_refs
from watchkeeper.intake.actions import Report, load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law import calendar, shelf
from watchkeeper.law.due import Due, Standing
from watchkeeper.people.models import Person
from watchkeeper.synth.planted.crime import REGISTERED, ROLE, UNKNOWN_CODE, By
from watchkeeper.synth.planted.crimes import KINDS
from watchkeeper.synth.writing import write
from watchkeeper.workforce import models
from watchkeeper.workforce.actions.officers import ensure_system_officer
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.conduct import ConductRecord
from watchkeeper.workforce.facts import Officer, Power, Role
from watchkeeper.workforce.fitness import conduct_as_known, fitness_as_known
from watchkeeper.workforce.rules.eligibility import SEALED, eligible
from watchkeeper.workforce.rules.standards import dismissal_dues, severity_dues, suspension_dues
from watchkeeper.workforce.rules.vetting import vetting_dues
from watchkeeper.workforce.rules.wash import InHand, wash
from watchkeeper.workforce.stored import officers_as_known

NIGHT = datetime(2026, 11, 2, 6, tzinfo=UTC)
ON = NIGHT.date()
LAW, CALENDAR = shelf.load(), calendar.england_and_wales()
PEOPLE, CRIMES = 300, 700
MOVED = (HAND_OVER, ROLE_LACKS)

type Found = set[tuple[str, str, str, str]]  # by which rule, who, about which crime, what


@dataclass(frozen=True)
class Loaded:
    """The force in the database, as the rules read it, with the key to what was planted in it."""

    report: Report
    key: dict[str, Any]
    open: tuple[Case, ...]
    records: dict[str, ConductRecord]
    wanted: Found
    standards: tuple[Finding, ...]  # what professional standards read of the night
    printed: Result  # the same, from the command


@pytest.fixture(scope="module")
def force(django_db_setup: None, django_db_blocker: Any) -> Iterator[Loaded]:
    with django_db_blocker.unblock():
        yield _loaded()
        empty()


def _asked(app: str, *words: str) -> Result:
    """A command given on the night, in the database the tests stand on, which is there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(today, "now", lambda: NIGHT)
        patch.setattr(opening, "open_house", lambda **_: settings.HOME)
        return CliRunner().invoke(commands, [app, *words, "--on", ON.isoformat()])


def _loaded() -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "answers.json"
        files = Path(folder) / "files"
        write(files, people=PEOPLE, seed=5, on=ON, answers=key, crimes=CRIMES, missing=0)
        report = load(
            survey(files, BY_NAME),
            by=ensure_system_officer(law=LAW, at=NIGHT),
            law=LAW,
            now=NIGHT,
            home=settings.HOME,
            frozen_until=None,
            begin=lambda _source: lambda *_: None,
        )
        said = json.loads(key.read_text(encoding="utf-8"))
    cases = cases_as_known(open_refs(on=ON, known_at=NIGHT, law=LAW), known_at=NIGHT)
    wanted = {
        (shown["by"], fault["who"], shown["about"], shown["what"])
        for fault in said["crimes"]
        for shown in fault["expect"]
    }
    standards = read_standards(by=_reader(), on=ON, known_at=NIGHT, law=LAW, calendar=CALENDAR, at=NIGHT)
    printed = _asked("standards", "--as", _reader().ref)
    records = conduct_as_known(on=ON, known_at=NIGHT)
    return Loaded(report, said, cases, records, wanted, standards, printed)


def _reader() -> Officer:
    """Somebody of professional standards, of whom nothing is planted."""
    return next(one for one in officers_as_known(known_at=NIGHT) if one.role is Role.STANDARDS)


def _overdue(dues: tuple[Due, ...]) -> Iterator[str]:
    return (due.duty for due in dues if due.standing is Standing.MISSING or due.late(ON))


def _units() -> dict[str, str]:
    return dict(models.Officer.objects.values_list("ref", "unit"))


def _of_crimes(force: Loaded) -> Found:
    found: Found = set()
    registered = set(Person.objects.values_list("ref", flat=True))
    for case in force.open:
        ref, placed = case.crime.ref, kind_of(case, LAW, on=ON)
        hard = work(case, LAW, on=ON, units={}, placed=placed).hard
        owed = duties(case, placed.kinds, LAW, CALENDAR, hard=hard, on=ON)
        found |= {(By.CRIME, ref, ref, duty) for duty in _overdue(owed)}
        if not placed.known:
            found.add((By.FINDING, ref, ref, UNKNOWN_CODE))
        grade = proposed(case, placed.kinds, LAW, on=ON, registered=registered)
        if any(reason.met and reason.says.startswith("suspects on the register") for reason in grade.reasons):
            found.add((By.FINDING, ref, ref, REGISTERED))
    return found


def _of_officers(force: Loaded) -> Found:
    found: Found = set()
    for ref, record in force.records.items():
        one = record.fitness
        owed = (
            *vetting_dues(one, record.reviews, LAW, CALENDAR, on=ON),
            *suspension_dues(one.suspensions, record.reviews, LAW, on=ON),
            *dismissal_dues(record.dismissals, LAW, CALENDAR, on=ON),
            *severity_dues(one.allegations, LAW, on=ON),
        )
        found |= {(By.OFFICER, ref, ROLE, duty) for duty in _overdue(owed)}
    return found


def _held(force: Loaded) -> dict[str, list[InHand]]:
    units, held = _units(), defaultdict(list)
    for case in force.open:
        spell = holder(case, on=ON)
        if spell is not None:
            asked = work(case, LAW, on=ON, units=units)
            held[spell.officer].append(InHand(case.crime.ref, asked, spell.since))
    return held


def _of_the_wash(force: Loaded) -> Found:
    held = _held(force)
    loads = {ref: sum(each.work.weight for each in hand) for ref, hand in held.items()}
    known = fitness_as_known(loads, on=ON, known_at=NIGHT, law=LAW)
    return {
        (By.WASH, line.officer, line.ref, reason.asks)
        for line in wash(known.values(), held, LAW, CALENDAR, on=ON)
        for reason in line.decision.unmet
    }


def test_every_row_is_taken(force: Loaded) -> None:
    assert [(each.table, each.rejected) for each in force.report.outcomes if each.rejected] == []
    assert models.Officer.objects.filter(role=Role.OTHER).count() > 1_000


def test_every_kind_of_fault_is_planted(force: Loaded) -> None:
    kinds = {fault["kind"] for fault in force.key["crimes"]}
    assert {kind.name for kind in KINDS} <= kinds
    assert len(KINDS) >= 30


@pytest.mark.parametrize(
    "rules", [_of_crimes, _of_officers, _of_the_wash], ids=["crimes", "officers", "wash"]
)
def test_the_rules_find_every_fault_and_blame_nobody_else(rules: Any, force: Loaded, db: None) -> None:
    mine = {_of_crimes: {By.CRIME, By.FINDING}, _of_officers: {By.OFFICER}, _of_the_wash: {By.WASH}}[rules]
    found, wanted = rules(force), {each for each in force.wanted if each[0] in mine}
    assert wanted
    assert (sorted(wanted - found), sorted(found - wanted)) == ([], [])


def test_whoever_holds_a_crime_may_hold_it_unless_it_was_planted(force: Loaded, db: None) -> None:
    held = _held(force)
    loads = {ref: sum(each.work.weight for each in hand) for ref, hand in held.items()}
    known = fitness_as_known(loads, on=ON, known_at=NIGHT, law=LAW)
    faulty = {who for by, who, _, _ in force.wanted if by in (By.WASH, By.OFFICER)}
    for ref, hand in held.items():
        away = known[ref].abstractions
        if ref not in faulty and not away:
            for each in hand:
                fit = known[ref]
                asks = {reason.asks for reason in eligible(fit, each.work, LAW, on=ON).unmet}
                assert asks <= {"load"}, (ref, each.ref, asks)  # the work in hand would be counted twice


def test_whoever_supervises_a_crime_may(force: Loaded, db: None) -> None:
    records = {ref: record.fitness.officer for ref, record in force.records.items()}
    for case in force.open:
        spell = holder(case, on=ON)
        planted = case.crime.ref in {fault["who"] for fault in force.key["crimes"]}
        if spell is not None and not planted:
            may = may_supervise(records[spell.supervisor], kind_of(case, LAW, on=ON).kind, LAW, on=ON)
            assert may.allowed, (case.crime.ref, [reason.says for reason in may.unmet])


def test_a_crime_that_waits_for_its_second_look_is_still_open(force: Loaded, db: None) -> None:
    (waiting,) = [fault["who"] for fault in force.key["crimes"] if fault["kind"] == "no second look"]
    assert waiting in open_refs(on=ON, known_at=NIGHT, law=LAW)
    unit = next(case.crime.unit for case in force.open if case.crime.ref == waiting)
    assert waiting in open_refs(unit, on=ON, known_at=NIGHT, law=LAW)


def test_sealed_tables_are_not_empty(force: Loaded) -> None:
    records = force.records.values()
    assert any(each.closed_on for one in records for each in one.fitness.allegations)
    assert any(each.until for one in records for each in one.fitness.restrictions)
    assert any(one.fitness.safe for one in records)


def test_victims_have_ages_and_nobody_is_real_by_ref(force: Loaded) -> None:
    victims = [party for case in force.open for party in case.parties if party.part is Part.VICTIM]
    assert victims
    assert all(party.born_on is not None and party.born_on < date(2026, 1, 1) for party in victims)


def test_closed_crimes_are_closed_for_good(force: Loaded, db: None) -> None:
    from watchkeeper.crimes.models import Crime

    shown = {case.crime.ref for case in force.open}
    refs = [ref for ref in Crime.objects.values_list("ref", flat=True) if ref not in shown]
    assert len(refs) + len(shown) == CRIMES
    for case in cases_as_known(refs, known_at=NIGHT):
        assert closed_for_good(case, kind_of(case, LAW, on=ON).kinds, LAW, on=ON) is not None, case.crime.ref


def test_standards_read_every_sealed_fault_and_of_nobody_else(force: Loaded) -> None:
    clocks = {(who, what) for by, who, _, what in force.wanted if by == By.OFFICER}
    grounds = {(who, about) for by, who, about, what in force.wanted if by == By.WASH and what in SEALED}
    moved = {(each.who, each.about) for each in force.standards if each.what in MOVED}
    of_crimes = {case.crime.ref for case in force.open if any(party.officer for party in case.parties)}
    late = {
        (each.who, each.what)
        for each in force.standards
        if each.what not in MOVED and each.who not in of_crimes and (each.by is None or each.by < ON)
    }
    assert clocks
    assert grounds
    assert late == clocks
    assert grounds <= moved
    faulty = {who for by, who, _, _ in force.wanted if by in (By.WASH, By.OFFICER)}
    assert {who for who, _ in moved} <= faulty


def test_standards_are_told_what_has_no_day_first_and_nothing_of_themselves(force: Loaded, db: None) -> None:
    days = [each.by or date.min for each in force.standards]
    assert days == sorted(days)
    assert _reader().ref not in {each.who for each in force.standards}
    look = [each for each in entries() if each.power == Power.READ_CONDUCT.value and each.kind is Kind.DONE]
    assert [dict(each.facts)["findings"] for each in look] == 2 * [str(len(force.standards))]


def test_nobody_else_reads_them_and_the_attempt_is_kept(force: Loaded, db: None) -> None:
    other = next(one for one in officers_as_known(known_at=NIGHT) if one.role is Role.SUPERVISOR)
    with pytest.raises(Refused, match="supervisor"):
        read_standards(by=other, on=ON, known_at=NIGHT, law=LAW, calendar=CALENDAR, at=NIGHT)
    assert [*entries()][-1].kind is Kind.REFUSED


def test_the_command_crime_explains_each_clock_that_was_planted_late(force: Loaded, db: None) -> None:
    _, who, _, what = min(each for each in force.wanted if each[0] == By.CRIME)
    said = _asked("crime", who)
    assert said.exit_code == 0, said.stdout
    assert said.stdout.startswith(who)
    assert what in said.stdout
    nobody = _asked("crime", "NOBODY")
    assert nobody.exit_code == 2
    assert "no crime is on record as NOBODY" in nobody.stderr


def test_the_command_standards_prints_all_of_it(force: Loaded) -> None:
    assert force.printed.exit_code == 0, force.printed.output
    first, *rest = force.printed.stdout.splitlines()
    assert first == f"Vetting and conduct, 2 November 2026: {len(force.standards)}"
    assert [line.split()[0] for line in rest[::2]] == [each.who for each in force.standards]
    for each, why in zip(force.standards, rest[1::2], strict=True):
        assert why.strip() == f"{'; '.join(each.why)} [{each.authority}]"


def test_the_command_standards_refuses_in_a_line(force: Loaded, db: None) -> None:
    other = next(one for one in officers_as_known(known_at=NIGHT) if one.role is Role.SUPERVISOR)
    said = _asked("standards", "--as", other.ref)
    assert (said.exit_code, said.stdout) == (2, "")
    assert "supervisor" in said.stderr
