"""Lines of a night about second ratings that were drawn and are late. They are for supervisors alone.

Whoever manages the person may not make one, so no brief of an officer has such a line.
"""

from watchkeeper.briefing.facts import Asked, Line, Section
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.risk.gathering import second_ratings_owed
from watchkeeper.risk.rules.repeating import second_rating_due
from watchkeeper.risk.stored import levels_of


def of_second_ratings(asked: Asked, law: Shelf, through: int) -> list[Line]:
    """Each drawn second rating past its last day, as known at the instant of the brief and up to an act."""
    if asked.officer:
        return []
    on, known_at = asked.on, asked.known_at
    owed = second_ratings_owed(known_at=known_at, through=through)
    late = [(each, due) for each in owed if (due := second_rating_due(each, law)).late(on)]
    people = sorted({each.person for each, _ in late})
    known = Person.objects.filter(ref__in=people).as_known(known_at, through)
    units = dict(known.values_list("ref", "unit"))
    levels = levels_of(people, on=on, known_at=known_at, through=through)
    return [
        Line(
            Section.OVERDUE,
            each.person,
            due.duty,
            due.by,
            due.days_late(on),
            f"{due.owner}, {units[each.person]}" if units[each.person] else due.owner,
            units[each.person],
            tuple(f"{given.what}: {given.value}" for given in due.because),
            due.cite,
            levels[each.person].level if each.person in levels else None,
            each.assessment,
            due.confirmed,
        )
        for each, due in late
        if each.person in units
    ]
