"""Two clocks, never one: when somebody last knocked, and when the person was last seen."""

from collections.abc import Iterable
from datetime import date

from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.facts import Contact, Visit
from watchkeeper.visits.rules.knocks import guessable, knocks


def contact(visits: Iterable[Visit], law: Shelf, *, on: date) -> Contact:
    """What the visits up to and including `on` amount to.

    The inspectorate's finding of August 2024 was a person attempted again and again and not
    seen since 2017. So an attempt never counts as a contact: only an outcome of seen or
    entered does. A visit called off is not an attempt, and counts for nothing but the notice
    given of it. A visit whose outcome nobody recorded is kept among the failures: it proves
    no contact, and its record is owed.

    Visits are in order of the time at the door, then of ref. `announced` holds those of which
    any notice was given, called off or not, in the months policy looks back: from the day
    after the corresponding date up to `on`. `knocks` holds those that a pattern is read from, of
    somebody whose visits might be guessed, and is empty for everybody else.

    Examples
    --------
    >>> from datetime import datetime, UTC
    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.visits.facts import Outcome, Purpose
    >>> knock = Visit("V1", datetime(2026, 3, 2, 18, tzinfo=UTC), "1 High Street", Purpose.ROUTINE, False,
    ...               Outcome.NO_REPLY)
    >>> clocks = contact([knock], shelf.load(), on=date(2026, 3, 2))
    >>> clocks.last_attempt_on, clocks.last_seen_on
    (datetime.date(2026, 3, 2), None)
    """
    known = sorted((one for one in visits if one.day <= on), key=lambda one: (one.at, one.ref))
    looked_back = months_after(-law["announced_look_back_months"].whole(on), on)
    seen: Visit | None = None
    last: Visit | None = None
    failed: list[Visit] = []
    made = knocks(known, law, on=on)
    for one in known:
        if one.outcome is not None and not one.outcome.attempted:
            continue
        last = one
        if one.outcome is not None and one.outcome.successful:
            seen = one
            failed.clear()
        else:
            failed.append(one)
    return Contact(
        last_attempt_on=last.day if last else None,
        last_seen_on=seen.day if seen else None,
        last_seen_ref=seen.ref if seen else "",
        failed=tuple(failed),
        announced=tuple(one for one in known if one.notice_hours is not None and one.day > looked_back),
        knocks=made if guessable(made, law, on=on) else (),
    )
