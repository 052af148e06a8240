"""Looking back at one person, and compiling a review in hindsight: both are acts, with a purpose."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from watchkeeper.access.acts import act_about
from watchkeeper.briefing.actions import UnknownError
from watchkeeper.briefing.facts import Asked
from watchkeeper.escalation.models import Decided
from watchkeeper.hindsight.facts import Known, Review
from watchkeeper.hindsight.paper import review_as_csv, review_as_html
from watchkeeper.hindsight.person import person_known
from watchkeeper.hindsight.reviewing import compiled
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import LONDON
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import counted
from watchkeeper.people.models import Person
from watchkeeper.workforce.actions.officers import person_known as on_record
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.models import Unit


@dataclass(frozen=True, slots=True)
class Subject:
    """What a reference names: a person, a unit or, with its person, its day and its instant, a decision."""

    person: str = ""
    unit: str = ""
    decision: str = ""
    decided_on: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Compiled:
    """A review with its two papers and the SHA-256 of each, which are on the trail under `act`."""

    review: Review
    page: bytes
    rows: bytes
    page_hash: str
    rows_hash: str
    act: int


def subject_of(ref: str, *, known_at: datetime) -> Subject:
    """Whether a reference is of a person, a unit or a decision. Raises UnknownError for none of them.

    Nothing of them is read but that they are there: the look itself is the act that follows.
    """
    if Person.objects.filter(ref=ref, known_from__lte=known_at).exists():
        return Subject(person=ref)
    if Unit.objects.filter(ref=ref, known_from__lte=known_at).exists():
        return Subject(unit=ref)
    first = Decided.objects.filter(ref=ref, known_from__lte=known_at).order_by("known_from", "id").first()
    if first is None:
        raise UnknownError(f"no person, unit or decision is known as {ref!r}")
    return Subject(person=first.person_ref, decision=ref, decided_on=first.decided_on, at=first.known_from)


def look_back(
    person: str,
    asked: Asked,
    *,
    by: Officer,
    purpose: str,
    law: Shelf,
    calendar: Calendar,
    at: datetime,
    decision: str = "",
    account: str = "",
) -> Known:
    """What was true of a person on a day and what was known of it at an instant: an act, on the trail.

    Raises Refused without the power, the need to know or a purpose, and UnknownError for somebody not
    on record.
    """
    with act_about(
        Power.READ_PERSON, by=by, about=person, on=at.date(), law=law, purpose=purpose, at=at
    ) as this:
        this.fact("on", asked.on)
        this.fact("known_at", asked.known_at.isoformat())
        if account:
            this.fact("account", account)
        found = person_known(
            person,
            on=asked.on,
            known_at=asked.known_at,
            now=at,
            reader=by,
            law=law,
            calendar=calendar,
            decision=decision,
        )
        if found is None:
            raise UnknownError(f"nobody is known as {person!r}")
    return found


def review(
    person: str,
    *,
    since: date,
    until: date,
    known_at: datetime,
    by: Officer,
    on: date,
    purpose: str,
    law: Shelf,
    calendar: Calendar,
    at: datetime,
) -> Compiled:
    """Compile a person's chronology as known before an instant, and keep its hashes on the trail.

    Asked again for the same period and instant, under the same policy, its papers are the same bytes.
    Raises Refused without the power, the need to know or a purpose; for a period that is none, ends
    after the instant or is longer than policy says; and for somebody not on record.
    """
    with act_about(
        Power.REVIEW_HINDSIGHT, by=by, about=person, on=on, law=law, purpose=purpose, at=at
    ) as this:
        this.require(
            Decision((on_record(person, known_at=at), *_period(since, until, known_at, law, on=on, at=at)))
        )
        found = compiled(person, law, calendar, since=since, until=until, known_at=known_at)
        page, rows = review_as_html(found), review_as_csv(found)
        page_hash, rows_hash = (hashlib.sha256(paper).hexdigest() for paper in (page, rows))
        this.fact("since", since)
        this.fact("until", until)
        this.fact("known_at", known_at.isoformat())
        this.fact("lines", len(found.lines))
        this.fact("page sha256", page_hash)
        this.fact("rows sha256", rows_hash)
        return Compiled(found, page, rows, page_hash, rows_hash, this.number)


def _period(
    since: date, until: date, known_at: datetime, law: Shelf, *, on: date, at: datetime
) -> tuple[Reason, ...]:
    row = law["hindsight_most_days"]
    most = row.whole(on)
    return (
        Reason(since <= until, "the period ends on or after its first day", row.cite),
        Reason(
            until <= known_at.astimezone(LONDON).date(),
            "the period ends by the instant it is known at",
            row.cite,
        ),
        Reason(known_at <= at, "the instant is not in the future", row.cite),
        Reason((until - since).days < most, f"the period is at most {counted(most, 'day')}", row.cite),
    )
