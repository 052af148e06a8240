"""How sealed acts are done: on an officer on record, never on oneself, with no free text on the trail."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from datetime import date, datetime
from typing import Any, TypedDict

from watchkeeper.audit.models import Fact
from watchkeeper.audit.standing import standing
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Act, Refused, act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.stored import officer_as_known

PURPOSE = "workforce record"


class Asking(TypedDict):
    """Who acts, on which day, under which law, and the instant it is written down as."""

    by: Officer
    on: date
    law: Shelf
    at: datetime


@contextmanager
def sealed_act(power: Power, about: str, asked: Asking, *, purpose: str = PURPOSE) -> Iterator[Act]:
    """An act about an officer on record, on nobody themselves. The purpose is a fixed word, never typed."""
    own = about == asked["by"].ref
    with act(power, about=about, purpose=purpose, about_own=own, **asked) as this:
        known = officer_as_known(about, known_at=asked["at"]) is not None
        says = f"{about or '(blank)'} is on record as an officer"
        this.require(
            Decision((Reason(known, says if known else f"not on record: {about}", RECORDS, "on record"),))
        )
        yield this


def not_ahead(day: date, asked: Asking) -> Reason:
    """That a day is not still to come."""
    return Reason(day <= asked["on"], "the day has come", RECORDS)


def after(until: date | None, since: date) -> Reason:
    """That something ends after it begins, or that nobody knows when."""
    return Reason(until is None or since < until, "it ends after it begins", RECORDS)


@contextmanager
def sealed_row[Stored: Fact](
    power: Power, model: type[Stored], ref: str, asked: Asking
) -> Iterator[tuple[Act, Stored]]:
    """An act about a row as it stands, and so about its officer: refused without the power, there or not."""
    row = next(iter(standing(model, ref=ref, known_at=asked["at"])), None)
    about = getattr(row, "officer_ref", "")
    own = bool(about) and about == asked["by"].ref
    with act(power, about=about, purpose=PURPOSE, about_own=own, **asked) as this:
        if row is None:
            says = f"nothing is on record as {ref or '(blank)'}"
            raise Refused(Decision((Reason(False, says, RECORDS, "on record"),)))
        yield this, row


def anew[Stored: Fact](row: Stored, this: Act, **changes: Any) -> Stored:
    """Store a new version of a row with some columns changed: the old one is kept for ever."""
    new = copy(row)
    new.id = None
    for column, value in changes.items():
        setattr(new, column, value)
    return this.store(new)
