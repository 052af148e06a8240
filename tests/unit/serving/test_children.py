"""The server and the worker side by side: started again when they die, ended in order when told."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PATIENCE = 30
KEEP = """
import os, sys
from watchkeeper.cli import children
children.TICK, children.LONGEST_WAIT = 0.02, 0.05
folder = sys.argv[1]
kept = [
    children.Child(name, [sys.executable, "-c", program, folder, name], os.environ)
    for name, program in zip(sys.argv[2::2], sys.argv[3::2], strict=True)
]
sys.exit(children.keep(kept, lambda says: print(says, flush=True)))
"""
STAYS = """
import signal, sys, time
def note(word):
    with open(f"{sys.argv[1]}/told", "a") as told:
        told.write(f"{sys.argv[2]} {word}\\n")
def end(*_):
    note("ended")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
note("began")
while True:
    time.sleep(0.01)
"""
DIES = "import sys; open(f'{sys.argv[1]}/told', 'a').write(f'{sys.argv[2]} began\\n'); sys.exit(3)"


def keep(folder: Path, *children: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", KEEP, str(folder), *children], stdout=subprocess.PIPE, text=True
    )


def told(folder: Path, wanted: int) -> list[str]:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        lines = (folder / "told").read_text().splitlines() if (folder / "told").exists() else []
        if len(lines) >= wanted:
            return lines
        time.sleep(0.02)
    raise AssertionError("nothing was said in time")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_they_end_in_order(number: signal.Signals, tmp_path: Path) -> None:
    kept = keep(tmp_path, "server", STAYS, "worker", STAYS)
    assert sorted(told(tmp_path, 2)) == ["server began", "worker began"]
    kept.send_signal(number)
    assert kept.wait(PATIENCE) == 0
    assert told(tmp_path, 4)[2:] == ["server ended", "worker ended"]


def test_one_that_is_killed_is_started_again_and_the_other_left_alone(tmp_path: Path) -> None:
    pid = f"open(sys.argv[1] + '/pid', 'w').write(str(os.getpid()))\n{STAYS}"
    kept = keep(tmp_path, "server", f"import os, sys\n{pid}", "worker", STAYS)
    told(tmp_path, 2)
    os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)
    assert sorted(told(tmp_path, 3)) == ["server began", "server began", "worker began"]
    kept.terminate()
    out, _ = kept.communicate(timeout=PATIENCE)
    assert "the server ended (status -9); it is started again in" in out


def test_one_that_keeps_dying_ends_the_service_and_says_so(tmp_path: Path) -> None:
    kept = keep(tmp_path, "server", STAYS, "worker", DIES)
    out, _ = kept.communicate(timeout=PATIENCE)
    assert kept.returncode == 2
    assert "the worker has ended 6 times in 5 minutes, so the service stops." in out
    lines = told(tmp_path, 8)
    assert lines.count("worker began") == 6
    assert lines[-1] == "server ended"


OUTLIVED = """
import os, subprocess, sys, time
folder = sys.argv[1]
program = (
    "import os, subprocess, sys, time; from watchkeeper.cli import kept; kept.EVERY = 0.02; "
    "kept.end_with_keeper(); os.environ[kept.KEPT] = str(os.getpid()); "
    "deeper = sys.argv[2:] and subprocess.Popen([sys.executable, '-c', *sys.argv[2:], sys.argv[1]]); "
    "print(os.getpid(), file=open(f'{sys.argv[1]}/told', 'a'), flush=True); time.sleep(600)"
)
environment = os.environ | {"WATCHKEEPER_KEPT": str(os.getpid())}
subprocess.Popen([sys.executable, "-c", program, folder, program], env=environment)
time.sleep(600)
"""


def test_killed_outright_it_takes_the_server_and_what_the_server_started_with_it(tmp_path: Path) -> None:
    """Nothing is told that its keeper is gone: each looks for itself."""
    keeper = subprocess.Popen([sys.executable, "-c", OUTLIVED, str(tmp_path)])
    children = [int(line) for line in told(tmp_path, 2)]
    keeper.kill()
    keeper.wait(PATIENCE)
    until = time.monotonic() + PATIENCE
    while any(map(_lives, children)):
        assert time.monotonic() < until, "a process outlived its keeper"
        time.sleep(0.02)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
