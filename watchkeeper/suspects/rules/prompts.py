"""The suicide risk of a suspect, asked about at each point it is known to rise, and answered by name.

No score is made: an officer asks, says what was seen, and what was done. HMICFRS, April 2023.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from watchkeeper.law.clocks import hours_after, london_day
from watchkeeper.law.due import Due, Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import moment
from watchkeeper.suspects.facts import DEVICE_RESULT, Case, DeviceStep, Duty, PromptAnswered
from watchkeeper.suspects.rules.clocks import owed


@dataclass(frozen=True, slots=True)
class Prompt:
    """A point at which somebody must answer: what happened, when, and the answer if there is one."""

    trigger: str
    what: str
    at: datetime
    answered: PromptAnswered | None = None


def prompts(case: Case, law: Shelf, *, at: datetime) -> Iterator[Prompt]:
    """Every point by an instant at which policy asks, the first first, each with its answer.

    An answer without a name, or without words from the list, is none.
    """
    row = law["suspect_prompt_hours"]
    found = [(step.at, step.ref, str(step.kind)) for step in case.steps]
    found += [(each.at, each.ref, DEVICE_RESULT) for each in case.devices if each.step is DeviceStep.RESULT]
    for when, ref, what in sorted(found):
        asked = row.on(london_day(when))
        if when <= at and isinstance(asked, dict) and what in asked:
            given = (
                each
                for each in case.prompts
                if each.trigger == ref and when <= each.at <= at and each.by and each.answer is not None
            )
            yield Prompt(ref, what, when, max(given, key=lambda each: (each.at, each.ref), default=None))


def prompts_due(case: Case, law: Shelf, *, at: datetime) -> Iterator[Due]:
    """The last instant to answer each prompt nobody has answered. Closing a referral does not end it."""
    row = law["suspect_prompt_hours"]
    for each in prompts(case, law, at=at):
        if each.answered is None:
            last = hours_after(row.of(each.what, london_day(each.at)), each.at)
            because = (Given(each.what, moment(each.at)), Given("answered by name", "nobody yet"))
            yield owed(Duty.PROMPT, row, each.at, last, because, each.trigger)
