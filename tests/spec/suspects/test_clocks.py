"""The clocks from receipt: a band, its expiry, enforcement in its time or a reason by rank."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.suspects.referrals import LAW, MINUTE, banded, case, delayed, due, late, later, step
from tests.table import table
from watchkeeper.law.due import Standing
from watchkeeper.suspects.facts import (
    BANDS,
    Band,
    ChildNear,
    ChildTie,
    Duty,
    Learned,
    News,
    StepKind,
    SuspectAddress,
    SuspectPerson,
)
from watchkeeper.suspects.rules.clocks import may_delay
from watchkeeper.suspects.rules.standing import may_band, stands

TIMES = {Band.VERY_HIGH: 24, Band.HIGH: 7 * 24, Band.MEDIUM: 14 * 24, Band.LOW: 30 * 24}


@table("""
    band      | band      | hours
    very high | very high | 24
    high      | high      | 168
    medium    | medium    | 336
    low       | low       | 720
""")
def test_enforcement_is_owed_within_the_time_of_the_band_from_receipt(band: str, hours: str) -> None:
    of, last = case(Band(band)), later(int(hours))
    assert not late(of, Duty.ENFORCE, last - MINUTE)
    assert not late(of, Duty.ENFORCE, last)
    assert late(of, Duty.ENFORCE, last + MINUTE)


@pytest.mark.parametrize("band", BANDS)
def test_a_band_given_late_does_not_move_the_clock(band: Band) -> None:
    of = case(bands=(banded(band, later(7)),))
    found = due(of, Duty.ENFORCE, later(8))
    assert found is not None
    assert found.at == later(TIMES[band])


@pytest.mark.parametrize("kind", [StepKind.SEARCH, StepKind.ARREST, StepKind.INTERVIEW])
def test_a_search_an_arrest_or_an_interview_ends_the_clock(kind: StepKind) -> None:
    of = case(Band.VERY_HIGH, steps=(step(kind, later(2)),))
    assert late(of, Duty.ENFORCE, later(25)) is False
    assert due(of, Duty.ENFORCE, later(1)) is not None


@pytest.mark.parametrize("kind", [StepKind.BAIL_RETURN, StepKind.CHARGE, StepKind.RELEASED])
def test_nothing_else_ends_it(kind: StepKind) -> None:
    assert late(case(Band.VERY_HIGH, steps=(step(kind, later(2)),)), Duty.ENFORCE, later(25))


def test_without_a_band_enforcement_has_no_last_instant_and_is_louder_than_late() -> None:
    found = due(case(), Duty.ENFORCE, later(1))
    assert found is not None
    assert (found.standing, found.by, found.owner) == (Standing.MISSING, None, "inspector")


def test_a_band_is_owed_within_hours_of_receipt() -> None:
    assert not late(case(), Duty.GRADE, later(8))
    assert late(case(), Duty.GRADE, later(8, minutes=1))
    assert due(case(Band.LOW), Duty.GRADE, later(1)) is None


@table("""
    a band that lacks | lacks
    its assessor      | by
    its tool          | tool
    its version       | version
""")
def test_does_not_count(lacks: str) -> None:
    given = replace(banded(Band.LOW), **{lacks: ""})
    assert len(may_band(given, at=later()).unmet) == 1
    of = case(bands=(given,))
    assert late(of, Duty.GRADE, later(9))
    assert due(of, Duty.ENFORCE, later(9)).standing is Standing.MISSING  # type: ignore[union-attr]


@table("""
    what is new  | what
    new address  | addresses
    child found  | children
    new suspect  | people
    new material | learned
""")
def test_a_change_of_facts_expires_the_band(what: str) -> None:
    at = later(10)
    rows = {
        "addresses": SuspectAddress("A1", "R1", at, "N1 2CC", children=False),
        "children": ChildNear("C1", "R1", at, ChildTie.LIVES),
        "people": SuspectPerson("P1", "R1", at, works_with_children=False),
        "learned": Learned("N1", "R1", News.MATERIAL, at),
    }
    of = case(Band.LOW, **{what: (rows[what],)})
    assert stands(of, LAW, at=at - MINUTE).expired_at is None
    assert stands(of, LAW, at=at).expired_at == at
    assert not late(of, Duty.REGRADE, later(34))
    assert late(of, Duty.REGRADE, later(34, minutes=1))
    found = due(of, Duty.ENFORCE, later(40))
    assert found is not None
    assert found.at == later(TIMES[Band.LOW]), "the clock of the band runs on while it is given again"
    again = replace(of, bands=(*of.bands, banded(Band.HIGH, later(12), ref="B2")))
    assert stands(again, LAW, at=later(40)).expired_at is None
    assert due(again, Duty.REGRADE, later(40)) is None


def test_what_was_known_when_the_band_was_given_does_not_expire_it() -> None:
    of = case(bands=(banded(Band.LOW, later(3)),), learned=(Learned("N1", "R1", News.MATERIAL, later(3)),))
    assert stands(of, LAW, at=later(5)).expired_at is None


def test_a_band_expires_with_age() -> None:
    of = case(Band.LOW)
    assert stands(of, LAW, at=later(days=28) - MINUTE).expired_at is None
    assert stands(of, LAW, at=later(days=28)).expired_at == later(days=28)


@table("""
    band and rank               | band      | rank           | accepted
    very high, superintendent   | very high | superintendent | yes
    very high, chief inspector  | very high | chief inspector | no
    very high, commander        | very high | commander      | yes
    high, inspector             | high      | inspector      | yes
    high, sergeant              | high      | sergeant       | no
    medium, inspector           | medium    | inspector      | yes
    low, sergeant               | low       | sergeant       | yes
    low, constable              | low       | constable      | no
    low, nobody's               | low       |                | no
""")
def test_a_reason_is_accepted_by_rank(band: str, rank: str, accepted: str) -> None:
    given = delayed(later(20), later(40), rank)
    found = may_delay(given, Band(band), LAW, at=later(21))
    assert found.allowed is (accepted == "yes"), found.unmet


@table("""
    a reason              | said                 | unmet
    without words         | reason               | 1
    by nobody             | by                   | 1
    without a next time   | next_at              | 1
    whole                 |                      | 0
""")
def test_a_reason_needs_words_a_name_and_a_next_time(said: str, unmet: str) -> None:
    given = delayed(later(20), later(30))
    if said:
        given = replace(given, **{said: None if said == "next_at" else ""})
    assert len(may_delay(given, Band.VERY_HIGH, LAW, at=later(21)).unmet) == int(unmet)


def test_a_next_time_is_no_further_off_than_the_band_may_wait() -> None:
    allowed = [
        may_delay(delayed(later(20), later(20 + hours)), Band.VERY_HIGH, LAW, at=later(21)).allowed
        for hours in (0, 1, 24, 25)
    ]
    assert allowed == [False, True, True, False]


def test_an_accepted_reason_holds_until_its_own_next_time_and_then_it_is_late() -> None:
    of = case(Band.VERY_HIGH, delays=(delayed(later(23), later(47)),))
    assert due(of, Duty.ENFORCE, later(30)) is None
    assert not late(of, Duty.ENFORCE_NEXT, later(47))
    assert late(of, Duty.ENFORCE_NEXT, later(47, minutes=1))


def test_a_reason_that_is_not_accepted_changes_nothing() -> None:
    of = case(Band.VERY_HIGH, delays=(delayed(later(23), later(47), "sergeant"),))
    assert late(of, Duty.ENFORCE, later(30))


def test_a_reason_given_under_another_band_does_not_hold_for_a_new_one() -> None:
    of = case(
        bands=(banded(Band.LOW), banded(Band.VERY_HIGH, later(20), ref="B2")),
        delays=(delayed(later(10), later(200)),),
    )
    assert late(of, Duty.ENFORCE, later(25))


@settings(max_examples=50)
@given(
    band=st.sampled_from(BANDS),
    graver=st.sampled_from(BANDS),
    hours=st.integers(0, 900),
)
def test_a_graver_band_is_never_enforced_later(band: Band, graver: Band, hours: int) -> None:
    low, high = sorted((band, graver), key=BANDS.index, reverse=True)
    at = later(hours)
    first, second = (due(case(each), Duty.ENFORCE, at) for each in (high, low))
    assert first is not None
    assert second is not None
    assert first.at is not None
    assert second.at is not None
    assert first.at <= second.at


@settings(max_examples=50)
@given(given_after=st.integers(0, 400), asked=st.integers(0, 900), band=st.sampled_from(BANDS))
def test_time_counts_from_receipt_whenever_the_band_was_given(
    given_after: int, asked: int, band: Band
) -> None:
    of = case(bands=(banded(band, later(given_after)),))
    found = due(of, Duty.ENFORCE, later(given_after + asked))
    assert found is not None
    assert found.at == later() + timedelta(hours=TIMES[band])
