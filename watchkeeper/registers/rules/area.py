"""Which police area is responsible. Sexual Offences Act 2003, ss.88(3) and 91A(4)."""

from datetime import date

from watchkeeper.law.wording import day
from watchkeeper.people.facts import Address, AddressKind, home_on
from watchkeeper.registers.facts import Area, Subject

S88 = "Sexual Offences Act 2003, s.88(3)"


def area(subject: Subject, *, on: date) -> Area:
    """The local police area on `on`.

    s.88(3): (a) the area of the home address; (b) without one, of the home address last
    notified; (c) without either, of the court that last dealt with the person. An address row
    names another force where it lies outside our own area. Courts are not recorded, so in the
    last case `force` is None and somebody has to find out.
    """
    home = home_on(subject.addresses, on)
    if home is not None:
        return Area(home.force, home.since, (_said("home address", home),), S88 + "(a)")
    last = _last_home(subject, on)
    if last is not None:
        return Area(last.force, last.until, (_said("no home address; last one", last),), S88 + "(b)")
    return Area(
        None, None, ("no home address was ever recorded: the court's area, not recorded",), S88 + "(c)"
    )


def moved_area(subject: Subject, *, since: date, on: date) -> bool:
    """True when the responsible area on `on` is not what it was on `since`: hand over the person.

    An area nobody can name counts as moved, so that nobody falls between two forces.
    """
    now = area(subject, on=on)
    return now.force is None or now.force != area(subject, on=since).force


def _last_home(subject: Subject, on: date) -> Address | None:
    past = [
        a
        for a in subject.addresses
        if a.kind is not AddressKind.OTHER and a.until is not None and a.until <= on
    ]
    return max(past, key=lambda a: (a.until or date.min, a.ref), default=None)


def _said(what: str, address: Address) -> str:
    since = f" since {day(address.since)}" if address.since is not None else ""
    where = f"in {address.force}" if address.force else "in our own area"
    return f"{what} {address.ref} {where}{since}"
