"""Every word of every reason

The printed page is approved by reading it. What the code says now must be what it said then.
"""

from tests.spec.explained.cases import CASES
from tools.pages import ROOT
from tools.print_explained import PATH, page, sections


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
