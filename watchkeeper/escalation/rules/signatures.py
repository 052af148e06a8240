"""Who decides, and who signs second. A proposed table of powers; a force confirms its own."""

from datetime import date

from watchkeeper.escalation.facts import Choice, Drawn, Owed
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a
from watchkeeper.workforce.facts import RANKS, Officer, Power, Rank
from watchkeeper.workforce.rules.authority import may

SECOND = "second_signature"
NOBODY = "nobody"


def second_signature(choice: Choice, law: Shelf, *, on: date) -> Rank | None:
    """The least rank that must sign a choice after it is decided; None where policy asks for nobody."""
    rank = law[SECOND].word_of(choice, on)
    return None if rank == NOBODY else Rank(rank)


def may_decide(officer: Officer, owed: Owed, law: Shelf, *, on: date, about_own: bool) -> Decision:
    """Whether an officer may decide on what is owed: the power, another's case, and the rank of today."""
    power = may(officer, Power.DECIDE_ENFORCEMENT, law, on=on, about_own=about_own)
    return Decision((*power.reasons, rank_reason(officer.rank, owed)))


def rank_reason(rank: Rank, owed: Owed) -> Reason:
    """Whether a rank is that which must decide today by the rows `owed` rests on."""
    return Reason(rank.at_least(owed.rank), f"is {a(rank)}; {owed.rank} or above decides today", owed.cite)


def may_sign(
    officer: Officer,
    drawn: Drawn,
    owed: Owed | None,
    law: Shelf,
    *,
    on: date,
    about_own: bool,
    agreed: bool = True,
) -> Decision:
    """Whether an officer may sign a decision drawn up, or send it back.

    By the table of powers: another officer than the one who decided, not the manager, of the
    rank that policy asks for. To agree, the decision must still be asked for, and the higher of
    the two ranks must be the one that decides on the day of signing: the clock ran meanwhile.

    Parameters
    ----------
    owed
        What is owed on the same ground on the day of signing; None when nothing is any more.
    """
    cite = law[SECOND].cite
    reasons = [
        *may(officer, Power.COUNTERSIGN, law, on=on, about_own=about_own).reasons,
        Reason(
            officer.ref != drawn.decided_by,
            "another officer than the one who decided"
            if officer.ref != drawn.decided_by
            else "decided it: another officer signs",
            cite,
        ),
        Reason(
            drawn.signer is not None and officer.rank.at_least(drawn.signer),
            f"is {a(officer.rank)}; {drawn.signer or NOBODY} or above signs {drawn.choice}",
            cite,
        ),
    ]
    if agreed:
        reasons.append(
            Reason(
                owed is not None,
                "the decision is still asked for" if owed else "the decision is no longer asked for",
                cite,
            )
        )
        if owed is not None:
            reasons.append(rank_reason(higher(officer.rank, drawn.rank), owed))
    return Decision(tuple(reasons))


def higher(one: Rank, other: Rank) -> Rank:
    """The higher of two ranks: a decision signed by two stands with the force of both."""
    return max(one, other, key=RANKS.index)
