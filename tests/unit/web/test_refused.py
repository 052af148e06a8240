"""What an officer reads of a refusal: each reason the right way round."""

from datetime import date

import pytest
from django.http import QueryDict

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import load
from watchkeeper.web.entered import Entered
from watchkeeper.web.form_parts import refusing
from watchkeeper.web.refused_at import not_recorded
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer, Power, Rank, Role
from watchkeeper.workforce.rules.authority import may

ON = date(2026, 3, 20)
LAW = load()
LEFT = Officer("O1", Rank.CONSTABLE, Role.INVESTIGATOR, "NW", until=date(2026, 3, 1))


def read(*reasons: Reason) -> list[str]:
    form = Entered(QueryDict(""))
    refusing(form, "reason", Refused(Decision(reasons)))
    return [each["text"] for each in form.problems]


def test_what_must_be_so_is_read_after_it_must_be_that() -> None:
    assert read(Reason(False, "the person is on record", "x"), Reason(False, "it is open", "x")) == [
        "Not recorded: it must be that the person is on record and it is open"
    ]


@pytest.mark.parametrize("power", [Power.SEEK_WARRANT, Power.CLOSE_CRIME, Power.DECIDE_CLOSURE])
def test_what_was_found_of_an_officer_is_not_what_must_be_so(power: Power) -> None:
    (text,) = read(*may(LEFT, power, LAW, on=ON).unmet)
    assert text.startswith("Not recorded. What was found: left post on 1 March 2026")
    assert "must be that" not in text


def test_whoever_may_not_do_it_reads_so_and_whoever_sent_something_wrong_reads_what() -> None:
    lacks, wrong = (
        may(LEFT, Power.SEEK_WARRANT, LAW, on=ON),
        Decision((Reason(False, "a reason is given", "x"),)),
    )
    form = Entered(QueryDict("reason="))
    refusing(form, "act", Refused(lacks, powerless=True))
    refusing(form, "act", Refused(wrong))
    assert [(each["name"], each["text"].partition(":")[0]) for each in form.problems] == [
        ("act", "You may not record it"),
        ("reason", "Not recorded"),
    ]
    assert not_recorded(Refused(wrong), cited=True) == "Not recorded: it must be that a reason is given (x)"


def test_both_stand_in_one_sentence_each() -> None:
    lacks = Reason(False, "a reason is given to look", "x")
    (text,) = read(*may(LEFT, Power.SEEK_WARRANT, LAW, on=ON).unmet, lacks)
    assert text.startswith("Not recorded: it must be that a reason is given to look. What was found: left")
