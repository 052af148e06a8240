"""What somebody typed is taken apart as they meant it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.people.rules.typed import Typed, born_because, taken_apart

ON = date(2026, 3, 20)


@table("""
    case                              | typed                   | refs     | born                  | year | postcode | words
    ----------------------------------|-------------------------|----------|-----------------------|------|----------|------
    a name                            | John Smith              |          |                       |      |          | john smith
    a reference                       | P0000123                | P0000123 |                       |      |          |
    a reference in small letters      | p0000123                | P0000123 |                       |      |          |
    figures of a reference            | 0000123                 | 0000123  |                       |      |          |
    a date of birth, as police write  | 14/02/1987              |          | 1987-02-14            |      |          |
    a date that may be either         | 05/06/1971              |          | 1971-06-05 1971-05-06 |      |          |
    day and month alike               | 06/06/1971              |          | 1971-06-06            |      |          |
    month first, plainly              | 02/14/1987              |          | 1987-02-14            |      |          |
    a date with dots                  | 14.2.1987               |          | 1987-02-14            |      |          |
    a date in words                   | 14 February 1987        |          | 1987-02-14            |      |          |
    a date in words with its ending   | 14th Feb 1987           |          | 1987-02-14            |      |          |
    a date as computers write         | 1987-02-14              |          | 1987-02-14 |      |          |
    two figures of the year           | 14/02/87                |          | 1987-02-14            |      |          |
    two figures, this century         | 14/02/07                |          | 2007-02-14            |      |          |
    two figures, today                | 20/03/26                |          | 2026-03-20            |      |          |
    two figures, tomorrow             | 21/03/26                |          | 1926-03-21            |      |          |
    a year alone                      | Smith 1987              |          |                       | 1987 |          | smith
    a postcode                        | E14 9VC                 |          |                       |      | E14 9VC  |
    a postcode run together           | ec2y9kc                 |          |                       |      | EC2Y 9KC |
    the first half of a postcode      | smith NW5               |          |                       |      | NW5      | smith
    a name, a date and a postcode     | Smith 14/02/1987 E1 4MO |          | 1987-02-14            |      | E1 4MO   | smith
    no such day                       | 31/02/1987              |          |                       | 1987 |          | 31 02
    nothing                           |                         |          |                       |      |          |
    """)
def test_what_was_typed_is_taken_apart(
    typed: str, refs: str, born: str, year: str, postcode: str, words: str
) -> None:
    found = taken_apart(typed, on=ON)
    assert found.refs == tuple(refs.split())
    assert [each.isoformat() for each in found.born] == born.split()
    assert found.year == (int(year) if year else None)
    assert found.postcode == postcode
    assert found.words == tuple(words.split())
    assert found.anything == bool(typed)


@table("""
    case                       | typed       | first
    ---------------------------|-------------|------
    a comma after a name       | Smith, John | yes
    no comma                   | Smith John  | no
    a comma after nothing      | , John      | no
    """)
def test_a_comma_says_the_family_name_stands_first(typed: str, first: str) -> None:
    assert taken_apart(typed, on=ON).family_first == (first == "yes")


@table("""
    case                      | typed      | held       | place | says
    --------------------------|------------|------------|-------|-----
    the same day              | 05/06/1971 | 1971-06-05 | 0     | born on 5 June 1971
    day and month turned      | 05/06/1971 | 1971-05-06 | 1     | born on 6 May 1971: day and month change places
    the year                  | 1971       | 1971-12-31 | 0     | born in 1971
    another day               | 05/06/1971 | 1971-06-06 |       |
    another year              | 1971       | 1972-01-01 |       |
    nobody recorded a day     | 05/06/1971 |            |       |
    """)
def test_how_near_a_date_of_birth_is(typed: str, held: str, place: str, says: str) -> None:
    found = born_because(date.fromisoformat(held) if held else None, taken_apart(typed, on=ON))
    assert found == ((int(place), says) if says else None)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_taken_apart_without_a_fault(text: str) -> None:
    found = taken_apart(text, on=ON)
    assert isinstance(found, Typed)
    assert all(day <= ON for day in found.born)
