"""Every word of every reason

The printed page is approved by reading it. What the code says now must be what it said then.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from tests.spec.explained.asked import questions
from tests.spec.explained.cases import CASES
from tests.spec.explained.people import ON
from tools.pages import ROOT
from tools.print_explained import PATH, page, sections
from watchkeeper.briefing.explaining import explained
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.shelf import load


def test_the_page_says_what_the_code_says() -> None:
    printed = (ROOT / PATH).read_text(encoding="utf-8")
    for heading, text in sections().items():
        piece = f"\n{heading}\n\n{text}"
        if piece not in printed:
            held = printed.partition(f"\n{heading}\n\n")[2].partition("\n\n#")[0].splitlines()
            assert text.splitlines() == held, f"first difference at: {heading} (make docs prints again)"
            raise AssertionError(f"out of place: {heading} (make docs prints again)")
    assert page() == printed, "the order, the head or a case taken away (make docs prints again)"


def test_every_case_has_a_name_of_its_own() -> None:
    names = [name for cases in CASES.values() for name in cases]
    assert len(names) == len(set(names))


def test_every_yes_or_no_in_an_answer_is_one_of_the_two() -> None:
    """Neither nothing nor a word stands where an answer says yes or no."""
    law, calendar = load(), england_and_wales()
    answers: list[object] = [answer for _, answer in questions()]
    for cases in CASES.values():
        answers.extend(explained(case, law, calendar, on=ON) for case in cases.values())
    asked = list(_yes_or_no(answers))
    assert {type(value) for value in asked} == {bool}
    assert set(asked) == {True, False}


def _yes_or_no(answer: object) -> Iterator[object]:
    """What stands in every field that is declared a yes or no, in the answer and in all it holds."""
    if isinstance(answer, list | tuple):
        for each in answer:
            yield from _yes_or_no(each)
    elif is_dataclass(answer):
        for field in fields(answer):
            value = getattr(answer, field.name)
            if field.type in (bool, "bool"):
                yield value
            else:
                yield from _yes_or_no(value)
