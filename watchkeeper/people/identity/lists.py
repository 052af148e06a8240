"""Rows of a list made ready, many at once: names, dates and places are read once however often they come."""

from collections.abc import Iterable, Sequence
from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import addresses, parts
from watchkeeper.people.rules.preparing import Prepared, Preparer

COLUMNS = (
    *("ref", "given_names", "family_name", "other_names", "born_on"),
    *("line", "postcode", "past_addresses", "phones", "identifiers"),
)
NOT_KNOWN = "identity_not_known"


def placeholders(law: Shelf, *, on: date) -> frozenset[str]:
    """What policy says is put down where something is not known."""
    return frozenset(law[NOT_KNOWN].words(on))


def prepared_rows(rows: Iterable[Sequence[str]], unknown: frozenset[str]) -> list[Prepared]:
    """Rows by COLUMNS, dates as ISO text, made ready."""
    ready = Preparer(unknown)
    return [
        ready(
            given,
            family,
            parts(others),
            born,
            addresses(line, code, past),
            parts(phones),
            parts(marks),
        )
        for _, given, family, others, born, line, code, past, phones, marks in rows
    ]
