"""`watchkeeper officer`: appoint officers, and list who is known."""

from typing import Annotated

import typer

from watchkeeper.law.wording import either
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training

app = typer.Typer(no_args_is_help=True)


@app.command()
def appoint(
    ref: Annotated[str, typer.Argument(help="The officer's reference.")],
    role: Annotated[
        Role,
        typer.Option(
            "--role",
            metavar="ROLE",
            help=f"What they do: {either([each for each in Role if each is not Role.SYSTEM])}.",
        ),
    ],
    rank: Annotated[
        Rank,
        typer.Option("--rank", metavar="RANK", help=f"Rank, or the nearest for staff: {either([*Rank])}."),
    ] = Rank.CONSTABLE,
    unit: Annotated[str, typer.Option("--unit", help="Their unit, by its ref.")] = "",
    hours_share: Annotated[
        float, typer.Option("--hours-share", help="Share of full-time hours, above 0 and at most 1.")
    ] = 1.0,
    since: Annotated[str, typer.Option("--since", help="First day in post, YYYY-MM-DD.")] = "",
    until: Annotated[str, typer.Option("--until", help="First day no longer in post, YYYY-MM-DD.")] = "",
    course: Annotated[
        list[str] | None,
        typer.Option("--course", help="A course passed and the day, as MOSOVO=2024-05-01. May be repeated."),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="The administrator who appoints. Left out for the first administrator of all.",
        ),
    ] = "",
    purpose: Annotated[str, typer.Option("--purpose", help="Why; kept on the trail.")] = "appointment",
) -> None:
    """Appoint an officer, or change what is recorded of one. Nobody appoints themselves.

    While no officer is known, `--role administrator` without `--as` enters the first one.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import day, open_house, stop

    if not 0 < hours_share <= 1:
        stop(f"--hours-share {hours_share} is not above 0 and at most 1")
    officer = Officer(
        ref=ref,
        rank=rank,
        role=role,
        unit=unit,
        hours_share=hours_share,
        since=day(since, "--since") if since else None,
        until=day(until, "--until") if until else None,
        training=tuple(_training(text) for text in course or ()),
    )
    home = open_house(make=True)

    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.actions.officers import (
        appoint_first_administrator,
        appoint_officer,
        officer_as_known,
        others_known,
    )
    from watchkeeper.workforce.acts import Refused

    now = today.now()
    try:
        law = load(home / "policy")
        if not by and role is Role.ADMINISTRATOR and not others_known(known_at=now):
            appoint_first_administrator(ref, law=law, at=now)
        else:
            appointing = officer_as_known(by, known_at=now) if by else None
            if appointing is None:
                stop(
                    f"no officer has the ref {by!r}"
                    if by
                    else "name the administrator who appoints: --as REF"
                )
            appoint_officer(officer, by=appointing, on=today.today(), law=law, purpose=purpose, at=now)
    except (Refused, ShelfError) as error:
        stop(str(error))
    typer.echo(f"{ref} is entered: {rank}, {role}{f', unit {unit}' if unit else ''}.")


@app.command("list")
def list_officers(
    unit: Annotated[str, typer.Option("--unit", help="Only this unit, by its ref.")] = "",
) -> None:
    """List the officers known today, with unit, rank, role and courses."""
    from watchkeeper import today
    from watchkeeper.cli.opening import open_house

    open_house()

    from watchkeeper.workforce.actions.officers import officers_as_known

    found = [o for o in officers_as_known(known_at=today.now()) if not unit or o.unit == unit]
    for officer in found:
        courses = ", ".join(training.course for training in officer.training) or "no course"
        typer.echo(f"{officer.ref:<12} {officer.unit:<8} {officer.rank:<21} {officer.role:<20} {courses}")
    typer.echo(f"{len(found):,} officers.")


def _training(text: str) -> Training:
    from watchkeeper.cli.opening import day, stop

    name, _, awarded = text.partition("=")
    found = [course for course in Course if course.casefold() == name.strip().casefold()]
    if not found or not awarded:
        stop(f"--course {text!r} is not understood; write {' or '.join(Course)}, then = and the day")
    return Training(found[0], day(awarded.strip(), "--course"))
