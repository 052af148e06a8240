"""An assessment made with an instrument: each act, its power, its refusals, its trail."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, MANAGER, PASSED, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.audit.actions import check
from watchkeeper.briefing.clocks import clocks
from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.rating_night import of_second_ratings
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.instruments.shelf import load
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Disposal
from watchkeeper.risk.actions.assessing import Said, answer, begin, conclude, end
from watchkeeper.risk.actions.levelling import set_level
from watchkeeper.risk.actions.rating import draw, draw_again, rate_second
from watchkeeper.risk.actions.signing import action_done, add_action, sign_off
from watchkeeper.risk.answers import OnRecord, Source
from watchkeeper.risk.facts import Duty, Level
from watchkeeper.risk.gathering import Whole, assessment_of
from watchkeeper.risk.models import Assessment, BegunAssessment, LevelReason, Rating, Review, SetLevel
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.acts import Acting, Refused
from watchkeeper.workforce.facts import Course
from watchkeeper.workforce.models import Managed, Officer

pytestmark = pytest.mark.django_db
OTHER = replace(MANAGER, ref="O9")
RECORD = (
    OnRecord("sex", "male", "record of P1"),
    OnRecord("birth_date", "1980-05-01", "record of P1"),
    OnRecord("sexual_history", "yes", "conviction D1"),
)
REST = {
    "start_date": "2024-03-01",
    "last_sexual_sanction_date": "2022-01-10",
    "last_offence_date": "2021-06-01",
    "contact_adult": "3",
    "contact_child": "1",
    "noncontact": "2",
    "images_indirect": "0",
    "sanctions": "5",
    "stranger_victim": "yes",
    "supervision": "community",
}
WHOLE = {item: Said(value) for item, value in REST.items()}
UNKNOWN = WHOLE | {"stranger_victim": Said("")}
"""All but whether the victim was a stranger: from 43 to 47 points, and very high either way."""


@pytest.fixture
def acting(law: Shelf) -> Acting:
    person()
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O1", since=date(2025, 1, 6), **CARRIED)
    Officer.objects.create(
        ref="O1", rank="constable", role="offender manager", unit="U1", hours_share=1, **CARRIED
    )
    return Acting(by=MANAGER, about="P1", on=ON, law=law, purpose="managing the person", at=NOON)


def begun(
    acting: Acting, pack: str = "osp_dc_2026", record: Any = RECORD, why: str = "yearly", **more: Any
) -> str:
    return begin(pack, record, why, acting, **more).ref


def whole(ref: str) -> Whole:
    found = assessment_of("P1", ref, known_at=NOON + timedelta(days=1))
    assert found is not None
    return found


def concluded(acting: Acting, said: dict[str, Said] = WHOLE, band: str = "very high", why: str = "") -> str:
    ref = begun(acting)
    conclude(ref, said, band, why, acting)
    return ref


def test_it_begins_with_what_the_record_says_and_nothing_else(acting: Acting):
    given = {each.item: each for each in whole(begun(acting)).first.given}  # type: ignore[union-attr]
    assert given["sex"].source is Source.RECORD
    assert given["sex"].fact == "record of P1"
    assert given["contact_adult"].source is Source.NOT_KNOWN
    assert given["contact_adult"].value == ""
    assert "pack" in dict(last().facts)
    assert check().holds


@pytest.mark.parametrize(
    ("change", "pack", "why"),
    [
        ({"by": SERGEANT}, "osp_dc_2026", ""),
        ({"by": INSPECTOR}, "osp_dc_2026", "is duty inspector"),
        ({"by": replace(OTHER, unit="U2")}, "osp_dc_2026", "not of the person's unit"),
        ({"by": replace(MANAGER, training=())}, "osp_dc_2026", "has not passed MOSOVO"),
        (
            {"by": replace(MANAGER, training=tuple(t for t in PASSED if t.course is not Course.ARMS))},
            "stable_structure",
            "has not passed ARMS",
        ),
        ({}, "arms_structure", "content is loaded under the force's licence"),
        ({}, "seraf_2013", "does not screen a child"),
        ({}, "nothing", "on the shelf"),
        ({"about": "P2"}, "osp_dc_2026", "P2"),
    ],
)
def test_who_may_begin_and_with_what(acting: Acting, change: dict[str, Any], pack: str, why: str):
    asked = replace(acting, **change)
    if not why:
        assert begun(asked, pack)
        return
    with pytest.raises(Refused, match=why):
        begun(asked, pack)
    refused(why)
    assert not BegunAssessment.objects.exists()


def test_it_is_not_begun_for_others_twice_or_without_saying_why(acting: Acting):
    woman = (OnRecord("sex", "female", "record of P1"),)
    with pytest.raises(Refused, match="for men"):
        begun(acting, record=woman)
    with pytest.raises(Refused, match="why it is begun"):
        begun(acting, why=" ")
    begun(acting)
    with pytest.raises(Refused, match="none with it is open"):
        begun(acting)


def test_an_incomplete_one_is_saved_and_not_concluded(acting: Acting):
    ref = begun(acting)
    answer(ref, {"contact_adult": Said("3")}, acting)
    assert whole(ref).is_open
    with pytest.raises(Refused, match="known to be for this person: for adults of 18 and over: not known"):
        conclude(ref, {}, "very high", "he is known", acting)
    assert whole(ref).is_open
    assert not Assessment.objects.exists()
    with pytest.raises(Refused, match="it may be a whole number"):
        answer(ref, {"contact_adult": Said("several")}, acting)
    with pytest.raises(Refused, match="they began it"):
        answer(ref, {}, replace(acting, by=OTHER))


def test_concluded_it_answers_the_clock_and_keeps_both_bands(acting: Acting):
    made = whole(concluded(acting))
    assert made.rated is not None
    assert (made.rated.base_band, made.rated.adjusted_band, made.rated.band) == ("very high",) * 3
    assert made.rated.stands
    assert not made.rated.provisional
    assert made.completed is not None
    assert (made.completed.instrument, made.completed.completed_on) == ("osp_dc", ON)
    assert made.stands == "concluded, not signed off"
    assert check().holds


def test_another_band_or_another_answer_than_the_records_has_a_reason(acting: Acting):
    ref = begun(acting)
    with pytest.raises(Refused, match="another band than very high"):
        conclude(ref, WHOLE, "high", "", acting)
    older = WHOLE | {"birth_date": Said("1979-05-01")}
    with pytest.raises(Refused, match="differs from the record: date of birth"):
        conclude(ref, older, "very high", "", acting)
    older["birth_date"] = Said("1979-05-01", "read in the court's file")
    row = conclude(ref, older, "high", "in a wheelchair since the offence", acting)
    given = {each.item: each for each in row.given}
    kept = given["birth_date"]
    assert (kept.value, kept.recorded, kept.source) == ("1979-05-01", "1980-05-01", Source.ASSESSOR)
    assert (row.adjusted_band, row.band, row.why) == (
        "very high",
        "high",
        "in a wheelchair since the offence",
    )


def test_what_is_not_known_is_never_no_and_provisional_is_never_low(acting: Acting):
    ref = begun(acting)
    with pytest.raises(Refused, match="never low"):
        conclude(ref, WHOLE | {"contact_adult": Said("")}, "low", "he is quiet", acting)
    with pytest.raises(Refused, match="a reason is given for a band with 1 answer not known"):
        conclude(ref, UNKNOWN, "very high", "", acting)
    row = conclude(ref, UNKNOWN, "very high", "the file is lost", acting)
    assert row.provisional
    assert not row.stands
    assert any(
        "not known: the victim of the current offence is a stranger" in reason for reason in last().reasons
    )


def test_a_pack_that_is_not_confirmed_stands_behind_nothing_and_says_why(acting: Acting):
    record = (*RECORD, OnRecord("age", "45", "record of P1"))
    ref = begun(acting, "static99r_2016", record)
    said = {
        "identifiable_victim": "yes",
        "age_release": "44",
        "lived_with_partner": "no",
        "index_violence": "no",
        "prior_violence": "yes",
        "prior_sexual_charges": "3",
        "prior_sexual_convictions": "2",
        "four_sentences": "yes",
        "noncontact_conviction": "no",
        "unrelated_victim": "yes",
        "stranger_victim": "yes",
        "male_victim": "no",
    }
    row = conclude(ref, {item: Said(value) for item, value in said.items()}, "IVb", "", acting)
    assert not row.stands
    assert any("unconfirmed: the levels are recalled" in reason for reason in last().reasons)


def test_ended_without_a_conclusion_it_says_why(acting: Acting):
    ref = begun(acting)
    with pytest.raises(Refused, match="a reason is given"):
        end(ref, " ", acting)
    end(ref, "begun on the wrong person", acting)
    assert whole(ref).stands == "ended without a conclusion"
    with pytest.raises(Refused, match="it is open"):
        answer(ref, {}, replace(acting, at=NOON + timedelta(hours=1)))


def test_a_newer_one_supersedes_the_one_it_names_once_concluded(acting: Acting):
    old = concluded(acting)
    again = begun(acting, supersedes=old)
    assert whole(old).stands == "concluded, not signed off"
    conclude(again, WHOLE, "very high", "", acting)
    assert whole(old).stands == "superseded"
    with pytest.raises(Refused, match="what it supersedes is concluded"):
        begun(acting, supersedes="nothing")


def test_a_supervisor_who_did_not_make_it_signs_it_off(acting: Acting):
    ref = concluded(acting)
    sergeant = replace(acting, by=SERGEANT, at=NOON + timedelta(hours=1))
    for by, why in ((MANAGER, "is a constable"), (replace(SERGEANT, ref="O1"), "own work")):
        with pytest.raises(Refused, match=why):
            sign_off(ref, "read", replace(sergeant, by=by))
        refused(why)
    with pytest.raises(Refused, match="what was found in it is said"):
        sign_off(ref, "", sergeant)
    sign_off(ref, "read with the file", sergeant)
    made = whole(ref)
    assert made.completed is not None
    assert (made.stands, made.completed.signed_off_on, made.begun.signed_off_by) == ("signed off", ON, "O2")
    with pytest.raises(Refused, match="not signed off yet"):
        sign_off(ref, "again", replace(sergeant, at=NOON + timedelta(hours=2)))


def test_what_it_asks_of_the_plan_has_an_owner_and_a_day_and_is_done(acting: Acting):
    ref = concluded(acting)
    for owner, by, why in (
        ("O8", ON, "O8 is an officer on record"),
        ("O1", date(2026, 3, 19), "has not passed"),
    ):
        with pytest.raises(Refused, match=why):
            add_action(ref, "see the school", owner, by, acting)
    made = add_action(ref, "see the school", "O1", ON, acting)
    action_done(made.ref, replace(acting, at=NOON + timedelta(hours=1)))
    assert [one.done_on for one in whole(ref).actions] == [ON]
    with pytest.raises(Refused, match="not done"):
        action_done(made.ref, replace(acting, at=NOON + timedelta(hours=2)))


def late_in_the_brief(law: Shelf, days: int) -> list[Line]:
    """The lines of the unit's brief about second ratings, so many days on; an officer's has none."""
    asked = Asked(ON + timedelta(days=days), NOON + timedelta(days=days), unit="U1")
    assert of_second_ratings(replace(asked, officer="O1"), law, through=10**6) == []
    return of_second_ratings(asked, law, through=10**6)


def test_a_drawn_one_is_rated_a_second_time_by_somebody_who_has_not_seen_the_first(
    acting: Acting, law: Shelf
):
    ref = concluded(acting)
    later = {"on": ON, "law": law, "at": NOON + timedelta(hours=1)}
    second = replace(acting, by=OTHER, at=NOON + timedelta(hours=2))
    with pytest.raises(Refused, match="was drawn"):
        rate_second(ref, WHOLE, second, band="very high", conclude=True)
    with pytest.raises(Refused, match="is a constable"):
        draw(seed="s", by=MANAGER, **later)
    made = draw(seed="s", by=SERGEANT, **later).fact()
    assert made.drawn == (ref,)
    assert draw_again(made.ref, by=SERGEANT, **{**later, "at": second.at}).holds
    assert late_in_the_brief(law, 28) == []
    ((line, day),) = [(each, each.days) for each in late_in_the_brief(law, 29)]
    assert (line.who, line.what, line.owner, line.about, day) == (
        "P1",
        Duty.SECOND_RATING,
        "sergeant, U1",
        ref,
        1,
    )
    with transaction.atomic():  # a load after the night, known from before it, changes no brief of it
        for row in (Person.objects.get(ref="P1"), Rating.objects.get(concluded=True)):
            row.id, row.act, row.withdrawn = None, 10**6 + 1, True
            row.save(force_insert=True)
        loaded = {**CARRIED, "act": 10**6 + 1}
        SetLevel.objects.create(ref="L9", person_ref="P1", level="medium", set_on=ON, set_by="O1", **loaded)
        assert late_in_the_brief(law, 29) == [line]
        transaction.set_rollback(True)
    with pytest.raises(Refused, match="since the draw before"):
        draw(seed="t", by=SERGEANT, **{**later, "at": second.at})
    for by, why in (
        (MANAGER, "own work"),
        (SERGEANT, "offender manager"),
        (replace(OTHER, training=()), "MOSOVO"),
    ):
        with pytest.raises(Refused, match=why):
            rate_second(ref, WHOLE, replace(second, by=by), band="very high", conclude=True)
    saved = rate_second(ref, {"contact_adult": Said("1")}, second, conclude=False)
    given = {each.item: each.value for each in saved.given}
    assert given["sex"] == "male"
    assert given["stranger_victim"] == ""  # what the first said is not handed on
    row = rate_second(
        ref, WHOLE | {"contact_adult": Said("1")}, second, band="high", why="one adult only", conclude=True
    )
    assert (whole(ref).both, row.band) == (True, "high")
    assert Assessment.objects.count() == 1  # a second rating answers no clock
    assert late_in_the_brief(law, 29) == []
    with pytest.raises(Refused, match="no other second rating"):
        rate_second(ref, WHOLE, replace(second, by=replace(OTHER, ref="O8")), band="high", conclude=True)


def test_the_manager_of_the_person_does_not_rate_it_a_second_time(acting: Acting, law: Shelf):
    ref = begun(replace(acting, by=OTHER))
    conclude(ref, WHOLE, "very high", "", replace(acting, by=OTHER))
    draw(seed="s", by=SERGEANT, on=ON, law=law, at=NOON)
    with pytest.raises(Refused, match="do not manage the person"):
        rate_second(ref, WHOLE, acting, band="very high", conclude=True)


def test_a_level_below_the_score_has_a_reason_which_is_kept_with_the_score(acting: Acting, law: Shelf):
    ref = concluded(acting)
    asked = {
        "person_ref": "P1",
        "set_on": ON,
        "by": MANAGER,
        "on": ON,
        "law": law,
        "purpose": "managing",
        "at": NOON,
    }
    with pytest.raises(Refused, match="below very high, to which OSP/DC points"):
        set_level(Level.LOW, **asked)
    refused("below very high")
    assert not SetLevel.objects.exists()
    level = set_level(Level.LOW, reason="in a hospice", **asked)
    said = LevelReason.objects.get().fact()
    rating = whole(ref).first
    assert rating is not None
    assert (said.level, said.says, said.points_to, said.rating) == (
        level.ref,
        "in a hospice",
        "very high",
        rating.ref,
    )
    assert not any("hospice" in reason for reason in last().reasons)
    set_level(Level.VERY_HIGH, **{**asked, "at": NOON + timedelta(hours=1)})
    assert LevelReason.objects.count() == 1


def test_a_result_names_a_pack_that_can_be_run_again(acting: Acting):
    made = whole(concluded(acting))
    assert made.pack is not None
    assert made.pack.hash == load()["osp_dc_2026"].hash
    assert Rating.objects.filter(pack=made.pack.ref).count() == 2  # as it began, and as it was concluded


def test_a_change_of_level_moves_every_clock_that_hangs_on_it_at_once(acting: Acting, law: Shelf):
    """Nothing is stored but the level: the next question is answered from it."""
    seen = date(2026, 3, 2)
    Disposal.objects.create(
        ref="D1", person_ref="P1", finding="conviction", relevant_date=date(2025, 1, 6),
        sentence="imprisonment", term_months=40, **CARRIED,
    )  # fmt: skip
    Review.objects.create(ref="J1", person_ref="P1", reviewed_on=seen, reviewed_by="O2", **CARRIED)
    Visit.objects.create(
        ref="V1",
        person_ref="P1",
        at=NOON - timedelta(days=18),
        purpose="routine contact",
        outcome="seen",
        **CARRIED,
    )

    def clocks_now(at: Any) -> dict[str, Any]:
        case = case_as_known("P1", law, on=ON, known_at=at)
        assert case is not None
        return {due.duty: due.by for due in clocks(case, law, england_and_wales(), on=ON)}

    asked = {"person_ref": "P1", "set_on": ON, "by": MANAGER, "on": ON, "law": law, "purpose": "managing"}
    set_level(Level.LOW, at=NOON, **asked)
    low = clocks_now(NOON)
    set_level(Level.VERY_HIGH, at=NOON + timedelta(hours=1), **asked)
    high = clocks_now(NOON + timedelta(hours=1))
    assert (low["visit"], high["visit"]) == (date(2027, 3, 2), date(2026, 4, 2))
    assert (low["supervisor's review"], high["supervisor's review"]) == (date(2027, 3, 2), date(2026, 6, 2))
