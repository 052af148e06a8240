"""A force's own packs and its word on ours: loaded beside, never in place of, and named by hash."""

from datetime import date
from pathlib import Path

import pytest

from tests.table import table
from watchkeeper.instruments.answering import known
from watchkeeper.instruments.facts import Standing
from watchkeeper.instruments.reading import PackError
from watchkeeper.instruments.scoring import of_known, scored
from watchkeeper.instruments.shelf import CONFIRMED, PACKS, load
from watchkeeper.instruments.using import may_conclude, may_decide, scoreable, usable

ON = date(2026, 3, 20)
SHIPPED = load()
ARMS = (PACKS / "arms_structure.toml").read_text()
WORD = '[{stem}]\nhash = "{hash}"\non = 2026-03-01\nby = "Superintendent Vale"\nsays = "Held against the guide of 2024."\n'


def licensed(text: str, version: str = "2026") -> str:
    """A licensed pack made from a structure, as a force would write one: in invented words."""
    text = text.replace('version = "structure"', f'version = "{version}"')
    text = text.replace('standing = "structure"', 'standing = "confirmed"').replace(
        "because =", "# because ="
    )
    return (
        text
        + '\n[[bands]]\nname = "routine"\nsays = "Invented."\n\n[[bands]]\nname = "urgent"\nsays = "Invented."\n'
    )


def write(folder: Path, **files: str) -> Path:
    for stem, text in files.items():
        (folder / f"{stem}.toml").write_text(text)
    return folder


def faults(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load(folder)
    return caught.value.faults


def test_a_licensed_pack_stands_beside_its_structure(tmp_path: Path) -> None:
    shelf = load(write(tmp_path, arms_2026=licensed(ARMS)))
    assert shelf.own == {"arms_2026"}
    assert shelf["arms_structure"].standing is Standing.STRUCTURE
    assert not scoreable(shelf["arms_structure"]).allowed
    assert usable(shelf["arms_2026"], on=ON).allowed
    assert shelf.version != SHIPPED.version


@table("""
    how it differs              | was                     | becomes                   | says
    ----------------------------|-------------------------|---------------------------|-----
    a factor is missing         | ref = "risk_7"~section = "risk" | ref = "risk_7"~section = "protective" | arms_2026.toml: section risk has 6 items; arms has 7
    not marked as restricted    | restricted = true       | restricted = false        | arms_2026.toml: a licensed pack says restricted = true
    it adds up                  | kind = "judgement"      | kind = "points"           | arms_2026.toml: is points, and has no points or terms
    a version twice             | version = "2026"        | version = "structure"     | arms_2026.toml: arms structure is also in arms_structure.toml
""")
def test_a_licensed_pack_is_held_against_the_shape_of_its_instrument(
    tmp_path: Path, was: str, becomes: str, says: str
) -> None:
    text = licensed(ARMS)
    was, becomes = was.replace("~", "\n"), becomes.replace("~", "\n")
    assert was in text
    assert any(
        fault.startswith(says) for fault in faults(write(tmp_path, arms_2026=text.replace(was, becomes)))
    )


def test_the_bands_of_kirat_say_how_soon_to_act_and_a_licensed_pack_keeps_them(tmp_path: Path) -> None:
    kirat = SHIPPED["kirat_structure"]
    assert [(band.name, band.within_hours) for band in kirat.bands] == [
        ("low", 720),
        ("medium", 336),
        ("high", 168),
        ("very high", 24),
    ]
    text = licensed((PACKS / "kirat_structure.toml").read_text())  # two bands too many
    assert any(
        "kirat has low, medium, high, very high" in fault for fault in faults(write(tmp_path, kirat_3=text))
    )


def test_a_judgement_gives_no_number_and_waits_for_every_factor(tmp_path: Path) -> None:
    pack = load(write(tmp_path, arms_2026=licensed(ARMS)))["arms_2026"]
    some = scored(pack, {"risk_1": "some"}, on=ON)
    assert (some.least, some.most, some.band) == (None, None, "")
    assert len(some.unknown) == 11  # ten factors and the age
    assert [
        reason.met for reason in may_conclude(pack, some, "urgent", "as the interview showed").reasons
    ] == [
        False,
        True,
        True,
    ]
    every = {item.ref: "some" if item.choices else "44" for item in pack.items}
    assert may_conclude(pack, scored(pack, every, on=ON), "urgent", "as the interview showed").allowed
    assert not may_conclude(pack, scored(pack, every, on=ON), "grave", " ").allowed


def test_a_force_confirms_a_pack_by_its_hash_and_loads_its_norms(tmp_path: Path) -> None:
    pack = SHIPPED["static99r_2016"]
    norms = '[[static99r_2016.norms]]\nversion = "invented"\nsays = "Invented."\ncite = "A workbook"\nrows = { "3" = 7.5 }\n'
    shelf = load(write(tmp_path, confirmed=WORD.format(stem="static99r_2016", hash=pack.hash) + norms))
    assert usable(shelf["static99r_2016"], on=ON).allowed
    assert shelf["static99r_2016"].ref == pack.ref
    assert [norm.version for norm in shelf["static99r_2016"].norms][-1] == "invented"
    assert shelf.confirmations[pack.hash].by == "Superintendent Vale"
    assert not usable(SHIPPED["static99r_2016"], on=ON).allowed


@table("""
    what is wrong               | stem            | hash         | says
    ----------------------------|-----------------|--------------|-----
    another version             | static99r_2016  | 000000000000 | static99r_2016 has the hash
    no such pack                | static99        | 000000000000 | static99 is no pack on the shelf; it may be
    a structure                 | arms_structure  | 000000000000 | arms_structure is a structure, which is never scored
""")
def test_a_word_that_confirms_nothing_is_refused(tmp_path: Path, stem: str, hash: str, says: str) -> None:
    found = faults(write(tmp_path, confirmed=WORD.format(stem=stem, hash=hash)))
    assert any(f"{CONFIRMED}: {says}" in fault for fault in found), found


def test_a_word_that_lacks_its_reason_is_refused(tmp_path: Path) -> None:
    text = WORD.format(stem="static99r_2016", hash=SHIPPED["static99r_2016"].hash)
    assert faults(write(tmp_path, confirmed=text.replace("says =", "# says =")))


def test_a_shipped_pack_is_never_written_over(tmp_path: Path) -> None:
    found = faults(write(tmp_path, osp_dc_2026=(PACKS / "osp_dc_2026.toml").read_text()))
    assert any("a pack of that file name is shipped" in fault for fault in found)


def test_a_score_is_found_again_by_the_ref_of_its_pack() -> None:
    ref = SHIPPED["seraf_2013"].ref
    assert SHIPPED.of_ref(ref) is SHIPPED["seraf_2013"]
    assert SHIPPED.named("osp_dc") is SHIPPED["osp_dc_2026"]
    assert SHIPPED.named("rsr_static") is None  # two versions: which is meant is not guessed


@table("""
    case                       | trained | on         | start | unmet
    ---------------------------|---------|------------|-------|------
    all as it should be        | yes     | 2026-03-20 | 31    |
    not trained                | no      | 2026-03-20 | 31    | the assessor is not trained
    training nobody recorded   |         | 2026-03-20 | 31    | the assessor is training not recorded
    before it was in force     | yes     | 2008-02-29 | 31    | in force from 2008-03-01
    on the day it came         | yes     | 2008-03-01 | 31    |
    an age nobody recorded     | yes     | 2026-03-20 |       | for people of 10 and over: not known, not known: age
""")
def test_what_a_score_needs_before_a_decision_may_rest_on_it(
    trained: str, on: str, start: str, unmet: str
) -> None:
    pack, day = SHIPPED["ogrs3_2yr_2008"], date.fromisoformat(on)
    answers = {
        "sex": "male",
        "sanctions": "3",
        "age_conviction": "30",
        "age_first": "20",
        "offence": "robbery",
    }
    found, _ = known(pack, {**answers, "age_start": start}, on=day)
    came = of_known(pack, found)
    decision = may_decide(pack, found, came, {"yes": True, "no": False, "": None}[trained], on=day)
    said = [reason.says for reason in decision.unmet]
    assert len(said) == (len(unmet.split(", ")) if unmet else 0)
    assert all(each.startswith(start) for each, start in zip(said, unmet.split(", "), strict=False))
