"""Reads one pack, and refuses one that is not whole, every fault at once: what, where, how to mend it."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from watchkeeper.instruments.counting import Value
from watchkeeper.instruments.expressions import Expression, ExpressionError
from watchkeeper.instruments.expressions import read as formula
from watchkeeper.instruments.facts import (
    Adjustment,
    Asked,
    Choice,
    Holding,
    Item,
    Kind,
    Matrix,
    Norm,
    Pack,
    Part,
    Section,
    Source,
    Standing,
    Term,
    Transparency,
)
from watchkeeper.instruments.forms import band, choice, form
from watchkeeper.instruments.sense import senseless
from watchkeeper.instruments.shape import FORMAT, misshapen

type Others = Mapping[tuple[str, str], Pack]
"""Packs already read, by name and version: what a combined pack rests on."""


class PackError(ValueError):
    """Packs that may not be used: every fault at once, each with its file."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("the packs do not hold:\n" + "\n".join(f"  {fault}" for fault in faults))
        self.faults = faults


def parsed(content: bytes) -> dict[str, Any]:
    """The TOML of a pack, every number with the digits it is written with. Raises PackError."""
    try:
        return tomllib.loads(content.decode(), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ArithmeticError) as error:
        raise PackError([f"not readable as TOML: {error}"]) from error


def read(content: bytes, others: Others | None = None) -> Pack:
    """The pack in `content`, resting on `others` where it is combined. Raises PackError with every fault."""
    raw = parsed(content)
    digest = hashlib.sha256(content).hexdigest()[:12]
    if "format" not in raw:
        faults, made = form(raw, digest)
        if made is None:
            raise PackError(faults)
        return made
    if raw["format"] != FORMAT:
        raise PackError([f"format is {raw['format']!r}; this program reads {FORMAT}"])
    if faults := list(misshapen(raw)):
        raise PackError(faults)
    found = _Reader(raw, others or {})
    pack = found.pack(digest)
    faults = found.faults or list(senseless(pack))
    if faults:
        raise PackError(faults)
    return pack


class _Reader:
    """One pack being read; faults gather on the way, and what could not be read has a harmless stand-in."""

    def __init__(self, raw: Mapping[str, Any], others: Others) -> None:
        self.raw, self.others = raw, others
        self.faults: list[str] = []

    def pack(self, digest: str) -> Pack:
        raw = self.raw
        parts = tuple(part for row in self.rows("parts") if (part := self.part(row)) is not None)
        items, checks = self.items(parts)
        confirmed = raw["standing"] == Standing.CONFIRMED
        return Pack(
            name=raw["name"],
            version=raw["version"],
            hash=digest,
            says=raw["says"],
            kind=self.one_of(Kind, raw["kind"], "kind"),
            concern="",
            source=Source(raw["cite"], raw["href"], raw["quote"], raw["read_on"], raw["licence"]),
            standing=self.one_of(Standing, raw["standing"], "standing"),
            limits=tuple(str(each) for each in raw["limits"]),
            items=items,
            bands=tuple(band(row) for row in self.rows("bands")),
            **{key: raw.get(key, "") for key in ("because", "estimates", "accuracy", "training", "instead")},
            since=raw["since"],
            until=raw.get("until"),
            review_months=raw.get("review_months", 0),
            restricted=raw.get("restricted", False),
            sections=self.sections(parts),
            terms=tuple(self.term(row) for row in self.rows("terms")),
            checks=checks,
            eligibility=tuple(
                self.holding(row, "eligibility", confirmed=confirmed) for row in self.rows("eligibility")
            ),
            adjustments=tuple(
                Adjustment(row["ref"], row["says"], self.formula(row["by"], f"adjustment {row['ref']}"))
                for row in self.rows("adjustments")
            ),
            norms=tuple(norm(row, confirmed=confirmed) for row in self.rows("norms")),
            parts=parts,
            matrix=self.matrix(raw["matrix"]) if "matrix" in raw else None,
            percent=self.formula_of(raw, "percent", "percent"),
            places=raw.get("places", 0),
            floor_percent=_decimal(raw.get("floor_percent")),
            top_percent=_decimal(raw.get("top_percent")),
            by_percent=self.by_percent(),
            transparency=Transparency(**raw["transparency"]),
        )

    def rows(self, key: str) -> list[dict[str, Any]]:
        return list(self.raw.get(key, ()))

    def one_of[E: (Kind, Standing, Asked)](self, words: type[E], said: str, where: str) -> E:
        try:
            return words(said)
        except ValueError:
            self.faults.append(f"{where} is {said!r}; it may be {', '.join(words)}")
            return next(iter(words))

    def formula(self, text: str, where: str) -> Expression:
        try:
            return formula(str(text))
        except ExpressionError as error:
            self.faults.append(f"{where}: {error}")
            return formula("0")

    def formula_of(self, row: Mapping[str, Any], key: str, where: str) -> Expression | None:
        return self.formula(row[key], where) if key in row else None

    def by_percent(self) -> bool:
        said = self.raw.get("bands_by", "total")
        if said not in ("total", "percent"):
            self.faults.append(f"bands_by is {said!r}; it may be total, percent")
        return bool(said == "percent")

    def items(self, parts: tuple[Part, ...]) -> tuple[tuple[Item, ...], tuple[Holding, ...]]:
        """The pack's own items and checks, and then those of its parts that it does not ask itself."""
        items = [self.item(row) for row in self.rows("items")]
        checks = [self.holding(row, "check", confirmed=True) for row in self.rows("checks")]
        for part in parts:
            mine = {item.ref: item for item in items}
            for item in part.pack.items:
                held = mine.get(item.ref)
                if held is None:
                    items.append(_asked_only(item))
                elif held.asked is not item.asked:
                    self.faults.append(
                        f"item {item.ref} is asked as {held.asked}, and by {part.ref} as {item.asked}"
                    )
            checks.extend(check for check in part.pack.checks if check not in checks)
        return tuple(items), tuple(checks)

    def sections(self, parts: tuple[Part, ...]) -> tuple[Section, ...]:
        own = [Section(row["ref"], row["says"]) for row in self.rows("sections")]
        known = {section.ref for section in own}
        return (
            *own,
            *{
                each.ref: each for part in parts for each in part.pack.sections if each.ref not in known
            }.values(),
        )

    def item(self, row: Mapping[str, Any]) -> Item:
        where = f"item {row['ref']}"
        asked = self.one_of(Asked, row["asked"], f"{where}: asked")
        return Item(
            ref=row["ref"],
            says=row["says"],
            asked=asked,
            section=row.get("section", ""),
            guidance=row.get("guidance", ""),
            confirmed=row.get("standing", self.raw["standing"]) == Standing.CONFIRMED,
            choices=tuple(choice(each) for each in row.get("choices", ())),
            least=_decimal(row.get("least")),
            most=_decimal(row.get("most")),
            steps=self.steps(row.get("steps", []), where),
            worked_out=tuple(
                self.formula(each, f"{where}, worked out") for each in row.get("worked_out", ())
            ),
            agrees=row.get("agrees", False),
            asked_when=self.formula_of(row, "asked_when", f"{where}, asked when"),
            otherwise=_value(row.get("otherwise")),
        )

    def steps(self, rows: list[Any], where: str) -> tuple[tuple[Decimal, Decimal], ...]:
        try:
            found = tuple((Decimal(least), Decimal(counts)) for least, counts in rows)
        except (TypeError, ValueError, ArithmeticError):
            self.faults.append(
                f"{where}: steps are pairs of a number and its points, such as [[0, 0], [1, 5]]"
            )
            return ()
        if [least for least, _ in found] != sorted({least for least, _ in found}):
            self.faults.append(f"{where}: steps do not rise")
        return found

    def term(self, row: Mapping[str, Any]) -> Term:
        where = f"term {row['ref']}"
        when = self.formula_of(row, "when", f"{where}, when")
        return Term(row["ref"], row["says"], self.formula(row["gives"], where), when)

    def holding(self, row: Mapping[str, Any], what: str, *, confirmed: bool) -> Holding:
        holds = self.formula(row["holds"], f"{what} ({row['says']})")
        return Holding(row["says"], holds, _confirmed(row, confirmed))

    def matrix(self, row: Mapping[str, Any]) -> Matrix:
        cells = {str(down): across for down, across in row["cells"].items() if isinstance(across, dict)}
        if len(cells) != len(row["cells"]):
            self.faults.append("matrix: cells are a table of tables, down and then across")
        return Matrix(
            self.formula(row["down"], "matrix, down"), self.formula(row["across"], "matrix, across"), cells
        )

    def part(self, row: Mapping[str, Any]) -> Part | None:
        found = self.others.get((row["name"], row["version"]))
        if found is None:
            self.faults.append(f"part {row['ref']}: no pack on the shelf is {row['name']} {row['version']}")
            return None
        if found.hash != row["hash"]:
            self.faults.append(
                f"part {row['ref']}: {found.ref} is not the one meant, whose hash is {row['hash']}"
            )
        return Part(row["ref"], found, self.formula_of(row, "when", f"part {row['ref']}, when"))


def _asked_only(item: Item) -> Item:
    """An item of a part, which counts there: asked here, and counted no second time."""
    return replace(item, steps=(), choices=tuple(Choice(each.name, high=each.high) for each in item.choices))


def norm(row: Mapping[str, Any], *, confirmed: bool) -> Norm:
    """One table of norms, from its row; `confirmed` where the row does not say."""
    rows = tuple((str(result), Decimal(percent)) for result, percent in row["rows"].items())
    return Norm(row["version"], row["says"], row["cite"], _confirmed(row, confirmed), rows)


def _confirmed(row: Mapping[str, Any], otherwise: bool) -> bool:
    return row["standing"] == Standing.CONFIRMED if "standing" in row else otherwise


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _value(value: bool | str | int | Decimal | date | None) -> Value | None:
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value
