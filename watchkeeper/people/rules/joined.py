"""Who is one person by what was decided: joins that stand, and what keeps people apart.

Nothing of it is stored: it follows from the decisions each time, so a join undone leaves nothing behind.
A proposal of ours on who names a person: the register does, or else the record that comes first.
"""

from collections.abc import Iterable, Mapping

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.people.facts import Pairing

REGISTER = "register"
RECORDS = "Watchkeeper, identity"


def pair_ref(one: str, other: str) -> str:
    """What two records are known by together, whichever is named first."""
    return " / ".join(sorted((one, other)))


def on_register(key: str) -> bool:
    """Whether a mention is the register's own, which no machine joins to anybody: policy asks a human."""
    return key.partition(" ")[0] == REGISTER


def persons(pairings: Iterable[Pairing]) -> Mapping[str, frozenset[str]]:
    """Of each record that was joined, every record of the same person, itself among them."""
    found: dict[str, set[str]] = {}
    for pairing in pairings:
        if pairing.joined:
            together = found.get(pairing.one, {pairing.one}) | found.get(pairing.other, {pairing.other})
            for key in together:
                found[key] = together
    return {key: frozenset(together) for key, together in found.items()}


def named_by(keys: Iterable[str]) -> str:
    """The record a person is named by: one of the register where there is one, and of several the first.

    It stays when records are joined that come after it, and comes back when a join is undone.

    >>> named_by(["crimes C9", "register P0000001"])
    'register P0000001'
    """
    return min(keys, key=lambda key: (not on_register(key), key))


def may_join(one: str, other: str, pairings: tuple[Pairing, ...]) -> Decision:
    """Whether two records may be joined, by what was decided before: nobody crosses a keeping apart."""
    people = persons(pairings)
    left, right = people.get(one, frozenset({one})), people.get(other, frozenset({other}))
    between = [
        each
        for each in pairings
        if each.joined is False
        and ((each.one in left and each.other in right) or (each.one in right and each.other in left))
    ]
    apart = Reason(
        not between,
        f"{pair_ref(between[0].one, between[0].other)} is kept apart: undo that first"
        if between
        else "nobody of theirs is kept apart",
        RECORDS,
        "nobody of theirs is kept apart",
    )
    return Decision(
        (
            Reason(one != other, "they are two records", RECORDS),
            Reason(other not in left, "they are not joined yet", RECORDS),
            apart,
        )
    )


def may_leave_open(one: str, other: str, pairings: tuple[Pairing, ...]) -> Decision:
    """Whether two records may be left undecided, which is no decision: not where one about them stands."""
    people = persons(pairings)
    ref = pair_ref(one, other)
    decided = any(pair_ref(each.one, each.other) == ref and each.joined is not None for each in pairings)
    return Decision(
        (
            Reason(one != other, "they are two records", RECORDS),
            Reason(not decided, "no decision about them stands: undo that first", RECORDS),
            Reason(
                other not in people.get(one, frozenset({one})),
                "they are not one person by other joins",
                RECORDS,
            ),
        )
    )


def may_keep_apart(one: str, other: str, pairings: tuple[Pairing, ...]) -> Decision:
    """Whether two records may be kept apart: not while they are one person by joins that stand."""
    people = persons(pairings)
    refs = {pair_ref(each.one, each.other) for each in pairings if each.joined is False}
    return Decision(
        (
            Reason(one != other, "they are two records", RECORDS),
            Reason(pair_ref(one, other) not in refs, "they are not kept apart yet", RECORDS),
            Reason(
                other not in people.get(one, frozenset({one})),
                "they are not joined, themselves or through others: undo the join first",
                RECORDS,
            ),
        )
    )
