"""The grade of a crime is decided by an officer: the system proposes, and keeps both."""

from collections.abc import Collection

from watchkeeper.crimes import models
from watchkeeper.crimes.acts import act_on_crime
from watchkeeper.crimes.facts import Graded
from watchkeeper.crimes.rules.triage import may_grade, proposed
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def grade_crime(
    graded: Graded,
    reason: str,
    acting: Acting,
    *,
    kinds: frozenset[str],
    registered: Collection[str] = (),
) -> models.Graded:
    """Decide the grade: a sentence on each letter, and a reason where it is less urgent than proposed.

    What was proposed stays on the trail beside what was decided; the words stay with the grade.
    Raises Refused with everything that is missing.
    """
    with act_on_crime(Power.GRADE_CRIME, acting) as (this, case):
        found = proposed(case, kinds, acting.law, on=acting.on, registered=registered)
        this.require(may_grade(graded, found, reason, acting.law, on=acting.on))
        this.fact("proposed", found.response)
        this.fact("decided", graded.response)
        return this.store(
            models.Graded(
                ref="",
                crime_ref=case.crime.ref,
                response=graded.response.value,
                on=acting.on,
                by=acting.by.ref,
                threat=graded.threat,
                harm=graded.harm,
                risk=graded.risk,
                investigation=graded.investigation,
                vulnerability=graded.vulnerability,
                engagement=graded.engagement,
            )
        )
