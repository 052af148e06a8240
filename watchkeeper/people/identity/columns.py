"""Many records made ready at once: each part of a record once for every text that differs, side by side.

The fast twin of a `Preparer` called row by row; `tests/engine/test_identity.py` holds the two together.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from watchkeeper.people.facts import addresses, parts
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


def prepared_columns(rows: Iterable[Sequence[str]], ready: Preparer) -> Columns:
    """Rows by `lists.COLUMNS`, dates as ISO text, made ready by `ready`."""
    _, given, family, others, born, line, code, past, phones, marks = (
        pa.array(cells, pa.string()) for cells in zip(*rows, strict=True)
    )
    fields = {
        **_each(given, ready.given, _GIVEN),
        **_each(family, ready.family, _FAMILY),
        **_each(born, ready.born, _BORN),
        **_each(_joined(line, code, past), lambda text: ready.homes(addresses(*text.split(BETWEEN))), _HOMES),
        **_each(phones, lambda text: ready.phones(parts(text)), _PHONES),
        **_each(marks, lambda text: ready.marks(parts(text)), _MARKS),
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


def _each(column: pa.Array, make: Callable[[str], Words], names: Sequence[str]) -> dict[str, pa.Array]:
    """What `make` says of each text of a column, as one column for each of its answers."""
    coded = column.dictionary_encode()
    made = [make(text) for text in coded.dictionary.to_pylist()]
    answers = zip(*made, strict=True) if made else ((),) * len(names)
    return {
        name: pa.array(answer, pa.string()).take(coded.indices)
        for name, answer in zip(names, answers, strict=True)
    }


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
