"""Referrals passed by have no line: the twin leaves out none that the rules would name."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, rows, write
from watchkeeper.briefing.missing_asking import judged_at
from watchkeeper.briefing.suspect_lines import suspect_lines
from watchkeeper.briefing.suspect_reading import referrals
from watchkeeper.engine.source import embedded
from watchkeeper.law import shelf
from watchkeeper.suspects import models
from watchkeeper.suspects.tables import TABLES

LAW = shelf.load()
OURS = {table.name for table in TABLES} | {"addresses", "people", "disposals", "orders"}
CODES = ("N1 9GU", "N1 9AG", "N1 9AA", "N1 1CC", "")
"""The first two lie 77 metres apart, the third further from both, and the fourth is in no directory."""
REASONS = ("Nothing was found on any device.", "Nothing  was  found.", "")


def of_suspects(seed: int) -> list[Any]:
    """Invented rows, all about a few referrals: else hardly any two speak of one."""
    stored = [(name, row) for name, row in rows(seed, 6) if name in OURS]
    refs = sorted({row.ref for of, row in stored if of == "suspect_referrals"})
    people = sorted({row.ref for of, row in stored if of == "people"})
    triggers = sorted({row.ref for of, row in stored if of in ("suspect_steps", "suspect_devices")})
    for number, (name, row) in enumerate(stored):
        for column, some in (
            ("referral_ref", refs),
            ("other", refs),
            ("trigger", triggers),
            ("person", [*people, "", ""]),
            ("postcode", CODES),
            ("reason", REASONS),
            ("second_by", ("O1", "O2", "")),
        ):
            if hasattr(row, column) and some:
                setattr(row, column, some[(number * 7 + seed) % len(some)])
        if name == "suspect_closures":
            row.outcome = (1, 15, None)[number % 3]
            row.second_agrees = (True, True, False, None)[number % 4]
            row.safeguarding = (True, True, None)[(number + seed) % 3]
    return stored


def done() -> list[Any]:
    """Two referrals that are closed and owe nothing: one under action, one after a second look."""
    carried = {"recorded_at": KNOWN_AT, "known_from": KNOWN_AT, "act": 1, "withdrawn": False}
    looked = {"second_by": "O2", "second_on": ON, "second_agrees": True, "safeguarding": True}
    found: list[Any] = []
    for ref, outcome, more in (("charged", 1, {}), ("looked", 15, looked)):
        own = models.Referral(ref=ref, received_at=KNOWN_AT, **carried)
        final: Any = {
            "outcome": outcome,
            "on": ON,
            "by": "O1",
            "reason": "  Nothing was found on any \n of it. ",
        }
        closure = models.Finalised(ref=f"F-{ref}", referral_ref=ref, **final, **more, **carried)
        found += [("suspect_referrals", own), ("suspect_closures", closure)]
    for number, (_, row) in enumerate(found, 10**6):
        row.id = number
    return found


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), away=st.integers(-6, 40))
def test_the_lines_of_the_few_are_the_lines_of_all(seed: int, away: int, tmp_path: Path) -> None:
    path, on = tmp_path / "stored.sqlite3", ON + timedelta(days=away)
    known_at = KNOWN_AT + timedelta(days=max(away, 0))
    write(path, [*of_suspects(seed), *done()])
    few, everyone = (
        referrals(embedded(path), LAW, on=on, known_at=known_at, everything=every) for every in (False, True)
    )
    at = judged_at(on=on, known_at=known_at)
    assert {case.referral.ref for case in few} <= {case.referral.ref for case in everyone}
    lines = [[*suspect_lines(each, LAW, on=on, at=at)] for each in (few, everyone)]
    assert lines[0] == lines[1]


def test_a_proposal_of_before_it_was_received_passes_nothing_by(tmp_path: Path) -> None:
    path, on = tmp_path / "stored.sqlite3", ON + timedelta(days=3)
    stored = done()
    for name, row in stored:
        if name == "suspect_closures":
            row.on = ON - timedelta(days=1)
    write(path, stored)
    few, everyone = (
        referrals(embedded(path), LAW, on=on, known_at=KNOWN_AT, everything=every) for every in (False, True)
    )
    assert {case.referral.ref for case in few} == {case.referral.ref for case in everyone} != set()


def test_what_is_closed_and_owes_nothing_is_passed_by_and_the_rest_has_lines(tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    on, known_at = ON + timedelta(days=3), KNOWN_AT + timedelta(days=3)
    write(path, [*of_suspects(3), *done()])
    few, everyone = (
        referrals(embedded(path), LAW, on=on, known_at=known_at, everything=every) for every in (False, True)
    )
    asked, there = ({case.referral.ref for case in each} for each in (few, everyone))
    assert there - asked == {"charged", "looked"}
    assert [*suspect_lines(few, LAW, on=on, at=known_at)]


def test_nothing_stored_is_nothing_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, [])
    assert referrals(embedded(path), LAW, on=ON, known_at=KNOWN_AT) == ()
