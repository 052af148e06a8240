"""A list of people an instrument was used on, read for a study: what each row gives, and what is left out and
why."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from watchkeeper.instruments.answering import YES
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.listing import COLUMNS, DAY, Came
from watchkeeper.instruments.lots import lots
from watchkeeper.risk.measures.facts import Followed

PERCENT, SCORE, BAND, AGAIN, GROUP = "percent", "score", "band", "reoffended", "group_"
"""Columns of the list. A group stands in a column of its own: `group_ethnicity`."""
HUNDRED = 100
OF_PACK = tuple(COLUMNS.index(name) for name in ("came", "total", "percent", "adjusted"))


class StudyError(ValueError):
    """A list that no study can be made of: what it lacks, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """People of a list, and how many rows were left out, by why."""

    people: tuple[Followed, ...]
    left_out: Mapping[str, int]


def read(text: Iterable[str], pack: Pack | None, *, on: date) -> Listed:
    """The people of a CSV list; with a `pack` they are scored by it, and otherwise their score is read.

    A row that has no score, or says what cannot be read, is left out and counted. `on` is the day of
    assessment of a scored row that names none. Raises StudyError.
    """
    try:
        lines = csv.reader(text, strict=True)
        columns = [each.strip() for each in next(lines, [])]
        rows = [row for row in lines if row]
    except (csv.Error, UnicodeDecodeError) as error:
        raise StudyError(f"it is not a CSV file in UTF-8: {error}") from error
    twice = sorted({each for each in columns if columns.count(each) > 1})
    if twice:
        raise StudyError(
            f"it names a column twice: {', '.join(each or 'one without a name' for each in twice)}"
        )
    if pack is None and not {PERCENT, SCORE} & set(columns):
        raise StudyError(
            f"it has neither of the columns {PERCENT} and {SCORE}; or name a pack to score it with"
        )
    if AGAIN not in columns and DAY not in columns and not any(each.startswith(GROUP) for each in columns):
        raise StudyError(f"it has none of {AGAIN}, {DAY} and {GROUP}...; there is nothing to study")
    scored = _scored(pack, columns, rows, on) if pack else [_read(columns, row) for row in rows]
    people, left_out = [], Counter[str]()
    for row, found in zip(rows, scored, strict=True):
        given = dict(zip(columns, row, strict=False))
        try:
            if isinstance(found, str):
                raise StudyError(found)
            people.append(_followed(given, *found))
        except StudyError as error:
            left_out[str(error)] += 1
    return Listed(tuple(people), dict(left_out))


type Result = tuple[float, float | None, str]
"""A score, the share expected where there is one, and the band."""


def _scored(
    pack: Pack, columns: Sequence[str], rows: Sequence[Sequence[str]], on: date
) -> list[Result | str]:
    found: list[Result | str] = []
    for lot in lots(pack, columns, rows, on=on):
        for cells in lot.rows:
            came, total, percent, band = (cells[place] for place in OF_PACK)
            if came != Came.SCORED:
                found.append(came)
            elif percent:
                found.append((float(percent), float(percent) / HUNDRED, band))
            else:
                found.append((float(total), None, band))
    return found


def _read(columns: Sequence[str], row: Sequence[str]) -> Result | str:
    given = dict(zip(columns, row, strict=False))
    percent, score = given.get(PERCENT, "").strip(), given.get(SCORE, "").strip()
    band = given.get(BAND, "").strip()
    if not percent and not score:
        return "no score"
    try:
        if percent and not 0 <= Decimal(percent) <= HUNDRED:
            return f"{PERCENT} is not from 0 to {HUNDRED}"
        expected = float(Decimal(percent)) / HUNDRED if percent else None
        return float(Decimal(score or percent)), expected, band
    except InvalidOperation:
        return f"{PERCENT} or {SCORE} is no number"


def _followed(given: Mapping[str, str], score: float, expected: float | None, band: str) -> Followed:
    again, day = given.get(AGAIN, "").strip().casefold(), given.get(DAY, "").strip()
    if again and again not in YES:
        raise StudyError(f"{AGAIN} is neither yes nor no")
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError:
        raise StudyError(f"{DAY} is no day, written YYYY-MM-DD") from None
    groups = {
        name.removeprefix(GROUP): said.strip() for name, said in given.items() if name.startswith(GROUP)
    }
    return Followed(score, expected, band, YES[again] if again else None, on, groups)
