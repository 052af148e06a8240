"""`watchkeeper risk`: the shelf in words, one row in and one row out, one row explained."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from watchkeeper.cli.main import app

HEAD = "ref,sex,birth_date,conviction_date,first_sanction_date,start_date,sanctions,offence,on,notes\n"
ROWS = {
    "A1": "male,1990-01-01,2020-05-01,2008-02-03,2021-01-01,5,robbery,,x",
    "A2": "female,1990-01-01,2020-05-01,2008-02-03,2021-01-01,,robbery,,x",
    "A3": "male,1990-01-01,2020-05-01,2028-02-03,2021-01-01,5,robery,,x",
    "A4": "male,1990-01-01,2020-05-01,2008-02-03,,5,robbery,,",
    "A5": "male,2012-01-01,2021-05-01,2020-02-03,2021-06-01,5,robbery,,",
    "A6": "male,1990-01-01,2020-05-01,2008-02-03,2021-01-01,5,robbery,yesterday,",
}


def run(*arguments: str, given: str = "", expect: int = 0) -> Result:
    done = CliRunner().invoke(app, list(arguments), input=given)
    assert done.exit_code == expect, done.output
    return done


def listing(*refs: str) -> str:
    return HEAD + "".join(f"{ref},{ROWS[ref]}\n" for ref in refs)


def test_the_shelf_is_listed_with_version_hash_standing_and_source() -> None:
    rows = json.loads(run("risk", "packs", "--json", "--on", "2026-03-20").stdout)
    assert {"name", "version", "hash", "standing", "source", "not to be decided on"} <= set(rows[0])
    said = run("risk", "packs", "--on", "2026-03-20").stdout
    assert "static99r 2016" in said
    assert "not to be decided on: unconfirmed" in said
    assert f"{len(rows)} packs" in said


def test_one_pack_is_told_whole_with_the_columns_of_a_list() -> None:
    said = run("risk", "packs", "osp_dc").stdout
    assert "column age_start: " in said
    assert "worked out: years(birth_date, start_date)" in said
    assert "limits: Men only." in said
    assert "human: An officer reads the score" in said


def test_one_row_in_one_row_out_each_with_why(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(listing(*ROWS))
    done = run("risk", "score", "ogrs3_2yr", str(path), "--on", "2026-03-20", expect=1)
    rows = {row["ref"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    assert list(rows) == list(ROWS)
    assert [row["came"] for row in rows.values()] == [
        *("scored", "open", "faulty", "not known whether for this person", "faulty", "faulty")
    ]
    assert (rows["A1"]["percent"], rows["A1"]["band"]) == ("23", "low")
    assert (rows["A2"]["percent"], rows["A2"]["not_known"]) == ("", "sanctions")
    assert (rows["A2"]["least_percent"], rows["A2"]["most_percent"]) == ("3", "87")
    assert "robery" in rows["A3"]["faults"]
    assert "the first sanction is not after the current conviction" in rows["A3"]["faults"]
    assert rows["A4"]["not_for"] == "for people of 10 and over: not known"
    assert "age_start, worked out from years(birth_date, start_date), is 9" in rows["A5"]["faults"]
    assert "yesterday" in rows["A6"]["faults"]
    assert "columns not read: notes" in done.stderr


def test_json_gives_every_term_and_they_add_up() -> None:
    done = run("risk", "score", "ogrs3_2yr", "-", "--json", "--on", "2026-03-20", given=listing("A1"))
    row = json.loads(done.stdout)
    assert sum(Decimal(term["adds"]) for term in row["terms"]) == Decimal(row["total"])
    assert row["worked_out"]["age_start"] == "years(birth_date, start_date)"


def test_a_row_gives_the_same_whatever_stands_around_it() -> None:
    alone = json.loads(run("risk", "score", "ogrs3_2yr", "-", "--json", given=listing("A1")).stdout)
    after = run("risk", "score", "ogrs3_2yr", "-", "--json", given=listing("A3", "A2", "A1"), expect=1).stdout
    last = json.loads(after.splitlines()[-1])
    assert {**last, "line": "2"} == alone


def test_somebody_an_instrument_is_not_for_is_refused_and_told_why() -> None:
    given = "ref,sex,sexual_history,age_start\nW1,female,yes,30\nW2,male,yes,17\n"
    done = run("risk", "score", "osp_dc", "-", given=given, expect=1)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["came"] for row in rows] == ["not for this person"] * 2
    assert rows[0]["not_for"].startswith("for men")
    assert rows[1]["not_for"] == "for adults of 18 and over"
    assert not any(row["percent"] or row["band"] for row in rows)


def test_an_unconfirmed_pack_is_scored_and_says_it_is_not_to_be_decided_on() -> None:
    given = "sex,identifiable_victim,age_release\nmale,yes,30\n"
    done = run("risk", "score", "static99r", "-", given=given, expect=1)
    assert "not to be decided on: unconfirmed" in done.stderr
    assert next(csv.DictReader(io.StringIO(done.stdout)))["came"] == "open"


def test_a_result_takes_its_name_when_it_is_whole(tmp_path: Path) -> None:
    path, out = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text(listing("A1", "A2"))
    run("risk", "score", "ogrs3_2yr", str(path), str(out), "--on", "2026-03-20", expect=1)
    printed = run("risk", "score", "ogrs3_2yr", str(path), "--on", "2026-03-20", expect=1).stdout
    assert out.read_text() == printed
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_whoever_interrupts_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, out = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text(listing("A1"))
    out.write_text("of last week\n")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("watchkeeper.instruments.lots._Lot.came", interrupted)
    CliRunner().invoke(app, ["risk", "score", "ogrs3_2yr", str(path), str(out)])
    assert out.read_text() == "of last week\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_many_rows_give_what_each_gives_alone(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(HEAD + "".join(f"R{number},{row}\n" for number in range(30) for row in ROWS.values()))
    done = run("risk", "score", "ogrs3_2yr", str(path), "--on", "2026-03-20", expect=1)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    alone = run(
        "risk", "score", "ogrs3_2yr", "-", "--on", "2026-03-20", given=listing(*ROWS), expect=1
    ).stdout
    once = list(csv.DictReader(io.StringIO(alone)))
    assert [row["line"] for row in rows] == [str(line) for line in range(2, 182)]
    for each, one in zip(rows, once * 30, strict=True):
        assert {**each, "line": "", "ref": ""} == {**one, "line": "", "ref": ""}


@pytest.mark.parametrize(
    ("arguments", "given", "says"),
    [
        (("risk", "score", "arms", "-"), "age\n44\n", "is its shape only"),
        (("risk", "score", "nothing", "-"), "age\n44\n", "no pack is called 'nothing'; there are"),
        (
            ("risk", "score", "rsr_static", "-"),
            "sex\nmale\n",
            "'rsr_static' is the name of 2 packs, one a version",
        ),
        (("risk", "score", "rsr_dynamic", "-"), "sex\n", "say which, rsr_dynamic_2013 or rsr_dynamic_2026"),
        (("risk", "score", "ogrs3_2yr", "-"), "", "is empty"),
        (("risk", "score", "ogrs3_2yr", "-"), "a,b\n1,2\n", "has no column that ogrs3_2yr asks"),
        (("risk", "explain", "ogrs3_2yr", "-"), "a,b\n1,2\n", "has no column that ogrs3_2yr asks"),
        (("risk", "score", "ogrs3_2yr", "-"), "sex,sex\nmale,male\n", "names a column twice: sex"),
        (("risk", "score", "ogrs3_2yr", "-"), 'sex\n"male\n', "is not a CSV file"),
        (("risk", "packs", "nothing"), "", "no pack is called"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(arguments: tuple[str, ...], given: str, says: str) -> None:
    assert says in run(*arguments, given=given, expect=2).stderr


@pytest.mark.parametrize("command", [("score", "ogrs3_2yr"), ("explain", "ogrs3_2yr")])
@pytest.mark.parametrize("begins", [b"\xff\xfes\x00e\x00x\x00", "sex,caf\xe9\n".encode("latin-1")])
def test_a_list_in_another_encoding_is_said_in_a_line(
    tmp_path: Path, command: tuple[str, str], begins: bytes
) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(begins)
    assert "is not a CSV file in UTF-8" in run("risk", *command, str(path), expect=2).stderr


def test_a_ref_no_spreadsheet_takes_for_a_formula() -> None:
    given = "ref,sex,sanctions\n=1+1,male,3\n"
    assert "'=1+1" in run("risk", "score", "ogrs3_2yr", "-", given=given, expect=1).stdout


def test_a_list_parted_by_semicolons_is_read_as_one_parted_by_commas() -> None:
    given = HEAD + f"A1,{ROWS['A1']}\n"
    parted = given.replace(",", ";")
    assert parted != given
    by_comma, by_semicolon = (
        run("risk", "score", "ogrs3_2yr", "-", "--on", "2026-03-20", given=each).stdout
        for each in (given, parted)
    )
    assert by_semicolon == by_comma


def test_a_row_with_more_cells_than_columns_is_never_scored() -> None:
    """A comma within a cell moves every answer after it into another column."""
    given = HEAD + f"A1,{ROWS['A1']},stray\n"
    done = run("risk", "score", "ogrs3_2yr", "-", "--on", "2026-03-20", given=given, expect=1)
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert row["came"] == "faulty"
    assert "more cells" in row["faults"]


def test_the_scores_are_written_to_a_file_that_is_not_the_list(tmp_path: Path) -> None:
    path, out = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text(listing("A1"))
    done = run("risk", "score", "ogrs3_2yr", str(path), str(out), "--on", "2026-03-20")
    assert done.stdout == ""
    [row] = csv.DictReader(io.StringIO(out.read_text()))
    assert row["percent"] == "23"
    run("risk", "score", "ogrs3_2yr", str(path), str(path), expect=2)
    assert path.read_text() == listing("A1")


def test_one_row_is_explained_term_by_term() -> None:
    given = listing("A1", "A2")
    done = run("risk", "explain", "ogrs3_2yr", "-", "--on", "2026-03-20", given=given)
    assert "columns not read: notes" in done.stderr  # as of a list that is scored
    said = done.stdout
    assert "row A1: scored" in said
    assert "comes to total" in said
    assert "23 per cent" in said
    assert "(sum " in said
    open_row = run("risk", "explain", "ogrs3_2yr", "-", "--ref", "A2", given=given, expect=1).stdout
    assert "not known: sanctions" in open_row
    assert "at most" in open_row
    run("risk", "explain", "ogrs3_2yr", "-", "--ref", "nobody", given=given, expect=2)
    run("risk", "explain", "arms", "-", given=given, expect=2)
