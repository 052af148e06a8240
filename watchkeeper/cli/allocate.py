"""`watchkeeper allocate`: who takes which crime, proposed with reasons; a person decides."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from watchkeeper.crimes.actions.moving import Lightened, Moves
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
    washed: Annotated[
        bool,
        typer.Option(
            "--washed",
            help="The crimes whose holder may no longer hold them, or holds too much: to whom they move.",
        ),
    ] = False,
    capacity: Annotated[
        bool, typer.Option("--capacity", help="Also say which courses the unit lacks for its work.")
    ] = False,
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
    """Propose who takes the crimes nobody holds: for each the officer, why and who is next.

    For each crime left over, why nobody, and the smallest change that would place it. The lawful
    come first: nobody is proposed who may not hold the crime. Asking is recorded on the trail.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import asking_officer, day, open_house, stop

    night = day(on, "--on") if on else today.today()
    home = open_house()

    from watchkeeper.crimes.actions.moving import propose_moves
    from watchkeeper.crimes.actions.proposing import propose_allocation
    from watchkeeper.crimes.lacking import lacking
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Acting, Refused

    try:
        law = load(home / "policy")
        acting = Acting(
            by=asking_officer(by, law), about="", on=night, law=law, purpose=purpose, at=today.now()
        )
        moves = propose_moves(unit, acting, england_and_wales(), seed=seed) if washed else None
        found = (moves.proposed if moves else None) if washed else propose_allocation(unit, acting, seed=seed)
    except (ShelfError, Refused) as error:
        stop(str(error))
    if capacity and washed:
        stop("--capacity is of crimes nobody holds: give it without --washed")
    if capacity and not unit:
        stop("--capacity is of one unit: give --unit with it")
    if found is None:
        none = (
            "Nobody holds a crime they may not, or more than they may."
            if washed
            else "Every open crime is held by somebody."
        )
        typer.echo("{}" if as_json else none)
        return
    lacks = lacking(found, unit, law, on=night) if capacity else ()
    if as_json:
        import json

        typer.echo(json.dumps(_told(found, lacks, seed) | _leaving(moves), ensure_ascii=False, indent=1))
    else:
        _show(found, lacks, moves)


def _leaving(moves: "Moves | None") -> dict[str, Any]:
    """From whom each crime moves, by when, and why as whoever hands out work may read it."""
    from watchkeeper.briefing.crime_lines import outward_words

    if moves is None:
        return {}
    return {
        "leaving": [
            {"crime": ref, "from": each.officer, "by": each.by.isoformat(), "why": outward_words(each.told)}
            for ref, each in sorted(moves.leaving.items())
        ],
        "over the cap": [
            {
                "officer": each.officer,
                "holds": each.load,
                "may hold": each.most,
                "would hold": each.after,
                "by": each.by.isoformat(),
                "moves": list(each.moves),
                "nobody may take": list(each.stuck),
            }
            for each in moves.lightened
        ],
    }


def _told(found: "Proposed", lacks: "tuple[Lack, ...]", seed: int) -> dict[str, Any]:
    return {
        "seed": seed,
        "how good": found.standing,
        "worked out again": found.again,
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


def _show(found: "Proposed", lacks: "tuple[Lack, ...]", moves: "Moves | None") -> None:
    from watchkeeper.briefing.crime_lines import outward_words
    from watchkeeper.law.wording import day, names, spoken_ref

    if moves is not None:
        typer.echo(f"{len(moves.leaving):,} crimes are to leave whoever holds them:")
        for ref, leaving in sorted(moves.leaving.items()):
            why = names(outward_words(leaving.told))
            typer.echo(f"  {spoken_ref(ref)}  from {leaving.officer} by {day(leaving.by)}: {why}")
        for each in moves.lightened:
            typer.echo(_lightened(each))
    if found.again:
        typer.echo(f"What it rests on was recorded meanwhile: worked out {found.again + 1} times.")
    typer.echo(f"{len(found.lines):,} proposed, {len(found.waiting):,} wait: {found.standing}.")
    for line in found.lines:
        typer.echo(f"  {spoken_ref(line.crime)}  {line.officer}: {line.because}")
        if line.runner_up:
            typer.echo(
                f"      next: {line.runner_up}" + ("" if line.cost is None else f", {line.cost} points less")
            )
    for left in found.waiting:
        typer.echo(f"  {spoken_ref(left.crime)}  nobody: {left.because}")
        for change in left.changes:
            typer.echo(f"      what would place it: {change}")
    for lack in lacks:
        typer.echo(f"  {lack.course}: {lack.asking} crimes ask for it, {lack.holders} officers hold it")
    typer.echo("Nothing is allocated: each is given, or not, by whoever allocates.")


def _lightened(each: "Lightened") -> str:
    from watchkeeper.law.wording import day

    many = f"{len(each.moves)} of theirs {'is' if len(each.moves) == 1 else 'are'} proposed to others"
    says = f"  {each.officer} holds {each.load:g} weighted of {each.most:g}: {many} by {day(each.by)}"
    if each.enough:
        return f"{says}; would hold {each.after:g}."
    why = (
        "nobody else may hold or has room for more of theirs"
        if each.stuck
        else "no more of theirs is of this unit"
    )
    return f"{says}; would still hold {each.after:g}: {why}."
