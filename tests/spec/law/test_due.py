"""A duty with its clock, and a decision that cannot be parted from its reasons."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law.decision import Decision, Reason, decide
from watchkeeper.law.due import Due, Standing

BY = date(2026, 3, 4)


@table("""
    case                     | on         | days | late
    -------------------------|------------|------|-----
    the day before           | 2026-03-03 | -1   | no
    the last lawful day      | 2026-03-04 | 0    | no
    the day after            | 2026-03-05 | 1    | yes
    a year after             | 2027-03-04 | 365  | yes
    """)
def test_default_begins_the_day_after_the_last_lawful_day(on: str, days: str, late: str) -> None:
    due = Due("visit", Standing.OWED, BY, "", ())
    assert due.days_late(date.fromisoformat(on)) == int(days)
    assert due.late(date.fromisoformat(on)) is (late == "yes")


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.OWED])
def test_what_is_not_owed_is_never_late_and_has_no_day(standing: Standing) -> None:
    due = Due("visit", standing, None, "", ())
    assert not due.late(date(2099, 1, 1))
    with pytest.raises(ValueError, match="visit"):
        Due("visit", standing, BY, "", ())


def test_what_is_owed_has_a_day() -> None:
    with pytest.raises(ValueError, match="visit"):
        Due("visit", Standing.OWED, None, "", ())


@table("""
    case                          | met        | allowed | unmet
    ------------------------------|------------|---------|------
    no reasons at all is a no     |            | no      |
    one reason, met               | yes        | yes     |
    one reason, not met           | no         | no      | 1
    all but the last              | yes yes no | no      | 3
    all but the first             | no yes yes | no      | 1
    everything missing is shown   | no no no   | no      | 1 2 3
    """)
def test_a_decision_needs_every_reason_and_shows_all_that_is_missing(
    met: str, allowed: str, unmet: str
) -> None:
    decision = decide(
        Reason(word == "yes", "a reason", str(number)) for number, word in enumerate(met.split(), 1)
    )
    assert decision.allowed is (allowed == "yes")
    assert [reason.cite for reason in decision.unmet] == unmet.split()


@given(st.lists(st.booleans()), st.booleans())
def test_one_more_reason_never_turns_a_no_that_had_reasons_into_a_yes(met: list[bool], more: bool) -> None:
    before = Decision(tuple(Reason(m, "", "") for m in met))
    after = Decision((*before.reasons, Reason(more, "", "")))
    assert not after.allowed or before.allowed or not before.reasons


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_day_later_is_a_day_more(on: date) -> None:
    due = Due("visit", Standing.OWED, BY, "", ())
    assert due.days_late(on + timedelta(days=1)) == due.days_late(on) + 1
