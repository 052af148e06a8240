"""What a planted fault is, and the edits of a history that several faults share."""

from collections.abc import Callable
from dataclasses import dataclass

from watchkeeper.registers.facts import NotificationKind
from watchkeeper.risk.facts import Level
from watchkeeper.synth import contact, notices
from watchkeeper.synth.history import History, Row, Wish, iso
from watchkeeper.visits.facts import Outcome, Purpose

DECISIONS, UNMANAGED = "decisions owed", "people unmanaged"
MISSING, OVERDUE = "missing facts", "duties overdue"
LOAD, ANNOUNCED, SIGNALS = "load per manager", "announced visits", "falls in expected signals"
SOON, PLANS = "due in 2 weeks", "plans of visits"

type Expected = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line the brief must show: its section, and the duty or ground it names."""

    section: str
    what: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One entry of the answer key: what was planted in whom, and every line that must follow."""

    kind: str
    who: str
    expect: tuple[Line, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: its name, what must follow, the life it needs, and the edit that plants it."""

    name: str
    says: str
    expect: Expected
    wish: Wish
    edit: Callable[[History], None]

    def plant(self, h: History) -> Fault:
        """Edit a history so that it carries this fault."""
        self.edit(h)
        return Fault(self.name, h.ref, tuple(Line(*pair) for pair in self.expect), self.says)


def plain(
    level: Level = Level.MEDIUM,
    *,
    years: tuple[float, float] = (2.5, 6.0),
    order: bool = False,
    released: tuple[int, int] = (0, 0),
    veteran: bool = False,
) -> Wish:
    """An adult at liberty, seen, assessed and notified in time: a life in which one fault stands alone."""
    return Wish(plain=True, level=level, years=years, order=order, released=released, veteran=veteran)


def last_seen(h: History, days_ago: int, *, decided: bool = False) -> None:
    """Make the last visit one on which the person was seen, so many days ago; decisions stay if `decided`."""
    day = h.on - days_ago
    h.rows["visits"] = [row for row in h.rows["visits"] if row["at"] < iso(day)]
    if not decided:
        h.rows["decisions"] = []
    contact.visit(h, day, Outcome.SEEN, Purpose.ROUTINE)
    unannounced(h)


def unannounced(h: History) -> None:
    """Take back the notice of every visit, so that no other line can follow from one."""
    for row in h.rows["visits"]:
        for name in ("notice_hours", "notice_reason", "notice_authorised_by"):
            row.pop(name, None)


def attempt(h: History, days_ago: int, outcome: Outcome, *, search: bool = False) -> Row:
    """One more knock, unannounced, so many days ago."""
    purpose = Purpose.ASSESS_RISK if search else Purpose.ROUTINE
    row = contact.visit(h, h.on - days_ago, outcome, purpose, search=search)
    unannounced(h)
    return row


def last_told(h: History, days_ago: int) -> None:
    """Make the last notification a periodic one so many days ago."""
    day = h.on - days_ago
    kept = [row for row in h.rows["notifications"] if row["notified_on"] < iso(day)]
    h.rows["notifications"] = kept
    notices.notify(h, day, NotificationKind.PERIODIC)


def quiet(h: History, days: int) -> None:
    """No intelligence in so many days, and none of it significant."""
    since = iso(h.on - days)
    h.rows["intelligence"] = [row for row in h.rows["intelligence"] if row["received_on"] < since]
    for row in h.rows["intelligence"]:
        row["significant"] = "no"
