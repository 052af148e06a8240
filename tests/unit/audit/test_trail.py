"""The stored trail: one chain however many write, exported so that outsiders can verify it."""

import json
import subprocess
import sys
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from tests.conftest import NOON
from watchkeeper.audit.actions import append, append_facts, check, entries, export
from watchkeeper.audit.facts import Entry, Kind
from watchkeeper.audit.models import Entry as Stored
from watchkeeper.audit.seals import Seals
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.models import Officer


def add(about: str = "P1", **more: object) -> Entry:
    words = {"power": "record a visit", "by": "O1", "purpose": "routine", "policy_version": "abc"}
    return append(Kind.DONE, at=NOON, about=about, **{**words, **more})  # type: ignore[arg-type]


@pytest.mark.django_db
def test_what_was_appended_is_read_back_as_it_was():
    first = add(reasons=["in post (powers)"], noted=[("stored", "visits.Visit V1")])
    second = add("P2")
    assert list(entries()) == [first, second]
    assert (first.number, second.number, second.previous) == (1, 2, first.hash)
    assert list(entries(about="P2")) == [second]
    assert check().holds
    assert check(head=first.hash).holds


@pytest.mark.django_db
def test_a_stored_entry_tampered_with_below_the_guards_is_found():
    for _ in range(3):
        add()
    from watchkeeper.audit import append_only

    append_only.lift(connection, "audit_entry")
    Stored.objects.filter(number=2).update(about="P9")
    append_only.lay(connection, "audit_entry")
    assert check().broken == 2


@pytest.mark.django_db
def test_a_second_entry_after_the_same_one_is_refused_by_the_database():
    first, second = add(), add()
    with pytest.raises(DatabaseError), transaction.atomic():
        Stored.objects.create(
            number=3, at=NOON, kind="done", power="x", by="O1", policy_version="abc",
            previous=second.previous, hash=first.hash,
        )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_never_fork_the_chain():
    faults: list[BaseException] = []

    def write() -> None:
        try:
            for _ in range(10):
                with transaction.atomic():
                    add()
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not faults
    verdict = check()
    assert verdict.holds
    assert verdict.entries == 40


@pytest.mark.django_db
def test_an_export_is_verified_by_python_alone(tmp_path: Path):
    for number in range(3):
        add(f"P{number}", purpose="café £5")
    verdict = export(tmp_path / "trail.jsonl")
    lines = (tmp_path / "trail.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["number"] for line in lines] == [1, 2, 3]
    assert verdict.head in (tmp_path / "trail-README.md").read_text("utf-8")

    def verified(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", "verify_trail.py", "trail.jsonl", *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert verified("--head", verdict.head).returncode == 0
    (tmp_path / "trail.jsonl").write_text("\n".join(lines[:2]), "utf-8")
    cut = verified()
    assert cut.returncode == 0
    assert "nothing shows that the newest entries are all there" in cut.stdout
    assert verified("--head", verdict.head).returncode == 1
    (tmp_path / "trail.jsonl").write_text("\n".join(lines).replace("P1", "P7"), "utf-8")
    told = verified()
    assert told.returncode == 1
    assert "entry 2 has been changed" in told.stdout
    (tmp_path / "trail.jsonl").write_text("\n", "utf-8")
    emptied = verified()
    assert emptied.returncode == 1
    assert "the file holds no entry" in emptied.stdout


@pytest.mark.django_db
def test_an_export_is_never_written_over(tmp_path: Path):
    add()
    export(tmp_path / "trail.jsonl")
    with pytest.raises(FileExistsError):
        export(tmp_path / "trail.jsonl")


@pytest.mark.django_db
def test_a_broken_trail_is_exported_whole_since_it_is_evidence(tmp_path: Path):
    for _ in range(4):
        add()
    from watchkeeper.audit import append_only

    append_only.lift(connection, "audit_entry")
    Stored.objects.filter(number=2).update(about="P9")
    append_only.lay(connection, "audit_entry")
    verdict = export(tmp_path / "trail.jsonl")
    assert verdict.broken == 2
    assert len((tmp_path / "trail.jsonl").read_text("utf-8").splitlines()) == 4
    assert "BROKEN at 2" in (tmp_path / "trail-README.md").read_text("utf-8")


AT = datetime(2026, 3, 20, 21, 30, 15, 250, tzinfo=UTC)


def visit(ref: str, *, at: datetime = AT, known_from: datetime = NOON) -> tuple[object, ...]:
    return (
        ref,
        NOON,
        known_from,
        False,
        "P1",
        at,
        "A1",
        "assess risk",
        True,
        "refused",
        None,
        "",
        "",
        "O1;O2",
    )


@pytest.mark.django_db
def test_rows_stored_in_bulk_are_the_rows_given():
    assert append_facts(BY_NAME["visits"], iter([visit("V1"), visit("V2")]), Seals(7)) == 2
    one, two = Visit.objects.order_by("ref")
    assert (one.ref, one.person_ref, one.at, one.recorded_at, one.known_from) == ("V1", "P1", AT, NOON, NOON)
    assert (one.sought_entry_to_search, one.notice_hours, one.withdrawn, one.act) == (True, None, False, 7)
    assert two.fact().crew == ("O1", "O2")


@pytest.mark.django_db
def test_rows_stored_in_bulk_and_one_by_one_compare_alike():
    """An instant on the very microsecond asked for is known, however it was stored."""
    append_facts(BY_NAME["visits"], [visit("V1", known_from=AT)], Seals(1))
    Visit.objects.create(ref="V2", recorded_at=AT, known_from=AT, act=1, person_ref="P1", at=AT)
    assert Visit.objects.as_known(AT).count() == 2
    assert Visit.objects.as_known(AT - timedelta(microseconds=1)).count() == 0
    assert Visit.objects.filter(at=AT).count() == 2


@pytest.mark.django_db
def test_days_numbers_and_blanks_are_stored_as_given():
    row = ("O1", NOON, NOON, False, "sergeant", "supervisor", "U1", 0.6, date(2020, 2, 29), None)
    append_facts(BY_NAME["officers"], [row], Seals(1))
    officer = Officer.objects.get()
    assert (officer.hours_share, officer.since, officer.until) == (0.6, date(2020, 2, 29), None)


@pytest.mark.django_db
def test_a_bulk_that_fails_leaves_nothing():
    def rows() -> object:
        yield visit("V1")
        raise OSError("the file ended early")

    seals = Seals(1)
    with pytest.raises(OSError):
        append_facts(BY_NAME["visits"], rows(), seals)  # type: ignore[arg-type]
    assert not Visit.objects.exists()
    assert seals.noted() == ()
