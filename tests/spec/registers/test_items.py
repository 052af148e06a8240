"""What a notification must give, item by item: s.83(5), the 2012 Regulations and s.87(4)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.registers.facts import ItemAnswer
from watchkeeper.registers.rules.items import Item, items, lacking, masked

LAW = shelf.load()
ON = date(2026, 3, 20)
ASKED = items("notification_items", LAW, on=ON)
TRAVEL = items("travel_notice_items", LAW, on=ON)
ALL_GIVEN = dict.fromkeys((item.name for item in ASKED), ItemAnswer.GIVEN)


@pytest.mark.parametrize("asked", [ASKED, TRAVEL])
def test_every_item_on_the_shelf_has_its_clause_and_what_to_ask(asked):
    assert all(item.cite.startswith(("Sexual Offences Act 2003, s.8", "S.I. 20")) for item in asked)
    assert all(item.asks for item in asked)


@table("""
    case                                              | item                      | answer         | missing
    --------------------------------------------------|---------------------------|----------------|--------
    everything given                                  | passport                  | given          | no
    no passport to give                               | passport                  | does not apply | no
    a passport not given                              | passport                  | not given      | yes
    nothing said of it                                | passport                  |                | yes
    everybody has a date of birth                     | date of birth             | does not apply | yes
    everybody has a name                              | name                      | does not apply | yes
    everybody has a home address, if only a place     | home address              | does not apply | yes
    no national insurance number was issued           | national insurance number | does not apply | no
    no child in any household                         | child household           | does not apply | no
    fingerprints refused                              | fingerprints              | not given      | yes
    fingerprints not asked for                        | fingerprints              | does not apply | no
    no account                                        | bank account              | does not apply | no
    """)
def test_one_item(item, answer, missing):
    answers = {name: said for name, said in ALL_GIVEN.items() if name != item}
    if answer:
        answers[item] = ItemAnswer(answer)
    assert lacking(answers, ASKED) == ((item,) if missing == "yes" else ())


@pytest.mark.parametrize(("row", "asked"), [("notification_items", ASKED), ("travel_notice_items", TRAVEL)])
def test_items_are_asked_in_the_order_of_the_shelf_and_an_added_one_by_its_name(row, asked):
    assert [item.name for item in asked] == list(LAW[row].words(ON))
    added = items("plan_pillars", LAW, on=ON)
    assert [item.name for item in added] == list(LAW["plan_pillars"].words(ON))
    assert {item.cite for item in added} == {LAW["plan_pillars"].cite}


@table("""
    case                                 | secret | said        | shown
    -------------------------------------|--------|-------------|-----------
    an address is shown                  | no     | 1 High St   | 1 High St
    of a number its end                  | yes    | 533201447   | ••• 447
    a short one shows nothing            | yes    | 533201      | •••
    one character more shows three       | yes    | 5332014     | ••• 014
    nothing said                         | yes    |             |
    """)
def test_masked(secret, said, shown):
    assert masked(Item("x", "", "", secret=secret == "yes"), said, LAW, on=ON) == shown


@given(st.dictionaries(st.sampled_from([item.name for item in ASKED]), st.sampled_from(ItemAnswer)))
def test_giving_an_item_never_adds_to_what_is_missing(answers):
    before = lacking(answers, ASKED)
    assert set(before) <= {item.name for item in ASKED}
    for item in ASKED:
        after = lacking({**answers, item.name: ItemAnswer.GIVEN}, ASKED)
        assert set(after) == set(before) - {item.name}
