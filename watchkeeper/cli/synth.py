"""`watchkeeper synth`: a synthetic police force from a seed."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def synth(
    folder: Annotated[Path, typer.Argument(help="Folder to write the CSV files into.")],
    people: Annotated[int, typer.Option(help="People on the register.", min=100, max=1_000_000)] = 7_100,
    seed: Annotated[int, typer.Option(help="The same seed gives the same files.")] = 1,
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The night the force stands at; today if not given.",
        ),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(help="Write the answer key here: every planted fault and what it must show."),
    ] = None,
    backlog: Annotated[
        float | None,
        typer.Option(
            help="Share, of people who can be, whose next visit is overdue; as in London if not given.",
            min=0,
            max=1,
        ),
    ] = None,
    crimes: Annotated[
        int | None,
        typer.Option(
            help="Crimes: those of a year of a force of this size if not given; 0 for none.",
            min=0,
            max=10_000_000,
        ),
    ] = None,
    missing: Annotated[
        int | None,
        typer.Option(
            help="Episodes of children missing: a quarter of a year's of a force of this size if not given; "
            "0 for none.",
            min=0,
            max=10_000_000,
        ),
    ] = None,
    suspects: Annotated[
        int | None,
        typer.Option(
            help="Referrals of online suspects: a quarter of a year's of a force of this size if not given; "
            "0 for none.",
            min=0,
            max=10_000_000,
        ),
    ] = None,
) -> None:
    """Write a synthetic police force: invented people, officers and ten years of facts, as CSV files."""
    from watchkeeper import today
    from watchkeeper.cli.progress import bar
    from watchkeeper.synth.rates import BACKLOG
    from watchkeeper.synth.writing import write

    night = on.date() if on is not None else today.today()
    with bar() as progress:
        task = progress.add_task("people", total=people)
        write(
            folder,
            people=people,
            seed=seed,
            on=night,
            answers=answers,
            backlog=BACKLOG if backlog is None else backlog,
            crimes=crimes,
            missing=missing,
            suspects=suspects,
            tick=lambda number: progress.advance(task, number),
        )
    progress.console.print(f"{people:,} people as of {night}, seed {seed}, in {folder}", highlight=False)
