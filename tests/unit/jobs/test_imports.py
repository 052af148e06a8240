"""The jobs of the administration pages, asked for and carried out."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.conftest import NOON, ON
from watchkeeper import today
from watchkeeper.audit.models import Entry
from watchkeeper.intake import uploads
from watchkeeper.intake.facts import UploadState
from watchkeeper.intake.models import Upload
from watchkeeper.jobs import imports
from watchkeeper.jobs.asking import ask
from watchkeeper.jobs.outcomes import newest, newest_done
from watchkeeper.jobs.rules import State
from watchkeeper.jobs.schedule import look_round
from watchkeeper.jobs.worker import work
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.workforce.actions.officers import appoint_first_administrator, appoint_officer
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Unit

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = b"ref,family_name,given_names,born_on,sex\nP1,Ash,Ann,1980-05-17,female\n"


@pytest.fixture
def clerk(law: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Officer:
    """An administrator on record, at noon, in a home of their own."""
    monkeypatch.setattr(today, "now", lambda: NOON + timedelta(minutes=1))
    monkeypatch.setattr(settings, "HOME", tmp_path)
    return appoint_first_administrator("A1", law=law, at=NOON)


def outcome(prefix: str) -> Any:
    found = newest(prefix)
    assert found is not None
    return found


def test_files_are_checked_then_loaded_by_the_worker_in_the_officers_name(
    clerk: Officer, law: Shelf, tmp_path: Path
) -> None:
    sent = [uploads.Sent("people.csv", io.BytesIO(PEOPLE))]
    made = uploads.take_in(sent, by=clerk, on=ON, law=law, at=NOON, home=tmp_path)
    assert ask(f"check {made.ref}", imports.check_upload, made.ref, law=law, at=NOON)
    assert outcome(f"check {made.ref}").under_way
    work(once=True)
    begun = uploads.begin_loading(Upload.objects.get(state=UploadState.CHECKED))
    assert begun is not None
    ask(f"load {made.ref} {begun.tries}", imports.load_upload, made.ref, law=law, at=NOON)
    work(once=True)
    assert outcome(f"load {made.ref}").state is State.DONE
    assert Person.objects.get().ref == "P1"
    assert Entry.objects.filter(by="A1", purpose="load people", kind="done").count() == 1


def test_a_load_whose_officer_has_gone_stops_and_says_so(clerk: Officer, law: Shelf, tmp_path: Path) -> None:
    sent = [uploads.Sent("people.csv", io.BytesIO(PEOPLE))]
    made = uploads.take_in(sent, by=clerk, on=ON, law=law, at=NOON, home=tmp_path)
    Upload.objects.filter(ref=made.ref).update(by="GONE", state=UploadState.LOADING)
    ask(f"load {made.ref} 1", imports.load_upload, made.ref, law=law, at=NOON)
    work(once=True)
    assert outcome(f"load {made.ref}").state is State.FAILED
    assert not Person.objects.exists()


def test_the_trail_is_verified_and_taken_out_by_its_inspector(
    clerk: Officer, law: Shelf, tmp_path: Path
) -> None:
    Unit.objects.create(ref="U1", recorded_at=NOON, known_from=NOON, act=1)
    inspector = Officer("I1", Rank.INSPECTOR, Role.INSPECTION, unit="U1")
    appoint_officer(inspector, by=clerk, on=ON, law=law, purpose="test", at=NOON)
    ask("verify the trail x", imports.verify_trail, "I1", "", law=law, at=NOON)
    ask(f"{imports.EXPORTING}abc", imports.export_trail, "abc", "I1", law=law, at=NOON)
    work(once=True)
    verdict = newest_done("verify the trail ")
    assert verdict is not None
    assert verdict.told["why"] == ""
    assert [fault for fault in verdict.told["faults"] if "Unit" in fault], "a unit was put in past the trail"
    assert not verdict.told["holds"]
    with zipfile.ZipFile(tmp_path / "exports" / "abc" / "trail.zip") as packed:
        assert sorted(packed.namelist()) == [
            "trail/trail-README.md",
            "trail/trail.jsonl",
            "trail/verify_trail.py",
        ]
    assert ["head", outcome(imports.EXPORTING).told["head"]] in Entry.objects.get(
        power="export the audit trail", kind="done"
    ).facts


def test_what_was_kept_long_enough_is_swept_once(clerk: Officer, law: Shelf, tmp_path: Path) -> None:
    sent = [uploads.Sent("people.csv", io.BytesIO(PEOPLE))]
    made = uploads.take_in(sent, by=clerk, on=ON, law=law, at=NOON, home=tmp_path)
    uploads.check_upload(made.ref, now=NOON, home=tmp_path, frozen_until=None)
    later = NOON + timedelta(days=law["upload_kept_days"].whole(ON))
    assert look_round(law, at=later) == 0
    assert look_round(law, at=later + timedelta(minutes=1)) == 1
    assert look_round(law, at=later + timedelta(minutes=2)) == 0
