"""An assessment is answered, by its assessor or by a second officer who is not shown the first rating."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.risk.actions.assessing import answer
from watchkeeper.risk.actions.rating import from_record, rate_second
from watchkeeper.risk.answers import Answer
from watchkeeper.risk.gathering import Whole
from watchkeeper.web import assessment_form as forms
from watchkeeper.web.asking import Asking
from watchkeeper.web.assessment_acts import done, found
from watchkeeper.web.assessment_shown import ResultShown, of_answers, suggested
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.looking import doing, person_page
from watchkeeper.workforce.facts import Power


@person_page(Power.ASSESS_RISK)
def answering(request: HttpRequest, *, person: str, ref: str) -> HttpResponse:
    """Answer the instrument; what is left blank is not known, and is saved as that."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    whole = found(person, ref, asking)
    if whole.first is None or whole.pack is None or not whole.is_open:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        said = forms.said(form, whole.pack)
        return done(
            request,
            form,
            lambda: answer(ref, said, doing(request, person)),
            "main",
            "The answers are saved.",
            lambda _: reverse("assessment", args=[person, ref]),
        )
    return _form(request, form, whole, whole.first.given, "", None)


@person_page(Power.RATE_SECOND)
def second(request: HttpRequest, *, person: str, ref: str) -> HttpResponse:
    """Rate it a second time, from the record and your own knowledge: the first rating is not shown."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    whole = found(person, ref, asking)
    theirs = whole.second is not None and whole.second.by != asking.officer.ref
    if whole.first is None or whole.pack is None or not whole.drawn or whole.both or theirs:
        raise Http404
    form = entered(request)
    given = whole.second.given if whole.second is not None else from_record(whole.first.given)
    if request.method == "POST":
        said = forms.said(form, whole.pack)
        ends = form.data.get("do") == "conclude"
        bands, why = [each.name for each in whole.pack.bands], form.text("reason")
        band = form.one_of("band", bands, "Choose the band" if ends and bands else "")
        where = "assessment" if ends else "assessment-second"
        return done(
            request,
            form,
            lambda: rate_second(ref, said, doing(request, person), band=band, why=why, conclude=ends),
            "band" if ends else "main",
            "Both ratings are in, and stand side by side." if ends else "Your answers are saved.",
            lambda _: reverse(where, args=[person, ref]),
        )
    came = None
    if whole.second is not None:
        on = whole.first.on or asking.on
        came = of_answers(whole.pack, given, asking.officer, asking.law, on=on)
    return _form(request, form, whole, given, "second", came)


def _form(
    request: HttpRequest,
    form: Entered,
    whole: Whole,
    given: tuple[Answer, ...],
    which: str,
    came: ResultShown | None,
) -> HttpResponse:
    assert whole.pack is not None
    shown = {
        "person": whole.person,
        "whole": whole,
        "pack": whole.pack,
        "form": form,
        "groups": forms.groups(whole.pack, given),
        "second": which == "second",
        "came": came,
        "bands": forms.bands(whole.pack, suggested(came)) if whole.pack.bands else None,
    }
    return render(request, "risk/assess.html", shown)


_ONE = "people/<str:person>/assessments/<str:ref>/"
addresses = [
    path(f"{_ONE}answer/", answering, name="assessment-answer"),
    path(f"{_ONE}second/", second, name="assessment-second"),
]
