"""All of a night that hangs on nobody's case: crimes, work in the wrong hands, the missing, and suspects.

It is read and worked out by itself, by the second process where there is one, while the first reads
the register.
"""

from dataclasses import dataclass

from watchkeeper.access.facts import ConflictDeclared
from watchkeeper.briefing.compiling import Row, written
from watchkeeper.briefing.facts import Asked
from watchkeeper.engine.source import Source
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Apart:
    """What to read and work out. `conflicts` and `taken_on` are None where nothing of the kind was stored.

    `suspects` says whether any referral of a suspect was.
    """

    source: Source
    law: Shelf
    asked: Asked
    through: int
    conflicts: tuple[ConflictDeclared, ...] | None
    taken_on: frozenset[str] | None
    suspects: bool = False

    def answer(self, calendar: Calendar) -> tuple[int, list[Row]]:
        """Nobody on the register, and the lines on paper.

        The rules of it are imported here: by whichever process works it out, while the other reads.
        """
        from watchkeeper.briefing.crime_night import of_night
        from watchkeeper.briefing.missing_night import of_the_missing
        from watchkeeper.briefing.suspect_night import of_suspects

        lines = (
            *of_night(self.source, self.conflicts, self.asked, self.law, calendar, self.through),
            *of_the_missing(self.source, self.taken_on, self.asked, self.law, self.through),
            *(of_suspects(self.source, self.asked, self.law, self.through) if self.suspects else ()),
        )
        return 0, written(lines, self.law, on=self.asked.on)
