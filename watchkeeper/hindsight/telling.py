"""Each kind of fact of a record: what it is called, the day it belongs to, and its sentence."""

from collections.abc import Mapping

from watchkeeper.hindsight.sentences import (
    Telling,
    decided,
    notification,
    part,
    person,
    plain,
    plan,
    ruled,
    said,
    term,
    trip,
    until,
    visit,
    when,
    yes_no,
)
from watchkeeper.law.wording import day, instrument

TELLINGS: Mapping[str, Telling] = {
    "people.Person": Telling("Person", lambda row: row.known_from, person),
    "people.Alias": Telling(
        "Names",
        lambda row: row.used_since,
        lambda row: said(f"Other name used: {row.name}", part("notified", row.notified_on)),
    ),
    "people.Address": Telling(
        "Addresses",
        lambda row: row.since,
        lambda row: said(
            f"Address ({row.kind}): {row.line}, {row.postcode}",
            until(row),
            f"a child lives there: {yes_no(row.children_live_there)}",
            part("police area", row.force),
        ),
    ),
    "people.Away": Telling("Away", lambda row: row.since, lambda row: f"Away, {row.kind}, {until(row)}"),
    "registers.Disposal": Telling(
        "Findings",
        lambda row: row.relevant_date,
        lambda row: said(
            f"Finding: {row.finding}, {row.offence}",
            f"sentence: {row.sentence or 'not recorded'}",
            term(row),
        ),
    ),
    "registers.Order": Telling(
        "Orders",
        lambda row: row.made_on,
        lambda row: said(
            f"{row.kind} made",
            f"until {day(row.until)}" if row.until else "until further order",
            part("ended early", row.ended_on),
            part("travel forbidden until", row.travel_until),
            "travel to every country forbidden" if row.travel_total_ban else "",
        ),
    ),
    "registers.Condition": Telling(
        "Orders",
        lambda row: row.last_tested_on,
        lambda row: said(
            f"{'Requirement' if row.positive else 'Prohibition'} of order {row.order_ref}: {row.says}",
            f"last tested {when(row.last_tested_on)}" if row.last_tested_on else "never tested",
        ),
    ),
    "registers.Notification": Telling("Notifications", lambda row: row.notified_on, notification),
    "registers.Change": Telling("Changes", lambda row: row.happened_on, lambda row: f"Change: {row.matter}"),
    "registers.Stay": Telling(
        "Travel and stays",
        lambda row: row.since,
        lambda row: said(f"Stayed at {row.at}", until(row), "notified" if row.notified else "not notified"),
    ),
    "registers.Trip": Telling("Travel and stays", lambda row: row.departs_on, trip),
    "registers.ReviewApplication": Telling(
        "Applications",
        lambda row: row.received_on,
        lambda row: said(
            "Application to end an indefinite notification period",
            part("acknowledged", row.acknowledged_on),
            part("decided", row.decided_on),
            part("outcome:", row.outcome),
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
        lambda row: said(
            f"Assessment completed: {instrument(row.instrument)}",
            part("signed off", row.signed_off_on) or "not signed off",
        ),
    ),
    "risk.Plan": Telling("Risk", lambda row: row.made_on, plan),
    "risk.Intelligence": Telling(
        "Intelligence",
        lambda row: row.received_on,
        lambda row: said(
            "Significant intelligence received" if row.significant else "Intelligence received",
            part("reviewed", row.reviewed_on) or "not reviewed",
        ),
    ),
    "risk.Review": Telling(
        "Risk",
        lambda row: row.reviewed_on,
        lambda row: f"Supervisor's review by {row.reviewed_by or 'somebody not recorded'}",
    ),
    "visits.Visit": Telling("Visits", lambda row: row.at, visit),
    "workforce.Managed": Telling(
        "Managers", lambda row: row.since, lambda row: f"Managed by {row.officer_ref}, {until(row)}"
    ),
    "escalation.Decided": Telling("Decisions", lambda row: row.decided_on, decided),
    "escalation.Charge": Telling(
        "Decisions",
        lambda row: row.charged_on,
        lambda row: said(
            "Charged with a serious further offence",
            part("internal review commissioned", row.review_commissioned_on)
            or "no internal review commissioned",
        ),
    ),
    "escalation.Drawn": plain(
        "Decisions: Decision drawn up", "decided_on", "ground", "choice", "decided_by", "rank", "signer"
    ),
    "escalation.Signature": plain(
        "Decisions: Second signature", "signed_on", "agreed", "signed_by", "rank", "reason"
    ),
    "escalation.Weighed": plain(
        "Decisions: What the decision rests on was weighed", "weighed_on", "ground", "weighed_by"
    ),
    "escalation.Pack": plain("Warrants: Warrant pack saved", "saved_on", "saved_by", "signed_by"),
    "escalation.CourtAnswer": plain(
        "Warrants: The court answered", "answered_on", "granted", "court", "until"
    ),
    "escalation.Execution": plain("Warrants: Warrant executed", "executed_at", "officers", "found"),
    "escalation.Outcome": plain("Decisions: What came of it", "happened_on", "made", "says"),
    "escalation.Excuse": plain(
        "Decisions: Excuse for a failure to notify",
        "given_on",
        "duty",
        "failed_on",
        "says",
        "accepted",
        "answered_by",
        "rank",
        "reason",
        "review_on",
    ),
    "escalation.Prosecution": plain(
        "Decisions: Prosecution for a failure to notify",
        "begun_on",
        "kind",
        "duty",
        "failed_on",
        "court",
        "outcome",
        "ended_on",
        "says",
    ),
    "visits.Present": plain("Visits: Somebody was there at the visit", "", "age", "tie", "name", "visit_ref"),
    "visits.DeviceCheck": plain(
        "Visits: Device checked", "", "kind", "method", "result", "follow_up", "visit_ref"
    ),
    "visits.ConditionCheck": plain(
        "Visits: Condition of an order checked at the door", "", "condition_ref", "complied", "how"
    ),
    "visits.VisitNote": plain("Visits: Note of a visit", "", "says", "visit_ref"),
    "visits.DoorstepRecord": plain(
        "Visits: Record of a visit received from a device", "kept_at", "visit_ref", "sent_by"
    ),
    "visits.DoorstepRuling": Telling("Visits", lambda row: row.known_from, ruled),
    "registers.Attendance": plain("Notifications: Came to the station", "", "notification_ref", "identity"),
    "registers.NotificationItem": plain(
        "Notifications: Item of a notification", "", "notification_ref", "item", "answer", "said"
    ),
    "risk.Override": plain(
        "Risk: Overridden", "since", "kind", "was", "now", "reason", "decided_by", "rank", "until"
    ),
    "risk.ReviewRecord": plain(
        "Risk: Read and directed at a review",
        "reviewed_on",
        "reviewed_by",
        "read",
        "directed",
        "next_on",
    ),
    "risk.BegunAssessment": plain(
        "Risk: Assessment with an instrument",
        "begun_on",
        *("pack", "begun_by", "why", "supersedes", "ended_on", "ended_why", "signed_off_by"),
    ),
    # Not what it came to: a second officer who is to rate it reads this record too.
    "risk.Rating": plain("Risk: Answers to an instrument", "on", "place", "by", "pack", "concluded"),
    "risk.LevelReason": plain("Risk: Why a level is below a score", "", "says", "points_to", "level_ref"),
    "risk.PlanAction": plain("Risk: Action of the plan", "by", "says", "owner", "done_on"),
    "workforce.Offer": Telling(
        "Managers",
        lambda row: row.offered_on,
        lambda row: said(
            f"Offered from {row.giver} to {row.receiver}: {row.reason}",
            part("offered by", row.offered_by if row.offered_by != row.giver else ""),
            row.note,
        ),
    ),
    "workforce.OfferAnswer": Telling(
        "Managers",
        lambda row: row.answered_on,
        lambda row: said(
            f"{row.answered_by} {'took them on' if row.accepted else 'did not take them on'}", row.reason
        ),
    ),
}
"""Every kind of fact of a record, by its model. A kind that is not here is counted and not shown."""
