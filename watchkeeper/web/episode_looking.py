"""Pages about one missing episode: opened by who needs to know, with a purpose, each look on the trail."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import register_converter

from watchkeeper.missing.actions.looking import look
from watchkeeper.missing.facts import Case
from watchkeeper.missing.models import Episode
from watchkeeper.missing.rules.seeing import may_see_episode
from watchkeeper.missing.stored import case_as_known
from watchkeeper.web.asking import Asking, View, page
from watchkeeper.web.looking import NOT_ASKED, doing
from watchkeeper.web.references import Reference, as_on_record
from watchkeeper.web.saying_why import question, said_why, to_question
from watchkeeper.workforce.facts import Power, Role

PURPOSES = {
    "find": "finding whoever is missing",
    "supervise": "supervising how they are looked for",
    "return": "speaking to somebody who came back",
    "exploitation": "exploitation, or a link to another case",
    "inspect": "inspecting how the episode is handled",
}
SAID = "episode-purposes"
"""Under which key of the session the purposes said are kept, by episode."""
ABOUT_AN_EPISODE: set[str] = set()
"""The pages about one episode, by module and name: these ask for need to know as well as for a power."""

register_converter(Reference, "episode")


def sees(case: Case, asking: Asking) -> bool:
    """Whether the officer needs to know of the episode."""
    wide = asking.law["force_wide_units"].words(asking.on)
    return may_see_episode(asking.officer, case, force_wide=wide).allowed


def episode_page(*powers: Power) -> Callable[[View], View]:
    """A page about one episode, whose ref is the argument `episode`; `powers` as for `page`.

    Who does not need to know is refused, on the trail. Who has not said why they look is asked
    first, once for each episode in a session, but for the coordinators, whose work it is. Then the
    look goes on the trail and the view runs: `request.case` and `request.purpose` hold what it needs.
    """

    def open_to(view: View) -> View:
        ABOUT_AN_EPISODE.add(f"{view.__module__}.{view.__name__}")

        @wraps(view)
        def seen(request: HttpRequest, *args: object, episode: str, **kwargs: object) -> HttpResponse:
            asking: Asking = request.asking  # type: ignore[attr-defined]
            case = case_as_known(episode, known_at=asking.at)
            if case is None:
                return as_on_record(request, Episode, "episode", known_at=asking.at)
            why = _why(request, episode)
            if sees(case, asking) and not why:
                return to_question(request, episode, ask="episode-purpose", record="episode")
            request.purpose = why or NOT_ASKED  # type: ignore[attr-defined]
            request.case = look(doing(request, episode))  # type: ignore[attr-defined]
            return view(request, *args, episode=episode, **kwargs)

        return page(*powers)(seen)

    return open_to


@page(Power.READ_MISSING)
def episode_purpose(request: HttpRequest, episode: str) -> HttpResponse:
    """Why do you need to look at this episode?"""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    case = case_as_known(episode, known_at=asking.at)
    if case is None:
        return as_on_record(request, Episode, "episode", known_at=asking.at)
    request.purpose = NOT_ASKED  # type: ignore[attr-defined]
    if not sees(case, asking):
        look(doing(request, episode))  # refused, and the attempt is on the trail
    return question(request, episode, PURPOSES, kept=SAID, record="episode", what="episode")


def _why(request: HttpRequest, episode: str) -> str:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if asking.officer.role is Role.COORDINATOR:
        return PURPOSES["find"]
    return PURPOSES.get(said_why(request, episode, kept=SAID), "")
