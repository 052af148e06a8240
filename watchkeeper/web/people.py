"""One person: what is known of them, what is owed, and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.web.looking import person_page, purpose


@person_page()
def person(request: HttpRequest, *, person: str) -> HttpResponse:
    """The person's record."""
    return render(request, "people/person.html", {"person": person})


addresses = [
    path("people/<str:person>/purpose/", purpose, name="purpose"),
    path("people/<str:person>/", person, name="person"),
]
