"""The supervisor's looks, the plan and its lines of enquiry."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.reported import LAW, case, d
from tests.table import table
from watchkeeper.crimes.facts import Duty, Enquiry, Held, Reviewed, ReviewKind
from watchkeeper.crimes.rules.reviews import enquiries_due, plan_due, review_due

DAY = timedelta(days=1)
HELD = Held("H1", "C1", "O1", d("03-02"), supervisor="S1")
INITIAL = Reviewed("R1", "C1", ReviewKind.INITIAL, d("03-03"), "S1")


@table("""
    gate                             | hard | by
    behind a hard gate the next day  | yes  | 03-03
    else within two days             | no   | 03-04
""")
def test_a_supervisor_looks_soon_after_allocation(hard: str, by: str) -> None:
    due = review_due(case(holdings=(HELD,)), LAW, hard=hard == "yes", on=d("03-02"))
    assert due is not None
    assert (due.duty, due.by, due.owner) == (Duty.INITIAL_REVIEW, d(by), "S1")


def test_nothing_is_reviewed_before_somebody_holds_it_and_a_sergeant_where_none_is_named() -> None:
    assert review_due(case(), LAW, hard=True, on=d("03-02")) is None
    nobody = review_due(case(holdings=(Held("H1", "C1", "O1", d("03-02")),)), LAW, hard=True, on=d("03-02"))
    assert nobody is not None
    assert nobody.owner == "sergeant"


def test_another_holder_does_not_start_the_initial_review_anew() -> None:
    spells = (Held("H1", "C1", "O1", d("03-02"), d("03-20")), Held("H2", "C1", "O2", d("03-20")))
    due = review_due(case(holdings=spells), LAW, hard=True, on=d("03-20"))
    assert due is not None
    assert due.by == d("03-03")


@table("""
    looks so far     | many | days
    after the first  | 1    | 7
    after the second | 2    | 14
    after the third  | 3    | 28
    after the fourth | 4    | 28
    after the ninth  | 9    | 28
""")
def test_reviews_come_7_14_and_28_days_apart_and_28_from_there(many: str, days: str) -> None:
    rest = [
        Reviewed(f"R{n}", "C1", ReviewKind.REVIEW, d("03-03") + n * DAY, "S1") for n in range(1, int(many))
    ]
    last = [INITIAL, *rest][-1].on
    due = review_due(case(holdings=(HELD,), reviews=(INITIAL, *rest)), LAW, hard=True, on=d("04-30"))
    assert due is not None
    assert (due.duty, due.by) == (Duty.REVIEW, last + int(days) * DAY)


@table("""
    set by the supervisor | next_on | by
    sooner                | 03-09   | 03-09
    the same day          | 03-10   | 03-10
    later is not heard    | 03-11   | 03-10
""")
def test_a_supervisor_may_bring_the_next_look_forward_and_never_back(next_on: str, by: str) -> None:
    said = Reviewed("R1", "C1", ReviewKind.INITIAL, d("03-03"), "S1", d(next_on))
    due = review_due(case(holdings=(HELD,), reviews=(said,)), LAW, hard=True, on=d("03-05"))
    assert due is not None
    assert due.by == d(by)


def test_a_review_without_an_initial_one_does_not_answer_for_it() -> None:
    later = Reviewed("R1", "C1", ReviewKind.REVIEW, d("03-03"), "S1")
    due = review_due(case(holdings=(HELD,), reviews=(later,)), LAW, hard=True, on=d("03-05"))
    assert due is not None
    assert due.duty is Duty.INITIAL_REVIEW


def test_a_plan_is_owed_two_days_after_allocation() -> None:
    due = plan_due(case(holdings=(HELD,)), LAW, on=d("03-02"))
    assert due is not None
    assert due.by == d("03-04")
    line = Enquiry("E1", "C1", d("03-04"))
    assert plan_due(case(holdings=(HELD,), enquiries=(line,)), LAW, on=d("03-04")) is None
    assert plan_due(case(holdings=(HELD,), enquiries=(line,)), LAW, on=d("03-03")) is not None
    assert plan_due(case(), LAW, on=d("03-04")) is None


@table("""
    line of enquiry                     | due_on | done_on | on    | by
    with a day of its own               | 03-10  |         | 03-05 | 03-10
    with none, 28 days                  |        |         | 03-05 | 03-31
    done tomorrow is still open today   | 03-10  | 03-06   | 03-05 | 03-10
    done today                          | 03-10  | 03-05   | 03-05 |
    not set yet                         | 03-10  |         | 03-02 |
""")
def test_each_open_line_of_enquiry_has_its_last_day(due_on: str, done_on: str, on: str, by: str) -> None:
    line = Enquiry("E1", "C1", d("03-03"), d(due_on) if due_on else None, d(done_on) if done_on else None)
    found = [due.by for due in enquiries_due(case(enquiries=(line,)), LAW, on=d(on))]
    assert found == ([d(by)] if by else [])


@given(st.integers(1, 12))
def test_the_next_look_is_always_after_the_last_and_never_more_than_28_days_on(many: int) -> None:
    looks = (
        INITIAL,
        *(Reviewed(f"R{n}", "C1", ReviewKind.REVIEW, d("03-03") + n * DAY, "S1") for n in range(many)),
    )
    due = review_due(case(holdings=(HELD,), reviews=looks), LAW, hard=False, on=d("05-01"))
    last = max(look.on for look in looks)
    assert due is not None
    assert due.by is not None
    assert last < due.by <= last + 28 * DAY
