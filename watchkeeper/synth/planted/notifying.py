"""Faults of the register: what was not notified, what an order asks, what the record lacks."""

from watchkeeper.escalation.facts import Duty as Escalation
from watchkeeper.escalation.facts import Ground
from watchkeeper.escalation.failing import ProsecutionKind
from watchkeeper.people.facts import AddressKind
from watchkeeper.registers.facts import Duty, Matter, NotificationKind
from watchkeeper.synth import notices
from watchkeeper.synth.history import NO, YES, History, Row, iso
from watchkeeper.synth.planted.kind import DECISIONS, OVERDUE, Expected, Kind, last_told, plain
from watchkeeper.workforce.facts import Rank

FAILURE = (DECISIONS, Ground.FAILURE_TO_NOTIFY)


def _failed(duty: Duty) -> Expected:
    return ((OVERDUE, duty), FAILURE)


def _no_fixed_abode(h: History) -> None:
    last_told(h, 24)
    h.rows["addresses"][-1]["kind"] = AddressKind.FOUND


def _hidden_by_a_card(h: History) -> None:
    last_told(h, 420)
    notices.notify(h, h.on - 100, NotificationKind.CHANGE, Matter.BANK, happened=h.on - 101)


def _annual(h: History) -> None:
    last_told(h, 390)


def _initial(h: History) -> None:
    h.rows["notifications"] = []
    h.rows["names"] = []


def _alias(h: History) -> None:
    notices.changed(h, h.on - 40, 0, Matter.NAME)
    h.rows["changes"] = []


def _moved(h: History) -> None:
    day = h.on - 30
    notices.changed(h, day, 0, Matter.HOME_ADDRESS)
    h.rows["addresses"][-1]["until"] = iso(day)
    notices.home(h, day)


def _announced_move(h: History) -> None:
    row = notices.notify(h, h.on - 26, NotificationKind.CHANGE, Matter.HOME_ADDRESS)
    row["stated_for"] = iso(h.on - 14)


def _stay(h: History) -> None:
    since = h.on - 30
    h.add("stays", since + 8, at="A friend's flat, not notified", since=iso(since), notified=NO)


def _child(h: History) -> None:
    h.add("changes", h.on - 15, matter=Matter.CHILD_HOUSEHOLD_BEGAN, happened_on=iso(h.on - 20))


def trip(h: History, departs: int, **columns: str) -> Row:
    """A journey known for forty days before it."""
    return h.add("trips", h.last, departs_on=iso(departs), known_since=iso(departs - 40), **columns)


def _travel(h: History) -> None:
    trip(h, h.on + 4)


def _return(h: History) -> None:
    trip(
        h,
        h.on - 40,
        notified_at=f"{iso(h.on - 60)}T11:00:00Z",
        return_stated_on=iso(h.on - 20),
        return_stated_point="Gatwick",
        returned_on=iso(h.on - 20),
        returned_point="Luton",
    )


def _too_late(h: History) -> None:
    trip(
        h,
        h.on - 40,
        notified_at=f"{iso(h.on - 43)}T11:00:00Z",
        return_stated_on=iso(h.on - 30),
        return_stated_point="Gatwick",
        returned_on=iso(h.on - 30),
        returned_point="Gatwick",
    )


def _moved_late(h: History) -> None:
    day = h.on - 60
    last_told(h, 200)
    notices.changed(h, day, day + 20, Matter.HOME_ADDRESS)
    h.rows["addresses"][-1]["until"] = iso(day)
    notices.home(h, day)


def _excused(h: History) -> None:
    _moved(h)
    h.add(
        "excuses",
        h.on - 24,
        **_failure(h, h.on - 27),
        given_on=iso(h.on - 26),
        says="As told to the officer",
        accepted=YES,
        answered_on=iso(h.on - 24),
        answered_by=h.sergeant or h.force.inspector(h.unit),
        rank=Rank.SERGEANT if h.sergeant else Rank.INSPECTOR,
        reason="As recorded on the decision log",
        review_on=iso(h.on - 4),
    )


def _no_end_at_court(h: History) -> None:
    last_told(h, 300)
    h.add("changes", h.on - 249, matter=Matter.IDENTITY_DOCUMENT, happened_on=iso(h.on - 250))
    h.add(
        "prosecutions",
        h.on - 220,
        **_failure(h, h.on - 247),
        kind=ProsecutionKind.CHARGE,
        begun_on=iso(h.on - 220),
        court="Invented Road Magistrates' Court",
    )


def _failure(h: History, since: int) -> dict[str, str]:
    """How an excuse or a prosecution names the failure to tell of the newest change."""
    return {"duty": Duty.CHANGE, "about": h.rows["changes"][-1]["ref"], "failed_on": iso(since)}


def _incomplete(h: History) -> None:
    last_told(h, 300)
    row = notices.notify(h, h.on - 10, NotificationKind.PERIODIC)
    row["items_missing"] = "national insurance number;other addresses"


KINDS = (
    Kind(
        "no fixed abode past seven days",
        "Of no fixed abode, and last notified more than three weeks ago.",
        _failed(Duty.WEEKLY),
        plain(),
        _no_fixed_abode,
    ),
    Kind(
        "annual notification hidden by a bank card",
        "The annual notification is overdue; notice of a new bank card since does not move its date.",
        _failed(Duty.ANNUAL),
        plain(),
        _hidden_by_a_card,
    ),
    Kind(
        "annual notification overdue", "Last notified 390 days ago.", _failed(Duty.ANNUAL), plain(), _annual
    ),
    Kind(
        "initial notification never made",
        "On the register for months and never notified anything.",
        _failed(Duty.INITIAL),
        plain(years=(0.3, 0.6)),
        _initial,
    ),
    Kind(
        "alias not notified",
        "Uses another name the police were never told of.",
        _failed(Duty.CHANGE),
        plain(),
        _alias,
    ),
    Kind(
        "move not notified", "Moved home a month ago and told nobody.", _failed(Duty.CHANGE), plain(), _moved
    ),
    Kind(
        "announced move did not happen",
        "Announced a move for a day a fortnight ago; it did not happen, and nobody was told.",
        _failed(Duty.NON_EVENT),
        plain(),
        _announced_move,
    ),
    Kind(
        "qualifying stay not notified",
        "Has slept at another address for a month and not notified it.",
        _failed(Duty.STAY),
        plain(),
        _stay,
    ),
    Kind(
        "child household not notified",
        "Has stayed in a household with a child for three weeks and not notified it.",
        _failed(Duty.CHANGE),
        plain(),
        _child,
    ),
    Kind(
        "travel notice not given",
        "Leaves the country in four days, known for weeks; the notice was due seven days before.",
        _failed(Duty.TRAVEL),
        plain(),
        _travel,
    ),
    Kind(
        "travel notice too late",
        "Gave notice of a journey three days before it, known for weeks, with no excuse; nobody decided.",
        (FAILURE,),
        plain(),
        _too_late,
    ),
    Kind(
        "move notified late",
        "Told the police of a move more than a fortnight late; nobody decided what follows.",
        (FAILURE,),
        plain(),
        _moved_late,
    ),
    Kind(
        "excuse run out",
        "Never told of a move; an excuse was accepted until a few days ago, and nobody has looked again.",
        _failed(Duty.CHANGE),
        plain(),
        _excused,
    ),
    Kind(
        "charge with no end",
        "Charged with not telling of a change, and seven months later nobody recorded how it ended.",
        ((OVERDUE, Duty.CHANGE), (OVERDUE, Escalation.PROSECUTION)),
        plain(),
        _no_end_at_court,
    ),
    Kind(
        "return not notified",
        "Came back through another airport than stated, weeks ago, and has not notified the return.",
        _failed(Duty.TRAVEL_RETURN),
        plain(),
        _return,
    ),
    Kind(
        "incomplete notification",
        "The last notification lacked items, and they were never brought.",
        _failed(Duty.COMPLETE),
        plain(),
        _incomplete,
    ),
)
