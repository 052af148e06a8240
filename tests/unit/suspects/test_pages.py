"""What officers do about a referral through its pages, refusals with their reasons, and the forecast."""

from datetime import timedelta
from typing import Any

import pytest

from tests.conftest import NOON
from tests.unit.missing.desk import Fields, holds, marks
from tests.unit.suspects.scene import (
    AT,
    INVESTIGATOR,
    OTHER_UNIT,
    SENIOR,
    WHY,
    Clock,
    enter,
    now,
    read,
    referral,
    registered,
    send,
    sits,
)
from tests.unit.workforce.officers import INSPECTOR, SERGEANT
from watchkeeper.audit.models import Fact
from watchkeeper.suspects import models
from watchkeeper.suspects.actions.receiving import put_right
from watchkeeper.suspects.facts import Duty
from watchkeeper.suspects.rules.queue import HARMS
from watchkeeper.web import suspect_reporting, suspect_shown, suspect_versions

pytestmark = pytest.mark.django_db
NOBODY_TO_TELL = "Nobody on it is on the register, so there is no manager to tell"
BAND: Fields = {"band": "very high", "tool": "KIRAT", "version": "3", "by": "D1", "reason": "By the tool."}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return enter(monkeypatch)


def test_every_duty_has_the_page_it_is_done_on() -> None:
    assert set(suspect_shown.DONE_BY) == set(Duty)
    assert set(suspect_shown.SAYS) | {"finals"} == {name for name, _ in suspect_shown.PARTS}


def test_the_queue_counts_what_is_open_without_a_band_first_and_names_nobody(clock: Clock) -> None:
    referral("R2", NOON - timedelta(days=9), family_name="Example")
    models.Banded.objects.create(
        ref="B2", referral_ref="R2", band="high", at=NOON - timedelta(days=9), by="D1", tool="KIRAT",
        version="3", recorded_at=NOON, known_from=NOON, act=1,
    )  # fmt: skip
    text = read(sits(INVESTIGATOR), "", at="/suspects/")
    holds(text, ("2 referrals are open", "1 with something late", "R1", "R2", "No band", "9 days ago"))
    assert text.index(">R1<") < text.index(">R2<")
    assert "Example" not in text
    of_high = read(sits(INVESTIGATOR), "?harm=high", at="/suspects/")
    assert ">R2<" in of_high
    assert ">R1<" not in of_high
    assert HARMS[0] == "no band"


def test_a_purpose_is_asked_first_and_another_unit_is_refused() -> None:
    browser = sits(INVESTIGATOR, at="/suspects/R404/")
    assert "Why do you need to look" in send(browser, "", at=AT) or browser.get(AT).status_code == 302
    assert sits(OTHER_UNIT).get(AT).status_code == 403
    assert sits(INVESTIGATOR).get("/suspects/R404/").status_code == 404


def test_a_referral_is_taken_in_through_its_form(clock: Clock) -> None:
    registered()
    text = send(
        sits(INVESTIGATOR),
        "receive/",
        now(clock, "received"),
        {"family": "Example", "given": "Ben", "person": "P1", "postcode": "n19cc", "children": "yes"},
        at="/suspects/",
    )
    holds(
        text,
        (
            "Taken in.",
            "Nobody has given it one",
            "A child at the address",
            "P1",
            "N1 9CC",
            "Saved as typed: N1 9CC is not in",
        ),
    )
    again = send(sits(INVESTIGATOR), "receive/", now(clock, "received"), {"person": "P404"}, at="/suspects/")
    holds(again, ("There is a problem", "the person is on record"))
    wrong: Fields = {"received-day": "45", "person": "P404", "ref": "R1"}
    all_at_once = send(sits(INVESTIGATOR), "receive/", now(clock, "received") | wrong, at="/suspects/")
    holds(all_at_once, ("Enter a real date", "the person is on record", "the reference is free"))
    many = models.Referral.objects.count()
    for field in ("ref", "person"):
        long: Fields = {"family": "Example", field: "R9" * 31}
        text = send(sits(INVESTIGATOR), "receive/", now(clock, "received") | long, at="/suspects/")
        holds(text, ("No reference is so long: enter one of at most 60 characters",))
    assert models.Referral.objects.count() == many


def test_an_empty_referral_is_asked_about_once_and_then_taken_in(clock: Clock) -> None:
    desk = sits(INVESTIGATOR)
    text = send(desk, "receive/", now(clock, "received"), at="/suspects/")
    holds(text, ("Nothing but its receipt is filled in", "Take it in with its receipt alone"))
    assert models.Referral.objects.count() == 1
    text = send(desk, "receive/", now(clock, "received"), {"bare": "yes"}, at="/suspects/")
    holds(text, ("Taken in.",))
    assert models.Referral.objects.count() == 2
    assert "Nothing else came" not in read(desk, "receive/", at="/suspects/")


def test_from_receipt_to_a_close_without_action_through_the_pages(clock: Clock) -> None:
    desk, inspector = sits(INVESTIGATOR), sits(INSPECTOR)
    holds(read(desk), ("Cannot be worked out", "Band of a referral<", "Nobody has given it one"))
    holds(
        send(desk, "band/", BAND, now(clock)),
        ("The clock still runs from receipt", "enforced by 21 March 2026, 06:00"),
    )
    clock.on(5)
    holds(
        send(desk, "child/", {"tie": "lives at the address", "name": "A Child"}, now(clock)),
        ("It has expired", "Safeguarding referral", "A Child"),
    )
    clock.on(5)
    holds(send(desk, "safeguard/", {"authority": "Islington"}, now(clock)), ("Referred to Islington",))
    clock.on(5)
    holds(send(desk, "step/", {"kind": "arrest"}, now(clock)), ("Enforced, arrest", "nobody has answered"))
    trigger = models.Step.objects.get().ref
    clock.on(5)
    answered = send(
        desk, f"prompt/{trigger}/", {"answer": "asked, and no sign of risk seen", "note": "Asked alone."}
    )
    holds(answered, ("answered by D1", "Asked alone."))
    device = {"device": "X1", "step": "seized"}
    holds(send(desk, "device/", device, now(clock)), ("X1: seized", "0 days ago"))
    clock.on(5)
    closed = send(desk, "close/", {"outcome": "15", "reason": WHY})
    holds(closed, ("It stays open until an inspector has looked again", "Second look before a referral"))
    proposal = models.Finalised.objects.get().ref
    assert desk.get(f"{AT}close/{proposal}/look/").status_code == 403
    clock.on(5)
    done = send(inspector, f"close/{proposal}/look/", {"safe": "yes", "agrees": "yes"})
    holds(done, ("the referral is closed", "O3 looked again"))
    assert "No referral is open" in read(desk, "", at="/suspects/")


def test_why_nothing_is_enforced_is_a_matter_of_rank(clock: Clock) -> None:
    send(sits(INVESTIGATOR), "band/", BAND, now(clock))
    clock.on(5)
    until = {"reason": "He is abroad.", "until-day": "20", "until-month": "3", "until-year": "2026",
             "until-time": "22:00"}  # fmt: skip
    holds(send(sits(SERGEANT), "reason/", until), ("There is a problem", "superintendent or above"))
    assert sits(INVESTIGATOR).get(f"{AT}reason/").status_code == 403
    holds(send(sits(SENIOR), "reason/", until), ("He is abroad. It holds until",))


def test_two_that_look_alike_are_said_to_be_one_and_taken_back(clock: Clock) -> None:
    for ref in ("R2", "R3"):
        referral(ref, NOON - timedelta(hours=4 - int(ref[1])), family_name="Example", given_names="Ben",
                 born_on="1980-05-01")  # fmt: skip
    at = "/suspects/R3/"
    desk, sergeant = sits(INVESTIGATOR, at), sits(SERGEANT, at)
    holds(read(desk, at=at), ("Looks like R2",))
    said = {"earlier": "R2", "verdict": "one referral", "reason": "The same man."}
    holds(send(desk, "same/", said, at=at), ("Part of R2", "one referral, said by D1"))
    assert ">R3<" not in read(desk, "", at="/suspects/")
    pair = models.Pair.objects.get().ref
    assert desk.get(f"{at}same/{pair}/undo/").status_code == 403
    clock.on(5)
    holds(send(sergeant, f"same/{pair}/undo/", at=at), ("Taken back", "Looks like R2"))


def test_other_things_are_recorded_and_what_lacks_is_said(clock: Clock) -> None:
    desk = sits(INVESTIGATOR)
    holds(send(desk, "news/", {"kind": "new material"}, now(clock)), ("Say in words what changed",))
    holds(send(desk, "news/", {"kind": "new material", "note": "More."}, now(clock)), ("Facts changed: new",))
    holds(send(desk, "address/", {"postcode": "N1 9AA", "children": "no"}, now(clock)), ("N1 9AA",))
    for form, typed in (("address/", "ec1a1kv"), ("report/", "n19cc")):
        text = send(desk, form, {"postcode": typed, "family": "Example"}, now(clock))
        written = f"{typed[:-3]} {typed[-3:]}".upper()
        holds(text, (f"Saved as typed: {written} is not in the directory of postcodes",))
    assert models.SuspectAddress.objects.latest("id").postcode == "EC1A 1KV"
    assert models.Referral.objects.latest("id").postcode == "N1 9CC"
    holds(send(desk, "suspect/", {"family": "Other"}, now(clock)), ("One more suspect: Other",))
    form = read(desk, "report/")
    holds(form, ("What came, and who it is about",))
    holds(send(desk, "report/", {"family": "Exemple"}, marks(form)), ("Saved.", "Exemple"))
    holds(send(desk, "manager/"), ("There is a problem", NOBODY_TO_TELL))
    assert not models.ManagerTold.objects.exists()
    holds(send(desk, "step/", {}, now(clock)), ("Choose what happened",))


REPORT: Fields = {
    "given": "Ben",
    "family": "Example",
    "summary": "As it came.",
    "children": "no",
    "works": "no",
}


def test_two_who_put_a_referral_right_at_once_each_see_what_the_other_wrote(clock: Clock) -> None:
    desk, sergeant = sits(INVESTIGATOR), sits(SERGEANT)
    send(desk, "report/", REPORT, marks(read(desk, "report/")))
    opened = marks(read(desk, "report/"))
    clock.on(1)
    theirs: Fields = {
        "family": "Other",
        "summary": "Seen twice.",
        "born-day": "1",
        "born-month": "5",
        "born-year": "1980",
    }
    send(sergeant, "report/", REPORT | theirs, marks(read(sergeant, "report/")))
    clock.on(1)
    text = send(desk, "report/", REPORT | {"family": "Exemple"}, opened)
    holds(text, ("Somebody changed this while you wrote", "Other", "Exemple", "Seen twice."))
    assert models.Referral.objects.latest("id").family_name == "Other"
    kept: Fields = {name: value for name, value in REPORT.items() if name != "summary"} | {
        "family": "Exemple"
    }
    shown: Fields = {"summary": "Seen twice."} | {
        f"born-{box}": theirs[f"born-{box}"] for box in ("day", "month", "year")
    }
    holds(text, ('value="1980"', ">Seen twice.</textarea>"))  # what nobody else wrote is what stands
    holds(send(desk, "report/", kept | shown, marks(text)), ("Saved.", "Ben Exemple", "1 May 1980"))


def test_each_time_it_is_put_right_is_a_line_of_the_timeline_with_what_stood_there(clock: Clock) -> None:
    own = {field.attname for field in models.Referral._meta.concrete_fields}
    assert own - {field.attname for field in Fact._meta.fields} == set(suspect_versions.CALLED)
    desk = sits(INVESTIGATOR)
    text = send(desk, "report/", REPORT, marks(read(desk, "report/")))
    holds(text, ("Put right: ", "family name: not recorded, now Example"))
    clock.on(5)
    sergeant = sits(SERGEANT)
    later: Fields = {"postcode": "N1 9GU", "summary": "Seen twice."}
    text = send(sergeant, "report/", REPORT | later, marks(read(sergeant, "report/")))
    holds(text, ("Put right: postcode, what was seen, O2", "postcode: not recorded, now N1 9GU"))
    assert text.index("Put right: postcode") < text.index("Put right: family name")
    assert text.count("Put right:") == 2
    saved_as_it_was = send(sergeant, "report/", REPORT | later, marks(read(sergeant, "report/")))
    assert saved_as_it_was.count("Put right:") == 2


def test_another_address_put_right_expires_the_band_and_a_spelling_does_not(clock: Clock) -> None:
    desk = sits(INVESTIGATOR)
    kept: Fields = REPORT | {"postcode": "N1 9GU"}
    send(desk, "report/", kept, marks(read(desk, "report/")))
    send(desk, "band/", BAND, now(clock), marks(read(desk, "band/")))
    clock.on(1)
    text = send(desk, "report/", kept | {"postcode": "n19gu"}, marks(read(desk, "report/")))
    assert "expired" not in text
    clock.on(1)
    text = send(desk, "report/", kept | {"postcode": "N1 9AG"}, marks(read(desk, "report/")))
    holds(text, ("very high, expired", "Facts changed: new address", "Band of a referral given again"))
    send(desk, "band/", BAND, now(clock), marks(read(desk, "band/")))
    clock.on(1)
    known: Fields = {"postcode": "N1 9AG", "children": "yes"}
    text = send(desk, "report/", kept | known, marks(read(desk, "report/")))
    holds(text, ("very high, expired", "Facts changed: child found"))


def test_a_child_recorded_is_told_of_once(clock: Clock) -> None:
    desk = sits(INVESTIGATOR)
    text = send(desk, "child/", {"tie": "lives at the address", "name": "Mia"}, now(clock))
    holds(text, ("Children near (1)", "Mia: lives at the address, known since 20 March 2026"))
    assert "A child: lives at" not in text


def test_a_version_saved_between_reading_and_saving_is_shown_as_well(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sits(INVESTIGATOR)
    opened = marks(read(desk, "report/"))

    def meanwhile(told: Any, acting: Any, *, over: int) -> Any:
        row = models.Referral.objects.get(id=over)
        row.id, row.family_name = None, "Other"
        row.save(force_insert=True)
        return put_right(told, acting, over=over)

    monkeypatch.setattr(suspect_reporting, "put_right", meanwhile)
    text = send(desk, "report/", REPORT, opened)
    holds(text, ("nobody else has changed it", "Somebody changed this while you wrote", "Other", "Example"))


def test_a_band_somebody_gave_meanwhile_is_shown_before_another_is(clock: Clock) -> None:
    desk = sits(INVESTIGATOR)
    opened = marks(read(desk, "band/"))
    send(sits(SERGEANT), "band/", BAND, now(clock))
    clock.on(1)
    text = send(desk, "band/", BAND | {"band": "low"}, now(clock), opened)
    holds(text, ("Somebody changed this while you wrote", "very high, given by D1 on 20 March 2026"))
    assert models.Banded.objects.count() == 1
    send(desk, "band/", BAND | {"band": "low"}, now(clock), marks(text))
    assert models.Banded.objects.count() == 2


def test_a_flood_changes_the_forecast_and_names_whom_it_will_fail(clock: Clock) -> None:
    for number in range(12):
        referral(f"Q{number}", NOON - timedelta(days=20, minutes=number))
    desk = sits(INVESTIGATOR)
    calm, flood = (read(desk, f"forecast/?times={times}", at="/suspects/") for times in (1, 10))
    holds(calm, ("13 received", "Whom it will fail (13)", "Q0", "not in these weeks", "In a flood of 10"))
    holds(flood, ("10 times", "<svg", "Week to"))
    assert calm != flood


@pytest.mark.parametrize(
    ("typed", "fault"),
    [("", False), ("1", False), ("999", False), ("0", True), ("1000", True), ("-1", True), ("1.5", True),
     ("wrong", True), ("\u0663", True)],
)  # fmt: skip
def test_how_many_times_is_a_whole_number_or_a_fault_at_its_field(
    clock: Clock, typed: str, fault: bool
) -> None:
    text = read(sits(INVESTIGATOR), f"forecast/?times={typed}", at="/suspects/")
    says = "Enter a whole number from 1 to 999, like 10"
    assert text.count(says) == (2 if fault else 0)  # at the top, and at its field
    assert f'value="{typed or 1}"' in text


def test_a_referral_saved_as_it_stands_is_not_written_again(clock: Clock) -> None:
    desk = sits(INVESTIGATOR)
    send(desk, "report/", REPORT, marks(read(desk, "report/")))
    versions = models.Referral.objects.count()
    clock.on(5)
    text = send(desk, "report/", REPORT, marks(read(desk, "report/")))
    holds(text, ("Nothing was changed, and nothing was written.",))
    assert "Saved." not in text
    assert models.Referral.objects.count() == versions
