"""`watchkeeper standards`: what professional standards and vetting alone read of a night."""

from typing import Annotated

import typer


def standards(
    by: Annotated[
        str,
        typer.Option("--as", envvar="WATCHKEEPER_OFFICER", help="The officer who looks, by ref."),
    ],
    on: Annotated[str, typer.Option("--on", help="The night, YYYY-MM-DD. Today when left out.")] = "",
    known_at: Annotated[
        str, typer.Option("--known-at", help="Only what was known at this instant. Now when left out.")
    ] = "",
) -> None:
    """List clocks of vetting and conduct, and work to hand over with its grounds. Looking is on the trail."""
    from watchkeeper import today
    from watchkeeper.cli.opening import day, instant, open_house, stop

    night = day(on, "--on") if on else today.today()
    knowledge = instant(known_at, "--known-at") if known_at else today.now()
    home = open_house()

    from rich.console import Console
    from rich.markup import escape

    from watchkeeper.briefing.actions import UnknownError, known_officer
    from watchkeeper.briefing.standards import read_standards
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.law.wording import day as day_words
    from watchkeeper.workforce.acts import Refused

    try:
        law = load(home / "policy")
        found = read_standards(
            by=known_officer(by, law, today.now()),
            on=night,
            known_at=knowledge,
            law=law,
            calendar=england_and_wales(),
            at=today.now(),
        )
    except (ShelfError, Refused, UnknownError) as error:
        stop(str(error))
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]Vetting and conduct, {day_words(night)}: {len(found):,}[/bold]")
    for each in found:
        about = f" ({each.about})" if each.about else ""
        by_day = f", by {day_words(each.by)}" if each.by else ", a fact is missing"
        star = "" if each.confirmed else " *"
        console.print(f"[bold]{escape(each.who)}[/bold]  {escape(each.what + about)}{by_day}{star}")
        console.print(f"      {escape('; '.join(each.why) + f' [{each.authority}]')}")
