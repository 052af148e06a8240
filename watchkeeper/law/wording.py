"""Dates and counts as an officer reads them aloud, and references as addresses write them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from watchkeeper.law.clocks import LONDON

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


HOUR = 60  # minutes


@lru_cache(maxsize=65_536)  # a night says a few thousand different days a million times
def day(value: date) -> str:
    """A date in words, the same in every locale.

    >>> day(date(2026, 3, 2))
    '2 March 2026'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def moment(at: datetime) -> str:
    """A day and a time of day in words, as clocks in London show it.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 7, 2, 13, 5, tzinfo=UTC))
    '2 July 2026 at 14:05'
    """
    here = at.astimezone(LONDON)
    return f"{day(here.date())} at {clock(here.hour * HOUR + here.minute)}"


def elapsed(minutes: int) -> str:
    """How long something has lasted, or may.

    >>> elapsed(1), elapsed(60), elapsed(150), elapsed(4320)
    ('1 minute', '1 hour', '2 hours 30 minutes', '72 hours')
    """
    hours, rest = divmod(minutes, HOUR)
    words = [
        f"{count:,} {unit}{'' if count == 1 else 's'}"
        for count, unit in ((hours, "hour"), (rest, "minute"))
        if count
    ]
    return " ".join(words) or "0 minutes"


def days(count: int) -> str:
    """A number of days.

    >>> days(1), days(3)
    ('1 day', '3 days')
    """
    return counted(count, "day")


def counted(count: int, noun: str, many: str = "") -> str:
    """A number of anything, of which there may be one; `many` where more are not said with an s.

    >>> counted(1, "working day"), counted(1200, "hour"), counted(2, "person", "people")
    ('1 working day', '1,200 hours', '2 people')
    """
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def months(count: int) -> str:
    """A number of months.

    >>> months(1), months(30)
    ('1 month', '30 months')
    """
    return counted(count, "month")


def every(count: int) -> str:
    """How often something comes round, in months.

    >>> every(1), every(3)
    ('every month', 'every 3 months')
    """
    return "every month" if count == 1 else f"every {count} months"


def clock(minute: int) -> str:
    """Minutes after midnight as a clock shows them.

    >>> clock(425)
    '07:05'
    """
    hours, minutes = divmod(minute, HOUR)
    return f"{hours:02}:{minutes:02}"


def a(noun: str) -> str:
    """A noun with the article it is spoken with. By its first letter: a rank has no silent h.

    >>> a("constable"), a("inspector")
    ('a constable', 'an inspector')
    """
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"


def recorded(value: bool | None) -> str:
    """Yes or no as somebody recorded it; a blank is said, never read as no.

    >>> recorded(True), recorded(False), recorded(None)
    ('yes', 'no', 'not recorded')
    """
    return "not recorded" if value is None else "yes" if value else "no"


def either(items: Sequence[str]) -> str:
    """Alternatives as they are spoken: any one of them will do.

    >>> either(["a", "b", "c"])
    'a, b or c'
    """
    return " or ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def names(items: Sequence[str]) -> str:
    """A list as it is spoken.

    >>> names(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


OURS = "act-"
"""How a reference begins that Watchkeeper numbered itself, for want of one from the force."""


def given_ref(ref: str) -> str:
    """The reference a force gave, to stand beside what it names; blank for one that is a number of ours.

    >>> given_ref("EP7"), given_ref("act-000000012"), given_ref("EP7+act-000000012")
    ('EP7', '', 'EP7')
    """
    return "+".join(part for part in ref.split("+") if not part.startswith(OURS))


def spoken_ref(ref: str) -> str:
    """What a record without a reference of the force's own is called: its number here, to be read aloud.

    >>> spoken_ref("01/1234/26"), spoken_ref("act-000003498")
    ('01/1234/26', 'number 3,498')
    """
    number = ref.removeprefix(OURS)
    return f"number {int(number):,}" if number != ref and number.isdecimal() else ref


def ref_of(spoken: str) -> str:
    """The reference of what `spoken_ref` names, for whoever types what they read; any other as it is.

    >>> ref_of("number 3,498"), ref_of("Number 3498"), ref_of("01/1234/26")
    ('act-000003498', 'act-000003498', '01/1234/26')
    """
    word, _, number = spoken.strip().partition(" ")
    digits = number.replace(",", "")
    ours = word.casefold() == "number" and digits.isascii() and digits.isdecimal()
    return f"{OURS}{digits:0>9}" if ours else spoken


def instrument(name: str) -> str:
    """An instrument of risk as officers write it, by the name its pack has in files, with or without version.

    >>> instrument("osp_dc"), instrument("rsr_dynamic 2026 49ab"), instrument("arms structure")
    ('OSP/DC', 'RSR dynamic 2026 49ab', 'ARMS structure')
    """
    first, blank, rest = name.partition(" ")
    if rest.startswith(STRUCTURE):
        return f"{first.upper()} {rest}"
    start, line, kind = first.partition("_")
    if not line or not kind.isalnum():
        return name
    said = f"/{kind.upper()}" if len(kind) <= LETTERS else f" {kind}"
    return f"{start.upper()}{said}{blank}{rest}"


STRUCTURE = "structure"
"""What stands behind the name of an instrument of which only the structure is kept."""
LETTERS = 3
"""Of what follows the name of a family of instruments: so short, it is letters read one by one."""


LONGEST_IN_ADDRESS = 200
"""Characters of a reference beyond which no address takes it, and no page could open what it names."""


def in_address(ref: str) -> str:
    """A reference as addresses write it: forces write 01/1234/26, and a stroke parts addresses.

    >>> in_address("01/1234/26")
    '01~1234~26'
    """
    return ref.replace("/", "~")
