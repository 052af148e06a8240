"""Facts to look for links in: days of 2026, places by name, and spots in metres along one street."""

from datetime import UTC, datetime, timedelta

from watchkeeper.law import shelf
from watchkeeper.missing.linking.facts import Candidate, Facts, Gone, Sighting, Spot, ThingKind
from watchkeeper.missing.linking.finding import found
from watchkeeper.missing.linking.ground import laid

LAW = shelf.load()
HOUR = timedelta(hours=1)


def at(text: str) -> datetime:
    """An instant of 2026 from its month and day, and perhaps its time."""
    day, _, time = text.partition(" ")
    return datetime.fromisoformat(f"2026-{day}T{time or '12:00'}").replace(tzinfo=UTC)


def gone(
    ref: str, child: str, when: str, *, origin: str = "", until: str = "", place: str = "", **said: object
) -> Gone:
    """One episode; `spot` is where the place found lies, in metres east, and `start` the origin."""
    spot, start = said.get("spot"), said.get("start")
    return Gone(
        ref,
        child,
        at(when),
        at(until) if until else at(when) + HOUR,
        origin,
        Spot(float(start), 0) if isinstance(start, int | float) else None,
        place,
        Spot(float(spot), 0) if isinstance(spot, int | float) else None,
    )


def seen(
    ref: str, who: str, key: str, when: str, kind: ThingKind = ThingKind.PHONE, **said: object
) -> Sighting:
    """A thing seen with somebody."""
    return Sighting(ref, who, kind, key, at(when), **said)  # type: ignore[arg-type]


def links(facts: Facts, on: str = "03-20") -> tuple[Candidate, ...]:
    """What is found in the whole of `facts` on a day."""
    day = at(on).date()
    return found(laid(facts, LAW, on=day), LAW, on=day)


def one(facts: Facts, kind: str, on: str = "03-20") -> Candidate | None:
    """The one candidate of a kind; None where there is none."""
    of_kind = [each for each in links(facts, on) if each.kind == kind]
    assert len(of_kind) <= 1, of_kind
    return of_kind[0] if of_kind else None
