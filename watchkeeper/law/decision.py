"""What every rule returns: an answer that cannot be separated from its reasons."""

from collections.abc import Iterable

from watchkeeper.law.swift import dataclass

RECORDS = "Watchkeeper, records"
"""The authority of what a record asks for to be one: our own, and no law."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One requirement, whether it is met, and the authority that makes it a requirement.

    `asks` is the requirement in words, and then `says` is what was found. Without it `says` tells what
    must be so, and is read after "it must be that".
    """

    met: bool
    says: str
    cite: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, with every reason at once.

    A decision with no reasons is a no: there is no way to say yes without saying why.

    >>> Decision(()).allowed
    False
    >>> Decision((Reason(True, "rank is inspector", "powers"),)).allowed
    True
    """

    reasons: tuple[Reason, ...]

    @property
    def allowed(self) -> bool:
        """True when there are reasons and all of them are met."""
        return bool(self.reasons) and all(reason.met for reason in self.reasons)

    @property
    def unmet(self) -> tuple[Reason, ...]:
        """Everything that is missing, in the order of the authority: a refusal shows it all."""
        return tuple(reason for reason in self.reasons if not reason.met)


def decide(reasons: Iterable[Reason]) -> Decision:
    """Gather `reasons` into a Decision."""
    return Decision(tuple(reasons))
