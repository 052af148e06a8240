"""Sanctions on the register by the kind an instrument asks for, and which of them nobody can read.

The register holds offences of one Schedule, so what it counts is the least there was: none there is not
none, and is left to the assessor. Several offences sanctioned on one day are one sanction.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from watchkeeper.crimes.rules.codes import tidied
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.registers.facts import Disposal, Finding
from watchkeeper.risk.answers import OnRecord

SANCTIONS = frozenset({Finding.CONVICTION, Finding.CAUTION})
CONTACT = frozenset({"contact_adult", "contact_child"})
COUNTED = (*sorted(CONTACT), "noncontact", "images_indirect")
"""The items of OSP that count sanctions, each by the kind of its name."""
IS_ONE = (
    ("images_offence", frozenset({"images_indirect"}), SANCTIONS),
    ("contact_offending", CONTACT, SANCTIONS),
    ("noncontact_offence", frozenset({"noncontact"}), SANCTIONS),
    ("noncontact_conviction", frozenset({"noncontact"}), frozenset({Finding.CONVICTION})),
)
"""Items that ask whether there was one: of these kinds, and by these findings."""
ALL_OCCASIONS = ("sanctions", "violent_sanctions")
ONE_SCHEDULE = "not on record: the register holds only offences of Schedule 3, and this asks for any offence"
ACTS = {
    "SOA 2003": r"SOA 2003|Sexual Offences Act 2003",
    "PCA 1978": r"PCA 1978|Protection of Children Act 1978",
    "CJA 1988": r"CJA 1988|Criminal Justice Act 1988",
}
SECTION = {
    act: re.compile(rf"(?:{written}),?\s*s(?:ection|\.)?\s*([0-9]+[A-Z]?)\b", re.IGNORECASE)
    for act, written in ACTS.items()
}

NUMBERED = r"s(?:ec(?:t(?:ion)?)?s?|s)?\.?\s*"
A_SECTION = re.compile(rf"\b{NUMBERED}[0-9]", re.IGNORECASE)
SUBSECTION = re.compile(r"(?<=\S)\([0-9a-z]{1,4}\)", re.IGNORECASE)
ANOTHER = re.compile(
    rf"\s*(?:(?:and|or|to|with|plus|[,;/&+\u2013-])\s*)+\(?(?:{NUMBERED})?[0-9]", re.IGNORECASE
)
"""A number after the section that goes on the list: "s.66 and s.9", "66, 67", "9 to 12"."""


def kinds_of(offence: str, law: Shelf, *, on: date) -> frozenset[str]:
    """The kinds of sanction an offence as charged can be, by policy; empty where nobody can say.

    Read are a Home Office counting code, and an Act with its section. An attempt is not, nor are two
    sections, of one Act or several, however they are listed.

    >>> from watchkeeper.law import shelf
    >>> [*kinds_of("Exposure, SOA 2003 s.66", shelf.load(), on=date(2026, 3, 20))]
    ['noncontact']
    """
    text = " ".join(offence.split())
    for word in law["sanction_not_done"].words(on):
        if re.search(rf"\b{re.escape(word)}", text.casefold()):
            return frozenset()
    code = law["sanction_of_code"].on(on)
    found = _sections(text)
    sections = law["sanction_of_section"].on(on)
    if not isinstance(code, dict) or not isinstance(sections, dict):
        raise TypeError("a table of kinds of sanction is not a table")
    cell = code.get(tidied(text), "") if not found else ""
    if len(found) == 1:
        cell = sections.get(found.pop(), "")
    return frozenset(str(cell).split("/")) - {""}


def _sections(offence: str) -> set[str]:
    """The sections an offence names by their Act; more than one where it names any that is read as none."""
    text = SUBSECTION.sub("", offence)
    read = [(act, each) for act, pattern in SECTION.items() for each in pattern.finditer(text)]
    found = {f"{act} s.{each[1].upper()}" for act, each in read}
    listed = any(ANOTHER.match(text, each.end()) for _, each in read)
    if read and (listed or len(A_SECTION.findall(text)) > len(read)):
        found.add("another")
    return found


def counts(disposals: Sequence[Disposal], law: Shelf, *, on: date) -> Iterator[OnRecord]:
    """Items about kinds of sanction that the register answers by a day; of the others, why it does not.

    A count is filled in where every finding that could be of its kind is known to be, and has its day.
    """
    if not disposals:
        return
    kinds = {each.ref: kinds_of(each.offence, law, on=on) for each in disposals}
    for kind in COUNTED:
        yield _count(kind, disposals, kinds)
    for item, wanted, findings in IS_ONE:
        sure = [
            each.ref
            for each in disposals
            if each.finding in findings and kinds[each.ref] and kinds[each.ref] <= wanted
        ]
        if sure:
            yield OnRecord(item, "yes", f"{_named(sure)} on the register")
    for item in ALL_OCCASIONS:
        yield OnRecord(item, "", ONE_SCHEDULE)


def _count(kind: str, disposals: Iterable[Disposal], kinds: dict[str, frozenset[str]]) -> OnRecord:
    could = [each for each in disposals if not kinds[each.ref] or kind in kinds[each.ref]]
    sure = [
        each
        for each in could
        if each.finding in SANCTIONS and kinds[each.ref] == {kind} and each.relevant_date is not None
    ]
    days = {each.relevant_date for each in sure}
    left = [each.ref for each in could if each not in sure and each.relevant_date not in days]
    if left:
        return OnRecord(kind, "", f"not counted: the record does not say whether {_named(left)} is one")
    if not days:
        return OnRecord(kind, "", "none of the sanctions on the register is one; any other is not on it")
    fact = (
        f"{_named([each.ref for each in sure])} on the register; a sanction that is not on it is not counted"
    )
    return OnRecord(kind, str(len(days)), fact)


def _named(refs: Iterable[str]) -> str:
    return names(sorted(refs))
