"""When risk must be assessed: by probation on licence, else by the police; yearly; after intelligence."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.due import Due, Standing
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.risk.facts import Assessment, Duty, Intelligence, Outlook
from watchkeeper.risk.rules.assessments import assessment_due, sign_off_due

LAW = shelf.load()
CALENDAR = england_and_wales()


def day(text: str) -> date | None:
    """A day as `2026-03-02`, or shorter, `26-03-02`; blank is None."""
    return date.fromisoformat(text if len(text) > len("26-03-02") else f"20{text}") if text else None


def spell(text: str) -> tuple[Away, ...]:
    """`custody 2026-01-01 2026-03-02`: a span; no second day while it runs."""
    if not text:
        return ()
    kind, since, *until = text.split()
    return (Away("A1", AwayKind(kind), day(since) or date.min, day(until[0]) if until else None),)


def due(
    registered: str = "",
    assessed: str = "",
    away: str = "",
    *,
    on_licence: bool = False,
    instrument: str = "ARMS",
    intelligence: tuple[Intelligence, ...] = (),
    on: date = date(2026, 12, 31),
) -> Due:
    done = Assessment("S1", instrument, day(assessed) or date.min) if assessed else None
    known = Outlook(
        assessed=done, registered_on=day(registered), on_licence=on_licence, intelligence=intelligence
    )
    return assessment_due(known, spell(away), LAW, CALENDAR, on=on)


@table("""
    case                                      | registered | assessed | away                      | by
    ------------------------------------------|------------|----------|---------------------------|---------
    new: 15 days, not counting the first      | 26-03-02   |          |                           | 26-03-17
    across the end of a month                 | 26-02-20   |          |                           | 26-03-07
    released: 15 days from the release        | 24-03-02   |          | custody 24-03-02 26-03-02 | 26-03-17
    assessed in custody does not answer       | 24-03-02   | 26-03-01 | custody 24-03-02 26-03-02 | 26-03-17
    assessed on the day of release answers    | 24-03-02   | 26-03-02 | custody 24-03-02 26-03-02 | 27-03-02
    assessed the day after release            | 24-03-02   | 26-03-03 | custody 24-03-02 26-03-02 | 27-03-03
    a year from the last                      | 20-01-01   | 25-05-31 |                           | 26-05-31
    a year from a leap day                    | 20-01-01   | 24-02-29 |                           | 25-02-28
    a record from before registration         | 26-03-02   | 26-03-01 |                           | 26-03-17
    on the day of registration                | 26-03-02   | 26-03-02 |                           | 27-03-02
    registration unknown, yet assessed        |            | 26-03-02 |                           | 27-03-02
    registration unknown, released            |            |          | custody 26-01-02 26-03-02 | 26-03-17
    the year ends abroad: 15 days from return | 20-01-01   | 25-03-05 | abroad 26-03-01 26-03-10  | 26-03-25
    the year ended before a journey           | 20-01-01   | 25-02-28 | abroad 26-03-01 26-03-10  | 26-02-28
    missed, and then a night on remand        | 20-01-01   | 24-01-10 | remand 26-03-01 26-03-02  | 25-01-10
    """)
def test_the_last_day_for_an_assessment(registered, assessed, away, by):
    got = due(registered, assessed, away)
    assert (got.duty, got.standing, got.by) == (Duty.ASSESSMENT, Standing.OWED, day(by))


def test_on_licence_probation_owes_it_and_the_number_has_been_read_in_its_source():
    got = due("2024-03-02", "", "custody 2024-03-02 2026-03-02", on_licence=True)
    assert got.duty == Duty.PROBATION_ASSESSMENT
    assert got.by == date(2026, 3, 17)
    assert got.confirmed
    assert "notification requirements" in got.cite
    assert not due("2024-03-02", "", "custody 2024-03-02 2026-03-02").confirmed


@table("""
    case                               | instrument        | by
    -----------------------------------|-------------------|-----------
    ARMS                               | ARMS              | 2027-03-05
    however it is written              | arms              | 2027-03-05
    probation's                        | OASys             | 2027-03-05
    probation's, by its long name      | ARMS-informed OASys | 2027-03-05
    a static score is not one          | RM2000            | 2026-03-17
    """)
def test_which_instruments_count_and_one_off_the_list_is_not_named(instrument, by):
    got = due("2026-03-02", "2026-03-05", instrument=instrument)
    assert got.by == date.fromisoformat(by)
    says = [given.value for given in got.because if given.what == "last assessment"]
    if instrument == "RM2000":
        assert says == ["another instrument, completed 5 March 2026: not an assessment of changing risk"]
    else:
        name = "ARMS" if instrument == "arms" else instrument
        assert says == [f"{name}, completed 5 March 2026"]


@table("""
    case                                          | received   | significant | reviewed   | by
    ----------------------------------------------|------------|-------------|------------|-----------
    no intelligence                               |            |             |            | 2027-03-02
    ordinary intelligence calls for none          | 2026-06-01 | no          |            | 2027-03-02
    significant: ten working days                 | 2026-06-01 | yes         |            | 2026-06-15
    though it has been read                       | 2026-06-01 | yes         | 2026-06-01 | 2026-06-15
    the day after the assessment                  | 2026-03-03 | yes         |            | 2026-03-17
    on the day of the assessment, unread          | 2026-03-02 | yes         |            | 2026-03-16
    on the day of the assessment, read            | 2026-03-02 | yes         | 2026-03-02 | 2027-03-02
    the day before the assessment                 | 2026-03-01 | yes         |            | 2027-03-02
    Easter lies between                           | 2026-04-02 | yes         |            | 2026-04-20
    so late that the year ends first              | 2027-02-25 | yes         |            | 2027-03-02
    """)
def test_significant_intelligence_brings_it_forward(received, significant, reviewed, by):
    items = (
        (Intelligence("I1", date.fromisoformat(received), significant == "yes", day(reviewed)),)
        if received
        else ()
    )
    got = due("2020-01-01", "2026-03-02", intelligence=items, on=date(2027, 2, 25))
    assert got.by == date.fromisoformat(by)


@table("""
    case                       | on         | standing
    ---------------------------|------------|---------
    the day before custody     | 2026-02-28 | owed
    the first day of custody   | 2026-03-01 | held
    the last day of custody    | 2026-03-09 | held
    the day of release         | 2026-03-10 | owed
    """)
def test_it_is_held_while_away(on, standing):
    got = due("2026-02-27", "", "custody 2026-03-01 2026-03-10", on=date.fromisoformat(on))
    assert got.standing == standing
    if standing == "held":
        assert any("custody since 1 March 2026" in given.value for given in got.because)


def test_with_no_day_to_count_from_the_missing_day_is_the_finding():
    got = due()
    assert got.standing is Standing.MISSING
    assert got.because[0].what == "first relevant date"


@table(
    """
    case                                   | completed  | signed_off | by
    ---------------------------------------|------------|------------|-----------
    ten working days after completion      | 2026-03-02 |            | 2026-03-16
    signed off tomorrow is not yet         | 2026-03-02 | 2026-12-31 | 2026-03-16
    signed off today                       | 2026-03-02 | 2026-12-30 |
    signed off long since                  | 2026-03-02 | 2026-03-02 |
    """.replace("signed off |", "signed_off |")
)
def test_a_supervisor_signs_off(completed, signed_off, by):
    done = Assessment("S1", "ARMS", date.fromisoformat(completed), day(signed_off))
    got = sign_off_due(Outlook(assessed=done), LAW, CALENDAR, on=date(2026, 12, 30))
    assert (got.by if got else None) == day(by)
    assert got is None or got.about == "S1"


def test_nothing_to_sign_off_without_an_assessment():
    assert sign_off_due(Outlook(), LAW, CALENDAR, on=date(2026, 3, 2)) is None


days = st.dates(date(2024, 1, 1), date(2026, 12, 30))
ON = date(2026, 12, 31)
spans = st.lists(
    st.builds(
        lambda since, length, kind: Away(
            "A", kind, since, min(date.fromordinal(since.toordinal() + length), ON)
        ),
        days,
        st.integers(1, 200),
        st.sampled_from(AwayKind),
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=100, deadline=None)
@given(registered=days, one=days, other=days, away=spans)
def test_a_later_assessment_never_brings_the_next_one_earlier(registered, one, other, away):
    first, second = (
        assessment_due(
            Outlook(assessed=Assessment("S", "ARMS", done), registered_on=registered),
            away,
            LAW,
            CALENDAR,
            on=ON,
        )
        for done in sorted((one, other))
    )
    assert first.by is not None
    assert second.by is not None
    assert first.by <= second.by


@settings(max_examples=100, deadline=None)
@given(received=st.lists(days, max_size=4), significant=days)
def test_more_intelligence_never_puts_an_assessment_off(received, significant):
    done = Assessment("S", "ARMS", date(2025, 6, 2))
    fewer = tuple(Intelligence(f"I{n}", when, True) for n, when in enumerate(received))
    more = (*fewer, Intelligence("I9", significant, True))
    before, after = (
        assessment_due(Outlook(assessed=done, intelligence=items), (), LAW, CALENDAR, on=ON)
        for items in (fewer, more)
    )
    assert before.by is not None
    assert after.by is not None
    assert after.by <= before.by
    assert before.because
    assert after.because
