"""A third officer settles where the two who looked at a case differ."""

from collections.abc import Mapping
from typing import Unpack

from watchkeeper.inspection import models
from watchkeeper.inspection.rules.settling import may_settle
from watchkeeper.inspection.sample_actions.seeing import PURPOSE, Asking, sample_for
from watchkeeper.inspection.sampled import Answer
from watchkeeper.inspection.stored import answers_of, settled_of, told_on
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Power


def settle_case(
    sample: str, case: str, answers: Mapping[str, Answer], *, because: str, **asked: Unpack[Asking]
) -> tuple[models.Settled, ...]:
    """Record what is right on every question of a case on which two differ, with one reason; it stands.

    The reason is kept and never put on the trail. Raises Refused without the power, for a sample that is not
    theirs, a case whose looks are not all in or do not differ, where a difference is left out, without a
    reason, to whoever took either look, and to whom a finding of the case was put.
    """
    with act(Power.ANSWER_SAMPLE, about="", purpose=PURPOSE, **asked) as this:
        drawn = sample_for(sample, this, asked)
        given, settled = answers_of(sample, known_at=asked["at"]), settled_of(sample, known_at=asked["at"])
        told = told_on(sample, known_at=asked["at"])
        this.require(may_settle(drawn, case, answers, because, given, settled, asked["by"].ref, told))
        this.fact("case", case)
        return tuple(
            this.store(
                models.Settled(
                    ref=f"{this.ref}-{question}",
                    sample_ref=sample,
                    case_ref=case,
                    question=question,
                    answer=answer.value,
                    because=because.strip(),
                    by=asked["by"].ref,
                )
            )
            for question, answer in answers.items()
        )
