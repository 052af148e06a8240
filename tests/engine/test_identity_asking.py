"""Every word a model may ask means the same to the plain rules and to the engine that asks many at once."""

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from watchkeeper.people.identity.asking import printed
from watchkeeper.people.identity.engines import Embedded
from watchkeeper.people.rules.conditions import MEANINGS, Condition, holds
from watchkeeper.people.rules.preparing import Prepared

ENGINE = Embedded(1)
ASKED: tuple[Condition, ...] = (
    ("same", "given"),
    ("shared", "forms"),
    ("among", "given", "others"),
    ("crossed", "given", "family"),
    ("across", "given", "family", 0.9, 0.7),
    ("turned", "given", 3),
    ("like", "given", 0.8),
    ("apart", "given", 1),
    ("apart", "given", 2),
    ("initial", "given"),
    ("far", "born_year", 15),
    ("missing", "given"),
    ("some", "given"),
    ("all", ("same", "given"), ("same", "family")),
    ("any", ("same", "given"), ("same", "family")),
    ("not", ("same", "given")),
    ("not", ("any", ("shared", "forms"), ("all", ("missing", "given"), ("apart", "family", 1)))),
)
USED = ("given", "family", "forms", "others", "born_year")
names = st.one_of(st.none(), st.text("abc", min_size=1, max_size=7))
several = st.lists(st.text("ab", min_size=1, max_size=2), max_size=3).map(
    lambda found: "|".join(sorted(set(found))) or None
)
records = st.builds(
    lambda given, family, forms, others, year: Prepared(
        **dict.fromkeys(Prepared._fields)
        | {"given": given, "family": family, "forms": forms, "others": others, "born_year": year}
    ),
    names,
    names,
    several,
    several,
    st.one_of(st.none(), st.integers(1950, 1980).map(str)),
)


def test_every_word_is_asked() -> None:
    assert {condition[0] for condition in ASKED} == MEANINGS.keys() - {"otherwise"}


@given(st.lists(st.tuples(records, records), min_size=1, max_size=30))
@settings(max_examples=20, deadline=None)
def test_both_answer_alike(pairs: list[tuple[Prepared, Prepared]]) -> None:
    columns = {
        f"{name}_{side}": pa.array([getattr(pair[place], name) for pair in pairs], pa.string())
        for name in USED
        for place, side in enumerate("lr")
    }
    ENGINE.put("asked", pa.table({"place": range(len(pairs)), **columns}))
    for condition in ASKED:
        sql = f"SELECT coalesce({printed(condition, 'duckdb')}, false) AS held FROM asked ORDER BY place"
        fast = ENGINE.take(sql)["held"].to_pylist()
        assert fast == [holds(condition, one, other) for one, other in pairs], condition
