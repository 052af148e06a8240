"""Somebody is found: where, with whom and how; the interviews, the local authority told, and the close."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.audit.standing import standing
from watchkeeper.law.wording import either, moment
from watchkeeper.missing import models
from watchkeeper.missing.actions.closing import close_episode
from watchkeeper.missing.actions.returning import (
    hold_interview,
    mend_found,
    record_found,
    record_return,
    tell_authority,
)
from watchkeeper.missing.facts import Case, Found, HowFound, ReturnStep
from watchkeeper.missing.rules.closing import may_close
from watchkeeper.missing.rules.elapsed import found_by
from watchkeeper.missing.rules.returning import return_due
from watchkeeper.places.misread import doubt
from watchkeeper.web import episode_forms as forms
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import entered
from watchkeeper.web.episode_looking import episode_page
from watchkeeper.web.episode_persons import answer, postcode
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


@episode_page(Power.WORK_MISSING)
def found(request: HttpRequest, *, episode: str) -> HttpResponse:
    """Record that they are found, or put right what was recorded of it: who lives near is asked at once."""
    asking, case = forms.of_episode(request)
    before = found_by(case, at=asking.at)
    rows = standing(models.Found, episode_ref=episode, known_at=asking.at)
    row = next((each for each in rows if before is not None and each.ref == before.ref), None)
    form = entered(request)
    stands = _in_words(row)
    if request.method == "POST":
        how = form.one_of("how", [each.value for each in HowFound])
        at, code = forms.when(form, "at", asking), postcode(form, "postcode")
        told = Found("", episode, at, code, HowFound(how) if how else None, parts.said(form, "harmed"))
        whom, note = form.text("whom"), form.text("note")
        forms.untouched(form, stands)

        def do(acting: Acting) -> Any:
            return (record_found if row is None else mend_found)(told, whom, note, acting)

        answered = forms.recorded(request, form, do, "at", "Recorded. Whoever must know is told now.")
        if not form.problems:
            _doubted(request, code)
        return answered
    has = row if row is not None else models.Found(at=asking.at)
    shown = [
        parts.was(forms.STANDING, stands),
        *parts.moment("at", "On which day were they found?", "At what time?", has.at),
        parts.line(
            "postcode",
            "Postcode of where they were found",
            "Whoever on the register lives near is looked for at once.",
            has.postcode,
            "10",
        ),
        parts.choice(
            "how", "How were they found?", [*parts.each_of(HowFound), ("", "Not known", "")], value=has.how
        ),
        parts.line("whom", "With whom were they?", value=has.with_whom),
        parts.yes_no("harmed", "Were they harmed?", value=answer(has.harmed)),
        parts.words(
            "note", "More, in words", "How they seemed, what they said: in their own words.", has.note
        ),
    ]
    title = "Record that they are found" if row is None else "Put right how they were found"
    intro = ["Whatever is blank is saved so, and asked for before the episode is closed."]
    return forms.asked(request, form, shown, title, "Record it", intro)


@episode_page(Power.INTERVIEW_MISSING)
def interview(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record a prevention interview of the police."""
    asking, _ = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        at, faced, note = forms.when(form, "at", asking), parts.said(form, "in_person"), form.text("note")
        says = "Recorded." if faced else "Recorded. One that is not known to be face to face is owed still."
        do = lambda acting: hold_interview(at, note, acting, in_person=faced)  # noqa: E731
        return forms.recorded(request, form, do, "at", says)
    shown = [
        *forms.happened("at", "was it held", asking),
        parts.yes_no("in_person", "Was it face to face?"),
        parts.words(
            "note",
            "What was said?",
            "Where they were, who they were with, why they went: in their own words.",
            rows=5,
        ),
    ]
    intro = ["The police hold this one. The return interview of the local authority is another."]
    return forms.asked(request, form, shown, "Record a prevention interview", "Record it", intro)


@episode_page(Power.WORK_MISSING)
def authority(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record that the local authority was told that a child is found."""
    asking, case = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        at, which = (
            forms.when(form, "at", asking),
            form.text("authority", "Enter which local authority was told"),
        )
        do = lambda acting: tell_authority(at, which, acting)  # noqa: E731
        return forms.recorded(request, form, do, "at", "Recorded. The return interview is theirs to hold.")
    theirs = case.who.authority if case.who is not None else ""
    shown = [
        parts.line("authority", "Which local authority?", value=theirs),
        *forms.happened("at", "were they told", asking),
    ]
    return forms.asked(request, form, shown, "Tell the local authority", "Record it", _clock(case, asking))


@episode_page(Power.WORK_MISSING)
def returned(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record what became of the return interview of the local authority."""
    asking, case = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        step = form.one_of("step", [each.value for each in ReturnStep], "Choose what became of it")
        at, note = forms.when(form, "at", asking), form.text("note")
        says = "Recorded. An offer ends nothing: it is tracked until it is held or refused."
        do = lambda acting: record_return(ReturnStep(step), at, note, acting)  # noqa: E731
        return forms.recorded(request, form, do, "step", says if step == ReturnStep.OFFERED else "Recorded.")
    shown = [
        parts.choice("step", "What became of it?", parts.each_of(ReturnStep)),
        *forms.happened("at", "was that", asking),
        parts.words("note", "What came of it?", "Who held it, and what was learned that makes them safer."),
    ]
    return forms.asked(request, form, shown, "The return interview", "Record it", _clock(case, asking))


@episode_page(Power.CLOSE_MISSING)
def close(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Close an episode that is whole; one that is not says everything it lacks."""
    asking, case = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        reason = form.text("reason", "Say why it is closed")
        do = lambda acting: close_episode(reason, acting)  # noqa: E731
        return forms.recorded(request, form, do, "reason", "Closed. What is owed after it is owed still.")
    lacks = [f"{reason.says} [{reason.cite}]" for reason in may_close(case, asking.law, at=asking.at).unmet]
    lists = [("What it lacks to be closed", lacks)]
    shown = [
        parts.words(
            "reason",
            "Why is it closed?",
            "What was learned, and what is done so that it does not happen again.",
        )
    ]
    return forms.asked(request, form, shown, "Close the episode", "Close it", lists=lists)


def _clock(case: Case, asking: Asking) -> list[str]:
    """The clock of the return interview, in a sentence; nothing where it does not run."""
    back = found_by(case, at=asking.at)
    due = return_due(case, back, asking.law, at=asking.at) if back is not None else None
    if back is None or due is None or due.at is None:
        return []
    row = asking.law["missing_return_hours"]
    return [f"Found {moment(back.at)}. The return interview is due by {moment(due.at)}: {row.says}"]


def _in_words(row: models.Found | None) -> str:
    if row is None:
        return ""
    said = (
        row.how or "how is not recorded",
        row.postcode or "where is not recorded",
        row.with_whom,
        row.note,
    )
    when = moment(row.at) if row.at is not None else "at a time not recorded"
    return (
        f"Found {when}: {'; '.join(filter(None, (*said, f'harmed: {answer(row.harmed) or "not recorded"}')))}"
    )


def _doubted(request: HttpRequest, code: str) -> None:
    """Say that of a postcode in no directory only those who live at the same one could be looked for."""
    wrong = doubt(code)
    if wrong is not None:
        near = f" Is it {either(wrong.nearest)}?" if wrong.nearest else ""
        says = f"{wrong.says}: only whoever lives at the very same postcode was looked for.{near}"
        messages.warning(request, f"{says} If it is wrong, put it right.")
    elif not code:
        messages.warning(
            request, "Where they were found is not recorded, so nobody was looked for near there."
        )


addresses = [
    path("missing/<episode:episode>/found/", found, name="episode-found"),
    path("missing/<episode:episode>/interview/", interview, name="episode-interview"),
    path("missing/<episode:episode>/authority/", authority, name="episode-authority"),
    path("missing/<episode:episode>/return/", returned, name="episode-return"),
    path("missing/<episode:episode>/close/", close, name="episode-close"),
]
