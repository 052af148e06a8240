"""What one more trained officer would be worth: the shadow price of a skill, found by solving again."""

from dataclasses import dataclass, replace

from watchkeeper.crimes.allocating.problem import Problem
from watchkeeper.crimes.allocating.solving import Proposal, allocate


@dataclass(frozen=True, slots=True)
class Price:
    """What a proposal would gain: crimes placed, parts of those that go first, and points."""

    placed: int
    first_parts: int
    points: int


def price_of(problem: Problem, proposal: Proposal, officer: int, skill: int) -> Price:
    """What the proposal would gain if the officer were of another row of `problem.skills`.

    Nothing but the change itself is held fixed: everybody's work is proposed anew, by the same seed.
    """
    skills = problem.officer_skill.copy()
    skills[officer] = skill
    trained = allocate(replace(problem, officer_skill=skills), seed=proposal.seed).assessed
    was = proposal.assessed
    return Price(
        trained.placed - was.placed,
        trained.first_parts - was.first_parts,
        trained.terms.total - was.terms.total,
    )
