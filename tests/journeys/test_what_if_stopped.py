"""`watchkeeper inspect whatif` stopped with Ctrl-C, and given again: it goes on, and answers the same."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.journeys.command import RUN, URL, Said, Watchkeeper, watchkeeper
from tests.journeys.service import NIGHT, PATIENCE

ASKED = ("inspect", "whatif", "--unit", "BCU01", "--months", "1", "--seeds", "3", "--crews", "1,2", "--json")
RUNS = 6  # a seed with a number of crews each
SLOWLY = 3 * PATIENCE  # the search is compiled
AS_IT_IS = """
import os, time
from pathlib import Path
import django
django.setup()
from watchkeeper.jobs import study_work

kept = study_work.Runs.kept

def halt(where):
    if os.environ.get("HALT") == where:
        Path(os.environ["HALTED"]).touch()
        time.sleep(600)

def told(self, name, kind, run):
    def carried_out():
        with Path(os.environ["CARRIED_OUT"]).open("a") as file:
            print(name, file=file)
        halt(f"in {name}")
        return run()
    found = kept(self, name, kind, carried_out)
    halt(f"after {name}")
    return found

study_work.Runs.kept = told
"""
"""The command as it is, but that it writes down each run it begins, and waits where `HALT` says."""


@pytest.fixture
def homes(
    force: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Watchkeeper, Watchkeeper]]:
    """The command in two homes with the same force, on its morning."""
    original, database = force
    monkeypatch.setenv("WATCHKEEPER_CLOCK_AHEAD", str(NIGHT.timestamp() - time.time()))
    url = os.environ.get(URL, "")
    own = {URL: urlunsplit(urlsplit(url)._replace(path=f"/{database}"))} if url else {}
    like = Watchkeeper(original, own)
    with watchkeeper(tmp_path / "one", like) as one, watchkeeper(tmp_path / "other", like) as other:
        yield one, other


def test_stopped_twice_it_goes_on_after_the_runs_it_had_finished(
    homes: tuple[Watchkeeper, Watchkeeper], tmp_path: Path
) -> None:
    stopped, at_once = homes
    first, third = run_named(1, 1), run_named(1, 3)
    begun = tmp_path / "carried-out"
    for place in (f"after {first}", f"in {third}"):
        said = interrupted(stopped, place, begun)
        assert (said.status, said.text) == (2, ""), said.err
        assert "stopped. What is finished is kept: give the same command again" in said.err
        assert "Traceback" not in said.err
        held = [*(stopped.home / "studies").glob("*.stop")]
        assert len(held) == 1, "no worker takes it up meanwhile"
    assert begun.read_text().splitlines() == ["unit BCU01", first, run_named(1, 2), third]
    answer = told(finished(stopped, begun))
    everything = begun.read_text().splitlines()
    assert everything.count(third) == 2, "cut short, it is carried out again"
    assert len(everything) == len(set(everything)) + 1 == 1 + RUNS + 1, "and nothing else is"
    assert not [*(stopped.home / "studies").glob("*/*.json")], "what was kept meanwhile is gone"
    assert not [*(stopped.home / "studies").glob("*.stop")]
    assert answer == told(at_once(*ASKED))
    again = told(stopped(*ASKED))
    assert again == answer, "and asked anew, the same"


def run_named(crews: float, seed: int) -> str:
    return f"unit BCU01, scenario 0, {float(crews)!r} crews, seed {seed}"


def begin(command: Watchkeeper, begun: Path, **more: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", AS_IT_IS + RUN, *ASKED],
        env=command.environment | {"CARRIED_OUT": str(begun)} | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finished(command: Watchkeeper, begun: Path) -> Said:
    process = begin(command, begun)
    out, err = process.communicate(timeout=SLOWLY)
    assert process.returncode == 0, err.decode()
    return Said(process.returncode, out, err.decode())


def interrupted(command: Watchkeeper, place: str, begun: Path) -> Said:
    """What it says when Ctrl-C is pressed at that very place."""
    halted = begun.with_suffix(".halted")
    process = begin(command, begun, HALT=place, HALTED=str(halted))
    until = time.monotonic() + SLOWLY
    while not halted.exists():
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            pytest.fail(f"it never came to {place!r}: {process.communicate()[1].decode()}")
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    halted.unlink()
    return Said(process.returncode, out, err.decode())


def told(said: Said) -> dict[str, Any]:
    """What it found, but for which study it is and the instant at which it was asked for."""
    found: dict[str, Any] = json.loads(said.text)
    assert found.pop("study")
    assert found.pop("known_at")
    return found
