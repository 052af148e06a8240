"""Which column a heading means, and whether a row says anything new."""

from datetime import timedelta

import pytest

from tests.conftest import NOON
from watchkeeper.intake.checking import ORDERED, WITHOUT
from watchkeeper.intake.format import page
from watchkeeper.intake.headings import columns, known, match, score
from watchkeeper.intake.rejects import shown
from watchkeeper.intake.tables import BY_NAME, TABLES
from watchkeeper.intake.versions import News, Version, known_from, news

PEOPLE = BY_NAME["people"]


def test_headings_are_found_in_any_dress_and_order() -> None:
    found = match(["DOB", " Surname ", "FORENAMES", "Ref.", "Safety_Marker", "onlicence"], PEOPLE)
    assert found.at == {
        "born_on": 0,
        "family_name": 1,
        "given_names": 2,
        "ref": 3,
        "safety_marker": 4,
        "on_licence": 5,
    }
    assert "column DOB is read as born_on" in found.notes
    assert "column sex is not in the file and is taken as blank" in found.notes


def test_an_unknown_heading_is_said_with_the_column_it_resembles() -> None:
    notes = match(["ref", "family_nmae", "shoe size"], PEOPLE).notes
    assert "column family_nmae is not known and not read; did you mean family_name?" in notes
    assert "column shoe size is not known and not read" in notes


def test_a_column_that_stands_twice_is_a_fault_and_two_names_for_one_are_not() -> None:
    assert match(["ref", "sex", "SEX"], PEOPLE).fault
    twice = match(["gender", "ref", "sex"], PEOPLE)
    assert not twice.fault
    assert twice.at["sex"] == 2
    assert "column gender is not read: sex is there already" in twice.notes


def test_needed_columns_that_are_missing_are_named() -> None:
    assert [column.name for column in match(["ref", "outcome"], BY_NAME["visits"]).missing] == [
        "person_ref",
        "at",
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_reads_its_own_headings_as_themselves(table: object) -> None:
    names = [column.name for column in columns(table)]  # type: ignore[arg-type]
    assert match(names, table).at == {name: i for i, name in enumerate(names)}  # type: ignore[arg-type]
    assert score(names, table) == len(names)  # type: ignore[arg-type]
    assert set(known(table).values()) == set(names)  # type: ignore[arg-type]


def test_words_are_not_headings() -> None:
    assert score(["Extract of the register", ""], PEOPLE) == 0


HOUR = timedelta(hours=1)
OLD = Version(("low",), NOON - 4 * HOUR, NOON - 4 * HOUR)
NEW = Version(("high",), NOON - 2 * HOUR, NOON - 2 * HOUR)


@pytest.mark.parametrize(
    ("content", "hours_ago", "frozen_hours_ago", "expected"),
    [
        ("high", None, None, News.UNCHANGED),  # what stands
        ("low", None, None, News.NEW),  # changed back
        ("low", 4, None, News.UNCHANGED),  # the older version, loaded again
        ("low", 3, None, News.UNCHANGED),  # what stood then
        ("medium", 3, None, News.NEW),  # history, known from then
        ("low", 1, None, News.NEW),
        ("medium", 3, 2.5, News.OVERTAKEN),  # too late to be known before it was corrected
        ("medium", 1, 0.5, News.NEW),  # too late for the brief, not for now
    ],
)
def test_what_a_row_adds_to_two_versions(
    content: str, hours_ago: float | None, frozen_hours_ago: float | None, expected: News
) -> None:
    recorded = None if hours_ago is None else NOON - hours_ago * HOUR
    frozen = None if frozen_hours_ago is None else NOON - frozen_hours_ago * HOUR
    assert news((content,), recorded, [OLD, NEW], now=NOON, frozen_until=frozen) is expected


def test_known_from_at_the_edge_of_a_frozen_brief() -> None:
    frozen = NOON - HOUR
    second = timedelta(seconds=1)
    assert known_from(frozen - second, now=NOON, frozen_until=frozen) == NOON
    assert known_from(frozen, now=NOON, frozen_until=frozen) == NOON
    assert known_from(frozen + second, now=NOON, frozen_until=frozen) == frozen + second
    assert known_from(None, now=NOON, frozen_until=None) == NOON


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_rejected_value_is_never_a_formula(value: str) -> None:
    assert shown(value) == f"'{value}"


def test_the_page_names_every_column_and_code() -> None:
    text = page()
    for table in TABLES:
        assert f"### {table.name}\n" in text
        for column in table.columns:
            assert f"| `{column.name}` |" in text
            assert all(f"`{code}`" in text for code in column.codes)
    assert "`m` (male)" in text
    assert WITHOUT in text
    assert all(f"`{first}`, `{second}`" in text for first, second in ORDERED)
