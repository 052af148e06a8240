"""Which courses the open crimes of a unit ask for, who holds them, and which crimes are held without."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchkeeper.crimes.facts import Case, CrimeKind
from watchkeeper.crimes.rules.closing import proposed, sent_back
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import kind_of, of_kind
from watchkeeper.crimes.stored import IN_HAND, cases_as_known, open_refs
from watchkeeper.law.wording import either
from watchkeeper.web.asking import Asking
from watchkeeper.web.remembering import Kept
from watchkeeper.workforce.facts import Course, Officer
from watchkeeper.workforce.rules.accreditation import satisfied
from watchkeeper.workforce.rules.authority import INVESTIGATING, in_post

UNITS = 40
"""Units one process keeps: a row of each crime is small."""

type Need = tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class AskingCrime:
    """An open crime: its kind, and who holds it. `shut`: one of the force's own is a party."""

    ref: str
    unit: str
    kind: CrimeKind
    holder: str
    shut: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """One course, or any of several, that crimes ask for: which crimes, how many officers hold it.

    `without` are crimes held by somebody who has not passed it or whose course lapsed, `nobody` crimes
    that nobody holds.
    """

    need: Need
    asking: tuple[AskingCrime, ...]
    officers: int
    without: tuple[AskingCrime, ...]
    nobody: tuple[AskingCrime, ...]

    @property
    def says(self) -> str:
        return either(self.need)

    @property
    def each(self) -> float | None:
        """Crimes for each officer who holds it; None where nobody does."""
        return len(self.asking) / self.officers if self.officers else None


def open_crimes(unit: str, asking: Asking) -> list[AskingCrime]:
    """The open crimes of a unit that may be counted by whoever hands them out."""
    return [each for each in OPEN.rows(unit, asking) if not each.shut]


def gaps(
    crimes: Iterable[AskingCrime], staff: Iterable[Officer], asking: Asking, *, unit: str = ""
) -> list[Gap]:
    """Every course the crimes ask for: what nobody holds first, then what fewest hold for its crimes.

    `staff` are whoever may hold any of them; those of `unit`, or of every unit, are counted.

    A trainee with a tutor may hold some crimes without: `without` counts them, and the nightly wash
    says which must move.
    """
    law, on = asking.law, asking.on
    by_ref = {one.ref: one for one in staff}
    near = _near(by_ref.values(), unit, asking)
    asked: dict[Need, list[AskingCrime]] = defaultdict(list)
    needs = {kind: of_kind(kind, "", law, on=on).needs for kind in CrimeKind}
    for crime in crimes:
        for need in needs[crime.kind]:
            asked[need].append(crime)
    found = []
    for need, those in asked.items():
        able = {ref for ref, one in by_ref.items() if satisfied(one.training, need, law, on=on)}
        found.append(
            Gap(
                need,
                tuple(those),
                sum(one.ref in able for one in near),
                tuple(each for each in those if each.holder and each.holder not in able),
                tuple(each for each in those if not each.holder),
            )
        )
    return sorted(found, key=lambda gap: (gap.officers > 0, -(gap.each or len(gap.asking)), gap.says))


def holding(
    found: Iterable[Gap], staff: Iterable[Officer], asking: Asking, *, unit: str
) -> dict[str, list[str]]:
    """Who of a unit holds each course in date, by ref."""
    near = _near(staff, unit, asking)
    return {
        gap.says: [one.ref for one in near if satisfied(one.training, gap.need, asking.law, on=asking.on)]
        for gap in found
    }


def _near(staff: Iterable[Officer], unit: str, asking: Asking) -> list[Officer]:
    return [
        one
        for one in staff
        if one.role in INVESTIGATING and unit in ("", one.unit) and in_post(one, on=asking.on).met
    ]


def by_unit(crimes: Sequence[AskingCrime]) -> Counter[str]:
    """How many of the crimes each unit has."""
    return Counter(each.unit for each in crimes)


def _read(unit: str, refs: Iterable[str] | None, asking: Asking) -> dict[str, AskingCrime]:
    """No more than the kind and the holder: what every clock asks is many times as much.

    A crime that somebody proposed to close, and nobody sent back, asks for nobody.
    """
    on = asking.on
    if refs is None:
        refs = open_refs(unit, on=on, known_at=asking.at, law=asking.law)
    found = {}
    for case in cases_as_known(refs, known_at=asking.at, parts=IN_HAND):
        leaving = any(proposed(final, on=on) and not sent_back(final, on=on) for final in case.finals)
        if case.crime.unit == unit and not leaving:
            found[case.crime.ref] = _open(case, asking)
    return found


def _open(case: Case, asking: Asking) -> AskingCrime:
    spell = holder(case, on=asking.on)
    return AskingCrime(
        case.crime.ref,
        case.crime.unit,
        kind_of(case, asking.law, on=asking.on).kind,
        spell.officer if spell is not None else "",
        any(party.officer for party in case.parties),
    )


OPEN: Kept[AskingCrime] = Kept(_read, of=("crimes",), itself="crimes.Crime", most=UNITS)
"""Of each open crime its kind and its holder, in this process."""
