"""One case of a sample: its questions answered, kept half-way or given, and its differences settled.

Whoever takes one look is not shown what the other said before both are in.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from watchkeeper.inspection.sample_actions.answering import Read, answer_case, keep_answers, read_sample
from watchkeeper.inspection.sample_actions.settling import settle_case
from watchkeeper.inspection.sampled import SUBJECTS, Answer, Sample, SampleCase
from watchkeeper.inspection.stored import answered_at, sample_row
from watchkeeper.law.parameter import Parameter
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.sample_shown import MEANS, acting, record_of, title
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

ANSWERS = [(answer.value, text, hint) for answer, (text, hint) in MEANS.items()]
TAKEN = (
    "Not given: that look was taken just now, by somebody else or in another tab of yours. What stands is "
    "below; where another look waits for you, this page asks for it."
)
LATE = "No look was open to you any more: what was typed just now was not kept."


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as its page asks it: the row of policy it stands in, and its part of the form."""

    row: Parameter
    part: parts.Part


@page(Power.ANSWER_SAMPLE)
def case(request: HttpRequest, sample: str, place: int) -> HttpResponse:
    """Answer the questions of one case: keep them half-way, or give them all."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    _, drawn = _found(sample, place, asking)
    form = entered(request)
    read = read_sample(sample, **acting(asking))
    turn, begun = read.turns.get(drawn.ref), read.begun.get(drawn.ref)
    if request.method == "POST":
        if turn is None:
            messages.warning(request, LATE)
            return see(request.path)
        given = _answers(form, read.sample, asking, every=form.data.get("do") != "keep")
        note = form.text("note")
        if not form.problems:
            try:
                if form.data.get("do") == "keep":
                    keep_answers(sample, drawn.ref, given, note=note, **acting(asking))
                    messages.success(request, f"Kept for you alone: {len(given)} answered so far.")
                else:
                    answer_case(sample, drawn.ref, turn, given, note=note, **acting(asking))
                    messages.success(request, f"Given: the {turn} look at {drawn.ref}. It stands.")
                return see(reverse("sample", args=[sample]))
            except Refused as no:
                parts.refusing(form, "note", no)
            except IntegrityError:
                form.wrong("note", TAKEN)
        return again(request, form)
    said = {} if begun is None else begun.answers
    questions = SUBJECTS[read.sample.theme].questions
    shown = _shown(read, drawn, place, form, asking) | {
        "turn": turn,
        "answered": answered_at(sample, drawn.ref, asking.officer.ref, known_at=asking.at),
        "asked": [_asked(name, said.get(name), asking, read.sample) for name in questions],
        "note": parts.words(
            "note",
            "Note",
            "What led you to it, for whoever reads the sample. No names.",
            begun.note if begun else "",
        ),
        "given": [each for each in read.readable if each.case == drawn.ref],
        "settled": {each.question: each for each in read.settled if each.case == drawn.ref},
        "waits": read.waits[drawn.ref],
    }
    return render(request, "inspection/sample_case.html", shown)


@page(Power.ANSWER_SAMPLE)
def settle(request: HttpRequest, sample: str, place: int) -> HttpResponse:
    """Settle where the two who looked at a case differ: for somebody who took neither look."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    _, drawn = _found(sample, place, asking)
    form = entered(request)
    read = read_sample(sample, **acting(asking))
    opened = [each for each in read.open if each.case == drawn.ref]
    looks = [each for each in read.readable if each.case == drawn.ref]
    theirs = opened and len(looks) > 1 and not any(each.by == asking.officer.ref for each in looks)
    if not theirs:
        raise Http404
    if request.method == "POST":
        given = {
            each.question: form.one_of(
                each.question, [*map(str, Answer)], f"Answer: {_says(each.question, asking)}"
            )
            for each in opened
        }
        because = form.text("reason", "Enter why, from the record")
        if not form.problems:
            try:
                answers = {name: Answer(said) for name, said in given.items()}
                settle_case(sample, drawn.ref, answers, because=because, **acting(asking))
                messages.success(request, f"Settled: {drawn.ref}. It goes into the estimate.")
                return see(reverse("sample", args=[sample]))
            except Refused as no:
                parts.refusing(form, "reason", no)
            except IntegrityError:
                form.wrong("reason", "Not settled: somebody else settled it just now.")
        return again(request, form)
    shown = _shown(read, drawn, place, form, asking) | {
        "asked": [
            (_asked(each.question, None, asking, read.sample), each.first, each.second) for each in opened
        ],
        "looks": looks,
        "why": parts.words("reason", "Why", "From the record of the case. No names."),
    }
    return render(request, "inspection/sample_settle.html", shown)


def _found(ref: str, place: int, asking: Asking) -> tuple[Sample, SampleCase]:
    row = sample_row(ref, known_at=asking.at)
    sample = row.fact() if row is not None else None
    if sample is None or not 1 <= place <= len(sample.drawing.cases):
        raise Http404
    return sample, sample.drawing.cases[place - 1]


def _answers(form: Entered, sample: Sample, asking: Asking, *, every: bool) -> dict[str, Answer]:
    given = {}
    for name in SUBJECTS[sample.theme].questions:
        needed = f"Answer: {_says(name, asking)}" if every else ""
        if said := form.one_of(name, [*map(str, Answer)], needed):
            given[name] = Answer(said)
    return given


def _asked(name: str, said: Answer | None, asking: Asking, sample: Sample) -> Asked:
    row = asking.law[name]
    part = parts.radios(name, str(row.on(sample.on)), ANSWERS, "", said or "")
    return Asked(row, part)


def _says(name: str, asking: Asking) -> str:
    return str(asking.law[name].on(asking.on))


def _shown(read: Read, drawn: SampleCase, place: int, form: Entered, asking: Asking) -> dict[str, Any]:
    cases = read.sample.drawing.cases
    return {
        "read": read,
        "sample": read.sample,
        "title": title(read.sample),
        "subject": SUBJECTS[read.sample.theme],
        "drawn": drawn,
        "place": place,
        "many": len(cases),
        "form": form,
        "record": record_of(read.sample, drawn.ref, asking),
        "questions": {name: _says(name, asking) for name in SUBJECTS[read.sample.theme].questions},
        "answer_words": {answer: text for answer, (text, _) in MEANS.items()},
    }
