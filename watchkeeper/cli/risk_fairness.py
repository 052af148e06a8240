"""`watchkeeper risk fairness IN.csv`: an instrument held against what came of people, group by group."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watchkeeper.risk.measures.study import Figure

HEAD = ("part", "of", "measure", "value", "least", "most", "people", "why")
WIDTH, PLACES = 34, 4


def fairness(
    file: Annotated[str, typer.Argument(metavar="INPUT.csv|-", help="The list, or - for standard input.")],
    pack: Annotated[
        str, typer.Option("--pack", help="Score the list by this pack first; else its scores are read.")
    ] = "",
    since: Annotated[
        str, typer.Option("--since", help="First day of the later period of drift, YYYY-MM-DD.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print every figure as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print every figure as CSV.")] = False,
    on: Annotated[
        str, typer.Option("--on", help="The day of policy and of rows without one. Today when left out.")
    ] = "",
) -> None:
    """Hold an instrument against recorded outcomes: calibration, discrimination, drift, burden by group.

    Columns: percent or score, band, reoffended (yes, no, blank for not known), on, and a column group_NAME
    for each characteristic; with --pack the pack's own in place of score and band. Needs no register, and
    stores nothing. Counts of a group under the number of policy are withheld.
    """
    from watchkeeper import today
    from watchkeeper.cli.lists import STANDARD
    from watchkeeper.cli.opening import day, stop
    from watchkeeper.cli.risk import chosen_pack
    from watchkeeper.instruments.scoring import FaultyError
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.risk.measures.reading import StudyError, read
    from watchkeeper.risk.measures.study import figures, limits, study

    when = day(on, "--on") if on else today.today()
    begins = day(since, "--since") if since else None
    chosen = chosen_pack(pack) if pack else None
    try:
        if file == STANDARD:
            found = read(sys.stdin, chosen, on=when)
        else:
            with Path(file).open(encoding="utf-8-sig", newline="") as source:
                found = read(source, chosen, on=when)
        keeps = limits(load(_policy()), on=when)
    except (StudyError, FaultyError, ShelfError) as error:
        stop(f"{file}: {error}")
    bands = [band.name for band in chosen.bands] if chosen else ["low", "medium", "high", "very high"]
    said = list(figures(study(found.people, bands, keeps, since=begins)))
    for why, count in sorted(found.left_out.items()):
        typer.echo(f"left out: {count} {'row' if count == 1 else 'rows'}, {why}", err=True)
    if as_json:
        import json

        rows = [{name: getattr(each, name) for name in HEAD} for each in said]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif as_csv:
        import csv

        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(HEAD)
        table.writerows([_cell(getattr(each, name)) for name in HEAD] for each in said)
    else:
        for line in told(said):
            typer.echo(line)


def told(said: "list[Figure]") -> "Iterator[str]":
    """The figures in lines, under a heading for each part."""
    part = ""
    for each in said:
        if each.part != part:
            part = each.part
            yield f"\n{part}"
        yield f"  {each.of:<{WIDTH // 2}} {each.measure:<{WIDTH}} {_value(each)}"


def _value(each: "Figure") -> str:
    if each.value is None:
        return each.why
    said = _cell(each.value)
    if each.least is not None and each.most is not None:
        said += f" ({_cell(each.least)} to {_cell(each.most)})"
    if each.people is not None:
        said += f" of {each.people}"
    return f"{said}, {each.why}" if each.why else said


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.{PLACES}f}" if isinstance(value, float) else str(value)


def _policy() -> "Path | None":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")
    from django.conf import settings

    folder: Path = settings.HOME / "policy"
    return folder if folder.is_dir() else None
