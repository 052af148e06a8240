"""The brief on paper: nothing lost, nothing that a spreadsheet would run, the same bytes again."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from watchkeeper.briefing.facts import Brief, Line, Section
from watchkeeper.briefing.paper import COLUMNS, as_csv, as_json
from watchkeeper.risk.facts import Level

LINE = Line(
    Section.UNMANAGED,
    "P1",
    "visit",
    date(2026, 3, 1),
    19,
    "M7",
    "BCU-01",
    ("last seen 1 March 2025", "level high"),
    "s.96B",
    Level.HIGH,
)
BRIEF = Brief(date(2026, 3, 20), datetime(2026, 3, 20, 6, tzinfo=UTC), "abc123", 2, "", "", (LINE, LINE))


def test_json_holds_every_line_and_the_inputs_of_the_brief():
    read = json.loads(as_json(BRIEF))
    assert {key: read[key] for key in ("on", "known_at", "policy_version", "people", "count")} == {
        "on": "2026-03-20",
        "known_at": "2026-03-20T06:00:00+00:00",
        "policy_version": "abc123",
        "people": 2,
        "count": 2,
    }
    assert read["lines"][0]["why"] == ["last seen 1 March 2025", "level high"]
    assert read["lines"][0]["level"] == "high"


def test_a_brief_with_no_lines_is_still_json():
    assert json.loads(as_json(replace(BRIEF, lines=())))["lines"] == []


def test_the_same_instant_in_another_zone_is_the_same_bytes():
    moved = replace(BRIEF, known_at=BRIEF.known_at.astimezone(timezone(timedelta(hours=5))))
    assert as_json(moved) == as_json(BRIEF)


def test_csv_has_a_row_for_each_line_under_the_same_names_as_json():
    rows = list(csv.DictReader(io.StringIO(as_csv(BRIEF).decode())))
    assert tuple(rows[0]) == COLUMNS == tuple(json.loads(as_json(BRIEF))["lines"][0])
    assert (rows[0]["days"], rows[0]["why"]) == ("19", "last seen 1 March 2025; level high")


def test_a_cell_that_a_spreadsheet_would_run_is_made_inert():
    risky = replace(BRIEF, lines=(replace(LINE, who="=HYPERLINK(1)"),))
    assert next(csv.DictReader(io.StringIO(as_csv(risky).decode())))["who"] == "'=HYPERLINK(1)"
