"""A share of assessments is drawn for a second rating, made by an officer who does not see the first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from watchkeeper.audit.standing import standing
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk import models
from watchkeeper.risk.actions.assessing import Said, acting_on, answered, readable, saved
from watchkeeper.risk.answers import Answer, Place, SecondRatingDraw
from watchkeeper.risk.gathering import assessment_of, concluded_refs, draws
from watchkeeper.risk.rules.assessing import trained
from watchkeeper.risk.rules.concluding import may_be_concluded, result, stands_behind
from watchkeeper.risk.rules.sampling import draw_second_ratings, may_rate_second
from watchkeeper.workforce.acts import Acting, act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.stored import manager_of

DRAWING = "second rating of a share of assessments"


@dataclass(frozen=True, slots=True)
class DrawnAgain:
    """A draw as it is stored, and what is drawn again from its seed, share, day and pool."""

    draw: SecondRatingDraw
    again: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether drawing again finds the same assessments in the same order."""
        return self.again == self.draw.drawn


def draw(*, seed: str, by: Officer, on: date, law: Shelf, at: datetime) -> models.SecondRatingDraw:
    """Draw a share of the assessments concluded since the draw before, and store seed, pool and drawn.

    Raises Refused without the power, without a seed, and where nothing was concluded since.
    """
    with act(Power.DRAW_SECOND_RATINGS, about="", purpose=DRAWING, by=by, on=on, law=law, at=at) as this:
        before = {ref for each in draws(known_at=at) for ref in each.pool}
        pool = sorted(concluded_refs(known_at=at) - before)
        this.require(
            Decision(
                (
                    Reason(bool(seed.strip()), "a seed is given", RECORDS),
                    Reason(bool(pool), "an assessment was concluded since the draw before", RECORDS),
                )
            )
        )
        share = law["second_rating_share"].share(on)
        drawn = draw_second_ratings(pool, share, seed=seed, on=on)
        this.fact("drawn", len(drawn))
        return this.store(
            models.SecondRatingDraw(
                on=on, seed=seed, share=share, pool=";".join(pool), drawn=";".join(drawn), by=by.ref
            )
        )


def draw_again(ref: str, *, by: Officer, on: date, law: Shelf, at: datetime) -> DrawnAgain:
    """Draw once more from what a draw stored, and compare. Raises Refused where there is no such draw."""
    with act(Power.DRAW_SECOND_RATINGS, about="", purpose=DRAWING, by=by, on=on, law=law, at=at) as this:
        row = next(iter(standing(models.SecondRatingDraw, ref=ref, known_at=at)), None)
        there = Reason(row is not None, f"a draw is on record as {ref or '(blank)'}", RECORDS)
        this.require(Decision((there,)))
        assert row is not None
        made = row.fact()
        found = DrawnAgain(made, draw_second_ratings(made.pool, made.share, seed=made.seed, on=made.on))
        this.fact("draw", ref)
        this.fact("holds", found.holds)
        return found


def rate_second(
    ref: str, said: Mapping[str, Said], acting: Acting, *, band: str = "", why: str = "", conclude: bool
) -> models.Rating:
    """Save a second rating of a drawn assessment, or conclude it. The first is not shown and not asked.

    It begins from what the record said when the first began. Raises Refused without the power or the
    training, to whoever made the first or manages the person, for what was not drawn, and to conclude with
    all that `may_be_concluded` finds.
    """
    whole = assessment_of(acting.about, ref, known_at=acting.at)
    first = whole.rated if whole is not None else None
    own = first is not None and first.by == acting.by.ref
    with acting_on(Power.RATE_SECOND, acting, about_own=own) as this:
        there = whole is not None and whole.pack is not None and whole.first is not None
        this.require(Decision((Reason(there, "the assessment and its instrument are on record", RECORDS),)))
        assert whole is not None
        assert whole.pack is not None
        assert whole.first is not None
        pack, spell = whole.pack, manager_of(acting.about, on=acting.on, known_at=acting.at)
        skilled = trained(acting.by, pack.name, acting.law, on=acting.on)
        this.require(
            may_rate_second(
                acting.by,
                whole.begun,
                first,
                whole.rated_again,
                spell.officer if spell is not None else "",
                drawn=whole.drawn,
            )
        )
        this.require(skilled)
        row = whole.second or models.Rating(
            person_ref=acting.about,
            assessment_ref=ref,
            place=Place.SECOND.value,
            pack=pack.ref,
            by=acting.by.ref,
            answers=models.Rating.kept(from_record(whole.first.given)),
            concluded=False,
        )
        given = answered(row.given, said)
        readable(this, pack, given)
        this.fact("pack", pack.ref)
        if conclude:
            came = result(pack, given, on=first.on if first is not None else acting.on)
            this.require(may_be_concluded(pack, given, came, band, why))
            behind = stands_behind(pack, came, skilled, on=acting.on)
            row.concluded, row.band, row.why = True, band, why
            row.base_band, row.adjusted_band = came.base_band, came.adjusted_band
            row.provisional, row.stands = came.provisional, behind.allowed
        return saved(this, row, given, acting)


def from_record(given: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """What the record alone says of each item: where a second rating begins."""
    return tuple(replace(each, value=each.recorded, why="") for each in given)
