"""A proposal keeps nobody from writing while it is worked out, and is worked out again where what it rests on changed."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests.unit.crimes.scene import acting
from tests.unit.crimes.test_holding import (
    ALLOCATOR,
    BURGLARY,
    IMAGES,
    crime,
    force,  # noqa: F401  the same force stands
    given,
    passed,
)
from tests.unit.workforce.records import last, refused, unit
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind
from watchkeeper.crimes.actions import proposing
from watchkeeper.crimes.actions.proposing import AGAIN, propose_allocation
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Course, Power

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 30  # seconds: a writer kept out by a lock is given up before


@pytest.fixture(autouse=True)
def crimes(force: None) -> None:  # noqa: F811  the same force
    unit()
    passed("R1", Course.PIP1)
    crime(IMAGES)
    crime(BURGLARY, "C2")


def meanwhile(monkeypatch: pytest.MonkeyPatch, *writes: Callable[[], object]) -> list[BaseException]:
    """Have somebody else write, on a connection of their own, each time a proposal has been searched for."""
    faults: list[BaseException] = []
    searched, left = proposing.propose, list(writes)

    def write(each: Callable[[], object]) -> None:
        try:
            each()
        except BaseException as error:  # a thread has nobody to tell
            faults.append(error)
        finally:
            connection.close()

    def overtaken(*said: Any, **more: Any) -> Any:
        found = searched(*said, **more)
        if left:
            writer = threading.Thread(target=write, args=(left.pop(0),))
            writer.start()
            writer.join(PATIENCE)
            assert not writer.is_alive(), "whoever writes is kept waiting by a search"
        return found

    monkeypatch.setattr(proposing, "propose", overtaken)
    return faults


def proposed(law: Shelf) -> Any:
    return propose_allocation("U1", acting(ALLOCATOR, law, crime=""), seed=7)


def test_nobody_is_kept_from_writing_and_what_was_given_meanwhile_is_not_proposed(
    law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = meanwhile(monkeypatch, lambda: given(law, "R1", later=1, crime="C2"))
    found = proposed(law)
    assert not faults
    assert {line.crime: line.officer for line in found.lines} == {"C1": "D2"}
    assert found.again == 1
    assert ("worked out again", "1") in last().facts
    asked = [each.kind for each in entries() if each.power == Power.PROPOSE_ALLOCATION]
    assert asked == [Kind.ATTEMPT, Kind.DONE]
    assert check().holds


def test_what_was_recorded_at_an_instant_before_the_asking_counts_as_well(
    law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = meanwhile(monkeypatch, lambda: given(law, "R1", later=-1, crime="C2"))
    found = proposed(law)
    assert not faults
    assert [line.crime for line in found.lines] == ["C1"]
    assert found.again == 1


def test_what_it_does_not_rest_on_changes_nothing(law: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere() -> None:
        with pytest.raises(Refused):  # whoever may not hold it is not given it
            given(law, "R1", later=1)

    faults = meanwhile(monkeypatch, elsewhere)
    found = proposed(law)
    assert not faults
    assert len(found.lines) == 2
    assert found.again == 0


def test_what_changes_each_time_is_said_and_not_proposed_from(
    law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    crimes = [f"C{number}" for number in range(3, 4 + AGAIN)]
    for ref in crimes:
        crime(BURGLARY, ref)
    writes = [
        lambda ref=ref, at=at: given(law, "R1", later=at, crime=ref) for at, ref in enumerate(crimes, 1)
    ]
    faults = meanwhile(monkeypatch, *writes)
    with pytest.raises(Refused, match="ask again"):
        proposed(law)
    assert not faults
    refused("nothing it rests on was recorded while it was worked out")
