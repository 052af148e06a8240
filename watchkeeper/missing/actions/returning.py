"""Somebody is found, spoken to, and the local authority told. Found near an offender, it rings at once."""

from datetime import datetime

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing import models
from watchkeeper.missing.actions.ringing import ring_found_near
from watchkeeper.missing.acts import act_on_episode, happened
from watchkeeper.missing.facts import Case, Found, ReturnStep
from watchkeeper.missing.rules.elapsed import found_by
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def record_found(found: Found, with_whom: str, note: str, acting: Acting) -> models.Found:
    """Record where, with whom and how they were found; a blank is saved, and holds up the close alone.

    Where somebody on the register lives within the distance of policy that rings, whoever manages them, the
    missing-persons coordinators and the duty inspector are told in the same act. The manager is
    told where, and not who was found.
    """
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        before = found_by(case, at=acting.at)
        this.require(
            Decision(
                (
                    *happened(found.at, case, acting),
                    Reason(before is None, "nobody recorded yet that they are found", RECORDS),
                )
            )
        )
        stored = this.store(
            models.Found(
                episode_ref=case.episode.ref,
                at=found.at,
                postcode=found.postcode,
                how=found.how.value if found.how is not None else "",
                harmed=found.harmed,
                with_whom=with_whom,
                by=acting.by.ref,
                note=note,
            )
        )
        ring_found_near(stored.postcode, case, this, acting)
        return stored


def mend_found(found: Found, with_whom: str, note: str, acting: Acting) -> models.Found:
    """Put right where, with whom or how they were found: a new version, and who lives near is asked again."""
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        before = found_by(case, at=acting.at)
        there = Reason(before is not None, "it is recorded that they are found", RECORDS)
        this.require(Decision((*happened(found.at, case, acting), there)))
        assert before is not None
        row = models.Found(
            ref=before.ref,
            episode_ref=case.episode.ref,
            at=found.at,
            postcode=found.postcode,
            how=found.how.value if found.how is not None else "",
            harmed=found.harmed,
            with_whom=with_whom,
            by=acting.by.ref,
            note=note,
        )
        stored = this.store(row)
        ring_found_near(stored.postcode, case, this, acting)
        return stored


def hold_interview(at: datetime, note: str, acting: Acting, *, in_person: bool | None) -> models.Interviewed:
    """Record a prevention interview. One that was not face to face is saved, and owed still."""
    with act_on_episode(Power.INTERVIEW_MISSING, acting) as (this, case):
        this.require(_after(at, case, acting))
        row = models.Interviewed(
            episode_ref=case.episode.ref, at=at, by=acting.by.ref, in_person=in_person, note=note
        )
        return this.store(row)


def tell_authority(at: datetime, authority: str, acting: Acting) -> models.AuthorityTold:
    """Record that the local authority was told a child is found."""
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        this.require(_after(at, case, acting))
        row = models.AuthorityTold(episode_ref=case.episode.ref, at=at, authority=authority, by=acting.by.ref)
        return this.store(row)


def record_return(step: ReturnStep, at: datetime, note: str, acting: Acting) -> models.ReturnInterview:
    """Record that the local authority's return interview was offered, held or refused."""
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        this.require(_after(at, case, acting))
        row = models.ReturnInterview(
            episode_ref=case.episode.ref, step=step.value, at=at, by=acting.by.ref, note=note
        )
        return this.store(row)


def _after(at: datetime, case: Case, acting: Acting) -> Decision:
    found = found_by(case, at=acting.at)
    return Decision(
        (
            Reason(at <= acting.at, "the time has come", RECORDS),
            Reason(found is not None, "they are found", RECORDS),
            Reason(found is None or at >= found.at, "it is not before they were found", RECORDS),
        )
    )
