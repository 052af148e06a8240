"""Whom an officer may see in a list: asked once for a page, answered for everybody on it."""

from watchkeeper.access.facts import Known, Relation
from watchkeeper.access.rules import is_open, may_see, relation
from watchkeeper.access.stored import known_of, openings, restrictions, shut_to
from watchkeeper.briefing.consequences import OF_CRIMES, OF_SUSPECTS, OF_THE_MISSING
from watchkeeper.briefing.crime_lines import HAND_OVER
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.missing_part import reads_the_missing_alone
from watchkeeper.briefing.reading import OF_THE_FORCE
from watchkeeper.people.searching import Roll
from watchkeeper.web.asking import Asking
from watchkeeper.workforce.facts import Officer, Role
from watchkeeper.workforce.rules.authority import SUPERVISING

SEES_LOADS = SUPERVISING | {Role.INSPECTION}


class Sight:
    """Need to know, as lists need it: the few with something special on record are judged one by one."""

    def __init__(self, asking: Asking, roll: Roll) -> None:
        self._asking, self._roll = asking, roll
        officer, law, on, at = asking.officer, asking.law, asking.on, asking.at
        self._shut = shut_to(officer, law, on=on, known_at=at)
        special = {each.person for each in restrictions(on=on, known_at=at)}
        special |= {
            each.person
            for each in openings(known_at=at)
            if each.officer == officer.ref and is_open(each, at=at)
        }
        self._opened = {
            who
            for who in special - self._shut
            if may_see(officer, known_of(who, on=on, known_at=at), law, on=on).allowed
        }
        self._by_relation: dict[tuple[str, bool], bool] = {}
        self.of_the_force = relation(officer, Known("", "-", ""), law, on=on) is Relation.FORCE
        self.missing_alone = reads_the_missing_alone(officer, law, on=on)
        self.sections = tuple(s for s in Section if not self.missing_alone or s in OF_THE_MISSING)
        """The sections of the brief that the officer may read any line of."""

    def sees(self, person: str) -> bool:
        """Whether the officer may see a person of this ref in a list. Nobody on record is seen by nobody."""
        known = self._roll.people.get(person)
        if known is None or person in self._shut:
            return False
        if person in self._opened:
            return True
        asking = self._asking
        key = known.unit, known.manager == asking.officer.ref
        answer = self._by_relation.get(key)
        if answer is None:
            as_known = Known(person, known.unit, known.manager)
            answer = may_see(asking.officer, as_known, asking.law, on=asking.on).allowed
            self._by_relation[key] = answer
        return answer

    def sees_line(self, line: Line) -> bool:
        """Whether a line of the brief is for the officer: their people, their own load, their unit's."""
        if self.missing_alone:
            return line.section in OF_THE_MISSING  # of every unit: children go from one to another
        if line.section not in OF_THE_FORCE:
            return self.sees(line.who)
        if line.section in OF_SUSPECTS and line.who in self._asking.shut_referrals():
            return False
        officer = self._asking.officer
        if line.section is Section.HANDS and line.who == officer.ref:
            return False  # told by their inspector, never by a list
        if (line.section in OF_CRIMES or line.section is Section.INSPECTION) and line.owner == officer.ref:
            return True
        if line.who == officer.ref:
            return True
        return officer.role in SEES_LOADS and (self.of_the_force or line.unit == officer.unit)


def told_to_allocators(line: Line, officer: Officer) -> bool:
    """Whether a line is about a crime to be handed over that an allocator gives to somebody else.

    Of their own unit, and never of their own work. Roles that ask for more than is held are not
    an allocator's business, nor is anything the brief says of people.
    """
    return (
        line.section is Section.HANDS
        and line.what == HAND_OVER
        and line.unit == officer.unit
        and line.who != officer.ref
    )
