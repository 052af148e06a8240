"""Making an inspection report is an act: it goes out of the system, and the trail says which went."""

from datetime import datetime

from watchkeeper.audit.own_database import own_database
from watchkeeper.inspection.actions import check_unit
from watchkeeper.inspection.grades.facts import Judged, Signed
from watchkeeper.inspection.measures.running import population
from watchkeeper.inspection.reporting.facts import Asked, AskedWronglyError, Report, Tell
from watchkeeper.inspection.reporting.gathering import days_of, gather
from watchkeeper.inspection.reporting.samples import finished
from watchkeeper.inspection.reporting.told import told
from watchkeeper.inspection.rules.reaching import still_to_come, wide
from watchkeeper.inspection.signing_actions import signed
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import LONDON
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act, attempt
from watchkeeper.workforce.facts import Officer, Power


def silent(done: int, of: int) -> None:
    """Tells nobody."""


def report(
    asked: Asked,
    *,
    by: Officer,
    law: Shelf,
    calendar: Calendar,
    at: datetime,
    tell: Tell = silent,
    account: str = "",
) -> Report:
    """The inspection report of a force or a unit over a period. It is put on the trail, with its digest.

    Cases are drawn from every unit for whoever works for the whole force, from their own for anybody else.
    The facts are read before the act begins, so that nobody waits to write meanwhile.

    Raises Refused without the power, AskedWronglyError for a period or an instant nobody can report on, and
    UnknownUnitError for a unit nobody knew.
    """
    with attempt(
        Power.WRITE_REPORT, by=by, about="", on=at.date(), law=law, purpose="inspection", at=at
    ) as trying:
        made = _made(asked, by, law, calendar, at, tell)
        with trying.done() as this:
            this.fact("from", asked.since)
            this.fact("to", asked.until)
            this.fact("known_at", asked.known_at.isoformat())
            this.fact("seed", asked.seed)
            this.fact("rows", sum(len(each.cases) for each in made.drawn))
            this.fact("sha256", told(made)["sha256"])
            if asked.unit:
                this.fact("unit", asked.unit)
            if account:
                this.fact("account", account)
    return made


def sees(by: Officer, law: Shelf, *, at: datetime) -> str:
    """The one unit whose references an officer is shown, "" for every unit's."""
    return "" if wide(by, law, on=at.date()) else by.unit


def check(asked: Asked, law: Shelf, *, at: datetime) -> None:
    """Raises AskedWronglyError or UnknownUnitError for what nobody can report on at an instant."""
    days_of(asked, law)
    if asked.known_at > at:
        raise AskedWronglyError("what will be known later cannot be reported on")
    if come := still_to_come(asked.until, at.astimezone(LONDON).date()):
        raise AskedWronglyError(f"the period is not over: {come}")
    check_unit(asked.unit, asked.known_at)


def _made(asked: Asked, by: Officer, law: Shelf, calendar: Calendar, at: datetime, tell: Tell) -> Report:
    check(asked, law, at=at)
    days = days_of(asked, law)
    stood, read = _signed(asked), finished(asked, law)
    with population(own_database(), law, calendar, on=days, known_at=asked.known_at) as standing:
        return gather(standing, asked, law, sees=sees(by, law, at=at), signed=stood, tell=tell, read=read)


def _signed(asked: Asked) -> dict[Judged, Signed]:
    found = {
        theme: signed(theme, asked.unit, asked.since, asked.until, known_at=asked.known_at)
        for theme in Judged
    }
    return {theme: each for theme, each in found.items() if each is not None}


def take_out(name: str, digest: str, *, by: Officer, law: Shelf, at: datetime) -> None:
    """Put on the trail that one form of a report was taken out. Raises Refused without the power."""
    with act(
        Power.WRITE_REPORT,
        by=by,
        about="",
        on=at.date(),
        law=law,
        purpose="take out an inspection report",
        at=at,
    ) as this:
        this.fact("form", name)
        this.fact("sha256", digest)
