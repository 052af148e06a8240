"""The nightly plans: each unit's rounds of the coming day, and the keys of days that are over revealed.

Cut short anywhere and begun again, a plan is worked out with the key that was sealed first, and is
frozen once.
"""

import secrets
from datetime import date, datetime

from django.conf import settings
from django.tasks import task

from watchkeeper import today
from watchkeeper.jobs.asking import ask
from watchkeeper.jobs.rules import night_to_plan
from watchkeeper.jobs.tasks import calendar, law
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.actions.drawing import reveal_key
from watchkeeper.planning.assembling import map_of
from watchkeeper.planning.keys import unrevealed
from watchkeeper.planning.stored import peopled_units, planned_units, row_of
from watchkeeper.workforce.actions.officers import ensure_system_officer
from watchkeeper.workforce.acts import Refused

PLANNING, REVEALING = "plan ", "reveal "
"""What the keys of these jobs begin with; the unit and the day follow."""
PURPOSE = "nightly plan of visits"


@task
def plan_unit(unit: str, night: str) -> str:
    """Plan a unit's day, unless a plan of it stands; the digest of the plan that then does."""
    from watchkeeper.planning.actions.proposing import propose_plan  # the search is compiled: a slow start

    at, shelf, day = today.now(), law(), date.fromisoformat(night)
    on = today.day_of(at)
    if row_of(unit, day, known_at=at) is None:
        propose_plan(
            unit,
            night=day,
            days=shelf["plan_ahead_days"].whole(on),
            by=ensure_system_officer(law=shelf, at=at),
            on=on,
            law=shelf,
            calendar=calendar(),
            where=map_of(settings.TRAVEL, shelf, on=day),
            purpose=PURPOSE,
            at=at,
            key=secrets.token_bytes(shelf["ticket_key_bytes"].whole(on)),
            nightly=True,
        )
    stands = row_of(unit, day, known_at=at)
    if stands is None:
        raise LookupError(f"no plan of {unit} for {night} came of it")
    return stands.digest


@task
def reveal_keys() -> int:
    """Reveal the key of every day that is over and still sealed, one act each; how many.

    Raises the last refusal, once every key was tried.
    """
    at, shelf = today.now(), law()
    on = today.day_of(at)
    system = ensure_system_officer(law=shelf, at=at)
    waiting = unrevealed(before=on)
    failed: Refused | None = None
    for unit, night in waiting:
        try:
            reveal_key(unit, night=night, by=system, on=on, law=shelf, purpose=PURPOSE, at=at)
        except Refused as no:  # one that does not open keeps none of the others shut
            failed = no
    if failed is not None:
        raise failed
    return len(waiting)


def ask_plans(shelf: Shelf, *, here: datetime, at: datetime) -> int:
    """Queue a job for each unit with people on record whose coming day is not planned, and the reveals.

    `here` is the instant on London's clock.
    """
    asked = 0
    night = night_to_plan(shelf, here=here)
    if night is not None:
        done = planned_units(night, known_at=at)
        for unit in peopled_units(known_at=at):
            if unit not in done:
                asked += ask(
                    f"{PLANNING}{unit} {night}", plan_unit, unit, night.isoformat(), law=shelf, at=at
                )
    if unrevealed(before=here.date()):
        asked += ask(f"{REVEALING}{here.date()}", reveal_keys, law=shelf, at=at)
    return asked
