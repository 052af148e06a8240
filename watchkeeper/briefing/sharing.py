"""A large force is shared between two processes, so that neither core waits for the other.

Python runs one thing at a time in a process. While the first reads the register, the second reads and
judges what hangs on nobody's case (`apart`); what of that is left goes to whoever is free, and then both
work out people, who are sent to it as Arrow: they can be parted where tasks cannot, so they come last. What
comes out is ordered afterwards, so that who worked it out cannot show.
"""

import pickle
from dataclasses import dataclass
from datetime import date
from typing import Any

from watchkeeper.briefing.assembling import Rows, cases_of
from watchkeeper.briefing.compiling import asked_of, written
from watchkeeper.briefing.second import Answer, Second, Task
from watchkeeper.briefing.staffing import Staff
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf

AT_A_TIME = 1_000
"""People worked out before the second process is looked to again: to begin costs as much as twenty."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of some of the people."""

    law: Shelf
    on: date
    unit: str = ""
    officer: str = ""

    def answer(self, rows: Rows, calendar: Calendar) -> Answer:
        """How many of the people are on the register, and their lines on paper."""
        people, found = asked_of(
            cases_of(rows), self.law, calendar, on=self.on, unit=self.unit, officer=self.officer
        )
        return people, written(found, self.law, on=self.on)


@dataclass(frozen=True, slots=True)
class Some:
    """The question put to some of the people; it travels as Arrow."""

    rows: Rows
    question: Question

    def answer(self, calendar: Calendar) -> Answer:
        return self.question.answer(self.rows, calendar)

    def __reduce__(self) -> tuple[Any, ...]:
        rows = self.rows
        about = {name: _sent(table) for name, table in rows.about.items()}
        staff = (_sent(rows.staff.officers), _sent(rows.staff.training))
        return _arrived, (rows.on, staff, _sent(rows.people), about, self.question)


def handed(waiting: list[Task], other: Second | None) -> None:
    """Give the second process, where it has nothing to do, the next task that waits."""
    if other is not None and waiting and other.idle():
        other.hand(waiting.pop(0))


def begun(rows: Rows, question: Question, other: Second | None, waiting: list[Task]) -> Rows:
    """The people that are left once the second process, where it has nothing to do, is given work.

    That is the next task that waits, or else half of the people.
    """
    if other is None or not other.idle():
        return rows
    if waiting:
        handed(waiting, other)
        return rows
    if not len(rows.people):
        return rows
    left, theirs = rows.parted((len(rows.people) + 1) // 2)
    other.hand(Some(theirs, question))
    return left


def shared(
    rows: Rows, question: Question, calendar: Calendar, other: Second | None, waiting: list[Task]
) -> Answer:
    """How many people of `rows` are on the register, and every line: theirs, of what waits, of the second.

    Whenever the second process has nothing to do it is given a task that waits, or half of the people
    who are left, so that both end together whatever either was about before. `waiting` is empty
    afterwards.
    """
    answers, left = list[Answer](), rows
    while waiting or len(left.people):
        left = begun(left, question, other, waiting)
        if waiting:
            answers.append(waiting.pop(0).answer(calendar))
            continue
        some, left = left.parted(AT_A_TIME)
        answers.append(question.answer(some, calendar))
    if other is not None:
        answers += other.answers()
    return sum(people for people, _ in answers), [line for _, found in answers for line in found]


def _sent(table: Any) -> Any:
    """A table as the bytes of an Arrow stream, which carries the rows of a slice and no others."""
    import pyarrow

    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return pickle.PickleBuffer(sink.getvalue())


def _received(sent: Any) -> Any:
    import pyarrow

    return pyarrow.ipc.open_stream(sent).read_all()


def _arrived(
    on: date, staff: tuple[Any, Any], people: Any, about: dict[str, Any], question: Question
) -> Some:
    told = {name: _received(table) for name, table in about.items()}
    return Some(Rows(on, Staff(*map(_received, staff)), _received(people), told), question)
