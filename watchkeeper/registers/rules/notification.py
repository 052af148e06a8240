"""Telling the police at the start and every year. Sexual Offences Act 2003, ss.83, 85 and 87."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from watchkeeper.law.clocks import days_after, held_open, months_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.span import Span
from watchkeeper.law.wording import day, days, names
from watchkeeper.people.facts import AddressKind, Away, AwayKind, home_on
from watchkeeper.registers.facts import (
    Duty,
    Notification,
    NotificationKind,
    Notified,
    OrderKind,
    Subject,
)
from watchkeeper.registers.rules.findings import DAY_OF
from watchkeeper.registers.rules.periods import EXTENDING, Reckoned, reckon
from watchkeeper.registers.rules.reach import DETAINED, holding, items_said, last_counted, stopped, whole

S83 = "Sexual Offences Act 2003, s.83(1)"
SERVED = frozenset({AwayKind.CUSTODY, AwayKind.HOSPITAL})


def notified(
    notifications: Iterable[Notification], away: Iterable[Away], *, on: date, law: Shelf
) -> Notified:
    """What a person's notifications amount to on a day: the slow twin of the population's reduction.

    Only complete notifications given on or before `on` count; s.83(5) must be met in full. The
    annual clock starts again with each, s.85(2), except one about a prescribed change alone
    while policy reads s.84(1)(ca) as not moving it. Of several on one day the highest ref stands.

    `first_since_release_on` is the first complete one given on or after the first release
    from custody or hospital, or from remand where there was no other, s.91B(10). Nobody
    detained and never released has one; for somebody never detained it is the first of all.
    """
    restarts = law["prescribed_change_restarts_annual"].flag(on)
    since = months_after(-law["late_notification_look_back"].whole(on), on)
    begun: set[date] = set()
    release, detained = _first_release(away, on)
    first = since_release = last_prescribed = last_any = None
    last: tuple[date, str] | None = None
    lacking: tuple[date, str, tuple[str, ...]] | None = None
    for n in notifications:
        given = n.notified_on
        if given > on:
            continue
        if n.items_missing:
            if lacking is None or (given, n.ref) > lacking[:2]:
                lacking = (given, n.ref, n.items_missing)
            continue
        first = given if first is None or given < first else first
        last_any = given if last_any is None or given > last_any else last_any
        if release is not None and given >= release and (since_release is None or given < since_release):
            since_release = given
        prescribed = n.kind is NotificationKind.CHANGE and n.matter is not None and n.matter.prescribed
        if prescribed and (last_prescribed is None or given > last_prescribed):
            last_prescribed = given
        if restarts or not prescribed:
            begun.add(given)
            if last is None or (given, n.ref) > last:
                last = (given, n.ref)
    if lacking is not None and last_any is not None and last_any >= lacking[0]:
        lacking = None
    return Notified(
        first_on=first,
        last_on=last[0] if last else None,
        last_ref=last[1] if last else "",
        last_prescribed_on=last_prescribed,
        first_since_release_on=since_release if detained else first,
        incomplete_on=lacking[0] if lacking else None,
        incomplete_items=lacking[2] if lacking else (),
        restarts=_looked_back(begun, since),
    )


def _looked_back(begun: Iterable[date], since: date) -> tuple[date, ...]:
    """Those after a day, and the newest of those up to it."""
    days_of = sorted(begun)
    return tuple(days_of[max(sum(each <= since for each in days_of) - 1, 0) :])


def _first_release(away: Iterable[Away], on: date) -> tuple[date | None, bool]:
    """The first release that has happened, and whether there was any detention at all."""
    begun = [a for a in away if a.kind in DETAINED and a.since <= on]
    served = [a for a in begun if a.kind in SERVED] or begun
    ends = [a.until for a in served if a.until is not None and a.until <= on]
    return min(ends, default=None), bool(begun)


def complies(notification: Notification) -> Decision:
    """Whether a notification counts, with all that it lacks.

    s.83(5): every item must be given. s.87(3): it "must be acknowledged" in writing; that is
    the police's own duty, and a notification without it is to be put right, not lost.
    """
    items = names(notification.items_missing)
    says = "every item given" if notification.complete else f"not given: {items}"
    return Decision(
        (
            Reason(notification.complete, says, "Sexual Offences Act 2003, s.83(5)"),
            Reason(notification.acknowledged, "written acknowledgement", "Sexual Offences Act 2003, s.87(3)"),
        )
    )


def initial(
    subject: Subject, reckoned: Reckoned, away: tuple[Span, ...], law: Shelf, *, on: date
) -> Due | None:
    """The first notification still outstanding, when it was made, or why one is not owed.

    s.83(1): "within the period of 3 days beginning with the relevant date", which is day one.
    Days remanded, in custody, in hospital or outside the United Kingdom are left out, s.83(6).
    Somebody already subject throughout, who has notified for the earlier event, owes none for
    the new one, s.83(2).

    Under a notification order the days run from the order, s.98(4); findings before it are
    taken to be those abroad when nothing had been notified before. Where an order makes
    somebody notifiable they run from its making, service being unrecorded.
    """
    lost = None
    if reckoned.missing:
        lost = next((g for g in reckoned.missing if g.what in ("relevant date", "finding")), None)
    told = subject.notified.last_on
    if lost is not None and told is None:
        return Due(Duty.INITIAL, Standing.MISSING, None, S83, (lost,))
    row = law["initial_notification_days"]
    exempt: Due | None = None
    made: Due | None = None
    for start, ref, what in _events(subject, reckoned, on):
        start = max(start, row.values[0][0])
        if told is not None and told >= start:
            if made is None:
                made = _made(Given(what, day(start), S83), start, ref, subject, away, row)
            continue
        by = last_counted(whole(row, start), beginning_with=start, away=away)
        given = (Given(what, day(start), S83), *_reach(subject.away, away, on))
        if by is None:
            held = (*given, stopped(away, "Sexual Offences Act 2003, s.83(6)"))
            return Due(Duty.INITIAL, Standing.HELD, None, row.cite, held, ref)
        if told is not None and _already(subject, start, by, law):
            why = Given("already notifying since", day(told), "Sexual Offences Act 2003, s.83(2)")
            exempt = Due(Duty.INITIAL, Standing.NONE, None, row.cite, (*given, why), ref)
            continue
        return Due(Duty.INITIAL, Standing.OWED, by, row.cite, given, ref)
    return exempt or made


def _made(
    event: Given, start: date, ref: str, subject: Subject, away: tuple[Span, ...], row: Parameter
) -> Due | None:
    """When the first notification was made, in time or not; None when the record keeps no day for it."""
    told = subject.notified.first_on
    if told is None:
        return None
    if told < start:
        said = f"{day(told)}, before this"
    else:
        by = last_counted(whole(row, start), beginning_with=start, away=away)
        late = (told - by).days if by is not None else 0
        said = f"{day(told)}, " + (f"{days(late)} after the last day" if late > 0 else "in time")
    return Due(Duty.INITIAL, Standing.NONE, None, row.cite, (event, Given("first notified", said, S83)), ref)


def _events(subject: Subject, reckoned: Reckoned, on: date) -> Iterator[tuple[date, str, str]]:
    """What began the duty in the period that runs now, in order of time."""
    notified_first = subject.notified.first_on
    found: list[tuple[date, str, str]] = []
    served: date | None = None
    for order in subject.orders:
        if order.made_on > on:
            continue
        if order.kind is OrderKind.NOTIFICATION:
            served = order.made_on if served is None or order.made_on < served else served
            found.append((order.made_on, order.ref, "notification order"))
        elif order.kind in EXTENDING and order.made_on == reckoned.begins:
            found.append((order.made_on, order.ref, f"{order.kind} made"))
    for disposal in subject.disposals:
        since = disposal.relevant_date
        if since is None or since > on or (reckoned.begins is not None and since < reckoned.begins):
            continue
        abroad = (
            served is not None and since < served and (notified_first is None or notified_first >= served)
        )
        if not abroad:
            found.append((since, disposal.ref, f"day of {DAY_OF[disposal.finding]}"))
    if len(found) > 1:
        found.sort()
    yield from found


def _already(subject: Subject, start: date, by: date, law: Shelf) -> bool:
    """s.83(2): subject before, had notified for the earlier event, and subject throughout."""
    earlier = replace(
        subject,
        disposals=tuple(d for d in subject.disposals if d.relevant_date and d.relevant_date < start),
        orders=tuple(o for o in subject.orders if o.made_on < start),
    )
    if not earlier.disposals and not earlier.orders:
        return False
    before = reckon(earlier, law, on=start - timedelta(days=1))
    first = subject.notified.last_on
    if not before.subject or before.begins is None or first is None or first < before.begins:
        return False
    return before.period is None or before.period.last is None or before.period.last >= by


def _reach(away: tuple[Away, ...], spans: tuple[Span, ...], on: date) -> tuple[Given, ...]:
    """What to say of days left out: where the person is, or that some were left out."""
    if not spans:
        return ()
    if (held := holding(away, on=on)) is not None:
        expected = f", expected until {day(held.until)}" if held.until is not None else ""
        value = f"{held.kind} since {day(held.since)}{expected}"
        return (Given("out of reach", value, "Sexual Offences Act 2003, s.83(6)"),)
    last = max((s for s in spans if s.until is not None), key=lambda s: s.since)
    if last.until is None:
        return ()
    return (Given("last back within reach", day(last.until), "Sexual Offences Act 2003, s.83(6)"),)


def periodic(
    subject: Subject,
    away: tuple[Span, ...],
    law: Shelf,
    *,
    initial_made: bool,
    on: date,
) -> Due:
    """The next periodic notification: a year after the last, or a week without a fixed home.

    s.85(1): "within the applicable period after each event"; the day of the last notification
    does not count, so 1 June is followed by 1 June, or by 8 June for somebody whose home
    address is a place where they can regularly be found, reg 9. A period that would end while
    the person is away runs to the end of 3 days beginning with release or return, s.85(3).

    Whether notice of a prescribed change alone moves the date is disputed: both readings
    are said, and by default the stricter is kept, so that a bank card hides nothing.
    """
    told = subject.notified
    home = home_on(subject.addresses, on)
    weekly = home is not None and home.kind is AddressKind.FOUND
    row = law["no_fixed_abode_days" if weekly else "annual_notification_months"]
    duty = Duty.WEEKLY if weekly else Duty.ANNUAL
    if told.last_on is None or not initial_made:
        if initial_made:
            lost = (Given("last notification", "missing", "Sexual Offences Act 2003, s.85(2)"),)
            return Due(duty, Standing.MISSING, None, row.cite, lost)
        awaits = (Given("counts from", "the first notification, not yet made", "s.85(2)"),)
        return Due(duty, Standing.NONE, None, row.cite, awaits)
    last = told.last_on
    length = whole(row, last)
    would = days_after(length, last) if weekly else months_after(length, last)
    because = [Given("last notification", day(last), "Sexual Offences Act 2003, s.85(2)")]
    confirmed = True
    if home is None:
        because.append(Given("home address", "missing", "Sexual Offences Act 2003, s.83(7)"))
    elif weekly:
        because.append(Given("no sole or main residence", "regularly found", "s.83(7)(b)"))
    if told.last_prescribed_on is not None and told.last_prescribed_on >= last and not weekly:
        confirmed = law.confirmed("prescribed_change_restarts_annual")
        because.append(_readings(told.last_prescribed_on, length, law, on))
    if not away:
        return Due(duty, Standing.OWED, would, row.cite, tuple(because), confirmed=confirmed)
    by = held_open(would, away=away, days=whole(law["periodic_held_open_days"], last))
    if by != would:
        because.append(Given("would have ended while away", day(would), "s.85(3)"))
        because.extend(_reach(subject.away, away, on))
    if by is None:
        said = f"{days(whole(law['periodic_held_open_days'], last))} beginning with release or return"
        because.append(Given("held open to the end of", said, "Sexual Offences Act 2003, s.85(3)"))
    standing = Standing.HELD if by is None else Standing.OWED
    return Due(duty, standing, by, row.cite, tuple(because), confirmed=confirmed)


def _readings(told_on: date, months: int, law: Shelf, on: date) -> Given:
    """Both readings of a prescribed change, whichever is followed."""
    row, other = law["prescribed_change_restarts_annual"], day(months_after(months, told_on))
    says = f"read as not moving the date; on the other reading {other}"
    if row.flag(on):
        says = "read as moving the date; the Home Office reads it as not"
    return Given("prescribed change", f"told {day(told_on)}, {says}", row.cite)


def completion(subject: Subject, law: Shelf, *, on: date) -> Due | None:
    """Items of s.83(5) still to be given since the last attempt; None when nothing is.

    Until they are, the notification is kept and does not count, and the duty it was meant to
    meet stays open under its own clock. The items were due when it was given.
    """
    told = subject.notified
    if told.incomplete_on is None:
        return None
    items = items_said(told.incomplete_items, law["notification_items"], on=on)
    because = (
        Given("notification given", day(told.incomplete_on), "Sexual Offences Act 2003, s.83(5)"),
        Given("not given", items, "Sexual Offences Act 2003, s.83(5)"),
    )
    return Due(Duty.COMPLETE, Standing.OWED, told.incomplete_on, "Sexual Offences Act 2003, s.83(5)", because)
