"""Who may stand at the door: two officers, and one alone only where everything permits it."""

from collections.abc import Sequence
from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Duty, Outcome, Visit
from watchkeeper.workforce.facts import Officer


def may_crew(
    crew: Sequence[Officer], level: Level | None, law: Shelf, *, on: date, safety_marker: str = ""
) -> Decision:
    """Whether `crew` may make a home visit to a person managed at `level`.

    Two officers are enough for anybody. One may go alone only where the level and the
    officer's role permit it and there is no officer-safety marker; a level nobody recorded
    permits nothing. The same officer named twice is one officer. The words of a marker are
    never repeated in the reasons.

    >>> from watchkeeper.law import shelf
    >>> may_crew([], Level.LOW, shelf.load(), on=date(2026, 3, 2)).allowed
    False
    """
    row = law["crew_officers"]
    needed, officers = row.whole(on), {officer.ref: officer for officer in crew}
    count = Reason(len(officers) >= needed, f"officers: {len(officers)} of {needed}", row.cite)
    if count.met or not officers:
        return Decision((count,))
    levels, roles = law["single_crew_levels"], law["single_crew_roles"]
    permitted = roles.words(on)
    barred = [officer for officer in officers.values() if officer.role not in permitted]
    named = f"level {level}" if level is not None else "no level recorded"
    low_enough = level is not None and level in levels.words(on)
    return Decision(
        (
            Reason(
                low_enough, f"{named}{'' if low_enough else ': not one to visit short-handed'}", levels.cite
            ),
            Reason(
                not barred,
                "role permits it"
                if not barred
                else f"role does not permit it: {', '.join(officer.role for officer in barred)}",
                roles.cite,
            ),
            Reason(
                not safety_marker,
                "officer-safety marker recorded" if safety_marker else "no officer-safety marker",
                row.cite,
            ),
        )
    )


def crew_due(visit: Visit, law: Shelf, *, on: date, safety_marker: str = "") -> Due | None:
    """A finding when fewer officers than force policy asks for went to somebody with a safety marker.

    Owed at the door, so the day of the visit is its last and it is overdue from the next
    morning. None without a marker, for a visit called off, and where no crew is recorded,
    which is a finding of its own. The words of the marker are never repeated.
    """
    row, went = law["crew_officers"], len(set(visit.crew))
    if not safety_marker or not went or went >= row.whole(on) or visit.outcome is Outcome.CALLED_OFF:
        return None
    because = (
        Given("visit", day(visit.day)),
        Given("officers at the door", f"{went} of {row.whole(on)}", row.cite),
        Given("officer-safety marker", "recorded", row.cite),
    )
    return Due(
        Duty.CREW, Standing.OWED, visit.day, row.cite, because, about=visit.ref, confirmed=row.confirmed
    )
