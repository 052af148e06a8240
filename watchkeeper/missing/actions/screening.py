"""A child is screened for exploitation, and what is done is recorded: safeguarding first, then referral."""

import json
from datetime import date

from watchkeeper.instruments.facts import Answers
from watchkeeper.instruments.scoring import faults
from watchkeeper.instruments.shelf import load
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing import models
from watchkeeper.missing.acts import act_on_episode
from watchkeeper.missing.concerns import ConcernStep
from watchkeeper.missing.exploitation import concerns_of
from watchkeeper.missing.rules.concerns import may_refer
from watchkeeper.missing.rules.screening import may_save, screened
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power

REFERRALS = frozenset({ConcernStep.REFERRED, ConcernStep.NOTIFIED})


def screen(pack: str, answers: Answers, band: str, reason: str, acting: Acting) -> models.Screened:
    """Save a screening of whoever is missing in the episode, with the band the officer decides.

    What the tool says, and the pack by version and hash, are kept beside it. An item nobody answered is
    kept as not known. Raises Refused for a pack or an answer that is not there, below a floor,
    low while a floor is not known, and for another band than the tool's without a reason.
    """
    with act_on_episode(Power.SCREEN_EXPLOITATION, acting) as (this, case):
        known = load().get(pack)
        there = known is not None and known.screens
        this.require(Decision((Reason(there, "the screening tool is on the shelf", RECORDS),)))
        assert known is not None
        wrong = faults(known, answers, on=acting.on)
        there = band in {each.name for each in known.bands}
        this.require(
            Decision(
                (
                    Reason(
                        not wrong,
                        "; ".join(wrong) or "every answer is one the tool has",
                        known.source.cite,
                        "every answer is one the tool has",
                    ),
                    Reason(there, "the band is one the tool has", known.source.cite),
                )
            )
        )
        child = concerns_of(case.episode.missing, acting.law, on=acting.on, known_at=acting.at)
        found = screened(known, answers, child, acting.law, on=acting.on)
        this.require(may_save(band, reason, found, known, child, acting.law, on=acting.on))
        this.fact("pack", known.ref)
        this.fact("by the tool", found.band)
        this.fact("decided", band)
        this.fact("not known", len(found.scored.unknown))
        return this.store(
            models.Screened(
                missing_ref=case.episode.missing,
                on=acting.on,
                by=acting.by.ref,
                pack=known.ref,
                answers=json.dumps(dict(answers), sort_keys=True),
                points=int(found.scored.points) if known.adds else None,
                by_tool=found.band,
                band=band,
                active=not known.band(known.rank(band)).low,
                potential=found.potential,
                provisional=found.provisional,
                review_months=known.review_months,
                reason=reason,
            )
        )


def record_step(step: ConcernStep, on: date, note: str, acting: Acting) -> models.ConcernStep:
    """Record what was done about the exploitation of a child, or that an officer believes it.

    A referral or a notice is refused until somebody believes it and the child is safeguarded. Raises
    Refused for a day to come.
    """
    with act_on_episode(Power.SCREEN_EXPLOITATION, acting) as (this, case):
        this.require(Decision((Reason(on <= acting.on, "the day has come", RECORDS),)))
        if step in REFERRALS:
            child = concerns_of(case.episode.missing, acting.law, on=acting.on, known_at=acting.at)
            this.require(may_refer(child, acting.law, on=on))
        this.fact("step", step)
        return this.store(
            models.ConcernStep(
                missing_ref=case.episode.missing, kind=step.value, on=on, by=acting.by.ref, note=note
            )
        )
