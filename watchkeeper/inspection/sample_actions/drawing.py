"""Drawing a sample, keeping it, and drawing it again from what was kept."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Unpack

from watchkeeper.inspection import models
from watchkeeper.inspection.frames import frame
from watchkeeper.inspection.rules.drawing import draw, second_looks, strata_of
from watchkeeper.inspection.rules.reaching import still_to_come
from watchkeeper.inspection.sample_actions.seeing import PURPOSE, Asking, sample_for, within
from watchkeeper.inspection.sampled import Drawing, Sample, SampleTheme, StratumSize
from watchkeeper.inspection.stored import same_sample, sample_row
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce.acts import Act, act, alone, attempt
from watchkeeper.workforce.facts import Power

COME = "the day has come"


@dataclass(frozen=True, slots=True)
class SampleAgain:
    """A sample as it is stored, and what is drawn again from its seed, day and the record as known then."""

    sample: Sample
    again: Drawing

    @property
    def holds(self) -> bool:
        """Whether drawing again finds the same cases, in the same order, of the same frame."""
        return self.again == self.sample.drawing


def draw_sample(
    theme: SampleTheme,
    *,
    size: int | None,
    seed: str,
    drawn_on: date,
    unit: str,
    calendar: Calendar,
    keep: bool,
    account: str = "",
    **asked: Unpack[Asking],
) -> Sample:
    """Draw a sample of a theme as the force stood on a day; with `keep`, store it to be answered.

    `size`: cases to draw, None for as many as policy says. What could be drawn is worked out with no
    transaction open. Seed, size and the hash of what could be drawn are on the trail, kept or not. The same
    draw by the same officer is kept once, however often it is asked for.

    Raises Refused without the power, for a unit that is not the officer's to inspect, without a seed, for a
    size below 1, for a day to come, and where there is nothing to draw from.
    """
    law, at = asked["law"], asked["at"]
    size = law["sample_size"].whole(drawn_on) if size is None else size
    with attempt(Power.DRAW_SAMPLE, about="", purpose=PURPOSE, **asked) as trying:
        sown = Reason(bool(seed.strip()), "a seed is given", RECORDS)
        trying.require(Decision((*_may_draw(size, drawn_on, unit, asked), sown)))
        found = frame(theme, law, calendar, on=drawn_on, known_at=at, unit=unit)
        trying.require(
            Decision(
                (Reason(bool(found), f"there is a case to draw from (cases found: {len(found):,})", RECORDS),)
            )
        )
        drawing = draw(found, size, law, seed=seed, on=drawn_on)
        with trying.done() as this:
            noted = {"theme": theme, "of": drawing.of, "drawn": len(drawing.cases), "seed": seed}
            for name, value in {**noted, "frame": drawing.digest}.items():
                this.fact(name, value)
            if account:
                this.fact("account", account)
            sample = Sample("", theme, drawn_on, unit, seed, size, drawing, asked["by"].ref)
            return _kept(sample, this) if keep else sample


@dataclass(frozen=True, slots=True)
class Preview:
    """What a draw would take of each unit and kind, whatever its seed; no case is named.

    `size`: cases asked for. `second`: how many of those drawn are looked at twice.
    """

    strata: tuple[StratumSize, ...]
    size: int
    second: int

    @property
    def drawn(self) -> int:
        """Cases that would be drawn."""
        return sum(each.drawn for each in self.strata)

    @property
    def more(self) -> int:
        """Cases drawn beyond those asked for: policy has a few of each unit and kind drawn always."""
        return max(0, self.drawn - self.size)

    @property
    def of(self) -> int:
        """Cases that could be."""
        return sum(each.of for each in self.strata)


def preview_sample(
    theme: SampleTheme,
    *,
    size: int | None,
    drawn_on: date,
    unit: str,
    calendar: Calendar,
    **asked: Unpack[Asking],
) -> Preview:
    """How many a draw would take of each unit and kind. No seed changes that, and nobody is shown a case.

    Raises Refused as `draw_sample` does, but for the seed.
    """
    law = asked["law"]
    size = law["sample_size"].whole(drawn_on) if size is None else size
    with attempt(Power.DRAW_SAMPLE, about="", purpose=PURPOSE, **asked) as trying:
        trying.require(Decision(_may_draw(size, drawn_on, unit, asked)))
        found = frame(theme, law, calendar, on=drawn_on, known_at=asked["at"], unit=unit)
        strata = strata_of((each.stratum for each in found), size, law, on=drawn_on)
        drawn = sum(each.drawn for each in strata)
        with trying.done() as this:
            this.fact("theme", theme)
            this.fact("of", len(found))
    return Preview(strata, size, second_looks(drawn, law, on=drawn_on))


def repeat_sample(ref: str, *, calendar: Calendar, **asked: Unpack[Asking]) -> SampleAgain:
    """Draw a stored sample once more from what was known at its instant, and compare.

    Raises Refused without the power, where no sample is on record by that reference, and for a unit that is
    not the officer's to inspect.
    """
    with act(Power.DRAW_SAMPLE, about="", purpose=PURPOSE, **asked) as this:
        sample = sample_for(ref, this, asked)
    row = sample_row(ref, known_at=asked["at"])
    if row is None:
        raise AssertionError("unreachable: it was there")
    with attempt(Power.DRAW_SAMPLE, about="", purpose=PURPOSE, **asked) as trying:
        law = asked["law"]
        found = frame(sample.theme, law, calendar, on=sample.on, known_at=row.known_from, unit=sample.unit)
        again = SampleAgain(sample, draw(found, sample.size, law, seed=sample.seed, on=sample.on))
        with trying.done() as this:
            this.fact("sample", ref)
            this.fact("holds", again.holds)
    return again


def _may_draw(size: int, drawn_on: date, unit: str, asked: Asking) -> tuple[Reason, ...]:
    come = still_to_come(drawn_on, asked["on"])
    return (
        within(asked["by"], unit, asked["law"], on=asked["on"]),
        Reason(size >= 1, f"at least one case is asked for (it was {size})", RECORDS),
        Reason(not come, come or COME, RECORDS, COME),
    )


def _kept(sample: Sample, this: Act) -> Sample:
    """The sample as it is kept: a button pressed twice keeps one."""
    alone(f"sample by {sample.by}")
    before = same_sample(sample)
    if before is not None:
        this.fact("kept before", before.ref)
        return before.fact()
    return this.store(_row(sample)).fact()


def _row(sample: Sample) -> models.Sample:
    drawing = sample.drawing
    return models.Sample(
        ref="",
        theme=sample.theme.value,
        on=sample.on,
        unit=sample.unit,
        seed=sample.seed,
        size=sample.size,
        digest=drawing.digest,
        strata=json.dumps(
            [[each.stratum.unit, each.stratum.kind, each.of, each.drawn] for each in drawing.strata]
        ),
        cases=json.dumps(
            [[each.ref, each.stratum.unit, each.stratum.kind, each.second] for each in drawing.cases]
        ),
        by=sample.by,
    )
