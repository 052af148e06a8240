"""Review of an indefinite notification period. Sexual Offences Act 2003, ss.91A to 91F."""

from collections.abc import Iterator
from datetime import date, timedelta

from watchkeeper.law.clocks import days_after, last_day, last_of_months
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.law.wording import months as spoken
from watchkeeper.registers.facts import Disposal, Duty, ReviewApplication, ReviewOutcome, Subject
from watchkeeper.registers.rules.periods import EXTENDING, Reckoned
from watchkeeper.registers.rules.reach import MONTHS_A_YEAR, reached, whole

DAY = timedelta(days=1)
ACT = "Sexual Offences Act 2003, s."


def qualifying_date(
    subject: Subject, offence: Disposal, law: Shelf, *, on: date
) -> tuple[date | None, Given]:
    """First day on which a review may be sought, and what it is counted from.

    s.91B(2): "the day after the end of the 15 year period beginning with the day" of the first
    notification after release, or 8 years for somebody under 18 on the relevant date. After
    a refusal, the day after 8 years beginning with the decision, or the longer time it set,
    s.91B(3) to (6). Notified first on 1 March 2011: from 1 March 2026.
    """
    refused = [
        (a.decided_on, a.barred_years)
        for a in subject.applications
        if a.outcome is ReviewOutcome.REFUSED and a.decided_on is not None and a.decided_on <= on
    ]
    if refused:
        return _after_refusal(*max(refused, key=lambda each: each[0]), law)
    first = subject.notified.first_since_release_on
    if first is None or (offence.relevant_date is not None and first < offence.relevant_date):
        return None, Given("first notification after release", "none yet, or missing", ACT + "91B(10)")
    born, since = subject.person.born_on, offence.relevant_date
    adult = whole(law["adult_age"], on)
    youth = born is not None and since is not None and not reached(adult, born_on=born, on=since)
    row = law["review_first_months"]
    months = row.of("youth" if youth else "adult", max(on, row.values[0][0]))
    said = f"{day(first)}, {spoken(months)} beginning with it"
    if born is None:
        said += "; date of birth missing, so as an adult"
    return last_of_months(months, beginning_with=first) + DAY, Given(
        "first notification after release", said, ACT + "91B(2)"
    )


def _after_refusal(decided: date, barred_years: int | None, law: Shelf) -> tuple[date, Given]:
    months = whole(law["review_further_months"], decided)
    if barred_years is not None:
        months = max(months, barred_years * MONTHS_A_YEAR)
    said = f"{day(decided)}, {spoken(months)} beginning with it"
    return last_of_months(months, beginning_with=decided) + DAY, Given("refused", said, ACT + "91B(3) to (6)")


def may_apply(subject: Subject, reckoned: Reckoned, law: Shelf, *, on: date) -> Decision:
    """Whether an application for review made on `on` would be one: s.91A(2) and s.91B(1).

    The Act names sexual offences prevention orders; the orders that replaced them are read in.
    """
    offence = reckoned.endless
    barring = [o.ref for o in subject.orders if o.kind in EXTENDING and o.in_force(on)]
    opens = qualifying_date(subject, offence, law, on=on)[0] if offence is not None else None
    return Decision(
        (
            Reason(
                reckoned.subject and offence is not None, "indefinite period by finding", ACT + "91A(2)(a)"
            ),
            Reason(not barring, f"no order in force: {', '.join(barring) or 'none'}", ACT + "91A(2)(b)"),
            Reason(
                opens is not None and opens <= on,
                f"qualifying date: {day(opens) if opens else 'not known'}",
                ACT + "91B(1)",
            ),
        )
    )


def may_set_further(years: int, *, justified: bool, law: Shelf, on: date) -> Decision:
    """Whether a refusal may put the next application off for `years` years.

    Eight years without more; up to fifteen where the risk of sexual harm is "sufficient to
    justify" it, s.91B(4) and (5). Whether it is, the chief officer decides.
    """
    least, most = whole(law["review_further_months"], on), whole(law["review_further_most_months"], on)
    months = years * MONTHS_A_YEAR
    return Decision(
        (
            Reason(months >= least, f"at least {spoken(least)}: {months}", ACT + "91B(3)"),
            Reason(months <= most, f"no more than {spoken(most)}: {months}", ACT + "91B(5)"),
            Reason(months <= least or justified, "longer only where the risk justifies it", ACT + "91B(4)"),
        )
    )


def reviews(subject: Subject, reckoned: Reckoned, law: Shelf, *, on: date) -> Iterator[Due]:
    """When a review may be sought, and what is owed on each application still open."""
    open_now = [a for a in subject.applications if a.received_on <= on]
    for application in open_now:
        yield from _application(application, law, on=on)
    offence = reckoned.endless
    if offence is None or not reckoned.subject:
        return
    if any(a.decided_on is None or a.decided_on > on for a in open_now):
        return
    opens, counted = qualifying_date(subject, offence, law, on=on)
    barring = next((o for o in subject.orders if o.kind in EXTENDING and o.in_force(on)), None)
    because = [counted]
    if opens is not None:
        because.append(Given("may be sought from", day(opens), ACT + "91B(1)"))
    if barring is not None:
        because.append(Given("not while in force", f"{barring.kind} {barring.ref}", ACT + "91A(2)(b)"))
    yield Due(Duty.REVIEW_OPEN, Standing.NONE, None, ACT + "91B", tuple(because), offence.ref)


def _application(application: ReviewApplication, law: Shelf, *, on: date) -> Iterator[Due]:
    received, ref = application.received_on, application.ref
    given = Given("application received", day(received), ACT + "91B(8)")
    decided = application.decided_on if application.decided_on and application.decided_on <= on else None
    if decided is None and not _by(application.acknowledged_on, on):
        row = law["review_acknowledge_days"]
        by = days_after(whole(row, received), received)
        yield Due(Duty.REVIEW_ACKNOWLEDGED, Standing.OWED, by, row.cite, (given,), ref)
    elif application.acknowledged_on is not None and _by(application.acknowledged_on, on):
        row = law["review_acknowledge_days"]
        by = days_after(whole(row, received), received)
        met = Given("acknowledged", _when(application.acknowledged_on, by), row.cite)
        yield Due(Duty.REVIEW_ACKNOWLEDGED, Standing.NONE, None, row.cite, (given, met), ref)
    told = application.bodies_notified_on if _by(application.bodies_notified_on, on) else None
    if decided is None and told is not None and on <= (by := bodies_by(told, law)):
        because = (Given("bodies told", day(told), ACT + "91B(9)"),)
        yield Due(Duty.REVIEW_BODIES, Standing.OWED, by, law["review_bodies_days"].cite, because, ref)
    notice = application.notice_received_on if _by(application.notice_received_on, on) else None
    if decided is None or notice is None:
        by, counted = decide_by(application, law, on=on)
        more: tuple[Given, ...] = (given, counted)
        if decided is not None:
            more = (*more, Given("decided, notice not shown to be received", day(decided), ACT + "91C(1)(b)"))
        yield Due(
            Duty.REVIEW_DECIDED,
            Standing.OWED,
            by,
            law["review_decide_days"].cite,
            more,
            ref,
            told is not None,
        )
        return
    by, counted = decide_by(application, law, on=on)
    cite = law["review_decide_days"].cite
    met = Given("decided", _when(decided, by), ACT + "91C(1)")
    received_notice = Given("notice received", _when(notice, by), ACT + "91C(1)(b)")
    why = (given, counted, met, received_notice)
    yield Due(Duty.REVIEW_DECIDED, Standing.NONE, None, cite, why, ref, told is not None)
    if application.outcome is ReviewOutcome.REFUSED and on <= (by := appeal_by(notice, law)):
        window = (
            Given("notice received", day(notice), ACT + "91E(2)"),
            Given("appeal open to the end of", day(by), ACT + "91E(2)"),
        )
        yield Due(Duty.REVIEW_APPEAL, Standing.NONE, None, law["review_appeal_days"].cite, window, ref)


def _when(done_on: date, by: date) -> str:
    """The day something was done, and whether that was in time."""
    late = (done_on - by).days
    return f"{day(done_on)}, " + (f"{days(late)} after the last day" if late > 0 else "in time")


def bodies_by(told_on: date, law: Shelf) -> date:
    """Last day for responsible bodies to answer: "within 28 days of receipt", s.91B(9)."""
    return days_after(whole(law["review_bodies_days"], told_on), told_on)


def decide_by(application: ReviewApplication, law: Shelf, *, on: date) -> tuple[date, Given]:
    """Last day to decide and to give notice: six weeks after bodies may last answer, s.91C(1).

    Where no body was told the Act fixes no day. The strictest reading is taken: six weeks
    after the last day on which one could have been told. Bodies told on 16 March may answer
    until 13 April, and the decision is due by 25 May.
    """
    weeks = whole(law["review_decide_days"], application.received_on)
    if application.bodies_notified_on is not None and application.bodies_notified_on <= on:
        answers = bodies_by(application.bodies_notified_on, law)
        return days_after(weeks, answers), Given("bodies may answer until", day(answers), ACT + "91B(9)")
    row = law["review_acknowledge_days"]
    last = days_after(whole(row, application.received_on), application.received_on)
    said = f"nobody told; could be until {day(last)}: a reading, the Act names no day"
    return days_after(weeks, last), Given("responsible bodies", said, ACT + "91C(1)")


def appeal_by(notice_received_on: date, law: Shelf) -> date:
    """Last day to appeal: "within the period of 21 days beginning with the day of receipt", s.91E(2)."""
    allowed = whole(law["review_appeal_days"], notice_received_on)
    found = last_day(allowed, beginning_with=notice_received_on)
    if found is None:
        raise ValueError("a period nothing stops has a last day")
    return found


def _by(day_of: date | None, on: date) -> bool:
    return day_of is not None and day_of <= on
