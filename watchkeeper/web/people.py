"""One person: what is known of them, what is owed, and why; and the people an officer manages."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.web.asking import Asking, page
from watchkeeper.web.looking import person_page, purpose
from watchkeeper.web.person_decisions import decisions as decisions_shown
from watchkeeper.web.person_duties import duties as duties_shown
from watchkeeper.web.person_links import links as links_shown
from watchkeeper.web.person_list import my_people
from watchkeeper.web.person_looks import looks as looks_shown
from watchkeeper.web.person_notifications import notifications as notifications_shown
from watchkeeper.web.person_orders import orders as orders_shown
from watchkeeper.web.person_reading import address_of, shown
from watchkeeper.web.person_risk import risk as risk_shown
from watchkeeper.web.person_summary import summary as summary_shown
from watchkeeper.web.person_timeline import timeline as timeline_shown
from watchkeeper.web.person_visits import visits as visits_shown
from watchkeeper.workforce.facts import Power


@page(Power.READ_PERSON)
def people(request: HttpRequest) -> HttpResponse:
    """The people the officer manages, gravest and longest unseen first; and the way to the search."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    return render(request, "people/people.html", my_people(asking) | {"search": address_of("search")})


@person_page()
def person(request: HttpRequest, *, person: str) -> HttpResponse:
    """Safety first, then what must be done, then who it is."""
    return shown(request, person, "person", summary_shown)


@person_page()
def person_duties(request: HttpRequest, *, person: str) -> HttpResponse:
    """Every clock, and every decision owed."""
    return shown(request, person, "person-duties", duties_shown)


@person_page()
def person_timeline(request: HttpRequest, *, person: str) -> HttpResponse:
    """Every fact, and the years of contact drawn."""
    return shown(request, person, "person-timeline", partial(timeline_shown, query=request.GET))


@person_page()
def person_visits(request: HttpRequest, *, person: str) -> HttpResponse:
    """Both clocks and every attempt."""
    return shown(request, person, "person-visits", visits_shown)


@person_page()
def person_risk(request: HttpRequest, *, person: str) -> HttpResponse:
    """Levels, assessments, plan, reviews, intelligence, reactive management."""
    return shown(request, person, "person-risk", risk_shown)


@person_page()
def person_orders(request: HttpRequest, *, person: str) -> HttpResponse:
    """Orders, condition by condition."""
    return shown(request, person, "person-orders", orders_shown)


@person_page()
def person_notifications(request: HttpRequest, *, person: str) -> HttpResponse:
    """Notifications, changes, travel, stays and reviews."""
    return shown(request, person, "person-notifications", notifications_shown)


@person_page()
def person_decisions(request: HttpRequest, *, person: str) -> HttpResponse:
    """Decisions owed and decisions recorded."""
    return shown(request, person, "person-decisions", decisions_shown)


@person_page()
def person_links(request: HttpRequest, *, person: str) -> HttpResponse:
    """Others who share an address or a name."""
    return shown(request, person, "person-links", links_shown)


@person_page()
def person_looks(request: HttpRequest, *, person: str) -> HttpResponse:
    """Who looked, when and why."""
    return shown(request, person, "person-looks", looks_shown)


addresses = [
    path("people/", people, name="people"),
    path("people/<str:person>/purpose/", purpose, name="purpose"),
    path("people/<str:person>/", person, name="person"),
    path("people/<str:person>/duties/", person_duties, name="person-duties"),
    path("people/<str:person>/timeline/", person_timeline, name="person-timeline"),
    path("people/<str:person>/visits/", person_visits, name="person-visits"),
    path("people/<str:person>/risk/", person_risk, name="person-risk"),
    path("people/<str:person>/orders/", person_orders, name="person-orders"),
    path("people/<str:person>/notifications/", person_notifications, name="person-notifications"),
    path("people/<str:person>/decisions/", person_decisions, name="person-decisions"),
    path("people/<str:person>/links/", person_links, name="person-links"),
    path("people/<str:person>/looks/", person_looks, name="person-looks"),
]
