"""A swift fact is the fact it was: the same arguments and defaults, checked the same, and never changed."""

import pickle
from dataclasses import FrozenInstanceError, field, fields, replace
from dataclasses import dataclass as ordinary

import pytest

from watchkeeper.law.swift import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    who: str
    times: int = 1

    def __post_init__(self) -> None:
        if self.times < 1:
            raise ValueError("seen at least once")


def test_it_takes_its_arguments_by_place_by_name_and_by_default() -> None:
    assert (Seen("P1"), Seen(who="P1", times=1)) == (Seen("P1", 1), Seen("P1"))
    assert replace(Seen("P1"), times=3) == Seen("P1", 3)
    assert hash(Seen("P1")) == hash(Seen("P1", 1))
    with pytest.raises(TypeError):
        Seen()  # type: ignore[call-arg]


def test_it_is_still_checked_and_still_frozen() -> None:
    with pytest.raises(ValueError, match="at least once"):
        Seen("P1", 0)
    with pytest.raises(FrozenInstanceError):
        Seen("P1").times = 2  # type: ignore[misc]


def test_it_is_what_the_standard_library_makes() -> None:
    @ordinary(frozen=True, slots=True)
    class Known:
        who: str
        times: int = 1

    known, seen = Known("P1"), Seen("P1", 1)
    assert repr(seen) == repr(known).replace(f"{Known.__qualname__}(", "Seen(")
    assert [(each.name, each.default) for each in fields(seen)] == [
        (each.name, each.default) for each in fields(known)
    ]
    assert (Seen.__match_args__, Seen.__slots__) == (Known.__match_args__, Known.__slots__)
    assert {known, known} == {known}
    assert {seen, Seen("P1")} == {seen}
    other: object = known
    assert seen != other
    assert pickle.loads(pickle.dumps(seen)) == seen
    with pytest.raises(FrozenInstanceError):
        del seen.who


def test_a_class_it_cannot_do_justice_to_is_left_to_the_standard_library() -> None:
    @dataclass(frozen=True, slots=True)
    class Listed:
        each: list[str] = field(default_factory=list)
        found: str = field(default="", init=False, compare=False)

    @dataclass(frozen=True, slots=True)
    class Again(Seen):
        where: str = ""

    assert (Listed().each, Listed(["P1"]).each) == ([], ["P1"])
    assert Again("P1", 2, "NW") == Again("P1", times=2, where="NW")
    assert Again("P1") != Again("P2")
    with pytest.raises(FrozenInstanceError):
        Again("P1").where = "SE"  # type: ignore[misc]
    with pytest.raises(TypeError, match="follows one that may be left out"):

        @dataclass(frozen=True, slots=True)
        class Turned:
            times: int = 1
            who: str  # type: ignore[misc]
