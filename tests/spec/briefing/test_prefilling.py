"""What the register says in answer to an instrument: each with its fact, and nothing guessed."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.briefing.prefilling import on_record
from watchkeeper.people.facts import Away, AwayKind, Person, Sex
from watchkeeper.registers.facts import Disposal, Finding, Sentence, Subject

ON = date(2026, 3, 20)
PERSON = Person("P1", "Example", "Ann", date(1980, 3, 20), Sex.MALE, "U1")


def found(ref: str, finding: Finding, on: date | None) -> Disposal:
    return Disposal(ref, "an offence", finding, on, Sentence.COMMUNITY)


def said(*disposals: Disposal, away: tuple[Away, ...] = (), person: Person = PERSON) -> dict[str, str]:
    return {each.item: each.value for each in on_record(Subject(person, disposals, away=away), on=ON)}


@table("""
    case                                 | born       | age
    -------------------------------------|------------|----
    a birthday today                     | 1980-03-20 | 46
    tomorrow                             | 1980-03-21 | 45
    yesterday                            | 1980-03-19 | 46
    on a leap day                        | 2004-02-29 | 22
    not recorded                         |            |
    """)
def test_age_from_the_date_of_birth(born, age):
    person = replace(PERSON, born_on=date.fromisoformat(born) if born else None)
    given = said(person=person)
    assert given.get("age", "") == age
    assert given.get("birth_date", "") == born


def test_sex_that_nobody_recorded_is_not_known():
    assert said()["sex"] == "male"
    assert "sex" not in said(person=replace(PERSON, sex=Sex.NOT_RECORDED))


def test_somebody_without_a_sanction_on_the_register_is_not_said_to_have_none():
    """Missing is never no: the register of one Act does not know every sanction."""
    assert "sexual_history" not in said()
    assert "sexual_history" not in said(found("D1", Finding.INSANITY, date(2020, 1, 1)))
    assert said(found("D1", Finding.CAUTION, date(2020, 1, 1)))["sexual_history"] == "yes"


def test_the_newest_sanction_and_the_newest_conviction():
    given = said(
        found("D1", Finding.CONVICTION, date(2020, 1, 1)),
        found("D2", Finding.CAUTION, date(2021, 1, 1)),
        found("D3", Finding.CONVICTION, date(2026, 3, 21)),  # still to come
    )
    assert (given["last_sexual_sanction_date"], given["conviction_date"]) == ("2021-01-01", "2020-01-01")


def test_a_sanction_without_its_day_might_be_the_newest_so_none_is_named():
    given = said(found("D1", Finding.CONVICTION, date(2020, 1, 1)), found("D2", Finding.CONVICTION, None))
    assert given["sexual_history"] == "yes"
    assert "last_sexual_sanction_date" not in given
    assert "conviction_date" not in given


@table("""
    case                              | kind     | since      | until      | start
    ----------------------------------|----------|------------|------------|-----------
    custody that is over              | custody  | 2020-01-01 | 2022-01-01 | 2022-01-01
    over today                        | custody  | 2020-01-01 | 2026-03-20 | 2026-03-20
    over tomorrow                     | custody  | 2020-01-01 | 2026-03-21 |
    over before the conviction        | custody  | 2018-01-01 | 2019-12-31 |
    remand is no sentence             | remand   | 2020-01-01 | 2022-01-01 |
    a journey                         | abroad   | 2020-01-01 | 2022-01-01 |
    """)
def test_the_day_custody_ended(kind, since, until, start):
    away = (Away("A1", AwayKind(kind), date.fromisoformat(since), date.fromisoformat(until)),)
    assert said(found("D1", Finding.CONVICTION, date(2020, 1, 1)), away=away).get("start_date", "") == start


@table("""
    case           | kind     | where
    ---------------|----------|--------
    in custody     | custody  | custody
    on remand      | remand   | remand
    in hospital    | hospital |
    abroad         | abroad   |
    """)
def test_where_somebody_is_as_far_as_the_record_can_tell(kind, where):
    away = (Away("A1", AwayKind(kind), date(2026, 1, 1), None),)
    assert said(away=away).get("supervision", "") == where
    assert "supervision" not in said()  # at liberty is not said: no fact says it


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(Finding), st.none() | st.dates(date(2015, 1, 1), ON)), max_size=4))
def test_every_answer_names_its_fact(disposals: list[tuple[Finding, date | None]]):
    facts = tuple(found(f"D{n}", finding, on) for n, (finding, on) in enumerate(disposals))
    for each in on_record(Subject(PERSON, facts), on=ON):
        assert each.value
        assert each.fact
