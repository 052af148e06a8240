"""What is recorded in a crime: its grade, enquiries, events, victims told, devices, reviews, closing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.crimes.actions import closing, grading, investigating
from watchkeeper.crimes.facts import EventKind, Graded, Part, Response, Step, Told
from watchkeeper.crimes.rules.closing import needs_second_look
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.rules.triage import LETTERS
from watchkeeper.law.wording import day as in_words
from watchkeeper.law.wording import names
from watchkeeper.web import crime_forms as forms
from watchkeeper.web import form_parts as parts
from watchkeeper.web.components import sentence
from watchkeeper.web.crime_looking import crime_page
from watchkeeper.web.crime_shown import proposal
from watchkeeper.web.entered import entered
from watchkeeper.web.looking import doing
from watchkeeper.web.unit_people import on_register
from watchkeeper.workforce.facts import Power

ASKS = {
    "threat": "Who or what threatens whom?",
    "harm": "What harm was done, or may be?",
    "risk": "How likely is it to happen again?",
    "investigation": "What can be found out, and how?",
    "vulnerability": "Who is vulnerable, and to what?",
    "engagement": "What does the victim want, and how are they kept with us?",
}


@crime_page(Power.GRADE_CRIME)
def grade(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Decide the grade beside the one proposed: a sentence on each letter of THRIVE."""
    asking, case = forms.of_crime(request)
    placed = kind_of(case, asking.law, on=asking.on)
    found = proposal(case, placed, asking)
    form = entered(request)
    if request.method == "POST":
        response = form.one_of("response", [each.value for each in Response], "Choose the grade")
        said = {letter: form.text(letter) for letter in LETTERS}
        people = [party.person for party in case.parties if party.person and party.part is Part.SUSPECT]

        def do() -> Any:
            graded = Graded("", crime, Response(response), asking.on, asking.officer.ref, **said)
            registered = on_register(people, asking)
            return grading.grade_crime(
                graded, form.text("reason"), doing(request, crime), kinds=placed.kinds, registered=registered
            )

        return forms.recorded(request, form, crime, do, "response", f"Graded {response}.")
    reasons = [reason.says for reason in found.reasons if reason.met] or ["nothing that asks for more"]
    shown = [
        parts.choice("response", "Grade of response", parts.each_of(Response), value=found.response.value),
        *(parts.words(letter, sentence(letter), ASKS[letter], rows=2) for letter in LETTERS),
        parts.words("reason", "Why, if it is less urgent than proposed?", rows=2),
    ]
    intro = [f"Proposed: {found.response}, for {names(reasons)}. You decide; nothing is scored."]
    if not found.confirmed:
        intro.append("What is proposed rests on a policy that no force has confirmed.")
    lists = [("What would change it", found.changes), ("What nobody recorded", found.missing)]
    return forms.asked(request, form, shown, crime, "Grade the crime", "Record the grade", intro, lists=lists)


@crime_page(Power.INVESTIGATE)
def enquiry(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Set a line of enquiry."""
    form = entered(request)
    if request.method == "POST":
        says = form.text("says", "Say what the line of enquiry is")
        due = form.day("due")
        do = lambda: investigating.set_enquiry(says, due, doing(request, crime))  # noqa: E731
        return forms.recorded(request, form, crime, do, "says", "The line of enquiry is set.")
    shown = [
        parts.words(
            "says", "What is to be done?", "One line of enquiry. It is shown to whoever takes the crime on."
        ),
        parts.day("due", "By when?", "Blank for the days of policy."),
    ]
    return forms.asked(request, form, shown, crime, "Set a line of enquiry", "Set it")


@crime_page(Power.INVESTIGATE)
def enquiry_done(request: HttpRequest, *, crime: str, enquiry: str) -> HttpResponse:
    """Record that a line of enquiry is done today."""
    form = entered(request)
    if request.method == "POST":
        do = lambda: investigating.finish_enquiry(enquiry, doing(request, crime))  # noqa: E731
        return forms.recorded(request, form, crime, do, "main", "The line of enquiry is done.")
    return forms.asked(request, form, [], crime, "Finish a line of enquiry", "Record that it is done today")


@crime_page(Power.INVESTIGATE)
def event(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Record an arrest, bail, a charge and the like; the victim is owed word of it."""
    asking, case = forms.of_crime(request)
    people = forms.people(case, asking, Part.SUSPECT)
    form = entered(request)
    if request.method == "POST":
        kind = form.one_of("kind", [each.value for each in EventKind], "Choose what happened")
        on, until = form.day("on", "Enter the day"), form.day("until")
        party = form.one_of("party", [ref for ref, *_ in people])
        do = lambda: investigating.record_event(  # noqa: E731
            EventKind(kind), on or asking.on, doing(request, crime), party=party, until=until
        )
        return forms.recorded(request, form, crime, do, "kind", "Recorded. Its victims are owed word of it.")
    shown = [
        parts.radios("kind", "What happened?", parts.each_of(EventKind)),
        parts.choice("party", "To whom?", [*people, ("", "Not said: counts for every suspect", "")]),
        parts.day("on", "On which day?", value=asking.on),
        parts.day("until", "Of bail: the first day it no longer holds"),
    ]
    return forms.asked(request, form, shown, crime, "Record what happened", "Record it")


@crime_page(Power.INVESTIGATE)
def victim(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Record what a victim was told or asked, under the Victims' Code."""
    asking, case = forms.of_crime(request)
    people = forms.people(case, asking, Part.VICTIM)
    events = [(each.ref, f"{sentence(each.kind)}, {in_words(each.on)}", "") for each in case.events]
    form = entered(request)
    if request.method == "POST":
        told = form.one_of("told", [each.value for each in Told], "Choose what they were told or asked")
        on = form.day("on", "Enter the day")
        party = form.one_of("party", [ref for ref, *_ in people])
        which = form.one_of("event", [ref for ref, *_ in events])
        note = form.text("note")
        do = lambda: investigating.tell_victim(  # noqa: E731
            Told(told), on or asking.on, doing(request, crime), party=party, event=which, note=note
        )
        return forms.recorded(request, form, crime, do, "told", "Recorded.")
    shown = [
        parts.choice("told", "What were they told or asked?", parts.each_of(Told)),
        parts.choice("party", "Which victim?", [*people, ("", "All of them", "")]),
        parts.choice("event", "Of which event, if it was an update?", [*events, ("", "None", "")]),
        parts.day("on", "On which day?", value=asking.on),
        parts.words("note", "More, in words"),
    ]
    return forms.asked(request, form, shown, crime, "Record what a victim was told", "Record it")


@crime_page(Power.INVESTIGATE)
def device(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Record a step of the examination of a device."""
    asking, case = forms.of_crime(request)
    form = entered(request)
    if request.method == "POST":
        exhibit = form.text("device", "Enter the exhibit reference")
        step = form.one_of("step", [each.value for each in Step], "Choose the step")
        on = form.day("on", "Enter the day")
        do = lambda: investigating.record_device(exhibit, Step(step), on or asking.on, doing(request, crime))  # noqa: E731
        return forms.recorded(request, form, crime, do, "device", "Recorded.")
    known = names(sorted({each.device for each in case.devices})) or "none yet"
    shown = [
        parts.line("device", "Exhibit reference", f"On record: {known}."),
        parts.choice("step", "What was done?", parts.each_of(Step)),
        parts.day("on", "On which day?", value=asking.on),
    ]
    return forms.asked(request, form, shown, crime, "Record a step of a device", "Record it")


@crime_page(Power.REVIEW_CRIME)
def review(request: HttpRequest, *, crime: str) -> HttpResponse:
    """A supervisor's review: what was found, and when to look again."""
    form = entered(request)
    if request.method == "POST":
        note, next_on = form.text("note", "Say what you found and what you direct"), form.day("next")
        do = lambda: investigating.review(note, next_on, doing(request, crime))  # noqa: E731
        return forms.recorded(
            request,
            form,
            crime,
            do,
            "note",
            "The review is recorded, and the next one is counted from today.",
        )
    shown = [
        parts.words(
            "note",
            "What did you find, and what do you direct?",
            "Read the crime first: it opens from the way back.",
            rows=5,
        ),
        parts.day(
            "next",
            "When do you want to look again?",
            "Blank for the days of policy. Nobody puts a review off.",
        ),
    ]
    return forms.asked(request, form, shown, crime, "Review the investigation", "Record the review")


@crime_page(Power.CLOSE_CRIME)
def close(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Propose to close a crime: what needs a second look stays open until it has had it."""
    asking, case = forms.of_crime(request)
    kinds = kind_of(case, asking.law, on=asking.on).kinds
    form = entered(request)
    if request.method == "POST":
        outcome = parts.whole(form, "outcome")
        reason = form.text("reason", "Say why")
        if outcome is None and not form.said("outcome"):
            form.wrong("outcome", "Enter the outcome code")
        do = lambda: closing.propose_close(outcome or 0, reason, doing(request, crime), kinds=kinds)  # noqa: E731
        return forms.recorded(
            request, form, crime, do, "outcome", "Proposed. Whether it stands is on the page of the crime."
        )
    first, last = asking.law["outcome_codes"].wholes(asking.on)
    looked = not kinds.isdisjoint(asking.law["second_look_groups"].words(asking.on))
    intro = ["Without action, it stays open and held until another officer has looked."] if looked else []
    shown = [
        parts.line("outcome", "Home Office outcome code", f"From {first} to {last}.", width="5"),
        parts.words("reason", "Why?", "Read by whoever looks a second time.", rows=5),
    ]
    return forms.asked(request, form, shown, crime, "Propose to close the crime", "Propose it", intro)


@crime_page(Power.SECOND_LOOK)
def second(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Look a second time at a proposal to close, having read the crime."""
    asking, case = forms.of_crime(request)
    kinds = kind_of(case, asking.law, on=asking.on).kinds
    waits = [
        each
        for each in case.finals
        if each.second_agrees is None and needs_second_look(each, kinds, asking.law, on=asking.on)
    ]
    form = entered(request)
    if request.method == "POST" and waits:
        agrees = form.one_of("agrees", ("yes", "no"), "Say whether you agree") == "yes"
        checked = form.data.get("safeguarding") == "yes"
        do = lambda: closing.second_look(  # noqa: E731
            waits[-1].ref, doing(request, crime), agrees=agrees, safeguarding=checked
        )
        return forms.recorded(
            request, form, crime, do, "agrees", "Closed." if agrees else "Sent back: the crime stays open."
        )
    intro = [
        f"{each.by or 'Somebody'} proposed outcome {each.outcome or 'not recorded'} "
        f"{'on ' + in_words(each.on) if each.on else 'on a day not recorded'}: {each.reason or 'no reason'}"
        for each in waits
    ] or ["Nothing waits for a second look here."]
    shown = [
        parts.boxes(
            "safeguarding",
            "Before you agree",
            [("yes", "I have checked safeguarding of everybody in the crime", "")],
        ),
        parts.choice(
            "agrees",
            "Do you agree that it is closed?",
            [("yes", "Yes, close it", ""), ("no", "No, send it back", "")],
        ),
    ]
    return forms.asked(
        request, form, shown if waits else [], crime, "A second look before it is closed", "Record it", intro
    )


addresses = [
    path("crimes/<crime:crime>/grade/", grade, name="crime-grade"),
    path("crimes/<crime:crime>/enquiry/", enquiry, name="crime-enquiry"),
    path("crimes/<crime:crime>/enquiry/<str:enquiry>/done/", enquiry_done, name="crime-enquiry-done"),
    path("crimes/<crime:crime>/event/", event, name="crime-event"),
    path("crimes/<crime:crime>/victim/", victim, name="crime-victim"),
    path("crimes/<crime:crime>/device/", device, name="crime-device"),
    path("crimes/<crime:crime>/review/", review, name="crime-review"),
    path("crimes/<crime:crime>/close/", close, name="crime-close"),
    path("crimes/<crime:crime>/second-look/", second, name="crime-second"),
]
