"""One person on a past day: true, known, due, looked at, and known later."""

from dataclasses import replace
from datetime import date, datetime

from watchkeeper.briefing.explaining import explained
from watchkeeper.hindsight.columns import (
    Version,
    as_of,
    case_at,
    clocks,
    earlier,
    everything,
    first_known,
    held,
    standing,
)
from watchkeeper.hindsight.comparing import side_by_side
from watchkeeper.hindsight.facts import Known, Matter
from watchkeeper.hindsight.looked import looks, may_see_looks, reasons_of
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.authority import may

DECISIONS = "escalation.Decided"
type Standing = dict[tuple[str, str], Version]


def person_known(
    person: str,
    *,
    on: date,
    known_at: datetime,
    now: datetime,
    reader: Officer,
    law: Shelf,
    calendar: Calendar,
    decision: str = "",
) -> Known | None:
    """What was true of a person on a day, what was known of them at an instant, and the difference.

    `true` is what is held true at `now`; every clock is worked out twice, from each. `decision` is one
    of the person's, shown with its reasons. None when nobody is known by that ref. Reads, and writes
    nothing: the look itself is put on the trail by whoever calls. Raises NotInForceError for a day
    before the law.
    """
    record = everything(person, known_at=now)
    true = case_at(as_of(record, on=on, known_at=known_at), law, on=on)
    if true is None:
        return None
    before = earlier(record, known_at)
    known = case_at(before, law, on=on)
    told = explained(true, law, calendar, on=on)
    told_then = explained(known, law, calendar, on=on) if known is not None else None
    then = {} if known is None or told_then is None else held(known, told_then, on=on)
    owed = {} if told_then is None else clocks(told_then, on=on)
    facts = _facts(standing(before, on=on), standing(record, on=on), first_known(record))
    seen, many = looks(person, before=known_at)
    allowed = may_see_looks(
        reader, true.unit, reads_trail=may(reader, Power.READ_TRAIL, law, on=now.date()).allowed
    )
    asked = next(
        (each for each in facts if decision and each.source.startswith(f"{DECISIONS} {decision},")), None
    )
    return Known(
        ref=person,
        on=on,
        known_at=known_at,
        now=now,
        policy=law.version,
        held=side_by_side(then, held(true, told, on=on)),
        facts=facts,
        duties=side_by_side(owed, clocks(told, on=on)),
        looks=seen if allowed else None,
        looked=many,
        decision=asked,
        reasons=reasons_of(_act(asked)) if asked is not None else (),
    )


def _facts(known: Standing, true: Standing, first: dict[tuple[str, str], datetime]) -> tuple[Matter, ...]:
    both = side_by_side(*({key: one.says for key, one in each.items()} for each in (known, true)))
    found = []
    for matter in both:
        key = (matter.kind, matter.about)
        version = true.get(key) or known[key]
        found.append(
            replace(
                matter,
                kind=version.kind,
                happened=version.happened,
                first_known=first[key],
                source=version.source,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.happened or date.min, one.kind, one.about), reverse=True))


def _act(matter: Matter) -> int:
    return int(matter.source.rpartition(" ")[2])
