"""Which version of a fact stood at an instant."""

from datetime import UTC, datetime

import pytest

from tests.table import table
from watchkeeper.audit.standing import standing, versions
from watchkeeper.people.models import Alias

pytestmark = pytest.mark.django_db


def at(day: str) -> datetime:
    return datetime(2026, 3, int(day), tzinfo=UTC)


def stored(versions: str) -> None:
    """Store versions written "name day", a minus before the day where the version withdraws."""
    for version in filter(None, versions.split(", ")):
        name, day = version.split()
        Alias.objects.create(
            ref="N1",
            recorded_at=at("1"),
            known_from=at(day.removeprefix("-")),
            withdrawn=day.startswith("-"),
            act=1,
            person_ref="P1",
            name=name,
        )


@table("""
    case                                          | versions            | asked | stands
    ----------------------------------------------|---------------------|-------|-------
    nothing before it was known                   | Ann 5               | 4     |
    known from the instant itself                 | Ann 5               | 5     | Ann
    the newest version stands                     | Ann 5, Bea 7        | 9     | Bea
    a later version was not known yet             | Ann 5, Bea 7        | 6     | Ann
    the order of storing does not matter          | Bea 7, Ann 5        | 9     | Bea
    of two known together the one stored last     | Ann 5, Bea 5        | 5     | Bea
    withdrawn no longer stands                    | Ann 5, Ann -7       | 9     |
    before it was withdrawn it stood              | Ann 5, Ann -7       | 6     | Ann
    recorded again after being withdrawn          | Ann 5, Ann -7, Bea 8| 9     | Bea
    """)
def test_the_version_that_stood(versions: str, asked: str, stands: str):
    stored(versions)
    assert [fact.name for fact in Alias.objects.as_known(at(asked)).facts()] == stands.split()
    assert [row.name for row in standing(Alias, known_at=at(asked))] == stands.split()
    assert [row.name for row in standing(Alias, person_ref="P1", known_at=at(asked))] == stands.split()


def test_an_older_version_that_matches_does_not_stand():
    """Filtering must come after: the version moved to another person is gone from the first."""
    stored("Ann 5")
    Alias.objects.create(
        ref="N1", recorded_at=at("7"), known_from=at("7"), act=2, person_ref="P2", name="Ann"
    )
    assert not Alias.objects.of("P1").as_known(at("9")).exists()
    assert Alias.objects.of("P2").as_known(at("9")).get().name == "Ann"
    assert not standing(Alias, person_ref="P1", known_at=at("9"))
    assert [row.name for row in standing(Alias, person_ref="P2", known_at=at("9"))] == ["Ann"]


def test_every_version_of_a_fact_that_ever_was_about_somebody():
    """The run goes on to the version that ends it, and no further than was known."""
    stored("Ann 5, Bea 6")
    Alias.objects.create(
        ref="N1", recorded_at=at("7"), known_from=at("7"), act=2, person_ref="P2", name="Ann"
    )
    runs = [
        [row.name for row in run]
        for day in ("4", "5", "9")
        for run in versions(Alias, person_ref="P1", known_at=at(day)).values()
    ]
    assert runs == [["Ann"], ["Ann", "Bea", "Ann"]]
