"""Looking at a crime is an act: need to know, the purpose, and the look on the trail first."""

from collections.abc import Collection

from watchkeeper.crimes.acts import Acting, act_on_crime
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.holders import Candidate, candidates
from watchkeeper.workforce.facts import Power


def look(acting: Acting) -> Case:
    """All that is on record of a crime, for whoever needs to know of it; the look is on the trail.

    Raises Refused without the power, without need to know, without a purpose, and for a crime
    nobody recorded.
    """
    with act_on_crime(Power.READ_CRIME, acting) as (_, case):
        return case


def who_may_hold(acting: Acting, *, also: Collection[str] = ()) -> tuple[Candidate, ...]:
    """Who may hold a crime, and what the others lack; `also` are officers asked about by ref.

    What is sealed says only whether somebody is available. How many were asked about is on the trail.
    Raises Refused without the power to ask, and without need to know.
    """
    with act_on_crime(Power.SEE_ELIGIBILITY, acting) as (this, case):
        found = candidates(case, acting.law, on=acting.on, known_at=acting.at, also=also)
        this.fact("officers", len(found))
        return found


def look_for_suspect(found: int, acting: Acting) -> None:
    """Put on the trail that a party's name was looked for on the register, and how many it was near.

    What was typed is kept nowhere but in the crime. Raises Refused as `look` does.
    """
    with act_on_crime(Power.READ_CRIME, acting) as (this, _):
        this.fact("people shown", found)
