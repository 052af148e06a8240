"""Somebody is reported missing, and what was reported is filled in: saved whatever is still unknown."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse

from watchkeeper.audit.standing import as_written, standing
from watchkeeper.missing import models
from watchkeeper.missing.actions.looking import look_for_missing
from watchkeeper.missing.actions.reporting import Reported, complete_report, report_missing
from watchkeeper.missing.facts import Episode, MissingPerson
from watchkeeper.web import episode_forms as forms
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.episode_looking import PURPOSES, SAID, episode_page
from watchkeeper.web.episode_persons import (
    NONE_OF_THESE,
    Near,
    answer,
    near_name,
    offered,
    person_parts,
    person_told,
    postcode,
)
from watchkeeper.web.meanwhile import day_said, minute_said, settle
from watchkeeper.web.saying_why import say_why
from watchkeeper.web.unit_people import unit_of
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit


@page(Power.REPORT_MISSING)
def report(request: HttpRequest) -> HttpResponse:
    """Take a report: a blank is kept and becomes a finding; one that says nothing of who is asked again."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    if request.method == "POST":
        return _report(request, form, asking)
    shown = [
        parts.line(
            "known", "Their reference, if they are on record", "Like M0001234. Blank if nobody knows it."
        ),
        *_if_near(form, asking),
        *person_parts(asking),
        parts.heading("The report"),
        *parts.moment("reported", "When was it reported?", "At what time?", asking.at),
        *episode_parts(asking, models.Episode(unit=unit_of(asking))),
        parts.line("ref", "Reference of the episode", "If it has one. Left blank, it is given one."),
    ]
    return parts.asked(
        request,
        form,
        shown,
        title="Report somebody missing",
        button="Save the report",
        back=("Missing", reverse("missing")),
        intro=(
            "Save what you know now: a name will do, or a few words. The clocks run from the report.",
            "What is blank is asked for on the page of the episode, with what it could change.",
        ),
    )


def _report(request: HttpRequest, form: Entered, asking: Asking) -> HttpResponse:
    known = as_written(models.MissingPerson, form.reference("known"), known_at=asking.at)
    who, family, given = person_told(form, asking, known)
    reported = form.instant("reported", "Enter the day it was reported")
    told = _told(form, asking, who, family, given, reported or asking.at)
    if not (known or family or given or told.circumstances):
        form.wrong("given", "Enter a name or a reference, or say in words who is missing")
    if known and not models.MissingPerson.objects.filter(ref=known).as_known(asking.at).exists():
        form.wrong(
            "known",
            "Nobody who goes missing is on record under this reference: leave it blank for somebody new",
        )
    near = Near() if known else near_name(family, given, who.born_on, asking)
    chosen = form.one_of("who", [*(row.ref for row in near.rows), NONE_OF_THESE])
    acting = asking.acting(form.reference("ref"), PURPOSES["find"])
    if near.rows and not chosen:
        form.wrong("who", "Somebody on record has a name like this: say whether it is them")
    if near.outside or (near.rows and form.problems):
        look_for_missing(len(near.rows), near.outside, acting)
    if form.problems:
        return again(request, form)
    if chosen and chosen != NONE_OF_THESE:
        told = _told(
            form, asking, person_told(form, asking, chosen)[0], family, given, told.episode.reported_at
        )
    try:
        row = report_missing(told, acting)
    except Refused as no:
        parts.refusing(form, "ref", no)
        return again(request, form)
    say_why(request, row.ref, "find", kept=SAID)
    messages.success(request, "Saved, and rung. What nobody recorded stands on top of the page.")
    if near.kept_back:
        messages.warning(request, near.kept_back)
    parts.doubt_codes(request, told.episode.postcode, told.who.postcode)
    forms.advise(request, form)
    return see(reverse("episode", args=[row.ref]))


@episode_page(Power.WORK_MISSING)
def complete(request: HttpRequest, *, episode: str) -> HttpResponse:
    """Fill in or put right what was reported; what somebody else wrote meanwhile is asked about."""
    asking, case = forms.of_episode(request)
    row = next(iter(standing(models.Episode, ref=episode, known_at=asking.at)))
    who = next(iter(standing(models.MissingPerson, ref=case.episode.missing, known_at=asking.at)), None)
    form, stands = entered(request), _stands(row, who)
    if request.method == "POST":
        read = Entered(form.data)
        seen = minute_said(parts.maybe_instant(read, "seen"))
        settle(form, stands, {"born": day_said(read.day("born")), "seen": seen})
        told, family, given = person_told(form, asking, case.episode.missing)
        whole = _told(form, asking, told, family, given, case.episode.reported_at)
        typed = [whole.episode.postcode, told.postcode]
        return forms.recorded(
            request,
            form,
            lambda acting: complete_report(whole, acting),
            "given",
            "Saved. What it said before is kept.",
            codes=[code for code in typed if code not in (row.postcode, who.postcode if who else "")],
        )
    shown = [*person_parts(asking, who), parts.heading("The report"), *episode_parts(asking, row)]
    marked = [part for each in shown for part in (_was(each, stands), each) if part is not None]
    return forms.asked(request, form, marked, "What is known of the report", "Save")


def episode_parts(asking: Asking, row: models.Episode) -> list[parts.Part]:
    """What is asked of the episode itself; `row` is what is on record of it."""
    units = sorted(
        (one.ref, f"{one.ref}, {one.name}" if one.name else one.ref, "")
        for one in standing(Unit, known_at=asking.at)
    )

    def yes_no(name: str, label: str) -> parts.Part:
        return parts.yes_no(name, label, value=answer(getattr(row, name)))

    return [
        parts.words(
            "circumstances",
            "What is known of how they went?",
            "With whom, how they looked, what they had with them, where they may be.",
            row.circumstances,
            5,
        ),
        *parts.moment(
            "seen", "When were they last seen?", "At what time were they last seen?", row.last_seen_at
        ),
        parts.line("postcode", "Postcode of where they are missing from", value=row.postcode, width="10"),
        yes_no("medicine", "Do they need medicine that is not with them?"),
        yes_no("self_harm", "May they harm themselves?"),
        yes_no("weather", "Are they in danger of the weather, as they are dressed?"),
        parts.line("reporter", "Who reports it?", value=row.reporter),
        parts.line("contact", "How are they reached?", value=row.reporter_contact),
        parts.choice("unit", "Which unit looks for them?", units, value=row.unit),
    ]


def _told(
    form: Entered, asking: Asking, who: MissingPerson, family: str, given: str, reported: datetime
) -> Reported:
    units = [one.ref for one in standing(Unit, known_at=asking.at)]
    episode = Episode(
        "",
        who.ref,
        reported,
        form.one_of("unit", units),
        parts.maybe_instant(form, "seen"),
        postcode(form, "postcode"),
        who.home,
        form.text("reporter"),
        *(parts.said(form, name) for name in ("medicine", "self_harm", "weather")),
    )
    return Reported(episode, who, family, given, form.text("contact"), form.text("circumstances"))


def _if_near(form: Entered, asking: Asking) -> list[parts.Part]:
    """Whoever on record is near the name that was typed, once it was typed."""
    if not form.said("who"):
        return []
    typed = Entered(form.data)
    near = near_name(typed.text("family"), typed.text("given"), typed.day("born"), asking)
    return [offered(near)] if near.rows else []


def _stands(row: models.Episode, who: models.MissingPerson | None) -> dict[str, str]:
    """What the fields of the form show of what is on record, by name."""
    has = who if who is not None else models.MissingPerson()
    return {
        "given": has.given_names,
        "family": has.family_name,
        "born": day_said(has.born_on),
        "seen": minute_said(row.last_seen_at),
        "lives": has.postcode,
        "authority": has.authority,
        "care": has.care,
        "home": has.home,
        "disabled": answer(has.disabled),
        "learning": answer(has.learning_disabled),
        "postcode": row.postcode,
        "reporter": row.reporter,
        "contact": row.reporter_contact,
        "circumstances": row.circumstances,
        "unit": row.unit,
        **{name: answer(getattr(row, name)) for name in ("medicine", "self_harm", "weather")},
    }


def _was(part: dict[str, Any], stands: dict[str, str]) -> parts.Part | None:
    name = part.get("name", "")
    return parts.was(name, stands[name]) if name in stands else None


addresses = [
    path("missing/report/", report, name="missing-report"),
    path("missing/<episode:episode>/report/", complete, name="episode-report"),
]
