"""Runs of a study kept as they are finished, so that one cut short goes on where it stopped.

A run is kept as plain values and read back as what it was: the same figures, to the last digit.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Protocol, get_args, get_origin, get_type_hints


class Runs(Protocol):
    """Where finished runs are kept."""

    def kept[Found](self, name: str, kind: type[Found], run: Callable[[], Found]) -> Found:
        """What the run of this name found: read back where it was finished before, else run now and kept."""


class Afresh:
    """Keeps nothing: each run is carried out."""

    def kept[Found](self, name: str, kind: type[Found], run: Callable[[], Found]) -> Found:
        """What the run finds, whatever it is called."""
        del name, kind
        return run()


def read_back(kind: Any, told: Any) -> Any:
    """The dataclass, tuple or plain value of type `kind` that `dataclasses.asdict` and JSON made `told` of.

    >>> read_back(tuple[int | None, ...], [1, None])
    (1, None)
    """
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{each.name: read_back(hints[each.name], told[each.name]) for each in fields(kind)})  # type: ignore[operator]
    if get_origin(kind) is tuple:
        inner, *rest = get_args(kind)
        return tuple(
            read_back(inner if rest == [...] else get_args(kind)[at], each) for at, each in enumerate(told)
        )
    if get_origin(kind) is UnionType:
        return (
            None
            if told is None
            else read_back(next(one for one in get_args(kind) if one is not NoneType), told)
        )
    return told
