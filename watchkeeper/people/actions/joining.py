"""Joining two records, keeping them apart, leaving them open, undoing any of it: acts with reasons.

A machine joins under the system's own officer, never across a guard, never anybody on the register. Who
needs to know of whom is asked by the door, which stands above this slice.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.people import models
from watchkeeper.people.facts import Mention
from watchkeeper.people.identity.standing import Likely
from watchkeeper.people.resolving import MODEL, mentions, pairings, resolving
from watchkeeper.people.rules.deciding import Answer
from watchkeeper.people.rules.joined import (
    RECORDS,
    may_join,
    may_keep_apart,
    may_leave_open,
    on_register,
    pair_ref,
    persons,
)
from watchkeeper.workforce.acts import Act, Acting, acted
from watchkeeper.workforce.facts import Power, Role

SAID = {True: "join", False: "keep apart", None: "not sure"}
SURE = "weighed by the model, and nothing stands between them"


def note_mentions(found: Iterable[Mention], acting: Acting) -> int:
    """Take in records of another source than the register; say how many were new or changed.

    A record of a known source and reference is a new version of it.
    """
    with acted(Power.LOAD_RECORDS, replace(acting, about="")) as this:
        held = mentions(at=acting.at)
        stored = 0
        for each in found:
            this.require(
                Decision(
                    (
                        Reason(bool(each.source and each.ref), "it names its source and reference", RECORDS),
                        Reason(not on_register(each.key), "it is not of the register", RECORDS),
                    )
                )
            )
            if held.get(each.key) != each:
                this.store(row_of(each))
                stored += 1
        this.fact("mentions", stored)
        return stored


def join(
    one: str, other: str, reason: str, acting: Acting, *, also: Callable[[Act], object] = lambda _: None
) -> models.Pairing:
    """Say that two records are one person. Raises Refused with every reason at once.

    The system's officer may only where the model says join: no guard, enough bits, nobody registered.
    `also` is what follows from it elsewhere, done in the same act once the join is stored.
    """
    with _act(Power.JOIN_RECORDS, one, other, acting) as this:
        weighed = _weighed(one, other, acting)
        this.require(
            Decision(
                (
                    *_known(weighed, reason),
                    *may_join(one, other, pairings(at=acting.at)).reasons,
                    *_by_machine(one, other, weighed, acting),
                )
            )
        )
        row = _stored(this, one, other, weighed, reason, acting, joined=True)
        also(this)
        return row


def join_sure(acting: Acting) -> int:
    """Join, as the system's officer, every pair that a machine may; say how many were joined.

    Each is an act of its own, heaviest first. A pair that is one person already, that a person kept apart,
    or that would put two records together across a guard is passed over.
    """
    joined = 0
    for one, other in resolving().sure(law=acting.law, on=acting.on, at=acting.at):
        standing = pairings(at=acting.at)
        if may_join(one, other, standing).allowed and _between(one, other, acting) is None:
            join(one, other, SURE, acting)
            joined += 1
    return joined


def keep_apart(one: str, other: str, reason: str, acting: Acting) -> models.Pairing:
    """Say that two records are two people: they are asked about no more, and no join may cross it."""
    with _act(Power.KEEP_APART, one, other, acting) as this:
        weighed = _weighed(one, other, acting)
        decided = may_keep_apart(one, other, pairings(at=acting.at))
        this.require(Decision((*_known(weighed, reason), *decided.reasons)))
        return _stored(this, one, other, weighed, reason, acting, joined=False)


def leave_open(one: str, other: str, reason: str, acting: Acting) -> models.Pairing:
    """Say that nobody can tell yet whether two records are one person: they are asked about still."""
    with _act(Power.LEAVE_PAIR, one, other, acting) as this:
        weighed = _weighed(one, other, acting)
        decided = may_leave_open(one, other, pairings(at=acting.at))
        this.require(Decision((*_known(weighed, reason), *decided.reasons)))
        return _stored(this, one, other, weighed, reason, acting, joined=None)


def undo(
    one: str, other: str, reason: str, acting: Acting, *, also: Callable[[Act], object] = lambda _: None
) -> models.Pairing:
    """Take back what was said of these two; the trail alone still tells of it. `also` as in `join`."""
    with _act(Power.UNDO_PAIRING, one, other, acting) as this:
        ref = pair_ref(one, other)
        row = models.Pairing.objects.filter(ref=ref).as_known(acting.at).first()
        this.require(
            Decision(
                (
                    Reason(bool(reason.strip()), "a reason is given", RECORDS),
                    Reason(row is not None, "a decision about these two stands", RECORDS),
                )
            )
        )
        assert row is not None
        row.id = None
        row.by, row.on, row.reason, row.withdrawn = acting.by.ref, acting.on, reason, True
        this.fact("undone", SAID[row.joined])
        stored = this.store(row)
        also(this)
        return stored


def _act(power: Power, one: str, other: str, acting: Acting) -> AbstractContextManager[Act]:
    """An act about whoever of the two is on the register; about nobody where neither is."""
    about = next((key.partition(" ")[2] for key in sorted((one, other)) if on_register(key)), "")
    return acted(power, replace(acting, about=about))


def _weighed(one: str, other: str, acting: Acting) -> Likely | None:
    return resolving().weighed(one, other, law=acting.law, on=acting.on, at=acting.at)


def _known(weighed: Likely | None, reason: str) -> tuple[Reason, ...]:
    return (
        Reason(weighed is not None, "both are on record", RECORDS),
        Reason(bool(reason.strip()), "a reason is given", RECORDS),
    )


def _by_machine(one: str, other: str, weighed: Likely | None, acting: Acting) -> tuple[Reason, ...]:
    """What a machine's join needs besides; nothing of a person's."""
    if acting.by.role is not Role.SYSTEM:
        return ()
    cite = acting.law["identity_thresholds"].cite
    registered = on_register(one) or on_register(other)
    says = weighed.judged.answer is Answer.JOIN if weighed else False
    guard = (
        weighed.guard.says
        if weighed and weighed.guard
        else "they weigh enough and no guard stands between them"
    )
    chained = _between(one, other, acting) if weighed else None
    return (
        Reason(not registered, "neither is on the register, whom a person joins", cite),
        Reason(says, guard, cite),
        Reason(
            chained is None,
            f"{pair_ref(*chained)} would be joined through them"
            if chained
            else "nobody is joined through them",
            cite,
        ),
    )


def _between(one: str, other: str, acting: Acting) -> tuple[str, str] | None:
    """Two records that the join would make one person across a guard, or that weigh too little; or None."""
    people = persons(pairings(at=acting.at))
    left, right = people.get(one, frozenset({one})), people.get(other, frozenset({other}))
    return resolving().between(left, right, law=acting.law, on=acting.on, at=acting.at)


def _stored(
    this: Act,
    one: str,
    other: str,
    weighed: Likely | None,
    reason: str,
    acting: Acting,
    *,
    joined: bool | None,
) -> models.Pairing:
    assert weighed is not None
    first, second = sorted((one, other))
    name = str(acting.law[MODEL].on(acting.on))
    this.fact("bits", f"{weighed.bits:.2f}")
    this.fact("model", name)
    return this.store(
        models.Pairing(
            ref=pair_ref(one, other),
            one=first,
            other=second,
            joined=joined,
            by=acting.by.ref,
            on=acting.on,
            bits=weighed.bits,
            model=name,
            guard=weighed.guard.name if weighed.guard else "",
            reason=reason,
        )
    )


def row_of(each: Mention) -> models.Mention:
    """A mention as it is stored."""
    line, postcode = each.addresses[0] if each.addresses else ("", "")
    return models.Mention(
        ref=each.key,
        source=each.source,
        given_names=each.given_names,
        family_name=each.family_name,
        other_names="; ".join(each.other_names),
        born_on=each.born_on,
        line=line,
        postcode=postcode,
        past_addresses="; ".join(f"{first}, {code}" for first, code in each.addresses[1:]),
        phones="; ".join(each.phones),
        identifiers="; ".join(each.identifiers),
    )
