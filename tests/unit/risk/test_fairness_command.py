"""`watchkeeper risk fairness`: a list in, every figure out, and what no study can be made of is said in a line."""

import csv
import io
import json
from datetime import date

import pytest
from typer.testing import CliRunner, Result

from watchkeeper.cli.main import app
from watchkeeper.instruments.shelf import load
from watchkeeper.risk.measures.reading import StudyError, read

ON = date(2026, 11, 29)
HEAD = "percent,band,reoffended,on,group_sex\n"
LIST = HEAD + "".join(
    f"{5 + number % 50},{'high' if number % 50 > 30 else 'low'},{'yes' if number % 4 == 0 else 'no'},"
    f"2025-{1 + number // 50:02d}-10,{'female' if number % 3 else 'male'}\n"
    for number in range(200)
)
OSP = "sex,sexual_history,images_indirect,contact_child,contact_adult,noncontact,age_start,reoffended\n"


def run(*arguments: str, given: str = "", expect: int = 0) -> Result:
    done = CliRunner().invoke(app, ["risk", "fairness", *arguments], input=given)
    assert done.exit_code == expect, done.output
    return done


def test_every_figure_in_lines_in_csv_and_in_json() -> None:
    lines = run("-", given=LIST).stdout
    assert "calibration in the large" in lines
    assert "burden by sex" in lines
    table = list(csv.DictReader(io.StringIO(run("-", "--csv", given=LIST).stdout)))
    rows = json.loads(run("-", "--json", given=LIST).stdout)
    assert [(row["part"], row["of"], row["measure"]) for row in table] == [
        (row["part"], row["of"], row["measure"]) for row in rows
    ]
    assert next(row for row in rows if row["measure"] == "whose outcome is known")["value"] == 200


def test_the_later_period_begins_where_it_is_said_to() -> None:
    assert "since 2025-04-01" in run("-", "--since", "2025-04-01", given=LIST).stdout


def test_a_list_is_scored_by_a_pack_first() -> None:
    rows = (
        OSP + "male,yes,2,0,0,0,40,yes\n" * 2 + "male,yes,0,0,1,0,40,no\n" * 2 + "female,yes,0,0,1,0,40,no\n"
    )
    found = read(io.StringIO(rows), load()["osp_iic_2026"], on=ON)
    assert [(each.score, each.expected, each.band, each.reoffended) for each in found.people[::2]] == [
        (10.31, pytest.approx(0.1031), "high", True),
        (0.28, pytest.approx(0.0028), "low", False),
    ]
    assert found.left_out == {"not for this person": 1}


def test_what_cannot_be_read_is_left_out_and_counted() -> None:
    given = (
        HEAD
        + "5,low,perhaps,,\n5,low,,2025-13-01,\n,low,no,,\nmuch,low,no,,\n101,low,no,,\n7,low,,2025-01-01, \n"
    )
    found = read(io.StringIO(given), None, on=ON)
    assert [each.reoffended for each in found.people] == [None]
    assert sum(found.left_out.values()) == 5


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "neither of the columns percent and score"),
        ("percent\n5\n", "there is nothing to study"),
        ("percent,percent\n", "names a column twice: percent"),
        ('percent,reoffended\n"5,no\n', "not a CSV file"),
    ],
)
def test_what_no_study_can_be_made_of_is_said(given: str, says: str) -> None:
    with pytest.raises(StudyError, match=says):
        read(io.StringIO(given), None, on=ON)
    assert says in run("-", given=given, expect=2).stderr
