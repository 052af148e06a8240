"""A matrix: two results lead to a band together, as a static and a changing instrument are joined."""

from datetime import date

import pytest

from watchkeeper.instruments.reading import PackError, read
from watchkeeper.instruments.scoring import scored
from watchkeeper.instruments.shelf import PACKS, load

ON = date(2026, 3, 20)
SHELF = load()
OTHERS = {(each.name, each.version): each for each in SHELF.packs.values()}
HEAD, _, REST = (PACKS / "rm2000_c_2007.toml").read_text().partition("[[terms]]")
CELLS = """
[matrix]
down = "s.band"
across = "v.band"

[matrix.cells]
low = { low = "low", medium = "low", high = "medium", "very high" = "medium" }
medium = { low = "medium", medium = "medium", high = "high", "very high" = "high" }
high = { low = "high", medium = "high", high = "high", "very high" = "very high" }
"very high" = { low = "high", medium = "very high", high = "very high", "very high" = "very high" }
"""
TEXT = HEAD.replace('kind = "combined"', 'kind = "matrix"') + CELLS + REST[REST.index("[[eligibility]]") :]
MAN = {
    "sex": "male",
    "offence_after_16": "yes",
    "age_at_risk": "50",
    "sexual_appearances": "3",
    "criminal_appearances": "5",
    "male_victim": "no",
    "stranger_victim": "no",
    "never_cohabited": "no",
    "noncontact_offence": "no",
    "violent_appearances": "0",
    "burglary": "no",
}
FEW = {"sexual_appearances": "1", "criminal_appearances": "4"}


@pytest.mark.parametrize(
    ("said", "band"),
    [
        ({}, "high"),
        ({"sexual_appearances": "1", "criminal_appearances": "1"}, "low"),
        (
            {"sexual_appearances": "1", "criminal_appearances": "1", "age_at_risk": "24", "burglary": "yes"},
            "high",
        ),
        ({"age_at_risk": "24", "sexual_appearances": "5", "violent_appearances": "4"}, "very high"),
    ],
)
def test_each_pair_has_its_band(said: dict[str, str], band: str) -> None:
    found = scored(read(TEXT.encode(), OTHERS), {**MAN, **said}, on=ON)
    assert found.whole
    assert found.band == band


def test_a_result_that_is_not_known_leaves_every_band_of_its_row_open() -> None:
    pack = read(TEXT.encode(), OTHERS)
    found = scored(pack, {**MAN, "violent_appearances": "", "age_at_risk": "34", **FEW}, on=ON)
    assert [item.ref for item in found.unknown] == ["violent_appearances"]
    assert (found.band, found.gravest) == ("medium", "high")


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ('low = { low = "low"', 'low = { low = "grave"', "matrix: low, low is no band: grave"),
        ('down = "s.band"', 'down = "s.colour"', "matrix, down names s.colour, which is no item"),
        ("[matrix.cells]", '[matrix.cells]\nodd = "low"', "matrix: cells are a table of tables"),
    ],
)
def test_a_matrix_that_is_not_whole_does_not_load(was: str, becomes: str, says: str) -> None:
    with pytest.raises(PackError) as caught:
        read(TEXT.replace(was, becomes).encode(), OTHERS)
    assert any(says in fault for fault in caught.value.faults), caught.value.faults


def test_a_pair_without_a_cell_is_said_and_not_guessed() -> None:
    text = TEXT.replace('high = { low = "high", medium', "high = { medium")
    with pytest.raises(ValueError, match="the matrix has no cell for high and low"):
        scored(read(text.encode(), OTHERS), MAN, on=ON)
