"""The clocks of a concern about exploitation: safeguarding, screening again, reviews, referral, flags."""

from collections.abc import Iterator
from datetime import date, timedelta

from watchkeeper.law.clocks import days_after, months_after, years_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, every
from watchkeeper.missing.concerns import ConcernDuty, Concerns, Screened
from watchkeeper.missing.facts import Flag
from watchkeeper.missing.rules.elapsed import INSPECTOR, SERGEANT

WEEK = timedelta(weeks=1)
BELIEVED = "believed to be a victim of modern slavery"


def concern_duties(child: Concerns, law: Shelf, *, on: date) -> tuple[Due, ...]:
    """Everything owed about the exploitation of a child on a day; each rule names the law it rests on."""
    single = (
        safeguarding_due(child, law, on=on),
        screening_due(child, law, on=on),
        review_due(child, law, on=on),
        referral_due(child, law, on=on),
    )
    return (*(due for due in single if due is not None), *flags_due(child, law, on=on))


def safeguarding_due(child: Concerns, law: Shelf, *, on: date) -> Due | None:
    """The day on which a child of 13 or under with a high-risk factor must be safeguarded: the same day.

    "the presence of any one high risk factor must be seen as a potential indicator of sexual
    exploitation". A belief that a child is a victim of modern slavery asks for the same: they are
    "safeguarded first". None once safeguarding is recorded on that day or later.
    """
    row, young = law["potential_indicator_days"], law["any_high_age"]
    asked = [
        (each.on, "potential indicator of exploitation", young.cite)
        for each in child.screenings
        if each.potential and each.on <= on
    ]
    asked.extend((belief.on, BELIEVED, row.cite) for belief in child.believed if belief.on <= on)
    unmet = min(
        (each for each in asked if not any(each[0] <= done <= on for done in child.safeguarded_on)),
        default=None,
    )
    if unmet is None:
        return None
    since, what, cite = unmet
    because = (Given(what, day(since), cite), Given("safeguarding", "not recorded", row.cite))
    by = days_after(row.whole(since), since)
    return _owed(ConcernDuty.SAFEGUARDING, by, row, because, child, to=INSPECTOR)


def screening_due(child: Concerns, law: Shelf, *, on: date) -> Due | None:
    """The last day to screen: a flag or new information asks for it, and so does time while a case is active.

    A finding of no current risk "does not mean they are not being sexually exploited": whatever is
    learned after the last screening asks for another, an episode of going missing above all. None where
    nothing asks, and from the birthday on which they are no child: the tools are for children, and what
    is owed to an adult is safeguarding and referral, which have clocks of their own.
    """
    row, adult = law["screen_again_days"], law["missing_child_age"]
    if child.born_on is not None and on >= years_after(adult.whole(on), child.born_on):
        return None
    last = _last(child, on)
    after = last.on if last else None
    news = [new.on for new in child.learned if new.on <= on]
    news.extend(belief.on for belief in child.believed if belief.on <= on)
    news.extend(flag.on for flag in _open(child, on))
    unread = sorted(each for each in news if after is None or each > after)
    owed: list[tuple[date, tuple[Given, ...]]] = []
    if unread:
        what = "new information" if after else "a concern, and no screening yet"
        told = Given(what, day(unread[0]), row.cite)
        owed.append((days_after(row.whole(unread[0]), unread[0]), (told,)))
    if last is not None and last.active:
        told = Given("last screening", f"{day(last.on)}, {last.band}", last.pack)
        own = law["multi_agency_review_months"]  # for a tool that says nothing of it
        months = last.review_months or own.whole(last.on)
        cite = last.pack if last.review_months else own.cite
        again = Given("screened again at the least", every(months), cite)
        owed.append((months_after(months, last.on), (told, again)))
    if not owed:
        return None
    by, because = min(owed)
    return _owed(ConcernDuty.SCREENING, by, row, because, child, to=_flag_owner(child, on))


def review_due(child: Concerns, law: Shelf, *, on: date) -> Due | None:
    """The last day of the next multi-agency review of an active case: 3 months, 6 weeks where a panel sits.

    A case is active while a flag is open or the last screening is not low. Counted from the last
    review, or from the day the case became active. Whether a panel sits is a fact the clock needs.
    """
    since = _active_since(child, on)
    if since is None:
        return None
    months, weeks = law["multi_agency_review_months"], law["panel_review_weeks"]
    held = max((met for met in child.met_on if met <= on), default=None)
    start = max(since, held) if held is not None else since
    counted = Given("last review" if held == start else "active", day(start), months.cite)
    if child.panel is None:
        because = (counted, Given("a panel where the child lives", "not recorded", weeks.cite))
        return Due(
            ConcernDuty.MULTI_AGENCY,
            Standing.MISSING,
            None,
            months.cite,
            because,
            child.child,
            confirmed=weeks.confirmed,
            owner=_flag_owner(child, on),
        )
    row = weeks if child.panel else months
    count = row.whole(start)
    by = start + count * WEEK if child.panel else months_after(count, start)
    due = Given("reviewed", f"every {count} weeks" if child.panel else every(count), row.cite)
    return _owed(ConcernDuty.MULTI_AGENCY, by, row, (counted, due), child, to=_flag_owner(child, on))


def referral_due(child: Concerns, law: Shelf, *, on: date) -> Due | None:
    """The last day to refer a child believed to be a victim of modern slavery, or to notify.

    Modern Slavery Act 2015, s.52; a police force is a first responder. The child is safeguarded first:
    that clock is its own, and `may_refer` holds the order. None once either is recorded.
    """
    unmet = sorted(
        each.on
        for each in child.believed
        if each.on <= on and not any(each.on <= done <= on for done, _ in child.referred)
    )
    if not unmet:
        return None
    row, first = law["referral_days"], law["referral_order"]
    safe = any(unmet[0] <= done <= on for done in child.safeguarded_on)
    because = (
        Given(BELIEVED, day(unmet[0]), row.cite),
        Given("safeguarded first", "recorded" if safe else "not recorded", first.cite),
        Given("referred or notified", f"within {days(row.whole(unmet[0]))}", row.cite),
    )
    by = days_after(row.whole(unmet[0]), unmet[0])
    return _owed(ConcernDuty.REFERRAL, by, row, because, child, to=SERGEANT)


def may_refer(child: Concerns, law: Shelf, *, on: date) -> Decision:
    """Whether a referral or a notice may be recorded: somebody believes it, and the child is safe first.

    Children "must be safeguarded first and then referred", as the row on order cites.
    """
    row = law["referral_order"]
    believed = min((each.on for each in child.believed if each.on <= on), default=None)
    safe = believed is not None and any(believed <= done <= on for done in child.safeguarded_on)
    return Decision(
        (
            Reason(believed is not None, "an officer believes the child to be a victim", row.cite),
            Reason(safe or not row.flag(on), "the child is safeguarded first", row.cite),
        )
    )


def flags_due(child: Concerns, law: Shelf, *, on: date) -> Iterator[Due]:
    """The last day to look at each open flag again; nobody's flag is a missing fact of its own policy.

    Counted from the day it was set, or was last looked at.
    """
    row = law["flag_review_days"]
    for flag in _open(child, on):
        looked = flag.reviewed_on if flag.reviewed_on is not None and flag.reviewed_on <= on else flag.on
        since = max(flag.on, looked)
        latest = look_again_by(law, on=since)
        by = min(flag.review_on, latest) if flag.review_on is not None else latest
        because = [Given("flag", f"{flag.kind}, {day(flag.on)}")]
        if since > flag.on:
            because.append(Given("last looked at", day(since)))
        because.append(Given("to be looked at again", f"within {days(row.whole(since))}", row.cite))
        if not flag.owner:
            because.append(Given("owner", "not recorded", row.cite))
        yield Due(
            ConcernDuty.FLAG_REVIEW,
            Standing.OWED if flag.owner else Standing.MISSING,
            by if flag.owner else None,
            row.cite,
            tuple(because),
            flag.ref,
            row.confirmed,
            flag.owner,
        )


def looked_at_in_time(review_on: date | None, law: Shelf, *, on: date) -> Reason:
    """Whether the day a flag set or kept on a day is looked at again is within policy: that day, to the last.

    Without a day it is saved all the same: `flag_reviews` lists it, and the last day of policy is its clock.
    A day that is gone by, or further off, would leave a child out of sight for longer than policy has it.
    """
    latest = look_again_by(law, on=on)
    near = review_on is None or on <= review_on <= latest
    return Reason(near, f"it is looked at again from today to {day(latest)}", law["flag_review_days"].cite)


def look_again_by(law: Shelf, *, on: date) -> date:
    """The last day by which a flag set, or looked at, on a day is looked at again."""
    return days_after(law["flag_review_days"].whole(on), on)


def _owed(
    duty: ConcernDuty, by: date, row: Parameter, because: tuple[Given, ...], child: Concerns, *, to: str
) -> Due:
    return Due(duty, Standing.OWED, by, row.cite, because, child.child, confirmed=row.confirmed, owner=to)


def _flag_owner(child: Concerns, on: date) -> str:
    """Whose it is to screen a child and to meet about them: whoever owns the newest flag, else a sergeant."""
    owned = [flag for flag in _open(child, on) if flag.owner]
    newest = max(owned, key=lambda flag: (flag.on, flag.ref), default=None)
    return newest.owner if newest is not None else SERGEANT


def _last(child: Concerns, on: date) -> Screened | None:
    return max(
        (each for each in child.screenings if each.on <= on),
        key=lambda each: (each.on, each.ref),
        default=None,
    )


def _open(child: Concerns, on: date) -> tuple[Flag, ...]:
    return tuple(flag for flag in child.flags if flag.holds(on))


def _active_since(child: Concerns, on: date) -> date | None:
    """The day since which the case has been active without a break; None where it is not."""
    last = _last(child, on)
    since = [flag.on for flag in _open(child, on)]
    if last is not None and last.active:
        done = sorted(
            (each for each in child.screenings if each.on <= on), key=lambda each: (each.on, each.ref)
        )
        begun = last.on
        for each in reversed(done):
            if not each.active:
                break
            begun = each.on
        since.append(begun)
    return min(since, default=None)
