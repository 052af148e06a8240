"""Which names a search brings together, how near, and which it must keep apart."""

from datetime import date
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law.shelf import Shelf, load
from watchkeeper.people.facts import LIKENESSES
from watchkeeper.people.rules.names import Match, limits, match, named, near, words

ON = date(2026, 3, 20)
LAW = load()


def held_to(asked: str, given_names: str, family: str, law: Shelf = LAW) -> Match | None:
    nearness = partial(near, at=limits(law, on=ON))
    return match(words(asked), named(given_names, family), nearness, family_first="," in asked)


@table("""
    case                                | typed              | given         | family        | because
    ------------------------------------|--------------------|---------------|---------------|--------
    the name itself                     | John Smith         | John          | Smith         |
    family name alone                   | smith              | John          | Smith         |
    given name alone                    | JOHN               | John          | Smith         |
    family name first, with a comma     | Smith, John        | John          | Smith         |
    family and given the other way      | Smith John         | John          | Smith         | other way round
    a middle name left out              | John Smith         | John Paul     | Smith         |
    the middle name used                | Paul Smith         | John Paul     | Smith         |
    the initial                         | J Smith            | John          | Smith         | the initial
    the beginning of the name           | hamil              | Aisha         | Hamilton      | begins the name
    accents                             | Garcia             | José          | García        |
    a letter English lacks              | Lukasz             | Łukasz        | Nowak         |
    an apostrophe left out              | obrien             | Ann           | O'Brien       |
    a curly apostrophe                  | O\u2019Brien       | Ann           | O'Brien       |
    a space for the apostrophe          | O Brien            | Ann           | O'Brien       |
    Mc for Mac                          | McDonald           | Ewan          | MacDonald     | written another way
    Mac for Mc                          | MacKenzie          | Ewan          | McKenzie      | written another way
    Mac with a space                    | Mac Donald         | Ewan          | McDonald      | written another way
    double-barrelled, in full           | Smith-Jones        | Ann           | Smith-Jones   |
    double-barrelled, with a space      | Smith Jones        | Ann           | Smith-Jones   |
    double-barrelled, joined            | smithjones         | Ann           | Smith-Jones   |
    double-barrelled, the second half   | Jones              | Ann           | Smith-Jones   |
    double-barrelled, turned            | Jones-Smith        | Ann           | Smith-Jones   |
    two given names joined              | Anne-Marie         | Anne Marie    | Webb          |
    a small word typed, not recorded    | Da Silva           | Miguel        | Silva         | not in the name on record
    a small word recorded, not typed    | Silva              | Miguel        | Da Silva      |
    a small word joined                 | Dasilva            | Miguel        | Da Silva      |
    a short form                        | Bill Smith         | William       | Smith         | short form
    a long form                         | William Smith      | Bill          | Smith         | short form
    another spelling                    | Muhammad Khan      | Mohammed      | Khan          | other spelling
    spellings no ear brings together    | Shaun              | Sean          | Reid          | other spelling
    sounds the same, short              | Reed               | Sean          | Reid          | sounds like
    sounds the same, long               | Cathryn            | Kathryn       | Hall          | one letter
    sounds the same, other letters      | Cauley             | Amy           | Kawley        | sounds like
    ph for v                            | Steven             | Stephen       | Hall          | other spelling
    clark and clarke                    | Clark              | Amy           | Clarke        | begins
    hussain and hussein                 | Hussein            | Ali           | Hussain       | one letter differs
    a letter left out                   | Thomson            | Amy           | Thompson      | one letter differs
    two letters change places           | Gareht             | Gareth        | Mason         | change places
    two letters of four change places   | Kahn               | Ali           | Khan          | change places
    two letters of a long name differ   | Featherstonbough   | Ann           | Featherstonhaugh | two letters differ
    """)
def test_names_that_must_match(typed: str, given: str, family: str, because: str) -> None:
    found = held_to(typed, given, family)
    assert found is not None
    assert because in "; ".join(found.because)


@table("""
    case                               | typed           | given     | family
    -----------------------------------|-----------------|-----------|--------
    another name                       | Jones           | John      | Smith
    one of two words is another name   | John Smith      | John      | Brown
    three words, one too many          | John Paul Smith | John      | Smith
    short names one letter apart       | Khan            | Lee       | Chan
    short given names one letter apart | Mark            | Mary      | Webb
    four letters, one differs          | King            | Amy       | Ring
    another vowel and another sound    | Mason           | Ann       | Mission
    alike in sound, not in letters     | Green           | Ann       | Crane
    too short to begin a name          | Ha              | Aisha     | Hamilton
    one sound is not enough            | Lee             | Ann       | Li
    two letters differ of a short name | Martin          | Ann       | Marlow
    nothing typed                      |                 | John      | Smith
    a small word alone                 | de              | John      | Smith
    """)
def test_names_that_must_not_match(typed: str, given: str, family: str) -> None:
    assert held_to(typed, given, family) is None


@table("""
    case                                     | nearer       | further
    -----------------------------------------|--------------|--------
    the name before another spelling         | John Smith   | Jon Smith
    another spelling before one letter       | Bill Smith   | William Smyth
    one letter in one word before two words  | Willian Smith | Willian Smyth
    the right way round before the wrong     | John Smith   | Smith John
    """)
def test_the_nearer_stands_first(nearer: str, further: str) -> None:
    one, other = (
        held_to(nearer, "William" if "Wil" in nearer or "Bill" in nearer else "John", "Smith"),
        held_to(further, "William" if "Wil" in further else "John", "Smith"),
    )
    assert one is not None
    assert other is not None
    assert one.place < other.place


@table("""
    case                       | letters | asked    | held     | found
    ---------------------------|---------|----------|----------|------
    one differs, one too few   | 4       | abcd     | abce     | no
    one differs, enough        | 5       | abcde    | abcdf    | yes
    places, one too few        | 3       | abc      | acb      | no
    places, enough             | 4       | abcd     | acbd     | yes
    begins, one too few        | 2       | ab       | abcdefgh | no
    begins, enough             | 3       | abc      | abcdefgh | yes
    two differ, one too few    | 7       | abczefy  | abcdefg  | no
    two differ, enough         | 8       | abczefyh | abcdefgh | yes
    three differ               | 9       | zbczefyhi | abcdefghi | no
    """)
def test_the_limits_to_a_letter(letters: str, asked: str, held: str, found: str) -> None:
    assert min(len(asked), len(held)) == int(letters)
    assert (near(asked, held, limits(LAW, on=ON)) is not None) == (found == "yes")


def test_likeness_has_an_order_and_no_two_alike() -> None:
    assert len(set(LIKENESSES)) == len(LIKENESSES)


LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=10)


@given(LETTERS, LETTERS)
def test_everybody_is_found_by_their_own_name_either_way_round(given_name: str, family: str) -> None:
    straight = held_to(f"{given_name} {family}", given_name, family)
    turned = held_to(f"{family} {given_name}", given_name, family)
    assert straight is not None
    assert turned is not None
    assert straight.place <= turned.place
    assert straight.place[0] == 0


@given(LETTERS, LETTERS)
def test_nearness_of_two_words_does_not_hang_on_who_asks(one: str, other: str) -> None:
    """Save where one begins the other: that is for whoever types the beginning."""
    at = limits(LAW, on=ON)
    if not one.startswith(other[: at.begin]) and not other.startswith(one[: at.begin]):
        assert near(one, other, at) == near(other, one, at)
