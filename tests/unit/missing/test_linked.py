"""From stored facts to links and screenings: gathered, answered, rung, refused, sealed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.missing.scene import COORDINATOR, INVESTIGATOR, OTHER_UNIT, POSTCODE, acting, episode, staff
from tests.unit.workforce.officers import ADMINISTRATOR, INSPECTOR, MANAGER, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.alerts.models import Alert
from watchkeeper.alerts.stored import open_to
from watchkeeper.audit.actions import check
from watchkeeper.audit.facts import Kind
from watchkeeper.crimes import models as crimes
from watchkeeper.instruments.shelf import load
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import facts, models
from watchkeeper.missing.actions.linking import answer_link
from watchkeeper.missing.actions.recording import record_seen
from watchkeeper.missing.actions.screening import record_step, screen
from watchkeeper.missing.concerns import ConcernStep
from watchkeeper.missing.exploitation import concerns_of
from watchkeeper.missing.facts import SeenKind
from watchkeeper.missing.gathering import answers_to, linked_facts, links_of
from watchkeeper.missing.linking.facts import LinkKind
from watchkeeper.missing.linking.finding import found
from watchkeeper.missing.linking.ground import laid
from watchkeeper.missing.linking.standing import LinkState, Verdict, state
from watchkeeper.missing.nearby import suspected_of
from watchkeeper.people.models import Address
from watchkeeper.registers.models import Disposal
from watchkeeper.workforce.acts import Acting, Refused
from watchkeeper.workforce.models import Managed

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
PHONE = "same thing seen:phone:07700900123"
FLAT = "N1 9AG"
SERAF = {item.ref: "no" for item in load()["seraf_2013"].items}


@pytest.fixture(autouse=True)
def force() -> None:
    staff()
    episode()
    person()


def another(number: int, **said: Any) -> None:
    """Another child with an episode of their own, some hours before, from the same home."""
    ref = f"{number}"
    models.MissingPerson.objects.create(ref=f"M{ref}", born_on=date(2010, 1, 1), **CARRIED)
    at = NOON - number * 3 * HOUR
    row = {"reported_at": at, "unit": "U1", "postcode": POSTCODE, **said}
    models.Episode.objects.create(ref=f"E{ref}", missing_ref=f"M{ref}", **row, **CARRIED)


def seen(ref: str, value: str, kind: SeenKind = SeenKind.PHONE, *, of: str = "E1", who: str = "") -> None:
    models.Seen.objects.create(
        ref=ref, episode_ref=of, kind=kind.value, value=value, at=NOON - HOUR, person=who, **CARRIED
    )


def found_at(ref: str, postcode: str) -> None:
    models.Found.objects.create(
        ref=f"F{ref}", episode_ref=f"E{ref}", at=NOON - HOUR, postcode=postcode, **CARRIED
    )


def network() -> None:
    """Four children: a phone across three of them, a flat across two, two together, one near an offender."""
    another(2)
    another(3, reported_at=NOON - 6 * HOUR - HOUR)
    another(4)
    seen("S1", "+44 7700 900123")
    seen("S2", "07700 900-123", of="E2")
    seen("S3", "07700900123", of="E3")
    seen("S4", "M4", SeenKind.TOGETHER)
    seen("S5", "an adult", SeenKind.ADULT, who="P1")
    found_at("1", FLAT)
    found_at("2", "n19ag")
    found_at("3", "")
    Address.objects.create(
        ref="A-near", person_ref="P1", kind="home", postcode=FLAT, since=date(2025, 1, 6), **CARRIED
    )


def test_one_child_read_alone_has_the_links_the_whole_gives_them(law: Shelf) -> None:
    network()
    whole = found(laid(linked_facts(law, on=ON, known_at=NOON), law, on=ON), law, on=ON)
    kinds = {each.kind for each in whole}
    assert {LinkKind.THING, LinkKind.PLACE, LinkKind.TOGETHER, LinkKind.ADDRESS} <= kinds
    for child in ("M1", "M2", "M3", "M4"):
        alone = links_of(child, law, on=ON, known_at=NOON)
        assert alone
        assert alone == tuple(each for each in whole if child in each.children)


def test_one_phone_spelled_three_ways_is_one_and_an_offender_at_the_place_is_red(law: Shelf) -> None:
    network()
    links = {each.key: each for each in links_of("M1", law, on=ON, known_at=NOON)}
    assert links[PHONE].children == ("M1", "M2", "M3")
    near = links["found at an address:M1:P1"]
    assert near.red
    assert near.why.startswith("Found at the place of an address of somebody on the register, once")
    assert links_of("M9", law, on=ON, known_at=NOON) == ()


@pytest.mark.parametrize(
    "spelled", ["07700 900 123)", "(07700) 900.123 ", "+44 7700-900/123\t", "+447700900123-"]
)
def test_a_phone_is_found_however_its_number_was_written(spelled: str, law: Shelf) -> None:
    another(2)
    another(3)
    seen("S1", "07700900123")
    seen("S2", spelled, of="E2")
    seen("S3", "07700900113", of="E3")
    (link,) = [each for each in links_of("M1", law, on=ON, known_at=NOON) if each.key == PHONE]
    assert link.children == ("M1", "M2")


def test_what_came_to_be_known_later_is_not_read(law: Shelf) -> None:
    network()
    early = NOON - 400 * 24 * HOUR
    assert linked_facts(law, on=ON, known_at=early).gone == ()


def test_a_link_is_confirmed_and_new_evidence_is_said(law: Shelf) -> None:
    network()
    answer_link(PHONE, Verdict.CONFIRMED, "one man bought all three", acting(COORDINATOR, law))
    assert last().kind is Kind.DONE
    assert check().holds
    (link,) = [each for each in links_of("M1", law, on=ON, known_at=NOON) if each.key == PHONE]
    answers = answers_to({PHONE}, known_at=NOON)
    assert state(link, answers, on=ON) is LinkState.CONFIRMED
    another(5)
    seen("S9", "07700900123", of="E5")
    (link,) = [each for each in links_of("M1", law, on=ON, known_at=NOON) if each.key == PHONE]
    assert state(link, answers, on=ON) is LinkState.GROWN


@pytest.mark.parametrize(
    ("key", "reason", "words"),
    [(PHONE, " ", "a reason is given"), ("same thing seen:phone:1", "why", "is offered of this child")],
)
def test_a_link_nobody_offers_and_an_answer_without_a_reason_are_refused(
    key: str, reason: str, words: str, law: Shelf
) -> None:
    network()
    with pytest.raises(Refused):
        answer_link(key, Verdict.REJECTED, reason, acting(COORDINATOR, law))
    refused(words)
    assert not models.LinkAnswered.objects.exists()


def test_a_link_is_rejected_once_and_a_confirmed_one_may_be_undone(law: Shelf) -> None:
    network()
    answer_link(PHONE, Verdict.CONFIRMED, "seen together", acting(COORDINATOR, law))
    answer_link(PHONE, Verdict.REJECTED, "it was the home's phone", acting(COORDINATOR, law, later=1))
    with pytest.raises(Refused):
        answer_link(PHONE, Verdict.REJECTED, "again", acting(COORDINATOR, law, later=2))
    refused("it is rejected")


@pytest.mark.parametrize("by", [INVESTIGATOR, ADMINISTRATOR])
def test_who_may_not_answer_is_refused_and_it_is_on_the_trail(by: Any, law: Shelf) -> None:
    network()
    with pytest.raises(Refused):
        answer_link(PHONE, Verdict.CONFIRMED, "why", acting(by, law))
    refused("is administrator" if by is ADMINISTRATOR else "is investigator")
    assert not models.LinkAnswered.objects.exists()


def test_a_screening_is_saved_with_the_pack_the_answers_and_both_bands(law: Shelf) -> None:
    answers = {**SERAF, "missing": "past 6 months", "money": "both"}
    del answers["drugs"]
    with pytest.raises(Refused):
        screen("seraf_2013", answers, "not at risk", "", acting(INVESTIGATOR, law))
    models.MissingPerson.objects.create(
        ref="M1", born_on=date(2011, 5, 1), learning_disabled=False, **{**CARRIED, "act": 2}
    )
    row = screen(
        "seraf_2013", answers, "significant risk", "an older man collects her", acting(INVESTIGATOR, law)
    )
    assert (row.by_tool, row.band, row.points, row.active) == ("moderate risk", "significant risk", 11, True)
    assert (row.pack, row.provisional) == (load()["seraf_2013"].ref, True) or not row.provisional
    assert '"drugs"' not in row.answers
    assert dict(last().facts)["not known"] == "1"
    assert check().holds


@pytest.mark.parametrize(
    ("pack", "answers", "band", "words"),
    [
        ("nothing", SERAF, "mild risk", "the screening tool is on the shelf"),
        ("seraf_2013", {"drugs": "perhaps"}, "mild risk", "drugs is answered with 'perhaps'"),
        ("seraf_2013", SERAF, "high", "the band is one the tool has"),
        ("seraf_2013", SERAF, "not at risk", "waits until it is recorded: learning disability"),
    ],
)
def test_what_cannot_be_saved_is_refused_with_its_reason(
    pack: str, answers: dict[str, str], band: str, words: str, law: Shelf
) -> None:
    with pytest.raises(Refused):
        screen(pack, answers, band, "", acting(INVESTIGATOR, law))
    refused(words)
    assert not models.Screened.objects.exists()


def test_a_child_is_safeguarded_before_anybody_refers_them(law: Shelf) -> None:
    record_step(ConcernStep.BELIEVED, ON, "moved between towns", acting(INVESTIGATOR, law))
    with pytest.raises(Refused):
        record_step(ConcernStep.REFERRED, ON, "", acting(INVESTIGATOR, law, later=1))
    refused("the child is safeguarded first")
    record_step(ConcernStep.SAFEGUARDED, ON, "strategy discussion held", acting(INVESTIGATOR, law, later=2))
    record_step(ConcernStep.REFERRED, ON, "", acting(INVESTIGATOR, law, later=3))
    child = concerns_of("M1", law, on=ON, known_at=NOON + 4 * HOUR)
    assert (len(child.believed), child.safeguarded_on, len(child.referred)) == (1, (ON,), 1)
    assert child.panel is None
    assert [each.ref for each in child.learned] == ["E1"]


VERBS: dict[str, Callable[[Acting], Any]] = {
    "screen": lambda a: screen("seraf_2013", SERAF, "mild risk", "", a),
    "step": lambda a: record_step(ConcernStep.REVIEWED, ON, "", a),
}


@pytest.mark.parametrize("verb", VERBS)
def test_screening_needs_the_power_and_the_need_to_know(verb: str, law: Shelf) -> None:
    for by, words in ((ADMINISTRATOR, "is administrator"), (OTHER_UNIT, "of the unit of the episode")):
        with pytest.raises(Refused):
            VERBS[verb](acting(by, law))
        refused(words)
    assert not models.Screened.objects.exists()
    assert not models.ConcernStep.objects.exists()


def test_an_adult_on_the_register_seen_with_a_child_rings_at_once_and_each_is_told_no_more_than_they_need(
    law: Shelf,
) -> None:
    Managed.objects.create(ref="MA", person_ref="P1", officer_ref="O1", since=date(2025, 1, 6), **CARRIED)
    sight = facts.Seen("", "", SeenKind.ADULT, "a man of fifty", NOON - HOUR, person="P1")
    record_seen(sight, "", acting(INVESTIGATOR, law))

    def rung(officer: Any) -> list[str]:
        return [alert.raising.kind for alert, _ in open_to(officer, law, at=NOON, on=ON)]

    assert rung(MANAGER) == ["somebody missing seen with somebody you manage"]
    assert rung(COORDINATOR) == ["somebody missing seen with a registered offender, for the coordinators"]
    assert "somebody missing seen with a registered offender" in rung(INSPECTOR)
    theirs = Alert.objects.get(officer_ref="O1")
    assert "E1" not in theirs.says
    assert all("P1" not in each.says for each in Alert.objects.all())
    record_seen(replace(sight, person="", value="another"), "", acting(INVESTIGATOR, law, later=1))
    assert Alert.objects.count() == 3
    assert SERGEANT.ref


def not_on_the_register() -> None:
    Disposal.objects.create(
        ref="D-old",
        person_ref="P1",
        finding="caution",
        sentence="caution",
        relevant_date=date(2010, 3, 1),
        **CARRIED,
    )


def suspected(offence: str = "71", **said: Any) -> None:
    """P1 is the suspect of a crime; 71 is a code of exploitation."""
    crimes.Crime.objects.create(ref="C1", reported_at=NOON, offence=offence, unit="U1", **CARRIED)
    crimes.Party.objects.create(ref="C1-P", crime_ref="C1", part="suspect", person="P1", **said, **CARRIED)


def test_found_at_the_address_of_a_suspect_of_exploitation_is_a_link_and_no_red_flag(law: Shelf) -> None:
    network()
    not_on_the_register()
    near = "found at an address:M1:P1"
    assert near not in {each.key for each in links_of("M1", law, on=ON, known_at=NOON)}
    suspected()
    (link,) = [each for each in links_of("M1", law, on=ON, known_at=NOON) if each.key == near]
    assert not link.red
    assert link.why.startswith("Found at the place of an address of a suspect, once")
    whole = found(laid(linked_facts(law, on=ON, known_at=NOON), law, on=ON), law, on=ON)
    assert link in whole


@pytest.mark.parametrize(
    ("offence", "outcome", "watched"),
    [("71", None, True), ("71", 1, True), ("71", 18, False), ("44", None, False)],
    ids=["open", "charged", "closed without action", "of another kind"],
)
def test_a_suspect_is_watched_until_the_crime_is_closed_without_action(
    offence: str, outcome: int | None, watched: bool, law: Shelf
) -> None:
    not_on_the_register()
    suspected(offence)
    if outcome is not None:
        crimes.Finalised.objects.create(
            ref="C1-F", crime_ref="C1", outcome=outcome, on=ON, by="D1", reason="said in a few words",
            second_by="S1", second_on=ON, second_agrees=True, safeguarding=True, **CARRIED,
        )  # fmt: skip
    assert bool(suspected_of({"P1"}, law, on=ON, known_at=NOON)) is watched
