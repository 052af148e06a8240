"""Officers, a child and one episode for the tests of acts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import ADMINISTRATOR, INSPECTOR, MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import facts, models
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Officer as StoredOfficer

INVESTIGATOR = officer("D1", Rank.CONSTABLE, Role.INVESTIGATOR)
OTHER_UNIT = replace(INVESTIGATOR, ref="D9", unit="U2")
COORDINATOR = replace(officer("MC1", Rank.SERGEANT, Role.COORDINATOR), unit="U2")
EVERYBODY = (INVESTIGATOR, OTHER_UNIT, COORDINATOR, MANAGER, SERGEANT, INSPECTOR, ADMINISTRATOR)
REPORTED = datetime(2026, 3, 20, 6, tzinfo=UTC)
WHY = "Spoken to by telephone, safe with a friend."
POSTCODE = "N1 9GU"  # King's Cross, in the directory
NEXT_DOOR = "N1 9AA"  # another postcode some streets away


def staff() -> None:
    for one in EVERYBODY:
        StoredOfficer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )


def episode() -> None:
    """One child and one episode on record, of which nothing more is known."""
    models.MissingPerson.objects.create(
        ref="M1", born_on=date(2011, 5, 1), care="with family", authority="Islington", **CARRIED
    )
    row = {"reported_at": REPORTED, "unit": "U1", "medicine": False, "self_harm": False, "weather": False}
    models.Episode.objects.create(ref="E1", missing_ref="M1", **row, **CARRIED)


def searched() -> None:
    """Every source searched before the episode was reported."""
    for number, source in enumerate(facts.Source):
        models.Searched.objects.create(
            ref=f"S{number}",
            episode_ref="E1",
            source=source.value,
            at=REPORTED,
            supplier="A. Name",
            contact="020 7946 0000",
            **CARRIED,
        )


def acting(by: Officer, law: Shelf, *, episode: str = "E1", later: int = 0) -> Acting:
    """Somebody does something about an episode at noon, or some minutes later."""
    at = NOON + timedelta(minutes=later)
    return Acting(by=by, about=episode, on=ON, law=law, purpose="looking for a child", at=at)


def given(grade: facts.Grade, *, grounds: tuple[facts.Ground, ...] = (facts.Ground.CONTACT,)) -> facts.Graded:
    return facts.Graded("", "", grade, NOON, "", False, grounds, WHY)


def found(postcode: str = POSTCODE, how: facts.HowFound | None = facts.HowFound.POLICE) -> facts.Found:
    return facts.Found("", "", NOON, postcode, how, harmed=False)
