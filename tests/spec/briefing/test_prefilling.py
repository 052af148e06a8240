"""What the register says in answer to an instrument: each with its fact, and nothing guessed."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.briefing.prefilling import on_record
from watchkeeper.briefing.sanctions import COUNTED, kinds_of
from watchkeeper.law import shelf
from watchkeeper.people.facts import Away, AwayKind, Person, Sex
from watchkeeper.registers.facts import Disposal, Finding, Sentence, Subject

ON = date(2026, 3, 20)
PERSON = Person("P1", "Example", "Ann", date(1980, 3, 20), Sex.MALE, "U1")


LAW = shelf.load()


def found(ref: str, finding: Finding, on: date | None, offence: str = "an offence") -> Disposal:
    return Disposal(ref, offence, finding, on, Sentence.COMMUNITY)


def said(*disposals: Disposal, away: tuple[Away, ...] = (), person: Person = PERSON) -> dict[str, str]:
    return {each.item: each.value for each in on_record(Subject(person, disposals, away=away), LAW, on=ON)}


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


CHILD, WOMAN, IMAGES, SHOWN = "SOA 2003 s.9", "Rape, SOA 2003 s.1", "PCA 1978 s.1", "Exposure, SOA 2003 s.66"
CHARGED = {"C": CHILD, "W": WOMAN, "I": IMAGES, "S": SHOWN, "?": "an offence"}


@table("""
    case                       | offence                                           | may
    ---------------------------|---------------------------------------------------|------------------------------
    touching under 16          | Sexual activity with a child, SOA 2003 s.9        | contact_child
    the Act in full            | contrary to Sexual Offences Act 2003, section 9(1)| contact_child
    under 13 by the statute    | Rape of a child under 13, SOA 2003 s.5            | contact_child
    a victim of whatever age   | Rape, SOA 2003 s.1                                | contact_adult contact_child
    exposure                   | Exposure, SOA 2003 s.66                           | noncontact
    images                     | Possession of images, CJA 1988 s.160              | images_indirect
    no contact, of which kind? | Sexual communication with a child, SOA 2003 s.15A | images_indirect noncontact
    a counting code            | 19E                                               | contact_child
    as a form pads it          | 019c                                              | contact_adult contact_child
    with idle noughts          | 088E                                              | noncontact
    a section not listed       | Arranging a child sex offence, SOA 2003 s.14      |
    an attempt                 | Attempted rape of a child under 13, SOA 2003 s.5  |
    two sections               | SOA 2003 s.9 and SOA 2003 s.66                    |
    the Act named once         | SOA 2003 s.66 and s.9                             |
    with a comma               | Sexual Offences Act 2003, s.9, s.66               |
    and no letter              | Sexual Offences Act 2003, section 66 and 67       |
    from one to another        | SOA 2003 s.9 to 12                                |
    one or the other           | SOA 2003 s.66 or 9                                |
    with a dash                | SOA 2003 s.9\u201312                                 |
    the word cut short         | SOA 2003 s.66, sec. 9                             |
    joined by a sign           | SOA 2003 s.66 & 9                                 |
    after a subsection         | SOA 2003 s.66(1), and s.9(1)(a)                   |
    one before the Act         | s.9 SOA 2003, s.66                                |
    one of another Act         | SOA 2003 s.66; Theft Act 1968 s.9                 |
    one section in its parts   | SOA 2003 s.9(1)(a), on two days                   | contact_child
    the same one twice         | SOA 2003 s.9(1) and SOA 2003 s.9(2)               | contact_child
    words alone                | something a clerk wrote                           |
    a code not listed          | 86                                                |
    """)
def test_what_an_offence_can_count_as(offence, may):
    assert sorted(kinds_of(offence, LAW, on=ON)) == may.split()


@table("""
    case                                | sanctions                                | child | images | noncontact
    ------------------------------------|------------------------------------------|-------|--------|-----------
    one                                 | C 2020-01-01                             | 1     |        |
    two offences on one day are one     | C 2020-01-01, C 2020-01-01               | 1     |        |
    two days are two                    | C 2020-01-01, C 2020-01-02               | 2     |        |
    two kinds on one day are one each   | C 2020-01-01, I 2020-01-01               | 1     | 1      |
    none of a kind is not said          | I 2020-01-01, I 2021-01-01, S 2022-01-01 |       | 2      | 1
    a victim of whatever age            | W 2020-01-01, I 2021-01-01               |       | 1      |
    the same on a day counted already   | W 2020-01-01, C 2020-01-01               | 1     |        |
    one nobody can read                 | C 2020-01-01, ? 2021-01-01               |       |        |
    unread on a day counted already     | C 2020-01-01, ? 2020-01-01               | 1     |        |
    one without its day                 | C 2020-01-01, C none                     |       |        |
    one of today                        | C 2020-01-01, C 2026-03-20               | 2     |        |
    one of tomorrow                     | C 2020-01-01, C 2026-03-21               | 1     |        |
    """)
def test_sanctions_are_counted_by_the_day_where_each_can_be_read(sanctions, child, images, noncontact):
    disposals = []
    for number, each in enumerate(sanctions.split(", ")):
        what, on = each.split()
        day = None if on == "none" else date.fromisoformat(on)
        disposals.append(found(f"D{number}", Finding.CONVICTION, day, CHARGED[what]))
    given = said(*disposals)
    assert [given[kind] for kind in ("contact_child", "images_indirect", "noncontact")] == [
        child,
        images,
        noncontact,
    ]
    assert given["contact_adult"] == given["sanctions"] == ""  # nothing on the register says either


def test_which_disposal_could_not_be_read_is_said():
    facts = (
        found("D1", Finding.CONVICTION, date(2020, 1, 1), CHILD),
        found("D2", Finding.CAUTION, date(2021, 1, 1)),
        found("D3", Finding.INSANITY, date(2022, 1, 1), CHILD),  # whether it is a sanction nobody says
    )
    whole = {each.item: each for each in on_record(Subject(PERSON, facts), LAW, on=ON)}
    assert whole["contact_child"].fact.endswith("whether D2 and D3 is one")
    assert whole["noncontact"].fact.endswith("whether D2 is one")
    assert "contact_adult" not in said()  # with nothing on the register nothing is said


@table("""
    case                     | what | finding    | images | contact | without | convicted
    -------------------------|------|------------|--------|---------|---------|----------
    images                   | I    | conviction | yes    |         |         |
    a child touched          | C    | caution    |        | yes     |         |
    rape, of whomever        | W    | conviction |        | yes     |         |
    exposure                 | S    | conviction |        |         | yes     | yes
    exposure, cautioned      | S    | caution    |        |         | yes     |
    found not guilty, insane | S    | insanity   |        |         |         |
    """)
def test_that_there_was_one_is_said_and_never_that_there_was_none(
    what, finding, images, contact, without, convicted
):
    given = said(found("D1", Finding(finding), date(2020, 1, 1), CHARGED[what]))
    items = ("images_offence", "contact_offending", "noncontact_offence", "noncontact_conviction")
    assert [given.get(item, "") for item in items] == [images, contact, without, convicted]


OFFENCES = st.sampled_from((CHILD, WOMAN, IMAGES, SHOWN, "an offence"))
MANY = st.lists(st.tuples(OFFENCES, st.dates(date(2015, 1, 1), ON)), max_size=5)


@settings(max_examples=40)
@given(MANY, OFFENCES)
def test_one_more_sanction_never_lowers_a_count_that_is_still_given(many, more):
    before = [found(f"D{n}", Finding.CONVICTION, on, what) for n, (what, on) in enumerate(many)]
    after = said(*before, found("D9", Finding.CONVICTION, ON, more))
    for item, value in said(*before).items():
        if item in COUNTED and value and after[item]:
            assert int(after[item]) >= int(value)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(Finding), st.none() | st.dates(date(2015, 1, 1), ON)), max_size=4))
def test_every_answer_names_its_fact(disposals: list[tuple[Finding, date | None]]):
    facts = tuple(found(f"D{n}", finding, on) for n, (finding, on) in enumerate(disposals))
    for each in on_record(Subject(PERSON, facts), LAW, on=ON):
        assert each.fact
