"""The officers of a force, each made into a record when asked for: a night names a few hundred of 34,000."""

from collections.abc import Iterator, Mapping
from typing import Any

from watchkeeper.briefing.columns import Read, Run, code, day, text
from watchkeeper.engine.snapshot import Snapshot
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training


def _full_time(column: Any) -> list[float]:
    return [1.0 if share is None else share for share in column.to_pylist()]


COLUMNS: tuple[tuple[str, Read], ...] = (
    *(("ref", text), ("rank", code(Rank)), ("role", code(Role)), ("unit", text)),
    *(("hours_share", _full_time), ("since", day), ("until", day)),
)
COURSES: tuple[tuple[str, Read], ...] = (("course", code(Course)), ("awarded_on", day), ("expires_on", day))


class Staff(Mapping[str, Officer]):
    """Every officer by ref, in order of ref, with their training. Two are equal when all their officers are.

    `officers` and `training` are Arrow tables with the columns of COLUMNS and, after `officer_ref`, of
    COURSES, in order of officer.
    """

    def __init__(self, officers: Any, training: Any) -> None:
        self.officers, self.training = officers, training
        self._columns = [list(read(officers.column(at))) for at, (_, read) in enumerate(COLUMNS)]
        refs = self._columns[0]
        self._at = dict(zip(refs, range(len(refs)), strict=True))
        last = training.column(0)[-1].as_py() if len(training) else ""
        self._courses = Run(training, Training, tuple(read for _, read in COURSES)).groups(last)
        self._made: dict[str, Officer] = {}

    def __getitem__(self, ref: str) -> Officer:
        made = self._made.get(ref)
        if made is None:
            at = self._at[ref]
            row = (column[at] for column in self._columns)
            made = self._made[ref] = Officer(*(*row, self._courses.get(ref, ())))
        return made

    def __contains__(self, ref: object) -> bool:
        return ref in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def rank_of(self, ref: str) -> str:
        """The rank of an officer as it is written; empty for somebody who is not on record."""
        at = self._at.get(ref)
        return "" if at is None else str(self._columns[1][at])

    def by_role(self) -> dict[Role, list[str]]:
        """The refs of the officers in each role that anybody has, in order of ref."""
        found: dict[Role, list[str]] = {}
        for ref, role in zip(self._columns[0], self._columns[2], strict=True):
            found.setdefault(role, []).append(ref)
        return found


def staff_of(snapshot: Snapshot) -> Staff:
    """Everybody in the officers and training of a snapshot."""
    return Staff(
        snapshot.rows("officers", [name for name, _ in COLUMNS], ("ref",)),
        snapshot.rows("training", ("officer_ref", *(name for name, _ in COURSES)), ("officer_ref", "id")),
    )
