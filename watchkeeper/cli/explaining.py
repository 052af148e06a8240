"""One scored row in words: each term with the sum so far, what is not known, what it may stand behind."""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from watchkeeper.instruments.counting import shown
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.listing import Listed
from watchkeeper.instruments.scoring import Outcome, Scored
from watchkeeper.instruments.using import usable


def explained(pack: Pack, row: Listed, *, on: date) -> Iterator[str]:
    """The lines of one row. Terms add up to the total exactly: none is rounded on the way."""
    yield f"{pack.ref}, row {row.ref or row.line}: {row.came}"
    yield from (f"  wrong: {each}" for each in row.faults)
    yield from (f"  not met: {reason.says} ({reason.cite})" for reason in row.not_for)
    if row.scored is not None:
        yield from _scored(row.scored)
    yield from (f"not to be decided on: {reason.says}" for reason in usable(pack, on=on).unmet)
    yield from (f"limit: {each}" for each in pack.limits)


def _scored(came: Scored, indent: str = "  ") -> Iterator[str]:
    sums = accumulate(each.value for each in came.added)
    for each, total in zip(came.added, sums, strict=True):
        rests = f"  [{each.answers}]" if each.answers else ""
        yield f"{indent}{shown(each.value):>20}  {each.says}{rests}  (sum {shown(total)})"
    for name, formula in came.worked_out.items():
        yield f"{indent}worked out: {name} = {formula}"
    for name, part in came.parts.items():
        yield f"{indent}part {name}, {part.pack}:"
        yield from _scored(part, f"{indent}  ")
    if came.unknown:
        yield f"{indent}not known: {', '.join(item.ref for item in came.unknown)}"
    if came.least is None or came.most is None:
        yield f"{indent}no range can be given"
    elif came.whole:
        yield f"{indent}comes to {_outcome(came.least)}"
    else:
        yield f"{indent}comes to {_outcome(came.least)} at least, {_outcome(came.most)} at most"


def _outcome(outcome: Outcome) -> str:
    parts = [f"total {shown(outcome.total)}"]
    if outcome.percent is not None:
        parts.append(f"{shown(outcome.percent)} per cent")
    if outcome.band:
        moved = f", moved to {outcome.adjusted}" if outcome.adjusted != outcome.band else ""
        parts.append(f"band {outcome.band}{moved}")
    return ", ".join(parts)
