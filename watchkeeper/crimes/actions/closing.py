"""A crime is proposed to be closed; where policy asks, another officer looks before that stands."""

from watchkeeper.crimes import models
from watchkeeper.crimes.acts import act_on_crime
from watchkeeper.crimes.rules.closing import closed_for_good, needs_second_look
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def propose_close(outcome: int, reason: str, acting: Acting, *, kinds: frozenset[str]) -> models.Finalised:
    """Propose an outcome with its reason. What needs a second look stays open until it has had it.

    Raises Refused without a reason, for a code outside the framework, and for a crime that is closed
    or already waits for its second look.
    """
    law, on = acting.law, acting.on
    with act_on_crime(Power.CLOSE_CRIME, acting) as (this, case):
        waiting = any(
            f.second_agrees is None and needs_second_look(f, kinds, law, on=on) for f in case.finals
        )
        codes = law["outcome_codes"]
        first, last = codes.wholes(on)
        this.require(
            Decision(
                (
                    Reason(
                        first <= outcome <= last,
                        f"an outcome from {first} to {last} is given",
                        codes.cite,
                    ),
                    Reason(bool(reason.strip()), "a reason is given", RECORDS),
                    Reason(closed_for_good(case, kinds, law, on=on) is None, "the crime is open", RECORDS),
                    Reason(not waiting, "no other proposal waits for its second look", RECORDS),
                )
            )
        )
        this.fact("outcome", outcome)
        return this.store(
            models.Finalised(
                ref="", crime_ref=case.crime.ref, outcome=outcome, on=on, by=acting.by.ref, reason=reason
            )
        )


def second_look(ref: str, acting: Acting, *, agrees: bool, safeguarding: bool) -> models.Finalised:
    """Look a second time at a proposal to close: agree, having checked safeguarding, or send it back.

    Not whoever proposed it. Raises Refused otherwise, and for one that was looked at.
    """
    row = models.Finalised.objects.filter(ref=ref, crime_ref=acting.about).as_known(acting.at).first()
    own = row is not None and row.by == acting.by.ref
    with act_on_crime(Power.SECOND_LOOK, acting, about_own=own) as (this, _):
        there = Reason(row is not None, "the proposal is on record", RECORDS)
        this.require(Decision((there,)))
        assert row is not None
        this.require(
            Decision(
                (
                    Reason(row.second_agrees is None, "nobody has looked yet", RECORDS),
                    Reason(safeguarding or not agrees, "safeguarding is checked before agreeing", RECORDS),
                )
            )
        )
        row.id = None
        row.second_by, row.second_on = acting.by.ref, acting.on
        row.second_agrees, row.safeguarding = agrees, safeguarding
        return this.store(row)
