"""A few records of one invented person for the tests of verbs."""

from datetime import UTC, date, datetime

from watchkeeper.audit.actions import entries
from watchkeeper.audit.facts import Entry, Kind
from watchkeeper.people.models import Address, Person
from watchkeeper.workforce.models import Unit

BEFORE = datetime(2026, 1, 5, 9, tzinfo=UTC)
CARRIED = {"recorded_at": BEFORE, "known_from": BEFORE, "act": 1}


def person(ref: str = "P1") -> None:
    Person.objects.create(ref=ref, family_name="Example", given_names="Ann", unit="U1", **CARRIED)
    Address.objects.create(
        ref=f"A-{ref}", person_ref=ref, kind="home", line="1 High Street", since=date(2025, 1, 6), **CARRIED
    )


def unit() -> None:
    Unit.objects.create(ref="U1", name="North", **CARRIED)


def last() -> Entry:
    return list(entries())[-1]


def refused(*words: str) -> None:
    """The last entry is a refusal whose unmet reasons include each of these words, and nothing was stored."""
    entry = last()
    assert entry.kind is Kind.REFUSED
    for word in words:
        assert any(word in reason for reason in entry.reasons), (word, entry.reasons)
