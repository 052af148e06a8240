"""Pages of an assessment say what an instrument asks in its own words, never in the names of its columns."""

from datetime import date
from itertools import chain

import pytest

from watchkeeper.instruments.adding import adders
from watchkeeper.instruments.facts import Asked, Pack
from watchkeeper.instruments.shelf import load
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.answers import Answer
from watchkeeper.web.assessment_form import groups
from watchkeeper.web.assessment_shown import of_answers
from watchkeeper.web.assessment_words import asked_for, called, in_words, rests_on

ON = date(2026, 3, 20)
PACKS = load()
OSP = PACKS["osp_dc_2026"]
EVERY = [*PACKS.packs.values()]


def test_what_a_term_rests_on_is_each_item_in_words_and_its_answer() -> None:
    says = OSP.item("contact_child").says
    assert rests_on(OSP, "contact_child 2, on 2026-03-20") == f"{says}: 2, the day of assessment: 2026-03-20"
    assert rests_on(OSP, "sex a, or b") == f"{OSP.item('sex').says}: a, or b"
    assert rests_on(OSP, "some_part high") == "some part: high"
    assert rests_on(OSP, "") == ""


def test_a_formula_is_told_by_the_items_it_asks_for() -> None:
    born, start = OSP.item("birth_date").says, OSP.item("start_date").says
    assert asked_for(OSP, "years(birth_date, start_date)") == f"{born}; {start}"
    assert asked_for(OSP, "1 + 1") == "what the instrument itself says"


def test_a_fault_names_the_item_in_words_and_no_word_of_the_sentence_is_taken_for_one() -> None:
    assert (
        in_words(OSP, "age_start is answered with 'x'")
        == f"{OSP.item('age_start').says} is answered with 'x'"
    )
    assert in_words(OSP, "of one sex, by age_started") == "of one sex, by age_started"


@pytest.mark.parametrize("pack", EVERY, ids=[each.ref for each in EVERY])
def test_no_column_is_named_on_the_pages_of_any_instrument(pack: Pack, law: Shelf) -> None:
    words = {word for item in pack.items for word in item.says.split()}
    columns = {item.ref for item in pack.items if "_" in item.ref or "-" in item.ref} - words
    assert all(called(pack, name) not in columns for adder in adders(pack) for name in adder.names)
    given = [Answer(item.ref, _some(item.asked, item)) for item in pack.items]
    for answers in (given, given[::2], [Answer(each.item, "x") for each in given]):
        came = of_answers(pack, answers, None, law, on=ON)
        said = [
            *came.faults,
            *came.unknown,
            *chain.from_iterable((each.says, each.rests, each.of) for each in came.terms),
            *chain.from_iterable((each.says, each.fact) for each in came.answers),
        ]
        said += [
            f"{each.part['label']} {each.part.get('hint', '')}"
            for group in groups(pack, answers)
            for each in group.questions
        ]
        for text in said:
            assert not columns & set(text.replace(",", " ").replace("'", " ").split()), text


def _some(asked: Asked, item: object) -> str:
    choices = getattr(item, "choices", ())
    if choices:
        return str(choices[0].name)
    return {Asked.YES_NO: "yes", Asked.DAY: "2020-01-06"}.get(asked, str(getattr(item, "least", None) or 1))
