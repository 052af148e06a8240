"""Whether somebody assessed offended again, as far as the register can say: not known is never no."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.briefing.following import may_be_followed, offended_again
from watchkeeper.law import shelf
from watchkeeper.registers.facts import Disposal, Finding, Sentence

LAW = shelf.load()
SINCE = date(2022, 3, 20)
TOUCHED, SHOWN, WORDS = "SOA 2003 s.9", "SOA 2003 s.66", "an offence"


def finding(on: date | None, offence: str = TOUCHED, kind: Finding = Finding.CONVICTION) -> Disposal:
    return Disposal("D1", offence, kind, on, Sentence.COMMUNITY)


@table("""
    case                                       | found      | offence | kind       | asked      | again
    -------------------------------------------|------------|---------|------------|------------|--------
    on the day of assessment: before it        | 2022-03-20 | touched | conviction | 2026-01-01 | no
    the day after                              | 2022-03-21 | touched | conviction | 2026-01-01 | yes
    the last day of two years                  | 2024-03-20 | touched | conviction | 2026-01-01 | yes
    the day after two years                    | 2024-03-21 | touched | conviction | 2026-01-01 | no
    a caution                                  | 2023-01-01 | touched | caution    | 2026-01-01 | yes
    another kind than the instrument estimates | 2023-01-01 | shown   | conviction | 2026-01-01 | no
    a kind nobody can read                     | 2023-01-01 | words   | conviction | 2026-01-01 | unknown
    a finding of insanity                      | 2023-01-01 | touched | insanity   | 2026-01-01 | unknown
    a day nobody recorded                      |            | touched | conviction | 2026-01-01 | unknown
    an exposure of a day nobody recorded       |            | shown   | conviction | 2026-01-01 | no
    nothing, and the months are over           | none       |         | conviction | 2024-03-21 | no
    nothing, on their last day                 | none       |         | conviction | 2024-03-20 | unknown
    found while they run                       | 2023-01-01 | touched | conviction | 2023-01-01 | yes
    still to come on the day asked             | 2023-01-02 | touched | conviction | 2023-01-01 | unknown
    """)
def test_what_came_of_somebody_assessed_with_osp_dc(found, offence, kind, asked, again):
    text = {"touched": TOUCHED, "shown": SHOWN, "words": WORDS}.get(offence, "")
    day = date.fromisoformat(found) if found not in ("", "none") else None
    findings = [] if found == "none" else [finding(day, text, Finding(kind))]
    came = offended_again("osp_dc", SINCE, findings, LAW, on=date.fromisoformat(asked))
    assert came is {"yes": True, "no": False, "unknown": None}[again]


@given(st.lists(st.dates(SINCE, date(2026, 1, 1)), max_size=3), st.dates(SINCE, date(2026, 1, 1)))
def test_one_more_finding_of_the_kind_never_makes_a_yes_a_no(days, more):
    on = date(2026, 1, 1)
    before = [finding(each) for each in days]
    after = offended_again("osp_dc", SINCE, [*before, finding(more)], LAW, on=on)
    assert offended_again("osp_dc", SINCE, before, LAW, on=on) is not True or after is True


def test_of_an_instrument_of_any_offence_the_register_knows_too_little():
    on = date(2026, 1, 1)
    assert may_be_followed("osp_dc", LAW, on=on).allowed
    assert not may_be_followed("ogrs3_2yr", LAW, on=on).allowed
