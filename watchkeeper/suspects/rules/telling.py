"""Telling the manager of somebody on the register that they are a suspect.

PEEL 2023-25 Metropolitan found the risk of those on the register and of online child abusers unmanaged:
where they are one person, whoever manages them must not be the last to know.
"""

from collections.abc import Iterator
from datetime import datetime

from watchkeeper.law.due import Due, Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import moment
from watchkeeper.suspects.facts import Case, Duty
from watchkeeper.suspects.rules.clocks import in_hours, owed
from watchkeeper.suspects.rules.standing import people_of


def telling_due(case: Case, law: Shelf, *, at: datetime) -> Iterator[Due]:
    """The last instant to tell the manager of each suspect on the register; told once is told.

    The duty is about the referral and names no person: `about` is the referral's ref.
    """
    told = {each.person for each in case.told if each.at <= at}
    since: dict[str, datetime] = {}
    for when, person, _ in people_of(case, at=at):
        if person in case.known.registered and person not in told:
            since[person] = min(when, since.get(person, when))
    row = law["suspect_manager_hours"]
    for _, when in sorted(since.items()):
        because = (
            Given("somebody on the register is a suspect", moment(when)),
            Given("manager told", "not recorded"),
        )
        yield owed(Duty.TELL_MANAGER, row, when, in_hours(row, when), because, case.referral.ref)
