"""The nightly plans as jobs: each unit once, whatever dies meanwhile; keys revealed when their day is over."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.conftest import NOON
from tests.unit.planning.small_unit import NIGHT, PEOPLE, map_for, store
from watchkeeper import today
from watchkeeper.audit.actions import entries
from watchkeeper.jobs import plans
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.worker import work
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.actions import proposing
from watchkeeper.planning.models import KeyRevealed, NightKey, NightPlan
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db(transaction=True)

EVE = datetime(2026, 3, 22, 18, tzinfo=UTC)  # a Sunday evening, before NIGHT


@pytest.fixture(autouse=True)
def on_the_eve(law: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small unit on a map of its own, at the hour from which the coming day is planned."""
    monkeypatch.setattr(today, "now", lambda: EVE)
    monkeypatch.setattr(settings, "HOME", tmp_path)
    monkeypatch.setattr(plans, "map_of", lambda setting, law, *, on: map_for(law))
    store(PEOPLE[:6])


def asked(law: Shelf, at: datetime) -> int:
    return plans.ask_plans(law, here=at.astimezone(today.LONDON), at=at)


def test_each_unit_is_planned_once_for_the_coming_day(law: Shelf) -> None:
    assert asked(law, EVE - timedelta(seconds=1)) == 0
    assert asked(law, EVE) == 1
    assert asked(law, EVE) == 0
    assert Job.objects.get().key == f"plan U1 {NIGHT}"
    work(once=True)
    plan = NightPlan.objects.get()
    assert (plan.unit, plan.night, plan.revision) == ("U1", NIGHT, 1)
    assert plan.fact().at_most is not None, "nobody waits: how good it is is proved"
    assert len(plan.fact().forecast) == law["plan_ahead_days"].whole(EVE.date()) - 1
    assert {each.by for each in entries() if each.power == "plan visits"} == {"SYSTEM"}
    assert plans.plan_unit.call("U1", NIGHT.isoformat()) == plan.digest
    assert NightPlan.objects.count() == 1


def test_cut_short_it_goes_on_with_the_key_it_sealed(law: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*given: Any, **more: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(proposing, "worked_out", killed)
        with pytest.raises(KeyboardInterrupt):
            plans.plan_unit.call("U1", NIGHT.isoformat())
    assert NightPlan.objects.count() == 0
    plans.plan_unit.call("U1", NIGHT.isoformat())
    assert NightPlan.objects.get().commitment == NightKey.objects.get().commitment


def test_keys_are_revealed_when_their_day_is_over_and_one_that_is_stuck_holds_up_none(
    law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans.plan_unit.call("U1", NIGHT.isoformat())
    over = EVE + timedelta(days=1, hours=12)
    assert asked(law, over - timedelta(hours=17)) == 0, "the day is not over"
    assert asked(law, over) == 1
    monkeypatch.setattr(today, "now", lambda: over)
    with monkeypatch.context() as patched:
        patched.setattr(settings, "SECRET_OF", lambda home: "another secret")
        with pytest.raises(Refused, match="does not open"):
            plans.reveal_keys.call()
    assert plans.reveal_keys.call() == 1
    assert plans.reveal_keys.call() == 0
    shown = KeyRevealed.objects.get()
    assert (shown.unit, shown.night, shown.by) == ("U1", NIGHT, "SYSTEM")
    assert over > NOON
