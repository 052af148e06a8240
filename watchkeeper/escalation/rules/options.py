"""The choices open on each ground, and what each still lacks. Not acting is one of them."""

from datetime import date

from watchkeeper.escalation.facts import Choice, Failure, Ground, Weighed
from watchkeeper.escalation.rules.grounds import grounds_for_arrest
from watchkeeper.escalation.rules.warrants import may_seek_warrant, occasions
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.people.facts import Address, Away, home_on
from watchkeeper.visits.facts import Contact

OPEN = "open"


def options(ground: Ground, enforcement: tuple[str, ...], no_action: str) -> tuple[str, ...]:
    """Every choice open on `ground`, with what it lacks as the record stands; not acting is the last.

    `enforcement` and `no_action` are what the two functions below answer, the same on every
    ground, and asked once for each person.
    """
    if ground is Ground.FURTHER_OFFENCE:
        return ("commission the internal management review, recorded on the charge: open", no_action)
    if ground is Ground.REACTIVE:
        return (f"{Choice.ANOTHER_ATTEMPT}: reactive management ends and a visit is made", no_action)
    return (*enforcement, no_action)


def without_action(holds_until: date) -> str:
    """The choice not to act. `holds_until` is the first day a decision of today no longer holds."""
    return f"{Choice.NO_ACTION}: needs a reason; asked again on {day(holds_until)} at the latest"


def enforcement(
    contact: Contact,
    law: Shelf,
    *,
    failures: tuple[Failure, ...],
    addresses: tuple[Address, ...],
    away: Away | None,
    on: date,
    weighed: Weighed | None = None,
) -> tuple[str, ...]:
    """Arrest, warrant, circulation and another attempt, in the order of `Choice`, with what each lacks.

    Necessity, alternatives, premises and the applicant are for the officer to weigh and record:
    until they are, the options say so. The brief asks without `weighed`: what is written on a
    person's page does not wait for the night.
    """
    arrest = grounds_for_arrest(
        failures,
        necessity=weighed.necessity if weighed is not None else (),
        considered=weighed.considered if weighed is not None else (),
        law=law,
        on=on,
    )
    in_default = arrest.reasons[0]
    return (
        _lacking(Choice.ARREST, arrest),
        _lacking(Choice.WARRANT, _warrant(contact, addresses, away, law, on, weighed)),
        f"{Choice.CIRCULATE}: {OPEN if in_default.met else f'lacks: {in_default.says}'}",
        f"{Choice.ANOTHER_ATTEMPT}: {OPEN if away is None else f'lacks: out of reach, {away.kind}'}",
    )


def _warrant(
    contact: Contact,
    addresses: tuple[Address, ...],
    away: Away | None,
    law: Shelf,
    on: date,
    weighed: Weighed | None,
) -> Decision:
    """The warrant at the premises weighed; else at those with most occasions; failing any, at the home."""
    home = home_on(addresses, on)
    sought = dict.fromkeys(visit.premises for visit in contact.failed if visit.sought_entry_to_search)
    tally = {one: len(occasions(one, contact.failed, on=on)) for one in sought}
    best = max(tally, key=lambda one: tally[one], default="")
    premises = best if tally.get(best) or home is None else home.ref
    if weighed is not None and weighed.premises:
        premises = weighed.premises
    standing = {each.ref for each in addresses if each.until is None or on < each.until}
    return may_seek_warrant(
        premises,
        attempts=contact.failed,
        notified_or_frequented=premises in standing
        if weighed is not None
        else home is not None and premises == home.ref,
        in_custody_or_abroad=away.kind if away is not None else None,
        necessary=weighed is not None and bool(weighed.need.strip()),
        applicant_rank=weighed.applicant_rank if weighed is not None else None,
        law=law,
        on=on,
    )


def _lacking(choice: Choice, decision: Decision) -> str:
    return f"{choice}: " + (
        OPEN if decision.allowed else f"lacks: {'; '.join(reason.says for reason in decision.unmet)}"
    )
