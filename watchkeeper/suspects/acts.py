"""An act about a referral: power, policy, trail, and need to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from watchkeeper.access.stored import known_of
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.suspects.facts import Case
from watchkeeper.suspects.gathering import case_as_known, suspects_with
from watchkeeper.suspects.rules.seeing import may_know_suspects, may_see_referral
from watchkeeper.workforce.acts import Act, Acting, acted
from watchkeeper.workforce.facts import Power


@contextmanager
def act_on_referral(power: Power, acting: Acting, *, about_own: bool = False) -> Iterator[tuple[Act, Case]]:
    """`workforce.acts.act` on one referral, with all that is on record of it at that instant.

    Raises Refused without the power, without need to know, where the record of a suspect is shut to the
    officer, and for a referral nobody recorded.
    """
    with acted(power, acting, about_own=about_own) as this:
        yield this, on_record(acting.about, acting, this, reads=power is Power.READ_SUSPECT)


def on_record(ref: str, acting: Acting, this: Act, *, reads: bool = False) -> Case:
    """The referral, for whoever needs to know of it. Raises Refused for others, and where there is none."""
    case = case_as_known(ref, acting.law, at=acting.at, known_at=acting.at)
    if case is None:
        says = f"no referral is on record as {ref or '(blank)'}"
        this.require(Decision((Reason(False, says, RECORDS, "on record"),)))
        raise AssertionError("unreachable: an unmet reason is refused")
    wide = acting.law["force_wide_units"].words(acting.on)
    this.require(may_see_referral(acting.by, case.referral.unit, force_wide=wide))
    people = sorted(suspects_with(case, at=acting.at, known_at=acting.at))
    suspects = (known_of(person, on=acting.on, known_at=acting.at) for person in people)
    this.require(may_know_suspects(acting.by, suspects, acting.law, on=acting.on, reads=reads))
    return case


def happened(at: datetime, case: Case, acting: Acting) -> tuple[Reason, ...]:
    """That what is recorded is not still to come, and not before the referral came."""
    return (
        Reason(at <= acting.at, "the time has come", RECORDS),
        Reason(at >= case.received_at, "it is not before the receipt", RECORDS),
    )
