"""Telling the police of changes. Sexual Offences Act 2003, s.84; S.I. 2012/1876, regs 11 to 15."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from watchkeeper.law.clocks import days_before
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.span import Span
from watchkeeper.law.wording import day
from watchkeeper.registers.facts import Change, Duty, Matter, Notification, NotificationKind, Subject
from watchkeeper.registers.rules.reach import DETAINED, last_counted, stopped, whole

DAY = timedelta(days=1)
CITES = {
    Matter.NAME: "Sexual Offences Act 2003, s.84(1)(a)",
    Matter.HOME_ADDRESS: "Sexual Offences Act 2003, s.84(1)(b)",
    Matter.STAY: "Sexual Offences Act 2003, s.84(1)(c)",
    Matter.RELEASE: "Sexual Offences Act 2003, s.84(1)(d)",
    Matter.CHILD_HOUSEHOLD_BEGAN: "Sexual Offences Act 2003, s.84(1)(ca); S.I. 2012/1876, reg.11(2)(a)",
    Matter.CHILD_HOUSEHOLD_ENDED: "Sexual Offences Act 2003, s.84(1)(ca); S.I. 2012/1876, reg.11(2)(b)",
    Matter.BANK: "Sexual Offences Act 2003, s.84(1)(ca); S.I. 2012/1876, reg.13",
    Matter.IDENTITY_DOCUMENT: "Sexual Offences Act 2003, s.84(1)(ca); S.I. 2012/1876, reg.15",
}
HAPPENED = {
    Matter.NAME: "name changed",
    Matter.HOME_ADDRESS: "home address changed",
    Matter.STAY: "stay at another address",
    Matter.RELEASE: "released",
    Matter.CHILD_HOUSEHOLD_BEGAN: "household with a child began",
    Matter.CHILD_HOUSEHOLD_ENDED: "household with a child ended",
    Matter.BANK: "bank or card changed",
    Matter.IDENTITY_DOCUMENT: "identity document changed",
}
ANNOUNCED = {
    Matter.NAME: "change of name",
    Matter.HOME_ADDRESS: "change of home address",
    Matter.STAY: "stay at another address",
    Matter.RELEASE: "release",
    Matter.CHILD_HOUSEHOLD_BEGAN: "household with a child",
    Matter.CHILD_HOUSEHOLD_ENDED: "end of a household with a child",
    Matter.BANK: "change of bank or card",
    Matter.IDENTITY_DOCUMENT: "change of identity document",
}


def answered(
    changes: Iterable[Change], notifications: Iterable[Notification], *, on: date
) -> tuple[Change, ...]:
    """Which notification answers which change: the slow twin of the population's join.

    A change is answered by the first complete notification of the same matter given on or
    after the day it happened, or by a first notification under s.83, which carries every
    item; a release is answered by any complete notification, s.84(1)(d). An advance notice,
    s.84(2), belongs to the first change of its matter to happen on or after the day it was
    given, the newest notice standing where there are several. One that belongs to no change
    becomes a change that has not happened, answered by the next notification of its matter.

    A notification that says on which day its matter changed is itself the record of that change,
    complete or not, where nobody recorded a change of that matter on that day.

    Nothing after `on` is counted.
    """
    given = [n for n in notifications if n.notified_on <= on]
    recorded = [c for c in changes if c.happened_on is not None and c.happened_on <= on]
    happened = sorted((*recorded, *_told(recorded, given)), key=lambda c: (c.happened_on or date.max, c.ref))
    complete = [n for n in given if not n.items_missing]
    notices: dict[str, Notification] = {}
    waiting: list[Notification] = []
    for notice in complete:
        if notice.stated_for is None or notice.matter is None:
            continue
        owner = next(
            (
                c
                for c in happened
                if c.matter is notice.matter and (c.happened_on or on) >= notice.notified_on
            ),
            None,
        )
        if owner is None:
            waiting.append(notice)
        elif owner.ref not in notices or _order(notice) > _order(notices[owner.ref]):
            notices[owner.ref] = notice
    found = [_with(c, notices.get(c.ref), complete) for c in happened]
    for notice in sorted(waiting, key=_order):
        later = (
            n.notified_on
            for n in complete
            if n.matter is notice.matter and n.notified_on > notice.notified_on
        )
        found.append(
            Change(
                notice.ref,
                notice.matter or Matter.NAME,
                None,
                min(later, default=None),
                notice.stated_for,
                notice.notified_on,
            )
        )
    return tuple(found)


def _told(recorded: Iterable[Change], given: Iterable[Notification]) -> Iterable[Change]:
    """Each change that nobody recorded and a notification dates, by the first that does."""
    known = {(c.matter, c.happened_on) for c in recorded}
    found: dict[tuple[Matter, date | None], Change] = {}
    for n in sorted(given, key=_order):
        dated = n.happened_on is not None and n.happened_on <= n.notified_on and n.stated_for is None
        if n.kind is NotificationKind.CHANGE and n.matter is not None and dated:
            key = n.matter, n.happened_on
            if key not in known:
                found.setdefault(key, Change(n.ref, n.matter, n.happened_on))
    return found.values()


def _order(notice: Notification) -> tuple[date, str]:
    return notice.notified_on, notice.ref


def _with(change: Change, notice: Notification | None, complete: list[Notification]) -> Change:
    replies = (
        n.notified_on
        for n in complete
        if n.stated_for is None
        and change.happened_on is not None
        and n.notified_on >= change.happened_on
        and (
            n.matter is change.matter or n.kind is NotificationKind.INITIAL or change.matter is Matter.RELEASE
        )
    )
    return Change(
        change.ref,
        change.matter,
        change.happened_on,
        min(replies, default=None),
        notice.stated_for if notice else None,
        notice.notified_on if notice else None,
    )


def changes(
    subject: Subject,
    begins: date | None,
    away: tuple[Span, ...],
    law: Shelf,
    *,
    release_too: bool,
    on: date,
) -> Iterator[Due]:
    """Every change still to be notified, and every announced change that did not come.

    s.84(1): "within the period of 3 days beginning with" the change, the day of the change
    being day one; days away are left out, s.84(5). `release_too` is False while a first
    notification is still owed: that one tells of the release.
    """
    for change in subject.changes:
        if change.answered_on is None or change.answered_on > on:
            if (due := change_due(change, begins, away, law, on=on)) is not None:
                yield due
            if (due := non_event_due(change, away, law, on=on)) is not None:
                yield due
    for alias in subject.aliases:
        if alias.notified_on is not None and alias.notified_on <= on:
            continue
        if alias.used_since is None:
            lost = (Given("first day the name was used", "missing", CITES[Matter.NAME]),)
            yield Due(Duty.CHANGE, Standing.MISSING, None, CITES[Matter.NAME], lost, alias.ref)
        elif alias.used_since <= on:
            start = alias.used_since if begins is None else max(alias.used_since, begins)
            yield _owed("name used and not notified", start, Matter.NAME, alias.ref, away, law)
    if release_too and subject.away and (due := release_due(subject, begins, away, law, on=on)) is not None:
        yield due


def change_due(
    change: Change, begins: date | None, away: tuple[Span, ...], law: Shelf, *, on: date
) -> Due | None:
    """The duty to notify one change that nobody has; None while advance notice of it stands.

    s.84(3): a notice is void when the change comes "more than 2 days before the date
    specified". s.84(4)(a): it is void too when the change has not come by the end of 3 days
    beginning with that date. Then the 3 days run from the change itself.

    Announced for 10 June: a move on 8 June is covered, one on 7 June must be notified by the 9th.
    """
    happened = change.happened_on
    if happened is None or happened > on or (begins is not None and happened < begins):
        return None
    if change.stated_for is None:
        return _owed(HAPPENED[change.matter], happened, change.matter, change.ref, away, law)
    early = days_before(whole(law["advance_notice_early_days"], happened), change.stated_for)
    if early <= happened <= _wait_ends(change.stated_for, law):
        return None
    void = Given("advance notice void: stated for", day(change.stated_for), "s.84(3) and (4)(a)")
    return _owed(HAPPENED[change.matter], happened, change.matter, change.ref, away, law, void)


def non_event_due(change: Change, away: tuple[Span, ...], law: Shelf, *, on: date) -> Due | None:
    """The duty to say that an announced change did not happen when it was to.

    s.84(4)(b): where it "has not occurred by the end of the period of 3 days beginning with
    the date specified", within "6 days beginning with the date specified". Announced for
    10 June and not happened by the end of the 12th: by the end of the 15th.
    """
    stated = change.stated_for
    if stated is None:
        return None
    waits = _wait_ends(stated, law)
    if on <= waits or (change.happened_on is not None and change.happened_on <= waits):
        return None
    row = law["non_event_days"]
    by = last_counted(whole(row, stated), beginning_with=stated, away=away)
    because: tuple[Given, ...] = (
        Given(f"{ANNOUNCED[change.matter]} announced for", day(stated), "Sexual Offences Act 2003, s.84(2)"),
        Given("not happened by the end of", day(waits), "Sexual Offences Act 2003, s.84(4)"),
    )
    standing = Standing.HELD if by is None else Standing.OWED
    if by is None:
        because = (*because, stopped(away, "Sexual Offences Act 2003, s.84(5)"))
    return Due(Duty.NON_EVENT, standing, by, row.cite, because, change.ref)


def release_due(
    subject: Subject, begins: date | None, away: tuple[Span, ...], law: Shelf, *, on: date
) -> Due | None:
    """The duty to notify release from custody or hospital, s.84(1)(d), while nobody was told.

    The first release since the last notification, once the person is on the register. Any
    complete notification given since satisfies it. Coming home from abroad is no release.
    """
    told = max(
        (d for d in (subject.notified.last_on, subject.notified.last_prescribed_on) if d), default=None
    )
    released = [
        (a.until, a.ref, a.kind)
        for a in subject.away
        if a.kind in DETAINED
        and a.until is not None
        and a.until <= on
        and (begins is None or a.until >= begins)
        and (told is None or a.until > told)
    ]
    if not released:
        return None
    until, ref, kind = min(released)
    if any(c.matter is Matter.RELEASE and c.happened_on == until for c in subject.changes):
        return None
    return _owed(f"released from {kind}", until, Matter.RELEASE, ref, away, law)


def _wait_ends(stated_for: date, law: Shelf) -> date:
    return stated_for + (whole(law["advance_notice_wait_days"], stated_for) - 1) * DAY


def _owed(
    what: str,
    start: date,
    matter: Matter,
    ref: str,
    away: tuple[Span, ...],
    law: Shelf,
    *more: Given,
) -> Due:
    cite = CITES[matter]
    by = last_counted(whole(law["change_notification_days"], start), beginning_with=start, away=away)
    because = (Given(what, day(start), cite), *more)
    standing = Standing.HELD if by is None else Standing.OWED
    if by is None:
        because = (*because, stopped(away, "Sexual Offences Act 2003, s.84(5)"))
    return Due(Duty.CHANGE, standing, by, cite, because, ref)
