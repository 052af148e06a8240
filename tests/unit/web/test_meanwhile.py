"""Two officers write on the same words: neither is written over unseen."""

from urllib.parse import urlencode

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.web.entered import Entered
from watchkeeper.web.meanwhile import mark, settled


def sent(shown: str | None, typed: str) -> Entered:
    """A form that was opened on the words `shown`, with others typed over them."""
    marks = {} if shown is None else {"was-need": mark(shown)}
    return Entered(QueryDict(urlencode({"need": typed, **marks})))


@table("""
    case                              | shown | typed | stands | kept | asked
    ----------------------------------|-------|-------|--------|------|------
    nobody changed anything           | one   | one   | one    | one  | no
    the officer alone changed it      | one   | two   | one    | two  | no
    somebody else alone changed it    | one   | one   | three  | three| no
    both changed it to the same words | one   | two   | two    | two  | no
    both changed it, differently      | one   | two   | three  | two  | yes
    the officer emptied it            | one   |       | one    |      | no
    both emptied and changed it       | one   |       | three  |      | yes
    somebody else filled what was not |       |       | three  | three| no
    """)
def test_what_is_kept_of_one_field(shown, typed, stands, kept, asked):
    form = sent(shown, typed)
    assert settled(form, {"need": typed}, {"need": stands}) == {"need": kept}
    assert bool(form.said("need")) is (asked == "yes")


def test_a_form_without_a_mark_showed_nothing():
    form = sent(None, "two")
    settled(form, {"need": "two"}, {"need": "three"})
    assert form.said("need")
    assert settled(sent(None, ""), {"need": ""}, {"need": "three"}) == {"need": "three"}


def test_sent_again_it_takes_what_the_page_showed_and_nothing_of_the_other_field():
    typed = {"need": "two", "aim": "old", "was-need": mark("one"), "was-aim": mark("old")}
    stands = {"need": "three", "aim": "new"}
    form = Entered(QueryDict(urlencode(typed)))
    settled(form, {"need": "two", "aim": "old"}, stands)
    assert [problem["name"] for problem in form.problems] == ["need"]
    again = {name: form.data[name] for name in stands} | {
        f"was-{name}": mark(stands[name]) for name in stands
    }
    second = Entered(QueryDict(urlencode(again)))
    assert settled(second, {name: again[name] for name in stands}, stands) == {"need": "two", "aim": "new"}
    assert not second.problems


@given(st.text(), st.text(), st.text())
def test_words_are_lost_only_where_they_are_asked_about(shown, typed, stands):
    form = sent(shown, typed)
    kept = settled(form, {"need": typed}, {"need": stands})["need"]
    lost = [words for words in (typed, stands) if mark(words) not in (mark(kept), mark(shown))]
    assert not lost or form.said("need")
