"""Alerts are raised, shown and taken on: each is stored under an act, and an open alert is raised once."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from watchkeeper.alerts import models
from watchkeeper.alerts.facts import Acknowledgement, Alert, Channel, Raising
from watchkeeper.alerts.rules import SILENCE, may_take_on
from watchkeeper.alerts.stored import unacknowledged
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import ensure_system_officer
from watchkeeper.workforce.acts import Act, act
from watchkeeper.workforce.facts import Officer, Power


def raise_alert(raising: Raising, *, under: Act) -> Alert:
    """Raise an alert in the act under way, or give back the same alert while it is still open.

    It stands or falls with whatever else the act does.
    """
    same = models.Alert.objects.filter(
        kind=raising.kind, cause=raising.cause, person_ref=raising.about, unit=raising.unit
    )
    standing = unacknowledged(same).order_by("id").first()
    if standing is not None:
        return standing.fact()
    stored = under.store(
        models.Alert(
            ref=f"alert-{under.number}-{len(under.noted)}",
            person_ref=raising.about,
            kind=raising.kind,
            says=raising.says,
            cause=raising.cause,
            unit=raising.unit,
            least_rank=raising.least_rank,
            officer_ref=raising.officer,
            urgency=raising.urgency,
            page=raising.page,
            raised_at=under.at,
        )
    )
    return stored.fact()


def raise_alerts(
    raisings: Iterable[Raising], *, on: date, law: Shelf, purpose: str, at: datetime
) -> tuple[Alert, ...]:
    """Raise several alerts as one act of the system officer; nothing is done where there are none."""
    several = tuple(raisings)
    if not several:
        return ()
    system = ensure_system_officer(law=law, at=at)
    with act(Power.RAISE_ALERT, by=system, about="", on=on, law=law, purpose=purpose, at=at) as this:
        return tuple(raise_alert(one, under=this) for one in several)


def deliver(
    alerts: Sequence[Alert], *, to: Officer, channel: Channel, on: date, law: Shelf, at: datetime
) -> int:
    """Keep that an officer has been shown these alerts, once for each; how many were new to them."""
    refs = [alert.ref for alert in alerts]
    known = set(
        models.Delivery.objects.filter(alert_ref__in=refs, officer_ref=to.ref).values_list(
            "alert_ref", flat=True
        )
    )
    fresh = [ref for ref in refs if ref not in known]
    if not fresh:
        return 0
    system = ensure_system_officer(law=law, at=at)
    with act(Power.RAISE_ALERT, by=system, about="", on=on, law=law, purpose=channel, at=at) as this:
        this.fact("shown to", to.ref)
        for number, ref in enumerate(fresh):
            this.store(
                models.Delivery(
                    ref=f"delivery-{this.number}-{number}",
                    alert_ref=ref,
                    officer_ref=to.ref,
                    channel=channel,
                    at=at,
                )
            )
    return len(fresh)


def acknowledge(
    alert_ref: str, *, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> Acknowledgement:
    """Take an alert on, by name: it is gone for everybody else, and climbs no further.

    Raises Refused without the power, for an alert that is not theirs to take on, one that
    nobody raised, and one that somebody has taken on already.
    """
    row = models.Alert.objects.filter(ref=alert_ref).as_known(at).first()
    about = row.person_ref if row is not None else ""
    with act(Power.ACKNOWLEDGE_ALERT, by=by, about=about, on=on, law=law, purpose=purpose, at=at) as this:
        cite = law[SILENCE].cite
        this.require(Decision((Reason(row is not None, "the alert is on record", cite),)))
        assert row is not None
        taken = models.Acknowledgement.objects.filter(alert_ref=alert_ref).first()
        says = f"{taken.officer_ref} has acknowledged it" if taken else "nobody has acknowledged it yet"
        this.require(
            Decision((*may_take_on(by, row.fact(), law, on=on).reasons, Reason(taken is None, says, cite)))
        )
        this.fact("alert", alert_ref)
        return this.store(
            models.Acknowledgement(ref="", alert_ref=alert_ref, officer_ref=by.ref, at=at)
        ).fact()
