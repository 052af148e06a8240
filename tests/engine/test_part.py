"""The facts of a unit's or an officer's people alone, read by their index, say what everybody's say of them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, OFFICERS, UNITS, rows, write
from watchkeeper.briefing import assembling
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.lines import manager_on
from watchkeeper.briefing.staffing import staff_of
from watchkeeper.engine import snapshot as engine
from watchkeeper.engine.source import Source, embedded
from watchkeeper.law.shelf import Shelf

SEEDS = st.integers(0, 2**32 - 1)


# To open a register costs more than to read thirty people of it: few registers, and much asked of each.
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=SEEDS, people=st.integers(20, 40), officer=st.sampled_from(OFFICERS))
@example(seed=4, people=1, officer=OFFICERS[0])
def test_the_people_of_a_unit_or_an_officer_are_the_same_read_alone(
    seed: int, people: int, officer: str, tmp_path: Path, law: Shelf
) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, rows(seed, people))
    source = embedded(path)
    with assembling.read_register(source, law, on=ON, known_at=KNOWN_AT) as whole:
        every, held = list(assembling.cases(whole)), assembling.loads(whole)
        staff = {ref: one.unit for ref, one in staff_of(whole).items()}
        announced, weekly = assembling.announced(whole), assembling.weekly(whole)
    for unit, named in zip(UNITS, (engine.NAMED, 0), strict=True):
        with pytest.MonkeyPatch.context() as patch:  # each of them asked for, and everybody read
            patch.setattr(engine, "NAMED", named)
            with assembling.read_register(source, law, on=ON, known_at=KNOWN_AT, unit=unit) as part:
                some, theirs = list(assembling.cases(part)), assembling.loads(part)
                assert assembling.announced(part).get(unit) == announced.get(unit)
                assert [w for w in assembling.weekly(part) if w.unit == unit] == [
                    w for w in weekly if w.unit == unit
                ]
        assert [case for case in some if case.unit == unit] == [case for case in every if case.unit == unit]
        assert {ref: held[ref] for ref in held if staff.get(ref) == unit} == {
            ref: theirs[ref] for ref in theirs if staff.get(ref) == unit
        }
    _of_an_officer(source, law, officer, every, held.get(officer))


def _of_an_officer(source: Source, law: Shelf, officer: str, every: list[Case], held: object) -> None:
    with assembling.read_register(source, law, on=ON, known_at=KNOWN_AT, officer=officer) as part:
        some, theirs = list(assembling.cases(part)), assembling.loads(part)
    assert [case for case in some if manager_on(case, on=ON) == officer] == [
        case for case in every if manager_on(case, on=ON) == officer
    ]
    assert len(some) <= len(every)
    assert theirs.get(officer) == held
