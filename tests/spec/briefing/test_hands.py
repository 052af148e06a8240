"""Work in the wrong hands, as it is told outside professional standards: what a list may not give away."""

from datetime import date, timedelta

import pytest

from tests.table import table
from watchkeeper.briefing.crime_lines import HAND_OVER, OVER_CAP, ROLE, hand_lines
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.workforce.facts import Officer, Rank
from watchkeeper.workforce.facts import Role as Held
from watchkeeper.workforce.rules.eligibility import SEALED, Ground, outward
from watchkeeper.workforce.rules.wash import Washed

ON = date(2026, 3, 20)  # a Friday
SINCE = date(2026, 3, 9)  # a Monday
LAW, ENGLAND = shelf.load(), england_and_wales()
OPEN = {Ground.ACCREDITATION: "has not passed SCAIDP", Ground.LOAD: "holds 31 of 25"}
WHY = "not available"


def washed(grounds: str, ref: str = "X1", *, move_by: date = ON, in_hand: int = 2) -> Washed:
    """The officer O1 and a crime, or their role when no crime is named, with the grounds against them."""
    asked = [Ground(each.strip()) for each in grounds.split("+")]
    sealed = Decision(tuple(Reason(False, OPEN.get(each, each), "cite", each) for each in asked))
    return Washed("O1", "NW", ref, "rape", sealed, outward(sealed), SINCE, move_by, in_hand)


def told(
    one: Washed, role: Held = Held.INVESTIGATOR, *, people: int = 0, shut: frozenset[str] = frozenset()
) -> list[Line]:
    staff = {"O1": Officer("O1", Rank.SERGEANT, role, "NW")}
    return [*hand_lines([one], staff, {"O1": people}, LAW, ENGLAND, shut=shut, on=ON)]


@table("""
    case                                                | grounds                    | ref | people | role         | what          | why
    ----------------------------------------------------|----------------------------|-----|--------|--------------|---------------|----
    a course for a crime                                | accreditation              | X1  | 0      | investigator | hand over     | rape; has not passed SCAIDP
    a course for a role                                 | accreditation              |     | 0      | investigator | role          | 2 crimes in hand; has not passed SCAIDP
    too much in hand, and nothing else                  | load                       |     | 0      | investigator | over the cap  | 2 crimes in hand; holds 31 of 25
    too much in hand, and a course                      | load + accreditation       |     | 0      | investigator | role          | 2 crimes in hand; holds 31 of 25; has not passed SCAIDP
    an allegation and a crime                           | allegation                 | X1  | 0      | investigator | hand over     | rape; not available
    two sealed grounds are one word                     | allegation + suspended     | X1  | 0      | investigator | hand over     | rape; not available
    a conflict is nobody else's business                | conflict                   | X1  | 0      | investigator | hand over     | rape; not available
    a conflict and an allegation are one word           | conflict + allegation      | X1  | 0      | investigator | hand over     | rape; not available
    a sealed ground of a role with nobody to move       | vetting                    |     | 0      | investigator |               |
    a sealed ground of a role with one person to move   | vetting                    |     | 1      | investigator | role          | 2 crimes in hand; not available
    of a role with nobody to move, the open ground only | vetting + accreditation    |     | 0      | investigator | role          | 2 crimes in hand; has not passed SCAIDP
    sealed, of somebody who reads their unit's brief    | vetting                    | X1  | 1      | supervisor   |               |
    and nothing else of them either                     | vetting + accreditation    | X1  | 1      | supervisor   |               |
    an open ground of somebody who reads the brief      | accreditation              | X1  | 1      | supervisor   | hand over     | rape; has not passed SCAIDP
    """)  # fmt: skip
def test_what_is_told_of_work_in_the_wrong_hands(grounds, ref, people, role, what, why):
    found = told(washed(grounds, ref), Held(role), people=int(people))
    names = {"hand over": HAND_OVER, "role": ROLE, "over the cap": OVER_CAP}
    assert [(line.what, "; ".join(line.why)) for line in found] == ([(names[what], why)] if what else [])


def test_a_line_says_whose_it_is_about_what_and_how_many_people_move():
    (crime,) = told(washed("accreditation", move_by=ON - timedelta(days=3)), people=7)
    assert (crime.section, crime.who, crime.about, crime.unit) == (Section.HANDS, "O1", "X1", "NW")
    assert (crime.owner, crime.days, crime.people) == ("inspector, NW", 3, None)
    (role,) = told(washed("accreditation", ""), people=7)
    assert (role.about, role.days, role.people) == ("", 0, 7)


@pytest.mark.parametrize("hands", [0, 1, 2])
def test_crimes_in_hand_are_counted_in_words(hands):
    (line,) = told(washed("load", "", in_hand=hands))
    assert line.why[0] == {0: "no crimes in hand", 1: "1 crime in hand", 2: "2 crimes in hand"}[hands]


def test_a_crime_with_one_of_the_forces_own_in_it_is_left_out_whole():
    assert told(washed("accreditation"), shut=frozenset({"X1"})) == []
    assert told(washed("accreditation"), shut=frozenset({"X2"})) != []


@pytest.mark.parametrize("ground", sorted(SEALED))
def test_the_day_and_the_words_do_not_tell_which_sealed_ground_it_was(ground):
    """Each ground has its own days in policy; told outside, all have those of the strictest."""
    own = ENGLAND.after(LAW["wash_working_days"].of(ground, ON), SINCE)
    first = ENGLAND.after(min(LAW["wash_working_days"].of(each, ON) for each in SEALED), SINCE)
    (line,) = told(washed(ground, move_by=own))
    (other,) = told(washed(Ground.SUSPENDED, move_by=first))
    assert line == other
    assert line.by == first


def test_an_open_ground_beside_a_sealed_one_never_moves_the_day_on():
    """Sooner stays sooner: the day told is never after the day the work must move."""
    (line,) = told(washed("vetting + accreditation", move_by=SINCE))
    assert line.by == SINCE
