"""What a fault of a crime or of an officer's fitness is: what is drawn for it, and what must show it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from watchkeeper.crimes.facts import CrimeKind
from watchkeeper.synth.history import Row
from watchkeeper.synth.investigations import Investigation
from watchkeeper.synth.teams import Team


class By(StrEnum):
    """Which rule must show a fault."""

    CRIME = "duty of a crime"
    OFFICER = "duty about an officer"
    WASH = "wash"
    FINDING = "finding"


ROLE = ""
"""Of the wash: the line about the officer's role, and not about a crime."""
UNKNOWN_CODE, REGISTERED = "offence code nobody knows", "suspect on the register"


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that must show: by which rule, about which crime (blank: the officer's role), and what."""

    by: By
    about: str
    what: str


@dataclass(frozen=True, slots=True)
class CrimeFault:
    """One entry of the key: what was planted, in which crime or officer, and all that must follow."""

    kind: str
    who: str
    expect: tuple[Shown, ...]
    says: str


@dataclass(slots=True)
class Ground:
    """What a fault is planted in: an investigator's rows, the crimes in their hands, and somebody registered."""

    officer: dict[str, list[Row]]
    crimes: list[Investigation] = field(default_factory=list)
    registered: str = ""
    tutor: str = ""

    @property
    def crime(self) -> Investigation:
        return self.crimes[0]

    @property
    def post(self) -> Row:
        """The officer's row of `officers`."""
        return self.officer["officers"][0]

    @property
    def ref(self) -> str:
        return str(self.post["ref"])


@dataclass(frozen=True, slots=True)
class CrimeKindOfFault:
    """A kind of fault: the investigator and crimes it is planted in, the edit, and what must follow.

    `expect` names the rule, whether it speaks of the role or of each crime, and what it says.
    A fault of a wash or of a duty about an officer is the officer's; any other is the crime's.
    """

    name: str
    says: str
    expect: tuple[tuple[By, bool, str], ...]
    edit: Callable[[Ground], None]
    team: Team = Team.GENERAL
    holds: CrimeKind = CrimeKind.SERIOUS
    days_ago: int = 20
    number: int = 1
    registered: bool = False  # needs somebody on the register

    def plant(self, ground: Ground) -> CrimeFault:
        """Edit the ground so that it carries this fault."""
        self.edit(ground)
        own = any(by in (By.WASH, By.OFFICER) for by, _, _ in self.expect)
        shown = []
        for by, of_crimes, what in self.expect:
            about = [made.ref for made in ground.crimes] if of_crimes else [ROLE]
            shown += [Shown(by, each, what) for each in about]
        return CrimeFault(self.name, ground.ref if own else ground.crime.ref, tuple(shown), self.says)
