"""Whether a grade that was given is accepted, and which grade the clocks count by.

A grade is saved whatever it lacks; until it is accepted it lowers nothing. Rules 77 to 79, on HMICFRS,
accelerated causes of concern: children graded without looking, and lower because they often go missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names, recorded
from watchkeeper.missing.facts import FREQUENCY, Case, Grade, Graded, Source
from watchkeeper.missing.rules.grading import is_graver, proposed
from watchkeeper.missing.rules.history import (
    episodes_together,
    flags_on,
    is_child,
    is_in_care,
    is_often_missing,
    reported_on,
)

NOT_GRADED = "not graded"
MILD = frozenset({Grade.LOW, Grade.VERY_LOW})


@dataclass(frozen=True, slots=True)
class Counted:
    """The grade the clocks count by at an instant, and the record of it; None of both where there is none."""

    grade: Grade | None
    graded: Graded | None
    accepted: bool

    @property
    def word(self) -> str:
        """The grade as the rows of policy name it."""
        return self.grade.value if self.grade is not None else NOT_GRADED


def searched_whole(case: Case, *, at: datetime) -> frozenset[Source]:
    """Sources searched by an instant with a supplier and how to reach them.

    APP missing persons: record the information, the name and contact of its supplier and the time.
    """
    return frozenset(
        each.source
        for each in case.searched
        if each.at <= at and each.supplier.strip() and each.contact.strip()
    )


def newest_grade(case: Case, *, at: datetime) -> Graded | None:
    """The grade given last by an instant, accepted or not; None where none was given."""
    return max((g for g in case.grades if g.at <= at), key=lambda g: (g.at, g.ref), default=None)


def may_accept(graded: Graded, case: Case, law: Shelf, *, at: datetime) -> Decision:
    """Whether a grade is accepted at an instant, with everything that it lacks.

    Information is listed that was had before it was given: the first source for a provisional one,
    all of them else. It gives its reasons. Low is never provisional. Below high it rests on more
    than how often they go missing; and where the facts propose a graver one, or they are often
    missing, flagged, or in care, it carries the rationale of another officer, a supervisor.
    """
    on, least = reported_on(case), law["missing_least_words"]
    words = least.whole(on)
    row = law["missing_first_source" if graded.provisional else "missing_sources"]
    had = searched_whole(case, at=graded.at)
    lacks = [source for source in row.words(on) if Source(source) not in had]
    says = f"not searched, or no supplier: {names(lacks)}" if lacks else "every source is searched"
    reasons = [
        Reason(not lacks, says, row.cite, "the information searched is listed"),
        Reason(len(graded.reasons.split()) >= words, f"reasons in {words} words or more", least.cite),
        Reason(
            not (graded.provisional and graded.grade in MILD),
            f"{graded.grade}, provisional: {recorded(graded.provisional)}",
            law["missing_grade_proposed"].cite,
            "low is never the grade to begin with",
        ),
    ]
    if graded.grade is not Grade.HIGH:
        rests = [ground for ground in graded.grounds if ground not in FREQUENCY]
        much = law["missing_many_episodes"]
        reasons.append(
            Reason(bool(rests), f"rests on {names(graded.grounds) or 'nothing that is named'}", much.cite)
        )
        asks = tuple(asks_rationale(graded, case, law))
        if asks:
            given = _rationale(graded, words, at)
            reasons.append(Reason(given, f"a supervisor's rationale: {names(asks)}", much.cite))
    return Decision(tuple(reasons))


def asks_rationale(graded: Graded, case: Case, law: Shelf) -> Iterator[str]:
    """Why a grade below high asks for the rationale of a supervisor; nothing where it does not.

    Rule 79, a proposal. Whose care a child is in that nobody recorded is not read as nobody's.
    """
    if graded.grade is Grade.HIGH:
        return
    least = proposed(case, law, at=graded.at).grade
    if is_graver(least, graded.grade):
        yield f"the facts propose {least}"
    if is_often_missing(case, law):
        yield f"episode {episodes_together(case, law)} of those close together"
    if flags_on(case, at=graded.at):
        yield "flagged for exploitation"
    if is_child(case, law) and is_in_care(case) is not False:
        yield f"in care: {recorded(is_in_care(case))}"


def counted(case: Case, law: Shelf, *, at: datetime) -> Counted:
    """The grade that counts at an instant: the newest accepted, or a graver one given since.

    Nobody is worse off for a form that lacks something: a grade that is not accepted never makes a
    clock longer. With none accepted an episode counts as not graded, for which policy has the
    shortest clocks.
    """
    given = sorted((g for g in case.grades if g.at <= at), key=lambda g: (g.at, g.ref))
    best: Counted = Counted(None, None, accepted=False)
    for graded in given:
        if may_accept(graded, case, law, at=at).allowed:
            best = Counted(graded.grade, graded, accepted=True)
        elif graded.grade is Grade.HIGH or (best.grade is not None and is_graver(graded.grade, best.grade)):
            best = Counted(graded.grade, graded, accepted=False)
    return best


def _rationale(graded: Graded, words: int, at: datetime) -> bool:
    given = graded.rationale_at or graded.at
    other = bool(graded.rationale_by) and graded.rationale_by != graded.by
    return other and given <= at and len(graded.rationale.split()) >= words
