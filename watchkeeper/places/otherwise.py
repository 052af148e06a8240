"""One engine that stands in for another that cannot answer, and says that it did.

Once it has stood in it stays: minutes of two engines in one plan could not be compared.
"""

import structlog

from watchkeeper.places.facts import Points
from watchkeeper.places.travel import Minutes, TravelError, TravelTimes

log = structlog.get_logger()


class Otherwise:
    """Travel times of `first`, and of `second` from the first question that `first` cannot answer."""

    def __init__(self, first: TravelTimes, second: TravelTimes) -> None:
        self._engine, self._second = first, second
        self._why = ""

    @property
    def says(self) -> str:
        """How the minutes were worked out, and why not as the setting asks first."""
        return f"{self._engine.says}; because {self._why}" if self._why else self._engine.says

    @property
    def confirmed(self) -> bool:
        """Whether every number of policy behind the minutes has been read against its source."""
        return self._engine.confirmed

    @property
    def symmetric(self) -> bool:
        """Whether there and back always take equally long, by the engine that answers now."""
        return self._engine.symmetric

    def minutes(self, points_from: Points, points_to: Points, *, leaving_minute: int) -> Minutes:
        """Minutes from each of m points to each of n, shape (m, n). See TravelTimes."""
        try:
            return self._engine.minutes(points_from, points_to, leaving_minute=leaving_minute)
        except TravelError as error:
            if self._why:
                raise
            self.stand_in(error)
        return self._engine.minutes(points_from, points_to, leaving_minute=leaving_minute)

    def stand_in(self, error: TravelError) -> None:
        """From now on the second engine answers, because of `error`; the log says so."""
        self._engine, self._why = self._second, str(error)
        log.warning("travel times fall back to the great circle", because=self._why)
