"""Children near a suspect: asked about, and referred to a local authority. HMICFRS, April 2023.

The inspectorate found children referred to partners late. A child is near by what officers recorded, by
what a suspect works as, or by the records of people at the same address; whatever any of these says
outweighs a no.
"""

from collections.abc import Iterator
from datetime import datetime

from watchkeeper.law.due import Due, Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import moment
from watchkeeper.suspects.facts import Case, Duty
from watchkeeper.suspects.rules.clocks import INSPECTOR, in_hours, owed
from watchkeeper.suspects.rules.standing import addresses_of, people_of


def near(case: Case, *, at: datetime) -> Iterator[tuple[datetime, str]]:
    """Each way a child is known to be near a suspect, and since when it has been known."""
    for child in case.children:
        if child.at <= at:
            yield child.at, f"a child: {child.tie}"
    for since, postcode, children in addresses_of(case, at=at):
        if children:
            yield since, "a child at the address, as recorded in the referral"
        elif postcode and _key(postcode) in {_key(each) for each in case.known.child_at}:
            yield since, "a child at the address, by the records of people"
    for since, _, works in people_of(case, at=at):
        if works:
            yield since, "a suspect works with children"


def asked_due(case: Case, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant to ask whether children are at each address, and whether each suspect works with some.

    None once every answer is there; a blank is no answer, and never a no.
    """
    unknown = [
        (since, "whether a child is at the address")
        for since, _, said in addresses_of(case, at=at)
        if said is None
    ]
    unknown += [
        (since, "whether a suspect works with children")
        for since, _, said in people_of(case, at=at)
        if said is None
    ]
    if not unknown:
        return None
    row, since = law["suspect_children_hours"], min(when for when, _ in unknown)
    because = (Given("known since", moment(since)), *(Given("not recorded", what) for _, what in unknown))
    return owed(Duty.CHILDREN, row, since, in_hours(row, since), because, case.referral.ref)


def safeguard_due(case: Case, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant to refer the first child near a suspect who was not; None where each was.

    A referral to the authority counts for every child known by then, and for none found after it.
    Closing a referral does not end it: what is owed to a child is owed still.
    """
    done = [each.at for each in case.safeguards if each.at <= at]
    unmet = sorted(each for each in near(case, at=at) if not any(each[0] <= when for when in done))
    if not unmet:
        return None
    row, since = law["suspect_safeguard_hours"], unmet[0][0]
    because = tuple(Given(what, moment(when)) for when, what in unmet)
    because = (*because, Given("referred to a local authority", "not recorded since"))
    return owed(Duty.SAFEGUARD, row, since, in_hours(row, since), because, case.referral.ref, to=INSPECTOR)


def _key(postcode: str) -> str:
    return "".join(postcode.split()).casefold()
