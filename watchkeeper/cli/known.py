"""`watchkeeper inspect known`: what was true, known, due and looked at of a person, unit or decision."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from watchkeeper.hindsight.facts import Known, Matter


def known(
    ref: Annotated[str, typer.Argument(help="A person, a unit or a decision, by ref.")],
    at: Annotated[
        str,
        typer.Option("--at", help="The instant: what was known then. Of a decision, when it was recorded."),
    ] = "",
    on: Annotated[
        str, typer.Option("--on", help="The day, YYYY-MM-DD. That of the instant when left out.")
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
    ] = "looking back: was it known?",
) -> None:
    """Was it known? What was true, known, due and looked at on a past day, and what was known later."""
    from watchkeeper import today
    from watchkeeper.cli.opening import account, asking_officer, day, instant, open_house, stop

    home = open_house()

    from watchkeeper.briefing.actions import UnknownError
    from watchkeeper.briefing.facts import Asked
    from watchkeeper.hindsight.actions import look_back, subject_of
    from watchkeeper.hindsight.paper import known_as_json
    from watchkeeper.hindsight.unit import unit_known
    from watchkeeper.inspection.actions import UnknownUnitError
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.parameter import NotInForceError
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused

    try:
        law, now = load(home / "policy"), today.now()
        subject = subject_of(ref, known_at=now)
        then = instant(at, "--at") if at else subject.at or now
        if then > now:
            stop(f"--at {at} is still to come; give an instant that has been")
        night = day(on, "--on") if on else today.day_of(then)
        reader, calendar = asking_officer(by, law), england_and_wales()
        if subject.unit:
            found = unit_known(
                subject.unit,
                on=night,
                known_at=then,
                now=now,
                by=reader,
                law=law,
                calendar=calendar,
                account=account(),
            )
        else:
            found = look_back(
                subject.person,
                Asked(night, then),
                by=reader,
                purpose=purpose,
                law=law,
                calendar=calendar,
                at=now,
                decision=subject.decision,
                account=account(),
            )
    except (ShelfError, Refused, UnknownError, UnknownUnitError, NotInForceError) as error:
        stop(str(error))
    if as_json:
        sys.stdout.buffer.write(known_as_json(found))
    else:
        _show(found)


def _show(found: "Known") -> None:
    from rich.console import Console
    from rich.markup import escape

    from watchkeeper.law.wording import day, moment

    console = Console(highlight=False, soft_wrap=True)
    console.print(
        f"[bold]{escape(found.ref)}[/bold] on {day(found.on)}, as known on {moment(found.known_at)}"
    )
    if found.decision is not None:
        console.print(
            f"\n[bold]The decision[/bold]\n    {escape(found.decision.true or found.decision.known)}"
        )
        for reason in found.reasons:
            console.print(f"    {escape(reason)}")
    _section(console, "TRUE AND KNOWN", found.held)
    _section(console, "DUE", found.duties)
    console.print(f"\n[bold]WHO LOOKED[/bold] before then: {found.looked:,}")
    if found.looks is None:
        console.print("    Shown to the unit's supervisors and to whoever may read the trail.")
    for look in found.looks or ():
        did = "was refused" if look.refused else look.power
        console.print(f"    {moment(look.at)}  {escape(f'{look.by}: {did}, {look.purpose}')}")
    _section(console, "KNOWN LATER", found.later, always=True)
    console.print(f"\n{found.many_same:,} facts were both true and known.")


def _section(console: "Console", title: str, matters: "tuple[Matter, ...]", *, always: bool = False) -> None:
    from rich.markup import escape

    from watchkeeper.hindsight.facts import Agreement
    from watchkeeper.law.wording import moment

    if not matters and not always:
        return
    console.print(f"\n[bold]{title}[/bold]")
    for each in matters:
        about = f" ({each.about})" if each.about else ""
        if each.agreement is Agreement.SAME:
            console.print(f"    {escape(each.kind + about)}: {escape(each.true)}")
            continue
        console.print(f"    {escape(each.kind + about)}: {each.agreement.value.upper()}")
        console.print(f"        known: {escape(each.known or 'nothing')}")
        console.print(f"        true:  {escape(each.true or 'nothing')}")
        if each.first_known is not None:
            source = escape(f"[{each.source}]")
            console.print(f"        first known {moment(each.first_known)}  {source}")
    if not matters:
        console.print("    Nothing.")
