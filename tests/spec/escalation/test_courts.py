"""A warrant after the decision: what the applicant signs, the court's answer, the search, the end of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import (
    Choice,
    CourtAnswer,
    Decided,
    Drawn,
    Execution,
    Followed,
    Ground,
    Obtained,
    Outcome,
    Pack,
)
from watchkeeper.escalation.rules.courts import (
    last_day_of,
    may_execute,
    may_record_answer,
    may_record_outcome,
    may_sign_off,
)
from watchkeeper.law import shelf
from watchkeeper.workforce.facts import Rank

LAW = shelf.load()
ON = date(2026, 3, 20)
DAY = timedelta(days=1)
DRAWN = Drawn(
    "D1", Ground.REFUSED_ENTRY, Choice.WARRANT, date(2026, 3, 18), "O4", Rank.SUPERINTENDENT, "Why.", None
)
DECIDED = Decided("D1", DRAWN.ground, DRAWN.choice, date(2026, 3, 18), "O4", DRAWN.rank, "Why.", None)
PACK = Pack(
    "D1", (("The application", "Words."),), (), date(2026, 3, 18), "O2", "O4", Rank.SUPERINTENDENT, ON
)
GRANTED = CourtAnswer("D1", date(2026, 3, 19), True, "North", "A1", date(2026, 6, 19), "")
REFUSED = CourtAnswer("D1", date(2026, 3, 19), False, "North", "", None, "Too long ago.")
SIGNED = Followed(DRAWN, DECIDED, pack=PACK)
ISSUED = replace(SIGNED, court=GRANTED)


@table("""
    case                            | issued     | last
    --------------------------------|------------|-----------
    the corresponding date          | 2026-03-20 | 2026-06-20
    a month without such a date     | 2026-03-31 | 2026-06-30
    the end of February             | 2025-11-30 | 2026-02-28
    """)
def test_a_warrant_lasts_three_months_from_its_date(issued, last):
    assert last_day_of(date.fromisoformat(issued), LAW).isoformat() == last


@table("""
    case                                | pack     | changed  | unmet
    ------------------------------------|----------|----------|---------------------
    a version saved, nothing changed    | saved    |          |
    no version                          |          |          | no version is saved
    a section left empty                | empty    |          | empty: The application
    the record has changed since        | saved    | Grounds  | the record has changed
    """)
def test_what_the_applicant_signs(pack, changed, unmet):
    version = {"saved": PACK, "empty": replace(PACK, sections=(("The application", " "),))}.get(pack)
    decision = may_sign_off(DRAWN, version, (changed,) if changed else ())
    assert decision.allowed is (unmet == "")
    assert unmet in "; ".join(reason.says for reason in decision.unmet)


@table("""
    case                                   | followed | answer        | unmet
    ---------------------------------------|----------|---------------|---------------------------
    granted                                | signed   | granted       |
    refused, with reasons                  | signed   | refused       |
    refused, without                       | signed   | no reasons    | the court's reasons
    no court named                         | signed   | no court      | the court is named
    the day of the decision                | signed   | on 2026-03-18 |
    before the decision                    | signed   | on 2026-03-17 | answered on
    today                                  | signed   | on 2026-03-20 |
    after today                            | signed   | on 2026-03-21 | answered on
    the last day the Act allows            | signed   | to 2026-06-19 |
    a day past it                          | signed   | to 2026-06-20 | the last day is
    no premises                            | signed   | no premises   | premises are named
    before there was such a warrant        | signed   | on 2001-01-01 | answered on
    at the end of time                     | signed   | on 9999-12-31 | answered on
    the pack is not signed                 | unsigned | granted       | the pack is not signed
    nobody has signed the decision         | drawn    | granted       | no decision for a warrant
    """)
def test_the_courts_answer(followed, answer, unmet):
    whole = {
        "signed": SIGNED,
        "unsigned": replace(SIGNED, pack=replace(PACK, signed_by="")),
        "drawn": replace(SIGNED, decided=None),
    }[followed]
    told = {
        "granted": GRANTED,
        "refused": REFUSED,
        "no reasons": replace(REFUSED, reasons=" "),
        "no court": replace(GRANTED, court=""),
        "no premises": replace(GRANTED, premises=""),
    }.get(answer)
    if told is None:
        word, day = answer.split()
        when = date.fromisoformat(day)
        told = (
            replace(GRANTED, answered_on=when, until=when) if word == "on" else replace(GRANTED, until=when)
        )
    decision = may_record_answer(whole, told, LAW, on=ON)
    assert decision.allowed is (unmet == "")
    assert unmet in "; ".join(reason.says for reason in decision.unmet)


def tried(obtained: Obtained) -> Execution:
    return Execution("E1", "D1", datetime(2026, 3, 20, 7, tzinfo=UTC), ("O1",), obtained, "x", "y", True)


def search(followed: Followed = ISSUED, on: date = ON, today: date = ON, **told: object):
    given = {"officers": ("O1",), "obtained": Obtained.FORCED, "found": "x", "seized": "y", "copy_left": True}
    return may_execute(followed, on, on=today, **(given | told))  # type: ignore[arg-type]


@table("""
    case                              | told         | unmet
    ----------------------------------|--------------|------------------------------
    entry by force, all written       |              |
    nobody named                      | officers     | the officers are named
    nothing written of what was found | found        | what was found is written
    nothing written of what was taken | seized       | what was seized is written
    no copy left                      | copy_left    | a copy of the warrant was left
    """)
def test_what_the_record_of_a_search_needs(told, unmet):
    blank = {"officers": (), "found": " ", "seized": "", "copy_left": False}
    decision = search(**({told: blank[told]} if told else {}))
    assert [unmet] == [reason.says.split(",")[0] for reason in decision.unmet] or (
        decision.allowed and not unmet
    )


def test_entry_not_obtained_leaves_the_warrant_in_force():
    gone = {"obtained": Obtained.NOT_OBTAINED, "found": "", "seized": "", "copy_left": False}
    assert search(**gone).allowed
    again = replace(ISSUED, executions=(tried(Obtained.NOT_OBTAINED),))
    assert search(again).allowed
    assert not search(replace(ISSUED, executions=(tried(Obtained.GIVEN),))).allowed


@given(st.integers(-2, 95))
def test_a_search_is_lawful_from_the_day_of_issue_to_the_last_day_and_on_no_other(days):
    on = GRANTED.answered_on + days * DAY
    late = date(2027, 1, 1)
    assert search(on=on, today=late).allowed is (GRANTED.answered_on <= on <= GRANTED.until)
    assert not search(on=late + DAY, today=late).allowed
    assert not search(replace(ISSUED, court=REFUSED), on=on, today=late).allowed
    assert not search(SIGNED, on=on, today=late).allowed


@table("""
    case                            | followed  | told          | unmet
    --------------------------------|-----------|---------------|-----------------------
    a search made                   | searched  | done          |
    no search yet                   | issued    | done          | is not carried out
    entry was not obtained          | tried     | done          | is not carried out
    an arrest made                  | arrest    | done          |
    an arrest not made              | arrest    | not done      |
    no words                        | arrest    | no words      | told in words
    before the decision             | arrest    | 2026-03-17    | it happened on
    after today                     | arrest    | 2026-03-21    | it happened on
    told already                    | ended     | done          | no outcome is recorded
    not acting                      | no action | done          | nothing was to be carried out
    nobody has signed it            | drawn     | done          | does not stand
    """)
def test_what_came_of_it(followed, told, unmet):
    arrest = replace(SIGNED, drawn=replace(DRAWN, choice=Choice.ARREST))
    done = Outcome("D1", True, ON, "Done.")
    whole = {
        "searched": replace(ISSUED, executions=(tried(Obtained.FORCED),)),
        "issued": ISSUED,
        "tried": replace(ISSUED, executions=(tried(Obtained.NOT_OBTAINED),)),
        "arrest": arrest,
        "ended": replace(arrest, outcome=done),
        "no action": replace(SIGNED, drawn=replace(DRAWN, choice=Choice.NO_ACTION)),
        "drawn": replace(arrest, decided=None),
    }[followed]
    said = {"done": done, "not done": replace(done, made=False), "no words": replace(done, says=" ")}.get(
        told
    )
    decision = may_record_outcome(whole, said or replace(done, happened_on=date.fromisoformat(told)), on=ON)
    assert decision.allowed is (unmet == "")
    assert unmet in "; ".join(reason.says for reason in decision.unmet)
