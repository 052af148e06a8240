"""The lines of a night about the missing, from the stored facts."""

from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.missing_asking import judged_at
from watchkeeper.briefing.missing_lines import concern_lines, episode_lines, flag_lines, near_lines
from watchkeeper.briefing.missing_reading import missing
from watchkeeper.engine.source import Source
from watchkeeper.law.shelf import Shelf


def of_the_missing(
    source: Source, taken_on: frozenset[str] | None, asked: Asked, law: Shelf, through: int
) -> list[Line]:
    """Those of the lines that belong in the brief asked for; of an officer, their own flags."""
    if taken_on is None:
        return []
    on, known_at = asked.on, asked.known_at
    found = missing(source, law, on=on, known_at=known_at, through=through)
    lines = (
        *episode_lines(found.cases, law, on=on, at=judged_at(on=on, known_at=known_at)),
        *near_lines(found.near, taken_on, law, on=on),
        *concern_lines(found.concerns, found.units, law, on=on),
        *flag_lines(found.flags, found.units, law, on=on),
    )
    return [
        line
        for line in lines
        if asked.unit in ("", line.unit) and (not asked.officer or line.owner == asked.officer)
    ]
