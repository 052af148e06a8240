"""When an assessment is made again with its instrument, and when one that was drawn is rated again."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.due import Due, Standing
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.risk.answers import OwnClock, Place, Rated, SecondRatingOwed
from watchkeeper.risk.facts import Assessment, Duty, Outlook
from watchkeeper.risk.packed import own_clocks, packs
from watchkeeper.risk.rules.assessments import assessment_due
from watchkeeper.risk.rules.repeating import repeats_due, second_rating_due

LAW = shelf.load()
DONE = date(2025, 8, 31)
PACK = "cport 2018 0123456789ab"
ITS_WORD = "The instrument's own guide"


def outlook(months: str, completes: str = "", assessed: str = "") -> Outlook:
    rated = Rated("T1", "G1", Place.FIRST, PACK, DONE, "O1", concluded=True, completes=completes)
    own = (OwnClock("T1", int(months), ITS_WORD, confirmed=True),) if months else ()
    done = Assessment(assessed, "ARMS", DONE) if assessed else None
    return Outlook(assessed=done, registered_on=date(2020, 1, 6), rated=((rated, None),), own_clocks=own)


def repeats(months: str, on: date = DONE, away: tuple[Away, ...] = ()) -> tuple[Due, ...]:
    return tuple(repeats_due(outlook(months), away, LAW, on=on))


@table("""
    case                                | months | on         | late
    ------------------------------------|--------|------------|-----
    the day before the last             | 6      | 2026-02-27 | no
    the last day, shorter than the month| 6      | 2026-02-28 | no
    the day after                       | 6      | 2026-03-01 | yes
    twelve months, the last day         | 12     | 2026-08-31 | no
    twelve months, the day after        | 12     | 2026-09-01 | yes
    an instrument that says nothing     |        | 2030-01-01 | no
    """)
def test_an_instrument_is_made_again_when_it_says_itself(months, on, late):
    found = [*repeats(months, date.fromisoformat(on))]
    assert any(due.late(date.fromisoformat(on)) for due in found) is (late == "yes")
    assert [due.duty for due in found] == ([Duty.REPEAT] if months else [])
    assert all(due.cite == ITS_WORD and due.confirmed for due in found)


@table("""
    case                                       | months | completes | by         | cite
    -------------------------------------------|--------|-----------|------------|------
    the instrument says six months             | 6      | S1        | 2026-02-28 | its own
    a month less than policy                   | 11     | S1        | 2026-07-31 | its own
    as many as policy: policy                  | 12     | S1        | 2026-08-31 | policy
    more than policy: policy                   | 13     | S1        | 2026-08-31 | policy
    the instrument says two years: policy      | 24     | S1        | 2026-08-31 | policy
    it says nothing: policy                    |        | S1        | 2026-08-31 | policy
    another assessment than the one that counts| 6      | S9        | 2026-08-31 | policy
    """)
def test_the_assessment_of_changing_risk_follows_its_own_instrument_else_policy(months, completes, by, cite):
    known = outlook(months, completes, "S1")
    due = assessment_due(known, (), LAW, england_and_wales(), on=date(2025, 9, 1))
    assert due.by == date.fromisoformat(by)
    assert (due.cite == ITS_WORD) is (cite == "its own")
    assert bool([*repeats_due(known, (), LAW, on=DONE)]) is (completes == "S9")  # said once, never twice
    reads = due.because[-1].value
    assert ("the instrument" in reads) is (bool(months) and completes == "S1")  # which of the two, it says


@table("""
    case                                           | away                          | on         | by
    -----------------------------------------------|-------------------------------|------------|-----------
    never away                                     |                               | 2026-06-01 | 2026-02-28
    the day before custody                         | custody 2025-12-01 2026-05-10 | 2025-11-30 | 2026-02-28
    in custody: it waits                           | custody 2025-12-01            | 2026-06-01 |
    on the first day of it                         | custody 2025-12-01            | 2025-12-01 |
    released: days afresh                          | custody 2025-12-01 2026-05-10 | 2026-05-10 | 2026-05-25
    returned after the last day                    | abroad 2025-12-01 2026-05-10  | 2026-05-10 | 2026-05-25
    returned long before it: not moved             | abroad 2025-12-01 2026-01-10  | 2026-05-10 | 2026-02-28
    missed before a short remand stays missed      | remand 2026-03-01 2026-03-05  | 2026-06-01 | 2026-02-28
    assessed after the release: nothing moves      | custody 2025-06-01 2025-08-31 | 2026-06-01 | 2026-02-28
    """)
def test_while_nobody_can_be_met_an_instrument_waits_to_be_made_again(away, on, by):
    kind, since, until = (*away.split(), "", "", "")[:3]
    ends = date.fromisoformat(until) if until else None
    spells = (Away("A1", AwayKind(kind), date.fromisoformat(since), ends),) if away else ()
    (due,) = repeats("6", date.fromisoformat(on), spells)
    assert due.by == (date.fromisoformat(by) if by else None)
    assert due.standing is (Standing.OWED if by else Standing.HELD)
    assert due.about == "T1"
    assert by or not due.late(date.fromisoformat(on))


@table("""
    case                    | days | late
    ------------------------|------|-----
    the day of the draw     | 0    | no
    the day before the last | 27   | no
    the last day            | 28   | no
    the day after           | 29   | yes
    """)
def test_a_second_rating_is_due_so_many_days_after_the_draw(days, late):
    due = second_rating_due(SecondRatingOwed("G1", "P1", DONE), LAW)
    assert due.late(DONE + timedelta(days=int(days))) is (late == "yes")
    assert (due.about, due.owner, due.confirmed) == ("G1", "sergeant", False)


@given(st.integers(1, 60), st.integers(0, 60))
def test_more_months_are_never_an_earlier_day(months, more):
    sooner, later = (repeats(str(each))[0].by for each in (months, months + more))
    assert sooner <= later


@given(st.integers(1, 60))
def test_no_instrument_puts_off_what_policy_asks(months):
    asked = [
        assessment_due(outlook(own, "S1", "S1"), (), LAW, england_and_wales(), on=DONE).by
        for own in ("", str(months))
    ]
    assert asked[1] <= asked[0]


def test_the_months_are_those_of_the_pack_by_its_hash():
    cport = packs()["cport_2018"]
    first = Rated("T1", "G1", Place.FIRST, cport.ref, DONE, "O1", concluded=True)
    gone = Rated("T2", "G2", Place.FIRST, PACK, DONE, "O1", concluded=True)  # on no shelf: policy
    osp = Rated("T3", "G3", Place.FIRST, packs()["osp_dc_2026"].ref, DONE, "O1", concluded=True)
    (own,) = own_clocks((first, gone, osp))
    assert (own.rating, own.months, own.cite) == ("T1", 12, cport.source.cite)
    assert own.confirmed is False  # of a pack that nobody confirmed
