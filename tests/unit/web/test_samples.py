"""Pages of a sample tell nothing of its cases to whoever does not inspect its unit."""

import re
from datetime import timedelta
from http import HTTPStatus
from itertools import count
from typing import Any

import pytest
from django.test import Client

from tests.unit.web.house import NIGHT, House, said
from watchkeeper import today
from watchkeeper.inspection.models import Finding, Sample
from watchkeeper.workforce.facts import Role

DRAW = "/inspection/samples/draw/"

PAGES = (
    "inspection/samples/act-1/",
    "inspection/samples/act-1/results/",
    "inspection/samples/act-1/cases/1/",
    "inspection/samples/act-1/finding/",
    "findings/act-1/",
    "findings/act-1/recommend/",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_duty_inspector_of_another_unit_is_told_of_no_case(house: House, page: str):
    own, other = (
        house.client(Role.DUTY_INSPECTOR, officer=who)
        for who in (house.officers[Role.DUTY_INSPECTOR], house.stranger(Role.DUTY_INSPECTOR))
    )
    refused = other.get(f"/{page}")
    assert (refused.status_code, house.person in said(refused)) == (HTTPStatus.FORBIDDEN, False)
    blind = page.startswith("findings/")  # a case of it waits for a look they could take
    shown = own.get(f"/{page}")
    assert shown.status_code == (HTTPStatus.FORBIDDEN if blind else HTTPStatus.OK)


@pytest.fixture(autouse=True)
def clock(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second goes by from one look at the clock to the next."""
    times = (NIGHT + timedelta(seconds=each) for each in count(1))
    monkeypatch.setattr(today, "now", lambda: next(times))


def pressed_twice(browser: Client, at: str, fields: dict[str, Any]) -> str:
    """What the second press of the button of one form says, where the first led too."""
    first, second = (browser.post(at, fields).headers["Location"] for _ in range(2))
    assert first == second
    return said(browser.get(second))


def drawing(browser: Client, **more: str) -> dict[str, str]:
    """The form as it is shown, filled in."""
    lot = re.search(r'name="lot" value="(\w+)"', said(browser.get(DRAW)))
    on = {"on-day": "20", "on-month": "3", "on-year": "2026"}
    assert lot is not None
    return {"theme": "offenders", "unit": "force", "size": "3", "do": "draw", "lot": lot[1], **on, **more}


def test_draw_and_keep_it_pressed_twice_draws_one_sample(house: House) -> None:
    browser = house.client(Role.INSPECTION)
    before = Sample.objects.count()
    text = pressed_twice(browser, DRAW, drawing(browser))
    assert "kept once: nothing was drawn again" in text
    assert Sample.objects.count() == before + 1
    browser.post(DRAW, drawing(browser))  # another form is another draw: nobody chose its seed
    assert Sample.objects.count() == before + 2
    seeds = {row.seed for row in Sample.objects.all()}
    assert drawing(browser)["lot"] not in seeds


def test_raise_the_finding_pressed_twice_raises_one(house: House) -> None:
    browser, before = house.client(Role.INSPECTION), Finding.objects.count()
    fields = {
        "question": "ask_visit_varied",
        "gravity": "serious",
        "says": "Each on a Tuesday.",
        "owner": house.officers[Role.SENIOR_OFFICER].ref,
        "cases": [house.person],
    }
    text = pressed_twice(browser, "/inspection/samples/act-1/finding/", fields)
    assert "nothing was added: this finding says the same" in text
    assert Finding.objects.count() == before + 1


@pytest.mark.parametrize("page", ["/inspection/", "/inspection/unmanaged/"])
def test_a_page_of_measures_refuses_a_day_to_come_in_the_words_of_the_command(
    house: House, page: str
) -> None:
    answer = house.client(Role.INSPECTION).get(f"{page}?on=2027-01-01")
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    words = (
        "1 January 2027 is still to come, and nobody knows how the force will stand: ask about 20 March 2026"
    )
    assert words in said(answer)
    on = {"on-day": "1", "on-month": "1", "on-year": "2027"}
    browser = house.client(Role.INSPECTION)
    assert words in said(browser.post(DRAW, drawing(browser) | on))


@pytest.mark.parametrize("page", ["/inspection/", "/inspection/unmanaged/"])
def test_a_page_of_measures_tells_of_the_day_in_its_address_and_its_links_keep_to_it(
    house: House, page: str
) -> None:
    browser = house.client(Role.INSPECTION)
    today_, past = said(browser.get(page)), said(browser.get(f"{page}?on=2026-01-31"))
    assert "31 January 2026" in past.partition("<main")[2].partition("<table")[0]
    links = re.findall(r'href="(/inspection/(?:\w+/)?\?[^"]*)"', past)
    assert links
    assert all("on=2026-01-31" in link for link in links)
    assert "on=" not in today_
    assert said(browser.get(page)).partition("<main")[2] == today_.partition("<main")[2]
    months = re.findall(r'<th scope="row"[^>]*>(\d+ \w+ 20\d\d)</th>', past)
    assert not months or months[0] == "31 January 2026"
    before = browser.get(f"{page}?on=2006-04-30")
    assert before.status_code == HTTPStatus.BAD_REQUEST
    assert "ask about 1 May 2006 or later" in said(before)
    assert browser.get(f"{page}?on=2006-05-01").status_code == HTTPStatus.OK


def test_what_counts_without_a_day_has_no_column_of_days(house: House) -> None:
    """Nothing waits where a pattern can be guessed: the column would stand empty."""
    browser = house.client(Role.INSPECTION)
    texts = {name: said(browser.get(f"/inspection/{name}/")) for name in ("guessable", "visits_late")}
    assert all("data-behind" in text for text in texts.values())
    assert {name: "Days since" in text for name, text in texts.items()} == {
        "guessable": False,
        "visits_late": True,
    }


def test_what_policy_says_of_a_sample_is_in_an_officers_words(house: House) -> None:
    browser = house.client(Role.INSPECTION)
    for page in (browser.get(DRAW), browser.post(DRAW, drawing(browser, do="preview"))):
        text = " ".join(re.sub(r"<[^>]+>", " ", said(page)).split())
        assert not re.search(r"strat(?:um|a)\b", text.casefold())
        assert "rounded up. Today: 20%." in text
        assert "where nobody says how many. Today: 40 cases." in text


def test_before_it_is_drawn_a_small_sample_says_that_it_takes_more_and_why(house: House) -> None:
    browser = house.client(Role.INSPECTION)
    assert "2 of each unit and kind are drawn whatever you ask for" in said(browser.get(DRAW))
    small = said(browser.post(DRAW, drawing(browser, size="1", do="preview")))
    takes, of = re.search(r"It would take ([\d,]+) of ([\d,]+) cases", small).groups()  # type: ignore[union-attr]
    assert int(takes) > 1
    assert f"{int(takes) - 1} more than the 1 you asked for." in small
    all_of_it = said(browser.post(DRAW, drawing(browser, size=of, do="preview")))
    assert "you asked for" not in all_of_it
