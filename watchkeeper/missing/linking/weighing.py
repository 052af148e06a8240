"""How much a candidate says: the numbers of a day, its strength, the day it lapses, and shared words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.missing.linking.facts import Candidate, Evidence, LinkKind, Strength

ROWS = {
    LinkKind.OFTEN: "missing_many_episodes",
    LinkKind.GAPS: "link_gaps",
    LinkKind.FAR: "link_far_metres",
    LinkKind.TOGETHER: "link_together_minutes",
    LinkKind.ADDRESS: "missing_near_metres",
}
"""The row that makes each kind a link; the others are links as soon as two share anything."""
SHARED = "link_strong_from"


@dataclass(frozen=True, slots=True)
class Reading:
    """The numbers of a day, looked up once for a whole ground."""

    often: int
    often_days: int
    gaps: int
    far: float
    ring: float
    crowded: int
    back: timedelta
    strong: dict[LinkKind, int]
    expiry: dict[LinkKind, timedelta]
    rows: dict[LinkKind, Parameter]

    @classmethod
    def of(cls, law: Shelf, on: date) -> "Reading":
        """The numbers in force on a day."""
        return cls(
            law["missing_many_episodes"].whole(on),
            law["missing_episodes_days"].whole(on),
            law["link_gaps"].whole(on),
            law["link_far_metres"].number(on),
            law["missing_ring_metres"].number(on),
            law["link_crowded_children"].whole(on),
            timedelta(days=law["link_evidence_days"].whole(on)),
            {kind: law[SHARED].of(kind, on) for kind in LinkKind},
            {kind: timedelta(days=law["link_expiry_days"].of(kind, on)) for kind in LinkKind},
            {kind: law[ROWS.get(kind, SHARED)] for kind in LinkKind},
        )

    def candidate(
        self,
        kind: LinkKind,
        who: tuple[str, ...],
        why: str,
        evidence: list[Evidence],
        count: int,
        *,
        adults: tuple[str, ...] = (),
        thing: str = "",
        red: bool = False,
        sure: bool = False,
        crowded: bool = False,
    ) -> Candidate:
        """One candidate: its strength from `count`, or STRONG where `sure`, or WEAK where `crowded`."""
        newest = max(each.on for each in evidence)
        strong = sure or count >= self.strong[kind]
        row = self.rows[kind]
        return Candidate(
            kind=kind,
            key=key_of(kind, (thing,) if thing else (*who, *adults)),
            children=who,
            adults=adults,
            thing=thing,
            strength=Strength.WEAK if crowded else Strength.STRONG if strong else Strength.FAIR,
            why=why,
            evidence=tuple(sorted(evidence, key=lambda each: (each.on, each.ref, each.says))),
            newest_on=newest,
            expires_on=newest + self.expiry[kind] + timedelta(days=1),
            red=red,
            crowded=crowded,
            cite=row.cite,
            confirmed=row.confirmed,
        )


def key_of(kind: LinkKind, parts: tuple[str, ...]) -> str:
    """What a candidate is known by, whatever evidence comes in: its kind, and the thing or the parties."""
    return ":".join((kind, *parts))


def recent(evidence: list[Evidence], reading: Reading) -> list[Evidence]:
    """What of it is within so many days of the newest of it."""
    newest = max((each.on for each in evidence), default=date.min)
    return [each for each in evidence if newest - each.on <= reading.back]


def times(count: int) -> str:
    """How often, in words."""
    return "once" if count == 1 else f"{count} times"


def over(evidence: Iterable[Evidence]) -> str:
    """The day, or the first and the last day, of evidence."""
    days = sorted({each.on for each in evidence})
    return f"on {day(days[0])}" if len(days) == 1 else f"between {day(days[0])} and {day(days[-1])}"
