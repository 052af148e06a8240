"""What a crime is worth to whoever hands out work, and who suits it. A proposal of ours, from policy."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.cases import ADULT, ON, REPORTED, case, victim
from tests.spec.workforce.fitting import LAW
from tests.table import table
from watchkeeper.crimes.facts import CrimeKind
from watchkeeper.crimes.rules.matrix import of_kind, work
from watchkeeper.crimes.rules.worth import fit, worth
from watchkeeper.workforce.facts import Course

PASSED = {
    "-": (),
    "1": (Course.PIP1,),
    "2": (Course.PIP2,),
    "1 2": (Course.PIP1, Course.PIP2),
    "3": (Course.PIP3,),
    "2 child": (Course.PIP2, Course.SCAIDP),
    "2 child sex": (Course.PIP2, Course.SCAIDP, Course.SSAIDP),
    "2 visor": (Course.PIP2, Course.VISOR),
}


@table("""
    case                                             | days | vulnerable | points | first
    -------------------------------------------------|------|------------|--------|------
    the day it is reported it is worth its row       | 0    | no         | 200    | no
    a day before the report counts as that day       | -1   | no         | 200    | no
    a day without an owner adds a tenth              | 1    | no         | 220    | no
    a vulnerable victim adds two fifths and is first | 0    | yes        | 280    | yes
    both add up                                      | 1    | yes        | 300    | yes
    on the ninth day it still grows                  | 9    | no         | 380    | no
    on the tenth it is worth double                  | 10   | no         | 400    | no
    and no more than that                            | 11   | no         | 400    | no
""")
def test_volume_crime(days: str, vulnerable: str, points: str, first: str) -> None:
    theft = case("44", victim(ADULT), domestic=False, high_risk=False)
    asked = work(theft, LAW, on=ON)
    found = worth(
        theft, asked, LAW, on=REPORTED.date() + int(days) * timedelta(days=1), vulnerable=vulnerable == "yes"
    )
    assert (found.points, found.first) == (int(points), first == "yes")
    assert found.because[0] == "volume crime: 200 points"


def test_a_hard_gate_goes_first() -> None:
    asked = of_kind(CrimeKind.CHILD_SEXUAL, "NW", LAW, on=ON)
    found = worth(case(), asked, LAW, on=REPORTED.date(), vulnerable=False)
    assert (found.points, found.first, found.because[-1]) == (
        1000,
        True,
        "goes first: of a kind that only those trained for it may hold",
    )


@given(st.sampled_from(list(CrimeKind)), st.integers(0, 60), st.booleans())
def test_it_never_falls_while_a_crime_waits(kind: CrimeKind, days: int, vulnerable: bool) -> None:
    asked, one = of_kind(kind, "NW", LAW, on=ON), case()
    now, later = (
        worth(one, asked, LAW, on=REPORTED.date() + timedelta(days=days + more), vulnerable=vulnerable).points
        for more in (0, 1)
    )
    assert now <= later


@table("""
    case                                        | courses     | kind               | share
    --------------------------------------------|-------------|-------------------|---------
    just what is asked                          | 1           | volume crime      | 100
    a level beyond                              | 2           | volume crime      | 94
    the level counts once                       | 1 2         | volume crime      | 94
    three levels beyond                         | 3           | volume crime      | 82
    a scarce course left idle                   | 2 child     | volume crime      | 80
    two left idle                               | 2 child sex | volume crime      | 66
    the scarce course is what is asked          | 2 child     | child sexual abuse | 100
    one of two is idle                          | 2 child sex | child sexual abuse | 86
    a course that is not scarce costs nothing   | 2 visor     | volume crime      | 94
    nothing passed says nothing of the fit      | -           | volume crime      | 100
""")
def test_the_scarce_are_kept_for_what_asks_for_them(courses: str, kind: str, share: str) -> None:
    asked = of_kind(CrimeKind(kind), "NW", LAW, on=ON)
    assert fit(PASSED[courses], asked, LAW, on=ON) == int(share)


@given(
    st.sets(st.sampled_from(list(Course))), st.sampled_from(list(CrimeKind)), st.sampled_from(list(Course))
)
def test_one_more_course_that_is_not_asked_for_never_suits_better(
    held: set[Course], kind: CrimeKind, more: Course
) -> None:
    asked = replace(of_kind(kind, "NW", LAW, on=ON), needs=())
    assert 0 <= fit(held | {more}, asked, LAW, on=ON) <= fit(held, asked, LAW, on=ON) <= 100
