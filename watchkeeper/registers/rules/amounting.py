"""What a person's notifications amount to on a day. Sexual Offences Act 2003, ss.83, 85 and 91B."""

from collections.abc import Iterable
from datetime import date

from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.registers.facts import Notification, NotificationKind, Notified
from watchkeeper.registers.rules.reach import DETAINED

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
