"""What the process of `aside` does: texts of homes in on standard input, an answer for each out again."""

import json
import signal
import sys

import pyarrow as pa

from watchkeeper.people.identity.aside import TEXTS, received, sent
from watchkeeper.people.identity.columns import homes_of
from watchkeeper.people.rules.preparing import Preparer


def serve() -> None:
    """The process beside: ends once it has answered."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process says what was interrupted
    placeholders, _, texts = sys.stdin.buffer.read().partition(b"\n")
    column = received(texts)[TEXTS].combine_chunks()
    answers = homes_of(Preparer(frozenset(json.loads(placeholders))), column)
    sys.stdout.buffer.write(sent(pa.table({str(at): answer for at, answer in enumerate(answers)})))
