"""What is recorded while somebody is missing: enquiries and their results, the carer's form, things seen."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.audit.standing import as_written, standing
from watchkeeper.law.wording import moment
from watchkeeper.missing import models
from watchkeeper.missing.actions.recording import (
    CarersForm,
    record_enquiry,
    record_result,
    record_seen,
    take_form,
)
from watchkeeper.missing.facts import EnquiryKind, PhilomenaForm, Seen, SeenKind
from watchkeeper.missing.rules.forms import form_age
from watchkeeper.people.models import Person
from watchkeeper.web import episode_forms as forms
from watchkeeper.web import form_parts as parts
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import entered
from watchkeeper.web.episode_looking import episode_page
from watchkeeper.web.episode_persons import postcode
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power

PARTS_OF_A_FORM = {
    "description": ("Description", "How they look, what they wear, a photograph if there is one."),
    "associates": ("Associates", "Who they go with, and who they are afraid of."),
    "places": ("Places", "Where they have been found, where they go."),
    "phones": ("Telephones and online names", "Numbers, accounts, who pays for them."),
    "health": ("Health and medicine", "What they need, and by when."),
    "last_seen": ("This time", "Clothing, when and where they were last seen."),
}


@episode_page(Power.WORK_MISSING)
def enquiry(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record something done to find them, with what came of it."""
    asking, _ = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        kind = form.one_of("kind", [each.value for each in EnquiryKind], "Choose what was done")
        at, result = forms.when(form, "at", asking), form.text("result")
        says = "The enquiry is recorded; the next one is counted from it."
        return forms.recorded(
            request, form, lambda acting: record_enquiry(EnquiryKind(kind), at, result, acting), "kind", says
        )
    shown = [
        parts.radios("kind", "What was done?", parts.each_of(EnquiryKind)),
        *forms.happened("at", "was it done", asking),
        parts.words("result", "What came of it?", "Blank while nothing has: it is asked for on the episode."),
    ]
    return forms.asked(request, form, shown, "Record an enquiry", "Record it")


@episode_page(Power.WORK_MISSING)
def result(request: HttpRequest, *, episode: str, enquiry: str) -> HttpResponse:
    """Record what came of an enquiry; what somebody else wrote of it meanwhile is shown first."""
    asking, _ = forms.of_episode(request)
    rows = standing(models.Enquiry, episode_ref=episode, known_at=asking.at)
    row = next((each for each in rows if each.ref == enquiry), None)
    if row is None or row.at is None:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        words = form.text("result", "Say what came of it")
        forms.untouched(form, row.result)
        return forms.recorded(
            request, form, lambda acting: record_result(enquiry, words, acting), "result", "Recorded."
        )
    intro = [f"{sentence(row.kind)}, {moment(row.at)}, by {row.by or 'nobody named'}."]
    shown = [
        parts.was(forms.STANDING, row.result),
        parts.words("result", "What came of it?", value=row.result),
    ]
    return forms.asked(request, form, shown, "Result of an enquiry", "Record it", intro)


@episode_page(Power.WORK_MISSING)
def philomena(request: HttpRequest, *, episode: str) -> HttpResponse:
    """Take in the form a carer keeps of a child: every version is kept, and its age shown."""
    asking, case = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        version, dated = form.text("version", "Enter the version the form says it is"), form.day("dated")
        at = forms.when(form, "received", asking)
        words = {name: form.text(name) for name in PARTS_OF_A_FORM}
        told = CarersForm(PhilomenaForm("", case.episode.missing, version, at, dated, episode), **words)
        return forms.recorded(
            request, form, lambda acting: take_form(told, acting), "version", "The form is taken in."
        )
    age = form_age(case.forms, asking.law, at=asking.at)
    intro = [
        f"On record: {age.current.says}.",
        "The carer keeps it current, and gives it to the police when a child is missing. Copy what it says.",
    ]
    shown = [
        parts.line("version", "Version of the form", "As the form says. Each is kept.", width="10"),
        parts.day(
            "dated",
            "On which day did the carer last change it?",
            "Its age is counted from here. Blank if the form bears none.",
        ),
        *forms.happened("received", "did it come", asking),
        *(parts.words(name, says, hint) for name, (says, hint) in PARTS_OF_A_FORM.items()),
    ]
    return forms.asked(request, form, shown, "Take in the carer's form", "Take it in", intro)


@episode_page(Power.WORK_MISSING)
def seen(request: HttpRequest, *, episode: str) -> HttpResponse:
    """Record a phone, vehicle, online name, adult, place or other child: links are found from it."""
    asking, _ = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        kind = form.one_of("kind", [each.value for each in SeenKind], "Choose what it is")
        value, at = form.text("value", "Say which one"), forms.when(form, "at", asking)
        if kind == SeenKind.TOGETHER:
            value = as_written(models.MissingPerson, value, known_at=asking.at)
        person = as_written(Person, form.reference("person"), known_at=asking.at)
        code = postcode(form, "postcode")
        note = form.text("note")

        def do(acting: Acting) -> Any:
            told = Seen("", episode, SeenKind(kind), value, at, person, code)
            return record_seen(told, note, acting)

        says = "Recorded. Whoever must know is told now, and links are looked for from it."
        return forms.recorded(request, form, do, "kind", says, codes=[code])
    shown = [
        parts.choice("kind", "What turned up?", parts.each_of(SeenKind)),
        parts.line(
            "value", "Which one?", "A number, a plate, a name; of a child missing together, their reference."
        ),
        parts.line(
            "person",
            "Of an adult: their reference in people",
            "If they are on the register. Their manager is told at once.",
            width="10",
        ),
        parts.line("postcode", "Postcode, if it is tied to a place", width="10"),
        *forms.happened("at", "was it seen", asking),
        parts.words("note", "More, in words"),
    ]
    return forms.asked(request, form, shown, "Record what turned up", "Record it")


addresses = [
    path("missing/<episode:episode>/enquiry/", enquiry, name="episode-enquiry"),
    path("missing/<episode:episode>/enquiry/<str:enquiry>/result/", result, name="episode-result"),
    path("missing/<episode:episode>/carers-form/", philomena, name="episode-form"),
    path("missing/<episode:episode>/seen/", seen, name="episode-seen"),
]
