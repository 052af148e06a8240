"""The lines of a night about online suspects, from the stored facts."""

from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.missing_asking import judged_at
from watchkeeper.briefing.suspect_lines import suspect_lines
from watchkeeper.briefing.suspect_reading import referrals
from watchkeeper.engine.source import Source
from watchkeeper.law.shelf import Shelf


def of_suspects(source: Source, asked: Asked, law: Shelf, through: int) -> list[Line]:
    """Those of the lines that belong in the brief asked for. They are put to ranks, and to no officer."""
    if asked.officer:
        return []
    on, known_at = asked.on, asked.known_at
    cases = referrals(source, law, on=on, known_at=known_at, through=through)
    lines = suspect_lines(cases, law, on=on, at=judged_at(on=on, known_at=known_at))
    return [line for line in lines if asked.unit in ("", line.unit)]
