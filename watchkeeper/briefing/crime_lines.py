"""Lines of the brief about crimes, and about work in the wrong hands, in words that anybody may read.

What professional standards alone may know is left out whole: crimes in which one of the force's own
is a party, and every ground of vetting and conduct. `standards` lists those.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from watchkeeper.briefing.crime_asking import bail_until
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.crimes.facts import Case, Duty
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.codes import CITE as COUNTING
from watchkeeper.crimes.rules.duties import duties
from watchkeeper.crimes.rules.holding import holder, told_of
from watchkeeper.crimes.rules.matrix import Placed, kind_of
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import RANKS, Officer, Power
from watchkeeper.workforce.rules.authority import may
from watchkeeper.workforce.rules.eligibility import NOT_AVAILABLE, Ground
from watchkeeper.workforce.rules.wash import Washed, told_by

UNKNOWN_CODE = "offence code nobody knows"
HAND_OVER = "crime to hand over"
SUPERVISE = "crime for another supervisor"
OVER_CAP = "crimes in hand over the cap"
ROLE = "role asks for more than is held"


def crime_lines(
    cases: Iterable[Case], law: Shelf, calendar: Calendar, *, on: date, coming: bool = False
) -> Iterator[Line]:
    """Every clock of each crime that is late or unknown, bail soon to end, and codes nobody knows.

    With `coming` every clock whose last day is as near as that of bail is told, not of bail alone:
    the brief of the whole force leaves those out, and whoever holds the crime needs them.
    """
    last = bail_until(law, on=on)
    for case in cases:
        placed = kind_of(case, law, on=on)
        hard = is_hard(placed, law, on=on)
        running = closed_for_good(case, placed.kinds, law, on=on) is None
        if running and not placed.known and told_of(case.crime, on=on):
            yield _unknown(case, placed, on, hard=hard)
        for due in duties(case, placed.kinds, law, calendar, hard=hard, on=on):
            late = (on - due.by).days if due.by is not None else None
            if due.standing is Standing.MISSING or (late is not None and late > 0):
                yield _line(case, _section(due, hard=hard), due, late, placed, on)
            elif due.duty == Duty.BAIL and due.by is not None and late is not None and due.by <= last:
                yield _line(case, Section.BAIL, due, -late, placed, on)
            elif coming and due.by is not None and late is not None and due.by <= last:
                yield _line(case, Section.DUE_SOON, due, -late, placed, on)


def hand_lines(
    washed: Iterable[Washed],
    staff: Mapping[str, Officer],
    people: Mapping[str, int],
    law: Shelf,
    calendar: Calendar,
    *,
    shut: frozenset[str],
    on: date,
) -> Iterator[Line]:
    """A line for each officer and piece of work of the wash that may be told outside professional standards.

    `people` are how many each officer manages, `shut` the crimes with one of the force's own in them.
    Of a role alone a sealed ground is told only where people must move; of somebody who may read
    the brief of their unit it is not told at all, for they would read it of themselves.
    """
    for each in washed:
        if each.ref in shut:
            continue
        sealed = NOT_AVAILABLE in each.told.unmet
        if sealed and may(staff[each.officer], Power.COMPILE_BRIEF, law, on=on).allowed:
            continue
        why = outward_words(each.told)
        if not each.ref and sealed and not people.get(each.officer):
            why = tuple(word for word in why if word != NOT_AVAILABLE.says)
        if why:
            yield _hand(each, why, people, law, calendar, on)


def outward_words(told: Decision) -> tuple[str, ...]:
    """The unmet reasons as they may be told; a conflict of interest is nobody else's business either."""
    words = (NOT_AVAILABLE.says if each.asks == Ground.CONFLICT else each.says for each in told.unmet)
    return tuple(dict.fromkeys(words))


def is_hard(placed: Placed, law: Shelf, *, on: date) -> bool:
    """Whether the matrix lets no shortage open the kind of crime: what the brief puts first."""
    return law["matrix_gate"].word_of(placed.kind, on) == "hard"


def _hand(
    each: Washed,
    why: tuple[str, ...],
    people: Mapping[str, int],
    law: Shelf,
    calendar: Calendar,
    on: date,
) -> Line:
    row, by = law["wash_working_days"], told_by(each, law, calendar, on=on)
    grounds = {reason.asks for reason in each.told.unmet}
    what = (
        SUPERVISE
        if each.supervises
        else HAND_OVER
        if each.ref
        else OVER_CAP
        if grounds == {Ground.LOAD}
        else ROLE
    )
    return Line(
        Section.HANDS,
        each.officer,
        what,
        by,
        max(0, (on - by).days),
        f"inspector, {each.unit}",
        each.unit,
        ((each.kind, *why) if each.ref else (_hands(each.in_hand), *why)),
        row.cite,
        about=each.ref,
        confirmed=row.confirmed,
        people=None if each.ref else people.get(each.officer),
    )


def _hands(many: int) -> str:
    return f"{many or 'no'} crime{'' if many == 1 else 's'} in hand"


def _section(due: Due, *, hard: bool) -> Section:
    if due.duty == Duty.ALLOCATION:
        return Section.UNHELD
    return Section.GRAVE if hard else Section.CRIMES


def _line(case: Case, section: Section, due: Due, counted: int | None, placed: Placed, on: date) -> Line:
    why = tuple(f"{given.what}: {given.value}" if given.value else given.what for given in due.because)
    return Line(
        section,
        case.crime.ref,
        due.duty,
        due.by,
        counted,
        _owner(case, due.owner, on),
        case.crime.unit,
        (placed.kind, *why),
        due.cite,
        about=due.about if due.about != case.crime.ref else "",
        confirmed=due.confirmed,
    )


def _owner(case: Case, named: str, on: date) -> str:
    """Whose it is: whom a clock names, else whoever holds the crime, else the unit's inspector."""
    spell = holder(case, on=on)
    owner = named or (spell.officer if spell is not None else "") or "inspector"
    return f"{owner}, {case.crime.unit}" if owner in RANKS else owner


def _unknown(case: Case, placed: Placed, on: date, *, hard: bool) -> Line:
    return Line(
        Section.GRAVE if hard else Section.CRIMES,
        case.crime.ref,
        UNKNOWN_CODE,
        None,
        None,
        _owner(case, "", on),
        case.crime.unit,
        (placed.kind, *(reason.says for reason in placed.reasons)),
        COUNTING,
    )
