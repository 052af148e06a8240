"""Many records made ready at once: each part of a record once for every text that differs, side by side.

The fast twin of a `Preparer` called row by row; `tests/engine/test_identity.py` holds the two together. Homes
of a long list are made ready by a second process (`aside`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import pyarrow as pa
import pyarrow.compute as pc

from watchkeeper.engine.collecting import uncollected
from watchkeeper.people.facts import addresses, parts
from watchkeeper.people.identity.aside import homes_aside, worth_sharing
from watchkeeper.people.rules.preparing import Prepared, Preparer, Words

BETWEEN = "\x1f"
"""Between cells that are read as one text. Nobody types it."""


class Columns(Sequence[Prepared]):
    """Records made ready, held as columns by the fields of `Prepared`; one is put together when asked for."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table.select(Prepared._fields)
        self._columns = [column.combine_chunks() for column in self.table.columns]

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __getitem__(self, place: int) -> Prepared:  # type: ignore[override]
        return Prepared(*(column[place].as_py() for column in self._columns))

    def __iter__(self) -> Iterator[Prepared]:
        return map(Prepared._make, zip(*(column.to_pylist() for column in self._columns), strict=True))


@uncollected()
def prepared_columns(rows: Iterable[Sequence[str]], ready: Preparer) -> Columns:
    """Rows by `lists.COLUMNS`, dates as ISO text, made ready by `ready`."""
    _, given, family, others, born, line, code, past, phones, marks = (
        pa.array(cells, pa.string()) for cells in zip(*rows, strict=True)
    )
    with _homes(_joined(line, code, past), ready) as homes:
        fields = {
            **_each(given, ready.given, _GIVEN),
            **_each(family, ready.family, _FAMILY),
            **_each(born, ready.born, _BORN),
            **_each(phones, lambda text: ready.phones(parts(text)), _PHONES),
            **_each(marks, lambda text: ready.marks(parts(text)), _MARKS),
            **homes(),
        }
    one, other = fields["given_initial"], fields["family_initial"]
    fields["initials"] = pc.if_else(
        pc.less_equal(one, other),
        pc.binary_join_element_wise(one, other, ""),
        pc.binary_join_element_wise(other, one, ""),
    )
    fields["generation"] = pc.coalesce(fields["generation"], fields.pop("elder"))
    named = pc.not_equal(others, "")
    found = _each(
        _joined(given, family, others).filter(named),
        lambda text: _besides(ready, *text.split(BETWEEN)),
        _BESIDES,
    )
    for name in _BESIDES:
        fields[name] = pc.replace_with_mask(fields[name], named, found[name])
    return Columns(pa.table(fields))


def _besides(ready: Preparer, given: str, family: str, others: str) -> Words:
    return ready.besides(given, family, parts(others))


def _joined(*columns: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(*columns, BETWEEN)


@contextmanager
def _homes(column: pa.Array, ready: Preparer) -> Iterator[Callable[[], dict[str, pa.Array]]]:
    """What a call gives of each home: of a long list a second process makes them ready meanwhile."""
    coded = column.dictionary_encode()
    if not worth_sharing(len(column)):
        yield lambda: _taken(homes_of(ready, coded.dictionary), coded.indices, _HOMES)
        return
    with homes_aside(coded.dictionary, ready.placeholders) as answers:
        yield lambda: _taken(answers(), coded.indices, _HOMES)


@uncollected()
def homes_of(ready: Preparer, texts: pa.Array) -> list[pa.Array]:
    """From `line` to `homes`, and `place`, of each text that joins line, postcode and past addresses."""
    return _made(texts, lambda text: ready.homes(addresses(*text.split(BETWEEN))), _HOMES)


def _each(column: pa.Array, make: Callable[[str], Words], names: Sequence[str]) -> dict[str, pa.Array]:
    """What `make` says of each text of a column, as one column for each of its answers."""
    coded = column.dictionary_encode()
    return _taken(_made(coded.dictionary, make, names), coded.indices, names)


def _made(texts: pa.Array, make: Callable[[str], Words], names: Sequence[str]) -> list[pa.Array]:
    made = [make(text) for text in texts.to_pylist()]
    answers = zip(*made, strict=True) if made else ((),) * len(names)
    return [pa.array(answer, pa.string()) for answer in answers]


def _taken(answers: Sequence[pa.Array], places: pa.Array, names: Sequence[str]) -> dict[str, pa.Array]:
    return {name: answer.take(places) for name, answer in zip(names, answers, strict=True)}


def _between(first: str, last: str) -> tuple[str, ...]:
    fields = Prepared._fields
    return fields[fields.index(first) : fields.index(last) + 1]


_GIVEN = (*_between("given", "middle_initial"), "elder")
_FAMILY = (*_between("family", "families"), "generation")
_BORN = _between("born", "rough")
_HOMES = (*_between("line", "homes"), "place")
_PHONES = ("phones",)
_MARKS = ("ids", "id_kinds")
_BESIDES = ("others", "families")
