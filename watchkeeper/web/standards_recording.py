"""What vetting and professional standards record of an officer: each a form of its own, each a sealed act."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse

from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.standards_forms import RECORDINGS
from watchkeeper.web.standards_reading import Do, asked_by
from watchkeeper.workforce.actions import conduct
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.fitness import conduct_as_known
from watchkeeper.workforce.stored import officer_as_known


@page(Power.RECORD_VETTING, Power.RECORD_CONDUCT)
def record(request: HttpRequest, officer: str, what: str) -> HttpResponse:
    """Record one thing about an officer, having said why their record is open."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    recording, known = RECORDINGS.get(what), officer_as_known(officer, known_at=asking.at)
    if recording is None or known is None:
        raise Http404
    may = asking.may(recording.power)
    if not may.allowed:
        raise Refused(may)
    form = entered(request)
    if request.method == "POST":
        do = recording.reads(form, officer, asking)
        return _done(request, form, do, officer)
    held = conduct_as_known([officer], on=asking.on, known_at=asking.at)[officer]
    return parts.asked(
        request,
        form,
        recording.asks(held, asking),
        title=recording.says,
        button="Record it",
        back=("Back to the sealed record", reverse("standards-officer", args=[officer])),
        caption=officer,
    )


@page(Power.ALLOW_WORK)
def allow(request: HttpRequest, allegation: str) -> HttpResponse:
    """Let an officer work on in spite of an allegation, by its reference: nothing of it is shown here."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    if request.method == "POST":
        until = form.day("until", "Enter the first day it lapses")
        reason = form.text("reason", "Say why it is safe")
        if not form.problems:
            try:
                conduct.allow_work(allegation, until=until or asking.on, reason=reason, **asked_by(asking))
            except Refused as no:
                parts.refusing(form, "reason", no)
            else:
                messages.success(request, "Recorded. Work may go on until that day.")
                return see(reverse("standards-allow", args=[allegation]))
        return again(request, form)
    shown = [
        parts.day("until", "First day it lapses"),
        parts.words(
            "reason", "Why is it safe that they work on?", "Sealed: read by professional standards alone."
        ),
    ]
    return parts.asked(
        request,
        form,
        shown,
        title="Let work go on",
        button="Record it",
        back=("Crimes", reverse("crimes")),
        intro=[
            "Professional standards gave you this address. What is alleged is theirs to tell, and not shown."
        ],
    )


def ways(officer: str, asking: Asking) -> list[tuple[str, str]]:
    """What whoever asks may record of an officer: its words and its address."""
    if officer == asking.officer.ref:
        return []
    return [
        (one.says, reverse("standards-record", args=[officer, what]))
        for what, one in RECORDINGS.items()
        if asking.may(one.power).allowed
    ]


def _done(request: HttpRequest, form: Entered, do: Do, officer: str) -> HttpResponse:
    if not form.problems:
        try:
            do()
        except Refused as no:
            parts.refusing(form, "main", no)
        else:
            messages.success(request, "Recorded, and sealed.")
            return see(reverse("standards-officer", args=[officer]))
    return again(request, form)


addresses = [
    path("standards/officers/<str:officer>/record/<str:what>/", record, name="standards-record"),
    path("standards/allowing/<str:allegation>/", allow, name="standards-allow"),
]
