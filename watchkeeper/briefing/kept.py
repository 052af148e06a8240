"""Which columns each fact is made from, and how each of them is read."""

from collections.abc import Callable
from typing import Any

from watchkeeper.briefing.columns import Read, code, count, day, days, flag, instant, several, text
from watchkeeper.escalation.facts import Charge, Choice, Decided, Ground, Outcome
from watchkeeper.escalation.failing import Excuse, Prosecution, ProsecutionKind, ProsecutionOutcome
from watchkeeper.people.facts import Address, AddressKind, Alias, Away, AwayKind, Sex
from watchkeeper.registers import facts as registers
from watchkeeper.registers.facts import Notified
from watchkeeper.risk import answers
from watchkeeper.risk import facts as risk
from watchkeeper.risk.facts import Level, SetLevel
from watchkeeper.visits import facts as visits
from watchkeeper.workforce.facts import HandoverReason, Managed, Offer, OfferAnswer, Rank

PEOPLE: tuple[tuple[str, Read], ...] = (
    *(("ref", text), ("family_name", text), ("given_names", text), ("born_on", day)),
    *(("sex", code(Sex, Sex.NOT_RECORDED)), ("unit", text), ("safety_marker", text)),
    *(("intelligence_flag_on", day), ("on_licence", flag), ("parent_ref", text)),
    *(("parental_direction_on", day), ("parental_direction_until", day)),
)
KEPT: dict[str, tuple[Callable[..., Any], tuple[tuple[str, Read], ...]]] = {
    "disposals": (
        registers.Disposal,
        (
            *(("ref", text), ("offence", text), ("finding", code(registers.Finding)), ("relevant_date", day)),
            *(("sentence", code(registers.Sentence)), ("term_months", count), ("term_days", count)),
            *(("term_begins_on", day), ("consecutive_to", text), ("trial_ended_on", day)),
        ),
    ),
    "orders": (
        registers.Order,
        (
            *(("ref", text), ("kind", code(registers.OrderKind)), ("made_on", day), ("until", day)),
            *(("ended_on", day), ("travel_until", day), ("travel_total_ban", flag)),
            *(("passports_surrendered_on", day), ("passports_returned_on", day)),
        ),
    ),
    "conditions": (
        registers.Condition,
        (
            *(("ref", text), ("order_ref", text), ("says", text), ("positive", flag)),
            *(("test_method", text), ("last_tested_on", day)),
        ),
    ),
    "away": (Away, (("ref", text), ("kind", code(AwayKind)), ("since", day), ("until", day))),
    "addresses": (
        Address,
        (
            *(("ref", text), ("kind", code(AddressKind)), ("line", text), ("postcode", text)),
            *(("since", day), ("until", day), ("force", text), ("children_live_there", text)),
        ),
    ),
    "names": (Alias, (("ref", text), ("name", text), ("used_since", day), ("notified_on", day))),
    "stays": (
        registers.Stay,
        (("ref", text), ("at", text), ("since", day), ("until", day), ("notified", flag)),
    ),
    "trips": (
        registers.Trip,
        (
            *(("ref", text), ("departs_on", day), ("known_since", day), ("notified_at", instant)),
            *(("late_excuse", text), ("items_missing", several), ("changed_at", instant)),
            *(("change_notified_at", instant), ("return_stated_on", day), ("return_stated_point", text)),
            *(("returned_on", day), ("returned_point", text), ("return_notified_on", day)),
            ("change_excuse", text),
        ),
    ),
    "review_applications": (
        registers.ReviewApplication,
        (
            *(("ref", text), ("received_on", day), ("acknowledged_on", day), ("bodies_notified_on", day)),
            *(("decided_on", day), ("outcome", code(registers.ReviewOutcome)), ("notice_received_on", day)),
            ("barred_years", text),
        ),
    ),
    "decisions": (
        Decided,
        (
            *(("ref", text), ("ground", code(Ground)), ("choice", code(Choice)), ("decided_on", day)),
            *(("decided_by", text), ("rank", code(Rank)), ("reason", text), ("expires_on", day)),
            ("done_on", day),
        ),
    ),
    "overrides": (
        risk.Override,
        (
            *(("ref", text), ("person_ref", text), ("kind", code(risk.OverrideKind)), ("about", text)),
            *(("was", text), ("now", text), ("reason", text), ("decided_by", text), ("rank", text)),
            *(("since", day), ("until", day)),
        ),
    ),
    "assessments_begun": (
        answers.Begun,
        (
            *(("ref", text), ("pack", text), ("begun_on", day), ("begun_by", text), ("why", text)),
            *(("supersedes", text), ("ended_on", day), ("ended_why", text), ("signed_off_by", text)),
            ("sign_off_says", text),
        ),
    ),
    "ratings": (
        answers.Rated,
        (
            *(("ref", text), ("assessment_ref", text), ("place", code(answers.Place)), ("pack", text)),
            *(("on", day), ("by", text), ("concluded", flag), ("base_band", text), ("adjusted_band", text)),
            *(("band", text), ("why", text), ("provisional", flag), ("stands", flag), ("completes", text)),
        ),
    ),
    "level_reasons": (
        answers.LevelReason,
        (("ref", text), ("level_ref", text), ("says", text), ("points_to", text), ("rating_ref", text)),
    ),
    "plan_actions": (
        answers.PlanAction,
        (
            *(("ref", text), ("assessment_ref", text), ("says", text), ("owner", text), ("by", day)),
            ("done_on", day),
        ),
    ),
    "offers": (
        Offer,
        (
            *(("ref", text), ("person_ref", text), ("giver", text), ("receiver", text)),
            *(("offered_on", day), ("offered_by", text), ("reason", code(HandoverReason)), ("note", text)),
        ),
    ),
    "offer_answers": (
        OfferAnswer,
        (
            *(("ref", text), ("offer_ref", text), ("accepted", flag), ("answered_on", day)),
            *(("answered_by", text), ("reason", text)),
        ),
    ),
    "outcomes": (Outcome, (("ref", text), ("made", flag), ("happened_on", day), ("says", text))),
    "charges": (Charge, (("ref", text), ("charged_on", day), ("review_commissioned_on", day))),
    "excuses": (
        Excuse,
        (
            *(("ref", text), ("duty", text), ("about", text), ("failed_on", day), ("given_on", day)),
            *(("says", text), ("accepted", text), ("answered_on", day), ("answered_by", text)),
            *(("rank", code(Rank)), ("reason", text), ("review_on", day)),
        ),
    ),
    "prosecutions": (
        Prosecution,
        (
            *(("ref", text), ("duty", text), ("about", text), ("failed_on", day)),
            *(("kind", code(ProsecutionKind)), ("begun_on", day), ("court", text)),
            *(("outcome", code(ProsecutionOutcome)), ("ended_on", day), ("says", text)),
        ),
    ),
}
REDUCED: dict[str, tuple[Callable[..., Any], tuple[Read, ...]]] = {
    "notified": (Notified, (day, day, text, day, day, day, several, days)),
    "answered": (registers.Change, (text, code(registers.Matter), day, day, day, day)),
    "contact": (lambda *row: row, (day, day, text)),
    "level": (
        lambda ref, level, on, by, low: (SetLevel(ref, level, on, by), low),
        (text, code(Level), day, text, day),
    ),
    "assessed": (risk.Assessment, (text, text, day, day)),
    "plan": (risk.Plan, (text, day, text, text, flag, day, several, count, day, text)),
    "reviewed": (risk.Review, (text, day, text)),
    "intelligence": (risk.Intelligence, (text, day, flag, day)),
    "last_intelligence": (lambda last_on: last_on, (day,)),
    "managed": (Managed, (text, text, day, day)),
    "guessable": (visits.Knock, (instant, text)),
}


def visit_reads() -> tuple[Read, ...]:
    """How each column of a visit is read, in order; whoever led it is looked up afterwards."""
    return (
        *(text, instant, text, code(visits.Purpose), flag, code(visits.Outcome), text),
        *(code(visits.NoticeReason), text, several),
    )
