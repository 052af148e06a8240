"""The missing in the frozen brief: clocks that ran out, who was found near whom, replayed byte for byte."""

from datetime import date, timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.missing.scene import (
    COORDINATOR,
    INVESTIGATOR,
    OTHER_UNIT,
    POSTCODE,
    REPORTED,
    acting,
    episode,
    found,
    staff,
)
from tests.unit.workforce.officers import INSPECTOR
from tests.unit.workforce.records import CARRIED, last, person, refused, unit
from watchkeeper.alerts.actions import acknowledge
from watchkeeper.alerts.models import Alert
from watchkeeper.briefing.actions import compile_brief
from watchkeeper.briefing.consequences import OF_THE_MISSING
from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.missing_explaining import explain_episode
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.actions.looking import look
from watchkeeper.missing.actions.returning import record_found
from watchkeeper.missing.actions.screening import record_step
from watchkeeper.missing.concerns import ConcernStep
from watchkeeper.missing.models import ConcernStep as Step
from watchkeeper.missing.models import Episode, Flag, Screened
from watchkeeper.people.models import Address
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def force(transactional_db: None, law: Shelf) -> None:
    unit()
    staff()
    episode()
    look(acting(COORDINATOR, law))  # the rows say that they were stored under act 1


def lines(law: Shelf, england: Calendar, *, minutes: int = 0, of: str = "") -> list[Line]:
    at = NOON + timedelta(minutes=minutes)
    made = compile_brief(Asked(ON, at, of), by="O3", law=law, calendar=england, at=at)
    return [line for line in made.brief.lines if line.section in OF_THE_MISSING]


def test_six_hours_with_no_action_are_three_lines_to_the_minute(law: Shelf, england: Calendar) -> None:
    found_ = lines(law, england)
    assert [(line.who, line.what, line.why[0], line.owner) for line in found_] == [
        ("E1", "first enquiry for somebody missing", "late by 5 hours", "inspector, U1"),
        ("E1", "grade of a missing episode", "late by 5 hours", "inspector, U1"),
        ("E1", "supervisor's review of a missing episode", "late by 2 hours", "inspector, U1"),
    ]
    assert lines(law, england, of="U1") == found_
    again = compile_brief(Asked(ON, NOON), by="O3", law=law, calendar=england, at=NOON + timedelta(minutes=1))
    assert not again.differs


def test_found_next_door_is_listed_until_an_inspector_takes_it_on(law: Shelf, england: Calendar) -> None:
    person()
    Address.objects.create(
        ref="A2", person_ref="P1", kind="home", postcode=POSTCODE, since=date(2025, 1, 6), **CARRIED
    )
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    (line,) = lines(law, england, minutes=1)
    assert (line.section, line.who, line.about) == ("found near a registered offender", "E1", "")
    assert line.why[1:] == ("0 m away; 100 m rings", "people on the register there: 1")
    alert = Alert.objects.get(kind="somebody missing found near a registered offender")
    acknowledge(alert.ref, by=INSPECTOR, on=ON, law=law, purpose="found near", at=NOON + timedelta(minutes=2))
    assert lines(law, england, minutes=3) == []
    assert [each.what for each in lines(law, england, minutes=1)] == [line.what], "and the night replays"


def test_whoever_rings_nobody_has_no_line(law: Shelf, england: Calendar) -> None:
    person()
    Address.objects.create(
        ref="A2", person_ref="P1", kind="home", postcode="N1 9RF", since=date(2025, 1, 6), **CARRIED
    )
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    assert lines(law, england, minutes=1) == [], "113 m away: a link, and no ring to take on"


def test_a_flag_nobody_owns_is_a_line(law: Shelf, england: Calendar) -> None:
    Flag.objects.create(
        ref="X1", missing_ref="M1", kind="child sexual exploitation", on=date(2026, 3, 19), **CARRIED
    )
    panel, line = [each for each in lines(law, england) if each.section.startswith("exploitation")]
    assert (line.who, line.about, line.owner, line.unit) == ("M1", "X1", "inspector, U1", "U1")
    assert (panel.who, panel.by, panel.owner) == ("U1", None, "inspector, U1"), "and nobody listed a panel"
    assert "none listed in policy" in panel.why[1]


def test_a_child_believed_a_victim_is_listed_until_safeguarded_and_referred(
    law: Shelf, england: Calendar
) -> None:
    day = ON - timedelta(days=3)
    Step.objects.create(ref="B1", missing_ref="M1", kind=ConcernStep.BELIEVED.value, on=day, **CARRIED)

    def unsafe(minutes: int) -> list[tuple[str, str, int | None]]:
        found_ = lines(law, england, minutes=minutes)
        here = [each for each in found_ if each.section.startswith("exploitation, and")]
        return [(each.what, each.owner, each.days) for each in here]

    assert unsafe(1) == [
        ("safeguarding of a child who may be exploited", "inspector, U1", 3),
        ("National Referral Mechanism or duty to notify", "sergeant, U1", 2),
    ]
    record_step(ConcernStep.SAFEGUARDED, ON, "", acting(INVESTIGATOR, law, later=2))
    assert [what for what, _, _ in unsafe(3)] == ["National Referral Mechanism or duty to notify"]
    record_step(ConcernStep.REFERRED, ON, "", acting(INVESTIGATOR, law, later=4))
    assert unsafe(5) == []
    assert len(unsafe(1)) == 2, "and the night replays"


def test_a_child_who_went_missing_is_screened_within_two_days_and_the_line_goes(
    law: Shelf, england: Calendar
) -> None:
    Episode.objects.create(
        ref="E0", missing_ref="M1", reported_at=NOON - timedelta(days=6), unit="U1", **CARRIED
    )
    (line,) = [each for each in lines(law, england) if each.section.endswith("reviews overdue")]
    assert (line.who, line.what, line.by) == ("M1", "screening for exploitation", ON - timedelta(days=4))
    assert line.why == ("a concern, and no screening yet: 14 March 2026",)
    assert line.confirmed is False
    row = {"pack": "seraf", "band": "not at risk", "active": False, "potential": False}
    Screened.objects.create(ref="Z1", missing_ref="M1", on=ON, **row, **CARRIED)
    assert not [each for each in lines(law, england) if each.section.endswith("reviews overdue")]


def test_one_episode_is_explained_and_the_look_is_on_the_trail(law: Shelf) -> None:
    said = {"on_at": NOON, "known_at": NOON, "purpose": "looking for a child", "law": law, "at": NOON}
    told = explain_episode("E1", by=COORDINATOR, account="mc", **said)
    assert told is not None
    assert (told.grade, told.found_at, len(told.dues)) == ("not graded", None, 4)
    assert [due.duty for due in told.dues][-1] == "screening for exploitation"
    assert told.says[0] == "the facts propose medium: nothing graver"
    assert "carer's form: no form was taken in" in told.says
    assert ("account", "mc") in last().facts
    with pytest.raises(Refused):
        explain_episode("E1", by=OTHER_UNIT, **said)
    refused("of the unit of the episode")
    assert explain_episode("E1", by=COORDINATOR, **(said | {"known_at": NOON - timedelta(days=400)})) is None
    with pytest.raises(Refused, match="judged from its report on"):
        explain_episode("E1", by=COORDINATOR, **(said | {"on_at": REPORTED - timedelta(minutes=1)}))
    assert explain_episode("E1", by=COORDINATOR, **(said | {"on_at": REPORTED})) is not None
