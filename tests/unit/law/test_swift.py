"""A swift fact is the fact it was: the same arguments and defaults, checked the same, and never changed."""

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from watchkeeper.law.swift import swift


@swift
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


def test_a_class_it_cannot_do_justice_to_is_refused() -> None:
    with pytest.raises(TypeError, match="anew"):

        @swift
        @dataclass(frozen=True, slots=True)
        class Listed:
            each: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="in their order"):

        @swift
        @dataclass(frozen=True, slots=True)
        class Partly:
            who: str
            found: str = field(default="", init=False)
