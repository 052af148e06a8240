"""The facts of a unit's or an officer's people alone, read by their index, say what everybody's say of them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, OFFICERS, UNITS, rows, write
from watchkeeper.briefing import assembling
from watchkeeper.briefing.lines import manager_on
from watchkeeper.engine import snapshot as engine
from watchkeeper.engine.source import embedded
from watchkeeper.law import shelf

SEEDS = st.integers(0, 2**32 - 1)
MODEST = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stored.sqlite3"


@pytest.mark.parametrize("named", [engine.NAMED, 0])
@MODEST
@given(seed=SEEDS, people=st.integers(1, 12), unit=st.sampled_from(UNITS))
def test_the_people_of_a_unit_are_the_same_read_alone(
    seed: int, people: int, unit: str, named: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "NAMED", named)
    law = shelf.load()
    write(path, rows(seed, people))
    source = embedded(path)
    with assembling.read_register(source, law, on=ON, known_at=KNOWN_AT) as whole:
        every, held = list(assembling.cases(whole)), assembling.loads(whole)
        staff = {officer.ref for officer in assembling.officers(whole) if officer.unit == unit}
        announced, weekly = assembling.announced(whole).get(unit), assembling.weekly(whole)
    with assembling.read_register(source, law, on=ON, known_at=KNOWN_AT, unit=unit) as part:
        some, theirs = list(assembling.cases(part)), assembling.loads(part)
        assert assembling.announced(part).get(unit) == announced
        assert [w for w in assembling.weekly(part) if w.unit == unit] == [w for w in weekly if w.unit == unit]
    assert [case for case in some if case.unit == unit] == [case for case in every if case.unit == unit]
    assert {ref: held[ref] for ref in staff & held.keys()} == {
        ref: theirs[ref] for ref in staff & theirs.keys()
    }


@MODEST
@given(seed=SEEDS, people=st.integers(1, 12), officer=st.sampled_from(OFFICERS))
def test_the_people_of_an_officer_are_the_same_read_alone(
    seed: int, people: int, officer: str, path: Path
) -> None:
    law = shelf.load()
    write(path, rows(seed, people))
    source = embedded(path)
    with assembling.read_register(source, law, on=ON, known_at=KNOWN_AT) as whole:
        every, held = list(assembling.cases(whole)), assembling.loads(whole)
    with assembling.read_register(source, law, on=ON, known_at=KNOWN_AT, officer=officer) as part:
        some, theirs = list(assembling.cases(part)), assembling.loads(part)
    assert [case for case in some if manager_on(case, on=ON) == officer] == [
        case for case in every if manager_on(case, on=ON) == officer
    ]
    assert len(some) <= len(every)
    assert theirs.get(officer) == held.get(officer)
