"""A command that leaves at once loses nothing that was printed, tells whoever asked, and gives its status."""

import os
import subprocess
import sys

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
