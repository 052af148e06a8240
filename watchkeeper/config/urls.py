"""The site map: every address, by the page of the web door that answers it."""

from django.urls import include, path

from watchkeeper.web import (
    access,
    account_list,
    acknowledging,
    administration,
    alerts,
    audit,
    briefing,
    deciding,
    decisions,
    escalation,
    health,
    intake,
    keeping,
    law,
    mending,
    officers,
    overriding,
    people,
    powers,
    registers,
    risk,
    search,
    trail_checks,
    travelling,
    visits,
    warrants,
    workforce,
)

handler400 = "watchkeeper.web.errors.not_read"
handler403 = "watchkeeper.web.errors.not_allowed"
handler404 = "watchkeeper.web.errors.not_found"
handler500 = "watchkeeper.web.errors.fault"

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("", include(briefing.addresses)),
    path("", include(search.addresses)),
    path("", include(people.addresses)),
    path("", include(access.addresses)),
    path("", include(escalation.addresses)),
    path("", include(decisions.addresses)),
    path("", include(deciding.addresses)),
    path("", include(warrants.addresses)),
    path("", include(visits.addresses)),
    path("", include(mending.addresses)),
    path("", include(keeping.addresses)),
    path("", include(alerts.addresses)),
    path("", include(health.addresses)),
    path("", include(administration.addresses)),
    path("", include(officers.addresses)),
    path("", include(account_list.addresses)),
    path("", include(powers.addresses)),
    path("", include(law.addresses)),
    path("", include(intake.addresses)),
    path("", include(audit.addresses)),
    path("", include(trail_checks.addresses)),
    path("", include(registers.addresses)),
    path("", include(acknowledging.addresses)),
    path("", include(travelling.addresses)),
    path("", include(risk.addresses)),
    path("", include(overriding.addresses)),
    path("", include(workforce.addresses)),
]
