"""Who carries a young offender's duties. Sexual Offences Act 2003, s.89."""

from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.registers.facts import Carrier, Duty, Subject
from watchkeeper.registers.rules.reach import reached, whole

S89 = "Sexual Offences Act 2003, s.89(2)(a) and (3)"
CARRIED = frozenset(
    {
        Duty.INITIAL,
        Duty.ANNUAL,
        Duty.WEEKLY,
        Duty.CHANGE,
        Duty.STAY,
        Duty.NON_EVENT,
        Duty.COMPLETE,
        Duty.TRAVEL,
        Duty.TRAVEL_CHANGE,
        Duty.TRAVEL_RETURN,
    }
)


def carrier(subject: Subject, law: Shelf, *, on: date) -> Carrier:
    """Who must notify: the person, or the parent a court has directed.

    s.89(2)(a): duties under ss.83 to 86 "are to be treated instead as obligations on the
    parent", who must bring the young offender too, (2)(b). The direction holds until the
    eighteenth birthday or the shorter time the court set, s.89(3). Where the date of birth is
    missing only the court's own end is known.
    """
    direction, person = subject.direction, subject.person
    own = Carrier(person.ref, False, None, ("no parental direction in force",), S89)
    if direction is None or on < direction.since or (direction.until is not None and on >= direction.until):
        return own
    age = whole(law["parental_direction_age"], direction.since)
    born = person.born_on
    if born is not None and reached(age, born_on=born, on=on):
        return Carrier(person.ref, False, None, (f"direction ended at {age}",), S89)
    ends = direction.until
    said = [f"direction {direction.ref} of {day(direction.since)}"]
    if born is None:
        said.append("date of birth missing: ends when the court said, if it did")
    else:
        birthday = _birthday(born, age)
        ends = birthday if ends is None else min(ends, birthday)
        said.append(f"until {day(ends)}")
    return Carrier(direction.parent_ref, True, ends, tuple(said), S89)


def _birthday(born_on: date, years: int) -> date:
    """The day somebody reaches an age; 1 March for a 29th of February in a common year."""
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:
        return date(born_on.year + years, born_on.month + 1, 1)
