"""A report is taken through its page: saved with whatever is known, of somebody new or on record, and filled in."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from tests.conftest import NOON
from tests.unit.missing.desk import Clock, Fields, day, enter, holds, marks, minute, read, said, send, sits
from tests.unit.missing.scene import COORDINATOR, INVESTIGATOR, acting
from tests.unit.workforce.officers import ADMINISTRATOR, SERGEANT
from tests.unit.workforce.records import CARRIED, last
from watchkeeper.alerts.models import Alert
from watchkeeper.audit.actions import check
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import models
from watchkeeper.missing.actions.reporting import PAGES_BESIDE, Reported, complete_report
from watchkeeper.missing.facts import Episode, MissingPerson
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db
REPORT = "/missing/report/"
ANN: Fields = {"given": "Ann", "family": "Example"}
TOLD = Reported(Episode("", "M1", NOON, "U1"), MissingPerson("M1", date(2011, 5, 1)), given_names="Ann")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return enter(monkeypatch)


def on_record(ref: str = "M7", **has: object) -> None:
    row = {"family_name": "Example", "given_names": "Ann", "born_on": date(2012, 1, 2)} | has
    models.MissingPerson.objects.create(ref=ref, **row, **CARRIED)


def sent(browser: Client, *fields: Fields, at: Fields | None = None) -> str:
    return send(browser, "", minute("reported") if at is None else at, *fields, at=REPORT)


def newest() -> models.Episode:
    return models.Episode.objects.latest("id")


def test_a_blank_form_makes_no_episode_and_asks_for_who_or_a_description() -> None:
    browser = sits(INVESTIGATOR)
    text = sent(browser)
    holds(text, ["Enter a name or a reference, or say in words who is missing", "There is a problem"])
    assert models.Episode.objects.count() == 1
    text = sent(browser, {"circumstances": "A boy of about ten, seen crying at the bus stop."})
    holds(text, ["Saved, and rung.", "Nobody recorded (", "name, date of birth", "A boy of about ten"])


def test_what_is_known_is_saved_what_is_not_stands_loud_and_the_clocks_run(clock: Clock) -> None:
    browser = sits(INVESTIGATOR)
    told: Fields = {
        "care": "children's home",
        "medicine": "yes",
        "postcode": " n1  9gu",
        "reporter": "A carer",
    }
    text = sent(browser, ANN, told, at=minute("reported", NOON - timedelta(hours=2)))
    holds(text, ["Missing for 2 hours", "Ann Example", "N1 9GU", "Grade of a missing episode", "Fill it in"])
    loud = text[text.index("Nobody recorded (") :][:600]
    holds(loud, ["date of birth", "learning disability", "how the informant is reached", "the carer's form"])
    assert "medicine they need" not in loud
    alert = Alert.objects.get()
    assert (alert.kind, alert.unit, alert.person_ref) == ("somebody reported missing", "U1", "")
    assert "Example" not in alert.says
    assert last().about == newest().ref  # looked at, at once, without being asked why
    assert check().holds


def test_everything_typed_is_kept_when_something_cannot_be_read() -> None:
    browser = sits(INVESTIGATOR)
    wrong: Fields = {"born-day": "31", "born-month": "2", "born-year": "2012", "seen-time": "07:10"}
    text = sent(browser, ANN, wrong, {"circumstances": "Left by the back door."}, at=minute("reported"))
    holds(text, ["Enter a real date", "Left by the back door.", 'value="Ann"', 'value="31"'])
    assert "seen-time" in text
    late = minute("reported", NOON + timedelta(hours=2))
    assert "it was reported before now" in sent(browser, ANN, at=late)
    assert "Enter a date of birth that somebody alive can have" in sent(
        browser, ANN, day("born", date(1800, 1, 1))
    )
    after = minute("seen", NOON) | minute("reported", NOON - timedelta(hours=1))
    assert "they were last seen before the report" in sent(browser, ANN, after)
    assert models.Episode.objects.count() == 1


def test_a_name_like_one_on_record_is_asked_about_and_its_history_counts() -> None:
    on_record()
    on_record("M8", born_on=None)
    on_record("M9", given_names="Zoe", family_name="Other")
    browser = sits(INVESTIGATOR)
    text = sent(browser, ANN, day("born", date(2012, 1, 2)), {"authority": "Camden", "ref": "E77"})
    holds(text, ["say whether it is them", "Ann Example, M7", "born 2 January 2012", "Ann Example, M8"])
    assert "M9" not in text
    assert text.index("M7") < text.index("M8")
    assert models.Episode.objects.count() == 1
    assert (dict(last().facts)["near the name told"], last().about) == ("2", ""), "of nobody, episode or not"
    sent(browser, ANN, day("born", date(2012, 1, 2)), {"authority": "Camden", "who": "M7"})
    assert newest().missing_ref == "M7"
    who = models.MissingPerson.objects.filter(ref="M7").latest("id")
    assert (who.authority, who.born_on) == ("Camden", date(2012, 1, 2))
    sent(browser, ANN, {"who": "none"})
    assert newest().missing_ref not in ("M7", "M8")


def test_a_reference_on_record_is_taken_and_one_that_is_not_is_asked_again() -> None:
    on_record(disabled=True, care="with family")
    browser = sits(INVESTIGATOR)
    holds(sent(browser, {"known": "M404"}), ["Nobody who goes missing is on record", 'value="M404"'])
    sent(browser, {"known": "M7", "care": "foster care", "given": "Annie"})
    assert newest().missing_ref == "M7"
    who = models.MissingPerson.objects.filter(ref="M7").latest("id")
    assert (who.care, who.disabled, who.given_names) == (
        "foster care",
        True,
        "Ann",
    )  # a blank takes nothing away
    sent(browser, {"known": "M7", "ref": "E1"})
    assert "the reference is free" in sent(browser, {"known": "M7", "ref": "E1"})


def test_who_may_not_take_a_report_is_told_which_power_it_takes() -> None:
    answer = sits(ADMINISTRATOR).post(REPORT, {})
    assert answer.status_code == 403
    assert "take a report of somebody missing" in said(answer)


def test_the_report_is_filled_in_and_nobody_writes_over_what_another_saved(clock: Clock) -> None:
    browser, other = sits(INVESTIGATOR), sits(SERGEANT)
    opened = marks(read(browser, "report/"))
    stands: Fields = {"family": "", "authority": "Islington", "care": "with family", "unit": "U1"}
    born = day("born", date(2011, 5, 1))
    no: Fields = {"medicine": "no", "self_harm": "no", "weather": "no"}
    clock.on(1)
    seen = minute("seen", NOON - timedelta(hours=8))
    text = send(other, "report/", opened, stands, born, no, seen, {"given": "Ann", "reporter": "A teacher"})
    holds(text, ["What it said before is kept", "Ann", "A teacher"])
    clock.on(1)
    text = send(browser, "report/", opened, stands, born, no, {"given": "Anna", "learning": "no"})
    holds(text, ["Somebody changed this while you wrote", "What stands now", "Ann", 'value="Anna"'])
    text = send(
        browser,
        "report/",
        marks(text),
        stands,
        born,
        no,
        seen,
        {"given": "Anna", "learning": "no", "reporter": "A teacher"},
    )
    row, who = newest(), models.MissingPerson.objects.latest("id")
    assert (who.given_names, who.learning_disabled, who.authority) == ("Anna", False, "Islington")
    assert (row.reporter, row.last_seen_at) == ("A teacher", NOON - timedelta(hours=8))


def test_what_another_filled_in_is_kept_where_the_officer_left_it_alone(clock: Clock) -> None:
    browser, other = sits(INVESTIGATOR), sits(SERGEANT)
    opened = marks(read(browser, "report/"))
    stands: Fields = {"authority": "Islington", "care": "with family", "unit": "U1"}
    no: Fields = {"medicine": "no", "self_harm": "no", "weather": "no"}
    born = day("born", date(2011, 5, 1))
    clock.on(1)
    send(
        other, "report/", opened, stands, no, day("born", date(2013, 6, 7)), minute("seen"), at="/missing/E1/"
    )
    assert (
        "they were last seen before the report" in read(other, "report/")
        or models.Episode.objects.count() == 1
    )
    send(other, "report/", opened, stands, no, day("born", date(2013, 6, 7)))
    clock.on(1)
    send(browser, "report/", opened, stands, no, born, {"reporter": "A teacher"})
    who = models.MissingPerson.objects.latest("id")
    assert who.born_on == date(2013, 6, 7)
    assert newest().reporter == "A teacher"


def test_nothing_changed_is_refused_and_nothing_else_is_stored_again(law: Shelf) -> None:
    complete_report(TOLD, acting(INVESTIGATOR, law))
    rows = models.Episode.objects.count(), models.MissingPerson.objects.count()
    with pytest.raises(Refused, match="something was changed"):
        complete_report(TOLD, acting(COORDINATOR, law, later=1))
    assert (models.Episode.objects.count(), models.MissingPerson.objects.count()) == rows


def test_whatever_stands_beside_episodes_in_addresses_is_no_reference_of_one():
    """Every page under missing/ that is named by a word, by the tables of addresses: no list is kept by memory."""
    under = {
        route.removeprefix("missing/") for route in routes("", get_resolver()) if route.startswith("missing/")
    }
    first = {rest.split("/")[0] for rest in under}
    assert {word for word in first if word and not word.startswith("<")} == PAGES_BESIDE


def routes(before: str, tables: URLResolver) -> Iterator[str]:
    for each in tables.url_patterns:
        here = f"{before}{each.pattern}"
        yield from routes(here, each) if isinstance(each, URLResolver) else (here,)
