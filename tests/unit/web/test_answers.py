"""Answers to offers of people: each belongs to the offer it was given to, whatever came or went meanwhile."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from tests.table import table
from watchkeeper.web.entered import Entered
from watchkeeper.web.handing import OfferLine
from watchkeeper.web.workforce import _answered, _no_longer
from watchkeeper.workforce.facts import HandoverReason, Offer


def waiting(refs: str) -> list[OfferLine]:
    day, why = date(2026, 3, 20), next(iter(HandoverReason))
    unasked: Any = None
    return [
        OfferLine(Offer(ref, f"P-{ref}", "M1", "M2", day, "S1", why), unasked, 0, "low", mine=True)
        for ref in refs.split()
    ]


@table("""
    case                              | sent                          | still     | recorded          | gone
    ----------------------------------|-------------------------------|-----------|-------------------|---------
    both are answered                 | A accept, B refuse            | A B       | A accept, B refuse|
    one is left blank                 | B accept                      | A B       | B accept          |
    the first was answered elsewhere  | A refuse, B accept            | B         | B accept          | 1 offer
    the only one was                  | A accept                      | B         |                   | 1 offer
    another came in before it         | B accept                      | A B C     | B accept          |
    all were answered elsewhere       | A accept, B accept            |           |                   | 2 offers
    """)
def test_an_answer_is_of_the_offer_it_was_given_to(sent, still, recorded, gone):
    answers = [each.split() for each in sent.split(", ")]
    typed = {f"answer-{ref}": answer for ref, answer in answers}
    typed |= {f"reason-{ref}": "No time." for ref, answer in answers if answer == "refuse"}
    form = Entered(QueryDict(urlencode(typed)))
    said = _answered(form, waiting(still))
    assert ", ".join(f"{one.ref} {'accept' if yes else 'refuse'}" for one, yes, _ in said) == recorded
    assert _no_longer(form, waiting(still)) == gone
    assert not form.problems
