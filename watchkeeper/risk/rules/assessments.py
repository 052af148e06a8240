"""When a person's risk must next be assessed, and the assessment signed off."""

from datetime import date

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import days_after, months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, every
from watchkeeper.people.facts import Away, away_on
from watchkeeper.risk.facts import Assessment, Duty, Outlook
from watchkeeper.risk.rules.absence import absences, carried, waits
from watchkeeper.risk.rules.outlook import reviewed_by
from watchkeeper.risk.rules.repeating import own_clock

OTHER = "another instrument"


def assessment_due(
    outlook: Outlook, away: tuple[Away, ...], law: Shelf, calendar: Calendar, *, on: date
) -> Due:
    """The last day for the next structured assessment, and whose it is.

    On licence probation leads: an "ARMS-informed Offender Assessment System (OASys) risk
    assessment within 15 days" of release. Otherwise the police complete ARMS within the same
    time of registration or release, whichever is later. After either, again within 12 months, or
    fewer where the instrument says so itself, or 10 working days after significant intelligence,
    whichever is earlier.

    The day of registration, release or event does not count. An assessment completed before
    the release does not answer for the time after it. Significant intelligence of the day the
    assessment was completed calls for a new one only while nobody has reviewed it. A return
    from abroad is not a release; nothing falls due while the person is away: see `carried`.

    ARMS is for adults. Nobody is exempt here for their age: a young person still needs an
    assessment, with another instrument, and a force adds its name to `dynamic_instruments`.
    Who completed an assessment is not recorded, so ARMS and OASys answer for each other.

    Examples
    --------
    Convicted on Monday 2 March and at liberty: by Tuesday 17 March.

    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.law.calendar import england_and_wales
    >>> assessment_due(Outlook(registered_on=date(2026, 3, 2)), (), shelf.load(), england_and_wales(),
    ...                on=date(2026, 3, 2)).by
    datetime.date(2026, 3, 17)
    """
    duty = Duty.PROBATION_ASSESSMENT if outlook.on_licence else Duty.ASSESSMENT
    first = law["probation_assessment_days" if outlook.on_licence else "police_assessment_days"]
    if (span := away_on(away, on)) is not None:
        held = (Given("away", waits(span, days(first.whole(on))), first.cite),)
        return Due(duty, Standing.HELD, None, first.cite, held, confirmed=first.confirmed)

    over = absences(away, on=on)
    done, newest = _counting(outlook.assessed, law["dynamic_instruments"], on)
    registered = outlook.registered_on
    if done is not None and (registered is None or done.completed_on >= registered):
        by, because, cite, confirmed = _repeat(outlook, done, newest, law, calendar, on)
        after: date | None = done.completed_on
    elif registered is not None:
        by = days_after(first.whole(on), registered)
        because = (
            Given("first relevant date", day(registered)),
            newest,
            Given("first assessment", f"within {days(first.whole(on))}", first.cite),
        )
        cite, confirmed, after = first.cite, first.confirmed, registered
    else:
        by, because, cite, confirmed, after = None, (newest,), first.cite, first.confirmed, None

    moved = carried(
        by, over, after=after, days=first.whole(on), short_days=law["short_absence_days"].whole(on)
    )
    if moved.by is None:
        because = (Given("first relevant date", "not recorded", first.cite), newest)
        return Due(duty, Standing.MISSING, None, first.cite, because, confirmed=first.confirmed)
    if (absence := moved.absence) is not None:
        cite, confirmed = first.cite, first.confirmed
        because = (
            Given("released" if absence.released else "returned from abroad", day(absence.until)),
            newest,
            Given("assessment", f"within {days(first.whole(on))}", first.cite),
        )
    return Due(duty, Standing.OWED, moved.by, cite, because, confirmed=confirmed)


def sign_off_due(outlook: Outlook, law: Shelf, calendar: Calendar, *, on: date) -> Due | None:
    """The last day for a supervisor to sign off the newest assessment; None once it is signed off.

    Working days after completion; the day of completion does not count. The absence of the
    person does not hold this clock: nobody need be met to read a form.
    """
    done = outlook.assessed
    if done is None or (done.signed_off_on is not None and done.signed_off_on <= on):
        return None
    row = law["sign_off_working_days"]
    because = (
        Given(f"{_named(done, law, on)} completed", day(done.completed_on)),
        Given("signed off", "not recorded", row.cite),
    )
    by = calendar.after(row.whole(on), done.completed_on)
    return Due(Duty.SIGN_OFF, Standing.OWED, by, row.cite, because, about=done.ref, confirmed=row.confirmed)


def _instrument(assessed: Assessment, instruments: Parameter, on: date) -> str:
    """The instrument as policy spells it; empty for one that is not on the list, which is not repeated."""
    written = assessed.instrument.casefold()
    return next((name for name in instruments.words(on) if name.casefold() == written), "")


def _named(assessed: Assessment, law: Shelf, on: date) -> str:
    return _instrument(assessed, law["dynamic_instruments"], on) or OTHER


def _counting(
    assessed: Assessment | None, instruments: Parameter, on: date
) -> tuple[Assessment | None, Given]:
    """The assessment when its instrument counts, and how it reads either way."""
    if assessed is None:
        return None, Given("last assessment", "none")
    name = _instrument(assessed, instruments, on)
    reads = f"{name or OTHER}, completed {day(assessed.completed_on)}"
    if name:
        return assessed, Given("last assessment", reads)
    return None, Given("last assessment", f"{reads}: not an assessment of changing risk", instruments.cite)


def _repeat(
    outlook: Outlook, done: Assessment, newest: Given, law: Shelf, calendar: Calendar, on: date
) -> tuple[date, tuple[Given, ...], str, bool]:
    """The earlier of the repeat, and of the one that intelligence calls for; its authority, confirmed or not.

    The repeat comes after the months of policy, or after those the instrument says itself where they are
    fewer: a pack is data of a force, and puts nothing off that policy asks.
    """
    yearly, own = law["assessment_repeat_months"], own_clock(outlook, done)
    months, cite, confirmed = yearly.whole(on), yearly.cite, yearly.confirmed
    reads = every(months)
    if own is not None and own.months < months:
        reads = f"{every(own.months)} by the instrument, sooner than policy's {months}"
        months, cite, confirmed = own.months, own.cite, own.confirmed
    elif own is not None:
        reads += f" by policy; the instrument says {own.months}"
    by = months_after(months, done.completed_on)
    event = min(
        (
            item.received_on
            for item in outlook.intelligence
            if item.significant
            and (
                item.received_on > done.completed_on
                or (item.received_on == done.completed_on and not reviewed_by(item, on=on))
            )
        ),
        default=None,
    )
    if event is not None:
        row = law["assessment_after_event_working_days"]
        by_event = calendar.after(row.whole(on), event)
        if by_event < by:
            calls = Given("significant intelligence", day(event))
            allowed = Given(
                "assessed again",
                f"within {row.whole(on)} working day{'' if row.whole(on) == 1 else 's'}",
                row.cite,
            )
            return by_event, (newest, calls, allowed), row.cite, row.confirmed
    return by, (newest, Given("assessed again", reads, cite)), cite, confirmed
