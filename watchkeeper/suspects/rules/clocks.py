"""The clocks that run from receipt: a band, and enforcement within its time or a reason. Rule 92.

HMICFRS, April 2023: very high within a day, high a week, medium two weeks, low 30 days, often missed;
up to 18 months to an arrest. Time is counted from receipt, whenever the band was given, and in hours.
"""

from datetime import datetime

from watchkeeper.law.clocks import DAY, hours_after, london_day, minutes_between
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import elapsed, moment
from watchkeeper.suspects.facts import ENFORCING, Band, Case, Delayed, Duty, Step
from watchkeeper.suspects.rules import standing as bands
from watchkeeper.workforce.facts import RANKS, Rank

INSPECTOR, SERGEANT = "inspector", "sergeant"


def owed(
    duty: Duty,
    row: Parameter,
    since: datetime,
    last: datetime,
    because: tuple[Given, ...],
    about: str,
    *,
    to: str = SERGEANT,
) -> Due:
    """A duty of so many hours of policy from an instant; its day is London's."""
    within = Given("within", elapsed(minutes_between(since, last)), row.cite)
    said = (*because, within, Given("so by", moment(last)))
    return Due(duty, Standing.OWED, london_day(last), row.cite, said, about, row.confirmed, owner=to, at=last)


def in_hours(row: Parameter, since: datetime) -> datetime:
    """The last instant of a row of hours from an instant."""
    return hours_after(row.whole(london_day(since)), since)


def in_days(row: Parameter, since: datetime) -> datetime:
    """The last instant of a row of days from an instant, by the clock and not by the calendar."""
    return since + row.whole(london_day(since)) * DAY


def enforced(case: Case, *, at: datetime) -> Step | None:
    """The first search, arrest or interview by an instant; None where nothing was enforced."""
    done = (step for step in case.steps if step.kind in ENFORCING and step.at <= at)
    return min(done, key=lambda step: (step.at, step.ref), default=None)


def band_due(case: Case, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant to give a band that counts, or to give an expired one again.

    None while a band stands, and once something was enforced: a band says how soon to.
    """
    if enforced(case, at=at) is not None:
        return None
    told, stands = case.received_at, bands.stands(case, law, at=at)
    if stands.given is None:
        row = law["suspect_grade_hours"]
        because = [Given("received", moment(told))]
        newest = bands.newest_band(case, at=at)
        if newest is None:
            because.append(Given("band", "not recorded"))
        else:
            because.append(Given("given", f"{newest.band}, {moment(newest.at)}"))
            lacks = bands.may_band(newest, at=at).unmet
            because.extend(Given("does not count: it must be that", each.says, each.cite) for each in lacks)
        last = in_hours(row, told)
        return owed(Duty.GRADE, row, told, last, tuple(because), case.referral.ref, to=INSPECTOR)
    if stands.expired_at is None or stands.why is None:
        return None
    row, since = law["suspect_regrade_hours"], stands.expired_at
    because = [Given("band", f"{stands.word}, {moment(stands.given.at)}"), stands.why]
    because.append(Given("expired", moment(since)))
    return owed(Duty.REGRADE, row, since, in_hours(row, since), tuple(because), case.referral.ref)


def band_time(band: Band, case: Case, law: Shelf) -> datetime:
    """The last instant of enforcement under a band: from receipt, by the policy of that day."""
    told = case.received_at
    return hours_after(law["suspect_enforce_hours"].of(band, london_day(told)), told)


def enforce_due(case: Case, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant of enforcement, or of the next reason; None once something was enforced.

    Without a band there is no last instant: the clock is missing, which is louder than late. A reason
    that is accepted holds until its own next time; the band's time is said beside it.
    """
    if enforced(case, at=at) is not None:
        return None
    row, told = law["suspect_enforce_hours"], case.received_at
    stands = bands.stands(case, law, at=at)
    if stands.given is None:
        because = (Given("received", moment(told)), Given("band", "not recorded", row.cite))
        return Due(
            *(Duty.ENFORCE, Standing.MISSING, None, row.cite, because, case.referral.ref, row.confirmed),
            owner=INSPECTOR,
        )
    band = stands.given.band
    to = law["suspect_delay_ranks"].word_of(band, london_day(told))
    last = band_time(band, case, law)
    said = [Given("received", moment(told)), Given("band", f"{band}, {moment(stands.given.at)}")]
    if stands.why is not None:
        said.append(Given("band expired", stands.why.what))
    reason = reason_now(case, law, at=at)
    if reason is None or reason.next_at is None or reason.next_at <= last:
        return owed(Duty.ENFORCE, row, told, last, tuple(said), case.referral.ref, to=to)
    longest = law["suspect_delay_longest_hours"]
    said.append(Given("band's time", moment(last), row.cite))
    said.append(Given("reason recorded", f"{moment(reason.at)}, by {reason.by}, {reason.rank}"))
    return owed(Duty.ENFORCE_NEXT, longest, reason.at, reason.next_at, tuple(said), case.referral.ref, to=to)


def reason_now(case: Case, law: Shelf, *, at: datetime) -> Delayed | None:
    """The newest accepted reason by an instant that was given under the band that stands."""
    stands = bands.stands(case, law, at=at)
    if stands.given is None:
        return None
    band = stands.given
    accepted = (
        each
        for each in case.delays
        if band.at <= each.at <= at and may_delay(each, band.band, law, at=at).allowed
    )
    return max(accepted, key=lambda each: (each.at, each.ref), default=None)


def may_delay(delay: Delayed, band: Band, law: Shelf, *, at: datetime) -> Decision:
    """Whether a reason for not enforcing in time is accepted: by rank, in words, with a next time.

    The next time lies ahead of the reason and no further off than policy lets a band wait.
    """
    on = london_day(delay.at)
    ranks, longest = law["suspect_delay_ranks"], law["suspect_delay_longest_hours"]
    least = Rank(ranks.word_of(band, on))
    high = delay.rank in RANKS and Rank(delay.rank).at_least(least)
    latest = hours_after(longest.of(band, on), delay.at)
    near = delay.next_at is not None and delay.at < delay.next_at <= latest
    return Decision(
        (
            Reason(delay.at <= at, "the time has come", RECORDS),
            Reason(bool(delay.by), "who decided is named", RECORDS),
            Reason(high, f"it is decided by {least} or above for {band}", ranks.cite),
            Reason(bool(delay.reason.strip()), "a reason is given in words", RECORDS),
            Reason(near, f"it is looked at again by {moment(latest)}", longest.cite),
        )
    )
