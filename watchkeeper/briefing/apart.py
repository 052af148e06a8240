"""All of a night that hangs on nobody's case: crimes, work in the wrong hands, the missing, and suspects.

Each is read and worked out by itself, by whichever process has nothing to do, while the other reads
the register. The missing and suspects go together: both ask which homes lie near, and the directory
of postcodes is then read once.
"""

from dataclasses import dataclass

from watchkeeper.access.facts import ConflictDeclared
from watchkeeper.briefing.compiling import Row, written
from watchkeeper.briefing.facts import Asked
from watchkeeper.engine.source import Source
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class CrimeTask:
    """Crimes, and work in the wrong hands: the longest, where a force has a year of them.

    The rules are imported here: by whichever process works it out, while the other reads.
    """

    source: Source
    law: Shelf
    asked: Asked
    through: int
    conflicts: tuple[ConflictDeclared, ...]

    def answer(self, calendar: Calendar) -> tuple[int, list[Row]]:
        """Nobody on the register, and the lines on paper."""
        from watchkeeper.briefing.crime_night import of_night

        lines = of_night(self.source, self.conflicts, self.asked, self.law, calendar, self.through)
        return 0, written(lines, self.law, on=self.asked.on)


@dataclass(frozen=True, slots=True)
class MissingTask:
    """Missing episodes and referrals of suspects. `taken_on` is None where no episode was ever stored.

    `suspects` says whether any referral of a suspect was.
    """

    source: Source
    law: Shelf
    asked: Asked
    through: int
    taken_on: frozenset[str] | None
    suspects: bool

    def answer(self, calendar: Calendar) -> tuple[int, list[Row]]:  # noqa: ARG002  as every task has it
        """Nobody on the register, and the lines on paper."""
        from watchkeeper.briefing.missing_night import of_the_missing
        from watchkeeper.briefing.suspect_night import of_suspects

        lines = (
            *of_the_missing(self.source, self.taken_on, self.asked, self.law, self.through),
            *(of_suspects(self.source, self.asked, self.law, self.through) if self.suspects else ()),
        )
        return 0, written(lines, self.law, on=self.asked.on)
