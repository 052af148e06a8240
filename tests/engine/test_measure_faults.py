"""Every measure fires on its own fault and on no other, each fault planted alone in a healthy force."""

import pytest

from tools.measure_faults import FAULTS
from tools.prove_measures import main, proved
from watchkeeper.inspection.measures.catalogue import BY_NAME, MEASURES, written

SIGNALS = [measure.name for measure in MEASURES if measure.signal]
SHARES = [measure.name for measure in MEASURES if not measure.signal]


@pytest.mark.parametrize(("names", "months"), [(SHARES, 0), (SIGNALS, 24)], ids=["shares", "signals"])
def test_each_fault_is_found_by_its_own_measure_and_by_no_other(names: list[str], months: int) -> None:
    found = dict(proved(*names, months=months))
    assert found == {name: frozenset({name, *FAULTS[name].also}) for name in names}


def test_every_measure_is_written_has_a_fault_and_stands_in_the_matrix() -> None:
    assert written().keys() == FAULTS.keys() == BY_NAME.keys()
    assert main(["--check"]) == 0


def test_what_fires_besides_says_why() -> None:
    assert all(bool(each.also) == bool(each.why) for each in FAULTS.values())
