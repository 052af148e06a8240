"""What is not known leaves open: the least and the most of it, found by trying every answer.

Terms that share something unknown are tried together, so the range is as narrow as the instrument allows.
Where there are too many answers to try, no range is given: that is said, and nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod

from watchkeeper.instruments.adding import Adder, adders
from watchkeeper.instruments.answering import holds
from watchkeeper.instruments.counting import NOTHING, Value, shown
from watchkeeper.instruments.expressions import Expression, UnknownError, Values
from watchkeeper.instruments.facts import Asked, Item, Pack

TRIED = 2_500
"""Most answers tried together: a count of sanctions for either sex, and about a tenth of a second."""

type Domains = Mapping[str, tuple[Value, ...] | None]
"""What each unknown thing might be; None where that cannot be listed."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most of the total, of bands moved, and of the rank single answers lead to."""

    total: tuple[Decimal, Decimal]
    moved: tuple[int, int]
    led: tuple[int, int]

    @property
    def closed(self) -> bool:
        """Whether nothing is left open."""
        return all(least == most for least, most in (self.total, self.moved, self.led))


@dataclass(frozen=True, slots=True)
class Open:
    """What is known adds up to, and what the unknown leaves open.

    `bounds` are None where they cannot be found; `asked` is what unknown could change them.
    """

    added: tuple[tuple[Adder, Decimal], ...]
    bounds: Bounds | None
    asked: frozenset[str]


def domain(item: Item, *, only_steps: bool) -> tuple[Value, ...] | None:
    """Every answer an item may be given; for a number that only counts by steps, one answer of each step."""
    match item.asked:
        case Asked.YES_NO:
            return (False, True)
        case Asked.CHOICE:
            return tuple(each.name for each in item.choices)
        case Asked.DAY:
            return None
    least, most = item.least, item.most
    if least is None or most is None:
        return None
    if item.steps and only_steps:
        return tuple(sorted({least, *(at for at, _ in item.steps if least <= at <= most)}))
    if item.asked is Asked.NUMBER:
        return None
    return tuple(Decimal(each) for each in range(int(least), int(most) + 1))


def left_open(pack: Pack, values: Values, domains: Domains) -> Open:
    """What the total, the bands moved and the bands led to could be, with what is not known."""
    added, waiting = list[tuple[Adder, Decimal]](), list[Adder]()
    for adder in adders(pack):
        try:
            added.append((adder, adder.value(values)))
        except UnknownError:
            waiting.append(adder)
    led, asked = _led(pack, values, domains)
    least = most = sum((value for _, value in added), NOTHING)
    known = True
    for group, names in _groups(waiting, values):
        found = _tried(pack, group, names, values, domains)
        if found is None:
            known = False
            asked |= set(names)
        else:
            least, most = least + found[0], most + found[1]
            asked |= set(names) if found[0] < found[1] else set()
    moved, moving = _moved(pack, values, domains)
    asked |= moving
    bounds = Bounds((least, most), moved, led) if known and moved is not None else None
    return Open(tuple(added), bounds, frozenset(asked))


def _waits(formula: Expression, values: Values) -> bool:
    try:
        formula.value(values)
    except UnknownError:
        return True
    return False


def _groups(waiting: Iterable[Adder], values: Values) -> Iterator[tuple[list[Adder], list[str]]]:
    """Adders that share something unknown, together with all that is unknown to them."""
    left = [(adder, {name for name in adder.names if name not in values}) for adder in waiting]
    while left:
        adder, names = left.pop(0)
        group, grown = [adder], True
        while grown:
            joined = [each for each in left if each[1] & names]
            grown = bool(joined)
            for each in joined:
                left.remove(each)
                group.append(each[0])
                names |= each[1]
        yield group, sorted(names)


def _tried(
    pack: Pack, group: list[Adder], names: list[str], values: Values, domains: Domains
) -> tuple[Decimal, Decimal] | None:
    sums = [
        sum((adder.value(tried) for adder in group), NOTHING)
        for tried in _every(pack, names, values, domains) or ()
    ]
    return (min(sums), max(sums)) if sums else None


def _every(pack: Pack, names: list[str], values: Values, domains: Domains) -> list[Values] | None:
    """What is known with every answer to `names` that no check forbids; None where they are too many."""
    listed = [domains.get(name) for name in names]
    if any(each is None for each in listed) or prod(len(each or ()) for each in listed) > TRIED:
        return None
    checks = [each.holds for each in pack.checks if each.holds.names & set(names)]
    found = list[Values]()
    for given in product(*(each or () for each in listed)):
        tried = {**values, **dict(zip(names, given, strict=True))}
        if all(holds(check, tried) is not False for check in checks):
            found.append(tried)
    return found


def _moved(pack: Pack, values: Values, domains: Domains) -> tuple[tuple[int, int] | None, set[str]]:
    """By how many bands the least and the most are moved, and which unknown answers that hangs on."""
    least, most, asked = 0, 0, set[str]()
    for each in pack.adjustments:
        names = sorted(name for name in each.by.names if name not in values)
        every = _every(pack, names, values, domains) if _waits(each.by, values) else [values]
        if not every:
            return None, {*asked, *names}
        steps = [int(each.by.number(tried)) for tried in every]
        least, most = least + min(steps), most + max(steps)
        asked |= set(names) if min(steps) < max(steps) else set()
    return (least, most), asked


def _led(pack: Pack, values: Values, domains: Domains) -> tuple[tuple[int, int], set[str]]:
    """The rank that answers lead to by themselves, and the unknown answers that could lead higher."""
    least = most = 0
    asked = set[str]()
    for item in pack.items:
        leads = [each for each in item.choices if each.at_least]
        if not leads:
            continue
        known = values.get(item.ref)
        if known is None:
            most = max([most, *(pack.rank(each.at_least) for each in leads)])
            asked |= {item.ref} if item.ref in domains else set()
        else:
            ranks = [pack.rank(each.at_least) for each in leads if each.name == shown(known)]
            least, most = max([least, *ranks]), max([most, *ranks])
    return (least, most), asked
