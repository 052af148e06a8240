"""A plan of a night as the command prints it: in numbers, in rounds, and on the terminal."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from watchkeeper.planning.facts import NightPlan

INDENT = 6
MINIMUM_WIDTH = 80


def counts(plan: "NightPlan") -> dict[str, Any]:
    """A plan in numbers, with nobody in it: what the system officer is shown."""
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


def rounds(plan: "NightPlan") -> dict[str, Any]:
    """The rounds of a plan and who waits, by reference, for planners."""
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


def show(console: "Console", told: dict[str, Any]) -> None:
    """Print what `counts` and `rounds` told, as wide as the terminal."""
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
