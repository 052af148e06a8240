"""A conflict of interest with a suspect, and a restricted record of one, shut a referral: through every door."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from typer.testing import CliRunner

from tests.conftest import NOON, ON
from tests.table import table
from tests.unit.suspects.scene import (
    AT,
    INVESTIGATOR,
    RECEIVED,
    WHY,
    acting,
    enter,
    read,
    referral,
    registered,
    sits,
)
from tests.unit.workforce.officers import INSPECTOR, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, entries, last, refused
from watchkeeper.access.models import ConflictDeclared, Opening, Restriction
from watchkeeper.accounts.models import Account
from watchkeeper.audit.facts import Kind
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.cli.main import app
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.searching import Roll
from watchkeeper.suspects import facts, models
from watchkeeper.suspects.actions.banding import give_band
from watchkeeper.suspects.actions.looking import look
from watchkeeper.suspects.actions.pairing import pair
from watchkeeper.suspects.actions.recording import add_address
from watchkeeper.suspects.facts import Band, Verdict
from watchkeeper.suspects.gathering import shut_referrals
from watchkeeper.web import suspects as pages
from watchkeeper.web.asking import Asking
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db
COLLEAGUE = officer("D2", Rank.CONSTABLE, Role.INVESTIGATOR)
DECLARED = "a conflict of interest you declared"
BAND = facts.Banded("", "", Band.HIGH, NOON, "D1", "KIRAT", "3")
ADDRESS = facts.SuspectAddress("", "", NOON, "N1 9GU")
OF_NO_REFERRAL = {"suspects", "suspect-forecast", "suspect-receive"}


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch) -> None:
    """R1 with a suspect on the register, R2 with nobody on record, and two investigators of the unit."""
    enter(monkeypatch)
    registered()
    StoredOfficer.objects.create(ref="D2", rank="constable", role="investigator", unit="U1", **CARRIED)
    referral(person="P1", family_name="Example", given_names="One")
    referral("R2", RECEIVED + timedelta(hours=1))


def declared(of: str = "D1", person: str = "P1", *, sealed: bool = False, **more: Any) -> None:
    ConflictDeclared.objects.create(
        ref=f"C-{of}", person_ref=person, officer_ref=of, since=ON, by=of, sealed=sealed, **more, **CARRIED
    )


def restricted(*named: str, person: str = "P1") -> None:
    Restriction.objects.create(
        ref="X1", person_ref=person, by="I1", since=ON, review_by=ON, named=";".join(named), **CARRIED
    )


def opened(by: str) -> None:
    Opening.objects.create(
        ref="G1", person_ref="P1", officer_ref=by, at=NOON, until=NOON + timedelta(hours=4), **CARRIED
    )


def may(does: Callable[[], object]) -> bool:
    try:
        does()
    except Refused:
        return False
    return True


@table("""
    case                                  | conflict | restriction | opened_by | officer | reads | acts
    nothing on record                     | none     | none        | nobody    | D1      | yes   | yes
    a conflict the officer declared       | own      | none        | nobody    | D1      | no    | no
    a conflict somebody sealed            | sealed   | none        | nobody    | D1      | no    | no
    a conflict that has ended             | ended    | none        | nobody    | D1      | yes   | yes
    a conflict of a colleague             | other    | none        | nobody    | D1      | yes   | yes
    a restriction that names the officer  | none     | D1          | nobody    | D1      | yes   | yes
    one that names a colleague            | none     | D2          | nobody    | D1      | no    | no
    named, and in conflict                | own      | D1          | nobody    | D1      | no    | no
    opened by break-glass, by rank        | none     | D2          | O3        | O3      | yes   | no
    opened below the rank                 | none     | D2          | D1        | D1      | no    | no
    in conflict, and opened               | own      | none        | D1        | D1      | no    | no
""")
def test_what_is_on_record_of_a_suspect_decides(
    conflict: str, restriction: str, opened_by: str, officer: str, reads: str, acts: str, law: Shelf
) -> None:
    if conflict != "none":
        ended = ON if conflict == "ended" else None
        declared("D2" if conflict == "other" else "D1", sealed=conflict == "sealed", ended_on=ended)
    if restriction != "none":
        restricted(restriction)
    if opened_by != "nobody":
        opened(opened_by)
    by = {"D1": INVESTIGATOR, "O3": INSPECTOR}[officer]
    assert may(lambda: look(acting(by, law))) is (reads == "yes")
    assert may(lambda: add_address(ADDRESS, "", acting(by, law))) is (acts == "yes")
    assert may(lambda: give_band(BAND, "By the tool.", acting(by, law))) is (acts == "yes")
    shut = shut_referrals(by, law, on=ON, known_at=NOON)
    assert shut == (frozenset() if reads == "yes" else {"R1"})


def test_the_refused_look_stays_on_the_trail_and_a_sealed_conflict_is_not_told(law: Shelf) -> None:
    declared()
    with pytest.raises(Refused):
        look(acting(INVESTIGATOR, law))
    refused(DECLARED)
    assert (last().about, last().by) == ("R1", "D1")
    restricted("D2")
    with pytest.raises(Refused) as answer:
        look(acting(SERGEANT, law))
    assert [reason.says for reason in answer.value.decision.unmet] == ["not available"]


def test_no_page_of_the_referral_opens_and_nothing_is_asked_first() -> None:
    browser = sits(INVESTIGATOR)
    assert browser.get(AT).status_code == 200
    declared()
    named = [each.name for each in pages.addresses if each.name not in OF_NO_REFERRAL]
    assert len(named) > 15
    more = {"suspect-prompt": ["arrest"], "suspect-undo": ["X"], "suspect-look-again": ["X"]}
    for name in named:
        address = reverse(name, args=["R1", *more.get(name, [])])
        for method in (browser.get, browser.post):
            before = models.Banded.objects.count(), models.Referral.objects.count()
            answer = method(address)
            assert answer.status_code == 403, name
            assert "Example" not in answer.content.decode()
            assert (models.Banded.objects.count(), models.Referral.objects.count()) == before
    assert any(each.kind is Kind.REFUSED and each.about == "R1" for each in entries())
    fresh = sits(INVESTIGATOR, at="/suspects/R2/")
    assert fresh.get(AT).status_code == 403
    assert fresh.get("/suspects/R2/").status_code == 200


def test_no_list_shows_it_and_it_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    declared()
    mine, theirs = (read(sits(by), "", at="/suspects/") for by in (INVESTIGATOR, COLLEAGUE))
    assert "1 referral is open" in mine
    assert ">R1<" not in mine
    assert "2 referrals are open" in theirs
    assert ">R1<" in theirs
    ahead = read(sits(INVESTIGATOR), "forecast/", at="/suspects/")
    assert "/suspects/R1/" not in ahead
    monkeypatch.setenv("WATCHKEEPER_OFFICER", "D1")
    register = settings.HOME / "watchkeeper.sqlite3"
    register.touch()
    try:
        done = CliRunner().invoke(app, ["suspects", "--as", "D1"])
    finally:
        register.unlink()
    assert done.exit_code == 0, done.output
    assert "R2" in done.stdout
    assert "R1" not in done.stdout


def test_an_investigator_declares_a_conflict_from_the_page_of_the_referral() -> None:
    desk = sits(INVESTIGATOR)
    assert 'href="/people/P1/conflict/"' in read(desk)
    answer = desk.post("/people/P1/conflict/", {"reason": "We were at school together."}, follow=True)
    assert answer.status_code == 200
    assert ConflictDeclared.objects.get().officer_ref == "D1"
    assert desk.get(AT).status_code == 403
    assert "conflict" not in read(sits(INVESTIGATOR, at="/suspects/R2/"), at="/suspects/R2/")


def test_nor_does_the_brief(law: Shelf, england: Calendar) -> None:
    sergeant = replace(SERGEANT, unit="U1")
    line = Line(Section.UNENFORCED, "R1", "what", ON, 1, "sergeant, U1", "U1", ("why",), "cite")

    def sees(by: Officer, of: Line = line) -> bool:
        return Sight(Asking(by, Account(login="x"), ON, NOON, law, england), Roll()).sees_line(of)

    assert sees(sergeant)
    declared(sergeant.ref)
    assert not sees(sergeant)
    assert sees(sergeant, replace(line, who="R2"))


def test_two_that_are_one_are_shut_together_and_one_is_not_joined_to_what_is_shut(law: Shelf) -> None:
    models.SuspectPerson.objects.create(ref="S1", referral_ref="R2", at=NOON, person="P9", **CARRIED)
    declared(person="P9")
    with pytest.raises(Refused):
        pair("R1", Verdict.ONE, WHY, acting(INVESTIGATOR, law, referral="R2"))
    pair("R1", Verdict.ONE, WHY, acting(SERGEANT, law, referral="R2"))
    later = NOON + timedelta(minutes=1)
    assert shut_referrals(INVESTIGATOR, law, on=ON, known_at=later) == {"R1", "R2"}
    for ref in ("R1", "R2"):
        with pytest.raises(Refused):
            look(acting(INVESTIGATOR, law, referral=ref, later=1))
        assert look(acting(COLLEAGUE, law, referral=ref, later=1)).referral.ref == ref
