"""Each kind of fact of a record in a sentence, and the day it belongs to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchkeeper.law.wording import day
from watchkeeper.today import LONDON

type Row = Any


@dataclass(frozen=True, slots=True)
class Telling:
    """How one kind of fact is told: its name in the filter, the day it belongs to, and its sentence."""

    kind: str
    on: Callable[[Row], date | datetime | None]
    says: Callable[[Row], str]


def _when(value: date | datetime | None) -> str:
    if value is None:
        return "on a day not recorded"
    if isinstance(value, datetime):
        here = value.astimezone(LONDON)
        return f"on {day(here.date())} at {here:%H:%M}"
    return f"on {day(value)}"


def _part(words: str, value: object) -> str:
    """Words about a value, where there is one."""
    if value in (None, "", False):
        return ""
    shown = day(value) if isinstance(value, date) else str(value)
    return f"{words} {shown}".strip()


def _said(first: str, *parts: str) -> str:
    return "; ".join([first, *(part for part in parts if part)])


def _until(row: Row) -> str:
    return f"until {day(row.until)}" if row.until else "with no end recorded"


def _yes_no(value: bool | None) -> str:
    return "nobody recorded it" if value is None else "yes" if value else "no"


def _term(row: Row) -> str:
    parts = [
        f"{row.term_months} months" if row.term_months else "",
        f"{row.term_days} days" if row.term_days else "",
    ]
    return " ".join(part for part in parts if part)


def _plan(row: Row) -> str:
    often = (
        f"visits every {row.visit_every_months} months"
        if row.visit_every_months
        else "visits by force policy"
    )
    return _said(
        "Risk management plan made",
        "reactive: no home visits" if row.reactive else often,
        _part("because", row.deviation_reason),
        _part("approved", row.approved_on),
        _part("by", row.approved_by),
        _part("actions without an owner:", row.actions_without_owner),
    )


def _visit(row: Row) -> str:
    notice = f"{row.notice_hours} hours' notice given" if row.notice_hours is not None else ""
    return _said(
        f"Visit: {row.outcome or 'outcome not recorded'}",
        f"to {row.purpose}" if row.purpose else "purpose not recorded",
        "entry was sought in order to search" if row.sought_entry_to_search else "",
        notice,
        _part("because of", row.notice_reason),
        _part("by", row.crew.replace(";", ", ")),
    )


def _trip(row: Row) -> str:
    return _said(
        f"Journey abroad, departing {_when(row.departs_on)}",
        f"notified {_when(row.notified_at)}" if row.notified_at else "not notified",
        _part("not given:", row.items_missing),
        _part("late because", row.late_excuse),
        _part("to return", row.return_stated_on),
        _part("returned", row.returned_on),
        _part("return notified", row.return_notified_on),
    )


def _notification(row: Row) -> str:
    return _said(
        f"Notification given at a police station: {row.kind}",
        _part("about", row.matter),
        _part("happened", row.happened_on),
        _part("told in advance for", row.stated_for),
        _part("not given:", row.items_missing),
        "no written acknowledgement" if row.acknowledged is False else "",
        _part("at", row.station),
        _part("taken by", row.officer_ref),
    )


def _person(row: Row) -> str:
    return _said(
        f"On record as {row.given_names} {row.family_name}".strip(),
        _part("born", row.born_on) or "date of birth not recorded",
        _part("unit", row.unit),
        _part("officer-safety marker:", row.safety_marker),
        _part("flagged in local intelligence", row.intelligence_flag_on),
        "on licence" if row.on_licence else "",
        _part("parent under a direction:", row.parent_ref),
    )


def _decided(row: Row) -> str:
    return _said(
        f"Decision on {row.ground}: {row.choice}",
        f"by {row.decided_by}, {row.rank}",
        _part("because", row.reason),
        _part("holds until", row.expires_on),
        f"carried out {_when(row.done_on)}" if row.done_on else "",
    )


def _plain(first: str, field: str, *shown: str) -> Telling:
    """A fact of one sentence, and beside it the fields that say who and why."""
    kind, says = first.split(": ", 1)
    return Telling(
        kind,
        lambda row: getattr(row, field, None),
        lambda row: _said(
            says,
            *(
                f"{name.replace('_', ' ')}: {getattr(row, name)}"
                for name in shown
                if getattr(row, name) not in (None, "")
            ),
        ),
    )


TELLINGS: Mapping[str, Telling] = {
    "people.Person": Telling("Person", lambda row: row.known_from, _person),
    "people.Alias": Telling(
        "Names",
        lambda row: row.used_since,
        lambda row: _said(f"Other name used: {row.name}", _part("notified", row.notified_on)),
    ),
    "people.Address": Telling(
        "Addresses",
        lambda row: row.since,
        lambda row: _said(
            f"Address ({row.kind}): {row.line}, {row.postcode}",
            _until(row),
            f"a child lives there: {_yes_no(row.children_live_there)}",
            _part("police area", row.force),
        ),
    ),
    "people.Away": Telling("Away", lambda row: row.since, lambda row: f"Away, {row.kind}, {_until(row)}"),
    "registers.Disposal": Telling(
        "Findings",
        lambda row: row.relevant_date,
        lambda row: _said(
            f"Finding: {row.finding}, {row.offence}",
            f"sentence: {row.sentence or 'not recorded'}",
            _term(row),
        ),
    ),
    "registers.Order": Telling(
        "Orders",
        lambda row: row.made_on,
        lambda row: _said(
            f"{row.kind} made",
            f"until {day(row.until)}" if row.until else "until further order",
            _part("ended early", row.ended_on),
            _part("travel forbidden until", row.travel_until),
            "travel to every country forbidden" if row.travel_total_ban else "",
        ),
    ),
    "registers.Condition": Telling(
        "Orders",
        lambda row: row.last_tested_on,
        lambda row: _said(
            f"{'Requirement' if row.positive else 'Prohibition'} of order {row.order_ref}: {row.says}",
            f"last tested {_when(row.last_tested_on)}" if row.last_tested_on else "never tested",
        ),
    ),
    "registers.Notification": Telling("Notifications", lambda row: row.notified_on, _notification),
    "registers.Change": Telling("Changes", lambda row: row.happened_on, lambda row: f"Change: {row.matter}"),
    "registers.Stay": Telling(
        "Travel and stays",
        lambda row: row.since,
        lambda row: _said(f"Stayed at {row.at}", _until(row), "notified" if row.notified else "not notified"),
    ),
    "registers.Trip": Telling("Travel and stays", lambda row: row.departs_on, _trip),
    "registers.ReviewApplication": Telling(
        "Applications",
        lambda row: row.received_on,
        lambda row: _said(
            "Application to end an indefinite notification period",
            _part("acknowledged", row.acknowledged_on),
            _part("decided", row.decided_on),
            _part("outcome:", row.outcome),
        ),
    ),
    "risk.SetLevel": Telling(
        "Risk",
        lambda row: row.set_on,
        lambda row: f"Level of risk set to {row.level} by {row.set_by or 'somebody not recorded'}",
    ),
    "risk.Assessment": Telling(
        "Risk",
        lambda row: row.completed_on,
        lambda row: _said(
            f"Assessment completed: {row.instrument}",
            _part("signed off", row.signed_off_on) or "not signed off",
        ),
    ),
    "risk.Plan": Telling("Risk", lambda row: row.made_on, _plan),
    "risk.Intelligence": Telling(
        "Intelligence",
        lambda row: row.received_on,
        lambda row: _said(
            "Significant intelligence received" if row.significant else "Intelligence received",
            _part("reviewed", row.reviewed_on) or "not reviewed",
        ),
    ),
    "risk.Review": Telling(
        "Risk",
        lambda row: row.reviewed_on,
        lambda row: f"Supervisor's review by {row.reviewed_by or 'somebody not recorded'}",
    ),
    "visits.Visit": Telling("Visits", lambda row: row.at, _visit),
    "workforce.Managed": Telling(
        "Managers", lambda row: row.since, lambda row: f"Managed by {row.officer_ref}, {_until(row)}"
    ),
    "escalation.Decided": Telling("Decisions", lambda row: row.decided_on, _decided),
    "escalation.Charge": Telling(
        "Decisions",
        lambda row: row.charged_on,
        lambda row: _said(
            "Charged with a serious further offence",
            _part("internal review commissioned", row.review_commissioned_on)
            or "no internal review commissioned",
        ),
    ),
    "escalation.Drawn": _plain(
        "Decisions: Decision drawn up", "decided_on", "ground", "choice", "decided_by", "rank", "signer"
    ),
    "escalation.Signature": _plain(
        "Decisions: Second signature", "signed_on", "agreed", "signed_by", "rank", "reason"
    ),
    "escalation.Weighed": _plain(
        "Decisions: What the decision rests on was weighed", "weighed_on", "ground", "weighed_by"
    ),
    "escalation.Pack": _plain("Warrants: Warrant pack saved", "saved_on", "saved_by", "signed_by"),
    "escalation.CourtAnswer": _plain(
        "Warrants: The court answered", "answered_on", "granted", "court", "until"
    ),
    "escalation.Execution": _plain("Warrants: Warrant executed", "executed_at", "officers", "found"),
    "escalation.Outcome": _plain("Decisions: What came of it", "happened_on", "made", "says"),
    "visits.Present": _plain(
        "Visits: Somebody was there at the visit", "", "age", "tie", "name", "visit_ref"
    ),
    "visits.DeviceCheck": _plain(
        "Visits: Device checked", "", "kind", "method", "result", "follow_up", "visit_ref"
    ),
    "visits.ConditionCheck": _plain(
        "Visits: Condition of an order checked at the door", "", "condition_ref", "complied", "how"
    ),
    "visits.VisitNote": _plain("Visits: Note of a visit", "", "says", "visit_ref"),
    "visits.DoorstepRecord": _plain(
        "Visits: Record of a visit received from a device", "kept_at", "visit_ref", "sent_by"
    ),
    "visits.DoorstepRuling": _plain(
        "Visits: Which record of a visit stands was decided", "", "visit_ref", "decided_by", "reason"
    ),
}
"""Every kind of fact of a record, by its model. A kind that is not here is counted and not shown."""
