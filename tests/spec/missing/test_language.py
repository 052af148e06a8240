"""Words that put the blame on a child: found with where they stand, never changed, nothing of the text kept."""

from dataclasses import fields
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.missing.rules.language import LISTS, Finding, findings, tally

LAW = shelf.load()
ON = date(2026, 3, 20)
TERMS = sorted(
    " ".join(word.split("/")[0] for word in term.split())
    for name in LISTS
    for term in LAW[name].on(ON)  # type: ignore[union-attr]
)


@table("""
    text                        | text                                                    | found
    ----------------------------|---------------------------------------------------------|------
    plain                       | She is putting herself at risk                          | putting herself at risk
    any case                    | PUTTING HERSELF AT RISK again                           | PUTTING HERSELF AT RISK
    across a line               | he puts~himself at~risk                                 | puts~himself at~risk
    a curly apostrophe          | She won^t engage with staff                             | won^t engage
    at the very end             | described as promiscuous                                | promiscuous
    part of a word is nothing   | unpromiscuously                                         |
    who acts is said            | Adults are putting her in danger                        |
    two of them                 | A streetwise girl, involved in CSE                      | streetwise, involved in CSE
    the longest is told         | had been contacting adult men                           | contacting adult men
    a guide's term              | been contacting adults online                           | contacting adults
    absconded                   | absconded at 21:00                                      | absconded
    nothing                     | Missing since 21:00; last seen with an adult            |
""")
def test_what_is_found(text: str, found: str) -> None:
    text, found = (each.replace("~", "\n").replace("^", "\u2019") for each in (text, found))
    assert ", ".join(text[each.start : each.end] for each in findings(text, LAW, on=ON)) == found


@table("""
    text                              | text                                     | quoted
    ----------------------------------|------------------------------------------|-------
    somebody's own words              | Mum said "she is so streetwise" twice    | yes
    curly                             | Mum said “she is so streetwise” twice    | yes
    the officer's words               | A streetwise girl                        | no
    after a quotation                 | Mum said "no"; she is streetwise         | no
    a mark that is never closed       | Mum said "she is streetwise              | no
""")
def test_somebodys_own_words_are_told_apart(text: str, quoted: str) -> None:
    (found,) = findings(text, LAW, on=ON)
    assert found.quoted is (quoted == "yes")


def test_a_finding_holds_nothing_of_the_text() -> None:
    text = "Aisha of 4 High Street is streetwise"
    (found,) = findings(text, LAW, on=ON)
    assert {field.name for field in fields(Finding)} == {
        "start",
        "end",
        "term",
        "instead",
        "cite",
        "quoted",
        "confirmed",
    }
    assert not any(word in repr(found) for word in ("Aisha", "High"))
    assert tally([found, found]) == (("streetwise/street-wise", 2),)


def test_a_term_of_our_own_says_so_and_a_published_one_does_not() -> None:
    own, published = findings("streetwise and promiscuous", LAW, on=ON)
    assert (own.confirmed, published.confirmed) == (False, True)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(TERMS) | st.text(alphabet='ab\u00e9 .\n"\u201c\u201d\u2019\u0130\u00df', max_size=8),
        max_size=8,
    )
)
def test_every_listed_term_is_found_where_it_stands_and_findings_never_overlap(parts: list[str]) -> None:
    text = " ; ".join(parts)
    found = findings(text, LAW, on=ON)
    at = 0
    for part in parts:
        if part in TERMS:
            assert any(each.start <= at and at + len(part) <= each.end for each in found)
        at += len(part) + len(" ; ")
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
