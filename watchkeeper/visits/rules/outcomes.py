"""What the record of a visit amounts to: a valid attempt or not, and whether it counts to a warrant."""

from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, names
from watchkeeper.visits.facts import Duty, Outcome, Purpose, Visit

OCCASIONS = "Sexual Offences Act 2003, s.96B(2)(d)"
UNABLE = (Outcome.REFUSED, Outcome.NO_REPLY, Outcome.NOT_AT_HOME, Outcome.GONE_AWAY)


def recent(visited_on: date, law: Shelf, *, on: date) -> Reason:
    """Whether a visit is new enough to be recorded at the door: a slip of the year is no contact.

    The last day counts. An older visit comes by import, where it is checked against the rest.
    """
    row = law["doorstep_recorded_within_days"]
    first = date.fromordinal(on.toordinal() - row.whole(on))
    says = f"on or after {day(first)}" if visited_on >= first else f"before {day(first)}"
    return Reason(visited_on >= first, f"the visit was {says}; an older one comes by import", row.cite)


def missing_from(visit: Visit, law: Shelf, *, on: date) -> tuple[str, ...]:
    """The facts that policy asks of the record of a visit and that are not there."""
    there = {
        "purpose": visit.purpose is not None,
        "outcome": visit.outcome is not None,
        "crew": bool(visit.crew),
        "premises": visit.premises != "",
    }
    return tuple(fact for fact in law["visit_record_needs"].words(on) if not there[fact])


def record_due(visit: Visit, law: Shelf, *, on: date) -> Due | None:
    """A finding when the record of a visit lacks something policy asks for; None when it is whole.

    A visit called off needs no crew at the door.
    """
    missing = missing_from(visit, law, on=on)
    if visit.outcome is Outcome.CALLED_OFF:
        missing = tuple(fact for fact in missing if fact != "crew")
    if not missing:
        return None
    row = law["visit_record_needs"]
    because = (Given("visit", day(visit.day)), Given("not recorded", names(missing), row.cite))
    return Due(
        Duty.RECORD, Standing.MISSING, None, row.cite, because, about=visit.ref, confirmed=row.confirmed
    )


def valid_attempt(visit: Visit, law: Shelf, *, on: date) -> Decision:
    """Whether a visit as recorded can be relied on as an attempt.

    It was made by the end of `on`; purpose, outcome, officer and premises are recorded;
    somebody knocked; and nothing in it contradicts the rest. Entry is not sought in order to
    search on a visit called off, at an address that does not exist, or for any purpose but to
    assess risk: s.96B(2) knows only that one.
    """
    row = law["visit_record_needs"]
    missing = missing_from(visit, law, on=on)
    at_a_door = visit.outcome not in (Outcome.CALLED_OFF, Outcome.NO_SUCH_ADDRESS)
    purpose = visit.purpose in (None, Purpose.ASSESS_RISK)
    contradictions = (
        Reason(at_a_door, f"entry sought to search, outcome {visit.outcome or 'not recorded'}", OCCASIONS),
        Reason(purpose, f"entry sought to search, purpose {visit.purpose or 'not recorded'}", OCCASIONS),
    )
    return Decision(
        (
            Reason(
                not missing, f"not recorded: {names(missing)}" if missing else "the record is whole", row.cite
            ),
            Reason(visit.day <= on, f"made on {day(visit.day)}", row.cite),
            Reason(
                visit.outcome is not Outcome.CALLED_OFF,
                "called off: nobody knocked" if visit.outcome is Outcome.CALLED_OFF else "somebody knocked",
                row.cite,
            ),
            *(contradictions if visit.sought_entry_to_search else ()),
        )
    )


def no_occasion(visit: Visit) -> tuple[str, ...]:
    """Why a visit is not one of the occasions of s.96B(2)(d), in plain words; nothing where it is one.

    Of somebody who was seen the reason is that they were seen: what the visit was for is not
    held against it as well.
    """
    counts = counts_towards_warrant(visit)
    if counts.allowed:
        return ()
    if visit.outcome is not None and visit.outcome.successful:
        entered = "entry was given" if visit.outcome is Outcome.ENTERED else "nobody refused entry"
        return (f"the person was seen and {entered}: no occasion on which entry could not be had",)
    return tuple(reason.says for reason in counts.unmet)


def counts_as(visit: Visit) -> str:
    """What a visit counts for, in a few words: contact, an attempt, or nothing."""
    if visit.outcome is not None and not visit.outcome.attempted:
        return "nothing: nobody knocked"
    if visit.outcome is not None and visit.outcome.successful:
        return "contact: the person was seen"
    return "an attempt: moves no clock of contact"


def counts_towards_warrant(visit: Visit) -> Decision:
    """Whether a visit is one of the occasions that s.96B(2)(d) asks for at its premises.

    A constable "sought entry in order to search for that purpose and was unable to obtain
    entry". So the purpose was to assess risk, entry was sought in order to search, a
    constable was there, and entry was not obtained. A plain no reply on routine contact does
    not count. No reply, not at home and gone away count like a refusal where entry was so
    sought; that the person still lives there is another requirement, (a), asked elsewhere.
    Seen at the door does not count: the record does not show that entry was refused. Nor
    does an outcome nobody recorded.
    """
    return Decision(
        (
            Reason(
                visit.purpose is Purpose.ASSESS_RISK,
                f"purpose: {visit.purpose or 'not recorded'}",
                OCCASIONS,
            ),
            Reason(
                visit.sought_entry_to_search,
                "entry was sought in order to search"
                if visit.sought_entry_to_search
                else "entry was not sought in order to search",
                OCCASIONS,
            ),
            Reason(
                bool(visit.crew), "an officer was there" if visit.crew else "no officer recorded", OCCASIONS
            ),
            Reason(visit.outcome in UNABLE, f"outcome: {visit.outcome or 'not recorded'}", OCCASIONS),
        )
    )
