"""Entries somebody looks for: every term, every page, each entry once."""

from datetime import UTC, datetime, timedelta

import pytest

from watchkeeper.audit.actions import append
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.searching import EntryQuery, entry_numbered, newest_entries, newest_entry, outcome_of

pytestmark = pytest.mark.django_db(transaction=True)

MIDNIGHT = datetime(2026, 3, 20, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def written() -> None:
    """Twelve entries: three days, two officers, two powers, attempts and outcomes; one written late."""
    for n in range(12):
        late = timedelta(minutes=30) if n == 8 else timedelta()
        append(
            Kind.REFUSED if n == 5 else Kind.DONE if n % 2 else Kind.ATTEMPT,
            at=MIDNIGHT + DAY * (n // 4) + timedelta(minutes=n) - late,
            power="load records" if n % 3 else "seek a warrant",
            by=f"O{n % 2}",
            about="P1" if n == 7 else "",
            purpose="test",
            policy_version="v",
            noted=(("attempt", str(n)),) if n % 2 else (),
        )


def numbers(**terms: object) -> list[int]:
    return [entry.number for entry in newest_entries(EntryQuery(**terms), many=50)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ({}, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
        ({"by": "O1"}, [12, 10, 8, 6, 4, 2]),
        ({"about": "P1"}, [8]),
        ({"power": "seek a warrant"}, [10, 7, 4, 1]),
        ({"kind": "refused"}, [6]),
        ({"by": "O1", "kind": "done"}, [12, 10, 8, 4, 2]),
        ({"by": "nobody"}, []),
        ({"since": MIDNIGHT + DAY, "before": MIDNIGHT + 2 * DAY}, [9, 8, 7, 6, 5]),
        ({"since": MIDNIGHT + 2 * DAY}, [12, 11, 10]),
        ({"before": MIDNIGHT + DAY}, [4, 3, 2, 1]),
        ({"since": MIDNIGHT + timedelta(minutes=1), "before": MIDNIGHT + timedelta(minutes=2)}, [2]),
        ({"since": MIDNIGHT + 9 * DAY}, []),
    ],
)
def test_every_term_narrows(written: None, terms: dict[str, object], found: list[int]) -> None:
    assert numbers(**terms) == found


@pytest.mark.parametrize(
    ("at", "newest"),
    [
        (MIDNIGHT - timedelta(minutes=1), 0),
        (MIDNIGHT, 1),
        (MIDNIGHT + DAY, 4),
        (MIDNIGHT + DAY + timedelta(minutes=5), 6),
        (MIDNIGHT + 2 * DAY, 9),  # the ninth was written late, and is of the second day
        (None, 12),
    ],
)
def test_what_is_known_at_an_instant_is_as_of_the_newest_entry_before_a_later_one(
    written: None, at: datetime | None, newest: int
) -> None:
    assert newest_entry(at) == newest


def test_pages_hold_each_entry_once(written: None) -> None:
    seen: list[int] = []
    below: int | None = None
    while page := newest_entries(EntryQuery(), many=5, below=below):
        seen += [entry.number for entry in page]
        below = page[-1].number
    assert seen == list(range(12, 0, -1))


def test_an_attempt_leads_to_its_outcome(written: None) -> None:
    attempt = entry_numbered(3)
    assert attempt is not None
    assert outcome_of(attempt) is None, "of another officer"
    append(
        Kind.DONE,
        at=MIDNIGHT,
        power="load records",
        by="O0",
        about="",
        purpose="test",
        policy_version="v",
        noted=(("attempt", "3"),),
    )
    assert outcome_of(attempt) == 13
    assert entry_numbered(99) is None
