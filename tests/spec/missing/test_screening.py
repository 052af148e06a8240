"""Floors of screening: under 13 and with a learning disability never low, and 13 or under with a high factor."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.instruments.test_forms import SERAF, SIGNS, answered, replies
from tests.table import table
from watchkeeper.instruments.facts import Pack
from watchkeeper.law import shelf
from watchkeeper.missing.concerns import Concerns
from watchkeeper.missing.rules.screening import may_save, screened

LAW = shelf.load()
ON = date(2026, 3, 20)
CHILD = Concerns("C1", date(2010, 5, 1), learning_disability=False)


@table("""
    child                                    | born       | disability | band          | floor
    -----------------------------------------|------------|------------|---------------|------
    13 tomorrow is under 13                  | 2013-03-21 | no         | moderate risk | under 13
    13 today                                 | 2013-03-20 | no         | not at risk   |
    13 yesterday                             | 2013-03-19 | no         | not at risk   |
    a learning disability, of any age        | 2009-01-01 | yes        | moderate risk | a learning disability: yes
    both                                     | 2015-01-01 | yes        | moderate risk | under 13, a learning disability: yes
    a disability nobody recorded             | 2009-01-01 |            | not at risk   |
    a date of birth nobody recorded          |            | no         | not at risk   |
""")
def test_no_child_under_a_floor_is_low(born: str, disability: str, band: str, floor: str) -> None:
    child = replace(
        CHILD,
        born_on=date.fromisoformat(born) if born else None,
        learning_disability={"yes": True, "no": False, "": None}[disability],
    )
    found = screened(SERAF, answered(), child, LAW, on=ON)
    assert found.scored.band == "not at risk", "the tool's own result stays as published"
    assert found.band == band
    assert ", ".join(reason.says for reason in found.floors if reason.met) == floor


@table("""
    born                     | born       | answer             | potential
    -------------------------|------------|--------------------|----------
    14 tomorrow              | 2012-03-21 | past 6 months      | yes
    14 today                 | 2012-03-20 | past 6 months      | no
    12, an earlier sign      | 2013-06-01 | 6 to 12 months ago | yes
    12, none                 | 2013-06-01 | no                 | no
    nobody recorded when     |            | past 6 months      | yes
""")
def test_thirteen_or_under_with_any_one_high_factor(born: str, answer: str, potential: str) -> None:
    child = replace(CHILD, born_on=date.fromisoformat(born) if born else None)
    found = screened(SERAF, {**answered(), "vehicles": answer}, child, LAW, on=ON)
    assert found.potential is (potential == "yes")


def test_what_a_floor_needs_and_nobody_recorded_keeps_the_result_provisional_and_says_what_it_could_change() -> (
    None
):
    found = screened(SERAF, answered(), replace(CHILD, born_on=None, learning_disability=None), LAW, on=ON)
    assert found.unknown == ("date of birth", "learning disability")
    assert found.provisional
    assert found.changes == (
        "6 more points would make it mild risk",
        "date of birth, not recorded: it could make it moderate risk",
        "learning disability, not recorded: it could make it moderate risk",
    )


@table("""
    case                                   | pack  | born       | disability | band             | reason | unmet
    ---------------------------------------|-------|------------|------------|------------------|--------|------
    as the tool has it                     | seraf | 2009-01-01 | no         | not at risk      |        |
    graver than the tool, and why          | seraf | 2009-01-01 | no         | significant risk | words  |
    graver than the tool, without a word   | seraf | 2009-01-01 | no         | significant risk |        | a reason is given why it is other than the tool's not at risk
    low under 13                           | seraf | 2014-01-01 | no         | mild risk        | words  | mild risk may not be given: under 13
    the floor itself under 13              | seraf | 2014-01-01 | no         | moderate risk    |        |
    low with a learning disability         | signs | 2009-01-01 | yes        | low              | words  | low may not be given: a learning disability: yes
    low while the disability is not known  | signs | 2009-01-01 |            | low              | words  | low waits until it is recorded: learning disability
    not low while it is not known          | signs | 2009-01-01 |            | medium           | words  |
    18 today                               | signs | 2008-03-20 | no         | high             | words  | they are under 18: the tool is for nobody older
    18 tomorrow                            | signs | 2008-03-21 | no         | high             | words  |
""")
def test_what_an_officer_may_save(
    pack: str, born: str, disability: str, band: str, reason: str, unmet: str
) -> None:
    tool = {"seraf": SERAF, "signs": SIGNS}[pack]
    child = Concerns("C1", date.fromisoformat(born), {"yes": True, "no": False, "": None}[disability])
    answers = {item.ref: "no" for item in tool.items}
    found = screened(tool, answers, child, LAW, on=ON)
    decision = may_save(band, reason, found, tool, child, LAW, on=ON)
    assert "; ".join(each.says for each in decision.unmet) == unmet


@settings(max_examples=60)
@given(
    replies(),
    st.none() | st.dates(date(2008, 4, 1), date(2026, 3, 19)),
    st.none() | st.booleans(),
    st.booleans(),
)
def test_no_low_band_is_ever_saved_under_a_floor_or_while_a_floor_is_not_known(
    case: tuple[Pack, dict[str, str]], born: date | None, disability: bool | None, worded: bool
) -> None:
    pack, answers = case
    child = Concerns("C1", born, disability)
    found = screened(pack, answers, child, LAW, on=ON)
    assert pack.rank(found.band) >= pack.rank(found.scored.band)
    safe = (
        born is not None
        and disability is False
        and (ON.year - born.year - ((born.month, born.day) > (3, 20))) >= 13
    )
    for band in pack.bands:
        allowed = may_save(band.name, "why" if worded else "", found, pack, child, LAW, on=ON).allowed
        assert not (allowed and band.low) or safe
