"""Of an assessment that waits for a second rating, no page tells whoever might make it what it came to."""

from http import HTTPStatus

from django.urls import get_resolver

from tests.unit.web.house import CARRIED, NIGHT, ON, House, filled, said, walked
from tests.unit.web.test_doors import PARTS
from watchkeeper.instruments.shelf import load
from watchkeeper.risk.models import BegunAssessment, Rating, SecondRatingDraw
from watchkeeper.web import pace
from watchkeeper.workforce.actions.officers import officer_as_known
from watchkeeper.workforce.facts import Course, Officer, Role
from watchkeeper.workforce.models import Officer as StoredOfficer
from watchkeeper.workforce.models import Training

BAND = "IVb"
"""A band whose name stands nowhere else on a page, but where a second officer chooses theirs."""
CHOSEN_FROM = "second/"


def pages_saying(house: House, officer: Officer, ref: str) -> list[str]:
    """The pages about the person, and the list of second ratings, on which the officer reads the band."""
    client = house.client(Role.OFFENDER_MANAGER, officer)
    client.post(f"/people/{house.person}/purpose/", {"purpose": "manage"})
    found = []
    for pattern, before in walked(get_resolver().url_patterns):
        whole = before + str(pattern.pattern)
        if "<str:person>" not in whole and not whole.startswith("second-ratings"):
            continue
        address = "/" + filled(pattern, before, {**PARTS, "person": house.person, "ref": ref})
        pace._asked.clear()
        answer = client.get(address)
        if answer.status_code == HTTPStatus.OK and BAND in said(answer) and not address.endswith(CHOSEN_FROM):
            found.append(address)
    return found


def test_only_who_made_it_and_who_may_never_rate_it_reads_the_band(house: House) -> None:
    maker = house.officers[Role.OFFENDER_MANAGER]
    other = StoredOfficer.objects.create(
        ref="BLIND",
        rank="constable",
        role=Role.OFFENDER_MANAGER.value,
        unit=maker.unit,
        hours_share=1,
        **CARRIED,
    )
    Training.objects.create(
        ref="BLIND-1", officer_ref=other.ref, course=Course.MOSOVO.value, awarded_on=ON, **CARRIED
    )
    pack = load()["static99r_2016"].ref
    BegunAssessment.objects.create(
        ref="blind-1", person_ref=house.person, pack=pack, begun_on=ON, begun_by=maker.ref, **CARRIED
    )
    Rating.objects.create(
        ref="blind-2", person_ref=house.person, assessment_ref="blind-1", place="first", pack=pack, on=ON,
        by=maker.ref, concluded=True, band=BAND, base_band=BAND, adjusted_band=BAND, stands=True, **CARRIED,
    )  # fmt: skip
    SecondRatingDraw.objects.create(
        ref="blind-3", on=ON, seed="s", share=1, pool="blind-1", drawn="blind-1", by="S", **CARRIED
    )
    blind = officer_as_known("BLIND", known_at=NIGHT)
    assert blind is not None
    assert pages_saying(house, blind, "blind-1") == []
    mine = pages_saying(house, maker, "blind-1")
    assert f"/people/{house.person}/assessments/blind-1/" in mine
    assert f"/people/{house.person}/assessments/" in mine
    Rating.objects.create(
        ref="blind-4", person_ref=house.person, assessment_ref="blind-1", place="second", pack=pack, on=ON,
        by="BLIND", concluded=True, band="III", **CARRIED,
    )  # fmt: skip
    assert f"/people/{house.person}/assessments/blind-1/" in pages_saying(house, blind, "blind-1")
