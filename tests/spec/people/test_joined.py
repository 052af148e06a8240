"""Who is one person by what was decided, and what may be decided next."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.people.facts import Pairing
from watchkeeper.people.rules.clusters import clusters
from watchkeeper.people.rules.joined import may_join, may_keep_apart, may_leave_open, named_by, persons


def decided(text: str) -> tuple[Pairing, ...]:
    """`a=b` joined, `a/b` kept apart, `a?b` not sure, parted by spaces."""
    found = []
    for word in text.split():
        one, other = word.replace("/", "=").replace("?", "=").split("=")
        joined = None if "?" in word else "=" in word
        found.append(Pairing(one, other, joined, "O1", date(2026, 3, 1), 12.0, "m", "", "seen"))
    return tuple(found)


@table("""
    case                              | before      | two | unmet
    ----------------------------------|-------------|-----|------
    nothing was decided               |             | a b |
    joined already                    | a=b         | a b | they are not joined yet
    joined through another            | a=c c=b     | a b | they are not joined yet
    kept apart                        | b/a         | a b | a / b is kept apart: undo that first
    what is joined to one of them     | a=c c/b     | a b | b / c is kept apart: undo that first
    what is joined to both            | a=c b=d c/d | a b | c / d is kept apart: undo that first
    others kept apart                 | c/d         | a b |
    nobody could tell                 | a?b         | a b |
    nobody could tell of another      | a=c c?b     | a b |
    one record                        |             | a a | they are two records
    """)
def test_joining(before: str, two: str, unmet: str) -> None:
    decision = may_join(*two.split(), decided(before))
    said = [reason.says for reason in decision.unmet]
    assert said[:1] == ([unmet] if unmet else [])


@table("""
    case                     | before  | two | unmet
    -------------------------|---------|-----|------
    nothing was decided      |         | a b |
    kept apart already       | b/a     | a b | they are not kept apart yet
    joined                   | a=b     | a b | undo the join first
    joined through another   | a=c b=c | a b | undo the join first
    nobody could tell        | a?b     | a b |
    """)
def test_keeping_apart(before: str, two: str, unmet: str) -> None:
    said = "; ".join(reason.says for reason in may_keep_apart(*two.split(), decided(before)).unmet)
    assert unmet in said
    assert bool(said) == bool(unmet)


@table("""
    case                      | before  | two | unmet
    --------------------------|---------|-----|------
    nothing was decided       |         | a b |
    nobody could tell before  | b?a     | a b |
    joined                    | a=b     | a b | undo that first
    kept apart                | b/a     | a b | undo that first
    joined through another    | a=c b=c | a b | they are not one person by other joins
    others kept apart         | c/d     | a b |
    one record                |         | a a | they are two records
    """)
def test_leaving_two_records_open(before: str, two: str, unmet: str) -> None:
    said = "; ".join(reason.says for reason in may_leave_open(*two.split(), decided(before)).unmet)
    assert unmet in said
    assert bool(said) == bool(unmet)


@table("""
    case                             | records                   | name
    ---------------------------------|---------------------------|-----
    the register names a person      | crimes A, register P2     | register P2
    of several the first             | crimes B, crimes A        | crimes A
    and of several on the register   | register P2, register P1  | register P1
    """)
def test_who_names_a_person(records: str, name: str) -> None:
    assert named_by(records.split(", ")) == name


keys = st.sampled_from("abcdefg")
pairs = st.lists(st.tuples(keys, keys).filter(lambda two: two[0] != two[1]), max_size=8)


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_decisions_makes_no_difference(joins: list[tuple[str, str]], luck: object) -> None:
    said = [f"{one}={other}" for one, other in joins]
    before = persons(decided(" ".join(said)))
    luck.shuffle(said)  # type: ignore[attr-defined]
    assert persons(decided(" ".join(said))) == before
    for key, together in before.items():
        assert key in together
        assert all(before[other] == together for other in together)


@given(pairs, pairs)
def test_clusters_never_hold_two_kept_apart(
    joins: list[tuple[str, str]], apart: list[tuple[str, str]]
) -> None:
    kept = {frozenset(two) for two in apart}
    edges = [(*sorted(two), float(len(joins) - place) // 2) for place, two in enumerate(joins)]
    edges = [edge for edge in edges if frozenset(edge[:2]) not in kept]

    def parted(left: Sequence[str], right: Sequence[str]) -> bool:
        return any(frozenset((one, other)) in kept for one in left for other in right)

    found = clusters(edges, parted)
    groups: dict[str, set[str]] = {}
    for key, head in found.of.items():
        groups.setdefault(head, set()).add(key)
    for head, members in groups.items():
        assert head == min(members), "known by its first"
        assert not any({one, other} in kept for one in members for other in members)
    again = clusters(reversed(edges), parted)
    assert dict(again.of) == dict(found.of)


@given(pairs, pairs, keys, keys)
def test_being_unsure_joins_nobody_and_stands_in_nobodys_way(
    joins: list[tuple[str, str]], unsure: list[tuple[str, str]], one: str, other: str
) -> None:
    before = decided(" ".join(f"{a}={b}" for a, b in joins))
    with_it = before + decided(" ".join(f"{a}?{b}" for a, b in unsure))
    assert persons(with_it) == persons(before)
    assert may_join(one, other, with_it) == may_join(one, other, before)
    assert may_keep_apart(one, other, with_it) == may_keep_apart(one, other, before)
