"""One missing episode, drawn whole: reported, graded, looked for, found, spoken to, told, closed.

Times are minutes, counted as days are by their ordinals, in UTC.
"""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from watchkeeper.missing.facts import Care, EnquiryKind, Grade, Ground, ReturnStep, SeenKind
from watchkeeper.synth import missing_rates as rates
from watchkeeper.synth.history import NO, YES, Row, iso

DAY, HOUR = 24 * 60, 60  # minutes
REASONS = "Every source was searched before the grade was given."
RATIONALE = "Read with the history of the child and agreed."
SAFE = "Spoken to and safe; nothing asks for more today."
SUPPLIER, CONTACT = "A. Name, on duty", "020 7946 0000"


@dataclass(slots=True)
class Child:
    """A child who goes missing: rows of their own, and what their episodes hang on."""

    ref: str
    unit: str
    borough: str
    care: Care
    home: str
    postcode: str
    flagged: bool
    row: Row = field(default_factory=dict)


@dataclass(slots=True)
class Drawn:
    """An episode's rows, table by table, with the minutes of its report and of being found."""

    ref: str
    child: Child
    reported: int
    found: int | None
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, minute: int, **columns: Any) -> Row:
        """One more row of a table, recorded when it happened."""
        rows = self.rows.setdefault(table, [])
        row = {
            "ref": f"{self.ref}-{LETTERS[table]}{len(rows) + 1}",
            "recorded_at": stamp(minute),
            "withdrawn": NO,
            "episode_ref": self.ref,
            **columns,
        }
        rows.append(row)
        return row

    def drop(self, *tables: str) -> None:
        """Take out what was recorded in some tables."""
        for table in tables:
            self.rows.pop(table, None)


LETTERS = {
    "missing_searches": "S",
    "missing_grades": "G",
    "missing_enquiries": "Q",
    "missing_reviews": "R",
    "missing_finds": "F",
    "prevention_interviews": "P",
    "authorities_told": "A",
    "return_interviews": "I",
    "missing_sightings": "W",
    "missing_closures": "C",
}


def stamp(minute: int) -> str:
    """An instant as text."""
    day, rest = divmod(minute, DAY)
    return f"{iso(day)}T{rest // HOUR:02d}:{rest % HOUR:02d}:00Z"


def begun(ref: str, child: Child, reported: int) -> Drawn:
    """An episode of which nothing is recorded but the report."""
    made = Drawn(ref, child, reported, None)
    made.rows["missing_episodes"] = [
        {
            "ref": ref,
            "recorded_at": stamp(reported),
            "withdrawn": NO,
            "missing_ref": child.ref,
            "reported_at": stamp(reported),
            "unit": child.unit,
            "last_seen_at": stamp(reported - HOUR),
            "postcode": child.postcode,
            "home": child.home,
            "reporter": "carer" if child.home else "parent",
            "medicine": NO,
            "self_harm": NO,
            "weather": NO,
        }
    ]
    return made


def whole(ref: str, child: Child, reported: int, found: int, postcode: str, night: int, rng: Random) -> Drawn:
    """An episode in which everything owed by the night was done in time; `night` is its first minute."""
    made = begun(ref, child, reported)
    made.found = found
    searched = reported >= night - rates.SEARCHED_DAYS * DAY
    graded(made, Grade.HIGH if child.flagged else Grade.MEDIUM, reported + 12, searched=searched)
    looked_for(made, found, rng)
    how = rng.choices([each for each, _ in rates.HOW], [share for _, share in rates.HOW])[0]
    made.add(
        "missing_finds",
        found,
        at=stamp(found),
        postcode=postcode,
        how=how,
        harmed=YES if rng.random() < rates.HARMED else NO,
        with_whom="friends" if rng.random() < 1 / 2 else "nobody",
        by=_officer(child, 1),
    )
    returned(made, found, night, rng)
    return made


def graded(made: Drawn, grade: Grade, at: int, *, searched: bool) -> None:
    """A grade that is accepted, where its sources are on record."""
    for number, source in enumerate(rates.SEARCHED if searched else ()):
        made.add(
            "missing_searches",
            at - 5,
            source=source,
            at=stamp(at - 5 + number // len(rates.SEARCHED)),
            supplier=SUPPLIER,
            contact=CONTACT,
            by=_officer(made.child, 1),
        )
    mild = grade is not Grade.HIGH
    made.add(
        "missing_grades",
        at,
        grade=grade,
        at=stamp(at),
        by=_officer(made.child, 1),
        provisional=NO,
        grounds=Ground.NEW_INFORMATION if mild else Ground.EXPLOITATION,
        reasons=REASONS,
        rationale=RATIONALE if mild else "",
        rationale_by=coordinator(made.child.unit) if mild else "",
        rationale_at=stamp(at) if mild else "",
    )


def looked_for(made: Drawn, until: int, rng: Random) -> None:
    """A first enquiry with officers sent, another, and a supervisor's review where there was time for one."""
    first = made.reported + 20
    made.add("missing_enquiries", first, kind=EnquiryKind.SENT, at=stamp(first), by=_officer(made.child, 1))
    if until > first + HOUR:
        made.add(
            "missing_enquiries",
            first + 45,
            kind=rng.choice(rates.ENQUIRIES),
            at=stamp(first + 45),
            by=_officer(made.child, 2),
            result="No trace yet.",
        )
    if until > made.reported + 3 * HOUR:
        at = made.reported + 2 * HOUR + 40
        made.add("missing_reviews", at, at=stamp(at), by=coordinator(made.child.unit))
    if rng.random() < rates.SEEN:
        number = f"07700 900{rng.randint(0, 999):03d}"  # kept for invented numbers
        made.add("missing_sightings", first, kind=SeenKind.PHONE, value=number, at=stamp(first))


def returned(made: Drawn, found: int, night: int, rng: Random) -> None:
    """Spoken to, the authority told, the return interview held, and closed: as far as the night has come."""
    spoken = min(found + 40, night - 1)
    made.add(
        "prevention_interviews",
        spoken,
        at=stamp(spoken),
        by=_officer(made.child, 1),
        in_person=YES,
        note=SAFE,
    )
    told = min(found + 2 * HOUR, night - 1)
    made.add("authorities_told", told, at=stamp(told), authority=made.child.borough)
    made.add("return_interviews", told, step=ReturnStep.OFFERED, at=stamp(told))
    held = found + rng.randint(5 * HOUR, 70 * HOUR)
    if held >= night:
        if found > night - 46 * HOUR:
            return  # its 72 hours run on past the night
        held = night - 1
    step = ReturnStep.REFUSED if rng.random() < rates.REFUSED else ReturnStep.HELD
    made.add("return_interviews", held, step=step, at=stamp(held))
    if held + HOUR < night:
        made.add("missing_closures", held + HOUR, at=stamp(held + HOUR), by=coordinator(made.child.unit))


def coordinator(unit: str) -> str:
    """The missing-persons coordinator of a unit."""
    return f"{unit}-MC1"


def _officer(child: Child, number: int) -> str:
    return f"{child.unit}-V{number:03d}"
