"""The crimes of the force: those in hand, officer by officer, and those closed, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from random import Random

from watchkeeper.crimes.facts import CrimeKind
from watchkeeper.law.shelf import Shelf
from watchkeeper.synth import crime_rates as rates
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import NO, YES, Row, evening, iso
from watchkeeper.synth.investigations import Investigation, investigate
from watchkeeper.synth.places import NEVER_ISSUED, sectors
from watchkeeper.synth.teams import Member, Team

PER_CENT = 100
CLOSED_WORDS = "Every line of enquiry was followed and none of them led any further."


@dataclass(frozen=True)
class Book:
    """How many crimes the force has, and over how many days their reports lie."""

    force: Force
    crimes: int

    @property
    def days(self) -> int:
        """Days of reports: a year at most, and a quarter of one at least."""
        needed = round(self.crimes / a_day(self.force.people))
        return max(rates.WINDOW_DAYS, min(rates.YEAR_DAYS, needed))

    @cached_property
    def share_of_load(self) -> float:
        """How full each investigator's hands are, of what is usual: 1 where there are enough crimes."""
        low, high = rates.CASELOAD
        staff = sum(self.force.investigators(unit) for unit in range(self.force.units))
        usual = staff * (low + high) / 2 / rates.MEAN_WEIGHED
        return min(1.0, self.crimes / 2 / usual)


def a_day(people: int) -> float:
    """Crimes reported on an ordinary day in a force of so many people on the register."""
    return people * rates.CRIMES_A_PERSON / rates.YEAR_DAYS


def a_year(people: int) -> int:
    """Crimes of a year: what is written unless somebody asks for more or fewer."""
    return round(people * rates.CRIMES_A_PERSON)


def in_hand(book: Book, unit: int, one: Member, law: Shelf) -> Iterator[Investigation]:
    """The open crimes of one investigator, of the kinds the team is for, within the usual load."""
    force = book.force
    rng = Random(f"{force.seed}:in hand:{one.ref}")
    low, high = rates.TRAINEE_CASELOAD if one.team is Team.TRAINEES else rates.CASELOAD
    room = rng.uniform(low, high) * one.hours * book.share_of_load
    kinds, shares = zip(*rates.HOLDS[one.team], strict=True)
    on = date.fromordinal(force.on)
    number = 0
    while True:
        kind: CrimeKind = rng.choices(kinds, shares)[0]
        room -= law["matrix_weight"].of(kind, on) / PER_CENT
        if room < 0:
            return
        number += 1
        yield opened(force, unit, one, kind, f"{one.ref}-{number:02d}", rng)


def opened(
    force: Force, unit: int, one: Member, kind: CrimeKind, ref: str, rng: Random, *, age: int = 0
) -> Investigation:
    """One crime in hand, reported `age` days ago, or on a day drawn."""
    boroughs = force.boroughs(unit)
    drawn = 1 + int(min(rng.expovariate(1 / rates.MEAN_OPEN_DAYS), rates.MOST_OPEN_DAYS - 1))
    made = Investigation(
        f"C-{ref}", kind, rng, force.on, force.on - (age or drawn), one, rng.choice(boroughs)
    )
    investigate(made)
    return made


def closed(book: Book, number: int) -> Iterator[dict[str, list[Row]]]:
    """Rows of `number` crimes that are closed, a day's reports at a time, oldest first."""
    on, days = book.force.on, book.days
    weights = [rates.MONTHS[date.fromordinal(on - ago).month - 1] for ago in range(days, 0, -1)]
    whole = sum(weights)
    ends = [round(number * part / whole) for part in accumulate(weights)]
    begun = 0
    for at, end in enumerate(ends):
        yield _day(book.force, on - days + at, begun, end - begun)
        begun = end


def _day(force: Force, day: int, first: int, number: int) -> dict[str, list[Row]]:
    """One day's reports that are closed by the night: a crime, an outcome and perhaps who held it."""
    rng = Random(f"{force.seed}:closed:{day}")
    codes = rng.choices([code for code, _ in rates.MIX], [share for _, share in rates.MIX], k=number)
    outcomes = rng.choices(
        [code for code, _ in rates.OUTCOMES], [share for _, share in rates.OUTCOMES], k=number
    )
    crimes: list[Row] = []
    finals: list[Row] = []
    holdings: list[Row] = []
    there = sectors()
    reported, last, draw = evening(day), force.on - 1, rng.random
    for at, (code, outcome) in enumerate(zip(codes, outcomes, strict=True)):
        unit = int(draw() * force.units)
        ref = f"C{first + at + 1:07d}"
        places = there[rng.choice(force.boroughs(unit))]
        domestic = code in rates.DOMESTIC and draw() < rates.DOMESTIC_SHARE
        crimes.append(
            {
                "ref": ref,
                "recorded_at": reported,
                "withdrawn": NO,
                "reported_at": f"{iso(day)}T{6 + int(draw() * 15):02d}:{int(draw() * 60):02d}:00Z",
                "offence": code,
                "unit": force.unit_ref(unit),
                "postcode": places[int(draw() * len(places))] + rng.choice(NEVER_ISSUED) * 2,
                "occurred_on": iso(day),
                "domestic": YES if domestic else NO,
                "high_risk": NO,
            }
        )
        done = min(last, day + rates.OPEN_DAYS[int(draw() * len(rates.OPEN_DAYS))])
        by = force.investigators(unit)
        holder = f"{force.unit_ref(unit)}-V{1 + int(draw() * by):03d}"
        chief = f"{force.unit_ref(unit)}-T01"
        twice = code in rates.LOOKED_AT_TWICE
        finals.append(
            {
                "ref": f"{ref}-O1",
                "crime_ref": ref,
                "recorded_at": evening(done),
                "withdrawn": NO,
                "outcome": outcome,
                "on": iso(done),
                "by": holder,
                "reason": CLOSED_WORDS if twice else "",
                "second_by": chief if twice else "",
                "second_on": iso(done) if twice else "",
                "second_agrees": YES if twice else "",
                "safeguarding": YES if twice else "",
            }
        )
        if twice or draw() < rates.INVESTIGATED:
            holdings.append(
                {
                    "ref": f"{ref}-H1",
                    "crime_ref": ref,
                    "recorded_at": evening(done),
                    "withdrawn": NO,
                    "officer_ref": holder,
                    "since": iso(day),
                    "until": iso(done + 1),
                    "supervisor": chief,
                }
            )
    return {"crimes": crimes, "crime_outcomes": finals, "crime_holdings": holdings}
