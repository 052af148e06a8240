"""What two records weigh: the more they agree, the more; in a short list as in a long one."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.people.facts import Mention
from watchkeeper.people.identity.lists import placeholders
from watchkeeper.people.identity.shipped import model
from watchkeeper.people.rules.preparing import Prepared, Preparer, prepared
from watchkeeper.people.rules.weighing import Frequencies, bits, level_of, share, weigh

LAW = shelf.load()
MODEL = model(str(LAW["identity_model"].on(ON)))
READY = Preparer(placeholders(LAW, on=ON))
NEVER_LIGHTER = 1e-9
AT_ONE_HOME = 0.07  # bits
FIELDS = ("given", "family", "born", "place", "phone", "mark")
type Said = dict[str, str]


def ready(said: Said) -> Prepared:
    """A record as told: `given`, `family`, `born`, `place` (first line, postcode), `phone`, `mark`."""
    line, _, postcode = said["place"].partition(", ")
    return prepared(
        Mention(
            "M1",
            "test",
            said["given"],
            said["family"],
            born_on=date.fromisoformat(said["born"]) if said["born"] else None,
            addresses=((line, postcode),) if said["place"] else (),
            phones=(said["phone"],) if said["phone"] else (),
            identifiers=(said["mark"],) if said["mark"] else (),
        ),
        READY,
    )


def common(record: Prepared, others: list[Prepared], known: int) -> Frequencies:
    """How common the names of a record are in a list of `known` records, of which a few are given."""
    return {
        name: share(name, sum(getattr(each, name) == value for each in others), known, MODEL)
        for name in MODEL.usual
        if (value := getattr(record, name)) is not None
    }


def weight(one: Prepared, other: Prepared, records: int) -> float:
    shares = common(one, [one, other], records), common(other, [one, other], records)
    return bits(weigh(one, other, MODEL, records=records, frequencies=shares))


ANN: Said = {
    "given": "Marjorie",
    "family": "Thornbury",
    "born": "1971-06-05",
    "place": "12 Larkmere Road, QA1 1AB",
    "phone": "020 7946 0001",
    "mark": "PNC:1971/0012345X",
}


@table("""
    case                                | field  | misspelt
    ------------------------------------|--------|---------
    a letter of the given name          | given  | Marjorei
    a short form of it                  | given  | Marge
    an initial                          | given  | M
    a letter of the family name         | family | Thornbuy
    a figure of the date of birth       | born   | 1971-06-06
    its day and month the other way     | born   | 1971-05-06
    a letter of the postcode            | place  | 12 Larkmere Road, QA1 1AD
    a letter of the first line          | place  | 12 Larkmeer Road, QA1 1AB
    another first line                  | place  | The Old Mill, QA1 1AB
    another telephone                   | phone  | 020 7946 0999
    """)
def test_an_exact_twin_weighs_more_than_a_misspelt_one(field: str, misspelt: str) -> None:
    whole = ready(ANN)
    slipped = ready(ANN | {field: misspelt})
    for records in (2, 3, 40, 5000, 100_000, 1_000_000):
        assert weight(whole, whole, records) > weight(whole, slipped, records), records


@table("""
    case                                       | count | known  | taken
    -------------------------------------------|-------|--------|------
    twice in a list of two is no common name   | 2     | 2      | usual
    in a list as long as a list is taken for   | 50    | 5000   | 0.01
    in a longer one                            | 100   | 100000 | 0.001
    a name nearly everybody has                | 90    | 100    | 0.021
    and in a city of them, no commoner than so | 9000  | 10000  | 0.05
    a name nobody else has                     | 1     | 1000000| 0.00001
    """)
def test_how_common_a_name_is_taken_for(count: str, known: str, taken: str) -> None:
    found = share("given", int(count), int(known), MODEL)
    wanted = MODEL.usual["given"] if taken == "usual" else float(taken)
    assert abs(found - wanted) < 0.001


people = st.fixed_dictionaries(
    {
        "given": st.sampled_from(["Ann", "William", "Mohammed", "Zbigniew", "W", ""]),
        "family": st.sampled_from(["Smith", "Smith-Price", "Okonkwo", "Featherstonehaugh"]),
        "born": st.one_of(
            st.just(""), st.dates(date(1950, 1, 1), date(2010, 12, 31)).map(lambda on: on.isoformat())
        ),
        "place": st.sampled_from(["", "12 Larkmere Road, QA1 1AB", "3 Mill Lane, QB2 2BB"]),
        "phone": st.sampled_from(["", "020 7946 0001"]),
        "mark": st.sampled_from(["", "PNC:1971/0012345X"]),
    }
)
SLIPS = {
    "given": ("", "W", "Ann", "Anne", "Bill", "Wiliam", "Mohamed", "Zbignew", "Zoe"),
    "family": ("Smith", "Smyth", "Price", "Okonkwe", "Fanshaw", "Fetherstonhaugh", "Hill"),
    "place": (
        "",
        "12 Larkmeer Road, QA1 1AB",
        "12 Larkmere Road, QA1 1AD",
        "Flat 9, QA1 1AB",
        "3 Mill Lane, QA1 1AB",
    ),
    "phone": ("", "020 7946 0002"),
    "mark": ("", "PNC:1980/0000001A"),
}


@given(people, st.data(), st.sampled_from([2, 30, 5000, 200_000]))
@settings(max_examples=150, deadline=None)
def test_one_more_thing_the_same_never_weighs_less(one: Said, data: st.DataObject, records: int) -> None:
    other = dict(one)
    for field in data.draw(st.sets(st.sampled_from(FIELDS), min_size=1)):
        if field == "born":
            born = date.fromisoformat(one["born"]) if one["born"] else None
            moved = data.draw(st.sampled_from((1, 9, 30, 365, 4000)))
            other["born"] = (born + timedelta(days=moved)).isoformat() if born else "1980-02-03"
        else:
            other[field] = data.draw(st.sampled_from(SLIPS[field]))
    again = data.draw(st.sampled_from([field for field in FIELDS if one[field]]))
    whole, slipped, nearer = ready(one), ready(other), ready(other | {again: one[again]})
    before, after = ([level_of(c, whole, of).says for c in MODEL.comparisons] for of in (slipped, nearer))
    lighter = AT_ONE_HOME if "same home, another telephone" in after else NEVER_LIGHTER
    found = weight(whole, nearer, records), weight(whole, slipped, records)
    assert found[0] >= found[1] - lighter, (again, before, after)


def test_people_of_one_home_with_two_telephones_weigh_a_little_less_than_by_the_first_line_alone() -> None:
    """The one exception, and how large: a family shares its name and its home, and not a telephone."""
    one = ANN | {"mark": ""}
    line = one | {"phone": "020 7946 0999", "place": "12 Larkmere Road, QB2 2BB"}
    home = line | {"place": one["place"]}
    less = weight(ready(one), ready(line), 2) - weight(ready(one), ready(home), 2)
    assert NEVER_LIGHTER < less < AT_ONE_HOME


@given(people, people, st.sampled_from([2, 5000]))
@settings(max_examples=40, deadline=None)
def test_the_same_whichever_comes_first(one: Said, other: Said, records: int) -> None:
    left, right = ready(one), ready(other)
    assert abs(weight(left, right, records) - weight(right, left, records)) < NEVER_LIGHTER
