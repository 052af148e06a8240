"""Whom a pack is for, and what a score may stand behind: never a decision by itself."""

from datetime import date

from watchkeeper.instruments.answering import Known, holds
from watchkeeper.instruments.facts import Kind, Pack, Standing
from watchkeeper.instruments.scoring import Scored
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.wording import names


def eligible(pack: Pack, found: Known) -> Decision:
    """Whether the instrument is for this person: its sex, age and offence, each with what was found.

    What is not known is not met: somebody is scored only where it is known that the instrument is for them.
    A screening form has its own gate, the age of the child.
    """
    reasons = []
    for each in pack.eligibility:
        said = holds(each.holds, found.values)
        told = each.says if said is not None else f"{each.says}: not known"
        star = "" if each.confirmed else " (unconfirmed)"
        reasons.append(Reason(said is True, f"{told}{star}", pack.source.cite))
    return Decision(tuple(reasons) or (Reason(True, "asks nothing of the person", pack.source.cite),))


def unsure(pack: Pack, found: Known) -> bool:
    """Whether nothing says it is not for this person, but something it asks of them is not known."""
    said = [holds(each.holds, found.values) for each in pack.eligibility]
    return False not in said and None in said


def scoreable(pack: Pack) -> Decision:
    """Whether the pack can be scored at all: a structure awaits the licensed pack of the force."""
    shaped = pack.standing is Standing.STRUCTURE
    says = f"{pack.name} is its shape only: {pack.because}" if shaped else "its content is here"
    judged = pack.kind is Kind.JUDGEMENT
    kind = "it is a judgement: a person decides, and nothing is scored" if judged else "it is scored"
    return Decision((Reason(not shaped, says, pack.source.cite), Reason(not judged, kind, pack.source.cite)))


def usable(pack: Pack, *, on: date) -> Decision:
    """Whether the pack may be used in decisions on a day: confirmed, and in force.

    One that is unconfirmed is shown and blocks: the reason says what has to be held against what. A pack out
    of force stays on the shelf, so that an old score can be run again.
    """
    confirmed = pack.standing is Standing.CONFIRMED
    said = "held against what its author published" if confirmed else f"{pack.standing}: {pack.because}"
    begun = pack.since is None or pack.since <= on
    running = pack.until is None or on < pack.until
    force = f"in force from {pack.since}" + (f" until {pack.until}" if pack.until else "")
    return Decision(
        (Reason(confirmed, said, pack.source.cite), Reason(begun and running, force, pack.source.cite))
    )


def may_decide(pack: Pack, found: Known, came: Scored, trained: bool | None, *, on: date) -> Decision:
    """Whether a score may stand behind a decision that a person makes (rule 98), with every reason at once.

    The pack is fit for use, the person is one it is for, all it asks is known, and whoever scored is
    trained as it asks; a training that nobody recorded is not known, and not met.
    """
    told = "trained" if trained else "not trained" if trained is False else "training not recorded"
    missing = names([item.says for item in came.unknown])
    whole = pack.kind is Kind.JUDGEMENT or came.whole
    known = Reason(
        whole and not came.unknown,
        f"not known: {missing}" if missing else "all that it asks is known",
        RECORDS,
    )
    assessor = Reason(
        trained is True, f"the assessor is {told}: {pack.training}" if pack.training else told, RECORDS
    )
    return Decision((*usable(pack, on=on).reasons, *eligible(pack, found).reasons, known, assessor))


def may_conclude(pack: Pack, came: Scored, band: str, why: str) -> Decision:
    """Whether a judgement may be concluded: every factor rated, a band it has, and why in words."""
    missing = names([item.says for item in came.unknown])
    bands = [each.name for each in pack.bands]
    there = band in bands
    return Decision(
        (
            Reason(
                not missing,
                f"not rated: {missing}" if missing else "every factor is rated",
                pack.source.cite,
                "every factor is rated",
            ),
            Reason(
                there,
                f"a band is given out of {names(bands)} ({band or 'none'} given)",
                pack.source.cite,
            ),
            Reason(bool(why.strip()), "the reason why is given in words", RECORDS),
        )
    )
