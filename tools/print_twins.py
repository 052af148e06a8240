"""Print the population reductions to SQL: the brief runs them with DuckDB alone.

`python -m tools.print_twins` prints them; with `--check` nothing is written, and a page that
would change is named and fails.
"""

import re
import sys
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import ibis

from watchkeeper.briefing import asking, crime_asking, missing_asking, suspect_asking
from watchkeeper.crimes import bulk as crimes
from watchkeeper.engine.declared import declared, declared_asked
from watchkeeper.engine.snapshot import SQL
from watchkeeper.inspection import bulk as inspection
from watchkeeper.inspection.measures.expressions import expressions as of_measures
from watchkeeper.law import shelf
from watchkeeper.missing import bulk as missing
from watchkeeper.registers import bulk as registers
from watchkeeper.risk import bulk as risk
from watchkeeper.suspects import bulk as suspects
from watchkeeper.visits import bulk as visits
from watchkeeper.workforce import bulk as workforce

ANY_DAY = date(2026, 11, 2)  # decides no word of what is printed
HEAD = "-- Printed by tools/print_twins.py from {where}. Change the expression there, not this page.\n"


def expressions() -> dict[str, tuple[str, Any]]:
    """Every reduction by the name of its page, with the place it is written."""
    held = {pull.name: declared(pull) for pull in asking.pulls(ANY_DAY, ANY_DAY)}
    one = declared_asked(dict(asking.asked(shelf.load(), on=ANY_DAY)))
    patterns = declared_asked(asking.further(shelf.load(), on=ANY_DAY)[asking.PATTERNS], asking.PATTERNS)
    seen, tried = held["seen"], held["tried"]
    made = visits.made(seen, tried, one)
    signals = (made, held["notifications"], held["intelligence"], held["people"], one)
    level, managed = risk.level(held["levels"], one), workforce.managed(held["managers"], one)
    assessed = risk.assessed(held["assessments"], one)
    of_crimes = {
        pull.name: declared(pull)
        for pull in (
            *crime_asking.first_pulls(),
            *crime_asking.then_pulls(crime_asking.OF_RUNNING | crime_asking.OF_OPEN),
        )
    }
    of_crimes["plain_offences"] = ibis.table(
        {"offence": "string", "plain": "boolean", "strangers": "boolean"}, name="plain_offences"
    )
    of_crimes["shut"] = ibis.table({"crime_ref": "string", "on": "date"}, name="shut")
    of_crimes["open_crimes"] = ibis.table(of_crimes["crimes"].schema(), name="open_crimes")
    of_crimes["unknown_offences"] = ibis.table({"offence": "string"}, name="unknown_offences")
    clocks = declared_asked(crime_asking.asked(shelf.load(), on=ANY_DAY))
    of_crimes["running"] = ibis.table(crimes.running(of_crimes).schema(), name="running")
    of_missing = {pull.name: declared(pull) for pull in missing_asking.first_pulls()}
    instant = declared_asked(missing_asking.asked(shelf.load(), at=datetime(2026, 11, 2, tzinfo=UTC)))
    of_suspects = {pull.name: declared(pull) for pull in suspect_asking.first_pulls()}
    night = declared_asked(
        suspect_asking.asked(shelf.load(), on=ANY_DAY, at=datetime(2026, 11, 2, tzinfo=UTC))
    )
    of_suspects["shut_referrals"] = ibis.table(
        suspects.shut(of_suspects, night).schema(), name="shut_referrals"
    )
    of_suspects["child_near"] = ibis.table({"postcode": "string"}, name="child_near")
    listed: list[tuple[str, Any, Any]] = [
        ("episodes_to_ask", missing, missing.to_ask(of_missing, instant)),
        ("children_to_ask", missing, missing.children_to_ask(of_missing, instant)),
        ("referrals_shut", suspects, suspects.shut(of_suspects, night)),
        ("referrals_to_ask", suspects, suspects.to_ask(of_suspects, night)),
        ("crimes_shut", crimes, crimes.shut(of_crimes, clocks)),
        ("crimes_open", crimes, crimes.open_crimes(of_crimes, clocks)),
        ("crimes_running", crimes, crimes.running(of_crimes)),
        ("crimes_in_hand", crimes, crimes.in_hand(of_crimes, clocks)),
        ("crimes_to_ask", crimes, crimes.to_ask(of_crimes, clocks)),
        ("contact", visits, visits.contact(seen, tried, one)),
        ("failed", visits, visits.failed(seen, tried, one)),
        ("announced", visits, visits.announced(tried, one)),
        ("guessable", visits, visits.guessable(seen, tried, patterns)),
        ("notified", registers, registers.notified(held["notifications"], held["away"], one)),
        ("answered", registers, registers.answered(held["changes"], held["notifications"], one)),
        ("level", risk, level),
        ("assessed", risk, assessed),
        ("plan", risk, risk.plan(held["plans"], one)),
        ("reviewed", risk, risk.reviewed(held["reviews"], one)),
        ("intelligence", risk, risk.intelligence(held["intelligence"], assessed, one)),
        ("last_intelligence", risk, risk.last_intelligence(held["intelligence"], one)),
        ("managed", workforce, managed),
        ("weekly", inspection, inspection.weekly(*signals)),
        ("loads", inspection, inspection.loads(managed, level, held["people"], one)),
        ("announced_by_unit", inspection, inspection.announced(made, held["people"], one)),
    ]
    found = {name: (module.__name__, made) for name, module, made in listed} | of_measures(shelf.load())
    return {name: (where.replace(".", "/") + ".py", made) for name, (where, made) in found.items()}


LEFT_OUT = re.compile(r"EXCLUDE \(\s*([^()]*?)\s*\)")
"""Columns left out, which Ibis keeps as a set: their order would change with every run."""


def _in_order(found: re.Match[str]) -> str:
    return f"EXCLUDE ({', '.join(sorted(re.split(r',\s*', found[1])))})"


@cache
def pages() -> dict[str, str]:
    """Each page's text, by its name, which no run changes."""
    return {
        name: HEAD.format(where=where)
        + LEFT_OUT.sub(_in_order, str(ibis.to_sql(expression, dialect="duckdb")))
        + "\n"
        for name, (where, expression) in expressions().items()
    }


def changed() -> list[str]:
    """Names of pages that are not what would be printed, those nobody prints any more among them."""
    kept = {path.stem: path.read_text(encoding="utf-8") for path in SQL.glob("*.sql")}
    now = pages()
    return sorted(name for name in kept.keys() | now.keys() if kept.get(name) != now.get(name))


def main(arguments: list[str]) -> int:
    """Print, or with `--check` say what would change."""
    names = changed()
    if "--check" in arguments:
        for name in names:
            sys.stderr.write(f"watchkeeper/engine/sql/{name}.sql is not what the code prints: make docs\n")
        return 1 if names else 0
    SQL.mkdir(exist_ok=True)
    now = pages()
    for name in names:
        if name in now:
            (SQL / f"{name}.sql").write_text(now[name], encoding="utf-8")
        else:
            (SQL / f"{name}.sql").unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
