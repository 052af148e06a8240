"""Could somebody guess their next visit from the ones before? Rule 68.

APP on home visits: "vary the days and times of visits, including evenings". The thresholds are rows
`predictable_...` of force policy, proposals of ours. Hours are judged on every knock, days on those
on which the person was seen: what they can know. Few visits prove nothing, and are not judged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.facts import LONDON, Duty, Knock
from watchkeeper.visits.rules.knocks import bounds, cells, gaps
from watchkeeper.visits.rules.week import PARTS, Part, part_of
from watchkeeper.workforce.facts import Rank


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


def pattern(made: Sequence[Knock], interval_days: int, law: Shelf, *, on: date) -> Pattern | None:
    """The pattern of one person's visits; None when there are fewer than policy judges.

    `made` are the knocks of the months policy looks back, in order of time: `rules.knocks.knocks`.
    """
    asked = bounds(law, on=on)
    if len(made) < asked.least:
        return None
    there = [one.at.astimezone(LONDON) for one in made]
    found = cells(made)
    (weekday, hour), most = min(found.items(), key=lambda item: (-item[1], item[0]))
    tried = {part_of(at.hour * HOUR + at.minute, law, on=on) for at in there}
    between = gaps(made)
    judged = bool(between) and len(between) + 1 >= asked.least
    guess, hits = _best_guess(between, asked.within) if judged else (None, None)
    late = sum(asked.last_part * interval_days <= gap <= interval_days for gap in between)
    return Pattern(
        visits=len(made),
        last_on=there[-1].date(),
        cell=f"{WEEKDAYS[weekday]} at {hour} o'clock",
        cell_share=most / len(made),
        spread=_entropy(list(found.values())),
        gap_spread=_relative_spread(between) if judged else None,
        guess_days=guess,
        guess_share=hits,
        deadline_share=late / len(between) if judged else None,
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


def pattern_due(made: Sequence[Knock], interval_days: int, law: Shelf, *, on: date) -> Due | None:
    """A finding when the person could guess their visits (rule 68), with what to vary; None otherwise.

    It is late from the day after the last of the visits that made it so: the next must differ. It is
    put to a sergeant: a manager seldom sees the pattern in their own visits.
    """
    found = pattern(made, interval_days, law, on=on)
    if found is None:
        return None
    decision = varied(found, law, on=on)
    if decision.allowed:
        return None
    row = law["predictable_least_visits"]
    because = [Given("could be guessed", reason.says, reason.cite) for reason in decision.unmet]
    because.append(Given("suggestion", suggestion(found), row.cite))
    return Due(
        Duty.PATTERN,
        Standing.OWED,
        found.last_on,
        row.cite,
        tuple(because),
        confirmed=row.confirmed,
        owner=Rank.SERGEANT,
    )


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
