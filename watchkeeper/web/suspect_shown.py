"""What the page of one referral shows: what to do first and why, then everything on record of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from watchkeeper.audit.standing import standing
from watchkeeper.law.clocks import minutes_between
from watchkeeper.law.due import Due
from watchkeeper.suspects import models
from watchkeeper.suspects.facts import Case, Duty, Verdict
from watchkeeper.suspects.gathering import suspects_of
from watchkeeper.suspects.rules.alike import unanswered
from watchkeeper.suspects.rules.children import near
from watchkeeper.suspects.rules.clocks import band_time, enforced, reason_now
from watchkeeper.suspects.rules.closing import closed, waits
from watchkeeper.suspects.rules.devices import waiting
from watchkeeper.suspects.rules.prompts import prompts
from watchkeeper.suspects.rules.queue import clocks, is_late
from watchkeeper.suspects.rules.standing import newest_band, part_of, stands
from watchkeeper.suspects.stored import PARTS
from watchkeeper.web.asking import Asking
from watchkeeper.web.suspect_versions import Recorded, corrections

DONE_BY = {
    Duty.GRADE: ("suspect-band", "band"),
    Duty.REGRADE: ("suspect-band", "band"),
    Duty.ENFORCE: ("suspect-step", "work"),
    Duty.ENFORCE_NEXT: ("suspect-step", "work"),
    Duty.CHILDREN: ("suspect-report", "work"),
    Duty.SAFEGUARD: ("suspect-safeguard", "work"),
    Duty.TELL_MANAGER: ("suspect-manager", "work"),
    Duty.PROMPT: ("suspect-prompt", "prompt"),
    Duty.PAIR: ("suspect-same", "pair"),
    Duty.DEVICE_SUBMITTED: ("suspect-device", "work"),
    Duty.DEVICE_EXAMINED: ("suspect-device", "work"),
    Duty.DEVICE_RESULT: ("suspect-device", "work"),
    Duty.OUTCOME: ("suspect-close", "close"),
    Duty.SECOND_LOOK: ("suspect-look-again", "look"),
}
"""The page on which each duty is done, and the way it is offered under. A test holds it whole."""
SAYS = {
    "people": "one more suspect",
    "addresses": "one more address, {what}",
    "children": "a child near: {what}",
    "bands": "band {row.band}, with {what} {row.version}",
    "learned": "facts changed: {what}",
    "steps": "{what}",
    "delays": "reason for not enforcing yet, by {what}",
    "safeguards": "children referred to {what}",
    "devices": "device {row.device}: {what}",
    "prompts": "suicide risk: {what}",
    "told": "manager told: {what}",
}
"""What the timeline says of a row of each part; `what` is the column of NAMED, or what is said of a blank."""
NAMED = {
    "addresses": "postcode",
    "children": "tie",
    "bands": "tool",
    "learned": "kind",
    "steps": "kind",
    "delays": "rank",
    "safeguards": "authority",
    "devices": "step",
    "prompts": "answer",
    "told": "officer",
}
SAID_OF_A_BLANK = {
    "addresses": "postcode not recorded",
    "bands": "no tool named",
    "delays": "nobody of rank",
    "safeguards": "an authority nobody named",
    "prompts": "no answer",
    "told": "sergeants of the unit",
}
OF_A_ROW = frozenset({Duty.PROMPT, Duty.SECOND_LOOK})
"""Duties done on a page of the row they hang on."""


@dataclass(frozen=True, slots=True)
class SuspectDuty:
    """One clock of a referral, by how many minutes it ran out or has still to run, and where it is done.

    `late` and `left` are 0 of a clock with no instant; `days_late` is of one that counts days.
    """

    due: Due
    late: int
    left: int
    days_late: int
    address: str
    way: str


def shown(case: Case, asking: Asking) -> dict[str, Any]:
    """Everything the page of a referral lays out."""
    law, at, ref = asking.law, asking.at, case.referral.ref
    row = next(iter(standing(models.Referral, ref=ref, known_at=at)))
    counted = stands(case, law, at=at)
    refs = (ref, *(each.ref for each in case.also))
    rows = {
        name: [each for of in refs for each in standing(kind, referral_ref=of, known_at=at)]
        for name, kind in PARTS
    }
    dues = clocks(case, law, at=at)
    return {
        "referral": case.referral,
        "row": row,
        "at": at,
        "minutes": minutes_between(case.received_at, at),
        "received_at": case.received_at,
        "duties": [_duty(due, asking, ref) for due in dues],
        "counted": counted,
        "newest": newest_band(case, at=at),
        "band_time": band_time(counted.given.band, case, law) if counted.given else None,
        "enforced": enforced(case, at=at),
        "reason": reason_now(case, law, at=at),
        "closed": closed(case, law, at=at),
        "waits": waits(case, law, at=at),
        "part_of": part_of(case, at=at),
        "pairs": [pair for pair in case.pairs if pair.holds(at)],
        "one": Verdict.ONE,
        "alike": unanswered(case, at=at),
        "near": sorted(near(replace(case, children=()), law, at=at)),
        "registered": sorted(case.known.registered),
        "on_record": sorted(suspects_of(case)),
        "points": [*prompts(case, law, at=at)],
        "in_queue": [*waiting(case, at=at)],
        "timeline": timeline(row, rows, corrections(ref, asking)),
        **rows,
    }


def timeline(
    row: models.Referral, rows: dict[str, list[Any]], put_right: Iterable[Recorded] = ()
) -> list[Recorded]:
    """Everything recorded of the referral, and put right in it, the newest first."""
    found = [Recorded(row.received_at, f"received from {row.sender or 'nobody named'}", "", ""), *put_right]  # type: ignore[arg-type]
    for name, each in ((name, each) for name, some in rows.items() for each in some):
        at = getattr(each, "at", None)
        if at is not None:
            note = getattr(each, "note", "") or getattr(each, "reason", "")
            found.append(Recorded(at, _says(name, each), each.by, note))
    return sorted(found, key=lambda each: (each.at, each.what), reverse=True)


def _says(name: str, row: Any) -> str:
    """What a row of a part says, in words."""
    blank = SAID_OF_A_BLANK.get(name, "")
    return SAYS[name].format(row=row, what=str(getattr(row, NAMED.get(name, ""), "") or blank))


def _duty(due: Due, asking: Asking, ref: str) -> SuspectDuty:
    late = due.minutes_late(asking.at)
    name, way = DONE_BY[Duty(due.duty)]
    args = [ref, due.about] if due.duty in OF_A_ROW else [ref]
    days_late = max(0, due.days_late(asking.on)) if due.at is None and is_late(due, at=asking.at) else 0
    return SuspectDuty(due, max(late, 0), max(-late, 0), days_late, reverse(name, args=args), way)
