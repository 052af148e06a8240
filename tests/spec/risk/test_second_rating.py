"""Who may rate an assessment a second time, and who may see what the first came to before that."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.risk.answers import Begun, Place, Rated
from watchkeeper.risk.rules.sampling import may_rate_second, may_see_ratings
from watchkeeper.workforce.facts import Officer, Rank, Role

ON = date(2026, 3, 20)
OSP = "osp_dc 2026 0123456789ab"
BEGUN = Begun("G1", OSP, ON, "FIRST")
FIRST = Rated("T1", "G1", Place.FIRST, OSP, ON, "FIRST", concluded=True)
SECOND = {
    "": None,
    "under way": Rated("T2", "G1", Place.SECOND, OSP, ON, "SECOND"),
    "in": Rated("T2", "G1", Place.SECOND, OSP, ON, "SECOND", concluded=True),
}


def officer(ref: str, role: Role = Role.OFFENDER_MANAGER) -> Officer:
    return Officer(ref, Rank.CONSTABLE, role, "U1")


@table("""
    case                               | who     | drawn | second    | may
    -----------------------------------|---------|-------|-----------|----
    another manager, drawn             | SECOND  | yes   |           | yes
    not drawn                          | SECOND  | no    |           | no
    who made the first                 | FIRST   | yes   |           | no
    who manages the person             | MANAGER | yes   |           | no
    their own, under way               | SECOND  | yes   | under way | yes
    another's, under way               | THIRD   | yes   | under way | no
    it is in                           | SECOND  | yes   | in        | no
    """)
def test_who_may_rate_a_second_time(who, drawn, second, may):
    found = may_rate_second(officer(who), BEGUN, FIRST, SECOND[second], "MANAGER", drawn=drawn == "yes")
    assert found.allowed is (may == "yes")


def test_what_is_not_concluded_is_not_rated_a_second_time():
    open_now = Rated("T1", "G1", Place.FIRST, OSP, ON, "FIRST")
    assert not may_rate_second(officer("SECOND"), BEGUN, open_now, None, "MANAGER", drawn=True).allowed
    assert not may_rate_second(officer("SECOND"), BEGUN, None, None, "MANAGER", drawn=True).allowed


@table("""
    case                               | who     | role             | drawn | second    | sees
    -----------------------------------|---------|------------------|-------|-----------|-----
    not drawn: everybody               | THIRD   | offender manager | no    |           | yes
    drawn: who made it                 | FIRST   | offender manager | yes   |           | yes
    drawn: who manages the person      | MANAGER | offender manager | yes   |           | yes
    drawn: a supervisor, who never rates | S     | supervisor       | yes   |           | yes
    drawn: who might rate it           | THIRD   | offender manager | yes   |           | no
    drawn: who is rating it            | SECOND  | offender manager | yes   | under way | no
    drawn: who rated it, both in       | SECOND  | offender manager | yes   | in        | yes
    both in: everybody                 | THIRD   | offender manager | yes   | in        | yes
    """)
def test_who_sees_what_the_first_came_to(who, role, drawn, second, sees):
    found = may_see_ratings(officer(who, Role(role)), FIRST, SECOND[second], "MANAGER", drawn=drawn == "yes")
    assert found is (sees == "yes")


@settings(max_examples=50)
@given(
    st.sampled_from(["FIRST", "SECOND", "THIRD", "MANAGER"]),
    st.sampled_from([Role.OFFENDER_MANAGER]),
    st.booleans(),
    st.sampled_from(list(SECOND)),
)
def test_whoever_may_rate_has_not_been_shown_the_first(who: str, role: Role, drawn: bool, second: str):
    """The promise of a blind rating: nobody may do both."""
    asks = (FIRST, SECOND[second], "MANAGER")
    may = may_rate_second(officer(who, role), BEGUN, *asks, drawn=drawn).allowed
    assert not (may and may_see_ratings(officer(who, role), *asks, drawn=drawn))
