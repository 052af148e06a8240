"""`watchkeeper allocate`: who takes which crime, proposed with reasons; a person decides."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from watchkeeper.crimes.lacking import Lack
    from watchkeeper.crimes.proposing import Proposed


def allocate(
    unit: Annotated[
        str, typer.Option("--unit", help="The unit whose crimes nobody holds. Every unit when left out.")
    ] = "",
    on: Annotated[
        str, typer.Option("--on", help="The day of judgement, YYYY-MM-DD. Today when left out.")
    ] = "",
    seed: Annotated[int, typer.Option("--seed", min=0, help="Settles equals; the same seed, the same.")] = 0,
    capacity: Annotated[
        bool, typer.Option("--capacity", help="Also say which courses the unit lacks for its work.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    by: Annotated[
        str, typer.Option("--as", envvar="WATCHKEEPER_OFFICER", help="The officer who asks, by ref.")
    ] = "",
    purpose: Annotated[
        str, typer.Option("--purpose", help="Why it is asked; kept on the trail.")
    ] = "allocating crimes",
) -> None:
    """Propose who takes the crimes nobody holds: for each the officer, why and who is next.

    For each crime left over, why nobody, and the smallest change that would place it. The lawful
    come first: nobody is proposed who may not hold the crime. Asking is recorded on the trail.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import asking_officer, day, open_house, stop

    night = day(on, "--on") if on else today.today()
    home = open_house()

    from watchkeeper.crimes.actions.proposing import propose_allocation
    from watchkeeper.crimes.acts import Acting
    from watchkeeper.crimes.lacking import lacking
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused

    try:
        law = load(home / "policy")
        acting = Acting("", asking_officer(by, law), night, law, purpose, today.now())
        found = propose_allocation(unit, acting, seed=seed)
    except (ShelfError, Refused) as error:
        stop(str(error))
    if capacity and not unit:
        stop("--capacity is of one unit: give --unit with it")
    if found is None:
        typer.echo("{}" if as_json else "Every open crime is held by somebody.")
        return
    lacks = lacking(found, unit, law, on=night) if capacity else ()
    if as_json:
        import json

        typer.echo(json.dumps(_told(found, lacks, seed), ensure_ascii=False, indent=1))
    else:
        _show(found, lacks)


def _told(found: "Proposed", lacks: "tuple[Lack, ...]", seed: int) -> dict[str, Any]:
    return {
        "seed": seed,
        "how good": found.standing,
        "proposed": [
            {
                "crime": line.crime,
                "officer": line.officer,
                "why": line.because,
                "next": line.runner_up,
                "next would cost": line.cost,
            }
            for line in found.lines
        ],
        "waiting": [
            {"crime": each.crime, "why": each.because, "what would change it": list(each.changes)}
            for each in found.waiting
        ],
        "courses": [
            {
                "course": str(each.course),
                "asked for": each.asking,
                "held by": each.holders,
                "train": each.officer,
            }
            for each in lacks
        ],
    }


def _show(found: "Proposed", lacks: "tuple[Lack, ...]") -> None:
    typer.echo(f"{len(found.lines):,} proposed, {len(found.waiting):,} wait: {found.standing}.")
    for line in found.lines:
        typer.echo(f"  {line.crime}  {line.officer}: {line.because}")
        if line.runner_up:
            typer.echo(
                f"      next: {line.runner_up}" + ("" if line.cost is None else f", {line.cost} points less")
            )
    for each in found.waiting:
        typer.echo(f"  {each.crime}  nobody: {each.because}")
        for change in each.changes:
            typer.echo(f"      what would place it: {change}")
    for lack in lacks:
        typer.echo(f"  {lack.course}: {lack.asking} crimes ask for it, {lack.holders} officers hold it")
    typer.echo("Nothing is allocated: each is given, or not, by whoever allocates.")
