"""Need to know: who may see a person's record, and why. Conflict, restriction and break-glass with it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from watchkeeper.access.facts import ConflictDeclared, Known, Opening, Relation, Restriction
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a, day
from watchkeeper.workforce.facts import Officer, Rank, Role

FORCE_WIDE = frozenset({Role.INSPECTION, Role.SYSTEM})
CITE = "Data Protection Act 2018, s.40"
NOT_AVAILABLE = Reason(False, "not available", CITE, "available")
"""All that is said of a restriction or a sealed conflict: the two cannot be told apart."""


def relation(officer: Officer, known: Known, law: Shelf, *, on: date) -> Relation:
    """How the officer stands to the person on a day; officers of force-wide units work for everybody."""
    if officer.ref == known.manager:
        return Relation.MANAGER
    if officer.unit and officer.unit == known.unit:
        return Relation.UNIT
    force = law["force_wide_units"].words(on)
    if officer.role in FORCE_WIDE or officer.unit in force:
        return Relation.FORCE
    return Relation.NONE


def may_see(officer: Officer, known: Known, law: Shelf, *, on: date) -> Decision:
    """Whether the officer may look at the person's record on a day.

    Asked in order, the first that answers decides: a conflict of interest shuts the record to
    the officer, whatever else; a restriction opens it to those it names and to the roles of
    policy; break-glass opens it to whoever broke it, a restricted record from the rank of
    policy up; else the officer must need to know, by manager, unit or force. A person whose
    unit nobody recorded is seen by the whole force: hidden from everybody they would be nobody's.
    """
    shut = conflict(officer, known)
    if shut is not None:
        return Decision((shut,))
    opened = Reason(officer.ref in known.opened, "opened by break-glass", law["break_glass_hours"].cite)
    if known.restriction is not None:
        named = _named(officer, known.restriction, law, on=on)
        if named.met:
            return Decision((named,))
        enough = may_open_restricted(officer, law, on=on)
        return Decision((opened, enough)) if opened.met and enough.met else Decision((NOT_AVAILABLE,))
    found = relation(officer, known, law, on=on)
    if found is not Relation.NONE or not known.unit:
        return Decision((Reason(True, str(found), CITE),))
    if opened.met:
        return Decision((opened,))
    return Decision(
        (
            Reason(
                False,
                "not of the person's unit, and not their manager",
                CITE,
                "of their unit, or their manager",
            ),
        )
    )


def may_work_on(officer: Officer, known: Known, law: Shelf, *, on: date) -> Decision:
    """Whether the officer may do more than look. Break-glass opens a record to read, policy says no more."""
    return may_see(officer, replace(known, opened=frozenset()), law, on=on)


def may_lift(officer: Officer, known: Known, law: Shelf, *, on: date) -> Decision:
    """Whether the officer may lift a restriction: whoever would need to know without it, named or not.

    The record of somebody restricted by an officer since gone would else stay shut for ever;
    lifting shows nothing, and is on the trail, Data Protection Act 2018 s.62.
    """
    there = Reason(known.restriction is not None, "the record is restricted", CITE)
    if not there.met:
        return Decision((there,))
    free = may_work_on(officer, replace(known, restriction=None), law, on=on)
    return Decision((there, *free.reasons))


def may_break_glass(officer: Officer, known: Known, reason: str, law: Shelf, *, on: date) -> Decision:
    """Whether the officer may open the record without need to know, for a reason given in words.

    Never against a conflict of interest; a restricted record from the rank of policy up. Who
    sees the record already has nothing to break.
    """
    shut = conflict(officer, known)
    if shut is not None:
        return Decision((shut,))
    least = law["break_glass_least_words"]
    words = least.whole(on)
    reasons = [
        Reason(
            not may_see(officer, known, law, on=on).allowed, "the record is shut to the officer", least.cite
        ),
        Reason(len(reason.split()) >= words, f"a reason in {words} words or more is given", least.cite),
    ]
    if not may_be_opened(officer, known, law, on=on):
        reasons.append(NOT_AVAILABLE)
    return Decision(tuple(reasons))


def may_be_opened(officer: Officer, known: Known, law: Shelf, *, on: date) -> bool:
    """Whether any reason at all would open the record to the officer: else it is not offered to them."""
    if conflict(officer, known) is not None:
        return False
    return known.restriction is None or may_open_restricted(officer, law, on=on).met


def may_review_opening(officer: Officer, opener_unit: str, known: Known, law: Shelf, *, on: date) -> Decision:
    """Whether the officer is one who may weigh an opening: of the unit of whoever opened, or of the person.

    Reads are accounted for, Data Protection Act 2018 s.62. Nobody with a conflict of interest
    weighs who looked at the person.
    """
    shut = conflict(officer, known)
    if shut is not None:
        return Decision((shut,))
    near = relation(officer, known, law, on=on) is not Relation.NONE or (
        bool(officer.unit) and officer.unit == opener_unit
    )
    return Decision((Reason(near, "of the unit of the officer, or of the person", CITE),))


def conflict(officer: Officer, known: Known) -> Reason | None:
    """Why a conflict of interest shuts the record to the officer; None when none stands.

    Code of Ethics, conflicts of interest. What the officer declared is said back to them; what
    was declared about them is sealed: they are told no more than that it is not available.
    """
    theirs = [each for each in known.conflicts if each.officer == officer.ref]
    if not theirs:
        return None
    if any(each.sealed for each in theirs):
        return NOT_AVAILABLE
    return Reason(
        False,
        f"a conflict of interest you declared on {day(theirs[0].since)} stands",
        CITE,
        "no conflict of interest is known",
    )


def may_open_restricted(officer: Officer, law: Shelf, *, on: date) -> Reason:
    """Whether the officer's rank lets break-glass open a restricted record: a proposal a force confirms."""
    row = law["break_glass_restricted_rank"]
    least = Rank(str(row.on(on)))
    return Reason(officer.rank.at_least(least), f"is {a(officer.rank)}; {least} or above is needed", row.cite)


def closes(restriction: Restriction, *, on: date) -> bool:
    """Whether a restriction is in force on a day: not before its first, nor from `until` or its lifting on.

    The law of the act itself is Data Protection Act 2018 s.40: no more access than there must be.
    """
    ended = (restriction.until, restriction.lifted_on)
    return restriction.since <= on and all(each is None or on < each for each in ended)


def stands(declared: ConflictDeclared, *, on: date) -> bool:
    """Whether a conflict of interest stands on a day: from the day declared to the day before it ended."""
    return declared.since <= on and (declared.ended_on is None or on < declared.ended_on)


def is_open(opening: Opening, *, at: datetime) -> bool:
    """Whether a record opened by break-glass is still open at an instant; shut at `until` itself."""
    return opening.at <= at < opening.until


def shut_again(at: datetime, law: Shelf, *, on: date) -> datetime:
    """When break-glass that opens at `at` shuts again: the hours of policy later."""
    return at + timedelta(hours=law["break_glass_hours"].whole(on))


def review_opening_by(opened_on: date, law: Shelf) -> date:
    """The last day by which another officer reviews an opening: whole days of policy, inclusive."""
    return opened_on + timedelta(days=law["break_glass_review_days"].whole(opened_on))


def review_restriction_by(on: date, law: Shelf) -> date:
    """The last day by which a restriction made or kept on a day is looked at again, by policy."""
    return on + timedelta(days=law["restriction_review_days"].whole(on))


def _named(officer: Officer, restriction: Restriction, law: Shelf, *, on: date) -> Reason:
    if officer.ref == restriction.by:
        return Reason(True, "restricted the record", CITE)
    if officer.ref in restriction.named:
        return Reason(True, "named on the restriction", CITE)
    row = law["restricted_seen_by"]
    return Reason(officer.role in row.words(on), f"{officer.role}: sees restricted records", row.cite)
