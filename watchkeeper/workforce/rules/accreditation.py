"""What an officer has passed and in which level of PIP, with a tutor beside a trainee. Domain 4.1 and 4.2.

Which course satisfies which, and what a tutor may stand in for, are proposals of ours in policy.
"""

from datetime import date
from functools import lru_cache

from watchkeeper.law.clocks import REMEMBERED
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, either
from watchkeeper.workforce.conduct import Fitness, Work
from watchkeeper.workforce.facts import Course, Training
from watchkeeper.workforce.rules.authority import in_date, in_post

LEVELS = (Course.PIP1, Course.PIP2, Course.PIP2_SUPERVISOR, Course.PIP3)


@lru_cache(maxsize=REMEMBERED)  # a few dozen cells of policy, asked a million times a night
def listed(text: str, between: str = ";") -> tuple[str, ...]:
    """The entries of a cell of a policy table, in order.

    >>> listed("PIP 2; PIP 3")
    ('PIP 2', 'PIP 3')
    """
    return tuple(part.strip() for part in text.split(between) if part.strip())


def meeting(course: Course, law: Shelf, *, on: date) -> tuple[Course, ...]:
    """The courses any one of which satisfies a need for `course`: a higher level of PIP does for a lower."""
    table = law["course_met_by"].on(on)
    if isinstance(table, dict) and course in table:
        return _named(str(table[course]))
    return (course,)


def satisfied(training: tuple[Training, ...], need: tuple[Course, ...], law: Shelf, *, on: date) -> bool:
    """Whether any course of `need`, or one that policy lets stand for it, is held in date."""
    return any(in_date(training, each, on=on) for course in need for each in meeting(course, law, on=on))


def trainee(fitness: Fitness, *, on: date) -> bool:
    """Whether somebody counts as a trainee: a tutor is named for them, or no level of PIP is in date.

    Rule 91's lower cap is theirs: a proposal a force confirms.
    """
    return fitness.tutor is not None or not any(in_date(fitness.officer.training, c, on=on) for c in LEVELS)


def need_met(
    fitness: Fitness, work: Work, need: tuple[Course, ...], law: Shelf, *, on: date
) -> tuple[bool, str]:
    """Whether one need of the work is met, by the officer or by their tutor, in words.

    A tutor stands in only where the work lets a trainee hold it, only for the courses policy
    lists, and only when the tutor alone would meet every need of the work, is in post, at
    work and no party to it.
    """
    training = fitness.officer.training
    if satisfied(training, need, law, on=on):
        return True, f"holds {_asked(need)} or above, in date" if _levels(need) else f"holds {_asked(need)}"
    lacks = _lacks(training, need, on)
    if not work.tutored:
        return False, f"{lacks}; no trainee may hold this work" if fitness.tutor is not None else lacks
    stands_in = {*law["tutor_stands_in_for"].words(on)}
    if not stands_in & {*need}:
        return False, f"{lacks}; a tutor does not stand in for it"
    if fitness.tutor is None:
        return False, f"{lacks}; no tutor is named"
    against = _tutor_lacks(fitness, work, law, on)
    if against:
        return False, f"{lacks}; tutor {fitness.tutor.ref} {against}"
    return True, f"{lacks}: a trainee, tutored by {fitness.tutor.ref}"


def _tutor_lacks(fitness: Fitness, work: Work, law: Shelf, on: date) -> str:
    tutor = fitness.tutor
    if tutor is None or tutor.ref == fitness.officer.ref:
        return "is nobody else"
    post = in_post(tutor, on=on)
    if not post.met:
        return post.says
    if fitness.tutor_stopped or tutor.ref in work.conflicted or tutor.ref in work.parties:
        return "is not available"
    short = [_asked(need) for need in work.needs if not satisfied(tutor.training, need, law, on=on)]
    return f"lacks {', '.join(short)}" if short else ""


@lru_cache(maxsize=REMEMBERED)
def _named(cell: str) -> tuple[Course, ...]:
    return tuple(map(Course, listed(cell)))


@lru_cache(maxsize=REMEMBERED)
def _asked(need: tuple[Course, ...]) -> str:
    return either(need)


def _levels(need: tuple[Course, ...]) -> bool:
    return any(course in LEVELS for course in need)


@lru_cache(maxsize=REMEMBERED)  # a night asks of a few hundred sets of courses a million times
def _lacks(training: tuple[Training, ...], need: tuple[Course, ...], on: date) -> str:
    passed = [each for each in training if each.course in need and each.awarded_on <= on]
    lapsed = max((each.expires_on for each in passed if each.expires_on is not None), default=None)
    if lapsed is not None:
        return f"{_asked(need)} lapsed on {day(lapsed)}"
    return f"has not passed {_asked(need)}"
