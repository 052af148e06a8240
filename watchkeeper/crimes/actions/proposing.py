"""A proposal of who takes which crime is asked for: an act, which gives nothing to anybody."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watchkeeper.audit.facts import Kind
from watchkeeper.audit.models import Entry
from watchkeeper.audit.searching import newest_entry
from watchkeeper.crimes.actions.meanwhile import Rests, recorded_since
from watchkeeper.crimes.acts import need_to_know
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.gathering import gathered, without_holder
from watchkeeper.crimes.proposing import Proposed, propose
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce.acts import Act, Acting, Refused, attempt
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

DAY = timedelta(days=1)
AGAIN = 3
"""Times a proposal is worked out anew because what it rests on was recorded meanwhile."""
OVERTAKEN = "nothing it rests on was recorded while it was worked out: ask again, or of one unit"


@dataclass(frozen=True, slots=True)
class Worked[Found]:
    """What was worked out, the proposal in it, and what both rest on."""

    found: Found
    made: Proposed | None
    rests: Rests


@dataclass(frozen=True, slots=True)
class Before:
    """A proposal made earlier in the day, at which instant, and as of which entry of the trail."""

    made: Proposed | None
    at: datetime
    through: tuple[int, str]


class _Overtaken(Exception):  # noqa: N818  an answer, not a fault
    """What a proposal rests on was recorded anew while it was worked out."""


def propose_allocation(unit: str, acting: Acting, *, seed: int) -> Proposed | None:
    """Who might take each crime of a unit, or of all, that nobody holds, with reasons; None for none.

    Crimes the officer does not need to know of are left out. The seed, the counts and a hash
    are on the trail, so that anybody may hold what was done beside it. Raises Refused without the
    power, and for another unit than the officer's unless theirs answers for the whole force.

    Nobody is kept from writing while it is worked out. Where what it rests on is recorded meanwhile
    it is worked out again, and `again` says how often; Refused after `AGAIN` times.
    """

    _, made = asked_for(unit, seed, acting, lambda known: _worked(unit, known, seed))
    return made


def proposed_before(unit: str, acting: Acting, *, seed: int, known: datetime | None = None) -> Before | None:
    """The last proposal the officer asked for of a unit on this day for this purpose, as it was then.

    Worked out again as known at that instant, from the same seed: no act, and nothing new is seen. None where
    there was none, where it is the one of an instant that is `known` already, and where what comes out is not
    what the trail says came out.
    """
    asked = Entry.objects.filter(
        power=Power.PROPOSE_ALLOCATION, by=acting.by.ref, kind=Kind.DONE, purpose=acting.purpose
    ).filter(at__gte=acting.at - DAY, at__lte=acting.at, policy_version=acting.law.version)
    for entry in asked.order_by("-number"):
        said = dict(entry.facts)
        if (said.get("unit"), said.get("seed")) == (unit, str(seed)):
            if entry.at == known:
                return None
            worked = _worked(unit, replace(acting, at=entry.at), seed)
            if said.get("sha256", "") != (_hash(worked.made) if worked.made is not None else ""):
                return None
            return Before(worked.made, entry.at, (entry.number, entry.hash))
    return None


def _worked(unit: str, known: Acting, seed: int) -> Worked[None]:
    cases = seen(without_holder(unit, on=known.on, known_at=known.at), known)
    made = made_of(cases, unit, known, seed)
    return Worked(None, made, rests_on(unit, cases, made))


def asked_for[Found](
    unit: str, seed: int, acting: Acting, work: Callable[[Acting], Worked[Found]]
) -> tuple[Found, Proposed | None]:
    """Work something out by an act, as the record stood at one instant, and say what it rests on is still so.

    `work` reads and searches with no transaction open. What was recorded meanwhile is then looked for
    in the short one that writes the outcome; it is worked out again as known at that instant.
    """
    law, on = acting.law, acting.on
    with attempt(
        Power.PROPOSE_ALLOCATION,
        by=acting.by,
        about="",
        on=on,
        law=law,
        purpose=acting.purpose,
        at=acting.at,
    ) as trying:
        trying.require(_whose(unit, acting))
        for again in range(AGAIN + 1):
            since = newest_entry(acting.at)
            worked = work(acting)
            changed = None
            try:
                with trying.done() as this:
                    changed = recorded_since(worked.rests, since)
                    if changed is not None:
                        raise _Overtaken
                    _say(this, unit, seed, worked, again)
            except _Overtaken:
                assert changed is not None
                acting = replace(acting, at=max(acting.at, changed))
                continue
            made = worked.made
            return worked.found, made if made is None else replace(made, again=again)
        raise Refused(Decision((Reason(False, OVERTAKEN, RECORDS),)))


def seen(cases: Iterable[Case], acting: Acting) -> tuple[Case, ...]:
    """Those of the cases that the officer needs to know of."""
    law, on, at = acting.law, acting.on, acting.at
    return tuple(case for case in cases if need_to_know(acting.by, case, law, on=on, known_at=at).allowed)


def made_of(
    cases: tuple[Case, ...], unit: str, acting: Acting, seed: int, full: Iterable[str] = ()
) -> Proposed | None:
    """The proposal for cases, its lines by crime; None for none. Whoever is `full` is given nothing."""
    if not cases:
        return None
    law, on = acting.law, acting.on
    composed = gathered(cases, law, on=on, known_at=acting.at, unit=unit, full=frozenset(full))
    made = propose(composed, law, on=on, seed=seed, unit=unit)
    return replace(made, lines=tuple(sorted(made.lines, key=lambda line: line.crime)))


def rests_on(
    unit: str, cases: Iterable[Case], made: Proposed | None, besides: frozenset[str] = frozenset()
) -> Rests:
    """What a proposal rests on: its crimes, everybody who was asked about, and officers `besides`."""
    fitness = made.composed.fitness if made is not None else ()
    staff = {one.officer.ref for one in fitness} | {one.tutor.ref for one in fitness if one.tutor}
    return Rests(unit, frozenset(case.crime.ref for case in cases), besides | staff)


def _whose(unit: str, acting: Acting) -> Decision:
    known = not unit or Unit.objects.filter(ref=unit).as_known(acting.at).exists()
    wide = not acting.by.unit or acting.by.unit in acting.law["force_wide_units"].words(acting.on)
    own = Reason(wide or unit == acting.by.unit, "of the officer's unit, or of the whole force", RECORDS)
    return Decision((Reason(known, f"unit {unit or 'of the force'} is known", RECORDS), own))


def _say[Found](this: Act, unit: str, seed: int, worked: Worked[Found], again: int) -> None:
    """What was asked, how much was found and a hash of it, on the trail."""
    this.fact("unit", unit)
    this.fact("seed", seed)
    this.fact("crimes", len(worked.made.composed.cases) if worked.made is not None else 0)
    if again:
        this.fact("worked out again", again)
    if worked.made is not None:
        this.fact("proposed", len(worked.made.lines))
        this.fact("sha256", _hash(worked.made))


def _hash(made: Proposed) -> str:
    said = "\n".join(f"{line.crime} {line.officer}" for line in made.lines)
    return hashlib.sha256(said.encode()).hexdigest()
