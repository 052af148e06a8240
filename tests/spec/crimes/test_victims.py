"""What each victim is owed under the Victims' Code, and who has enhanced rights."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.reported import CALENDAR, LAW, SUSPECT, VICTIM, case, d
from tests.table import table
from watchkeeper.crimes.facts import CaseEvent, Duty, EventKind, OffenceGroup, Party, Told, VictimTold
from watchkeeper.crimes.rules.victims import enhanced, has_enhanced, victims_due
from watchkeeper.law.due import Due

DAY = timedelta(days=1)
ON = d("03-20")


def quick(victim: Party, group: OffenceGroup = OffenceGroup.VOLUME, on: date = ON) -> bool:
    return has_enhanced(enhanced(victim, frozenset({group}), LAW, on=on))


def owed(
    *told: VictimTold, victims: tuple[Party, ...] = (VICTIM,), events: tuple[CaseEvent, ...] = ()
) -> list[Due]:
    asked = case(parties=(*victims, SUSPECT), told=told, events=events)
    return list(victims_due(asked, frozenset({OffenceGroup.VOLUME}), LAW, CALENDAR, on=ON))


@table("""
    victim                          | what        | yes
    an adult of a burglary          |             | no
    with a disability               | disabled    | yes
    afraid of giving evidence       | intimidated | yes
    a victim before                 | repeat      | yes
""")
def test_who_is_vulnerable_intimidated_or_targeted_has_enhanced_rights(what: str, yes: str) -> None:
    assert quick(replace(VICTIM, **({what: True} if what else {}))) is (yes == "yes")


@table("""
    born                          | born_on    | yes
    18 tomorrow                   | 2008-03-21 | yes
    18 today                      | 2008-03-20 | no
    18 yesterday                  | 2008-03-19 | no
""")
def test_a_child_has_enhanced_rights_until_the_day_they_are_18(born_on: str, yes: str) -> None:
    assert quick(replace(VICTIM, born_on=date.fromisoformat(born_on))) is (yes == "yes")


def test_an_age_nobody_recorded_is_said_and_gives_no_right_of_itself() -> None:
    found = enhanced(replace(VICTIM, born_on=None), frozenset({OffenceGroup.VOLUME}), LAW, on=ON)
    assert not has_enhanced(found)
    assert "age: not recorded" in [reason.says for reason in found.reasons]


def test_every_victim_of_the_most_serious_crime_has_enhanced_rights() -> None:
    serious = {group for group in OffenceGroup if quick(VICTIM, group)}
    assert OffenceGroup.RAPE in serious
    assert OffenceGroup.CHILD_SEXUAL in serious
    assert serious.isdisjoint({OffenceGroup.VOLUME, OffenceGroup.BURGLARY, OffenceGroup.FRAUD})


def test_from_the_report_a_victim_is_owed_confirmation_needs_and_referral() -> None:
    assert {due.duty: due.by for due in owed()} == {
        Duty.CONFIRMATION: d("03-09"),
        Duty.NEEDS: d("03-02"),
        Duty.REFERRAL: d("03-04"),
    }


@table("""
    told                         | told                        | on    | party | owed
    confirmed                    | report confirmed in writing | 03-05 | P1    | 2
    to nobody in particular      | needs assessment            | 03-05 |       | 2
    to another victim            | needs assessment            | 03-05 | P9    | 3
    tomorrow                     | needs assessment            | 03-21 | P1    | 3
""")
def test_what_was_told_is_owed_no_more(told: str, on: str, party: str, owed: str) -> None:
    one = VictimTold("T1", "C1", Told(told), d(on), party)
    asked = case(parties=(VICTIM,), told=(one,))
    assert len(list(victims_due(asked, frozenset({OffenceGroup.VOLUME}), LAW, CALENDAR, on=ON))) == int(owed)


@table("""
    victim                              | repeat | on    | by
    of a Friday, in five working days   | no     | 03-06 | 03-13
    enhanced, by the Monday             | yes    | 03-06 | 03-09
    over Good Friday and Easter Monday  | yes    | 04-02 | 04-07
""")
def test_a_victim_is_told_of_an_arrest(repeat: str, on: str, by: str) -> None:
    arrest = CaseEvent("E1", "C1", EventKind.ARREST, d(on))
    asked = case(parties=(replace(VICTIM, repeat=repeat == "yes"),), events=(arrest,))
    found = victims_due(asked, frozenset({OffenceGroup.VOLUME}), LAW, CALENDAR, on=d("04-10"))
    (due,) = (due for due in found if due.duty is Duty.TELL_VICTIM)
    assert due.by == d(by)
    assert (due.late(d(by)), due.late(d(by) + DAY)) == (False, True)


def test_each_event_is_told_of_by_name_and_one_not_on_the_list_is_not() -> None:
    arrest, wanted = (
        CaseEvent("E1", "C1", EventKind.ARREST, d("03-06")),
        CaseEvent("E2", "C1", EventKind.WANTED, d("03-06")),
    )
    other = VictimTold("T1", "C1", Told.UPDATE, d("03-08"), "P1", "E9")
    right = VictimTold("T2", "C1", Told.UPDATE, d("03-08"), "P1", "E1")
    tells = [due for due in owed(other, events=(arrest, wanted)) if due.duty is Duty.TELL_VICTIM]
    assert [due.about for due in tells] == ["E1 P1"]
    assert not [due for due in owed(right, events=(arrest, wanted)) if due.duty is Duty.TELL_VICTIM]


def test_two_victims_are_each_told_and_a_suspect_is_not() -> None:
    assert len(owed(victims=(VICTIM, replace(VICTIM, ref="P3")))) == 6
    assert owed(victims=()) == []


@given(st.dates(date(2026, 3, 2), date(2026, 12, 1)), st.booleans())
def test_enhanced_rights_are_never_slower(on: date, repeat: bool) -> None:
    arrest = CaseEvent("E1", "C1", EventKind.ARREST, on)
    days = []
    for said in (True, repeat):
        asked = case(parties=(replace(VICTIM, repeat=said),), events=(arrest,))
        found = victims_due(asked, frozenset({OffenceGroup.VOLUME}), LAW, CALENDAR, on=on)
        days.append(next(due.by for due in found if due.duty is Duty.TELL_VICTIM))
    assert days[0] is not None
    assert days[1] is not None
    assert on < days[0] <= days[1]
