"""What is decided of a referral: a band, a reason by rank, whether two are one, and its close."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.law.wording import counted, either, moment
from watchkeeper.suspects.actions.banding import give_band, give_reason
from watchkeeper.suspects.actions.closing import look_again, propose_close
from watchkeeper.suspects.actions.pairing import pair, unpair
from watchkeeper.suspects.facts import Band, Banded, Delayed, Verdict
from watchkeeper.suspects.rules.alike import unanswered
from watchkeeper.suspects.rules.clocks import band_time
from watchkeeper.suspects.rules.closing import looks_again, may_close
from watchkeeper.suspects.rules.standing import newest_band, stands
from watchkeeper.web import form_parts as parts
from watchkeeper.web import suspect_forms as forms
from watchkeeper.web.entered import entered
from watchkeeper.web.episode_forms import STANDING, happened, untouched, when
from watchkeeper.web.suspect_looking import suspect_page
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power

OUTCOMES = {
    "1": "Charged or summonsed",
    "3": "Cautioned",
    "8": "Community resolution",
    "22": "Diverted",
    "5": "The suspect has died",
    "15": "No action: evidential difficulties",
    "18": "No action: no suspect was identified",
    "20": "No action here: another agency takes it on",
    "21": "No action: further investigation is not in the public interest",
}
"""Outcome codes of the framework that a referral ends in, as they are read."""


@suspect_page(Power.BAND_SUSPECT)
def band(request: HttpRequest, *, suspect: str) -> HttpResponse:
    """Record the band a licensed tool gave, by whom and in which version."""
    asking, case = forms.of_referral(request)
    form, newest = entered(request), newest_band(case, at=asking.at)
    had = "" if newest is None else f"{newest.band}, given by {newest.by or 'nobody'} on {moment(newest.at)}"
    if request.method == "POST":
        untouched(form, had)
        which = form.one_of("band", [each.value for each in Band], "Choose the band")
        at, tool = when(form, "at", asking), form.text("tool", "Enter which tool")
        version = form.text("version", "Enter the version of the tool")
        by, reason = form.text("by", "Enter who assessed it"), form.text("reason", "Say why, in words")

        def do(acting: Acting) -> object:
            return give_band(Banded("", suspect, Band(which), at, by, tool, version), reason, acting)

        return forms.recorded(request, form, do, "band", "Recorded. The clock still runs from receipt.")
    hints = [
        (each.value, each.value.capitalize(), f"Enforced by {moment(band_time(each, case, asking.law))}.")
        for each in Band
    ]
    shown = [
        parts.was(STANDING, had),
        parts.radios("band", "Which band did the tool give?", hints),
        parts.line("tool", "Which tool?", value="KIRAT", width="10"),
        parts.line("version", "In which version?", width="5"),
        parts.line("by", "Who assessed it?", "An officer's reference.", asking.officer.ref, "10"),
        *happened("at", "was it assessed", asking),
        parts.words("reason", "Why, in words?"),
    ]
    intro = [
        "The tool is licensed and is filled in where it is kept. Time counts from receipt, not from here."
    ]
    return forms.asked(request, form, shown, "Give the band", "Record it", intro)


@suspect_page(Power.DELAY_SUSPECT)
def reason(request: HttpRequest, *, suspect: str) -> HttpResponse:
    """Record, by rank, why nothing is enforced in the band's time, and until when that holds."""
    asking, case = forms.of_referral(request)
    form = entered(request)
    officer, newest = asking.officer, max(case.delays, key=lambda each: (each.at, each.ref), default=None)
    had = "" if newest is None else f"{newest.reason} By {newest.by or 'nobody'} on {moment(newest.at)}"
    if request.method == "POST":
        untouched(form, had)
        why, until = form.text("reason", "Say why, in words"), form.instant("until", "Enter the next day")
        delay = Delayed("", suspect, asking.at, until, officer.ref, officer.rank, why)
        says = "Recorded under your rank. It is asked about again at the next time."
        return forms.recorded(request, form, lambda acting: give_reason(delay, acting), "reason", says)
    given = stands(case, asking.law, at=asking.at).given
    intro = ["No band stands: give one first. Until then nobody can say what is late."]
    if given is not None:
        least = asking.law["suspect_delay_ranks"].word_of(given.band, asking.on)
        hours = asking.law["suspect_delay_longest_hours"].of(given.band, asking.on)
        intro = [
            f"The band is {given.band}: enforced by {moment(band_time(given.band, case, asking.law))}.",
            f"A {least} or above may say why not, for {counted(hours, 'hour')} at most. "
            f"You are a {officer.rank}.",
        ]
    shown = [
        parts.was(STANDING, had),
        parts.words(
            "reason", "Why is nothing enforced yet?", "What is awaited, and what keeps children safe."
        ),
        *parts.moment("until", "On which day is it looked at again?", "At what time?"),
    ]
    return forms.asked(request, form, shown, "Why nothing is enforced yet", "Record it", intro)


@suspect_page(Power.PAIR_REFERRALS)
def same(request: HttpRequest, *, suspect: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Say whether the referral and an earlier one are one."""
    asking, case = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        earlier = form.text("earlier", "Enter the reference of the earlier referral")
        verdict = form.one_of("verdict", [each.value for each in Verdict], "Choose whether they are one")
        why = form.text("reason", "Say why, in words")
        says = "Recorded. It can be taken back; nothing of either is lost."
        return forms.recorded(
            request, form, lambda acting: pair(earlier, Verdict(verdict), why, acting), "earlier", says
        )
    left = unanswered(case, at=asking.at)
    intro = [
        f"Looks like this one: {either(left) or 'none that nobody has answered'}.",
        "One: this referral becomes part of the earlier, whose clock is that of the first receipt.",
    ]
    shown = [
        parts.line("earlier", "Which earlier referral?", value=next(iter(left), ""), width="10"),
        parts.choice("verdict", "Are they one?", parts.each_of(Verdict)),
        parts.words("reason", "Why, in words?"),
    ]
    return forms.asked(request, form, shown, "Two referrals that may be one", "Record it", intro)


@suspect_page(Power.UNPAIR_REFERRALS)
def undo(request: HttpRequest, *, suspect: str, pair: str) -> HttpResponse:  # noqa: ARG001
    """Take back what was said of two referrals."""
    form = entered(request)
    if request.method == "POST":
        says = "Taken back. Both run on as if nobody had looked, and are asked about again."
        return forms.recorded(request, form, lambda acting: unpair(pair, acting), "pair", says)
    intro = ["Both referrals keep what was recorded in them, and each has its own clocks again."]
    return forms.asked(request, form, [], "Take back what was said of two referrals", "Take it back", intro)


@suspect_page(Power.CLOSE_SUSPECT)
def close(request: HttpRequest, *, suspect: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Propose to close a referral; without action somebody else looks first."""
    asking, case = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        code = form.one_of("outcome", OUTCOMES, "Choose the outcome")
        why = form.text("reason", "Say why, in words")
        again = bool(code) and looks_again(int(code), asking.law, at=asking.at)
        says = "Proposed. It stays open until an inspector has looked again." if again else "Closed."
        return forms.recorded(
            request, form, lambda acting: propose_close(int(code), why, acting), "outcome", says
        )
    lacks = may_close(case, 1, "a b c d e f g h i j", asking.law, at=asking.at).unmet
    lists = [("What it lacks to be closed", [f"{each.says} [{each.cite}]" for each in lacks])]
    again_ = {code for code in OUTCOMES if looks_again(int(code), asking.law, at=asking.at)}
    items = [
        (code, says, "Needs a second look." if code in again_ else "") for code, says in OUTCOMES.items()
    ]
    shown = [
        parts.radios("outcome", "What is the outcome?", items),
        parts.words("reason", "Why, in words?", "What was done to find out, and what it showed."),
    ]
    return forms.asked(request, form, shown, "Close the referral", "Propose it", lists=lists)


@suspect_page(Power.LOOK_AGAIN)
def second(request: HttpRequest, *, suspect: str, proposal: str) -> HttpResponse:  # noqa: ARG001
    """Look a second time at a proposal to close without action."""
    _, case = forms.of_referral(request)
    row = next((each for each in case.finals if each.ref == proposal), None)
    if row is None:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        agrees = form.one_of("agrees", ("yes", "no"), "Choose whether you agree")
        safe = parts.said(form, "safe") is True
        says = "Agreed: the referral is closed." if agrees == "yes" else "Sent back: the referral is open."
        return forms.recorded(
            request,
            form,
            lambda acting: look_again(proposal, acting, agrees=agrees == "yes", safeguarding=safe),
            "agrees",
            says,
        )
    intro = [
        f"Outcome {row.outcome}, proposed by {row.by or 'nobody named'}: {row.reason or 'no reason given'}"
    ]
    shown = [
        parts.yes_no("safe", "Did you check that every child near is safe?"),
        parts.choice(
            "agrees", "Do you agree?", (("yes", "Yes, close it", ""), ("no", "No, send it back", ""))
        ),
    ]
    return forms.asked(request, form, shown, "Second look before it is closed", "Record it", intro)


addresses = [
    path("suspects/<suspect:suspect>/band/", band, name="suspect-band"),
    path("suspects/<suspect:suspect>/reason/", reason, name="suspect-reason"),
    path("suspects/<suspect:suspect>/same/", same, name="suspect-same"),
    path("suspects/<suspect:suspect>/same/<suspect:pair>/undo/", undo, name="suspect-undo"),
    path("suspects/<suspect:suspect>/close/", close, name="suspect-close"),
    path("suspects/<suspect:suspect>/close/<suspect:proposal>/look/", second, name="suspect-look-again"),
]
