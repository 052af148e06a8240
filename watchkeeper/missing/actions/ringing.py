"""A report rings, and so does a child found near somebody on the register or seen with them: in its own act.

Each alert says no more than its reader needs: the manager is not told who is missing, and the
coordinators and the duty inspector not which offender.
"""

from urllib.parse import quote

from watchkeeper.alerts.actions import raise_alert
from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.law.wording import in_address
from watchkeeper.missing.facts import Case
from watchkeeper.missing.keys import is_one_place
from watchkeeper.missing.nearby import registered_near, ringing
from watchkeeper.missing.rules.history import went_from
from watchkeeper.registers.stored import registered_of
from watchkeeper.workforce.acts import Act, Acting
from watchkeeper.workforce.facts import Rank
from watchkeeper.workforce.stored import manager_of


def ring_reported(ref: str, unit: str, this: Act) -> None:
    """Ring the supervisors of the unit and the coordinators: one of them takes the episode on by name."""
    says = f"missing episode {ref} is reported: somebody takes it on by name"
    _ring(Kind.MISSING_REPORTED, says, ref, unit, Rank.SERGEANT, this)


def ring_found_near(postcode: str, case: Case, this: Act, acting: Acting) -> bool:
    """Ring, at once, whoever must know that somebody registered lives there; False where nobody is rung.

    Those who live further off, and near still, are on the trail as a number and among the links of the
    child. Raises DirectoryError when the directory of postcodes cannot be read.
    """
    near = registered_near(postcode, acting.law, on=acting.on, known_at=acting.at)
    this.fact("registered people near", len(near))
    came_back = is_one_place(postcode, went_from(case.episode, case.who))
    rung = ringing(near, acting.law, on=acting.on, came_back=came_back)
    this.fact("registered people rung for", len(rung))
    for each in rung:
        metres = round(each.metres)
        where = f"{metres:,} m from where they live" if each.metres else "at the postcode of where they live"
        says = f"somebody missing was found {where}"
        _manager(Kind.FOUND_NEAR_THEM, says, each.person, each.unit, each.manager, case, this)
    if rung:
        says = f"missing episode {case.episode.ref}: found near where a registered offender lives"
        _hub_and_inspector(Kind.FOUND_NEAR_HUB, Kind.FOUND_NEAR, says, case, this)
    return bool(rung)


def ring_seen_with(person: str, case: Case, this: Act, acting: Acting) -> bool:
    """Ring, at once, whoever must know of an adult seen with somebody missing; False if not registered."""
    units = registered_of({person}, acting.law, on=acting.on, known_at=acting.at) if person else {}
    this.fact("registered people seen", len(units))
    if person not in units:
        return False
    spell = manager_of(person, on=acting.on, known_at=acting.at)
    manager = spell.officer if spell is not None else ""
    says = "seen with somebody who is missing"
    _manager(Kind.SEEN_WITH_THEM, says, person, units[person], manager, case, this)
    says = f"missing episode {case.episode.ref}: seen with a registered offender"
    _hub_and_inspector(Kind.SEEN_WITH_HUB, Kind.SEEN_WITH, says, case, this)
    return True


def page_of(episode: str) -> str:
    """The address of the page of an episode, for an alert that leads to it."""
    return f"/missing/{quote(in_address(episode))}/"


def _manager(kind: Kind, says: str, person: str, unit: str, manager: str, case: Case, this: Act) -> None:
    page, ref = f"/people/{person}/", case.episode.ref
    raise_alert(
        Raising(kind, says, person, ref, unit, Rank.SERGEANT, Urgency.NOW, page, officer=manager), under=this
    )


def _hub_and_inspector(hub: Kind, inspector: Kind, says: str, case: Case, this: Act) -> None:
    for kind, rank in ((hub, Rank.SERGEANT), (inspector, Rank.INSPECTOR)):
        _ring(kind, says, case.episode.ref, case.episode.unit, rank, this)


def _ring(kind: Kind, says: str, ref: str, unit: str, rank: Rank, this: Act) -> None:
    raise_alert(Raising(kind, says, "", ref, unit, rank, Urgency.NOW, page_of(ref)), under=this)
