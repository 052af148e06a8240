"""Who on record a suspect is: weighed by identity, said by a person, followed in the same act, undone."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.missing.desk import holds
from tests.unit.people.test_joining import SYSTEM
from tests.unit.suspects.scene import (
    INVESTIGATOR,
    OTHER_UNIT,
    RECEIVED,
    Clock,
    acting,
    enter,
    read,
    referral,
    registered,
    send,
    sits,
)
from tests.unit.workforce.officers import MANAGER, SERGEANT
from tests.unit.workforce.records import CARRIED, refused
from watchkeeper.alerts.models import Alert
from watchkeeper.audit.actions import check
from watchkeeper.audit.models import Entry
from watchkeeper.jobs.renamed import newest_records, note_suspects
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import resolving
from watchkeeper.people.actions import joining
from watchkeeper.people.models import Address, Mention, Pairing, Person
from watchkeeper.people.rules.deciding import Answer
from watchkeeper.suspects import facts, models
from watchkeeper.suspects.actions.naming import follow
from watchkeeper.suspects.actions.receiving import Named, ReportedReferral, add_suspect, put_right, receive
from watchkeeper.web import suspect_lists
from watchkeeper.web.suspect_naming import BY_THE_MODEL
from watchkeeper.workforce.acts import Acting, Refused, act
from watchkeeper.workforce.facts import Power

pytestmark = pytest.mark.django_db
BORN = date(1961, 4, 7)
NAME = Named("Quillfeather", "Ambrose", BORN)
TOLD = ReportedReferral(facts.Referral("", RECEIVED, unit="U1", postcode="N1 9GU"), NAME)
PAIR = "/identity/referrals R2/register P1/"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Somebody on the register, managed by O1, and a referral R2 that names somebody so."""
    monkeypatch.setattr(resolving, "_RESOLVING", resolving.Resolving())
    found = enter(monkeypatch)
    registered()
    row = Person.objects.get(ref="P1")
    row.id, row.family_name, row.given_names, row.born_on, row.unit = (
        None,
        "Quillfeather",
        "Ambrose",
        BORN,
        "U1",
    )
    row.save(force_insert=True)
    Address.objects.create(
        ref="A1", person_ref="P1", kind="home", line="4 Low Road", postcode="N1 9GU", **CARRIED
    )
    return found


def as_joiner(by: Any, law: Shelf, later: int = 1) -> Acting:
    why, at = "whether two records are of one person", NOON + timedelta(minutes=later)
    return Acting(by=by, about="", on=ON, law=law, purpose=why, at=at)


def looks(at: str = "P1") -> list[str]:
    """Who looked at a record, by the trail."""
    done = Entry.objects.filter(power=Power.READ_PERSON, about=at, kind="done").order_by("number")
    return list(done.values_list("by", flat=True))


def person(ref: str = "R2") -> str:
    return models.Referral.objects.filter(ref=ref).latest("id").person


def test_who_was_typed_and_another_referral_are_told_as_an_officer_says_them(
    law: Shelf, clock: Clock
) -> None:
    receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    receive(TOLD, acting(INVESTIGATOR, law, referral="R3", later=1))
    clock.on(2)
    row = models.Referral.objects.get(ref="R2")
    typed = replace(TOLD, referral=replace(TOLD.referral, person="P1"))
    put_right(typed, acting(INVESTIGATOR, law, referral="R2", later=2), over=row.id)
    clock.on(1)
    text = read(sits(SERGEANT, "/suspects/R2/"), "who/", at="/suspects/R2/")
    holds(text, ("suspect of referral R3", "said of them: <strong>written in what came</strong>"))
    assert "referrals R3<" not in text


def test_what_the_model_says_is_in_words_whole() -> None:
    assert set(BY_THE_MODEL) == set(Answer)


def test_a_suspect_is_weighed_shown_with_the_waterfall_joined_by_a_person_and_undone(
    law: Shelf, clock: Clock
) -> None:
    receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    clock.on(1)
    desk, sergeant = sits(INVESTIGATOR, "/suspects/R2/"), sits(SERGEANT, "/suspects/R2/")
    text = read(desk, "who/", at="/suspects/R2/")
    holds(
        text,
        (
            "Ambrose Quillfeather (1)",
            "bits. By the model: likely one person",
            "nobody has said yet",
            "come about",
            "so far +",
        ),
    )
    assert "Decide:" not in text  # an investigator knows, and somebody else says
    holds(text, ("<strong>P1</strong>: ",))
    assert "7 April 1961" not in text  # who may not read a record is shown its reference alone
    assert not looks()
    holds(
        read(sergeant, "who/", at="/suspects/R2/"),
        ("P1: Ambrose Quillfeather, born 7 April 1961", "Decide: P1"),
    )
    assert looks() == ["O2"]
    assert (person(), Alert.objects.count()) == ("", 0)
    joined = send(sergeant, "", {"answer": "join", "reason": "The same photograph."}, at=PAIR)
    holds(joined, ("they are one person",))
    assert person() == "P1"
    assert Alert.objects.get().officer_ref == "O1"
    assert models.ManagerTold.objects.get().person == "P1"
    assert check().holds
    clock.on(1)
    holds(read(desk, at="/suspects/R2/"), ("P1",))
    send(sergeant, "", {"answer": "undo", "reason": "Another face."}, at=PAIR)
    assert person() == ""
    assert "nobody has said yet" in read(sergeant, "who/", at="/suspects/R2/")


def test_no_machine_makes_a_suspect_somebody_on_the_register(law: Shelf, clock: Clock) -> None:
    receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    assert joining.join_sure(as_joiner(SYSTEM, law)) == 0
    with pytest.raises(Refused):
        joining.join("referrals R2", "register P1", "weighs enough", as_joiner(SYSTEM, law))
    refused("neither is on the register")
    (asked,) = resolving.resolving().questions(law=law, on=ON, at=clock.now)
    assert asked.ref == "referrals R2 / register P1"


def test_a_referral_that_says_who_it_is_already_is_not_written_over(law: Shelf, clock: Clock) -> None:
    registered("P7")
    other = ReportedReferral(facts.Referral("", RECEIVED, unit="U1", person="P7"), NAME)
    first = receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    put_right(other, acting(INVESTIGATOR, law, referral="R2", later=1), over=first.id)
    keys, by = ("referrals R2", "register P1"), as_joiner(SERGEANT, law, 2)
    with pytest.raises(Refused):
        joining.join(*keys, "The same name.", by, also=lambda this: follow(keys, by, this))
    refused("somebody else")
    assert "R2" not in " ".join(Entry.objects.latest("number").reasons)  # which, not every joiner may know
    assert person() == "P7"
    receive(other, acting(INVESTIGATOR, law, referral="R3", later=2))
    assert not Mention.objects.filter(ref="referrals R3").exists()  # said at once: nothing is asked


def test_a_referral_changed_while_two_records_were_read_is_not_followed_over(
    law: Shelf, clock: Clock
) -> None:
    first = receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    theirs = replace(TOLD, summary="Another letter came.")
    put_right(theirs, acting(INVESTIGATOR, law, referral="R2", later=3), over=first.id)
    keys, by = ("referrals R2", "register P1"), as_joiner(SERGEANT, law, 2)  # as read a minute before
    with pytest.raises(Refused):
        joining.join(*keys, "The same name.", by, also=lambda this: follow(keys, by, this))
    refused("nobody else has changed the referral since you read it")
    assert not Pairing.objects.exists()  # no join without the referral that says so
    assert person() == ""


def test_who_was_typed_stays_when_a_join_that_said_so_too_is_undone(law: Shelf, clock: Clock) -> None:
    first = receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    typed = replace(TOLD, referral=replace(TOLD.referral, person="P1"))
    more = put_right(typed, acting(INVESTIGATOR, law, referral="R2", later=1), over=first.id)
    keys, by = ("referrals R2", "register P1"), as_joiner(SERGEANT, law, 2)
    joining.join(*keys, "The same photograph.", by, also=lambda this: follow(keys, by, this))
    put_right(
        replace(typed, summary="A letter."), acting(INVESTIGATOR, law, referral="R2", later=3), over=more.id
    )
    by = as_joiner(SERGEANT, law, 4)
    joining.undo(*keys, "Another face.", by, also=lambda this: follow(keys, by, this))
    assert person() == "P1"


def test_who_a_join_alone_said_goes_with_it_though_the_form_was_saved_between(
    law: Shelf, clock: Clock
) -> None:
    receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    keys, by = ("referrals R2", "register P1"), as_joiner(SERGEANT, law)
    joining.join(*keys, "The same photograph.", by, also=lambda this: follow(keys, by, this))
    newest = models.Referral.objects.filter(ref="R2").latest("id").id
    shown = replace(TOLD, referral=replace(TOLD.referral, person="P1"), summary="A letter.")
    put_right(shown, acting(INVESTIGATOR, law, referral="R2", later=2), over=newest)
    by = as_joiner(SERGEANT, law, 3)
    joining.undo(*keys, "Another face.", by, also=lambda this: follow(keys, by, this))
    assert person() == ""


def test_what_is_recorded_elsewhere_reaches_the_queue_the_same_day(law: Shelf, clock: Clock) -> None:
    """A join is an act about the person, and so is a child recorded at a home: neither names the referral."""
    receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    desk = sits(INVESTIGATOR, "/suspects/R2/")

    def kept() -> facts.Case:
        clock.on(1)
        read(desk, at="/suspects/")
        (book,) = suspect_lists.CASES._books.values()
        return book.rows["R2"]

    assert kept().referral.person == ""
    keys, by = ("referrals R2", "register P1"), as_joiner(SERGEANT, law, 2)
    joining.join(*keys, "The same photograph.", by, also=lambda this: follow(keys, by, this))
    clock.on(1)
    assert kept().referral.person == "P1"
    assert kept().known.registered == {"P1"}
    for number, there in enumerate((True, False)):
        said: dict[str, Any] = {"by": MANAGER, "about": "P1", "on": ON, "law": law, "purpose": "a visit"}
        with act(Power.RECORD_NOTIFICATION, **said, at=NOON + timedelta(minutes=5 + number)) as this:
            home = Address(ref="A9", person_ref="P1", kind="home", postcode="N1 9GU")
            home.children_live_there = there
            this.store(home)
        clock.now = max(clock.now, NOON + timedelta(minutes=5 + number))
        assert bool(kept().known.child_near) is there


def test_what_a_join_says_is_undone_where_it_was_said(law: Shelf, clock: Clock) -> None:
    receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    keys, by = ("referrals R2", "register P1"), as_joiner(SERGEANT, law)
    joining.join(*keys, "The same photograph.", by, also=lambda this: follow(keys, by, this))
    newest = models.Referral.objects.filter(ref="R2").latest("id").id
    with pytest.raises(Refused):
        put_right(TOLD, acting(INVESTIGATOR, law, referral="R2", later=2), over=newest)
    refused("undone in Who is who")


def test_two_suspects_of_one_referral_are_told_of_each(law: Shelf, clock: Clock) -> None:
    receive(TOLD, acting(INVESTIGATOR, law, referral="R2"))
    told = facts.SuspectPerson("", "R2", NOON)
    more = add_suspect(told, NAME, acting(INVESTIGATOR, law, referral="R2", later=1))
    for number, key in enumerate(("referrals R2", f"suspects {more.ref}")):
        keys, by = (key, "register P1"), as_joiner(SERGEANT, law, 2 + number)
        joining.join(*keys, "The same photograph.", by, also=lambda this, k=keys, b=by: follow(k, b, this))
    assert models.SuspectPerson.objects.latest("id").person == person() == "P1"
    assert models.ManagerTold.objects.values("ref").distinct().count() == 2


def test_whoever_does_not_need_to_know_of_the_referral_does_not_see_the_pair(
    law: Shelf, clock: Clock
) -> None:
    theirs = replace(TOLD, referral=replace(TOLD.referral, unit="U2"))
    receive(theirs, acting(OTHER_UNIT, law, referral="R3"))
    clock.on(1)
    pair = "/identity/referrals R3/register P1/"
    assert sits(MANAGER).get(pair).status_code == 403  # of the person's unit, and not of the referral's
    refused("of the unit of the referral")
    assert "referrals R3" not in read(sits(MANAGER), at="/identity/")
    receive(TOLD, acting(INVESTIGATOR, law, referral="R2", later=1))
    clock.on(1)
    holds(read(sits(MANAGER), at="/identity/"), ("referrals R2 and register P1",))
    row = Person.objects.filter(ref="P1").latest("id")
    row.id, row.unit = None, "U2"
    row.save(force_insert=True)
    text = read(sits(INVESTIGATOR, "/suspects/R2/"), "who/", at="/suspects/R2/")
    holds(text, ("Somebody on record of whom you do not need to know", "bits"))
    assert "P1: " not in text
    assert sits(OTHER_UNIT, "/suspects/R2/").get("/suspects/R2/who/").status_code == 403


def test_suspects_that_came_in_a_file_are_taken_in_and_one_without_a_name_is_let_go(
    law: Shelf, clock: Clock
) -> None:
    said = {"family_name": "Quillfeather", "given_names": "Ambrose", "born_on": BORN}
    referral("R2", **said)
    assert newest_records()
    assert note_suspects(law, on=ON, at=NOON) == 1
    assert note_suspects(law, on=ON, at=NOON) == 0
    assert Mention.objects.get().ref == "referrals R2"
    newest = models.Referral.objects.filter(ref="R2").latest("id").id
    bare = ReportedReferral(facts.Referral("", RECEIVED, unit="U1"))
    put_right(bare, acting(INVESTIGATOR, law, referral="R2", later=1), over=newest)
    assert not Mention.objects.as_known(NOON + timedelta(minutes=2)).exists()
