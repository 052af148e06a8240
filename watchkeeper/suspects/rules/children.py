"""Children near a suspect: asked about, and referred to a local authority. HMICFRS, April 2023.

The inspectorate found children referred to partners late. A child is near by what officers recorded, by
what a suspect works as, or by the records of people at the address or within the distance of policy;
whatever any of these says outweighs a no.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from watchkeeper.law.clocks import london_day
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import moment
from watchkeeper.suspects.facts import Case, Duty
from watchkeeper.suspects.rules.clocks import INSPECTOR, in_hours, owed
from watchkeeper.suspects.rules.standing import addresses_of, people_of


class NearChild(NamedTuple):
    """One way a child is known to be near a suspect: since when it is known, what, and by which clause."""

    since: datetime
    what: str
    cite: str = ""


def is_near(metres: float, law: Shelf, *, on: date) -> Decision:
    """Whether a home so far from a suspect's address is near it, by policy; at the very distance it is."""
    row = law["suspect_child_metres"]
    most = row.whole(on)
    return Decision((Reason(metres <= most, f"{round(metres):,} m away; {most:,} m is near", row.cite),))


def near(case: Case, law: Shelf, *, at: datetime) -> Iterator[NearChild]:
    """Each way a child is known to be near a suspect. How far is near, policy says of the day asked about."""
    for child in case.children:
        if child.at <= at:
            yield NearChild(child.at, f"a child: {child.tie}")
    for since, postcode, children in addresses_of(case, at=at):
        metres = case.known.child_near.get(postcode)
        if children:
            yield NearChild(since, "a child at the address, as recorded in the referral")
        elif metres is not None and not metres:  # the very postcode; another at its point is never 0
            yield NearChild(since, "a child at the address, by the records of people")
        elif metres is not None and (said := is_near(metres, law, on=london_day(at))).allowed:
            reason = said.reasons[0]
            what = f"a child lives near the address, by the records of people: {reason.says}"
            yield NearChild(since, what, reason.cite)
    for since, _, works in people_of(case, at=at):
        if works:
            yield NearChild(since, "a suspect works with children")


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
    unmet = sorted(each for each in near(case, law, at=at) if not any(each.since <= when for when in done))
    if not unmet:
        return None
    row, since = law["suspect_safeguard_hours"], unmet[0].since
    because = tuple(Given(each.what, moment(each.since), each.cite) for each in unmet)
    because = (*because, Given("referred to a local authority", "not recorded since"))
    due = owed(Duty.SAFEGUARD, row, since, in_hours(row, since), because, case.referral.ref, to=INSPECTOR)
    sure = law["suspect_child_metres"].confirmed or not any(each.cite for each in unmet)
    return replace(due, confirmed=due.confirmed and sure)
