"""A study of the planner is asked for, and what it found is kept. It is about nobody: figures alone."""

import json
import zlib
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning import models
from watchkeeper.planning.rules.scenarios import may_try
from watchkeeper.planning.rules.studying import may_study, power_of
from watchkeeper.planning.stored import study_of
from watchkeeper.planning.study import Matter, Study, StudyAsked
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.models import Unit

COMPRESSION = 6


def ask_study(asked: StudyAsked, *, by: Officer, on: date, law: Shelf, purpose: str, at: datetime) -> Study:
    """Ask for a study. It is carried out behind the pages, by whoever works there.

    Raises Refused without the power, for a unit the officer does not plan for or nobody knows, and for
    months, runs or crews beyond what policy lets a study be. A what-if is asked for by whoever measures
    the force, of any unit; the trail holds its scenarios.
    """
    scenarios = json.dumps([each.plain() for each in asked.scenarios], ensure_ascii=False)
    with act(power_of(asked.matter), by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        if asked.matter is Matter.WHAT_IF:
            units = frozenset(Unit.objects.all().as_known(at).values_list("ref", flat=True))
            this.require(may_try(asked, units, law, on=on))
            this.fact("scenarios", scenarios)
            this.fact("seeds", asked.seeds)
        else:
            known = not asked.unit or Unit.objects.filter(ref=asked.unit).as_known(at).exists()
            this.require(may_study(asked, by, law, known=known, on=on))
        this.fact("matter", asked.matter)
        this.fact("unit", asked.unit or "the whole force")
        row = this.store(
            models.Study(
                ref="",
                matter=asked.matter.value,
                unit=asked.unit,
                months=asked.months,
                seeds=asked.seeds,
                shifts=";".join(map(str, asked.shifts)),
                crews=";".join(map(repr, asked.crews)) or None,
                scenarios=scenarios if asked.scenarios else None,
                by=by.ref,
                at=at,
                policy_version=law.version,
            )
        )
        return row.fact()


def keep_study(
    ref: str, found: Mapping[str, Any], *, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> Study:
    """Store what a study found, once, in the name of whoever asked for it; asked again, what stands is told.

    Raises Refused without the power, for a study nobody asked for and for another's.
    """
    stood = study_of(ref, known_at=at)
    power = power_of(stood.asked.matter if stood is not None else Matter.CAPACITY)
    with act(power, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        cite = "Watchkeeper proposal: studies of the planner"
        this.require(
            Decision(
                (
                    Reason(stood is not None, f"study {ref or '(blank)'} was asked for", cite),
                    Reason(stood is not None and stood.by == by.ref, "kept in the name of who asked", cite),
                )
            )
        )
        if stood is None:
            raise RuntimeError("a study nobody asked for was kept")
        if stood.done_at is not None:
            this.fact("stands", stood.digest)
            return stood
        content = on_paper(found)
        digest = sha256(content).hexdigest()
        this.fact("digest", digest)
        row = this.store(
            models.Study(
                ref=ref,
                matter=stood.asked.matter.value,
                unit=stood.asked.unit,
                months=stood.asked.months,
                seeds=stood.asked.seeds,
                shifts=";".join(map(str, stood.asked.shifts)),
                crews=";".join(map(repr, stood.asked.crews)) or None,
                scenarios=json.dumps([each.plain() for each in stood.asked.scenarios], ensure_ascii=False)
                if stood.asked.scenarios
                else None,
                by=stood.by,
                at=stood.at,
                policy_version=law.version,
                done_at=at,
                digest=digest,
                content=zlib.compress(content, COMPRESSION),
            )
        )
        return row.fact()


def on_paper(found: Mapping[str, Any]) -> bytes:
    """The figures as JSON, keys in order, no spaces: what is hashed, and what is kept."""
    return json.dumps(
        found, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    ).encode()
