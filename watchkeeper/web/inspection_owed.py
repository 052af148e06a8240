"""What the force's own inspection waits for from one officer, for a Today without that part of the brief."""

from dataclasses import dataclass

from watchkeeper.briefing.inspection_night import owed_to_inspection
from watchkeeper.law.due import Due
from watchkeeper.web.asking import Asking
from watchkeeper.web.brief_shown import inspection_address
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class OwedShown:
    """One duty and the page where it is met."""

    due: Due
    href: str


def owed_to(asking: Asking) -> list[OwedShown]:
    """Everything put to the officer by name, as known now, the earliest first; late or not."""
    if not asking.may(Power.ANSWER_FINDING).allowed:
        return []
    dues, _ = owed_to_inspection(
        asking.law, asking.calendar, on=asking.on, known_at=asking.at, officer=asking.officer.ref
    )
    return [OwedShown(due, inspection_address(due.duty, due.about)) for due in dues]
