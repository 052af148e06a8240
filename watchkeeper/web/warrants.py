"""The warrant, from the pack to the court, the search, and what came of it."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from watchkeeper.access.actions import look
from watchkeeper.escalation.actions.following import (
    record_answer,
    record_execution,
    record_outcome,
    save_pack,
    sign_pack,
)
from watchkeeper.escalation.facts import Choice, CourtAnswer, Drawn, Execution, Followed, Obtained, Outcome
from watchkeeper.escalation.rules.courts import may_sign_off
from watchkeeper.escalation.rules.packs import Section, changed, drafted
from watchkeeper.escalation.stored import basis_of
from watchkeeper.law.wording import day
from watchkeeper.today import LONDON
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.escalation import Ladder, ladder_of, the_decision, who_could
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.meanwhile import mark, settled
from watchkeeper.web.refused_at import not_recorded
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import may

PAPER = Path(__file__).parent / "papers" / "warrant.typ"
ACCESSIBLE = "ua-1"  # PDF/UA-1: tagged, with a title and a language
NOT_THE_COURTS = (
    "Prepared by Watchkeeper from the force's record. This is not the court's own form: the application is "
    "made on the form that the Criminal Procedure Rules and the court ask for."
)
NOT_WHAT_YOU_READ = "Not signed: another version was saved while you read. Read it, then sign again"


def _asked(request: HttpRequest, person: str, decision: str) -> tuple[Asking, Ladder, Followed]:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = ladder_of(person, asking)
    return asking, found, the_decision(found, decision)


def _record(person: str, drawn: Drawn, found: Ladder, asking: Asking) -> dict[str, str]:
    """Every section as the record alone writes it today."""
    level = found.case.outlook.level.level if found.case.outlook.level else None
    basis = basis_of(person, drawn, level, law=asking.law, on=asking.on, at=asking.at)
    return drafted(basis, on=asking.on)


@person_page()
def pack(request: HttpRequest, *, person: str, decision: str) -> HttpResponse:
    """The pack: each section as last saved, or as the record writes it; save, and sign as the applicant."""
    asking, found, followed = _asked(request, person, decision)
    if followed.drawn.choice is not Choice.WARRANT:
        raise Http404
    record = _record(person, followed.drawn, found, asking)
    kept = dict(followed.pack.sections) if followed.pack is not None else record
    form, read = entered(request), mark(json.dumps(kept))
    if request.method == "POST":
        if "sign" not in request.POST:
            stands = {each.name: kept[each] for each in Section}
            words = settled(form, {name: form.text(name) for name in stands}, stands)
            if not form.problems:
                sections = {each.value: words[each.name] for each in Section}
                save_pack(person, decision, sections, record=record, **acting(request))
                messages.success(request, "Saved as a new version.")
        elif form.data.get("read") == read:
            sign_pack(person, decision, record=record, **acting(request))
            messages.success(request, "Signed. The pack can be taken to the court.")
        else:
            form.wrong("main", NOT_WHAT_YOU_READ)
        if not form.problems:
            return redirect("pack", person=person, decision=decision)
    differs = changed(followed.pack, record)
    shown = {
        "person": person,
        "followed": followed,
        "sections": [(each.name, each.value, kept[each], record[each], each in differs) for each in Section],
        "changed": differs,
        "form": form,
        "may_sign": asking.may(Power.SEEK_WARRANT),
        "ready": may_sign_off(followed.drawn, followed.pack, differs),
        "could": who_could(
            found, asking, lambda one: may(one, Power.SEEK_WARRANT, asking.law, on=asking.on).allowed
        ),
        "not_the_courts": NOT_THE_COURTS,
        "editable": followed.decided is not None and followed.court is None,
        "read": read,
        "clashing": {problem["name"] for problem in form.problems},
    }
    return render(request, "escalation/pack.html", shown, status=422 if form.problems else 200)


@person_page()
def pack_pdf(request: HttpRequest, *, person: str, decision: str) -> HttpResponse:
    """The saved version as an accessible PDF. Taking it away is a look of its own on the trail."""
    asking, _, followed = _asked(request, person, decision)
    if followed.pack is None:
        raise Http404
    look(
        person,
        by=asking.officer,
        on=asking.on,
        law=asking.law,
        purpose="the warrant pack on paper",
        at=asking.at,
    )
    answer = HttpResponse(printed(person, followed), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="warrant-pack-{decision}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


def printed(person: str, followed: Followed) -> bytes:
    """The pack on paper: PDF/UA-1, tagged, in British English, with no personal data in its title."""
    assert followed.pack is not None
    signed = followed.pack
    told = {
        "title": "Warrant pack, Sexual Offences Act 2003, section 96B",
        "reference": person,
        "notice": NOT_THE_COURTS,
        "sections": [{"name": name, "blocks": _blocks(words)} for name, words in signed.sections],
        "signed": f"Signed by {signed.signed_rank} {signed.signed_by}, {day(signed.signed_on)}."
        if signed.signed_on is not None
        else "DRAFT: not signed by the applicant.",
        "saved": f"Saved by {signed.saved_by}, {day(signed.saved_on)}.",
    }
    made = _typst().compile(
        sys_inputs={"pack": json.dumps(told)},
        format="pdf",
        pdf_standards=[ACCESSIBLE],
        timestamp=_noon(signed.saved_on),
    )
    assert isinstance(made, bytes)
    return made


@cache
def _typst() -> Any:
    """The compiler of papers, made once by each process; it reads no fonts of the machine."""
    import typst

    return typst.Compiler(PAPER, root=PAPER.parent, ignore_system_fonts=True)


def _noon(on: date) -> int:
    """The paper carries the day of its version, so that the same version is the same paper."""
    from datetime import datetime, time

    return int(datetime.combine(on, time(12), LONDON).timestamp())


def _blocks(words: str) -> list[dict[str, Any]]:
    """Plain text as paragraphs and lists: a line that begins with a dash is an item."""
    blocks: list[dict[str, Any]] = []
    for line in words.splitlines():
        if line.startswith("- "):
            if not blocks or blocks[-1]["kind"] != "list":
                blocks.append({"kind": "list", "items": []})
            blocks[-1]["items"].append(line[2:])
        elif line.strip():
            blocks.append({"kind": "text", "text": line})
    return blocks


def _told(form: Entered, answer: Refused) -> None:
    """What stands in the way, beside the form: nothing typed is lost."""
    form.wrong("main", not_recorded(answer, cited=True))


@person_page()
def court(request: HttpRequest, *, person: str, decision: str) -> HttpResponse:
    """What the court answered."""
    asking, found, followed = _asked(request, person, decision)
    if followed.drawn.choice is not Choice.WARRANT:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        granted = form.one_of("granted", ("yes", "no"), "Say whether the warrant was granted")
        answered_on = form.day("answered", "Give the day of the court's answer")
        name = form.text("court", "Name the court")
        reasons = form.text("reasons", "Give the court's reasons" if granted == "no" else "")
        until = form.day("until")
        if not form.problems and answered_on is not None:
            told = CourtAnswer(
                decision,
                answered_on,
                granted == "yes",
                name,
                followed.drawn.premises if granted == "yes" else "",
                until if granted == "yes" else None,
                reasons,
            )
            try:
                record_answer(person, told, **acting(request))
            except Refused as answer:
                if not asking.may(Power.RECORD_OUTCOME).allowed:
                    raise
                _told(form, answer)
            else:
                messages.success(request, "The court's answer is recorded.")
                return redirect("ladder", person=person)
    months = asking.law["warrant_executed_within"].whole(asking.on)
    shown = {
        "person": person,
        "found": found,
        "followed": followed,
        "form": form,
        "months": months,
        "today": asking.on,
    }
    return render(request, "escalation/court.html", shown, status=422 if form.problems else 200)


@person_page()
def execution(request: HttpRequest, *, person: str, decision: str) -> HttpResponse:
    """The warrant carried out, or tried."""
    asking, found, followed = _asked(request, person, decision)
    if followed.drawn.choice is not Choice.WARRANT:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        obtained = form.one_of("obtained", [each.value for each in Obtained], "Say how entry was had")
        at = form.instant("executed", "Give the day entry was sought")
        officers = form.references("officers", "Name the officers who were there, by ref")
        if not form.problems and at is not None:
            told = Execution(
                "",
                decision,
                at,
                officers,
                Obtained(obtained),
                form.text("found"),
                form.text("seized"),
                form.text("copy") == "yes",
            )
            try:
                record_execution(person, told, executed_on=at.astimezone(LONDON).date(), **acting(request))
            except Refused as answer:
                if not asking.may(Power.RECORD_OUTCOME).allowed:
                    raise
                _told(form, answer)
            else:
                messages.success(request, "The search is recorded.")
                return redirect("ladder", person=person)
    shown = {
        "person": person,
        "found": found,
        "followed": followed,
        "form": form,
        "obtained": list(Obtained),
        "today": asking.on,
    }
    return render(request, "escalation/execution.html", shown, status=422 if form.problems else 200)


@person_page()
def outcome(request: HttpRequest, *, person: str, decision: str) -> HttpResponse:
    """What came of a decision in the end: done or not, when, and in words."""
    asking, _, followed = _asked(request, person, decision)
    form = entered(request)
    if request.method == "POST":
        made = form.one_of("made", ("yes", "no"), "Say whether it was done")
        happened_on = form.day("happened", "Give the day")
        says = form.text("says", "Say what came of it")
        if not form.problems and happened_on is not None:
            try:
                record_outcome(person, Outcome(decision, made == "yes", happened_on, says), **acting(request))
            except Refused as answer:
                if not asking.may(Power.RECORD_OUTCOME).allowed:
                    raise
                _told(form, answer)
            else:
                messages.success(request, "The outcome is recorded.")
                return redirect("ladder", person=person)
    shown = {"person": person, "followed": followed, "form": form, "today": asking.on}
    return render(request, "escalation/outcome.html", shown, status=422 if form.problems else 200)


addresses = [
    path("people/<str:person>/decided/<str:decision>/pack/", pack, name="pack"),
    path("people/<str:person>/decided/<str:decision>/pack.pdf", pack_pdf, name="pack-pdf"),
    path("people/<str:person>/decided/<str:decision>/court/", court, name="court"),
    path("people/<str:person>/decided/<str:decision>/execution/", execution, name="execution"),
    path("people/<str:person>/decided/<str:decision>/outcome/", outcome, name="outcome"),
]
