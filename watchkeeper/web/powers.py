"""The table of powers, as it is decided by: generated from the table itself, and not changed here."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.web.administration import administer
from watchkeeper.web.asking import Asking, page
from watchkeeper.workforce.facts import Role
from watchkeeper.workforce.rules.authority import POWERS, least_rank


@page()
def powers(request: HttpRequest) -> HttpResponse:
    """Every power: who holds it by role, from which rank, with which courses, and on what authority."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    rows = [
        {
            "power": power,
            "roles": [role.value for role in Role if role in needs.roles],
            "rank": least_rank(power, asking.law, on=asking.on),
            "courses": [course.value for course in needs.courses],
            "another": needs.another_officer,
            "cite": needs.cite,
            "rank_row": asking.law[needs.rank_row],
            "yours": asking.may(power).allowed,
        }
        for power, needs in POWERS.items()
    ]
    return administer(request, "officers/powers.html", "powers", {"rows": rows})


addresses = [path("administration/powers/", powers, name="powers")]
