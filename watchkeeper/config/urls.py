"""The site map: every address, by the page of the web door that answers it."""

from django.urls import include, path

from watchkeeper.web import briefing, people

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("", include(briefing.addresses)),
    path("", include(people.addresses)),
]
