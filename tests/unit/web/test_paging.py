"""A long list comes in pages: every row is on one of them, and the hand-over page shows no more than one."""

import re

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from tests.unit.crimes.images import LONG_AGO, SERGEANT, client, enter
from tests.unit.workforce.records import CARRIED
from watchkeeper.web.paging import A_PAGE, paged
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Role


@table("""
    which page is asked for         | rows | asked    | at | last | before | after
    none, and nothing is there      | 0    |          | 1  | 1    |        |
    none                            | 41   |          | 1  | 3    |        | 2
    the second                      | 41   | 2        | 2  | 3    | 1      | 3
    the last, with one row          | 41   | 3        | 3  | 3    | 2      |
    one more than there is          | 41   | 4        | 3  | 3    | 2      |
    nought                          | 41   | 0        | 1  | 3    |        | 2
    as many as a page holds         | 20   | 2        | 1  | 1    |        |
    one more than a page holds      | 21   | 2        | 2  | 2    | 1      |
    no number                       | 41   | second   | 1  | 3    |        | 2
    less than nought                | 41   | -1       | 1  | 3    |        | 2
    a number in other signs         | 41   | ٢        | 1  | 3    |        | 2
    a number longer than any        | 41   | 99999999 | 1  | 3    |        | 2
""")
def test_a_page_is_one_there_is(rows: str, asked: str, at: str, last: str, before: str, after: str) -> None:
    found = paged(range(int(rows)), QueryDict(f"unit=NW&page={asked}"), place="here")
    assert (found.at, found.last, found.many) == (int(at), int(last), int(rows))
    ways = {way: to["href"] for way, to in found.ways.items()}
    wanted = {"previous": before, "next": after}
    assert ways == {way: f"?unit=NW&page={to}#here" for way, to in wanted.items() if to}


@given(st.integers(0, 300), st.integers(1, 40))
def test_every_row_is_on_one_page_and_in_its_order(many: int, each: int) -> None:
    last = paged(range(many), QueryDict(""), each=each).last
    pages = [paged(range(many), QueryDict(f"page={at}"), each=each).rows for at in range(1, last + 1)]
    assert [row for page in pages for row in page] == list(range(many))
    assert all(len(page) <= each for page in pages)


@pytest.mark.django_db(transaction=True)
def test_a_hand_over_page_of_many_managers_shows_one_page_and_finds_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enter(monkeypatch)
    for number in range(A_PAGE + 5):
        workforce.Officer.objects.create(
            ref=f"M{number:03}",
            rank="constable",
            role=Role.OFFENDER_MANAGER.value,
            unit="U1",
            since=LONG_AGO,
            **CARRIED,
        )
    browser = client(SERGEANT)
    told = re.compile(r'data-label="Officer">(\w+)')
    first = browser.get("/hand-over/").content.decode()
    second = browser.get("/hand-over/?page=2").content.decode()
    assert len(told.findall(first)) == A_PAGE
    assert {*told.findall(first), *told.findall(second)} == {"S1", *(f"M{n:03}" for n in range(A_PAGE + 5))}
    assert "Who holds what (26)" in first
    assert "Page 1 of 2." in first
    found = browser.get("/hand-over/?ref=m007").content.decode()
    assert told.findall(found) == ["M007"]
    assert 'value="M007"' in found
    assert told.findall(browser.get("/hand-over/?ref=nobody").content.decode()) == []
