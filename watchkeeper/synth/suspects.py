"""The referrals of online suspects of the force: a quarter of a year of them, each dealt with in time."""

from collections.abc import Iterator
from random import Random

from watchkeeper.synth import suspect_rates as rates
from watchkeeper.synth.episodes import DAY, HOUR
from watchkeeper.synth.files import Files
from watchkeeper.synth.force import Force
from watchkeeper.synth.names import FAMILY, FEMALE, MALE
from watchkeeper.synth.places import NEVER_ISSUED, sectors
from watchkeeper.synth.planted.suspects import SuspectFault, planted
from watchkeeper.synth.referrals import DrawnReferral, received, whole

NOWHERE_ELSE = "B"
"""Last letter of postcodes of suspects: no other invented address ends so, and no real one is so."""
ADULT, OLDEST = 18, 68
YEAR = 365


def a_quarter(people: int) -> int:
    """Referrals of a quarter of a year of a force with so many people: London's 3,000 at 7,100."""
    return round(people * rates.REFERRALS_A_PERSON)


def write_suspects(
    files: Files, force: Force, number: int, registered: list[str], homes: list[str]
) -> Iterator[SuspectFault]:
    """Write `number` referrals, no fewer than the planted ones, and yield what was planted among them.

    `registered` are people on the register, `homes` postcodes where by the records of people a child
    lives. At 0 nothing is written.
    """
    if not number:
        return
    night, written = force.on * DAY, 0
    for fault, made in planted(force, night, registered, homes, drawn):
        for each in made:
            _write(files, each)
            written += 1
        yield fault
    files.flush()
    window = rates.WINDOW_DAYS * DAY
    for at in range(max(0, number - written)):
        rng = Random(f"{force.seed}:suspect:{at}")
        came = night - 5 * HOUR - rng.randrange(window - 5 * HOUR)
        _write(files, whole(drawn(force, at, rng, came), night, rng))
        if at % 500 == 499:
            files.flush()


def drawn(force: Force, at: int, rng: Random, came: int, *, prefix: str = "SR") -> DrawnReferral:
    """A referral of which nothing is recorded but what came; no two suspects share a birth and a name."""
    unit = at % force.units
    borough = rng.choice(force.boroughs(unit))
    given = rng.choice(MALE if rng.random() < 0.97 else FEMALE)
    born = force.on - ADULT * YEAR - at % ((OLDEST - ADULT) * YEAR)
    postcode = f"{rng.choice(sectors()[borough])}{rng.choice(NEVER_ISSUED)}{NOWHERE_ELSE}"
    ref = f"{prefix}{at + 1:06d}"
    return received(ref, force.unit_ref(unit), borough, came, (given, rng.choice(FAMILY)), born, postcode)


def _write(files: Files, made: DrawnReferral) -> None:
    for table, rows in made.rows.items():
        files.write(table, rows)
