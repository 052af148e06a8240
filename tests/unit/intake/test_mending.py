"""What a cell says, in every hand it is written in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.engine.tables import Column, Kind
from watchkeeper.intake.mending import SYNONYMS, UNCALCULATED, Wrong, plain, reader, tidy
from watchkeeper.intake.tables import TABLES
from watchkeeper.intake.times import MIDNIGHT_SAID, SHORT_YEAR_SAID
from watchkeeper.visits.facts import Outcome

OUTCOMES = tuple(str(outcome) for outcome in Outcome)


def read(kind: Kind, text: str, **column: object) -> object:
    return reader(Column("it", kind, "It.", **column), this_year=2026, said=set())(text)  # type: ignore[arg-type]


@table("""
    written                         | cell                  | day
    --------------------------------|-----------------------|-----------
    as the standard has it          | 2026-03-02            | 2026-03-02
    day first, as in Britain        | 02/03/2026            | 2026-03-02
    without leading noughts         | 2/3/2026              | 2026-03-02
    with a short year               | 2/3/26                | 2026-03-02
    with points                     | 02.03.2026            | 2026-03-02
    with the month's name           | 02-Mar-2026           | 2026-03-02
    with the whole name             | 2nd March 2026        | 2026-03-02
    in capitals and a short year    | 02MAR26               | 2026-03-02
    packed                          | 20260302              | 2026-03-02
    as a spreadsheet counts         | 46083                 | 2026-03-02
    as a spreadsheet counts, point  | 46083.0               | 2026-03-02
    with a time of day              | 02/03/2026 23:59      | 2026-03-02
    an instant late in a summer day | 2026-07-01T23:30:00Z  | 2026-07-02
    a leap day                      | 29/02/2024            | 2024-02-29
    """)
def test_a_day_is_read(cell: str, day: str) -> None:
    assert read(Kind.DAY, f"  {cell} ") == date.fromisoformat(day)


@table("""
    written                     | cell
    ----------------------------|-----------
    the month first             | 03/25/2026
    a day the month has not     | 31/04/2026
    no leap year                | 29/02/2026
    an end that never comes     | 31/12/9999
    a clerk's placeholder       | 01/01/0001
    words                       | last Tuesday
    no month of that name       | 2 Foo 2026
    """)
def test_what_is_no_day_is_wrong_and_says_how_to_write_one(cell: str) -> None:
    wrong = read(Kind.DAY, cell)
    assert isinstance(wrong, Wrong)
    assert "02/03/2026" in wrong.mend


def test_a_short_year_of_a_past_day_is_never_in_the_future() -> None:
    assert read(Kind.DAY, "01/01/27", past=True) == date(1927, 1, 1)
    assert read(Kind.DAY, "01/01/26", past=True) == date(2026, 1, 1)
    assert read(Kind.DAY, "01/01/27") == date(2027, 1, 1)
    assert read(Kind.DAY, "01/01/47") == date(1947, 1, 1)


@table("""
    written                        | cell                      | instant
    -------------------------------|---------------------------|-----------------
    winter, no zone: London        | 2026-01-05 14:30          | 2026-01-05T14:30
    summer, no zone: London        | 2026-07-05 14:30          | 2026-07-05T13:30
    with Z                         | 2026-07-05T14:30:00Z      | 2026-07-05T14:30
    with an offset                 | 2026-07-05T14:30:00+01:00 | 2026-07-05T13:30
    with BST                       | 05/07/2026 14:30 BST      | 2026-07-05T13:30
    day first                      | 5/7/26 14:30              | 2026-07-05T13:30
    an hour of one figure          | 2026-01-05 9:05           | 2026-01-05T09:05
    afternoon                      | 05/01/2026 2:30 PM        | 2026-01-05T14:30
    midnight in twelves            | 05/01/2026 12:10 am       | 2026-01-05T00:10
    a day alone                    | 05/07/2026                | 2026-07-04T23:00
    as a spreadsheet counts        | 46027.604166667           | 2026-01-05T14:30
    the first of the doubled hours | 2026-10-25 01:30          | 2026-10-25T00:30
    with fractions                 | 2026-01-05 14:30:00.000   | 2026-01-05T14:30
    """)
def test_an_instant_is_read_in_utc(cell: str, instant: str) -> None:
    assert read(Kind.INSTANT, cell) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_an_hour_that_is_none_is_wrong() -> None:
    assert isinstance(read(Kind.INSTANT, "2026-01-05 25:10"), Wrong)
    assert isinstance(read(Kind.INSTANT, "05/01/2026 13:10 pm"), Wrong)


@given(st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)), st.integers(-12, 12))  # noqa: DTZ001
@settings(max_examples=100, deadline=None)
def test_an_instant_with_its_zone_comes_back_the_same(local: datetime, hours: int) -> None:
    from datetime import timezone

    instant = local.replace(microsecond=0, tzinfo=timezone(timedelta(hours=hours)))
    assert read(Kind.INSTANT, instant.isoformat()) == instant


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@settings(max_examples=100, deadline=None)
def test_every_hand_names_the_same_day(day: date) -> None:
    hands = {day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%Y%m%d}"}
    assert {read(Kind.DAY, hand) for hand in hands} == {day}


@table("""
    written                | cell             | code
    -----------------------|------------------|----------------
    as it stands           | no reply         | no reply
    in capitals            | NO REPLY         | no reply
    with an underscore     | No_Reply         | no reply
    with a hyphen and room | no -  reply      | no reply
    """)
def test_a_code_is_known_in_any_case(cell: str, code: str) -> None:
    assert read(Kind.CODE, cell, codes=OUTCOMES) == code


@table("""
    written                     | cell    | code
    ----------------------------|---------|----------------
    a first word                | gone    | gone away
    three letters               | ref     | refused
    in capitals                 | CALLED  | called off
    """)
def test_a_code_is_known_by_its_first_letters_and_that_is_said(cell: str, code: str) -> None:
    said: set[str] = set()
    assert reader(Column("it", Kind.CODE, "It.", codes=OUTCOMES), this_year=2026, said=said)(cell) == code
    assert said == {f"in it, {cell.lower()} is read as {code}"}


@pytest.mark.parametrize("cell", ["no", "se", "not seen", "e", "r"])
def test_what_could_be_two_codes_or_is_too_short_is_no_code(cell: str) -> None:
    assert isinstance(read(Kind.CODE, cell, codes=OUTCOMES), Wrong)


@table("""
    written         | column | cell      | code
    ----------------|--------|-----------|----------------
    one letter      | sex    | m         | male
    one in capitals | sex    | F         | female
    as it stands    | sex    | Male      | male
    cut short       | sex    | Fem.      | female
    U for unknown   | sex    | U         | not recorded
    unknown         | sex    | Unknown   | not recorded
    in two words    | sex    | not known | not recorded
    two initials    | level  | VH        | very high
    one initial     | level  | h         | high
    a detective's   | rank   | DCI       | chief inspector
    with a point    | rank   | Sgt.      | sergeant
    """)
def test_a_code_is_known_by_the_words_forces_use(column: str, cell: str, code: str) -> None:
    columns = [c for t in TABLES for c in t.columns if c.name == column]
    assert {reader(c, this_year=2026, said=set())(cell) for c in columns} == {code}


def test_a_sex_that_is_none_of_these_is_wrong() -> None:
    found = [c for t in TABLES for c in t.columns if c.name in ("sex", "officer_sex")]
    assert len(found) > 1
    for sex in found:
        assert isinstance(reader(sex, this_year=2026, said=set())("Q"), Wrong)


def test_every_synonym_stands_for_a_code_and_for_no_other() -> None:
    for name, words in SYNONYMS.items():
        of_name = [c for t in TABLES for c in t.columns if c.name == name]
        assert of_name
        for column in of_name:
            assert set(words.values()) <= set(column.codes)
            assert not set(words) & {plain(code) for code in column.codes}


def test_an_unknown_code_names_the_nearest_and_all() -> None:
    wrong = read(Kind.CODE, "no repply", codes=OUTCOMES)
    assert isinstance(wrong, Wrong)
    assert wrong.mend.startswith("did you mean no reply?")
    assert "gone away" in wrong.mend


@pytest.mark.parametrize("cell", ["yes", "Y", "TRUE", "1", "1.0"])
def test_yes(cell: str) -> None:
    assert read(Kind.YES_NO, cell) is True


@pytest.mark.parametrize("cell", ["no", "N", "false", "0", "0.0"])
def test_no(cell: str) -> None:
    assert read(Kind.YES_NO, cell) is False


def test_neither_is_wrong_and_blank_is_not_recorded() -> None:
    assert isinstance(read(Kind.YES_NO, "perhaps"), Wrong)
    assert read(Kind.YES_NO, "n/a") is None


def test_numbers() -> None:
    assert read(Kind.WHOLE, "1,200") == 1200
    assert read(Kind.WHOLE, "12.0") == 12
    assert isinstance(read(Kind.WHOLE, "-1"), Wrong)
    assert isinstance(read(Kind.WHOLE, "2147483648"), Wrong)
    assert read(Kind.NUMBER, "80%") == pytest.approx(0.8)
    assert isinstance(read(Kind.NUMBER, "nan(1)"), Wrong)


def test_lists_lose_their_gaps() -> None:
    assert read(Kind.LIST, " O1 ; ;O2;") == "O1;O2"


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("cell", ["#REF!", "#n/a", "#DIV/0!", UNCALCULATED])
def test_a_spreadsheets_error_is_wrong_in_every_column(kind: Kind, cell: str) -> None:
    assert isinstance(read(kind, cell, codes=OUTCOMES if kind is Kind.CODE else ()), Wrong)


def test_somebody_called_null_keeps_the_name_and_a_null_reference_is_blank() -> None:
    assert read(Kind.TEXT, "Null") == "Null"
    assert read(Kind.TEXT, "NULL", refers="officers") == ""


def test_a_code_that_reads_like_blank_stays_a_code() -> None:
    assert read(Kind.CODE, "None", codes=("none", "some")) == "none"


def test_needed_and_blank_is_wrong_and_optional_and_blank_is_not() -> None:
    assert isinstance(read(Kind.DAY, "  ", needed=True), Wrong)
    assert read(Kind.DAY, "  ") is None
    assert read(Kind.TEXT, "  ") == ""


def test_what_was_assumed_is_said_once() -> None:
    said: set[str] = set()
    of_instant = reader(Column("at", Kind.INSTANT, "."), this_year=2026, said=said)
    of_text = reader(Column("line", Kind.TEXT, "."), this_year=2026, said=said)
    of_instant("1/2/26")
    of_text("=HYPERLINK(1)")
    assert {MIDNIGHT_SAID, SHORT_YEAR_SAID} < said
    assert any("begins with =" in word for word in said)


def test_accents_come_out_in_one_form() -> None:
    assert tidy("Zoe\u0308  \u200bO\u2019Hara\u00a0") == "Zo\u00eb O\u2019Hara"
