"""Whoever manages somebody on the register is told that they are a suspect, in the act that says so."""

from collections.abc import Iterable

from watchkeeper.alerts.actions import raise_alert
from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.registers.stored import registered_of
from watchkeeper.suspects import models
from watchkeeper.suspects.acts import act_on_referral
from watchkeeper.suspects.gathering import suspects_of
from watchkeeper.workforce.acts import Act, Acting
from watchkeeper.workforce.facts import Power, Rank
from watchkeeper.workforce.stored import manager_of


def tell(acting: Acting) -> int:
    """Tell the manager of every suspect on the register who was not told: how many people that was about.

    For referrals that came in a file, which rings nobody. Raises Refused where nobody is on the register.
    """
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        found = bool(case.known.registered)
        this.require(Decision((Reason(found, "a suspect in it is on the register", RECORDS),)))
        told = {each.person for each in case.told}
        left = sorted(suspects_of(case) - told)
        return tell_managers(left, case.referral.ref, case.referral.unit, this, acting)


def tell_managers(people: Iterable[str], referral: str, unit: str, this: Act, acting: Acting) -> int:
    """Ring, at once, the manager of each of the people who is on the register, and keep that they were told.

    The alert goes to whoever manages them by name, and to the sergeants of their unit. It leads to the
    person's record: the referral is not theirs to read unless they need to know of it.
    """
    whose = registered_of([each for each in people if each], acting.law, on=acting.on, known_at=acting.at)
    for person, of in sorted(whose.items()):
        spell = manager_of(person, on=acting.on, known_at=acting.at)
        officer = spell.officer if spell is not None else ""
        says = f"suspected of online child abuse, referral {referral}"
        raising = Raising(
            Kind.REGISTERED_SUSPECT,
            says,
            person,
            referral,
            of or unit,
            Rank.SERGEANT,
            Urgency.NOW,
            f"/people/{person}/",
            officer=officer,
        )
        raise_alert(raising, under=this)
        this.store(
            models.ManagerTold(
                ref=f"{this.ref}-T{len(this.noted)}",  # an act may tell of several referrals
                referral_ref=referral,
                person=person,
                at=acting.at,
                officer=officer,
                by=acting.by.ref,
            )
        )
    this.fact("suspects on the register", len(whose))
    return len(whose)
