"""The transparency record: every answer from the pack, and what it does not say is said to be not said."""

import pytest

from tests.spec.instruments.scoring import PACKS
from watchkeeper.instruments.facts import Kind
from watchkeeper.instruments.telling import KINDS, NOT_SAID, STANDINGS, record


def answers(stem: str) -> dict[str, str]:
    return {each.asks: each.answer for chapter in record(PACKS[stem]) for each in chapter.said}


@pytest.mark.parametrize("stem", sorted(PACKS))
def test_every_pack_has_the_same_questions_under_the_same_headings(stem: str) -> None:
    found = record(PACKS[stem])
    first = record(PACKS["osp_dc_2026"])
    assert [(each.heading, [said.asks for said in each.said]) for each in found] == [
        (each.heading, [said.asks for said in each.said]) for each in first
    ]
    assert all(said.told for each in found for said in each.said)
    assert not any(said.answer == NOT_SAID for each in found for said in each.said)


def test_an_answer_is_the_pack_s_own() -> None:
    pack, said = PACKS["osp_dc_2026"], answers("osp_dc_2026")
    assert pack.transparency is not None
    assert said["Who answers for it"] == pack.transparency.owner
    assert said["Licence"] == pack.source.licence
    assert said["Training it asks for"] == pack.training
    assert all(limit in said["Known limits"] for limit in pack.limits)
    assert said["Protected characteristics it asks about"] == "Sex and age."
    assert said["What is worked out and not asked"].startswith("5 items")


def test_what_nobody_said_is_not_made_up() -> None:
    for stem in PACKS:
        said = answers(stem)
        for asks in (
            *("What was done before it", "Assessment of data protection", "Assessment of equality"),
            *("How often, and about how many people, it is used", "What was used to make it"),
        ):
            assert said[asks] == "", f"no pack has a word for it: {stem}, {asks}"


def test_a_screening_form_says_less_and_the_record_shows_it() -> None:
    said = answers("seraf_2013")
    assert said["Why it is used"] == said["Ground in law"] == ""
    assert said["Whom it is for"] == "For children under 18."
    assert said["Repeated"] == "After 3 months."


def test_every_kind_and_standing_has_words() -> None:
    assert set(KINDS) == set(Kind)
    assert set(STANDINGS) == {pack.standing for pack in PACKS.packs.values()}


def test_an_unconfirmed_pack_says_why() -> None:
    assert PACKS["static99r_2016"].because in answers("static99r_2016")["Standing"]
