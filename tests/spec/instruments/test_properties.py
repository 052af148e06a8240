"""What holds of every pack and every answer: exact sums, the same score, ranges that hold, no order of items."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.spec.instruments.scoring import PACKS
from watchkeeper.instruments.counting import NOTHING
from watchkeeper.instruments.facts import Asked, Item, Kind, Pack, Standing
from watchkeeper.instruments.reading import read
from watchkeeper.instruments.scoring import FaultyError, Scored, scored
from watchkeeper.instruments.shelf import PACKS as FOLDER

ON = date(2026, 3, 20)
SCORED = sorted(
    stem
    for stem, pack in PACKS.packs.items()
    if pack.kind is not Kind.JUDGEMENT and pack.standing is not Standing.STRUCTURE
)
LIKELY = {"age_first": (8, 30), "age_conviction": (30, 60), "age_start": (30, 80), "sanctions": (5, 40)}
"""Numbers of people there might be, so that most draws break no check."""
ALWAYS = ("sexual_history",)


def answer(item: Item) -> st.SearchStrategy[str]:
    match item.asked:
        case Asked.YES_NO:
            return st.sampled_from(["yes", "no"])
        case Asked.CHOICE:
            return st.sampled_from([each.name for each in item.choices])
        case Asked.DAY:
            return st.just("")
    assert item.least is not None
    assert item.most is not None
    least, most = LIKELY.get(item.ref, (int(item.least), min(int(item.most), int(item.least) + 6)))
    return st.integers(least, most).map(str)


def _follows(pack: Pack, item: Item) -> bool:
    """Whether it is worked out from other answers of these draws, and may not differ from them."""
    return item.agrees and any(
        name != "on" and pack.item(name).asked is not Asked.DAY
        for each in item.worked_out
        for name in each.names
    )


@st.composite
def cases(draw: st.DrawFn, *, stem: str = "", hidden: bool = False) -> tuple[Pack, dict[str, str]]:
    pack = PACKS[stem or draw(st.sampled_from(SCORED))]
    answers = {item.ref: draw(answer(item)) for item in pack.items if not _follows(pack, item)}
    answers |= {ref: "yes" for ref in ALWAYS if ref in answers}
    if hidden:
        for ref in draw(st.lists(st.sampled_from(sorted(answers)), max_size=3)):
            answers[ref] = ""
    return pack, {ref: said for ref, said in answers.items() if said}


def sensible(pack: Pack, answers: dict[str, str]) -> Scored:
    try:
        return scored(pack, answers, on=ON)
    except FaultyError:
        assume(False)
        raise


@settings(max_examples=150, deadline=None)
@given(cases())
def test_terms_add_up_to_the_total_exactly(case: tuple[Pack, dict[str, str]]) -> None:
    pack, answers = case
    found = sensible(pack, answers)
    assume(found.whole)
    assert found.least is not None
    assert sum((each.value for each in found.added), NOTHING) == found.least.total


@settings(max_examples=60, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_same_pack_gives_the_same_score_in_any_order_of_items_and_answers(
    case: tuple[Pack, dict[str, str]], dice: object
) -> None:
    pack, answers = case
    found = sensible(pack, answers)
    assert scored(pack, answers, on=ON) == found
    turned = replace(pack, hash=pack.hash[::-1], terms=pack.terms[::-1], bands=pack.bands)
    names = sorted(answers)
    dice.shuffle(names)  # type: ignore[attr-defined]
    again = scored(turned, {ref: answers[ref] for ref in names}, on=ON)
    assert (again.least, again.most) == (found.least, found.most)
    assert sorted(each.ref for each in again.added) == sorted(each.ref for each in found.added)


@settings(max_examples=60, deadline=None)
@given(cases(hidden=True), st.data())
def test_what_is_answered_later_stays_within_the_range_that_was_open(
    case: tuple[Pack, dict[str, str]], data: st.DataObject
) -> None:
    pack, answers = case
    before = sensible(pack, answers)
    assume(before.unknown and before.least is not None)
    filled = dict(answers)
    for item in before.unknown:
        filled[item.ref] = data.draw(answer(item))
    after = sensible(pack, filled)
    assume(after.least is not None)
    assert before.least is not None
    assert before.most is not None
    assert after.least is not None
    assert after.most is not None
    assert before.least.total <= after.least.total <= after.most.total <= before.most.total
    if pack.bands:
        assert (
            pack.rank(before.band)
            <= pack.rank(after.band)
            <= pack.rank(after.gravest)
            <= pack.rank(before.gravest)
        )


UP = {
    "osp_dc_2026": ("contact_adult", "contact_child", "noncontact", "stranger_victim"),
    "osp_contact_2013": ("contact_adult", "contact_child", "noncontact", "stranger_victim"),
    "cport_2018": ("criminal_history", "contact_offending", "failed_release", "interest"),
    "rm2000_v_2007": ("violent_appearances", "burglary"),
    "svrp_dynamic_2026": ("temper", "weapon", "past_firearm", "chronic_drinking", "accommodation"),
    "arp_dynamic_2026": ("activities", "heroin", "impulsivity", "unemployed"),
}


@pytest.mark.parametrize("stem", sorted(UP))
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_more_of_what_raises_a_score_never_lowers_it(stem: str, data: st.DataObject) -> None:
    pack, answers = data.draw(cases(stem=stem))
    ref = data.draw(st.sampled_from(UP[stem]))
    item = pack.item(ref)
    if item.asked is Asked.YES_NO:
        low, high = "no", "yes"
    else:
        numbers = sorted(data.draw(st.tuples(answer(item), answer(item))), key=int)
        low, high = numbers[0], numbers[1]
    one, two = sensible(pack, {**answers, ref: low}), sensible(pack, {**answers, ref: high})
    assume(one.least is not None and two.least is not None)
    assert one.least is not None
    assert two.least is not None
    assert one.least.total <= two.least.total
    assert (one.least.percent or NOTHING) <= (two.least.percent or NOTHING)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SCORED))
def test_a_pack_read_again_is_the_same_pack(stem: str) -> None:
    others = {(each.name, each.version): each for each in PACKS.packs.values()}
    again = read((FOLDER / f"{stem}.toml").read_bytes(), others)
    assert again == PACKS[stem]
