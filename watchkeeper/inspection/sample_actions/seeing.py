"""Whose samples an officer may draw, read and answer: of their own unit, or of all who work for the force."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TypedDict

from watchkeeper.inspection.rules.answering import BLIND, blind_to
from watchkeeper.inspection.rules.reaching import wide
from watchkeeper.inspection.sampled import Sample
from watchkeeper.inspection.stored import answers_of, sample_row, told_on
from watchkeeper.inspection.tracked import Finding
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Act
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.rules.authority import MEASURING

INSPECTS = "inspects the unit"

PURPOSE = "dip sample"


class Asking(TypedDict):
    """Who acts, on which day, under which law, and the instant it is written down as."""

    by: Officer
    on: date
    law: Shelf
    at: datetime


def within(by: Officer, unit: str, law: Shelf, *, on: date) -> Reason:
    """That a unit, "" for the whole force, is the officer's to inspect.

    Who inspects nothing but may be put a finding, an allocator or a coordinator say, reads that and no other.
    """
    if by.role not in MEASURING:
        return Reason(False, "inspects no unit: what was put to them is theirs to read", RECORDS, INSPECTS)
    met = wide(by, law, on=on) or (unit != "" and unit == by.unit)
    return Reason(met, "inspects this unit" if met else "inspects their own unit alone", RECORDS, INSPECTS)


def put_to(owner: str, unit: str, asked: Asking) -> Reason:
    """That what came of a sample was put to the officer, or is of a unit they inspect."""
    met = owner == asked["by"].ref or within(asked["by"], unit, asked["law"], on=asked["on"]).met
    return Reason(met, "it was put to them, or they inspect its unit", RECORDS)


def open_to(sample: Sample, found: Finding, whose: Collection[str], asked: Asking) -> Reason:
    """That a finding, or what was recommended on it, tells the officer of no look they could still take.

    `whose`: officers, by ref, who own or wrote what is read.
    """
    by, given = asked["by"].ref, answers_of(sample.ref, known_at=asked["at"])
    told = told_on(sample.ref, known_at=asked["at"])
    met = by in whose or not blind_to(sample, given, told, found.cases, by)
    return Reason(met, "no case of it waits for a look of theirs, which it would tell the first of", BLIND)


def sample_for(ref: str, this: Act, asked: Asking) -> Sample:
    """A sample on record, for an officer who may inspect its unit. Raises Refused otherwise."""
    row = sample_row(ref, known_at=asked["at"])
    this.require(Decision((Reason(row is not None, "a sample is on record by that reference", RECORDS),)))
    if row is None:
        raise AssertionError("unreachable: an unmet reason is refused")
    this.require(Decision((within(asked["by"], row.unit, asked["law"], on=asked["on"]),)))
    this.fact("sample", ref)
    return row.fact()
