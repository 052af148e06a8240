"""Clocks of exploitation as lines of the brief: on which day each first stands there, where, whose, and why."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.missing_lines import NO_PANEL, SECTIONS_OF_CONCERN, concern_lines
from watchkeeper.law import shelf
from watchkeeper.law.due import Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.concerns import Believed, ConcernDuty, Concerns, Learned, ReferralKind, Screened
from watchkeeper.missing.facts import Flag, FlagKind
from watchkeeper.missing.rules.concerns import concern_duties

LAW = shelf.load()
LISTED = Shelf(
    {
        **LAW.rows,
        "exploitation_panels": replace(LAW["exploitation_panels"], values=((date(2004, 5, 1), ("Leeds",)),)),
    },
    LAW.version,
)
UNITS = {"C1": "U1", "C2": "U1", "C3": "U2"}


def d(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


SCREEN = Screened("S1", d("03-02"), "seraf 2013 x", "mild risk", "mild risk", False, False, 3)
FLAG = Flag("F1", "C1", FlagKind.SEXUAL, d("03-02"), "O1")
CHILDREN = {
    "seen with a high-risk factor": Concerns("C1", screenings=(replace(SCREEN, potential=True),)),
    "believed a victim": Concerns(
        "C1", believed=(Believed("B1", d("03-02")),), screenings=(SCREEN,), safeguarded_on=(d("03-02"),)
    ),
    "missing, and not screened": Concerns("C1", learned=(Learned("E1", d("03-02")),)),
    "active, screened in time": Concerns("C1", panel=False, screenings=(replace(SCREEN, active=True),)),
    "active, met in time": Concerns(
        "C1",
        panel=True,
        screenings=(SCREEN,),
        flags=(FLAG,),
    ),
    "referred": Concerns(
        "C1",
        screenings=(SCREEN,),
        believed=(Believed("B1", d("03-02")),),
        safeguarded_on=(d("03-02"),),
        referred=((d("03-03"), ReferralKind.REFERRAL),),
    ),
}


def lines(*children: Concerns, on: date, law: Shelf = LISTED) -> list[Line]:
    return list(concern_lines(children, UNITS, law, on=on))


@table("""
    case                                | child                        | on    | section    | what         | owner         | late
    ------------------------------------|------------------------------|-------|------------|--------------|---------------|-----
    the day itself                      | seen with a high-risk factor | 03-02 |            |              |               |
    the day after                       | seen with a high-risk factor | 03-03 | UNSAFE     | SAFEGUARDING | inspector, U1 | 1
    two days after                      | seen with a high-risk factor | 03-04 | UNSAFE     | SAFEGUARDING | inspector, U1 | 2
    the last day to refer               | believed a victim            | 03-03 |            |              |               |
    the day after it                    | believed a victim            | 03-04 | UNSAFE     | REFERRAL     | sergeant, U1  | 1
    referred on the last day            | referred                     | 03-20 |            |              |               |
    the last day to screen              | missing, and not screened    | 03-04 |            |              |               |
    the day after it                    | missing, and not screened    | 03-05 | SCREENINGS | SCREENING    | sergeant, U1  | 1
    the last day of a review            | active, met in time          | 04-13 |            |              |               |
    the day after it                    | active, met in time          | 04-14 | SCREENINGS | MULTI_AGENCY | O1            | 1
    3 months after the last screening   | active, screened in time     | 06-02 |            |              |               |
""")
def test_a_clock_of_exploitation_is_a_line_from_the_day_after_its_last(
    child: str, on: str, section: str, what: str, owner: str, late: str
) -> None:
    found = lines(CHILDREN[child], on=d(on))
    if not section:
        assert found == []
        return
    (line,) = found
    assert (line.section, line.what) == (Section[section], ConcernDuty[what])
    assert (line.who, line.unit, line.owner, line.days, line.about) == ("C1", "U1", owner, int(late), "")
    assert line.by == d(on) - timedelta(days=int(late))
    assert line.why
    assert line.authority


def test_the_day_after_3_months_both_the_screening_and_the_meeting_are_late() -> None:
    found = lines(CHILDREN["active, screened in time"], on=d("06-03"))
    assert [(line.section, line.what) for line in found] == [
        (Section.SCREENINGS, ConcernDuty.SCREENING),
        (Section.SCREENINGS, ConcernDuty.MULTI_AGENCY),
    ]


def test_where_policy_lists_no_panel_it_is_one_line_of_each_unit_and_says_how_many_wait() -> None:
    waiting = [Concerns(ref, screenings=(replace(SCREEN, active=True),)) for ref in ("C1", "C2", "C3", "C9")]
    found = lines(*waiting, on=d("03-20"), law=LAW)
    assert [(line.who, line.owner, line.why[0]) for line in found] == [
        ("no unit recorded", "inspector", "children with an active case: 1"),
        ("U1", "inspector, U1", "children with an active case: 2"),
        ("U2", "inspector, U2", "children with an active case: 1"),
    ]
    for line in found:
        assert (line.by, line.days, line.about, line.why[1]) == (None, None, "", NO_PANEL)
        assert line.confirmed is False
    (one,) = lines(waiting[0], on=d("03-20"))
    assert (one.who, one.by) == ("C1", None), (
        "where panels are listed, it is this child's authority that is not"
    )


@given(st.data())
def test_every_clock_that_ran_out_or_cannot_run_is_one_line_and_nothing_else_is(data: st.DataObject) -> None:
    day = st.dates(d("01-01"), d("03-25"))
    days = st.lists(day, max_size=2)
    child = Concerns(
        "C1",
        born_on=data.draw(st.none() | st.dates(date(2007, 1, 1), date(2012, 1, 1))),
        panel=data.draw(st.none() | st.booleans()),
        screenings=tuple(
            replace(
                SCREEN,
                ref=f"S{n}",
                on=each,
                active=data.draw(st.booleans()),
                potential=data.draw(st.booleans()),
            )
            for n, each in enumerate(data.draw(days))
        ),
        flags=tuple(replace(FLAG, ref=f"F{n}", on=each) for n, each in enumerate(data.draw(days))),
        learned=tuple(Learned(f"L{n}", each) for n, each in enumerate(data.draw(days))),
        believed=tuple(Believed(f"B{n}", each) for n, each in enumerate(data.draw(days))),
        safeguarded_on=tuple(data.draw(days)),
        referred=tuple((each, ReferralKind.NOTICE) for each in data.draw(days)),
    )
    on = d("03-20")
    owed = [due for due in concern_duties(child, LISTED, on=on) if due.duty != ConcernDuty.FLAG_REVIEW]
    wanted = Counter(
        (SECTIONS_OF_CONCERN[ConcernDuty(due.duty)], due.duty, due.by)
        for due in owed
        if due.standing is Standing.MISSING or due.late(on)
    )
    assert Counter((line.section, line.what, line.by) for line in lines(child, on=on)) == wanted
