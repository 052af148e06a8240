"""What was recorded wrongly is corrected: a new version, by whoever may; the old one is kept."""

from collections.abc import Mapping
from copy import copy
from datetime import date, datetime
from typing import Any

from watchkeeper.audit.models import Fact
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.stored import (
    officer_as_known,
    officers_as_known,
)

__all__ = ["officer_as_known", "officers_as_known"]  # asked for here by every door

CARRIED = frozenset({"id", "ref", "person_ref", "recorded_at", "known_from", "withdrawn", "act"})

# Whoever may record may correct; what no verb records is corrected by whoever loads records.
CORRECTING: Mapping[str, Power] = {
    "visits.Visit": Power.CORRECT_VISIT,
    "registers.Notification": Power.RECORD_NOTIFICATION,
    "risk.SetLevel": Power.SET_LEVEL,
    "workforce.Managed": Power.ALLOCATE_MANAGER,
    "workforce.Officer": Power.APPOINT_OFFICER,
    "workforce.Training": Power.APPOINT_OFFICER,
    "escalation.Decided": Power.DECIDE_ENFORCEMENT,
    "workforce.Clearance": Power.RECORD_VETTING,
    "workforce.ClearanceChange": Power.RECORD_VETTING,
    "workforce.Allegation": Power.RECORD_CONDUCT,
    "workforce.Restricted": Power.RECORD_CONDUCT,
    "workforce.Suspension": Power.RECORD_CONDUCT,
    "workforce.SuspensionReview": Power.RECORD_CONDUCT,
    "workforce.Dismissal": Power.RECORD_CONDUCT,
    "workforce.Screening": Power.RECORD_CONDUCT,
    "workforce.SafeToWork": Power.ALLOW_WORK,
    "workforce.Tutored": Power.NAME_TUTOR,
    "workforce.Abstraction": Power.RECORD_ABSENCE,
    "crimes.Held": Power.ALLOCATE_CRIME,
    "crimes.AllocationOverride": Power.OVERRIDE_ELIGIBILITY,
    "crimes.Disputed": Power.DECIDE_DISPUTE,
    "missing.Graded": Power.GRADE_MISSING,
    "missing.Closed": Power.CLOSE_MISSING,
}
WITHDRAWING = {"visits.Visit": Power.WITHDRAW_VISIT}  # where that takes more than to correct
# A decision is taken again, not rewritten: only its being carried out is added. Who holds a crime,
# and by whose leave, is changed by giving it again, where it is asked whether they may: so is a grade.
OPEN_TO_CORRECTION: Mapping[str, frozenset[str]] = {
    "escalation.Decided": frozenset({"done_on"}),
    "crimes.Held": frozenset(),
    "crimes.AllocationOverride": frozenset(),
    "crimes.Disputed": frozenset(),
    "missing.Graded": frozenset(),
    "missing.Closed": frozenset(),
}


def correct[Stored: Fact](
    stored: Stored,
    changes: Mapping[str, Any],
    *,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    withdrawn: bool = False,
) -> Stored:
    """Supersede a recorded fact: a new version with the same ref, the old one kept for ever.

    `changes` names columns and what they should have said; `withdrawn` says it should never have
    been. Whose record it is cannot be changed: withdraw, and record anew. Raises Refused without
    the power to correct such a fact, when a newer version stands, or for a column that is closed.
    """
    label = stored._meta.label
    columns = {field.name for field in stored._meta.concrete_fields} - CARRIED
    closed = sorted(set(changes) - OPEN_TO_CORRECTION.get(label, frozenset(columns)))
    power = (withdrawn and WITHDRAWING.get(label)) or CORRECTING.get(label, Power.LOAD_RECORDS)
    about = getattr(stored, "person_ref", stored.ref)
    own = by.ref in (stored.ref, getattr(stored, "officer_ref", ""), getattr(stored, "trainee", ""))
    with act(power, by=by, about=about, on=on, law=law, purpose=purpose, at=at, about_own=own) as this:
        rows = type(stored)._default_manager.filter(ref=stored.ref, known_from__lte=at)
        newest = rows.order_by("-known_from", "-id").values_list("id", flat=True).first()
        this.require(
            Decision(
                (
                    Reason(newest == stored.pk, "it is the version that stands", RECORDS),
                    Reason(not closed, f"open to correction: {names(closed) or 'what changes'}", RECORDS),
                    Reason(bool(changes) or withdrawn, "it changes something", RECORDS),
                )
            )
        )
        new = copy(stored)
        new.id, new.withdrawn = None, withdrawn
        for column, value in changes.items():
            setattr(new, column, value)
        new.clean_fields(exclude=[name for name in columns if not getattr(new, name)])
        if not withdrawn and hasattr(new, "fact"):
            new.fact()  # a code no rule knows stops here, not in tonight's brief
        this.fact("supersedes", newest)
        this.fact("columns", ";".join(sorted(changes)) or "withdrawn")
        return this.store(new)
