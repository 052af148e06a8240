"""From what was written to what is known: every fault at once, what is worked out, what nobody answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from watchkeeper.instruments.counting import Value, number, shown
from watchkeeper.instruments.expressions import ON, Expression, UnknownError
from watchkeeper.instruments.facts import Answers, Asked, Item, Pack

YES = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
LONGEST_NUMBER = 12  # characters


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of everything a pack asks, on the day of assessment.

    `worked_out` says of an item which formula answered it. `unknown` are the items nobody answered, which
    are never no. `not_asked` count as their pack says, because something else was answered.
    """

    values: Mapping[str, Value]
    unknown: tuple[Item, ...]
    worked_out: Mapping[str, str]
    not_asked: frozenset[str]


def written(item: Item, text: str) -> Value:
    """The value written for an item. Raises ValueError saying what it may be."""
    said = text.strip()
    match item.asked:
        case Asked.YES_NO:
            if said.casefold() in YES:
                return YES[said.casefold()]
            raise ValueError("it may be yes, no")
        case Asked.CHOICE:
            names = [each.name for each in item.choices]
            if said in names:
                return said
            raise ValueError(f"it may be {', '.join(names)}")
        case Asked.DAY:
            try:
                return date.fromisoformat(said)
            except ValueError:
                raise ValueError("it may be a day, written YYYY-MM-DD") from None
        case _:
            return _number(item, said)


def _number(item: Item, said: str) -> Decimal:
    try:
        value = Decimal(said)
        whole = item.asked is not Asked.WHOLE or value == int(value)
        if len(said) <= LONGEST_NUMBER and whole and _within(item, value):
            return value
    except (ArithmeticError, ValueError):
        pass
    kind = "a whole number" if item.asked is Asked.WHOLE else "a number"
    raise ValueError(f"it may be {kind}{_bounds(item)}")


def _within(item: Item, value: Decimal) -> bool:
    return (item.least is None or item.least <= value) and (item.most is None or value <= item.most)


def _bounds(item: Item) -> str:
    if item.least is not None and item.most is not None:
        return f" from {item.least} to {item.most}"
    if item.least is not None:
        return f" of {item.least} or more"
    return f" of {item.most} or less" if item.most is not None else ""


def known(pack: Pack, answers: Answers, *, on: date) -> tuple[Known, tuple[str, ...]]:
    """What is known on the day of assessment, and everything wrong with the answers.

    Blank is not known. An item nobody answered is worked out where its pack says how and all it needs is
    known; where it was answered and must agree, a difference is a fault, and so is a check that fails.
    """
    asked = {item.ref for item in pack.items}
    faults = [f"{pack.name} does not ask about {ref!r}" for ref in answers if ref not in asked]
    values: dict[str, Value] = {ON: on}
    worked: dict[str, str] = {}
    for item in pack.items:
        text = answers.get(item.ref, "")
        if text.strip():
            try:
                values[item.ref] = written(item, text)
            except ValueError as error:
                faults.append(f"{item.ref} is answered with {text.strip()!r}; {error}")
    for item in pack.items:
        faults.extend(_work_out(item, values, worked))
    not_asked = _not_asked(pack, values)
    faults.extend(_failing(pack, values))
    unknown = tuple(item for item in pack.items if item.ref not in values and item.asked is not Asked.DAY)
    return Known(values, unknown, worked, not_asked), tuple(faults)


def _work_out(item: Item, values: dict[str, Value], worked: dict[str, str]) -> Iterator[str]:
    """Answer the item where nobody did; or say how the answer given differs from what it must be."""
    for formula in item.worked_out:
        try:
            found = formula.value(values)
        except UnknownError:
            continue
        except ArithmeticError as error:
            yield f"{item.ref} cannot be worked out: {error}"
            return
        if item.asked is Asked.YES_NO:
            found = found if isinstance(found, bool) else bool(number(found))
        if item.ref in values:
            if item.agrees and values[item.ref] != found:
                yield f"{item.ref} is answered with {values[item.ref]}, and {formula.text} gives {found}"
        elif isinstance(found, Decimal) and not _within(item, found):
            yield f"{item.ref}, worked out from {formula.text}, is {found}; it may be a number{_bounds(item)}"
        else:
            values[item.ref] = found
            worked[item.ref] = formula.text
        return


def _not_asked(pack: Pack, values: dict[str, Value]) -> frozenset[str]:
    found = set()
    for item in pack.items:
        if item.asked_when is None or item.otherwise is None or item.ref in values:
            continue
        if holds(item.asked_when, values) is False:
            values[item.ref] = item.otherwise
            found.add(item.ref)
    return frozenset(found)


def holds(formula: Expression, values: Mapping[str, Value]) -> bool | None:
    """Whether a formula holds of what is known; None where what it needs is not known or has no answer."""
    try:
        return formula.holds(values)
    except (UnknownError, ArithmeticError):
        return None


def _failing(pack: Pack, values: Mapping[str, Value]) -> Iterator[str]:
    for check in pack.checks:
        if holds(check.holds, values) is False:
            given = ", ".join(
                f"{ref} {shown(values[ref])}" for ref in sorted(check.holds.names) if ref in values
            )
            yield f"it does not hold that {check.says} ({given})"
