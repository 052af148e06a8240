"""What grade the facts of an episode ask for, and what would change it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.missing.episodes import CHILD, EPISODE, LAW, REPORTED, case
from tests.table import table
from watchkeeper.missing.facts import Care, Flag, FlagKind, Grade
from watchkeeper.missing.rules.grading import is_graver, proposed
from watchkeeper.missing.rules.history import episodes_together, is_child, is_often_missing

DAY = timedelta(days=1)


@table("""
    what is known                       | fact              | grade
    nothing of these                    |                   | medium
    needs medicine                      | medicine          | high
    may harm themselves                 | self_harm         | high
    in danger of the weather            | weather           | high
    a learning disability               | learning_disabled | high
    a disability                        | disabled          | medium
""")
def test_the_gravest_fact_proposes_the_grade_and_none_proposes_low(fact: str, grade: str) -> None:
    episode = replace(EPISODE, **({fact: True} if hasattr(EPISODE, fact) else {}))
    who = replace(CHILD, **({fact: True} if hasattr(CHILD, fact) else {}))
    assert proposed(case(episode=episode, who=who), LAW, at=REPORTED).grade == grade


@table("""
    born                                     | born       | grade
    13 tomorrow                              | 2013-03-03 | high
    13 on the day of the report              | 2013-03-02 | medium
    13 yesterday                             | 2013-03-01 | medium
    not recorded                             |            | medium
""")
def test_under_13_is_proposed_as_high(born: str, grade: str) -> None:
    who = replace(CHILD, born_on=date.fromisoformat(born) if born else None)
    found = proposed(case(who=who), LAW, at=REPORTED)
    assert found.grade == grade
    assert ("under the young age" in found.missing) is (born == "")


@table("""
    born                        | born       | child
    18 tomorrow                 | 2008-03-03 | yes
    18 on the day of the report | 2008-03-02 | no
    18 yesterday                | 2008-03-01 | no
    not recorded                |            | yes
""")
def test_who_is_a_child(born: str, child: str) -> None:
    who = replace(CHILD, born_on=date.fromisoformat(born) if born else None)
    assert is_child(case(who=who), LAW) is (child == "yes")


@table("""
    a flag of exploitation | on         | until      | grade
    set tomorrow           | 2026-03-03 |            | medium
    set today              | 2026-03-02 |            | high
    taken off tomorrow     | 2026-01-05 | 2026-03-03 | high
    taken off today        | 2026-01-05 | 2026-03-02 | medium
""")
def test_a_flag_that_holds_proposes_high(on: str, until: str, grade: str) -> None:
    over = date.fromisoformat(until) if until else None
    flag = Flag("X1", "M1", FlagKind.SEXUAL, date.fromisoformat(on), "O1", until=over)
    assert proposed(case(flags=(flag,)), LAW, at=REPORTED).grade == grade


@table("""
    the first of three        | days_ago | together | often
    89 days ago               | 89       | 3        | yes
    90 days ago               | 90       | 3        | yes
    91 days ago               | 91       | 2        | no
    one that is still to come | -1       | 2        | no
""")
def test_the_third_episode_in_90_days_is_one_too_many(days_ago: str, together: str, often: str) -> None:
    earlier = (REPORTED - int(days_ago) * DAY, REPORTED - 5 * DAY)
    found = case(earlier=earlier)
    assert episodes_together(found, LAW) == int(together)
    assert is_often_missing(found, LAW) is (often == "yes")


def test_what_would_change_it_names_facts_that_are_not_so_and_facts_nobody_recorded() -> None:
    found = proposed(case(episode=replace(EPISODE, medicine=None)), LAW, at=REPORTED)
    assert "needs medicine (not recorded) would make it high" in found.changes
    assert "may harm themselves (no) would make it high" in found.changes
    assert found.missing == ("needs medicine",)
    assert not found.confirmed


KNOWN = st.sampled_from([True, False, None])


@given(KNOWN, KNOWN, KNOWN, st.sampled_from([None, *Care]))
@settings(max_examples=40)
def test_one_fact_more_never_makes_the_grade_milder_and_it_is_never_low(
    medicine: bool | None, self_harm: bool | None, disabled: bool | None, care: Care | None
) -> None:
    episode = replace(EPISODE, medicine=medicine, self_harm=self_harm)
    who = replace(CHILD, disabled=disabled, care=care)
    found = proposed(case(episode=episode, who=who), LAW, at=REPORTED).grade
    more = proposed(case(episode=replace(episode, weather=True), who=who), LAW, at=REPORTED).grade
    assert not is_graver(found, more)
    assert found in (Grade.HIGH, Grade.MEDIUM)
