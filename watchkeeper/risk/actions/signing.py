"""A supervisor signs off an assessment; what it asks of the plan is recorded, and done."""

from datetime import date

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.risk import models
from watchkeeper.risk.actions.assessing import acting_on
from watchkeeper.risk.gathering import assessment_of
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.stored import officer_as_known


def sign_off(ref: str, says: str, acting: Acting) -> models.BegunAssessment:
    """Sign off a concluded assessment, saying what was found in it. The assessor may not.

    Whether it stands behind a decision is not changed by a signature: what is not confirmed or not known
    stays so. Raises Refused without the power, for one's own, for one that is not concluded or is signed
    off, and without words.
    """
    whole = assessment_of(acting.about, ref, known_at=acting.at)
    own = whole is not None and whole.first is not None and whole.first.by == acting.by.ref
    with acting_on(Power.SIGN_OFF_ASSESSMENT, acting, about_own=own) as this:
        done = whole.completed if whole is not None else None
        this.require(
            Decision(
                (
                    Reason(whole is not None, "the assessment is on record", RECORDS),
                    Reason(done is not None, "it is concluded", RECORDS),
                    Reason(done is None or done.signed_off_on is None, "it is not signed off yet", RECORDS),
                    Reason(bool(says.strip()), "what was found in it is said", RECORDS),
                )
            )
        )
        assert done is not None
        completed = models.Assessment.objects.filter(ref=done.ref).as_known(acting.at).get()
        completed.id, completed.signed_off_on = None, acting.on
        this.store(completed)
        row = models.BegunAssessment.objects.filter(ref=ref).as_known(acting.at).get()
        row.id, row.signed_off_by, row.sign_off_says = None, acting.by.ref, says
        return this.store(row)


def add_action(ref: str, says: str, owner: str, by: date, acting: Acting) -> models.PlanAction:
    """Record what a concluded assessment asks of the plan: what, whose, and by when.

    Raises Refused without the power, words or an owner on record, and for a day that is past.
    """
    with acting_on(Power.ASSESS_RISK, acting) as this:
        whole = assessment_of(acting.about, ref, known_at=acting.at)
        there = whole is not None and whole.rated is not None
        known = officer_as_known(owner, known_at=acting.at) is not None
        this.require(
            Decision(
                (
                    Reason(there, "the assessment is concluded", RECORDS),
                    Reason(bool(says.strip()), "what is to be done is said", RECORDS),
                    Reason(known, f"{owner or 'nobody'} is an officer on record", RECORDS),
                    Reason(by >= acting.on, "its last day has not passed", RECORDS),
                )
            )
        )
        return this.store(
            models.PlanAction(person_ref=acting.about, assessment_ref=ref, says=says, owner=owner, by=by)
        )


def action_done(ref: str, acting: Acting) -> models.PlanAction:
    """Record that an action of the plan is done today. Raises Refused for one that is not open."""
    with acting_on(Power.ASSESS_RISK, acting) as this:
        rows = models.PlanAction.objects.filter(ref=ref, person_ref=acting.about).as_known(acting.at)
        row = rows.first()
        waits = row is not None and row.done_on is None
        this.require(Decision((Reason(waits, "the action is on record and not done", RECORDS),)))
        assert row is not None
        row.id, row.done_on = None, acting.on
        return this.store(row)
