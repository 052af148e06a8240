"""`watchkeeper plan`: tomorrow's rounds for a unit or the whole force, and in numbers what comes after."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from rich.console import Console

    from watchkeeper.planning.assembling import Map
    from watchkeeper.planning.facts import NightPlan
    from watchkeeper.workforce.facts import Officer

INDENT = 6
MINIMUM_WIDTH = 80


def plan(
    on: Annotated[
        str, typer.Option("--on", help="The day to plan, YYYY-MM-DD. Tomorrow when left out.")
    ] = "",
    days: Annotated[
        int, typer.Option("--days", min=1, help="How many days to look at. The first alone is firm.")
    ] = 1,
    unit: Annotated[
        str,
        typer.Option("--unit", help="Only this unit, by its ref. Every unit without a plan when left out."),
    ] = "",
    seed: Annotated[
        int | None,
        typer.Option("--seed", help="Seed of the search. Given by the day's sealed key when left out."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Plan again the units that have a plan; --reason says why.")
    ] = False,
    reason: Annotated[
        str, typer.Option("--reason", help="Why a day that is planned is planned again. Kept with the plan.")
    ] = "",
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="The planner who asks, by ref. When left out the system officer, who is shown counts alone.",
        ),
    ] = "",
) -> None:
    """Plan a day's visits: who, by which crew, in which part of the day, and who waits and why.

    Rounds are printed for planners, by reference, and the look is on the trail. The days after
    the first are a forecast of load and name nobody: a firm fortnight would be a leak. It may
    be stopped at any time; asked again, it goes on with the units that have no plan. A day that is
    planned is shown as it stands; it is planned again with --again and --reason, as on the board.
    """
    from datetime import timedelta

    from watchkeeper import today
    from watchkeeper.cli.opening import account, day, open_house, stop

    night = day(on, "--on") if on else today.today() + timedelta(days=1)
    if again and not reason.strip():
        stop("--again needs --reason: why the day is planned again is kept with the plan")
    if reason.strip() and not again:
        stop("--reason says why a day is planned again: give --again with it")
    home = open_house()

    from django.conf import settings

    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.places.setting import SettingError
    from watchkeeper.places.travel import TravelError
    from watchkeeper.planning.assembling import map_of
    from watchkeeper.workforce.acts import Refused

    try:
        law = load(home / "policy")
        officer = _officer(by, law)
        units = _units(unit, night, again=again)
        where = map_of(settings.TRAVEL, law, on=night)
        told = []
        with _telling(units) as done:
            for each in units:
                told.append(_planned(each, night, days, seed, officer, law, where, account(), reason))
                done()
    except (ShelfError, Refused, SettingError, TravelError) as error:
        stop(str(error))
    if as_json:
        import json

        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    if not told:
        console.print(f"Every unit has a plan for {night}. To plan them again: --again --reason TEXT")
    for one in told:
        _show(console, one)


def _officer(ref: str, law: Any) -> "Officer":
    from watchkeeper import today
    from watchkeeper.cli.opening import stop
    from watchkeeper.workforce.actions.officers import SYSTEM, ensure_system_officer, officer_as_known

    if ref in ("", SYSTEM):
        return ensure_system_officer(law=law, at=today.now())
    found = officer_as_known(ref, known_at=today.now())
    if found is None:
        stop(f"no officer is known as {ref!r}: watchkeeper officer list shows them")
    return found


def _units(unit: str, night: "date", *, again: bool) -> list[str]:
    """The unit asked for; without one, every unit with people that has no plan for the day yet, or all."""
    from watchkeeper import today
    from watchkeeper.planning.stored import peopled_units, planned_units

    now = today.now()
    done = frozenset() if again or unit else planned_units(night, known_at=now)
    return [unit] if unit else [each for each in peopled_units(known_at=now) if each not in done]


def _planned(
    unit: str,
    night: "date",
    days: int,
    seed: int | None,
    officer: "Officer",
    law: Any,
    where: "Map",
    account: str,
    reason: str,
) -> dict[str, Any]:
    """Plan one unit, or read the plan that stands; as far as the officer may see it, in plain words."""
    import secrets

    from watchkeeper import today
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.planning.actions.looking import look_at_plan
    from watchkeeper.planning.actions.proposing import propose_plan, replan
    from watchkeeper.planning.stored import row_of
    from watchkeeper.workforce.facts import Role

    why, now = "plan of the day's visits", today.now()
    given: dict[str, Any] = {
        "night": night,
        "by": officer,
        "on": today.today(),
        "law": law,
        "calendar": england_and_wales(),
        "where": where,
        "purpose": why,
        "at": now,
        "account": account,
    }
    stands = row_of(unit, night, known_at=now)
    if stands is not None and seed is None and not reason:
        plan = stands.fact()
        says = f"Planned already: revision {plan.revision}. To plan it again: --again --reason TEXT"
    else:
        if stands is not None and seed is None:
            proposed = replan(unit, reason=reason, **given)
        else:
            key = secrets.token_bytes(law["ticket_key_bytes"].whole(today.today()))
            proposed = propose_plan(unit, days=days, key=key, seed=seed, **given)
        plan, says = proposed.plan, proposed.says
    if officer.role is Role.SYSTEM:
        return _counts(plan) | {"says": says}
    seen = look_at_plan(unit, night=night, by=officer, on=today.today(), law=law, purpose=why, at=today.now())
    return _counts(seen) | _rounds(seen) | {"says": says}


def _counts(plan: "NightPlan") -> dict[str, Any]:
    from collections import Counter

    from watchkeeper.law.wording import clock
    from watchkeeper.planning.rules.altering import outside
    from watchkeeper.planning.rules.reasons import how_good

    counted, visits = outside(plan)
    return {
        "unit": plan.unit,
        "day": plan.night.isoformat(),
        "revision": plan.revision,
        "commitment": plan.commitment,
        "candidates": len(plan.candidates),
        "drawn": sum(each.drawn for each in plan.candidates),
        "visits": visits,
        "outside the lottery": counted,
        "left out": dict(sorted(Counter(str(each.cause) for each in plan.left_out).items())),
        "crews": [
            {
                "from": clock(one.crew.starts_minute),
                "to": clock(one.crew.ends_minute),
                "visits": len(one.visits),
            }
            for one in plan.rounds
        ],
        "how good": how_good(plan),
        "forecast": [
            {"day": each.night.isoformat(), "crews": each.crews, "visits": each.visits, "seen": each.seen}
            for each in plan.forecast
        ],
    }


def _rounds(plan: "NightPlan") -> dict[str, Any]:
    from watchkeeper.law.wording import clock
    from watchkeeper.planning.rules.seeing import without_ticket

    return {
        "rounds": [
            {
                "crew": one.crew.ref,
                "visits": [
                    {
                        "at": clock(each.starts_minute),
                        "person": each.person,
                        "part": each.part,
                        "minutes": each.minutes,
                        "drive": each.travel_minutes,
                        "guarantee": str(each.guarantee),
                        "why": list(each.says),
                    }
                    for each in one.visits
                ],
                "reserve": [{"person": each.person, "part": each.part} for each in one.reserve],
                "back": clock(one.back_minute),
            }
            for one in plan.rounds
        ],
        "waits": [
            {"person": each.person, "why": each.says, "what would change it": each.would_change}
            for each in without_ticket(plan.left_out)
        ],
        "notes": list(plan.notes),
    }


def _show(console: "Console", told: dict[str, Any]) -> None:
    import textwrap

    from rich.markup import escape

    def say(text: str, indent: int = INDENT) -> None:
        for row in textwrap.wrap(text, max(console.width, MINIMUM_WIDTH) - indent):
            console.print(" " * indent + escape(row))

    console.print(f"\n[bold]{escape(told['unit'])}, {told['day']}[/bold]: revision {told['revision']}")
    console.print(
        f"  {told['candidates']:,} may be visited, the lot fell on {told['drawn']}; {told['visits']} visits "
        f"by {len(told['crews'])} crews, {told['outside the lottery']} of them outside the lottery"
    )
    for one in told.get("rounds", ()):
        console.print(f"  [bold]{escape(one['crew'])}[/bold], back at {one['back']}")
        for each in one["visits"]:
            console.print(f"    {each['at']}  [bold]{escape(each['person'])}[/bold]  {each['part']}")
            say(". ".join(each["why"]))
        if one["reserve"]:
            say("If a door stays shut: " + ", ".join(each["person"] for each in one["reserve"]), 4)
    for each in told.get("waits", ()):
        console.print(f"  waits: [bold]{escape(each['person'])}[/bold]")
        say(f"{each['why']}. What would change it: {each['what would change it']}")
    if "rounds" not in told:
        for one in told["crews"]:
            console.print(f"  crew {one['from']} to {one['to']}: {one['visits']} visits")
        console.print("  Rounds are shown to planners alone: --as OFFICER.")
    for each in told["forecast"]:
        console.print(
            f"  {each['day']}: {each['crews']} crews, about {each['visits']:.0f} visits, "
            f"{each['seen']:.0f} seen"
        )
    if told["forecast"]:
        console.print(
            "  A forecast of load. Nobody is planned beyond the first day: nobody could be surprised."
        )
    for each in (told["how good"], *told.get("notes", ())):
        say(f"{each[:1].upper()}{each[1:]}.", 2)
    console.print(f"  {escape(told['says'])}")


@contextmanager
def _telling(units: list[str]) -> "Iterator[Callable[[], None]]":
    """A bar over the units on a terminal, a plain line for each elsewhere; both on standard error."""
    from watchkeeper.cli.progress import bar

    with bar() as progress:
        task = progress.add_task("planning", total=len(units))
        left = iter(units)

        def done() -> None:
            progress.update(task, advance=1)
            if progress.disable:
                typer.echo(f"planned {next(left)}", err=True)

        yield done
