"""`watchkeeper missing REF`: every clock of one episode to the minute, with each input and its clause."""

from typing import Annotated

import typer


def missing(
    ref: Annotated[str, typer.Argument(help="The episode's ref.")],
    at: Annotated[
        str, typer.Option("--at", help="The instant of judgement, YYYY-MM-DDTHH:MM. Now when left out.")
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
        str, typer.Option("--purpose", help="Why the episode is looked at; kept on the trail.")
    ] = "checking duties",
) -> None:
    """Explain every clock of one missing episode, to the minute. Looking is recorded on the trail."""
    from watchkeeper import today
    from watchkeeper.cli.opening import account, instant, open_house, stop

    judged = instant(at, "--at") if at else today.now()
    knowledge = instant(known_at, "--known-at") if known_at else today.now()
    home = open_house()

    from rich.console import Console
    from rich.markup import escape

    from watchkeeper.audit.standing import as_written
    from watchkeeper.briefing.actions import UnknownError, known_officer
    from watchkeeper.briefing.missing_explaining import explain_episode
    from watchkeeper.cli.due import show_clock
    from watchkeeper.law.clocks import london_day
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.law.wording import moment
    from watchkeeper.missing.models import Episode
    from watchkeeper.workforce.acts import Refused

    ref = as_written(Episode, ref, known_at=knowledge)
    try:
        law = load(home / "policy")
        found = explain_episode(
            ref,
            by=known_officer(by, law, today.now()),
            on_at=judged,
            known_at=knowledge,
            purpose=purpose,
            law=law,
            at=today.now(),
            account=account(),
        )
    except (ShelfError, Refused, UnknownError) as error:
        stop(str(error))
    if found is None:
        stop(f"no episode was known as {ref!r} at {knowledge:%Y-%m-%d %H:%M %Z}")
    console = Console(highlight=False, soft_wrap=True)
    stands = f"found {moment(found.found_at)}" if found.found_at is not None else "missing"
    console.print(f"[bold]{escape(found.ref)}[/bold], {moment(found.at)}: {found.grade}, {stands}")
    for says in found.says:
        console.print(f"    {escape(says)}")
    for each in found.dues:
        show_clock(console, each, london_day(found.at), at=found.at)
    if not found.dues:
        console.print("Nothing is owed.")
    if any(not each.confirmed for each in found.dues):
        console.print("\n* rests on a number not yet confirmed: watchkeeper policy check lists them.")
