"""The key of a night is revealed once the day is over, and anybody may check the draw with it."""

from datetime import date, datetime

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.planning import models
from watchkeeper.planning.facts import KeyRevealed
from watchkeeper.planning.keys import LockedError, Sealed, revealed, sealed
from watchkeeper.planning.rules.draw import Drawn, redrawn
from watchkeeper.planning.rules.seeing import CITE, may_reveal
from watchkeeper.planning.stored import frozen
from watchkeeper.workforce.acts import Refused, act
from watchkeeper.workforce.facts import Officer, Power


def opened(unit: str, night: date, *, known_at: datetime) -> Sealed | None:
    """The key that stands for a night; None while none was made. Raises Refused where it does not open."""
    try:
        return sealed(unit, night, known_at=known_at)
    except LockedError as locked:
        raise Refused(Decision((Reason(False, str(locked), CITE),))) from locked


def reveal_key(
    unit: str, *, night: date, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> KeyRevealed:
    """Open the key of a night that is over, once; asked again it is the same.

    Raises Refused without the power, before the day is over, and where no key was made.
    """
    with act(Power.REVEAL_KEY, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        this.fact("unit", unit)
        this.fact("night", night)
        this.require(may_reveal(night, on=on))
        lot = opened(unit, night, known_at=at)
        this.require(Decision((Reason(lot is not None, f"a key of {day(night)} was made", CITE),)))
        if lot is None:
            raise RuntimeError("a key that was never made was revealed")
        shown = revealed(unit, night, known_at=at)
        if shown is None:
            shown = this.store(
                models.KeyRevealed(
                    ref="", unit=unit, night=night, key=lot.key.hex(), seed=str(lot.seed), by=by.ref, at=at
                )
            )
        return shown.fact()


def verify_night(
    unit: str, *, night: date, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> Drawn:
    """Draw every ticket of a night again with its revealed key, and hold the plan against it.

    The answer counts; it names only whoever is wrong. Raises Refused without the power, and
    while the key is sealed or where no plan stands.
    """
    with act(Power.CHECK_DRAW, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        this.fact("unit", unit)
        this.fact("night", night)
        shown, plan = revealed(unit, night, known_at=at), frozen(unit, night, known_at=at)
        this.require(
            Decision(
                (
                    Reason(shown is not None, f"the key of {day(night)} is revealed", CITE),
                    Reason(plan is not None, f"a plan of {day(night)} stands", CITE),
                )
            )
        )
        if shown is None or plan is None:
            raise RuntimeError("a draw that cannot be checked was checked")
        found = redrawn(plan, shown.fact().key)
        this.fact("holds", found.holds)
        this.fact("tickets", found.tickets)
        return found
