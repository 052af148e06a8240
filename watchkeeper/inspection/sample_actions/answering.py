"""Answering the questions of a case, and reading what a sample found once every look at it is in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Unpack

from watchkeeper.inspection import models
from watchkeeper.inspection.rules.agreement import agreement
from watchkeeper.inspection.rules.answering import complete, may_answer, pairs, readable
from watchkeeper.inspection.rules.estimating import estimate
from watchkeeper.inspection.sample_actions.seeing import PURPOSE, Asking, sample_for
from watchkeeper.inspection.sampled import (
    SUBJECTS,
    Agreement,
    Answer,
    CaseAnswers,
    Estimate,
    Sample,
    Turn,
)
from watchkeeper.inspection.stored import answers_of
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class Result:
    """What a sample says of one question, and how far the two who looked apart agreed on it."""

    question: str
    estimate: Estimate
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Read:
    """A sample as one officer may read it. `looks` is how many came in; `results` are there once all have."""

    sample: Sample
    readable: tuple[CaseAnswers, ...]
    looks: int
    results: tuple[Result, ...]


def answer_case(
    sample: str,
    case: str,
    turn: Turn,
    answers: Mapping[str, Answer],
    *,
    note: str = "",
    **asked: Unpack[Asking],
) -> models.CaseAnswers:
    """Record one officer's answers to every question of a case; they stand as given.

    The note is kept and never put on the trail. Raises Refused without the power, for a sample or a case that
    is not theirs or was not drawn, where a question is left out, where that look was taken already, and for
    an officer who took the other.
    """
    with act(Power.ANSWER_SAMPLE, about="", purpose=PURPOSE, **asked) as this:
        drawn = sample_for(sample, this, asked)
        given = answers_of(sample, known_at=asked["at"])
        this.require(may_answer(drawn, case, turn, answers, given, asked["by"].ref))
        this.fact("case", case)
        this.fact("turn", turn)
        return this.store(
            models.CaseAnswers(
                ref="",
                sample_ref=sample,
                case_ref=case,
                turn=turn.value,
                answers=json.dumps({name: said.value for name, said in answers.items()}),
                note=note.strip(),
                by=asked["by"].ref,
            )
        )


def read_sample(ref: str, **asked: Unpack[Asking]) -> Read:
    """A sample with the answers this officer may read, and its results once every look is in.

    Raises Refused without the power and for a unit that is not the officer's to inspect.
    """
    with act(Power.READ_SAMPLE, about="", purpose=PURPOSE, **asked) as this:
        sample = sample_for(ref, this, asked)
        given = answers_of(ref, known_at=asked["at"])
        found = results(sample, given, asked["law"]) if complete(sample, given) else ()
        return Read(sample, readable(sample, given, asked["by"].ref), len(given), found)


def results(sample: Sample, given: tuple[CaseAnswers, ...], law: Shelf) -> tuple[Result, ...]:
    """The estimate and the agreement of each question. Estimates rest on the first looks."""
    first = {each.case: each.answers for each in given if each.turn is Turn.FIRST}
    confidence = law["sample_confidence"].share(sample.on)
    found = []
    for question in SUBJECTS[sample.theme].questions:
        said = [(each.stratum, first[each.ref][question]) for each in sample.drawing.cases]
        found.append(
            Result(
                question,
                estimate(sample.drawing.strata, said, law, on=sample.on),
                agreement(pairs(given, question), confidence=confidence),
            )
        )
    return tuple(found)
