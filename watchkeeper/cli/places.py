"""`watchkeeper places POSTCODE [POSTCODE]`: where a postcode lies, how exactly, and minutes between two."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from watchkeeper.places.facts import Point, Points


def places(
    postcode: Annotated[str, typer.Argument(help="A whole postcode, in any case; with a space, in quotes.")],
    to: Annotated[str, typer.Argument(help="Another, to say how long a crew is on the road.")] = "",
    leaving: Annotated[
        str, typer.Option("--leaving", help="When, HH:MM by London's clock. Now when left out.")
    ] = "",
    on: Annotated[
        str, typer.Option("--on", help="The day whose policy counts, YYYY-MM-DD. Today when left out.")
    ] = "",
) -> None:
    """Where a postcode lies and, given two, the minutes by road there and back as WATCHKEEPER_TRAVEL asks.

    Needs no register and looks at no person. Exit status 1 when a postcode has no place.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import day, stop
    from watchkeeper.places.directory import DirectoryError
    from watchkeeper.places.postcodes import points_of

    when = day(on, "--on") if on else today.today()
    minute = _minute(leaving)
    asked = [postcode, to] if to else [postcode]
    try:
        points = points_of(asked)
    except DirectoryError as error:
        stop(str(error))
    for text, point in zip(asked, points, strict=True):
        _show(text, point)
    if to and not points.known.any() and points_of([whole := f"{postcode} {to}"]).known.all():
        typer.echo(f'A postcode with a space goes in quotes: watchkeeper places "{whole}"')
    if not points.known.all():
        raise typer.Exit(1)
    if to:
        _travel(points, minute, when)


def _minute(leaving: str) -> int:
    from datetime import time

    from watchkeeper import today
    from watchkeeper.cli.opening import stop

    if not leaving:
        at = today.now().astimezone(today.LONDON).time()
    else:
        try:
            at = time.fromisoformat(leaving)
        except ValueError:
            stop(f"--leaving {leaving!r} is not a time; write it as HH:MM, for example 17:30")
    return at.hour * 60 + at.minute


def _show(text: str, point: "Point | None") -> None:
    if point is None:
        typer.echo(
            f"{text}: no place. It is not a whole postcode of the directory, or has no grid reference there, "
            "as in the Channel Islands and on the Isle of Man."
        )
        return
    typer.echo(f"{text}: {point.precision.says}")
    typer.echo(f"    easting {point.easting_metres:.0f} m, northing {point.northing_metres:.0f} m")
    typer.echo(f"    latitude {point.latitude:.5f}, longitude {point.longitude:.5f}")
    if point.spread_metres:
        typer.echo(f"    its postcodes lie about {point.spread_metres:.0f} m from there")


def _travel(points: "Points", minute: int, on: "date") -> None:
    from watchkeeper.cli.opening import stop
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.places.choosing import travel_times
    from watchkeeper.places.setting import SettingError
    from watchkeeper.places.travel import TravelError

    home, setting = _settings()
    from watchkeeper.law.wording import clock

    try:
        law = load(home / "policy")
        times = travel_times(setting, law, on=on)
        taken = times.minutes(points, points, leaving_minute=minute)
    except (ShelfError, SettingError, TravelError) as error:
        stop(str(error))
    cap = law["road_cap_minutes"].whole(on)
    there, back = (_words(int(each), cap) for each in (taken[0, 1], taken[1, 0]))
    star = "" if times.confirmed else " *"
    typer.echo(f"leaving at {clock(minute)}: {there} there, {back} back{star}")
    typer.echo(f"    {times.says}")
    if star:
        typer.echo("* rests on a number not yet confirmed: watchkeeper policy check lists them.")


def _settings() -> "tuple[Path, str]":
    """The home, for the force's own policy, and what WATCHKEEPER_TRAVEL says."""
    from watchkeeper.cli.opening import stop

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")
    try:
        from django.conf import settings

        return settings.HOME, settings.TRAVEL
    except ValueError as error:
        stop(str(error))


def _words(taken: int, cap: int) -> str:
    if taken >= cap:
        return f"{cap} minutes or more (or no road)"
    return f"{taken} minute{'' if taken == 1 else 's'}"
