"""`watchkeeper people match`: two files out or none, every fault at once, the same bytes in any order of rows."""

import csv
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner, Result

from tools.dirty_people import COLUMNS, dirty
from watchkeeper.cli.main import app

ROWS = dirty(120, seed=5).rows


def listed(path: Path, rows: list[tuple[str, ...]], columns: tuple[str, ...] = COLUMNS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([columns, *rows])
    return path


def match(*files: Path | str, expect: int = 0) -> Result:
    done = CliRunner().invoke(app, ["people", "match", "--on", "2026-11-28", *map(str, files)])
    assert done.exit_code == expect, done.output
    return done


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_a_list_in_any_order_gives_the_same_bytes(tmp_path: Path) -> None:
    said = match(listed(tmp_path / "in.csv", ROWS), tmp_path / "out.csv").output
    assert f"{len(ROWS)} records are" in said
    turned = list(ROWS)
    Random(4).shuffle(turned)
    other = [tuple(reversed(row)) for row in turned]
    match(listed(tmp_path / "again.csv", other, tuple(reversed(COLUMNS))), tmp_path / "other.csv")
    for one, two in (("out.csv", "other.csv"), ("out-people.csv", "other-people.csv")):
        assert (tmp_path / one).read_bytes() == (tmp_path / two).read_bytes()
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith(".")} == set()

    pairs, people = read(tmp_path / "out.csv"), read(tmp_path / "out-people.csv")
    assert len(people) == len(ROWS)
    whose = {row["ref"]: row["person"] for row in people}
    assert pairs
    for pair in pairs:
        steps = [float(step.rsplit(" ", 1)[1]) for step in pair["waterfall"].split("; ")]
        assert sum(steps) == pytest.approx(float(pair["bits"]), abs=0.05)
        together = whose[pair["one_ref"]] == whose[pair["other_ref"]]
        assert together == (pair["decision"] == "join")
        assert pair["one_person"] == whose[pair["one_ref"]]
    assert all(row["person"] <= f"1 {row['ref']}" for row in people), "named by the first of their rows"


def test_two_lists_are_matched_with_each_other_by_the_columns_that_are_read(tmp_path: Path) -> None:
    one = listed(tmp_path / "one.csv", [(*row, "x") for row in ROWS[::2]], (*COLUMNS, "religion"))
    said = match(one, listed(tmp_path / "two.csv", ROWS[1::2]), tmp_path / "out.csv").stderr
    assert "one.csv: columns not used: religion" in said
    assert {(row["one_list"], row["other_list"]) for row in read(tmp_path / "out.csv")} == {("1", "2")}


def test_a_list_parted_by_semicolons_is_read_alike(tmp_path: Path) -> None:
    one = listed(tmp_path / "one.csv", ROWS)
    with (tmp_path / "two.csv").open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, delimiter=";").writerows([COLUMNS, *ROWS])
    match(one, tmp_path / "a.csv")
    match(tmp_path / "two.csv", tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_twin_letter_for_letter_weighs_more_than_one_misspelt_in_a_list_of_three(tmp_path: Path) -> None:
    columns = ("ref", "given_names", "family_name", "born_on", "line", "postcode")
    home = ("1971-06-05", "12 Larkmere Road", "QA1 1AB")
    rows = [
        ("A", "Marjorie", "Thornbury", *home),
        ("B", "Marjorie", "Thornbury", *home),
        ("C", "Marjorei", "Thornbury", *home),
    ]
    match(listed(tmp_path / "in.csv", rows, columns), tmp_path / "out.csv")
    weighs = {(row["one_ref"], row["other_ref"]): float(row["bits"]) for row in read(tmp_path / "out.csv")}
    assert weighs["A", "B"] > weighs["A", "C"]


def test_every_fault_of_both_lists_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    wrong = [("A", "31/2/1971"), ("", ""), ("B", "5"), ("B", "1971-02-03")]
    one = tmp_path / "one.csv"
    one.write_text("ref,family_name,born_on\n" + "".join(f"{ref},Hill,{born}\n" for ref, born in wrong))
    two = tmp_path / "two.csv"
    two.write_text("ref,name\nC,Hill\n")
    three = tmp_path / "three.csv"
    three.write_text("ref,family_name\nC,Hill,more\n")
    out = tmp_path / "out.csv"
    out.write_text("kept")
    said = match(one, two, out, expect=1).stderr
    for fault in (
        "one.csv, line 2: born_on is not a date",
        "one.csv, line 3: has no ref",
        "one.csv, line 4: born_on is not a date",
        "one.csv, line 5: has the ref of line 4",
        "two.csv: has no column 'family_name'",
        "nothing was written",
    ):
        assert fault in said
    assert "Hill" not in said, "no name in a message"
    assert "line 2: has 3 cells; the first line has 2" in match(three, out, expect=1).stderr
    assert out.read_text() == "kept"
    assert not (tmp_path / "out-people.csv").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "has no column 'ref'"),
        (b"ref,family_name\n", "has no rows"),
        (b"ref,family_name\nA,\xff\xfe\n", "is not text in UTF-8"),
        (b"ref,ref,family_name\nA,A,Hill\n", "has the column 'ref' more than once"),
    ],
)
def test_a_file_that_is_no_list(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(content)
    assert says in match(path, tmp_path / "out.csv", expect=1).stderr


def test_what_cannot_be_asked_is_said(tmp_path: Path) -> None:
    path = listed(tmp_path / "in.csv", ROWS[:3])
    assert "is one of the lists" in match(path, path, expect=2).stderr
    assert "name one list or two" in match(path, expect=2).stderr
    assert "folder that exists" in match(path, tmp_path / "no" / "out.csv", expect=2).stderr
    assert (
        "may be duckdb or spark" in match(path, tmp_path / "out.csv", "--engine", "abacus", expect=2).stderr
    )
