"""What the gate answered holds for one request and one instant: the next request asks anew."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client

from tests.unit.web.house import LAW, NIGHT, ON, House, said
from watchkeeper import today
from watchkeeper.access import actions
from watchkeeper.access.facts import Known
from watchkeeper.access.stored import known_of
from watchkeeper.audit.models import Entry
from watchkeeper.web import asking
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Role

SOON = timedelta(seconds=1)


def restricted(house: House) -> None:
    """Somebody of rank closes the record to all but themselves, a second after the night."""
    senior = house.officers[Role.SENIOR_OFFICER]
    actions.restrict(
        house.person, reason="a family tie", named=[senior.ref], until=None,
        by=senior, on=ON, law=LAW, at=NIGHT + SOON,
    )  # fmt: skip


def opens(client: Client, house: House) -> int:
    return client.get(f"/people/{house.person}/").status_code


def test_a_restriction_between_two_requests_bites_at_once(house: House, monkeypatch: pytest.MonkeyPatch):
    client = house.client(Role.OFFENDER_MANAGER)
    assert opens(client, house) == 200
    restricted(house)
    monkeypatch.setattr(today, "now", lambda: NIGHT + 2 * SOON)
    assert opens(client, house) == 403


def test_a_conflict_between_two_requests_bites_at_once(house: House, monkeypatch: pytest.MonkeyPatch):
    client = house.client(Role.OFFENDER_MANAGER)
    assert opens(client, house) == 200
    own = house.officers[Role.OFFENDER_MANAGER]
    actions.declare_conflict(
        house.person, own.ref, reason="a cousin", by=own, on=ON, law=LAW, at=NIGHT + SOON
    )
    monkeypatch.setattr(today, "now", lambda: NIGHT + 2 * SOON)
    assert opens(client, house) == 403


def test_the_gate_is_asked_once_for_a_page(house: House, monkeypatch: pytest.MonkeyPatch):
    asked = []

    def counted(person: str, **about: object) -> Known:
        asked.append(person)
        return known_of(person, **about)  # type: ignore[arg-type]

    monkeypatch.setattr(asking, "known_of", counted)
    monkeypatch.setattr("watchkeeper.access.acts.known_of", counted)
    assert opens(house.client(Role.OFFENDER_MANAGER), house) == 200
    assert asked == [house.person]


def test_what_was_read_of_another_instant_or_person_opens_nothing(house: House):
    """An answer kept too long, or taken for somebody else's, is passed over and the gate asked anew."""
    own = house.officers[Role.OFFENDER_MANAGER]
    before = known_of(house.person, on=ON, known_at=NIGHT)
    restricted(house)
    later = NIGHT + 2 * SOON
    with pytest.raises(Refused):
        actions.look(house.person, by=own, on=ON, law=LAW, purpose="managing", at=later, known=before)
    elsewhere = known_of("P9999999", on=ON, known_at=later)
    with pytest.raises(Refused):
        actions.look(house.person, by=own, on=ON, law=LAW, purpose="managing", at=later, known=elsewhere)
    kinds = [entry.kind for entry in Entry.objects.filter(about=house.person, by=own.ref).order_by("number")]
    assert kinds[-4:] == ["attempt", "refused", "attempt", "refused"]


@pytest.mark.parametrize("page", ["restriction/", "override/"])
def test_without_the_power_nobody_is_told_whether_somebody_is_there(house: House, page: str):
    """The door is shut before anybody looks who the address names: it says the same of all."""
    browser = house.client(Role.INTELLIGENCE)
    answers = [browser.get(f"/people/{ref}/{page}") for ref in (house.person, "NOSUCH")]
    assert [answer.status_code for answer in answers] == [HTTPStatus.FORBIDDEN] * 2
    told = [said(answer).partition("<main")[2] for answer in answers]
    assert told[0] == told[1]


@pytest.mark.parametrize("page", ["", "conflict/", "restriction/", "break-glass/", "purpose/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_of_somebody_who_is_not_there_there_is_no_page_and_nothing_is_recorded(
    house: House, page: str, method: str
):
    browser = house.client(Role.SENIOR_OFFICER)
    answer = getattr(browser, method)(f"/people/NOSUCH/{page}")
    assert answer.status_code == HTTPStatus.NOT_FOUND
