"""A command that leaves at once loses nothing that was printed, tells whoever asked, and gives its status."""

import os
import subprocess
import sys
from pathlib import Path

from tests.table import table

MANY = 100_000
LEAVES = """
import atexit, sys
from watchkeeper.cli import leaving
atexit.register(lambda: sys.stderr.write("told"))
sys.stdout.write("printed" * {many})
class Slow:
    def __del__(self):
        sys.stderr.write("taken apart")
kept = Slow()
leaving.leave({code})
"""


@table("""
    case                         | code     | status | says
    -----------------------------|----------|--------|------
    nothing said is all well     | None     | 0      |
    all well                     | 0        | 0      |
    something wrong was found    | 1        | 1      |
    it could not do its work     | 2        | 2      |
    words are a fault            | 'no way' | 1      | no way
    """)
def test_it_leaves_with_its_status_and_all_that_was_printed(code: str, status: str, says: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEAVES.format(code=code, many=MANY)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == int(status)
    assert done.stdout == "printed" * MANY
    assert done.stderr.split("\n") == [*([says] if says else []), "told"]


def test_a_reader_that_has_had_enough_is_no_fault() -> None:
    held = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-c", LEAVES.format(code=2, many=1)],
        stdout=write,
        env=held,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert done.returncode == 0


RUNS = "import sys; sys.argv[0] = 'watchkeeper'; from watchkeeper.cli.main import run; run()"


def test_whoever_pipes_into_something_that_reads_nothing_is_told_nothing_is_wrong() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-c", RUNS, "policy", "check"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_command_without_an_output_or_an_error_output_leaves_in_order() -> None:
    code = "import sys; sys.{closed} = None; from watchkeeper.cli import leaving; leaving.leave({said})"
    for closed, said in (("stdout", "0"), ("stderr", "0"), ("stderr", "'no way'")):
        done = subprocess.run([sys.executable, "-c", code.format(closed=closed, said=said)], check=False)
        assert done.returncode == (1 if "no way" in said else 0)


def test_an_engine_that_was_interrupted_is_ctrl_c_and_no_fault() -> None:
    """DuckDB tells of Ctrl-C by an error of Python's own class, in words of its own."""
    code = """
from watchkeeper.cli import main
def interrupted():
    raise RuntimeError("Query interrupted")
main.app = interrupted
main.run()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr == "watchkeeper: stopped; what was under way is undone\n"


def test_a_home_that_may_not_be_written_is_named_with_how_to_mend_it(tmp_path: Path) -> None:
    """Nobody is told to restore a copy of a database that is whole."""
    file = tmp_path / "watchkeeper.sqlite3"
    file.touch()
    code = f"""
import sqlite3
from watchkeeper.cli import main
main.app = lambda: sqlite3.connect("file:{file}?mode=ro", uri=True).execute("CREATE TABLE t (a)")
main.run()
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ
        | {"WATCHKEEPER_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "watchkeeper.config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert f"WATCHKEEPER_HOME is {tmp_path}, where " in done.stderr
    assert f"chmod -R u+rwX {tmp_path}" in done.stderr
    assert "restore" not in done.stderr


def test_a_day_before_the_law_is_no_fault_of_the_program() -> None:
    code = """
from datetime import date
from watchkeeper.cli import main
from watchkeeper.law.shelf import load
main.app = lambda: load()["warrant_occasions"].on(date(2004, 5, 1))
main.run()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    said = (
        "watchkeeper: warrant_occasions has no value in force on 2004-05-01 (Sexual Offences Act 2003, s.96B"
    )
    assert done.stderr.startswith(said)
    assert done.stderr.endswith(" Ask about a later day.\n")
