"""The allocator's queue, and one crime: who may hold it, what the others lack, giving it, disputing it."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.crimes.actions.holding import decide_dispute, dispute, override
from watchkeeper.crimes.actions.looking import who_may_hold
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.law.wording import counted, days, names
from watchkeeper.web import form_parts as parts
from watchkeeper.web.allocation_giving import Supervisors, deciders, given
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.crime_lists import disputes, lines, unallocated_cases
from watchkeeper.web.crime_looking import crime_page
from watchkeeper.web.crime_today import must_move
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.looking import doing
from watchkeeper.web.unit_people import unit_asked, unit_of
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import least_rank

if TYPE_CHECKING:
    from watchkeeper.crimes.ranking import Suited

MOST = 100
"""Crimes or officers on one page, at most; the count is always of all."""


@page(Power.ALLOCATE_CRIME)
def queue(request: HttpRequest) -> HttpResponse:
    """Crimes of my unit that nobody holds, the latest first, and disputes that wait."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit, units = unit_asked(request, asking)
    found, waiting = lines(unallocated_cases(asking, unit), asking), disputes(asking)
    shown = {
        "rows": found[:MOST],
        "many": len(found),
        "late": sum(1 for line in found if line.late),
        "oldest": max((line.age for line in found if line.age is not None), default=0),
        "argued": waiting,
        "unit": unit,
        "units": units,
        "wide": not unit_of(asking),
    }
    return render(request, "allocating/queue.html", shown)


@crime_page(Power.ALLOCATE_CRIME, purpose="allocate")
def one(request: HttpRequest, *, crime: str) -> HttpResponse:
    """One crime: who may hold it, what each of the others lacks, and giving it to somebody."""
    asking, case = _of(request)
    form = entered(request)
    if request.method == "POST":
        other = form.reference("other").upper()
        officer = other or form.reference("officer", "" if form.problems else "Choose who is to hold it")
        supervisor = form.reference("supervisor", "Choose who supervises it")
        at, wrong = "other" if other else "officer", bool(form.problems)
        if given(form, officer, supervisor, doing(request, crime), at=at, under="supervisor", wrong=wrong):
            messages.success(request, f"{officer} holds it from today, supervised by {supervisor}.")
            return see(reverse("crime", args=[crime]))
        return again(request, form)
    placed = kind_of(case, asking.law, on=asking.on)
    found = who_may_hold(doing(request, crime))
    held = holder(case, on=asking.on)
    items = [
        (
            each.candidate.officer.ref,
            f"{each.candidate.officer.ref}, {each.candidate.officer.rank}",
            _hint(each),
        )
        for each in found.may[:MOST]
    ]
    shown = {
        "form": form,
        "case": case,
        "crime": case.crime,
        "placed": placed,
        "held": held,
        "moves": must_move(case, asking),
        "found": found,
        "best": found.may[:2],
        "most": MOST,
        "officer": parts.radios("officer", "Who is to hold it?", items),
        "other": parts.line(
            "other",
            "Somebody else, by reference",
            "Asked the same questions: there is no way round them.",
            width="10",
        ),
        "supervisor": parts.choice("supervisor", "Who supervises it?", Supervisors(asking).of(case)),
        "may_lack": asking.may(Power.PROPOSE_ALLOCATION).allowed,
        "may_override": asking.may(Power.OVERRIDE_ELIGIBILITY).allowed,
        "override_rank": least_rank(Power.OVERRIDE_ELIGIBILITY, asking.law, on=asking.on),
    }
    return render(request, "allocating/one.html", shown)


@crime_page(Power.DISPUTE_ALLOCATION, Power.DECIDE_DISPUTE, purpose="allocate")
def argue(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Dispute who holds a crime, naming its one decider; or decide, as that decider."""
    asking, case = _of(request)
    open_ones = [each for each in case.disputes if each.decided_on is None]
    form = entered(request)
    if request.method == "POST":
        if open_ones:
            upheld = form.one_of("upheld", ("yes", "no"), "Say whether it is upheld") == "yes"
            if form.problems:
                return again(request, form)
            do: Any = lambda: decide_dispute(open_ones[0].ref, doing(request, crime), upheld=upheld)  # noqa: E731
            says = (
                "Upheld: nobody holds it, and it is owed somebody at once."
                if upheld
                else "Not upheld: it stays where it is."
            )
            field = "upheld"
        else:
            reason = form.text("reason", "Say why")
            decider = form.reference("decider", "Choose who decides")
            do = lambda: dispute(reason, decider, doing(request, crime))  # noqa: E731
            says, field = f"Disputed. {decider} decides, and it is held as before meanwhile.", "reason"
        return _done(request, form, do, field, says, crime)
    held = holder(case, on=asking.on)
    if open_ones:
        (each, *_) = open_ones
        intro = [
            f"{each.by} disputes that {each.officer} holds it: {each.reason}",
            f"{each.decider or 'Nobody named'} decides.",
        ]
        shown = [
            parts.choice(
                "upheld",
                "Is the dispute upheld?",
                [("yes", "Yes: it is taken from its holder", ""), ("no", "No: it stays", "")],
            )
        ]
        title, button = "Decide the dispute", "Record the decision"
    else:
        within = days(asking.law["dispute_days"].whole(asking.on))
        intro = [f"{held.officer if held else 'Nobody'} holds it. One officer decides within {within}."]
        shown = [
            parts.words("reason", "Why should somebody else hold it?"),
            parts.choice("decider", "Who decides?", deciders(case, asking)),
        ]
        title, button = "Dispute who holds it", "Dispute it"
    back = ("Back to the crime", reverse("crime", args=[crime]))
    return parts.asked(
        request, form, shown, title=title, button=button, back=back, caption=crime, intro=intro
    )


@crime_page(Power.OVERRIDE_ELIGIBILITY, purpose="allocate")
def leave(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Let one officer hold one crime they are not eligible for, by rank, with a reason, until a day."""
    asking, _ = _of(request)
    form = entered(request)
    if request.method == "POST":
        officer = form.reference("officer", "Enter the officer's reference").upper()
        until = form.day("until", "Enter the first day it no longer holds")
        reason = form.text("reason", "Say why")
        do = lambda: override(officer, until or asking.on, reason, doing(request, crime))  # noqa: E731
        says = "Recorded. It is allocated as ever: what no override opens still refuses."
        return _done(request, form, do, "officer", says, crime, "allocate-one")
    last = asking.law["allocation_override_days"].whole(asking.on)
    opens = names(asking.law["eligibility_overridable"].words(asking.on))
    shown = [
        parts.line("officer", "Officer", "By reference.", width="10"),
        parts.day("until", "First day it no longer holds", f"Within {days(last)}."),
        parts.words("reason", "Why?", "Read by inspection."),
    ]
    return parts.asked(
        request,
        form,
        shown,
        title="Override for one officer and one crime",
        button="Record the override",
        back=("Back to who may hold it", reverse("allocate-one", args=[crime])),
        caption=crime,
        intro=[f"An override opens no more than this: {opens}."],
    )


def _hint(each: "Suited") -> str:
    behind = f"; {counted(each.behind, 'point')} less than the first" if each.behind else ""
    return f"{each.because}{behind}"


def _of(request: HttpRequest) -> tuple[Asking, Case]:
    return request.asking, request.case  # type: ignore[attr-defined]


def _done(
    request: HttpRequest, form: Entered, do: Any, field: str, says: str, crime: str, then: str = "crime"
) -> HttpResponse:
    """Do it; or say everything that is wrong. The act refuses every blank too, in words of its own."""
    told = {problem["name"] for problem in form.problems}
    try:
        do()
    except Refused as no:
        parts.refusing(form, field, no, told)
        return again(request, form)
    messages.success(request, says)
    return see(reverse(then, args=[crime]))


addresses = [
    path("allocate/", queue, name="allocate"),
    path("allocate/<crime:crime>/", one, name="allocate-one"),
    path("allocate/<crime:crime>/dispute/", argue, name="allocate-dispute"),
    path("allocate/<crime:crime>/override/", leave, name="allocate-override"),
]
