"""One open crime with all that was done on it, every clock of policy met or not yet run out."""

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Any

from watchkeeper.crimes.facts import (
    CrimeKind,
    EventKind,
    Part,
    Relationship,
    Response,
    ReviewKind,
    Step,
    Told,
)
from watchkeeper.synth import crime_rates as rates
from watchkeeper.synth.history import NO, YES, Row, evening, iso
from watchkeeper.synth.names import FAMILY, FEMALE, MALE
from watchkeeper.synth.places import address
from watchkeeper.synth.teams import Member

LETTERS = {
    "crime_parties": "P",
    "crime_grades": "G",
    "crime_holdings": "H",
    "crime_reviews": "R",
    "crime_enquiries": "E",
    "crime_events": "V",
    "crime_victim_contacts": "T",
    "crime_devices": "D",
    "crime_outcomes": "O",
    "allocation_disputes": "Q",
}
LINES = (
    *("Speak to witnesses", "House to house", "Collect camera recordings", "Account of the victim"),
    *("Enquiries of a bank", "Telephone records", "Identify the suspect", "Advice of a prosecutor"),
)
THRIVE = {
    "threat": "Set out in the report.",
    "harm": "As the victim describes it.",
    "risk": "Looked at with the facts known.",
    "investigation": "Lines of enquiry are in the plan.",
    "vulnerability": "Asked and recorded of each victim.",
    "engagement": "The victim is content with how contact is kept.",
}


@dataclass(slots=True)
class Investigation:
    """One crime's rows by table. `reported` is the day of the report, `holder` whoever is drawn to hold it."""

    ref: str
    kind: CrimeKind
    rng: Random
    on: int
    reported: int
    holder: Member
    borough: str
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    victims: list[str] = field(default_factory=list)
    suspects: list[str] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The last day anything happens: yesterday."""
        return self.on - 1

    @property
    def crime(self) -> Row:
        """The row of `crimes`."""
        return self.rows["crimes"][0]

    def between(self, low: int, high: int) -> int:
        """A day or number drawn evenly, both ends included."""
        return low + int(self.rng.random() * (high - low + 1))

    def add(self, table: str, day: int, **columns: Any) -> Row:
        """Add a row, recorded on the evening of a day."""
        rows = self.rows[table]
        row: Row = {
            "ref": f"{self.ref}-{LETTERS[table]}{len(rows) + 1}",
            "crime_ref": self.ref,
            "recorded_at": evening(day),
            "withdrawn": NO,
            **columns,
        }
        rows.append(row)
        return row


def investigate(h: Investigation) -> None:
    """Draw the crime and all that followed, so that nothing in it is overdue."""
    _report(h)
    _victim(h)
    _suspect(h)
    grade(h)
    hold(h)
    _contact(h)
    _dealings(h)
    if h.kind in rates.DEVICES:
        device(h, h.between(h.reported, min(h.last, h.reported + 20)))


def happened(h: Investigation, kind: EventKind, day: int, party: str = "", *, until: str = "") -> Row:
    """An event of the case, of which every victim is told the same day."""
    row = h.add("crime_events", day, kind=kind, on=iso(day), party=party, until=until)
    for victim in h.victims:
        h.add(
            "crime_victim_contacts", day, told=Told.UPDATE, on=iso(day), party=victim, event=row["ref"], note=""
        )
    return row


def grade(h: Investigation) -> None:
    """The grade, decided on the day of the report."""
    response = rates.RESPONSES.get(h.kind, Response.PRIORITY)
    by = h.holder.supervisor
    h.add("crime_grades", h.reported, response=response, on=iso(h.reported), by=by, **THRIVE)


def hold(h: Investigation) -> None:
    """Allocated in time, with a plan, and reviewed by the supervisor ever since."""
    waited = 0 if rates.RESPONSES.get(h.kind) is Response.IMMEDIATE else h.between(0, 1)
    first = min(h.reported + waited, h.last)
    h.add(
        "crime_holdings",
        first,
        officer_ref=h.holder.ref,
        since=iso(first),
        until="",
        supervisor=h.holder.supervisor,
    )
    for _ in range(h.between(1, 3)):
        enquiry(h, first, h.between(*rates.ENQUIRY_DAYS))
    review(h, min(first + h.between(0, 1), h.last), ReviewKind.INITIAL)
    done, day = 1, min(first + 1, h.last)
    while True:
        allowed = rates.REVIEW_DAYS[min(done, len(rates.REVIEW_DAYS)) - 1]
        day += h.between(allowed - allowed // 3, allowed)
        if day > h.last:
            return
        review(h, day, ReviewKind.REVIEW)
        done += 1


def review(h: Investigation, day: int, kind: ReviewKind) -> Row:
    """A supervisor's look."""
    return h.add("crime_reviews", day, kind=kind, on=iso(day), by=h.holder.supervisor, next_on="")


def enquiry(h: Investigation, day: int, allowed: int) -> Row:
    """A line of enquiry, done in time where its day has come."""
    due, done = day + allowed, ""
    recorded = day
    if due <= h.last:
        recorded = h.between(day, due)
        done = iso(recorded)
    says = LINES[int(h.rng.random() * len(LINES))]
    return h.add("crime_enquiries", recorded, says=says, set_on=iso(day), due_on=iso(due), done_on=done)


def device(h: Investigation, seized: int) -> None:
    """A device seized, sent and, if its time has come, examined."""
    name = f"{h.ref}/1"
    h.add("crime_devices", seized, device=name, step=Step.SEIZED, on=iso(seized))
    sent = seized + h.between(0, rates.SUBMITTED_WITHIN)
    if sent > h.last:
        return
    h.add("crime_devices", sent, device=name, step=Step.SUBMITTED, on=iso(sent))
    examined = sent + h.between(20, rates.EXAMINED_WITHIN)
    if examined <= h.last:
        h.add("crime_devices", examined, device=name, step=Step.EXAMINED, on=iso(examined))


def party(h: Investigation, part: Part, **columns: Any) -> Row:
    """Somebody in the crime, under an invented name."""
    given = MALE if h.rng.random() < 0.5 else FEMALE
    name = f"{given[int(h.rng.random() * len(given))]} {FAMILY[int(h.rng.random() * len(FAMILY))]}"
    return h.add("crime_parties", h.reported, part=part, name=name, **columns)


def _report(h: Investigation) -> None:
    code = h.rng.choice(rates.CODES[h.kind])
    domestic = h.kind is CrimeKind.HIGH_RISK_DOMESTIC
    at = h.reported - h.between(0, 3)
    h.rows["crimes"].append(
        {
            "ref": h.ref,
            "recorded_at": evening(h.reported),
            "withdrawn": NO,
            "reported_at": f"{iso(h.reported)}T{h.between(6, 20):02d}:{h.between(0, 59):02d}:00Z",
            "offence": code,
            "unit": h.holder.unit,
            "postcode": address(h.rng, h.borough)[1],
            "occurred_on": iso(at),
            "domestic": YES if domestic else NO,
            "high_risk": YES if domestic else NO,
            "lines_of_enquiry": h.between(0, 1),
            "street": YES if code == "34B" else NO if code == "34A" else "",
            "summary": "",
        }
    )


def _victim(h: Investigation) -> None:
    code = h.crime["offence"]
    if code in rates.NO_VICTIM:
        return
    child = h.kind in rates.CHILD_VICTIM
    if code in rates.YOUNG_VICTIM:
        child = h.rng.random() < rates.YOUNG_SHARE
    years = h.between(3, 15) if child else h.between(19, 80)
    related = rates.RELATED.get(h.kind, (Relationship.STRANGER, Relationship.ACQUAINTANCE))

    def said(share: float) -> str:
        return YES if h.rng.random() < share else NO

    row = party(
        h,
        Part.VICTIM,
        born_on=iso(h.reported - years * 365 - h.between(0, 300)),
        relationship=h.rng.choice(related),
        in_care=said(rates.IN_CARE) if child else NO,
        disabled=said(rates.DISABLED),
        repeat=said(rates.VICTIM_BEFORE),
        intimidated=said(rates.AFRAID),
    )
    h.victims.append(row["ref"])


def _suspect(h: Investigation) -> None:
    if h.rng.random() < rates.SUSPECTED.get(h.kind, 1.0):
        born = h.reported - h.between(19, 60) * 365
        h.suspects.append(party(h, Part.SUSPECT, born_on=iso(born))["ref"])


def _contact(h: Investigation) -> None:
    for victim in h.victims:
        for told in (Told.NEEDS, Told.CONFIRMED, Told.REFERRED):
            h.add("crime_victim_contacts", h.reported, told=told, on=iso(h.reported), party=victim, event="")


def _dealings(h: Investigation) -> None:
    """Suspects arrested or interviewed in time, and on bail that still runs."""
    for suspect in h.suspects:
        young = h.on - h.reported <= rates.DEALT_WITHIN
        if young and h.rng.random() >= rates.DEALT_WITH:
            continue
        day = h.between(h.reported, min(h.last, h.reported + rates.DEALT_WITHIN))
        kind = rates.DEALINGS.get(h.kind, EventKind.ARREST)
        happened(h, kind, day, suspect)
        if kind is EventKind.ARREST and h.on - day < rates.BAIL_DAYS:
            happened(h, EventKind.BAIL, day, suspect, until=iso(day + rates.BAIL_DAYS))
