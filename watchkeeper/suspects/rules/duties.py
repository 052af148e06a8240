"""Every clock of one referral at an instant, each under the policy of the day it began."""

from datetime import datetime

from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.suspects.facts import Case
from watchkeeper.suspects.rules.alike import pairs_due
from watchkeeper.suspects.rules.children import asked_due, safeguard_due
from watchkeeper.suspects.rules.clocks import band_due, enforce_due
from watchkeeper.suspects.rules.closing import closed, second_look_due
from watchkeeper.suspects.rules.devices import devices_due, outcome_due
from watchkeeper.suspects.rules.prompts import prompts_due
from watchkeeper.suspects.rules.standing import part_of
from watchkeeper.suspects.rules.telling import telling_due


def duties(case: Case, law: Shelf, *, at: datetime) -> tuple[Due, ...]:
    """Everything owed in a referral at an instant; nothing before its receipt.

    One that is part of another owes nothing of its own: the other does, with the facts of both. What is
    owed to a child, to whoever manages somebody on the register and about suicide risk outlasts a close.
    """
    if case.received_at > at or part_of(case, at=at) is not None:
        return ()
    found: list[Due | None] = [
        safeguard_due(case, law, at=at),
        *telling_due(case, law, at=at),
        *prompts_due(case, law, at=at),
    ]
    if closed(case, law, at=at) is None:
        found += [
            band_due(case, law, at=at),
            enforce_due(case, law, at=at),
            asked_due(case, law, at=at),
            pairs_due(case, law, at=at),
            *devices_due(case, law, at=at),
        ]
        second = second_look_due(case, law, at=at)
        found.append(second if second is not None else outcome_due(case, law, at=at))
    return tuple(due for due in found if due is not None)
