"""Two doorstep records are the same when what they say happened is the same, wherever they were kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchkeeper.visits.facts import (
    Complied,
    ConditionCheck,
    DeviceCheck,
    Doorstep,
    NoticeReason,
    Outcome,
    Present,
    Purpose,
    Visit,
)
from watchkeeper.visits.rules.doorstep import digest, read, written

AT = datetime(2026, 3, 19, 18, 40, tzinfo=UTC)
VISIT = Visit("", AT, "A1", Purpose.ASSESS_RISK, True, Outcome.REFUSED, crew=("O1", "O2"))
RECORD = Doorstep(VISIT, "key", notes="Refused at the door.", conditions=(ConditionCheck("C1", Complied.NO),))

texts = st.text(st.characters(codec="utf-8"), max_size=20)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
visits = st.builds(
    Visit,
    ref=st.just(""),
    at=instants,
    premises=texts,
    purpose=st.none() | st.sampled_from(Purpose),
    sought_entry_to_search=st.booleans(),
    outcome=st.none() | st.sampled_from(Outcome),
    notice_hours=st.none() | st.integers(0, 99),
    notice_reason=st.none() | st.sampled_from(NoticeReason),
    notice_authorised_by=texts,
    notice_authorised_rank=texts,
    crew=st.lists(texts, max_size=3).map(tuple),
)
records = st.builds(
    Doorstep,
    visit=visits,
    client_key=texts,
    present=st.lists(st.builds(Present), max_size=2).map(tuple),
    devices=st.lists(st.builds(DeviceCheck), max_size=2).map(tuple),
    conditions=st.lists(st.builds(ConditionCheck), max_size=2).map(tuple),
    notes=texts,
    kept_at=st.none() | instants,
)


@given(records)
def test_a_record_is_read_back_as_it_was_written(record):
    assert read(written(record), record.client_key, record.kept_at) == record


@given(records, records)
def test_the_same_text_is_the_same_record_and_no_other(one, other):
    content = [replace(each, client_key="", kept_at=None) for each in (one, other)]
    assert (digest(written(one)) == digest(written(other))) is (content[0] == content[1])


@pytest.mark.parametrize(
    "same",
    [
        replace(RECORD, client_key="another"),
        replace(RECORD, kept_at=AT),
        replace(RECORD, visit=replace(VISIT, ref="act-9")),
        replace(RECORD, visit=replace(VISIT, at=AT.astimezone(timezone(timedelta(hours=1))))),
    ],
    ids=["key", "kept at", "ref", "the same instant on another clock"],
)
def test_what_does_not_say_what_happened_makes_no_other_record(same):
    assert written(same) == written(RECORD)


@pytest.mark.parametrize(
    "other",
    [
        replace(RECORD, notes="Refused at the door"),
        replace(RECORD, conditions=()),
        replace(RECORD, visit=replace(VISIT, sought_entry_to_search=False)),
        replace(RECORD, visit=replace(VISIT, crew=("O2", "O1"))),
        replace(RECORD, visit=replace(VISIT, at=AT + timedelta(minutes=1))),
    ],
)
def test_what_says_something_else_is_another_record(other):
    assert digest(written(other)) != digest(written(RECORD))
