"""What may stand on the policy shelf, and how far a force may move it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.parameter import NotInForceError, Weight

ROW = """
[{name}]
says    = "Days allowed."
unit    = "days"
cite    = "An Act, s.1"
href    = "https://www.legislation.gov.uk/"
quote   = "within the period"
read_on = 2026-11-22
values  = {values}
{more}
"""


def written(
    name: str, *, values: str = "[{ from = 2020-01-01, value = 10 }]", more: str = "", without: str = ""
) -> str:
    lines = ROW.format(name=name, values=values, more=more).splitlines()
    return "\n".join(line for line in lines if not without or not line.startswith(without))


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("statute", "guidance", "local", "home"):
        (tmp_path / folder).mkdir()
    (tmp_path / "statute" / "act.toml").write_text(written("statutory"))
    (tmp_path / "guidance" / "visits.toml").write_text(
        written(
            "fewer",
            values="[{ from = 2020-01-01, value = 10 }, { from = 2026-01-01, value = 5 }]",
            more='tighter = "less"',
        )
        + written("longer", more='tighter = "more"')
        + written("fixed")
        + written(
            "levels",
            values="[{ from = 2020-01-01, value = { high = 3, low = 12 } }]",
            more='tighter = "less"',
        )
        + written("ranks", values='[{ from = 2020-01-01, value = "inspector" }]', more='tighter = "more"')
        + written("coming", values='[{ from = "not commenced", value = 3 }]', more='tighter = "less"')
    )
    monkeypatch.setattr(shelf, "POLICY", tmp_path)
    shelf.load.cache_clear()
    return tmp_path


@pytest.fixture(autouse=True)
def shelf_as_shipped_afterwards() -> object:
    yield
    shelf.load.cache_clear()


def faults(policy: Path, local: str = "") -> str:
    (policy / "home" / "force.toml").write_text(local)
    shelf.load.cache_clear()
    try:
        shelf.load(policy / "home")
    except shelf.ShelfError as error:
        return "\n".join(error.faults)
    return ""


def local(name: str, values: str, says: str = 'says = "Why."') -> str:
    return f"[{name}]\n{says}\nvalues = {values}\n"


def test_the_shelf_stands_as_it_is(policy: Path) -> None:
    assert faults(policy) == ""
    held = shelf.load(policy / "home")
    assert {row.name for row in held} == {
        "statutory",
        "fewer",
        "longer",
        "fixed",
        "levels",
        "ranks",
        "coming",
    }
    assert held["fewer"].whole(date(2025, 12, 31)) == 10
    assert held["statutory"].weight is Weight.STATUTE
    with pytest.raises(NotInForceError):
        held["coming"].on(date(2060, 1, 1))
    assert held["coming"].awaiting == 3
    row = held["statutory"]
    assert (row.says, row.unit, row.cite) == ("Days allowed.", "days", "An Act, s.1")
    assert (row.href, row.quote) == ("https://www.legislation.gov.uk/", "within the period")
    assert (row.read_on, row.confirmed) == (date(2026, 11, 22), True)


def test_keys_nobody_reads_are_listed(policy: Path) -> None:
    (policy / "statute" / "act.toml").write_text(written("statutory", more='one = "1"\ntwo = "2"'))
    assert faults(policy) == "act.toml: statutory has keys nobody reads: one, two"


def test_a_row_that_rests_on_memory_says_so(policy: Path) -> None:
    (policy / "statute" / "act.toml").write_text(written("statutory", more='standing = "unconfirmed"'))
    assert faults(policy) == ""
    assert shelf.load(policy / "home")["statutory"].confirmed is False


@pytest.mark.parametrize("key", shelf.NEEDED)
def test_a_row_without_its_source_does_not_load(policy: Path, key: str) -> None:
    (policy / "statute" / "act.toml").write_text(written("statutory", without=key))
    assert f"act.toml: statutory lacks {key}" in faults(policy)


@table("""
    case                                  | values                                                             | more                  | fault
    --------------------------------------|--------------------------------------------------------------------|-----------------------|------
    dates out of order                    | [{ from = 2021-01-01, value = 1 }, { from = 2020-01-01, value = 2 }] |                     | out of date order
    two values from one day               | [{ from = 2021-01-01, value = 1 }, { from = 2021-01-01, value = 2 }] |                     | two from one day
    a value with no date                  | [{ value = 1 }]                                                    |                       | no date
    a date with no value                  | [{ from = 2021-01-01 }]                                            |                       | no value
    an instant is not a day               | [{ from = 2021-01-01T00:00:00, value = 1 }]                        |                       | no date
    a standing nobody knows               | [{ from = 2021-01-01, value = 1 }]                                 | standing = "unsure"   | standing
    a misspelt key                        | [{ from = 2021-01-01, value = 1 }]                                 | tigther = "less"      | keys nobody reads: tigther
    a way of tightening nobody knows      | [{ from = 2021-01-01, value = 1 }]                                 | tighter = "smaller"   | tighter
    no values at all                      | []                                                                 |                       | lacks values
    """)
def test_a_row_that_does_not_hold(policy: Path, values: str, more: str, fault: str) -> None:
    (policy / "statute" / "act.toml").write_text(written("statutory", values=values, more=more))
    assert fault in faults(policy)


def test_every_fault_is_shown_at_once(policy: Path) -> None:
    (policy / "statute" / "act.toml").write_text(
        written("one", without="cite") + written("two", without="href")
    )
    (policy / "statute" / "aaa_broken.toml").write_text("[")
    found = faults(policy)
    assert "one lacks cite" in found
    assert "two lacks href" in found
    assert "aaa_broken.toml: not readable" in found
    assert "act.toml: one " in found


def test_a_day_of_reading_that_is_no_day_is_a_fault(policy: Path) -> None:
    row = written("statutory").replace("read_on = 2026-11-22", 'read_on = "lately"')
    (policy / "statute" / "act.toml").write_text(row)
    assert faults(policy) == "act.toml: statutory has a read_on that is not a date: 'lately'"


def test_a_word_that_is_not_allowed_is_answered_with_those_that_are(policy: Path) -> None:
    (policy / "statute" / "act.toml").write_text(written("statutory", more='tighter = "smaller"'))
    assert faults(policy) == "act.toml: statutory has tighter = 'smaller'; it may be less or more"


def test_a_name_stands_once_on_the_whole_shelf(policy: Path) -> None:
    (policy / "statute" / "other.toml").write_text(written("fewer"))
    assert "stands on the shelf twice" in faults(policy)


@table("""
    case                                      | name      | values                                                                | fault
    ------------------------------------------|-----------|-----------------------------------------------------------------------|------
    one day fewer                             | fewer     | [{ from = 2026-02-01, value = 4 }]                                    |
    the same                                  | fewer     | [{ from = 2026-02-01, value = 5 }]                                    |
    half a day fewer                          | fewer     | [{ from = 2026-02-01, value = 4.5 }]                                  |
    one day more                              | fewer     | [{ from = 2026-02-01, value = 6 }]                                    | loosens
    tight then, loose once guidance tightened | fewer     | [{ from = 2025-01-01, value = 8 }]                                    | loosens
    tight then, and tightened in time         | fewer     | [{ from = 2025-01-01, value = 8 }, { from = 2026-01-01, value = 5 }]  |
    tightened a day late                      | fewer     | [{ from = 2025-01-01, value = 8 }, { from = 2026-01-02, value = 5 }]  | loosens
    before guidance says anything             | fewer     | [{ from = 2019-12-31, value = 1 }]                                    | before guidance
    from the day guidance begins              | fewer     | [{ from = 2020-01-01, value = 1 }]                                    |
    more where more is tighter                | longer    | [{ from = 2026-02-01, value = 11 }]                                   |
    fewer where more is tighter               | longer    | [{ from = 2026-02-01, value = 9 }]                                    | loosens
    a row with no room                        | fixed     | [{ from = 2026-02-01, value = 9 }]                                    | no room
    statute, even tighter                     | statutory | [{ from = 2026-02-01, value = 1 }]                                    | may not touch
    a row nobody knows                        | unknown   | [{ from = 2026-02-01, value = 1 }]                                    | not on the shelf
    a table, one key tighter                  | levels    | [{ from = 2026-02-01, value = { high = 2, low = 12 } }]               |
    a table, one key looser                   | levels    | [{ from = 2026-02-01, value = { high = 2, low = 13 } }]               | low 13
    a table that lost a key                   | levels    | [{ from = 2026-02-01, value = { high = 2 } }]                         | keys high, low
    a number where a table stood              | levels    | [{ from = 2026-02-01, value = 2 }]                                    | only numbers
    words cannot be weighed                   | ranks     | [{ from = 2026-02-01, value = "sergeant" }]                           | only numbers
    a word where a number stood               | fewer     | [{ from = 2026-02-01, value = "4" }]                                  | same kind
    yes where a number stood                  | fewer     | [{ from = 2026-02-01, value = true }]                                 | same kind
    no day                                    | fewer     | [{ from = "not commenced", value = 1 }]                               | no value in force
    a provision not commenced                 | coming    | [{ from = 2026-02-01, value = 1 }]                                    | before guidance
    """)
def test_a_force_may_tighten_guidance_and_nothing_else(
    policy: Path, name: str, values: str, fault: str
) -> None:
    found = faults(policy, local(name, values))
    assert fault in found
    assert bool(found) is bool(fault), found


def test_a_faulty_value_of_a_force_is_named_with_its_row(policy: Path) -> None:
    found = faults(policy, local("fewer", '[{ from = "soon", value = 4 }]'))
    assert "force.toml: fewer has a value with no date" in found


def test_a_local_row_says_why(policy: Path) -> None:
    assert "lacks says" in faults(policy, local("fewer", "[{ from = 2026-02-01, value = 4 }]", says=""))


def test_a_tightened_row_keeps_its_past_its_source_and_says_whose_it_is(policy: Path) -> None:
    before = shelf.load(policy / "home")
    assert faults(policy, local("fewer", "[{ from = 2025-01-01, value = 4 }]")) == ""
    row = shelf.load(policy / "home")["fewer"]
    assert row.values == ((date(2020, 1, 1), 10), (date(2025, 1, 1), 4))
    assert row.weight is Weight.LOCAL
    assert row.cite == before["fewer"].cite
    assert row.says == "Days allowed. Force policy: Why."
    assert shelf.load(policy / "home").version != before.version


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 14)), min_size=1, max_size=3
    ),
    st.dates(date(2020, 1, 1), date(2032, 1, 1)),
)
def test_whatever_a_force_writes_no_day_is_looser_than_guidance(
    values: list[tuple[date, int]], day: date
) -> None:
    from watchkeeper.law.parameter import Parameter

    guidance = Parameter(
        "fewer", "", "days", Weight.GUIDANCE, "", "", "", date(2026, 1, 1), True,
        ((date(2020, 1, 1), 10), (date(2026, 1, 1), 5)), tighter="less",
    )  # fmt: skip
    rows, found = {"fewer": guidance}, []
    row = {"says": "Why.", "values": [{"from": d, "value": v} for d, v in dict(sorted(values)).items()]}
    shelf._tighten(rows, "fewer", row, "force.toml", found)
    if not found:
        assert rows["fewer"].whole(day) <= guidance.whole(day)
