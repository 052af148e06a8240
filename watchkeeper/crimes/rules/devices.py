"""Devices seized: sent for examination, and examined, each with its clock."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from watchkeeper.crimes.facts import Case, Device, Duty, Step
from watchkeeper.law.clocks import days_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days

NEXT = {
    Step.SEIZED: (Duty.DEVICE_SUBMITTED, "device_submitted_days"),
    Step.SUBMITTED: (Duty.DEVICE_EXAMINED, "device_examined_days"),
}
ORDER = tuple(Step)


def devices_due(case: Case, law: Shelf, *, on: date) -> Iterator[Due]:
    """The last day of the next step of each device; nothing once it is examined. The times are proposed.

    The furthest step reached counts, on its first day: a step recorded twice does not start anew.
    """
    found: dict[str, list[Device]] = defaultdict(list)
    for step in case.devices:
        if step.on <= on:
            found[step.device].append(step)
    for name, steps in sorted(found.items()):
        furthest = max((step.step for step in steps), key=ORDER.index)
        if furthest not in NEXT:
            continue
        since = min(step.on for step in steps if step.step is furthest)
        duty, row = NEXT[furthest][0], law[NEXT[furthest][1]]
        allowed = row.whole(since)
        because = (Given(furthest, day(since)), Given("next step", f"within {days(allowed)}", row.cite))
        by = days_after(allowed, since)
        about = f"{case.crime.ref} {name}"
        yield Due(duty, Standing.OWED, by, row.cite, because, about, row.confirmed)
