"""Faults of orders, and of the record that says why somebody is on the register at all."""

from watchkeeper.escalation.facts import Ground
from watchkeeper.people.facts import AddressKind
from watchkeeper.registers.facts import Duty
from watchkeeper.synth.history import YEAR, YES, History, iso
from watchkeeper.synth.planted.kind import DECISIONS, MISSING, OVERDUE, SOON, Kind, plain
from watchkeeper.synth.planted.notifying import trip


def _ban(h: History, *, surrendered: bool) -> None:
    order = h.rows["orders"][0]
    order.update(travel_until=iso(h.relevant + int(5 * YEAR) - 2), travel_total_ban=YES)
    if surrendered:
        order["passports_surrendered_on"] = order["made_on"]


def _prohibited(h: History) -> None:
    _ban(h, surrendered=True)
    trip(h, h.on + 20, notified_at=f"{iso(h.on - 3)}T11:00:00Z")


def _passports(h: History) -> None:
    _ban(h, surrendered=False)


def _lapsing(h: History) -> None:
    h.rows["orders"][0]["until"] = iso(h.on + 10)


def _short(h: History) -> None:
    h.rows["orders"][0]["until"] = iso(h.relevant + int(4 * YEAR))


def _untested(h: History) -> None:
    h.rows["conditions"][0]["last_tested_on"] = ""


class _Blank:
    """Rub out one column of the first row of a table."""

    def __init__(self, table: str, column: str) -> None:
        self.table, self.column = table, column

    def __call__(self, h: History) -> None:
        h.rows[self.table][0][self.column] = ""


def _no_home(h: History) -> None:
    for row in h.rows["addresses"]:
        if row["kind"] != AddressKind.OTHER and not row.get("until"):
            row["until"] = iso(h.on - 20)


def _undecided(h: History) -> None:
    h.add(
        "review_applications",
        h.on - 110,
        received_on=iso(h.on - 130),
        acknowledged_on=iso(h.on - 122),
        bodies_notified_on=iso(h.on - 118),
    )


KINDS = (
    Kind(
        "travel despite a ban",
        "Gave notice of a journey although an order forbids travel to every country.",
        ((OVERDUE, Duty.TRAVEL_PROHIBITED),),
        plain(years=(1.5, 3.5), order=True),
        _prohibited,
    ),
    Kind(
        "passports not surrendered",
        "An order forbids all travel; no passport is recorded as surrendered.",
        ((OVERDUE, Duty.PASSPORTS_SURRENDERED),),
        plain(years=(1.5, 3.5), order=True),
        _passports,
    ),
    Kind(
        "order about to lapse",
        "An order ends in ten days.",
        ((SOON, Duty.ORDER_EXPIRY),),
        plain(years=(5.5, 8.0), order=True),
        _lapsing,
    ),
    Kind(
        "order shorter than the law allows",
        "The recorded end of an order is sooner than five years after it was made.",
        ((MISSING, Duty.ORDER_TERM),),
        plain(years=(1.5, 2.2), order=True),
        _short,
    ),
    Kind(
        "condition never tested",
        "One condition of an order has never been tested.",
        ((OVERDUE, Duty.CONDITION_TEST),),
        plain(order=True),
        _untested,
    ),
    Kind(
        "relevant date missing",
        "The day of conviction is not recorded, so nobody can say how long the duty lasts.",
        ((MISSING, Duty.PERIOD),),
        plain(),
        _Blank("disposals", "relevant_date"),
    ),
    Kind(
        "length of the sentence missing",
        "The sentence is recorded and not its length, so nobody can say how long the duty lasts.",
        ((MISSING, Duty.PERIOD),),
        plain(),
        _Blank("disposals", "term_months"),
    ),
    Kind(
        "date of birth missing",
        "Nobody recorded a date of birth, so the period of notification may be twice too long.",
        ((MISSING, Duty.BORN_ON),),
        plain(),
        _Blank("people", "born_on"),
    ),
    Kind(
        "sentence missing",
        "The sentence is not recorded, so nobody can say how long the duty lasts.",
        ((MISSING, Duty.PERIOD),),
        plain(),
        _Blank("disposals", "sentence"),
    ),
    Kind(
        "no home address",
        "The last home ended three weeks ago and there is no other on record.",
        ((DECISIONS, Ground.WHEREABOUTS),),
        plain(),
        _no_home,
    ),
    Kind(
        "review application undecided",
        "An application to end an indefinite period is past the last day to decide it.",
        ((OVERDUE, Duty.REVIEW_DECIDED),),
        plain(veteran=True),
        _undecided,
    ),
)
