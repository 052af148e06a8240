"""People are handed over with no day between: offered, answered one by one, late answers one rank up.

APP MOSOVO: every person has a named manager. Until an offer is accepted the giver stays theirs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.workforce.facts import Course, Duty, Managed, Offer, OfferAnswer, Officer, Rank, Role
from watchkeeper.workforce.rules.authority import SUPERVISING, holds, in_post

CITE = "APP MOSOVO, named manager"
PROPOSED = "Watchkeeper proposal, hand-over"


def may_offer(
    by: Officer,
    spell: Managed | None,
    giver: Officer | None,
    receiver: Officer,
    law: Shelf,
    *,
    on: date,
    waiting: bool,
) -> Decision:
    """Whether `by` may offer a person to `receiver`, with everything against it.

    Offered are people who have a manager: by that manager, or by whoever supervises in the
    manager's unit. The receiver is another officer, in post, in a managing role, with every
    course in date; what they already hold is asked when they accept. `waiting` says that an
    offer of the same person is not answered yet. A force confirms all of it: a proposal.
    """
    courses = law["manager_courses"]
    supervises = giver is not None and by.role in SUPERVISING and by.unit == giver.unit
    own = spell is not None and by.ref == spell.officer
    return Decision(
        (
            Reason(spell is not None, "has a manager to be handed over from", CITE),
            Reason(own or supervises, "offered by their manager, or by a supervisor of that unit", PROPOSED),
            Reason(spell is None or receiver.ref != spell.officer, "offered to another officer", PROPOSED),
            in_post(receiver, on=on),
            _managing(receiver),
            *(holds(receiver.training, Course(name), courses.cite, on=on) for name in courses.words(on)),
            Reason(not waiting, "no earlier offer waits for its answer", PROPOSED),
        )
    )


def may_answer(
    offer: Offer,
    by: Officer,
    receiver: Officer,
    spell: Managed | None,
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    answered: bool,
    accepted: bool,
    reason: str,
) -> Decision:
    """Whether `by` may answer an offer, yes or no: a proposal a force confirms.

    The receiver answers. Past the last day for it, so may an officer at least one rank above
    the receiver who supervises in the receiver's unit. An offer is answered once, while the
    giver is still the manager, and a refusal says why.
    """
    above = (
        by.role in SUPERVISING
        and by.unit == receiver.unit
        and by.rank.at_least(receiver.rank.up(1))
        and on > answer_by(offer, law, calendar)
    )
    return Decision(
        (
            Reason(
                by.ref == offer.receiver or above,
                "answered by whoever it was offered to, or when late by one rank above",
                PROPOSED,
            ),
            Reason(not answered, "not answered before", PROPOSED),
            Reason(
                spell is not None and spell.officer == offer.giver, "still managed by the giver", PROPOSED
            ),
            Reason(accepted or bool(reason.strip()), "a refusal says why", PROPOSED),
        )
    )


def waiting(
    offers: Iterable[Offer], answers: Iterable[OfferAnswer], spell: Managed | None, *, on: date
) -> tuple[Offer, ...]:
    """The offers of one person without an answer on a day, while the giver is still their manager.

    An offer is of nothing once somebody else manages the person: APP MOSOVO, named manager.
    """
    holds = spell is not None and (spell.until is None or on < spell.until)
    if spell is None or not holds:
        return ()
    done = {answer.offer for answer in answers if answer.answered_on <= on}
    return tuple(
        offer
        for offer in offers
        if offer.offered_on <= on and offer.giver == spell.officer and offer.ref not in done
    )


def answer_by(offer: Offer, law: Shelf, calendar: Calendar) -> date:
    """The last day to answer an offer: working days of force policy after the day it was made."""
    return calendar.after(law["offer_answer_working_days"].whole(offer.offered_on), offer.offered_on)


def offer_due(offer: Offer, receiver: Rank, law: Shelf, calendar: Calendar, *, on: date) -> Due:
    """The answer still owed to an offer, and by whom.

    Owed by the receiver up to the last day of force policy; from the day after by one rank
    above as well. It stays owed until answered: silence is neither yes nor no.

    Examples
    --------
    Offered on Friday 20 March 2026, two working days allowed: Tuesday is the last.

    >>> from watchkeeper.law import calendar, shelf
    >>> from watchkeeper.workforce.facts import HandoverReason
    >>> offer = Offer("F1", "P1", "O1", "O2", date(2026, 3, 20), "O1", HandoverReason.LEAVE)
    >>> due = offer_due(
    ...     offer, Rank.CONSTABLE, shelf.load(), calendar.england_and_wales(), on=date(2026, 3, 25)
    ... )
    >>> due.by, due.because[-1].value
    (datetime.date(2026, 3, 24), 'sergeant')
    """
    row = law["offer_answer_working_days"]
    by = answer_by(offer, law, calendar)
    late = on > by
    because = (
        Given("offered on", day(offer.offered_on), row.cite),
        Given("offered to", offer.receiver, CITE),
        Given("manager until it is accepted", offer.giver, CITE),
        Given("answer owed by", str(receiver.up(1) if late else receiver), row.cite),
    )
    return Due(
        Duty.OFFER,
        Standing.OWED,
        by,
        row.cite,
        because,
        about=offer.ref,
        confirmed=row.confirmed,
        owner=str(receiver.up(1)) if late else offer.receiver,
    )


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether an officer has a shift ahead. None may mean leave or a long absence: it is said, not judged."""

    next_on: date | None
    says: str
    cite: str


def presence(shifts: Iterable[date], law: Shelf, *, on: date) -> Presence:
    """The next shift in the days of force policy from `on`, both ends counted; none is said as it is.

    A roster may not be known so far ahead, so that nobody is refused for want of a shift.
    """
    row = law["handover_shift_days"]
    ahead = row.whole(on)
    last = on + timedelta(days=ahead)
    found = min((each for each in shifts if on <= each <= last), default=None)
    says = f"next shift {day(found)}" if found else f"no shift on record in the next {days(ahead)}"
    return Presence(found, says, row.cite)


def _managing(officer: Officer) -> Reason:
    managing = officer.role in (Role.OFFENDER_MANAGER, Role.SUPERVISOR)
    return Reason(managing, f"is {officer.role}; offender manager or supervisor is needed", CITE)
