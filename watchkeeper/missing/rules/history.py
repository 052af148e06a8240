"""What is known of somebody missing that a grade must look at: age, care, flags, how often."""

from datetime import date, datetime

from watchkeeper.law.clocks import days_before, london_day, years_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.facts import LOOKED_AFTER, Case, Episode, Flag, MissingPerson


def reported_on(case: Case) -> date:
    """The day of the report, as the clocks of England show it: the day policy is judged on."""
    return london_day(case.episode.reported_at)


def is_child(case: Case, law: Shelf) -> bool:
    """Whether they were a child when it was reported. A date of birth nobody recorded is read as a child's.

    Children Act 1989, s.105(1): under 18. What is owed to a child is not withheld for want of a date.
    """
    return is_under(case, law["missing_child_age"].whole(reported_on(case))) is not False


def is_under(case: Case, age: int) -> bool | None:
    """Whether they were under an age of policy at the report; None where no date of birth is recorded."""
    born = case.who.born_on if case.who is not None else None
    return None if born is None else reported_on(case) < years_after(age, born)


def episodes_together(case: Case, law: Shelf) -> int:
    """Episodes of the same person in the days of policy up to the report, this one among them.

    Rule 79 asks about the third in 90 days. An episode exactly so many days ago counts.
    """
    first = days_before(law["missing_episodes_days"].whole(reported_on(case)), reported_on(case))
    told = case.episode.reported_at
    return 1 + sum(at < told and london_day(at) >= first for at in case.earlier)


def is_often_missing(case: Case, law: Shelf) -> bool:
    """Whether so many episodes lie so close together that policy asks for a supervisor's rationale."""
    return episodes_together(case, law) >= law["missing_many_episodes"].whole(reported_on(case))


def is_in_care(case: Case) -> bool | None:
    """Whether a local authority looks after them, as policy means it; None where nobody recorded who does."""
    care = case.who.care if case.who is not None else None
    return None if care is None else care in LOOKED_AFTER


def flags_on(case: Case, *, at: datetime) -> tuple[Flag, ...]:
    """Flags of exploitation that hold at an instant: from their day to the day before `until`, by policy."""
    on = london_day(at)
    return tuple(flag for flag in case.flags if flag.holds(on))


def went_from(episode: Episode, who: MissingPerson | None) -> str:
    """Where they went missing from; where nobody recorded that, where they live. "" where neither is."""
    return episode.postcode or (who.postcode if who is not None else "")
