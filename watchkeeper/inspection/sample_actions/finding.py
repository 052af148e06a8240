"""Findings of a sample: raised to an owner by name, answered by them, and settled by another."""

import json
from collections.abc import Sequence
from typing import Any, Unpack

from watchkeeper.inspection import models
from watchkeeper.inspection.rules.tracking import exchange
from watchkeeper.inspection.sample_actions.seeing import PURPOSE, Asking, open_to, put_to, sample_for
from watchkeeper.inspection.sampled import SUBJECTS
from watchkeeper.inspection.stored import finding, same_finding, sample_row
from watchkeeper.inspection.tracked import Finding, FindingAnswer, Gravity
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce.acts import Act, act, alone
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
    is not in post or may not answer. One that says the same and
    is open is given back: nothing is raised twice.
    """
    with act(Power.RAISE_FINDING, about="", purpose=PURPOSE, **asked) as this:
        drawn = sample_for(sample, this, asked)
        known = [drawn.case(ref) is not None for ref in cases]
        this.require(
            Decision(
                (
                    Reason(question in SUBJECTS[drawn.theme].questions, "the theme asks it", RECORDS),
                    Reason(
                        bool(known) and all(known),
                        f"cases of the sample are named, and no other ({len(cases)} named)",
                        RECORDS,
                    ),
                    Reason(bool(says.strip()), "what was found is said", RECORDS),
                )
            )
        )
        owned(owner, this, asked)
        row = models.Finding(
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
        alone(f"findings of {sample}")
        before = same_finding(row)
        if before is not None:
            this.fact("raised before", before.ref)
            return before
        return this.store(row)


def answer_finding(ref: str, *, accepted: bool, says: str, **asked: Unpack[Asking]) -> models.FindingAnswer:
    """The owner accepts a finding or disputes it, and says what is done about it or why not.

    It settles nothing: another officer says whether it does. Raises Refused without the power, for anybody
    but the owner, for a finding answered already and not sent back, and with nothing said.
    """
    with act(Power.ANSWER_FINDING, about="", purpose=PURPOSE, **asked) as this:
        found = finding_for(ref, this, asked)
        answer, of_it = exchange(found, _answers(ref, asked), on=asked["on"])
        open_again = answer is None or (of_it is not None and not of_it.accepted)
        this.require(
            Decision(
                (
                    Reason(found.owner == asked["by"].ref, "the finding was put to them", RECORDS),
                    Reason(open_again, "one answer to a finding stands until it is sent back", RECORDS),
                    Reason(bool(says.strip()), "what is done, or why not, is said", RECORDS),
                )
            )
        )
        return this.store(_answer(ref, accepted, says, asked))


def settle_finding(ref: str, *, agreed: bool, says: str, **asked: Unpack[Asking]) -> models.FindingAnswer:
    """Say that the owner's answer settles a finding, or send it back with why: for anybody but the owner.

    Raises Refused without the power, to the owner, while no answer waits, and with nothing said.
    """
    known = finding(ref, known_at=asked["at"])
    own = known is not None and known.owner == asked["by"].ref
    with act(Power.DECIDE_CLOSURE, about="", purpose=PURPOSE, about_own=own, **asked) as this:
        found = finding_for(ref, this, asked)
        answer, of_it = exchange(found, _answers(ref, asked), on=asked["on"])
        waits = answer is not None and of_it is None
        this.require(
            Decision(
                (
                    Reason(waits, "its owner answered it, and nobody else has said what of it", RECORDS),
                    Reason(bool(says.strip()), "a reason is given", RECORDS),
                )
            )
        )
        this.fact("answered by", found.owner)
        return this.store(_answer(ref, agreed, says, asked))


def _answers(ref: str, asked: Asking) -> list[FindingAnswer]:
    rows: Any = models.FindingAnswer.objects
    return [row.fact() for row in rows.filter(finding_ref=ref).as_known(asked["at"])]


def _answer(ref: str, accepted: bool, says: str, asked: Asking) -> models.FindingAnswer:
    return models.FindingAnswer(
        ref="", finding_ref=ref, accepted=accepted, says=says.strip(), on=asked["on"], by=asked["by"].ref
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
