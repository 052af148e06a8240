"""A small force to draw samples from, and samples drawn of it."""

from datetime import timedelta

import pytest

from tests.conftest import NOON, ON
from watchkeeper.inspection.sample_actions.drawing import draw_sample
from watchkeeper.inspection.sampled import SUBJECTS, Answer, SampleTheme
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Disposal
from watchkeeper.risk.models import SetLevel
from watchkeeper.workforce.facts import Officer as Who
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Officer, Unit

BEFORE = NOON - timedelta(days=30)
INSPECTOR = Who("HQ1", Rank.INSPECTOR, Role.INSPECTION, "HQ")
SECOND = Who("HQ3", Rank.CONSTABLE, Role.INSPECTION, "HQ")
THIRD = Who("HQ4", Rank.CONSTABLE, Role.INSPECTION, "HQ")
COMMAND = Who("NW1", Rank.SUPERINTENDENT, Role.SENIOR_OFFICER, "NW")
ELSEWHERE = Who("SE1", Rank.INSPECTOR, Role.DUTY_INSPECTOR, "SE")
MANAGER = Who("NW2", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW")
OFFENDERS = SampleTheme.OFFENDERS
ALL_YES = dict.fromkeys(SUBJECTS[OFFENDERS].questions, Answer.YES)


@pytest.fixture
def two_units(transactional_db: None) -> None:
    """Two units; in NW three at high risk and one with no level, in SE two with none."""
    known = {"recorded_at": BEFORE, "known_from": BEFORE, "act": 0}
    for unit, many in (("NW", 4), ("SE", 2)):
        Unit.objects.create(ref=unit, name=unit, **known)
        for at in range(many):
            ref = f"P-{unit}{at}"
            Person.objects.create(ref=ref, unit=unit, family_name="Larkspur", **known)
            Disposal.objects.create(
                ref=f"D-{ref}",
                person_ref=ref,
                finding="caution",
                sentence="caution",
                relevant_date=ON - timedelta(days=10),
                **known,
            )
            if unit == "NW" and at:
                SetLevel.objects.create(
                    ref=f"L-{ref}", person_ref=ref, level="high", set_on=ON - timedelta(days=3), **known
                )
    Officer.objects.create(ref="NW1", rank="superintendent", role="senior officer", unit="NW", **known)


@pytest.fixture
def asked(law):
    def of(by=INSPECTOR, days=0):
        return {"by": by, "on": ON + timedelta(days=days), "law": law, "at": NOON + timedelta(days=days)}

    return of


@pytest.fixture
def drawn(asked, england, two_units):
    def of(by=INSPECTOR, *, keep=True, **more):
        said = {"size": 5, "seed": "s", "drawn_on": ON, "unit": "", **more}
        return draw_sample(OFFENDERS, calendar=england, keep=keep, **said, **asked(by))

    return of
