"""An act about a missing episode: power, policy, trail, and need to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing.facts import Case
from watchkeeper.missing.rules.seeing import may_see_episode
from watchkeeper.missing.stored import case_as_known
from watchkeeper.workforce.acts import Act, Acting, acted
from watchkeeper.workforce.facts import Power


@contextmanager
def act_on_episode(power: Power, acting: Acting, *, about_own: bool = False) -> Iterator[tuple[Act, Case]]:
    """`workforce.acts.act` on one episode, with all that is on record of it at that instant.

    Raises Refused without the power, without need to know, and for an episode nobody recorded.
    """
    with acted(power, acting, about_own=about_own) as this:
        case = case_as_known(acting.about, known_at=acting.at)
        if case is None:
            says = f"no episode is on record as {acting.about or '(blank)'}"
            this.require(Decision((Reason(False, says, RECORDS, "on record"),)))
            raise AssertionError("unreachable: an unmet reason is refused")
        wide = acting.law["force_wide_units"].words(acting.on)
        this.require(may_see_episode(acting.by, case, force_wide=wide))
        yield this, case


def happened(at: datetime, case: Case, acting: Acting) -> tuple[Reason, ...]:
    """That what is recorded is not still to come, and not before the report."""
    return (
        Reason(at <= acting.at, "the time has come", RECORDS),
        Reason(at >= case.episode.reported_at, "it is not before the report", RECORDS),
    )
