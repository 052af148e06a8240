"""`watchkeeper places`: a point with its precision, minutes between two, and how it fails."""

import subprocess
import sys

import pytest
from pytest_django import Settings
from typer.testing import CliRunner, Result

from tests.table import table
from watchkeeper.cli.main import app


@pytest.fixture(autouse=True)
def plain(settings: Settings) -> None:
    settings.TRAVEL = ""


def places(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["places", *arguments])


def test_one_postcode() -> None:
    result = places("se17eh")
    assert result.exit_code == 0
    assert "se17eh: the postcode itself" in result.stdout
    assert "easting 530673 m, northing 179346 m" in result.stdout
    assert "latitude 51.49796, longitude -0.11890" in result.stdout


def test_two_and_the_minutes_between_them() -> None:
    result = places("SE1 7CK", "N1 9GU", "--leaving", "08:00", "--on", "2026-03-20")
    assert result.exit_code == 0
    assert (
        "SE1 7CK: the mean of its sector: the directory has no place for the postcode itself" in result.stdout
    )
    assert "its postcodes lie about 553 m from there" in result.stdout
    assert "leaving at 08:00: 39 minutes there, 39 minutes back *" in result.stdout
    assert "by great circle" in result.stdout
    assert "* rests on a number not yet confirmed" in result.stdout


def test_a_postcode_whose_halves_were_taken_for_two_is_said_to_go_in_quotes() -> None:
    result = places("N1", "9GU")
    assert result.exit_code == 1
    assert 'A postcode with a space goes in quotes: watchkeeper places "N1 9GU"' in result.stdout
    assert "quotes" not in places("N1", "nowhere").stdout


def test_farther_than_worth_telling_apart() -> None:
    assert (
        "240 minutes or more (or no road) there" in places("SE1 7EH", "EH99 1SP", "--leaving", "12:00").stdout
    )


@table("""
    case             | postcode
    -----------------|---------
    junk             | not known
    in Jersey        | JE1 0BD
    """)
def test_a_postcode_with_no_place(postcode: str) -> None:
    result = places("SE1 7EH", postcode)
    assert result.exit_code == 1
    assert f"{postcode}: no place." in result.stdout
    assert "minutes" not in result.stdout


@table("""
    case                     | travel                      | arguments                        | says
    -------------------------|-----------------------------|----------------------------------|-----
    no such time             |                             | SE17EH N19GU --leaving 25:00     | '25:00' is not a time; write it as HH:MM
    no such day              |                             | SE17EH N19GU --on tomorrow       | --on 'tomorrow' is not a day
    no such engine           | car                         | SE17EH N19GU                     | WATCHKEEPER_TRAVEL begins with 'car', which is no engine
    no tiles                 | valhalla:nowhere            | SE17EH N19GU                     | there are no Valhalla tiles in nowhere
    no such centre           | great-circle:Leeds          | SE17EH N19GU                     | which is no postcode with a place
    """)
def test_what_cannot_be_done_is_said_in_one_line(
    settings: Settings, travel: str, arguments: str, says: str
) -> None:
    settings.TRAVEL = travel
    result = places(*arguments.split())
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_the_service_does_not_start_on_a_setting_that_would_fail_at_night(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WATCHKEEPER_TRAVEL", "car")
    result = CliRunner().invoke(app, ["serve"])
    assert result.exit_code == 2
    assert "WATCHKEEPER_TRAVEL begins with 'car', which is no engine" in result.stderr


def test_the_command_line_starts_without_any_of_it() -> None:
    """`watchkeeper --help` imports no array, directory or engine."""
    heavy = ("numpy", "pyproj", "brotli", "msgpack", "valhalla", "watchkeeper.places.facts")
    code = f"import sys, watchkeeper.cli.main; print([m for m in {heavy!r} if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
