"""What is typed into a form: real days only, every problem at once, nothing lost."""

from datetime import UTC, date, datetime

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import NOON, ON
from tests.table import table
from watchkeeper.instruments.facts import Asked
from watchkeeper.instruments.shelf import load
from watchkeeper.web import visit_form
from watchkeeper.web.access_forms import conflict_wanted, restriction_wanted
from watchkeeper.web.assessment_form import said
from watchkeeper.web.entered import LONGEST_REFERENCE, TOO_LONG, Entered


@table("""
    case                     | typed              | read
    -------------------------|--------------------|-----------
    a day                    | 27/3/2026          | 2026-03-27
    nothing                  | //                 |
    no such day              | 31/2/2026          | problem
    part of one              | 27//2026           | problem
    letters                  | a/b/c              | problem
    a year nobody will see   | 1/1/99999999999999 | problem
    """)
def test_a_day_in_three_boxes(typed, read):
    on, month, year = typed.split("/")
    form = Entered(QueryDict(f"when-day={on}&when-month={month}&when-year={year}"))
    found = form.day("when")
    assert (found.isoformat() if found else "") == ("" if read == "problem" else read)
    assert bool(form.problems) is (read == "problem")
    assert [box["value"] for box in form.boxes("when", "When?", "")["items"]] == [on, month, year]  # type: ignore[attr-defined]


def test_an_instant_is_londons():
    form = Entered(QueryDict("at-day=1&at-month=7&at-year=2026&at-time=07:30"))
    found = form.instant("at", "Give the day")
    assert found is not None
    assert found.astimezone(UTC) == datetime(2026, 7, 1, 6, 30, tzinfo=UTC)


def test_every_problem_is_told_at_once():
    form = Entered(QueryDict("choice=neither"))
    form.one_of("choice", ("yes", "no"), "Say which")
    form.text("reason", "Give the reason")
    form.day("expires", "Give the day")
    assert [problem["text"] for problem in form.problems] == ["Say which", "Give the reason", "Give the day"]
    assert form.said("reason") == {"text": "Give the reason"}


def test_boxes_show_what_was_given_until_something_is_typed():
    shown = Entered(QueryDict("")).boxes("when", "When?", "", date(2026, 3, 20))
    assert [box["value"] for box in shown["items"]] == ["20", "3", "2026"]  # type: ignore[attr-defined]


@given(st.text(), st.text(), st.text(), st.text())
def test_whatever_is_typed_is_read_or_is_a_problem(day, month, year, time):
    data = QueryDict(mutable=True)
    data.update({"at-day": day, "at-month": month, "at-year": year, "at-time": time})
    form = Entered(data)
    assert form.instant("at", "Give the day") is not None or form.problems
    assert "\0" not in form.text("at-day")


LONG = "O" * (LONGEST_REFERENCE + 1)


def test_a_box_of_several_references_takes_none_that_is_too_long_and_does_not_say_it_back():
    form = Entered(QueryDict(f"crew=O1, {LONG} ,O2,,&empty="))
    assert form.references("crew") == ("O1", "O2")
    assert form.problems == [{"text": TOO_LONG, "href": "#crew", "name": "crew"}]
    assert form.data["crew"] == "O1, O2"
    assert form.references("empty", "Name the officers") == ()
    assert form.said("empty") == {"text": "Name the officers"}
    longest = Entered(QueryDict(f"crew={LONG[1:]}"))
    assert (longest.references("crew"), longest.problems) == ((LONG[1:],), [])


@pytest.mark.parametrize("refs", ["O2 {}", "O2;{}", "{}"])
def test_officers_at_a_door_are_named_by_references_no_longer_than_any(refs: str):
    for letters, wrong in ((LONGEST_REFERENCE, False), (LONGEST_REFERENCE + 1, True)):
        typed = {"crew-1": "O1", "crew-other": refs.format("O" * letters)}
        _, problems = visit_form.read(typed, visit_form.crew(typed), (), now=NOON)
        assert (("crew-other", TOO_LONG) in problems) is wrong


@pytest.mark.django_db
def test_officers_who_may_see_a_restricted_record_are_named_by_references_no_longer_than_any():
    form = restriction_wanted({"reason": "kin", "named": f"O404, {LONG}"}, ON, NOON)
    assert form.errors["named"] == TOO_LONG
    assert (form.named, form["named"]) == (("O404",), "O404")
    assert conflict_wanted({"reason": "kin", "officer": LONG}, "O1", True, NOON).errors["officer"] == TOO_LONG


def test_a_bad_day_hides_no_bad_number_of_an_instrument() -> None:
    pack = load()["osp_dc_2026"]
    on = next(f"item-{item.ref}" for item in pack.items if item.asked is Asked.DAY)
    many = next(f"item-{item.ref}" for item in pack.items if item.asked is Asked.WHOLE)
    form = Entered(QueryDict(f"{on}-day=45&{many}=many"))
    said(form, pack)
    assert {each["name"] for each in form.problems} == {on, many}
