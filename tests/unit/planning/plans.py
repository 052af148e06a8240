"""A plan made by hand for the tests of rules and acts: two crews, a few people, one ticket not drawn."""

import zlib
from datetime import date
from hashlib import sha256

from tests.unit.workforce.records import CARRIED
from watchkeeper.planning import models
from watchkeeper.planning.facts import (
    Candidate,
    Cause,
    Crew,
    Guarantee,
    LeftOut,
    NightPlan,
    Planned,
    Reserve,
    Round,
)
from watchkeeper.planning.keys import Sealed, locked_up, seed_of
from watchkeeper.planning.paper import on_paper
from watchkeeper.planning.stored import ref_of
from watchkeeper.visits.rules.tickets import commitment, drawn_as, ticket

NIGHT = date(2026, 3, 23)
KEY = b"thirty-two bytes that are secret"
EARLY, LATE = Crew(("O1", "O7"), 420, 900, "X00"), Crew(("O8", "O9"), 780, 1260, "X00")
SAYS = ("high risk", "in on most days", "12 minutes away")


def candidate(person: str, *, rate: float = 0.5, required: str = "") -> Candidate:
    """Drawn as the key says: the rates below are set so that the draw is known."""
    drawn = ticket(KEY, drawn_as(person, ""), NIGHT) < rate
    return Candidate(
        person, f"A-{person}", "", "high", 80, 91, rate, drawn, False, (0.5, 0.6, 0.7), 40.0, required
    )


def sure(person: str, **more: str) -> Candidate:
    return candidate(person, rate=1.0, **more)


def never(person: str) -> Candidate:
    return candidate(person, rate=1e-9)


def visit(person: str, at: int, *, part: str = "day", minutes: int = 30) -> Planned:
    return Planned(
        person, f"A-{person}", part, at, minutes, 12, 0.6, 40.0, "routine contact", Guarantee.WITHIN, SAYS
    )


PLAN = NightPlan(
    ref=ref_of("U1", NIGHT),
    unit="U1",
    night=NIGHT,
    revision=1,
    why="proposed",
    policy_version="none",
    commitment=commitment(KEY, NIGHT),
    candidates=(*map(sure, ("P1", "P2", "P3", "P4", "P5")), never("P6")),
    rounds=(
        Round(EARLY, (visit("P1", 480, part="early"), visit("P2", 600)), (Reserve("P4", "A-P4", "day", 0.6, 20, 9),), 700),
        Round(LATE, (visit("P3", 1000, part="evening"),), (), 1100),
    ),
    left_out=(
        LeftOut("P4", Cause.DISPLACED, "worth 20 points", "a nearer crew"),
        LeftOut("P5", Cause.DISPLACED, "worth 10 points", "a nearer crew"),
        LeftOut("P6", Cause.NOT_DRAWN, "not in tonight's draw", "another night"),
    ),
)  # fmt: skip


def store(plan: NightPlan = PLAN) -> NightPlan:
    """The plan frozen and its key sealed, as `propose_plan` leaves them."""
    content = on_paper(plan)
    models.NightPlan.objects.create(
        ref=plan.ref, unit=plan.unit, night=plan.night, revision=plan.revision,
        policy_version=plan.policy_version, commitment=plan.commitment, digest=sha256(content).hexdigest(),
        content=zlib.compress(content), **CARRIED,
    )  # fmt: skip
    key = locked_up(plan.unit, plan.night, Sealed(KEY, seed_of(KEY), plan.commitment))
    key.ref = "K1"
    for name, value in CARRIED.items():
        setattr(key, name, value)
    key.save()
    return plan
