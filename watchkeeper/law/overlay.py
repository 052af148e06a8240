"""What if a number were another? A shelf with some values laid over it, for a simulation alone.

The shelf itself stays: nothing that plans for, or decides about, a real person is ever handed one of these.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

from watchkeeper.law.parameter import Parameter, Value, Weight
from watchkeeper.law.shelf import Shelf

type Laid = float | tuple[float, ...]
"""What may be laid over a row: a number, or as many numbers as the row lists."""
VERSION_LETTERS = 12


class OverlayError(ValueError):
    """Values that cannot be laid over the shelf: every fault at once, by what was to be changed."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {says}" for name, says in faults.items()))
        self.faults = dict(faults)


def overlaid(law: Shelf, changes: Mapping[str, Laid], *, on: date, among: Collection[str]) -> Shelf:
    """The shelf with `changes` in place of what is in force on a day; the same shelf where there are none.

    A change is named by its row, as `hour_choosiness`, or by row and key, as
    `visit_interval_months.high`. Only the rows `among` may be changed, and never statute. The version
    names what was laid over which shelf. Raises OverlayError with every fault.

    >>> from watchkeeper.law.shelf import load
    >>> shelf, day = load(), date(2026, 3, 2)
    >>> other = overlaid(shelf, {"visit_interval_months.high": 2}, on=day, among=["visit_interval_months"])
    >>> other["visit_interval_months"].of("high", day), shelf["visit_interval_months"].of("high", day)
    (2, 3)
    """
    if not changes:
        return law
    faults: dict[str, str] = {}
    rows = dict(law.rows)
    for name, laid in changes.items():
        row, _, key = name.partition(".")
        if row not in among or row not in rows:
            faults[name] = f"is not a number that may be tried: there are {', '.join(sorted(among))}"
        elif rows[row].weight is Weight.STATUTE:
            faults[name] = f"is statute ({rows[row].cite}): no what-if changes the law"
        else:
            value = _value(rows[row].on(on), key, laid)
            if isinstance(value, str):
                faults[name] = value
            else:
                rows[row] = _laid_over(rows[row], value)
    if faults:
        raise OverlayError(faults)
    told = json.dumps([law.version, sorted(changes.items())], default=list)
    return Shelf(rows, sha256(told.encode()).hexdigest()[:VERSION_LETTERS])


def _laid_over(row: Parameter, value: Value) -> Parameter:
    return replace(row, values=((row.values[0][0], value),), confirmed=False)


def _value(held: Value, key: str, laid: Laid) -> Value | str:
    """The row's whole value with the change in it; a sentence where it cannot be."""
    if isinstance(held, Mapping):
        if key not in held:
            return f"needs one of its keys: {', '.join(held)}"
        number = _like(held[key], laid)
        return number if isinstance(number, str) else {**held, key: number}
    if key:
        return "has no such part"
    if isinstance(held, tuple):
        if not isinstance(laid, tuple) or len(laid) != len(held):
            return f"takes {len(held)} numbers"
        return laid
    return _like(held, laid)


def _like(held: object, laid: Laid) -> int | float | str:
    """The number, whole where the row holds whole ones."""
    if isinstance(laid, tuple) or isinstance(held, bool) or not isinstance(held, int | float):
        return "takes one number" if isinstance(held, int | float) else "holds no number"
    if isinstance(held, int):
        return int(laid) if float(laid).is_integer() else "takes a whole number"
    return float(laid)
