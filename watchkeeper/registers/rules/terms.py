"""Several terms of imprisonment as the one term each offence is treated as having, s.82(3) and (4)."""

from collections.abc import Sequence
from datetime import date, timedelta

from watchkeeper.law.clocks import months_after
from watchkeeper.law.swift import dataclass
from watchkeeper.registers.facts import Disposal, Finding


@dataclass(frozen=True, slots=True)
class Term:
    """A term from `start` to `end`, the first day after it. `parts` names what was put together."""

    start: date
    end: date
    parts: tuple[str, ...]
    together: str = ""  # "consecutive" or "partly concurrent"
    assumed: bool = False  # it has days besides months, and the day it begins is not recorded

    def reaches(self, months: int) -> bool:
        """True for a term of `months` months or more."""
        return self.end >= months_after(months, self.start)

    def exceeds(self, months: int) -> bool:
        """True for a term of more than `months` months.

        >>> Term(date(2026, 1, 1), date(2026, 7, 1), ()).exceeds(6)
        False
        >>> Term(date(2026, 1, 1), date(2026, 7, 2), ()).exceeds(6)
        True
        """
        return self.end > months_after(months, self.start)


def terms(disposals: Sequence[Disposal]) -> dict[str, Term]:
    """The term each disposal is treated as having, by its ref.

    s.82(4): consecutive terms are taken at their "aggregate"; "partly concurrent terms (X and
    Y, which overlap for a period Z)" at "X plus Y minus Z". Only convictions are put together,
    s.82(3). A term wholly inside another is not partly concurrent and stands alone.

    Months are counted on the calendar from the day the term begins, or from the relevant date
    where that day is not recorded; then its overlap with another cannot be seen and none is
    taken. How long some months and days are turns on where they begin, so a term with days
    whose beginning is not recorded is `assumed`. `disposals` are those with a relevant date and a term.
    """
    if len(disposals) == 1:
        return {disposals[0].ref: _term(disposals)}
    chains = _chains(disposals)
    found = {disposal.ref: _term(chain) for chain in chains for disposal in chain}
    runs: list[list[Term]] = []
    for chain in chains:
        if chain[0].term_begins_on is not None and chain[0].finding is Finding.CONVICTION:
            term = found[chain[0].ref]
            joined = [run for run in runs if any(_partly_concurrent(term, other) for other in run)]
            runs = [run for run in runs if run not in joined]
            runs.append([term, *(other for run in joined for other in run)])
    for run in runs:
        if len(run) > 1:
            run.sort(key=lambda term: (term.start, term.parts))
            parts = tuple(ref for term in run for ref in term.parts)
            whole = Term(run[0].start, max(term.end for term in run), parts, "partly concurrent")
            found.update(dict.fromkeys(parts, whole))
    return found


def _partly_concurrent(one: Term, other: Term) -> bool:
    """True for terms that overlap when neither lies wholly inside the other."""
    first, second = (one, other) if one.start <= other.start else (other, one)
    return first.start < second.start < first.end < second.end


def _term(chain: Sequence[Disposal]) -> Term:
    start = chain[0].term_begins_on or chain[0].relevant_date
    if start is None:
        raise ValueError(f"{chain[0].ref} has no day to count its term from")
    months, days = sum(d.term_months for d in chain), sum(d.term_days for d in chain)
    end = months_after(months, start) + timedelta(days=days)
    together = "consecutive" if len(chain) > 1 else ""
    assumed = days > 0 and chain[0].term_begins_on is None
    return Term(start, end, tuple(d.ref for d in chain), together, assumed)


def _chains(disposals: Sequence[Disposal]) -> list[list[Disposal]]:
    """Disposals gathered behind the one their terms follow on from, the first of each chain first."""
    by_ref = {disposal.ref: disposal for disposal in disposals}
    gathered: dict[str, list[Disposal]] = {}
    for disposal in disposals:
        root, seen = disposal, {disposal.ref}
        while (before := by_ref.get(root.consecutive_to)) is not None and before.ref not in seen:
            if Finding.CONVICTION is not before.finding or Finding.CONVICTION is not root.finding:
                break
            seen.add(before.ref)
            root = before
        gathered.setdefault(root.ref, []).append(disposal)
    for root_ref, chain in gathered.items():
        chain.sort(key=lambda disposal: disposal.ref != root_ref)
    return list(gathered.values())
