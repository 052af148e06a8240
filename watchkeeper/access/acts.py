"""An act about a person: power, policy, trail, and need to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from watchkeeper.access.facts import Known
from watchkeeper.access.rules import may_see, may_work_on
from watchkeeper.access.stored import known_of
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Act, act
from watchkeeper.workforce.facts import Officer, Power


@contextmanager
def act_about(
    power: Power,
    *,
    by: Officer,
    about: str,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    about_own: bool = False,
    known: Known | None = None,
) -> Iterator[Act]:
    """`workforce.acts.act` on one person's record, which the officer must also need to know.

    A record opened by break-glass may be read and nothing else. `known` is what was read of the
    person for this very instant, which need not be read again; of another it is passed over.
    Raises Refused without the power or the need; the attempt stays on the trail.
    """
    allowed = may_see if power is Power.READ_PERSON else may_work_on
    with act(power, by=by, about=about, on=on, law=law, purpose=purpose, at=at, about_own=about_own) as this:
        if known is None or not known.answers(about, on=on, at=at):
            known = known_of(about, on=on, known_at=at)
        this.require(allowed(by, known, law, on=on))
        yield this
