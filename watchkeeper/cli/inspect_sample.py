"""`watchkeeper inspect sample`: cases drawn for a dip sample, the same for whoever gives the seed."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from watchkeeper.inspection.sampled import Sample

Theme = Annotated[str, typer.Argument(help="offenders, visits, allocation or missing.")]
Size = Annotated[
    int | None, typer.Option("--size", min=1, help="Cases to draw; policy says how many when left out.")
]
Seed = Annotated[str, typer.Option("--seed", help="Any words; whoever draws with the same finds the same.")]
On = Annotated[
    str, typer.Option("--on", help="Day the force is drawn from, YYYY-MM-DD; today when left out.")
]
Unit = Annotated[str, typer.Option("--unit", help="One unit by its ref; the whole force when left out.")]
Keep = Annotated[bool, typer.Option("--keep", help="Keep it, so that its questions can be answered.")]
By = Annotated[
    str,
    typer.Option(
        "--as",
        "--by",
        envvar="WATCHKEEPER_OFFICER",
        help="The officer who asks, by ref. The system officer when left out.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def sample(
    theme: Theme,
    seed: Seed,
    size: Size = None,
    on: On = "",
    unit: Unit = "",
    keep: Keep = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Draw a dip sample by unit and kind, and print the references: the same seed draws the same."""
    from watchkeeper import today
    from watchkeeper.cli.opening import account, asking_officer, day, open_house, stop

    home = open_house()

    from watchkeeper.briefing.actions import UnknownError, known_asked
    from watchkeeper.briefing.facts import Asked
    from watchkeeper.inspection.sample_actions.drawing import draw_sample
    from watchkeeper.inspection.sampled import SampleTheme
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused

    if theme not in set(SampleTheme):
        stop(f"no theme is called {theme!r}: there are {', '.join(SampleTheme)}")
    drawn_on = day(on, "--on") if on else today.today()
    try:
        law = load(home / "policy")
        known_asked(Asked(drawn_on, today.now(), unit))
        drawn = draw_sample(
            SampleTheme(theme),
            size=size,
            seed=seed,
            drawn_on=drawn_on,
            unit=unit,
            calendar=england_and_wales(),
            keep=keep,
            account=account(),
            by=asking_officer(by, law),
            on=today.today(),
            law=law,
            at=today.now(),
        )
    except (ShelfError, Refused, UnknownError) as error:
        stop(str(error))
    if as_json:
        from watchkeeper.inspection.paper_sample import as_json as written

        sys.stdout.buffer.write(written(drawn))
    else:
        _print(drawn)


def _print(drawn: "Sample") -> None:
    from rich.console import Console
    from rich.markup import escape

    from watchkeeper.inspection.sampled import SUBJECTS
    from watchkeeper.law.wording import day

    console, subject, drawing = Console(highlight=False, soft_wrap=True), SUBJECTS[drawn.theme], drawn.drawing
    where = f"unit {drawn.unit}" if drawn.unit else "the whole force"
    console.print(
        f"[bold]{escape(subject.title)}[/bold]: {len(drawing.cases)} of {drawing.of:,} cases, "
        f"{escape(where)}, {day(drawn.on)}, seed {escape(drawn.seed)}."
    )
    console.print(f"Drawn from a frame whose SHA-256 is {drawing.digest}.")
    if len(drawing.cases) > drawn.size:
        console.print(f"More than the {drawn.size} asked for: a few of each unit and kind are always drawn.")
    if drawn.ref:
        console.print(f"Kept as {escape(drawn.ref)}.")
    console.print(f"\n[bold]By unit and {subject.kind}[/bold]")
    for each in drawing.strata:
        stratum = each.stratum
        console.print(
            f"    {escape(stratum.unit):20} {escape(stratum.kind):16} {each.drawn:>5} of {each.of:,}"
        )
    console.print("\n[bold]Cases, in the order drawn[/bold]")
    for case in drawing.cases:
        again = "  looked at twice" if case.second else ""
        console.print(
            f"    {escape(case.ref):28} {escape(case.stratum.unit):12} {escape(case.stratum.kind)}{again}"
        )
