"""The form of an instrument: its items in groups, each with what the record says, and what was answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from watchkeeper.instruments.expressions import ON
from watchkeeper.instruments.facts import Asked, Item, Pack
from watchkeeper.law.wording import day
from watchkeeper.risk.actions.assessing import Said
from watchkeeper.risk.answers import Answer
from watchkeeper.risk.rules.concluding import unreadable
from watchkeeper.web import form_parts as parts
from watchkeeper.web.assessment_words import called
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import Entered

ITEM, WHY = "item-", "why-"
NOT_KNOWN = "Not known"
BLANK = "Leave it blank where it is not known."


@dataclass(frozen=True, slots=True)
class Question:
    """One item as the form asks it, and the line for why it is other than the record says."""

    part: parts.Part
    source: str
    why: parts.Part | None


@dataclass(frozen=True, slots=True)
class Group:
    """Items asked together."""

    says: str
    questions: tuple[Question, ...]


def groups(pack: Pack, given: Iterable[Answer]) -> list[Group]:
    """The items of an instrument under its sections; those under none come first."""
    known = {each.item: each for each in given}
    named = {section.ref for section in pack.sections}
    told = [("", "What it asks"), *((section.ref, section.says) for section in pack.sections)]
    found = []
    for ref, says in told:
        items = [item for item in pack.items if (item.section if item.section in named else "") == ref]
        if items:
            asked = tuple(_question(pack, item, known.get(item.ref, Answer(item.ref))) for item in items)
            found.append(Group(says, asked))
    return found


def said(form: Entered, pack: Pack) -> dict[str, Said]:
    """What the form says of each item. One that it does not ask at all stays as it was."""
    found = {}
    for item in pack.items:
        name = f"{ITEM}{item.ref}"
        if item.asked is Asked.DAY:
            if f"{name}-day" not in form.data:
                continue
            on = form.day(name)
            value = on.isoformat() if on is not None else ""
        elif name in form.data:
            value = form.text(name)
        else:
            continue
        found[item.ref] = Said(value, form.text(f"{WHY}{item.ref}"))
    if form.problems:  # a day that is none is not the only thing said
        for item in pack.items:
            if item.ref in found:
                for each in unreadable(pack, [Answer(item.ref, found[item.ref].value.strip())]):
                    form.wrong(f"{ITEM}{item.ref}", f"Not recorded: {each}")
    return found


def shown(item: Item, value: str) -> str:
    """An answer in words."""
    if not value:
        return NOT_KNOWN.lower()
    if item.asked is Asked.DAY:
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value
    return value


def bands(pack: Pack, scored: str = "") -> parts.Part:
    """Which band is concluded: none is ticked before, and that of the score stands beside as said."""
    hint = f"By the score: {scored}. The band is yours to conclude." if scored else ""
    items = [(band.name, sentence(band.name), band.says) for band in pack.bands]
    return parts.radios("band", "Which band do you conclude?", items, hint)


def _question(pack: Pack, item: Item, answer: Answer) -> Question:
    source = f"{sentence(answer.fact)}." if answer.fact else ""
    if answer.recorded:
        source = f"From the record: {shown(item, answer.recorded)} ({answer.fact})."
    why = None
    if answer.recorded:
        why = parts.line(f"{WHY}{item.ref}", f"If that is wrong, why ({item.says})?", "", answer.why)
    return Question(_part(pack, item, answer, source), source, why)


def _part(pack: Pack, item: Item, answer: Answer, source: str) -> parts.Part:
    name, label = f"{ITEM}{item.ref}", sentence(item.says)
    hint = " ".join(part for part in (source, item.guidance, _otherwise(pack, item)) if part)
    match item.asked:
        case Asked.YES_NO:
            given = {"true": "yes", "false": "no"}.get(answer.value.casefold(), answer.value)
            return parts.yes_no(name, label, hint, given)
        case Asked.CHOICE:
            told: Sequence[parts.Item] = [(each.name, sentence(each.name), "") for each in item.choices]
            return parts.radios(name, label, [*told, ("", NOT_KNOWN, "")], hint, answer.value)
        case Asked.DAY:
            return parts.day(name, label, f"{hint} {BLANK}".strip(), _day(answer.value))
        case _:
            return parts.line(name, label, f"{hint} {_bounds(item)} {BLANK}".strip(), answer.value, "5")


def _bounds(item: Item) -> str:
    kind = "A whole number" if item.asked is Asked.WHOLE else "A number"
    return f"{kind} from {item.least} to {item.most}." if item.least is not None else f"{kind}."


def _otherwise(pack: Pack, item: Item) -> str:
    if not item.worked_out:
        return ""
    names: Mapping[str, None] = dict.fromkeys(
        called(pack, name) for formula in item.worked_out for name in sorted(formula.names) if name != ON
    )
    return f"Left unanswered, it is worked out from: {'; '.join(names)}."


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
