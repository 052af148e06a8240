"""`watchkeeper risk fairness IN.csv`: an instrument held against what came of people, group by group."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from watchkeeper.instruments.facts import Pack
    from watchkeeper.risk.measures.reading import Listed
    from watchkeeper.risk.measures.study import Figure

HEAD = ("part", "of", "measure", "value", "least", "most", "people", "why")
WIDTH, PLACES = 34, 4


def fairness(
    file: Annotated[
        str, typer.Argument(metavar="INPUT.csv|-", help="The list, or - for standard input.")
    ] = "",
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
    register: Annotated[
        bool, typer.Option("--register", help="Study the register's own assessments with --pack, not a list.")
    ] = False,
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="With --register, the officer who looks, by ref. The system officer when left out.",
        ),
    ] = "",
) -> None:
    """Hold an instrument against recorded outcomes: calibration, discrimination, drift, burden by group.

    Columns: percent or score, band, reoffended (yes, no, blank for not known), on, and a column group_NAME
    for each characteristic; with --pack the pack's own in place of score and band. Needs no register, and
    stores nothing. With --register instead: each person's first stored assessment with --pack, and whether a
    finding of its kind followed; the look is on the trail. Counts of a group under the number of policy are
    withheld.
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
    if register and (file or chosen is None):
        stop("--register studies what is stored: name --pack, and no list")
    if not register and not file:
        stop("name a list, or - for standard input; or --register with --pack")
    try:
        if register and chosen is not None:
            found = _stored(chosen, by, when)
        elif file == STANDARD:
            found = read(sys.stdin, chosen, on=when)
        else:
            with Path(file).open(encoding="utf-8-sig", newline="") as source:
                found = read(source, chosen, on=when)
        keeps = limits(load(_policy()), on=when)
    except (StudyError, FaultyError, ShelfError) as error:
        stop(f"{file}: {error}" if file else str(error))
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


def _stored(pack: "Pack", by: str, on: "date") -> "Listed":
    """What the register holds of a pack. Ends the program with a line where it may not be studied."""
    from watchkeeper import today
    from watchkeeper.cli.opening import open_house, stop
    from watchkeeper.law.shelf import load

    home = open_house()

    from watchkeeper.briefing.actions import UnknownError, known_officer
    from watchkeeper.briefing.following import follow
    from watchkeeper.workforce.acts import Refused

    now = today.now()
    if on > today.today():
        stop(f"--on {on} is still to come: nobody can say what will be known then")
    law = load(home / "policy")
    try:
        return follow(pack, by=known_officer(by, law, now), on=on, law=law, at=now)
    except (UnknownError, Refused) as error:
        stop(str(error))


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
