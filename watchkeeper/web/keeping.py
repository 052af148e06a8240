"""What a phone keeps for the doorstep: a page for when there is no signal, the day's people, a key."""

from base64 import b64encode
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache

from watchkeeper.accounts.models import Account
from watchkeeper.law.wording import day
from watchkeeper.today import LONDON
from watchkeeper.web import visit_form as form
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.doorstep import Door, newest, todays
from watchkeeper.web.plan_round import own_round
from watchkeeper.web.visit_parts import due_words, officers_near
from watchkeeper.web.visits import at_any_door, listed, seen
from watchkeeper.workforce.facts import Power

SALT = "watchkeeper.doorstep"
SCRIPTS = ("watchkeeper.js", "made/govuk-frontend.min.js", "doorstep.js", "doorstep_store.js")
STYLES = ("made/watchkeeper.css", "favicon.svg")


def keys_of(account: Account) -> list[dict[str, str]]:
    """The account's keys, the one to seal with first; then those of secrets retired but not forgotten.

    Made of the service's secret and the account, so that the same account can open on the same
    phone what it sealed before it signed out, and no other account can.
    """
    made = []
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        key = salted_hmac(SALT, str(account.pk), secret=secret, algorithm="sha256").digest()
        made.append({"id": sha256(key).hexdigest()[:16], "key": b64encode(key).decode()})
    return made


@never_cache
@page(Power.RECORD_VISIT)
def session(request: HttpRequest) -> HttpResponse:
    """Who is signed in, for how long at most, and with what their phone seals."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    seconds = min(_left_of_day(asking.at), request.session.get_expiry_age())
    return JsonResponse(
        {
            "account": str(asking.account.pk),
            "keys": keys_of(asking.account),
            "csrf": get_token(request),
            "seconds": seconds,
            "now": asking.at.isoformat(),
        }
    )


@never_cache
@page(Power.RECORD_VISIT)
def today(request: HttpRequest) -> HttpResponse:
    """The officer's own people who are due, in the few words needed at the door."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    doors, own = todays(asking), own_round(asking, newest(asking))
    shown = at_any_door(doors, own)
    if shown:
        seen(asking, list(shown))
    crew = {"officers": officers_near(asking), "typed": {"crew-1": asking.officer.ref}, "wrong": {}}
    return JsonResponse(
        {
            "title": f"My visits today, {day(asking.on)}",
            "list": render_to_string("visits/_list.html", listed(doors, own, asking)),
            "crew": render_to_string("visits/_crew.html", crew),
            "people": {ref: _parts(each, asking) for ref, each in shown.items()},
        }
    )


def _parts(door: Door, asking: Asking) -> dict[str, str]:
    typed = {"place": door.home.ref if door.home else ""}
    shown = {"door": door, "on": asking.on, "typed": typed, "wrong": {}, "due_words": due_words}
    return {
        "title": f"{door.ref} {door.person.given_names} {door.person.family_name}",
        **{part: render_to_string(f"visits/_{part}.html", shown) for part in ("top", "place", "conditions")},
    }


def _left_of_day(at: datetime) -> int:
    """Seconds to midnight in London."""
    here = at.astimezone(LONDON)
    midnight = (here + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((midnight - here).total_seconds())


def shell(_request: HttpRequest) -> HttpResponse:
    """The page that stands in for every other without signal. It holds nothing about anybody."""
    nobody: dict[str, Any] = {"request": {}, "form": form, "typed": {}, "wrong": {}, "door": None}
    return HttpResponse(render_to_string("visits/shell.html", nobody))


def worker(_request: HttpRequest) -> HttpResponse:
    """The service worker, at the root so that it may answer for every page."""
    addresses = [static(name) for name in (*SCRIPTS, *STYLES)]
    # Modules import each other by plain name, whatever name the pages know them by.
    plain = [f"{settings.STATIC_URL}{name}" for name in SCRIPTS]
    home = reverse("doorstep-shell")
    content = render_to_string("visits/shell.html", {"request": {}, "form": form, "typed": {}, "wrong": {}})
    said = {
        "store": f"{settings.STATIC_URL}doorstep_store.js",
        "version": sha256("".join([*addresses, content]).encode()).hexdigest()[:12],
        "kept": sorted({*addresses, *plain, home}),
        "shell": home,
        "sign_in": reverse("account_login"),
        "sign_out": reverse("account_logout"),
    }
    answer = HttpResponse(render_to_string("visits/worker.js", said), content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    answer["Service-Worker-Allowed"] = "/"
    return answer


addresses = [
    path("doorstep-worker.js", worker, name="doorstep-worker"),
    path("doorstep/", shell, name="doorstep-shell"),
    path("doorstep/session.json", session, name="doorstep-session"),
    path("doorstep/today.json", today, name="doorstep-today"),
]
