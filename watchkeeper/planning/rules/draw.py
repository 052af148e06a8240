"""Checking a night's draw afterwards: the key against its hash, every ticket, every visit against its ticket.

A proposal of ours (`policy/guidance/planning.toml`, tickets). Anybody with the revealed key and
the plan can do the same with a few lines of their own: HMAC-SHA256, no more.
"""

from dataclasses import dataclass

from watchkeeper.planning.facts import Guarantee, NightPlan
from watchkeeper.visits.rules.tickets import drawn_as, keeps, ticket


@dataclass(frozen=True, slots=True)
class Drawn:
    """What checking a night found. `wrong` are people whose recorded draw is not what the key gives;
    `unticketed` people visited within the lottery, or in reserve, whose ticket was not drawn.
    """

    committed: bool
    tickets: int
    wrong: tuple[str, ...]
    unticketed: tuple[str, ...]
    outside: int
    visits: int

    @property
    def holds(self) -> bool:
        """True when the key is the one committed to and everything follows from it."""
        return self.committed and not self.wrong and not self.unticketed


def redrawn(plan: NightPlan, key: bytes) -> Drawn:
    """The draw of a night made again with its key. Our proposal.

    The rate of each candidate is taken from the plan, where it is frozen with the policy it
    came from; the ticket is drawn under the name kept with it.
    """
    wrong, may = [], set()
    for each in plan.candidates:
        number = ticket(key, each.ticket or drawn_as(each.person, ""), plan.night)
        if (number < each.rate) != each.drawn:
            wrong.append(each.person)
        if number < each.rate:
            may.add(each.person)
    visits = [each for one in plan.rounds for each in one.visits]
    within = {each.person for each in visits if each.guarantee is Guarantee.WITHIN}
    reserve = {each.person for one in plan.rounds for each in one.reserve}
    return Drawn(
        keeps(key, plan.night, plan.commitment),
        len(plan.candidates),
        tuple(sorted(wrong)),
        tuple(sorted((within | reserve) - may)),
        sum(each.guarantee is Guarantee.OUTSIDE for each in visits),
        len(visits),
    )
