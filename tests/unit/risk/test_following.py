"""The register's own assessments studied: by whom, of whom, and what is too few to tell."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.missing.desk import holds
from tests.unit.risk.test_assessing import REST
from tests.unit.suspects.scene import SENIOR, enter, read, send, sits
from tests.unit.workforce.officers import MANAGER
from tests.unit.workforce.records import CARRIED, last, refused
from watchkeeper.briefing.following import follow
from watchkeeper.instruments.shelf import load
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Disposal
from watchkeeper.risk.answers import Answer
from watchkeeper.risk.measures.study import figures, limits, study
from watchkeeper.risk.models import Rating
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db
OSP = load()["osp_dc_2026"]
THEN = ON - timedelta(days=3 * 365)
GIVEN = REST | {"sex": "male", "birth_date": "1980-05-01", "sexual_history": "yes"}


def assessed(number: int, *, again: bool, sex: str = "male", on: date = THEN, **answers: str) -> None:
    ref = f"P{number}"
    Person.objects.create(ref=ref, sex=sex, **CARRIED)
    given = tuple(Answer(item, value) for item, value in (GIVEN | answers).items())
    Rating.objects.create(
        ref=f"T{number}", person_ref=ref, assessment_ref=f"G{number}", place="first", pack=OSP.ref, on=on,
        by="O1", concluded=True, answers=Rating.kept(given), **CARRIED,
    )  # fmt: skip
    if again:
        Disposal.objects.create(
            ref=f"D{number}", person_ref=ref, offence="SOA 2003 s.9", finding="conviction",
            sentence="community", relevant_date=THEN + timedelta(days=90), **CARRIED,
        )  # fmt: skip


def test_each_person_is_followed_once_and_few_are_not_told_of(law: Shelf) -> None:
    for number in range(24):
        assessed(number, again=number % 2 == 0, sex="female" if number > 20 else "male")
    assessed(90, again=False, on=ON - timedelta(days=1))  # the months still run
    assessed(91, again=False, stranger_victim="")  # left open
    found = follow(OSP, by=SENIOR, on=ON, law=law, at=NOON)
    assert dict(last().facts)["people"] == "26"
    assert found.left_out == {"open": 1}
    known = [each.reoffended for each in found.people]
    assert (known.count(True), known.count(False), known.count(None)) == (12, 12, 1)
    assert all(each.expected is not None for each in found.people)
    studied = study(found.people, [band.name for band in OSP.bands], limits(law, on=ON))
    told = {(each.part, each.of, each.measure): each for each in figures(studied)}
    women = [each for (part, of, _), each in told.items() if part == "burden by sex" and of == "female"]
    assert women
    assert all(each.value is None for each in women)


def test_only_who_measures_the_force_and_only_what_the_register_holds(law: Shelf) -> None:
    with pytest.raises(Refused):
        follow(OSP, by=MANAGER, on=ON, law=law, at=NOON)
    refused("needed:")
    with pytest.raises(Refused):
        follow(replace(OSP, name="ogrs3_2yr"), by=SENIOR, on=ON, law=law, at=NOON)
    refused("the register holds what")


def test_the_page_studies_the_register_for_whoever_measures_the_force(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enter(monkeypatch)
    for number in range(24):
        assessed(number, again=number % 2 == 0)
    page, asked = "/risk/instruments/fairness/", {"of": "register", "stored": "osp_dc_2026", "as": "page"}
    senior, manager = sits(SENIOR), sits(MANAGER)
    assert "Study the register" in read(senior, at=page)
    assert "Study the register" not in read(manager, at=page)
    holds(send(senior, "", asked, at=page), ("24 people, scored by osp_dc 2026", "0 assessments left out"))
    answer = senior.post(page, asked | {"stored": ""})
    assert "Choose an instrument" in answer.content.decode()
    assert manager.post(page, asked).status_code == 403
