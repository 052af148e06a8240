"""A report that says nothing to act on is asked again; whatever else is missing is kept as it is."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.reported import CRIME
from tests.table import table
from watchkeeper.crimes.rules.reporting import something_to_act_on

BARE = replace(CRIME, offence="", domestic=None, high_risk=None, street=None)
SAID = {"yes": True, "no": False, "": None}


@table("""
    what is told                            | code | words   | domestic | grave     | street | people | saved
    nothing but its instant                 |      |         |          |           |        | 0      | no
    blanks for words                        |      | _       |          |           |        | 0      | no
    blanks for a code                       | _    |         |          |           |        | 0      | no
    that it is not domestic                 |      |         | no       |           |        | 0      | no
    that it is not of high risk             |      |         |          | no        |        | 0      | no
    a code and nothing else                 | 86/2 |         |          |           |        | 0      | yes
    one word                                |      | robbery |          |           |        | 0      | yes
    that it is domestic                     |      |         | yes      |           |        | 0      | yes
    that the risk is high                   |      |         |          | yes       |        | 0      | yes
    that it was in the street               |      |         |          |           | yes    | 0      | yes
    one person                              |      |         |          |           |        | 1      | yes
""")
def test_a_report_says_what_happened_or_who(
    code: str, words: str, domestic: str, grave: str, street: str, people: str, saved: str
) -> None:
    crime = replace(
        BARE,
        offence=code.replace("_", " "),
        domestic=SAID[domestic],
        high_risk=SAID[grave],
        street=SAID[street],
    )
    found = something_to_act_on(crime, summary=words.replace("_", " "), people=int(people))
    assert found.met is (saved == "yes")


@given(
    st.text(max_size=3),
    st.sampled_from(["", "E1 1AA"]),
    st.none() | st.dates(),
    st.none() | st.integers(0, 9),
)
def test_where_and_when_alone_are_nothing_to_act_on_and_never_stand_in_the_way(
    words: str, postcode: str, occurred: date | None, lines: int | None
) -> None:
    crime = replace(BARE, postcode=postcode, occurred_on=occurred, lines_of_enquiry=lines)
    assert something_to_act_on(crime, summary=words, people=0).met is bool(words.strip())
    assert something_to_act_on(crime, summary=words, people=1).met
