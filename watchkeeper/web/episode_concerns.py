"""Flags of exploitation, and what is done about it: safeguarding first, belief, referral, reviews."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.audit.standing import as_written, standing
from watchkeeper.law.wording import day, days
from watchkeeper.missing import models
from watchkeeper.missing.actions.flagging import review_flag, set_flag
from watchkeeper.missing.actions.screening import record_step
from watchkeeper.missing.concerns import ConcernStep
from watchkeeper.missing.facts import FlagKind
from watchkeeper.missing.rules.concerns import look_again_by
from watchkeeper.web import episode_forms as forms
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import entered
from watchkeeper.web.episode_looking import episode_page
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Officer

HINTS = {
    ConcernStep.SAFEGUARDED: "A strategy discussion was held, a plan is in place: the child is safe first",
    ConcernStep.BELIEVED: "An officer has reasonable grounds; from then on the clock of the referral runs",
    ConcernStep.REFERRED: "A police force is a first responder. A child needs no consent",
    ConcernStep.NOTIFIED: "Where there is no referral",
    ConcernStep.REVIEWED: "Everybody who works with the child met",
}


@episode_page(Power.FLAG_EXPLOITATION)
def flag(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Flag whoever is missing for exploitation: with an owner and a day on which it is looked at again."""
    asking, case = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        kind = form.one_of("kind", [each.value for each in FlagKind], "Choose what kind of exploitation")
        owner = as_written(Officer, form.reference("owner"), known_at=asking.at)
        on, reason = form.day("review"), form.text("reason", "Say why it is set")
        says = (
            "The flag is set."
            if owner and on
            else "The flag is set, and listed until it has an owner and a day."
        )
        do = lambda acting: set_flag(FlagKind(kind), owner, on, reason, acting)  # noqa: E731
        return forms.recorded(request, form, do, "kind", says)
    standing_now = [
        f"{sentence(each.kind)}, since {day(each.on)}, owned by {each.owner or 'nobody'}"
        for each in case.flags
        if each.holds(asking.on)
    ]
    shown = [
        parts.choice("kind", "What kind of exploitation?", parts.each_of(FlagKind)),
        *_owned(asking.officer.ref, asking),
        parts.words("reason", "Why?", "What was seen or said, and by whom."),
    ]
    lists = [("Flags that hold", standing_now)]
    return forms.asked(request, form, shown, "Flag exploitation", "Set the flag", lists=lists)


@episode_page(Power.FLAG_EXPLOITATION)
def flag_review(request: HttpRequest, *, episode: str, flag: str) -> HttpResponse:  # noqa: ARG001
    """Look at a flag again: whose it is, when it is looked at next, or that it comes off."""
    asking, case = forms.of_episode(request)
    rows = standing(models.Flag, missing_ref=case.episode.missing, known_at=asking.at)
    row = next((each for each in rows if each.ref == flag), None)
    if row is None:
        raise Http404
    until = f", off from {day(row.until)}" if row.until else ""
    again = f", to be looked at again by {day(row.review_on)}" if row.review_on else ""
    stands = f"Owned by {row.owner or 'nobody'}{again}{until}: {row.reason or 'no reason'}"
    form = entered(request)
    if request.method == "POST":
        holds = form.one_of("holds", ("yes", "no"), "Say whether it holds") == "yes"
        owner = as_written(Officer, form.reference("owner"), known_at=asking.at)
        on, reason = form.day("review"), form.text("reason", "Say why")
        forms.untouched(form, stands)
        do = lambda acting: review_flag(flag, owner, on if holds else None, reason, acting, holds=holds)  # noqa: E731
        says = "The flag is looked at, and holds." if holds else "The flag is off from today."
        return forms.recorded(request, form, do, "holds", says)
    shown = [
        parts.was(forms.STANDING, stands),
        parts.choice("holds", "Does it hold?", [("yes", "Yes", ""), ("no", "No, take it off today", "")]),
        *_owned(row.owner, asking),
        parts.words("reason", "Why?", "What was found when it was looked at."),
    ]
    return forms.asked(request, form, shown, f"Look at the flag: {row.kind}", "Record it", [f"{stands}."])


@episode_page(Power.SCREEN_EXPLOITATION)
def step(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record what was done about exploitation, or what is believed: a referral waits for safeguarding."""
    asking, case = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        kind = form.one_of("step", [each.value for each in ConcernStep], "Choose what was done")
        on, note = form.day("on", "Enter the day"), form.text("note")
        do = lambda acting: record_step(ConcernStep(kind), on or asking.on, note, acting)  # noqa: E731
        return forms.recorded(request, form, do, "step", f"Recorded: {kind}.")
    rows = standing(models.ConcernStep, missing_ref=case.episode.missing, known_at=asking.at)
    done = [
        f"{sentence(row.kind)}, {day(row.on) if row.on else 'no day recorded'}, {row.by or 'nobody named'}"
        for row in rows
    ]
    items = [(each.value, sentence(each), HINTS[each]) for each in ConcernStep]
    shown = [
        parts.choice("step", "What was done, or what is believed?", items),
        parts.day("on", "On which day?", value=asking.on),
        parts.words("note", "More, in words"),
    ]
    intro = ["The child is made safe first, and referred then: a referral before that is not recorded."]
    lists = [("On record", done)]
    return forms.asked(
        request, form, shown, "What is done about exploitation", "Record it", intro, lists=lists
    )


def _owned(owner: str, asking: Asking) -> list[parts.Part]:
    most = asking.law["flag_review_days"].whole(asking.on)
    return [
        parts.line(
            "owner", "Who owns it?", "An officer's reference. Blank is saved, and listed.", owner, "10"
        ),
        parts.day(
            "review",
            "When is it looked at again?",
            f"Within {days(most)}, by policy.",
            look_again_by(asking.law, on=asking.on),
        ),
    ]


addresses = [
    path("missing/<episode:episode>/flag/", flag, name="episode-flag"),
    path("missing/<episode:episode>/flag/<str:flag>/", flag_review, name="episode-flag-review"),
    path("missing/<episode:episode>/exploitation/", step, name="episode-exploitation"),
]
