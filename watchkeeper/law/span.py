"""A run of whole days."""

from datetime import date

from watchkeeper.law.swift import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `since`, which counts, to `until`, the first day after; None: it has not ended.

    Raises ValueError when `until` is before `since`. An empty span holds no day.

    >>> date(2026, 3, 8) in Span(date(2026, 3, 2), date(2026, 3, 9))
    True
    >>> date(2026, 3, 9) in Span(date(2026, 3, 2), date(2026, 3, 9))
    False
    """

    since: date
    until: date | None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ValueError(f"a span cannot end on {self.until}, before it begins on {self.since}")

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)
