"""What an excuse, the answer to it and a prosecution must show before they are recorded. SOA 2003, s.91."""

from collections.abc import Iterable
from datetime import date, timedelta

from watchkeeper.escalation.facts import Failure, Owed
from watchkeeper.escalation.failing import Excuse, Prosecution, ProsecutionKind
from watchkeeper.escalation.rules.arising import NOT_RECORDED
from watchkeeper.escalation.rules.excuses import ONCE, S91, matches
from watchkeeper.escalation.rules.signatures import rank_reason
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.risk.facts import Level

DAY = timedelta(days=1)


def may_give_excuse(
    excuse: Excuse, failures: Iterable[Failure], waiting: Iterable[Excuse], *, on: date
) -> Decision:
    """Whether an excuse can be recorded: for a failure on record, in words, by today, one at a time.

    `waiting` are the excuses of the person nobody has answered.
    """
    failure = failure_of(failures, excuse)
    waits = failure is not None and any(matches(failure, one) for one in waiting)
    return Decision(
        (
            Reason(failure is not None, "the failure is on record", S91),
            Reason(bool(excuse.says.strip()), "the excuse is given in words", S91),
            Reason(excuse.given_on <= on, "the excuse has been given", RECORDS),
            Reason(not waits, "no other excuse for it waits for an answer", RECORDS),
            Reason(failure is None or not failure.excuse, "no excuse for it is accepted already", RECORDS),
            Reason(failure is None or not failure.prosecuted, "it is not prosecuted", ONCE),
        )
    )


def may_answer_excuse(
    answer: Excuse,
    failures: Iterable[Failure],
    owed: Owed | None,
    level: Level | None,
    law: Shelf,
    *,
    waits: bool,
    on: date,
) -> Decision:
    """Whether an answer to an excuse can be recorded, with all that it lacks.

    The reason in words, always. Accepted while the failure goes on: the first day it no longer
    holds, after today and not later than a decision of today may hold for the level. Who
    answers has the rank the decision owed on the failure asks for today.
    """
    row = law["decision_longest"]
    last = on + row.of(level or NOT_RECORDED, on) * DAY
    failure = failure_of(failures, answer)
    goes_on = bool(answer.accepted) and (failure is None or failure.answered_on is None)
    review = answer.review_on
    reasons = [
        Reason(waits, "an excuse waits for an answer", RECORDS),
        Reason(bool(answer.reason.strip()), "a reason is given", row.cite),
        Reason(
            not goes_on or (review is not None and on < review <= last),
            f"the failure goes on: it is looked at again after today, and by {day(last)}",
            row.cite,
        ),
    ]
    if owed is not None and answer.accepted and answer.rank is not None:
        reasons.append(rank_reason(answer.rank, owed))
    return Decision(tuple(reasons))


def may_begin(prosecution: Prosecution, failures: Iterable[Failure], *, on: date) -> Decision:
    """Whether a prosecution can be recorded: of a failure on record, not prosecuted before, s.91(3)."""
    failure = failure_of(failures, prosecution)
    return Decision(
        (
            Reason(failure is not None, "the failure is on record", S91),
            Reason(
                failure is None or not failure.prosecuted, "not prosecuted before for the same failure", ONCE
            ),
            Reason(
                prosecution.failed_on <= prosecution.begun_on <= on,
                "the day is not before the failure and not to come",
                RECORDS,
            ),
        )
    )


def may_end(prosecution: Prosecution | None, ended_on: date, *, on: date) -> Decision:
    """Whether the end of a prosecution can be recorded: once, of what went to court."""
    begun = prosecution.begun_on if prosecution is not None else ended_on
    open_still = prosecution is not None and prosecution.outcome is None
    court = prosecution is None or prosecution.kind is not ProsecutionKind.CAUTION
    return Decision(
        (
            Reason(prosecution is not None, "the prosecution is on record", RECORDS),
            Reason(prosecution is None or open_still, "its end has not been recorded before", RECORDS),
            Reason(court, "a caution does not go to court", RECORDS),
            Reason(begun <= ended_on <= on, "the day is not before it began and not to come", RECORDS),
        )
    )


def failure_of(failures: Iterable[Failure], record: Excuse | Prosecution) -> Failure | None:
    """The failure an excuse or a prosecution is about; None when the record shows none such."""
    return next((failure for failure in failures if matches(failure, record)), None)
