"""Who holds a crime: the one place it is given to anybody, disputed, decided, or let go on by leave.

A form, a file of allocations, the command and the administrator all come through here, so that
nobody is given by one door what another refuses.
"""

from dataclasses import replace
from datetime import date

from watchkeeper.crimes import models
from watchkeeper.crimes.acts import act_on_crime
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.holders import may_answer_for, may_hold
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.wording import days
from watchkeeper.workforce.acts import Act, Acting
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import may
from watchkeeper.workforce.rules.eligibility import outward
from watchkeeper.workforce.stored import officer_as_known

SUPERVISOR = "supervisor"
"""What a reason asks for that is about who would supervise, and not about who would hold the crime."""


def allocate(officer: str, supervisor: str, acting: Acting, *, of_nobody: bool = False) -> models.Held:
    """Give a crime to an officer who may hold it, under a supervisor who may supervise it, from today.

    A spell with another ends on the same day; `of_nobody` refuses where there is one. Raises Refused with
    every reason at once; what is sealed says no more than "not available", here and on the trail.
    """
    with act_on_crime(Power.ALLOCATE_CRIME, acting) as (this, case):
        this.require(_may_be_given(officer, supervisor, case, acting, of_nobody=of_nobody))
        this.fact("officer", officer)
        _ended(case, acting.on, this)
        return this.store(
            models.Held(
                ref="", crime_ref=case.crime.ref, officer_ref=officer, since=acting.on, supervisor=supervisor
            )
        )


def may_allocate(officer: str, supervisor: str, acting: Acting, *, of_nobody: bool = False) -> Decision:
    """Everything that `allocate` would refuse, asked while nothing is given: a look, on the trail.

    A reason about who would supervise has `SUPERVISOR` for what it asks. Raises Refused without the power to
    ask, and without need to know.
    """
    with act_on_crime(Power.SEE_ELIGIBILITY, acting) as (this, case):
        this.fact("officer", officer)
        return _may_be_given(officer, supervisor, case, acting, of_nobody=of_nobody)


def dispute(reason: str, decider: str, acting: Acting) -> models.Disputed:
    """Dispute an allocation: one decider is named, and holding it goes on meanwhile.

    Raises Refused without a reason, while nobody holds the crime, while another dispute is open,
    and for a decider who may not decide it.
    """
    with act_on_crime(Power.DISPUTE_ALLOCATION, acting) as (this, case):
        held = holder(case, on=acting.on)
        waiting = any(each.decided_on is None for each in case.disputes)
        who = officer_as_known(decider, known_at=acting.at)
        apart = who is not None and decider not in (acting.by.ref, held.officer if held else "")
        able = who is not None and may(who, Power.DECIDE_DISPUTE, acting.law, on=acting.on).allowed
        this.require(
            Decision(
                (
                    Reason(bool(reason.strip()), "a reason is given", RECORDS),
                    Reason(held is not None, "somebody holds it", RECORDS),
                    Reason(not waiting, "no other dispute is open", RECORDS),
                    Reason(apart, "one decider is named, who neither holds nor disputes it", RECORDS),
                    Reason(able, "the decider named may decide a dispute", RECORDS),
                )
            )
        )
        assert held is not None
        return this.store(
            models.Disputed(
                crime_ref=case.crime.ref,
                officer_ref=held.officer,
                by=acting.by.ref,
                on=acting.on,
                reason=reason,
                decider=decider,
            )
        )


def decide_dispute(ref: str, acting: Acting, *, upheld: bool) -> models.Disputed:
    """Decide a dispute: upheld, the crime is taken from its holder and is owed another at once.

    Its decider alone decides, and whoever is of the rank of the table of powers.
    """
    row = models.Disputed.objects.filter(ref=ref, crime_ref=acting.about).as_known(acting.at).first()
    own = row is not None and acting.by.ref in (row.by, row.officer_ref)
    with act_on_crime(Power.DECIDE_DISPUTE, acting, about_own=own) as (this, case):
        this.require(Decision((Reason(row is not None, "the dispute is on record", RECORDS),)))
        assert row is not None
        this.require(
            Decision(
                (
                    Reason(row.decided_on is None, "it is open", RECORDS),
                    Reason(row.decider == acting.by.ref, f"{row.decider or 'nobody'} decides it", RECORDS),
                )
            )
        )
        if upheld:
            _ended(case, acting.on, this)
        row.id = None
        row.decided_on, row.upheld = acting.on, upheld
        return this.store(row)


def override(officer: str, until: date, reason: str, acting: Acting) -> models.AllocationOverride:
    """Let an officer hold one crime they are not eligible for, until a day, with the reason.

    It gives the crime to nobody: it is allocated as ever, and what policy says may not be
    overridden still refuses it. Raises Refused without the rank, a reason or a later day, and for oneself.
    """
    own = officer == acting.by.ref
    with act_on_crime(Power.OVERRIDE_ELIGIBILITY, acting, about_own=own) as (this, case):
        who = officer_as_known(officer, known_at=acting.at)
        row = acting.law["allocation_override_days"]
        last = row.whole(acting.on)
        this.require(
            Decision(
                (
                    Reason(who is not None, "the officer is on record", RECORDS),
                    Reason(bool(reason.strip()), "a reason is given", row.cite),
                    Reason(0 < (until - acting.on).days <= last, f"it lapses within {days(last)}", row.cite),
                )
            )
        )
        return this.store(
            models.AllocationOverride(
                ref="",
                crime_ref=case.crime.ref,
                officer_ref=officer,
                by=acting.by.ref,
                on=acting.on,
                until=until,
                reason=reason,
            )
        )


def _may_be_given(
    officer: str, supervisor: str, case: Case, acting: Acting, *, of_nobody: bool = False
) -> Decision:
    held, law, on = holder(case, on=acting.on), acting.law, acting.on
    kinds = kind_of(case, law, on=on).kinds
    shut = closed_for_good(case, kinds, law, on=on) is not None
    already = held is not None and held.officer == officer
    taken = held.officer if of_nobody and held is not None and not already else ""
    fit = outward(may_hold(officer, case, law, on=on, known_at=acting.at))
    apart = Reason(not officer or supervisor != officer, "nobody supervises what they hold", RECORDS)
    answers = outward(may_answer_for(supervisor, case, law, on=on, known_at=acting.at)).reasons
    over = (apart, *(replace(reason, says=f"{SUPERVISOR}: {reason.says}") for reason in answers))
    return Decision(
        (
            Reason(not shut, "the crime is closed" if shut else "the crime is open", RECORDS, "open"),
            Reason(
                not already,
                "holds it already" if already else "somebody else holds it, or nobody",
                RECORDS,
                "held by another",
            ),
            *(
                (Reason(False, f"{taken} was given it meanwhile", RECORDS, "held by nobody"),)
                if taken
                else ()
            ),
            *fit.reasons,
            *(replace(reason, asks=SUPERVISOR) for reason in over),
        )
    )


def _ended(case: Case, on: date, this: Act) -> None:
    for row in models.Held.objects.filter(crime_ref=case.crime.ref).as_known(this.at):
        if row.since is not None and (row.until is None or on < row.until):
            row.id = None
            row.until = max(on, row.since)
            this.store(row)
