"""What the page of two records shows: both side by side, each step of the weight, all that was said."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from watchkeeper.law.decision import Reason
from watchkeeper.law.wording import day
from watchkeeper.people.facts import Mention
from watchkeeper.people.models import Pairing
from watchkeeper.people.resolving import NEW_NAME, resolving, said_of
from watchkeeper.people.rules.deciding import thresholds
from watchkeeper.people.rules.joined import on_register, pair_ref
from watchkeeper.web.asking import Asking
from watchkeeper.web.identity_picture import FallStep, drawn, fall, signed

SAID = {True: "joined", False: "kept apart", None: "not sure"}


@dataclass(frozen=True, slots=True)
class ColumnTold:
    """One thing both records may say, as each says it; `same` where they say it alike."""

    what: str
    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether both say something, and the same, capitals and blanks apart."""
        plain = [{"".join(each.casefold().split()) for each in side} for side in (self.one, self.other)]
        return bool(plain[0]) and plain[0] == plain[1]


@dataclass(frozen=True, slots=True)
class PairingTold:
    """One thing said of the two: when, by whom, why, what they weighed; or that it was taken back."""

    says: str
    on: date | None
    by: str
    reason: str
    bits: str
    model: str


@dataclass(frozen=True, slots=True)
class PairTold:
    """Two records as the page tells them. `stands` is what was said last, None where nothing stands."""

    ref: str
    one: Mention
    other: Mention
    fields: tuple[ColumnTold, ...]
    steps: tuple[FallStep, ...]
    picture: Markup
    bits: str
    answer: str
    reasons: tuple[Reason, ...]
    guard: str
    new_name: bool
    registered: bool
    model: str
    confirmed: bool
    stands: Pairing | None
    history: tuple[PairingTold, ...]

    @property
    def standing_says(self) -> str:
        """What stands, in words."""
        return SAID[self.stands.joined] if self.stands is not None else "nobody decided yet"


def pair_told(one: str, other: str, asking: Asking) -> PairTold | None:
    """Two records of these keys; None where either is not on record, or both are one."""
    law, on, at = asking.law, asking.on, asking.at
    if one == other:
        return None
    found = resolving().pair(one, other, law=law, on=on, at=at)
    if found is None:
        return None
    left, right, weighed = found
    limits, steps = thresholds(law, on=on), fall(weighed.steps)
    said = said_of(one, other, at=at)
    guard, registered = weighed.guard, on_register(one) or on_register(other)
    return PairTold(
        pair_ref(one, other),
        left,
        right,
        _fields(left, right),
        tuple(steps),
        drawn(steps, limits),
        signed(weighed.bits),
        weighed.judged.answer,
        weighed.judged.reasons[:-1],
        guard.says if guard is not None else "",
        registered and guard is not None and guard.name == NEW_NAME,
        registered,
        str(law["identity_model"].on(on)),
        law["identity_model"].confirmed and law["identity_thresholds"].confirmed,
        next((row for row in reversed(said[-1:]) if not row.withdrawn), None),
        tuple(_said(row) for row in reversed(said)),
    )


def _said(row: Pairing) -> PairingTold:
    was = SAID[row.joined]
    says = f"taken back: {was}" if row.withdrawn else was
    bits = signed(row.bits) if row.bits is not None else ""
    return PairingTold(says, row.on, row.by, row.reason, bits, row.model)


def _fields(one: Mention, other: Mention) -> tuple[ColumnTold, ...]:
    """All there is to compare, and no more: no column holds race, faith, health, sex or sexual life."""
    told = []
    for what, of in (
        ("Given names", lambda each: (each.given_names,)),
        ("Family name", lambda each: (each.family_name,)),
        ("Other names", lambda each: each.other_names),
        ("Date of birth", lambda each: (day(each.born_on) if each.born_on else "",)),
        ("Lives at", lambda each: _homes(each)[:1]),
        ("Lived at", lambda each: _homes(each)[1:]),
        ("Telephones", lambda each: each.phones),
        ("Identifiers", lambda each: each.identifiers),
    ):
        sides = [tuple(said for said in of(each) if said) for each in (one, other)]
        told.append(ColumnTold(what, *sides))
    return tuple(told)


def _homes(each: Mention) -> tuple[str, ...]:
    return tuple(", ".join(part for part in home if part) for home in each.addresses)
