"""`watchkeeper eligible OFFICER CRIME`: may this officer hold this crime, and why."""

from typing import Annotated

import typer

ALLOWED, REFUSED = 0, 1


def eligible(
    officer: Annotated[str, typer.Argument(help="The officer's ref.")],
    crime: Annotated[str, typer.Argument(help="The crime's ref, or its number here as 'number 573'.")],
    on: Annotated[
        str, typer.Option("--on", help="The day of judgement, YYYY-MM-DD. Today when left out.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="The officer who asks, by ref. The system officer when left out.",
        ),
    ] = "",
    purpose: Annotated[
        str, typer.Option("--purpose", help="Why it is asked; kept on the trail.")
    ] = "allocating crimes",
) -> None:
    """Explain whether an officer may hold a crime: every reason at once. Ends with 1 when not.

    What is sealed to professional standards is no more than "not available". Asking is recorded.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import asking_officer, day, open_house, stop

    night = day(on, "--on") if on else today.today()
    home = open_house()

    from watchkeeper.crimes.actions.asking import ask_eligible
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.law.wording import ref_of
    from watchkeeper.workforce.acts import Acting, Refused

    try:
        law = load(home / "policy")
        asking = asking_officer(by, law)
        acting = Acting(by=asking, about=ref_of(crime), on=night, law=law, purpose=purpose, at=today.now())
        found = ask_eligible(officer, acting)
    except (ShelfError, Refused) as error:
        stop(str(error))
    if as_json:
        import json

        reasons = [{"met": r.met, "says": r.says, "cite": r.cite} for r in found.reasons]
        told = {"officer": officer, "crime": crime, "day": night.isoformat(), "may hold": found.allowed}
        typer.echo(json.dumps({**told, "reasons": reasons}, ensure_ascii=False, indent=1))
    else:
        typer.echo(f"{officer} {'may' if found.allowed else 'may not'} hold {crime} on {night}")
        for reason in sorted(found.reasons, key=lambda each: each.met):
            typer.echo(f"  {'met' if reason.met else 'NOT MET'}: {reason.says} ({reason.cite})")
    raise typer.Exit(ALLOWED if found.allowed else REFUSED)
