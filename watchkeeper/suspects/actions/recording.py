"""What is recorded in a referral: addresses, children, steps, devices, and what was done for safety."""

from datetime import datetime

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.suspects import facts, models
from watchkeeper.suspects.acts import act_on_referral, happened
from watchkeeper.suspects.rules.devices import ORDER, waiting
from watchkeeper.suspects.rules.prompts import prompts
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def add_address(address: facts.SuspectAddress, note: str, acting: Acting) -> models.SuspectAddress:
    """Record one more address: the band given before expires with it."""
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        said = Reason(bool(address.postcode.strip()), "the postcode is said", RECORDS)
        this.require(Decision((said, *happened(address.at, case, acting))))
        return this.store(
            models.SuspectAddress(
                referral_ref=case.referral.ref,
                at=address.at,
                postcode=address.postcode,
                children=address.children,
                by=acting.by.ref,
                note=note,
            )
        )


def add_child(
    child: facts.ChildNear, name: str, postcode: str, note: str, acting: Acting
) -> models.ChildNear:
    """Record a child a suspect comes near: the band expires, and a safeguarding referral is owed."""
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        this.require(Decision(happened(child.at, case, acting)))
        return this.store(
            models.ChildNear(
                referral_ref=case.referral.ref,
                at=child.at,
                tie=child.tie.value,
                name=name,
                born_on=child.born_on,
                postcode=postcode,
                by=acting.by.ref,
                note=note,
            )
        )


def record_news(kind: facts.News, at: datetime, note: str, acting: Acting) -> models.Learned:
    """Record that facts changed: the band given before expires. Raises Refused without words."""
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        said = Reason(bool(note.strip()), "what changed is said in words", RECORDS)
        this.require(Decision((said, *happened(at, case, acting))))
        return this.store(
            models.Learned(
                referral_ref=case.referral.ref, kind=kind.value, at=at, by=acting.by.ref, note=note
            )
        )


def record_step(kind: facts.StepKind, at: datetime, note: str, acting: Acting) -> models.Step:
    """Record what happened: a search, arrest or interview ends the clock of enforcement.

    An arrest, a return to bail and a charge decision each ask about suicide risk, from that instant.
    """
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        this.require(Decision(happened(at, case, acting)))
        return this.store(
            models.Step(referral_ref=case.referral.ref, kind=kind.value, at=at, by=acting.by.ref, note=note)
        )


def record_device(
    device: str, step: facts.DeviceStep, at: datetime, note: str, acting: Acting
) -> models.DeviceRecord:
    """Record the next step of a device. Raises Refused for a step it has had, and for one out of order."""
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        reached = {each.device: each.step for each in waiting(case, at=acting.at)}
        had = ORDER.index(reached[device]) if device in reached else -1
        this.require(
            Decision(
                (
                    Reason(bool(device.strip()), "the device is said", RECORDS),
                    Reason(ORDER.index(step) > had, "it has not had that step yet", RECORDS),
                    *happened(at, case, acting),
                )
            )
        )
        return this.store(
            models.DeviceRecord(
                referral_ref=case.referral.ref,
                device=device,
                step=step.value,
                at=at,
                by=acting.by.ref,
                note=note,
            )
        )


def refer_children(at: datetime, authority: str, note: str, acting: Acting) -> models.Safeguarded:
    """Record that the children near were referred to a local authority, which is named."""
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        said = Reason(bool(authority.strip()), "the local authority is named", RECORDS)
        this.require(Decision((said, *happened(at, case, acting))))
        return this.store(
            models.Safeguarded(
                referral_ref=case.referral.ref, at=at, authority=authority, by=acting.by.ref, note=note
            )
        )


def answer_prompt(
    trigger: str, answer: facts.PromptAnswer, note: str, acting: Acting
) -> models.PromptAnswered:
    """Answer about the suicide risk of a suspect, in one's own name.

    Raises Refused where nothing asks, where somebody has answered, and without words of what was done.
    """
    with act_on_referral(Power.ANSWER_PROMPT, acting) as (this, case):
        asked = next((p for p in prompts(case, acting.law, at=acting.at) if p.trigger == trigger), None)
        open_ = asked is not None and asked.answered is None
        this.require(
            Decision(
                (
                    Reason(asked is not None, "something asks for an answer", RECORDS),
                    Reason(open_, "nobody has answered it yet", RECORDS),
                    Reason(bool(note.strip()), "what was said and done is in words", RECORDS),
                )
            )
        )
        return this.store(
            models.PromptAnswered(
                referral_ref=case.referral.ref,
                trigger=trigger,
                at=acting.at,
                by=acting.by.ref,
                answer=answer.value,
                note=note,
            )
        )
