"""An entry of the trail, said aloud."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from watchkeeper.audit.facts import Entry, Kind
from watchkeeper.web.audit_words import past, sentence
from watchkeeper.workforce.facts import Power

LOOK = Entry(
    number=7,
    at=datetime(2026, 3, 20, 9, 5, tzinfo=UTC),
    kind=Kind.DONE,
    power="read a person's record",
    by="BCU01-S01",
    about="P0000017",
    purpose="supervising their management",
    reasons=(
        "in post (Proposed table of powers)",
        "is a sergeant; constable or above is needed (Row, s.96B(2))",
    ),
    facts=(("attempt", "6"),),
    policy_version="v",
    previous="0",
    hash="1",
)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (
            LOOK,
            "On 20 March 2026, 09:05 BCU01-S01 looked at P0000017: supervising their management; "
            "allowed because: in post, is a sergeant.",
        ),
        (
            replace(LOOK, kind=Kind.ATTEMPT, reasons=()),
            "On 20 March 2026, 09:05 BCU01-S01 set out to look at P0000017: supervising their management.",
        ),
        (
            replace(
                LOOK,
                kind=Kind.REFUSED,
                power="record a visit",
                reasons=("not met: has not passed MOSOVO (APP)",),
            ),
            "On 20 March 2026, 09:05 BCU01-S01 was refused leave to record a visit for P0000017: supervising "
            "their management; because: has not passed MOSOVO.",
        ),
        (
            replace(LOOK, kind=Kind.FAILED, power="load records", about=""),
            "On 20 March 2026, 09:05 BCU01-S01 tried to load records: supervising their management; it failed, "
            "and nothing of it was kept.",
        ),
        (
            replace(LOOK, reasons=tuple(f"reason {n} (Act)" for n in range(5))),
            "On 20 March 2026, 09:05 BCU01-S01 looked at P0000017: supervising their management; "
            "allowed because: reason 0, reason 1, reason 2, 2 reasons more.",
        ),
    ],
)
def test_each_kind_is_a_sentence(entry: Entry, says: str) -> None:
    assert sentence(entry) == says


@pytest.mark.parametrize("power", Power)
def test_every_power_can_be_told_of_the_past(power: Power) -> None:
    """A new power whose verb bends otherwise is added to the irregular ones."""
    said = past(power.value).partition(" ")[0]
    assert said in {
        *("loaded", "read", "compiled", "recorded", "set", "allocated", "authorised", "decided", "sought"),
        *("approved", "exported", "appointed", "opened", "reviewed", "restricted", "declared", "raised"),
        *("acknowledged", "prepared", "countersigned", "offered", "answered", "overrode", "ended", "ruled"),
        *("corrected", "lifted", "signed", "carried", "withdrew", "planned", "changed", "saw", "issued"),
        *(
            "revealed",
            "checked",
            "studied",
            "took",
            "graded",
            "proposed",
            "disputed",
            "let",
            "looked",
            "asked",
        ),
        *("drew", "named", "investigated", "gave", "held", "closed", "flagged", "screened", "confirmed"),
        *("joined", "kept", "left", "undid", "assessed", "rated", "measured", "wrote", "said"),
    }, f"{power.value}: {said}"
