"""No further action on images or sexual offences stands only after a second look, with reasons."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.reported import CALENDAR, LAW, VICTIM, case, d
from tests.table import table
from watchkeeper.crimes.facts import Duty, Finalised, Held, OffenceGroup
from watchkeeper.crimes.rules.closing import closed_for_good, may_close, needs_second_look, second_look_due
from watchkeeper.crimes.rules.duties import duties

IMAGES = frozenset({OffenceGroup.INDECENT_IMAGES})
DONE = Finalised(
    *("F1", "C1", 15, d("03-10"), "O1", "phone examined, no images, account not his"),
    second_by="S1",
    second_on=d("03-12"),
    second_agrees=True,
    safeguarding=True,
)


@table("""
    closing                       | outcome | group                          | second
    images, no action             | 15      | indecent images of children    | yes
    images, a code nobody knows   | 99      | indecent images of children    | yes
    images, charged               | 1       | indecent images of children    | no
    rape, victim does not support | 16      | rape and serious sexual offences | yes
    volume, no suspect            | 18      | volume crime                   | no
""")
def test_which_closings_somebody_else_looks_at(outcome: str, group: str, second: str) -> None:
    final = replace(DONE, outcome=int(outcome))
    assert needs_second_look(final, frozenset({group}), LAW, on=d("03-12")) is (second == "yes")


@table("""
    what is missing                 | column        | value | allowed
    nothing                         |               |       | yes
    a reason of four words          | reason        | no images on phone | no
    a reason of five words          | reason        | no images on his phone | yes
    nobody looked                   | second_by     |       | no
    they looked at their own        | second_by     | O1    | no
    they disagree                   | second_agrees | False | no
    nobody said whether they agree  | second_agrees | None  | no
    safeguarding not checked        | safeguarding  | False | no
    safeguarding not recorded       | safeguarding  | None  | no
""")
def test_no_action_on_images_stands_with_everything_it_needs(column: str, value: str, allowed: str) -> None:
    read = {"False": False, "None": None}.get(value, value)
    final = replace(DONE, **({column: read} if column else {}))
    assert may_close(final, IMAGES, LAW, on=d("03-12")).allowed is (allowed == "yes")


VOLUME = frozenset({OffenceGroup.VOLUME})
OPEN_AND_SHUT = replace(DONE, outcome=18, second_by="", second_on=None, second_agrees=None, safeguarding=None)


@table("""
    who looked again at a closing of volume crime | outcome | agrees | looked_on | on    | closed
    nobody, and nobody need                       | 18      |        |           | 03-10 | yes
    the day before it is proposed                 | 18      |        |           | 03-09 | no
    somebody agreed                               | 18      | yes    | 03-12     | 03-12 | yes
    somebody disagreed, the day before            | 18      | no     | 03-12     | 03-11 | yes
    somebody disagreed, on the day                | 18      | no     | 03-12     | 03-12 | no
    somebody disagreed, the day after             | 18      | no     | 03-12     | 03-13 | no
    somebody disagreed, no day recorded           | 18      | no     |           | 03-10 | no
    a charge somebody disagreed with              | 1       | no     | 03-12     | 03-12 | no
""")
def test_what_whoever_looked_again_sent_back_is_open_whatever_its_kind(
    outcome: str, agrees: str, looked_on: str, on: str, closed: str
) -> None:
    final = replace(
        OPEN_AND_SHUT,
        outcome=int(outcome),
        second_agrees={"yes": True, "no": False}.get(agrees),
        second_on=d(looked_on) if looked_on else None,
    )
    found = closed_for_good(case(finals=(final,)), VOLUME, LAW, on=d(on))
    assert (found is not None) is (closed == "yes")


def test_what_was_sent_back_and_proposed_anew_is_closed_by_the_new_proposal() -> None:
    back = replace(OPEN_AND_SHUT, second_agrees=False, second_on=d("03-11"))
    anew = replace(OPEN_AND_SHUT, ref="F2", on=d("03-12"))
    both = case(finals=(back, anew))
    assert closed_for_good(both, VOLUME, LAW, on=d("03-11")) is None
    assert closed_for_good(both, VOLUME, LAW, on=d("03-12")) == anew


def test_a_later_proposal_sent_back_leaves_what_closed_the_crime_before() -> None:
    refused = replace(OPEN_AND_SHUT, ref="F2", outcome=14, on=d("03-11"), second_agrees=False)
    assert closed_for_good(case(finals=(OPEN_AND_SHUT, refused)), VOLUME, LAW, on=d("03-12")) == OPEN_AND_SHUT


def test_a_look_of_tomorrow_has_not_been_had() -> None:
    assert not may_close(DONE, IMAGES, LAW, on=d("03-11")).allowed
    assert may_close(DONE, IMAGES, LAW, on=d("03-12")).allowed


def test_a_second_look_is_owed_in_three_days_and_says_what_is_missing() -> None:
    waiting = case(finals=(replace(DONE, second_by="", second_on=None, second_agrees=None),))
    due = second_look_due(waiting, IMAGES, LAW, on=d("03-10"))
    assert due is not None
    assert (due.by, due.owner) == (d("03-13"), "inspector")
    assert "somebody else looked: not yet" in [given.value for given in due.because]
    assert second_look_due(case(finals=(DONE,)), IMAGES, LAW, on=d("03-12")) is None
    refused = case(finals=(replace(DONE, second_agrees=False),))
    assert second_look_due(refused, IMAGES, LAW, on=d("03-12")) is None
    assert closed_for_good(refused, IMAGES, LAW, on=d("03-12")) is None


def test_a_closed_case_owes_its_victims_alone() -> None:
    held = (Held("H1", "C1", "O1", d("03-02")),)
    shut = case(parties=(VICTIM,), holdings=held, finals=(DONE,))
    found = {due.duty for due in duties(shut, IMAGES, LAW, CALENDAR, hard=True, on=d("03-12"))}
    assert found == {Duty.CONFIRMATION, Duty.NEEDS, Duty.REFERRAL}
    still = {due.duty for due in duties(shut, IMAGES, LAW, CALENDAR, hard=True, on=d("03-11"))}
    assert {Duty.SECOND_LOOK, Duty.INITIAL_REVIEW, Duty.PLAN, Duty.GRADE} <= still
    assert duties(shut, IMAGES, LAW, CALENDAR, hard=True, on=d("03-01")) == ()


@given(st.integers(1, 22), st.sampled_from(OffenceGroup), st.booleans())
def test_nothing_closes_what_somebody_sent_back(outcome: int, group: OffenceGroup, checked: bool) -> None:
    final = replace(DONE, outcome=outcome, second_agrees=False, safeguarding=checked)
    assert closed_for_good(case(finals=(final,)), frozenset({group}), LAW, on=d("03-20")) is None


@given(st.integers(1, 30), st.sampled_from(OffenceGroup), st.booleans())
def test_nobody_closes_what_needs_a_second_look_alone(
    outcome: int, group: OffenceGroup, checked: bool
) -> None:
    final = replace(DONE, outcome=outcome, second_by=DONE.by, safeguarding=checked)
    closed = closed_for_good(case(finals=(final,)), frozenset({group}), LAW, on=d("03-20"))
    assert (closed is None) == needs_second_look(final, frozenset({group}), LAW, on=d("03-20"))
