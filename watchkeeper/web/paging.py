"""A long list in pages: the rows of the page asked for, and the ways to the pages beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

A_PAGE = 20
LONGEST = 6  # digits of the number of a page


@dataclass(frozen=True, slots=True)
class Paged[Row]:
    """One page of a list. `many` counts all of it; `ways` is empty where there is one page alone."""

    rows: Sequence[Row]
    many: int
    at: int
    last: int
    ways: dict[str, Any]


def paged[Row](
    rows: Sequence[Row], asked: QueryDict, *, name: str = "page", each: int = A_PAGE, place: str = ""
) -> Paged[Row]:
    """The page of `rows` that an address asks for under `name`, the first where it asks for none there is.

    The ways keep whatever else the address asks for. `place` is where on the page the list begins.
    """
    last = max(-(-len(rows) // each), 1)
    typed = asked.get(name, "")
    at = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST else 1
    at = min(max(at, 1), last)

    def to(number: int) -> dict[str, str]:
        kept = asked.copy()
        kept[name] = str(number)
        return {"href": f"?{kept.urlencode()}{f'#{place}' if place else ''}"}

    ways: dict[str, Any] = {}
    if at > 1:
        ways["previous"] = to(at - 1)
    if at < last:
        ways["next"] = to(at + 1)
    return Paged(rows[(at - 1) * each : at * each], len(rows), at, last, ways)
