"""Devices of suspects: sent, examined, and their result, each with its clock, as those of crimes wait."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from watchkeeper.law.clocks import DAY
from watchkeeper.law.due import Due, Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import moment
from watchkeeper.suspects.facts import Case, DeviceStep, Duty
from watchkeeper.suspects.rules.clocks import enforced, in_days, owed

NEXT = {
    DeviceStep.SEIZED: (Duty.DEVICE_SUBMITTED, "device_submitted_days"),
    DeviceStep.SUBMITTED: (Duty.DEVICE_EXAMINED, "device_examined_days"),
    DeviceStep.EXAMINED: (Duty.DEVICE_RESULT, "suspect_result_days"),
}
ORDER = tuple(DeviceStep)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One device: the furthest step it reached, since when, and how many whole days ago that is."""

    device: str
    step: DeviceStep
    since: datetime
    days: int


def waiting(case: Case, *, at: datetime) -> Iterator[Waiting]:
    """Every device by its name, at the furthest step it reached; recorded twice, it does not start anew."""
    found: dict[str, list[tuple[DeviceStep, datetime]]] = defaultdict(list)
    for each in case.devices:
        if each.at <= at:
            found[each.device].append((each.step, each.at))
    for name, steps in sorted(found.items()):
        furthest = max((step for step, _ in steps), key=ORDER.index)
        since = min(when for step, when in steps if step is furthest)
        yield Waiting(name, furthest, since, (at - since) // DAY)


def devices_due(case: Case, law: Shelf, *, at: datetime) -> Iterator[Due]:
    """The last instant of the next step of each device; nothing once its result is there."""
    for each in waiting(case, at=at):
        if each.step in NEXT:
            duty, name = NEXT[each.step]
            row = law[name]
            because = (Given("device", each.device), Given(each.step, moment(each.since)))
            last = in_days(row, each.since)
            yield owed(duty, row, each.since, last, because, f"{case.referral.ref} {each.device}")


def outcome_due(case: Case, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant to propose an outcome once something was enforced and no device is waited for.

    From the last thing that happened: the enforcement, a later step, or the last result. So nothing that
    was begun is left with no clock at all. None while a device is waited for, which has a clock itself.
    """
    done = enforced(case, at=at)
    found = [*waiting(case, at=at)]
    if done is None or any(each.step in NEXT for each in found):
        return None
    steps = [each.at for each in case.steps if done.at <= each.at <= at]
    row, since = law["suspect_outcome_days"], max([*steps, *(each.since for each in found)])
    because = (
        Given("enforced", f"{done.kind}, {moment(done.at)}"),
        Given("last happened", moment(since)),
        Given("outcome", "not proposed"),
    )
    return owed(Duty.OUTCOME, row, since, in_days(row, since), because, case.referral.ref)
