"""Supervisor's reviews of how people are managed, and the level somebody is managed at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.access.stored import shut_to
from watchkeeper.audit.standing import standing
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.law.clocks import last_from_which
from watchkeeper.law.due import Due, Standing
from watchkeeper.risk import models
from watchkeeper.risk.actions.deciding import review_management
from watchkeeper.risk.actions.levelling import pointed_of, set_level
from watchkeeper.risk.facts import LEVELS, Level, Outlook, Review, ReviewRecord, SetLevel
from watchkeeper.risk.gathering import Whole, assessments_of
from watchkeeper.risk.rules.level import months_for
from watchkeeper.risk.rules.pointing import below, points_to
from watchkeeper.risk.rules.supervision import supervisor_review_due
from watchkeeper.risk.stored import levels_of, reviewed_since, reviews_of
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.assessment_acts import may_see
from watchkeeper.web.entered import entered
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.registers import near
from watchkeeper.web.remembering import Kept
from watchkeeper.web.unit_people import of_unit, on_register, unit_of
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.stored import managed_by, manager_of

UNITS = 8
"""Units one process keeps, the whole force counted as one."""
AHEAD = timedelta(days=28)  # how far the list of reviews looks ahead


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """Somebody whose management is to be reviewed. `own`: managed by whoever asks: another reviews."""

    person: str
    level: Level | None
    due: Due
    late: int
    own: bool


@dataclass(frozen=True, slots=True)
class ReviewOwed:
    """The review of one person that is late or due soon, whoever asks."""

    person: str
    level: Level | None
    due: Due


def lines(asking: Asking) -> list[ReviewLine]:
    """Every review late or due soon, those that cannot be worked out first, then by level, then by day."""
    mine = managed_by([asking.officer.ref], on=asking.on, known_at=asking.at)
    shut = shut_to(asking.officer, asking.law, on=asking.on, known_at=asking.at)
    found = [
        ReviewLine(one.person, one.level, one.due, max(one.due.days_late(asking.on), 0), one.person in mine)
        for one in REVIEWS.rows(unit_of(asking), asking)
        if one.person not in shut
    ]
    return sorted(found, key=_order)


def _read(unit: str, refs: Iterable[str] | None, asking: Asking) -> dict[str, ReviewOwed]:
    people = of_unit(unit, asking, refs)
    levels = levels_of(people, on=asking.on, known_at=asking.at)
    perhaps = _perhaps(people, levels, asking)
    reviews = reviews_of(perhaps, on=asking.on, known_at=asking.at)
    found = {}
    for person, since in on_register(perhaps, asking).items():
        due = _due(person, levels, reviews, since, asking)
        if _soon(due, asking):
            level = levels[person].level if person in levels else None
            found[person] = ReviewOwed(person, level, due)
    return found


def _perhaps(people: list[str], levels: Mapping[str, SetLevel], asking: Asking) -> list[str]:
    """Those of the people who were not reviewed lately: of the rest nothing more need be asked."""
    end = asking.on + AHEAD
    months = {
        level: months_for("supervisor_review_months", level, asking.law, on=asking.on)
        for level in (None, *LEVELS)
    }
    enough = {level: last_from_which(many, end) for level, many in months.items()}
    lately = reviewed_since(people, min(enough.values()), on=asking.on, known_at=asking.at)
    return [
        ref
        for ref in people
        if lately.get(ref, date.min) <= enough[levels[ref].level if ref in levels else None]
    ]


def _due(
    person: str,
    levels: Mapping[str, SetLevel],
    reviews: Mapping[str, Review],
    since: date | None,
    asking: Asking,
) -> Due:
    outlook = Outlook(level=levels.get(person), reviewed=reviews.get(person), registered_on=since)
    return supervisor_review_due(outlook, asking.law, on=asking.on)


def _soon(due: Due, asking: Asking) -> bool:
    """Whether a review belongs on the list; one without a day does: who was never reviewed is looked at."""
    return due.standing is Standing.MISSING or (due.by is not None and due.by <= asking.on + AHEAD)


def _order(line: ReviewLine) -> tuple[bool, bool, int, date, str]:
    grave = LEVELS.index(line.level) if line.level else -1
    known = line.due.standing is not Standing.MISSING
    return known, not line.late, grave if line.late else 0, line.due.by or date.min, line.person


REVIEWS: Kept[ReviewOwed] = Kept(
    _read, of=("people", "registers", "risk"), itself="people.Person", most=UNITS
)
"""Of each person of a unit whose review is late or due soon, in this process."""


@page(Power.REVIEW_MANAGEMENT)
def reviews(request: HttpRequest) -> HttpResponse:
    """People of my unit whose management is to be reviewed."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = lines(asking)
    late = [line for line in found if line.late or line.due.by is None]
    shown = {
        "late": late,
        "soon": [line for line in found if line not in late],
        "oldest": max((line.late for line in late), default=0),
        "unit": unit_of(asking),
        "on": asking.on,
    }
    return render(request, "risk/reviews.html", shown)


@person_page(Power.REVIEW_MANAGEMENT)
def review_person(request: HttpRequest, *, person: str) -> HttpResponse:
    """A supervisor's review: what was read, what is directed, when to look again."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    law, on = asking.law, asking.on
    parts = law["supervisor_review_reads"].words(on)
    form = entered(request)
    spell = manager_of(person, on=on, known_at=asking.at)
    if request.method == "POST":
        read = [part for part in parts if part in form.data.getlist("read")]
        directed = form.text("directed")
        next_on = near(form, "next", form.day("next"), on)
        if not read and not directed:
            form.wrong("read", "Say what you read, or what you direct")
        if next_on is not None and next_on <= on:
            form.wrong("next", "The next look has to be on a day to come")
        if not form.problems:
            row = review_management(person, read=read, directed=directed, next_on=next_on, **acting(request))
            if row.review_ref:
                messages.success(request, "The review is recorded, and the next one is counted from today.")
            else:
                messages.warning(request, "Kept. Not all of it was read, so that the review is still owed.")
            return see(reverse("review-person", args=[person]))
    since = on_register_since(person, asking)
    due = supervisor_review_due(
        Outlook(
            level=levels_of([person], on=on, known_at=asking.at).get(person),
            reviewed=reviews_of([person], on=on, known_at=asking.at).get(person),
            registered_on=since,
        ),
        law,
        on=on,
    )
    earlier: list[ReviewRecord] = [
        row.fact() for row in models.ReviewRecord.objects.of(person).as_known(asking.at).order_by("-id")
    ]
    shown = {
        "person": person,
        "form": form,
        "parts": parts,
        "due": due,
        "on": on,
        "earlier": earlier,
        "own": spell is not None and spell.officer == asking.officer.ref,
        "read": form.data.getlist("read"),
    }
    return render(request, "risk/review.html", shown)


def on_register_since(person: str, asking: Asking) -> date | None:
    """Since when the person has been on the register."""
    case = case_as_known(person, asking.law, on=asking.on, known_at=asking.at)
    return case.outlook.registered_on if case else None


@person_page(Power.SET_LEVEL)
def level(request: HttpRequest, *, person: str) -> HttpResponse:
    """Set the level the person is managed at."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    if request.method == "POST":
        chosen = form.one_of("level", [each.value for each in LEVELS], "Choose the level")
        on = near(form, "set", form.day("set", "Enter the day it was set"), asking.on)
        if on is not None and on > asking.on:
            form.wrong("set", "The day it was set cannot be to come")
        reason = form.text("reason")
        if on is not None and not form.problems:
            pointed = pointed_of(person, asking.law, on=asking.on, known_at=asking.at)
            if below(Level(chosen), pointed) and not reason:
                form.wrong("reason", "Say why the level is below what the score points to")
            else:
                set_level(Level(chosen), person_ref=person, set_on=on, reason=reason, **acting(request))
                messages.success(request, f"The level is {chosen}.")
                return see(reverse("level", args=[person]))
    rows = models.SetLevel.objects.of(person).as_known(asking.at).facts()
    shown = {
        "person": person,
        "form": form,
        "levels": LEVELS,
        "now": levels_of([person], on=asking.on, known_at=asking.at).get(person),
        "history": sorted(rows, key=lambda one: (one.set_on, one.ref), reverse=True),
        "today": asking.on,
        "scores": scores(person, asking),
        "reasons": {
            row.level_ref: row.says
            for row in standing(models.LevelReason, known_at=asking.at, person_ref=person)
        },
    }
    return render(request, "risk/level.html", shown)


def scores(person: str, asking: Asking) -> list[tuple[Whole, bool, Level | None]]:
    """The newest score of each instrument beside the level: whether it is shown, and where it points."""
    newest = {one.name: one for one in reversed(assessments_of(person, known_at=asking.at)) if one.rated}
    return [
        (one, may_see(one, asking), points_to(one.rated, asking.law, on=asking.on) if one.rated else None)
        for _, one in sorted(newest.items())
    ]


addresses = [
    path("reviews/", reviews, name="reviews"),
    path("people/<str:person>/review/", review_person, name="review-person"),
    path("people/<str:person>/level/", level, name="level"),
]
