"""Measures of online suspects say what the rules say of every referral, on generated facts; and at the edges."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, standing, write
from tests.engine.test_measures import told
from tests.engine.test_referrals_to_ask import of_suspects
from watchkeeper.engine.source import embedded
from watchkeeper.inspection.measures.running import population
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import LONDON, london_day, months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.suspects.facts import BANDS, Case
from watchkeeper.suspects.models import OfReferral
from watchkeeper.suspects.rules.clocks import band_due, band_time, enforce_due, enforced
from watchkeeper.suspects.rules.closing import closed
from watchkeeper.suspects.rules.standing import part_of, stands
from watchkeeper.suspects.stored import PARTS, put_together

DAYS = (ON - timedelta(days=4), ON - timedelta(days=1), ON, ON + timedelta(days=3))
BY_MODEL: dict[type[OfReferral], str] = {model: name for name, model in PARTS}


def last_instant(on: date) -> datetime:
    """The last instant of a day in London."""
    midnight = datetime.combine(on + timedelta(days=1), datetime.min.time(), LONDON)
    return midnight.astimezone(UTC) - timedelta(microseconds=1)


def cases(stood: dict[str, list[Any]], on: date) -> dict[str, Case]:
    """Every referral received by the end of a day and part of no other, by plain Python."""
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for rows in stood.values():
        for row in rows:
            if type(row) in BY_MODEL:
                held[row.referral_ref][BY_MODEL[type(row)]].append(row.fact())
    referrals = {row.ref: row.fact() for row in stood["suspect_referrals"]}
    at = last_instant(on)
    pairs = [row.fact() for row in stood["suspect_pairs"]]
    found = put_together(referrals, held, pairs, sorted(referrals), at=at)
    return {
        ref: case
        for ref, case in found.items()
        if case.referral.received_at <= at and part_of(case, at=at) is None
    }


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1))
@example(seed=3)
def test_measures_of_suspects_say_what_the_rules_say(
    seed: int, tmp_path: Path, law: Shelf, england: Calendar
) -> None:
    stored = of_suspects(seed)
    path = tmp_path / "stored.sqlite3"
    write(path, stored)
    names = [f"suspects_{band.value.replace(' ', '_')}" for band in BANDS]
    with population(embedded(path), law, england, on=DAYS, known_at=KNOWN_AT) as asked:
        said = {name: told(asked, name) for name in ("suspects_unbanded", "enforced_late", *names)}
    stood = standing(stored)
    expected: dict[str, dict[tuple[str, date], bool]] = {name: {} for name in said}
    for on in DAYS:
        at = last_instant(on)
        for ref, case in cases(stood, on).items():
            done, shut = enforced(case, at=at), closed(case, law, at=at)
            band = stands(case, law, at=at).band
            if band is not None and (done is not None or shut is None):
                last = band_time(band, case, law)
                if last < at and london_day(last) > months_after(-1, on):
                    expected["enforced_late"][ref, on] = done is None or done.at > last
            if done is not None or shut is not None:
                continue
            due = band_due(case, law, at=at)
            expected["suspects_unbanded"][ref, on] = due is not None and due.at is not None and due.at < at
            if band is not None:
                due = enforce_due(case, law, at=at)
                assert due is not None
                assert due.at is not None
                expected[f"suspects_{band.value.replace(' ', '_')}"][ref, on] = due.at < at
    assert said == expected
    assert all(london_day(last_instant(on)) == on for on in DAYS)
