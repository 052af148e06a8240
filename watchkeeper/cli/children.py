"""Processes kept running side by side: started again when they die, ended in order when told."""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

TICK = 0.2
"""Seconds between two looks at the children."""
LONGEST_WAIT = 30.0
"""Seconds a child that keeps dying waits at most before it is started again."""
MOST_DEATHS = 5
WITHIN = 300.0
"""A child that dies more than so often within so many seconds is not started again: all are ended."""
GRACE = 20.0
"""Seconds a child has to end by itself before it is killed. What it was doing is taken up again later."""
GAVE_UP = 2


@dataclass(slots=True)
class Child:
    """One process: how it is called, how it is started, and when it died of late."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: "subprocess.Popen[bytes] | None" = None
    deaths: list[float] = field(default_factory=list)
    again_at: float = 0.0

    def start(self) -> None:
        """Start it, in the group of this process: what kills the group leaves nothing behind."""
        self.process = subprocess.Popen(self.command, env=self.environment)

    def died(self, now: float) -> float:
        """Count a death; the seconds to wait before it is started again."""
        self.process = None
        self.deaths = [at for at in self.deaths if now - at < WITHIN] + [now]
        wait = min(2.0 ** (len(self.deaths) - 1), LONGEST_WAIT)
        self.again_at = now + wait
        return wait

    def end(self) -> None:
        """Ask it to end, and see that it does."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def keep(children: Sequence[Child], say: Callable[[str], None]) -> int:
    """Run the children until Ctrl-C or SIGTERM, then end them in their order; the exit status.

    One that dies is started again, after a wait that doubles. One that keeps dying ends them
    all: whoever looks after the service is told, and a half of it does not pass for the whole.
    """
    told = False

    def stop(*_signal: object) -> None:
        nonlocal told
        told = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    try:
        for child in children:
            child.start()
        while not told:
            for child in children:
                if (failed := _look_after(child, say, time.monotonic())) is not None:
                    say(failed)
                    return GAVE_UP
            time.sleep(TICK)
        return 0
    finally:
        for child in children:
            child.end()


def _look_after(child: Child, say: Callable[[str], None], now: float) -> str | None:
    """Start the child again if it has died and it is time; words for giving up on it."""
    if child.process is None:
        if now >= child.again_at:
            child.start()
        return None
    status = child.process.poll()
    if status is None:
        return None
    wait = child.died(now)
    if len(child.deaths) > MOST_DEATHS:
        return (
            f"the {child.name} has ended {len(child.deaths)} times in {WITHIN / 60:.0f} minutes, "
            "so the service stops. What it last said stands above."
        )
    say(f"the {child.name} ended (status {status}); it is started again in {wait:.0f} s")
    return None
