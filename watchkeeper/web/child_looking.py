"""Pages about one missing child: opened by who needs to know, with a purpose, each look on the trail."""

from collections.abc import Callable, Collection
from functools import wraps

from django.http import HttpRequest, HttpResponse

from watchkeeper.audit.standing import in_parts
from watchkeeper.missing.actions.looking import look_at_child
from watchkeeper.missing.models import Episode, MissingPerson
from watchkeeper.missing.rules.seeing import may_see_child, sees_all
from watchkeeper.web.asking import Asking, View, page
from watchkeeper.web.episode_looking import ABOUT_AN_EPISODE, PURPOSES
from watchkeeper.web.looking import NOT_ASKED, doing
from watchkeeper.web.references import as_on_record
from watchkeeper.web.saying_why import question, said_why, to_question
from watchkeeper.workforce.facts import Power, Role

SAID = "child-purposes"
"""Under which key of the session the purposes said are kept, by child."""


def child_page(*powers: Power) -> Callable[[View], View]:
    """A page about one missing child, whose ref is the argument `child`; `powers` as for `page`.

    As `episode_page`, of every episode of theirs: `request.cases` holds them, `request.purpose` why.
    """

    def open_to(view: View) -> View:
        ABOUT_AN_EPISODE.add(f"{view.__module__}.{view.__name__}")

        @wraps(view)
        def seen(request: HttpRequest, *args: object, child: str, **kwargs: object) -> HttpResponse:
            asking: Asking = request.asking  # type: ignore[attr-defined]
            units = _units(child, asking)
            if not units:
                return as_on_record(request, MissingPerson, "child", known_at=asking.at)
            why = _why(request, child)
            if _needs_to_know(units, asking) and not why:
                return to_question(request, child, ask="missing-child-purpose", record="missing-child")
            request.purpose = why or NOT_ASKED  # type: ignore[attr-defined]
            request.cases = look_at_child(doing(request, child))  # type: ignore[attr-defined]
            return view(request, *args, child=child, **kwargs)

        return page(*powers)(seen)

    return open_to


@page(Power.READ_MISSING)
def child_purpose(request: HttpRequest, child: str) -> HttpResponse:
    """Why do you need to look at this child's history?"""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    units = _units(child, asking)
    if not units:
        return as_on_record(request, MissingPerson, "child", known_at=asking.at)
    request.purpose = NOT_ASKED  # type: ignore[attr-defined]
    if not _needs_to_know(units, asking):
        look_at_child(doing(request, child))  # refused, and the attempt is on the trail
    return question(request, child, PURPOSES, kept=SAID, record="missing-child", what="history")


def children_seen(children: Collection[str], asking: Asking) -> frozenset[str]:
    """Of the children, those of whose going missing the officer needs to know."""
    wide = asking.law["force_wide_units"].words(asking.on)
    if sees_all(asking.officer, force_wide=wide):
        return frozenset(children)
    found: set[str] = set()
    for some in in_parts(sorted(children)):
        rows = Episode.objects.filter(missing_ref__in=list(some), unit__in=("", asking.officer.unit))
        found.update(rows.as_known(asking.at).values_list("missing_ref", flat=True))
    return frozenset(found)


def unseen(children: Collection[str], asking: Asking) -> frozenset[str]:
    """Of the children, those who were missing from other units alone; of whom no episode is, hide nothing."""
    hidden = frozenset(children) - children_seen(children, asking)
    found: set[str] = set()
    for some in in_parts(sorted(hidden)):
        rows = Episode.objects.filter(missing_ref__in=list(some)).as_known(asking.at)
        found.update(rows.values_list("missing_ref", flat=True))
    return frozenset(found)


def _units(child: str, asking: Asking) -> set[str]:
    rows = Episode.objects.filter(missing_ref=child).as_known(asking.at)
    return set(rows.values_list("unit", flat=True))


def _needs_to_know(units: Collection[str], asking: Asking) -> bool:
    wide = asking.law["force_wide_units"].words(asking.on)
    return may_see_child(asking.officer, units, force_wide=wide).allowed


def _why(request: HttpRequest, child: str) -> str:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if asking.officer.role is Role.COORDINATOR:
        return PURPOSES["find"]
    return PURPOSES.get(said_why(request, child, kept=SAID), "")
