"""What names a given name is a form of: Bill of William, and Wiliam too.

A proposal. One letter's slip in a long name leaves little doubt which name was meant; where it might be
either of two, it is left as it is.
"""

from functools import cache

from rapidfuzz.distance import OSA

from watchkeeper.people.rules.spellings import SPELLINGS

PARTED = "|"
"""Between the members of a set. No member holds one."""
LONG = 5  # letters of a name in which one may be a slip and leave no doubt which name was meant


@cache
def _heads() -> dict[str, str]:
    """Of each name, the names it is a form of, joined: the first of every group it stands in."""
    heads: dict[str, set[str]] = {}
    for name, others in SPELLINGS.items():
        for other in others:
            shared = {other, *SPELLINGS[other]} & {name, *SPELLINGS[name]}
            heads.setdefault(name, set()).add(min(shared))
    return {name: PARTED.join(sorted(found)) for name, found in heads.items()}


@cache
def _slips() -> dict[str, set[str]]:
    """Of each long name that has other forms, itself and itself less one letter: where to look for a slip."""
    found: dict[str, set[str]] = {}
    for name in SPELLINGS:
        if len(name) >= LONG:
            for short in (name, *_less_one(name)):
                found.setdefault(short, set()).add(name)
    return found


def _less_one(name: str) -> list[str]:
    return [name[:at] + name[at + 1 :] for at in range(len(name))]


def forms(name: str) -> str:
    """The names a given name is a form of, joined; of one slip in a long name, those of what was meant.

    >>> forms("bill"), forms("wiliam"), forms("zoe")
    ('bill', 'bill', 'zoe')
    """
    heads = _heads()
    if name in heads or len(name) < LONG:
        return heads.get(name, name)
    near = set().union(*(_slips().get(short, set()) for short in (name, *_less_one(name))))
    meant = {heads[each] for each in near if each[0] == name[0] and OSA.distance(each, name) == 1}
    return meant.pop() if len(meant) == 1 else name
