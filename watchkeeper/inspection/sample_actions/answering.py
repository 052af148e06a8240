"""Answering the questions of a case, and reading what a sample found once every look at it is in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Unpack

from watchkeeper.inspection import models
from watchkeeper.inspection.rules.agreement import agreement
from watchkeeper.inspection.rules.answering import (
    awaited,
    complete,
    may_answer,
    pairs,
    readable,
    turn_of,
)
from watchkeeper.inspection.rules.estimating import enough, estimate
from watchkeeper.inspection.rules.settling import counted, state, unsettled
from watchkeeper.inspection.sample_actions.seeing import PURPOSE, Asking, sample_for
from watchkeeper.inspection.sampled import (
    SUBJECTS,
    Agreement,
    Answer,
    BegunAnswers,
    CaseAnswers,
    Differing,
    Estimate,
    Sample,
    SampleState,
    Settled,
    Turn,
)
from watchkeeper.inspection.stored import answers_of, begun_by, settled_of, told_on
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class Result:
    """What a sample says of one question, and how far the two who looked apart agreed on it.

    `enough`: it rests on as many answers as policy asks. `settled`: differences a third officer settled.
    """

    question: str
    estimate: Estimate
    agreement: Agreement
    enough: bool
    settled: int


@dataclass(frozen=True, slots=True)
class Read:
    """A sample as one officer may read it.

    `looks` is how many came in, of `of`; `results` are there once all have. `waits`: the looks nobody took
    yet at each case; `turns`: the one that is theirs to take; `begun`: what they kept half-way. `open` are
    the differences nobody settled yet, `settled` those a third officer did.
    """

    sample: Sample
    readable: tuple[CaseAnswers, ...]
    looks: int
    of: int
    state: SampleState
    waits: Mapping[str, tuple[Turn, ...]]
    turns: Mapping[str, Turn]
    begun: Mapping[str, BegunAnswers]
    open: tuple[Differing, ...]
    settled: tuple[Settled, ...]
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
    an officer who took the other or whom a finding of the case was put to.
    """
    with act(Power.ANSWER_SAMPLE, about="", purpose=PURPOSE, **asked) as this:
        drawn = sample_for(sample, this, asked)
        given, told = answers_of(sample, known_at=asked["at"]), told_on(sample, known_at=asked["at"])
        this.require(may_answer(drawn, case, turn, answers, given, told, asked["by"].ref))
        this.fact("case", case)
        this.fact("turn", turn)
        return this.store(
            models.CaseAnswers(
                ref="",
                sample_ref=sample,
                case_ref=case,
                turn=turn.value,
                answers=_kept(answers),
                note=note.strip(),
                by=asked["by"].ref,
            )
        )


def keep_answers(
    sample: str, case: str, answers: Mapping[str, Answer], *, note: str = "", **asked: Unpack[Asking]
) -> models.BegunAnswers:
    """Keep what an officer answered of a case so far, for themselves alone, until they give it.

    Raises Refused without the power, for a sample or a case that is not theirs, that was not drawn or whose
    looks they may not take, and for a question the theme does not ask.
    """
    with act(Power.ANSWER_SAMPLE, about="", purpose=PURPOSE, **asked) as this:
        drawn = sample_for(sample, this, asked)
        given, told = answers_of(sample, known_at=asked["at"]), told_on(sample, known_at=asked["at"])
        by = asked["by"].ref
        theirs = drawn.case(case) is not None and turn_of(drawn, given, told, case, by) is not None
        known = set(answers) <= set(SUBJECTS[drawn.theme].questions)
        this.require(
            Decision(
                (
                    Reason(theirs, "a look at the case waits for them", RECORDS),
                    Reason(known, "the theme asks each question", RECORDS),
                )
            )
        )
        this.fact("case", case)
        return this.store(
            models.BegunAnswers(
                ref="", sample_ref=sample, case_ref=case, answers=_kept(answers), note=note.strip(), by=by
            )
        )


def read_sample(ref: str, **asked: Unpack[Asking]) -> Read:
    """A sample with the answers this officer may read, and its results once every look is in.

    Raises Refused without the power and for a unit that is not the officer's to inspect.
    """
    with act(Power.READ_SAMPLE, about="", purpose=PURPOSE, **asked) as this:
        sample = sample_for(ref, this, asked)
        given, settled = answers_of(ref, known_at=asked["at"]), settled_of(ref, known_at=asked["at"])
        by, told = asked["by"].ref, told_on(ref, known_at=asked["at"])
        refs = [each.ref for each in sample.drawing.cases]
        turns = ((each, turn_of(sample, given, told, each, by)) for each in refs)
        return Read(
            sample,
            readable(sample, given, by),
            len(given),
            sum(2 if each.second else 1 for each in sample.drawing.cases),
            state(sample, given, settled),
            {each: awaited(sample, given, each) for each in refs},
            {case: turn for case, turn in turns if turn is not None},
            begun_by(ref, by, known_at=asked["at"]),
            unsettled(sample, given, settled),
            settled,
            results(sample, given, settled, asked["law"]) if complete(sample, given) else (),
        )


def results(
    sample: Sample, given: Sequence[CaseAnswers], settled: Sequence[Settled], law: Shelf
) -> tuple[Result, ...]:
    """The estimate and the agreement of each question of a sample whose every look is in.

    Estimates rest on the first looks, and on what a third officer settled; agreement on what the two said.
    """
    answers = counted(given, settled)
    confidence = law["sample_confidence"].share(sample.on)
    found = []
    for question in SUBJECTS[sample.theme].questions:
        said = [(each.stratum, answers[each.ref][question]) for each in sample.drawing.cases]
        share = estimate(sample.drawing.strata, said, law, on=sample.on)
        found.append(
            Result(
                question,
                share,
                agreement(pairs(given, question), confidence=confidence),
                enough(share, law, on=sample.on),
                sum(1 for each in settled if each.question == question),
            )
        )
    return tuple(found)


def _kept(answers: Mapping[str, Answer]) -> str:
    return json.dumps({name: said.value for name, said in answers.items()})
