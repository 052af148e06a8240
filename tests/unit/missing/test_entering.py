"""What an officer meets at the forms of the missing: each fault at its field, nothing saved without a word."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.http import QueryDict
from django.test import Client

from tests.conftest import NOON, ON
from tests.unit.missing.desk import Clock, Fields, day, enter, holds, minute, read, said, send, sits
from tests.unit.missing.scene import COORDINATOR, INVESTIGATOR, OTHER_UNIT, REPORTED, acting
from tests.unit.workforce.officers import SERGEANT
from tests.unit.workforce.records import CARRIED, last
from watchkeeper.audit.standing import as_written
from watchkeeper.law.decision import Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import models
from watchkeeper.missing.actions.flagging import review_flag, set_flag
from watchkeeper.missing.facts import FlagKind
from watchkeeper.web.entered import KEPT
from watchkeeper.web.refused_at import FIELDS, by_field
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db
REPORT = "/missing/report/"
ANN: Fields = {"given": "Ann", "family": "Example"}
WATCHKEEPER = Path(__file__).resolve().parents[3] / "watchkeeper"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return enter(monkeypatch)


def sent(browser: Client, *fields: Fields) -> str:
    return send(browser, "", minute("reported"), *fields, at=REPORT)


def problems(browser: Client, path: str, *fields: Fields) -> dict[str, str]:
    """The problems a form comes back with, by their field."""
    data: Fields = {}
    for some in fields:
        data |= some
    browser.post(path, data)
    return {each["name"]: each["text"] for each in browser.session[KEPT]["problems"]}


def child_of(unit: str, ref: str) -> None:
    who = {"family_name": "Example", "given_names": "Ann", "born_on": date(2012, 1, 2)}
    models.MissingPerson.objects.create(ref=ref, **who, **CARRIED)
    row = {"reported_at": NOON - timedelta(days=30), "unit": unit, "missing_ref": ref}
    models.Episode.objects.create(ref=f"E-{ref}", **row, **CARRIED)
    models.Found.objects.create(
        ref=f"F-{ref}", episode_ref=f"E-{ref}", at=NOON - timedelta(days=29), **CARRIED
    )


def test_each_thing_a_report_is_refused_for_stands_at_its_own_field() -> None:
    browser = sits(INVESTIGATOR)
    hour = timedelta(hours=1)
    wrong: Fields = {**ANN, "ref": "E1", **minute("reported", NOON + hour), **minute("seen", NOON + 2 * hour)}
    found = problems(browser, REPORT, wrong)
    assert set(found) == {"ref", "reported", "seen"}
    assert "the reference is free" in found["ref"]
    text = said(browser.get(REPORT))
    holds(
        text,
        ['href="#ref"', 'href="#reported"', 'href="#seen"', 'id="ref-error"', 'id="reported-group-error"'],
    )
    long = problems(
        browser, REPORT, {**ANN, **minute("reported", NOON), "ref": "E9" * 31, "known": "M9" * 31}
    )
    assert set(long) == {"ref", "known"}
    assert all("No reference is so long" in says for says in long.values())


def test_each_thing_a_flag_is_refused_for_stands_at_its_own_field() -> None:
    browser = sits(SERGEANT)
    told: Fields = {"kind": "trafficking", "owner": "NOBODY", "reason": "Two phones."}
    found = problems(browser, "/missing/E1/flag/", told, day("review", date(2027, 3, 1)))
    assert set(found) == {"owner", "review"}


def test_where_a_form_has_no_field_for_it_the_whole_answer_is_kept() -> None:
    found = problems(sits(INVESTIGATOR), "/missing/E1/interview/", minute("at"), {"note": "Spoke."})
    assert "they are found" in found["at"]


def test_what_a_box_nobody_ticked_is_refused_for_stands_at_the_box() -> None:
    """A browser sends nothing of it: the form says that it has one."""
    reasons = [Reason(False, says, "x") for says in ("the person is on record", "the time has come")]
    sent_so = QueryDict("verdict=yes&offered=verdict&offered=known")
    assert by_field(sent_so, reasons, "verdict") == {"known": reasons[:1], "verdict": reasons[1:]}
    assert 'name="offered" value="kind"' in said(sits(SERGEANT).get("/missing/E1/flag/"))


def test_each_reason_with_a_field_is_one_that_some_rule_gives() -> None:
    source = "\n".join(path.read_text() for path in WATCHKEEPER.rglob("*.py") if path.name != "refused_at.py")
    assert [says for says in FIELDS if says not in source] == []


def test_a_child_missing_already_is_saved_and_the_first_episode_stands_on_top() -> None:
    browser = sits(INVESTIGATOR)
    text = sent(browser, {"known": "m1"})
    second = models.Episode.objects.latest("id")
    assert second.missing_ref == "M1"
    holds(text, ["Saved, and rung.", "They are missing in an earlier episode already", 'href="/missing/E1/"'])
    assert dict(last().facts)  # the look at the page
    holds(read(browser), ["They were reported missing again since", f'href="/missing/{second.ref}/"'])
    models.Found.objects.create(ref="F1", episode_ref="E1", at=REPORTED, **CARRIED)
    assert "in an earlier episode already" not in read(browser, at=f"/missing/{second.ref}/")


def test_a_child_of_another_unit_is_counted_and_not_shown() -> None:
    child_of("U2", "M8")
    text = sent(sits(INVESTIGATOR), ANN)
    assert "M8" not in text
    assert "2 January 2012" not in text
    holds(text, ["Saved, and rung.", "1 person near this name went missing elsewhere", "ask a coordinator"])
    child_of("U1", "M7")
    text = sent(sits(INVESTIGATOR), ANN)
    holds(text, ["say whether it is them", "Ann Example, M7", "1 person near this name"])
    assert "M8" not in text
    noted = dict(last().facts)
    assert (noted["near the name told"], noted["near it, and not shown"]) == (
        "2",
        "1",
    )  # the one just reported, and M7
    holds(sent(sits(OTHER_UNIT), ANN), ["Ann Example, M8"])
    holds(sent(sits(COORDINATOR), ANN), ["Ann Example, M7", "Ann Example, M8"])


def test_a_flag_that_holds_is_looked_at_again_and_not_set_twice(law: Shelf) -> None:
    row = set_flag(FlagKind.CRIMINAL, "O2", None, "Two phones.", acting(SERGEANT, law))
    with pytest.raises(Refused, match="look at that one again"):
        set_flag(FlagKind.CRIMINAL, "O2", None, "Two phones.", acting(SERGEANT, law, later=1))
    set_flag(FlagKind.SEXUAL, "O2", None, "A gift.", acting(SERGEANT, law, later=2))
    review_flag(row.ref, "O2", None, "Explained.", acting(SERGEANT, law, later=3), holds=False)
    set_flag(FlagKind.CRIMINAL, "O2", None, "A third phone.", acting(SERGEANT, law, later=4))
    assert models.Flag.objects.filter(kind=FlagKind.CRIMINAL, until=None).count() == 2


def test_a_postcode_that_does_not_exist_is_saved_and_doubted() -> None:
    browser = sits(INVESTIGATOR)
    text = sent(browser, ANN, {"postcode": "N1 9GUX", "lives": "ZZ99 9ZZ"})
    holds(text, ["Saved as typed: N1 9GUX is not a whole postcode.", "ZZ99 9ZZ is not in the directory"])
    turned_up: Fields = {"kind": "phone", "value": "07700 900123", "postcode": "N1 9XXX"}
    text = send(browser, "seen/", minute("at"), turned_up)
    holds(text, ["Saved as typed: N1 9XXX is not a whole postcode."])
    assert "Saved as typed" not in sent(browser, {"given": "Bo"}, {"postcode": "N1 9GU"})


def test_a_reference_is_found_in_whatever_case_it_is_typed() -> None:
    browser = sits(COORDINATOR)
    answer = browser.get("/missing/e1/grade/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/missing/E1/grade/")
    assert browser.get("/missing/child/m1/").headers["Location"] == "/missing/child/M1/"
    assert browser.get("/missing/e9/").status_code == 404
    assert browser.post("/missing/e1/grade/").status_code == 404
    models.MissingPerson.objects.create(ref="m2", **CARRIED)
    models.MissingPerson.objects.create(ref="M2", **CARRIED)
    written = [as_written(models.MissingPerson, ref, known_at=NOON) for ref in ("m1", "M2", "m2", "M3", "")]
    assert written == ["M1", "M2", "m2", "M3", ""]


@pytest.mark.parametrize("field", ["known", "given", "family"])
def test_what_is_longer_than_any_name_is_answered_as_any_other(field: str) -> None:
    browser = sits(INVESTIGATOR)
    answer = browser.post(REPORT, {"given": "", "family": "", field: "x" * 60_000})
    assert answer.status_code < 400


def test_no_number_of_ours_stands_in_for_the_words_of_an_officer(law: Shelf) -> None:
    row = set_flag(FlagKind.CRIMINAL, "O2", ON, "Two phones.", acting(SERGEANT, law))
    text = read(sits(SERGEANT))
    holds(text, ["Child criminal exploitation", "Two phones."])
    assert f">{row.ref}<" not in text
