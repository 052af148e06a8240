"""A warrant pack as the record alone would write it, section by section. Sexual Offences Act 2003, s.96B.

An officer edits it; what the record said is kept beside each version by digest, so that a
change since is seen. Whoever applies to a court without the other side there must tell it all
that might speak against the application: the section on disclosure is filled from the record.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.escalation.facts import Drawn, Pack, Prompt, Weighed
from watchkeeper.law.decision import Decision
from watchkeeper.law.wording import a, day, names
from watchkeeper.people.facts import Address, Away, Person
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import LONDON, Visit
from watchkeeper.visits.rules.outcomes import counts_towards_warrant

NOTHING = "Nothing is on record."
AGAINST_US = "What else is known that might speak against this application, in the officer's own words:"


class Section(StrEnum):
    """The sections of the pack, in the order a justice reads them."""

    APPLICATION = "The application"
    PERSON = "The person"
    PREMISES = "The premises"
    GROUNDS = "The requirements of section 96B, one by one"
    ATTEMPTS = "Schedule of attempts"
    NECESSITY = "Why entry and search are necessary"
    PROPORTIONALITY = "Proportionality"
    DISCLOSURE = "What speaks against the application"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a pack rests on: the record of one person as it stands."""

    person: Person
    level: Level | None
    drawn: Drawn
    weighed: Weighed | None
    addresses: tuple[Address, ...]
    away: tuple[Away, ...]
    visits: tuple[Visit, ...]
    shown: Decision  # every requirement of s.96B at the premises


def drafted(basis: Basis, *, on: date) -> dict[str, str]:
    """Every section as the record writes it: plain text, a line beginning with a dash is an item.

    Nothing in it hangs on the day it is read, so two drafts differ only when the record does.
    """
    visits = sorted((visit for visit in basis.visits if visit.day <= on), key=lambda one: (one.at, one.ref))
    return {
        Section.APPLICATION: _application(basis),
        Section.PERSON: _person(basis),
        Section.PREMISES: _premises(basis),
        Section.GROUNDS: _items(
            f"{reason.says} ({reason.cite}){'' if reason.met else ': NOT SHOWN'}"
            for reason in basis.shown.reasons
        ),
        Section.ATTEMPTS: _items(
            attempt(visit, basis.drawn.premises)
            for visit in visits
            if not (visit.outcome and visit.outcome.successful)
        ),
        Section.NECESSITY: basis.weighed.need if basis.weighed is not None else "",
        Section.PROPORTIONALITY: _answers(basis.weighed),
        Section.DISCLOSURE: _disclosure(basis, visits),
    }


def attempt(visit: Visit, premises: str) -> str:
    """One attempt as the schedule lists it: London's hour, whether it counts by s.96B(2)(d), why not."""
    counts = counts_towards_warrant(visit)
    why_not = [reason.says for reason in counts.unmet]
    if visit.premises != premises:
        why_not.append("made at other premises")
    crew = f"officers {names(visit.crew)}" if visit.crew else "no officer recorded"
    hour = f"{visit.at.astimezone(LONDON):%H:%M}"
    told = f"{hour}, {day(visit.day)}, at {visit.premises or 'premises not recorded'}, {crew}"
    purpose = visit.purpose or "purpose not recorded"
    ends = "counts as an occasion" if not why_not else f"does not count: {'; '.join(why_not)}"
    return f"{visit.ref}: {told}; {purpose}; {visit.outcome or 'outcome not recorded'}; {ends}."


def digests(sections: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Of each section, a digest of its words: what a version says the record was. No law asks for it."""
    return tuple((name, hashlib.sha256(words.encode()).hexdigest()) for name, words in sections.items())


def changed(pack: Pack | None, now: Mapping[str, str]) -> tuple[str, ...]:
    """The sections for which the record says something else than when the version was saved.

    A force may go on editing; it may not sign, s.96B(1), what the record no longer says.
    """
    if pack is None:
        return ()
    then = dict(pack.rests_on)
    return tuple(name for name, digest in digests(now) if then.get(name) != digest)


def _application(basis: Basis) -> str:
    drawn = basis.drawn
    weighed = basis.weighed
    rank = weighed.applicant_rank if weighed is not None else None
    who = f"{drawn.applicant}, {rank}" if rank is not None else drawn.applicant
    return (
        "A warrant is sought under section 96B of the Sexual Offences Act 2003, for a constable to enter the "
        "premises below and search them, in order to assess the risks posed by the person named below.\n"
        f"Applicant: {who}.\n"
        f"The decision to apply was taken on {day(drawn.decided_on)} by {a(drawn.rank)}, {drawn.decided_by}: "
        f"{drawn.reason}"
    )


def _person(basis: Basis) -> str:
    one = basis.person
    named = f"{one.given_names} {one.family_name}".strip() or "name not recorded"
    born = f"born on {day(one.born_on)}" if one.born_on else "date of birth not recorded"
    level = basis.level or "not recorded"
    return (
        f"{named}, {born}, reference {one.ref}, is subject to the notification requirements of Part 2 "
        f"of the Act.\nLevel of risk: {level}."
    )


def _premises(basis: Basis) -> str:
    for address in basis.addresses:
        if address.ref == basis.drawn.premises:
            since = f", since {day(address.since)}" if address.since else ""
            where = ", ".join(part for part in (address.line, address.postcode) if part) or "not recorded"
            return f"{where} ({address.kind}{since}; {address.ref} on our record)."
    return basis.drawn.premises


def _answers(weighed: Weighed | None) -> str:
    if weighed is None:
        return ""
    said = dict(weighed.answers)
    return "\n\n".join(
        f"{prompt}\n{said[prompt]}" for prompt in Prompt if prompt is not Prompt.AGAINST and said.get(prompt)
    )


def _disclosure(basis: Basis, visits: list[Visit]) -> str:
    premises = basis.drawn.premises
    counting = [v for v in visits if v.premises == premises and counts_towards_warrant(v).allowed]
    seen = [visit for visit in visits if visit.outcome is not None and visit.outcome.successful]
    items = [
        *((f"times seen in all: {len(seen)}, last on {day(seen[-1].day)} ({seen[-1].ref})",) if seen else ()),
        *(
            f"seen since the first attempt that counts: {day(visit.day)}, {visit.outcome} ({visit.ref})"
            for visit in seen
            if counting and visit.at > counting[0].at
        ),
        *(
            f"attempt that does not count: {visit.ref}, {day(visit.day)}, {visit.outcome or 'no outcome'}"
            for visit in visits
            if visit not in seen and visit not in counting
        ),
        *(
            f"visit announced beforehand: {visit.ref}, {day(visit.day)}"
            for visit in visits
            if visit.notice_hours is not None
        ),
        *(
            f"out of reach, {span.kind}, from {day(span.since)} "
            + (f"until {day(span.until)}" if span.until else "with no end recorded")
            for span in basis.away
        ),
        *(
            f"another address on record: {one.ref}, {one.kind}"
            for one in basis.addresses
            if one.ref != premises
        ),
    ]
    said = dict(basis.weighed.answers).get(Prompt.AGAINST, "") if basis.weighed is not None else ""
    return f"{_items(items) or NOTHING}\n\n{AGAINST_US}\n{said}".strip()


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
