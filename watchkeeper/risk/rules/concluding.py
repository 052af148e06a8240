"""When an assessment may be concluded, and what it then comes to. One that is incomplete is only saved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from watchkeeper.instruments.answering import Known, known, written
from watchkeeper.instruments.facts import Kind, Pack
from watchkeeper.instruments.scoring import FaultyError, Scored, of_known
from watchkeeper.instruments.using import eligible, may_conclude, may_decide
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.wording import names
from watchkeeper.risk.answers import Answer


@dataclass(frozen=True, slots=True)
class Result:
    """What the answers come to. `faults` are everything wrong with them; then there is no score.

    `base_band` is of the total, `adjusted_band` as the pack moves it; both are blank where one result is
    not reached. `provisional`: something not known could still change the band.
    """

    found: Known
    scored: Scored | None
    faults: tuple[str, ...]

    @property
    def base_band(self) -> str:
        """The band of the total itself, where all is known."""
        whole = self.scored is not None and self.scored.whole and self.scored.least is not None
        return self.scored.least.band if whole and self.scored and self.scored.least else ""

    @property
    def adjusted_band(self) -> str:
        """The band after it is moved, where all is known."""
        return self.scored.band if self.scored is not None and self.scored.whole else ""

    @property
    def provisional(self) -> bool:
        """Whether something not known could still change what it comes to."""
        return self.scored is None or bool(self.scored.unknown)


def unreadable(pack: Pack, given: Iterable[Answer]) -> tuple[str, ...]:
    """What was written for an item that it cannot be answered with: such an answer is not saved."""
    faults = []
    for each in given:
        try:
            item = pack.item(each.item)
            if each.value.strip():
                written(item, each.value)
        except KeyError:
            faults.append(f"{pack.name} does not ask about {each.item!r}")
        except ValueError as error:
            faults.append(f"{item.says}: {error}")
    return tuple(faults)


def result(pack: Pack, given: Iterable[Answer], *, on: date) -> Result:
    """What the answers come to on a day, derived anew each time from the pack and nothing else."""
    found, faults = known(pack, {each.item: each.value for each in given if each.value}, on=on)
    if faults:
        return Result(found, None, faults)
    try:
        return Result(found, of_known(pack, found), ())
    except FaultyError as error:
        return Result(found, None, error.faults)


def may_be_concluded(pack: Pack, given: Sequence[Answer], came: Result, band: str, why: str) -> Decision:
    """Whether an assessment may be concluded with a band, with everything it lacks at once.

    Nothing is wrong with the answers; it is known that the instrument is for the person; each answer that
    differs from the record says why; a judgement has every factor rated, a band and why in words; another
    band than the score's has a reason. Where something is not known the result is provisional, which is
    never the lowest band, and the officer says which band and why.
    """
    cite = pack.source.cite
    reasons = [_faultless(came)]
    if came.scored is None:
        return Decision(tuple(reasons))
    # These read as what must be so, and what an instrument is for is no sentence by itself.
    reasons += [
        replace(each, says=f"the instrument is known to be for this person: {each.says}")
        for each in eligible(pack, came.found).reasons
    ]
    unsaid = [pack.item(each.item).says for each in given if each.overrides and not each.why.strip()]
    told = (
        f"a reason is given where an answer differs from the record: {names(unsaid)}"
        if unsaid
        else ("each answer that differs from the record says why")
    )
    reasons.append(Reason(not unsaid, told, RECORDS))
    if pack.kind is Kind.JUDGEMENT:
        reasons += may_conclude(pack, came.scored, band, why).reasons
    elif pack.bands:
        reasons += _of_a_score(pack, came, band, why)
    elif came.provisional:
        missing = names([item.says for item in came.scored.unknown])
        reasons.append(
            Reason(bool(why.strip()), f"a reason is given why it ends with this not known: {missing}", cite)
        )
    return Decision(tuple(reasons))


def _faultless(came: Result) -> Reason:
    """That nothing is wrong with the answers. Which are wrong is said beside them, and not on the trail."""
    many = len(came.faults)
    wrong = f"{many} {'thing is' if many == 1 else 'things are'} wrong with the answers, told beside them"
    return Reason(not many, wrong if many else "nothing is wrong with the answers", RECORDS, "no fault")


def _of_a_score(pack: Pack, came: Result, band: str, why: str) -> list[Reason]:
    cite, scored = pack.source.cite, came.scored
    assert scored is not None
    bands = [each.name for each in pack.bands]
    there = band in bands
    reasons = [Reason(there, f"a band is given out of {names(bands)} ({band or 'none'} given)", cite)]
    said = bool(why.strip())
    if not scored.unknown:
        says = f"a reason is given for another band than {scored.band}"
        return [*reasons, Reason(not there or band == scored.band or said, says, cite)]
    many = len(scored.unknown)
    missing = f"{many} {'answer' if many == 1 else 'answers'} not known"
    sure = scored.least is not None and not scored.provisional
    low = there and pack.rank(band) == 0 and not sure
    return [
        *reasons,
        Reason(
            not low, f"with {missing} it is provisional, which is never {bands[0]}", cite, "nothing unknown"
        ),
        Reason(said, f"a reason is given for a band with {missing}", cite),
    ]


def stands_behind(pack: Pack, came: Result, trained: Decision, *, on: date) -> Decision:
    """Whether the score may stand behind a decision a person makes, with each reason why not."""
    if came.scored is None:
        return Decision((_faultless(came),))
    return may_decide(pack, came.found, came.scored, trained.allowed, on=on)
