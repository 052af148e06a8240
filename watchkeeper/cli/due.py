"""`watchkeeper due PERSON`: every clock of one person, with each input and the clause that makes it count."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date, datetime

    from rich.console import Console

    from watchkeeper.briefing.explaining import Explained
    from watchkeeper.law.due import Due


def due(
    person: Annotated[str, typer.Argument(help="The person's ref.")],
    on: Annotated[
        str, typer.Option("--on", help="The day of judgement, YYYY-MM-DD. Today when left out.")
    ] = "",
    known_at: Annotated[
        str, typer.Option("--known-at", help="Only what was known at this instant. Now when left out.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="The officer who looks, by ref. The system officer when left out.",
        ),
    ] = "",
    purpose: Annotated[
        str, typer.Option("--purpose", help="Why the record is looked at; kept on the trail.")
    ] = "checking duties",
) -> None:
    """Explain every clock and every decision owed of one person. Looking is recorded on the trail."""
    from watchkeeper import today
    from watchkeeper.cli.opening import account, day, instant, open_house, stop

    night = day(on, "--on") if on else today.today()
    knowledge = instant(known_at, "--known-at") if known_at else today.now()
    home = open_house()

    from watchkeeper.briefing.actions import UnknownError, explain
    from watchkeeper.briefing.facts import Asked
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused

    try:
        found = explain(
            person,
            Asked(night, knowledge),
            by=by,
            purpose=purpose,
            law=load(home / "policy"),
            calendar=england_and_wales(),
            at=today.now(),
            account=account(),
        )
    except (ShelfError, Refused, UnknownError) as error:
        stop(str(error))
    if as_json:
        from watchkeeper.briefing.explaining import as_json as paper

        sys.stdout.buffer.write(paper(found))
    else:
        _show(found)


def _show(found: "Explained") -> None:
    from rich.console import Console
    from rich.markup import escape

    from watchkeeper.law.wording import day

    console = Console(highlight=False, soft_wrap=True)
    level = found.level or "level not recorded"
    console.print(f"[bold]{escape(found.ref)}[/bold] on {day(found.on)}: {level}, {escape(found.manager)}")
    console.print(escape(found.period))
    for asked in found.owed:
        console.print(
            f"\n[bold]DECISION OWED: {escape(asked.ground)}[/bold], by {day(asked.by)}, {asked.rank}"
        )
        for reason in (*asked.because, *(f"choice: {option}" for option in asked.options)):
            console.print(f"    {escape(reason)}")
        console.print(f"    {escape(asked.cite)}")
    if found.step:
        console.print(f"\n[bold]Next step on the ladder:[/bold] {escape(found.step)}")
    if found.failures:
        from watchkeeper.escalation.rules.grounds import describe

        console.print("\n[bold]Failures to notify:[/bold]")
        for failure in found.failures:
            console.print(f"    {escape(describe(failure))}")
    for each in found.dues:
        show_clock(console, each, found.on)
    if any(not each.confirmed for each in found.dues):
        console.print("\n* rests on a number not yet confirmed: watchkeeper policy check lists them.")


def show_clock(console: "Console", due: "Due", on: "date", *, at: "datetime | None" = None) -> None:
    """One clock with each of its inputs; to the minute where it counts hours and `at` is given."""
    from rich.markup import escape

    from watchkeeper.law.wording import given_ref

    ref = given_ref(due.about)
    about = f" ({ref})" if ref else ""
    star = "" if due.confirmed else " *"
    console.print(
        f"\n[bold]{escape(due.duty + about)}[/bold]: {_to_the_minute(due, at) or _stands(due, on)}{star}"
    )
    for given in due.because:
        value = f": {given.value}" if given.value else ""
        clause = f"  [{given.cite}]" if given.cite and given.cite != due.cite else ""
        console.print(f"    {escape(given.what + value + clause)}")
    console.print(f"    {escape(due.cite)}")


def _to_the_minute(due: "Due", at: "datetime | None") -> str:
    from watchkeeper.law.wording import elapsed, moment

    if due.at is None or at is None:
        return ""
    late = due.minutes_late(at)
    if late > 0:
        return f"OVERDUE by {elapsed(late)}, was due {moment(due.at)}"
    return f"by {moment(due.at)}, {elapsed(-late)} left"


def _stands(due: "Due", on: "date") -> str:
    from watchkeeper.law.due import Standing
    from watchkeeper.law.wording import day, days

    match due.standing:
        case Standing.MISSING:
            return "CANNOT BE WORKED OUT, a fact is missing"
        case Standing.HELD:
            return "held"
        case Standing.NONE:
            return "nothing owed"
        case _ if due.by is not None and (late := due.days_late(on)) > 0:
            return f"OVERDUE by {days(late)}, was due by {day(due.by)}"
        case _ if due.by is not None:
            return f"by {day(due.by)}, {days(-due.days_late(on))} left"
    return ""
