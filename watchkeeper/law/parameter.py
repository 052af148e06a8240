"""A dated number of the law, of guidance or of a force, that never travels without its source."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import cast

from watchkeeper.law.swift import dataclass

type Value = int | float | str | bool | tuple[str | int | float, ...] | Mapping[str, int | float | str]


class Weight(StrEnum):
    """Where a number's authority comes from, weightiest first."""

    STATUTE = "statute"
    GUIDANCE = "guidance"
    LOCAL = "local"


class NotInForceError(LookupError):
    """A rule asked for a number on a day when it did not apply."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One row of the shelf. `values` are (first day, value) in date order.

    `confirmed` is False when the row rests on memory or proposal: screens that use it say so.
    `awaiting` is a value enacted and not commenced: read and listed, never applied.
    `tighter` says which way a force may move guidance: "less", "more", or "" for not at all.
    """

    name: str
    says: str
    unit: str
    weight: Weight
    cite: str
    href: str
    quote: str
    read_on: date
    confirmed: bool
    values: tuple[tuple[date, Value], ...]
    counting: str = ""
    tighter: str = ""
    awaiting: Value | None = None
    _found: dict[date, Value] = field(default_factory=dict, init=False, repr=False, compare=False)
    _words: dict[date, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def on(self, day: date) -> Value:
        """The value in force on `day`. Raises NotInForceError before the first.

        What was found is remembered: a night asks the same few hundred days a million times.
        """
        value = self._found.get(day)
        if value is None:
            at = bisect_right(self.values, day, key=lambda pair: pair[0])
            if at == 0:
                raise NotInForceError(f"{self.name} has no value in force on {day} ({self.cite})")
            value = self._found[day] = self.values[at - 1][1]
        return value

    def whole(self, day: date) -> int:
        """The value as a whole number. Raises TypeError when the row holds something else."""
        value = self._found.get(day)  # asked more often than anything: spared a call
        if value is None:
            value = self.on(day)
        if type(value) is not int:  # a yes or no is an int to isinstance, and slower to ask
            raise TypeError(f"{self.name} is not a whole number: {value!r}")
        return value

    def share(self, day: date) -> float:
        """The value as a number from 0 to 1. Raises TypeError or ValueError otherwise."""
        value = self.on(day)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(f"{self.name} is not a number: {value!r}")
        if not 0 <= value <= 1:
            raise ValueError(f"{self.name} is not a share: {value!r}")
        return float(value)

    def number(self, day: date) -> float:
        """The value as a number, whole or not. Raises TypeError otherwise."""
        return _number(self.name, self.on(day))

    def numbers(self, day: date) -> tuple[float, ...]:
        """The value as a list of numbers, whole or not. Raises TypeError otherwise."""
        value = self.on(day)
        if not isinstance(value, tuple):
            raise TypeError(f"{self.name} is not a list of numbers: {value!r}")
        return tuple(_number(self.name, item) for item in value)

    def number_of(self, key: str, day: date) -> float:
        """The number a table gives for `key`, whole or not. Raises KeyError when absent."""
        value = self.on(day)
        if not isinstance(value, Mapping):
            raise TypeError(f"{self.name} is not a table: {value!r}")
        return _number(self.name, value[key])

    def flag(self, day: date) -> bool:
        """The value as yes or no. Raises TypeError otherwise."""
        value = self.on(day)
        if not isinstance(value, bool):
            raise TypeError(f"{self.name} is not yes or no: {value!r}")
        return value

    def words(self, day: date) -> tuple[str, ...]:
        """The value as a list of words. Raises TypeError otherwise."""
        words = self._words.get(day)
        if words is None:
            value = self.on(day)
            if type(value) is not tuple or not {*map(type, value)} <= {str}:
                raise TypeError(f"{self.name} is not a list of words: {value!r}")
            words = self._words[day] = cast(tuple[str, ...], value)
        return words

    def wholes(self, day: date) -> tuple[int, ...]:
        """The value as a list of whole numbers. Raises TypeError otherwise."""
        value = self.on(day)
        if not isinstance(value, tuple) or not all(isinstance(item, int) for item in value):
            raise TypeError(f"{self.name} is not a list of whole numbers: {value!r}")
        return cast(tuple[int, ...], value)

    def of(self, key: str, day: date) -> int:
        """The whole number a table gives for `key`, for example a level. Raises KeyError when absent."""
        value = self._found.get(day)
        if value is None:
            value = self.on(day)
        if not isinstance(value, dict):
            raise TypeError(f"{self.name} is not a table: {value!r}")
        number = value[key]
        if type(number) is not int:
            raise TypeError(f"{self.name} has no whole number for {key}: {number!r}")
        return number

    def word_of(self, key: str, day: date) -> str:
        """The word a table gives for `key`, for example a rank. Raises KeyError when absent."""
        value = self.on(day)
        if not isinstance(value, Mapping):
            raise TypeError(f"{self.name} is not a table: {value!r}")
        return str(value[key])


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} is not a number: {value!r}")
    return float(value)
