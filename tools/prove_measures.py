"""Prove the measures: each fault planted alone in a healthy force, every measure asked, the matrix printed.

`python -m tools.prove_measures` prints docs/measures_proved.md; with `--check` nothing is written, and the
command fails unless the page names every measure.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tools.fault_rows import CHILD, CRIME, EPISODE, FLAG, GRAVE, MANAGER, PERSON
from tools.healthy import healthy
from tools.measure_faults import FAULTS
from watchkeeper.inspection.charts import chart
from watchkeeper.inspection.facts import Alarm, Measure
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.catalogue import MEASURES
from watchkeeper.inspection.measures.running import KEPT, Population, stand
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales

PAGE = Path(__file__).resolve().parents[1] / "docs" / "measures_proved.md"
ON = date(2026, 11, 28)
PEOPLE, SEED, EPISODES = 220, 7, 160
MONTHS = 24
STEADY = (
    "SELECT s.person_ref FROM stood s JOIN judged j USING (person_ref, asked_on) WHERE s.level = '{}' "
    "AND s.asked_on = DATE '{}' AND NOT s.away AND NOT s.reactive AND NOT j.visit_late AND NOT j.annual_late "
    "AND s.registered_on < s.asked_on - 900 AND s.plan_ref IS NOT NULL AND s.visit_every_months IS NULL "
    "AND s.seen_on < s.asked_on - 30 AND NOT EXISTS (SELECT 1 FROM away a WHERE a.person_ref = s.person_ref "
    "AND a.since > s.registered_on + 200) ORDER BY s.person_ref LIMIT 1"
)
HEAD = """# The measures, proved

Printed by `.venv/bin/python -m tools.prove_measures`. Each row is one fault planted alone in a healthy
synthetic force of {people} people as of {on}, seed {seed}: what is done stands in `tools/measure_faults.py`.
*Fired* is every measure that counts something it did not count in the sound force; of a signal, that it
fell below its own past. A measure must fire on its own fault and on no other, but for those that count a
part of one another by definition. `tests/engine/test_measure_faults.py` fails where it does not.

| fault of | fired | expected besides, and why | as it must be |
|---|---|---|---|"""
CHANGED = re.compile(r"(?:UPDATE|INTO|DELETE FROM) (\w+)")
BY_RULE = {
    "reckoned": {"people", "disposals", "orders", "review_applications"},
    "kinds": {"crimes", "crime_parties"},
    "asks": set[str](),
    "courses": set[str](),
}
"""What is put beside the facts by asking a rule, and the tables the rule reads."""
type Fired = dict[str, frozenset[str]]


def proved(*names: str, months: int = MONTHS) -> Iterator[tuple[str, frozenset[str]]]:
    """Of each fault, by the measure that must fire, which measures did; of all when none is named.

    With no months there is no past to hold a signal against, and none of them is asked.
    """
    law, calendar = shelf.load(), england_and_wales()
    days = asking.month_ends(ON, months)
    with healthy(PEOPLE, SEED, law, on=ON, episodes=EPISODES) as engine:
        held: Any = engine
        for pull in asking.pulls():
            held.make(f"sound_{pull.name}", f"SELECT * FROM {pull.name}")
        sound = _fired(stand(held, law, calendar, on=days), law, MEASURES)
        words = _chosen(held)
        for name in names or FAULTS:
            touched = {table for each in FAULTS[name].statements for table in CHANGED.findall(each)}
            for statement in FAULTS[name].statements:
                for word, stands_for in words.items():
                    statement = statement.replace(word, stands_for)
                held.run(statement)
            standing = stand(held, law, calendar, on=days)
            asked = [measure for measure in MEASURES if _reads(standing, measure.name) & touched]
            fired = _fired(standing, law, asked)
            yield name, frozenset(each for each in fired if fired[each] - sound[each])
            for table in touched:
                held.make(table, f"SELECT * FROM sound_{table}")


def _reads(standing: Population, name: str) -> set[str]:
    """Every table that a measure's answer hangs on: what no fault touches is as it was."""
    named = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', standing.page(name)))
    named = {table.removesuffix(asking.WITH_DAY) for table in named}
    steps = named & {*KEPT, "spells"}
    ruled = (BY_RULE[each] for each in named & BY_RULE.keys())
    return named.union(*ruled, *(_reads(standing, step) for step in steps))


def _fired(standing: Population, law: Any, measures: Iterable[Measure]) -> Fired:
    """What each measure counts on the last day; of a signal, the units in which it fell."""
    found: Fired = {}
    for measure in measures:
        if measure.signal and len(standing.days) == 1:
            found[measure.name] = frozenset()
        elif measure.signal:
            counted = standing.measured(measure)
            fell = {unit for unit in counted.counts if Alarm.FELL in chart(counted, unit, law).alarms}
            found[measure.name] = frozenset(fell)
        else:
            found[measure.name] = frozenset(standing.counting(measure))
    return found


def _chosen(engine: Any) -> dict[str, str]:
    """Whoever and whatever the faults are planted in."""

    def one(sql: str) -> str:
        (row,) = engine.take(sql).to_pylist()
        return str(next(iter(row.values())))

    person = one(STEADY.format("medium", ON))
    crime = (
        "SELECT ref FROM crimes_dated c WHERE reported < DATE '{}' - 45 "
        "AND NOT EXISTS (SELECT 1 FROM crime_outcomes o "
        "WHERE o.crime_ref = c.ref) AND EXISTS (SELECT 1 FROM crime_holdings h WHERE h.crime_ref = c.ref AND "
        "h.until IS NULL AND h.since < DATE '{}' - 40) ORDER BY ref LIMIT 1"
    )
    late = "reported_at > TIMESTAMP '{}' - INTERVAL 25 DAY"
    found = "f.\"at\" > TIMESTAMP '{}' - INTERVAL 25 DAY AND f.\"at\" < TIMESTAMP '{}' - INTERVAL 4 DAY"
    return {
        "$on": str(ON),
        PERSON: person,
        GRAVE: one(STEADY.format("high", ON)),
        MANAGER: one(f"SELECT manager FROM stood WHERE person_ref = '{person}' AND asked_on = DATE '{ON}'"),
        CRIME: one(crime.format(ON, ON)),
        EPISODE: one(f"SELECT min(ref) FROM missing_episodes WHERE {late.format(ON)}"),
        CHILD: one(
            "SELECT min(f.episode_ref) FROM missing_finds f JOIN missing_episodes e ON e.ref = f.episode_ref "
            f"WHERE {found.format(ON, ON)}"
        ),
        FLAG: one("SELECT min(ref) FROM exploitation_flags WHERE until IS NULL"),
    }


def page() -> str:
    """The matrix, one row a fault: what fired, and what of it was expected besides.

    Shares are asked of the last day alone, signals with the months they are held against.
    """
    lines = [HEAD.format(people=PEOPLE, on=ON, seed=SEED)]
    signals = [measure.name for measure in MEASURES if measure.signal]
    shares = [name for name in FAULTS if name not in signals]
    for name, fired in (*proved(*shares, months=0), *proved(*signals)):
        planted = FAULTS[name]
        right = fired == {name, *planted.also}
        besides = f"{', '.join(planted.also)}: {planted.why}" if planted.also else ""
        lines.append(f"| {name} | {', '.join(sorted(fired))} | {besides} | {'yes' if right else '**no**'} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Print, or with `--check` say which measure the page does not name."""
    if "--check" in arguments:
        text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        lacking = [each.name for each in MEASURES if f"| {each.name} |" not in text]
        for name in lacking:
            sys.stderr.write(f"{PAGE.name} does not prove {name}: python -m tools.prove_measures\n")
        return 1 if lacking else 0
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")  # where packs lie
    sys.exit(main(sys.argv[1:]))
