"""Where a decision stands on the way from the choice to what came of it. Rungs are read, never counted.

A proposal of ours: every decision is followed to an end, on finding 1 of PEEL 2023-25 Metropolitan.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.escalation.facts import Choice, Followed, Obtained
from watchkeeper.law.wording import day
from watchkeeper.visits.facts import LONDON


class Stage(StrEnum):
    """The rungs of one decision, in order."""

    DECIDE = "Decide"
    COUNTERSIGN = "Countersign"
    PACK = "Warrant pack"
    COURT = "Court"
    EXECUTION = "Execution"
    OUTCOME = "Outcome"


class State(StrEnum):
    """How a rung stands."""

    DONE = "Done"
    TO_DO = "To do"
    WAITING = "Cannot start yet"
    ENDED = "Ended"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: how it stands, and in a sentence what came and when."""

    stage: Stage
    state: State
    says: str


def rungs(followed: Followed, *, on: date) -> tuple[Rung, ...]:
    """The rungs of one decision on a day. Which there are follows from what was decided and by policy.

    The first that is not done is to do; those after it cannot start yet. A decision sent back, a
    warrant refused and a warrant whose time has run out end the climb: the question comes back.
    """
    each = [rung for stage in _stages(followed) if (rung := _done(stage, followed, on)) is not None]
    found: list[Rung] = []
    for place, stage in enumerate(_stages(followed)):
        if place < len(each) and each[place].stage is stage:
            found.append(each[place])
            if each[place].state is State.ENDED:
                break
            continue
        state = State.TO_DO if place == len(each) else State.WAITING
        found.append(Rung(stage, state, _asks(stage, followed) if state is State.TO_DO else ""))
    return tuple(found)


def under_way(followed: Followed, *, on: date) -> Rung | None:
    """The rung to be done next; None when there is none: done to the end, or ended. Our proposal."""
    return next((rung for rung in rungs(followed, on=on) if rung.state is State.TO_DO), None)


def _stages(followed: Followed) -> tuple[Stage, ...]:
    drawn = followed.drawn
    signing = (Stage.COUNTERSIGN,) if drawn.signer is not None else ()
    warrant = (Stage.PACK, Stage.COURT, Stage.EXECUTION) if drawn.choice is Choice.WARRANT else ()
    end = (Stage.OUTCOME,) if drawn.choice is not Choice.NO_ACTION else ()
    return (Stage.DECIDE, *signing, *warrant, *end)


def _done(stage: Stage, followed: Followed, on: date) -> Rung | None:
    """The rung when it is done or has ended; None while it is not."""
    drawn, signed, pack = followed.drawn, followed.signature, followed.pack
    match stage:
        case Stage.DECIDE:
            says = f"{drawn.choice}, by {drawn.rank} {drawn.decided_by}, {day(drawn.decided_on)}"
            return Rung(stage, State.DONE, says)
        case Stage.COUNTERSIGN if signed is not None:
            by = f"{signed.rank} {signed.signed_by}, {day(signed.signed_on)}"
            if signed.agreed:
                return Rung(stage, State.DONE, f"signed by {by}")
            return Rung(stage, State.ENDED, f"sent back by {by}")
        case Stage.PACK if pack is not None and pack.signed_by and pack.signed_on is not None:
            return Rung(
                stage, State.DONE, f"signed by {pack.signed_rank} {pack.signed_by}, {day(pack.signed_on)}"
            )
        case Stage.COURT if followed.court is not None:
            court = followed.court
            if court.granted and court.until is not None:
                says = f"granted on {day(court.answered_on)} for {court.premises}, until {day(court.until)}"
                return Rung(stage, State.DONE, says)
            return Rung(stage, State.ENDED, f"refused on {day(court.answered_on)}")
        case Stage.EXECUTION:
            return _executed(followed, on)
        case Stage.OUTCOME if followed.outcome is not None:
            made = "done" if followed.outcome.made else "not done"
            return Rung(stage, State.DONE, f"{made}, {day(followed.outcome.happened_on)}")
    return None


def _executed(followed: Followed, on: date) -> Rung | None:
    for each in followed.executions:
        if each.obtained is not Obtained.NOT_OBTAINED:
            return Rung(
                Stage.EXECUTION,
                State.DONE,
                f"{each.obtained}, {day(each.executed_at.astimezone(LONDON).date())}",
            )
    until = followed.court.until if followed.court is not None else None
    if until is not None and until < on:
        return Rung(Stage.EXECUTION, State.ENDED, f"not carried out by its last day, {day(until)}")
    return None


def _asks(stage: Stage, followed: Followed) -> str:
    match stage:
        case Stage.COUNTERSIGN:
            return f"it does not stand until another officer, {followed.drawn.signer} or above, has signed"
        case Stage.PACK:
            return "a version is saved, not signed" if followed.pack is not None else "not begun"
        case Stage.COURT:
            return "take it to the court and record the answer"
        case Stage.EXECUTION if followed.court is not None and followed.court.until is not None:
            tried = f", tried {len(followed.executions)}" if followed.executions else ""
            return f"to be carried out by {day(followed.court.until)}{tried}"
        case _:
            return "record what came of it"
