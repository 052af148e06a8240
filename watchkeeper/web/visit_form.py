"""The form of a visit: what was typed, read into one record, with every problem at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from watchkeeper.today import LONDON
from watchkeeper.visits.facts import (
    Age,
    Complied,
    ConditionCheck,
    DeviceCheck,
    DeviceFollowUp,
    DeviceKind,
    DeviceMethod,
    DeviceResult,
    Doorstep,
    NoticeReason,
    Outcome,
    Present,
    Purpose,
    Tie,
    Visit,
)
from watchkeeper.web.entered import TOO_LONG, short_enough

PEOPLE_THERE = range(1, 5)
DEVICES = range(1, 4)
LONGEST_KEY = 64
YES_NO = {"yes": True, "no": False}
OUTCOMES = {
    Outcome.SEEN: "Seen at the door",
    Outcome.ENTERED: "Seen, and let in",
    Outcome.REFUSED: "There, and refused us entry",
    Outcome.NO_REPLY: "No reply",
    Outcome.NOT_AT_HOME: "Not at home: somebody else answered",
    Outcome.GONE_AWAY: "Gone away: no longer lives there",
    Outcome.NO_SUCH_ADDRESS: "No such address",
    Outcome.CALLED_OFF: "Called off: we never got to the door",
}
SOUGHT = {
    "yes": "Yes: we asked to come in and search",
    "no": "No: we knocked, talked or looked in",
}
NOWHERE = "elsewhere"


@dataclass(slots=True)
class Problems:
    """What is wrong with what was typed: field and words, in the order of the form."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, says: str) -> None:
        self.found.append((name, says))

    def one_of[Code: StrEnum](
        self, typed: Mapping[str, str], name: str, codes: type[Code], says: str, *, needed: bool = True
    ) -> Code | None:
        """The code chosen; None, with a problem where it is needed, when nothing or nothing known was."""
        said = typed.get(name, "")
        if said in set(codes):
            return codes(said)
        if said or needed:
            self.add(name, says)
        return None


def read(
    typed: Mapping[str, str], crew: Iterable[str], conditions: Iterable[str], *, now: datetime
) -> tuple[Doorstep | None, list[tuple[str, str]]]:
    """The record the form says, or None and every problem. `conditions` are refs that may be asked of."""
    problems = Problems()
    at = _at(typed, problems, now=now)
    purpose = problems.one_of(typed, "purpose", Purpose, "Choose what the visit was for")
    sought = YES_NO.get(typed.get("sought", ""))
    if sought is None:
        problems.add("sought", "Say whether entry was sought in order to search")
    outcome = problems.one_of(typed, "outcome", Outcome, "Choose what happened at the door")
    present = _present(typed, problems)
    devices = _devices(typed, problems)
    checks = _conditions(typed, conditions, problems)
    hours, reason = _notice(typed, problems)
    officers = tuple(dict.fromkeys(each.strip() for each in crew if each.strip()))
    if not officers and outcome is not Outcome.CALLED_OFF:
        problems.add("crew-1", "Say which officers were at the door")
    if short_enough(officers) != officers:
        problems.add("crew-other", TOO_LONG)
    place = typed.get("place", "")
    if not place:
        problems.add("place", "Choose the address you went to")
    if problems.found or at is None:
        return None, problems.found
    visit = Visit(
        ref="",
        at=at,
        premises="" if place == NOWHERE else place,
        purpose=purpose,
        sought_entry_to_search=bool(sought),
        outcome=outcome,
        notice_hours=hours,
        notice_reason=reason,
        notice_authorised_by=typed.get("notice_by", "").strip() if hours is not None else "",
        crew=officers,
    )
    notes = typed.get("notes", "").replace("\r\n", "\n").strip()
    key = typed.get("key", "")[:LONGEST_KEY]
    return Doorstep(visit, key, present, devices, checks, notes, _kept(typed.get("kept_at", ""))), []


def blank(now: datetime, *, key: str, place: str, officer: str) -> dict[str, str]:
    """What the form says before anybody types: now, at home, and whoever asks at the door."""
    here = now.astimezone(LONDON)
    return {
        "key": key,
        "day": here.date().isoformat(),
        "time": f"{here:%H:%M}",
        "place": place,
        "crew-1": officer,
    }


def of(doorstep: Doorstep, *, key: str) -> dict[str, str]:
    """What the form says of a record already made. What was not recorded is blank."""
    visit = doorstep.visit
    here = visit.at.astimezone(LONDON)
    first, second, *others = (*visit.crew, "", "")
    typed = {
        "key": key,
        "day": here.date().isoformat(),
        "time": f"{here:%H:%M}",
        "purpose": visit.purpose or "",
        "sought": "yes" if visit.sought_entry_to_search else "no",
        "outcome": visit.outcome or "",
        "place": visit.premises or NOWHERE,
        "crew-1": first,
        "crew-2": second,
        "crew-other": " ".join(each for each in others if each),
        "notice": "no" if visit.notice_hours is None else "yes",
        "notice_hours": "" if visit.notice_hours is None else str(visit.notice_hours),
        "notice_reason": visit.notice_reason or "",
        "notice_by": visit.notice_authorised_by,
        "notes": doorstep.notes,
    }
    for number, one in zip(PEOPLE_THERE, doorstep.present, strict=False):
        part = f"present-{number}"
        typed |= {f"{part}-age": one.age, f"{part}-tie": one.tie, f"{part}-name": one.name}
    for number, each in zip(DEVICES, doorstep.devices, strict=False):
        part = f"device-{number}"
        typed |= {f"{part}-kind": each.kind, f"{part}-method": each.method}
        typed |= {f"{part}-result": each.result, f"{part}-follow_up": each.follow_up}
    for check in doorstep.conditions:
        name = f"condition-{check.condition}"
        typed |= {name: check.complied, f"{name}-how": check.how}
    return typed


def _at(typed: Mapping[str, str], problems: Problems, *, now: datetime) -> datetime | None:
    try:
        day = date.fromisoformat(typed.get("day", ""))
    except ValueError:
        problems.add("day", "Enter the day of the visit")
        return None
    try:
        hour = time.fromisoformat(typed.get("time", ""))
    except ValueError:
        problems.add("time", "Enter the time at the door, such as 18:40")
        return None
    at = datetime.combine(day, hour.replace(tzinfo=None), LONDON).astimezone(UTC)
    if at > now:
        problems.add("time", "The time at the door cannot be in the future")
        return None
    return at


def _present(typed: Mapping[str, str], problems: Problems) -> tuple[Present, ...]:
    found = []
    for number in PEOPLE_THERE:
        names = [f"present-{number}-{part}" for part in ("age", "tie", "name")]
        if not any(typed.get(name, "").strip() for name in names):
            continue
        age = problems.one_of(typed, names[0], Age, f"Person {number}: say whether adult or child")
        tie = problems.one_of(typed, names[1], Tie, f"Person {number}: choose who they are", needed=False)
        if age is not None:
            found.append(Present(age, tie or Tie.NOT_SAID, typed.get(names[2], "").strip()))
    return tuple(found)


def _devices(typed: Mapping[str, str], problems: Problems) -> tuple[DeviceCheck, ...]:
    found = []
    for number in DEVICES:
        names = [f"device-{number}-{part}" for part in ("kind", "method", "result", "follow_up")]
        if not any(typed.get(name, "") for name in names):
            continue
        kind = problems.one_of(typed, names[0], DeviceKind, f"Device {number}: choose what it is")
        method = problems.one_of(typed, names[1], DeviceMethod, f"Device {number}: choose how it was checked")
        result = problems.one_of(typed, names[2], DeviceResult, f"Device {number}: choose what came of it")
        after = problems.one_of(
            typed, names[3], DeviceFollowUp, f"Device {number}: choose what follows", needed=False
        )
        if kind is not None and method is not None and result is not None:
            found.append(DeviceCheck(kind, method, result, after or DeviceFollowUp.NONE))
    return tuple(found)


def _conditions(
    typed: Mapping[str, str], refs: Iterable[str], problems: Problems
) -> tuple[ConditionCheck, ...]:
    found = []
    for ref in refs:
        name = f"condition-{ref}"
        says = f"Condition {ref}: choose yes, no or not tested"
        complied = problems.one_of(typed, name, Complied, says, needed=False)
        if complied is not None:
            found.append(ConditionCheck(ref, complied, typed.get(f"{name}-how", "").strip()))
    return tuple(found)


def _notice(typed: Mapping[str, str], problems: Problems) -> tuple[int | None, NoticeReason | None]:
    if typed.get("notice", "") != "yes":
        return None, None
    reason = problems.one_of(
        typed, "notice_reason", NoticeReason, "Choose why the visit was announced", needed=False
    )
    hours = typed.get("notice_hours", "").strip()
    if not hours.isascii() or not hours.isdigit():
        problems.add("notice_hours", "Enter how many hours of notice were given, in figures")
        return None, reason
    return int(hours[:6]), reason


def _kept(text: str) -> datetime | None:
    try:
        kept = datetime.fromisoformat(text)
    except ValueError:
        return None
    return kept if kept.tzinfo else None


def as_typed(posted: Any) -> dict[str, str]:
    """What was posted, one value for each field."""
    return {name: posted.get(name, "") for name in posted}


def crew(typed: Mapping[str, str]) -> list[str]:
    """The officers at the door, as chosen and as typed, parted by spaces, commas or semicolons."""
    other = typed.get("crew-other", "").replace(";", " ").replace(",", " ").split()
    return [typed.get("crew-1", ""), typed.get("crew-2", ""), *other]
