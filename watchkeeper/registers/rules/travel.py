"""Journeys outside the United Kingdom. S.I. 2004/1220 as amended by S.I. 2012/1876."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from watchkeeper.law.clocks import days_after, days_before
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.facts import Duty, Order, OrderKind, Subject, Trip
from watchkeeper.registers.rules.reach import holding, items_said, whole

LONDON = ZoneInfo("Europe/London")
REG = "S.I. 2004/1220, reg."
S103D = "Sexual Offences Act 2003, s.103D"


def travel(subject: Subject, begins: date | None, law: Shelf, *, on: date) -> Iterator[Due]:
    """Every notice of travel still outstanding, for any journey of any length."""
    for trip in subject.trips:
        if (begins is not None and trip.departs_on < begins) or _closed(trip, on):
            continue
        yield notice_due(trip, law, on=on)
        told = _told(trip.notified_at, on)
        if told is not None and trip.items_missing:
            because = (
                Given("travel notified", day(told.date()), REG + "6"),
                Given("held and not given", _items(trip, law, on), REG + "6"),
            )
            yield Due(Duty.COMPLETE, Standing.OWED, told.date(), REG + "6", because, trip.ref)
        if (due := further_due(trip, law, on=on)) is not None:
            yield due
        if (due := return_due(trip, subject, law, on=on)) is not None:
            yield due


def last_for_notice(trip: Trip, law: Shelf) -> tuple[date, Given]:
    """Last day to notify a journey, with the limb of reg.5 that sets it.

    Known "more than seven days before the date" of departure: "not less than seven days
    before that date", so for 20 July by 13 July. Known later: 12 hours before that date, so by
    noon on 19 July. The hours run to the start of the date of departure, not to the hour of
    leaving: a reading to be confirmed.

    `trip.known_since` is the day when the date, the first country and the point of arrival
    were all known.
    """
    departs = trip.departs_on
    seven = days_before(whole(law["travel_notice_days"], departs), departs)
    if trip.known_since is None or trip.known_since < seven:
        return seven, Given("departs", day(departs), REG + "5(2)(a)")
    hours = whole(law["travel_short_notice_hours"], departs)
    latest = _before(departs, hours, law)
    return latest.date(), Given("departs", f"{day(departs)}; notice by {_clock(latest)}", REG + "5(3)")


def notice_due(trip: Trip, law: Shelf, *, on: date) -> Due:
    """The notice owed before one journey; NONE where it was given, and how it stands."""
    told = _told(trip.notified_at, on)
    if told is not None:
        met = notice_in_time(trip, law, on=on)
        why = tuple(Given("notice", reason.says, reason.cite) for reason in met.reasons)
        return Due(Duty.TRAVEL, Standing.NONE, None, REG + "5", why, trip.ref)
    by, limb = last_for_notice(trip, law)
    known = trip.known_since
    if known is None:
        lost = Given(
            "day the journey was fully known", "missing: seven days or 12 hours", REG + "5(2) and (3)"
        )
        return Due(Duty.TRAVEL, Standing.MISSING, None, REG + "5", (limb, lost), trip.ref)
    because = (limb, Given("fully known since", day(known), limb.cite))
    confirmed = limb.cite == REG + "5(2)(a)" or law.confirmed("travel_departure_hour")
    return Due(Duty.TRAVEL, Standing.OWED, by, limb.cite, because, trip.ref, confirmed)


def notice_in_time(trip: Trip, law: Shelf, *, on: date) -> Decision:
    """Whether the notice given for a journey was in time, by the limb that applies.

    A notice later than seven days before stands if a reasonable excuse was recorded and it
    was given "not less than 24 hours before that date", reg.5(2)(b): that limb was not cut to
    12 hours. Whether an excuse is reasonable, a person decides.
    """
    told = _told(trip.notified_at, on)
    if told is None:
        return Decision((Reason(False, "no notice given", REG + "5(1)"),))
    said = f"given {_clock(told)} for departure on {day(trip.departs_on)}"
    by, limb = last_for_notice(trip, law)
    if limb.cite == REG + "5(3)":
        hours = whole(law["travel_short_notice_hours"], trip.departs_on)
        return Decision((Reason(told <= _before(trip.departs_on, hours, law), said, limb.cite),))
    if told.date() <= by:
        return Decision((Reason(True, said, limb.cite),))
    hours = whole(law["travel_excused_hours"], trip.departs_on)
    excused = bool(trip.late_excuse.strip())
    return Decision(
        (
            Reason(
                told <= _before(trip.departs_on, hours, law), f"{said}, {hours} hours needed", REG + "5(2)(b)"
            ),
            Reason(excused, f"excuse: {'recorded' if excused else 'none recorded'}", REG + "5(2)(b)"),
        )
    )


def further_due(trip: Trip, law: Shelf, *, on: date) -> Due | None:
    """The further notice owed when what was notified stopped being true before departure.

    Reg.7: "not less than 12 hours before", and less than 24 hours before the date only with a
    reasonable excuse. A change known more than 24 hours before the date is owed by the end of
    the last whole day before them; a later one by noon of the day before.
    """
    changed, told = _told(trip.changed_at, on), _told(trip.change_notified_at, on)
    start = _before(trip.departs_on, 0, law)
    if changed is None or told is not None or changed >= start or trip.notified_at is None:
        return None
    usual = _before(trip.departs_on, whole(law["travel_change_hours"], trip.departs_on), law)
    floor = _before(trip.departs_on, whole(law["travel_change_floor_hours"], trip.departs_on), law)
    latest = usual if changed < usual else floor
    by = latest.date() if latest.time() > time(0) else latest.date() - timedelta(days=1)
    because = [
        Given("notice no longer true since", _clock(changed), REG + "7(1)"),
        Given("further notice", f"not later than {_clock(latest)}", REG + "7(2) and (3)"),
    ]
    if changed >= usual:
        because.append(Given("needs", "a reasonable excuse, less than 24 hours before", REG + "7(3)"))
    return Due(
        Duty.TRAVEL_CHANGE,
        Standing.OWED,
        by,
        REG + "7",
        tuple(because),
        trip.ref,
        law.confirmed("travel_departure_hour"),
    )


def further_in_time(trip: Trip, law: Shelf, *, on: date) -> Decision:
    """Whether the further notice of a change was given in time.

    Reg.7(2): "not less than" 12 hours before the date of departure, whatever the excuse. Less
    than 24 hours before it, reg.7(3), only with a reasonable excuse; whether one is
    reasonable, a person decides. The hours run to the start of the date of departure.
    """
    told = _told(trip.change_notified_at, on)
    if told is None:
        return Decision((Reason(False, "no further notice given", REG + "7(1)"),))
    usual = _before(trip.departs_on, whole(law["travel_change_hours"], trip.departs_on), law)
    floor = _before(trip.departs_on, whole(law["travel_change_floor_hours"], trip.departs_on), law)
    given = Reason(told <= floor, f"given {_clock(told)}; {_clock(floor)} at the latest", REG + "7(2)")
    if told <= usual:
        return Decision((given,))
    excused = bool(trip.change_excuse.strip())
    excuse = f"after {_clock(usual)}: excuse {'recorded' if excused else 'not recorded'}"
    return Decision((given, Reason(excused, excuse, REG + "7(3)")))


def return_due(trip: Trip, subject: Subject, law: Shelf, *, on: date) -> Due | None:
    """The notice owed on return, with its date and point of arrival.

    Reg.8(2): "within three days of his return"; the day of return is not counted. None is
    owed where a date and a point of arrival had been notified and both were met, reg.8(3):
    the same day at another airport is not enough. MISSING when the stated day of return has
    gone by and nobody recorded whether the person came back.
    """
    back = trip.returned_on if trip.returned_on is not None and trip.returned_on <= on else None
    stated = trip.return_stated_on
    row = law["travel_return_days"]
    if back is None:
        if stated is None or on <= days_after(whole(row, stated), stated):
            return None
        held = holding(subject.away, on=on)
        if held is not None and held.kind is AwayKind.ABROAD:
            return None
        because = (
            Given("return stated for", day(stated), REG + "6(e)"),
            Given("day of return", "missing", REG + "9"),
        )
        return Due(Duty.TRAVEL_RETURN, Standing.MISSING, None, REG + "8(2)", because, trip.ref)
    if return_exempt(trip).allowed:
        return None
    if trip.return_notified_on is not None and trip.return_notified_on <= on:
        return None
    unmet = return_exempt(trip).unmet
    why = (
        Given("returned", day(back), REG + "8(2)"),
        *(Given("notice is owed, because", reason.says, reason.cite) for reason in unmet),
    )
    by = days_after(whole(row, back), back)
    return Due(Duty.TRAVEL_RETURN, Standing.OWED, by, row.cite, why, trip.ref)


def return_exempt(trip: Trip) -> Decision:
    """Whether a return needs no notice: its date and its point both notified, and both met.

    s.86(3) and reg.8(3): a notice before leaving must have been given, disclosed both, and both
    come true.
    """
    stated, point = trip.return_stated_on, trip.return_stated_point.strip().casefold()
    on_day = stated is not None and stated == trip.returned_on
    at_point = bool(point) and point == trip.returned_point.strip().casefold()
    before = "notice given before leaving" if trip.notified_at is not None else "no notice before leaving"
    return Decision(
        (
            Reason(trip.notified_at is not None, before, REG + "8(3)"),
            Reason(on_day, _came_back(stated, trip.returned_on), REG + "8(3)(a)"),
            Reason(at_point, _arrived(trip, at_point), REG + "8(3)(b)"),
        )
    )


def _came_back(stated: date | None, back: date | None) -> str:
    """How the day of return compares with the one notified."""
    if stated is None:
        return "no date of return notified"
    if back is None:
        return f"day of return not recorded; {day(stated)} notified"
    if back == stated:
        return f"returned on the date notified: {day(back)}"
    return f"returned on {day(back)}; {day(stated)} notified"


def _arrived(trip: Trip, at_point: bool) -> str:
    """How the point of arrival compares; where it lies stays on the record."""
    if at_point:
        return "arrived at the point notified"
    if not trip.return_stated_point.strip():
        return "no point of arrival notified"
    return "arrived at another point" if trip.returned_point.strip() else "point of arrival not recorded"


def _items(trip: Trip, law: Shelf, on: date) -> str:
    return items_said(trip.items_missing, law["travel_notice_items"], on=on)


def prohibited(subject: Subject, *, on: date) -> Iterator[Due]:
    """Journeys that an order forbids or may forbid, to be stopped before they begin.

    s.103D(2): a prohibition may name every country, some, or all but some. Where it is not a
    total ban somebody must hold the destination against the order: the order decides.
    Owed at the notice, or where there was none by the day of departure; until the return.
    """
    for trip in subject.trips:
        if trip.returned_on is not None and trip.returned_on <= on:
            continue
        against = [o for o in subject.orders if o.in_force(on) and _forbids(o, trip.departs_on)]
        if not against:
            continue
        told = _told(trip.notified_at, on)
        by = trip.departs_on if told is None else min(told.date(), trip.departs_on)
        because = [Given("departs", day(trip.departs_on), S103D + "(2)")]
        for order in against:
            scope = "every country" if order.travel_total_ban else "see the order for which countries"
            because.append(Given(f"{order.kind} {order.ref} forbids travel", scope, S103D + "(2)"))
        yield Due(Duty.TRAVEL_PROHIBITED, Standing.OWED, by, S103D, tuple(because), trip.ref)


def _forbids(order: Order, departs_on: date) -> bool:
    if order.kind is not OrderKind.FOREIGN_TRAVEL and order.travel_until is None:
        return order.travel_total_ban
    ends = order.travel_until or order.until
    return order.in_force(departs_on) and (ends is None or departs_on < ends)


def _closed(trip: Trip, on: date) -> bool:
    """True once the person is back and the police know it: what was late is then a failure, not a clock."""
    if trip.returned_on is None or trip.returned_on > on:
        return False
    known = trip.return_notified_on is not None and trip.return_notified_on <= on
    return known or return_exempt(trip).allowed


def _told(at: datetime | None, on: date) -> datetime | None:
    """An instant as the clock in London showed it, if it had come by the end of `on`."""
    if at is None:
        return None
    local = (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).astimezone(LONDON)
    return local if local.date() <= on else None


def _before(departs_on: date, hours: int, law: Shelf) -> datetime:
    """The instant `hours` hours before the date of departure, by the clock."""
    hour = law["travel_departure_hour"].whole(departs_on)
    wall = datetime.combine(departs_on, time(hour)) - timedelta(hours=hours)
    return wall.replace(tzinfo=LONDON)


def _clock(at: datetime) -> str:
    return f"{at.hour:02}:{at.minute:02} on {day(at.date())}"
