"""Working days of England and Wales. Bank holidays come from the `holidays` library.

The library takes longer to load than the shelf and the calendar together, so its days are
printed beforehand into `policy/bank_holidays.txt` (`make docs`, and `make check` holds the two
to each other); the library itself is asked only about years that the list does not cover.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

PRINTED = Path(__file__).resolve().parent.parent / "policy" / "bank_holidays.txt"
DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Which days are working days: not a Saturday, a Sunday, Christmas Day, Good Friday or bank holiday.

    One calendar object is made at the door and passed everywhere. The wording is that of
    the Police (Vetting) Regulations 2025, reg 2.
    """

    _years: dict[int, frozenset[date]] = field(default_factory=dict, repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        """True for a working day."""
        return day.weekday() < SATURDAY and day not in self._bank_holidays(day.year)

    def last_of(self, working_days: int, *, beginning_with: date) -> date:
        """Last day of a period of working days beginning with a date, which counts if it works.

        Raises ValueError when `working_days` is less than 1.

        >>> england_and_wales().last_of(5, beginning_with=date(2026, 4, 2))
        datetime.date(2026, 4, 10)
        """
        if working_days < 1:
            raise ValueError(f"a period of {working_days} working days has no last day")
        current, left = beginning_with, working_days
        while True:
            if self.is_working(current):
                left -= 1
                if left == 0:
                    return current
            current += DAY

    def after(self, working_days: int, event: date) -> date:
        """The day `working_days` working days after an event, whose own day does not count.

        >>> england_and_wales().after(1, date(2026, 4, 2))
        datetime.date(2026, 4, 7)
        """
        return self.last_of(working_days, beginning_with=event + DAY)

    def _bank_holidays(self, year: int) -> frozenset[date]:
        if year not in self._years:
            self._years[year] = _printed().get(year) or _from_library(year)
        return self._years[year]


@cache
def england_and_wales() -> Calendar:
    """The one calendar of the house."""
    return Calendar()


@cache
def _printed() -> dict[int, frozenset[date]]:
    """The printed days by year."""
    years: dict[int, set[date]] = {}
    for line in PRINTED.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            day = date.fromisoformat(line.split(" ", 1)[0])
            years.setdefault(day.year, set()).add(day)
    return {year: frozenset(days) for year, days in years.items()}


def _from_library(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
