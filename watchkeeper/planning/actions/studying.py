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
from watchkeeper.planning.rules.studying import may_study
from watchkeeper.planning.stored import study_of
from watchkeeper.planning.study import Study, StudyAsked
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.models import Unit

COMPRESSION = 6


def ask_study(asked: StudyAsked, *, by: Officer, on: date, law: Shelf, purpose: str, at: datetime) -> Study:
    """Ask for a study. It is carried out behind the pages, by whoever works there.

    Raises Refused without the power, for a unit the officer does not plan for or nobody knows, and for
    months, runs or crews beyond what policy lets a study be.
    """
    with act(Power.STUDY_PLANNING, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
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
    with act(Power.STUDY_PLANNING, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        stood = study_of(ref, known_at=at)
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
