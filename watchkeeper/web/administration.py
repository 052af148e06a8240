"""The way round administration: what each section is for, who it is for, and what waits there."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.accounts.models import Account
from watchkeeper.intake.facts import UploadState
from watchkeeper.intake.models import Upload
from watchkeeper.jobs.outcomes import newest_done
from watchkeeper.law.wording import day, days, names
from watchkeeper.today import LONDON
from watchkeeper.web.asking import Asking, page
from watchkeeper.workforce.actions.officers import SYSTEM, officers_as_known
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import POWERS

VERIFYING = "verify the trail "
ADMINISTERING = (Power.LOAD_RECORDS, Power.APPOINT_OFFICER, Power.READ_TRAIL, Power.EXPORT_TRAIL)


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its words, its address by name, the power it takes, what it is for."""

    text: str
    name: str
    power: Power | None
    purpose: str


SECTIONS = (
    Section(
        "Units and officers", "officers", Power.APPOINT_OFFICER, "Who holds which rank, role and training."
    ),
    Section(
        "Accounts", "accounts", Power.APPOINT_OFFICER, "Who signs in, and closing the way in of who left."
    ),
    Section("Powers", "powers", None, "Who may do what, by rank, role and training."),
    Section(
        "Policy", "policy", None, "Every number of the law, of guidance and of the force, with its source."
    ),
    Section(
        "Instruments", "instruments", None, "Risk instruments: their standing, and whether they are right."
    ),
    Section("Import", "uploads", Power.LOAD_RECORDS, "A force's files: checked, shown, then loaded."),
    Section(
        "Audit trail", "trail", Power.READ_TRAIL, "What was done, by whom and why; verify it, take it out."
    ),
)


def offered(asking: Asking) -> list[Section]:
    """The sections an officer is offered. Hiding is not refusing: pages refuse."""
    role = asking.officer.role
    return [each for each in SECTIONS if each.power is None or role in POWERS[each.power].roles]


def administer(
    request: HttpRequest, template: str, here: str, shown: dict[str, object], status: int = 200
) -> HttpResponse:
    """A page of administration, with the way round at its side and `here` marked."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    side = [
        {"text": each.text, "href": reverse(each.name), "here": each.name == here} for each in offered(asking)
    ]
    if any(asking.officer.role in POWERS[power].roles for power in ADMINISTERING):
        first = {"text": "Overview", "href": reverse("administration"), "here": here == "administration"}
        side.insert(0, first)
    shown = {**shown, "asking": asking, "side": side, "may_export": may_export}
    return render(request, template, shown, status=status)


def may_export(asking: Asking) -> bool:
    """Whether an officer is offered the export of the trail."""
    return asking.may(Power.EXPORT_TRAIL).allowed


@page(*ADMINISTERING)
def overview(request: HttpRequest) -> HttpResponse:
    """What waits for whoever administers, and every section with what it is for."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    shown: dict[str, object] = {"sections": offered(asking), "to_do": waiting(asking)}
    return administer(request, "administration/overview.html", "administration", shown)


def waiting(asking: Asking) -> list[dict[str, str]]:
    """What somebody must do: a sentence, why, and where."""
    role = asking.officer.role
    found = []
    if role in POWERS[Power.LOAD_RECORDS].roles:
        found += _files(asking)
    if role in POWERS[Power.APPOINT_OFFICER].roles:
        found += _people(asking)
    if role in POWERS[Power.READ_TRAIL].roles:
        found += _trail()
    return found


def _files(asking: Asking) -> list[dict[str, str]]:
    kept = asking.law["upload_kept_days"].whole(asking.on)
    found = []
    for upload in Upload.objects.filter(state__in=(UploadState.CHECKED, UploadState.STOPPED)).order_by("at"):
        handed = day(upload.at.astimezone(LONDON).date())
        text = (
            f"Files of {handed} wait to be loaded"
            if upload.state == UploadState.CHECKED
            else (f"The load of the files of {handed} stopped")
        )
        found.append(
            {
                "text": text,
                "why": f"What is not loaded is in no brief; the files are removed after {days(kept)}.",
                "href": reverse("upload", args=[upload.ref]),
            }
        )
    return found


def _people(asking: Asking) -> list[dict[str, str]]:
    officers = [each for each in officers_as_known(known_at=asking.at) if each.ref != SYSTEM]
    left = {each.ref for each in officers if each.until is not None and each.until <= asking.on}
    still = Account.objects.filter(is_active=True, officer_ref__in=left).order_by("officer_ref")
    refs = [account.officer_ref for account in still]
    if not refs:
        return []
    return [
        {
            "text": f"Close the accounts of officers who left: {names(refs)}",
            "why": "The pages refuse them already; an account nobody needs is a way in nobody watches.",
            "href": reverse("accounts"),
        }
    ]


def _trail() -> list[dict[str, str]]:
    last = newest_done(VERIFYING)
    if last is not None and not last.told["holds"]:
        text, why = (
            "The trail does not hold",
            "Something stored was changed past Watchkeeper. Tell whoever answers for the records.",
        )
    elif last is None:
        text, why = (
            "The trail has not been verified from these pages",
            "Nobody has looked whether what is stored is what was stored.",
        )
    else:
        return []
    return [{"text": text, "why": why, "href": reverse("trail-verify")}]


addresses = [path("administration/", overview, name="administration")]
