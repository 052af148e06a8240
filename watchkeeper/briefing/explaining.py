"""Every clock of one person, explained: what `watchkeeper due PERSON` shows."""

import json
from dataclasses import dataclass
from datetime import date

from watchkeeper.briefing.clocks import clocks, every_failure, failures, owed, step
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.lines import NOBODY, manager_on
from watchkeeper.escalation.facts import Failure, Owed
from watchkeeper.escalation.rules.grounds import describe
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.registers.rules.periods import reckon
from watchkeeper.risk.facts import Level


@dataclass(frozen=True, slots=True)
class Explained:
    """One person on one day. `period` and `step` are sentences; `step` is empty when none is proposed."""

    ref: str
    on: date
    level: Level | None
    manager: str
    period: str
    owed: tuple[Owed, ...]
    step: str
    dues: tuple[Due, ...]
    failures: tuple[Failure, ...] = ()


def explained(case: Case, law: Shelf, calendar: Calendar, *, on: date) -> Explained:
    """Ask every rule about one person, once, and keep every reason."""
    dues = clocks(case, law, calendar, on=on)
    asked = owed(case, dues, law, calendar, on=on)
    proposed = step(case, asked, law, calendar, on=on)
    return Explained(
        case.ref,
        on,
        case.outlook.level.level if case.outlook.level else None,
        f"managed by {manager}" if (manager := manager_on(case, on=on)) else NOBODY,
        _period(case, law, on),
        asked,
        f"{proposed.step}: {'; '.join(proposed.because)} [{proposed.cite}]",
        dues,
        every_failure(case, failures(case, dues, law, on=on), law, on=on),
    )


def _period(case: Case, law: Shelf, on: date) -> str:
    reckoned = reckon(case.subject, law, on=on)
    found = reckoned.period
    if found is None and not reckoned.subject:
        return f"Notification period: {'; '.join(given.value for given in reckoned.given)}."
    if found is None:
        return "Notification period: cannot be worked out; treated as still running."
    ends = f"to {day(found.last)}" if found.last else "without end"
    return f"Notification period: from {day(found.begins)} {ends} ({found.cite})."


def as_json(found: Explained) -> bytes:
    """The explanation as JSON, in UTF-8."""
    return (
        json.dumps(
            {
                "who": found.ref,
                "on": found.on.isoformat(),
                "level": found.level,
                "manager": found.manager,
                "period": found.period,
                "decisions_owed": [
                    {
                        "ground": each.ground,
                        "since": each.since.isoformat(),
                        "by": each.by.isoformat(),
                        "rank": each.rank,
                        "because": each.because,
                        "options": each.options,
                        "authority": each.cite,
                    }
                    for each in found.owed
                ],
                "next_step": found.step,
                "failures_to_notify": [
                    {
                        "duty": each.duty,
                        "about": each.ref,
                        "since": each.failed_on.isoformat(),
                        "notified_on": each.answered_on.isoformat() if each.answered_on else None,
                        "days_late": each.days_late,
                        "excused": bool(each.excuse),
                        "prosecuted": each.prosecuted,
                        "says": describe(each),
                    }
                    for each in found.failures
                ],
                "duties": [
                    {
                        "duty": each.duty,
                        "about": each.about,
                        "standing": each.standing,
                        "by": each.by.isoformat() if each.by else None,
                        "days_late": each.days_late(found.on) if each.by else None,
                        "because": [
                            {"what": given.what, "value": given.value, "authority": given.cite}
                            for given in each.because
                        ],
                        "authority": each.cite,
                        "confirmed": each.confirmed,
                    }
                    for each in found.dues
                ],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    ).encode()
