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
from django.test import Client

from watchkeeper.config.logs import Unfilled, configure
from watchkeeper.web import health


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
    assert Unfilled().format(phrase) == "ERROR django: row [withheld] refused"
    task = ("7f3", "watchkeeper.jobs.studies.whole", "FAILED")
    ended = logging.LogRecord("django.tasks", logging.ERROR, "", 1, "Task id=%s path=%s state=%s", task, None)
    assert Unfilled().format(ended) == (
        "ERROR django.tasks: Task id=7f3 path=watchkeeper.jobs.studies.whole state=FAILED"
    )
    refused = logging.LogRecord(
        "django.request", logging.WARNING, "", 1, "%s: %s", ("Forbidden", "/P1/"), None
    )
    refused.status_code = 403
    assert Unfilled().format(refused) == "WARNING django.request: status 403"
    built = logging.LogRecord("django", logging.ERROR, "", 1, "row of Ann Example refused", (), None)
    assert "Ann" not in Unfilled().format(built)


def test_an_unknown_level_is_not_taken_for_silence():
    with pytest.raises(KeyError):
        configure({"level": "loud"})


def test_what_a_library_says_of_an_error_names_its_class_and_where_it_was_raised():
    def opened() -> None:
        raise KeyError("Ann Example")

    try:
        opened()
    except KeyError:
        error = sys.exc_info()
    said = Unfilled().format(logging.LogRecord("django", logging.ERROR, "", 1, "%s: %s", ("Ann", "x"), error))
    assert said.startswith("ERROR django: KeyError at ")
    assert "test_logs.py:" in said
    assert said.endswith(" in opened")
    assert "%s" not in said
    assert "Ann" not in said


def test_a_page_that_fails_leaves_a_line_that_says_what_failed_where_and_for_which_request(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def failing() -> bool:
        try:
            raise LookupError("of Ann Example")
        except LookupError as error:
            raise ValueError("no row for Ann Example") from error

    monkeypatch.setattr(health, "_database", failing)
    page = Client(raise_request_exception=False).get("/readyz?name=Ann+Example")
    assert page.status_code == 500
    written = (folder / "watchkeeper.jsonl").read_text()
    [line] = [json.loads(each) for each in written.splitlines()]
    assert line["event"] == "request failed"
    assert (line["page"], line["level"], line["error"]) == ("ready", "error", "ValueError from LookupError")
    assert line["where"][-1].endswith(" in failing")
    assert line["where"][-1].startswith("tests/unit/stores/test_logs.py:")
    assert any(place.startswith("watchkeeper/web/health.py:") for place in line["where"])
    assert line["request"], "the request has a reference"
    assert line["request"] in page.content.decode(), "and the page gives it to whoever reports the fault"
    assert "Ann" not in written + capsys.readouterr().err
