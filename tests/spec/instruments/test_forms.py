"""What a public screening tool comes to: SERAF exactly as published, and what makes a pack whole."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.instruments.changing import changes
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.reading import PackError, read
from watchkeeper.instruments.scoring import FaultyError, faults, scored
from watchkeeper.instruments.shelf import PACKS, load

SERAF, SIGNS = load()["seraf_2013"], load()["signs_2026"]
ON = date(2026, 3, 20)


def of(pack: Pack, section: str) -> list[str]:
    return [item.ref for item in pack.items if item.section == section]


def answered(pack: Pack = SERAF, **counts: int) -> dict[str, str]:
    """Everything answered "no" but so many of each kind; `now`, `before`, `both` are significant ones."""
    answers = {item.ref: "no" for item in pack.items}
    for section in ("vulnerability", "moderate"):
        for ref in of(pack, section)[: counts.get(section, 0)]:
            answers[ref] = "yes"
    left = of(pack, "significant")
    for name, says in (("now", "past 6 months"), ("before", "6 to 12 months ago"), ("both", "both")):
        for _ in range(counts.get(name, 0)):
            answers[left.pop()] = says
    return answers


@table("""
    case                                   | vulnerability | moderate | now | before | both | points | band
    ---------------------------------------|---------------|----------|-----|--------|------|--------|-----
    nothing found                          | 0             | 0        | 0   | 0      | 0    | 0      | not at risk
    each vulnerability is 1                | 5             | 0        | 0   | 0      | 0    | 5      | not at risk
    6 points                               | 5             | 1        | 0   | 0      | 0    | 6      | mild risk
    each moderate indicator is 1           | 5             | 5        | 0   | 0      | 0    | 10     | mild risk
    11 points                              | 6             | 5        | 0   | 0      | 0    | 11     | moderate risk
    15 points                              | 10            | 5        | 0   | 0      | 0    | 15     | moderate risk
    16 points                              | 11            | 5        | 0   | 0      | 0    | 16     | significant risk
    significant in the past 6 months is 5  | 0             | 0        | 1   | 0      | 0    | 5      | not at risk
    significant 6 to 12 months ago is 1    | 0             | 0        | 0   | 1      | 0    | 1      | not at risk
    significant in both is 6               | 0             | 0        | 0   | 0      | 1    | 6      | mild risk
    all kinds together                     | 2             | 3        | 1   | 1      | 1    | 17     | significant risk
    everything                             | 11            | 12       | 0   | 0      | 7    | 65     | significant risk
""")
def test_seraf_is_scored_as_published(
    vulnerability: str, moderate: str, now: str, before: str, both: str, points: str, band: str
) -> None:
    found = scored(
        SERAF,
        answered(
            vulnerability=int(vulnerability),
            moderate=int(moderate),
            now=int(now),
            before=int(before),
            both=int(both),
        ),
        on=ON,
    )
    assert (found.points, found.band, found.provisional) == (Decimal(points), band, False)


@table("""
    case                                       | answers                                   | band               | most
    -------------------------------------------|-------------------------------------------|--------------------|-----
    all no                                     | all                                       | no current concern | no current concern
    one other sign                             | all school yes                            | low                | low
    many other signs are still low             | all school yes substances yes despair yes | low                | low
    a strong sign earlier                      | all money earlier                         | medium             | medium
    a strong sign now                          | all money past 6 months                   | high               | high
    nothing answered is not known, never no    |                                           | no current concern | high
    one found, the rest not known              | school yes                                | low                | high
""")
def test_signs_lead_to_a_band_and_nothing_is_added_up(answers: str, band: str, most: str) -> None:
    said = {item.ref: "no" for item in SIGNS.items} if answers.startswith("all") else {}
    words = answers.removeprefix("all").split()
    while words:
        ref, name = words[0], words[1]
        if name == "past":
            name, words = " ".join(words[1:4]), words[2:]
        said[ref], words = name, words[2:]
    found = scored(SIGNS, said, on=ON)
    assert (found.band, found.gravest, found.points) == (band, most, Decimal(0))
    assert not SIGNS.adds


def test_what_is_not_known_is_said_and_what_it_would_change() -> None:
    answers = answered(vulnerability=4)
    del answers["missing"], answers["drugs"]
    found = scored(SERAF, answers, on=ON)
    assert [item.ref for item in found.unknown] == ["drugs", "missing"]
    assert (found.band, found.gravest, found.provisional) == ("not at risk", "moderate risk", True)
    assert changes(SERAF, answers, on=ON) == (
        "missing overnight or longer, not known: 'past 6 months' would make it mild risk",
        "2 more points would make it mild risk",
    )


def test_the_terms_add_up_to_the_points() -> None:
    found = scored(SERAF, answered(vulnerability=3, moderate=2, both=2), on=ON)
    assert sum(each.value for each in found.added) == found.points == 17


def test_answers_the_tool_has_not_are_told_all_at_once() -> None:
    wrong = faults(SERAF, {"drugs": "maybe", "shoes": "yes", "missing": "no"}, on=ON)
    assert wrong == (
        "seraf does not ask about 'shoes'",
        "drugs is answered with 'maybe'; it may be no, yes",
    )
    with pytest.raises(FaultyError, match="shoes"):
        scored(SERAF, {"shoes": "yes"}, on=ON)


@st.composite
def replies(draw: st.DrawFn) -> tuple[Pack, dict[str, str]]:
    pack = draw(st.sampled_from([SERAF, SIGNS]))
    names = {item.ref: [each.name for each in item.choices] for item in pack.items}
    asked = draw(st.sets(st.sampled_from(sorted(names))))
    return pack, {ref: draw(st.sampled_from(names[ref])) for ref in sorted(asked)}


@settings(max_examples=60)
@given(replies(), st.data())
def test_answering_what_was_not_known_never_makes_a_child_less_at_risk(
    case: tuple[Pack, dict[str, str]], data: st.DataObject
) -> None:
    pack, answers = case
    found = scored(pack, answers, on=ON)
    assert pack.rank(found.band) <= pack.rank(found.gravest)
    for item in found.unknown:
        name = data.draw(st.sampled_from([each.name for each in item.choices]))
        answers = {**answers, item.ref: name}
        now = scored(pack, answers, on=ON)
        assert pack.rank(found.band) <= pack.rank(now.band) <= pack.rank(found.gravest)
        assert now.points >= found.points
        found = now
    assert not found.provisional


def test_forms_say_where_they_come_from_and_how_far_they_go() -> None:
    for pack in (SERAF, SIGNS):
        assert pack.ref == f"{pack.name} {pack.version} {pack.hash}"
        assert len(pack.source.quote.split()) >= 3
        assert all(limit.endswith(".") for limit in pack.limits)
        assert all(
            one.least is None or two.least is None or one.least < two.least
            for one, two in pairwise(pack.bands)
        )


WHOLE = (PACKS / "seraf_2013.toml").read_text()


@table("""
    fault                               | was                               | becomes                  | says
    ------------------------------------|-----------------------------------|--------------------------|-----
    a key is missing                    | licence =                         | # licence =              | lacks licence
    a key nobody reads                  | review_months = 3                 | review_months = 3; x = 1 | not readable as TOML
    a key of the wrong kind             | under_age = 18                    | under_age = "18"         | under_age is not a int
    an item without a section           | section = "moderate"              | section = "mild"         | item out-late is of a section that is not there: mild
    an item twice                       | ref = "drugs"                     | ref = "alcohol"          | items names alcohol 2 times
    points below 0                      | points = 5                        | points = -5              | section significant: past 6 months counts -5, which is not a whole number of 0 or more
    "no" that counts                    | [{ name = "no" }, { name = "yes"  | [{ name = "no", points = 1 }, { name = "yes" | section moderate: its first choice, no, is that nothing was found, and counts for nothing
    bands out of order                  | least = 11                        | least = 5                | bands do not begin at 0 points and rise
    a standing that is none             | standing = "unconfirmed"          | standing = "surely"      | standing is 'surely'; it may be confirmed or unconfirmed
    an address that is none             | href = "https://                  | href = "http://          | href is not an address that begins with https://
    a low band above one that is not    | least = 16                        | least = 16; low = true   | not readable as TOML
""")
def test_a_pack_that_is_not_whole_does_not_load(was: str, becomes: str, says: str) -> None:
    assert was in WHOLE
    with pytest.raises(PackError) as caught:
        read(WHOLE.replace(was, becomes).encode())
    assert any(fault.startswith(says) for fault in caught.value.faults), caught.value.faults


@table("""
    fault                              | was               | becomes                 | says
    -----------------------------------|-------------------|-------------------------|-----
    a key nobody reads                 | review_months = 3 | review_months = 3+x = 1 | has a key nobody reads: x
    a low band above one that is not   | least = 16        | least = 16+low = true   | a low band stands above one that is not low
    a choice that leads nowhere        | at_least = "high" | at_least = "higher"     | section strong: past 6 months leads to a band that is not there: higher
    every band low                     | name = "high"     | name = "high"           |
""")
def test_faults_on_a_line_of_their_own(was: str, becomes: str, says: str) -> None:
    whole = WHOLE if was in WHOLE else (PACKS / "signs_2026.toml").read_text()
    if not says:
        whole = whole.replace("low = true\n", "").replace("least = 0", "least = 0\nlow = true", 1)
        assert read(whole.encode()).least_allowed == 1
        return
    with pytest.raises(PackError) as caught:
        read(whole.replace(was, becomes.replace("+", "\n")).encode())
    assert says in caught.value.faults
