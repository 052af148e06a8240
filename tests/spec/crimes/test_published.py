"""Crime types of police.uk in place of a counting code: one group, or several nobody can tell apart."""

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.cases import ON, case
from tests.spec.crimes.reported import LAW, d
from tests.table import table
from watchkeeper.crimes.facts import OffenceGroup
from watchkeeper.crimes.rules.closing import never_looked_at
from watchkeeper.crimes.rules.codes import could_be, group_of, published_type, title_of
from watchkeeper.crimes.rules.matrix import kind_of

TABLE = LAW["street_groups"].on(ON)
assert isinstance(TABLE, dict)


@table("""
    crime type as published      | offence                      | group    | kind                | look
    of one group                 | Burglary                     | burglary | volume crime        | no
    in any case and spacing      | vehicle  CRIME               | volume crime | volume crime    | no
    robbery                      | Robbery                      | robbery  | volume crime        | no
    violence, of several groups  | Violence and sexual offences |          | child sexual abuse  | yes
    other crime, images among it | Other crime                  |          | indecent images of children | yes
    damage, arson among it       | Criminal damage and arson    |          | volume crime        | yes
    a type nobody publishes      | Piracy                       |          | rape and serious sexual offences | yes
""")
def test_a_published_type_is_read_as_strictly_as_it_may_be(
    offence: str, group: str, kind: str, look: str
) -> None:
    found = group_of(offence, LAW, on=ON)
    assert (found or "") == group
    assert kind_of(case(offence), LAW, on=ON).kind == kind
    assert never_looked_at(offence, LAW, on=ON, related=False) is (look == "no")


def test_a_type_of_several_groups_says_so_and_is_no_code() -> None:
    placed = kind_of(case("Violence and sexual offences"), LAW, on=ON)
    assert not placed.known
    assert "published type of several kinds" in placed.reasons[0].says
    assert title_of("violence and sexual offences", LAW, on=ON) == "Violence and sexual offences"


def test_before_anything_was_published_there_is_a_code_or_nothing() -> None:
    assert published_type("19C", LAW, on=d("2004-05-01")) == ""


@given(st.sampled_from(sorted(TABLE)))
def test_every_type_is_of_groups_that_stand_strictest_first(name: str) -> None:
    strict = list(LAW["matrix_strictest"].words(ON))
    groups = could_be(name, LAW, on=ON)
    assert groups
    assert list(groups) == sorted(groups, key=strict.index)
    assert (group_of(name, LAW, on=ON) is None) is (len(groups) > 1)
    assert all(isinstance(group, OffenceGroup) for group in groups)
