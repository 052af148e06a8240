"""Pages of a sample tell nothing of its cases to whoever does not inspect its unit."""

from http import HTTPStatus

import pytest

from tests.unit.web.house import House, said
from watchkeeper.workforce.facts import Role

PAGES = (
    "inspection/samples/act-1/",
    "inspection/samples/act-1/results/",
    "inspection/samples/act-1/cases/1/",
    "inspection/samples/act-1/finding/",
    "findings/act-1/",
    "findings/act-1/recommend/",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_duty_inspector_of_another_unit_is_told_of_no_case(house: House, page: str):
    own, other = (
        house.client(Role.DUTY_INSPECTOR, officer=who)
        for who in (house.officers[Role.DUTY_INSPECTOR], house.stranger(Role.DUTY_INSPECTOR))
    )
    refused = other.get(f"/{page}")
    assert (refused.status_code, house.person in said(refused)) == (HTTPStatus.FORBIDDEN, False)
    blind = page.startswith("findings/")  # a case of it waits for a look they could take
    shown = own.get(f"/{page}")
    assert shown.status_code == (HTTPStatus.FORBIDDEN if blind else HTTPStatus.OK)
