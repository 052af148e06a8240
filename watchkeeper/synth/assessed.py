"""Assessments made with an instrument: for some of the force, with every answer, its source and its band."""

import json
from dataclasses import asdict
from datetime import date
from functools import cache
from random import Random
from typing import Any

from watchkeeper.instruments.counting import years
from watchkeeper.instruments.scoring import Scored, scored
from watchkeeper.instruments.shelf import load
from watchkeeper.people.facts import Sex
from watchkeeper.risk.answers import Answer, Place
from watchkeeper.risk.facts import LEVELS, Level
from watchkeeper.synth import rates
from watchkeeper.synth.history import NO, YES, History, Row, iso

PACK = "osp_dc_2026"
COUNTS = ("contact_adult", "contact_child", "noncontact", "images_indirect", "sanctions")
LIVES: tuple[tuple[tuple[int, int, int, int, int], str], ...] = (
    ((3, 2, 1, 0, 7), "yes"),
    ((2, 1, 1, 0, 4), "yes"),
    ((1, 1, 1, 0, 3), "yes"),
    ((1, 0, 0, 0, 2), "no"),
    ((0, 1, 0, 0, 1), "no"),
    ((0, 0, 0, 1, 1), "no"),
)
"""Counts of sanctions, and whether the victim was a stranger, gravest first; bands follow from the pack."""
BEFORE_CONVICTION = 60  # days from the offence to the conviction


def assessed(h: History) -> None:
    """For a share of the men: an assessment at or below their level, one above it with a reason, or one open.

    Drawn apart from the rest of a life, so that nothing else in it moves.
    """
    rng = Random(f"{h.force.seed}:assessed:{h.number}")
    if h.wish.plain or h.kind == "young" or not may_be_scored(h):
        return
    draw, day = rng.random(), h.last - rng.randint(*rates.ASSESSED_DAYS)
    if draw < rates.ASSESSED:
        if day <= max(h.level_since, h.windows[-1][0]):
            return
        reasoned = h.level is Level.LOW and rng.random() < rates.LEVEL_WITH_REASON
        row = made_for(h, Level.HIGH if reasoned else h.level, day)
        if reasoned and row is not None and row["band"] != Level.LOW:
            with_reason(h, row)
    elif draw < rates.ASSESSED + rates.ASSESSING:
        begin(h, h.last - rng.randint(*rates.ASSESSING_DAYS), h.manager(h.last))


def may_be_scored(h: History) -> bool:
    """Whether the instrument is for this person, at liberty today."""
    at_liberty = bool(h.windows) and h.windows[-1][1] == h.last
    return at_liberty and h.rows["people"][0]["sex"] == Sex.MALE


def made_for(h: History, level: Level, day: int, by: str = "", *, trained: bool = True) -> Row | None:
    """The gravest assessment that points no higher than a level, signed off; None where there is none."""
    for life in LIVES:
        answers = answered(h, life)
        came = _came(life, *_ages(h, day))
        if came.least is None or LEVELS.index(Level(came.band)) < LEVELS.index(level):
            continue
        row = begin(h, day, by or h.manager(day))
        done = h.add(
            "assessments", day, instrument=load()[PACK].name, completed_on=iso(day), signed_off_on=iso(day)
        )
        row["signed_off_by"], row["sign_off_says"] = h.sergeant, "Read with the file"
        rating = h.rows["ratings"][-1]
        rating.update(
            answers=_kept(answers),
            concluded=YES,
            base_band=came.least.band,
            adjusted_band=came.band,
            band=came.band,
            provisional=NO,
            stands=YES if trained else NO,
            completes=done["ref"],
        )
        return rating
    return None


def begin(h: History, day: int, by: str) -> Row:
    """An assessment begun on a day, with what the record says; nothing else is known yet."""
    pack = load()[PACK]
    row = h.add(
        "assessments_begun", day, pack=pack.ref, begun_on=iso(day), begun_by=by, why="Level of risk set"
    )
    h.add(
        "ratings",
        day,
        assessment_ref=row["ref"],
        place=Place.FIRST,
        pack=pack.ref,
        on=iso(day),
        by=by,
        answers=_kept([Answer(item.ref, *_recorded(h, item.ref)) for item in pack.items]),
        concluded=NO,
    )
    return row


def with_reason(h: History, rating: Row) -> None:
    """A level below the score, set again that day with the reason."""
    level = h.add("levels", _day(rating), level=h.level, set_on=rating["on"], set_by=h.sergeant)
    h.add(
        "level_reasons",
        _day(rating),
        level_ref=level["ref"],
        says="In a nursing home, and seen there every week",
        points_to=rating["band"],
        rating_ref=rating["ref"],
    )


def answered(h: History, life: tuple[tuple[int, ...], str]) -> list[Answer]:
    """Every answer of an assessment; what the record says is said to be the record's."""
    counts, stranger = life
    said = {
        **dict(zip(COUNTS, map(str, counts), strict=True)),
        "stranger_victim": stranger,
        "supervision": "community",
        "start_date": iso(h.windows[-1][0]),
        "last_offence_date": iso(h.relevant - BEFORE_CONVICTION),
    }
    found = []
    for item in load()[PACK].items:
        value, recorded, fact = _recorded(h, item.ref)
        found.append(Answer(item.ref, value or said.get(item.ref, ""), recorded, fact))
    return found


def _recorded(h: History, item: str) -> tuple[str, str, str]:
    """What the record says of an item, twice, and which fact; blanks where it says nothing."""
    record = {
        "sex": (h.rows["people"][0]["sex"], f"record of {h.ref}"),
        "birth_date": (iso(h.born), f"record of {h.ref}"),
        "sexual_history": ("yes", f"finding {h.ref}-D1 on the register"),
        "last_sexual_sanction_date": (iso(h.relevant), f"finding {h.ref}-D1 on the register"),
    }
    value, fact = record.get(item, ("", ""))
    return str(value), str(value), fact


def _ages(h: History, day: int) -> tuple[int, int, int, int, int]:
    """The ages and years the instrument asks, worked out as its pack does."""
    born, start, last, today = (date.fromordinal(n) for n in (h.born, h.windows[-1][0], h.relevant, day))
    offence = date.fromordinal(h.relevant - BEFORE_CONVICTION)
    pairs = ((born, start), (born, last), (start, today), (last, today), (offence, today))
    one, two, three, four, five = (max(0, int(years(*pair))) for pair in pairs)
    return one, two, three, four, five


@cache  # a few thousand sets of answers stand behind a million assessments
def _came(
    life: tuple[tuple[int, ...], str], start: int, last: int, free: int, since: int, clear: int
) -> Scored:
    counts, stranger = life
    ages = {"age_start": start, "age_last_sexual": last, "years_in_community": free}
    ages |= {"years_since_sexual": since, "years_since_offence": clear}
    answers: dict[str, Any] = {**dict(zip(COUNTS, counts, strict=True)), **ages}
    said = {name: str(value) for name, value in answers.items()}
    said |= {"sex": "male", "sexual_history": "yes", "stranger_victim": stranger, "supervision": "community"}
    return scored(load()[PACK], said, on=date(2026, 1, 1))  # no date among them: the day changes nothing


def _kept(answers: list[Answer]) -> str:
    return json.dumps([asdict(each) for each in answers], ensure_ascii=False)


def _day(row: Row) -> int:
    return date.fromisoformat(row["on"]).toordinal()
