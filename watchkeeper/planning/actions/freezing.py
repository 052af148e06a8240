"""A plan frozen whole under an act, and beside it what it made of each person, for the register."""

import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from watchkeeper.audit.actions import append_facts
from watchkeeper.planning import models
from watchkeeper.planning.facts import Came, Cause, NightPlan
from watchkeeper.planning.paper import on_paper
from watchkeeper.planning.rules.seeing import instant_of
from watchkeeper.planning.stored import ref_of
from watchkeeper.planning.tables import TABLES
from watchkeeper.workforce.acts import Act

COMPRESSION = 6
PLANNED = next(table for table in TABLES if table.name == "planned_visits")


def freeze(plan: NightPlan, this: Act) -> None:
    """The plan frozen whole, and what it made of everybody it drew: names no more than that."""
    content = on_paper(plan)
    digest = sha256(content).hexdigest()
    this.store(
        models.NightPlan(
            ref=plan.ref,
            unit=plan.unit,
            night=plan.night,
            revision=plan.revision,
            policy_version=plan.policy_version,
            commitment=plan.commitment,
            digest=digest,
            content=zlib.compress(content, COMPRESSION),
        )
    )
    append_facts(PLANNED, _rows(plan, this.at), this.seals)
    this.fact("digest", digest)
    this.fact("revision", plan.revision)


def _rows(plan: NightPlan, at: datetime) -> Iterator[Sequence[Any]]:
    for one in plan.rounds:
        for visit in one.visits:
            yield (
                f"{plan.ref} {visit.person}", at, at, False, visit.person, plan.unit, plan.night,
                Came.PLANNED.value, ";".join(one.crew.officers), visit.part,
                instant_of(plan.night, visit.starts_minute), visit.minutes,
            )  # fmt: skip
    planned = {visit.person for one in plan.rounds for visit in one.visits}
    for each in plan.left_out:
        if each.cause is not Cause.NOT_DRAWN and each.person not in planned:
            yield (
                f"{ref_of(plan.unit, plan.night)} {each.person}", at, at, False, each.person, plan.unit,
                plan.night, Came.LEFT_OUT.value, "", "", None, None,
            )  # fmt: skip
