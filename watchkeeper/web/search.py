"""Finding somebody: by name as heard, reference, birth or postcode. What is typed is in no address."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from watchkeeper.people.actions.noting import note_search
from watchkeeper.people.rules.finding import Hit
from watchkeeper.people.rules.names import limits
from watchkeeper.people.rules.typed import taken_apart
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.brief_shown import everybody
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Power

SOUGHT = "search"
"""Under which key of the session the last search is kept, so that going back finds it again."""
LONGEST = 100
MOST = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: those the officer may see, nearest first, and how many they may not."""

    hits: tuple[Hit, ...]
    many: int
    outside: int


@page(Power.READ_PERSON)
def search(request: HttpRequest) -> HttpResponse:
    """Search, and what the last search of the session found."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if request.method == "POST":
        text = " ".join(request.POST.get("text", "").split())
        if not text or len(text) > LONGEST or not taken_apart(text, on=asking.on).anything:
            shown: dict[str, Any] = {"text": text, "problem": _problem(text), "answer": None}
            return render(request, "search/search.html", shown)
        answer = found(text, asking)
        note_search(
            shown=answer.many,
            outside=answer.outside,
            by=asking.officer,
            on=asking.on,
            law=asking.law,
            at=asking.at,
        )
        request.session[SOUGHT] = text
        return redirect("search")
    if "new" in request.GET:
        request.session.pop(SOUGHT, None)
        return redirect("search")
    text = request.session.get(SOUGHT, "")
    shown = {
        "text": text,
        "problem": "",
        "answer": found(text, asking) if text else None,
        "breakable": asking.may(Power.BREAK_GLASS).allowed,
        "most": MOST,
    }
    return render(request, "search/search.html", shown)


def found(text: str, asking: Asking) -> Answer:
    """Everybody near what was typed, parted into those the officer may see and a count of the others."""
    people = everybody(asking)
    sight = Sight(asking, people)
    hits = people.find(taken_apart(text, on=asking.on), limits(asking.law, on=asking.on))
    mine = tuple(hit for hit in hits if sight.sees(hit.person.ref))
    return Answer(mine[:MOST], len(mine), len(hits) - len(mine))


def _problem(text: str) -> str:
    if not text:
        return "Enter a name, reference, date of birth or postcode"
    if len(text) > LONGEST:
        return f"Enter {LONGEST} characters or fewer"
    return "Enter letters or figures to search for"


addresses = [path("search/", search, name="search")]
