"""Units and officers: who is known, what one holds, and appointing or changing one."""

from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse

from watchkeeper.accounts.models import Account
from watchkeeper.risk.stored import held
from watchkeeper.web.administration import administer
from watchkeeper.web.appointing import Appointment, options, standing
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered
from watchkeeper.workforce.actions.officers import (
    SYSTEM,
    appoint_officer,
    officer_as_known,
    officers_as_known,
)
from watchkeeper.workforce.facts import Course, Officer, Power, Training
from watchkeeper.workforce.models import Unit
from watchkeeper.workforce.rules.authority import POWERS, in_date, in_post, may
from watchkeeper.workforce.rules.caseload import Burden, Load, caseload

BURDENS = {
    Burden.WITHIN: ("Within the cap", "govuk-tag--green"),
    Burden.OVER: ("Over the cap: nobody may be added", "govuk-tag--yellow"),
    Burden.ALERT: ("At the alert: the inspector is told", "govuk-tag--orange"),
    Burden.STOP: ("At the stop: people must be given to others", "govuk-tag--red"),
}
LISTS = {"lapsed": "Training lapsed", "without": "Without an account", "left": "Left"}


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """One officer as lists show them. `lapsed`: courses passed once and no longer in date."""

    officer: Officer
    post: bool
    account: bool
    lapsed: tuple[Course, ...]

    def on_list(self, name: str) -> bool:
        """Whether a list of that name holds them; a list of a unit holds everybody of it."""
        if name == "left":
            return not self.post
        if name == "lapsed":
            return self.post and bool(self.lapsed)
        if name == "without":
            return self.post and not self.account
        return True


@page(Power.APPOINT_OFFICER)
def officers(request: HttpRequest) -> HttpResponse:
    """Every unit with its officers counted; the officers of one, or of one list."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit, only = request.GET.get("unit", ""), request.GET.get("show", "")
    sought = request.GET.get("ref", "").strip()
    lines = _lines(asking)
    if sought and any(line.officer.ref == sought for line in lines):
        return see(reverse("officer", args=[sought]))
    posts = Counter(line.officer.unit for line in lines if line.post)
    names = {each.ref: each.name for each in Unit.objects.as_known(asking.at).order_by("ref")}
    chosen = [
        line
        for line in lines
        if line.on_list(only)
        and (not unit or line.officer.unit == unit)
        and sought.casefold() in line.officer.ref.casefold()
    ]
    shown: dict[str, object] = {
        "units": [(ref, name, posts[ref]) for ref, name in names.items()],
        "lists": [(name, text, sum(line.on_list(name) for line in lines)) for name, text in LISTS.items()],
        "rows": chosen if unit or only in LISTS or sought else None,
        "what": f"Unit {unit}" if unit else LISTS.get(only, f"References with {sought}"),
        "total": sum(posts.values()),
        "sought": sought,
    }
    return administer(request, "officers/officers.html", "officers", shown)


@page(Power.APPOINT_OFFICER)
def officer(request: HttpRequest, officer: str) -> HttpResponse:
    """One officer: rank, role, unit, hours, courses with the day they lapse, caseload, account."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = officer_as_known(officer, known_at=asking.at)
    if found is None or found.ref == SYSTEM:
        raise Http404
    load = _load(found, asking)
    shown: dict[str, object] = {
        "officer": found,
        "post": in_post(found, on=asking.on),
        "own": found.ref == asking.officer.ref,
        "courses": [_course(course, found, asking) for course in Course],
        "load": load,
        "burden": BURDENS[load.standing],
        "reads_trail": asking.may(Power.READ_TRAIL).allowed,
        "accounts": list(Account.objects.filter(officer_ref=found.ref).order_by("login")),
        "powers": [
            (power, may(found, power, asking.law, on=asking.on))
            for power, needs in POWERS.items()
            if found.role in needs.roles
        ],
    }
    return administer(request, "officers/officer.html", "officers", shown)


@page(Power.APPOINT_OFFICER)
def appoint(request: HttpRequest, officer: str = "") -> HttpResponse:
    """Enter an officer, or change what stands of one."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = officer_as_known(officer, known_at=asking.at) if officer else None
    if officer and (found is None or found.ref == SYSTEM):
        raise Http404
    form = Entered(request.POST)
    appointment = Appointment(form, found, asking)
    if request.method == "POST":
        wanted = appointment.read()
        if wanted is not None:
            appoint_officer(
                wanted,
                by=asking.officer,
                on=asking.on,
                law=asking.law,
                purpose=form.text("why"),
                at=asking.at,
            )
            messages.success(request, f"{wanted.ref} is {'changed' if found else 'appointed'}.")
            return see(reverse("officer", args=[wanted.ref]))
    shown: dict[str, object] = {
        "officer": found,
        "form": form,
        "value": appointment.value,
        "seen": standing(officer, asking.at) if officer else "",
        "since": form.boxes(
            "since", "First day in post", "Leave blank if it is not known", found.since if found else None
        ),
        "until": form.boxes(
            "until",
            "First day no longer in post",
            "Leave blank while they are in post",
            found.until if found else None,
        ),
        "awarded": form.boxes("awarded", "Passed on", "For example, 27 3 2026"),
        "expires": form.boxes("expires", "First day it no longer counts", "Leave blank if it does not lapse"),
        **options(asking),
    }
    return administer(request, "officers/appoint.html", "officers", shown)


def _lines(asking: Asking) -> list[OfficerLine]:
    open_to = set(Account.objects.filter(is_active=True).values_list("officer_ref", flat=True))
    return [
        OfficerLine(
            each,
            in_post(each, on=asking.on).met,
            each.ref in open_to,
            tuple(
                course
                for course in Course
                if any(one.course is course for one in each.training)
                and not in_date(each.training, course, on=asking.on)
            ),
        )
        for each in officers_as_known(known_at=asking.at)
        if each.ref != SYSTEM
    ]


def _load(found: Officer, asking: Asking) -> Load:
    counts = held([found.ref], on=asking.on, known_at=asking.at)
    return caseload(found, counts.get(found.ref) or {}, asking.law, on=asking.on)


def _course(course: Course, found: Officer, asking: Asking) -> tuple[Course, Training | None, bool]:
    """The course, its newest award and whether it is in date."""
    passed = [one for one in found.training if one.course is course]
    newest = max(passed, key=lambda one: one.awarded_on, default=None)
    return course, newest, in_date(found.training, course, on=asking.on)


addresses = [
    path("administration/officers/", officers, name="officers"),
    path("administration/officers/new/", appoint, name="officer-new"),
    path("administration/officers/<str:officer>/", officer, name="officer"),
    path("administration/officers/<str:officer>/change/", appoint, name="officer-change"),
]
