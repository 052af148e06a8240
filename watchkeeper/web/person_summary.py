"""The first page of a record: safety before anything else, then what must be done, then who it is."""

from typing import Any

from watchkeeper.law.wording import day
from watchkeeper.people.facts import Address, AddressKind, away_on, home_on
from watchkeeper.web.person_acts import decision_link, offered
from watchkeeper.web.person_duties import Clock, clocks
from watchkeeper.web.person_reading import Reading

NEXT = 5
"""Duties still to come that a summary shows; those late or not to be worked out are all shown."""


def summary(reading: Reading) -> dict[str, Any]:
    """What the page shows."""
    recorded, case, on = reading.recorded, reading.case, reading.on
    found = clocks(reading)
    pressing = [one for one in found if one.clock in (Clock.MISSING, Clock.LATE)]
    coming = [one for one in found if one.clock is Clock.COMING]
    home = home_on(recorded.addresses, on)
    return {
        "set": case.outlook.level,
        "manager": reading.explained.manager,
        "unmanaged": case.manager is None or not reading.explained.manager.startswith("managed by"),
        "home": home,
        "home_says": _lives(home),
        "other_homes": [
            one for one in recorded.addresses if one.kind is AddressKind.OTHER and _stands(one, reading)
        ],
        "in_force": [one for one in recorded.orders if one.in_force(on)],
        "away": away_on(recorded.away, on),
        "owed": [(each, decision_link(reading, each.ground)) for each in reading.explained.owed],
        "step": reading.explained.step,
        "pressing": pressing,
        "coming": coming[:NEXT],
        "coming_more": len(coming[NEXT:]),
        "period": reading.explained.period,
        "person": recorded.person,
        "age": _age(reading),
        "aliases": recorded.aliases,
        "disposals": recorded.disposals,
        "offers": offered(reading, "person"),
    }


def _lives(home: Address | None) -> str:
    if home is None:
        return "Nobody has recorded where the person lives"
    place = ", ".join(part for part in (home.line, home.postcode) if part) or "address not recorded"
    since = f", since {day(home.since)}" if home.since else ""
    if home.kind is AddressKind.FOUND:
        return f"No fixed abode: regularly found at {place}{since}"
    return f"{place}{since}"


def _stands(one: Address, reading: Reading) -> bool:
    return (one.since is None or one.since <= reading.on) and (one.until is None or reading.on < one.until)


def _age(reading: Reading) -> int | None:
    """Whole years on the day; somebody born on 29 February is a year older on 1 March."""
    born, on = reading.recorded.person.born_on, reading.on
    if born is None or born > on:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
