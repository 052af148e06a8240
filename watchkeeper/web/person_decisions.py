"""Decisions on a person: those owed, and those recorded with their reason, their rank and their end."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from watchkeeper.escalation.facts import Choice, Decided
from watchkeeper.escalation.rules.decisions import expires, undone_since
from watchkeeper.law.wording import day
from watchkeeper.web.escalation import failures_listed
from watchkeeper.web.person_acts import decision_link, offered
from watchkeeper.web.person_reading import Reading


@dataclass(frozen=True, slots=True)
class Past:
    """A recorded decision, the first day it no longer holds, and what came of it."""

    decided: Decided
    expires: date
    holds: bool
    came: str


def decisions(reading: Reading) -> dict[str, Any]:
    """What the page shows."""
    taken = [one for one in reading.recorded.decisions if one.decided_on <= reading.on]
    taken.sort(key=lambda one: (one.decided_on, one.ref), reverse=True)
    found = [_ruling(one, reading) for one in taken]
    return {
        "owed": [(each, decision_link(reading, each.ground)) for each in reading.explained.owed],
        "step": reading.explained.step,
        "decisions": found,
        "holding": sum(one.holds for one in found),
        "failures": failures_listed(reading.ref, reading.explained.failures),
        "back": bool(reading.back),
        "charges": sorted(
            (one for one in reading.recorded.charges if one.charged_on <= reading.on),
            key=lambda one: one.charged_on,
            reverse=True,
        ),
        "offers": offered(reading, "person-decisions"),
    }


def _ruling(decided: Decided, reading: Reading) -> Past:
    law, on, outlook = reading.asking.law, reading.on, reading.case.outlook
    ends = expires(decided, outlook.level.level if outlook.level else None, law, on=on)
    late = undone_since(decided, reading.case.contact, law, on=on)
    if decided.done_on is not None and decided.done_on <= on:
        came = f"carried out on {day(decided.done_on)}"
    elif decided.choice is Choice.NO_ACTION:
        came = "nothing was to be done"
    elif late is not None:
        came = f"not recorded as done; late since {day(late)}"
    else:
        came = "not yet recorded as done" if on < ends else "never recorded as done"
    return Past(decided, ends, on < ends, came)
