"""The days on which conditions of orders were tested, as a visit records them."""

from copy import copy
from datetime import date
from typing import Any

from watchkeeper.registers import models
from watchkeeper.workforce.acts import Act


def mark_tested(condition_ref: str, tested_on: date, this: Act) -> models.Condition | None:
    """Within an act under way, record that a condition was tested on a day; None where that says nothing new.

    A test of a day before the last one known changes nothing.
    """
    known: Any = models.Condition.objects.filter(ref=condition_ref).as_known(this.at).first()
    if known is None or (known.last_tested_on is not None and known.last_tested_on >= tested_on):
        return None
    return this.store(_tested(known, tested_on))


def unmark_tested(condition_ref: str, under: int, this: Act) -> models.Condition | None:
    """Within an act under way, take back a test recorded `under` an earlier act that does not stand.

    None where that act recorded none, or another test has been recorded since.
    """
    versions: Any = models.Condition.objects.filter(ref=condition_ref, known_from__lte=this.at)
    newest, *older = versions.order_by("-known_from", "-id")[:2] or (None,)
    if newest is None or newest.act != under or not older:
        return None
    return this.store(_tested(newest, older[0].last_tested_on))


def _tested(known: models.Condition, tested_on: date | None) -> models.Condition:
    new = copy(known)
    new.id, new.last_tested_on = None, tested_on
    return new
