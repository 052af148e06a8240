"""Logs carry references and counts, whoever writes them."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from django.conf import settings

from watchkeeper.config.logs import Unfilled, configure


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of logs of the test's own; the house's settings stand again afterwards."""
    configure({"level": "warning", "folder": str(tmp_path / "logs")})
    yield tmp_path / "logs"
    configure(settings.LOGGING)


def test_a_line_withholds_all_but_references_and_counts(folder: Path):
    structlog.get_logger().warning("act", by="O1", about="P1", name="Ann Example", reason="she moved")
    line = json.loads((folder / "watchkeeper.jsonl").read_text())
    assert (line["event"], line["by"], line["about"]) == ("act", "O1", "P1")
    assert (line["name"], line["reason"]) == ("withheld", "withheld")


def test_a_line_goes_to_standard_error_where_there_is_no_home(folder: Path, monkeypatch):
    configure({"level": "warning", "folder": str(folder / "nowhere" / "logs")})
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    structlog.get_logger().warning("act", by="O1")
    assert json.loads(sys.stderr.getvalue())["by"] == "O1"  # type: ignore[attr-defined]


def test_what_libraries_say_is_kept_without_the_values_filled_in():
    phrase = logging.LogRecord("django", logging.ERROR, "", 1, "row %s refused", ("Ann Example",), None)
    assert Unfilled().format(phrase) == "ERROR django: row %s refused"
    built = logging.LogRecord("django", logging.ERROR, "", 1, "row of Ann Example refused", (), None)
    assert "Ann" not in Unfilled().format(built)


def test_an_unknown_level_is_not_taken_for_silence():
    with pytest.raises(KeyError):
        configure({"level": "loud"})
