"""What is told at the counter: kept as it was told, item by item, and refused to whoever may not record it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import MANAGER, RECRUIT
from tests.unit.workforce.records import last, person, refused
from watchkeeper.audit.actions import check, entries
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Address, AddressKind, home_on
from watchkeeper.people.models import Address as StoredAddress
from watchkeeper.registers.actions.journeys import record_change, record_return, record_trip
from watchkeeper.registers.actions.notifying import acknowledge, record_notification
from watchkeeper.registers.facts import (
    ItemAnswer,
    Matter,
    Notification,
    NotificationItem,
    NotificationKind,
    Trip,
)
from watchkeeper.registers.models import Attendance
from watchkeeper.registers.models import Notification as Stored
from watchkeeper.registers.models import NotificationItem as StoredItem
from watchkeeper.registers.models import Trip as StoredTrip
from watchkeeper.registers.rules.area import area
from watchkeeper.registers.rules.travel import further_in_time
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db
ANNUAL = Notification("", ON, NotificationKind.PERIODIC, acknowledged=False)
ELSEWHERE = replace(MANAGER, ref="O7", unit="U2")
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    return {"by": MANAGER, "on": ON, "law": law, "purpose": "a notification at the station", "at": NOON}


def said(law: Shelf, row: str = "notification_items", **more: ItemAnswer) -> tuple[NotificationItem, ...]:
    changed = {name.replace("_", " "): answer for name, answer in more.items()}
    return tuple(
        NotificationItem(
            "", name, changed.get(name, ItemAnswer.GIVEN), "secret" if name == "passport" else ""
        )
        for name in law[row].words(ON)
    )


def told(asked: dict[str, Any], *items: NotificationItem, **more: Any) -> Stored:
    given = {"person_ref": "P1", "station": "North", "said": items, "identity": "passport", **asked, **more}
    return record_notification(given.pop("notification", ANNUAL), **given)


def test_all_given_it_counts_and_each_item_is_kept(asked: dict[str, Any]):
    row = told(asked, *said(asked["law"]))
    assert (row.items_missing, row.acknowledged) == ("", False)
    kept = {one.item: one.fact() for one in StoredItem.objects.as_known(NOON)}
    assert list(kept) == list(asked["law"]["notification_items"].words(ON))
    assert kept["passport"].said == "secret"
    assert {one.notification for one in kept.values()} == {row.ref}
    assert Attendance.objects.get().fact().identity == "passport"
    assert not any("secret" in str(entry) for entry in entries()), "the trail holds references alone"
    assert check().holds


def test_incomplete_it_is_kept_and_says_what_is_missing(asked: dict[str, Any]):
    items = said(asked["law"], passport=ItemAnswer.NOT_GIVEN, fingerprints=ItemAnswer.NOT_GIVEN)
    row = told(asked, *items, identity="")
    assert row.items_missing == "passport;fingerprints"
    assert row.fact().complete is False
    assert StoredItem.objects.count() == len(items)
    assert not Attendance.objects.exists()


def test_numbers_of_accounts_are_never_kept_here(asked: dict[str, Any]):
    account = NotificationItem("", "bank account", ItemAnswer.GIVEN, "20-00-00 12345678")
    with pytest.raises(Refused, match="kept on ViSOR alone"):
        told(asked, account)
    assert not Stored.objects.exists()
    assert not StoredItem.objects.exists()


def test_it_is_refused_without_the_power_without_need_and_for_a_change_of_nothing(asked: dict[str, Any]):
    change = Notification("", ON, NotificationKind.CHANGE)
    for more, why in (
        ({"by": RECRUIT}, "is intelligence officer"),
        ({"by": ELSEWHERE}, "not of the person's unit"),
        ({"notification": change}, "a change says what changed"),
        ({"notification": replace(ANNUAL, notified_on=ON + timedelta(days=1))}, "has been given"),
    ):
        with pytest.raises(Refused, match=why):
            told(asked, *said(asked["law"]), **more)
        refused(why)
    assert not StoredItem.objects.exists()


def test_the_acknowledgement_is_handed_over_once(asked: dict[str, Any]):
    row = told(asked, *said(asked["law"]))
    later = {**asked, "at": LATER}
    assert acknowledge(row.ref, "P1", **later).acknowledged is True
    assert Stored.objects.as_known(LATER).get().acknowledged is True
    assert Stored.objects.as_known(NOON).get().acknowledged is False
    for ref, more, why in (
        (row.ref, {}, "not acknowledged before"),
        ("nothing", {}, "the notification is on record"),
        (row.ref, {"by": RECRUIT}, "is intelligence officer"),
        (row.ref, {"by": ELSEWHERE}, "not of the person's unit"),
    ):
        with pytest.raises(Refused, match=why):
            acknowledge(ref, "P1", **{**later, "at": LATER + timedelta(hours=1), **more})


TRIP = Trip("", ON + timedelta(days=20), ON, None, return_stated_on=ON + timedelta(days=27))


def travels(asked: dict[str, Any], **more: Any) -> StoredTrip:
    items = said(asked["law"], "travel_notice_items", carrier=ItemAnswer.NOT_GIVEN)
    given = {"person_ref": "P1", "said": items, **asked, **more}
    return record_trip(given.pop("trip", TRIP), **given)


def test_a_travel_notice_is_kept_with_its_items_and_answered_by_the_return(asked: dict[str, Any]):
    row = travels(asked)
    assert (row.items_missing, row.notified_at) == ("carrier", NOON)
    assert StoredItem.objects.filter(notification_ref=row.ref).count() == 9
    back = {**asked, "on": ON + timedelta(days=29), "at": NOON + timedelta(days=29)}
    told = record_return(
        row.ref, "P1", returned_on=ON + timedelta(days=28), returned_point="Luton", **back
    ).fact()
    assert (told.returned_on, told.return_notified_on) == (ON + timedelta(days=28), back["on"])
    assert told.departs_on == TRIP.departs_on
    with pytest.raises(Refused, match="not been told before"):
        record_return(row.ref, "P1", returned_on=back["on"], returned_point="", **back)


def test_a_departure_past_and_a_return_before_it_or_to_come_are_refused(asked: dict[str, Any]):
    with pytest.raises(Refused, match="still to come"):
        travels(asked, trip=replace(TRIP, departs_on=ON - timedelta(days=1)))
    for by in (RECRUIT, ELSEWHERE):
        with pytest.raises(Refused):
            travels(asked, by=by)
    assert not StoredTrip.objects.exists()
    row = travels(asked)
    for ref, returned, why in (
        (row.ref, date(2026, 3, 1), "not before the departure"),
        (row.ref, ON + timedelta(days=40), "the return has happened"),
        ("nothing", ON, "the journey is on record"),
    ):
        with pytest.raises(Refused, match=why):
            record_return(ref, "P1", returned_on=returned, returned_point="", **{**asked, "at": LATER})
    assert "the return" in last().reasons[0] or "journey" in last().reasons[0]


def test_a_change_keeps_what_changed_and_when(asked: dict[str, Any]):
    change = Notification(
        "", ON, NotificationKind.CHANGE, Matter.NAME, happened_on=date(2026, 3, 18), acknowledged=False
    )
    row = told(asked, *said(asked["law"]), notification=change).fact()
    assert (row.matter, row.happened_on, row.complete) == (Matter.NAME, date(2026, 3, 18), True)


MOVED = Notification(
    "", ON, NotificationKind.CHANGE, Matter.HOME_ADDRESS, happened_on=date(2026, 3, 18), acknowledged=False
)
NEW = Address("", AddressKind.HOME, "7 Invented Mews", "E8 3CI", MOVED.happened_on, None, "Kent", True)


def homes(at: datetime) -> list[tuple[str, date | None, date | None]]:
    rows: Any = StoredAddress.objects.as_known(at).order_by("since")
    return [(row.line, row.since, row.until) for row in rows]


def test_a_new_home_told_is_the_home_from_that_day_and_the_old_one_ends(asked: dict[str, Any]):
    told({**asked, "at": LATER}, *said(asked["law"]), notification=MOVED, home=NEW)
    assert homes(LATER) == [
        ("1 High Street", date(2025, 1, 6), date(2026, 3, 18)),
        ("7 Invented Mews", date(2026, 3, 18), None),
    ]
    assert homes(NOON) == [("1 High Street", date(2025, 1, 6), None)], "what was known then"
    case = case_as_known("P1", asked["law"], on=ON, known_at=LATER)
    assert case is not None
    home = home_on(case.subject.addresses, ON)
    assert home is not None
    assert (home.line, home.children_live_there) == ("7 Invented Mews", True)
    assert area(case.subject, on=ON).force == "Kent"
    assert area(case.subject, on=date(2026, 3, 17)).force == ""
    assert "Invented Mews" not in repr(list(entries()))
    assert check().holds


def test_an_incomplete_notification_moves_the_home_all_the_same(asked: dict[str, Any]):
    items = said(asked["law"], passport=ItemAnswer.NOT_GIVEN)
    told({**asked, "at": LATER}, *items, notification=MOVED, home=NEW)
    assert len(homes(LATER)) == 2


def test_a_move_told_out_of_turn_lasts_until_the_later_home(asked: dict[str, Any]):
    told(asked, *said(asked["law"]), notification=MOVED, home=NEW)
    earlier = replace(NEW, line="2 Invented Close", since=date(2026, 2, 2))
    told({**asked, "at": LATER}, *said(asked["law"]), notification=MOVED, home=earlier)
    assert homes(LATER) == [
        ("1 High Street", date(2025, 1, 6), date(2026, 2, 2)),
        ("2 Invented Close", date(2026, 2, 2), date(2026, 3, 18)),
        ("7 Invented Mews", date(2026, 3, 18), None),
    ]


def test_the_home_on_record_told_again_is_stored_once(asked: dict[str, Any]):
    told(asked, *said(asked["law"]), notification=MOVED, home=NEW)
    told({**asked, "at": LATER}, *said(asked["law"]), notification=MOVED, home=NEW)
    assert len(homes(LATER)) == 2
    assert StoredAddress.objects.count() == 3, "the old home twice, the new one once"


def test_a_home_is_not_stored_by_whoever_may_not_record(asked: dict[str, Any]):
    with pytest.raises(Refused):
        told({**asked, "by": RECRUIT}, *said(asked["law"]), notification=MOVED, home=NEW)
    assert len(homes(NOON)) == 1


def changed(asked: dict[str, Any], trip: str, **more: Any) -> StoredTrip:
    told = {
        "changed_at": LATER, "departs_on": date(2026, 4, 20), "return_stated_on": date(2026, 5, 4),
        "return_stated_point": "Luton", "excuse": "", "said": said(asked["law"], "travel_notice_items"),
        **asked, "at": LATER, **more,
    }  # fmt: skip
    return record_change(trip, told.pop("person_ref", "P1"), **told)


def journey_told(asked: dict[str, Any]) -> StoredTrip:
    items = said(asked["law"], "travel_notice_items", country=ItemAnswer.NOT_GIVEN)
    return record_trip(
        Trip("", date(2026, 4, 20), ON, NOON, return_stated_on=date(2026, 5, 1)), person_ref="P1",
        said=items, **asked,
    )  # fmt: skip


def test_a_change_to_a_journey_is_told_and_what_was_told_first_stays_known(asked: dict[str, Any]):
    first = journey_told(asked)
    changed(asked, first.ref)
    now, then = (StoredTrip.objects.as_known(at).get().fact() for at in (LATER, NOON))
    assert (now.changed_at, now.change_notified_at, now.return_stated_on) == (LATER, LATER, date(2026, 5, 4))
    assert (then.changed_at, then.return_stated_on) == (None, date(2026, 5, 1))
    assert (now.items_missing, then.items_missing) == ((), ("country",))
    assert len(StoredItem.objects.as_known(LATER)) == len(asked["law"]["travel_notice_items"].words(ON))
    assert further_in_time(now, asked["law"], on=ON).allowed
    assert check().holds


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"by": RECRUIT}, "is intelligence officer"),
        ({"by": ELSEWHERE}, "not of the person's unit"),
        ({"changed_at": NOON - timedelta(hours=1)}, "since the notice"),
        ({"changed_at": LATER + timedelta(minutes=1)}, "it has changed"),
        ({"departs_on": date(2026, 4, 19)}, "not brought forward"),
        ({"on": date(2026, 4, 21)}, "still to come"),
    ],
)
def test_a_change_is_refused_and_nothing_is_stored(asked: dict[str, Any], more: dict[str, Any], word: str):
    first = journey_told(asked)
    with pytest.raises(Refused):
        changed(asked, first.ref, **more)
    refused(word)
    assert StoredTrip.objects.count() == 1


def test_a_change_of_a_journey_nobody_told_is_refused(asked: dict[str, Any]):
    with pytest.raises(Refused, match="on record"):
        changed(asked, "T404")
