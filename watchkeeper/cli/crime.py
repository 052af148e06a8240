"""`watchkeeper crime REF`: every clock of one crime, with each input and the clause that makes it count."""

from typing import Annotated

import typer


def crime(
    ref: Annotated[str, typer.Argument(help="The crime's ref, or its number here as 'number 573'.")],
    on: Annotated[
        str, typer.Option("--on", help="The day of judgement, YYYY-MM-DD. Today when left out.")
    ] = "",
    known_at: Annotated[
        str, typer.Option("--known-at", help="Only what was known at this instant. Now when left out.")
    ] = "",
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="The officer who looks, by ref. The system officer when left out.",
        ),
    ] = "",
    purpose: Annotated[
        str, typer.Option("--purpose", help="Why the crime is looked at; kept on the trail.")
    ] = "checking duties",
) -> None:
    """Explain every clock of one crime. Looking is recorded on the trail."""
    from watchkeeper import today
    from watchkeeper.cli.opening import account, day, instant, open_house, stop

    night = day(on, "--on") if on else today.today()
    knowledge = instant(known_at, "--known-at") if known_at else today.now()
    home = open_house()

    from rich.console import Console
    from rich.markup import escape

    from watchkeeper.briefing.actions import UnknownError, known_officer
    from watchkeeper.briefing.crime_explaining import explain_crime
    from watchkeeper.cli.due import show_clock
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.law.wording import day as day_words
    from watchkeeper.law.wording import ref_of, spoken_ref
    from watchkeeper.workforce.acts import Refused

    try:
        law = load(home / "policy")
        found = explain_crime(
            ref_of(ref),
            by=known_officer(by, law, today.now()),
            on=night,
            known_at=knowledge,
            purpose=purpose,
            law=law,
            calendar=england_and_wales(),
            at=today.now(),
            account=account(),
        )
    except (ShelfError, Refused, UnknownError) as error:
        stop(str(error))
    if found is None:
        stop(f"no crime was known as {ref!r} at {knowledge:%Y-%m-%d %H:%M %Z}")
    console = Console(highlight=False, soft_wrap=True)
    held = f"{found.kind}, held by {found.holder or 'nobody'}"
    console.print(f"[bold]{escape(spoken_ref(found.ref))}[/bold] on {day_words(found.on)}: {escape(held)}")
    for says in found.placed:
        console.print(f"    {escape(says)}")
    for each in found.dues:
        show_clock(console, each, found.on)
    if not found.dues:
        console.print("Nothing is owed.")
    if any(not each.confirmed for each in found.dues):
        console.print("\n* rests on a number not yet confirmed: watchkeeper policy check lists them.")
