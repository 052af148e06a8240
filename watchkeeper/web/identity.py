"""Who is who: pairs of records a human must decide, one pair side by side with its waterfall, its history."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.access.actions import look
from watchkeeper.access.rules import may_see
from watchkeeper.people.actions.joining import join, keep_apart, leave_open, undo
from watchkeeper.people.actions.noting import note_pair
from watchkeeper.people.models import Pairing
from watchkeeper.people.resolving import Question, pairings, resolving
from watchkeeper.people.rules.joined import on_register, persons
from watchkeeper.suspects.actions.looking import look as look_at_referral
from watchkeeper.suspects.actions.naming import follow, referral_of
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, View, page, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.identity_shown import PairTold, pair_told
from watchkeeper.web.looking import ABOUT_A_PERSON, turned_away
from watchkeeper.web.suspect_lists import sees_suspect
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

PURPOSE = "whether two records are of one person"
MOST = 100
"""Pairs on one page: new names of the registered first; the count is of all."""
JOIN, APART, OPEN, UNDO = "join", "apart", "open", "undo"
DOES: dict[str, Callable[..., Pairing]] = {
    JOIN: join,
    APART: keep_apart,
    OPEN: leave_open,
    UNDO: undo,
}
SAYS = {
    JOIN: "Recorded: they are one person. It can be undone.",
    APART: "Recorded: they are two people. They are asked about no more.",
    OPEN: "Recorded: nobody can tell yet. They are asked about still.",
    UNDO: "Undone. Only the trail and the history below tell of it.",
}


@page(Power.JOIN_RECORDS)
def queue(request: HttpRequest) -> HttpResponse:
    """Pairs nobody decided and no machine may, the gravest first. It names nobody."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    every = resolving().questions(law=asking.law, on=asking.on, at=asking.at)
    mine = [each for each in every if all(_sees(key, asking) for key in (each.one, each.other))]
    context = {
        "rows": [(each, _why(each)) for each in mine[:MOST]],
        "many": len(mine),
        "new_names": sum(each.new_name for each in mine),
        "registered": sum(each.registered for each in mine),
        "hidden": len(every) - len(mine),
        "at": asking.at,
    }
    return render(request, "identity/queue.html", context)


def pair_page(view: View) -> View:
    """A page about two records, by their keys: whoever of them is on the register asks for need to know.

    The look is on the trail before anything is shown. `request.pair` holds what is told.
    """
    ABOUT_A_PERSON.add(f"{view.__module__}.{view.__name__}")

    @wraps(view)
    def seen(request: HttpRequest, *, one: str, other: str) -> HttpResponse:
        asking: Asking = request.asking  # type: ignore[attr-defined]
        one, other = sorted((one, other))
        told = pair_told(one, other, asking)
        if told is None:
            raise Http404  # what was typed goes nowhere: it may be a name
        for key in (one, other):
            referral = referral_of(key, at=asking.at)
            if on_register(key) and not _sees(key, asking):
                return turned_away(request, _person(key))
            if referral is not None:  # Raises Refused, on the trail, for whoever does not need to know of it
                look_at_referral(asking.acting(referral.ref, PURPOSE))
        who: dict[str, Any] = {"by": asking.officer, "on": asking.on, "law": asking.law, "at": asking.at}
        registered = [_person(key) for key in (one, other) if on_register(key)]
        for person in registered:
            look(person, purpose=PURPOSE, known=asking.known_of(person), **who)
        if not registered:
            note_pair(told.ref, purpose=PURPOSE, **who)
        request.pair = told  # type: ignore[attr-defined]
        return view(request, one=one, other=other)

    return page(Power.JOIN_RECORDS)(seen)


@pair_page
def pair(request: HttpRequest, *, one: str, other: str) -> HttpResponse:
    """Both records side by side, the waterfall, and what a person says of them, with the reason."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    told: PairTold = request.pair  # type: ignore[attr-defined]
    form = entered(request)
    offered = _offered(told, asking)
    if request.method == "POST":
        said = form.one_of("answer", [item[0] for item in offered], "Choose what you say of them")
        reason = form.text("reason", "Say why")
        return _recorded(request, form, said, reason, one, other)
    shown: list[parts.Part] = [
        parts.radios("answer", "Are they one person?", offered),
        parts.words("reason", "Why?", "What you saw or were told. It is kept with your name.", rows=4),
    ]
    people = persons(pairings(at=asking.at))
    beside = sorted((people.get(one, frozenset()) | people.get(other, frozenset())) - {one, other})
    context: dict[str, Any] = {
        "pair": told,
        "form": form,
        "parts": shown,
        "beside": [key for key in beside if _sees(key, asking)],
        "together": other in people.get(one, ()),
    }
    return render(request, "identity/pair.html", context)


def _recorded(
    request: HttpRequest, form: Entered, said: str, reason: str, one: str, other: str
) -> HttpResponse:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if not form.problems:
        acting = asking.acting("", PURPOSE)
        also = {"also": partial(follow, (one, other), acting)} if said in (JOIN, UNDO) else {}
        try:
            DOES[said](one, other, reason, acting, **also)
        except Refused as no:
            parts.refusing(form, "answer", no)
        else:
            messages.success(request, SAYS[said])
            return see(reverse("identity-pair", args=[one, other]))
    return again(request, form)


def _offered(told: PairTold, asking: Asking) -> list[parts.Item]:
    """What may be said now: undone first where something stands, by whoever may."""
    items: list[parts.Item] = []
    if told.stands is None or told.stands.joined is None:
        items = [
            (JOIN, "Yes, join them", "They are shown as one person from now on. It can be undone."),
            (APART, "No, keep them apart", "They are not asked about again, and no join may cross it."),
            (OPEN, "Not sure", "They stay in the queue, with your reason beside them."),
        ]
    if told.stands is not None and asking.holds("UNDO_PAIRING"):
        items.append((UNDO, f"Undo it: {told.standing_says}", "They are asked about again."))
    return items


def _why(asked: Question) -> str:
    guard = asked.likely.guard
    if guard is not None:
        return guard.says
    judged = asked.likely.judged
    met = (reason.says for reason in judged.reasons if reason.met)
    return judged.doubt or next(met, "on the register")


def _sees(key: str, asking: Asking) -> bool:
    """Whether the reader needs to know: of a record of the register, of a suspect; of others all do."""
    if not on_register(key):
        return sees_suspect(key, asking)
    known = asking.known_of(_person(key))
    return known.on_record and may_see(asking.officer, known, asking.law, on=asking.on).allowed


def _person(key: str) -> str:
    return key.partition(" ")[2]


addresses = [
    path("identity/", queue, name="identity"),
    path("identity/<crime:one>/<crime:other>/", pair, name="identity-pair"),
]
"""References hold strokes and blanks as those of crimes do, and are written in addresses as those are."""
