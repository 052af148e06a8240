"""What must be weighed, in words, before a course is taken. PACE Code G; Convention rights."""

from collections.abc import Iterable
from datetime import date

from watchkeeper.escalation.facts import Choice, Failure, Prompt, Weighed
from watchkeeper.escalation.rules.grounds import grounds_for_arrest
from watchkeeper.law.decision import Reason
from watchkeeper.law.shelf import Shelf

PROPORTIONATE = "Human Rights Act 1998, s.6; Sch 1, Art 8"
INTRUSIVE = (Choice.ARREST, Choice.WARRANT, Choice.CIRCULATE)
OPTIONAL = (Prompt.PERSON,)


def needed(choice: Choice) -> tuple[Prompt, ...]:
    """The questions a choice must answer in words. Our proposal: whatever touches liberty or a home.

    Another attempt and no action ask for a reason alone; they may answer any of them.
    """
    return tuple(prompt for prompt in Prompt if prompt not in OPTIONAL) if choice in INTRUSIVE else ()


def unanswered(choice: Choice, weighed: Weighed | None) -> tuple[Prompt, ...]:
    """The questions of policy that the choice must answer and nobody has yet."""
    said = {asked for asked, words in weighed.answers if words.strip()} if weighed is not None else set()
    return tuple(prompt for prompt in needed(choice) if prompt not in said)


def weighed_enough(choice: Choice, weighed: Weighed | None) -> tuple[Reason, ...]:
    """Each question the choice must answer, answered or not. Proportionality is the law; the list is ours."""
    missing = unanswered(choice, weighed)
    return tuple(
        Reason(
            prompt not in missing,
            f"answered: {prompt}" if prompt not in missing else f"not answered: {prompt}",
            PROPORTIONATE,
        )
        for prompt in needed(choice)
    )


def arrest_shown(
    weighed: Weighed | None, failures: Iterable[Failure], law: Shelf, *, on: date
) -> tuple[Reason, ...]:
    """What can be shown for an arrest under s.91 and PACE s.24, from what is weighed and in default."""
    return grounds_for_arrest(
        failures,
        necessity=weighed.necessity if weighed is not None else (),
        considered=weighed.considered if weighed is not None else (),
        law=law,
        on=on,
    ).reasons
