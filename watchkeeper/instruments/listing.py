"""A whole list scored, one row in and one row out: the score with its reasons, or why there is none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.instruments.answering import known
from watchkeeper.instruments.counting import shown
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.scoring import FaultyError, Outcome, Scored, of_known
from watchkeeper.instruments.using import eligible, scoreable, unsure
from watchkeeper.law.decision import Reason

REF, DAY = "ref", "on"
"""Columns of a list that no pack asks: whose row it is, and the day of assessment."""
FIRST = 2  # the line of a file after its heading


class Came(StrEnum):
    """What a row came to."""

    SCORED = "scored"
    OPEN = "open"
    NOT_FOR = "not for this person"
    UNSURE = "not known whether for this person"
    FAULTY = "faulty"


BEYOND = ""
"""Cells of a row past the columns that the first line names."""
MORE = "it has more cells than the first line has columns; a comma within a cell stands in quotation marks"


COLUMNS = (
    *("line", "ref", "came", "total", "percent", "band", "adjusted"),
    *("least_percent", "most_percent", "least_band", "most_band"),
    *("not_known", "not_for", "faults", "pack"),
)
"""What a row comes back with, in a list of one row for each row."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: its line, its ref, what it came to, and why. `faults` are all that is wrong with it."""

    line: int
    ref: str
    came: Came
    scored: Scored | None = None
    not_for: tuple[Reason, ...] = ()
    faults: tuple[str, ...] = ()


def listed(pack: Pack, rows: Iterable[Mapping[str, str | None]], *, on: date) -> Iterator[Listed]:
    """Each row scored in turn; `on` is the day of assessment where a row names none.

    A row is refused for somebody the instrument is not for, and for anything wrong with it; columns the
    pack does not ask are not read. The same row gives the same answer, whatever stands around it.
    """
    may_be_scored(pack)
    asked = {item.ref for item in pack.items}
    for line, row in enumerate(rows, FIRST):
        ref = (row.get(REF) or "").strip()
        if row.get(BEYOND):
            yield Listed(line, ref, Came.FAULTY, faults=(MORE,))
            continue
        answers = {name: value or "" for name, value in row.items() if name in asked}
        yield dated(pack, answers, (row.get(DAY) or "").strip(), line, ref, on=on)


def may_be_scored(pack: Pack) -> None:
    """Raises FaultyError for a pack that nothing is scored with: a structure, or a judgement."""
    if not (fit := scoreable(pack)).allowed:
        raise FaultyError(tuple(reason.says for reason in fit.unmet))


def dated(pack: Pack, answers: Mapping[str, str], said: str, line: int, ref: str, *, on: date) -> Listed:
    """One row, assessed on the day it says, or on `on` where it says none."""
    try:
        day = date.fromisoformat(said) if said else on
    except ValueError:
        return Listed(
            line, ref, Came.FAULTY, faults=(f"on is {said!r}; it may be a day, written YYYY-MM-DD",)
        )
    return one(pack, answers, day, line, ref)


def one(pack: Pack, answers: Mapping[str, str], on: date, line: int, ref: str) -> Listed:
    """One row of a list, assessed on a day: what it comes to, or why it comes to nothing."""
    found, faults = known(pack, answers, on=on)
    if faults:
        return Listed(line, ref, Came.FAULTY, faults=faults)
    if unmet := eligible(pack, found).unmet:
        came = Came.UNSURE if unsure(pack, found) else Came.NOT_FOR
        return Listed(line, ref, came, not_for=unmet)
    try:
        score = of_known(pack, found)
    except FaultyError as error:
        return Listed(line, ref, Came.FAULTY, faults=error.faults)
    return Listed(line, ref, Came.SCORED if score.whole else Came.OPEN, score)


def unread(pack: Pack, columns: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Columns of a list that the pack does not ask, and items that no column answers."""
    asked = [item.ref for item in pack.items]
    given = [each for each in columns if each]
    return (
        tuple(each for each in given if each not in (*asked, REF, DAY)),
        tuple(each for each in asked if each not in given),
    )


def flat(row: Listed) -> dict[str, str]:
    """A row as it comes back in a list: `COLUMNS` that have something to say."""
    came = row.scored
    said = {
        "line": str(row.line),
        "ref": plain(row.ref),
        "came": str(row.came),
        "not_for": "; ".join(reason.says for reason in row.not_for),
        "faults": "; ".join(row.faults),
    }
    if came is None:
        return said
    said |= {"pack": came.pack, "not_known": " ".join(item.ref for item in came.unknown)}
    if came.whole and came.least is not None:
        return said | outcome(came.least)
    for name, end in (("least", came.least), ("most", came.most)):
        if end is not None:
            said |= {f"{name}_percent": _percent(end), f"{name}_band": end.adjusted}
    return said


def outcome(came: Outcome) -> dict[str, str]:
    """What a total came to, in text: no program rounds it."""
    return {
        "total": shown(came.total),
        "percent": _percent(came),
        "band": came.band,
        "adjusted": came.adjusted,
    }


def _percent(came: Outcome) -> str:
    return "" if came.percent is None else shown(came.percent)


def plain(text: str) -> str:
    """A ref that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
