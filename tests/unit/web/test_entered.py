"""What is typed into a form: real days only, every problem at once, nothing lost."""

from datetime import UTC, date, datetime

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.instruments.facts import Asked
from watchkeeper.instruments.shelf import load
from watchkeeper.web.assessment_form import said
from watchkeeper.web.entered import Entered


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


def test_a_bad_day_hides_no_bad_number_of_an_instrument() -> None:
    pack = load()["osp_dc_2026"]
    on = next(f"item-{item.ref}" for item in pack.items if item.asked is Asked.DAY)
    many = next(f"item-{item.ref}" for item in pack.items if item.asked is Asked.WHOLE)
    form = Entered(QueryDict(f"{on}-day=45&{many}=many"))
    said(form, pack)
    assert {each["name"] for each in form.problems} == {on, many}
