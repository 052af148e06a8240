"""Which decision another officer signs, who that may be, and that the clock runs until then."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import Choice, Drawn, Ground, Owed
from watchkeeper.escalation.rules.signatures import higher, may_decide, may_sign, second_signature
from watchkeeper.law import shelf
from watchkeeper.workforce.facts import RANKS, Officer, Rank, Role

LAW = shelf.load()
ON = date(2026, 3, 20)
OWED = Owed(
    Ground.NO_CONTACT, date(2026, 3, 2), date(2026, 3, 19), Rank.SERGEANT, Rank.INSPECTOR, (), (), "rule 64"
)
DRAWN = Drawn(
    "D1", Ground.NO_CONTACT, Choice.ARREST, ON, "O1", Rank.INSPECTOR, "Needed.", None, Rank.INSPECTOR
)


def officer(ref: str = "O2", rank: str = "inspector", role: str = "duty inspector") -> Officer:
    return Officer(ref, Rank(rank), Role(role), "NW")


@table("""
    case                                 | choice              | signer
    -------------------------------------|---------------------|----------
    liberty                              | arrest              | inspector
    a home                               | warrant             | inspector
    sought by every force                | circulate as wanted | nobody
    tried again                          | another attempt     | nobody
    nothing done                         | no action           | inspector
    """)
def test_which_choice_needs_which_signature(choice, signer):
    assert (second_signature(Choice(choice), LAW, on=ON) or "nobody") == signer


@table("""
    case                                      | who                          | own | unmet
    ------------------------------------------|------------------------------|-----|----------------------------
    another inspector                         | O2/inspector/duty inspector  |     |
    a superintendent                          | O3/superintendent/senior officer |  |
    the officer who decided                   | O1/inspector/duty inspector  |     | another officer signs
    a sergeant                                | O2/sergeant/supervisor       |     | inspector or above signs arrest
    the manager of the person                 | O2/inspector/supervisor      | yes | own work
    no part of the chain of supervision       | O2/inspector/intelligence officer |  | is intelligence officer
    """)
def test_who_may_sign(who, own, unmet):
    ref, rank, role = who.split("/")
    decision = may_sign(officer(ref, rank, role), DRAWN, OWED, LAW, on=ON, about_own=bool(own))
    assert decision.allowed is (unmet == "")
    assert all(any(words in reason.says for reason in decision.unmet) for words in filter(None, [unmet]))


@table("""
    case                                          | decided   | signs          | today          | allowed
    ----------------------------------------------|-----------|----------------|----------------|--------
    the one who decided had the rank of today     | inspector | inspector      | inspector      | yes
    the rank climbed, and the signer has it       | inspector | superintendent | superintendent | yes
    the rank climbed past both                    | inspector | inspector      | chief inspector | no
    nothing is asked any more                     | inspector | inspector      |                | no
    """)
def test_the_clock_runs_until_it_is_signed(decided, signs, today, allowed):
    owed = replace(OWED, rank=Rank(today)) if today else None
    drawn = replace(DRAWN, rank=Rank(decided))
    role = "senior officer" if signs == "superintendent" else "duty inspector"
    decision = may_sign(officer("O9", signs, role), drawn, owed, LAW, on=ON, about_own=False)
    assert decision.allowed is (allowed == "yes")
    back = may_sign(officer("O9", signs, role), drawn, owed, LAW, on=ON, about_own=False, agreed=False)
    assert back.allowed, "it can always be sent back"


@pytest.mark.parametrize("rank", Rank)
@pytest.mark.parametrize("asked", Rank)
def test_the_rank_of_today_decides(rank, asked):
    one = officer(rank=rank, role="senior officer")
    decision = may_decide(one, replace(OWED, rank=asked), LAW, on=ON, about_own=False)
    assert decision.allowed is (rank.at_least(asked) and rank.at_least(Rank.SERGEANT))


@given(st.sampled_from(RANKS), st.sampled_from(RANKS), st.sampled_from(Choice))
def test_a_signature_never_weakens_a_decision(one, other, choice):
    assert higher(one, other).at_least(one)
    assert higher(one, other).at_least(other)
    signer = second_signature(choice, LAW, on=ON)
    if signer is not None:
        low = officer(rank=RANKS[max(RANKS.index(signer) - 1, 0)], role="senior officer")
        assert not may_sign(low, replace(DRAWN, signer=signer), OWED, LAW, on=ON, about_own=False).allowed
