"""Every clock of one crime, explained: what `watchkeeper crime REF` shows. A look is an act."""

from dataclasses import dataclass
from datetime import date, datetime

from watchkeeper.crimes.acts import act_on_crime
from watchkeeper.crimes.rules.duties import duties
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Officer, Power


@dataclass(frozen=True, slots=True)
class ExplainedCrime:
    """One crime on one day: its place in the matrix, what put it there, who holds it, and each clock."""

    ref: str
    on: date
    kind: str
    placed: tuple[str, ...]
    holder: str
    dues: tuple[Due, ...]


def explain_crime(
    ref: str,
    *,
    by: Officer,
    on: date,
    known_at: datetime,
    purpose: str,
    law: Shelf,
    calendar: Calendar,
    at: datetime,
    account: str = "",
) -> ExplainedCrime | None:
    """Every clock of one crime as known at an instant; None where it was not known then.

    Raises Refused without the power or the need to know, and for a crime nobody recorded.
    """
    acting = Acting(by=by, about=ref, on=at.date(), law=law, purpose=purpose, at=at)
    with act_on_crime(Power.READ_CRIME, acting) as (this, _):
        if account:
            this.fact("account", account)
        case = case_as_known(ref, known_at=known_at)
        if case is None:
            return None
        placed = kind_of(case, law, on=on)
        hard = law["matrix_gate"].word_of(placed.kind, on) == "hard"
        spell = holder(case, on=on)
        return ExplainedCrime(
            ref,
            on,
            placed.kind,
            tuple(reason.says for reason in placed.reasons),
            spell.officer if spell is not None else "",
            duties(case, placed.kinds, law, calendar, hard=hard, on=on),
        )
