"""`watchkeeper inspect`: the force measures itself, and says what it cannot measure yet."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchkeeper.cli.report import report

if TYPE_CHECKING:
    from rich.console import Console

    from watchkeeper.inspection.actions import Found, Question
    from watchkeeper.inspection.facts import Chart, Measure

app = typer.Typer(no_args_is_help=True)
app.command("report")(report)

On = Annotated[str, typer.Option("--on", help="The day, YYYY-MM-DD. Today when left out.")]
KnownAt = Annotated[
    str, typer.Option("--known-at", help="Only what was known at this instant. Now when left out.")
]
Unit = Annotated[
    str, typer.Option("--unit", help="One command unit, by its ref. The whole force when left out.")
]
Months = Annotated[
    int, typer.Option("--months", help="Month-ends looked back over, up to ten years.", min=0, max=120)
]
By = Annotated[
    str,
    typer.Option(
        "--as",
        envvar="WATCHKEEPER_OFFICER",
        help="The officer who asks, by ref. The system officer when left out.",
    ),
]
Parquet = Annotated[
    Path | None,
    typer.Option("--parquet", help="A folder that inspect export wrote, in place of the database."),
]
Engine = Annotated[
    str,
    typer.Option(
        "--engine",
        help="duckdb or spark, of a folder of Parquet. WATCHKEEPER_ENGINE, or duckdb, when left out.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print it as CSV.")]


@app.command("measures")
def measures(
    on: On = "",
    known_at: KnownAt = "",
    unit: Unit = "",
    months: Months = 24,
    by: By = "",
    parquet: Parquet = None,
    engine: Engine = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Every measure: value, limit, what is out of the ordinary, and what is not measured yet and why."""
    from watchkeeper.inspection.measures.catalogue import MEASURES

    found = _measured(_question(MEASURES, on, known_at, unit, months, parquet, engine), by, behind=False)
    if not _on_paper(found, as_json=as_json, as_csv=as_csv):
        _list(found, unit)


@app.command("measure")
def one(
    name: Annotated[str, typer.Argument(help="The measure, by the name that inspect measures shows.")],
    on: On = "",
    known_at: KnownAt = "",
    unit: Unit = "",
    months: Months = 24,
    by: By = "",
    parquet: Parquet = None,
    engine: Engine = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """One measure: what it counts, by unit and month, and the references of the rows behind it."""
    from watchkeeper.cli.opening import stop
    from watchkeeper.inspection.measures.catalogue import BY_NAME

    if name not in BY_NAME:
        stop(f"no measure is called {name!r}: watchkeeper inspect measures lists them")
    asked = _question((BY_NAME[name],), on, known_at, unit, months, parquet, engine)
    found = _measured(asked, by, behind=True)
    if not _on_paper(found, as_json=as_json, as_csv=as_csv):
        _explain(found[0], unit)


@app.command("export")
def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write the files into, one a table.")],
    by: By = "",
) -> None:
    """Write what is measured as Parquet: every version of every row; references, codes and days, no names."""
    from watchkeeper import today
    from watchkeeper.cli.opening import account, asking_officer, open_house, stop

    home = open_house()

    from watchkeeper.inspection.actions import export_facts
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused

    try:
        law = load(home / "policy")
        rows = export_facts(folder, by=asking_officer(by, law), law=law, at=today.now(), account=account())
    except (ShelfError, Refused) as error:
        stop(str(error))
    typer.echo(f"{sum(rows.values()):,} rows of {len(rows)} tables are in {folder}.")


def _question(
    chosen: "tuple[Measure, ...]",
    on: str,
    known_at: str,
    unit: str,
    months: int,
    folder: Path | None,
    engine: str,
) -> "Question":
    from watchkeeper import today
    from watchkeeper.cli.opening import day, instant, open_house, stop

    if engine not in ("", "duckdb") and folder is None:
        stop(
            "--engine spark reads a folder of Parquet: write one with watchkeeper inspect export, and name it"
        )
    open_house()

    from watchkeeper.inspection.actions import Question

    return Question(
        chosen,
        day(on, "--on") if on else today.today(),
        instant(known_at, "--known-at") if known_at else today.now(),
        months,
        unit,
        folder,
        engine,
    )


def _measured(asked: "Question", by: str, *, behind: bool) -> "tuple[Found, ...]":
    from watchkeeper import today
    from watchkeeper.cli.opening import account, asking_officer, open_house, stop
    from watchkeeper.engine.engines import EngineError
    from watchkeeper.engine.parquet import FolderError
    from watchkeeper.inspection.actions import AheadError, UnknownUnitError, measure
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused

    try:
        law = load(open_house() / "policy")
        return measure(
            asked,
            by=asking_officer(by, law),
            law=law,
            calendar=england_and_wales(),
            at=today.now(),
            behind=behind,
            account=account(),
        )
    except (ShelfError, Refused, UnknownUnitError, AheadError, FolderError, EngineError) as error:
        stop(str(error))


def _on_paper(found: "tuple[Found, ...]", *, as_json: bool, as_csv: bool) -> bool:
    from watchkeeper.inspection import paper

    if as_json:
        sys.stdout.buffer.write(paper.as_json(found))
    elif as_csv:
        sys.stdout.buffer.write(paper.as_csv(found))
    return as_json or as_csv


def _console() -> "Console":
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def _list(found: "tuple[Found, ...]", unit: str) -> None:
    from rich.markup import escape

    from watchkeeper.inspection.measures.unmeasured import UNMEASURED

    console, theme = _console(), None
    for each in found:
        measure = each.measured.measure
        if measure.theme != theme:
            theme = measure.theme
            console.print(f"\n[bold]{escape(theme.upper())}[/bold]")
        near = [name for name, chart in each.units.items() if chart.alarms and name != unit]
        said = _alarms(each.chart)
        if near and not unit:
            said = f"{said or '.'} In {', '.join(near)}."
        console.print(
            f"  {measure.name:24} {escape(_value(each, unit)):>18}  {escape(measure.title)}{escape(said)}"
        )
    console.print("\n[bold]NOT MEASURED[/bold]")
    for what, why in UNMEASURED:
        console.print(f"  {escape(what)}: {escape(why)}.")
    console.print(
        "\n* the limit is our own proposal, not yet confirmed: watchkeeper policy check lists them."
    )


def _explain(each: "Found", unit: str) -> None:
    from rich.markup import escape

    from watchkeeper.inspection.measures.wording import caveats, counting

    console, measure = _console(), each.measured.measure
    console.print(
        f"[bold]{escape(measure.title)}[/bold]: {escape(_value(each, unit))}{escape(_alarms(each.chart))}"
    )
    for said in (counting(measure), caveats(measure, on=each.measured.days[-1]), measure.cite):
        if said:
            console.print(f"    {escape(said)}")
    console.print(f"    {escape(_limits(each.chart, signal=measure.signal))}")
    console.print("\n[bold]By unit[/bold]")
    for name, chart in each.units.items():
        console.print(f"    {escape(name):20} {escape(_value(each, name)):>18}{escape(_alarms(chart))}")
    console.print("\n[bold]By month[/bold]")
    for day, counts in zip(each.measured.days, each.measured.counts.get(unit, ()), strict=False):
        share = "" if measure.signal or counts.share is None else f"{counts.share:.1%}"
        console.print(f"    {day}  {counts.many:>8,} of {counts.of:,}  {share}")
    console.print(f"\n[bold]Rows behind: {len(each.behind):,}[/bold]")
    if measure.sealed:
        console.print("    Sealed: which officers is for vetting and professional standards alone.")
    if each.withheld:
        console.print(f"    {each.withheld:,} more are of other units, and not for you.")
    for row in each.behind:
        waited = "" if row.days is None else f"  {row.days:,} days"
        console.print(f"    {escape(row.ref):24} {escape(row.unit):12}{waited}")


def _value(each: "Found", unit: str) -> str:
    counts = each.measured.counts.get(unit, ())
    if not counts:
        return "nothing looked at"
    last = counts[-1]
    if each.measured.measure.signal:
        return f"{last.many:,}"
    if last.share is None:
        return "nothing looked at"
    star = "" if each.measured.confirmed else "*"
    limit = f"limit {each.measured.limit:.0%}{star}" if each.measured.limit is not None else ""
    return f"{last.many:,} of {last.of:,}, {last.share:.1%}; {limit}"


def _alarms(chart: "Chart") -> str:
    return f": {'; '.join(chart.alarms).upper()}." if chart.alarms else ""


def _limits(chart: "Chart", *, signal: bool) -> str:
    if chart.centre is None or chart.low is None or chart.high is None:
        return f"Control limits: {chart.why}."
    shown = "{:.1f}" if signal else "{:.1%}"
    low, centre, high = (shown.format(each) for each in (chart.low, chart.centre, chart.high))
    return f"Control limits {low} to {high} about {centre}: {chart.why}."
