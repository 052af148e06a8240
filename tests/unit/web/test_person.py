"""The record of one person: what its pages are made from, today and on a past day."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.http import QueryDict
from django.urls import reverse

from tests.table import table
from tests.unit.web.house import LAW, NIGHT, ON, House, said
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.models import Entry
from watchkeeper.audit.standing import standing
from watchkeeper.briefing.history import history_of, kinds
from watchkeeper.escalation.failing import OFFENCES
from watchkeeper.hindsight.telling import TELLINGS
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.people.models import Address, Alias, Person
from watchkeeper.registers.facts import Duty as Register
from watchkeeper.risk.facts import Duty as Risk
from watchkeeper.visits.facts import Duty as Door
from watchkeeper.web.asking import Asking
from watchkeeper.web.person_acts import OFFERED
from watchkeeper.web.person_duties import clocks, otherwise
from watchkeeper.web.person_links import links
from watchkeeper.web.person_looks import looks, together
from watchkeeper.web.person_reading import TABS, address_of, asked_day, children, end_of, read
from watchkeeper.web.person_timeline import A_PAGE, timeline, told
from watchkeeper.workforce.facts import Duty as Staff
from watchkeeper.workforce.facts import Role
from watchkeeper.workforce.rules.standards import SEALED_DUTIES

pytestmark = pytest.mark.django_db


def asking(house: House, role: Role = Role.OFFENDER_MANAGER) -> Asking:
    return Asking(house.officers[role], None, ON, NIGHT, LAW, england_and_wales())  # type: ignore[arg-type]


def stored(of, ref: str, day: int, **columns):
    """A version of a fact, known from nine in the morning of a day in March."""
    at = datetime(2026, 3, day, 9, tzinfo=UTC)
    return of.objects.create(ref=ref, recorded_at=at, known_from=at, act=1, **columns)


def shown(house: House, person: str, day: date = ON):
    found = read(asking(house), person, day)
    assert found is not None
    return found


def entry(house: House, person: str, ref: str, day: date = ON):
    return next((one for one in told(shown(house, person, day))[0] if one.ref == ref), None)


@pytest.mark.parametrize("on", [ON, date(2021, 6, 1)])
def test_what_is_read_of_a_person_is_what_stood(house: House, on: date):
    """Every kind, every person: the questions written out once answer as `as_known` does, cell by cell."""
    known_at = end_of(on)
    wrong, many = [], 0
    for kind in kinds():
        whose = "ref" if kind is Person else "person_ref"
        expected: dict[str, list[Any]] = {}
        for row in kind.objects.as_known(known_at).order_by("id").values():
            expected.setdefault(row[whose], []).append(row)
        for ref in Person.objects.values_list("ref", flat=True):
            stood = history_of(ref, known_at=known_at, asked=(kind,)).standing(kind)
            again = standing(kind, known_at=known_at, **{whose: ref})
            cells = [
                {name: getattr(row, name) for name in expected[ref][0]} for row in stood if ref in expected
            ]
            many += len(stood)
            if cells != expected.get(ref, []) or list(again) != list(stood):
                wrong.append((kind, ref))
    assert (wrong, many > 0) == ([], True)


@table("""
    case                          | typed      | day        | wrong
    ------------------------------|------------|------------|-------
    nothing typed is today        |            | 2026-03-20 |
    a past day                    | 2026-03-02 | 2026-03-02 |
    today                         | 2026-03-20 | 2026-03-20 |
    tomorrow                      | 2026-03-21 | 2026-03-20 | Enter today or a day before it
    no such day                   | 2026-02-30 | 2026-03-20 | Enter a day as year, month and day, like 2026-03-02
    words                         | yesterday  | 2026-03-20 | Enter a day as year, month and day, like 2026-03-02
    """)
def test_the_day_asked_for(typed: str, day: str, wrong: str):
    assert asked_day(typed, today=ON) == (date.fromisoformat(day), wrong)


def test_a_day_ends_at_midnight_in_london():
    assert end_of(date(2026, 3, 2)) == datetime(2026, 3, 2, 23, 59, 59, 999999, tzinfo=UTC)
    assert end_of(date(2026, 7, 1)) == datetime(2026, 7, 1, 22, 59, 59, 999999, tzinfo=UTC)


def test_a_fact_recorded_later_than_the_day_asked_is_not_shown(house: House):
    stored(Alias, "N900", 12, person_ref=house.person, name="Bea Moss", used_since=date(2026, 3, 2))
    assert entry(house, house.person, "N900", date(2026, 3, 11)) is None
    there = entry(house, house.person, "N900", date(2026, 3, 12))
    assert (there.on, there.known, there.apart) == (date(2026, 3, 2), date(2026, 3, 12), True)


def test_a_corrected_fact_shows_what_it_said_and_on_a_past_day_says_it(house: House):
    stored(Alias, "N900", 5, person_ref=house.person, name="Bea Moss", used_since=date(2026, 3, 2))
    stored(Alias, "N900", 9, person_ref=house.person, name="Bea Morse", used_since=date(2026, 3, 2))
    now = entry(house, house.person, "N900")
    assert now.says == "Other name used: Bea Morse"
    assert [(one, when) for one, when in now.before] == [("Other name used: Bea Moss", date(2026, 3, 9))]
    then = entry(house, house.person, "N900", date(2026, 3, 8))
    assert (then.says, then.before) == ("Other name used: Bea Moss", ())


def test_a_correction_that_its_sentence_does_not_show_names_what_changed(house: House):
    home = {"person_ref": house.person, "kind": "home", "line": "1 Elm Row", "postcode": "E1 1AA"}
    stored(Address, "A900", 5, **home, since=date(2026, 3, 2))
    stored(Address, "A900", 9, **home, since=date(2026, 3, 3))
    stored(Address, "A900", 10, **home, since=date(2026, 3, 3))
    first, second = entry(house, house.person, "A900").before
    assert first == ("the same, recorded once more", date(2026, 3, 10))
    assert second[0].endswith("(2 March 2026)")


def test_a_fact_withdrawn_says_so_and_what_it_said(house: House):
    stored(Alias, "N900", 5, person_ref=house.person, name="Bea Moss")
    stored(Alias, "N900", 9, person_ref=house.person, name="Bea Moss", withdrawn=True)
    there = entry(house, house.person, "N900")
    assert (there.ended, there.says) == (date(2026, 3, 9), "Other name used: Bea Moss")


def test_a_fact_moved_to_another_person_says_nothing_of_them(house: House):
    stored(Alias, "N900", 5, person_ref=house.person, name="Bea Moss")
    stored(Alias, "N900", 9, person_ref="P999", name="Cara Reed")
    there = entry(house, house.person, "N900")
    assert (there.ended, there.says, there.before) == (date(2026, 3, 9), "Other name used: Bea Moss", ())


def test_every_kind_of_fact_of_a_record_has_its_words():
    assert {kind._meta.label for kind in kinds()} - TELLINGS.keys() == set()


def test_every_fact_that_stands_is_on_the_timeline_once(house: House):
    reading = shown(house, house.person)
    refs = sorted(one.ref for one in told(reading)[0])
    known = history_of(house.person, known_at=NIGHT, asked=kinds()).versions
    assert refs == sorted(ref for facts in known.values() for ref in facts)


def test_the_pages_of_a_timeline_hold_every_entry_once_and_nonsense_is_the_first(house: House):
    reading = max((shown(house, ref) for ref in _mine(house)), key=lambda one: len(one.visits))
    first = timeline(reading, QueryDict(""))["page"]
    every = [one.ref for page in range(first.last) for one in _page(reading, page + 1)]
    assert (len(every), len(set(every))) == (first.many, first.many)
    assert first.many > A_PAGE
    for odd in ("page=0", "page=-3", "page=x", "page=²", "page=99999999999999999999", "kind=none"):
        assert timeline(reading, QueryDict(odd))["page"].at == 1


def _page(reading, number: int):
    return timeline(reading, QueryDict(f"page={number}"))["page"].rows


def _mine(house: House) -> list[str]:
    return list(
        Person.objects.filter(unit=house.officers[Role.SUPERVISOR].unit).values_list("ref", flat=True)
    )


@table("""
    case                             | home_says | began | ended | lives
    ---------------------------------|-----------|-------|-------|------
    nobody recorded it               |           |       |       |
    recorded as no                   | no        |       |       | no
    recorded as yes                  | yes       |       |       | yes
    a household began                | no        | 5     |       | yes
    a household began and ended      | no        | 5     | 9     | no
    ended, and nobody said of home   |           | 5     | 9     |
    began again                      |           | 9     | 5     | yes
    """)
def test_whether_a_child_lives_there(house: House, home_says: str, began: str, ended: str, lives: str):
    from watchkeeper.registers.models import Change

    answers = {"": None, "no": False, "yes": True}
    stored(Person, "P900", 2, unit="BCU01")
    stored(
        Address, "A900", 2, person_ref="P900", kind="home", since=date(2026, 1, 1),
        children_live_there=answers[home_says],
    )  # fmt: skip
    for ref, matter, day in (("G1", "child household began", began), ("G2", "child household ended", ended)):
        if day:
            stored(Change, ref, 10, person_ref="P900", matter=matter, happened_on=date(2026, 3, int(day)))
    assert children(shown(house, "P900")) is answers[lives]


def test_every_duty_says_what_happens_if_it_is_not_done():
    told = [duty for slice_ in (Register, Risk, Door, Staff) for duty in slice_ if duty not in SEALED_DUTIES]
    silent = [duty for duty in told if not otherwise(duty)]
    assert silent == []
    assert all("s.91" in otherwise(duty) for duty in OFFENCES if duty != Register.NON_EVENT)


def test_the_clocks_are_those_of_the_due_command_loudest_first(house: House):
    for ref in _mine(house)[:20]:
        reading = shown(house, ref)
        found = clocks(reading)
        assert sorted(map(repr, (one.due for one in found))) == sorted(map(repr, reading.explained.dues))
        late = [one.due.days_late(ON) for one in found if one.clock == "late"]
        assert late == sorted(late, reverse=True)


def test_others_at_the_same_address_are_named_to_who_needs_to_know_and_counted_for_the_rest(house: House):
    unit = house.officers[Role.OFFENDER_MANAGER].unit
    place = {"kind": "home", "postcode": "E1 1AA", "since": date(2026, 1, 1)}
    stored(Address, "A900", 2, person_ref=house.person, line="1 Elm  Row", **place)
    for ref, of in (("P901", unit), ("P902", "BCU99")):
        stored(Person, ref, 2, unit=of, family_name=ref)
        stored(Address, f"{ref}-H", 2, person_ref=ref, line="1 elm row", **place)
    found = links(shown(house, house.person))
    named = {one.ref: one.because for one in found["links"]}
    assert named["P901"] == ("the same address, 1 elm row, E1 1AA",)
    assert "P902" not in named
    assert found["hidden"] == found["many"] - len(named) >= 1


def test_others_by_the_same_name_are_linked_and_the_person_never_to_themselves(house: House):
    unit = house.officers[Role.OFFENDER_MANAGER].unit
    stored(Person, "P900", 2, unit=unit, family_name="Larkspur", given_names="Ann")
    stored(Alias, "N900", 2, person_ref="P900", name="Bea Moss")
    stored(Person, "P901", 2, unit=unit, family_name="Moss", given_names="Bea")
    stored(Person, "P902", 2, unit=unit, family_name="Moss", given_names="Cara")
    stored(Alias, "N902", 2, person_ref="P902", name="Ann Larkspur")
    named = {one.ref: one.because for one in links(shown(house, "P900"))["links"]}
    assert named == {"P901": ("on record by the same name",), "P902": ("uses the name Ann Larkspur",)}


def test_looks_of_one_day_and_purpose_are_one_line_and_a_refusal_another():
    def row(hour: int, kind: Kind = Kind.DONE, day: int = 20) -> tuple[str, str, str, datetime]:
        return "M1", "visiting", kind, datetime(2026, 3, day, hour, tzinfo=UTC)

    found = together([row(16), row(12), row(11, Kind.REFUSED), row(9), row(9, day=19)])
    assert [(one.times, one.refused, one.between, one.on.day) for one in found] == [
        (3, False, "between 09:00 and 16:00", 20),
        (1, True, "at 11:00", 20),
        (1, False, "at 09:00", 19),
    ]


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.OFFENDER_MANAGER, False),
        (Role.SUPERVISOR, True),
        (Role.DUTY_INSPECTOR, True),
        (Role.SENIOR_OFFICER, True),
        (Role.INTELLIGENCE, False),
        (Role.INSPECTION, True),
    ],
)
def test_who_sees_who_looked(house: House, role: Role, sees: bool):
    reading = read(asking(house, role), house.person, ON)
    found = looks(reading)
    assert found["may"] is sees
    if not sees:
        assert found["looks"] == []


def test_a_look_back_counts_the_looks_until_then(house: House):
    client = house.client(Role.OFFENDER_MANAGER)
    client.get(f"/people/{house.person}/")
    assert looks(shown(house, house.person))["many"] >= 1
    assert looks(shown(house, house.person, ON - timedelta(days=1)))["many"] == 0
    assert Entry.objects.filter(about=house.person).exists()


@pytest.mark.parametrize("day", ["", "2025-06-01", "nonsense", "0001-01-01"])
@pytest.mark.parametrize("tab", TABS)
def test_every_page_of_a_record_answers_today_and_on_any_past_day(house: House, tab: str, day: str):
    client = house.client(Role.OFFENDER_MANAGER)
    response = client.get(reverse(tab, args=[house.person]) + (f"?known={day}" if day else ""))
    assert response.status_code == 200, said(response)[-2000:]
    title = re.search(r"<title>(.*?)</title>", said(response), re.DOTALL)
    assert title is not None
    assert TABS[tab] in title[1]


def test_links_of_a_look_back_keep_it_and_offer_nothing_to_do(house: House):
    client = house.client(Role.OFFENDER_MANAGER)
    text = said(client.get(f"/people/{house.person}/?known=2026-03-01"))
    ways = re.findall(r'href="(/people/[^"]+)"', text)
    assert [way for way in ways if not way.endswith("known=2026-03-01")] == [f"/people/{house.person}/"]
    assert "Looking back" in text
    assert not [way for ways in OFFERED.values() for way in ways if f">{way.text}<" in text]


def test_the_pages_that_a_record_leads_to_are_there():
    named = {way.name for ways in OFFERED.values() for way in ways}
    assert [name for name in named if not address_of(name, "P1")] == []
    assert OFFERED.keys() - {"person-timeline"} == TABS.keys() - {"person-timeline"}
    assert address_of("decide", "P1", "no-contact")
    assert address_of("search")
    assert address_of("no such page", "P1") == ""


def test_nobody_known_then_is_said_and_not_a_fault(house: House):
    text = said(house.client(Role.OFFENDER_MANAGER).get(f"/people/{house.person}/?known=1990-01-01"))
    assert f"Nothing was known of {house.person} by the end of 1 January 1990" in text


def test_the_list_of_my_people_is_mine_alone_gravest_and_longest_unseen_first(house: House):
    from watchkeeper.web.person_list import my_people
    from watchkeeper.workforce.models import Managed

    found = my_people(asking(house))["mine"]
    officer = house.officers[Role.OFFENDER_MANAGER].ref
    assert {one.ref for one in found} == set(
        Managed.objects.filter(officer_ref=officer, until=None).values_list("person_ref", flat=True)
    )
    for one in found[:10]:
        case = shown(house, one.ref).case
        assert one.level == (case.outlook.level.level if case.outlook.level else None)
        assert one.seen_on == case.contact.last_seen_on
