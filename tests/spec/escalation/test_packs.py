"""What the record alone writes in a warrant pack, and how a change of the record is seen."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import Choice, Drawn, Ground, Pack, Prompt, Weighed
from watchkeeper.escalation.rules.packs import Basis, Section, attempt, changed, digests, drafted
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.people.facts import Address, AddressKind, Away, AwayKind, Person, Sex
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Outcome, Purpose, Visit
from watchkeeper.workforce.facts import Rank

ON = date(2026, 3, 20)
DRAWN = Drawn(
    "D1", Ground.REFUSED_ENTRY, Choice.WARRANT, date(2026, 3, 18), "O5", Rank.COMMANDER, "Two refusals.", None,
    premises="A1", applicant="O4",
)  # fmt: skip
WEIGHED = Weighed(
    "W1", Ground.REFUSED_ENTRY, ON, "O2", premises="A1", need="Devices are inside.", applicant="O4",
    applicant_rank=Rank.SUPERINTENDENT, answers=((Prompt.AIM.value, "To see."), (Prompt.AGAINST.value, "He spoke.")),
)  # fmt: skip


def visit(ref: str, day: int, outcome: Outcome, **more: object) -> Visit:
    at = datetime(2026, 3, day, 18, 30, tzinfo=UTC)
    told = {
        "premises": "A1",
        "purpose": Purpose.ASSESS_RISK,
        "sought_entry_to_search": True,
        "crew": ("O1", "O9"),
    }
    return Visit(ref, at, outcome=outcome, **(told | more))  # type: ignore[arg-type]


VISITS = (
    visit("V1", 2, Outcome.REFUSED),
    visit("V2", 5, Outcome.SEEN, sought_entry_to_search=False),
    visit("V3", 7, Outcome.NO_REPLY, purpose=Purpose.ROUTINE, sought_entry_to_search=False),
    visit("V4", 9, Outcome.REFUSED),
    visit("V5", 10, Outcome.NO_REPLY, premises="A2", notice_hours=24),
)
BASIS = Basis(
    Person("P1", "Example", "Ann", date(1980, 5, 17), Sex.FEMALE, "NW"),
    Level.HIGH,
    DRAWN,
    WEIGHED,
    (
        Address("A1", AddressKind.HOME, "1 High Street", "N1 1AA", date(2025, 1, 6), None),
        Address("A2", AddressKind.OTHER, "2 Low Street", "", None, None),
    ),
    (Away("W9", AwayKind.CUSTODY, date(2026, 1, 5), date(2026, 2, 2)),),
    VISITS,
    Decision((Reason(True, "2 of 2 occasions", "s.96B(2)(d)"), Reason(False, "no home", "s.96B(2)(a)"))),
)


@table("""
    case                    | visit | ends
    ------------------------|-------|---------------------------------------------
    sought to search        | V1    | counts as an occasion.
    on routine contact      | V3    | does not count: purpose: routine contact; entry was not sought in order to search.
    at another address      | V5    | does not count: made at other premises.
    """)
def test_the_schedule_says_of_each_attempt_whether_it_counts(visit, ends):
    (one,) = (each for each in VISITS if each.ref == visit)
    says = attempt(one, "A1")
    assert says.startswith(f"{visit}: 18:30, ")
    assert "officers O1 and O9" in says
    assert says.endswith(ends)


def test_the_hour_is_londons():
    summer = replace(VISITS[0], at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    assert attempt(summer, "A1").startswith("V1: 00:30, 2 July 2026, ")


def test_each_section_is_written_from_the_record():
    told = drafted(BASIS, on=ON)
    assert list(told) == list(Section)
    assert "Applicant: O4, superintendent." in told[Section.APPLICATION]
    assert "Ann Example, born on 17 May 1980, reference P1" in told[Section.PERSON]
    assert told[Section.PREMISES] == "1 High Street, N1 1AA (home, since 6 January 2025; A1 on our record)."
    assert told[Section.GROUNDS].splitlines()[1] == "- no home (s.96B(2)(a)): NOT SHOWN"
    assert [line[2:4] for line in told[Section.ATTEMPTS].splitlines()] == ["V1", "V3", "V4", "V5"]
    assert told[Section.NECESSITY] == "Devices are inside."
    assert told[Section.PROPORTIONALITY] == f"{Prompt.AIM}\nTo see."


@pytest.mark.parametrize(
    "said",
    [
        "times seen in all: 1, last on 5 March 2026 (V2)",
        "seen since the first attempt that counts: 5 March 2026, seen (V2)",
        "attempt that does not count: V3, 7 March 2026, no reply",
        "attempt that does not count: V5, 10 March 2026, no reply",
        "visit announced beforehand: V5, 10 March 2026",
        "out of reach, custody, from 5 January 2026 until 2 February 2026",
        "another address on record: A2, other",
        "He spoke.",
    ],
)
def test_what_speaks_against_it_is_disclosed_from_the_record(said):
    assert said in drafted(BASIS, on=ON)[Section.DISCLOSURE]


def test_an_attempt_that_counts_does_not_stand_against_it():
    assert "V1" not in drafted(BASIS, on=ON)[Section.DISCLOSURE]


def test_a_change_of_the_record_names_the_sections_it_touches():
    saved = Pack("D1", (), digests(drafted(BASIS, on=ON)), ON, "O2")
    assert changed(saved, drafted(BASIS, on=ON)) == ()
    assert changed(None, drafted(BASIS, on=ON)) == ()
    more = replace(BASIS, visits=(*VISITS, visit("V6", 12, Outcome.NOT_AT_HOME)))
    assert changed(saved, drafted(more, on=ON)) == (Section.ATTEMPTS,)
    moved = replace(BASIS, away=())
    assert changed(saved, drafted(moved, on=ON)) == (Section.DISCLOSURE,)


@given(st.integers(0, 200), st.permutations(VISITS))
def test_the_same_record_drafts_the_same_words_on_any_later_day(days, visits):
    later = date.fromordinal(ON.toordinal() + days)
    assert drafted(replace(BASIS, visits=tuple(visits)), on=later) == drafted(BASIS, on=ON)
