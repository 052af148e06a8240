"""The columns of vetting, conduct and absence come in from a force's files, blanks and all."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import NOON, ON
from watchkeeper.intake.actions import Report, load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import ensure_system_officer
from watchkeeper.workforce.conduct import AbstractionKind, AllegationKind, Excluded, VettingLevel
from watchkeeper.workforce.facts import Rank
from watchkeeper.workforce.fitness import conduct_as_known

pytestmark = pytest.mark.django_db

FILES = {
    "units": "ref,name\nNW,North West\n",
    "officers": (
        "ref,rank,role,unit\nO1,constable,investigator,NW\nO2,sergeant,investigator,NW\n"
        "O9,commander,senior officer,NW\n"
    ),
    "clearances": "ref,officer_ref,clearance,granted_on,expires_on\nC1,O1,MV,2020-01-06,\nC2,O2,XV,2020-01-06,\n",
    "clearance_changes": (
        "ref,officer_ref,step,on,by,redeployment_considered,told_on\nK1,O1,suspended,2026-01-05,O9,,\n"
    ),
    "allegations": "ref,officer_ref,kind,made_on,severity\nA1,O1,domestic abuse,2026-01-05,\n",
    "safe_to_work": (
        "ref,allegation_ref,officer_ref,by,on,until,reason\nW1,A1,O1,O9,2026-01-05,2026-09-01,desk work\n"
    ),
    "restricted_duties": "ref,officer_ref,excludes,since\nR1,O1,women; children,2026-01-05\n",
    "suspensions": "ref,officer_ref,since,until\nX1,O1,2026-01-05,2026-02-02\n",
    "suspension_reviews": "ref,officer_ref,suspension_ref,on,by\nV1,O1,X1,2026-01-30,O9\n",
    "dismissals": "ref,officer_ref,on\nD1,O1,2026-03-02\n",
    "screenings": "ref,officer_ref,on,cleared\nS1,O1,2026-01-05,yes\n",
    "tutors": "ref,trainee,tutor,since\nU1,O1,O2,2026-01-05\n",
    "abstractions": "ref,officer_ref,kind,since\nB1,O1,sickness,2026-01-05\n",
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


def test_every_table_of_conduct_is_read_as_rules_read_it(tmp_path: Path, law: Shelf):
    report = loaded(tmp_path, law)
    faulty = [outcome.table for outcome in report.outcomes if outcome.rejected]
    assert faulty == ["clearances"]  # a level nobody knows is turned away
    record = conduct_as_known(["O1"], on=ON, known_at=NOON)["O1"]
    one = record.fitness
    assert (one.clearances[0].level, one.clearances[0].expires_on) == (VettingLevel.MV, None)
    assert one.changes[0].redeployment_considered is None
    assert (one.allegations[0].kind, one.allegations[0].severity) == (AllegationKind.DOMESTIC_ABUSE, None)
    assert (one.safe[0].by, one.safe[0].rank, one.safe[0].reason) == ("O9", Rank.COMMANDER, "desk work")
    assert set(one.restrictions[0].excludes) == {Excluded.WOMEN, Excluded.CHILDREN}
    assert one.suspensions[0].until == date(2026, 2, 2)
    assert (record.reviews[0].suspension, record.reviews[0].continued) == ("X1", True)
    assert record.dismissals[0].reported_on is None
    assert (one.screenings[0].cleared, one.screenings[0].expires_on) == (True, None)
    assert one.tutor is not None
    assert one.tutor.ref == "O2"
    assert (one.abstractions[0].kind, one.abstractions[0].until) == (AbstractionKind.SICKNESS, None)
