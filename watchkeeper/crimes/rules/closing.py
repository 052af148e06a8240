"""Closing a crime: no further action on images or sexual offences needs a second look, with reasons."""

from datetime import date

from watchkeeper.crimes.facts import Case, Duty, Finalised
from watchkeeper.crimes.rules.codes import group_of
from watchkeeper.crimes.rules.matrix import open_to
from watchkeeper.law.clocks import days_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, recorded

LOOKER = "inspector"


def needs_second_look(final: Finalised, kinds: frozenset[str], law: Shelf, *, on: date) -> bool:
    """Whether somebody else must look before the crime is closed under this outcome.

    Where the outcome is no action and the offence is on the list of policy; PEEL 2023-25
    Metropolitan found such cases closed wrongly. A code nobody knows is no action.
    """
    action = law["action_outcomes"].wholes(on)
    return final.outcome not in action and not kinds.isdisjoint(law["second_look_groups"].words(on))


def never_looked_at(code: str, law: Shelf, *, on: date, related: bool) -> bool:
    """Whether no crime of a counting code needs a second look by policy, whatever else its facts are.

    `related`: whether anybody in it is family or a carer. A code nobody knows may be anything.
    """
    group = group_of(code, law, on=on)
    if group is None:
        return False
    return open_to(group, law, on=on, related=related).isdisjoint(law["second_look_groups"].words(on))


def proposed(final: Finalised, *, on: date) -> bool:
    """Whether it had been proposed by a day; one without a day had been, by whichever anybody asks about."""
    return final.on is None or final.on <= on


def sent_back(final: Finalised, *, on: date) -> bool:
    """Whether whoever looked again disagreed by a day: the crime is then open, of whatever kind it is.

    Nobody has to look at volume crime; but whoever did and said no has found it closed too soon, and
    to leave it closed would be to do nothing about that. A look nobody dated counts from the first.
    """
    return final.second_agrees is False and (final.second_on is None or final.second_on <= on)


def may_close(final: Finalised, kinds: frozenset[str], law: Shelf, *, on: date) -> Decision:
    """Whether the crime may stand closed, with everything that is missing."""
    row, least = law["second_look_groups"], law["second_look_least_words"]
    outcome = "an outcome nobody recorded" if final.outcome is None else f"outcome {final.outcome}"
    if not needs_second_look(final, kinds, law, on=on):
        back = sent_back(final, on=on)
        return Decision(
            (
                Reason(True, f"{outcome} needs no second look", row.cite),
                Reason(not back, f"somebody looked again and disagrees: {'yes' if back else 'no'}", row.cite),
            )
        )
    words = least.whole(on)
    looked = final.second_on is not None and final.second_on <= on and bool(final.second_by)
    return Decision(
        (
            Reason(len(final.reason.split()) >= words, f"a reason in {words} words or more", least.cite),
            Reason(looked, f"somebody else looked: {'yes' if looked else 'not yet'}", row.cite),
            Reason(
                not looked or final.second_by != final.by,
                "whoever proposed it is not who looked again",
                row.cite,
            ),
            Reason(final.second_agrees is True, f"they agree: {recorded(final.second_agrees)}", row.cite),
            Reason(
                final.safeguarding is True, f"safeguarding checked: {recorded(final.safeguarding)}", row.cite
            ),
        )
    )


def closed_for_good(case: Case, kinds: frozenset[str], law: Shelf, *, on: date) -> Finalised | None:
    """The proposal under which the crime is closed on a day; None while it is open."""
    done = (f for f in case.finals if proposed(f, on=on) and may_close(f, kinds, law, on=on).allowed)
    return max(done, key=_newest, default=None)


def second_look_due(case: Case, kinds: frozenset[str], law: Shelf, *, on: date) -> Due | None:
    """The last day of the second look at the newest proposal; None where none is waited for."""
    newest = max((f for f in case.finals if proposed(f, on=on)), key=_newest, default=None)
    if newest is None or not needs_second_look(newest, kinds, law, on=on):
        return None
    if sent_back(newest, on=on) or may_close(newest, kinds, law, on=on).allowed:
        return None
    row = law["second_look_days"]
    missing = may_close(newest, kinds, law, on=on).unmet
    lacks = tuple(Given("lacks", reason.says, reason.cite) for reason in missing)
    if newest.on is None:
        unsaid = (Given("proposed to be closed", "day not recorded", row.cite), *lacks)
        return Due(
            *(Duty.SECOND_LOOK, Standing.MISSING, None, row.cite, unsaid, newest.ref, row.confirmed),
            owner=LOOKER,
        )
    because = (
        Given("proposed to be closed", day(newest.on)),
        *lacks,
        Given("second look", f"within {days(row.whole(newest.on))}", row.cite),
    )
    by = days_after(row.whole(newest.on), newest.on)
    return Due(
        Duty.SECOND_LOOK, Standing.OWED, by, row.cite, because, newest.ref, row.confirmed, owner=LOOKER
    )


def _newest(final: Finalised) -> tuple[date, str]:
    return final.on or date.min, final.ref
