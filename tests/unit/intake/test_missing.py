"""Files of the missing as forces keep them: what can be read is, and every row turned away says why."""

from pathlib import Path

import pytest

from tests.conftest import NOON
from watchkeeper.intake.actions import Report, load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.facts import Ground
from watchkeeper.missing.stored import case_as_known
from watchkeeper.workforce.actions.officers import ensure_system_officer

pytestmark = pytest.mark.django_db

FILES = {
    "units": "ref,name\nNW,North West\n",
    "officers": "ref,rank,role,unit\nO1,sergeant,missing-persons coordinator,NW\n",
    "care_homes": "ref,name,unit\nCH1,Elm,NW\n",
    "missing_people": "Ref;Born On;Care;Home\nM1;01/05/2011;children's home;CH1\nM2;;;CH9\n",
    "missing_episodes": (
        "ref,missing_ref,reported_at,unit\n"
        "E1,M1,09/03/2026 14:05,NW\n"
        "E2,M9,09/03/2026 14:05,NW\n"
        "E3,M1,,NW\n"
        "E4,M1,2027-01-01T10:00:00Z,NW\n"
    ),
    "missing_grades": (
        "ref,episode_ref,grade,at,by,grounds\n"
        "G1,E1,High,09/03/2026 14:20,O1,age; exploitation\n"
        "G2,E1,severe,09/03/2026 14:20,O1,\n"
    ),
    "missing_finds": "ref,episode_ref,at,postcode,how\nF1,E1,09/03/2026 22:05,n1 9gu,found by police\n",
}


def loaded(folder: Path, law: Shelf) -> Report:
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return load(
        survey(folder, BY_NAME),
        by=ensure_system_officer(law=law, at=NOON),
        law=law,
        now=NOON,
        home=folder / "home",
        frozen_until=None,
        begin=lambda _source: lambda *_: None,
    )


def test_dirty_files_of_the_missing_load_as_far_as_they_can_be_read(tmp_path: Path, law: Shelf) -> None:
    report = loaded(tmp_path, law)
    assert {each.table: (each.read, each.loaded, each.rejected) for each in report.outcomes} == {
        "units": (1, 1, 0),
        "officers": (1, 1, 0),
        "care_homes": (1, 1, 0),
        "missing_people": (2, 1, 1),
        "missing_episodes": (4, 1, 3),
        "missing_grades": (2, 1, 1),
        "missing_finds": (1, 1, 0),
    }
    case = case_as_known("E1", known_at=NOON)
    assert case is not None
    assert case.who is not None
    assert (case.who.home, case.grades[0].grade) == ("CH1", "high")
    assert case.grades[0].grounds == (Ground.AGE, Ground.EXPLOITATION)
    assert (case.finds[0].at - case.episode.reported_at).total_seconds() == 8 * 60 * 60
