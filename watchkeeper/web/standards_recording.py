"""What vetting and professional standards record of an officer: each a form of its own, each a sealed act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse

from watchkeeper.law.wording import day as in_words
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.workforce.actions import conduct, suspending, vetting
from watchkeeper.workforce.actions.sealing import Asking as Asked
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.conduct import (
    AllegationKind,
    ClearanceStep,
    ConductRecord,
    Excluded,
    VettingLevel,
)
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.fitness import conduct_as_known
from watchkeeper.workforce.stored import officer_as_known

Do = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Recording:
    """One thing to record: the power, what is asked, and how what was typed becomes the act."""

    says: str
    power: Power
    asks: Callable[[ConductRecord, Asking], list[parts.Part]]
    reads: Callable[[Entered, str, Asking], Do]


def asked_by(asking: Asking) -> Asked:
    """Who acts, on which day, under which law: what every sealed act is given."""
    return {"by": asking.officer, "on": asking.on, "law": asking.law, "at": asking.at}


@page(Power.RECORD_VETTING, Power.RECORD_CONDUCT)
def record(request: HttpRequest, officer: str, what: str) -> HttpResponse:
    """Record one thing about an officer, having said why their record is open."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    recording, known = RECORDINGS.get(what), officer_as_known(officer, known_at=asking.at)
    if recording is None or known is None:
        raise Http404
    may = asking.may(recording.power)
    if not may.allowed:
        raise Refused(may)
    form = entered(request)
    if request.method == "POST":
        do = recording.reads(form, officer, asking)
        return _done(request, form, do, officer)
    held = conduct_as_known([officer], on=asking.on, known_at=asking.at)[officer]
    return parts.asked(
        request,
        form,
        recording.asks(held, asking),
        title=recording.says,
        button="Record it",
        back=("Back to the sealed record", reverse("standards-officer", args=[officer])),
        caption=officer,
    )


@page(Power.ALLOW_WORK)
def allow(request: HttpRequest, allegation: str) -> HttpResponse:
    """Let an officer work on in spite of an allegation, by its reference: nothing of it is shown here."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    if request.method == "POST":
        until = form.day("until", "Enter the first day it lapses")
        reason = form.text("reason", "Say why it is safe")
        if not form.problems:
            try:
                conduct.allow_work(allegation, until=until or asking.on, reason=reason, **asked_by(asking))
            except Refused as no:
                parts.refusing(form, "reason", no)
            else:
                messages.success(request, "Recorded. Work may go on until that day.")
                return see(reverse("standards-allow", args=[allegation]))
        return again(request, form)
    shown = [
        parts.day("until", "First day it lapses"),
        parts.words(
            "reason", "Why is it safe that they work on?", "Sealed: read by professional standards alone."
        ),
    ]
    return parts.asked(
        request,
        form,
        shown,
        title="Let work go on",
        button="Record it",
        back=("Crimes", reverse("crimes")),
        intro=[
            "Professional standards gave you this address. What is alleged is theirs to tell, and not shown."
        ],
    )


def ways(officer: str, asking: Asking) -> list[tuple[str, str]]:
    """What whoever asks may record of an officer: its words and its address."""
    if officer == asking.officer.ref:
        return []
    return [
        (one.says, reverse("standards-record", args=[officer, what]))
        for what, one in RECORDINGS.items()
        if asking.may(one.power).allowed
    ]


def _done(request: HttpRequest, form: Entered, do: Do, officer: str) -> HttpResponse:
    if not form.problems:
        try:
            do()
        except Refused as no:
            parts.refusing(form, "main", no)
        else:
            messages.success(request, "Recorded, and sealed.")
            return see(reverse("standards-officer", args=[officer]))
    return again(request, form)


def _clearance(form: Entered, officer: str, asking: Asking) -> Do:
    level = form.one_of("level", [each.value for each in VettingLevel], "Choose the level")
    granted, expires = form.day("granted", "Enter the day it was granted"), form.day("expires")
    return lambda: vetting.record_clearance(
        officer, VettingLevel(level), granted_on=granted or asking.on, expires_on=expires, **asked_by(asking)
    )


def _change(form: Entered, officer: str, asking: Asking) -> Do:
    step = form.one_of("step", [each.value for each in ClearanceStep], "Choose what was done")
    on, told = form.day("on", "Enter the day"), form.day("told")
    decider = form.text("decider", "Enter who decided").upper()
    by = officer_as_known(decider, known_at=asking.at)
    if decider and by is None:
        form.wrong("decider", "Nobody is on record by that reference")
    considered = parts.said(form, "considered")
    who: Officer = by or asking.officer
    return lambda: vetting.change_clearance(
        officer,
        ClearanceStep(step),
        decided_by=who,
        changed_on=on or asking.on,
        redeployment_considered=considered,
        told_on=told,
        **asked_by(asking),
    )


def _told(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: vetting.tell_change(ref, told_on=on or asking.on, **asked_by(asking))


def _allegation(form: Entered, officer: str, asking: Asking) -> Do:
    kind = form.one_of("kind", [each.value for each in AllegationKind], "Choose what is alleged")
    made, severity = form.day("made", "Enter the day it was made"), parts.whole(form, "severity")
    criminal = parts.said(form, "criminal")
    return lambda: conduct.record_allegation(
        officer,
        AllegationKind(kind),
        made_on=made or asking.on,
        severity=severity,
        criminal=criminal,
        **asked_by(asking),
    )


def _grade(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, severity = form.text("ref", "Choose which"), parts.whole(form, "severity")
    if severity is None and not form.said("severity"):
        form.wrong("severity", "Enter the severity")
    return lambda: conduct.grade_allegation(ref, severity=severity or 0, **asked_by(asking))


def _close(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: conduct.close_allegation(ref, closed_on=on or asking.on, **asked_by(asking))


def _restrict(form: Entered, officer: str, asking: Asking) -> Do:
    whom = [Excluded(each) for each in Excluded if each.value in form.data.getlist("excludes")]
    if not whom:
        form.wrong("excludes", "Say whom it keeps them from")
    since, until = form.day("since", "Enter the first day"), form.day("until")
    return lambda: conduct.restrict(officer, whom, since=since or asking.on, until=until, **asked_by(asking))


def _lift(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: conduct.lift_restriction(ref, until=on or asking.on, **asked_by(asking))


def _screening(form: Entered, officer: str, asking: Asking) -> Do:
    cleared = form.one_of("cleared", ("yes", "no"), "Say whether they are cleared") == "yes"
    on, expires = form.day("on", "Enter the day"), form.day("expires")
    return lambda: conduct.record_screening(
        officer, screened_on=on or asking.on, cleared=cleared, expires_on=expires, **asked_by(asking)
    )


def _suspend(form: Entered, officer: str, asking: Asking) -> Do:
    since = form.day("since", "Enter the first day")
    return lambda: suspending.suspend(officer, since=since or asking.on, **asked_by(asking))


def _back(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: suspending.end_suspension(ref, until=on or asking.on, **asked_by(asking))


def _review(of_clearance: bool) -> Callable[[Entered, str, Asking], Do]:
    def reads(form: Entered, _officer: str, asking: Asking) -> Do:
        ref = form.text("ref", "Choose which")
        goes_on = form.one_of("continued", ("yes", "no"), "Say whether it goes on") == "yes"
        return lambda: suspending.review_suspension(
            ref, continued=goes_on, of_clearance=of_clearance, **asked_by(asking)
        )

    return reads


def _dismiss(form: Entered, officer: str, asking: Asking) -> Do:
    on = form.day("on", "Enter the day")
    return lambda: suspending.dismiss(officer, dismissed_on=on or asking.on, **asked_by(asking))


def _report(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: suspending.report_dismissal(ref, reported_on=on or asking.on, **asked_by(asking))


def _which(label: str, rows: list[tuple[str, str]]) -> parts.Part:
    return parts.choice(
        "ref", label, [(ref, text, "") for ref, text in rows], "" if rows else "None is on record."
    )


def _allegations(record: ConductRecord) -> list[tuple[str, str]]:
    live = [each for each in record.fitness.allegations if each.closed_on is None]
    return [(each.ref, f"{each.kind}, made {in_words(each.made_on)}") for each in live]


def _changes(record: ConductRecord) -> list[tuple[str, str]]:
    return [(each.ref, f"Clearance {each.step} on {in_words(each.on)}") for each in record.fitness.changes]


def _suspensions(record: ConductRecord) -> list[tuple[str, str]]:
    standing = [each for each in record.fitness.suspensions if each.until is None]
    return [(each.ref, f"Suspended since {in_words(each.since)}") for each in standing]


def _restrictions(record: ConductRecord) -> list[tuple[str, str]]:
    standing = [each for each in record.fitness.restrictions if each.until is None]
    return [(each.ref, f"Restricted since {in_words(each.since)}") for each in standing]


def _dismissals(record: ConductRecord) -> list[tuple[str, str]]:
    return [(each.ref, f"Dismissed {in_words(each.on)}") for each in record.dismissals]


GOES_ON: tuple[parts.Item, ...] = (("yes", "Yes", ""), ("no", "No: it ends", ""))
SEVERITY = "From 1, the least. Blank while nobody graded it: it bars meanwhile."

RECORDINGS: dict[str, Recording] = {
    "clearance": Recording(
        "A clearance granted",
        Power.RECORD_VETTING,
        lambda _, asking: [
            parts.choice("level", "At which level?", parts.each_of(VettingLevel)),
            parts.day("granted", "Granted on", value=asking.on),
            parts.day("expires", "First day it no longer holds"),
        ],
        _clearance,
    ),
    "change": Recording(
        "A clearance suspended, restored or withdrawn",
        Power.RECORD_VETTING,
        lambda _, asking: [
            parts.choice("step", "What was done?", parts.each_of(ClearanceStep)),
            parts.line("decider", "Who decided?", "By reference: a senior officer.", width="10"),
            parts.day("on", "On which day?", value=asking.on),
            parts.yes_no("considered", "Was redeployment considered first?"),
            parts.day("told", "When were they told in writing?"),
        ],
        _change,
    ),
    "told": Recording(
        "That they were told of a change of clearance",
        Power.RECORD_VETTING,
        lambda record, asking: [
            _which("Of which change?", _changes(record)),
            parts.day("on", "Told in writing on", value=asking.on),
        ],
        _told,
    ),
    "clearance-review": Recording(
        "A review of suspended clearance",
        Power.RECORD_VETTING,
        lambda record, _: [
            _which("Which suspension of clearance?", _changes(record)),
            parts.choice("continued", "Does it go on?", GOES_ON),
        ],
        _review(of_clearance=True),
    ),
    "allegation": Recording(
        "An allegation",
        Power.RECORD_CONDUCT,
        lambda _, asking: [
            parts.choice("kind", "What is alleged?", parts.each_of(AllegationKind)),
            parts.day("made", "Made on", value=asking.on),
            parts.line("severity", "Severity", SEVERITY, width="5"),
            parts.yes_no("criminal", "Is it criminal?"),
        ],
        _allegation,
    ),
    "severity": Recording(
        "The severity of an allegation",
        Power.RECORD_CONDUCT,
        lambda record, _: [
            _which("Which allegation?", _allegations(record)),
            parts.line("severity", "Severity", "From 1, the least.", width="5"),
        ],
        _grade,
    ),
    "closed": Recording(
        "An allegation closed",
        Power.RECORD_CONDUCT,
        lambda record, asking: [
            _which("Which allegation?", _allegations(record)),
            parts.day("on", "First day it is no longer live", value=asking.on),
        ],
        _close,
    ),
    "restriction": Recording(
        "Restricted duties",
        Power.RECORD_CONDUCT,
        lambda _, asking: [
            parts.boxes("excludes", "Whom do they keep the officer from?", parts.each_of(Excluded)),
            parts.day("since", "First day", value=asking.on),
            parts.day("until", "First day they no longer hold"),
        ],
        _restrict,
    ),
    "lifted": Recording(
        "Restricted duties lifted",
        Power.RECORD_CONDUCT,
        lambda record, asking: [
            _which("Which?", _restrictions(record)),
            parts.day("on", "First day they no longer hold", value=asking.on),
        ],
        _lift,
    ),
    "screening": Recording(
        "A psychological screening",
        Power.RECORD_CONDUCT,
        lambda _, asking: [
            parts.choice(
                "cleared",
                "Are they cleared for work with indecent images?",
                (("yes", "Yes", ""), ("no", "No", "")),
            ),
            parts.day("on", "Screened on", value=asking.on),
            parts.day("expires", "First day it no longer holds"),
        ],
        _screening,
    ),
    "suspension": Recording(
        "A suspension from duty",
        Power.RECORD_CONDUCT,
        lambda _, asking: [parts.day("since", "First day", value=asking.on)],
        _suspend,
    ),
    "review": Recording(
        "A review of a suspension from duty",
        Power.RECORD_CONDUCT,
        lambda record, _: [
            _which("Which suspension?", _suspensions(record)),
            parts.choice("continued", "Does it go on?", GOES_ON),
        ],
        _review(of_clearance=False),
    ),
    "back": Recording(
        "The end of a suspension from duty",
        Power.RECORD_CONDUCT,
        lambda record, asking: [
            _which("Which suspension?", _suspensions(record)),
            parts.day("on", "First day back", value=asking.on),
        ],
        _back,
    ),
    "dismissal": Recording(
        "A dismissal, or the finding that there would have been one",
        Power.RECORD_CONDUCT,
        lambda _, asking: [parts.day("on", "On which day?", value=asking.on)],
        _dismiss,
    ),
    "report": Recording(
        "A dismissal reported to the College",
        Power.RECORD_CONDUCT,
        lambda record, asking: [
            _which("Which?", _dismissals(record)),
            parts.day("on", "Reported on", value=asking.on),
        ],
        _report,
    ),
}
"""Everything that can be recorded, by the word its address has for it."""

addresses = [
    path("standards/officers/<str:officer>/record/<str:what>/", record, name="standards-record"),
    path("standards/work/<str:allegation>/", allow, name="standards-allow"),
]
