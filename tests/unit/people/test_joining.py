"""Joins as acts: refused without power or across a guard, on the trail, and undone without a trace but that."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import ADMINISTRATOR, MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED
from watchkeeper.audit.models import Entry
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import models
from watchkeeper.people.actions.joining import join, join_sure, keep_apart, note_mentions, undo
from watchkeeper.people.facts import Mention
from watchkeeper.people.resolving import Resolving, mentions, pairings, person_of
from watchkeeper.workforce.acts import Acting, Refused
from watchkeeper.workforce.facts import Officer, Power, Rank, Role

pytestmark = pytest.mark.django_db(transaction=True)

SYSTEM = officer("SYS", Rank.CONSTABLE, Role.SYSTEM)
HOME = (("12 Larkmere Road", "QA1 1AB"),)
BORN = date(1971, 9, 1)


def mention(ref: str, name: str, born: date | None = BORN, source: str = "crimes", **more: object) -> Mention:
    given, _, family = name.rpartition(" ")
    return Mention(ref, source, given, family, born_on=born, addresses=HOME, **more)  # type: ignore[arg-type]


def acting(by: Officer, law: Shelf, minutes: int = 0) -> Acting:
    why, at = "to keep the record accurate", NOON + timedelta(minutes=minutes)
    return Acting(by=by, about="", on=ON, law=law, purpose=why, at=at)


@pytest.fixture(autouse=True)
def people(law: Shelf) -> None:
    """One of the register, twins, somebody recorded twice, and somebody under another name."""
    models.Person.objects.create(
        ref="P1", family_name="Hill", given_names="Victor", born_on=date(1960, 2, 9), **CARRIED
    )
    models.Address.objects.create(
        ref="A1", person_ref="P1", kind="home", line="4 Low Road", postcode="QA2 1AB", **CARRIED
    )
    note_mentions(
        (
            mention("1", "Ann Price"),
            mention("2", "Zoe Price"),
            mention("3", "William Hill", phones=("06111",)),
            mention("4", "Bill Hill", phones=("06111",)),
            replace(mention("5", "Leo Marsh", date(1960, 2, 9)), addresses=(("4 Low Road", "QA2 1AB"),)),
        ),
        acting(ADMINISTRATOR, law, -60),
    )


def refused(by: Officer, one: str, other: str, law: Shelf, reason: str = "the same photograph") -> str:
    before = models.Pairing.objects.count()
    with pytest.raises(Refused) as found:
        join(one, other, reason, acting(by, law))
    assert models.Pairing.objects.count() == before
    assert Entry.objects.order_by("-number")[0].kind == "refused"
    return str(found.value)


def test_who_may_not(law: Shelf) -> None:
    assert "needed:" in refused(ADMINISTRATOR, "crimes 3", "crimes 4", law)


def test_everything_missing_is_said_at_once(law: Shelf) -> None:
    said = refused(MANAGER, "crimes 3", "crimes 99", law, reason=" ")
    assert "both are on record" in said
    assert "a reason is given" in said


def test_a_machine_joins_what_the_model_joins(law: Shelf) -> None:
    row = join("crimes 4", "crimes 3", "weighed by the model", acting(SYSTEM, law))
    assert (row.ref, row.joined, row.guard) == ("crimes 3 / crimes 4", True, "")
    assert row.bits > 8
    noted = dict(Entry.objects.order_by("-number")[0].facts)
    assert noted["model"] == row.model
    assert person_of("crimes 4", at=NOON) == person_of("crimes 3", at=NOON) == "crimes 3"


def test_no_machine_joins_twins_and_a_person_may(law: Shelf) -> None:
    assert "twins" in refused(SYSTEM, "crimes 1", "crimes 2", law)
    assert (
        join("crimes 1", "crimes 2", "she changed her name, deed seen", acting(MANAGER, law)).guard == "twins"
    )


def test_a_machine_joins_whoever_it_may_and_chains_no_twins(law: Shelf) -> None:
    """A record with no first name fits both twins: it is joined to one of them at most."""
    note_mentions((mention("8", "Price", phones=("06999",)),), acting(ADMINISTRATOR, law, -30))
    assert join_sure(acting(SYSTEM, law)) >= 1
    assert person_of("crimes 3", at=NOON) == person_of("crimes 4", at=NOON)
    assert person_of("crimes 1", at=NOON) != person_of("crimes 2", at=NOON)
    assert not models.Pairing.objects.filter(one__startswith="register").exists()
    assert join_sure(acting(SYSTEM, law, 1)) == 0, "nothing is left to join"


def test_no_machine_joins_anybody_on_the_register(law: Shelf) -> None:
    twin = Mention(
        "6", "crimes", "Victor", "Hill", born_on=date(1960, 2, 9), addresses=(("4 Low Road", "QA2 1AB"),)
    )
    note_mentions((twin,), acting(ADMINISTRATOR, law, -30))
    assert "neither is on the register" in refused(SYSTEM, "register P1", "crimes 6", law)
    join("register P1", "crimes 6", "known to the manager", acting(MANAGER, law))
    assert person_of("crimes 6", at=NOON) == "register P1"
    assert Entry.objects.order_by("-number")[0].about == "P1"


def test_a_registered_person_under_a_new_name_is_asked_about_first(law: Shelf) -> None:
    questions = Resolving().questions(law=law, on=ON, at=NOON)
    assert questions[0].ref == "crimes 5 / register P1"
    assert questions[0].registered
    guard = questions[0].likely.guard
    assert guard is not None
    assert guard.name == "new name"
    assert "crimes 1 / crimes 2" in {each.ref for each in questions}


def test_a_new_name_is_asked_about_by_a_home_lived_at_before(law: Shelf) -> None:
    """Moved to another district under another name: what they told of where they lived gives them away."""
    moved = replace(
        mention("10", "Leo Marsh", date(1960, 2, 9)),
        addresses=(("9 Far Road", "QB7 1AB"), ("4 Low Road", "QA2 1AB")),
    )
    note_mentions((moved,), acting(ADMINISTRATOR, law, -30))
    asked = {each.ref for each in Resolving().questions(law=law, on=ON, at=NOON)}
    assert "crimes 10 / register P1" in asked


def test_kept_apart_is_not_asked_again_and_is_not_crossed(law: Shelf) -> None:
    keep_apart("crimes 2", "crimes 1", "both were seen together", acting(MANAGER, law))
    asked = {each.ref for each in Resolving().questions(law=law, on=ON, at=NOON)}
    assert "crimes 1 / crimes 2" not in asked
    assert "is kept apart: undo that first" in refused(MANAGER, "crimes 1", "crimes 2", law)
    join("crimes 3", "crimes 1", "she said so", acting(MANAGER, law, 1))
    with pytest.raises(Refused, match="is kept apart"):
        join("crimes 3", "crimes 2", "through another", acting(MANAGER, law, 2))


def test_a_join_undone_leaves_no_trace_but_the_trail(law: Shelf) -> None:
    before = {each.ref for each in Resolving().questions(law=law, on=ON, at=NOON)}
    join("crimes 1", "crimes 2", "thought to be one", acting(SERGEANT, law, 1))
    with pytest.raises(Refused, match="needed:"):
        undo("crimes 1", "crimes 2", "they are twins", acting(MANAGER, law, 2))
    undo("crimes 2", "crimes 1", "they are twins", acting(SERGEANT, law, 3))
    later = NOON + timedelta(minutes=4)
    assert pairings(at=later) == ()
    assert person_of("crimes 2", at=later) == "crimes 2"
    assert {each.ref for each in Resolving().questions(law=law, on=ON, at=later)} == before
    assert person_of("crimes 2", at=NOON + timedelta(minutes=2)) == "crimes 1", "the past stays as it was"
    assert models.Pairing.objects.count() == 2
    done = Entry.objects.filter(kind="done", power__in=(Power.JOIN_RECORDS, Power.UNDO_PAIRING))
    assert [entry.power for entry in done.order_by("number")] == [Power.JOIN_RECORDS, Power.UNDO_PAIRING]
    with pytest.raises(Refused, match="a decision about these two stands"):
        undo("crimes 1", "crimes 2", "again", acting(SERGEANT, law, 5))


def test_one_record_that_arrives_is_weighed_alone_and_as_if_all_were(law: Shelf) -> None:
    """What is asked after records came, changed and went is what a process that begins anew would ask."""
    kept = Resolving()
    kept.questions(law=law, on=ON, at=NOON - timedelta(minutes=50))
    note_mentions(
        (
            mention("7", "Zoe Hill", phones=("06111",)),
            mention("3", "William Hil", None, phones=("06111",)),
            replace(mention("9", "Victor Hill", date(1960, 2, 9)), addresses=()),
        ),
        acting(ADMINISTRATOR, law, -20),
    )
    now = {(each.ref, round(each.likely.bits, 9)) for each in kept.questions(law=law, on=ON, at=NOON)}
    anew = {(each.ref, round(each.likely.bits, 9)) for each in Resolving().questions(law=law, on=ON, at=NOON)}
    assert {ref for ref, _ in now} == {ref for ref, _ in anew}


def test_taking_the_same_records_in_again_changes_nothing(law: Shelf) -> None:
    held = models.Mention.objects.count()
    same = [mentions(at=NOON)[key] for key in ("crimes 1", "crimes 3")]
    assert note_mentions(same, acting(ADMINISTRATOR, law)) == 0
    assert models.Mention.objects.count() == held
