"""What a pack says and cannot mean: names twice, bands out of order, formulas that name nothing."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from watchkeeper.instruments.counting import Value
from watchkeeper.instruments.expressions import FIGURES, ON, TOTAL, Expression
from watchkeeper.instruments.facts import Asked, Item, Kind, Pack, Standing

HUNDRED = 100
TRIAL = date(2000, 1, 1)
NUMBERS = (Asked.WHOLE, Asked.NUMBER)


def senseless(pack: Pack) -> Iterator[str]:
    """Every fault of a pack whose keys are whole, each with what would mend it."""
    yield from _said(pack)
    for what, names in (
        ("items", [each.ref for each in pack.items]),
        ("terms", [each.ref for each in pack.terms]),
        ("adjustments", [each.ref for each in pack.adjustments]),
        ("sections", [each.ref for each in pack.sections]),
        ("bands", [each.name for each in pack.bands]),
        ("parts", [each.ref for each in pack.parts]),
        ("norms", [each.version for each in pack.norms]),
    ):
        counts = Counter(names)
        yield from (
            f"{what} name {each} {count} times; once is enough" for each, count in counts.items() if count > 1
        )
    for at, item in enumerate(pack.items):
        earlier = {each.ref for each in pack.items[:at]} | {ON}
        yield from (f"item {item.ref}: {fault}" for fault in _item(pack, item, earlier))
    yield from _bands(pack)
    yield from _counting(pack)
    yield from _formulas(pack)


def _said(pack: Pack) -> Iterator[str]:
    if not pack.source.href.startswith("https://"):
        yield "href is not an address that begins with https://"
    if pack.standing is not Standing.CONFIRMED and not pack.because:
        yield f"standing is {pack.standing}, and because does not say what to hold against what"
    if pack.standing is Standing.CONFIRMED and pack.because:
        yield "because says why it is not confirmed, and standing says it is; leave one out"
    if pack.until is not None and pack.since is not None and pack.until <= pack.since:
        yield f"until {pack.until} is not after since {pack.since}"
    yield from (
        f"limit {each!r} is no sentence; end it with a stop" for each in pack.limits if not each.endswith(".")
    )


def _item(pack: Pack, item: Item, earlier: set[str]) -> Iterator[str]:
    if not item.ref.isidentifier() or item.ref != item.ref.lower() or item.ref in (ON, TOTAL):
        yield "a ref is small letters, digits and _, and neither on nor total"
    if item.section and item.section not in {each.ref for each in pack.sections}:
        yield f"is of a section that is not there: {item.section}"
    names = [each.name for each in item.choices]
    if item.asked is Asked.CHOICE and (len(names) < 2 or len(set(names)) != len(names)):
        yield "has fewer than two different choices"
    if item.asked is Asked.YES_NO and names and sorted(names) != ["no", "yes"]:
        yield "is answered yes or no, so its choices are yes and no"
    if item.asked in (*NUMBERS, Asked.DAY) and names:
        yield f"is a {item.asked}, and has choices; leave them out"
    if item.asked in NUMBERS:
        if item.least is None or item.most is None or item.least > item.most:
            yield "is a number, so it has a least and a most that is no less"
        elif item.steps and item.steps[0][0] > item.least:
            yield f"steps begin at {item.steps[0][0]}, above its least, {item.least}"
    elif item.steps or item.least is not None or item.most is not None:
        yield "is no number, and has steps, a least or a most"
    if (item.asked_when is None) is not (item.otherwise is None):
        yield "has asked_when without otherwise, or the other way; it needs both"
    for formula in (*item.worked_out, *((item.asked_when,) if item.asked_when else ())):
        for name in sorted(formula.names - earlier):
            yield f"{formula.text} names {name}, which does not stand above it"
    bands = {each.name for each in pack.bands}
    yield from (
        f"{each.name} leads to a band that is not there: {each.at_least}"
        for each in item.choices
        if each.at_least and each.at_least not in bands
    )


def _bands(pack: Pack) -> Iterator[str]:
    least = [each.least for each in pack.bands if each.least is not None]
    if least != sorted(set(least)):
        yield "bands do not rise: each begins above the one before it"
    if pack.kind not in (Kind.JUDGEMENT, Kind.MATRIX) and len(least) != len(pack.bands):
        yield "a band has no least, and nothing else leads to it"
    if pack.by_percent and pack.percent is None:
        yield "bands_by is percent, and no percent says how it is worked out"
    for norm in pack.norms:
        for result, percent in norm.rows:
            if not 0 <= percent <= HUNDRED:
                yield f"norm {norm.version}: {result} has {percent}, which is no percentage"
            if result not in {each.name for each in pack.bands} and not _is_number(result):
                yield f"norm {norm.version}: {result} is neither a band nor a number"


def _counting(pack: Pack) -> Iterator[str]:
    """What each kind of instrument cannot do without, and what it must not have."""
    has = {
        "terms": bool(pack.terms),
        "points": any(item.counts for item in pack.items),
        "percent": pack.percent is not None,
        "matrix": pack.matrix is not None,
        "parts": bool(pack.parts),
        "bands": len(pack.bands) > 1,
    }
    needs: Mapping[Kind, tuple[str, ...]] = {
        Kind.LOGISTIC: ("terms", "percent"),
        Kind.POINTS: ("points or terms",),
        Kind.HIERARCHY: ("terms",),
        Kind.MATRIX: ("matrix", "bands"),
        Kind.COMBINED: ("parts", "terms"),
        Kind.JUDGEMENT: (),
    }
    for need in needs[pack.kind]:
        if not any(has[each] for each in need.split(" or ")):
            yield f"is {pack.kind}, and has no {need}"
    if pack.kind is Kind.JUDGEMENT and (has["terms"] or has["points"] or has["matrix"]):
        yield "is a judgement, and counts; a person judges, and nothing is added up"
    if pack.kind is not Kind.MATRIX and has["matrix"]:
        yield "has a matrix, and is not of the kind matrix"
    if pack.matrix is not None:
        bands = {each.name for each in pack.bands}
        for down, across in pack.matrix.cells.items():
            yield from (
                f"matrix: {down}, {at} is no band: {band}" for at, band in across.items() if band not in bands
            )


def _formulas(pack: Pack) -> Iterator[str]:
    known = {item.ref for item in pack.items} | {ON}
    parts = {f"{part.ref}.{each}" for part in pack.parts for each in FIGURES}
    if pack.percent is not None and not pack.percent.names <= {TOTAL}:
        yield f"percent names {', '.join(sorted(pack.percent.names - {TOTAL}))}; it may name total"
    choices = {
        item.ref: {each.name for each in item.choices} for item in pack.items if item.asked is Asked.CHOICE
    }
    trial = _trial(pack.items)
    for where, formula, tried in _every_formula(pack):
        may = known | parts if where.startswith(("term", "matrix")) else known
        unknown = sorted(formula.names - may)
        yield from (f"{where} names {name}, which is no item" for name in unknown)
        yield from (f"{where}: {fault}" for fault in _words(formula, choices))
        if tried and not unknown and formula.names <= known:
            try:
                formula.value(trial)
            except ArithmeticError as error:
                yield f"{where} cannot be worked out: {error}"
    if pack.kind is not Kind.JUDGEMENT and pack.standing is not Standing.STRUCTURE:
        used = {name for _, formula, _ in _every_formula(pack) for name in formula.names}
        idle = [each.ref for each in pack.items if not each.counts and each.ref not in used]
        yield from (
            f"item {ref} counts for nothing, and no formula names it" for ref in idle if not pack.parts
        )


def _every_formula(pack: Pack) -> Iterator[tuple[str, Expression, bool]]:
    """Every formula, where it stands, and whether it is tried: one a `when` guards need have no answer."""
    for term in pack.terms:
        if term.when is not None:
            yield f"term {term.ref}, when", term.when, True
        yield f"term {term.ref}", term.gives, term.when is None
    for what, rows in (("check", pack.checks), ("eligibility", pack.eligibility)):
        yield from ((f"{what} ({each.says})", each.holds, True) for each in rows)
    yield from ((f"adjustment {each.ref}", each.by, True) for each in pack.adjustments)
    yield from ((f"part {each.ref}, when", each.when, True) for each in pack.parts if each.when is not None)
    for item in pack.items:
        yield from ((f"item {item.ref}, worked out", each, False) for each in item.worked_out)
        if item.asked_when is not None:
            yield f"item {item.ref}, asked when", item.asked_when, True
    if pack.matrix is not None:
        yield "matrix, down", pack.matrix.down, True
        yield "matrix, across", pack.matrix.across, True


def _words(formula: Expression, choices: Mapping[str, set[str]]) -> Iterator[str]:
    """Answers a formula compares an item with that the item has not: such a formula would never hold."""
    for node in ast.walk(ast.parse(formula.text, mode="eval")):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Name) and node.left.id in choices:
            said = {
                each.value
                for two in node.comparators
                for each in ast.walk(two)
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            }
            for word in sorted(said - choices[node.left.id]):
                yield f"{node.left.id} is never answered with {word!r}"


def _trial(items: Iterable[Item]) -> dict[str, Value]:
    """An answer to everything, to try formulas with."""
    found: dict[str, Value] = {ON: TRIAL}
    for item in items:
        match item.asked:
            case Asked.YES_NO:
                found[item.ref] = True
            case Asked.CHOICE:
                found[item.ref] = item.choices[0].name if item.choices else ""
            case Asked.DAY:
                found[item.ref] = TRIAL
            case _:
                found[item.ref] = item.least if item.least is not None else Decimal(0)
    return found


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except ArithmeticError:
        return False
