"""`watchkeeper inspect report`: an inspection report of the force or a unit, in every form, in one folder."""

from pathlib import Path
from typing import Annotated

import typer


def report(
    since: Annotated[str, typer.Option("--from", help="First day of the period, YYYY-MM-DD.")],
    until: Annotated[str, typer.Option("--to", help="Last day of the period, YYYY-MM-DD.")],
    out: Annotated[Path, typer.Option("--out", help="Folder to write: HTML, PDF, CSV and JSON.")],
    unit: Annotated[
        str, typer.Option("--unit", help="One command unit, by its ref. The whole force when left out.")
    ] = "",
    known_at: Annotated[
        str, typer.Option("--known-at", help="Only what was known at this instant. Now when left out.")
    ] = "",
    seed: Annotated[
        int, typer.Option("--seed", help="Draws the cases: the same seed draws the same.", min=0)
    ] = 1,
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="The officer who asks, by ref. The system officer when left out.",
        ),
    ] = "",
) -> None:
    """An inspection report: grades, every measure with its picture, falls, cases, what is not measured."""
    from watchkeeper import today
    from watchkeeper.cli.opening import account, asking_officer, day, instant, open_house, stop
    from watchkeeper.cli.progress import bar

    home = open_house()

    from watchkeeper.engine.engines import EngineError
    from watchkeeper.inspection.actions import UnknownUnitError
    from watchkeeper.inspection.reporting import actions
    from watchkeeper.inspection.reporting.facts import Asked, AskedWronglyError
    from watchkeeper.inspection.reporting.forms import drawing_up
    from watchkeeper.inspection.reporting.writing import OccupiedError, free, put
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused

    at = today.now()
    asked = Asked(
        day(since, "--from"),
        day(until, "--to"),
        instant(known_at, "--known-at") if known_at else at,
        unit,
        seed,
    )
    try:
        free(out)
        law = load(home / "policy")
        with bar() as shown:
            step = shown.add_task("Measuring", total=None)
            made = actions.report(
                asked,
                by=asking_officer(by, law),
                law=law,
                calendar=england_and_wales(),
                at=at,
                account=account(),
                tell=lambda done, of: shown.update(step, completed=done, total=of),
            )
            files, writing = {}, shown.add_task("Drawing up", total=4)
            for name, content in drawing_up(made):
                files[name] = content
                shown.advance(writing)
        put(files, out)
    except (ShelfError, Refused, UnknownUnitError, AskedWronglyError, OccupiedError, EngineError) as error:
        stop(str(error))
    typer.echo(f"The report is in {out}: {', '.join(files)}.")
    for each in made.proposals:
        typer.echo(f"  {each.theme}: {each.grade or 'no grade'} proposed")
