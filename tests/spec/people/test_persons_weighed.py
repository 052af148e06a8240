"""A link that may mean either of two people, and a person of several records, weighed by all of them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ON
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.people.facts import Mention
from watchkeeper.people.identity.lists import placeholders
from watchkeeper.people.identity.shipped import model
from watchkeeper.people.identity.standing import Standing
from watchkeeper.people.rules.deciding import Answer, thresholds
from watchkeeper.people.rules.persons_weighed import Crossed, whole
from watchkeeper.people.rules.preparing import Preparer, prepared

LAW = shelf.load()
MODEL = model(str(LAW["identity_model"].on(ON)))
AT = thresholds(LAW, on=ON)
READY = Preparer(placeholders(LAW, on=ON))


def standing(text: str) -> Standing:
    """Records `key Given year` or date, parted by commas; all of one rare family name, home and telephone."""
    found = []
    for each in text.split(","):
        key, name, year = each.split()
        whole_date = f"{year}-05-{1 + int(year) % 20:02}" if year.isdigit() else year
        born = None if year == "-" else date.fromisoformat(whole_date)
        mention = Mention(
            key,
            "test",
            name,
            "Featherstone",
            born_on=born,
            addresses=(("9 Mill Lane", "QA1 1AB"),),
            phones=("061",),
        )
        found.append((key, prepared(mention, READY)))
    return Standing(found, MODEL, AT)


@table("""
    case                                            | records                                  | answer
    ------------------------------------------------|------------------------------------------|-------
    without a date of birth, and one who fits       | a Zoltan -, b Zoltan 1960                | join
    a father and a son who both fit                 | a Zoltan -, b Zoltan 1960, c Zoltan 1990 | ask a human
    two records of the father are one who fits      | a Zoltan -, b Zoltan 1960, c Zoltan 1960 | join
    a brother of another name fits less             | a Zoltan -, b Zoltan 1960, c Peter 1962  | join
    an initial, and twins                           | a Z 1960, b Zoltan 1960, c Zebedee 1960  | ask a human
    whole name and date of birth leave nothing open | a Zoltan 1960, b Zoltan 1960, c Z 1960   | join
    """)
def test_somebody_else_fits(records: str, answer: str) -> None:
    found = standing(records)
    assert found.weighed("a", "b").judged.answer == found.weighed("b", "a").judged.answer == Answer(answer)
    (told,) = (each for each in found.likely("a", found.record("a")) if each.key == "b")
    assert told.judged.answer == Answer(answer)


@table("""
    case                                     | one   | other | records                                      | parted
    -----------------------------------------|-------|-------|----------------------------------------------|-------
    two records of one person                | a     | b     | a Zoltan 1960, b Zoltan 1960                 |
    a record without a date joins no two     | a c   | b     | a Zoltan 1960, b Zoltan 1968, c Zoltan -     | a b
    a misread figure beside the right one    | a c   | b     | a Zoltan 1960, b Zoltan 1960, c Zoltan 1968-05-01 |
    a father and a son, whoever is between   | a c   | b     | a Zoltan 1960, b Zoltan 1990, c Zoltan -     | a b
    """)
def test_all_records_of_both_are_weighed(one: str, other: str, records: str, parted: str) -> None:
    found = standing(records).apart(one.split(), other.split())
    assert " ".join(found or ()) == parted


crossings = st.lists(
    st.tuples(st.floats(-40, 40), st.none() | st.floats(-20, 20), st.none() | st.floats(-20, 20)),
    min_size=1,
    max_size=6,
)


@given(crossings, st.floats(-40, 40))
def test_a_record_that_tells_less_hides_nothing(found: list[Crossed], shared: float) -> None:
    """One more pair that is silent of everything but names and home raises no more than these."""
    least = whole(0, found)
    more = whole(0, [*found, (shared, None, None)])
    gain = max(shared - max(each[0] or 0.0 for each in found), 0.0)
    assert abs(more - least - gain) < 1e-9
