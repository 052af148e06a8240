"""What the register already says in answer to the items of an instrument, each with the fact that says it.

Nothing is guessed: a fact that is not recorded answers nothing, and the register of one Act does not know
every sanction somebody has. The assessor sees the source of each answer, and may say otherwise.
"""

from collections.abc import Iterator
from datetime import date

from watchkeeper.briefing.sanctions import SANCTIONS, counts
from watchkeeper.instruments.counting import years
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.people.facts import AwayKind, Person, Sex, away_on
from watchkeeper.registers.facts import Disposal, Finding, Subject
from watchkeeper.risk.answers import OnRecord

WHERE = {AwayKind.CUSTODY: "custody", AwayKind.REMAND: "remand"}
"""How instruments name where somebody is, of those the record can tell."""


def on_record(subject: Subject, law: Shelf, *, on: date) -> tuple[OnRecord, ...]:
    """What is on record of a person by a day, by the item it answers, whichever instrument asks.

    Sex and date of birth; age from it; that there was a sexual sanction, for every finding on the register
    is of an offence in Schedule 3; the day of the newest, where each has its day; the day of the newest
    conviction; the end of custody that followed it; and custody or remand today. Sanctions by kind are
    counted where each can be read; where not, the item has no value, and the fact says which could not.
    """
    past = [each for each in subject.disposals if each.relevant_date is None or each.relevant_date <= on]
    return (
        *_of_person(subject.person, on),
        *_of_findings(subject, past, on),
        *counts(past, law, on=on),
    )


def _of_person(person: Person, on: date) -> Iterator[OnRecord]:
    fact = f"record of {person.ref}"
    if person.sex is not Sex.NOT_RECORDED:
        yield OnRecord("sex", person.sex.value, fact)
    if person.born_on is not None:
        yield OnRecord("birth_date", person.born_on.isoformat(), fact)
        yield OnRecord("age", str(years(person.born_on, on)), f"{fact}: born on {day(person.born_on)}")


def _of_findings(subject: Subject, past: list[Disposal], on: date) -> Iterator[OnRecord]:
    sanctions = [each for each in past if each.finding in SANCTIONS]
    if sanctions:
        yield OnRecord("sexual_history", "yes", f"{sanctions[0].finding} {sanctions[0].ref} on the register")
    newest = _newest(sanctions)
    if newest is not None and newest.relevant_date is not None:
        said = newest.relevant_date.isoformat()
        yield OnRecord("last_sexual_sanction_date", said, f"{newest.finding} {newest.ref} on the register")
    convicted = _newest([each for each in past if each.finding is Finding.CONVICTION])
    if convicted is not None and convicted.relevant_date is not None:
        fact = f"conviction {convicted.ref} on the register"
        yield OnRecord("conviction_date", convicted.relevant_date.isoformat(), fact)
        ended = [
            (span.until, span.ref)
            for span in subject.away
            if span.kind is AwayKind.CUSTODY
            and span.until is not None
            and convicted.relevant_date <= span.until <= on
        ]
        if ended:
            until, ref = max(ended)
            yield OnRecord("start_date", until.isoformat(), f"end of custody {ref}")
    span = away_on(subject.away, on)
    if span is not None and span.kind in WHERE:
        yield OnRecord("supervision", WHERE[span.kind], f"{span.kind} {span.ref} since {day(span.since)}")


def _newest(findings: list[Disposal]) -> Disposal | None:
    """The newest of some findings; None where there are none, or any has no day and might be the newest."""
    if not findings or any(each.relevant_date is None for each in findings):
        return None
    return max(findings, key=lambda each: (each.relevant_date or date.min, each.ref))
