"""What officers record in a missing episode through its pages, refusals with their reasons, and two at once."""

from datetime import date, timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.missing.desk import AT, Clock, Fields, day, enter, holds, marks, minute, read, send, sits
from tests.unit.missing.scene import (
    COORDINATOR,
    INVESTIGATOR,
    NEXT_DOOR,
    POSTCODE,
    REPORTED,
    WHY,
    acting,
    found,
    given,
    searched,
)
from tests.unit.workforce.officers import INSPECTOR, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, person
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import models
from watchkeeper.missing.actions.grading import grade_episode
from watchkeeper.missing.actions.recording import record_enquiry
from watchkeeper.missing.actions.returning import record_found
from watchkeeper.missing.concerns import ConcernDuty
from watchkeeper.missing.facts import Duty, EnquiryKind, Grade, Ground, Source
from watchkeeper.web import episode_exploitation, episode_shown
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db
INTELLIGENCE = officer("N1", Rank.CONSTABLE, Role.INTELLIGENCE)
HIGH: Fields = {"grade": "high", "provisional": "no", "grounds": ["age"], "reasons": WHY}
LOW: Fields = {
    "grade": "low",
    "provisional": "no",
    "grounds": [Ground.OFTEN_MISSING, Ground.COMES_BACK],
    "reasons": "She always comes back by herself.",
}
FOUND: Fields = {"postcode": "n1  9gu", "how": "found by police", "whom": "an aunt", "harmed": "no"}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return enter(monkeypatch)


def known(what: str, value: object) -> None:
    """One more fact about the child comes to be known."""
    row = models.MissingPerson.objects.filter(ref="M1").latest("id")
    row.id = None
    setattr(row, what, value)
    row.save(force_insert=True)


def test_information_searched_is_recorded_of_several_sources_with_its_supplier() -> None:
    browser = sits(INVESTIGATOR)
    assert "Tick where it was searched" in send(browser, "searched/", minute("at"))
    sources: Fields = {"source": [Source.PNC, Source.PND], "supplier": "A. Name", "contact": "desk 4"}
    text = send(browser, "searched/", sources, minute("at"), {"found": "Nothing known."})
    holds(text, ["Recorded.", "Police National Database: A. Name, desk 4", "Local intelligence"])
    assert text.count("Searched, with its supplier") == 2
    text = send(browser, "searched/", {"source": [Source.FAMILY]}, minute("at"))
    assert "it counts towards no grade" in text
    assert models.Searched.objects.count() == 3


def test_a_grade_is_saved_and_says_everything_it_lacks_until_it_is_accepted() -> None:
    browser = sits(INVESTIGATOR)
    assert "Choose the grade" in send(browser, "grade/", {})
    holds(read(browser, "grade/"), ["Proposed: medium", "You decide; nothing is scored", "Informant"])
    text = send(browser, "grade/", LOW)
    holds(
        text,
        [
            "not accepted while it lacks the 3 things listed under Grade. Until then it makes no clock longer.",
            "What it lacks to be accepted (3)",
            "rests on often goes missing and always comes back",
            "the facts propose medium",
        ],
    )
    searched()
    assert "Graded high: accepted." in send(browser, "grade/", HIGH)


def test_a_grade_somebody_gave_meanwhile_is_shown_before_another_is(law: Shelf, clock: Clock) -> None:
    browser = sits(INVESTIGATOR)
    opened = marks(read(browser, "grade/"))
    grade_episode(given(Grade.HIGH), acting(SERGEANT, law))
    clock.on(1)
    text = send(browser, "grade/", LOW, opened)
    holds(text, ["Somebody changed this while you wrote", "high, given by O2 on 20 March 2026 at 12:00"])
    assert models.Graded.objects.count() == 1
    send(browser, "grade/", LOW, marks(text))
    assert models.Graded.objects.count() == 2


def test_a_supervisor_gives_the_rationale_and_whoever_gave_the_grade_may_not(
    law: Shelf, clock: Clock
) -> None:
    searched()
    known("care", "children's home")
    row, _ = grade_episode(given(Grade.MEDIUM), acting(SERGEANT, law))
    clock.on(1)
    own = send(sits(SERGEANT), f"grade/{row.ref}/rationale/", {"rationale": WHY})
    assert "own work is decided by another officer" in own
    assert "in care: yes" in read(sits(INSPECTOR), f"grade/{row.ref}/rationale/")
    assert "accepted." in send(sits(INSPECTOR), f"grade/{row.ref}/rationale/", {"rationale": WHY})
    assert sits(INSPECTOR).get(f"{AT}grade/nobody/rationale/").status_code == 404
    assert "Say what you found" in send(sits(INSPECTOR), "review/", {"note": " "})
    assert "The review is recorded" in send(sits(INSPECTOR), "review/", {"note": "Every line looked at."})


def test_an_enquiry_waits_for_its_result_and_two_results_are_asked_about(law: Shelf) -> None:
    browser = sits(INVESTIGATOR)
    tomorrow = minute("at", NOON + timedelta(days=1))
    assert "Enter a time that has come" in send(browser, "enquiry/", {"kind": EnquiryKind.CALL}, tomorrow)
    text = send(browser, "enquiry/", {"kind": EnquiryKind.SENT}, minute("at"))
    holds(text, ["The enquiry is recorded", "no result yet", "Record its result: officers sent"])
    ref = models.Enquiry.objects.get().ref
    opened = marks(read(browser, f"enquiry/{ref}/result/"))
    send(sits(SERGEANT), f"enquiry/{ref}/result/", opened, {"result": "Nobody at the house."})
    text = send(browser, f"enquiry/{ref}/result/", opened, {"result": "Seen at the park."})
    holds(text, ["Somebody changed this while you wrote", "Nobody at the house.", "Seen at the park."])
    text = send(browser, f"enquiry/{ref}/result/", marks(text), {"result": "Seen at the park."})
    assert "Seen at the park." in text
    assert browser.get(f"{AT}enquiry/nothing/result/").status_code == 404


def test_the_carers_form_is_taken_in_and_its_age_shown() -> None:
    browser = sits(INVESTIGATOR)
    assert "no form was taken in" in read(browser, "carers-form/")
    assert "Enter the version" in send(browser, "carers-form/", minute("received"))
    told = {"version": "3", "description": "Red coat", "places": "The arcade"}
    text = send(browser, "carers-form/", told, day("dated", date(2026, 3, 1)), minute("received"))
    holds(text, ["The form is taken in", "version 3 of 1 March 2026, 19 days old", "Red coat", "The arcade"])


def test_what_turned_up_rings_whoever_manages_an_adult_on_the_register() -> None:
    person()
    browser = sits(INVESTIGATOR)
    adult: Fields = {
        "kind": "adult",
        "value": "a man of fifty",
        "person": "P1",
        "postcode": NEXT_DOOR.lower(),
    }
    holds(send(browser, "seen/", {"kind": "adult"}, minute("at")), ["Say which one"])
    holds(send(browser, "seen/", adult, minute("at")), ["a man of fifty", f"at {NEXT_DOOR}"])
    assert "the person is on record" in send(browser, "seen/", adult, minute("at"), {"person": "P404"})


def test_found_with_everything_blank_is_saved_said_and_put_right() -> None:
    browser = sits(INVESTIGATOR)
    text = send(browser, "found/", minute("at"))
    holds(
        text, ["Recorded. Whoever must know", "Where they were found is not recorded", "Found after 6 hours"]
    )
    opened = marks(read(browser, "found/"))
    send(sits(SERGEANT), "found/", opened, minute("at"), FOUND, {"note": "Tired."})
    clash = send(browser, "found/", opened, minute("at"), FOUND, {"whom": "a friend"})
    holds(clash, ["Somebody changed this while you wrote", "N1 9GU; an aunt; Tired."])
    text = send(browser, "found/", marks(clash), minute("at"), FOUND, {"whom": "a friend"})
    holds(text, ["with a friend", f"at {POSTCODE}"])
    assert "is not in the directory" in send(
        browser, "found/", marks(read(browser, "found/")), minute("at"), FOUND, {"postcode": "N1 9ZZ"}
    )


def test_after_a_child_is_found_everything_is_recorded_and_a_close_refused_until_it_is_whole(
    law: Shelf, clock: Clock
) -> None:
    searched()
    grade_episode(given(Grade.HIGH), acting(INVESTIGATOR, law))
    record_found(found(), "an aunt", "", acting(INVESTIGATOR, law))
    browser = sits(COORDINATOR)
    clock.on(5)
    wanted = [
        "a prevention interview was held",
        "the local authority is told",
        "a return interview was offered",
    ]
    holds(read(browser, "close/"), wanted)
    holds(send(browser, "close/", {"reason": "Home and safe."}), [*wanted, "Not recorded:", "Home and safe."])
    assert "owed still" in send(browser, "interview/", minute("at"), {"in_person": "no"})
    holds(read(browser, "interview/"), ["Was it face to face?"])
    assert "owed still" not in send(
        browser, "interview/", minute("at"), {"in_person": "yes", "note": "Safe."}
    )
    assert "not before they were found" in send(
        browser, "authority/", minute("at", REPORTED), {"authority": "A"}
    )
    holds(read(browser, "authority/"), ["due by 23 March 2026 at 12:00", 'value="Islington"'])
    assert "theirs to hold" in send(browser, "authority/", minute("at"), {"authority": "Islington"})
    assert "Choose what became of it" in send(browser, "return/", minute("at"))
    assert "tracked until" in send(browser, "return/", minute("at"), {"step": "offered"})
    holds(send(browser, "close/", {"reason": "Home and safe."}), ["Closed. What is owed", "Home and safe."])
    assert "Close the episode" not in read(browser)
    assert "Recorded." in send(browser, "return/", minute("at"), {"step": "held", "note": "Spoke well."})
    assert "it is open" in send(browser, "close/", {"reason": "Again."})


def test_a_flag_is_set_owned_looked_at_and_taken_off() -> None:
    browser = sits(INVESTIGATOR)
    holds(send(browser, "flag/", {}), ["Choose what kind", "Say why it is set"])
    kind = {"kind": "child sexual exploitation", "reason": "An older man drives her home."}
    assert "the owner is on record" in send(browser, "flag/", kind, {"owner": "O404"})
    holds(send(browser, "flag/", kind), ["listed until it has an owner", "owned by nobody"])
    ref = models.Flag.objects.get().ref
    opened = marks(read(browser, f"flag/{ref}/"))
    again = day("review", date(2026, 4, 1))
    send(
        sits(SERGEANT),
        f"flag/{ref}/",
        opened,
        {"holds": "yes", "owner": "O2", "reason": "Owner named."},
        again,
    )
    off = {"holds": "no", "owner": "", "reason": "Set by mistake."}
    text = send(browser, f"flag/{ref}/", opened, off)
    holds(text, ["Somebody changed this", "Owned by O2, to be looked at again by 1 April 2026: Owner named."])
    assert "The flag is off from today" in send(browser, f"flag/{ref}/", marks(text), off)
    assert "Look at the flag" not in read(browser)
    assert browser.get(f"{AT}flag/nothing/").status_code == 404


def test_a_referral_waits_for_belief_and_safeguarding_and_its_clock_shows() -> None:
    browser = sits(COORDINATOR)
    today = day("on", ON)
    refer = {"step": "referral to the National Referral Mechanism"}
    holds(
        send(browser, "exploitation/", refer, today),
        ["an officer believes the child to be a victim", "the child is safeguarded first"],
    )
    text = send(browser, "exploitation/", {"step": "believed to be a victim of modern slavery"}, today)
    holds(
        text,
        ["National Referral Mechanism or duty to notify", "Safeguarding of a child who may be exploited"],
    )
    assert "safeguarded first" in send(browser, "exploitation/", refer, today)
    send(browser, "exploitation/", {"step": "safeguarded", "note": "A plan is in place."}, today)
    holds(send(browser, "exploitation/", refer, today), ["Recorded: referral to the National Referral"])


def test_a_screening_is_worked_out_shown_decided_and_saved_with_its_floors() -> None:
    browser = sits(INVESTIGATOR)
    holds(read(browser, "screen/"), ["SERAF 2013", "30 items", "supports the judgement"])
    at = "screen/seraf_2013/"
    answers: Fields = {"item-out-late": "yes"}
    text = send(browser, at, answers, {"do": "work"})
    holds(text, ["What the answers come to", "1 point", "No low band is saved until", "learning disability"])
    refused = send(browser, at, answers, {"do": "save", "band": "not at risk"})
    holds(refused, ["waits until it is recorded", "learning disability", "What the answers come to"])
    known("learning_disabled", True)
    refused = send(browser, at, answers, {"do": "save", "band": "not at risk"})
    holds(refused, ["may not be given: a learning disability: yes", "Lifted to"])
    grave: Fields = {"do": "save", "band": "significant risk"}
    assert "a reason is given why" in send(browser, at, answers, grave)
    text = send(browser, at, answers, grave, {"reason": "What she says of him."})
    holds(
        text, ["Screened with seraf: significant risk", "By the tool moderate risk", "What she says of him."]
    )
    assert "it may be" in send(browser, at, {"item-out-late": "often", "do": "work"})
    assert browser.get(f"{AT}screen/nothing/").status_code == 404


def test_words_that_blame_a_child_are_marked_beside_the_note_and_never_changed(law: Shelf) -> None:
    browser = sits(INVESTIGATOR)
    note = "She is placing herself at risk again."
    text = send(browser, "enquiry/", {"kind": EnquiryKind.CALL, "result": note}, minute("at"))
    holds(
        text,
        ["1 wording is marked beside the note", note, "Words to think about:", "placing herself at risk”"],
    )
    assert models.Enquiry.objects.get().result == note
    text = send(browser, "enquiry/", {"kind": EnquiryKind.CALL, "result": "No answer."}, minute("at"))
    assert "marked beside the note" not in text


def test_each_is_offered_what_they_may_do_and_a_refusal_names_the_power() -> None:
    StoredOfficer.objects.create(
        ref="N1", rank="constable", role="intelligence officer", unit="U1", **CARRIED
    )
    page = read(sits(INTELLIGENCE))
    holds(page, ["Flag exploitation", "Screen for exploitation"])
    for words in ("Grade the episode", "Record an enquiry", "Close the episode", "Fill it in", "Take it on"):
        assert words not in page
    own = read(sits(INVESTIGATOR))
    holds(own, ["Grade the episode", "Record that they are found", "Fill it in"])
    assert "Close the episode" not in own
    for by, at, power in (
        (INTELLIGENCE, "grade/", "grade a missing episode"),
        (INTELLIGENCE, "enquiry/", "record in a missing episode"),
        (INVESTIGATOR, "review/", "review a missing episode"),
        (INVESTIGATOR, "close/", "close a missing episode"),
    ):
        answer = sits(by).post(f"{AT}{at}", {})
        assert answer.status_code == 403
        assert power in answer.content.decode()


def test_every_clock_leads_to_the_page_where_it_is_done() -> None:
    assert set(episode_shown.DONE_BY) == set(Duty)
    assert set(episode_exploitation.DONE_BY) == set(ConcernDuty) - {ConcernDuty.FLAG_REVIEW}


def test_what_the_minute_typed_holds_comes_after_what_was_recorded_in_it(law: Shelf, clock: Clock) -> None:
    clock.now = NOON + timedelta(seconds=50)
    record_enquiry(EnquiryKind.CALL, clock.now, "", acting(INVESTIGATOR, law, later=1))
    clock.on(1)
    browser = sits(INVESTIGATOR)
    send(browser, "found/", minute("at"), FOUND)
    assert models.Found.objects.get().at == NOON + timedelta(minutes=1) - timedelta.resolution
    send(browser, "interview/", minute("at"), {"in_person": "yes"})
    assert models.Interviewed.objects.count() == 1
