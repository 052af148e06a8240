"""The grade of a missing episode: information searched, the grade given, its rationale, the reviews."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.law.decision import Decision
from watchkeeper.law.wording import moment, names
from watchkeeper.missing.actions.grading import give_rationale, grade_episode, review
from watchkeeper.missing.actions.recording import record_searched
from watchkeeper.missing.facts import FREQUENCY, Case, Grade, Graded, Ground, Searched, Source
from watchkeeper.missing.rules.accepting import asks_rationale, counted, newest_grade, searched_whole
from watchkeeper.missing.rules.grading import proposed
from watchkeeper.web import episode_forms as forms
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import entered
from watchkeeper.web.episode_looking import episode_page
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


@episode_page(Power.WORK_MISSING)
def searched(request: HttpRequest, *, episode: str) -> HttpResponse:
    """Record information that was asked for: of which source, who supplied it, when, and what it was."""
    asking, case = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        chosen = [source for source in Source if source.value in form.data.getlist("source")]
        if not chosen:
            form.wrong("source", "Tick where it was searched")
        at = forms.when(form, "at", asking)
        supplier, contact = form.text("supplier"), form.text("contact")

        def do(acting: Acting) -> Any:
            for source in chosen:
                told = Searched("", episode, source, at, supplier, contact)
                record_searched(told, form.text("found"), acting)

        short = (
            ""
            if supplier and contact
            else " Without a supplier and how to reach them it counts towards no grade."
        )
        return forms.recorded(request, form, do, "source", f"Recorded.{short}", on="episode-searched")
    had = searched_whole(case, at=asking.at)
    shown = [
        parts.boxes(
            "source",
            "Where was it searched?",
            [
                (source.value, sentence(source), "Searched, with its supplier" if source in had else "")
                for source in Source
            ],
            "Tick several where one person answered for all of them.",
        ),
        parts.line("supplier", "Who supplied it?", "Their name. Nothing known is supplied by somebody too."),
        parts.line("contact", "How are they reached?", "A telephone number or an address."),
        *forms.happened("at", "was it had", asking),
        parts.words("found", "What was it?", "Write nothing known where nothing is."),
    ]
    lists = [
        ("Searched, with who supplied it", _had(case)),
        ("Still to be searched before a grade is accepted that is not provisional", _wanting(case, asking)),
    ]
    return forms.asked(request, form, shown, "Information searched", "Record it", lists=lists)


@episode_page(Power.GRADE_MISSING)
def grade(request: HttpRequest, *, episode: str) -> HttpResponse:
    """Give a grade beside the one the facts propose: it is saved, and said what it lacks."""
    asking, case = forms.of_episode(request)
    form, newest = entered(request), newest_grade(case, at=asking.at)
    stands = "" if newest is None else f"{newest.grade}, given by {newest.by} on {moment(newest.at)}"
    if request.method == "POST":
        given = form.one_of("grade", [each.value for each in Grade], "Choose the grade")
        grounds = tuple(ground for ground in Ground if ground.value in form.data.getlist("grounds"))
        provisional = parts.said(form, "provisional")
        forms.untouched(form, stands)

        def do(acting: Acting) -> Any:
            told = Graded(
                "", episode, Grade(given), asking.at, "", provisional, grounds, form.text("reasons")
            )
            return grade_episode(told, acting)[1]

        return forms.recorded(request, form, do, "grade", lambda found: said_of(f"Graded {given}", found))
    found = proposed(case, asking.law, at=asking.at)
    because = [reason.says for reason in found.reasons if reason.met] or [
        "nothing that asks for a graver one"
    ]
    intro = [f"Proposed: {found.grade}, for {names(because)}. You decide; nothing is scored."]
    if not found.confirmed:
        intro.append("What is proposed rests on a policy that no force has confirmed.")
    shown = [
        parts.was(forms.STANDING, stands),
        parts.choice("grade", "How likely and how serious is harm?", GRADES),
        {
            **parts.yes_no(
                "provisional", "Is it provisional?", "Yes while you are unsure: enquiries then confirm it."
            ),
            "items": [("yes", "Yes", ""), ("no", "No", "")],
        },
        parts.boxes(
            "grounds", "What does it rest on?", [(each.value, sentence(each), _hint(each)) for each in Ground]
        ),
        parts.words("reasons", "Why this grade?", "Read by whoever reviews it."),
    ]
    lists = [
        ("Information searched, with who supplied it", _had(case)),
        ("Still to be searched before it is accepted, unless it is provisional", _wanting(case, asking)),
        ("What would change what is proposed", found.changes),
        ("What nobody recorded", found.missing),
    ]
    return forms.asked(request, form, shown, "Grade the episode", "Give the grade", intro, lists=lists)


@episode_page(Power.AGREE_GRADE)
def rationale(request: HttpRequest, *, episode: str, graded: str) -> HttpResponse:  # noqa: ARG001 (the address)
    """A supervisor's rationale for a grade that policy asks one for; not by whoever gave it."""
    asking, case = forms.of_episode(request)
    row = next((each for each in case.grades if each.ref == graded), None)
    if row is None:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        words = form.text("rationale", "Say why this grade is right")
        return forms.recorded(
            request,
            form,
            lambda acting: give_rationale(graded, words, acting)[1],
            "rationale",
            lambda found: said_of("The rationale is recorded", found),
        )
    asks = names(tuple(asks_rationale(row, case, asking.law))) or "nothing: it is asked for by no rule"
    intro = [
        f"{row.by or 'Somebody'} graded it {row.grade} on {moment(row.at)}: {row.reasons or 'no reasons'}",
        f"It rests on {names(row.grounds) or 'nothing that is named'}. A rationale is asked for: {asks}.",
    ]
    shown = [
        parts.words(
            "rationale", "Why is this grade right?", "How often they go missing is no reason by itself."
        )
    ]
    return forms.asked(request, form, shown, "Rationale of the grade", "Record it", intro)


@episode_page(Power.REVIEW_MISSING)
def reviewed(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """A supervisor's review: what was found, and what is directed."""
    asking, case = forms.of_episode(request)
    form = entered(request)
    if request.method == "POST":
        note = form.text("note", "Say what you found and what you direct")
        says = "The review is recorded, and the next one is counted from now."
        return forms.recorded(request, form, lambda acting: review(note, acting), "note", says)
    stands = counted(case, asking.law, at=asking.at)
    intro = [
        f"Grade that counts: {stands.word}{'' if stands.accepted else ', not accepted'}. "
        f"The facts propose {proposed(case, asking.law, at=asking.at).grade}. "
        "If it should be another, grade it anew: that is a step of its own."
    ]
    shown = [parts.words("note", "What did you find, and what do you direct?", rows=5)]
    return forms.asked(request, form, shown, "Review how they are looked for", "Record the review", intro)


def said_of(what: str, found: Decision) -> str:
    """What came of a grade: accepted, or saved, with what it lacks, or where that is listed."""
    if found.allowed:
        return f"{what}: accepted."
    lacks = found.unmet
    told = f": {lacks[0].says}" if len(lacks) == 1 else f" the {len(lacks)} things listed under Grade"
    return f"{what}: saved, and not accepted while it lacks{told}. Until then it makes no clock longer."


def _had(case: Case) -> list[str]:
    return [
        f"{sentence(each.source)}: {each.supplier or 'supplied by nobody named'}, "
        f"{each.contact or 'no way to reach them'}, {moment(each.at)}"
        for each in sorted(case.searched, key=lambda each: each.at, reverse=True)
    ]


def _wanting(case: Case, asking: Asking) -> list[str]:
    had = searched_whole(case, at=asking.at)
    return [
        sentence(each) for each in asking.law["missing_sources"].words(asking.on) if Source(each) not in had
    ]


def _hint(ground: Ground) -> str:
    return "Bears no grade below high by itself" if ground in FREQUENCY else ""


GRADES: tuple[parts.Item, ...] = (
    (Grade.HIGH, "High", "Serious harm is very likely: officers are sent at once"),
    (Grade.MEDIUM, "Medium", "Harm is likely, but not serious"),
    (Grade.LOW, "Low", "Harm is possible, but minimal; never the grade to begin with"),
    (Grade.VERY_LOW, "Very low", "No risk of harm is apparent"),
)

addresses = [
    path("missing/<episode:episode>/searched/", searched, name="episode-searched"),
    path("missing/<episode:episode>/grade/", grade, name="episode-grade"),
    path("missing/<episode:episode>/grade/<str:graded>/rationale/", rationale, name="episode-rationale"),
    path("missing/<episode:episode>/review/", reviewed, name="episode-review"),
]
