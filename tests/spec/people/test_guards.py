"""Twins, juniors and new names: two people who look like one, and one who looks like two."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ON
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.people.facts import Mention
from watchkeeper.people.identity.lists import placeholders
from watchkeeper.people.identity.shipped import model
from watchkeeper.people.rules.deciding import Answer, judge, thresholds
from watchkeeper.people.rules.persons_weighed import Parts, parts
from watchkeeper.people.rules.preparing import Prepared, Preparer, prepared
from watchkeeper.people.rules.weighing import bits, guarded, weigh

LAW = shelf.load()
MODEL = model(str(LAW["identity_model"].on(ON)))
AT = thresholds(LAW, on=ON)
READY = Preparer(placeholders(LAW, on=ON))
ENOUGH = Parts(AT.names_alone, AT.beside_names)
HOME = (("12 Larkmere Road", "QA1 1AB"),)


def somebody(text: str) -> Prepared:
    """`Given Family, born, phone, identifier`; everybody lives in one house."""
    name, born, phone, mark = (*(part.strip() for part in text.split(",")), "", "", "")[:4]
    given, _, family = (part.replace("_", " ") for part in name.rpartition(" "))
    return prepared(
        Mention(
            "M1",
            "test",
            given,
            family,
            born_on=date.fromisoformat(born) if born else None,
            addresses=HOME,
            phones=(phone,) if phone else (),
            identifiers=(mark,) if mark else (),
        ),
        READY,
    )


@table("""
    case                                     | one                             | other                          | guard
    -----------------------------------------|---------------------------------|--------------------------------|------
    twins                                    | Ann Hill, 2001-09-01            | Zoe Hill, 2001-09-01           | twins
    twins, the day and the month crossed     | Ann Hill, 2001-09-01            | Zoe Hill, 2001-01-09           | twins
    one with a misspelt family name          | Ann Hilton, 2001-09-01          | Zoe Hiltan, 2001-09-01         | twins
    the other telephone makes no difference  | Ann Hill, 2001-09-01, 061       | Zoe Hill, 2001-09-01, 061      | twins
    nor does one identifier on both          | Ann Hill, 2001-09-01, , PNC:1/2A| Zoe Hill, 2001-09-01, , PNC:1/2A| twins
    twins of one first name                  | Ali Omar Hill, 2001-09-01       | Ali Hassan Hill, 2001-09-01    | twins by another middle name
    a short form is no other name            | William Hill, 2001-09-01        | Bill Hill, 2001-09-01          |
    nor is an initial                        | William Hill, 2001-09-01        | W Hill, 2001-09-01             |
    nor a slip of the pen                    | William Hill, 2001-09-01        | Wiliam Hill, 2001-09-01        |
    nor names the other way round            | William Hill, 2001-09-01        | Hill William, 2001-09-01       |
    brothers born a day apart are no twins   | Adam Hill, 2001-09-01           | Mark Hill, 2001-10-02          |
    father and son                           | John Hill, 1970-02-03           | John Hill, 1995-06-07          | juniors
    fifteen years apart are a generation     | John Hill, 1980-02-03           | John Hill, 1995-06-07          | juniors
    fourteen are a slip in a figure          | John Hill, 1981-02-03           | John Hill, 1995-06-07          |
    a misspelt father and son                | John Hilton, 1970-02-03         | John Hiltan, 1995-06-07        | juniors
    on the father's birthday: a misread year | John Hill, 1970-02-03           | John Hill, 1990-02-03          |
    unless it is 1 January, often a guess    | John Hill, 1971-01-01           | John Hill, 1991-01-01          | juniors
    the first two letters changed over       | Hassan Hill, 2001-09-01         | Ahssan Hill, 2001-09-01        |
    in a name of four they make another      | Enid Hill, 2001-09-01           | Neid Hill, 2001-09-01          | twins
    one letter more or less at the front     | Tamara Hill, 2001-09-01         | Amara Hill, 2001-09-01         | twins
    and one identifier on both               | Tamara Hill, 2001-09-01, , PNC:1/2A | Amara Hill, 2001-09-01, , PNC:1/2A |
    the other way round and misspelt         | William Hill, 2001-09-01        | Hill Wiliam, 2001-09-01        |
    the other way round, another first name  | Ann Hill, 2001-09-01            | Hill Zoe, 2001-09-01           | new name
    said to be the junior                    | John Hill_Jr, 1970-02-03        | John Hill_Senior, 1970-02-03   | juniors
    one identifier makes them one            | John Hill, 1970-02-03, , PNC:1/2A| John Hill, 1995-02-03, , PNC:1/2A |
    a new name at the same home              | Ann Hill, 1970-02-03            | Zoe Price, 1970-02-03          | new name
    a married name keeps the first           | Ann Hill, 1970-02-03            | Ann Price, 1970-02-03          |
    strangers in one house                   | Ann Hill, 1970-02-03            | Zoe Price, 1988-11-21          |
    """)
def test_what_stands_between_two_records(one: str, other: str, guard: str) -> None:
    first, second = somebody(one), somebody(other)
    for found in (guarded(first, second, MODEL), guarded(second, first, MODEL)):
        assert (found.name if found else "") == guard


USUAL = {"given": 1 / 150, "family": 1 / 500}  # names as common as William and Hill are
COMMON = {"given": 1 / 60, "family": 1 / 85}  # as John and Smith


def decided(
    one: Prepared, other: Prepared, records: int = 7000, share: dict[str, float] = USUAL
) -> tuple[Answer, float]:
    steps = weigh(one, other, MODEL, records=records, frequencies=(share, share))
    weight = bits(steps)
    return judge(weight, guarded(one, other, MODEL), AT, parts=parts(steps)).answer, weight


@table("""
    case                                  | one                              | other                              | answer
    --------------------------------------|----------------------------------|------------------------------------|-------
    the same in everything                | William Hill, 1971-09-01, 061    | William Hill, 1971-09-01, 061      | join
    twins weigh enough and are not joined | Ann Hill, 2001-09-01, 061        | Zoe Hill, 2001-09-01, 061          | ask a human
    a new name is asked whatever it weighs| Ann Hill, 1970-02-03             | Zoe Price, 1970-02-03              | ask a human
    a father and his son are two          | John Hill, 1970-02-03            | John Hill, 1995-06-07              | keep apart
    brother and sister are two            | Adam Hill, 2001-09-01            | Zoe Hill, 2004-03-11               | keep apart
    """)
def test_what_follows(one: str, other: str, answer: str) -> None:
    assert decided(somebody(one), somebody(other))[0] == answer


@table("""
    case                                         | one                       | other                       | answer
    ---------------------------------------------|---------------------------|-----------------------------|-------
    born on one day, of one town                 | 1971, 3 Mill Lane         | 1971, 9 Oak Road            | ask a human
    nor does another telephone tell them apart   | 1971, 3 Mill Lane, 061    | 1971, 9 Oak Road, 062       | ask a human
    nor a home that is not known                 | 1971, 3 Mill Lane         | 1971                        | ask a human
    nor a middle initial the same                | 1971, 3 Mill Lane, , , A  | 1971, 9 Oak Road, , , A     | ask a human
    one telephone is something beside            | 1971, 3 Mill Lane, 061    | 1971, 9 Oak Road, 061       | join
    or one home                                  | 1971, 3 Mill Lane         | 1971, 3 Mill Lane           | join
    or one identifier                            | 1971, 3 Mill Lane, , PNC:1| 1971, 9 Oak Road, , PNC:1   | join
    without a date of birth, at one home         | 1971, 3 Mill Lane         | , 3 Mill Lane               | ask a human
    """)
def test_two_john_smiths(one: str, other: str, answer: str) -> None:
    """Common names: in a city two people of one such name are born on one day, and father and son share it."""

    def john(text: str) -> Prepared:
        year, line, phone, mark, middle = (*(part.strip() for part in text.split(",")), "", "", "", "")[:5]
        return prepared(
            Mention(
                "M1",
                "test",
                f"John {middle}",
                "Smith",
                born_on=date(int(year), 9, 2) if year else None,
                addresses=((line, f"QA1 1A{line[0]}"),) if line else (),
                phones=(phone,) if phone else (),
                identifiers=(mark,) if mark else (),
            ),
            READY,
        )

    for records in (5000, 7000, 1_000_000):
        assert decided(john(one), john(other), records, COMMON)[0] == answer, records


@table("""
    case                                  | names | beside | rivalled | answer
    --------------------------------------|-------|--------|----------|-------
    names rare enough by themselves       | 0     | -99    |          | join
    a hair too common                     | -0.01 | -99    |          | ask a human
    common, and something beside them     | -99   | 0      |          | join
    a hair too little beside them         | -99   | -0.01  |          | ask a human
    somebody else it may be as well       | 0     | 0      | yes      | ask a human
    """)
def test_what_a_weight_alone_does_not_settle(names: str, beside: str, rivalled: str, answer: str) -> None:
    found = Parts(AT.names_alone + float(names), AT.beside_names + float(beside))
    assert judge(AT.join, None, AT, parts=found, rivalled=bool(rivalled)).answer == answer


@table("""
    case                      | above_join | guard | answer
    --------------------------|------------|-------|-------
    a hair below joining      | -0.01      |       | ask a human
    at the threshold          | 0          |       | join
    above it                  | 0.01       |       | join
    above it, and guarded     | 9          | twins | ask a human
    """)
def test_at_the_threshold(above_join: str, guard: str, answer: str) -> None:
    held = next((each for each in MODEL.guards if each.name == guard), None)
    assert judge(AT.join + float(above_join), held, AT, parts=ENOUGH).answer == answer


@table("""
    case                         | above_ask | guard    | answer
    -----------------------------|-----------|----------|-------
    a hair below asking          | -0.01     |          | keep apart
    at the threshold             | 0         |          | ask a human
    a twin below it              | -0.01     | twins    | keep apart
    a new name far below it      | -20       | new name | ask a human
    """)
def test_at_the_threshold_of_asking(above_ask: str, guard: str, answer: str) -> None:
    held = next((each for each in MODEL.guards if each.name == guard), None)
    assert judge(AT.ask + float(above_ask), held, AT, parts=ENOUGH).answer == answer


people = st.builds(
    lambda given, family, born, phone: somebody(f"{given} {family}, {born}, {phone}"),
    st.sampled_from(["William", "Bill", "W", "Zoe", "Ann Zoe", "Иван", "Hill"]),
    st.sampled_from(["Hill", "Hil", "Hill-Price", "Price", "William"]),
    st.sampled_from(["", "1971-05-06", "1971-06-05", "1991-06-05", "1971-01-01"]),
    st.sampled_from(["", "0611", "0622"]),
)


@given(people, people, st.integers(1, 2_000_000))
def test_no_machine_joins_across_a_guard_and_order_makes_no_difference(
    one: Prepared, other: Prepared, records: int
) -> None:
    answer, weight = decided(one, other, records)
    assert (answer, weight) == decided(other, one, records)
    if guarded(one, other, MODEL) is not None:
        assert answer is not Answer.JOIN


@given(people, people, st.integers(1, 1_000_000))
def test_more_records_never_make_two_likelier_to_be_one(one: Prepared, other: Prepared, records: int) -> None:
    """Nothing but what a crowd shares is worth more in a larger list, and that no more than it costs."""
    shared = sum(
        1
        for name in ("homes", "phones", "lines", "postcodes", "district")
        if getattr(one, name) and getattr(one, name) == getattr(other, name)
    )
    if not shared:
        assert decided(one, other, records * 2)[1] <= decided(one, other, records)[1]
