"""What happens if nothing is done about a line of the brief: to whom it passes, and on which day."""

from datetime import date, timedelta

from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.lines import AHEAD, UNMANAGED
from watchkeeper.escalation.facts import Ground
from watchkeeper.escalation.failing import OFFENCES
from watchkeeper.escalation.rules.arising import NOT_RECORDED
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a, day
from watchkeeper.visits.facts import Duty as VisitDuty
from watchkeeper.workforce.facts import RANKS, Rank

DAY = timedelta(days=1)
VISITS: frozenset[str] = frozenset({VisitDuty.VISIT, VisitDuty.FIRST_VISIT})
OF_CRIMES = frozenset({Section.UNHELD, Section.GRAVE, Section.CRIMES, Section.BAIL})
OF_CHILDREN = frozenset({Section.UNSAFE, Section.SCREENINGS, Section.FLAGS})
"""Sections about a child who goes missing, and not about one episode."""
OF_THE_MISSING = OF_CHILDREN | {
    *(Section.IDLE, Section.UNREVIEWED, Section.NEARBY, Section.INTERVIEWS, Section.RETURNS)
}
OF_SUSPECTS = frozenset(
    {
        *(Section.CHILDREN_NEAR, Section.UNBANDED, Section.UNENFORCED, Section.SUICIDE),
        Section.SUSPECTS,
    }
)
"""Sections about referrals of online suspects of child abuse."""
OF_THE_REGISTER = frozenset(
    {
        *(Section.DECISIONS, Section.UNMANAGED, Section.MISSING, Section.OVERDUE),
        *(Section.DUE_SOON, Section.DUE_NEXT, Section.DUE_LATER),
    }
)
"""Sections about people on the register, who have a level of risk."""
WITHIN = "within bounds"
"""How a caseload that asks for nothing ends its words."""
NOTHING = "Nothing: it asks for nothing."
STAYS = "It is listed again every night, a day older, until it is put right."
UNKNOWN = "No day can be worked out from it, and it is asked for again every night, until it is recorded."
TOP = "Nobody stands higher: it is listed every night until it is decided."


def if_nothing_is_done(line: Line, law: Shelf, calendar: Calendar, *, on: date) -> str:
    """What follows when nobody acts on a line of the brief of `on`, in a sentence."""
    if line.what.endswith(WITHIN):
        return NOTHING
    if line.section is Section.DECISIONS:
        return _passes_up(line, law, calendar, on)
    if line.section is Section.UNMANAGED and line.by is not None and line.what in VISITS:
        share = law["no_contact_allowed"].of(line.level or NOT_RECORDED, on)
        first = Rank(law["decision_first_rank"].word_of(Ground.NO_CONTACT, on))
        return (
            f"Once {share} per cent of the interval has passed since the person was last seen, "
            f"{a(first)} must decide what is done."
        )
    if line.section is Section.BAIL and line.by is not None:
        return f"From {day(line.by + DAY)} there is no bail, and none of its conditions hold."
    if line.section in OF_CRIMES | OF_THE_MISSING | OF_SUSPECTS and line.by is None:
        return UNKNOWN
    if line.section is Section.MISSING or (line.section is Section.UNMANAGED and line.by is None):
        return UNKNOWN
    if line.section is Section.OVERDUE and line.what in OFFENCES:
        first = Rank(law["decision_first_rank"].word_of(Ground.FAILURE_TO_NOTIFY, on))
        return f"The failure goes on, and {a(first)} must decide what is done about it."
    if line.section in AHEAD and line.by is not None:
        where = "the person is listed as unmanaged" if line.what in UNMANAGED else "it is listed as overdue"
        offence = ", and it may be a failure to notify" if line.what in OFFENCES else ""
        return f"From {day(line.by + DAY)} {where}{offence}."
    return STAYS


def _passes_up(line: Line, law: Shelf, calendar: Calendar, on: date) -> str:
    """The rank that is asked next and its first day: the climb of `rank_today`, one step further."""
    rank = asked_rank(line)
    if line.by is None or rank is None:
        return STAYS
    if rank is RANKS[-1]:
        return TOP
    period = law["silence_before_next_rank"].of(line.level or NOT_RECORDED, on)
    climbed, passed = Rank(law["decision_first_rank"].word_of(line.what, on)), line.by
    while climbed is not rank and climbed is not RANKS[-1]:
        climbed, passed = climbed.up(1), calendar.after(period, passed)
    return f"On {day(passed + DAY)} it passes up to {a(rank.up(1))}."


def asked_rank(line: Line) -> Rank | None:
    """The rank a line is put to; None for what is an officer's, or nobody's."""
    word = line.owner.split(",", maxsplit=1)[0]
    return Rank(word) if word in RANKS else None
