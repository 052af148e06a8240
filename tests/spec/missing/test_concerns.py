"""Clocks of exploitation: safeguarding the same day, screening again, reviews, referral with safeguarding first, flags."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Standing
from watchkeeper.missing.concerns import (
    Believed,
    ConcernDuty,
    Concerns,
    Learned,
    ReferralKind,
    Screened,
)
from watchkeeper.missing.facts import Flag, FlagKind
from watchkeeper.missing.rules.concerns import (
    concern_duties,
    flags_due,
    looked_at_in_time,
    may_refer,
    referral_due,
    review_due,
    safeguarding_due,
    screening_due,
)

LAW = shelf.load()


def d(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def days(text: str) -> tuple[date, ...]:
    return tuple(d(each) for each in text.split())


SCREEN = Screened(
    "S1", d("03-02"), "seraf 2013 x", "mild risk", "mild risk", active=False, potential=False, review_months=3
)
FLAG = Flag("F1", "C1", FlagKind.SEXUAL, d("03-02"), "O1")


@table("""
    case                                      | potential | believed | safeguarded | on    | by
    ------------------------------------------|-----------|----------|-------------|-------|------
    nothing asks                              |           |          |             | 03-02 |
    the same day                              | 03-02     |          |             | 03-02 | 03-02
    still owed the day after, and late        | 03-02     |          |             | 03-03 | 03-02
    before the screening counts for nothing   | 03-02     |          | 03-01       | 03-02 | 03-02
    on the day                                | 03-02     |          | 03-02       | 03-02 |
    not yet done                              | 03-02     |          | 03-04       | 03-03 | 03-02
    a belief of modern slavery asks as well   |           | 03-05    |             | 03-05 | 03-05
    a second time                             | 03-02 03-09 |        | 03-02       | 03-09 | 03-09
    tomorrow's screening asks nothing         | 03-03     |          |             | 03-02 |
""")
def test_safeguarding_is_owed_the_same_day(
    potential: str, believed: str, safeguarded: str, on: str, by: str
) -> None:
    child = Concerns(
        "C1",
        screenings=tuple(replace(SCREEN, on=each, potential=True) for each in days(potential)),
        believed=tuple(Believed("B1", each) for each in days(believed)),
        safeguarded_on=days(safeguarded),
    )
    due = safeguarding_due(child, LAW, on=d(on))
    assert (due.by if due else None) == (d(by) if by else None)


def test_safeguarding_says_what_asked_for_it_first() -> None:
    belief, screening = Believed("B1", d("03-02")), replace(SCREEN, on=d("03-03"), potential=True)
    for child, says in (
        (
            Concerns("C1", believed=(belief,), screenings=(screening,)),
            "believed to be a victim of modern slavery",
        ),
        (Concerns("C1", screenings=(screening,)), "potential indicator of exploitation"),
    ):
        due = safeguarding_due(child, LAW, on=d("03-20"))
        assert due is not None
        assert due.because[0].what == says


@table("""
    case                                        | screened | active | learned     | flag  | on    | by
    --------------------------------------------|----------|--------|-------------|-------|-------|------
    nothing asks                                |          |        |             |       | 03-20 |
    a flag and no screening                     |          |        |             | 03-10 | 03-20 | 03-12
    new information and no screening            |          |        | 03-11       |       | 03-20 | 03-13
    not low: again within the tool's 3 months   | 03-02    | yes    |             |       | 03-20 | 06-02
    low, and nothing new                        | 03-02    | no     |             |       | 03-20 |
    low, and something new the day after        | 03-02    | no     | 03-03       |       | 03-20 | 03-05
    new on the day of the screening is in it    | 03-02    | no     | 03-02       |       | 03-20 |
    new comes before the 3 months               | 03-02    | yes    | 03-15 03-18 |       | 03-20 | 03-17
    not yet new                                 | 03-02    | no     | 03-21       |       | 03-20 |
""")
def test_when_a_child_is_screened_again(
    screened: str, active: str, learned: str, flag: str, on: str, by: str
) -> None:
    child = Concerns(
        "C1",
        screenings=tuple(replace(SCREEN, on=each, active=active == "yes") for each in days(screened)),
        learned=tuple(Learned(f"L{each}", each) for each in days(learned)),
        flags=tuple(replace(FLAG, on=each) for each in days(flag)),
    )
    due = screening_due(child, LAW, on=d(on))
    assert (due.by if due else None) == (d(by) if by else None)


@table("""
    case                                        | born       | on    | by
    --------------------------------------------|------------|-------|------
    the day before they are 18                  | 2008-03-21 | 03-20 | 03-13
    on the day they are 18 the tools end        | 2008-03-20 | 03-20 |
    the day after                               | 2008-03-19 | 03-20 |
    a date of birth nobody recorded is a child's |           | 03-20 | 03-13
""")
def test_screening_is_owed_to_a_child_alone(born: str, on: str, by: str) -> None:
    child = Concerns(
        "C1",
        born_on=date.fromisoformat(born) if born else None,
        learned=(Learned("E1", d("03-11")),),
        believed=(Believed("B1", d("03-11")),),
    )
    due = screening_due(child, LAW, on=d(on))
    assert (due.by if due else None) == (d(by) if by else None)
    assert safeguarding_due(child, LAW, on=d(on)) is not None, "what keeps them safe does not end"
    assert referral_due(child, LAW, on=d(on)) is not None


@table("""
    case                             | flags        | owner
    ---------------------------------|--------------|---------
    nobody owns a flag               | F1:03-02:    | sergeant
    whoever owns it                  | F1:03-02:O1  | O1
    of two the newest                | F1:03-02:O1 F2:03-05:O2 | O2
    the newest that somebody owns    | F1:03-02:O1 F2:03-05:   | O1
    one set tomorrow                 | F1:03-02:O1 F2:03-21:O2 | O1
""")
def test_whose_the_clocks_of_exploitation_are(flags: str, owner: str) -> None:
    given_ = [each.split(":") for each in flags.split()]
    child = Concerns(
        "C1",
        panel=False,
        flags=tuple(replace(FLAG, ref=ref, on=d(on), owner=who) for ref, on, who in given_),
        believed=(Believed("B1", d("03-02")),),
    )
    dues = {due.duty: due.owner for due in concern_duties(child, LAW, on=d("03-20"))}
    assert dues[ConcernDuty.SCREENING] == dues[ConcernDuty.MULTI_AGENCY] == owner
    assert dues[ConcernDuty.SAFEGUARDING] == "inspector"
    assert dues[ConcernDuty.REFERRAL] == "sergeant"


@table("""
    case                                        | screened    | flag  | closed | met         | panel | by
    --------------------------------------------|-------------|-------|--------|-------------|-------|------
    nothing active                              |             |       |        |             | no    |
    a flag, no panel: 3 months                  |             | 01-15 |        |             | no    | 04-15
    a flag, a panel: 6 weeks                    |             | 01-15 |        |             | yes   | 02-26
    a flag that was closed                      |             | 01-15 | 02-01  |             | no    |
    a screening that is not low                 | 01-20       |       |        |             | no    | 04-20
    the first of a run that is not low          | 01-20 02-20 |       |        |             | no    | 04-20
    from the last review                        | 01-20       |       |        | 03-01       | no    | 06-01
    from the last review, at a panel            | 01-20       |       |        | 02-02 03-01 | yes   | 04-12
    a review before it was active               |             | 01-15 |        | 01-01       | no    | 04-15
    nobody recorded whether a panel sits        | 01-20       |       |        |             |       | missing
""")
def test_multi_agency_reviews(screened: str, flag: str, closed: str, met: str, panel: str, by: str) -> None:
    child = Concerns(
        "C1",
        panel={"yes": True, "no": False, "": None}[panel],
        screenings=tuple(replace(SCREEN, on=each, active=True) for each in days(screened)),
        flags=tuple(replace(FLAG, on=each, until=d(closed) if closed else None) for each in days(flag)),
        met_on=days(met),
    )
    due = review_due(child, LAW, on=d("03-20"))
    if by == "missing":
        assert due is not None
        assert due.standing is Standing.MISSING
    else:
        assert (due.by if due else None) == (d(by) if by else None)


def test_a_tool_that_does_not_say_when_to_screen_again_is_asked_for_as_often_as_policy_meets() -> None:
    last = replace(SCREEN, active=True, review_months=0)
    due = screening_due(Concerns("C1", screenings=(last,)), LAW, on=d("03-20"))
    assert due is not None
    assert due.by == d("06-02")


def test_a_case_that_was_low_in_between_begins_anew() -> None:
    runs = [("01-10", True), ("02-10", False), ("03-10", True)]
    child = Concerns(
        "C1",
        panel=False,
        screenings=tuple(replace(SCREEN, ref=on, on=d(on), active=active) for on, active in runs),
    )
    due = review_due(child, LAW, on=d("03-20"))
    assert due is not None
    assert due.by == d("06-10")


@table("""
    case                              | believed | safeguarded | referred | on    | by    | may
    ----------------------------------|----------|-------------|----------|-------|-------|----
    nobody believes it                |          |             |          | 03-02 |       | no
    a day later                       | 03-02    |             |          | 03-02 | 03-03 | no
    safeguarded, so it may be done    | 03-02    | 03-02       |          | 03-02 | 03-03 | yes
    safe too early, for another thing | 03-02    | 03-01       |          | 03-02 | 03-03 | no
    referred                          | 03-02    | 03-02       | 03-03    | 03-03 |       | yes
    not yet referred                  | 03-02    | 03-02       | 03-04    | 03-03 | 03-03 | yes
""")
def test_referral_with_safeguarding_first(
    believed: str, safeguarded: str, referred: str, on: str, by: str, may: str
) -> None:
    child = Concerns(
        "C1",
        believed=tuple(Believed("B1", each) for each in days(believed)),
        safeguarded_on=days(safeguarded),
        referred=tuple((each, ReferralKind.REFERRAL) for each in days(referred)),
    )
    due = referral_due(child, LAW, on=d(on))
    assert (due.by if due else None) == (d(by) if by else None)
    assert may_refer(child, LAW, on=d(on)).allowed is (may == "yes")


@table("""
    case                              | owner | review | looked | closed | by
    ----------------------------------|-------|--------|--------|--------|------
    the day that was set              | O1    | 03-16  |        |        | 03-16
    never later than policy allows    | O1    | 05-01  |        |        | 03-30
    no day was set                    | O1    |        |        |        | 03-30
    looked at since, to the day set   | O1    | 04-09  | 03-19  |        | 04-09
    looked at since, and no day set   | O1    |        | 03-19  |        | 04-16
    looked at today                   | O1    |        | 03-20  |        | 04-17
    to be looked at tomorrow          | O1    |        | 03-21  |        | 03-30
    nobody owns it                    |       | 03-16  |        |        | missing
    closed                            | O1    | 03-16  |        | 03-20  |
    not yet closed                    | O1    | 03-16  |        | 03-21  | 03-16
""")
def test_a_flag_is_looked_at_again(owner: str, review: str, looked: str, closed: str, by: str) -> None:
    flag = replace(
        FLAG,
        owner=owner,
        review_on=d(review) if review else None,
        reviewed_on=d(looked) if looked else None,
        until=d(closed) if closed else None,
    )
    dues = list(flags_due(Concerns("C1", flags=(flag,)), LAW, on=d("03-20")))
    if by == "missing":
        assert [due.standing for due in dues] == [Standing.MISSING]
    else:
        assert [due.by for due in dues] == ([d(by)] if by else [])


@table("""
    case                         | review | met
    -----------------------------|--------|----
    yesterday is gone by         | 03-19  | no
    today                        | 03-20  | yes
    the last day                 | 04-17  | yes
    a day later                  | 04-18  | no
    no day: saved, and listed    |        | yes
""")
def test_the_day_a_flag_is_looked_at_again(review: str, met: str) -> None:
    reason = looked_at_in_time(d(review) if review else None, LAW, on=d("03-20"))
    assert reason.says == "it is looked at again from today to 17 April 2026"
    assert reason.met is (met == "yes")


@settings(max_examples=60)
@given(st.data())
def test_new_information_never_moves_a_clock_later(data: st.DataObject) -> None:
    day = st.dates(d("01-01"), d("03-20"))
    child = Concerns(
        "C1",
        panel=data.draw(st.booleans()),
        screenings=tuple(
            replace(
                SCREEN,
                ref=f"S{n}",
                on=each,
                active=data.draw(st.booleans()),
                potential=data.draw(st.booleans()),
            )
            for n, each in enumerate(data.draw(st.lists(day, max_size=3)))
        ),
        believed=tuple(Believed("B", each) for each in data.draw(st.lists(day, max_size=1))),
        safeguarded_on=tuple(data.draw(st.lists(day, max_size=2))),
    )
    more = replace(
        child,
        learned=(Learned("L1", data.draw(day)),),
        flags=(replace(FLAG, on=data.draw(day)),),
    )
    on = d("03-20")
    was = {due.duty: due.by for due in concern_duties(child, LAW, on=on)}
    now = {due.duty: due.by for due in concern_duties(more, LAW, on=on)}
    for duty, by in was.items():
        after = now[duty]
        assert by is None or (after is not None and after <= by + timedelta(days=0))
