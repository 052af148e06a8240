"""All clocks of the register for one person on one day."""

from dataclasses import replace
from datetime import date

from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.facts import Carrier, Duty, Subject
from watchkeeper.registers.rules.changes import changes
from watchkeeper.registers.rules.notification import completion, initial, periodic
from watchkeeper.registers.rules.orders import orders
from watchkeeper.registers.rules.parents import CARRIED, carrier
from watchkeeper.registers.rules.periods import Reckoned, period_due, reckon
from watchkeeper.registers.rules.reach import spans_known
from watchkeeper.registers.rules.review import reviews
from watchkeeper.registers.rules.stays import stays
from watchkeeper.registers.rules.travel import prohibited, travel


def duties(subject: Subject, law: Shelf, *, on: date, reckoned: Reckoned | None = None) -> tuple[Due, ...]:
    """Every duty that the register lays on the person, their parent or the police on `on`.

    The end of the notification period comes first, or why there is none. Somebody not, or no
    longer, subject to notification owes nothing more under ss.83 to 86; orders go on while
    they run, and so does a review already asked for. What happened after `on` is not counted.

    Lateness is not asked here: a duty whose last day has gone by is still owed. `reckoned` is
    the period of that day, where somebody has worked it out already.
    """
    reckoned = reckoned or reckon(subject, law, on=on)
    found = [period_due(reckoned)]
    if subject.person.born_on is None:
        found.append(_BORN_ON_MISSING)
    if reckoned.subject:
        away = spans_known(subject.away, on=on) if subject.away else ()
        begins = reckoned.begins
        first = initial(subject, reckoned, away, law, on=on)
        if first is not None:
            found.append(first)
        made = first is None or first.standing is Standing.NONE
        found.append(periodic(subject, away, law, initial_made=made, on=on))
        if (items := completion(subject, law, on=on)) is not None:
            found.append(items)
        if subject.changes or subject.aliases or subject.away:
            # Release is told by the first notification itself while that is still owed.
            found.extend(changes(subject, begins, away, law, release_too=made, on=on))
        if subject.stays:
            found.extend(stays(subject, begins, away, law, on=on))
        if subject.trips:
            found.extend(travel(subject, begins, law, on=on))
        if subject.direction is not None:
            found = _carried(found, carrier(subject, law, on=on))
    if subject.orders:
        found.extend(orders(subject, law, on=on))
        if subject.trips:
            found.extend(prohibited(subject, on=on))
    if subject.applications or reckoned.endless is not None:
        found.extend(reviews(subject, reckoned, law, on=on))
    return tuple(found)


_BORN_ON_MISSING = Due(
    Duty.BORN_ON,
    Standing.MISSING,
    None,
    "Sexual Offences Act 2003, ss.82(2) and 83(5)(a)",
    (Given("date of birth", "missing: the adult period is used, and may be twice too long", "s.82(2)"),),
)


def _carried(found: list[Due], who: Carrier) -> list[Due]:
    """The same duties, saying that a parent carries those of ss.83 to 86."""
    if not who.parent:
        return found
    given = Given("carried by the parent", f"{who.ref}: {', '.join(who.because)}", who.cite)
    return [replace(due, because=(*due.because, given)) if due.duty in CARRIED else due for due in found]
