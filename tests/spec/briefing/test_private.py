"""What somebody wrote about a person stays on the record: the brief shows references and the words of policy."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.briefing import explaining
from watchkeeper.briefing.clocks import clocks, owed
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.lines import horizon, lines
from watchkeeper.briefing.one import Recorded, case_of
from watchkeeper.escalation.facts import Charge, Choice, Decided, Ground
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.people.facts import Address, AddressKind, Alias, Away, AwayKind, Person, Sex
from watchkeeper.registers.facts import (
    Change,
    Condition,
    Disposal,
    Finding,
    Matter,
    Notification,
    NotificationKind,
    Order,
    OrderKind,
    Sentence,
    Stay,
    Trip,
)
from watchkeeper.risk.facts import Assessment, Intelligence, Level, Plan, Review, SetLevel
from watchkeeper.visits.facts import NoticeReason, Outcome, Purpose, Visit
from watchkeeper.workforce.facts import Managed, Officer, Rank, Role

ON = date(2026, 11, 2)
LAW, CALENDAR = shelf.load(), england_and_wales()
MARK = "Zyxwvut"

FREE = {  # every field of a fact in which somebody may have written what they liked
    "people": ("family_name", "given_names", "safety_marker"),
    "aliases": ("name",),
    "addresses": ("line", "postcode"),
    "disposals": ("offence",),
    "conditions": ("says", "test_method"),
    "notifications": ("items_missing",),
    "stays": ("at",),
    "trips": ("late_excuse", "change_excuse", "items_missing", "return_stated_point", "returned_point"),
    "assessments": ("instrument",),
    "plans": ("deviation_reason", "pillars", "approved_by"),
    "levels": ("set_by",),
    "reviews": ("reviewed_by",),
    "visits": ("premises", "notice_authorised_by", "crew"),
    "decisions": ("decided_by", "reason"),
}
CODED = {"ref", "force", "unit", "order_ref", "consecutive_to", "officer", "notice_authorised_rank"}
"""References, and codes that another table explains."""


def recorded() -> Recorded:
    """Somebody of whom everything that can be recorded is, and most of it is late or goes wrong."""
    at = datetime(2026, 10, 1, 9, tzinfo=UTC)
    visit = Visit("V1", at, "A1", Purpose.ASSESS_RISK, True, Outcome.REFUSED, crew=("O7",))
    return Recorded(
        person=Person("P1", "Ash", "Robin", date(1980, 5, 17), Sex.FEMALE, "U1", "has a dog"),
        on_licence=False,
        direction=None,
        disposals=(
            Disposal("D1", "an offence", Finding.CONVICTION, date(2020, 6, 1), Sentence.IMPRISONMENT, 29, 30),
        ),
        orders=(
            Order("R1", OrderKind.SHPO, date(2020, 6, 1), date(2027, 6, 1)),
            Order("R2", OrderKind.FOREIGN_TRAVEL, date(2025, 6, 1), date(2027, 6, 1), travel_total_ban=True),
        ),
        conditions=(
            Condition("C1", "R1", "not to go near a school", True, "look at the phone", None),
            Condition("C2", "R1", "not to go near a park", False, "", None),
        ),
        away=(Away("W1", AwayKind.CUSTODY, date(2020, 6, 1), date(2021, 6, 1)),),
        addresses=(Address("A1", AddressKind.HOME, "1 High Street", "AB1 2CD", date(2021, 6, 1), None),),
        aliases=(Alias("L1", "Sam Ash", date(2026, 9, 1), None), Alias("L2", "Jo Ash", None, None)),
        notifications=(
            Notification("N1", date(2021, 6, 2), NotificationKind.INITIAL),
            Notification("N2", date(2026, 9, 1), NotificationKind.PERIODIC, items_missing=("the car",)),
        ),
        changes=(Change("G1", Matter.CHILD_HOUSEHOLD_BEGAN, date(2026, 10, 1)),),
        stays=(Stay("S1", "a friend's flat", date(2026, 9, 1), date(2026, 9, 20)),),
        trips=(
            Trip("T1", date(2026, 10, 5), date(2026, 8, 1), datetime(2026, 10, 4, 18, tzinfo=UTC), "ill"),
            Trip(
                "T2",
                date(2026, 9, 5),
                date(2026, 8, 1),
                datetime(2026, 8, 10, 18, tzinfo=UTC),
                items_missing=("the ferry",),
                return_stated_on=date(2026, 9, 20),
                return_stated_point="Dover",
                returned_on=date(2026, 9, 20),
                returned_point="Hull",
                change_excuse="a strike",
            ),
        ),
        applications=(),
        levels=(SetLevel("E1", Level.LOW, date(2020, 6, 1), "O7"),),
        assessments=(Assessment("M1", "a checklist", date(2026, 10, 1)),),
        plans=(
            Plan(
                "Q1",
                date(2026, 1, 1),
                4,
                "in work",
                reactive=True,
                reactive_since=date(2026, 1, 1),
                pillars=("work",),
                approved_on=date(2026, 1, 1),
                approved_by="O8",
            ),
        ),
        intelligence=(Intelligence("I1", date(2026, 9, 1), significant=True),),
        reviews=(Review("K1", date(2024, 1, 1), "O8"),),
        visits=(
            visit,
            replace(visit, ref="V2", at=at + timedelta(days=3)),
            replace(visit, ref="V3", at=at + timedelta(days=5), outcome=Outcome.GONE_AWAY),
            replace(
                visit,
                ref="V4",
                at=at + timedelta(days=7),
                purpose=None,
                notice_hours=1,
                notice_reason=NoticeReason.OTHER,
                notice_authorised_by="O9",
            ),
        ),
        managers=(Managed("B1", "O7", date(2021, 6, 1), None),),
        decisions=(
            Decided(
                "X1",
                Ground.NO_CONTACT,
                Choice.NO_ACTION,
                date(2025, 1, 1),
                "O8",
                Rank.INSPECTOR,
                "ill in bed",
                None,
            ),
        ),
        charges=(Charge("H1", date(2026, 10, 1)),),
    )


def case(planted: Recorded) -> Case:
    officer = Officer("O7", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "U1")
    return case_of(planted, {"O7": officer}, LAW, on=ON)


def shown(planted: Recorded) -> str:
    """All that the brief and `due` say of one person."""
    found = case(planted)
    dues = clocks(found, LAW, CALENDAR, on=ON)
    asked = owed(found, dues, LAW, CALENDAR, on=ON)
    brief = list(lines(found, dues, asked, horizon(LAW, on=ON), on=ON))
    explained = explaining.explained(found, LAW, CALENDAR, on=ON)
    return f"{brief} {explained} {explaining.as_json(explained).decode()}"


def written(row: Any, name: str, text: str) -> Any:
    """A row with `text` written in one field, alone in it or as the only one of several."""
    several = isinstance(getattr(row, name), tuple)
    return replace(row, **{name: (text,) if several else text})


def plant(into: Recorded, table: str, name: str, text: str) -> Recorded:
    if table == "people":
        return replace(into, person=written(into.person, name, text))
    rows = [written(row, name, text) if getattr(row, name) else row for row in getattr(into, table)]
    return replace(into, **{table: tuple(rows)})


PLANTED = [(table, name) for table, names in FREE.items() for name in names]


@pytest.mark.parametrize(("table", "name"), PLANTED, ids=[".".join(each) for each in PLANTED])
def test_what_is_written_of_a_person_is_nowhere_in_the_brief(table: str, name: str) -> None:
    planted = plant(recorded(), table, name, MARK)
    assert MARK in repr(planted)
    assert MARK not in shown(planted)


def test_written_everywhere_at_once_it_is_still_nowhere() -> None:
    planted = recorded()
    for each, name in PLANTED:
        planted = plant(planted, each, name, MARK)
    assert MARK not in shown(planted)


@table("""
    case                         | said
    -----------------------------|---------------------------------------------------------
    a condition of an order      | C1 of order R1
    one nobody can test          | C2 of order R1
    an excuse for late notice    | excuse: recorded
    an item not given            | an item not on the list
    where somebody came back to  | arrived at another point
    an instrument off the list   | another instrument
    a warning for officers       | officer-safety marker
    who authorised notice        | the rank of the officer who authorised it is not recorded
    """)
def test_what_is_said_instead(said: str) -> None:
    assert said in shown(recorded())


def test_a_stay_is_named_by_its_reference() -> None:
    assert "Given(what='stays there', value='S1'" in shown(recorded())


def test_premises_are_named_only_when_they_are_an_address_on_record() -> None:
    assert "at A1 on" in shown(recorded())
    assert "at premises not on the record of addresses, visit V" in shown(
        plant(recorded(), "visits", "premises", MARK)
    )


def test_a_reference_planted_the_same_way_does_appear() -> None:
    assert MARK in shown(plant(recorded(), "conditions", "ref", MARK))


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(PLANTED), st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1)
)
def test_nor_is_it_there_in_any_other_script(where: tuple[str, str], text: str) -> None:
    assert text not in shown(plant(recorded(), *where, text))


def test_every_field_of_free_text_is_among_those_planted() -> None:
    """A new column of text is a reference, a code, or one of those that may never be shown."""
    planted = recorded()
    for held in [field.name for field in fields(Recorded)]:
        value = getattr(planted, held)
        rows = value if isinstance(value, tuple) else (value,)
        for row in rows[:1]:
            if is_dataclass(row):
                name = "people" if held == "person" else held
                texts = {f.name for f in fields(row) if f.type in (str, tuple[str, ...])}
                assert texts - CODED <= set(FREE.get(name, ())), held
