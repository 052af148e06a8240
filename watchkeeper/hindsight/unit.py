"""One unit on a past day: every measure as known then and as held true now, and which briefs were read."""

from datetime import date, datetime

from watchkeeper.audit.models import Entry
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.hindsight.comparing import side_by_side
from watchkeeper.hindsight.facts import Known, Looked
from watchkeeper.inspection.actions import Found, Question, measure
from watchkeeper.inspection.measures.catalogue import MEASURES
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Officer

SHOWN = 200


def unit_known(
    unit: str,
    *,
    on: date,
    known_at: datetime,
    now: datetime,
    by: Officer,
    law: Shelf,
    calendar: Calendar,
    account: str = "",
) -> Known:
    """What a unit's measures were on a day by what was known at an instant, and by what is held true now.

    Both are acts of measuring, on the trail. Raises Refused without the power, and UnknownUnitError
    for a unit nobody knew at the instant.
    """
    then, true = (
        measure(
            Question(MEASURES, on, instant, 0, unit),
            by=by,
            law=law,
            calendar=calendar,
            at=now,
            account=account,
        )
        for instant in (known_at, now)
    )
    seen = briefs(unit, before=known_at)
    return Known(
        ref=unit,
        on=on,
        known_at=known_at,
        now=now,
        policy=law.version,
        held=(),
        facts=(),
        duties=side_by_side(_values(then, unit), _values(true, unit)),
        looks=seen,
        looked=len(seen),
    )


def briefs(unit: str, *, before: datetime) -> tuple[Looked, ...]:
    """The newest briefs of the unit, or of the whole force, compiled before an instant, and by whom."""
    rows = FrozenBrief.objects.filter(unit__in=("", unit), officer="", compiled_at__lt=before)
    found = list(rows.order_by("-id").values_list("act", "compiled_at", "on", "unit")[:SHOWN])
    who = dict(Entry.objects.filter(number__in=[act for act, *_ in found]).values_list("number", "by"))
    return tuple(
        Looked(
            who.get(act, ""), at, "compile the brief", f"night of {night}, {of or 'the whole force'}", False
        )
        for act, at, night, of in found
    )


def _values(found: tuple[Found, ...], unit: str) -> dict[tuple[str, str], str]:
    told = {}
    for each in found:
        counts = each.measured.counts.get(unit, ())
        if not counts:
            continue
        last = counts[-1]
        signal = each.measured.measure.signal
        told[each.measured.measure.title, ""] = (
            f"{last.many:,}" if signal else f"{last.many:,} of {last.of:,}"
        )
    return told
