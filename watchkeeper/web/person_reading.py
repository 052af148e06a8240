"""One person's record as one page reads it: as it stands, or as it stood at the end of a past day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from watchkeeper.briefing.explaining import Explained, explained
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.history import History, history_of
from watchkeeper.briefing.one import Recorded
from watchkeeper.briefing.recorded import case_in, recorded_of
from watchkeeper.law.parameter import NotInForceError
from watchkeeper.people.facts import home_on
from watchkeeper.registers.facts import Matter
from watchkeeper.today import LONDON
from watchkeeper.visits.facts import Visit
from watchkeeper.web.asking import Asking

TABS: Mapping[str, str] = {
    "person": "Summary",
    "person-duties": "Duties",
    "person-timeline": "Timeline",
    "person-visits": "Visits",
    "person-risk": "Risk",
    "person-orders": "Orders",
    "person-notifications": "Notifications",
    "person-decisions": "Decisions",
    "person-links": "Links",
    "person-looks": "Who looked",
}
"""The pages of a record, by the name of their address."""


@dataclass(frozen=True)
class Reading:
    """A person on a day, from what was known at an instant. `back`: the day is past, nothing can be done."""

    asking: Asking
    ref: str
    on: date
    known_at: datetime
    back: bool
    history: History
    recorded: Recorded

    @cached_property
    def case(self) -> Case:
        """All that the rules need to know."""
        reader = None if self.back else self.asking.officer
        return case_in(self.recorded, self.asking.law, on=self.on, known_at=self.known_at, reader=reader)

    @cached_property
    def explained(self) -> Explained:
        """Every clock and decision owed: what `watchkeeper due` shows."""
        return explained(self.case, self.asking.law, self.asking.calendar, on=self.on)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Each address as it is written on an envelope, by ref."""
        return {one.ref: f"{one.line}, {one.postcode}".strip(", ") for one in self.recorded.addresses}

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Visits by the end of the day, newest first."""
        made = (one for one in self.recorded.visits if one.day <= self.on)
        return tuple(sorted(made, key=lambda one: (one.at, one.ref), reverse=True))

    @property
    def keep(self) -> str:
        """What every link keeps so that a look back stays one."""
        return f"?known={self.on.isoformat()}" if self.back else ""

    def to(self, name: str) -> str:
        """The address of another page of this record."""
        return reverse(name, args=[self.ref]) + self.keep


def address_of(name: str, *args: str) -> str:
    """The address of a page by its name; empty where the service has no such page, so no link is dead."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def end_of(day: date) -> datetime:
    """The last instant of a day in London: all that was known by then."""
    midnight = datetime.combine(day + timedelta(days=1), time(), LONDON)
    return midnight.astimezone(UTC) - timedelta(microseconds=1)


def asked_day(said: str, *, today: date) -> tuple[date, str]:
    """The day asked to look back to, and what is wrong with what was typed. Nothing typed is today.

    >>> asked_day("2026-03-02", today=date(2026, 3, 20))
    (datetime.date(2026, 3, 2), '')
    >>> asked_day("2026-03-21", today=date(2026, 3, 20))[1]
    'Enter today or a day before it'
    """
    if not said.strip():
        return today, ""
    try:
        day = date.fromisoformat(said.strip())
    except ValueError:
        return today, "Enter a day as year, month and day, like 2026-03-02"
    return (day, "") if day <= today else (today, "Enter today or a day before it")


def read(asking: Asking, person: str, day: date) -> Reading | None:
    """The record as known at the end of `day`, now if that is today; None when nothing was known."""
    back = day < asking.on
    known_at = end_of(day) if back else asking.at
    history = history_of(person, known_at=known_at)
    recorded = recorded_of(history)
    return Reading(asking, person, day, known_at, back, history, recorded) if recorded is not None else None


def shown(
    request: HttpRequest, person: str, tab: str, present: Callable[[Reading], dict[str, Any]]
) -> HttpResponse:
    """A page of the record, with what `present` makes of it. A look back to before the record says so."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    said = request.GET.get("known", "")
    day, problem = asked_day(said, today=asking.on)
    frame = {
        "ref": person,
        "tab": tab,
        "title": TABS[tab],
        "on": day,
        "back": day < asking.on,
        "problem": problem,
        "typed": said or asking.on.isoformat(),
        "today": asking.on,
        "here": reverse(tab, args=[person]),
    }
    reading = read(asking, person, day)
    if reading is None:
        return render(request, "people/unknown.html", frame | {"tabs": []}, status=200)
    try:
        shows = present(reading)
    except NotInForceError as gap:
        return render(request, "people/unknown.html", frame | {"tabs": [], "no_law": str(gap)}, status=200)
    shows |= {"tabs": tabs(reading, tab), "reading": reading, "keep": reading.keep, **identity(reading)}
    return render(request, f"people/{tab.replace('-', '_')}.html", frame | shows)


def tabs(reading: Reading, tab: str) -> list[dict[str, Any]]:
    """The way round a record."""
    return [
        {"text": text, "href": reading.to(name), "active": name == tab, "last": name == "person-looks"}
        for name, text in TABS.items()
    ]


def identity(reading: Reading) -> dict[str, Any]:
    """What stands at the head of every page of a record: who, and what to mind before all else."""
    person = reading.recorded.person
    level = reading.case.outlook.level
    return {
        "name": " ".join(filter(None, (person.given_names, person.family_name))) or "no name recorded",
        "level": level.level if level is not None else None,
        "marker": person.safety_marker,
        "children": children(reading),
    }


def children(reading: Reading) -> bool | None:
    """Whether a child lives with the person on the day: yes, no, or None when nobody recorded it.

    A household with a child that was notified and has not ended counts whatever the home says.
    """
    began = _households(reading, Matter.CHILD_HOUSEHOLD_BEGAN)
    ended = _households(reading, Matter.CHILD_HOUSEHOLD_ENDED)
    if began and (not ended or max(ended) < max(began)):
        return True
    home = home_on(reading.recorded.addresses, reading.on)
    return home.children_live_there if home is not None else None


def _households(reading: Reading, matter: Matter) -> list[date]:
    return [
        one.happened_on
        for one in reading.recorded.changes
        if one.matter is matter and one.happened_on is not None and one.happened_on <= reading.on
    ]
