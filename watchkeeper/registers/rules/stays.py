"""Stays away from home that must be notified. S.84(1)(c) and (6); S.I. 2012/1876, regs 2, 10 and 11."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from watchkeeper.law.clocks import last_of_months
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.span import Span
from watchkeeper.law.wording import day, names
from watchkeeper.registers.facts import Duty, Stay, Subject
from watchkeeper.registers.rules.reach import last_counted, stopped, whole

DAY = timedelta(days=1)
S84_5 = "Sexual Offences Act 2003, s.84(5)"
S84_6 = "Sexual Offences Act 2003, s.84(1)(c) and (6)"


def stays(
    subject: Subject, begins: date | None, away: tuple[Span, ...], law: Shelf, *, on: date
) -> Iterator[Due]:
    """Every address where a qualifying period has been reached and nobody told.

    The 3 days begin with the seventh day, s.84(1). An address once notified is not owed again.
    """
    if not subject.stays:
        return
    places: dict[str, list[Stay]] = {}
    for stay in subject.stays:
        places.setdefault(stay.at, []).append(stay)
    for here in places.values():
        if any(stay.notified for stay in here):
            continue
        qualified = qualifying_day(here, law, since=begins, on=on)
        if qualified is None:
            continue
        row = law["qualifying_stay_days"]
        allowed = whole(law["change_notification_days"], qualified)
        by = last_counted(allowed, beginning_with=qualified, away=away)
        refs = sorted(stay.ref for stay in here)
        because: tuple[Given, ...] = (
            Given(f"day {whole(row, qualified)} at one address", day(qualified), S84_6),
            Given("stays there", names(refs), S84_6),
            Given("a night is counted as", _counted(law, on), law["stay_nights_count_as_days"].cite),
        )
        standing = Standing.HELD if by is None else Standing.OWED
        if by is None:
            because = (*because, stopped(away, S84_5))
        yield Due(
            Duty.STAY,
            standing,
            by,
            S84_6,
            because,
            refs[0],
            law.confirmed("stay_nights_count_as_days"),
        )


def qualifying_day(stays_there: Sequence[Stay], law: Shelf, *, since: date | None, on: date) -> date | None:
    """The day on which a qualifying period at one address is complete; None while it is not.

    s.84(6): "a period of 7 days", or several "in any period of 12 months, which taken together
    amount to 7 days". Each night is read as one day, its own; by the other reading, which
    policy may choose, every day touched counts. Days before the person was subject do not.

    Nights of 1 and 2 May, of 1 to 3 July and of 5 and 6 September: the day is 6 September.
    """
    needed = whole(law["qualifying_stay_days"], on)
    months = whole(law["qualifying_stay_months"], on)
    nights = law["stay_nights_count_as_days"].flag(on)
    days: set[date] = set()
    for stay in stays_there:
        first = stay.since if since is None else max(stay.since, since)
        end = on + DAY
        if stay.until is not None:
            end = min(end, stay.until if nights else stay.until + DAY)
        days.update(first + n * DAY for n in range(min((end - first).days, needed)))
    counted = sorted(days)
    for index in range(needed - 1, len(counted)):
        earliest = counted[index - needed + 1]
        if counted[index] <= last_of_months(months, beginning_with=earliest):
            return counted[index]
    return None


def must_notify_household(
    *, hours: int, resides: bool, child_age: int | None, open_to_public: bool, law: Shelf, on: date
) -> Decision:
    """Whether a stay at a place with a child must be notified, S.I. 2012/1876, regs 2 and 10.

    "resides, or stays for a period of at least 12 hours" at a place "where a child resides or
    stays" and "to which the public do not have access". A child's age nobody has recorded is
    taken to be under the limit.
    """
    least = whole(law["child_household_hours"], on)
    adult = whole(law["child_household_child_age"], on)
    age = "age not recorded" if child_age is None else f"aged {child_age}"
    return Decision(
        (
            Reason(resides or hours >= least, f"resides there, or stays {least} hours: {hours}", "reg.10(1)"),
            Reason(child_age is None or child_age < adult, f"a child lives or stays there: {age}", "reg.2"),
            Reason(not open_to_public, "the public have no access", "reg.2"),
        )
    )


def _counted(law: Shelf, on: date) -> str:
    return "one day" if law["stay_nights_count_as_days"].flag(on) else "every day touched"
