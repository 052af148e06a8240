"""From flows between classes to officers: every crime to one person, conflicts kept, nobody over a cap."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from watchkeeper.crimes.allocating.book import Book
from watchkeeper.crimes.allocating.network import Flow
from watchkeeper.crimes.allocating.problem import NOBODY, Ints


def place(book: Book, found: Flow) -> tuple[int, ...]:
    """Put the crimes of a flow into officers' hands in `book`; return those that found no place in it.

    Where every crime is one part none is left over but by a conflict that its class cannot resolve.
    Where crimes weigh differently, those that the flow splits are left over too.
    """
    parts = book.problem.parts
    lost: list[int] = []
    for crime, officer, flowed in found.by_tie.tolist():
        if flowed == parts[crime]:
            book.give(crime, officer)
    at_fit = defaultdict(list)
    for crime, node, flowed in found.to_fit.tolist():
        if flowed == parts[crime]:
            at_fit[node].append(crime)
        elif book.holder[crime] == NOBODY:
            lost.append(crime)
    lost += [crime for crime, _, flowed in found.by_tie.tolist() if flowed < parts[crime]]
    at_skill = _pour(at_fit, found.to_skill, parts, lost)
    at_class = _pour(at_skill, found.to_class, parts, lost)
    quotas: dict[int, dict[int, int]] = defaultdict(dict)
    for row, officer, many in found.to_officer.tolist():
        quotas[row][officer] = many
    own = {who for each in book.problem.tied.values() for who in each}
    for row, crimes in sorted(at_class.items()):
        if book.problem.scale == 1:
            lost += _match(book, crimes, _quotas(book, row, len(crimes), quotas[row], own))
        else:
            lost += _fill(book, crimes, row)
    return tuple(sorted(set(lost)))


def _pour(held: dict[int, list[int]], flows: Ints, parts: Ints, lost: list[int]) -> dict[int, list[int]]:
    """Send the crimes of each node on as the flow does, the heaviest first; what does not fit is lost."""
    left = {
        node: sorted(crimes, key=lambda crime: (-int(parts[crime]), crime)) for node, crimes in held.items()
    }
    onward: dict[int, list[int]] = defaultdict(list)
    for tail, head, many in flows.tolist():
        room, stay = many, []
        for crime in left.get(tail, ()):
            if room >= parts[crime]:
                room -= int(parts[crime])
                onward[head].append(crime)
            else:
                stay.append(crime)
        left[tail] = stay
    for crimes in left.values():
        lost += crimes
    return onward


def _quotas(book: Book, row: int, crimes: int, with_ties: dict[int, int], own: set[int]) -> dict[int, int]:
    """How many of a class's crimes each officer takes: with ties as the flow says, else the cheapest."""
    quota = dict(with_ties)
    left = crimes - sum(quota.values())
    members = np.array([each for each in book.members[row].tolist() if each not in own], np.int64)
    if left and len(members):
        step = np.diff(book.problem.paid[members], axis=1)
        who, part = np.nonzero(np.arange(step.shape[1])[None, :] < book.problem.room[members][:, None])
        cheapest = np.lexsort((who, part, step[who, part]))[:left]
        for officer in members[who[cheapest]].tolist():
            quota[officer] = quota.get(officer, 0) + 1
    return quota


def _match(book: Book, crimes: Iterable[int], quota: dict[int, int]) -> list[int]:
    """Give crimes to the officers of a class by their quotas, no conflict broken; return what is left."""
    barred = book.problem.barred
    careful = sorted(crime for crime in crimes if crime in barred)
    given: dict[int, list[int]] = {officer: [] for officer in quota}
    lost = [crime for crime in careful if not _augment(crime, given, quota, barred, set())]
    for officer, some in given.items():
        for crime in some:
            book.give(crime, officer)
    free = iter(
        [officer for officer, many in sorted(quota.items()) for _ in range(many - len(given[officer]))]
    )
    for crime in sorted(set(crimes) - set(careful)):
        officer = next(free, NOBODY)
        if officer == NOBODY:
            lost.append(crime)
        else:
            book.give(crime, officer)
    return lost


def _augment(
    crime: int,
    given: dict[int, list[int]],
    quota: dict[int, int],
    barred: dict[int, frozenset[int]],
    seen: set[int],
) -> bool:
    """Find the crime an officer, moving others of its class where they stand in the way."""
    for officer in sorted(quota):
        if officer not in barred[crime] and len(given[officer]) < quota[officer]:
            given[officer].append(crime)
            return True
    for officer in sorted(quota):
        if officer not in barred[crime] and officer not in seen:
            seen.add(officer)
            for number, other in enumerate(given[officer]):
                if _augment(other, given, quota, barred, seen):
                    given[officer][number] = crime
                    return True
    return False


def _fill(book: Book, crimes: Iterable[int], row: int) -> list[int]:
    """Give crimes of different weights to the officers of a class, each to whom it costs least."""
    lost = []
    for crime in crimes:
        parts = int(book.problem.parts[crime])
        _, who = book.of_class(row, parts, book.problem.barred.get(crime, frozenset()))
        if who == NOBODY:
            lost.append(crime)
        else:
            book.give(crime, who)
    return lost
