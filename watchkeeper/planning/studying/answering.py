"""What a what-if found, in sentences: the answer first, then each difference, then what it assumes.

From the plain figures as they are kept, so that a page, a command and a file say the same.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from watchkeeper.law.clocks import months_after
from watchkeeper.law.wording import day
from watchkeeper.planning.scenario import Scenario, Way, scenario_of
from watchkeeper.risk.facts import HIGH_RISK, LEVELS

type Figures = Mapping[str, Any]
GRAVE = "at high or very high risk"
A_SIMULATION = (
    "This is a simulation from today's register, not a forecast: figures are means over runs that differ by "
    "luck, and in brackets the 95 % interval of the mean. It says nothing of causes it does not simulate."
)


def said(figure: Figures | None, *, places: int = 0) -> str:
    """A figure in words: its mean, and between what it lies over the runs.

    >>> said({"mean": 4.26, "low": 3.14, "high": 5.38, "seeds": 5}, places=1)
    '4.3 (3.1 to 5.4)'
    >>> said({"mean": 4.0, "low": 4.0, "high": 4.0, "seeds": 1})
    '4 (one run)'
    """
    if figure is None:
        return "cannot be said"
    mean, low, high = figure["mean"], figure["low"], figure["high"]
    low = max(low, 0.0) if mean >= 0 else low
    if figure["seeds"] == 1:
        return f"{mean:,.{places}f} (one run)"
    return f"{mean:,.{places}f} ({low:,.{places}f} to {high:,.{places}f})"


def ends_on(found: Figures, month: int) -> date:
    """The day on which a month of the simulation ends; 1 is the first."""
    return months_after(month, date.fromisoformat(found["on"]))


def enough(found: Figures, place: int = 0) -> str:
    """How many crews until nobody at high risk is overdue, of one scenario: one sentence, or two."""
    told = found["what_if"]
    outlook = told["outlooks"][place]
    curve, last, runs = outlook["curve"], told["last_months"], len(found["seeds"])
    at_ends = f"at each of the last {last} month-ends" if last > 1 else "as the last month ends"
    on_average = f"on average over the last {last} month-ends" if last > 1 else "as the last month ends"
    every = "in the one run there was" if runs == 1 else f"in each of {runs} runs"
    none, few, most = outlook["none"], outlook["few"], curve[-1]
    share = f"{100 * told['clear_share']:g} %"
    if none["place"] is not None:
        return (
            f"{_crews(curve[none['place']])}: the smallest number tried at which, and at every greater one, "
            f"nobody {GRAVE} whom a crew may visit is overdue {at_ends}, {every}{_run_by_run(none, runs)}."
        )
    left = (
        f"No number of crews tried suffices: with {_crews(most, small=True)}, "
        f"{said(most['high_overdue'], places=1)} people {GRAVE} whom a crew may visit are still "
        f"overdue {on_average}."
    )
    lucky = [point for point in curve if point["seeds_none"] == runs]
    if lucky:
        left += f" {_crews(lucky[0])} left nobody {every}, but a greater number tried did not: that was luck."
    if few["place"] is None:
        return (
            f"{left} Nor is there one at which, and at every greater one, they are {share} or fewer {every}."
        )
    return (
        f"{left} The smallest number at which, and at every greater one, they are {share} or fewer then, "
        f"{every}, is {_crews(curve[few['place']], small=True)}{_run_by_run(few, runs)}."
    )


def beyond_crews(found: Figures) -> str:
    """What no number of crews mends; empty where nothing but crews, doors and the lottery is in the way."""
    many = sum(found["out_of_reach"][:HIGH_RISK])
    if not many:
        return ""
    who = "1 person" if many == 1 else f"{many} people"
    return (
        f"{who} {GRAVE} may be visited by no pair of their unit's officers, by training, language, conflict "
        "or a restricted record: no number of crews changes that, and the answer above leaves them out."
    )


def today(found: Figures) -> str:
    """What comes of things as they are."""
    totals = found["what_if"]["outlooks"][0]["totals"]
    end = day(ends_on(found, found["months"]))
    return (
        f"As it is, {said(totals['high_overdue'])} people {GRAVE} and {said(totals['overdue'])} in all are "
        f"overdue on {end}, and until then people {GRAVE} are past their limit for "
        f"{said(totals['high_unmanaged'])} days, all of them together."
    )


def difference(found: Figures, place: int) -> str:
    """What a scenario changes beside today, run by run with the same luck."""
    outlook = found["what_if"]["outlooks"][place]
    less = outlook["difference"]
    end = day(ends_on(found, found["months"]))
    return (
        f"{outlook['scenario']['name']}, beside things as they are: overdue {GRAVE} on "
        f"{end}, {_more(less['high_overdue'])}; overdue in all, {_more(less['overdue'])}; days past the "
        f"limit {GRAVE}, {_more(less['high_unmanaged'])}."
    )


def differs(plain: Figures) -> tuple[str, ...]:
    """What a scenario has other than today, one phrase each; empty where nothing.

    >>> differs(Scenario("A", crews=1.5, arrivals=(None, 4.0, None, None)).plain())
    ("1.5 times today's crews", '4 people at high risk join a month')
    """
    one, usual = scenario_of(plain), Scenario()
    found = []
    if one.crews != usual.crews:
        found.append(f"{one.crews:g} times today's crews")
    found += [f"{many} crew shifts a week in {unit}" for unit, many in one.shifts]
    for level, joins in zip(LEVELS, one.arrivals or (), strict=False):
        if joins is not None:
            found.append(f"{joins:g} people at {level} risk join a month")
    if not one.leaving:
        found.append("nobody leaves")
    if one.way is not Way.LOTTERY:
        found.append(f"visits chosen by {one.way}")
    if one.tickets != usual.tickets:
        found.append(f"ticket rates times {one.tickets:g}")
    for name, laid in one.changes:
        value = "; ".join(f"{each:g}" for each in laid) if isinstance(laid, tuple) else f"{laid:g}"
        row, _, part = name.partition(".")
        plain_words = f"months between visits at {part} risk" if row == "visit_interval_months" else name
        found.append(f"{plain_words} {value}")
    return tuple(found)


def assumptions(found: Figures) -> tuple[str, ...]:
    """What the simulation takes for granted, and what it does not know."""
    joins = ", ".join(f"{many:.1f} {level}" for level, many in zip(LEVELS, found["joined"], strict=True))
    begins = day(date.fromisoformat(found["on"]))
    return (
        f"Real: the {found['people']:,} people who could be visited on {begins}, their level, limit, last "
        "visit and home, the ways between, which pairs of officers may go to whom, and crew shifts a week by "
        f"the roster: {found['roster_shifts']}.",
        "Drawn by chance: who is in and when (from recorded attempts), sickness, habits that change, and who "
        "joins.",
        "Where a scenario says nothing else, as many join a month as did on average in the register's own "
        f"past: {joins}. Each lives where somebody of that level lives now and is owed a first visit. "
        f"{found['leave']:,} people leave, on the day their notification period ends by the record.",
        "Overdue is judged by each scenario's own limits; the table gives the same by today's limits.",
        "Every scenario meets the same luck: what differs between two of them is what they do, and not whom "
        "they find in.",
        "Not simulated: levels that change, custody and release, moves between units, deaths, leave and "
        "training, cases and court, duties that bind a visit to a day. Every shift is taken to be spent on "
        "visits.",
        "Invented: the hours of the shifts, minutes at a door that stays shut, how habits drift. Dates are "
        "the soonest, not a promise.",
    )


def _crews(point: Figures, *, small: bool = False) -> str:
    words = f"{point['times']:g} times today's crews ({point['shifts_a_week']:.0f} crew shifts a week)"
    if point["times"] == 1:
        words = f"{'today' if small else 'Today'}'s crews ({point['shifts_a_week']:.0f} crew shifts a week)"
    return words


def _run_by_run(smallest: Figures, runs: int) -> str:
    """Between which of the numbers tried it was, over the runs.

    >>> _run_by_run({"times": [1.0, 2.0, 1.5]}, 3), _run_by_run({"times": [2.0, 2.0]}, 2)
    (' (run by run it was between 1 and 2 times)', ' (it was so in each run by itself)')
    """
    if runs == 1 or not smallest["times"]:
        return ""
    least, most = min(smallest["times"]), max(smallest["times"])
    if least == most:
        return " (it was so in each run by itself)"
    return f" (run by run it was between {least:g} and {most:g} times)"


def _more(figure: Figures) -> str:
    """A difference in words.

    >>> _more({"mean": -3.0, "low": -5.0, "high": -1.0, "seeds": 3})
    '3 fewer (1 to 5)'
    >>> _more({"mean": 1.0, "low": -1.0, "high": 3.0, "seeds": 3})
    'no telling whether more or fewer (1 fewer to 3 more)'
    """
    mean, low, high = figure["mean"], figure["low"], figure["high"]
    if mean == low == high == 0:
        return "as many"
    if figure["seeds"] == 1:
        return f"{abs(mean):,.0f} {'fewer' if mean < 0 else 'more'} (one run)"
    if low <= 0 <= high:
        return f"no telling whether more or fewer ({abs(low):,.0f} fewer to {high:,.0f} more)"
    near, far = sorted((abs(low), abs(high)))
    return f"{abs(mean):,.0f} {'fewer' if mean < 0 else 'more'} ({near:,.0f} to {far:,.0f})"
