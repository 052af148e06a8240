"""Could somebody guess their next visit from the ones before? Rule 68.

APP on home visits: "vary the days and times of visits, including evenings". The thresholds are rows
`predictable_...` of force policy, proposals of ours. Hours are judged on every knock, days on those
on which the person was seen: what they can know. Few visits prove nothing, and are not judged.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log, sqrt

from watchkeeper.law.clocks import months_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.facts import LONDON, Duty, Visit
from watchkeeper.visits.rules.habits import PARTS, Part, part_of


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the visits of one person give away; the shares lie in 0 to 1.

    `cell_share` is that of the commonest hour of the commonest day of the week, and `cell` its
    words; `spread` the entropy of those cells, 1 when no two are alike, 0 when all are.
    `gap_spread` is the standard deviation of the days between visits by their mean; `guess_share`
    how many of those gaps the best single guess hits within policy's days, and `guess_days` that
    guess; `deadline_share` how many fall in the interval's last part. The last four are None where
    too few visits on which the person was seen leave them unjudged.
    """

    visits: int
    last_on: date
    cell: str
    cell_share: float
    spread: float
    gap_spread: float | None
    guess_days: int | None
    guess_share: float | None
    deadline_share: float | None
    untried: tuple[Part, ...]


def pattern(visits: Iterable[Visit], interval_days: int, law: Shelf, *, on: date) -> Pattern | None:
    """The pattern of one person's visits; None when there are fewer than policy judges.

    The visits of the months policy looks back, by London time: those on which somebody knocked.
    """
    first = months_after(-law["predictable_looked_back_months"].whole(on), on)
    known = sorted(
        (one for one in visits if first < one.day <= on and (one.outcome is None or one.outcome.attempted)),
        key=lambda one: one.at,
    )
    least = law["predictable_least_visits"].whole(on)
    if len(known) < least:
        return None
    there = [one.at.astimezone(LONDON) for one in known]
    cells = Counter((at.weekday(), at.hour) for at in there)
    (weekday, hour), most = min(cells.items(), key=lambda item: (-item[1], item[0]))
    tried = {part_of(at.hour * HOUR + at.minute, law, on=on) for at in there}
    seen = sorted({one.day for one in known if one.outcome is not None and one.outcome.successful})
    gaps = [(later - earlier).days for earlier, later in pairwise(seen)]
    judged = len(seen) >= least
    guess, hits = _best_guess(gaps, law["predictable_guess_days"].whole(on)) if judged else (None, None)
    last_part = 1 - law["predictable_deadline_tenth"].share(on)
    late = sum(last_part * interval_days <= gap <= interval_days for gap in gaps)
    return Pattern(
        visits=len(known),
        last_on=known[-1].day,
        cell=f"{WEEKDAYS[weekday]} at {hour} o'clock",
        cell_share=most / len(known),
        spread=_entropy(list(cells.values())),
        gap_spread=_relative_spread(gaps) if judged else None,
        guess_days=guess,
        guess_share=hits,
        deadline_share=late / len(gaps) if judged else None,
        untried=tuple(part for part in PARTS if part not in tried),
    )


HOUR = 60  # minutes
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def varied(found: Pattern, law: Shelf, *, on: date) -> Decision:
    """Whether visits of such a pattern are varied enough, by every measure of policy at once.

    Each reason that is not met is one way in which the person could tell when to expect the police.
    """

    def at_most(name: str, value: float | None, says: str) -> Reason:
        row = law[name]
        return Reason(value is None or value < row.share(on), says, row.cite)

    def more_than(name: str, value: float | None, says: str) -> Reason:
        row = law[name]
        return Reason(value is None or value > row.share(on), says, row.cite)

    gaps = "days between visits not judged: too few on which they were seen"
    return Decision(
        (
            at_most(
                "predictable_cell_share",
                found.cell_share,
                f"{found.cell_share:.0%} of {found.visits} visits on a {found.cell}",
            ),
            more_than(
                "predictable_entropy",
                found.spread,
                f"spread over hours and days of the week {found.spread:.2f} of 1",
            ),
            more_than(
                "predictable_gap_spread",
                found.gap_spread,
                gaps if found.gap_spread is None else f"days between visits vary by {found.gap_spread:.0%}",
            ),
            at_most(
                "predictable_guess_share",
                found.guess_share,
                gaps
                if found.guess_share is None
                else f"{found.guess_share:.0%} of visits came about {found.guess_days} days after the last",
            ),
            at_most(
                "predictable_deadline_share",
                found.deadline_share,
                gaps
                if found.deadline_share is None
                else f"{found.deadline_share:.0%} of visits came just before the limit",
            ),
        )
    )


def pattern_due(visits: Iterable[Visit], interval_days: int, law: Shelf, *, on: date) -> Due | None:
    """A finding when the person could guess their visits (rule 68), with what to vary; None otherwise.

    It is late from the day after the last of the visits that made it so: the next must differ.
    """
    found = pattern(visits, interval_days, law, on=on)
    if found is None:
        return None
    decision = varied(found, law, on=on)
    if decision.allowed:
        return None
    row = law["predictable_least_visits"]
    because = [Given("could be guessed", reason.says, reason.cite) for reason in decision.unmet]
    because.append(Given("suggestion", suggestion(found), row.cite))
    return Due(Duty.PATTERN, Standing.OWED, found.last_on, row.cite, tuple(because), confirmed=row.confirmed)


def suggestion(found: Pattern) -> str:
    """What to do about a pattern, by APP: vary the hour and the day, and try what was never tried.

    >>> suggestion(Pattern(8, date(2026, 3, 2), "", 1, 0, 0, 91, 1, 1, (Part.EARLY, Part.EVENING)))
    'vary the hour and the day: early and evening not tried'
    """
    if not found.untried:
        return "vary the hour and the day"
    return f"vary the hour and the day: {' and '.join(found.untried)} not tried"


def _entropy(counts: Sequence[int]) -> float:
    """Entropy of the counts as a share of what it would be were no two in one cell: 0 to 1."""
    total = sum(counts)
    return sum(-count / total * log(count / total) for count in counts) / log(total) if total > 1 else 1.0


def _relative_spread(gaps: Sequence[int]) -> float:
    mean = sum(gaps) / len(gaps)
    return sqrt(sum((gap - mean) * (gap - mean) for gap in gaps) / len(gaps)) / mean


def _best_guess(gaps: Sequence[int], within: int) -> tuple[int, float]:
    """The days that lie within `within` of the most gaps, the nearest of several, and the share hit."""

    def hits(guess: int) -> int:
        return sum(abs(gap - guess) <= within for gap in gaps)

    guesses = sorted({gap + shift for gap in gaps for shift in range(-within, within + 1)})
    best = max(guesses, key=lambda guess: (hits(guess), -sum(abs(gap - guess) for gap in gaps), -guess))
    return best, hits(best) / len(gaps)
