"""A line on paper is a row of JSON put together by hand: what `json` would write, and read back whole."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from watchkeeper.briefing.facts import Brief, Line, Section
from watchkeeper.briefing.paper import COLUMNS, on_paper, read_back, row
from watchkeeper.risk.facts import Level

texts = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ['a "word"', "tab\there", "\\", "é €"]
)
some = st.lists(texts, max_size=3).map(tuple)
lines_made = st.builds(
    Line,
    section=st.sampled_from(Section),
    who=texts,
    what=texts,
    by=st.none() | st.dates(date(2004, 5, 1), date(2100, 12, 31)),
    days=st.none() | st.integers(-5000, 5000),
    owner=texts,
    unit=texts,
    why=some,
    authority=texts,
    level=st.none() | st.sampled_from(Level),
    about=texts,
    confirmed=st.booleans(),
    options=some,
    people=st.none() | st.integers(0, 500),
)


@given(lines_made)
def test_a_row_is_what_json_itself_would_write(line: Line) -> None:
    told = asdict(line) | {"by": line.by.isoformat() if line.by else None}
    said = json.dumps({name: told[name] for name in COLUMNS}, ensure_ascii=False)
    assert row(line).decode() == said


@given(lines_made)
def test_a_row_is_read_back_as_the_line_it_was_written_from(line: Line) -> None:
    assert read_back(row(line)) == line


def test_the_lines_of_a_section_are_found_in_their_place_and_the_longest_wait_among_them() -> None:
    overdue = [
        Line(Section.OVERDUE, who, "visit", None, days, "", "", (), "") for who, days in (("A", 9), ("B", 30))
    ]
    load = Line(Section.LOAD, "M1", "caseload", None, None, "", "", (), "")
    at = datetime(2026, 3, 20, tzinfo=UTC)
    every = on_paper(Brief(date(2026, 3, 20), at, "abc", 2, "", "", (*overdue, load)))
    assert [line.who for line in every.of(Section.OVERDUE)] == ["A", "B"]
    assert every.of(Section.OVERDUE).longest == 30
    assert (len(every.of(Section.MISSING)), every.of(Section.LOAD).longest) == (0, None)
