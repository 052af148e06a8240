"""A database older than the program: a command that reads says so and how to upgrade; one that writes upgrades."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.journeys.command import Watchkeeper, watchkeeper

LACKS_THE_LAST_STEP = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", "audit", verbosity=0)
call_command("migrate", "escalation", "0003", verbosity=0)
"""


@pytest.fixture
def older(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watchkeeper]:
    home = tmp_path_factory.mktemp("older") / "home"
    home.mkdir()
    with watchkeeper(home) as run:
        subprocess.run([sys.executable, "-c", LACKS_THE_LAST_STEP], env=run.environment, check=True)
        yield run


def test_a_command_that_reads_says_that_the_database_is_older_and_how_to_upgrade(older: Watchkeeper) -> None:
    for command in (["brief"], ["due", "P1"], ["officer", "list"], ["audit", "verify"]):
        said = older(*command, expect=2)
        assert said.err.startswith("watchkeeper: the database is older than this program")
        assert "watchkeeper backup FOLDER" in said.err
        assert "watchkeeper load FOLDER" in said.err
        assert "column" not in said.err


def test_a_command_that_writes_brings_it_up_to_date(older: Watchkeeper) -> None:
    files = older.home.parent / "files"
    older("load", "--template", files)
    older("load", files)
    assert "Brief for" in older("brief").text
