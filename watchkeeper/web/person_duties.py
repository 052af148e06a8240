"""Every clock of a person: what is owed, by when, why, and what happens if it is not done."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from watchkeeper.escalation.failing import OFFENCES
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.wording import day, days
from watchkeeper.registers.facts import Duty as Register
from watchkeeper.risk.facts import Duty as Risk
from watchkeeper.visits.facts import Duty as Door
from watchkeeper.web.person_acts import decision_link, offered
from watchkeeper.web.person_reading import Reading
from watchkeeper.workforce.facts import Duty as Staff


class Clock(StrEnum):
    """How a clock stands on the day, loudest first."""

    MISSING = "cannot be worked out"
    LATE = "late"
    COMING = "coming"
    HELD = "held"
    NONE = "nothing owed"


SAYS: Mapping[Clock, str] = {
    Clock.MISSING: "A fact is missing. Find it: until then nobody knows by when.",
    Clock.LATE: "The last day has gone by.",
    Clock.COMING: "The last day is still to come.",
    Clock.HELD: "The clock is stopped while the person is away.",
    Clock.NONE: "Nothing is owed, and why.",
}
TAGS: Mapping[Clock, str] = {
    Clock.MISSING: "govuk-tag--purple",
    Clock.LATE: "govuk-tag--red",
    Clock.COMING: "govuk-tag--blue",
    Clock.HELD: "govuk-tag--grey",
    Clock.NONE: "govuk-tag--green",
}
OTHERWISE: Mapping[str, str] = {
    Register.PERIOD: "After it the person is no longer on the register, and nothing more can be asked.",
    Register.BORN_ON: "The adult period is used, and may be twice too long.",
    Register.NON_EVENT: "The change that was announced goes on counting as made.",
    Register.ORDER_EXPIRY: "The order lapses, and what it forbids is allowed.",
    Register.TRAVEL_RENEWAL: "The travel prohibition lapses, and the person may travel.",
    Register.ORDER_TERM: "The order may be challenged: the law allows none so short.",
    Register.CONDITION_TEST: "A breach of the order goes unseen.",
    Register.PASSPORTS_SURRENDERED: "The person may leave the country against the order.",
    Register.PASSPORTS_RETURNED: "The force keeps what it has no power to keep.",
    Register.TRAVEL_PROHIBITED: "The person may leave the country against the order, which is an offence.",
    Register.REVIEW_OPEN: "Nothing: the person may ask, and need not.",
    Register.REVIEW_ACKNOWLEDGED: "The force is in breach of the Act.",
    Register.REVIEW_BODIES: "The decision is made without what other agencies know.",
    Register.REVIEW_DECIDED: "The force is in breach of the Act, and the person may complain or go to court.",
    Register.REVIEW_APPEAL: "After the last day the decision stands.",
    Risk.LEVEL: "The strictest intervals are used until somebody sets a level.",
    Risk.ASSESSMENT: "The level and the plan rest on what may no longer be true.",
    Risk.PROBATION_ASSESSMENT: "The level and the plan rest on what may no longer be true; probation leads.",
    Risk.SIGN_OFF: "Nobody but its author has looked at the assessment.",
    Risk.OPEN_ASSESSMENT: "What was begun is not finished, and nothing can rest on it.",
    Risk.ASSESSOR: "What somebody untrained concluded goes on standing as the assessment.",
    Risk.LEVEL_BELOW: "The person is managed at a level the score speaks against, and nobody has said why.",
    Risk.PLAN_ACTION: "The plan says what nobody does.",
    Risk.REPEAT: "The level rests on answers that may no longer be true.",
    Risk.SECOND_RATING: "Nobody can say how far officers agree with this instrument.",
    Risk.PLAN: "Nobody has said how the risk is managed.",
    Risk.SUPERVISOR_REVIEW: "Nobody but the manager has looked at the case.",
    Risk.INTELLIGENCE_REVIEW: "What is known of the person is not acted on.",
    Risk.INTELLIGENCE_FLAG: "Officers elsewhere who meet the person do not know who they are.",
    Risk.OVERRIDE: "What force policy says holds again, until somebody decides.",
    Door.VISIT: "The person is unmanaged. If it goes on, an enforcement decision is owed.",
    Door.FIRST_VISIT: "The person is unmanaged, and nobody has seen how they live.",
    Door.NOTICE_AUTHORITY: "The visit stands as announced without authority.",
    Door.CREW: "Officers may be hurt.",
    Door.RECORD: "The visit cannot be relied on, for a warrant or for anything else.",
    Door.PATTERN: "The person can tell when the police will come, and be ready for them.",
    Staff.MANAGER: "Nobody answers for the person.",
    Staff.MANAGER_TRAINING: "Somebody manages the person without the training for it.",
    Staff.OFFER: "The people offered stay with whoever offered them.",
    Staff.CASELOAD: "Nobody may be given to the manager.",
}
"""What happens if a duty is not done; those whose breach is an offence say so by themselves."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A clock as the page shows it."""

    due: Due
    clock: Clock
    stands: str
    otherwise: str

    @property
    def tag(self) -> str:
        """The colour of its tag, beside its words."""
        return TAGS[self.clock]


def clocks(reading: Reading) -> list[Shown]:
    """Every clock, loudest first: missing, late by days, coming by date, held, nothing owed."""
    found = [shown(due, reading) for due in reading.explained.dues]
    order = list(Clock)
    return sorted(found, key=lambda one: (order.index(one.clock), one.due.by or reading.on, one.due.duty))


def shown(due: Due, reading: Reading) -> Shown:
    """One clock with how it stands on the day."""
    clock, stands = _stands(due, reading)
    return Shown(due, clock, stands, otherwise(due.duty))


def otherwise(duty: str) -> str:
    """What happens if a duty is not done."""
    if duty in OTHERWISE:
        return OTHERWISE[duty]
    if duty in OFFENCES:
        return (
            f"Failing to notify without reasonable excuse is an offence, Sexual Offences Act 2003, s.91, "
            f"in breach of {OFFENCES[duty]}. It goes on until it is put right, and a decision on it is owed."
        )
    return ""


def _stands(due: Due, reading: Reading) -> tuple[Clock, str]:
    if due.by is None:
        clock = {Standing.MISSING: Clock.MISSING, Standing.HELD: Clock.HELD}.get(due.standing, Clock.NONE)
        return clock, ""
    late = due.days_late(reading.on)
    if late > 0:
        return Clock.LATE, f"was due by {day(due.by)}, {days(late)} late"
    return (
        Clock.COMING,
        f"by {day(due.by)}, {days(-late)} left" if late else f"by {day(due.by)}: today is the last day",
    )


def duties(reading: Reading) -> dict[str, Any]:
    """What the page shows: decisions owed, the next step, and every clock by how it stands."""
    found = clocks(reading)
    groups = [(clock, SAYS[clock], [one for one in found if one.clock is clock]) for clock in Clock]
    return {
        "owed": [(each, decision_link(reading, each.ground)) for each in reading.explained.owed],
        "step": reading.explained.step,
        "period": reading.explained.period,
        "groups": [group for group in groups if group[2]],
        "counts": [(clock, len(some)) for clock, _, some in groups],
        "late_worst": next((one for one in found if one.clock is Clock.LATE), None),
        "unconfirmed": any(not one.due.confirmed for one in found),
        "offers": offered(reading, "person-duties"),
    }
