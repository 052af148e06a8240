"""Who needs to know of an episode: its unit, the coordinators, and whoever works for the whole force."""

from collections.abc import Collection

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.missing.facts import Case
from watchkeeper.workforce.facts import Officer, Role

CITE = "Data Protection Act 2018, s.40"
WHOLE_FORCE = frozenset({Role.COORDINATOR, Role.INTELLIGENCE, Role.INSPECTION, Role.SYSTEM})


def may_see_episode(officer: Officer, case: Case, *, force_wide: Collection[str] = ()) -> Decision:
    """Whether the officer needs to know of the episode.

    Its unit looks for them; the missing-persons coordinators of every unit see it, for children go
    from one unit to another; officers of a `force_wide` unit of policy see what their power lets them.
    """
    near = sees_all(officer, force_wide=force_wide) or case.episode.unit in ("", officer.unit)
    return Decision((Reason(near, "of the unit of the episode, or of the whole force", CITE),))


def may_see_child(officer: Officer, units: Collection[str], *, force_wide: Collection[str] = ()) -> Decision:
    """Whether the officer needs to know when else, and to where, a child went; `units` are of every episode.

    Whoever looks for a child once must grade by what happened before, APP missing persons: one
    episode of their unit opens the days of the others. What was written of those stays with them.
    """
    near = sees_all(officer, force_wide=force_wide) or not {"", officer.unit}.isdisjoint(units)
    return Decision((Reason(near, "of the unit of an episode of the child, or of the whole force", CITE),))


def sees_all(officer: Officer, *, force_wide: Collection[str] = ()) -> bool:
    """Whether the officer works for the whole force, by role or by unit."""
    return officer.role in WHOLE_FORCE or officer.unit in force_wide
