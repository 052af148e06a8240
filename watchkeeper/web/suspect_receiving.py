"""A referral is taken in, and more suspects, addresses and children of it are recorded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from watchkeeper.suspects import models
from watchkeeper.suspects.actions.receiving import Named, ReportedReferral, add_suspect, may_receive, receive
from watchkeeper.suspects.actions.recording import add_address, add_child
from watchkeeper.suspects.facts import (
    ChildNear,
    ChildTie,
    Referral,
    Sender,
    SuspectAddress,
    SuspectPerson,
)
from watchkeeper.web import form_parts as parts
from watchkeeper.web import suspect_forms as forms
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.episode_forms import happened, when
from watchkeeper.web.episode_persons import answer, postcode
from watchkeeper.web.saying_why import say_why
from watchkeeper.web.suspect_looking import PURPOSES, SAID, suspect_page
from watchkeeper.workforce.acts import Acting, Refused
from watchkeeper.workforce.facts import Power

BARE, ALL_THE_SAME = (
    "bare",
    ("yes", "Take it in with its receipt alone", "What nobody recorded is asked for."),
)
CHILDREN = "Does a child live at the address, or visit it?"
WORKS = "Do they work with children, or volunteer with them?"


@page(Power.RECEIVE_SUSPECT)
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in a referral: nothing but when it was received must be there."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    if request.method == "POST":
        received = form.instant("received", "Enter the day it was received")
        told = report_told(form, asking, Referral("", received or asking.at, unit=asking.officer.unit))
        if _says_nothing(told) and form.data.get(BARE) != "yes":
            form.wrong(BARE, "Nothing but its receipt is filled in: fill in more, or say that no more came")
        acting = asking.acting(form.reference("ref"), PURPOSES["investigate"])
        if form.problems:  # what stands against the rest is said with them, not after
            parts.refusing(form, "ref", Refused(may_receive(told.referral, acting)))
            return again(request, form)
        try:
            row = receive(told, acting)
        except Refused as no:
            parts.refusing(form, "ref", no)
            return again(request, form)
        say_why(request, row.ref, "investigate", kept=SAID)
        messages.success(request, "Taken in. Its clocks run from receipt; what nobody recorded is asked for.")
        parts.doubt_codes(request, told.referral.postcode)
        return redirect("suspect", row.ref)
    shown = [
        *parts.moment("received", "On which day was it received?", "At what time?", asking.at),
        parts.line("ref", "Reference", "Blank to be given one.", width="10"),
        *report_parts(models.Referral()),
        *([parts.boxes(BARE, "Nothing else came", [ALL_THE_SAME])] if form.said(BARE) else []),
    ]
    return parts.asked(
        request,
        form,
        shown,
        title="Take in a referral",
        button="Take it in",
        back=("Online suspects", reverse("suspects")),
        intro=("Copy what came, and leave blank what did not. No material is kept here, only words.",),
    )


@suspect_page(Power.WORK_SUSPECT)
def suspect(request: HttpRequest, *, suspect: str) -> HttpResponse:
    """Record one more suspect: the band given before expires."""
    asking, _ = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        at, works = when(form, "at", asking), parts.said(form, "works")
        born = parts.birth(form, "born", asking.on)
        named = Named(form.text("family"), form.text("given"), born)
        told = SuspectPerson("", suspect, at, form.reference("person"), works_with_children=works)
        says = "Recorded. A band given before has expired."
        return forms.recorded(request, form, lambda acting: add_suspect(told, named, acting), "person", says)
    shown = [
        *_named(models.Referral()),
        parts.yes_no("works", WORKS),
        *happened("at", "was that known", asking),
    ]
    return forms.asked(request, form, shown, "Record one more suspect", "Record it")


@suspect_page(Power.WORK_SUSPECT)
def address(request: HttpRequest, *, suspect: str) -> HttpResponse:
    """Record one more address: the band given before expires."""
    asking, _ = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        at, code = when(form, "at", asking), postcode(form, "postcode")
        told, note = (
            SuspectAddress("", suspect, at, code, parts.said(form, "children")),
            form.text("note"),
        )
        says = "Recorded. A band given before has expired."

        def do(acting: Acting) -> object:
            return add_address(told, note, acting)

        return forms.recorded(request, form, do, "postcode", says, codes=[code])
    shown = [
        parts.line("postcode", "Postcode", width="10"),
        parts.yes_no("children", CHILDREN),
        *happened("at", "was that known", asking),
        parts.words("note", "More, in words"),
    ]
    return forms.asked(request, form, shown, "Record one more address", "Record it")


@suspect_page(Power.WORK_SUSPECT)
def child(request: HttpRequest, *, suspect: str) -> HttpResponse:
    """Record a child a suspect comes near: the band expires, and a safeguarding referral is owed."""
    asking, _ = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        tie = form.one_of("tie", [each.value for each in ChildTie], "Choose how the suspect comes near them")
        at, born = when(form, "at", asking), parts.birth(form, "born", asking.on)
        name, code, note = form.text("name"), postcode(form, "postcode"), form.text("note")
        says = "Recorded. A referral to the local authority is owed from now, and a band before has expired."

        def do(acting: Acting) -> object:
            return add_child(ChildNear("", suspect, at, ChildTie(tie), born), name, code, note, acting)

        return forms.recorded(request, form, do, "tie", says, codes=[code])
    shown = [
        parts.choice("tie", "How does the suspect come near the child?", parts.each_of(ChildTie)),
        parts.line("name", "Name of the child"),
        parts.day("born", "Date of birth", "For example, 31 3 2015"),
        parts.line("postcode", "Postcode of where that is", width="10"),
        *happened("at", "was that known", asking),
        parts.words("note", "More, in words"),
    ]
    return forms.asked(request, form, shown, "Record a child near the suspect", "Record it")


def _says_nothing(told: ReportedReferral) -> bool:
    """Whether nothing at all is said of a referral but when it was received."""
    blank = Referral("", told.referral.received_at, unit=told.referral.unit)
    return (told.referral, told.named, told.platform, told.summary) == (blank, Named(), "", "")


def report_parts(row: models.Referral) -> list[parts.Part]:
    """What is asked of a referral; `row` is what is on record of it."""
    return [
        parts.choice(
            "sender", "Who sent it?", [*parts.each_of(Sender), ("", "Not known", "")], "", row.sender
        ),
        parts.line("sent_as", "Its number there", "Sent twice under one number, it is found.", row.sent_as),
        parts.heading("The suspect"),
        *_named(row),
        parts.yes_no("works", WORKS, value=answer(row.works_with_children)),
        parts.heading("The address"),
        parts.line("postcode", "Postcode", value=row.postcode, width="10"),
        parts.yes_no("children", CHILDREN, value=answer(row.children)),
        parts.heading("What was seen"),
        parts.line("platform", "Where online?", value=row.platform),
        parts.words("summary", "What was seen, in words?", "No material, and no link to any.", row.summary),
    ]


def _named(row: models.Referral) -> list[parts.Part]:
    return [
        parts.line("given", "Given names", value=row.given_names),
        parts.line("family", "Family name", value=row.family_name),
        parts.day("born", "Date of birth", "For example, 31 3 1980", value=row.born_on),
        parts.line(
            "person",
            "Their reference in people",
            "If they are on record. The manager of somebody on the register is told at once.",
            row.person,
            "10",
        ),
    ]


def report_told(form: Entered, asking: Asking, came: Referral) -> ReportedReferral:
    """What was typed of a referral; `came` is what stands of it."""
    sender = form.one_of("sender", [each.value for each in Sender])
    born = parts.birth(form, "born", asking.on)
    referral = Referral(
        came.ref,
        came.received_at,
        Sender(sender) if sender else None,
        form.text("sent_as"),
        came.unit,
        person=form.reference("person"),
        postcode=postcode(form, "postcode"),
        children=parts.said(form, "children"),
        works_with_children=parts.said(form, "works"),
    )
    named = Named(form.text("family"), form.text("given"), born)
    return ReportedReferral(referral, named, form.text("platform"), form.text("summary"))


addresses = [
    path("suspects/receive/", take_in, name="suspect-receive"),
    path("suspects/<suspect:suspect>/suspect/", suspect, name="suspect-person"),
    path("suspects/<suspect:suspect>/address/", address, name="suspect-address"),
    path("suspects/<suspect:suspect>/child/", child, name="suspect-child"),
]
