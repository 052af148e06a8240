"""What would change a band: each answer that is not known and would, and how near the next band is."""

from datetime import date

from watchkeeper.instruments.facts import Answers, Pack
from watchkeeper.instruments.scoring import scored


def changes(pack: Pack, answers: Answers, *, on: date) -> tuple[str, ...]:
    """What would make the band graver, in sentences.

    Only upwards: what is known stays known, and nobody is told what to leave out. Raises FaultyError with
    everything wrong with the answers.
    """
    now = scored(pack, answers, on=on)
    told = []
    for item in now.unknown:
        for choice in item.choices[1:]:
            then = scored(pack, {**answers, item.ref: choice.name}, on=on).band
            if pack.rank(then) > pack.rank(now.band):
                told.append(f"{item.says}, not known: {choice.name!r} would make it {then}")
                break
    above = [band for band in pack.bands[pack.rank(now.band) + 1 :] if band.least is not None]
    if pack.adds and above and above[0].least is not None:
        short = above[0].least - now.points
        told.append(f"{short} more {'point' if short == 1 else 'points'} would make it {above[0].name}")
    return tuple(told)
