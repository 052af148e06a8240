"""A plan as it is frozen: the same plan gives the same bytes, and the bytes give the plan back."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from watchkeeper.planning.facts import (
    Candidate,
    Cause,
    Crew,
    Forecast,
    Guarantee,
    LeftOut,
    NightPlan,
    Planned,
    Reserve,
    Round,
)


def on_paper(plan: NightPlan) -> bytes:
    """The plan as JSON, keys in order, no spaces: what is hashed, and what is kept."""
    return _written(plan)


def round_on_paper(one: Round) -> bytes:
    """One round in the same form: what a crew was handed."""
    return _written(one)


def read_back(content: bytes) -> NightPlan:
    """The plan that `on_paper` wrote."""
    told = json.loads(content)
    return NightPlan(
        **{
            **told,
            "night": date.fromisoformat(told["night"]),
            "candidates": tuple(
                Candidate(**{**each, "chances": tuple(each["chances"])}) for each in told["candidates"]
            ),
            "rounds": tuple(map(_round, told["rounds"])),
            "left_out": tuple(
                LeftOut(**{**each, "cause": Cause(each["cause"])}) for each in told["left_out"]
            ),
            "forecast": tuple(
                Forecast(**{**each, "night": date.fromisoformat(each["night"])}) for each in told["forecast"]
            ),
            "notes": tuple(told["notes"]),
        }
    )


def _written(fact: NightPlan | Round) -> bytes:
    return json.dumps(
        asdict(fact), default=date.isoformat, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def _round(told: Mapping[str, Any]) -> Round:
    crew = told["crew"]
    return Round(
        Crew(**{**crew, "officers": tuple(crew["officers"])}),
        tuple(
            Planned(**{**each, "guarantee": Guarantee(each["guarantee"]), "says": tuple(each["says"])})
            for each in told["visits"]
        ),
        tuple(Reserve(**each) for each in told["reserve"]),
        told["back_minute"],
    )
