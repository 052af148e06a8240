"""Closing a referral: without action only after a second look, and never before children are referred.

The second look is that of crimes, `crimes.rules.closing`: images of children are of a kind no crime is
closed of without action before somebody else has looked, and a referral is no less.
"""

from datetime import datetime

from watchkeeper.crimes.facts import Case as OfCrime
from watchkeeper.crimes.facts import Crime, CrimeKind, Finalised
from watchkeeper.crimes.rules import closing as crimes
from watchkeeper.law.clocks import london_day
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.suspects.facts import Case, Duty
from watchkeeper.suspects.rules.children import safeguard_due
from watchkeeper.suspects.rules.prompts import prompts_due
from watchkeeper.suspects.rules.telling import telling_due

KINDS = frozenset({str(CrimeKind.INDECENT_IMAGES)})


def closed(case: Case, law: Shelf, *, at: datetime) -> Finalised | None:
    """The proposal under which the referral is closed at an instant; None while it is open.

    One made before all that is one with it had come closes nothing.
    """
    whole = london_day(max(each.received_at for each in (case.referral, *case.also)))
    found = crimes.closed_for_good(_as_crime(case), KINDS, law, on=london_day(at))
    return found if found is not None and (found.on is None or found.on >= whole) else None


def second_look_due(case: Case, law: Shelf, *, at: datetime) -> Due | None:
    """The last day of the second look at the newest proposal; None where none is waited for."""
    found = crimes.second_look_due(_as_crime(case), KINDS, law, on=london_day(at))
    if found is None:
        return None
    return Due(
        *(Duty.SECOND_LOOK, found.standing, found.by, found.cite, found.because, found.about),
        confirmed=found.confirmed,
        owner=found.owner,
    )


def waits(case: Case, law: Shelf, *, at: datetime) -> Finalised | None:
    """The newest proposal, where it waits for its second look."""
    due = second_look_due(case, law, at=at)
    return next((each for each in case.finals if due is not None and each.ref == due.about), None)


def looks_again(outcome: int, law: Shelf, *, at: datetime) -> bool:
    """Whether an outcome needs a second look."""
    on = london_day(at)
    return crimes.needs_second_look(Finalised("", "", outcome, on, ""), KINDS, law, on=on)


def may_close(case: Case, outcome: int, reason: str, law: Shelf, *, at: datetime) -> Decision:
    """Whether a referral may be proposed to be closed, with everything that is missing.

    Children near are referred, managers told and prompts answered first, whatever the outcome.
    """
    on = london_day(at)
    codes = law["outcome_codes"]
    first, last = codes.wholes(on)
    safe = safeguard_due(case, law, at=at) is None
    words = len(reason.split()) >= law["second_look_least_words"].whole(on)
    return Decision(
        (
            Reason(first <= outcome <= last, f"an outcome from {first} to {last} is given", codes.cite),
            Reason(words, "a reason is given in words enough", law["second_look_least_words"].cite),
            Reason(closed(case, law, at=at) is None, "the referral is open", RECORDS),
            Reason(waits(case, law, at=at) is None, "no other proposal waits for its second look", RECORDS),
            Reason(
                safe,
                "each child near a suspect is referred to a local authority",
                law["suspect_safeguard_hours"].cite,
            ),
            Reason(
                not any(True for _ in telling_due(case, law, at=at)),
                "the manager of whoever is on the register is told",
                law["suspect_manager_hours"].cite,
            ),
            Reason(
                not any(True for _ in prompts_due(case, law, at=at)),
                "each prompt about suicide risk is answered",
                law["suspect_prompt_hours"].cite,
            ),
        )
    )


def _as_crime(case: Case) -> OfCrime:
    ref = case.referral
    return OfCrime(Crime(ref.ref, case.received_at, "", ref.unit), finals=case.finals)
