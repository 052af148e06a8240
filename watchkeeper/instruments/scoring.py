"""What the answers to a pack come to, term by term. What nobody answered is not known; it is never no.

Terms add up to the total exactly: each is rounded once, to 15 places, and the sum of such numbers is exact.
What is not known leaves a range open, from the least to the most that any answer could make of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from watchkeeper.instruments.adding import Adder, adders
from watchkeeper.instruments.answering import Known, holds, known
from watchkeeper.instruments.counting import NOTHING, Value, shown, to_places
from watchkeeper.instruments.expressions import FIGURES, TOTAL
from watchkeeper.instruments.facts import Answers, Item, Kind, Pack
from watchkeeper.instruments.ranging import Bounds, domain, left_open

NOT_APPLICABLE = "not applicable"
"""The band of a part that does not apply to somebody. It is not low."""
NONE_OF_A_PART: Mapping[str, Value] = {**dict.fromkeys(FIGURES, NOTHING), "band": NOT_APPLICABLE}
"""What each figure of such a part counts as."""


class FaultyError(ValueError):
    """Answers that cannot be scored, with everything wrong with them."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Added:
    """What one term adds, in words and to the last digit, and the answers it rests on."""

    ref: str
    says: str
    value: Decimal
    answers: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a total comes to: `band` is of the total itself, `adjusted` after bands are moved.

    `percent` is None where the pack gives none, and a band is "" where it has none.
    """

    total: Decimal
    percent: Decimal | None
    band: str
    adjusted: str


@dataclass(frozen=True, slots=True)
class Scored:
    """What the instrument itself says, before any floor and before any officer.

    `least` and `most` are what is reached by what is known with the lightest and the gravest that is
    not; they are equal where all is known. Both are None where so much is not known that no
    range is given, and for a judgement, which a person makes. `added` are the terms that are known.
    """

    pack: str
    least: Outcome | None
    most: Outcome | None
    added: tuple[Added, ...]
    unknown: tuple[Item, ...]
    high: tuple[Item, ...]
    worked_out: Mapping[str, str]
    parts: Mapping[str, "Scored"]

    @property
    def whole(self) -> bool:
        """Whether all that was asked is known, so that there is one result."""
        return not self.unknown and self.least is not None and self.least == self.most

    @property
    def provisional(self) -> bool:
        """Whether what is not known could still change the band."""
        return self.least is None or self.most is None or self.least.adjusted != self.most.adjusted

    @property
    def points(self) -> Decimal:
        """The sum of the terms that are known."""
        return sum((each.value for each in self.added), NOTHING)

    @property
    def band(self) -> str:
        """The band reached by what is known, moved as the pack moves it; "" where there is none."""
        return self.least.adjusted if self.least is not None else ""

    @property
    def gravest(self) -> str:
        """The band reached were everything not known found at its gravest; "" where there is none."""
        return self.most.adjusted if self.most is not None else ""


def faults(pack: Pack, answers: Answers, *, on: date) -> tuple[str, ...]:
    """Everything wrong with a set of answers, before it is scored."""
    return known(pack, answers, on=on)[1]


def scored(pack: Pack, answers: Answers, *, on: date) -> Scored:
    """What `answers` come to in `pack`, assessed on a day: each term, the total, percent and band.

    Raises FaultyError with everything wrong with the answers.
    """
    found, wrong = known(pack, answers, on=on)
    if wrong:
        raise FaultyError(wrong)
    return of_known(pack, found)


def of_known(pack: Pack, found: Known) -> Scored:
    """What is known comes to, in `pack`. Raises FaultyError where a formula has no answer."""
    try:
        return _scored(pack, found)
    except ArithmeticError as error:
        raise FaultyError((f"it cannot be worked out: {error}",)) from error


def _scored(pack: Pack, found: Known) -> Scored:
    here = {item.ref for item in pack.items}
    unknown = [item for item in found.unknown if item.ref in here]
    values, parts, domains = _with_parts(pack, found)
    if unknown:
        named = {name for adder in adders(pack) for name in adder.names if name != adder.ref}
        named |= {name for check in pack.checks for name in check.holds.names}  # it may part one step in two
        named |= {name for adjustment in pack.adjustments for name in adjustment.by.names}
        domains.update((item.ref, domain(item, only_steps=item.ref not in named)) for item in unknown)
    left = left_open(pack, values, domains)
    asked = {*left.asked, *(item.ref for part in parts.values() for item in part.unknown)}
    asked |= {
        name
        for part in pack.parts
        if part.when
        for name in part.when.names
        if holds(part.when, values) is None
    }
    judged = pack.kind is Kind.JUDGEMENT
    bounds = None if judged else left.bounds
    least = _outcome(pack, bounds, 0) if bounds else None
    return Scored(
        pack=pack.ref,
        least=least,
        most=_outcome(pack, bounds, 1) if bounds and not bounds.closed else least,
        added=tuple(
            _added(adder, value, values)
            for adder, value in left.added
            if value or adder.when is None or adder.when.holds(values)
        ),
        unknown=tuple(item for item in unknown if judged or item.ref in asked),
        high=tuple(item for item in pack.items if _high(item, values)),
        worked_out=found.worked_out,
        parts=parts,
    )


def _with_parts(
    pack: Pack, found: Known
) -> tuple[dict[str, Value], dict[str, Scored], dict[str, tuple[Value, ...] | None]]:
    """What is known, with what each part came to under its name; and what those not settled might be."""
    values, domains = dict(found.values), dict[str, tuple[Value, ...] | None]()
    parts: dict[str, Scored] = {}
    for part in pack.parts:
        applies = holds(part.when, values) if part.when else True
        if applies is False:
            values.update((f"{part.ref}.{name}", value) for name, value in NONE_OF_A_PART.items())
            continue
        came = parts[part.ref] = _scored(part.pack, found)
        for name, none in NONE_OF_A_PART.items():
            might = _might(part.pack, came, name)
            if applies is None and might is not None:
                might = (none, *might)
            if might is not None and len(might) == 1:
                values[f"{part.ref}.{name}"] = might[0]
            else:
                domains[f"{part.ref}.{name}"] = might
    return values, parts, domains


def _might(pack: Pack, came: Scored, name: str) -> tuple[Value, ...] | None:
    """What one figure of a part's result might be: the ends of its range, or every band between."""
    least, most = came.least, came.most
    if least is None or most is None:
        return None
    if name in ("percent", "total"):
        ends = (least.percent, most.percent) if name == "percent" else (least.total, most.total)
        known = [each for each in ends if each is not None]
        return tuple(dict.fromkeys(known)) or None
    if not pack.bands:
        return None
    ranks = range(pack.rank(least.adjusted), pack.rank(most.adjusted) + 1)
    return tuple(pack.band(rank).name if name == "band" else Decimal(rank) for rank in ranks)


def percentage(pack: Pack, total: Decimal) -> Decimal | None:
    """The percentage that a total stands for, rounded and held within the pack's ends; None where it gives
    none."""
    if pack.percent is None:
        return None
    percent = to_places(pack.percent.number({TOTAL: total}), pack.places)
    if pack.floor_percent is not None:
        percent = max(percent, pack.floor_percent)
    return percent if pack.top_percent is None else min(percent, pack.top_percent)


def _outcome(pack: Pack, bounds: Bounds, end: int) -> Outcome:
    total = bounds.total[end]
    percent = percentage(pack, total)
    if not pack.bands:
        return Outcome(total, percent, "", "")
    read = percent if pack.by_percent and percent is not None else total
    reached = (
        int(total)
        if pack.matrix
        else max(
            (rank for rank, band in enumerate(pack.bands) if band.least is not None and band.least <= read),
            default=0,
        )
    )
    base = max(reached, bounds.led[end])
    adjusted = min(max(base + bounds.moved[end], 0), len(pack.bands) - 1)
    return Outcome(total, percent, pack.band(base).name, pack.band(adjusted).name)


def _added(adder: Adder, value: Decimal, values: Mapping[str, Value]) -> Added:
    rests = ", ".join(f"{name} {shown(values[name])}" for name in sorted(adder.names) if name in values)
    return Added(adder.ref, adder.says, value, rests)


def _high(item: Item, values: Mapping[str, Value]) -> bool:
    known = values.get(item.ref) if item.choices else None
    return known is not None and any(each.high and each.name == shown(known) for each in item.choices)
