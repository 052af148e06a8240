"""A frozen brief is read back as it was frozen, and whoever something was done about is worked out anew."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.conftest import NOON, ON
from watchkeeper.audit.actions import entries
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.searching import newest_entry
from watchkeeper.briefing import reading
from watchkeeper.briefing.actions import compile_brief, note_export
from watchkeeper.briefing.exporting import HEADINGS, rows_as_csv
from watchkeeper.briefing.facts import Asked, Line, Section
from watchkeeper.briefing.reading import Nights, Tonight
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.actions.joining import note_mentions
from watchkeeper.people.facts import Mention
from watchkeeper.people.models import Person
from watchkeeper.people.searching import Roll
from watchkeeper.people.stored import touched
from watchkeeper.registers.models import Disposal
from watchkeeper.risk.models import SetLevel
from watchkeeper.workforce.actions.officers import officer_as_known
from watchkeeper.workforce.acts import Acting, Refused, act
from watchkeeper.workforce.facts import Officer as AnOfficer
from watchkeeper.workforce.facts import Power, Rank, Role
from watchkeeper.workforce.models import Managed, Officer, Unit

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = NOON - timedelta(days=30)
LATER = NOON + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def small_force(transactional_db: None) -> None:
    """One unit, a manager and a senior officer, and two people of whom little is recorded."""
    known = {"recorded_at": BEFORE, "known_from": BEFORE, "act": 0}
    Unit.objects.create(ref="NW", name="North West", **known)
    Officer.objects.create(ref="M1", rank="constable", role="offender manager", unit="NW", **known)
    Officer.objects.create(ref="S1", rank="superintendent", role="senior officer", unit="NW", **known)
    for ref in ("P1", "P2"):
        Person.objects.create(ref=ref, unit="NW", family_name=f"Larkspur{ref}", **known)
        Disposal.objects.create(
            ref=f"D-{ref}",
            person_ref=ref,
            finding="caution",
            sentence="caution",
            relevant_date=ON - timedelta(days=20),
            **known,
        )


def compiled(law: Shelf, england: Calendar, at: datetime = NOON) -> None:
    compile_brief(Asked(ON, at), by="S1", law=law, calendar=england, at=at)


def read(nights: Nights, law: Shelf, england: Calendar, at: datetime = LATER) -> Tonight:
    found = nights.tonight(law, england, on=ON, at=at)
    assert found is not None
    return found


def senior() -> AnOfficer:
    found = officer_as_known("S1", known_at=NOON)
    assert found is not None
    return found


def do(law: Shelf, row: object, about: str = "P1", power: Power = Power.ALLOCATE_MANAGER) -> None:
    with act(power, by=senior(), about=about, on=ON, law=law, purpose="test", at=LATER) as this:
        this.store(row)


def lacking(found: Tonight, who: str) -> bool:
    return any(line.who == who and line.what == "level of risk" for _, line in found.lines)


def test_there_is_nothing_to_read_before_the_first_brief(law, england):
    assert Nights().tonight(law, england, on=ON, at=NOON) is None


def test_the_lines_read_back_are_the_lines_frozen_in_their_order(law, england):
    made = compile_brief(Asked(ON, NOON), by="S1", law=law, calendar=england, at=NOON)
    found = read(Nights(), law, england)
    assert [line for _, line in found.lines] == list(made.brief.lines)
    assert sorted(found.lines) == list(found.lines) or [place for place, _ in found.lines] == sorted(
        place for place, _ in found.lines
    )
    assert (found.renewed, found.waiting, found.loaded) == (frozenset(), frozenset(), False)


def test_whoever_something_was_done_about_is_worked_out_anew_and_nobody_else(law, england):
    compiled(law, england)
    nights = Nights()
    assert lacking(read(nights, law, england), "P1")
    do(law, SetLevel(ref="", person_ref="P1", level="high", set_on=ON, set_by="S1"))
    found = read(nights, law, england)
    assert (lacking(found, "P1"), lacking(found, "P2")) == (False, True)
    assert found.renewed == {"P1"}
    assert [place for place, _ in found.lines] == sorted(place for place, _ in found.lines)
    assert read(Nights(), law, england).lines == found.lines  # another process says the same


def test_on_another_trail_nothing_kept_of_the_first_is_shown(law, england, monkeypatch):
    compiled(law, england)
    nights, worked = Nights(), []
    do(law, SetLevel(ref="", person_ref="P1", level="high", set_on=ON, set_by="S1"))
    found = read(nights, law, england)
    anew = reading._worked_out
    monkeypatch.setattr(reading, "_worked_out", lambda who, *a, **k: worked.append(who) or anew(who, *a, **k))
    assert read(nights, law, england).lines == found.lines
    assert worked == []
    number, _ = nights._news[1]
    nights._news = nights._news[0], (number, "an entry of that number, of another trail"), nights._news[2]
    assert read(nights, law, england).lines == found.lines
    assert worked == ["P1"]


def test_an_act_that_names_nobody_but_stores_about_somebody_touches_them(law, england):
    compiled(law, england)
    do(law, SetLevel(ref="", person_ref="P2", level="low", set_on=ON, set_by="S1"), about="")
    found = read(Nights(), law, england)
    assert (found.renewed, lacking(found, "P2")) == ({"P2"}, False)


def test_a_look_touches_nobody_and_a_load_is_said(law, england):
    compiled(law, england)
    begun = newest_entry()
    with act(Power.READ_PERSON, by=senior(), about="P1", on=ON, law=law, purpose="test", at=LATER):
        pass
    assert touched(begun, at=LATER).people == {}
    system = AnOfficer("SYSTEM", Rank.CONSTABLE, Role.SYSTEM, "")
    who = Acting(by=system, about="", on=ON, law=law, purpose="who the suspects of referrals are", at=LATER)
    assert note_mentions([Mention("S-1", "suspect", "Ann", "Rowe")], who) == 1
    assert (touched(begun, at=LATER).people, touched(begun, at=LATER).loaded) == ({}, False)
    with act(Power.LOAD_RECORDS, by=system, about="", on=ON, law=law, purpose="load", at=LATER):
        pass
    assert touched(begun, at=LATER).loaded
    assert read(Nights(), law, england).loaded


def test_a_newer_brief_takes_the_place_of_the_older(law, england):
    compiled(law, england)
    nights = Nights()
    do(law, SetLevel(ref="", person_ref="P1", level="high", set_on=ON, set_by="S1"))
    assert read(nights, law, england).renewed == {"P1"}
    compiled(law, england, at=LATER)
    found = read(nights, law, england)
    assert (found.renewed, found.night.known_at) == (frozenset(), LATER)


def test_the_backlog_of_each_night_is_counted_by_unit_and_level(law, england):
    assert Nights().backlog(on=ON) == []
    compiled(law, england)
    ((night, counted),) = Nights().backlog(on=ON)
    lines = [line for _, line in read(Nights(), law, england).lines]
    late = [line for line in lines if line.section in (Section.DECISIONS, Section.UNMANAGED, Section.OVERDUE)]
    assert night == ON
    assert sum(counted.values()) == len(late) > 0


def test_the_roll_follows_the_trail(law):
    roll = Roll().refresh(on=ON, at=NOON)
    assert {ref: each.manager for ref, each in roll.people.items()} == {"P1": "", "P2": ""}
    do(law, Managed(ref="", person_ref="P1", officer_ref="M1", since=ON))
    renamed = Person(ref="P2", unit="NW", family_name="Newname", given_names="Ann")
    do(law, renamed, about="P2")
    roll.refresh(on=ON, at=LATER)
    assert roll.people["P1"].manager == "M1"
    assert roll.people["P2"].name == "Ann Newname"


def test_on_another_trail_everybody_is_read_again(law):
    with act(Power.READ_PERSON, by=senior(), about="P1", on=ON, law=law, purpose="test", at=NOON):
        pass
    roll = Roll().refresh(on=ON, at=LATER)
    roll.people.pop("P2")
    number, _ = roll._through
    assert "P2" not in roll.refresh(on=ON, at=LATER).people, "nothing was done about P2 on this trail"
    roll._through = number, "an entry of that number, of another trail"
    assert roll.refresh(on=ON, at=LATER).people.keys() == {"P1", "P2"}


def test_an_export_is_on_the_trail_with_its_count_and_refused_without_a_purpose(law):
    content = rows_as_csv((), {})
    given = {"rows": 0, "brief": "abc", "on": ON, "law": law, "at": NOON}
    note_export(content, by=senior(), purpose="morning meeting", **given)
    done = list(entries())[-1]
    assert (done.kind, done.purpose) == (Kind.DONE, "morning meeting")
    assert ("rows", "0") in done.facts
    with pytest.raises(Refused, match="a purpose is given"):
        note_export(content, by=senior(), purpose=" ", **given)
    with pytest.raises(Refused, match="needed"):
        note_export(content, by=replace(senior(), role=Role.ADMINISTRATOR), purpose="x", **given)


def test_no_cell_of_an_export_runs_in_a_spreadsheet():
    bad = "=HYPERLINK(1)"
    line = Line(Section.MISSING, bad, bad, None, None, bad, bad, (bad,), bad)
    text = rows_as_csv([line], {bad: bad}).decode("utf-8-sig")
    heading, row = text.splitlines()
    assert tuple(heading.split(",")) == HEADINGS
    assert row.count("'=HYPERLINK(1)") == row.count("=HYPERLINK(1)") == 7
