"""What a notification and a travel notice must give, item by item, and what is still to be given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.facts import ItemAnswer

S83, S87 = "Sexual Offences Act 2003, s.83(5)", "Sexual Offences Act 2003, s.87(4)"
REGULATIONS, TRAVEL = "S.I. 2012/1876", "S.I. 2004/1220"
ANSWERS = (str(ItemAnswer.GIVEN), str(ItemAnswer.NOT_GIVEN), str(ItemAnswer.NOT_APPLICABLE))
TAKEN = ("taken", "not taken", "not asked for")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to give. `always`: applies to everybody. `secret`: shown masked. `elsewhere`: ViSOR alone."""

    name: str
    asks: str
    cite: str
    always: bool = False
    secret: bool = False
    elsewhere: bool = False
    answers: tuple[str, str, str] = ANSWERS


_ITEMS: Mapping[str, Item] = {
    item.name: item
    for item in (
        Item("date of birth", "As it stands on a document.", f"{S83}(a)", always=True),
        Item("national insurance number", "Does not apply where none was issued.", f"{S83}(b)", secret=True),
        Item("name", "Used today, and used on the relevant date.", f"{S83}(c) and (e)", always=True),
        Item("other names", "Every other name used today or on the relevant date.", f"{S83}(c) and (e)"),
        Item("home address", "Today, and on the relevant date.", f"{S83}(d) and (f)", always=True),
        Item("other addresses", "Everywhere else they regularly live or stay.", f"{S83}(g)"),
        Item(
            "child household",
            "Where they live or stay with a child: address, since when, until when.",
            f"{REGULATIONS}, regs.10 and 11",
        ),
        Item(
            "bank account",
            "Alone, jointly or in business. Write the details on ViSOR, never here.",
            f"{REGULATIONS}, regs.12 and 13",
            elsewhere=True,
        ),
        Item(
            "payment card",
            "Credit and debit cards. Write the details on ViSOR, never here.",
            f"{REGULATIONS}, regs.12 and 13",
            elsewhere=True,
        ),
        Item("passport", "Number and full name of each.", f"{REGULATIONS}, regs.14 and 15", secret=True),
        Item(
            "identity document",
            "Where there is no passport: what it is, its number, the full name on it.",
            f"{REGULATIONS}, regs.14 and 15",
            secret=True,
        ),
        Item("photograph", "Of any part of the person, where you ask.", f"{S87}(b)", answers=TAKEN),
        Item("fingerprints", "Where you ask.", f"{S87}(a)", answers=TAKEN),
        Item("date of departure", "From the United Kingdom.", f"{TRAVEL}, reg.5", always=True),
        Item("country", "The first they will arrive in.", f"{TRAVEL}, reg.6", always=True),
        Item("other countries", "And the days in each.", f"{TRAVEL}, reg.6"),
        Item("point of arrival", "In the first country.", f"{TRAVEL}, reg.6", always=True),
        Item("other points of arrival", "In each further country.", f"{TRAVEL}, reg.6"),
        Item("carrier", "Who takes them out, between and back.", f"{TRAVEL}, reg.6"),
        Item("accommodation", "The first night in each country.", f"{TRAVEL}, reg.6"),
        Item("date of return", "Where they know it.", f"{TRAVEL}, reg.6"),
        Item("point of return", "Where they will arrive back.", f"{TRAVEL}, reg.6"),
    )
}


def items(row: str, law: Shelf, *, on: date) -> tuple[Item, ...]:
    """The items a row of the shelf lists, in its order: s.83(5) and s.87(4), or regs.5 and 6 for travel.

    An item a force has added is asked for by the name it gave it.
    """
    known = law[row]
    return tuple(_ITEMS.get(name) or Item(name, "", known.cite) for name in known.words(on))


def lacking(answers: Mapping[str, ItemAnswer], asked: tuple[Item, ...]) -> tuple[str, ...]:
    """The items still to be given, in the order of s.83(5): nothing said is not given.

    An item that applies to everybody cannot be answered with "does not apply".

    >>> from watchkeeper.law import shelf
    >>> asked = items("notification_items", shelf.load(), on=date(2026, 3, 20))[:2]
    >>> lacking({"date of birth": ItemAnswer.NOT_APPLICABLE,
    ...          "national insurance number": ItemAnswer.NOT_APPLICABLE}, asked)
    ('date of birth',)
    """
    enough = {True: (ItemAnswer.GIVEN,), False: (ItemAnswer.GIVEN, ItemAnswer.NOT_APPLICABLE)}
    return tuple(item.name for item in asked if answers.get(item.name) not in enough[item.always])


def masked(item: Item, said: str, law: Shelf, *, on: date) -> str:
    """What was said as a page shows it: of a number of identity its end alone, DPA 2018 s.40.

    A number not twice as long as the end shows nothing of itself.

    >>> from watchkeeper.law import shelf
    >>> masked(Item("passport", "", "", secret=True), "533 201 447", shelf.load(), on=date(2026, 3, 20))
    '••• 447'
    """
    if not item.secret or not said:
        return said
    shown = law["identity_number_shown"].whole(on)
    ends = said[-shown:] if len(said) > shown + shown else ""
    return f"••• {ends}".strip()
