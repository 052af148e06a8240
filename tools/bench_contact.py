"""How well the contact model says who will be in: synthetic truth, several seeds, attempts held out.

    .venv/bin/python -m tools.bench_contact            about a minute of CPU; writes docs/benchmarks.md
    .venv/bin/python -m tools.bench_contact --choose   held-out loss by number of classes and concentration

The truth is made here and nowhere else: seven rhythms of the week, each person somewhat more or less
at home than their rhythm and somewhat of their own mind in every cell. Attempts are made when they
are made today, mostly on weekdays in the day, so evenings are learnt from few. The model is not told
how the truth was made. Beside it stand the pooled mean of each cell, the person's own mean held to
it, and the best anybody could do who knew how the force was made (but not the people in it).
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from tools.pages import ROOT, section
from watchkeeper.law import shelf
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits import fitting
from watchkeeper.visits.rules.habits import Reals, chances
from watchkeeper.visits.rules.scoring import brier, calibration_error, gained, log_loss, reliability

HEADING = "Who is in, and when"
ON = date(2026, 11, 28)
PEOPLE = 7_100
SEEDS = range(1, 6)
PAST = (2, 4, 8, 16)
RHYTHMS = {  # weekday early, day, evening; weekend early, day, evening; how common
    "office hours": ((0.60, 0.12, 0.70, 0.75, 0.50, 0.55), 0.26),
    "early shift": ((0.15, 0.45, 0.75, 0.60, 0.55, 0.65), 0.14),
    "nights": ((0.30, 0.68, 0.25, 0.35, 0.60, 0.30), 0.11),
    "mostly at home": ((0.72, 0.66, 0.72, 0.70, 0.64, 0.68), 0.22),
    "out in the evening": ((0.66, 0.52, 0.22, 0.62, 0.45, 0.20), 0.09),
    "away at weekends": ((0.58, 0.35, 0.62, 0.20, 0.15, 0.22), 0.07),
    "seldom in": ((0.25, 0.18, 0.30, 0.28, 0.20, 0.26), 0.11),
}
OF_A_PERSON, OF_A_CELL = 0.6, 0.35  # standard deviations on the scale of log odds
WHEN = np.array([0.10, 0.60, 0.15, 0.04, 0.07, 0.04])  # cells in which visits are made today
OWN_HELD_BY = (2, 4, 6, 10)  # attempts at the pooled mean; the best of them is the rival
CEILING = 4_000  # people drawn to reckon with the whole truth
AIMS = {4: 0.20, 8: 0.35, 16: 0.50}


def population(draw: np.random.Generator, people: int) -> Reals:
    """The chance of being in of each invented person, by cell: (people, 6)."""
    means = np.array([mean for mean, _ in RHYTHMS.values()])
    which = draw.choice(len(means), people, p=[share for _, share in RHYTHMS.values()])
    odds = np.log(means / (1 - means))[which]
    odds = odds + draw.normal(0, OF_A_PERSON, (people, 1)) + draw.normal(0, OF_A_CELL, odds.shape)
    return 1 / (1 + np.exp(-odds))


@dataclass(frozen=True)
class Force:
    """Who is in, what was recorded of them, and one more attempt on each in every cell, held out."""

    truth: Reals
    seen: Reals
    tried: Reals
    held_out: Reals


def force(past: float, seed: int) -> Force:
    """An invented force with so many attempts on each person on average."""
    draw = np.random.default_rng([seed, int(past)])
    truth = population(draw, PEOPLE)
    tried = np.array([draw.multinomial(many, WHEN) for many in draw.poisson(past, PEOPLE)])
    seen = draw.binomial(tried, truth)
    return Force(truth, seen.astype(float), tried.astype(float), draw.binomial(1, truth).astype(float))


def pooled(made: Force) -> Reals:
    """The mean of everybody in each cell, for everybody."""
    return np.tile((made.seen.sum(0) + 1) / (made.tried.sum(0) + 2), (PEOPLE, 1))


def own(made: Force) -> Reals:
    """Each person's own mean in each cell, held to that of everybody: the best of several strengths."""
    mean = pooled(made)
    tries = [(made.seen + held * mean) / (made.tried + held) for held in OWN_HELD_BY]
    return min(tries, key=lambda said: log_loss(said, made.held_out))


def ceiling(made: Force) -> Reals:
    """What somebody would say who knew how forces are made: the mean of drawn people, by likelihood."""
    drawn = population(np.random.default_rng(99), CEILING)
    likely = made.seen @ np.log(drawn).T + (made.tried - made.seen) @ np.log(1 - drawn).T
    share = np.exp(likely - likely.max(axis=1, keepdims=True))
    return share / share.sum(axis=1, keepdims=True) @ drawn


def model(made: Force, law: Shelf) -> Reals:
    """What the contact model says."""
    habits = fitting.fit(made.seen, made.tried, seed=1, law=law, on=ON)
    return chances(made.seen, made.tried, habits).mean


def lines(law: Shelf) -> Iterator[str]:
    """The section of docs/benchmarks.md."""
    yield f"""
Printed by `python -m tools.bench_contact` ({PEOPLE:,} invented people, medians of {len(SEEDS)} seeds).
One attempt on each person in every cell of the week is held out. *Share of the possible gain* in log
loss: 0 is the pooled mean, 1 is knowing each person's true chances. *Attainable* is the best anybody
could say from the same attempts who knew how the force was made. An aim above it cannot be met
on this truth.

| attempts on each person | own mean | **contact model** (least, most) | attainable | aim | model ÷ own |
|---|---|---|---|---|---|
"""
    deciles: list[tuple[float, float]] = []
    fitted, scores_told = [], []
    for past in PAST:
        rows = []
        for seed in SEEDS:
            made = force(past, seed)
            began = time.process_time()
            ours = model(made, law)
            fitted.append(time.process_time() - began)
            says = (pooled(made), own(made), ours, ceiling(made))
            most, least = (log_loss(said, made.held_out) for said in (says[0], made.truth))
            gains = [gained(log_loss(said, made.held_out), least=least, most=most) for said in says]
            bands = reliability(ours.ravel(), made.held_out.ravel(), bands=10)
            best = made.truth.max(axis=1)
            regret = [
                float((best - made.truth[np.arange(PEOPLE), said.argmax(axis=1)]).mean()) for said in says[:3]
            ]
            scores = [brier(said, made.held_out) for said in says[:3]]
            rows.append([*gains[1:], *scores, calibration_error(bands), *regret])
            if past == PAST[2] and seed == SEEDS[0]:
                deciles = [(band.said, band.came) for band in bands]
        own_, ours_, top, *rest = (statistics.median(column) for column in zip(*rows, strict=True))
        aim = f"{AIMS[past]:.0%}" if past in AIMS else ""
        low, high = min(row[1] for row in rows), max(row[1] for row in rows)
        yield (
            f"| {past} | {own_:.0%} | **{ours_:.1%}** ({low:.1%}, {high:.1%}) | {top:.0%} | {aim} "
            f"| {ours_ / own_:.2f} |\n"
        )
        scores_told.append((past, *rest))
    yield """
The same, scored otherwise. *Calibration error* is how far what the model said lay from what came, in
chance, over ten bands. *Regret* is the chance of success lost by choosing the wrong hour of the six.

| attempts | Brier: pooled, own, model | calibration error | regret: pooled, own, model |
|---|---|---|---|
"""
    for past, *brier_and, off, r1, r2, r3 in scores_told:
        briers = ", ".join(f"{each:.4f}" for each in brier_and)
        yield f"| {past} | {briers} | {off:.3f} | {r1:.3f}, {r2:.3f}, {r3:.3f} |\n"
    yield f"\nReliability by decile at {PAST[2]} attempts, said and came:\n"
    yield ", ".join(f"{said:.2f} {came:.2f}" for said, came in deciles) + ".\n"
    yield (
        f"Learning from everybody's attempts takes {statistics.median(fitted):.1f} s of CPU. "
        "The model is never told who\nanybody is: only the hours at which a door was tried and whether "
        "they were found. The truth is\ninvented: these figures say that it learns what is there, not "
        "how people live.\n"
    )


def choose(law: Shelf) -> None:
    """Print the held-out log loss of several numbers of classes and strengths: what policy was chosen by."""
    for classes in (4, 6, 8, 12):
        for strength in (8.0, 16.0, 25.0):
            rows = {
                "habit_classes": classes,
                "habit_concentration": strength,
            }
            changed = {
                name: replace(law[name], values=((date(2004, 5, 1), value),)) for name, value in rows.items()
            }
            other = Shelf({**law.rows, **changed}, law.version)
            losses = []
            for past in PAST[1:]:
                made = force(past, 11)
                losses.append(log_loss(model(made, other), made.held_out))
            print(classes, strength, " ".join(f"{loss:.4f}" for loss in losses), flush=True)


def main() -> None:
    """Measure, print, and write the section."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--choose", action="store_true", help="try numbers of classes and strengths")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    given = parser.parse_args()
    law = shelf.load()
    if given.choose:
        choose(law)
        return
    text = "".join(lines(law))
    print(text)
    section(given.out, HEADING, text)


if __name__ == "__main__":
    main()
