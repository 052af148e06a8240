"""The choices open on each ground, and what each still lacks. Not acting is one of them."""

from datetime import date

from watchkeeper.escalation.facts import Choice, Failure, Ground
from watchkeeper.escalation.rules.grounds import grounds_for_arrest
from watchkeeper.escalation.rules.warrants import may_seek_warrant, occasions
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.people.facts import Address, Away, home_on
from watchkeeper.visits.facts import Contact

OPEN = "open"


def options(
    ground: Ground,
    contact: Contact,
    law: Shelf,
    *,
    failures: tuple[Failure, ...],
    addresses: tuple[Address, ...],
    away: Away | None,
    holds_until: date,
    on: date,
) -> tuple[str, ...]:
    """Every choice with what it lacks as the record stands, in the order of `Choice`.

    Necessity, alternatives and the applicant are for the officer to record: until they are, the
    options say so. `holds_until` is the first day a decision taken on `on` would no longer hold.
    """
    no_action = f"{Choice.NO_ACTION}: needs a reason; asked again on {day(holds_until)} at the latest"
    if ground is Ground.FURTHER_OFFENCE:
        return ("commission the internal management review, recorded on the charge: open", no_action)
    if ground is Ground.REACTIVE:
        return (f"{Choice.ANOTHER_ATTEMPT}: reactive management ends and a visit is made", no_action)
    arrest = grounds_for_arrest(failures, law=law, on=on)
    in_default = arrest.reasons[0]
    return (
        _lacking(Choice.ARREST, arrest),
        _lacking(Choice.WARRANT, _warrant(contact, addresses, away, law, on)),
        f"{Choice.CIRCULATE}: {OPEN if in_default.met else f'lacks: {in_default.says}'}",
        f"{Choice.ANOTHER_ATTEMPT}: {OPEN if away is None else f'lacks: out of reach, {away.kind}'}",
        no_action,
    )


def _warrant(
    contact: Contact, addresses: tuple[Address, ...], away: Away | None, law: Shelf, on: date
) -> Decision:
    """The warrant at the premises with most occasions; failing any, at the home."""
    home = home_on(addresses, on)
    tried = dict.fromkeys(visit.premises for visit in contact.failed)
    fallback = home.ref if home is not None else ""
    premises = max(tried, key=lambda one: len(occasions(one, contact.failed, on=on)), default=fallback)
    if not occasions(premises, contact.failed, on=on) and fallback:
        premises = fallback
    return may_seek_warrant(
        premises,
        attempts=contact.failed,
        notified_or_frequented=home is not None and premises == home.ref,
        in_custody_or_abroad=away.kind if away is not None else None,
        necessary=False,
        applicant_rank=None,
        law=law,
        on=on,
    )


def _lacking(choice: Choice, decision: Decision) -> str:
    return f"{choice}: " + (
        OPEN if decision.allowed else f"lacks: {'; '.join(reason.says for reason in decision.unmet)}"
    )
