"""What a supervisor reads before a review counts."""

from collections.abc import Iterable
from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf


def review_counts(read: Iterable[str], directed: str, law: Shelf, *, on: date) -> Decision:
    """Whether a supervisor's review of a person's management counts, with all it lacks.

    APP managing public protection information has supervisors verify at review that intelligence
    triggers are still right; that plan, record and the rest are read is force policy, and a
    proposal. Every part on the list is read, and what is directed is said, if only that
    nothing is. A review that lacks something is kept and starts no clock.
    """
    row = law["supervisor_review_reads"]
    done = {each.casefold() for each in read}
    return Decision(
        (
            *(Reason(part.casefold() in done, f"read: {part}", row.cite) for part in row.words(on)),
            Reason(bool(directed.strip()), "what is directed is said", row.cite),
        )
    )
