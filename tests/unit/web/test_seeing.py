"""Which lines of the brief a list shows to whom: people by need to know, work by whose it is and whose unit."""

import pytest

from tests.conftest import NOON, ON
from tests.table import table
from watchkeeper.accounts.models import Account
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.searching import Roll
from watchkeeper.web.asking import Asking
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Officer, Rank, Role

pytestmark = pytest.mark.django_db


def sight(role: str, unit: str, law: Shelf, england: Calendar) -> Sight:
    """What O1 of the role and unit may see, with nobody on the register."""
    officer = Officer("O1", Rank.SERGEANT, Role(role), unit)
    return Sight(Asking(officer, Account(login="o1"), ON, NOON, law, england), Roll())


def line(section: str, who: str, owner: str, unit: str) -> Line:
    return Line(Section(section), who, "what", ON, 1, owner, unit, ("why",), "cite")


@table("""
    case                                                | role               | unit | section                  | who | owner | of | sees
    ----------------------------------------------------|--------------------|------|--------------------------|-----|-------|----|-----
    an investigator their own crime                     | investigator       | NW   | other crimes overdue     | X1  | O1    | NW | yes
    their own crime, moved to another unit              | investigator       | NW   | grave crimes overdue     | X1  | O1    | SE | yes
    a colleague's crime                                 | investigator       | NW   | other crimes overdue     | X1  | O2    | NW | no
    a crime nobody holds                                | investigator       | NW   | crimes nobody holds      | X1  | inspector, NW | NW | no
    a supervisor a crime of their unit                  | supervisor         | NW   | crimes nobody holds      | X1  | inspector, NW | NW | yes
    of another unit                                     | supervisor         | NW   | grave crimes overdue     | X1  | O2    | SE | no
    an inspection officer of headquarters any unit's    | inspection officer | HQ   | grave crimes overdue     | X1  | O2    | SE | yes
    a manager their own load                            | offender manager   | NW   | load per manager         | O1  | O1    | NW | yes
    a colleague's load                                  | offender manager   | NW   | load per manager         | O2  | O2    | NW | no
    a supervisor the load of their unit                 | supervisor         | NW   | load per manager         | O2  | O2    | NW | yes
    of another unit                                     | supervisor         | NW   | load per manager         | O2  | O2    | SE | no
    work in a colleague's wrong hands                   | investigator       | NW   | work in the wrong hands  | O2  | inspector, NW | NW | no
    nobody the work in their own                        | investigator       | NW   | work in the wrong hands  | O1  | inspector, NW | NW | no
    nor a supervisor the work in their own              | supervisor         | NW   | work in the wrong hands  | O1  | inspector, NW | NW | no
    nor whoever sees the force                          | inspection officer | HQ   | work in the wrong hands  | O1  | inspector, HQ | HQ | no
    even where they are named as its owner              | supervisor         | NW   | work in the wrong hands  | O1  | O1    | NW | no
    a supervisor the work in others' of their unit      | supervisor         | NW   | work in the wrong hands  | O2  | inspector, NW | NW | yes
    in others' of another                               | supervisor         | NW   | work in the wrong hands  | O2  | inspector, SE | SE | no
    a coordinator an episode of another unit            | missing-persons coordinator | NW | missing, and no action in time | E1 | inspector, SE | SE | yes
    a child's flag whoever owns it                      | missing-persons coordinator | NW | exploitation flags without owner or review | M1 | O2 | SE | yes
    and no crime of their unit                          | missing-persons coordinator | NW | crimes nobody holds | X1 | inspector, NW | NW | no
    nor anybody's load                                  | missing-persons coordinator | NW | load per manager | O2  | O2    | NW | no
    nor anybody on the register                         | missing-persons coordinator | NW | people unmanaged | P1  | O1    | NW | no
    a supervisor an episode of their unit               | supervisor         | NW   | missing, and no action in time | E1 | inspector, NW | NW | yes
    and of no other                                     | supervisor         | NW   | missing, and no action in time | E1 | inspector, SE | SE | no
    nobody somebody who is on no record                 | supervisor         | NW   | people unmanaged         | P1  | O1    | NW | no
    """)  # fmt: skip
def test_which_lines_are_seen_by_whom(role, unit, section, who, owner, of, sees, law, england):
    assert sight(role, unit, law, england).sees_line(line(section, who, owner, of)) is (sees == "yes")
