"""Studies of the planner as pages offer them: asked for by a form, followed as they run, the newest shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from watchkeeper.jobs.outcomes import JobOutcome, newest
from watchkeeper.jobs.rules import State
from watchkeeper.jobs.studies import STUDYING, ask_to_carry_out
from watchkeeper.jobs.study_work import is_stopped, progress_of
from watchkeeper.law.wording import counted
from watchkeeper.planning.actions.studying import ask_study
from watchkeeper.planning.rules.studying import may_see_study
from watchkeeper.planning.stored import figures_of, studies
from watchkeeper.planning.study import Matter, Study, StudyAsked
from watchkeeper.risk.facts import LEVELS
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.looking import acting
from watchkeeper.web.plan_list import units
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

PURPOSE = "study of how visits are planned"
FORCE = "the whole force"
OLDER_SHOWN = 20
type Told = Callable[[dict[str, Any]], dict[str, Any]]
"""From the figures of a study to what its page shows."""


@dataclass(frozen=True, slots=True)
class Underway:
    """The study asked for last, while it is not done: how its job stands, and how many runs are done."""

    study: Study
    job: JobOutcome | None
    progress: dict[str, int]
    stopped: bool = False

    @property
    def failed(self) -> bool:
        """Whether the job ended without figures."""
        return self.job is not None and self.job.state is State.FAILED

    @property
    def all_done(self) -> bool:
        """Whether every run is done: it is put together, and cannot be stopped any more."""
        return bool(self.progress) and self.progress["done"] >= self.progress["of"]


def study_page(
    request: HttpRequest, matter: Matter, template: str, told: Told, ref: str | None = None
) -> HttpResponse:
    """The page of a matter: the study of this ref, or the newest done; on POST a study is asked for."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    here = reverse(str(matter))
    if request.method == "POST":
        asked = _asked(form, matter)
        if asked is not None and not form.problems and _ask(request, asked, form):
            return see(here)
    seen = [
        one
        for one in studies(matter, known_at=asking.at)
        if may_see_study(asking.officer, one.asked.unit, asking.law, on=asking.on).allowed
    ]
    done = [one for one in seen if one.done_at is not None]
    waiting = [one for one in seen if one.done_at is None]
    study = next((one for one in done if ref in (None, one.ref)), None)
    if ref is not None and study is None:
        raise Http404
    figures = figures_of(study.ref, known_at=asking.at) if study else None
    shown: dict[str, Any] = {
        "form": form,
        "study": study,
        "found": figures,
        "few": few(figures, study.asked, asking) if study and figures and "missing" not in figures else "",
        "told": told(figures) if figures and "missing" not in figures else None,
        "underway": underway(waiting[0]) if waiting else None,
        "older": [one for one in done if study is None or one.ref != study.ref][:OLDER_SHOWN],
        "done": len(done),
        "may_ask": asking.may(Power.STUDY_PLANNING).allowed,
        "choices": _choices(asking),
        "usual": {
            "months": asking.law["study_months"].of("usual", asking.on),
            "seeds": asking.law["study_seeds"].of("usual", asking.on),
        },
        "most": {
            "months": asking.law["study_months"].of("most", asking.on),
            "seeds": asking.law["study_seeds"].of("most", asking.on),
        },
        "of": of,
        "levels": [str(level) for level in LEVELS],
        "matter": str(matter),
        "here": here,
    }
    return render(request, template, shown, status=422 if form.problems else 200)


def of(unit: str) -> str:
    """Of whom a study is, in words."""
    return unit or FORCE


def few(found: dict[str, Any], asked: StudyAsked, asking: Asking, kind: str = "study") -> str:
    """What a study of few runs or of a short time must say of itself; empty where it has the usual.

    By the rows of policy that begin with `kind`, as `study_months`.
    """
    runs = len(found["seeds"])
    months = asking.law[f"{kind}_months"].of("usual", asking.on)
    usual = asking.law[f"{kind}_seeds"].of("usual", asking.on)
    short, rare = asked.months < months, runs < usual
    if not short and not rare:
        return ""
    of = (
        f"{runs} {'run' if runs == 1 else 'runs'} over {asked.months} "
        f"{'month' if asked.months == 1 else 'months'} ({found['days']} days)"
    )
    luck = "One run proves little: luck alone may have made every figure." if runs == 1 else ""
    start = "Over so short a time the figures still tell of how the days began." if short else ""
    more = (
        f"Ask for {counted(usual, 'run')} over {counted(months, 'month')} before anything is decided on it."
    )
    return " ".join(filter(None, (f"This study is of {of}.", luck, start, more)))


def figure(found: dict[str, Any] | None, *, share: bool = True, whole: bool = True, places: int = 0) -> str:
    """A figure in words: its mean, and between what it lies over the runs. None: too little was seen.

    `whole`: a share of a whole, which is never more than all of it.

    >>> figure({"mean": 0.341, "low": 0.318, "high": 0.364, "seeds": 3})
    '34 % (32 to 36)'
    >>> figure({"mean": 2.44, "low": 2.44, "high": 2.44, "seeds": 1}, share=False, places=1)
    '2.4 (one run)'
    >>> figure({"mean": 1.32, "low": 0.75, "high": 1.89, "seeds": 3}, whole=False)
    '132 % (75 to 189)'
    """
    if found is None:
        return "too few visits to say"
    mean, low, high = found["mean"], found["low"], found["high"]
    low = max(low, 0.0) if mean >= 0 else low
    high = min(high, 1.0) if share and whole else high
    if share:
        mean, low, high = (100 * each for each in (mean, low, high))
    words = f"{mean:,.{places}f}{' %' if share else ''}"
    if found["seeds"] == 1:
        return f"{words} (one run)"
    return f"{words} ({low:,.{places}f} to {high:,.{places}f})"


def _choices(asking: Asking) -> list[dict[str, str]]:
    offered = [{"value": unit, "text": unit} for unit in units(asking)]
    if may_see_study(asking.officer, "", asking.law, on=asking.on).allowed:
        offered.insert(0, {"value": "", "text": FORCE.capitalize()})
    return offered


def underway(study: Study) -> Underway:
    """How a study that is not done stands."""
    found = Underway(study, newest(f"{STUDYING}{study.ref}"), progress_of(study.ref), is_stopped(study.ref))
    return replace(found, stopped=found.stopped and not found.all_done)


def _asked(form: Entered, matter: Matter) -> StudyAsked | None:
    """What the form asks for; None with problems said."""
    months = _whole(form, "months", "Enter the months to simulate as a whole number, like 6")
    seeds = _whole(form, "seeds", "Enter how many times to run it as a whole number, like 3")
    shifts = []
    for part in form.text("shifts").replace(";", ",").split(","):
        if _short(part.strip()):
            shifts.append(int(part))
        elif part.strip():
            form.wrong(
                "shifts", "Enter crew shifts a week as whole numbers, parted by commas, like 10, 20, 30"
            )
            break
    if months is None or seeds is None:
        return None
    return StudyAsked(matter, form.text("unit"), months, seeds, tuple(sorted(set(shifts))))


LONGEST = 6
"""Digits of a number typed: more is no number of months, runs or shifts."""


def _short(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST


def _whole(form: Entered, name: str, says: str) -> int | None:
    typed = form.text(name, says)
    if typed and not _short(typed):
        form.wrong(name, says)
        return None
    return int(typed) if typed else None


def _ask(request: HttpRequest, asked: StudyAsked, form: Entered) -> bool:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    try:
        study = ask_study(asked, **acting(request))
    except Refused as no:
        for reason in no.decision.unmet:
            form.wrong("months", f"Not asked for: {reason.says}")
        return False
    ask_to_carry_out(study, asking.law, at=asking.at)
    messages.success(
        request, f"A study of {of(asked.unit)} is asked for. It is carried out behind the pages."
    )
    return True
