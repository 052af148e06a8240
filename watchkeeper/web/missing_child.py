"""One missing child: all their episodes over time, the links they are part of, and an answer to each."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.law.wording import day as in_words
from watchkeeper.law.wording import given_ref
from watchkeeper.missing import models
from watchkeeper.missing.actions.linking import answer_link
from watchkeeper.missing.facts import Case
from watchkeeper.missing.linked import StandingLink, links_standing
from watchkeeper.missing.linking.facts import Evidence
from watchkeeper.missing.linking.standing import Verdict
from watchkeeper.places.directory import DirectoryError
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.child_looking import child_page, child_purpose
from watchkeeper.web.child_picture import drawn
from watchkeeper.web.child_shown import episodes_told, history
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import again, entered
from watchkeeper.web.episode_looking import sees
from watchkeeper.web.link_shown import LinkTold, Shown, called
from watchkeeper.web.looking import doing
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

VERDICTS = (
    (
        Verdict.CONFIRMED,
        "Confirm it",
        "It holds from now on, and joins people in the cluster whatever its strength.",
    ),
    (Verdict.REJECTED, "Reject it", "It joins nobody. It comes back only with evidence nobody had today."),
    (Verdict.EXPIRED, "Let it go, without a yes or a no", "It comes back with new evidence."),
)


@child_page(Power.READ_MISSING)
def child(request: HttpRequest, *, child: str) -> HttpResponse:
    """Every episode of the child, newest first, with the gaps between, what followed, and how screened."""
    asking, cases = _of_child(request)
    links = _links(child, asking) or ()
    told = episodes_told(cases, asking)
    shown = history(child, told, links, asking)
    flags = [row for row, _ in shown["flags"]]
    shown["picture"] = drawn(told, flags, shown["screened"], at=asking.at)
    return render(request, "missing/child.html", shown)


@child_page(Power.READ_MISSING)
def links(request: HttpRequest, *, child: str) -> HttpResponse:
    """Every link of the child: red flags first, each with what it rests on, how strong, and until when."""
    asking, _ = _of_child(request)
    found = _links(child, asking)
    told = _told(found or (), asking)
    context = {
        "child": child,
        "unplaced": found is None,
        "asked": [each for each in told if each.asked],
        "held": [each for each in told if each.holds and not each.asked],
        "gone": [each for each in told if not each.holds and not each.asked],
        "may": asking.holds("ANSWER_LINK"),
        "on": asking.on,
    }
    return render(request, "missing/links_of_child.html", context)


@child_page(Power.ANSWER_LINK)
def answer(request: HttpRequest, *, child: str, link: str) -> HttpResponse:
    """Confirm a link, reject it or let it go, with the reason; its evidence stands beside."""
    asking, cases = _of_child(request)
    found = next((each for each in _links(child, asking) or () if called(each.link.key) == link), None)
    if found is None:
        raise Http404
    (told,) = _told([found], asking)
    episode = next((each.episode.ref for each in reversed(cases) if sees(each, asking)), "")
    form = entered(request)
    if request.method == "POST":
        verdict = form.one_of("verdict", [each for each, *_ in VERDICTS], "Choose what you say of it")
        reason = form.text("reason", "Say why")
        if not form.problems:
            try:
                answer_link(found.link.key, Verdict(verdict), reason, doing(request, episode))
            except Refused as no:
                parts.refusing(form, "verdict", no)
            else:
                messages.success(request, f"The link is {verdict}. Your reason stands with it.")
                return see(reverse("missing-links", args=[child]))
        return again(request, form)
    shown: list[parts.Part] = [
        parts.radios("verdict", "What do you say of it?", VERDICTS),
        parts.words("reason", "Why?", "It is read by whoever looks at the link after you."),
    ]
    return parts.asked(
        request,
        form,
        shown,
        title=sentence(told.link.kind),
        button="Record it",
        back=("Links of the child", reverse("missing-links", args=[child])),
        caption=child,
        intro=_intro(told),
        lists=_lists(told),
    )


def _intro(told: LinkTold) -> list[str]:
    link = told.link
    red = ["Red flag: a child and somebody on the register."] if link.red else []
    with_ = [f"Who is in it: {', '.join(told.who)}{f'; {told.thing}' if told.thing else ''}."]
    lasts = "It holds." if told.holds else f"It is offered until {in_words(told.last_on)}."
    standing = f"{sentence(link.strength)}; {told.standing.state}. {lasts}"
    return [
        *red,
        link.why,
        *with_,
        standing,
        "It is a proposal: you decide, and nobody is told it as a fact.",
    ]


def _lists(told: LinkTold) -> list[tuple[str, list[str]]]:
    evidence = [
        f"{_dated(each)} ({given})" if (given := given_ref(each.ref)) else _dated(each)
        for each in told.link.evidence
    ]
    reasons = dict(models.LinkAnswered.objects.filter(key=told.link.key).values_list("ref", "reason"))
    answers = [
        f"{in_words(each.on)}: {each.verdict} by {each.by}: {reasons.get(each.ref, '')}"
        for each in told.standing.answers
    ]
    return [("What it rests on", evidence), ("Answers so far", answers)]


def _dated(evidence: Evidence) -> str:
    """What a fact says, with its day where it does not say it itself."""
    on = in_words(evidence.on)
    says = sentence(evidence.says)
    return says if on in says else f"{says}, {on}"


def _of_child(request: HttpRequest) -> tuple[Asking, tuple[Case, ...]]:
    return request.asking, request.cases  # type: ignore[attr-defined]


def _links(child: str, asking: Asking) -> tuple[StandingLink, ...] | None:
    """The links of a child; None where no postcode can be placed."""
    try:
        return links_standing(child, asking.law, on=asking.on, known_at=asking.at)
    except DirectoryError:
        return None


def _told(found: Any, asking: Asking) -> list[LinkTold]:
    shown = Shown((each.link for each in found), asking)
    return [shown.told(each) for each in found]


addresses = [
    path("missing/child/<episode:child>/", child, name="missing-child"),
    path("missing/child/<episode:child>/purpose/", child_purpose, name="missing-child-purpose"),
    path("missing/child/<episode:child>/links/", links, name="missing-links"),
    path("missing/child/<episode:child>/links/<str:link>/", answer, name="missing-link"),
]
