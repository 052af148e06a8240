"""Whoever owns the database takes the guards off and tampers: what `audit verify` then says."""

import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import connection

from tests.conftest import NOON, guarded
from tests.unit.audit.storing import stored_under_an_act, tamper, unguarded, visit
from watchkeeper.audit import append_only
from watchkeeper.audit.actions import append
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.holding import examine
from watchkeeper.audit.models import Entry
from watchkeeper.audit.stored import guarded_tables, plain_row, read_plain
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power, Rank, Role
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db

SYSTEM = Officer("SYSTEM", Rank.CONSTABLE, Role.SYSTEM, "")


@pytest.fixture
def number() -> int:
    """An act that stored three visits in two batches."""
    return stored_under_an_act("visits", [visit("V1"), visit("V2", reason="café")], [visit("V3", hours=2)])


def faults() -> tuple[str, ...]:
    found = examine()
    assert found.holds == (not found.faults)
    return found.faults


def test_rows_as_they_were_stored_hold(number: int):
    found = examine()
    assert (found.holds, found.faults, found.rows) == (True, (), 3)


def test_a_register_that_was_never_written_to_holds():
    assert examine().holds


TAMPERING = {
    "a row removed": ("DELETE FROM visits_visit WHERE ref = 'V2'", "3 rows were stored and 2 are there now"),
    "the newest row removed": (
        "DELETE FROM visits_visit WHERE ref = 'V3'",
        "3 rows were stored and 2 are there now",
    ),
    "every row removed": ("DELETE FROM visits_visit", "3 rows were stored and 0 are there now"),
    "a text changed": ("UPDATE visits_visit SET outcome = 'seen' WHERE ref = 'V1'", "do not say the same"),
    "an instant moved by a microsecond": (
        "UPDATE visits_visit SET at = '2026-03-20 21:30:15.000251' WHERE ref = 'V1'",
        "do not say the same",
    ),
    "blank made nothing": (
        "UPDATE visits_visit SET notice_hours = 0 WHERE ref = 'V1'",
        "do not say the same",
    ),
    "what was known moved back": (
        "UPDATE visits_visit SET known_from = '2026-01-01 00:00:00' WHERE ref = 'V1'",
        "do not say the same",
    ),
    "two rows put in the other's place": (
        "UPDATE visits_visit SET id = id + 1000 WHERE ref = 'V1'",
        "another order",
    ),
    "a yes turned": (
        "UPDATE visits_visit SET sought_entry_to_search = false WHERE ref = 'V1'",
        "do not say the same",
    ),
}


@pytest.mark.parametrize("how", TAMPERING)
def test_tampering_with_stored_rows_names_the_act_and_the_table(number: int, how: str):
    sql, says = TAMPERING[how]
    tamper(sql, "visits_visit")
    (fault,) = faults()
    assert fault.startswith(f"visits.Visit, act {number}: ")
    assert says in fault


def test_a_row_put_in_under_an_act_that_is_done_is_one_too_many(number: int):
    Visit.objects.create(ref="V9", recorded_at=NOON, known_from=NOON, act=number, person_ref="P1", at=NOON)
    assert faults() == (f"visits.Visit, act {number}: 3 rows were stored and 4 are there now",)


def test_a_row_no_finished_act_stored_is_said(number: int):
    Person.objects.create(ref="P1", recorded_at=NOON, known_from=NOON, act=number)
    Visit.objects.create(ref="V9", recorded_at=NOON, known_from=NOON, act=99, person_ref="P1", at=NOON)
    assert faults() == (
        f"people.Person, act {number}: 1 rows are there, and no finished act stored them",
        "visits.Visit, act 99: 1 rows are there, and no finished act stored them",
    )


def test_an_act_that_stored_nothing_needs_no_seal(law: Shelf):
    with act(Power.LOAD_RECORDS, by=SYSTEM, about="", on=date(2026, 3, 20), law=law, purpose="load", at=NOON):
        pass
    assert faults() == ()


def test_rows_stored_one_by_one_are_sealed_as_they_are_read_back(law: Shelf):
    """Whole numbers where a share is meant, codes, an instant of another zone: the same once stored."""
    with act(
        Power.LOAD_RECORDS, by=SYSTEM, about="", on=date(2026, 3, 20), law=law, purpose="load", at=NOON
    ) as this:
        this.store(StoredOfficer(ref="O1", role=Role.SUPERVISOR, hours_share=1, since=date(2020, 2, 29)))
        at = datetime(2026, 3, 20, 21, 30, 15, 250, tzinfo=UTC)
        this.store(Visit(ref="V1", person_ref="P1", at=at, sought_entry_to_search=False))
        this.store(Visit(ref="V2", person_ref="P1", at=NOON, notice_hours=3, crew="Ö1;O2"))
    assert faults() == ()
    for model in (StoredOfficer, Visit):
        read = [list(row[:-1]) for some in read_plain(model) for row in some]
        assert [plain_row(row) for row in model.objects.order_by("id")] == read
    tamper("UPDATE workforce_officer SET hours_share = 0.5", "workforce_officer")
    (fault,) = faults()
    assert fault.startswith(f"workforce.Officer, act {this.number}: 1 rows")


def test_two_acts_that_store_turn_about_hold_each_to_its_own():
    """PostgreSQL lets two acts store at once, so their rows may lie among each other."""
    from watchkeeper.audit.actions import append_facts
    from watchkeeper.audit.seals import Seals
    from watchkeeper.intake.tables import BY_NAME

    words = {"at": NOON, "power": "x", "by": "O1", "about": "", "purpose": "x", "policy_version": "a"}
    one, two = (Seals(append(Kind.ATTEMPT, **words).number) for _ in range(2))  # type: ignore[arg-type]
    for turn, seals in enumerate((one, two, one, two)):
        append_facts(BY_NAME["visits"], [visit(f"V{turn}")], seals)
    for seals in (two, one):
        noted = (("attempt", str(seals.act)), *seals.noted())
        append(Kind.DONE, noted=noted, **words)  # type: ignore[arg-type]
    assert faults() == ()


def test_a_column_added_later_says_nothing_of_rows_already_sealed(number: int):
    from watchkeeper.audit.seals import Seals, Tally

    rows = [[*row[:-2]] for some in read_plain(Visit) for row in some]  # as if `crew` had come later
    tally = Tally()
    tally.add(rows)
    seals = Seals(number)
    seals.keep("visits.Visit", tally)
    words = {"at": NOON, "power": "x", "by": "O1", "about": "", "purpose": "x", "policy_version": "a"}
    with unguarded("audit_entry"):
        Entry.objects.all().delete()
    append(Kind.ATTEMPT, **words)  # type: ignore[arg-type]
    append(Kind.DONE, noted=(("attempt", str(number)), *seals.noted()), **words)  # type: ignore[arg-type]
    assert faults() == ()


def test_an_emptied_trail_is_a_fault_while_anything_is_stored(number: int):
    tamper("DELETE FROM audit_entry", "audit_entry")
    assert examine(quick=True).faults == ("the trail is empty, and facts or briefs are stored",)
    assert len(faults()) == 2


def test_an_outcome_removed_leaves_its_rows_unaccounted_for(number: int):
    tamper("DELETE FROM audit_entry WHERE kind = 'done'", "audit_entry")
    assert faults() == (f"visits.Visit, act {number}: 3 rows are there, and no finished act stored them",)


def test_past_a_break_in_the_chain_rows_are_still_held_to_their_seals(number: int):
    tamper(f"UPDATE audit_entry SET purpose = 'other' WHERE number = {number}", "audit_entry")
    tamper("DELETE FROM visits_visit", "visits_visit")
    found = examine()
    assert found.chain.broken == number
    assert found.faults == (f"visits.Visit, act {number}: 3 rows were stored and 0 are there now",)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_entry SET kind = 'nothing' WHERE number = 1",
        """UPDATE audit_entry SET facts = '[["seal", "x"]]' WHERE kind = 'done'""",
        "UPDATE audit_entry SET facts = '[7]' WHERE kind = 'done'",
    ],
)
def test_an_entry_made_unreadable_is_a_break_and_no_crash(number: int, sql: str):
    tamper(sql, "audit_entry")
    found = examine()
    assert not found.holds
    assert found.chain.broken in (1, 2)


def test_text_that_is_no_text_is_a_fault_and_no_crash(number: int):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL takes no such text")
    tamper("UPDATE visits_visit SET crew = CAST(x'ff' AS TEXT) WHERE ref = 'V1'", "visits_visit")
    assert "holds what is no text" in faults()[0]


def test_the_guards_are_looked_for_on_every_table_that_has_one():
    assert sorted(guarded_tables()) == sorted(guarded())


@pytest.mark.parametrize("name", guarded())
def test_a_table_without_its_guard_is_a_fault(name: str):
    with unguarded(name):
        (fault,) = examine(quick=True).faults
        assert name in fault
    assert examine(quick=True).holds


def weakened(name: str) -> Iterator[str]:
    if connection.vendor == "sqlite":
        yield f'DROP TRIGGER "{name}_no_delete"'
        yield f'CREATE TRIGGER "{name}_no_delete" BEFORE DELETE ON "{name}" BEGIN SELECT 1; END'
        return
    yield f'ALTER TABLE "{name}" DISABLE TRIGGER "{name}_append_only"'


def test_a_guard_of_that_name_that_guards_nothing_is_a_fault():
    with connection.cursor() as cursor:
        for sql in weakened("visits_visit"):
            cursor.execute(sql)
    assert len(examine(quick=True).faults) == 1
    append_only.lift(connection, "visits_visit")
    append_only.lay(connection, "visits_visit")
    assert examine(quick=True).holds


def test_a_table_that_is_gone_is_a_fault(number: int):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE visits_visit")
    assert examine().faults[0] == "the table visits_visit is gone"


@pytest.fixture
def brief(law: Shelf) -> FrozenBrief:
    """A brief frozen under an act."""
    import hashlib

    content = b'{"lines": []}'
    with act(
        Power.COMPILE_BRIEF, by=SYSTEM, about="", on=date(2026, 3, 20), law=law, purpose="brief", at=NOON
    ) as this:
        row = FrozenBrief.objects.create(
            on=date(2026, 3, 20),
            known_at=NOON,
            policy_version="abc",
            compiled_at=NOON,
            act=this.number,
            through=1,
            digest=hashlib.sha256(content).hexdigest(),
            content=zlib.compress(content),
        )
        this.seal(row)
    return row


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("SET unit = 'U1'", "do not say the same"),
        ("SET content = {other}", "its content does not give its digest"),
        ("SET content = {rubbish}", "its content does not give its digest"),
    ],
)
def test_a_frozen_brief_is_held_to_its_seal_and_its_digest(brief: FrozenBrief, change: str, says: str):
    assert faults() == ()
    form = "x'{}'" if connection.vendor == "sqlite" else "'\\x{}'"
    forged = {"other": form.format(zlib.compress(b"{}").hex()), "rubbish": form.format("00")}
    tamper(f"UPDATE briefing_frozenbrief {change.format(**forged)}", "briefing_frozenbrief")
    (fault,) = faults()
    assert f"act {brief.act}" in fault
    assert says in fault


def test_a_frozen_brief_removed_is_missed(brief: FrozenBrief):
    tamper("DELETE FROM briefing_frozenbrief", "briefing_frozenbrief")
    assert faults() == (f"briefing.FrozenBrief, act {brief.act}: 1 rows were stored and 0 are there now",)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_all_is_read_at_one_instant():
    stored_under_an_act("visits", [visit("V1")])
    seen: list[tuple[str, int, int]] = []
    assert examine(progress=lambda *told: seen.append(told)).holds
    assert seen == [("visits.Visit", 1, 1)]
    assert not connection.in_atomic_block
    assert stored_under_an_act("visits", [visit("V2")])
