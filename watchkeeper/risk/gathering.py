"""Assessments made with instruments, each whole: what was begun, both ratings, sign-off and what followed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from watchkeeper.audit.standing import in_parts, standing
from watchkeeper.instruments.facts import Pack
from watchkeeper.risk import models
from watchkeeper.risk.answers import (
    Begun,
    Place,
    PlanAction,
    Rated,
    SecondRatingDraw,
    SecondRatingOwed,
)
from watchkeeper.risk.facts import Assessment
from watchkeeper.risk.packed import packs


@dataclass(frozen=True, slots=True)
class Whole:
    """One assessment and all that came of it. Rows of ratings hold the answers; `pack` is None where it is
    not on the shelf, so that its result cannot be derived here.
    """

    person: str
    begun: Begun
    pack: Pack | None
    first: models.Rating | None = None
    second: models.Rating | None = None
    completed: Assessment | None = None
    drawn: bool = False
    superseded_by: str = ""
    actions: tuple[PlanAction, ...] = field(default=())

    @property
    def name(self) -> str:
        """The instrument's name."""
        return self.begun.pack.partition(" ")[0]

    @property
    def called(self) -> str:
        """What the instrument is called: its own words up to the colon, or its name."""
        return called(self.pack) if self.pack is not None else self.name

    @property
    def rated(self) -> Rated | None:
        """What the first rating came to, once concluded."""
        return self.first.fact() if self.first is not None and self.first.concluded else None

    @property
    def rated_again(self) -> Rated | None:
        """What the second rating came to, or how far it is."""
        return self.second.fact() if self.second is not None else None

    @property
    def both(self) -> bool:
        """Whether both ratings are in."""
        return bool(self.first and self.first.concluded and self.second and self.second.concluded)

    @property
    def is_open(self) -> bool:
        """Whether it is neither concluded nor ended."""
        return self.rated is None and self.begun.ended_on is None

    @property
    def stands(self) -> str:
        """Where it stands, in words."""
        if self.begun.ended_on is not None:
            return "ended without a conclusion"
        if self.rated is None:
            return "open"
        if self.superseded_by:
            return "superseded"
        signed = self.completed is not None and self.completed.signed_off_on is not None
        return "signed off" if signed else "concluded, not signed off"


def called(pack: Pack) -> str:
    """What officers call an instrument, for example "OSP/DC (DC-SRP)"."""
    return pack.says.partition(":")[0]


def assessments_of(person: str, *, known_at: datetime) -> tuple[Whole, ...]:
    """Every assessment of a person made with an instrument, newest first."""
    said = {"person_ref": person}
    completed = {row.ref: row.fact() for row in standing(models.Assessment, known_at=known_at, **said)}
    ratings = _ratings(standing(models.Rating, known_at=known_at, **said))
    actions: dict[str, list[PlanAction]] = defaultdict(list)
    for row in standing(models.PlanAction, known_at=known_at, **said):
        actions[row.assessment_ref].append(row.fact())
    begun = [row.fact() for row in standing(models.BegunAssessment, known_at=known_at, **said)]
    drawn = drawn_by(draws(known_at=known_at))
    replaced = {
        one.supersedes: one.ref
        for one in begun
        if one.supersedes and (first := ratings.get((one.ref, Place.FIRST))) is not None and first.concluded
    }
    found = []
    for one in sorted(begun, key=lambda one: (one.begun_on, one.ref), reverse=True):
        first = ratings.get((one.ref, Place.FIRST))
        found.append(
            Whole(
                person,
                one,
                packs().of_ref(one.pack),
                first,
                ratings.get((one.ref, Place.SECOND)),
                completed.get(first.completes) if first is not None else None,
                one.ref in drawn,
                replaced.get(one.ref, ""),
                tuple(sorted(actions[one.ref], key=lambda action: (action.by, action.ref))),
            )
        )
    return tuple(found)


def assessment_of(person: str, ref: str, *, known_at: datetime) -> Whole | None:
    """One assessment of a person; None where there is none of that ref."""
    found = assessments_of(person, known_at=known_at)
    return next((one for one in found if one.begun.ref == ref), None)


def draws(*, known_at: datetime) -> tuple[SecondRatingDraw, ...]:
    """Every draw of second ratings, in the order they were made."""
    return tuple(row.fact() for row in standing(models.SecondRatingDraw, known_at=known_at))


def drawn_by(made: Iterable[SecondRatingDraw]) -> frozenset[str]:
    """The assessments that were drawn for a second rating in any draw."""
    return frozenset(ref for draw in made for ref in draw.drawn)


def second_ratings_owed(*, known_at: datetime, through: int | None = None) -> tuple[SecondRatingOwed, ...]:
    """Every assessment drawn whose second rating is not in, by ref; up to an act of the trail where named.

    One drawn twice counts from the first draw.
    """
    drawn: dict[str, date] = {}
    for row in models.SecondRatingDraw.objects.as_known(known_at, through).order_by("id"):
        made = row.fact()
        for ref in made.drawn:
            drawn[ref] = min(made.on, drawn.get(ref, made.on))
    found: dict[tuple[str, str], str] = {}
    for some in in_parts(sorted(drawn)):
        rows = models.Rating.objects.filter(concluded=True, assessment_ref__in=some)
        rows = rows.as_known(known_at, through)
        for ref, place, person in rows.values_list("assessment_ref", "place", "person_ref"):
            found[ref, place] = person
    return tuple(
        SecondRatingOwed(ref, found[ref, Place.FIRST], drawn[ref])
        for ref in sorted(drawn)
        if (ref, Place.FIRST) in found and (ref, Place.SECOND) not in found
    )


def concluded_refs(*, known_at: datetime) -> frozenset[str]:
    """The refs of every assessment whose first rating is concluded; no answer is read."""
    rows = models.Rating.objects.as_known(known_at).filter(place=Place.FIRST.value, concluded=True)
    return frozenset(rows.values_list("assessment_ref", flat=True))


def concluded_first(refs: Iterable[str], *, known_at: datetime) -> dict[str, models.Rating]:
    """The first rating of each of some assessments, where it is concluded, by the ref of the assessment."""
    found: dict[str, models.Rating] = {}
    for some in in_parts(sorted(set(refs))):
        rows = models.Rating.objects.as_known(known_at).filter(
            place=Place.FIRST.value, concluded=True, assessment_ref__in=some
        )
        found.update((row.assessment_ref, row) for row in rows)
    return found


def second_ratings(*, known_at: datetime) -> dict[str, models.Rating]:
    """Every second rating, concluded or under way, by the ref of its assessment."""
    rows = standing(models.Rating, known_at=known_at, place=Place.SECOND.value)
    return {row.assessment_ref: row for row in rows}


def _ratings(rows: Iterable[models.Rating]) -> dict[tuple[str, str], models.Rating]:
    return {(row.assessment_ref, row.place): row for row in rows}
