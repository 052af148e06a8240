"""SQLite read in a process beside this one: the same answers, and no lock of ours is dropped by them."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from watchkeeper.config import settings, site
from watchkeeper.engine import beside
from watchkeeper.engine.beside import BesideError
from watchkeeper.engine.source import embedded

ALL = "SELECT 0 AS id, '' AS ref, 0.0 AS share UNION ALL SELECT id, ref, share FROM facts"
WRITES = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=0.1) as other:
    other.execute("INSERT INTO facts VALUES (9, 'of another process', NULL)")
"""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A small database as the service has it: write-ahead, with more rows than one batch."""
    path = tmp_path / "facts of a force.sqlite3"
    with sqlite3.connect(path) as made:
        made.execute("PRAGMA journal_mode = WAL")
        made.execute("CREATE TABLE facts (id INTEGER PRIMARY KEY, ref TEXT, share REAL)")
        rows = ((n, f"P{n} Zoë", None if n % 3 else n / 7) for n in range(100, 40_100))
        made.executemany("INSERT INTO facts VALUES (?, ?, ?)", rows)
    made.close()
    yield path
    beside.end_all()


def table(path: Path, sql: str = ALL, *, apart: bool) -> object:
    with embedded(path, beside=apart).open() as reader, reader.read(sql) as stream:
        return stream.read_all()


def test_it_answers_as_this_process_would(file: Path) -> None:
    here, there = table(file, apart=False), table(file, apart=True)
    assert there.num_rows == 40_001  # type: ignore[attr-defined]
    assert there == here
    assert there.schema == here.schema  # type: ignore[attr-defined]


def test_another_process_cannot_write_into_our_transaction_after_it(file: Path) -> None:
    ours = sqlite3.connect(file, isolation_level=None)
    ours.execute("BEGIN IMMEDIATE")
    ours.execute("INSERT INTO facts VALUES (1, 'ours', NULL)")
    reads = threading.Thread(target=table, args=(file,), kwargs={"apart": True})
    reads.start()
    reads.join()
    other = subprocess.run([sys.executable, "-c", WRITES, str(file)], capture_output=True, check=False)
    assert b"database is locked" in other.stderr
    ours.execute("COMMIT")
    assert ours.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert ours.execute("SELECT ref FROM facts WHERE id < 100").fetchall() == [("ours",)]
    ours.close()


def test_what_was_written_since_is_read_and_nothing_stays_open(file: Path) -> None:
    table(file, apart=True)
    (idle,) = beside._idle
    links = [*Path(f"/proc/{idle._process.pid}/fd").glob("*")] if Path("/proc/self/fd").is_dir() else []
    assert not [link for link in links if file.name in str(link.readlink())]
    with sqlite3.connect(file) as ours:
        ours.execute("INSERT INTO facts VALUES (2, 'since', NULL)")
    ours.close()
    asked = "SELECT ref FROM facts WHERE id = 2"
    assert table(file, asked, apart=True).column(0).to_pylist() == ["since"]  # type: ignore[attr-defined]
    assert beside._idle == [idle], "the same process read again"


def test_what_cannot_be_read_says_why_and_the_next_is_read(file: Path) -> None:
    with pytest.raises(BesideError, match="no such table: nowhere"):
        table(file, "SELECT * FROM nowhere", apart=True)
    with pytest.raises(BesideError, match="failed to open"):
        table(file.with_name("not there"), apart=True)
    assert table(file, apart=True) == table(file, apart=False)


def test_a_process_that_was_killed_is_not_asked_again(file: Path) -> None:
    table(file, apart=True)
    (idle,) = beside._idle
    os.kill(idle._process.pid, signal.SIGKILL)
    idle._process.wait()
    assert table(file, apart=True) == table(file, apart=False)
    ended = pytest.raises(BesideError, match="ended with status -9")
    with ended, embedded(file, beside=True).open() as reader:
        os.kill(reader.connection._process.pid, signal.SIGKILL)
        reader.connection.ask("sql", ALL)
    assert table(file, apart=True) == table(file, apart=False)


def test_several_may_read_at_once(file: Path) -> None:
    found: list[object] = []
    readers = [threading.Thread(target=lambda: found.append(table(file, apart=True))) for _ in range(4)]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    assert len(found) == 4
    assert all(each == found[0] for each in found)
    assert len(beside._idle) <= beside.IDLE


def test_a_service_reads_beside_and_one_command_by_itself() -> None:
    assert (site.READS_BESIDE, settings.READS_BESIDE) == (True, False)
