"""The chronology of one person in hindsight, compiled from the record, the clocks, alerts and the trail."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from watchkeeper.alerts.facts import OF_STANDARDS
from watchkeeper.alerts.models import Acknowledgement, Alert
from watchkeeper.briefing.gaps import gaps
from watchkeeper.briefing.history import History
from watchkeeper.briefing.recorded import case_in, recorded_of
from watchkeeper.hindsight.columns import earlier, everything, versions
from watchkeeper.hindsight.facts import Kind, Line, Review
from watchkeeper.hindsight.looked import acts, reasons_of
from watchkeeper.hindsight.running import runs
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY, LONDON
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days

OF_RISK = frozenset({"risk.SetLevel", "risk.Assessment", "risk.Override", "risk.Plan", "risk.Review"})
ORDER = tuple(Kind)


def compiled(
    person: str, law: Shelf, calendar: Calendar, *, since: date, until: date, known_at: datetime
) -> Review:
    """The chronology of a person from `since` to `until`, both inclusive, as known before an instant.

    The same instant, register and policy give the same lines in the same order. What the trail says
    of the instant itself, such as this very act, is not among them.
    """
    history = earlier(everything(person, known_at=known_at), known_at)
    lines = [
        *_recorded(history, since, until),
        *_owed(history, law, calendar, since, until),
        *_unseen(history, law, until, since),
        *_alerts(person, since, until, known_at),
        *_done(person, since, until, known_at),
    ]
    lines.sort(
        key=lambda one: (
            one.happened or date.min,
            one.at or _midnight(one.happened),
            ORDER.index(one.kind),
            one.source,
            one.says,
        )
    )
    return Review(person, since, until, known_at, law.version, tuple(lines))


def _recorded(history: History, since: date, until: date) -> Iterator[Line]:
    for version in versions(history):
        on = version.happened or version.row.known_from.astimezone(LONDON).date()
        if not since <= on <= until:
            continue
        kind = Kind.FACT
        says = version.says
        if version.label in OF_RISK:
            kind = Kind.RISK
        elif version.label.startswith("escalation."):
            kind = Kind.DECISION
            why = reasons_of(version.row.act)
            says = f"{says}; found on the day: {'; '.join(why)}" if why else says
        late = (version.row.known_from.astimezone(LONDON).date() - on).days
        if late > 0:
            says = f"{says} [known {days(late)} later]"
        yield Line(on, None, version.row.recorded_at, kind, says, version.source)


def _owed(history: History, law: Shelf, calendar: Calendar, since: date, until: date) -> Iterator[Line]:
    for run in runs(history, law, calendar, since=since, until=until):
        on = max(since, min(run.due.by or run.last, until))
        yield Line(on, None, None, Kind.DUTY, run.says(), run.due.cite)


def _unseen(history: History, law: Shelf, until: date, since: date) -> Iterator[Line]:
    recorded = recorded_of(history)
    if recorded is None:
        return
    case = case_in(recorded, law, on=until, known_at=history.known_at)
    for gap in gaps(recorded, case, law, on=until):
        if gap.ends is not None and gap.ends < since:
            continue
        ended = f"to {day(gap.ends)}" if gap.ends is not None else f"and still on {day(until)}"
        last = f"last seen on {day(gap.last_seen_on)}" if gap.last_seen_on else "never seen before"
        says = f"Late with a visit from {day(gap.since)} {ended}, {days(gap.days(on=until))}; {last}"
        yield Line(max(gap.since, since), None, None, Kind.GAP, says, gap.due.cite)


def _alerts(person: str, since: date, until: date, known_at: datetime) -> Iterator[Line]:
    """Alerts but for those of professional standards, and who took each on or that nobody did."""
    first, last = _midnight(since), _midnight(until + DAY)
    raised = Alert.objects.filter(
        person_ref=person, known_from__lt=known_at, raised_at__gte=first, raised_at__lt=last
    ).exclude(kind__in=[str(kind) for kind in OF_STANDARDS])
    for alert in raised.order_by("raised_at", "id"):
        taken = (
            Acknowledgement.objects.filter(alert_ref=alert.ref, known_from__lt=known_at)
            .order_by("at", "id")
            .first()
        )
        by = f"taken on by {taken.officer_ref} on {_clock(taken.at)}" if taken else "nobody took it on"
        says = f"Alert to {alert.unit or 'the force'}, {alert.least_rank} or above: {alert.says}; {by}"
        yield Line(
            alert.raised_at.astimezone(LONDON).date(),
            alert.raised_at,
            alert.recorded_at,
            Kind.ALERT,
            says,
            f"alert {alert.ref}, act {alert.act}",
        )


def _done(person: str, since: date, until: date, known_at: datetime) -> Iterator[Line]:
    before = min(known_at, _midnight(until + DAY))
    for look, number in acts(person, since=_midnight(since), before=before):
        did = "was refused leave to" if look.refused else "did"
        says = f"{look.by} {did}: {look.power}, for {look.purpose or 'no purpose recorded'}"
        yield Line(look.at.astimezone(LONDON).date(), look.at, look.at, Kind.LOOK, says, f"trail {number}")


def _clock(at: datetime) -> str:
    here = at.astimezone(LONDON)
    return f"{day(here.date())} at {here:%H:%M}"


def _midnight(on: date | None) -> datetime:
    return datetime.combine(on or date.min, time(), LONDON if on else UTC).astimezone(UTC)
