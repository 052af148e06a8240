"""The newest brief of the whole force, read back from where it is frozen and brought up to date.

What a brief says stands as frozen. People about whom something was done since are worked out
anew, one by one, and their lines replaced; lines about officers, units and crimes wait for the next brief.
"""

import threading
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from sys import intern

from django.db.models import QuerySet

from watchkeeper.audit.searching import is_of_trail, mark_of
from watchkeeper.briefing.compiling import asked_of
from watchkeeper.briefing.consequences import OF_THE_REGISTER
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.briefing.order import Place, places
from watchkeeper.briefing.paper import read_back
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.stored import Touched, touched
from watchkeeper.risk.facts import Level

type Placed = tuple[Place, Line]

OF_THE_FORCE = frozenset(Section) - OF_THE_REGISTER
"""Sections about officers, units, crimes and the missing, not people on the register."""
BACKLOG = (Section.DECISIONS, Section.UNMANAGED, Section.OVERDUE)
AT_ONCE = 5
"""People worked out anew while somebody waits for a page; the rest are worked out for the next."""
LOOKED_BACK = 28
"""Nights a chart looks back over."""
KEPT = 2


@dataclass(frozen=True, slots=True)
class Night:
    """One frozen brief of the whole force, every line with its place in the order of the brief."""

    on: date
    known_at: datetime
    through: int
    digest: str
    people: int
    lines: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Tonight:
    """A night as it stands now. `renewed` were worked out anew; `waiting` were touched and not yet.

    `loaded`: records were loaded since, and whom they are about the trail does not say.
    """

    night: Night
    lines: tuple[Placed, ...]
    renewed: frozenset[str]
    waiting: frozenset[str]
    loaded: bool


class Nights:
    """The briefs a process has read, kept in memory. Safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._nights: dict[str, Night] = {}
        self._news: tuple[str, tuple[int, str], Touched] = ("", (0, ""), Touched(0, {}, False))
        self._renewed: dict[str, tuple[int, date, tuple[Placed, ...]]] = {}
        self._standing: tuple[object, tuple[Placed, ...]] = (None, ())
        self._backlogs: dict[str, Mapping[tuple[str, Level | None], int]] = {}

    def tonight(self, law: Shelf, calendar: Calendar, *, on: date, at: datetime) -> Tonight | None:
        """The newest brief of a night up to `on`, as it stands at an instant; None before the first."""
        with self._lock:
            night = self._newest(law, on=on)
            if night is None:
                return None
            news = self._since(night, at)
            late = [who for who, number in news.people.items() if self._stale(who, number, on)]
            for who in late[:AT_ONCE]:
                placed = _worked_out(who, law, calendar, on=on, at=at)
                self._renewed[who] = news.people[who], on, placed
            waiting = frozenset(late[AT_ONCE:])
            renewed = frozenset(news.people) - waiting
            key = night.digest, on, news.through, waiting
            if self._standing[0] != key:
                self._standing = key, self._put_together(night, renewed)
            return Tonight(night, self._standing[1], renewed, waiting, news.loaded)

    def backlog(self, *, on: date) -> list[tuple[date, Mapping[tuple[str, Level | None], int]]]:
        """Of each night on record up to `on`, oldest first: backlog by unit and level of risk."""
        newest: dict[date, tuple[int, str]] = {}
        rows = _whole(on).order_by("-on", "-id").values_list("id", "on", "digest")
        for number, night, digest in rows:
            if night not in newest and len(newest) < LOOKED_BACK:
                newest[night] = number, digest
        found = []
        for night, (number, digest) in sorted(newest.items()):
            if digest not in self._backlogs:
                content = FrozenBrief.objects.values_list("content", flat=True).get(id=number)
                self._backlogs[digest] = _backlog(content)
            found.append((night, self._backlogs[digest]))
        return found

    def _newest(self, law: Shelf, *, on: date) -> Night | None:
        head = _whole(on).order_by("-on", "-id").values("id", "digest", "through").first()
        if head is None:
            return None
        night = self._nights.get(head["digest"])
        if night is None or night.through != head["through"]:
            night = _night(FrozenBrief.objects.get(id=head["id"]), law)
            while len(self._nights) >= KEPT:
                self._nights.pop(next(iter(self._nights)))
            self._nights[night.digest] = night
        return night

    def _since(self, night: Night, at: datetime) -> Touched:
        digest, mark, known = self._news
        # Another brief, or another trail: a backup came back.
        if digest != night.digest or not is_of_trail(mark):
            known = Touched(night.through, {}, False)
            self._renewed.clear()
            self._standing = None, ()
        more = touched(known.through, at=at)
        news = Touched(more.through, {**known.people, **more.people}, known.loaded or more.loaded)
        self._news = night.digest, mark_of(news.through), news
        return news

    def _stale(self, who: str, number: int, on: date) -> bool:
        kept = self._renewed.get(who)
        return kept is None or kept[0] != number or kept[1] != on

    def _put_together(self, night: Night, renewed: frozenset[str]) -> tuple[Placed, ...]:
        if not renewed:
            return night.lines
        kept = [each for each in night.lines if each[1].section in OF_THE_FORCE or each[1].who not in renewed]
        for who in renewed:
            kept.extend(self._renewed[who][2])
        return tuple(sorted(kept, key=itemgetter(0)))


def _whole(on: date) -> QuerySet[FrozenBrief]:
    return FrozenBrief.objects.filter(unit="", officer="", on__lte=on)


def _night(frozen: FrozenBrief, law: Shelf) -> Night:
    place = places(law, on=frozen.on)
    lines = [_shared(read_back(row)) for row in _rows(frozen.content)]
    return Night(
        frozen.on,
        frozen.known_at,
        frozen.through,
        frozen.digest,
        len({line.who for line in lines if line.section not in OF_THE_FORCE}),
        tuple((place(line), line) for line in lines),
    )


def _shared(line: Line) -> Line:
    """The same line, its repeated words held once in memory however many lines say them."""
    return Line(
        line.section,
        intern(line.who),
        intern(line.what),
        line.by,
        line.days,
        intern(line.owner),
        intern(line.unit),
        line.why,
        intern(line.authority),
        line.level,
        line.about,
        line.confirmed,
        tuple(map(intern, line.options)),
        line.people,
    )


def _worked_out(who: str, law: Shelf, calendar: Calendar, *, on: date, at: datetime) -> tuple[Placed, ...]:
    """The lines of one person from what is known now; none of somebody no longer on record."""
    case = case_as_known(who, law, on=on, known_at=at)
    if case is None:
        return ()
    place = places(law, on=on)
    _, lines = asked_of((case,), law, calendar, on=on)
    return tuple((place(line), line) for line in lines)


def _rows(content: bytes | memoryview) -> Sequence[bytes]:
    """The rows of a frozen brief: one to a line, between its head and its end."""
    return [row.rstrip(b",") for row in zlib.decompress(bytes(content)).split(b"\n")[1:-2] if row]


def _backlog(content: bytes | memoryview) -> Mapping[tuple[str, Level | None], int]:
    counted: Counter[tuple[str, Level | None]] = Counter()
    wanted = tuple(f'{{"section": "{section}"'.encode() for section in BACKLOG)
    for row in _rows(content):
        if row.startswith(wanted):
            line = read_back(row)
            counted[line.unit, line.level] += 1
    return counted


NIGHTS = Nights()
"""This process's."""
