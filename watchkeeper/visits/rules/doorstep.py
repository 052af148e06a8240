"""A doorstep record as one text: what makes two of them the same. A proposal of ours, no force's policy.

The text is kept beside the rows it was stored as, and is never read by any other rule.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256

from watchkeeper.visits.facts import (
    Age,
    Complied,
    ConditionCheck,
    DeviceCheck,
    DeviceFollowUp,
    DeviceKind,
    DeviceMethod,
    DeviceResult,
    Doorstep,
    NoticeReason,
    Outcome,
    Present,
    Purpose,
    Tie,
    Visit,
)

NOT_CONTENT = ("kept_at", "client_key")


def written(doorstep: Doorstep) -> str:
    """The record as JSON with sorted keys: the same record always gives the same text.

    Left out: the key, by which records are held against each other, and when the device kept
    it, which says nothing of what happened at the door. Instants are in UTC.
    """
    whole = {name: value for name, value in asdict(doorstep).items() if name not in NOT_CONTENT}
    whole["visit"]["ref"] = ""
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, default=_instant)


def digest(text: str) -> str:
    """The SHA-256 of a record's text: two records with one digest are one record, by our proposal."""
    return sha256(text.encode()).hexdigest()


def read(text: str, client_key: str, kept_at: datetime | None) -> Doorstep:
    """The record that `written` made `text` of. It says so, our proposal being that texts are kept whole."""
    whole = json.loads(text)
    visit = whole["visit"]
    purpose, outcome, reason = visit["purpose"], visit["outcome"], visit["notice_reason"]
    return Doorstep(
        visit=Visit(
            **{
                **visit,
                "at": datetime.fromisoformat(visit["at"]),
                "purpose": Purpose(purpose) if purpose else None,
                "outcome": Outcome(outcome) if outcome else None,
                "notice_reason": NoticeReason(reason) if reason else None,
                "crew": tuple(visit["crew"]),
            }
        ),
        client_key=client_key,
        present=tuple(Present(Age(p["age"]), Tie(p["tie"]), p["name"]) for p in whole["present"]),
        devices=tuple(
            DeviceCheck(
                DeviceKind(d["kind"]),
                DeviceMethod(d["method"]),
                DeviceResult(d["result"]),
                DeviceFollowUp(d["follow_up"]),
            )
            for d in whole["devices"]
        ),
        conditions=tuple(
            ConditionCheck(c["condition"], Complied(c["complied"]), c["how"]) for c in whole["conditions"]
        ),
        notes=whole["notes"],
        kept_at=kept_at,
    )


def _instant(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"a record holds no {type(value).__name__}")
    return value.astimezone(UTC).isoformat()
