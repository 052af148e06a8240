"""Findings of a sample: raised to an owner by name, and answered by them."""

import json
from collections.abc import Sequence
from typing import Any, Unpack

from watchkeeper.inspection import models
from watchkeeper.inspection.sample_actions.seeing import PURPOSE, Asking, open_to, put_to, sample_for
from watchkeeper.inspection.sampled import SUBJECTS
from watchkeeper.inspection.stored import finding, sample_row
from watchkeeper.inspection.tracked import Finding, Gravity
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce.acts import Act, act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.authority import in_post, may
from watchkeeper.workforce.stored import officer_as_known


def raise_finding(
    sample: str,
    *,
    question: str,
    gravity: Gravity,
    says: str,
    cases: Sequence[str],
    owner: str,
    **asked: Unpack[Asking],
) -> models.Finding:
    """Put what a sample found to an officer by name, who answers by a day of policy.

    An urgent finding waits for no result: it may be raised of a case as soon as it is seen. Raises Refused
    without the power, for a question the theme does not ask, a case not drawn, nothing said, or an owner who
    is not in post or may not answer.
    """
    with act(Power.RAISE_FINDING, about="", purpose=PURPOSE, **asked) as this:
        drawn = sample_for(sample, this, asked)
        known = [drawn.case(ref) is not None for ref in cases]
        this.require(
            Decision(
                (
                    Reason(question in SUBJECTS[drawn.theme].questions, "the theme asks it", RECORDS),
                    Reason(bool(known) and all(known), f"{len(cases)} cases of the sample", RECORDS),
                    Reason(bool(says.strip()), "what was found is said", RECORDS),
                )
            )
        )
        owned(owner, this, asked)
        return this.store(
            models.Finding(
                ref="",
                sample_ref=sample,
                question=question,
                gravity=gravity.value,
                says=says.strip(),
                cases=json.dumps(sorted(set(cases))),
                owner=owner,
                on=asked["on"],
                by=asked["by"].ref,
            )
        )


def answer_finding(ref: str, *, accepted: bool, says: str, **asked: Unpack[Asking]) -> models.FindingAnswer:
    """The owner accepts a finding or disputes it, and says what is done about it or why not.

    Raises Refused without the power, for anybody but the owner, for a finding answered already, and with
    nothing said.
    """
    with act(Power.ANSWER_FINDING, about="", purpose=PURPOSE, **asked) as this:
        found = finding_for(ref, this, asked)
        answers: Any = models.FindingAnswer.objects
        answered = answers.filter(finding_ref=ref).as_known(asked["at"]).exists()
        this.require(
            Decision(
                (
                    Reason(found.owner == asked["by"].ref, "the finding was put to them", RECORDS),
                    Reason(not answered, "one answer to a finding, and it stands", RECORDS),
                    Reason(bool(says.strip()), "what is done, or why not, is said", RECORDS),
                )
            )
        )
        return this.store(
            models.FindingAnswer(
                ref="",
                finding_ref=ref,
                accepted=accepted,
                says=says.strip(),
                on=asked["on"],
                by=asked["by"].ref,
            )
        )


def read_finding(ref: str, **asked: Unpack[Asking]) -> Finding:
    """A finding, for its owner and for whoever inspects its unit. Raises Refused otherwise."""
    with act(Power.READ_SAMPLE, about="", purpose=PURPOSE, **asked) as this:
        return finding_for(ref, this, asked)


def finding_for(ref: str, this: Act, asked: Asking) -> Finding:
    """A finding on record, for its owner and for whoever inspects its unit. Raises Refused otherwise."""
    found = finding(ref, known_at=asked["at"])
    this.require(Decision((Reason(found is not None, "a finding is on record by that reference", RECORDS),)))
    if found is None:
        raise AssertionError("unreachable: an unmet reason is refused")
    row = sample_row(found.sample, known_at=asked["at"])
    if row is None:
        raise AssertionError("unreachable: a finding is of a sample on record")
    reached = put_to(found.owner, row.unit, asked)
    this.require(Decision((reached, open_to(row.fact(), found, (found.owner, found.by), asked))))
    this.fact("finding", ref)
    return found


def owned(owner: str, this: Act, asked: Asking) -> Officer:
    """The officer a finding or a recommendation is put to. Raises Refused for one who could not answer."""
    officer = officer_as_known(owner, known_at=asked["at"])
    this.require(Decision((Reason(officer is not None, "the owner is on record as an officer", RECORDS),)))
    if officer is None:
        raise AssertionError("unreachable: an unmet reason is refused")
    able = may(officer, Power.ANSWER_FINDING, asked["law"], on=asked["on"])
    post = in_post(officer, on=asked["on"])
    this.require(Decision((post, Reason(able.allowed, "the owner may answer a finding", RECORDS))))
    return officer
