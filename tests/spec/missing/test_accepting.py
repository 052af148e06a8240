"""Whether a grade is accepted, and which grade the clocks count by. Rules 77 to 79."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.missing.episodes import CHILD, LAW, MINUTE, REPORTED, WHY, case, graded, later, searched
from tests.table import table
from watchkeeper.missing.facts import Care, Case, Flag, FlagKind, Grade, Graded, Ground, Source
from watchkeeper.missing.rules.accepting import counted, may_accept
from watchkeeper.missing.rules.grading import is_graver

DAY = timedelta(days=1)
NEEDED = (Source.INFORMANT, Source.EARLIER, Source.PNC, Source.PND, Source.INTELLIGENCE)


def unmet(found: Graded, of: Case) -> list[str]:
    return [reason.says for reason in may_accept(found, of, LAW, at=later(24)).unmet]


@table("""
    sources searched                   | provisional | many | accepted
    all of them                        | no          | 5    | yes
    all but one                        | no          | 4    | no
    all but one, and said to be unsure | yes         | 4    | yes
    the informant alone, unsure        | yes         | 1    | yes
    nobody was asked                   | yes         | 0    | no
""")
def test_information_is_searched_before_a_grade_is_accepted(
    provisional: str, many: str, accepted: str
) -> None:
    found = graded(Grade.MEDIUM, provisional=provisional == "yes")
    had = searched(*NEEDED[: int(many)]) if int(many) else ()
    assert may_accept(found, case(searched=had), LAW, at=later(1)).allowed is (accepted == "yes")


@table("""
    the information was had     | minutes | supplier | accepted
    a minute before the grade   | -1      | A. Name  | yes
    at the very minute          | 0       | A. Name  | yes
    a minute after              | 1       | A. Name  | no
    of nobody who is named      | 0       |          | no
""")
def test_it_is_had_before_and_of_somebody_named(minutes: str, supplier: str, accepted: str) -> None:
    had = searched(at=REPORTED + int(minutes) * MINUTE, supplier=supplier)
    found = may_accept(graded(Grade.MEDIUM), case(searched=had), LAW, at=later(1))
    assert found.allowed is (accepted == "yes")


@table("""
    reasons      | words | accepted
    four words   | 4     | no
    five         | 5     | yes
    six          | 6     | yes
""")
def test_a_grade_gives_its_reasons(words: str, accepted: str) -> None:
    found = graded(Grade.MEDIUM, reasons=" ".join(["word"] * int(words)))
    assert may_accept(found, case(searched=searched()), LAW, at=later(1)).allowed is (accepted == "yes")


@table("""
    grade    | grade    | provisional | unmet
    high     | high     | yes         |
    medium   | medium   | yes         |
    low      | low      | yes         | low, provisional: yes
    very low | very low | yes         | very low, provisional: yes
    low sure | low      | no          |
""")
def test_low_is_never_what_it_begins_with(grade: str, provisional: str, unmet: str) -> None:
    found = graded(
        Grade(grade),
        provisional=provisional == "yes",
        rationale=WHY,
        rationale_by="O2",
        rationale_at=REPORTED,
    )
    lacks = may_accept(found, case(searched=searched()), LAW, at=later(1)).unmet
    assert [reason.says for reason in lacks] == [unmet] * bool(unmet)


@table("""
    rests on                            | grade  | grounds                             | accepted
    often missing alone                 | medium | often goes missing                  | no
    both ways of saying so              | medium | often goes missing;always comes back | no
    often missing, and spoken to since  | medium | often goes missing;spoken to since  | yes
    nothing that is named               | medium |                                     | no
    high is never refused for it        | high   | often goes missing                  | yes
""")
def test_how_often_somebody_goes_bears_no_grade_below_high(grade: str, grounds: str, accepted: str) -> None:
    on = tuple(Ground(word) for word in grounds.split(";") if word)
    found = graded(Grade(grade), grounds=on)
    assert may_accept(found, case(searched=searched()), LAW, at=later(1)).allowed is (accepted == "yes")


@table("""
    whoever it is                 | what    | grade  | rationale
    nothing of these              | nothing | medium | no
    milder than proposed          | nothing | low    | yes
    flagged                       | flag    | medium | yes
    the third in 90 days          | often   | medium | yes
    the second                    | twice   | medium | no
    in care                       | care    | medium | yes
    nobody recorded whose care    | blank   | medium | yes
    flagged, and graded high      | flag    | high   | no
""")
def test_who_needs_the_rationale_of_a_supervisor(what: str, grade: str, rationale: str) -> None:
    of = case(searched=searched())
    if what == "flag":
        of = replace(of, flags=(Flag("X1", "M1", FlagKind.CRIMINAL, REPORTED.date(), "O1"),))
    if what in ("often", "twice"):
        of = replace(of, earlier=tuple(REPORTED - n * DAY for n in range(1, 3 if what == "often" else 2)))
    if what in ("care", "blank"):
        of = replace(of, who=replace(CHILD, care=Care.HOME if what == "care" else None))
    found = graded(Grade(grade))
    lacks = unmet(found, of)
    assert bool(lacks) is (rationale == "yes")
    given_ = replace(found, rationale=WHY, rationale_by="O2", rationale_at=later(1))
    assert unmet(given_, of) == []


@table("""
    the rationale              | by | words | minutes | accepted
    of another officer         | O2 | 5     | 0       | yes
    of whoever graded          | O1 | 5     | 0       | no
    of nobody                  |    | 5     | 0       | no
    in four words              | O2 | 4     | 0       | no
    a minute from now          | O2 | 5     | 1       | no
""")
def test_a_rationale_is_in_words_and_of_another_officer(
    by: str, words: str, minutes: str, accepted: str
) -> None:
    said = " ".join(["word"] * int(words))
    found = graded(Grade.LOW, rationale=said, rationale_by=by, rationale_at=later(1, int(minutes)))
    assert may_accept(found, case(searched=searched()), LAW, at=later(1)).allowed is (accepted == "yes")


@table("""
    given, in turn                                 | grades          | counts
    none                                           |                 | not graded
    one that is accepted                           | medium          | medium
    one that is not                                | medium?         | not graded
    high counts, accepted or not                   | high?           | high
    a milder one that is not accepted lowers none  | medium low?     | medium
    a graver one that is not accepted counts       | medium high?    | high
    a milder one that is accepted                  | high medium     | medium
    a graver one, then one accepted                | medium high? medium | medium
""")
def test_a_grade_that_is_not_accepted_never_makes_a_clock_longer(grades: str, counts: str) -> None:
    given_ = tuple(
        graded(
            Grade(word.rstrip("?")),
            later(minutes=at),
            ref=f"G{at}",
            reasons="" if word.endswith("?") else WHY,
            rationale=WHY,
            rationale_by="O2",
            rationale_at=later(minutes=at),
        )
        for at, word in enumerate(grades.split())
    )
    assert counted(case(grades=given_, searched=searched()), LAW, at=later(1)).word == counts


@given(st.lists(st.tuples(st.sampled_from(Grade), st.booleans()), max_size=5), st.sampled_from(Grade))
@settings(max_examples=40)
def test_one_more_grade_that_is_not_accepted_never_makes_it_milder(
    before: list[tuple[Grade, bool]], then: Grade
) -> None:
    rows = tuple(
        graded(grade, later(minutes=at), ref=f"G{at}", reasons=WHY if whole else "")
        for at, (grade, whole) in enumerate(before)
    )
    of = case(grades=rows, searched=searched())
    was = counted(of, LAW, at=later(1)).grade
    now = counted(
        replace(of, grades=(*rows, graded(then, later(minutes=30), ref="G9", reasons=""))), LAW, at=later(1)
    ).grade
    assert was is None or (now is not None and not is_graver(was, now))
