"""What the brief asks the population engine of online suspects: which columns of which facts, and when."""

from datetime import date, datetime
from typing import Any

from watchkeeper.engine.standing import Pull
from watchkeeper.engine.tables import Table
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import tables as people
from watchkeeper.registers import tables as registers
from watchkeeper.suspects import tables as suspects

_BY_NAME: dict[str, Table] = {
    each.name: each for each in (*suspects.TABLES, *people.TABLES, *registers.TABLES)
}
_WORDS = frozenset({"note", "platform", "summary", "name", "crime", "undone_by"})
"""What somebody wrote in words, and what no clock reads."""
_REASONED = frozenset({"suspect_delays", "suspect_closures"})
"""Where a rule reads that a reason is there, and how long it is."""
PARTS = {
    "people": "suspect_people",
    "addresses": "suspect_addresses",
    "children": "suspect_children",
    "bands": "suspect_bands",
    "learned": "suspect_news",
    "steps": "suspect_steps",
    "delays": "suspect_delays",
    "safeguards": "suspect_safeguards",
    "devices": "suspect_devices",
    "prompts": "suspect_prompts",
    "told": "suspect_managers_told",
    "finals": "suspect_closures",
}
"""Each part of a case, and the table it is read from."""
LATER = ("bands", "learned", "delays")
"""Parts that say nothing of which referrals owe something: read of those alone."""
HOMES = ("postcode", "since", "until", "children_live_there")


def asked(law: Shelf, *, on: date, at: datetime) -> dict[str, Any]:
    """The instant, the codes that are action between marks, and the words a reason has at least."""
    codes = ";".join(map(str, law["action_outcomes"].wholes(on)))
    return {
        "asked_at": at,
        "actions": f";{codes};",
        "least_words": law["second_look_least_words"].whole(on),
    }


def first_pulls() -> tuple[Pull, ...]:
    """What tells which referrals may owe something, and where children live."""
    first = ["suspect_referrals", "suspect_pairs", *(PARTS[p] for p in PARTS if p not in LATER)]
    return (
        *(Pull(_BY_NAME[name], _columns(name)) for name in first),
        Pull(_BY_NAME["addresses"], HOMES, "children_live_there AND postcode <> ''"),
    )


def then_pulls() -> tuple[Pull, ...]:
    """The rest of what clocks read, asked about some referrals alone."""
    return tuple(Pull(_BY_NAME[PARTS[part]], _columns(PARTS[part]), whose="referral_ref") for part in LATER)


def table(name: str) -> Table:
    """A table of suspects, of people or of the registers, by its name."""
    return _BY_NAME[name]


def _columns(name: str) -> tuple[str, ...]:
    unread = _WORDS if name in _REASONED else _WORDS | {"reason"}
    return tuple(each for each in ("ref", *(c.name for c in _BY_NAME[name].columns)) if each not in unread)
