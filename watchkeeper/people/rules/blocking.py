"""Which records are worth comparing at all: those that share a block of the model.

A proposal, measured: of two true records that share no block nothing is ever found, so what blocking
loses is counted apart from what scoring loses. `identity/linking.py` asks the same as SQL.
"""

from collections.abc import Iterator

from watchkeeper.people.rules.forms import PARTED
from watchkeeper.people.rules.preparing import SETS, Prepared
from watchkeeper.people.rules.weighing import Block


def keys(record: Prepared, blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """The keys of one record, each with the place of its block. A field that is not known gives none."""
    for place, block in enumerate(blocks):
        values = [getattr(record, field) for field in block.on]
        if None in values:
            continue
        several = next((at for at, field in enumerate(block.on) if field in SETS), None)
        if several is None:
            yield place, PARTED.join(values)
            continue
        for member in values[several].split(PARTED):
            values[several] = member
            yield place, PARTED.join(values)
