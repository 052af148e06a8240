"""The tables and curves of the two simulated years, from what `bench_planning` measured."""

from collections.abc import Iterable, Mapping
from typing import Any

from watchkeeper.planning.simulating.drawing import Axis, Curve, Dot, drawing
from watchkeeper.planning.simulating.figures import Figure, over_seeds
from watchkeeper.planning.simulating.frontier import furthest_below

type Done = Mapping[str, Any]
BASE, TICKETS, FREE = "calendar, mixed shifts", "index with tickets", "index, no tickets"
RISING = "tickets rising with age"
LEVELS = ("very high", "high", "medium", "low")
AIMS = (
    ("exposure beside the calendar, at most", "exposure", 0.50),
    ("surest 1 % of bets that hit, at most", "top", 0.30),
    ("the same among people within their limit, at most", "within", 0.25),
    ("share of uncertainty removed, at most", "removed", 0.30),
    ("the same within the limit, at most", "removed_within", 0.25),
    ("people seen a crew shift beside the calendar, at least", "seen", 1.40),
)


def runs(done: Done, name: str, people: int) -> list[Any]:
    """The runs of one policy in worlds of one size, by seed."""
    found = [one for one in done.values() if one.get("name") == name and one["people"] == people]
    return sorted(found, key=lambda one: int(one["seed"]))


def figures(done: Done, name: str, people: int) -> dict[str, Figure]:
    """A policy's figures over its seeds; exposure and people seen beside the calendar of the same seed."""
    mine = runs(done, name, people)
    base = {one["seed"]: one["outcome"] for one in runs(done, BASE, people)}
    rows: dict[str, list[float]] = {}
    for one in mine:
        other, own = base[one["seed"]], one["outcome"]
        row = {
            "exposure": own["exposure"] / other["exposure"],
            "later": own["exposure_later"] / other["exposure_later"],
            "each": 1000 * own["exposure"] / people,
            "seen": own["seen_a_shift"] / other["seen_a_shift"],
            "seen_shift": own["seen_a_shift"],
            "high": float(sum(own["overdue"][:2])),
            "overdue": float(sum(own["overdue"])),
            "worst": max(own["worst_later"][:2]),
            "lost": float(sum(own["lost_later"][:2])),
            "top": one["leak"]["everybody"]["top"],
            "wide": one["leak"]["everybody"]["wide"],
            "bits": one["leak"]["everybody"]["bits"],
            "removed": one["leak"]["everybody"]["removed"],
            "within": one["leak"]["within"]["top"],
            "removed_within": one["leak"]["within"]["removed"],
        }
        for key, value in row.items():
            rows.setdefault(key, []).append(value)
    return {key: over_seeds(values) for key, values in rows.items()}


def text(done: Done) -> str:
    """The section of docs/benchmarks.md."""
    sizes = sorted({int(one["people"]) for one in done.values() if "name" in one})
    parts = [
        """
Printed by `make bench-planning` (`tools/bench_planning.py`). Two years, nine crew shifts of six hours a
unit a week, two of London's command units for each seed (homes by postcode sector, every person
invented), the same crews, doors and luck for every policy. Exposure is harm a day as
`harm_curve` and `harm_weight` set it, beside the calendar of the same seed. *Surest 1 %*: how often a visit
comes within three days on the 1 % of person-days of the second year that a learned adversary is surest
of, and the same among people within their limit; *removed*: the share of the adversary's uncertainty
that is gone. In brackets the 95 % interval of the mean over seeds, by Student's t.
"""
    ]
    for people in sizes:
        parts += _policies(done, people)
    if sizes:
        parts += _aims(done, sizes)
        parts += _patterns(done, sizes)
        parts += _knee(done, sizes)
    if "capacity" in done:
        parts += _capacity(done["capacity"])
    return "\n".join(parts)


def _names(done: Done, people: int) -> list[str]:
    order = ("calendar, office hours", BASE, "most overdue first", "risk-weighted list", FREE, RISING)
    known = {one["name"] for one in done.values() if one.get("people") == people and "name" in one}
    tickets = sorted((one for one in known if one not in order), key=_scale, reverse=True)
    return [one for one in (*order, *tickets) if one in known]


def _scale(name: str) -> float:
    return 1.0 if name == TICKETS else float(name.rpartition(" ")[2])


def _policies(done: Done, people: int) -> Iterable[str]:
    published = people == min(_sizes(done))
    mix = "published shares of level" if published else "1, 9, 35 and 55 % at the four levels"
    yield f"\n{people:,} people a seed, {mix}:\n"
    yield (
        "| policy | seeds | exposure beside calendar | of year two | surest 1 % | within the limit | removed "
        "| within | seen a shift | overdue at the end | of them high | longest high, limits "
        "| high past twice |"
    )
    yield "|---" * 13 + "|"
    for name in _names(done, people):
        f = figures(done, name, people)
        shown = f"**{name}**" if name == TICKETS else name
        yield (
            f"| {shown} | {f['exposure'].seeds} | {_told(f['exposure'], 2)} | {f['later'].mean:.2f} "
            f"| {_told(f['top'], 2)} | {_told(f['within'], 2)} | {f['removed'].mean:.2f} "
            f"| {f['removed_within'].mean:.2f} | {f['seen_shift'].mean:.2f} | {f['overdue'].mean:.0f} "
            f"| {f['high'].mean:.0f} | {f['worst'].mean:.1f} | {f['lost'].mean:.1f} |"
        )


def _aims(done: Done, sizes: list[int]) -> Iterable[str]:
    yield "\nThe aims, for the rates of policy:\n"
    yield "| aim | | " + " | ".join(f"{people:,} people" for people in sizes) + " |"
    yield "|---|---" + "|---" * len(sizes) + "|"
    for says, key, aim in AIMS:
        cells = []
        for people in sizes:
            f = figures(done, TICKETS, people)[key]
            met = f.mean >= aim if key == "seen" else f.mean <= aim
            cells.append(f"{_told(f, 2)}, {'met' if met else '**missed**'}")
        yield f"| {says} | {aim:.2f} | " + " | ".join(cells) + " |"
    lost = []
    for people in sizes:
        worst = [max(one["outcome"]["worst_later"][:2]) for one in runs(done, TICKETS, people)]
        met = "met" if max(worst) <= 2 else "**missed**"
        past = sum(one > 2 for one in worst)
        lost.append(f"longest {max(worst):.1f} limits, past in {past} of {len(worst)} seeds, {met}")
    yield "| nobody at high risk unseen past twice the interval, year two | 2.0 | " + " | ".join(lost) + " |"
    planned = [one["outcome"] for one in runs(done, TICKETS, sizes[0])]
    answered = sum(one["seen_a_shift"] for one in planned) / sum(one["tried_a_shift"] for one in planned)
    yield f"\nOf the knocks by the rates of policy {answered:.0%} were answered."
    guarded = sum(one["guarded"] for one in done.values() if "name" in one)
    without = sum(one["unticketed"] for one in done.values() if "name" in one)
    yield f"Visits whose ticket was not drawn: {without} of {guarded:,}."
    slow = max((one["run_seconds"] / one["people"] for one in done.values() if "name" in one), default=0.0)
    yield f"The slowest two-year run took {slow * 7100:.0f} CPU seconds for each 7,100 people."


def _patterns(done: Done, sizes: list[int]) -> Iterable[str]:
    people = sizes[0]
    yield (
        "\nWhat could be read off without learning (second year). *Guess*: one guess made on the day of a "
        "visit is within a day of the next knock; *first quarter*: chance of a knock in the first quarter "
        f"of the interval, by level ({', '.join(LEVELS)}):\n"
    )
    yield (
        "| policy | guess | first quarter | busiest weekday | busiest hour | own part of the day "
        "| within a tenth of the deadline |"
    )
    yield "|---" * 7 + "|"
    for name in (BASE, "risk-weighted list", FREE, TICKETS):
        found = runs(done, name, people)
        if not found:
            continue
        told = [
            " / ".join(_share([one["patterns"][key][level] for one in found]) for level in range(4))
            for key in ("guess", "first_quarter")
        ]
        told += [
            _share([one["patterns"][key] for one in found])
            for key in ("weekday", "hour", "own_part", "deadline")
        ]
        yield f"| {name} | " + " | ".join(told) + " |"


def _knee(done: Done, sizes: list[int]) -> Iterable[str]:
    people = sizes[0]
    names = sorted(
        (one for one in _names(done, people) if one.startswith("tickets x") or one in (TICKETS, FREE)),
        key=lambda one: figures(done, one, people)["top"].mean,
    )
    if len(names) > 2:
        at = furthest_below(
            [figures(done, one, people)["top"].mean for one in names],
            [figures(done, one, people)["exposure"].mean for one in names],
        )
        yield (
            f"\nThe knee of the family is **{names[at]}**: of exposure against surest 1 %, each drawn "
            "from 0 to 1 over the family, the point furthest below the straight line between its ends.\n"
        )
    yield "\n![Exposure against leak](pictures/frontier.svg)\n"


def _capacity(found: Mapping[str, Any]) -> Iterable[str]:
    yield (
        f"\nHow many crews, at what hours: {found['people']:,} people, {found['days']} days, "
        f"{found['seeds']} seeds. A level is clear from the first day on which at most "
        f"{found['clear_share']:.0%} of its people are overdue.\n"
    )
    yield (
        "| policy | roster | crew shifts a week | exposure | high overdue, later half | overdue at the end "
        "| seen a shift | clear: very high | high | medium | low |"
    )
    yield "|---" * 11 + "|"
    for one in found["options"]:
        clear = " | ".join(_clear(level, found["seeds"]) for level in one["clears"])
        yield (
            f"| {one['policy']} | {one['roster']} | {one['shifts_a_week']:.0f} "
            f"| {_told(Figure(**one['exposure']), 0)} "
            f"| {_told(Figure(**one['high_overdue_later']), 1)} | {_told(Figure(**one['overdue']), 0)} "
            f"| {one['seen_a_shift']['mean']:.2f} | {clear} |"
        )
    yield "\n![Crews and the backlog](pictures/capacity.svg)\n"


def _clear(level: Mapping[str, Any], seeds: int) -> str:
    if level["day"] is None:
        return "never"
    told = f"day {level['day']['mean']:.0f}"
    return told if level["seeds_clear"] == seeds else f"{told} in {level['seeds_clear']} of {seeds}"


def _told(f: Figure, digits: int) -> str:
    if f.seeds == 1:
        return f"{f.mean:,.{digits}f}"
    return f"{f.mean:,.{digits}f} ({f.low:,.{digits}f} to {f.high:,.{digits}f})"


def _share(values: list[float | None]) -> str:
    known = [one for one in values if one is not None]
    return f"{sum(known) / len(known):.2f}" if known else "-"


def _sizes(done: Done) -> set[int]:
    return {int(one["people"]) for one in done.values() if "name" in one}


def curves(done: Done) -> dict[str, str]:
    """The pictures by name of file."""
    drawn = {}
    if sizes := _sizes(done):
        people = min(sizes)
        names = _names(done, people)
        family = [one for one in names if one.startswith("tickets x") or one in (TICKETS, FREE)]
        family.sort(key=lambda one: figures(done, one, people)["top"].mean)
        lists = [one for one in names if one not in family]
        drawn["frontier.svg"] = drawing(
            [
                Curve("tickets, many to few", tuple(_dot(done, one, people) for one in family)),
                Curve("other ways", tuple(_dot(done, one, people) for one in lists), loose=True),
            ],
            title="Exposure against leak",
            says="Each point is a way of planning: how often the surest 1 % of bets on a visit come "
            "true, and the harm left unmanaged beside that of the calendar. The table holds the figures.",
            across=Axis("surest 1 % of bets that come true", share=True),
            up=Axis("exposure beside the calendar", share=True),
            name="wk-frontier",
        )
    if "capacity" in done:
        found = done["capacity"]
        lines = [
            (one, days)
            for one, days in zip(found["options"], found["backlog"], strict=True)
            if one["policy"] == TICKETS and one["roster"] == "mixed"
        ]
        lines += [
            (one, days)
            for one, days in zip(found["options"], found["backlog"], strict=True)
            if one["policy"].startswith("calendar") and one["times"] == 0.75
        ]
        drawn["capacity.svg"] = drawing(
            [
                Curve(
                    f"{one['policy'].split()[-1] if one['policy'] == TICKETS else 'calendar'}, "
                    f"{one['shifts_a_week']:.0f} shifts",
                    tuple(Dot(float(day), days[day]) for day in range(0, len(days), 7)),
                    plain=True,
                )
                for one, days in lines
            ],
            title="Overdue people at high and very high risk, by crews",
            says="Each line is a number of crew shifts a week: how many people at high and very high "
            "risk are overdue, day by day, mean over seeds. The table says when each level is clear.",
            across=Axis("days from the start"),
            up=Axis("overdue at high and very high risk"),
            name="wk-capacity",
        )
    return drawn


def _dot(done: Done, name: str, people: int) -> Dot:
    f = figures(done, name, people)
    exposure = f["exposure"]
    return Dot(f["top"].mean, exposure.mean, exposure.low, exposure.high, name)
