"""What a crime asks of whoever supervises it, from what it asks of its holder. Domain 4.2, a proposal."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.cases import ON
from tests.spec.crimes.reported import LAW
from tests.table import table
from watchkeeper.crimes.facts import CrimeKind
from watchkeeper.crimes.rules.matrix import may_supervise, of_kind, supervising, supervisor_needs
from watchkeeper.workforce.conduct import Clearance, Fitness, VettingLevel
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training
from watchkeeper.workforce.rules.eligibility import eligible

LONG_AGO = date(2020, 1, 6)


def sergeant(*courses: Course, rank: Rank = Rank.SERGEANT) -> Fitness:
    training = tuple(Training(course, LONG_AGO) for course in courses)
    cleared = (Clearance("C1", "S1", VettingLevel.MV, LONG_AGO, date(2030, 1, 6)),)
    who = Officer("S1", rank, Role.SUPERVISOR, "NW", since=LONG_AGO, training=training)
    return Fitness(who, clearances=cleared)


@table("""
    who supervises a rape                  | rank      | courses                     | unit | load | may
    a sergeant of all courses              | sergeant  | PIP 2 supervisor + SSAIDP   | NW   | 0    | yes
    of another unit                        | sergeant  | PIP 2 supervisor + SSAIDP   | SE   | 0    | yes
    who holds as much as they may          | sergeant  | PIP 2 supervisor + SSAIDP   | NW   | 25   | yes
    a constable                            | constable | PIP 2 supervisor + SSAIDP   | NW   | 0    | no
    without the specialism                 | sergeant  | PIP 2 supervisor            | NW   | 0    | no
""")
def test_a_supervisor_is_asked_for_rank_and_courses_and_not_for_room(
    rank: str, courses: str, unit: str, load: str, may: str
) -> None:
    one = sergeant(*(Course(each.strip()) for each in courses.split("+")), rank=Rank(rank))
    asked = supervising(of_kind(CrimeKind.RAPE, unit, LAW, on=ON), LAW, on=ON)
    assert eligible(replace(one, load=float(load)), asked, LAW, on=ON).allowed is (may == "yes")


@pytest.mark.parametrize("kind", CrimeKind)
@given(courses=st.frozensets(st.sampled_from(Course)), rank=st.sampled_from([Rank.CONSTABLE, Rank.SERGEANT]))
def test_whoever_may_supervise_by_the_matrix_may_by_the_wash(
    kind: CrimeKind, courses: frozenset[Course], rank: Rank
) -> None:
    one = sergeant(*courses, rank=rank)
    asked = supervising(of_kind(kind, "NW", LAW, on=ON), LAW, on=ON)
    assert asked.needs == supervisor_needs(kind, LAW, on=ON)
    by_matrix = may_supervise(one.officer, kind, LAW, on=ON).allowed
    assert eligible(one, asked, LAW, on=ON).allowed is by_matrix
