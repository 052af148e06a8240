"""The flow that solves it: crimes to classes of officers to loads, by OR-Tools' minimum cost flow, exactly.

    crime -> (unit, kind, fit) -> (unit, skill) -> class (unit, skill) -> parts of load -> done
    crime -> officer, where a tie is worth points; crime -> left out

Officers of a class are alike but for their loads, so one arc stands for all parts that cost a class the
same: the network loses nothing and has a few arcs for each crime instead of one for each officer. What
it does not know is that a crime of several parts may not be split, and conflicts: so its points are a
bound that no lawful proposal can exceed.
"""

from dataclasses import dataclass

import numpy as np

from watchkeeper.crimes.allocating.book import Book
from watchkeeper.crimes.allocating.problem import PIECE, Ints, Problem


class FlowError(RuntimeError):
    """The solver gave no optimum. Its own word for why is the message."""


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """What the network found, in parts of work: rows of where from, where to and how many.

    to_fit      crimes to fit nodes
    to_skill    fit nodes to (unit, skill) nodes
    to_class    (unit, skill) nodes to classes
    to_officer  classes to officers with ties
    by_tie      crimes straight to officers
    bound       what no proposal can exceed: parts of crimes that go first, then points
    """

    to_fit: Ints
    to_skill: Ints
    to_class: Ints
    to_officer: Ints
    by_tie: Ints
    bound: tuple[int, float]


class _Arcs:
    """Arcs as they are gathered: from, to, most parts, cost of a part."""

    def __init__(self) -> None:
        self.held: list[tuple[Ints, Ints, Ints, Ints]] = []

    def add(self, tail: Ints, head: Ints, most: Ints | int, cost: Ints | int) -> slice:
        begin = sum(len(each[0]) for each in self.held)
        shape = np.shape(tail)
        self.held.append((tail, head, np.broadcast_to(most, shape), np.broadcast_to(cost, shape)))
        return slice(begin, begin + len(tail))

    def all(self) -> tuple[Ints, Ints, Ints, Ints]:
        tail, head, most, cost = (
            np.concatenate(part).astype(np.int64) for part in zip(*self.held, strict=True)
        )
        return tail, head, most, cost


def flow(problem: Problem, book: Book) -> Flow:
    """The best flow there is. `book` gives the classes of officers; what it holds is not looked at.

    Raises FlowError when the solver gives no optimum: numbers too large for it.
    """
    n, units, skills = len(problem.crimes), len(problem.units), len(problem.skills)
    classes, total = len(book.members), int(problem.parts.sum())
    fit_of = _fit_columns(problem)
    widest = max((len(each) for each in fit_of), default=0)
    skill_at = n + units * len(problem.kinds) * widest
    class_at = skill_at + units * skills
    with_ties = np.array(sorted({who for each in problem.tied.values() for who in each}), np.int64)
    officer_at = class_at + classes
    done = officer_at + len(with_ties)
    arcs, scale = _Arcs(), problem.scale

    crime, fit, value = _crimes_to_fits(problem, fit_of, widest)
    part_value = value * (scale // problem.parts[crime])
    a = arcs.add(crime, n + fit, problem.parts[crime], -part_value)
    tie_crime, tie_officer, tie_value = _ties(problem)
    tie_part = tie_value * (scale // problem.parts[tie_crime])
    e = arcs.add(
        tie_crime, officer_at + np.searchsorted(with_ties, tie_officer), problem.parts[tie_crime], -tie_part
    )
    left = arcs.add(np.arange(n), np.full(n, done), problem.parts, 0)
    fit_tail, fit_head = _fits_to_skills(problem, fit_of, widest)
    b = arcs.add(n + fit_tail, skill_at + fit_head, total, 0)
    unit, row = (each.ravel() for each in np.meshgrid(np.arange(units), np.arange(classes), indexing="ij"))
    near = problem.reach[unit, book.class_unit[row]]
    unit, row = unit[near], row[near]
    skill_node = unit * skills + book.class_skill[row]
    c = arcs.add(
        skill_at + skill_node, class_at + row, total, problem.far[unit, book.class_unit[row]] * scale
    )
    d = arcs.add(
        class_at + book.class_of[with_ties],
        officer_at + np.arange(len(with_ties)),
        problem.room[with_ties],
        0,
    )
    own = np.full(len(problem.officers), -1, np.int64)
    own[with_ties] = officer_at + np.arange(len(with_ties))
    node = np.where(own >= 0, own, class_at + book.class_of)
    load_tail, load_cost, load_most = _loads(problem, node)
    arcs.add(load_tail, np.full(len(load_tail), done), load_most, load_cost * scale)

    tail, head, most, cost = arcs.all()
    ahead = _ahead(cost, done - n)
    before = cost.copy()
    for some, whose in ((a, crime), (e, tie_crime)):
        before[some] -= np.where(problem.first[whose], ahead, 0)
    flows = _solved(tail, head, most, before, problem.parts, done)

    def rows(some: slice, first: int, second: int) -> Ints:
        used = np.flatnonzero(flows[some])
        return np.stack([tail[some][used] - first, head[some][used] - second, flows[some][used]], axis=1)

    first_parts = int((problem.parts - flows[left])[problem.first].sum())
    by_tie = rows(e, 0, officer_at)
    to_officer = rows(d, class_at, officer_at)
    for pairs in (by_tie, to_officer):
        pairs[:, 1] = with_ties[pairs[:, 1]] if len(with_ties) else pairs[:, 1]
    bound = (first_parts, -float((flows * cost).sum()) / scale)
    return Flow(rows(a, 0, n), rows(b, n, skill_at), rows(c, skill_at, class_at), to_officer, by_tie, bound)


def _solved(tail: Ints, head: Ints, most: Ints, cost: Ints, parts: Ints, done: int) -> Ints:
    from ortools.graph.python import min_cost_flow

    solver = min_cost_flow.SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(tail, head, most, cost)
    supply = np.zeros(done + 1, np.int64)
    supply[: len(parts)], supply[done] = parts, -parts.sum()
    solver.set_nodes_supplies(np.arange(done + 1), supply)
    status = solver.solve()
    if status != solver.OPTIMAL:
        raise FlowError(str(status.name))
    return np.asarray(solver.flows(arcs), np.int64)


def _ahead(cost: Ints, between: int) -> int:
    """What a part of a crime that goes first is worth beside its points: more than any exchange can cost.

    If one more such part can find an owner, a chain of exchanges shows how, and the shortest passes each
    of the nodes `between` crimes and the end at most once: so it costs less than this.
    """
    return 1 + (2 * between + 4) * int(np.abs(cost).max(initial=0))


def _fit_columns(problem: Problem) -> list[Ints]:
    """For each kind the different fits among the skills that may hold it and that somebody has, falling."""
    held = np.zeros(len(problem.skills), bool)
    held[problem.officer_skill] = True
    return [
        np.unique(fit[lawful & held])[::-1] for fit, lawful in zip(problem.fit, problem.eligible, strict=True)
    ]


def _crimes_to_fits(problem: Problem, fit_of: list[Ints], widest: int) -> tuple[Ints, Ints, Ints]:
    """Crime, fit node and points of each way from a crime."""
    found: list[tuple[Ints, Ints, Ints]] = [(np.zeros(0, np.int64),) * 3]
    for kind, fits in enumerate(fit_of):
        crimes = np.flatnonzero(problem.crime_kind == kind)
        for column, fit in enumerate(fits.tolist()):
            node = (problem.crime_unit[crimes] * len(fit_of) + kind) * widest + column
            value = (problem.worth[crimes] * fit + PIECE // 2) // PIECE
            found.append((crimes, node, value + problem.placing * problem.weight[crimes] // PIECE))
    crime, fit_node, value = (np.concatenate(part) for part in zip(*found, strict=True))
    return crime, fit_node, value


def _fits_to_skills(problem: Problem, fit_of: list[Ints], widest: int) -> tuple[Ints, Ints]:
    tails, heads = [], []
    for kind, fits in enumerate(fit_of):
        for column, fit in enumerate(fits.tolist()):
            for skill in np.flatnonzero(problem.eligible[kind] & (problem.fit[kind] == fit)).tolist():
                for unit in range(len(problem.units)):
                    tails.append((unit * len(fit_of) + kind) * widest + column)
                    heads.append(unit * len(problem.skills) + skill)
    return np.array(tails, np.int64), np.array(heads, np.int64)


def _ties(problem: Problem) -> tuple[Ints, Ints, Ints]:
    rows = [
        (crime, officer, problem.points(crime, officer))
        for crime, officers in sorted(problem.tied.items())
        for officer in sorted(officers)
    ]
    held = np.array(rows, np.int64).reshape(-1, 3)
    return held[:, 0], held[:, 1], held[:, 2]


def _loads(problem: Problem, node: Ints) -> tuple[Ints, Ints, Ints]:
    """Node, cost and number of the parts of load that cost a node the same."""
    step = np.diff(problem.paid, axis=1)
    room = np.arange(step.shape[1])[None, :] < problem.room[:, None]
    nodes = np.broadcast_to(node[:, None], step.shape)[room]
    pairs, many = np.unique(np.stack([nodes, step[room]], axis=1), axis=0, return_counts=True)
    return pairs[:, 0], pairs[:, 1], many
