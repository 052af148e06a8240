"""The ladder of one person: what was tried, what must be decided, what was decided and what followed."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from watchkeeper.briefing.clocks import clocks, every_failure, failures, owed, step
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.escalation.actions.deciding import countersign as sign
from watchkeeper.escalation.facts import Failure, Followed, Ground, Owed, Proposal
from watchkeeper.escalation.failing import OFFENCES
from watchkeeper.escalation.rules.rungs import Rung, Stage, State, rungs, under_way
from watchkeeper.escalation.rules.signatures import may_sign
from watchkeeper.escalation.stored import followed_of, manages, weighed_of
from watchkeeper.law.due import Due
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import entered
from watchkeeper.web.looking import person_page
from watchkeeper.workforce.facts import Officer

TAGS = {
    State.DONE: {},
    State.TO_DO: {"tag": {"text": State.TO_DO.value, "classes": "govuk-tag--blue"}},
    State.WAITING: {"text": State.WAITING.value, "classes": "govuk-task-list__status--cannot-start-yet"},
    State.ENDED: {"tag": {"text": State.ENDED.value, "classes": "govuk-tag--grey"}},
}


LENGTH = 12
S91 = "s.91"


@dataclass(frozen=True, slots=True)
class Ladder:
    """All that the pages of the ladder show of one person, asked once for each page."""

    case: Case
    dues: tuple[Due, ...]
    owed: tuple[Owed, ...]
    step: Proposal
    failures: tuple[Failure, ...]
    failed: tuple[Failure, ...]  # with those that only an excuse or a prosecution still names
    followed: tuple[Followed, ...]
    own: bool  # whoever asks manages the person

    def asked(self, ground: Ground) -> Owed | None:
        """What is owed on one ground today."""
        return next((each for each in self.owed if each.ground is ground), None)

    def where(self, premises: str) -> str:
        """Premises as they stand on an envelope, with their ref; what is not on record is its ref alone."""
        for each in self.case.subject.addresses:
            if each.ref == premises:
                return f"{', '.join(part for part in (each.line, each.postcode) if part)} ({premises})"
        return premises


def ladder_of(person: str, asking: Asking) -> Ladder:
    """Ask every rule about the person, as known now."""
    law, calendar, on = asking.law, asking.calendar, asking.on
    case = case_as_known(person, law, on=on, known_at=asking.at)
    if case is None:
        raise Http404
    dues = clocks(case, law, calendar, on=on)
    asked = owed(case, dues, law, calendar, on=on)
    failed = failures(case, dues, law, on=on)
    return Ladder(
        case,
        dues,
        asked,
        step(case, asked, law, calendar, on=on),
        failed,
        every_failure(case, failed, law, on=on),
        followed_of(person, known_at=asking.at),
        manages(asking.officer.ref, person, on=on, at=asking.at),
    )


def the_decision(found: Ladder, decision: str) -> Followed:
    """One decision of the person. Nothing is found under a ref that is not theirs."""
    for each in found.followed:
        if each.drawn.ref == decision:
            return each
    raise Http404


def slug(ground: Ground) -> str:
    """A ground as it stands in an address."""
    return ground.name.lower().replace("_", "-")


def key_of(failure: Failure) -> str:
    """A failure as it stands in an address: the same every day, and it says nothing about anybody."""
    named = f"{failure.duty}|{failure.ref}|{failure.failed_on.isoformat()}"
    return sha256(named.encode()).hexdigest()[:LENGTH]


def failures_listed(person: str, failed: tuple[Failure, ...]) -> list[tuple[Failure, str, str]]:
    """Each failure with the requirement breached and where its excuse and prosecution are recorded."""
    return [
        (each, OFFENCES.get(each.duty, S91), reverse("failure", args=[person, key_of(each)]))
        for each in failed
    ]


def who_could(found: Ladder, asking: Asking, allows: Callable[[Officer], bool]) -> tuple[Officer, ...]:
    """Officers of the person's unit, or of a unit that works for the whole force, whom `allows` lets."""
    units = (found.case.unit, *asking.law["force_wide_units"].words(asking.on))
    return tuple(each for each in asking.staff() if each.unit in units and allows(each))


@person_page()
def ladder(request: HttpRequest, *, person: str) -> HttpResponse:
    """Where on the ladder the person stands."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = ladder_of(person, asking)
    shown = {
        "person": person,
        "found": found,
        "asked": [(each, reverse("decide", args=[person, slug(each.ground)])) for each in found.owed],
        "failures": failures_listed(person, found.failed),
        "unsigned": [each for each in found.followed if each.drawn.signer and each.signature is None],
        "courses": [
            (each, _tasks(person, each, rungs(each, on=asking.on)), under_way(each, on=asking.on))
            for each in found.followed
        ],
        "imported": [
            each for each in found.case.decisions if each.ref not in {one.drawn.ref for one in found.followed}
        ],
    }
    return render(request, "escalation/ladder.html", shown)


@person_page()
def countersign(request: HttpRequest, *, person: str, decision: str) -> HttpResponse:
    """The second signature: read, then sign or send back."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = ladder_of(person, asking)
    followed = the_decision(found, decision)
    drawn, on = followed.drawn, asking.on
    asked = found.asked(drawn.ground)
    form = entered(request)
    if request.method == "POST":
        answer = form.one_of("agreed", ("yes", "no"), "Say whether you sign it or send it back")
        reason = form.text("reason", "Say why you send it back" if answer == "no" else "")
        if not form.problems:
            sign(
                person,
                decision,
                agreed=answer == "yes",
                reason=reason,
                owed=asked,
                by=asking.officer,
                on=on,
                law=asking.law,
                purpose=request.purpose,  # type: ignore[attr-defined]
                at=asking.at,
            )
            says = "Signed. The decision stands from today." if answer == "yes" else "Sent back."
            messages.success(request, says)
            return redirect("ladder", person=person)

    def could(officer: Officer) -> bool:
        own = manages(officer.ref, person, on=on, at=asking.at)
        return may_sign(officer, drawn, asked, asking.law, on=on, about_own=own).allowed

    may = may_sign(asking.officer, drawn, asked, asking.law, on=on, about_own=found.own)
    shown = {
        "person": person,
        "found": found,
        "followed": followed,
        "asked": asked,
        "weighed": weighed_of(person, drawn.ground, known_at=asking.at),
        "may": may,
        "could": () if may.allowed else who_could(found, asking, could),
        "form": form,
        "title": "Countersign",
    }
    return render(request, "escalation/countersign.html", shown, status=422 if form.problems else 200)


def _tasks(person: str, followed: Followed, each: tuple[Rung, ...]) -> list[dict[str, object]]:
    """The rungs as items of a task list. A rung is a link once it can be opened."""
    names = {
        Stage.COUNTERSIGN: "countersign",
        Stage.PACK: "pack",
        Stage.COURT: "court",
        Stage.EXECUTION: "execution",
        Stage.OUTCOME: "outcome",
    }
    tasks = []
    for rung in each:
        status = TAGS[rung.state] or {"text": "Done"}
        task: dict[str, object] = {
            "title": {"text": rung.stage.value},
            "hint": {"text": rung.says},
            "status": status,
        }
        if not rung.says:
            del task["hint"]
        if rung.state is not State.WAITING and rung.stage in names:
            task["href"] = reverse(names[rung.stage], args=[person, followed.drawn.ref])
        tasks.append(task)
    return tasks


addresses = [
    path("people/<str:person>/ladder/", ladder, name="ladder"),
    path("people/<str:person>/decided/<str:decision>/countersign/", countersign, name="countersign"),
]
