"""A warrant from the justice's answer to the search. PACE 1984, s.16; SOA 2003, s.96B."""

from datetime import date

from watchkeeper.escalation.facts import Choice, CourtAnswer, Drawn, Followed, Obtained, Outcome, Pack
from watchkeeper.law.clocks import months_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day

ISSUED = "Sexual Offences Act 2003, s.96B(1)"
SPECIFIED = "Sexual Offences Act 2003, s.96B(5)"
EXECUTED = "Police and Criminal Evidence Act 1984, s.16"
LASTS = "warrant_executed_within"
RECORD = "Proposed: what came of every decision is recorded"


def last_day_of(issued_on: date, law: Shelf) -> date:
    """The last day a warrant may be carried out: PACE s.16(3), within three months from its date of issue.

    The day of issue does not count; the corresponding date is the last.
    """
    return months_after(law[LASTS].whole(issued_on), issued_on)


def may_sign_off(drawn: Drawn, pack: Pack | None, changed: tuple[str, ...]) -> Decision:
    """Whether a pack can be signed: s.96B(1) makes the applicant answer for every word of it.

    A section left empty, and a record that has changed since the version was saved, stand in the way.
    """
    empty = [name for name, words in pack.sections if not words.strip()] if pack else []
    return Decision(
        (
            Reason(drawn.choice is Choice.WARRANT, f"the decision is {drawn.choice}", ISSUED),
            Reason(pack is not None, "a version is saved" if pack else "no version is saved yet", ISSUED),
            Reason(not empty, f"empty: {'; '.join(empty)}" if empty else "every section is written", ISSUED),
            Reason(
                not changed,
                f"the record has changed since this version was saved: {'; '.join(changed)}"
                if changed
                else "the record is what this version rests on",
                ISSUED,
            ),
        )
    )


def may_record_answer(followed: Followed, answer: CourtAnswer, law: Shelf, *, on: date) -> Decision:
    """Whether a court's answer can be recorded as told: to a decision that stands and a pack signed.

    Granted, it names the premises, s.96B(5), and the last day is not past PACE s.16(3). Refused,
    the court's reasons are written down. A second answer replaces the first only as a correction.
    """
    drawn, pack = followed.drawn, followed.pack
    signed = pack is not None and bool(pack.signed_by)
    in_time = drawn.decided_on <= answer.answered_on <= on
    reasons = [
        Reason(
            drawn.choice is Choice.WARRANT and followed.decided is not None,
            "a decision for a warrant stands" if followed.decided else "no decision for a warrant stands",
            ISSUED,
        ),
        Reason(signed, "the pack is signed" if signed else "the pack is not signed", ISSUED),
        Reason(not followed.executions, "not carried out yet", EXECUTED),
        Reason(bool(answer.court.strip()), "the court is named", ISSUED),
        Reason(
            in_time,
            f"answered on {day(answer.answered_on)}, not before the decision nor after today",
            ISSUED,
        ),
    ]
    if answer.granted:
        reasons.append(Reason(bool(answer.premises), "the premises are named", SPECIFIED))
    if answer.granted and in_time:
        last = last_day_of(answer.answered_on, law)
        reasons.append(
            Reason(
                answer.until is not None and answer.answered_on <= answer.until <= last,
                f"the last day is from {day(answer.answered_on)} to {day(last)}",
                law[LASTS].cite,
            )
        )
    if not answer.granted:
        reasons.append(Reason(bool(answer.reasons.strip()), "the court's reasons are written", RECORD))
    return Decision(tuple(reasons))


def may_execute(
    followed: Followed,
    executed_on: date,
    *,
    officers: tuple[str, ...],
    obtained: Obtained,
    found: str,
    seized: str,
    copy_left: bool,
    on: date,
) -> Decision:
    """Whether an execution can be recorded: PACE s.16, a constable, within the time, and a record made.

    What was found and what was seized are written down, "nothing" included, s.16(9), once
    entry was had. A copy of the warrant is left, s.16(5) to (7). Entry not obtained leaves the
    warrant in force until its last day.
    """
    court = followed.court
    granted = court is not None and court.granted
    until = court.until if court is not None else None
    issued = court.answered_on if court is not None else None
    entered = obtained is not Obtained.NOT_OBTAINED
    reasons = [
        Reason(granted, "a warrant was granted" if granted else "no warrant was granted", ISSUED),
        Reason(
            not any(each.obtained is not Obtained.NOT_OBTAINED for each in followed.executions),
            "not carried out before",
            EXECUTED,
        ),
        Reason(executed_on <= on, "it has happened", RECORD),
        Reason(bool(officers), "the officers are named", f"{EXECUTED}(1)"),
    ]
    if issued is not None and until is not None:
        reasons.append(
            Reason(
                issued <= executed_on <= until,
                f"within the warrant's time, {day(issued)} to {day(until)}",
                f"{EXECUTED}(3)",
            )
        )
    if entered:
        reasons += [
            Reason(bool(found.strip()), "what was found is written, nothing included", f"{EXECUTED}(9)"),
            Reason(bool(seized.strip()), "what was seized is written, nothing included", f"{EXECUTED}(9)"),
            Reason(copy_left, "a copy of the warrant was left", f"{EXECUTED}(5) to (7)"),
        ]
    return Decision(tuple(reasons))


def may_record_outcome(followed: Followed, outcome: Outcome, *, on: date) -> Decision:
    """Whether what came of a decision can be recorded: our proposal that none is left without an end.

    The decision stands and is one that is carried out; it happened since; it is told in words.
    Of a warrant, entry was had first.
    """
    drawn = followed.drawn
    carried = drawn.choice is not Choice.WARRANT or any(
        each.obtained is not Obtained.NOT_OBTAINED for each in followed.executions
    )
    return Decision(
        (
            Reason(
                followed.decided is not None,
                "the decision stands" if followed.decided else "the decision does not stand",
                RECORD,
            ),
            Reason(
                drawn.choice is not Choice.NO_ACTION,
                f"{drawn.choice} is something to carry out"
                if drawn.choice is not Choice.NO_ACTION
                else "nothing was to be carried out: it holds until it lapses",
                RECORD,
            ),
            Reason(
                carried,
                "the warrant was carried out" if carried else "the warrant is not carried out",
                EXECUTED,
            ),
            Reason(followed.outcome is None, "no outcome is recorded yet", RECORD),
            Reason(
                drawn.decided_on <= outcome.happened_on <= on,
                f"it happened on {day(outcome.happened_on)}, not before the decision nor after today",
                RECORD,
            ),
            Reason(bool(outcome.says.strip()), "it is told in words", RECORD),
        )
    )
