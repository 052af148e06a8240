"""Invented people for the register's rules, and dates as a table writes them."""

from dataclasses import replace
from datetime import date, timedelta

from watchkeeper.law.due import Due
from watchkeeper.law.parameter import Value
from watchkeeper.law.shelf import Shelf, load
from watchkeeper.law.span import Span
from watchkeeper.people.facts import Away, AwayKind, Person, Sex
from watchkeeper.registers.facts import Disposal, Duty, Finding, Notified, Sentence, Subject

LAW = load()
DAY = timedelta(days=1)


def on(text: str) -> date | None:
    """A date from a table: `2026-06-01`, or nothing for a dash or a blank."""
    return date.fromisoformat(text) if text not in ("", "-") else None


def person(born_on: date | None = date(1980, 5, 17)) -> Person:
    return Person("P1", "Ash", "Robin", born_on, Sex.NOT_RECORDED, "U1")


def convicted(
    since: date | None = date(2026, 6, 1),
    sentence: Sentence | None = Sentence.COMMUNITY,
    months: int = 0,
    days: int = 0,
    ref: str = "D1",
    finding: Finding = Finding.CONVICTION,
    **more: object,
) -> Disposal:
    made = Disposal(ref, "invented offence", finding, since, sentence, months, days)
    return replace(made, **more)  # type: ignore[arg-type]


def subject(*disposals: Disposal, born_on: date | None = date(1980, 5, 17), **more: object) -> Subject:
    return replace(Subject(person(born_on), disposals), **more)  # type: ignore[arg-type]


def told(last: str, first: str = "", **more: object) -> Notified:
    made = Notified(first_on=on(first or last), last_on=on(last), last_ref="N1")
    return replace(made, **more)  # type: ignore[arg-type]


def away(since: str, until: str = "", kind: AwayKind = AwayKind.CUSTODY, ref: str = "A1") -> Away:
    begins = on(since)
    assert begins is not None
    return Away(ref, kind, begins, on(until))


def spans(*held: Away) -> tuple[Span, ...]:
    return tuple(Span(a.since, a.until) for a in held)


def one(dues: tuple[Due, ...], duty: Duty, about: str | None = None) -> Due:
    """The only clock of a duty; the test fails when there are none or several."""
    (found,) = [d for d in dues if d.duty == duty and about in (None, d.about)]
    return found


def none_of(dues: tuple[Due, ...], duty: Duty) -> bool:
    return all(d.duty != duty for d in dues)


def law_doubting(*names: str) -> Shelf:
    """The shelf with every row read against its source, but these."""
    rows = {name: replace(row, confirmed=name not in names) for name, row in LAW.rows.items()}
    return Shelf(rows, "doubted")


def law_with(**rows: Value) -> Shelf:
    """The shelf with some rows read another way, from the first day each had a value."""
    changed = {
        name: replace(LAW[name], values=((LAW[name].values[0][0], value),)) for name, value in rows.items()
    }
    return Shelf({**LAW.rows, **changed}, "read another way")
