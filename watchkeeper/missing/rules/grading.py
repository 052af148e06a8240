"""What grade the facts of an episode ask for, why, and what would change it. An officer gives the grade.

APP missing persons: graded from every source, reviewed at each stage; never low by default, rule 78.
Which fact asks for which grade is a proposal of ours on the shelf, `missing_grade_proposed`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from watchkeeper.law.decision import Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import recorded
from watchkeeper.missing.facts import GRADES, Case, Grade
from watchkeeper.missing.rules.history import (
    episodes_together,
    flags_on,
    is_child,
    is_in_care,
    is_often_missing,
    is_under,
    reported_on,
)

YOUNG, EXPLOITED, MEDICINE, SELF_HARM, LEARNING, WEATHER, DISABLED, CARE, OFTEN, NOTHING = (
    "under the young age",
    "exploitation",
    "needs medicine",
    "may harm themselves",
    "learning disability",
    "danger of the weather",
    "disability",
    "in care",
    "missing again and again",
    "nothing of these",
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """The grade proposed, what was found for it, and what would make it another.

    `changes` are sentences: a fact that is not so, or that nobody recorded, and the grade it would lead
    to. `missing` names the facts nobody recorded, `confirmed` whether the row of policy is.
    """

    grade: Grade
    reasons: tuple[Reason, ...]
    changes: tuple[str, ...]
    missing: tuple[str, ...]
    confirmed: bool


def proposed(case: Case, law: Shelf, *, at: datetime) -> Proposed:
    """The gravest grade that any fact on record asks for; policy has none ask for low.

    Examples
    --------
    >>> from datetime import UTC
    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.missing.facts import Episode
    >>> told = datetime(2026, 3, 2, 9, tzinfo=UTC)
    >>> found = proposed(Case(Episode("E1", "M1", told)), shelf.load(), at=told)
    >>> found.grade.value, found.changes[0]
    ('medium', 'under the young age (not recorded) would make it high')
    """
    row, on = law["missing_grade_proposed"], reported_on(case)
    facts = tuple(_facts(case, law, at))
    names = [name for name, met, _ in facts if met] or [NOTHING]
    grade = min((Grade(row.word_of(name, on)) for name in names), key=GRADES.index)
    changes = tuple(
        f"{name} ({recorded(met)}) would make it {other}"
        for name, met, _ in facts
        if not met and is_graver(other := Grade(row.word_of(name, on)), grade)
    )
    return Proposed(
        grade,
        tuple(Reason(met is True, says, row.cite) for _, met, says in facts),
        changes,
        tuple(name for name, met, _ in facts if met is None),
        row.confirmed,
    )


def is_graver(one: Grade, other: Grade) -> bool:
    """Whether one grade is graver than the other, in the order of the guidance."""
    return GRADES.index(one) < GRADES.index(other)


def _facts(case: Case, law: Shelf, at: datetime) -> Iterator[tuple[str, bool | None, str]]:
    episode, who = case.episode, case.who
    age = law["missing_young_age"].whole(reported_on(case))
    young = is_under(case, age)
    flags = flags_on(case, at=at)
    yield YOUNG, young, f"under {age}: {recorded(young)}"
    yield EXPLOITED, bool(flags), f"flags of exploitation: {len(flags)}"
    yield MEDICINE, episode.medicine, f"needs medicine that is not with them: {recorded(episode.medicine)}"
    yield SELF_HARM, episode.self_harm, f"may harm themselves: {recorded(episode.self_harm)}"
    learning = who.learning_disabled if who is not None else None
    yield LEARNING, learning, f"learning disability: {recorded(learning)}"
    yield WEATHER, episode.weather, f"in danger of the weather: {recorded(episode.weather)}"
    disabled = who.disabled if who is not None else None
    yield DISABLED, disabled, f"disability: {recorded(disabled)}"
    if is_child(case, law):
        yield CARE, is_in_care(case), f"in the care of a local authority: {recorded(is_in_care(case))}"
    many = episodes_together(case, law)
    yield OFTEN, is_often_missing(case, law), f"episodes close together: {many}"
