"""A proposal of who takes which crime is asked for: an act, which gives nothing to anybody."""

import hashlib
from dataclasses import replace

from watchkeeper.crimes.acts import Acting, need_to_know
from watchkeeper.crimes.gathering import gathered, without_holder
from watchkeeper.crimes.proposing import Proposed, propose
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

RECORDS = "Watchkeeper, records"


def propose_allocation(unit: str, acting: Acting, *, seed: int) -> Proposed | None:
    """Who might take each crime of a unit, or of all, that nobody holds, with reasons; None for none.

    Crimes the officer does not need to know of are left out. The seed, the counts and a hash
    are on the trail, so that anybody may hold what was done beside it. Raises Refused without the
    power, and for another unit than the officer's unless theirs answers for the whole force.
    """
    law, on, at = acting.law, acting.on, acting.at
    with act(
        Power.PROPOSE_ALLOCATION, by=acting.by, about="", on=on, law=law, purpose=acting.purpose, at=at
    ) as this:
        known = not unit or Unit.objects.filter(ref=unit).as_known(at).exists()
        wide = not acting.by.unit or acting.by.unit in law["force_wide_units"].words(on)
        own = Reason(wide or unit == acting.by.unit, "of the officer's unit, or of the whole force", RECORDS)
        this.require(Decision((Reason(known, f"unit {unit or 'of the force'} is known", RECORDS), own)))
        cases = tuple(
            case
            for case in without_holder(unit, on=on, known_at=at)
            if need_to_know(acting.by, case, law, on=on, known_at=at).allowed
        )
        this.fact("unit", unit)
        this.fact("seed", seed)
        this.fact("crimes", len(cases))
        if not cases:
            return None
        composed = gathered(cases, law, on=on, known_at=at, unit=unit)
        made = propose(composed, law, on=on, seed=seed, unit=unit)
        said = "\n".join(f"{line.crime} {line.officer}" for line in made.lines)
        this.fact("proposed", len(made.lines))
        this.fact("sha256", hashlib.sha256(said.encode()).hexdigest())
        return replace(made, lines=tuple(sorted(made.lines, key=lambda line: line.crime)))
