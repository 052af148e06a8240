"""Who may begin an assessment with an instrument, about whom, and what is owed once it is begun."""

from collections.abc import Iterable, Iterator
from datetime import date

from watchkeeper.instruments.answering import known
from watchkeeper.instruments.facts import Answers, Pack, Standing
from watchkeeper.instruments.using import eligible, unsure
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import days_after
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.due import Due, Given
from watchkeeper.law.due import Standing as Clock
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, instrument
from watchkeeper.risk.answers import Begun, Rated
from watchkeeper.risk.facts import Duty, Outlook
from watchkeeper.workforce.facts import Course, Officer
from watchkeeper.workforce.rules.authority import holds

BETWEEN = ";"
NOT_ON_RECORD = "the assessor is not on record as an officer"


def trained(officer: Officer | None, name: str, law: Shelf, *, on: date) -> Decision:
    """Whether an officer holds, in date, every course that policy asks of whoever assesses with `name`.

    An instrument for which policy names no course is one for which nobody is known to be trained.
    """
    row = law["assessor_courses"]
    table = row.on(on)
    cell = str(table.get(name, "")) if isinstance(table, dict) else ""
    courses = [Course(part.strip()) for part in cell.split(BETWEEN) if part.strip()]
    if officer is None:
        return Decision((Reason(False, NOT_ON_RECORD, RECORDS, "on record"),))
    if not courses:
        return Decision(
            (Reason(False, f"policy names the courses that {instrument(name)} asks for", row.cite),)
        )
    return Decision(tuple(holds(officer.training, course, row.cite, on=on) for course in courses))


def may_begin(
    pack: Pack, record: Answers, officer: Officer, open_now: Iterable[Begun], law: Shelf, *, on: date
) -> Decision:
    """Whether `officer` may begin an assessment with `pack` of the person the record is about.

    Its content is here, it is of offenders and in force, the assessor is trained, the record does not say
    that it is for others, and none with it is open. What is not known of the person is asked, not refused;
    a pack that is not confirmed may be begun, and stands behind no decision.
    """
    found, _ = known(pack, record, on=on)
    shaped = pack.standing is Standing.STRUCTURE
    cite = pack.source.cite
    fits = unsure(pack, found) or eligible(pack, found).allowed
    others = [reason.says for reason in eligible(pack, found).unmet]
    began = f"from {day(pack.since)}" if pack.since else ""
    ended = f"up to the day before {day(pack.until)}" if pack.until else ""
    running = f"it is in force {began} {ended}".strip()
    force = (pack.since is None or pack.since <= on) and (pack.until is None or on < pack.until)
    taken = any(one.pack.partition(" ")[0] == pack.name for one in open_now)
    return Decision(
        (
            Reason(not pack.screens, "it assesses offenders, and does not screen a child", cite),
            Reason(
                not shaped,
                "its content is loaded under the force's licence" if shaped else "its content is here",
                cite,
            ),
            Reason(force, running, cite),
            Reason(fits, "it is for this person" if fits else f"it is {'; '.join(others)}", cite),
            *trained(officer, pack.name, law, on=on).reasons,
            Reason(not taken, "none with it is open", RECORDS),
        )
    )


def open_due(begun: Begun, law: Shelf, *, on: date) -> Due:
    """The last day to conclude an assessment that is begun, or to end it with a reason. Police policy."""
    row = law["assessment_open_days"]
    because = (
        Given(f"{instrument(begun.pack.partition(' ')[0])} begun", day(begun.begun_on)),
        Given("concluded", f"within {days(row.whole(on))}", row.cite),
    )
    by = days_after(row.whole(on), begun.begun_on)
    return Due(
        *(Duty.OPEN_ASSESSMENT, Clock.OWED, by, row.cite, because),
        about=begun.ref,
        confirmed=row.confirmed,
        owner=begun.begun_by,
    )


def assessor_due(
    rated: Rated, officer: Officer | None, law: Shelf, calendar: Calendar, *, on: date
) -> Due | None:
    """The last day for somebody trained to assess again; None where the assessor was trained that day.

    Working days after the conclusion. The newest of each instrument counts: one made again by somebody
    trained answers.
    """
    lacking = trained(officer, rated.name, law, on=rated.on).unmet
    if not lacking:
        return None
    row = law["untrained_assessment_working_days"]
    because = (
        Given(f"{instrument(rated.name)} concluded", day(rated.on)),
        *(Given(f"assessor {rated.by or 'nobody named'}", each.says, each.cite) for each in lacking),
    )
    by = calendar.after(row.whole(on), rated.on)
    confirmed = law.confirmed("untrained_assessment_working_days", "assessor_courses")
    return Due(Duty.ASSESSOR, Clock.OWED, by, row.cite, because, about=rated.ref, confirmed=confirmed)


def actions_due(outlook: Outlook, law: Shelf) -> Iterator[Due]:
    """Each action of the plan that is not done, by the day that was set for it."""
    cite = law["plan_pillars"].cite
    for one in outlook.actions:
        because = (Given("to be done by", day(one.by)), Given("owner", one.owner or "nobody"))
        yield Due(Duty.PLAN_ACTION, Clock.OWED, one.by, cite, because, about=one.ref, owner=one.owner)


def assessing_dues(outlook: Outlook, law: Shelf, calendar: Calendar, *, on: date) -> Iterator[Due]:
    """What is owed of assessments made with an instrument, and of what they ask of the plan."""
    yield from (open_due(one, law, on=on) for one in outlook.begun)
    for rated, officer in outlook.rated:
        if (due := assessor_due(rated, officer, law, calendar, on=on)) is not None:
            yield due
    yield from actions_due(outlook, law)
