"""Logs carry references and counts, whoever writes them."""

import io
import json
import logging
import sys

import pytest
import structlog

from watchkeeper.config.logs import Unfilled, configure


def test_a_line_withholds_all_but_references_and_counts(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    structlog.get_logger().warning("act", by="O1", about="P1", name="Ann Example", reason="she moved")
    line = json.loads(sys.stderr.getvalue())  # type: ignore[attr-defined]
    assert (line["event"], line["by"], line["about"]) == ("act", "O1", "P1")
    assert (line["name"], line["reason"]) == ("withheld", "withheld")


def test_what_libraries_say_is_kept_without_the_values_filled_in():
    phrase = logging.LogRecord("django", logging.ERROR, "", 1, "row %s refused", ("Ann Example",), None)
    assert Unfilled().format(phrase) == "ERROR django: row %s refused"
    built = logging.LogRecord("django", logging.ERROR, "", 1, "row of Ann Example refused", (), None)
    assert "Ann" not in Unfilled().format(built)


def test_an_unknown_level_is_not_taken_for_silence():
    with pytest.raises(KeyError):
        configure({"level": "loud"})
