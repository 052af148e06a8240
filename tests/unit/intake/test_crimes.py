"""Files of crimes as forces keep them: what can be read is, and every row turned away says why."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import NOON
from watchkeeper.crimes import models
from watchkeeper.intake.actions import Report, load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import ensure_system_officer

pytestmark = pytest.mark.django_db

FILES = {
    "units": "ref,name\nNW,North West\n",
    "officers": "ref,rank,role,unit\nO1,constable,investigator,NW\n",
    "crimes": (
        "Ref;Reported At;Offence;Unit;Domestic;Lines of Enquiry\n"
        "C1;09/03/2026 14:05;19C;NW;Y;\n"
        "C2;2026-03-09T14:05:00Z;XQ9;NW;;2\n"
        "C3;;44;NW;no;\n"
        "C4;2027-01-01T10:00:00Z;44;NW;no;\n"
        "C5;2026-03-09T14:05:00Z;44;SE;no;\n"
        "C6;2026-03-09T14:05:00Z;44;NW;perhaps;\n"
    ),
    "crime_outcomes": "ref,crime_ref,outcome,on\nF1,C1,18,2026-03-10\nF2,C1,eighteen,2026-03-10\nF3,C9,18,2026-03-10\n",
    "crime_holdings": "ref,crime_ref,officer_ref,since,until\nH1,C1,O1,2026-03-10,2026-03-01\nH2,C2,O1,10.03.2026,\n",
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


def test_dirty_files_of_crimes_load_as_far_as_they_can_be_read(tmp_path: Path, law: Shelf):
    report = loaded(tmp_path, law)
    assert {each.table: (each.read, each.loaded, each.rejected) for each in report.outcomes} == {
        "units": (1, 1, 0),
        "officers": (1, 1, 0),
        "crimes": (6, 3, 3),
        "crime_holdings": (2, 1, 1),
        "crime_outcomes": (3, 1, 2),
    }
    kept = {crime.ref: crime for crime in models.Crime.objects.all()}
    assert set(kept) == {"C1", "C2", "C3"}  # without a day of the report its clocks are missing facts
    assert kept["C3"].reported_at is None
    assert (kept["C1"].domestic, kept["C2"].domestic, kept["C2"].offence) == (True, None, "XQ9")
    assert models.Held.objects.get().since == date(2026, 3, 10)
    why = {each.table: dict(each.reasons) for each in report.outcomes}
    assert all(why[name] for name in ("crimes", "crime_holdings", "crime_outcomes"))
