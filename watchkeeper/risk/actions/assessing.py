"""An assessment is begun with an instrument, answered, and concluded or ended: acts of its assessor."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace

from watchkeeper.access.acts import act_about
from watchkeeper.instruments.facts import Pack
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.risk import models
from watchkeeper.risk.answers import Answer, OnRecord, Place
from watchkeeper.risk.gathering import assessment_of, assessments_of
from watchkeeper.risk.packed import packs
from watchkeeper.risk.rules.assessing import may_begin, trained
from watchkeeper.risk.rules.concluding import (
    may_be_concluded,
    result,
    stands_behind,
    unreadable,
)
from watchkeeper.workforce.actions.officers import person_known
from watchkeeper.workforce.acts import Act, Acting
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class Said:
    """What an officer answered to an item: blank is not known. `why`, where the record says otherwise."""

    value: str
    why: str = ""


def begin(
    pack: str, record: Iterable[OnRecord], why: str, acting: Acting, *, supersedes: str = ""
) -> models.BegunAssessment:
    """Begin an assessment; what the record says stands in it as an answer, with the fact that says it.

    `record` is what is on record of the person in answer to the pack's items, from slices that stand
    above. Raises Refused without the power, the need or the training, for a pack that is not on the shelf,
    is a structure or is for others, where one with it is open, and to supersede what is not concluded.
    """
    person, chosen = acting.about, packs().get(pack)
    with acting_on(Power.ASSESS_RISK, acting) as this:
        this.require(
            Decision(
                (
                    person_known(person, known_at=acting.at),
                    Reason(chosen is not None, "the instrument is on the shelf", RECORDS),
                    Reason(bool(why.strip()), "why it is begun is said", RECORDS),
                )
            )
        )
        assert chosen is not None
        given = prefilled(chosen, record)
        known = assessments_of(person, known_at=acting.at)
        answers = {each.item: each.value for each in given if each.value}
        now = [one.begun for one in known if one.is_open]
        this.require(may_begin(chosen, answers, acting.by, now, acting.law, on=acting.on))
        if supersedes:
            earlier = next((one for one in known if one.begun.ref == supersedes), None)
            there = earlier is not None and earlier.rated is not None and earlier.name == chosen.name
            says = "what it supersedes is concluded, of this person and with the same instrument"
            this.require(Decision((Reason(there, says, RECORDS),)))
        this.fact("pack", chosen.ref)
        begun = this.store(
            models.BegunAssessment(
                person_ref=person,
                pack=chosen.ref,
                begun_on=acting.on,
                begun_by=acting.by.ref,
                why=why,
                supersedes=supersedes,
            )
        )
        this.store(
            models.Rating(
                person_ref=person,
                assessment_ref=begun.ref,
                place=Place.FIRST.value,
                pack=chosen.ref,
                on=acting.on,
                by=acting.by.ref,
                answers=models.Rating.kept(given),
                concluded=False,
            )
        )
        return begun


def prefilled(pack: Pack, record: Iterable[OnRecord]) -> tuple[Answer, ...]:
    """The items of a pack with what the record answers; what it does not is not known, and never no."""
    said = {each.item: each for each in record}
    return tuple(
        Answer(item.ref, said[item.ref].value, said[item.ref].value, said[item.ref].fact)
        if item.ref in said
        else Answer(item.ref)
        for item in pack.items
    )


def answered(before: Iterable[Answer], said: Mapping[str, Said]) -> tuple[Answer, ...]:
    """Answers with what was said since; an item nobody spoke of stays as it was."""
    return tuple(
        replace(each, value=said[each.item].value.strip(), why=said[each.item].why.strip())
        if each.item in said
        else each
        for each in before
    )


def answer(ref: str, said: Mapping[str, Said], acting: Acting) -> models.Rating:
    """Save answers, complete or not: only concluding is gated.

    Raises Refused without the power, for an assessment that is not open or is another's, and for an answer
    the item cannot have.
    """
    with _on(ref, acting) as (this, pack, rating):
        given = answered(rating.given, said)
        readable(this, pack, given)
        return saved(this, rating, given, acting)


def conclude(ref: str, said: Mapping[str, Said], band: str, why: str, acting: Acting) -> models.Rating:
    """Save the answers and conclude the assessment with a band: its clock is answered, sign-off is owed.

    The bands of the score, the band concluded and why stand beside each other. Raises Refused with all that
    `may_be_concluded` finds, and as `answer` does.
    """
    with _on(ref, acting) as (this, pack, rating):
        given = answered(rating.given, said)
        readable(this, pack, given)
        came = result(pack, given, on=acting.on)
        this.require(may_be_concluded(pack, given, came, band, why))
        skilled = trained(acting.by, pack.name, acting.law, on=acting.on)
        behind = stands_behind(pack, came, skilled, on=acting.on)
        this.because(behind)
        done = this.store(
            models.Assessment(
                person_ref=acting.about,
                instrument=_spelt(pack.name, acting),
                completed_on=acting.on,
            )
        )
        this.fact("base band", came.base_band or "none")
        this.fact("concluded", band or "no band")
        rating.concluded, rating.completes = True, done.ref
        rating.base_band, rating.adjusted_band = came.base_band, came.adjusted_band
        rating.band, rating.why = band, why
        rating.provisional, rating.stands = came.provisional, behind.allowed
        return saved(this, rating, given, acting)


def end(ref: str, why: str, acting: Acting) -> models.BegunAssessment:
    """End an open assessment without a conclusion, with the reason. Raises Refused without one."""
    with _on(ref, acting) as (this, _, _):
        this.require(Decision((Reason(bool(why.strip()), "a reason is given", RECORDS),)))
        row = models.BegunAssessment.objects.filter(ref=ref).as_known(acting.at).get()
        row.id, row.ended_on, row.ended_why = None, acting.on, why
        return this.store(row)


def acting_on(power: Power, acting: Acting, *, about_own: bool = False) -> AbstractContextManager[Act]:
    """`act_about`, as an `Acting` tells who acts, on whom, when and why."""
    return act_about(
        power,
        by=acting.by,
        about=acting.about,
        on=acting.on,
        law=acting.law,
        purpose=acting.purpose,
        at=acting.at,
        about_own=about_own,
    )


@contextmanager
def _on(ref: str, acting: Acting) -> Iterator[tuple[Act, Pack, models.Rating]]:
    """An act of the assessor on their open assessment."""
    with acting_on(Power.ASSESS_RISK, acting) as this:
        whole = assessment_of(acting.about, ref, known_at=acting.at)
        first = whole.first if whole is not None else None
        there = Reason(first is not None, "the assessment is on record", RECORDS)
        this.require(Decision((there,)))
        assert whole is not None
        assert first is not None
        pack = whole.pack
        this.require(
            Decision(
                (
                    Reason(whole.is_open, "it is open", RECORDS),
                    Reason(first.by == acting.by.ref, "they began it", RECORDS),
                    Reason(pack is not None, "its instrument is on the shelf", RECORDS),
                )
            )
        )
        assert pack is not None
        this.require(trained(acting.by, pack.name, acting.law, on=acting.on))
        this.fact("pack", pack.ref)
        yield this, pack, first


def readable(this: Act, pack: Pack, given: Iterable[Answer]) -> None:
    """Refuse an answer its item cannot have."""
    wrong = unreadable(pack, given)
    says = "; ".join(wrong) or "every answer is one its item can have"
    this.require(
        Decision((Reason(not wrong, says, pack.source.cite, "every answer is one its item can have"),))
    )


def saved(this: Act, row: models.Rating, given: Iterable[Answer], acting: Acting) -> models.Rating:
    """Store a rating anew with its answers."""
    row.id, row.on, row.answers = None, acting.on, models.Rating.kept(given)
    return this.store(row)


def _spelt(name: str, acting: Acting) -> str:
    """The instrument as policy spells it where it is one of changing risk, so that its clocks know it."""
    listed = acting.law["dynamic_instruments"].words(acting.on)
    return next((each for each in listed if each.casefold() == name.casefold()), name)
