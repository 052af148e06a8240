"""What was typed into a form of a sealed record, read into the act it asks for."""

from collections.abc import Callable
from typing import Any

from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import Entered
from watchkeeper.workforce.actions import conduct, suspending, vetting
from watchkeeper.workforce.actions.sealing import Asking as Asked
from watchkeeper.workforce.conduct import (
    AllegationKind,
    ClearanceStep,
    Excluded,
    VettingLevel,
)
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.stored import officer_as_known

Do = Callable[[], Any]


def asked_by(asking: Asking) -> Asked:
    """Who acts, on which day, under which law: what every sealed act is given."""
    return {"by": asking.officer, "on": asking.on, "law": asking.law, "at": asking.at}


def clearance(form: Entered, officer: str, asking: Asking) -> Do:
    level = form.one_of("level", [each.value for each in VettingLevel], "Choose the level")
    granted, expires = form.day("granted", "Enter the day it was granted"), form.day("expires")
    return lambda: vetting.record_clearance(
        officer, VettingLevel(level), granted_on=granted or asking.on, expires_on=expires, **asked_by(asking)
    )


def change(form: Entered, officer: str, asking: Asking) -> Do:
    step = form.one_of("step", [each.value for each in ClearanceStep], "Choose what was done")
    on, told = form.day("on", "Enter the day"), form.day("told")
    decider = form.reference("decider", "Enter who decided").upper()
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


def told(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: vetting.tell_change(ref, told_on=on or asking.on, **asked_by(asking))


def allegation(form: Entered, officer: str, asking: Asking) -> Do:
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


def grade(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, severity = form.text("ref", "Choose which"), parts.whole(form, "severity")
    if severity is None and not form.said("severity"):
        form.wrong("severity", "Enter the severity")
    return lambda: conduct.grade_allegation(ref, severity=severity or 0, **asked_by(asking))


def close(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: conduct.close_allegation(ref, closed_on=on or asking.on, **asked_by(asking))


def restrict(form: Entered, officer: str, asking: Asking) -> Do:
    whom = [Excluded(each) for each in Excluded if each.value in form.data.getlist("excludes")]
    if not whom:
        form.wrong("excludes", "Say whom it keeps them from")
    since, until = form.day("since", "Enter the first day"), form.day("until")
    return lambda: conduct.restrict(officer, whom, since=since or asking.on, until=until, **asked_by(asking))


def lift(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: conduct.lift_restriction(ref, until=on or asking.on, **asked_by(asking))


def screening(form: Entered, officer: str, asking: Asking) -> Do:
    cleared = form.one_of("cleared", ("yes", "no"), "Say whether they are cleared") == "yes"
    on, expires = form.day("on", "Enter the day"), form.day("expires")
    return lambda: conduct.record_screening(
        officer, screened_on=on or asking.on, cleared=cleared, expires_on=expires, **asked_by(asking)
    )


def suspend(form: Entered, officer: str, asking: Asking) -> Do:
    since = form.day("since", "Enter the first day")
    return lambda: suspending.suspend(officer, since=since or asking.on, **asked_by(asking))


def back(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: suspending.end_suspension(ref, until=on or asking.on, **asked_by(asking))


def review(of_clearance: bool) -> Callable[[Entered, str, Asking], Do]:
    def reads(form: Entered, _officer: str, asking: Asking) -> Do:
        ref = form.text("ref", "Choose which")
        goes_on = form.one_of("continued", ("yes", "no"), "Say whether it goes on") == "yes"
        return lambda: suspending.review_suspension(
            ref, continued=goes_on, of_clearance=of_clearance, **asked_by(asking)
        )

    return reads


def dismiss(form: Entered, officer: str, asking: Asking) -> Do:
    on = form.day("on", "Enter the day")
    return lambda: suspending.dismiss(officer, dismissed_on=on or asking.on, **asked_by(asking))


def report(form: Entered, _officer: str, asking: Asking) -> Do:
    ref, on = form.text("ref", "Choose which"), form.day("on", "Enter the day")
    return lambda: suspending.report_dismissal(ref, reported_on=on or asking.on, **asked_by(asking))
