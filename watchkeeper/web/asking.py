"""Who asks, when, and under which policy: read once at the start of a request and handed on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, wraps
from http import HTTPStatus
from typing import Concatenate

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import resolve

from watchkeeper import today
from watchkeeper.access.facts import Known
from watchkeeper.access.stored import known_of
from watchkeeper.accounts.models import Account
from watchkeeper.law.calendar import Calendar, england_and_wales
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf, load
from watchkeeper.law.wording import LONGEST_IN_ADDRESS, a, either
from watchkeeper.suspects.gathering import shut_referrals
from watchkeeper.web.pace import too_fast
from watchkeeper.workforce.actions.officers import officer_as_known, officers_as_known
from watchkeeper.workforce.acts import Acting, Refused
from watchkeeper.workforce.facts import RANKS, WORKING, Officer, Power, Role
from watchkeeper.workforce.rules.authority import POWERS, in_post, least_rank, may


@dataclass(frozen=True, slots=True)
class Asking:
    """The officer who asks, the day and the instant, the law of the day."""

    officer: Officer
    account: Account
    on: date
    at: datetime
    law: Shelf
    calendar: Calendar
    _known: dict[str, Known] = field(default_factory=dict, repr=False, compare=False)
    _shut: list[frozenset[str]] = field(default_factory=list, repr=False, compare=False)
    _staff: list[Officer] = field(default_factory=list, repr=False, compare=False)
    _of_units: dict[tuple[str, ...], tuple[Officer, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def may(self, power: Power) -> Decision:
        """Whether the officer may use a power today, with every reason."""
        return may(self.officer, power, self.law, on=self.on)

    def acting(self, about: str, purpose: str) -> Acting:
        """The officer who acts, now and for a purpose; `about` is a reference, empty for nobody's record."""
        return Acting(by=self.officer, about=about, on=self.on, law=self.law, purpose=purpose, at=self.at)

    def known_of(self, person: str) -> Known:
        """What decides who may see the person, read once for this request and as known at its instant."""
        if person not in self._known:
            self._known[person] = known_of(person, on=self.on, known_at=self.at)
        return self._known[person]

    def shut_referrals(self) -> frozenset[str]:
        """The referrals of suspects that no list may show the officer, read once for this request."""
        if not self._shut:
            found = shut_referrals(self.officer, self.law, on=self.on, known_at=self.at)
            self._shut.append(found)
        return self._shut[0]

    def staff(self) -> tuple[Officer, ...]:
        """Every officer who holds any power, as known at this instant with their courses, read once.

        Whoever does other police work, most of a force, is left out.
        """
        if not self._staff:
            self._staff.extend(officers_as_known(known_at=self.at, roles=WORKING))
        return tuple(self._staff)

    def staff_of(self, *units: str) -> tuple[Officer, ...]:
        """Those of them who are of some units, read once for this request."""
        if units not in self._of_units:
            found = officers_as_known(known_at=self.at, roles=WORKING, units=units)
            self._of_units[units] = found
        return self._of_units[units]

    def opens(self, address: str) -> bool:
        """Whether the door of an address of ours is open to the officer, whatever it says of a record."""
        powers = _door(address)
        return not powers or any(self.may(power).allowed for power in powers)

    def who_opens(self, address: str) -> str:
        """Who may come in by the door of an address, in words: by role, and by rank where that is asked."""
        powers = _door(address)
        roles = frozenset[Role]().union(*(POWERS[power].roles for power in powers)) - {Role.SYSTEM}
        least = min((least_rank(power, self.law, on=self.on) for power in powers), key=RANKS.index)
        who = either([a(role) for role in Role if role in roles])
        return who if least is RANKS[0] else f"{who}, {least} or above"

    def holds(self, power: str) -> bool:
        """Whether the officer may use the power of this name, for a template that offers a way to it."""
        return self.may(Power[power]).allowed


View = Callable[Concatenate[HttpRequest, ...], HttpResponse]
DOORS: dict[str, tuple[Power, ...]] = {}
"""Of each page, by module and name, the powers any one of which opens it; empty: everybody signed in."""


def _door(address: str) -> tuple[Power, ...]:
    view = resolve(address).func
    return DOORS.get(f"{view.__module__}.{getattr(view, '__name__', '')}", ())


def page(*powers: Power) -> Callable[[View], View]:
    """A page for officers in post who hold any one of `powers`; everybody signed in where none is named.

    Who is not signed in is sent to sign in. Who may not is told every reason, with status 403;
    so is whoever an action refuses. The view is handed the request with `request.asking` set.
    """

    def open_to(view: View) -> View:
        DOORS[f"{view.__module__}.{view.__name__}"] = powers

        @wraps(view)
        def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            asking = who_asks(request)
            if asking is None:
                return shut(request, ("this account names no officer on record",))
            request.asking = asking  # type: ignore[attr-defined]
            standing = in_post(asking.officer, on=asking.on)
            if not standing.met:
                return shut(request, (standing.says,))
            if too_fast(asking.officer.ref, asking.law, at=asking.at, on=asking.on):
                return render(request, "too_fast.html", status=HTTPStatus.TOO_MANY_REQUESTS)
            refuse_what_no_keyboard_types(request, kwargs.values())
            answers = [asking.may(power) for power in powers]
            if answers and not any(answer.allowed for answer in answers):
                lacking = (f"this takes the power to {powers[0]}", *(each.says for each in answers[0].unmet))
                return shut(request, lacking)
            try:
                response = view(request, *args, **kwargs)
            except Refused as answer:
                response = refused(request, [reason.says for reason in answer.decision.unmet])
            response.headers.setdefault("Cache-Control", "no-store")  # a shared desk keeps no record
            return response

        return door

    return open_to


def who_asks(request: HttpRequest) -> Asking | None:
    """The officer behind the account that is signed in; None when it names nobody on record."""
    account = request.user
    assert isinstance(account, Account)
    at = today.now()
    officer = officer_as_known(account.officer_ref, known_at=at)
    if officer is None:
        return None
    on = at.astimezone(today.LONDON).date()
    return Asking(officer, account, on, at, law(), calendar())


def refuse_what_no_keyboard_types(request: HttpRequest, parts: Iterable[object]) -> None:
    """Raise BadRequest for a null anywhere in the address or the form: no database keeps one in text.

    Raises Http404 for a part of the address longer than any reference: nothing is called that.
    """
    sent = [str(part) for part in parts]
    sent += [request.META.get("QUERY_STRING", ""), request.path_info]
    for form in (request.GET, request.POST):
        sent += [text for name, values in form.lists() for text in (name, *values)]
    if any("\x00" in text for text in sent):
        raise BadRequest("a null")
    if any(len(str(part)) > LONGEST_IN_ADDRESS for part in parts):
        raise Http404


def shut(request: HttpRequest, because: list[str] | tuple[str, ...]) -> HttpResponse:
    """The door itself says no, before the page was asked anything; what an action refuses is another no."""
    return refused(request, because)


def see(address: str) -> HttpResponse:
    """Go and look at what was recorded: a page loaded again records nothing twice."""
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)


def refused(request: HttpRequest, because: list[str] | tuple[str, ...]) -> HttpResponse:
    """The page that says no, and why."""
    return render(request, "refused.html", {"because": because}, status=403)


@cache
def law() -> Shelf:
    """The shelf with this force's local policy, read once by each process."""
    return load(settings.HOME / "policy")


@cache
def calendar() -> Calendar:
    """The working days of England and Wales."""
    return england_and_wales()
