"""Asking who may hold a crime, and for a proposal of who takes what: looks, on the trail."""

import hashlib
from datetime import date, datetime

from watchkeeper.crimes.acts import Acting, act_on_crime
from watchkeeper.crimes.holders import may_hold
from watchkeeper.crimes.proposing import Proposed, propose
from watchkeeper.crimes.taking import composed_as_known
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.models import Unit
from watchkeeper.workforce.rules.eligibility import outward

RECORDS = "Watchkeeper, records"


def ask_eligible(officer: str, acting: Acting) -> Decision:
    """Whether an officer may hold a crime, as whoever hands out work may know.

    What is sealed is "not available". The look is on the trail with who was asked about. Raises
    Refused without the power or need to know.
    """
    with act_on_crime(Power.SEE_ELIGIBILITY, acting) as (this, case):
        this.fact("officer", officer)
        return outward(may_hold(officer, case, acting.law, on=acting.on, known_at=acting.at))


def propose_allocation(
    unit: str,
    *,
    seed: int,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> Proposed:
    """Propose who takes the crimes of a unit, or of every unit, that nobody holds. Nothing is given.

    The seed, the counts and a hash of the proposal are on the trail, so that what was proposed can
    be held beside what was done. Raises Refused without the power, for a unit nobody knows, and for
    the crimes of a unit that is not one's own where the whole force is not one's work.
    """
    with act(Power.PROPOSE_ALLOCATION, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        known = not unit or Unit.objects.filter(ref=unit).as_known(at).exists()
        wide = not by.unit or by.unit in law["force_wide_units"].words(on)
        this.require(
            Decision(
                (
                    Reason(known, f"unit {unit or 'of the force'} is known", RECORDS),
                    Reason(wide or by.unit == unit, "of the unit, or of the whole force", RECORDS),
                )
            )
        )
        found = propose(
            composed_as_known(law, on=on, known_at=at, unit=unit), law, on=on, seed=seed, unit=unit
        )
        said = "\n".join(f"{line.crime} {line.officer}" for line in found.lines)
        this.fact("unit", unit)
        this.fact("seed", seed)
        this.fact("proposed", len(found.lines))
        this.fact("waiting", len(found.waiting))
        this.fact("sha256", hashlib.sha256(said.encode()).hexdigest())
        return found
