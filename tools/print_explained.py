"""Print docs/explained.md: what the rules say of invented people, word for word."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields

from tests.spec.explained.asked import questions
from tests.spec.explained.cases import CASES
from tests.spec.explained.people import ON
from tools.pages import keep
from watchkeeper.briefing.explaining import explained
from watchkeeper.escalation.facts import Owed
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.decision import Decision
from watchkeeper.law.due import Due, Given
from watchkeeper.law.shelf import load
from watchkeeper.law.wording import day, names

PATH = "docs/explained.md"
HEAD = f"""# What the rules say

Printed from the invented people of `tests/spec/explained` by `make docs`; nobody here is real.
Every clock, decision and reason, word for word, as they stand on {day(ON)}. A change of any word
shows here and in the test beside the cases: read the change, then print again.
"""
UNCONFIRMED = ", *unconfirmed*"


def page() -> str:
    """The whole page."""
    return HEAD + "".join(f"\n{heading}\n\n{text}" for heading, text in sections().items())


def sections() -> dict[str, str]:
    """Each piece of the page by its heading, in order: one for each case and each question."""
    law, calendar = load(), england_and_wales()
    made: dict[str, str] = {}
    usual: frozenset[Due] = frozenset()
    for part, cases in CASES.items():
        made[f"## {part}"] = f"{len(cases)} people.\n"
        for name, case in cases.items():
            found = explained(case, law, calendar, on=ON)
            head = (
                found.period,
                f"Level {found.level or 'not recorded'}; {found.manager}.",
                f"Next: {found.step}",
            )
            lines = (*head, *_dues(found.dues, usual), *_owed(found.owed))
            usual = usual or frozenset(found.dues)
            made[f"### {_title(name)}"] = _drawn(lines)
    made["## Questions"] = "Each is asked of one rule, and answered with every reason.\n"
    for question, answer in questions():
        if f"### {question}" in made:
            raise ValueError(f"asked twice: {question}")
        made[f"### {question}"] = _drawn(_answer(answer))
    return made


def _dues(dues: tuple[Due, ...], usual: frozenset[Due]) -> Iterator[str]:
    """Each clock with its reasons; those the first person has, word for word, only by name."""
    for due in dues:
        if due not in usual:
            by = f" by {day(due.by)}" if due.by else ""
            about = f" ({due.about})" if due.about else ""
            yield f"**{due.duty}**{about}: {due.standing}{by} {_by(due.cite)}{_sure(due.confirmed)}"
            yield from (_given(given) for given in due.because)
    if same := [due.duty for due in dues if due in usual]:
        yield f"Word for word as the first person: {names(same)}."


def _given(given: Given) -> str:
    return f"  - {given.what}: {given.value} {_by(given.cite)}".rstrip()


def _owed(owed: tuple[Owed, ...]) -> Iterator[str]:
    for each in owed:
        since = f"since {day(each.since)}, by {day(each.by)}"
        lapsed = f", after {each.lapsed}" if each.lapsed else ""
        ranks = f"{each.first_rank} first, {each.rank} today"
        yield f"**Decide: {each.ground}** {since}; {ranks}{lapsed} {_by(each.cite)}{_sure(each.confirmed)}"
        yield from (f"  - {says}" for says in each.because)
        yield from (f"  - may: {option}" for option in each.options)


def _answer(answer: object) -> Iterator[str]:
    """A Decision by its reasons; any other answer field by field; a tuple line by line."""
    if isinstance(answer, Decision):
        yield "yes" if answer.allowed else "no"
        for reason in answer.reasons:
            yield f"  - {'met' if reason.met else 'not met'}: {reason.says} {_by(reason.cite)}"
    elif isinstance(answer, tuple):
        yield from (_given(each) if isinstance(each, Given) else f"  - {each}" for each in answer)
    else:
        for field in fields(answer):  # type: ignore[arg-type]
            value = getattr(answer, field.name)
            if isinstance(value, tuple):
                yield f"{field.name}:"
                yield from _answer(value)
            else:
                yield f"{field.name}: {value}"


def _drawn(lines: Iterable[str]) -> str:
    """Lines as a list; one already set in keeps its own mark."""
    return "".join(f"{line}\n" if line.startswith("  - ") else f"- {line}\n" for line in lines)


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]


def _by(cite: str) -> str:
    return f"[{cite}]" if cite else ""


def _sure(confirmed: bool) -> str:
    return "" if confirmed else UNCONFIRMED


if __name__ == "__main__":
    sys.exit(keep({PATH: page()}, sys.argv[1:]))
