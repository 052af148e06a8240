"""Asking whether an officer may hold a crime: a look, on the trail."""

from watchkeeper.crimes.acts import act_on_crime
from watchkeeper.crimes.holders import may_hold
from watchkeeper.law.decision import Decision
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.eligibility import outward


def ask_eligible(officer: str, acting: Acting) -> Decision:
    """Whether an officer may hold a crime, as whoever hands out work may know.

    What is sealed is "not available". The look is on the trail with who was asked about. Raises
    Refused without the power or need to know.
    """
    with act_on_crime(Power.SEE_ELIGIBILITY, acting) as (this, case):
        this.fact("officer", officer)
        return outward(may_hold(officer, case, acting.law, on=acting.on, known_at=acting.at))
