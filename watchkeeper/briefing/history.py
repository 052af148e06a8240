"""Every version of every fact about one person, as far as it was known at an instant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps

from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.audit.standing import versions
from watchkeeper.escalation import models as escalation
from watchkeeper.people import models as people
from watchkeeper.registers import models as registers
from watchkeeper.risk import models as risk
from watchkeeper.visits import models as visits
from watchkeeper.workforce import models as workforce

type Kind = type[Fact]
READ: tuple[Kind, ...] = (
    *(people.Person, people.Alias, people.Address, people.Away),
    *(registers.Disposal, registers.Order, registers.Condition, registers.Notification),
    *(registers.Change, registers.Stay, registers.Trip, registers.ReviewApplication),
    *(risk.SetLevel, risk.Assessment, risk.Plan, risk.Intelligence, risk.Review),
    *(visits.Visit, workforce.Managed, escalation.Decided, escalation.Charge),
    *(risk.Override, workforce.Offer, workforce.OfferAnswer, escalation.Outcome),
    *(escalation.Excuse, escalation.Prosecution),
    *(risk.BegunAssessment, risk.Rating, risk.LevelReason, risk.PlanAction),
)
"""What a case is made from."""
OF_THE_RECORD = ("people", "registers", "risk", "visits", "escalation", "workforce")


@dataclass(frozen=True, slots=True)
class History:
    """All versions stored about a person by kind and by ref, each run in the order they came to be known."""

    person: str
    known_at: datetime
    versions: Mapping[Kind, Mapping[str, tuple[Any, ...]]]

    def standing(self, kind: Kind) -> tuple[Any, ...]:
        """The version of each ref that stands, in the order of storing: what `as_known` answers."""
        newest = (run[-1] for run in self.versions.get(kind, {}).values())
        return tuple(sorted((row for row in newest if self.stands(row)), key=lambda row: row.id))

    def stands(self, row: Any) -> bool:
        """Whether a newest version still says something of this person: neither withdrawn nor moved."""
        return not row.withdrawn and _about(row) == self.person


def history_of(person: str, *, known_at: datetime, asked: tuple[Kind, ...] = ()) -> History:
    """What is stored about a person and was known at an instant, versions since corrected among it.

    Of the kinds `asked` for; of those the rules read when none is named. `kinds` names them all.
    A version that names somebody else, because the fact was moved from one person to another, ends
    the fact here: `standing` leaves it out.
    """
    found: dict[Kind, Mapping[str, tuple[Any, ...]]] = {}
    for kind in asked or READ:
        whose = "ref" if kind is people.Person else "person_ref"
        found[kind] = versions(kind, known_at=known_at, **{whose: person})
    return History(person, known_at, found)


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of fact of a person's record; the person first.

    Who may see whom is kept of people too, and is no part of their record.
    """
    about: list[Kind] = [
        model
        for model in apps.get_models()
        if issubclass(model, AboutPerson) and model._meta.app_label in OF_THE_RECORD
    ]
    return (people.Person, *sorted(about, key=lambda kind: kind._meta.label))


def _about(row: Any) -> str:
    return str(row.ref if isinstance(row, people.Person) else row.person_ref)
