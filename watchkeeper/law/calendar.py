"""Working days of England and Wales. Bank holidays come from the `holidays` library."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

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
            import holidays  # slow to import, and many commands never ask

            self._years[year] = frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
        return self._years[year]


@cache
def england_and_wales() -> Calendar:
    """The one calendar of the house."""
    return Calendar()
