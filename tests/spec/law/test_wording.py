"""Dates and counts as an officer reads them aloud."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law.wording import a, day, days, every, months, names


@table("""
    case              | day        | words
    ------------------|------------|-----------------
    no leading nought | 2026-03-02 | 2 March 2026
    first month       | 2026-01-31 | 31 January 2026
    last month        | 2024-12-01 | 1 December 2024
    """)
def test_a_date_in_words(day: str, words: str) -> None:
    from watchkeeper.law.wording import day as spoken

    assert spoken(date.fromisoformat(day)) == words


@table("""
    case      | count | words
    ----------|-------|-----------
    none      | 0     | 0 days
    one       | 1     | 1 day
    two       | 2     | 2 days
    thousands | 3285  | 3,285 days
    """)
def test_a_number_of_days(count: str, words: str) -> None:
    assert days(int(count)) == words


@table("""
    case | count | length    | often
    -----|-------|-----------|---------------
    one  | 1     | 1 month   | every month
    two  | 2     | 2 months  | every 2 months
    many | 30    | 30 months | every 30 months
    """)
def test_a_number_of_months_and_how_often(count: str, length: str, often: str) -> None:
    assert (months(int(count)), every(int(count))) == (length, often)


@table("""
    case  | items | words
    ------|-------|------------
    none  |       |
    one   | a     | a
    two   | a b   | a and b
    three | a b c | a, b and c
    """)
def test_a_list_as_it_is_spoken(items: str, words: str) -> None:
    assert names(items.split()) == words


@table("""
    case        | noun            | spoken
    ------------|-----------------|------------------
    a consonant | constable       | a constable
    a vowel     | inspector       | an inspector
    a capital   | Inspector       | an Inspector
    two words   | chief inspector | a chief inspector
    """)
def test_a_noun_takes_the_article_it_is_spoken_with(noun: str, spoken: str) -> None:
    assert a(noun) == spoken


@given(st.dates())
def test_a_date_in_words_keeps_day_and_year(value: date) -> None:
    number, month, year = day(value).split()
    assert (int(number), int(year)) == (value.day, value.year)
    assert month.istitle()
