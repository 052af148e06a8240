"""What a sample could draw: what a measure of the catalogue looks at on a day, by unit and kind."""

from datetime import date, datetime, time, timedelta

from watchkeeper.audit.own_database import own_database
from watchkeeper.crimes.models import Graded as CrimeGraded
from watchkeeper.inspection.measures.catalogue import BY_NAME
from watchkeeper.inspection.measures.running import population
from watchkeeper.inspection.sampled import SUBJECTS, InFrame, SampleTheme, Stratum
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import LONDON
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.models import Graded as EpisodeGraded
from watchkeeper.risk.models import SetLevel

NO_KIND = "none recorded"


def frame(
    theme: SampleTheme, law: Shelf, calendar: Calendar, *, on: date, known_at: datetime, unit: str = ""
) -> tuple[InFrame, ...]:
    """Every case of a theme on a day, as known at an instant, by reference; of one unit where named."""
    measure = BY_NAME[SUBJECTS[theme].measure]
    with population(own_database(), law, calendar, on=(on,), known_at=known_at) as standing:
        there = standing.looked_at(measure)
    kinds = _kinds(theme, on, known_at)
    return tuple(
        InFrame(ref, Stratum(of, kinds.get(ref) or NO_KIND))
        for ref, of in sorted(there.items())
        if unit in ("", of)
    )


def _kinds(theme: SampleTheme, on: date, known_at: datetime) -> dict[str, str]:
    """The newest level or grade of everybody and everything, by ref: the last of those in order stands."""
    if theme is SampleTheme.ALLOCATION:
        graded = CrimeGraded.objects.as_known(known_at).filter(on__lte=on).order_by("on", "ref")
        return dict(graded.values_list("crime_ref", "response"))
    if theme is SampleTheme.MISSING:
        ends = datetime.combine(on + timedelta(days=1), time(), LONDON)
        graded_at = EpisodeGraded.objects.as_known(known_at).filter(at__lt=ends).order_by("at", "ref")
        return dict(graded_at.values_list("episode_ref", "grade"))
    levels = SetLevel.objects.as_known(known_at).filter(set_on__lte=on).order_by("set_on", "ref")
    return dict(levels.values_list("person_ref", "level"))
