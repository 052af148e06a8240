"""A record made ready: dirt in, clean out."""

from datetime import date

from tests.conftest import ON
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.people.facts import Mention
from watchkeeper.people.identity.lists import placeholders
from watchkeeper.people.rules.preparing import Preparer, identifier, phone, prepared

READY = Preparer(placeholders(shelf.load(), on=ON))


def ready(**known: object) -> dict[str, str | None]:
    return prepared(Mention("M1", "test", **known), READY)._asdict()  # type: ignore[arg-type]


@table("""
    case                         | given_names     | family_name  | field        | value
    -----------------------------|-----------------|--------------|--------------|------
    titles are left out          | Mr John         | Hill         | given        | john
    accents are left out         | Séan            | Ó Briain     | family       | obriain
    Cyrillic is read             | Сергей          | Иванов       | given        | sergey
    and Greek                    | Γιώργος         | Hill         | given        | giorgos
    short forms go together      | William         | Hill         | forms        | bill
    a slip in a long one too     | Wiliam          | Hill         | forms        | bill
    in a short one it is another | Bil             | Hill         | forms        | bil
    two slips are another too    | Wilam           | Hill         | forms        | wilam
    a name of two families       | Yusuf           | Hill         | forms        | joe, joseph
    Mac and Mc are one           | Ann             | MacDonald    | family       | mcdonald
    parts of a double name       | Ann             | Hill-Price   | families     | hill, hillprice, price
    small words are no part      | Ann             | van der Berg | family_sound | BRK
    a generation                 | John            | Hill jnr.    | generation   | junior
    and its name without it      | John            | Hill Sr      | family       | hill
    middle names                 | Anne Marie Lou  | Hill         | middle       | marie lou
    not known                    | Unknown         | Hill         | given        |
    nothing                      |                 | Hill         | given        |
    """)
def test_names(given_names: str, family_name: str, field: str, value: str) -> None:
    found = ready(given_names=given_names, family_name=family_name)[field]
    assert (found.replace("|", ", ") if found else "") == value


@table("""
    case                         | born       | field     | value
    -----------------------------|------------|-----------|------
    day and month, either way    | 1971-06-05 | born_key  | 1971 05 06
    the same the other way       | 1971-05-06 | born_key  | 1971 05 06
    1 January says less          | 1971-01-01 | rough     | 1971-01-01
    another first of a month     | 1971-02-01 | rough     |
    a date that stands for none  | 1900-01-01 | born      |
    """)
def test_dates(born: str, field: str, value: str) -> None:
    assert ready(born_on=date.fromisoformat(born))[field] == (value or None)


@table("""
    case                         | line           | postcode  | field     | value
    -----------------------------|----------------|-----------|-----------|------
    streets are written out      | Flat 2, 1 High St. | QA1 1AB | line    | flat 2 1 high street
    postcodes in one form        | 1 High St      | qa11ab    | postcode  | QA1 1AB
    and their district           | 1 High St      | QA11 1AB  | district  | QA11
    a foreign one is kept        | 1 High St      | 2600      | postcode  | 2600
    no fixed abode is no place   | NFA            | ZZ99 3VZ  | place     |
    home is both together        | 1 High St      | QA1 1AB   | homes     | 1 high street, QA1 1AB
    """)
def test_places(line: str, postcode: str, field: str, value: str) -> None:
    assert ready(addresses=((line, postcode),))[field] == (value or None)


@table("""
    case                     | typed              | dialled
    -------------------------|--------------------|--------
    as dialled               | 07700 900123       | 07700900123
    from abroad              | +44 7700 900123    | 07700900123
    with both                | 0044 (0)7700900123 | 07700900123
    of another country       | +33 1 99 00 12 34  | 33199001234
    no figures               | none               |
    """)
def test_telephones(typed: str, dialled: str) -> None:
    assert phone(typed) == dialled


@table("""
    case                     | typed            | kind | value
    -------------------------|------------------|------|------
    of a kind                | PNC: 01/2345X    | PNC  | PNC 012345X
    of no kind               | ab-12            |      | AB12
    blank of a kind          | PNC:             | PNC  |
    """)
def test_identifiers(typed: str, kind: str, value: str) -> None:
    assert identifier(typed) == (kind, value)


def test_nothing_of_a_special_category_is_read() -> None:
    words = {word for name in (*Mention.__dataclass_fields__, *ready()) for word in name.split("_")}
    assert words.isdisjoint(
        {"race", "ethnicity", "religion", "belief", "health", "sex", "gender", "orientation"}
    )
