"""Whom a search shows, on what it was asked, and in which order."""

from datetime import date

from tests.table import table
from watchkeeper.law.shelf import load
from watchkeeper.people.rules.finding import Listed, found_as, marks, marks_of, remembered
from watchkeeper.people.rules.names import limits, named
from watchkeeper.people.rules.typed import taken_apart

ON = date(2026, 3, 20)
LIMITS = limits(load(), on=ON)
ANN = Listed(
    "P0000042",
    "Smith-Jones",
    "Ann",
    date(1971, 6, 5),
    "U1",
    "O1",
    ("Annie Webb",),
    (("E14 9VC", True), ("NW5 3MC", False)),
    (named("Ann", "Smith-Jones"), named("Annie", "Webb")),
)


@table("""
    case                                   | typed                | because
    ---------------------------------------|----------------------|--------
    her name                               | ann smith-jones      |
    her other name                         | annie webb           | also known as Annie Webb
    her other name, misspelt               | Annie Wedb           | no
    her reference                          | P0000042             | the reference
    the figures of her reference           | 0000042              | the reference
    another reference                      | P0000043             | no
    her date of birth                      | 5/6/1971             | born on 5 June 1971
    day and month changed                  | 6/5/1971             | born on 5 June 1971: day and month change places
    another date of birth                  | 5/7/1971             | no
    her year of birth                      | 1971                 | born in 1971
    where she lives                        | E14 9VC              | lives at E14 9VC
    where she lived                        | NW5 3MC              | has lived at NW5 3MC
    the first half of a postcode           | NW5                  | has lived at NW5
    another postcode                       | E14 9VD              | no
    name and date                          | smith 5/6/1971       | born on 5 June 1971
    name and another date                  | smith 5/7/1971       | no
    another name and her date              | brown 5/6/1971       | no
    name, date and postcode                | webb 1971 e149vc     | also known as Annie Webb; born in 1971; lives at E14 9VC
    """)
def test_every_part_of_what_was_asked_must_be_met(typed: str, because: str) -> None:
    asked = taken_apart(typed, on=ON)
    found = found_as(ANN, asked, remembered(LIMITS))
    assert ("; ".join(found.because) if found else "no") == because
    if found:  # what the index looks up first never leaves out what the rule would show
        assert all(not some or some & marks(ANN) for some in marks_of(asked))


def test_who_has_no_name_on_record_is_said_to_have_none() -> None:
    nobody = Listed("P1", "", "", None, "", "", (), (), (named("", ""),))
    assert nobody.name == "name not recorded"
    assert found_as(nobody, taken_apart("smith", on=ON), remembered(LIMITS)) is None


def test_where_somebody_lives_stands_before_where_they_lived() -> None:
    near = remembered(LIMITS)
    here, there = (found_as(ANN, taken_apart(code, on=ON), near) for code in ("E14 9VC", "NW5 3MC"))
    assert here is not None
    assert there is not None
    assert here.place < there.place
