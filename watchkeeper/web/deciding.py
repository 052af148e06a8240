"""Deciding: the page on which a decision is weighed and taken, with all that is recorded beside it."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from watchkeeper.escalation.actions.deciding import decide as record
from watchkeeper.escalation.actions.deciding import weigh
from watchkeeper.escalation.facts import Choice, Ground, Necessity, Owed, Prompt, Weighed
from watchkeeper.escalation.rules.grounds import grounds_for_arrest
from watchkeeper.escalation.rules.options import enforcement, options, without_action
from watchkeeper.escalation.rules.signatures import may_decide, second_signature
from watchkeeper.escalation.rules.weighing import INTRUSIVE, OPTIONAL
from watchkeeper.escalation.stored import manages, shown_at, weighed_of
from watchkeeper.law.decision import Decision
from watchkeeper.law.wording import day
from watchkeeper.people.facts import away_on
from watchkeeper.visits import facts
from watchkeeper.visits.models import Visit
from watchkeeper.visits.rules.outcomes import counts_as, no_occasion
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.escalation import Ladder, ladder_of, slug, who_could
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.meanwhile import settled
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.authority import may

SHOWN = 20  # visits on the page, newest first
UNRECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Tried:
    """A visit as the page of the decision shows it: what it counts for, and why it is no occasion."""

    visit: facts.Visit
    counts: str
    no_occasion: tuple[str, ...]

    @property
    def seen(self) -> bool:
        """Whether the person was seen."""
        return bool(self.visit.outcome and self.visit.outcome.successful)


@person_page()
def decide(request: HttpRequest, *, person: str, ground: str) -> HttpResponse:
    """One ground owed: what is recorded, what each choice lacks, and the decision."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    asked_ground = next((each for each in Ground if slug(each) == ground), None)
    if asked_ground is None:
        raise Http404
    found = ladder_of(person, asking)
    asked = found.asked(asked_ground)
    form = entered(request)
    if asked is None:
        late = request.method == "POST" and "decide" in request.POST
        shown = {"person": person, "ground": asked_ground, "found": found, "late": late, "form": form}
        return render(request, "escalation/not_owed.html", shown, status=409 if late else 200)
    if request.method == "POST":
        told = None
        if "weighing" in request.POST:  # a decision sent without that part leaves it as it was
            told = _weighed(form, asked_ground, asking, weighed_of(person, asked_ground, known_at=asking.at))
        if form.problems:
            return _page(request, form, found, asked, person, clashing=True)
        if told is not None:
            weigh(told, person_ref=person, **acting(request))
        if "save" in request.POST:
            messages.success(request, "Saved. Nothing is decided yet.")
            return redirect("decide", person=person, ground=ground)
        answer = _decided(request, form, found, asked, person)
        if answer is not None:
            return answer
    return _page(request, form, found, asked, person)


def _decided(
    request: HttpRequest, form: Entered, found: Ladder, asked: Owed, person: str
) -> HttpResponse | None:
    """Record the decision as typed; None when something is wrong, and the form says what."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    choice = form.one_of("choice", [each.value for each in Choice], "Say what you decide")
    reason = form.text("reason", "Give the reason for the decision")
    expires_on = form.day(
        "expires", "Give the first day it no longer holds" if choice == Choice.NO_ACTION else ""
    )
    last = _last_day(found, asking)
    if expires_on is not None and expires_on > last:
        form.wrong("expires", f"A decision made today holds until {day(last)} at the latest")
    if form.problems:
        return None
    allowed = may_decide(asking.officer, asked, asking.law, on=asking.on, about_own=found.own).allowed
    try:
        drawn = record(
            asked,
            Choice(choice),
            person_ref=person,
            reason=reason,
            expires_on=expires_on,
            **acting(request),
            failures=found.failures,
        )
    except Refused as answer:
        if not allowed:
            raise
        for unmet in answer.decision.unmet:
            asks = next((prompt.name for prompt in Prompt if prompt in unmet.says), "choice")
            form.wrong(asks, f"{unmet.says[:1].upper()}{unmet.says[1:]} ({unmet.cite})")
        return None
    says = (
        f"Recorded. It does not stand until another officer, {drawn.signer} or above, has signed."
        if drawn.signer
        else "Recorded. The decision stands."
    )
    messages.success(request, says)
    return redirect("ladder", person=person)


def _weighed(form: Entered, ground: Ground, asking: Asking, before: Weighed | None) -> Weighed:
    """What is weighed as typed; a problem with each field that another officer changed meanwhile."""
    courses = asking.law["arrest_alternatives"].words(asking.on)
    chosen = form.data.getlist("necessity")
    stands = standing(before, courses)
    typed = {name: form.text(name) for name in stands}
    typed["necessity"] = ";".join(each.name for each in Necessity if each.name in chosen)
    kept = settled(form, typed, stands)
    necessity = kept["necessity"].split(";")
    form.data.setlist("necessity", necessity)
    return Weighed(
        ref="",
        ground=ground,
        weighed_on=asking.on,
        weighed_by=asking.officer.ref,
        necessity=tuple(each for each in Necessity if each.name in necessity),
        alternatives=tuple((course, kept[f"course-{at}"]) for at, course in enumerate(courses)),
        premises=kept["premises"],
        need=kept["need"],
        applicant=kept["applicant"],
        answers=tuple((prompt, kept[prompt.name]) for prompt in Prompt),
    )


def standing(weighed: Weighed | None, courses: tuple[str, ...]) -> dict[str, str]:
    """What the fields of the form show of what was weighed before, by name."""
    answers = dict(weighed.answers) if weighed else {}
    considered = dict(weighed.alternatives) if weighed else {}
    return {
        **{prompt.name: answers.get(prompt, "") for prompt in Prompt},
        **{f"course-{at}": considered.get(course, "") for at, course in enumerate(courses)},
        "need": weighed.need if weighed else "",
        "premises": weighed.premises if weighed else "",
        "applicant": weighed.applicant if weighed else "",
        "necessity": ";".join(each.name for each in Necessity if weighed and each in weighed.necessity),
    }


def _page(
    request: HttpRequest, form: Entered, found: Ladder, asked: Owed, person: str, *, clashing: bool = False
) -> HttpResponse:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    law, on = asking.law, asking.on
    level = found.case.outlook.level.level if found.case.outlook.level else None
    weighed = weighed_of(person, asked.ground, known_at=asking.at)
    allowed = may_decide(asking.officer, asked, law, on=on, about_own=found.own)

    def could(officer: Officer) -> bool:
        if not may_decide(officer, asked, law, on=on, about_own=False).allowed:
            return False  # as nearly everybody: the record is asked about the few that are left
        own = manages(officer.ref, person, on=on, at=asking.at)
        return may_decide(officer, asked, law, on=on, about_own=own).allowed

    applicants = who_could(found, asking, lambda one: _may_apply(one, asking))
    last = _last_day(found, asking)
    arrest = grounds_for_arrest(
        found.failures,
        necessity=weighed.necessity if weighed else (),
        considered=weighed.considered if weighed else (),
        law=law,
        on=on,
    )
    tried = _attempts(person, asking)
    shown = {
        "person": person,
        "found": found,
        "asked": asked,
        "level": level,
        "unsigned": next(
            (
                each
                for each in found.followed
                if each.drawn.ground is asked.ground and each.drawn.signer and each.signature is None
            ),
            None,
        ),
        "tried": tried[:SHOWN],
        "failed": sum(not one.seen for one in tried),
        "occasions": sum(not one.no_occasion for one in tried),
        "more": max(len(tried) - SHOWN, 0),
        "warrants": _warrants(person, found, weighed, asking),
        "arrest": arrest,
        "options": [
            option.partition(": ")
            for option in options(
                asked.ground,
                enforcement(
                    found.case.contact,
                    law,
                    failures=found.failures,
                    addresses=found.case.subject.addresses,
                    away=away_on(found.case.subject.away, on),
                    on=on,
                    weighed=weighed,
                ),
                without_action(last),
            )
        ],
        "last": last,
        "weighed": weighed,
        "may": allowed,
        "prepare": asking.may(Power.PREPARE_DECISION).allowed,
        "could": () if allowed.allowed else who_could(found, asking, could),
        "signers": {choice: second_signature(choice, law, on=on) for choice in Choice},
        "necessities": list(Necessity),
        "courses": law["arrest_alternatives"].words(on),
        "applicants": applicants,
        "prompts": list(Prompt),
        "optional": OPTIONAL,
        "intrusive": INTRUSIVE,
        "choices": list(Choice),
        "form": form,
        "standing": standing(weighed, law["arrest_alternatives"].words(on)),
        "clashing": {problem["name"] for problem in form.problems} if clashing else (),
    }
    return render(request, "escalation/decide.html", shown, status=422 if form.problems else 200)


def _last_day(found: Ladder, asking: Asking) -> date:
    """The latest first day on which a decision made today no longer holds."""
    level = found.case.outlook.level.level if found.case.outlook.level else None
    longest = asking.law["decision_longest"].of(level or UNRECORDED, asking.on)
    return date.fromordinal(asking.on.toordinal() + longest)


def _may_apply(officer: Officer, asking: Asking) -> bool:
    return may(officer, Power.SEEK_WARRANT, asking.law, on=asking.on).allowed


def _warrants(
    person: str, found: Ladder, weighed: Weighed | None, asking: Asking
) -> list[tuple[str, str, Decision]]:
    """Of each set of premises on record today, its address and every requirement of s.96B."""
    rows = []
    for address in found.case.subject.addresses:
        if address.until is not None and address.until <= asking.on:
            continue
        named = weighed is not None and weighed.premises in ("", address.ref)
        rows.append(
            (
                address.ref,
                f"{address.line}, {address.postcode} ({address.kind})",
                shown_at(
                    person,
                    address.ref,
                    need=weighed.need if weighed is not None and named else "",
                    applicant_rank=weighed.applicant_rank if weighed is not None and named else None,
                    law=asking.law,
                    on=asking.on,
                    at=asking.at,
                ),
            )
        )
    return rows


def _attempts(person: str, asking: Asking) -> list[Tried]:
    """Every visit up to today, newest first: seen or not, and what each counts for."""
    visits = Visit.objects.of(person).as_known(asking.at).facts()
    return [
        Tried(one, counts_as(one), no_occasion(one))
        for one in sorted(visits, key=lambda one: one.at, reverse=True)
        if one.day <= asking.on
    ]


addresses = [path("people/<str:person>/decisions/<str:ground>/", decide, name="decide")]
