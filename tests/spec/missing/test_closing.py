"""An episode is closed only when it is whole."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.missing.episodes import FOUND_AT, LAW, case, graded, later, returned, searched
from tests.table import table
from watchkeeper.missing.facts import Case, Closed, Grade, HowFound, ReturnInterview, ReturnStep
from watchkeeper.missing.rules.closing import may_close

PARTS = ("interviews", "told", "returns", "grades", "finds")


def unmet(of: Case) -> list[str]:
    return [reason.says for reason in may_close(of, LAW, at=later(8)).unmet]


@table("""
    without                  | part       | unmet
    nothing                  |            |
    a prevention interview   | interviews | a prevention interview was held face to face
    the authority told       | told       | the local authority is told
    a return interview       | returns    | a return interview was offered, held or refused
    a grade that is accepted | grades     | a grade is accepted, and not provisional
    being found              | finds      | they are found
""")
def test_what_an_episode_needs_before_it_is_closed(part: str, unmet: str) -> None:
    of = returned(**({part: ()} if part else {}))
    says = [reason.says for reason in may_close(of, LAW, at=later(8)).unmet]
    assert says == ([unmet] if unmet else [])


def test_an_offer_is_enough_to_close_and_is_tracked_after() -> None:
    offered = ReturnInterview("H1", "E1", ReturnStep.OFFERED, FOUND_AT)
    assert unmet(returned(returns=(offered,))) == []


def test_where_and_how_they_were_found_are_recorded() -> None:
    of = returned()
    bare = replace(of, finds=(replace(of.finds[0], postcode=" ", how=None),))
    assert unmet(bare) == ["where they were found is recorded", "how they were found is recorded"]


def test_a_provisional_grade_and_a_closed_episode_close_nothing() -> None:
    row = graded(Grade.MEDIUM, provisional=True)
    assert unmet(returned(grades=(row,), searched=searched())) == ["a grade is accepted, and not provisional"]
    assert unmet(returned(closures=(Closed("C1", "E1", later(7), "O2"),))) == ["it is open"]


def test_nobody_is_interviewed_who_was_found_dead() -> None:
    of = returned(interviews=(), told=(), returns=())
    assert unmet(replace(of, finds=(replace(of.finds[0], how=HowFound.DEAD),))) == []


def test_a_bare_episode_lacks_everything_at_once() -> None:
    assert unmet(case()) == ["they are found", "a grade is accepted, and not provisional"]


@given(st.sets(st.sampled_from(PARTS)))
@settings(max_examples=20)
def test_one_thing_less_never_closes_what_was_not_whole(left_out: set[str]) -> None:
    of = returned(**dict.fromkeys(left_out, ()))
    assert may_close(of, LAW, at=later(8)).allowed is (left_out == set())
