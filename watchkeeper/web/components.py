"""What every template may use: GOV.UK macros, addresses, and the words of the law."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from watchkeeper.law import wording
from watchkeeper.law.wording import day, days, elapsed, names
from watchkeeper.today import LONDON
from watchkeeper.web.alerts import waiting
from watchkeeper.web.meanwhile import MEANWHILE, mark
from watchkeeper.web.navigation import navigation


def environment(**options: Any) -> Environment:
    """The Jinja environment: escaping always on, GOV.UK macros under `govuk_frontend_jinja/`."""
    ours = options.pop("loader")
    loader = ChoiceLoader(
        [ours, PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})]
    )
    made = Environment(**options, loader=loader, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(
        static=static,
        meanwhile=MEANWHILE,
        url=reverse,
        navigation=navigation,
        alerts_waiting=waiting,
        demo=settings.DEMO,
    )
    made.filters.update(
        day=day,
        days=days,
        counted=wording.counted,
        every=wording.every,
        an=wording.a,
        elapsed=elapsed,
        names=names,
        given=wording.given_ref,
        spoken=wording.spoken_ref,
        instrument=wording.instrument,
        clock=clock,
        minute=wording.clock,
        thousands=thousands,
        sentence=sentence,
        mark=mark,
        iso_day=date.fromisoformat,
    )
    return made


def clock(instant: Any) -> str:
    """An instant as an officer reads it, on London's clock: 20 March 2026, 14:05."""
    here = instant.astimezone(LONDON)
    return f"{day(here.date())}, {here:%H:%M}"


def thousands(number: int) -> str:
    """A count with its commas: 7,100."""
    return f"{number:,}"


def sentence(text: str) -> str:
    """Words that begin a sentence or a cell, the rest of them as they are: ARMS stays ARMS."""
    return text[:1].upper() + text[1:]


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """What the pages of the accounts library need to look like ours."""
    return {"demo": settings.DEMO, "navigation": navigation(request)}
