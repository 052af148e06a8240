"""How old the form of a carer is, how near is near, and who needs to know."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.missing.episodes import EPISODE, LAW, REPORTED, case
from tests.table import table
from watchkeeper.missing.facts import PhilomenaForm
from watchkeeper.missing.rules.forms import form_age
from watchkeeper.missing.rules.nearness import is_near, rings_at_once
from watchkeeper.missing.rules.seeing import may_see_episode
from watchkeeper.workforce.facts import Officer, Rank, Role

DAY = timedelta(days=1)
ON = REPORTED.date()


def form(version: str, dated_on: date | None, *, received_minutes: int = 0) -> PhilomenaForm:
    return PhilomenaForm(
        f"P{version}", "M1", version, REPORTED + timedelta(minutes=received_minutes), dated_on
    )


@table("""
    changed by the carer | days | current
    89 days ago          | 89   | yes
    90 days ago          | 90   | yes
    91 days ago          | 91   | no
""")
def test_a_form_is_current_for_so_many_days(days: str, current: str) -> None:
    found = form_age((form("3", ON - int(days) * DAY),), LAW, at=REPORTED)
    assert found.age_days == int(days)
    assert found.current.met is (current == "yes")


def test_the_newest_form_counts_and_a_form_still_to_come_does_not() -> None:
    forms = (form("1", ON - 200 * DAY), form("2", ON - 5 * DAY), form("3", ON, received_minutes=1))
    assert form_age(forms, LAW, at=REPORTED).current.says == "version 2 of 25 February 2026, 5 days old"


def test_no_form_and_a_form_without_a_day_are_said() -> None:
    assert form_age((), LAW, at=REPORTED).current.says == "no form was taken in"
    assert form_age((form("1", None),), LAW, at=REPORTED).current.says == "version 1 bears no day"


@table("""
    metres away | metres | near
    249         | 249    | yes
    250         | 250    | yes
    251         | 251    | no
    next door   | 0      | yes
""")
def test_how_near_is_near(metres: str, near: str) -> None:
    assert is_near(float(metres), LAW, on=ON).allowed is (near == "yes")


@table("""
    metres away                 | metres | came_back | rings
    the same address            | 0      | no        | yes
    99                          | 99     | no        | yes
    100                         | 100    | no        | yes
    101                         | 101    | no        | no
    near, and rings nobody      | 250    | no        | no
    back at the very postcode   | 0      | yes       | yes
    back, and a neighbour of it | 1      | yes       | no
""")
def test_how_near_rings_at_once(metres: str, came_back: str, rings: str) -> None:
    decision = rings_at_once(float(metres), LAW, on=ON, came_back=came_back == "yes")
    assert decision.allowed is (rings == "yes")


@given(st.floats(0, 5000), st.floats(0, 5000), st.booleans())
@settings(max_examples=30)
def test_what_is_nearer_than_something_near_is_near(one: float, other: float, came_back: bool) -> None:
    nearer, further = sorted((one, other))
    assert is_near(nearer, LAW, on=ON).allowed or not is_near(further, LAW, on=ON).allowed
    close, far = (rings_at_once(each, LAW, on=ON, came_back=came_back) for each in (nearer, further))
    assert close.allowed or not far.allowed
    assert is_near(nearer, LAW, on=ON).allowed or not close.allowed, "nothing rings that is no link"


@table("""
    officer                       | role                        | unit | sees
    of its unit                   | investigator                | U1   | yes
    of another                    | investigator                | U2   | no
    a coordinator of another      | missing-persons coordinator | U2   | yes
    intelligence of the force     | intelligence officer        | HQ   | yes
    a duty inspector of another   | duty inspector              | U2   | no
    an officer of a force-wide unit | supervisor                | HQ   | yes
""")
def test_who_needs_to_know(role: str, unit: str, sees: str) -> None:
    officer = Officer("O1", Rank.SERGEANT, Role(role), unit)
    found = may_see_episode(officer, case(episode=EPISODE), force_wide=("HQ",))
    assert found.allowed is (sees == "yes")
