"""Which lines of a night's brief somebody must act on now: one alert for each person and rank."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, names
from watchkeeper.workforce.facts import RANKS, Rank

PARTED = "; "
"""Between the matters of one alert, as its cause is kept."""


@dataclass(slots=True)
class _Matters:
    """What one alert will say about one person."""

    unit: str
    level: str
    decisions: list[Line] = field(default_factory=list)
    unmanaged: list[Line] = field(default_factory=list)

    @property
    def cause(self) -> str:
        return PARTED.join(sorted({matter(line) for line in (*self.decisions, *self.unmanaged)}))


def raisings(
    lines: Iterable[Line], raised: Mapping[str, set[str]], law: Shelf, *, on: date
) -> tuple[Raising, ...]:
    """The alerts that the brief of `on` raises and no earlier one has.

    Every decision owed, by the rank that owes it; and everybody newly unmanaged whose level of
    risk policy says (`unmanaged_alert_levels`), to the rank policy says. What is owed about one
    person is merged. `raised` holds, for each person, the matters earlier alerts were about,
    whether taken on since or not: a matter that goes on is on the brief every night, and is
    raised again only when it passes to another rank or falls due anew.
    """
    first = Rank(str(law["unmanaged_alert_rank"].on(on)))
    levels = law["unmanaged_alert_levels"].words(on)
    merged: dict[str, dict[Rank, _Matters]] = {}
    for line in lines:
        if matter(line) in raised.get(line.who, ()):
            continue
        level = line.level or ""
        if line.section is Section.DECISIONS:
            rank = Rank(line.owner.partition(",")[0])
            of = merged.setdefault(line.who, {}).setdefault(rank, _Matters(line.unit, level))
            of.decisions.append(line)
        elif line.section is Section.UNMANAGED and level in levels:
            theirs = merged.setdefault(line.who, {})
            rank = min(theirs, key=RANKS.index, default=first)
            theirs.setdefault(rank, _Matters(line.unit, level)).unmanaged.append(line)
    now = law["alert_now_levels"].words(on)
    return tuple(
        _raising(who, rank, of, Urgency.NOW if of.level in now else Urgency.TODAY)
        for who, ranks in merged.items()
        for rank, of in ranks.items()
    )


def matter(line: Line) -> str:
    """What tells one matter about a person from another: what, by when, and whose decision."""
    whose = line.owner.partition(",")[0] if line.section is Section.DECISIONS else "unmanaged"
    return f"{line.what}, {line.by or 'no day'}, {whose}"


def _raising(who: str, rank: Rank, of: _Matters, urgency: Urgency) -> Raising:
    says = []
    if of.decisions:
        owed = "a decision is owed" if len(of.decisions) == 1 else f"{len(of.decisions)} decisions are owed"
        says.append(f"{owed}: {names([line.what for line in of.decisions])}")
    for line in of.unmanaged:
        says.append(f"nobody manages them: {line.what}{f' due by {day(line.by)}' if line.by else ''}")
    level = f", {of.level} risk" if of.level else ""
    return Raising(
        kind=Kind.DECISION if of.decisions else Kind.UNMANAGED,
        says=f"{who}{level}: {'; '.join(says)}",
        about=who,
        cause=of.cause,
        unit=of.unit,
        least_rank=rank,
        urgency=urgency,
        page=f"/people/{quote(who, safe='')}/",
    )
