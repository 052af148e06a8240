"""A backup, and the register back from it: the only proof that a backup is one."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.journeys.command import watchkeeper
from tests.journeys.service import NIGHT

ON = NIGHT.date().isoformat()


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A folder that `backup` wrote of a loaded force, the brief of its night, and the trail's head."""
    folder = tmp_path_factory.mktemp("backup") / "copy"
    files = tmp_path_factory.mktemp("files")
    with watchkeeper(tmp_path_factory.mktemp("kept-home")) as command:
        command("synth", files, "--people", 100, "--seed", 3, "--on", ON, "--crimes", 100, "--missing", 20)
        command("load", files, expect=None)
        (command.home / "policy").mkdir()
        said = command("brief", "--on", ON, "--json").text
        assert "in it" in command("backup", "--help").text
        command("backup", folder)
        assert command("backup", folder, expect=2).err.startswith("watchkeeper: ")  # never written over
    return folder, said, json.loads((folder / "backup.json").read_text())["trail_head"]


def test_what_was_backed_up_comes_back_whole(backed_up: tuple[Path, str, str], tmp_path: Path) -> None:
    folder, said, head = backed_up
    with watchkeeper(tmp_path) as command:
        assert head not in command("brief", "--on", ON, expect=2).err  # nothing there yet
        assert "with the head that was noted" in command("restore", folder).text
        known_at = json.loads(said)["known_at"]
        assert command("brief", "--on", ON, "--known-at", known_at, "--json").text == said
        assert "The trail holds" in command("audit", "verify", "--head", head).text
        assert (tmp_path / "policy").is_dir()


def test_nothing_there_is_written_over(backed_up: tuple[Path, str, str], tmp_path: Path) -> None:
    folder, _, _ = backed_up
    with watchkeeper(tmp_path) as command:
        command("restore", folder)
        assert "already" in command("restore", folder, expect=2).err
        assert "The trail holds" in command("audit", "verify").text


def test_a_copy_that_was_changed_is_refused(backed_up: tuple[Path, str, str], tmp_path: Path) -> None:
    folder, _, _ = backed_up
    other = tmp_path / "other"
    other.mkdir()
    for file in folder.iterdir():
        if file.is_file():
            (other / file.name).write_bytes(file.read_bytes())
    changed = next(file for file in other.iterdir() if file.name.startswith("register."))
    with changed.open("r+b") as bytes_of_it:
        bytes_of_it.seek(-1, os.SEEK_END)
        last = bytes_of_it.read(1)
        bytes_of_it.seek(-1, os.SEEK_END)
        bytes_of_it.write(bytes([last[0] ^ 1]))
    with watchkeeper(tmp_path / "home") as command:
        assert "hash differs" in command("restore", other, expect=2).err
        assert not (tmp_path / "home" / "watchkeeper.sqlite3").exists()


def test_a_folder_without_its_note_is_no_backup(tmp_path: Path) -> None:
    with watchkeeper(tmp_path / "home") as command:
        sqlite3.connect(tmp_path / "register.sqlite3").close()
        assert "holds no backup" in command("restore", tmp_path, expect=2).err
