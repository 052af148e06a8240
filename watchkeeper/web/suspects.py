"""Online suspects: the queue by harm and time left, one referral, and what the queue will be."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.suspects.facts import Case
from watchkeeper.suspects.rules.queue import HARMS, in_order, line_of
from watchkeeper.web import (
    suspect_deciding,
    suspect_forecast,
    suspect_naming,
    suspect_receiving,
    suspect_recording,
    suspect_reporting,
)
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.paging import paged
from watchkeeper.web.suspect_lists import open_cases, unit_shown
from watchkeeper.web.suspect_looking import suspect_page, suspect_purpose
from watchkeeper.web.suspect_shown import shown
from watchkeeper.workforce.facts import Power

OFFERED = {
    "band": Power.BAND_SUSPECT,
    "work": Power.WORK_SUSPECT,
    "reason": Power.DELAY_SUSPECT,
    "prompt": Power.ANSWER_PROMPT,
    "pair": Power.PAIR_REFERRALS,
    "unpair": Power.UNPAIR_REFERRALS,
    "close": Power.CLOSE_SUSPECT,
    "look": Power.LOOK_AGAIN,
    "conflict": Power.DECLARE_CONFLICT,
}
"""The power that each way on the page of a referral takes: who has it not is not offered the way."""


@page(Power.READ_SUSPECT)
def suspects(request: HttpRequest) -> HttpResponse:
    """Every open referral: the counts, then each by harm and time left. It names nobody."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit, units = unit_shown(asking, request.GET.get("unit", ""))
    lines = in_order(line_of(case, asking.law, at=asking.at) for case in open_cases(asking, unit))
    harms, late = Counter(line.harm for line in lines), Counter(line.harm for line in lines if line.late)
    sought = request.GET.get("harm", "")
    rows = [line for line in lines if sought not in HARMS or line.harm == sought]
    return render(
        request,
        "suspects/queue.html",
        {
            "paged": paged(rows, request.GET, place="queue"),
            "many": len(lines),
            "late": sum(late.values()),
            "oldest": max((line.minutes for line in lines), default=0),
            "harms": [(harm, harms[harm], late[harm]) for harm in HARMS],
            "harm": sought if sought in HARMS else "",
            "unit": unit,
            "units": units,
            "at": asking.at,
            "may_receive": asking.may(Power.RECEIVE_SUSPECT).allowed,
        },
    )


@suspect_page(Power.READ_SUSPECT)
def suspect(request: HttpRequest, *, suspect: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """One referral: what must be done, by when, why; then all that is on record of it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    case: Case = request.case  # type: ignore[attr-defined]
    may = {name: asking.may(power).allowed for name, power in OFFERED.items()}
    return render(request, "suspects/referral.html", shown(case, asking) | {"may": may})


addresses = [
    path("suspects/", suspects, name="suspects"),
    *suspect_forecast.addresses,
    *suspect_receiving.addresses[:1],
    path("suspects/<suspect:suspect>/", suspect, name="suspect"),
    path("suspects/<suspect:suspect>/purpose/", suspect_purpose, name="suspect-purpose"),
    *suspect_receiving.addresses[1:],
    *suspect_reporting.addresses,
    *suspect_naming.addresses,
    *suspect_recording.addresses,
    *suspect_deciding.addresses,
]
