"""The queue of pairs and the page of one: whom they open to, what a person says, undone, and a new name that rings."""

from datetime import date

import pytest
from django.test import Client

from tests.conftest import NOON, ON
from tests.unit.crimes.images import client
from tests.unit.people.test_joining import HOME, acting, mention
from tests.unit.workforce.officers import ADMINISTRATOR, INSPECTOR, MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, last, unit
from watchkeeper import today
from watchkeeper.alerts.models import Alert
from watchkeeper.alerts.stored import open_to
from watchkeeper.jobs import tasks
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.renamed import raisings_of_new_names
from watchkeeper.jobs.schedule import look_round
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import models, resolving
from watchkeeper.people.actions.joining import leave_open, note_mentions
from watchkeeper.people.facts import Mention
from watchkeeper.web import pace
from watchkeeper.workforce.acts import Acting, Refused
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Managed
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db
STRANGER = Officer("O9", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "U2")
INTELLIGENCE = officer("O7", Rank.CONSTABLE, Role.INTELLIGENCE)
RENAMED = "/identity/crimes 5/register P1/"
TWINS = "/identity/crimes 1/crimes 2/"


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch, law: Shelf) -> None:
    """One of the register, who may have a new name, twins, and an officer of each kind."""
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(pace, "_asked", {})
    monkeypatch.setattr(resolving, "_RESOLVING", resolving.Resolving())
    unit()
    for one in (MANAGER, SERGEANT, INSPECTOR, ADMINISTRATOR, STRANGER, INTELLIGENCE):
        StoredOfficer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )
    born = date(1960, 2, 9)
    models.Person.objects.create(
        ref="P1", family_name="Hill", given_names="Victor", born_on=born, unit="U1", **CARRIED
    )
    models.Address.objects.create(
        ref="A1", person_ref="P1", kind="home", line="4 Low Road", postcode="QA2 1AB", **CARRIED
    )
    Managed.objects.create(ref="MA", person_ref="P1", officer_ref="O1", since=date(2025, 1, 6), **CARRIED)
    home = (("4 Low Road", "QA2 1AB"),)
    note_mentions(
        (
            mention("1", "Ann Price", phones=("06111",)),
            mention("2", "Zoe Price", phones=("06111",)),
            Mention("5", "crimes", "Leo", "Marsh", born_on=born, addresses=home),
        ),
        acting(ADMINISTRATOR, law, -60),
    )


def read(browser: Client, at: str) -> str:
    answer = browser.get(at)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def say(browser: Client, at: str, answer: str, reason: str = "the same tattoo") -> str:
    return browser.post(at, {"answer": answer, "reason": reason}, follow=True).content.decode()


def test_the_queue_puts_a_new_name_of_the_register_first_and_names_nobody() -> None:
    said = read(client(MANAGER), "/identity/")
    assert "1 person on the register may be recorded under a new name" in said
    assert said.index("crimes 5 and register P1") < said.index("crimes 1 and crimes 2")
    for name in ("Marsh", "Hill", "Price"):
        assert name not in said


def test_who_may_not_join_is_refused_at_the_door_and_who_need_not_know_sees_a_count() -> None:
    for at in ("/identity/", RENAMED, TWINS):
        assert client_of(ADMINISTRATOR).get(at).status_code == 403
    stranger = client_of(STRANGER)
    said = read(stranger, "/identity/")
    assert "P1" not in said
    assert "1 more is about somebody you do not need to know about" in said
    answer = stranger.get(RENAMED)
    assert answer.status_code == 403
    assert "Marsh" not in answer.content.decode()
    assert (last().kind.value, last().by, last().about) == ("refused", "O9", "P1")
    assert stranger.post(RENAMED, {"answer": "join", "reason": "why"}).status_code == 403
    assert not models.Pairing.objects.exists()


_CLIENTS: dict[str, Client] = {}


def client_of(by: Officer) -> Client:
    """One browser for each officer in a test."""
    from watchkeeper.accounts.models import Account

    if not Account.objects.filter(login=by.ref.lower()).exists():
        _CLIENTS[by.ref] = client(by)
    return _CLIENTS[by.ref]


def test_records_nobody_has_are_not_found() -> None:
    browser = client(MANAGER)
    for at in ("/identity/crimes 9/register P1/", "/identity/crimes 1/crimes 1/", "/identity/x/y/"):
        assert browser.get(at).status_code == 404


def test_a_pair_stands_side_by_side_with_its_waterfall_and_nothing_of_a_special_category() -> None:
    browser = client(MANAGER)
    said = read(browser, RENAMED)
    assert (last().power, last().about, last().purpose) == (
        "read a person's record",
        "P1",
        "whether two records are of one person",
    )
    for words in ("New name?", "Leo", "Victor", "4 Low Road, QA2 1AB", "9 February 1960", "<svg", "In all"):
        assert words in said
    table = said[said.index("Side by side") : said.index("How the weight comes about")].casefold()
    for ground in ("ethnic", "religion", "nationality", "sexual orientation"):
        assert ground not in table
    read(browser, TWINS)
    assert (last().about, dict(last().facts)["pair"]) == ("", "crimes 1 / crimes 2")


def test_joined_undone_and_kept_apart_by_those_who_may_with_the_history_shown() -> None:
    browser = client(MANAGER)
    said = say(browser, RENAMED, "", "")
    assert "Choose what you say of them" in said
    assert "Say why" in said
    said = say(browser, RENAMED, "join", "known to me by sight")
    assert "they are one person. It can be undone" in said
    assert "What stands: <strong>joined</strong>, by O1" in said
    assert "It is decided. It is undone by a supervisor" in said
    assert "Choose what you say" in say(browser, RENAMED, "undo"), "a manager undoes no join"
    assert "crimes 5 and" not in read(browser, "/identity/")
    sergeant = client(SERGEANT)
    said = say(sergeant, RENAMED, "undo", "another man of that birthday")
    assert "Undone." in said
    assert "Taken back: joined" in said
    assert "known to me by sight" in said, "the history stays"
    assert "crimes 5 and register P1" in read(sergeant, "/identity/")
    said = say(sergeant, RENAMED, "apart", "fingerprints differ")
    assert "they are two people" in said
    assert "crimes 5 and" not in read(sergeant, "/identity/")


def test_not_sure_is_kept_with_its_reason_and_asked_about_still() -> None:
    browser = client(MANAGER)
    said = say(browser, TWINS, "open", "waiting for the photograph")
    assert "nobody can tell yet" in said
    queue = read(browser, "/identity/")
    assert "crimes 1 and crimes 2" in queue
    assert "not sure: O1" in queue
    assert "they are two people" in say(browser, TWINS, "apart", "two birth certificates")
    assert [row.joined for row in models.Pairing.objects.order_by("id")] == [None, False]


def test_leaving_open_needs_the_power_and_a_reason_and_nothing_decided(law: Shelf) -> None:
    for by, reason, words in (
        (ADMINISTRATOR, "why", "needed:"),
        (MANAGER, " ", "a reason is given"),
    ):
        with pytest.raises(Refused, match=words):
            leave_open("crimes 1", "crimes 2", reason, acting(by, law))
        assert last().kind.value == "refused"
    assert not models.Pairing.objects.exists()
    say(client(MANAGER), TWINS, "apart", "seen together")
    with pytest.raises(Refused, match="undo that first"):
        leave_open("crimes 1", "crimes 2", "why", acting(MANAGER, law))


def test_a_new_name_rings_with_the_manager_once_and_names_neither_name(law: Shelf) -> None:
    asked = look_round(law, at=NOON)
    assert asked
    assert any(key.startswith("new names ") for key in Job.objects.values_list("key", flat=True))
    assert tasks.raise_of_new_names.func() == 1
    (alert,) = Alert.objects.all()
    assert (alert.kind, alert.person_ref, alert.officer_ref, alert.unit) == (
        "somebody you manage may have a new name",
        "P1",
        "O1",
        "U1",
    )
    for name in ("Marsh", "Hill", "Leo", "Victor"):
        assert name not in alert.says + alert.page
    rung = [each.raising.kind for each, _ in open_to(MANAGER, law, at=NOON, on=ON)]
    assert rung == ["somebody you manage may have a new name"]
    assert read(client(MANAGER), alert.page)
    assert tasks.raise_of_new_names.func() == 0, "said once"
    note_mentions(
        (Mention("6", "custody", "Max", "Bell", born_on=date(1960, 2, 9), addresses=HOME),), _by(law)
    )
    assert raisings_of_new_names(law, on=ON, at=NOON) == ()


def _by(law: Shelf) -> Acting:
    return acting(ADMINISTRATOR, law, -10)
