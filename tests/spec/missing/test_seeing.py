"""Who needs to know of all a child's episodes: whoever needs to know of one, and no other."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.missing.episodes import EPISODE, case
from tests.table import table
from watchkeeper.missing.rules.seeing import may_see_child, may_see_episode
from watchkeeper.workforce.facts import Officer, Rank, Role

UNITS = ("U1", "U2", "HQ", "")


def officer(role: Role, unit: str) -> Officer:
    return Officer("O1", Rank.CONSTABLE, role, unit)


@table("""
    case                                 | role                        | unit | episodes | may
    -------------------------------------|-----------------------------|------|----------|----
    the unit of the only episode         | investigator                | U1   | U1       | yes
    the unit of one of two               | supervisor                  | U1   | U2 U1    | yes
    the unit of none                     | investigator                | U1   | U2 U3    | no
    one of no unit anybody recorded      | investigator                | U1   | U2 -     | yes
    a coordinator of another unit        | missing-persons coordinator | U9   | U1       | yes
    intelligence of another unit         | intelligence officer        | U9   | U1       | yes
    of a unit of the whole force         | senior officer              | HQ   | U1       | yes
    no episode at all                    | investigator                | U1   |          | no
    """)
def test_who_may_see_all_of_a_childs_episodes(role: str, unit: str, episodes: str, may: str) -> None:
    units = {each.replace("-", "") for each in episodes.split()}
    found = may_see_child(officer(Role(role), unit), units, force_wide=("HQ",))
    assert found.allowed is (may == "yes")
    assert [reason.says for reason in found.reasons] == [
        "of the unit of an episode of the child, or of the whole force"
    ]


@given(st.sampled_from(Role), st.sampled_from(UNITS), st.sets(st.sampled_from(UNITS), min_size=1))
def test_one_episode_that_may_be_seen_opens_the_history_and_nothing_else_does(
    role: Role, unit: str, units: set[str]
) -> None:
    who = officer(role, unit)
    each = [
        may_see_episode(who, case(episode=replace(EPISODE, unit=of)), force_wide=("HQ",)).allowed
        for of in units
    ]
    assert may_see_child(who, units, force_wide=("HQ",)).allowed is any(each)
