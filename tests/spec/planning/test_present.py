"""The plan as it stands: the frozen one, what was changed since, and the doors knocked at."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from tests.unit.planning.plans import EARLY, LATE, NIGHT, PLAN
from watchkeeper.planning.facts import Alteration, Altered, Cause, Guarantee, NightPlan
from watchkeeper.planning.rules.present import Knock, pool, present, standing

AT = datetime(2026, 3, 20, 12, tzinfo=UTC)
PEOPLE = tuple(each.person for each in PLAN.candidates)


def change(
    kind: Alteration | str, person: str = "", crew: str = "", part: str = "", minutes: int = 0
) -> Altered:
    return Altered(
        "A1", PLAN.ref, 1, Alteration(kind), "S1", AT, "a reason", person, crew, part, minutes,
        notice_hours=4 if kind == "announced" else None,
    )  # fmt: skip


def said(plan: NightPlan) -> str:
    """Rounds as `P1@480 P2@600 | P3@1000`; made in brackets, pinned with a star."""
    return " | ".join(
        " ".join(
            f"{'(' if v.made else ''}{v.person}@{v.starts_minute}{'*' if v.pinned else ''}{')' if v.made else ''}"
            for v in one.visits
        )
        for one in plan.rounds
    )


@table("""
    case                                        | kind      | person | crew  | part    | minutes | rounds
    --------------------------------------------|-----------|--------|-------|---------|---------|-------------------------------
    nothing changed                             | -         |        |       |         | 0       | P1@480 P2@600 / P3@1000
    a drop takes the visit off                  | dropped   | P2     |       |         | 0       | P1@480 / P3@1000
    a pin where the visit is marks it           | pinned    | P2     | early |         | 0       | P1@480 P2@600* / P3@1000
    a pin of somebody else puts them last       | pinned    | P6     | early |         | 0       | P1@480 P2@600 P6@630* / P3@1000
    a pin to the other crew moves and marks     | pinned    | P2     | late  |         | 0       | P1@480 / P3@1000 P2@1030*
    a move to the other crew                    | moved     | P1     | late  |         | 0       | P2@600 / P3@1000 P1@1030
    a move to another part of the day           | moved     | P1     |       | evening | 0       | P2@600 P1@630 / P3@1000
    a crew that cannot go loses its round       | crew off  |        | early |         | 0       | / P3@1000
    a visit that ran long pushes the rest       | ran long  | P1     |       |         | 25      | P1@480 P2@625 / P3@1000
    the last of a round pushes nobody           | ran long  | P2     |       |         | 25      | P1@480 P2@600 / P3@1000
    """)
def test_each_change_does_what_it_says(kind, person, crew, part, minutes, rounds):
    refs = {"early": EARLY.ref, "late": LATE.ref, "": ""}
    changes = [] if kind == "-" else [change(kind, person, refs[crew], part, int(minutes))]
    assert said(present(PLAN, changes, {})).strip() == rounds.replace("/", "|")


def test_a_pin_is_outside_the_lottery_and_a_move_is_not():
    pinned = present(PLAN, [change("pinned", "P2", EARLY.ref)], {})
    moved = present(PLAN, [change("moved", "P2", LATE.ref)], {})
    assert pinned.rounds[0].visits[1].guarantee is Guarantee.OUTSIDE
    assert moved.rounds[1].visits[1].guarantee is Guarantee.WITHIN


def test_whoever_is_dropped_or_loses_their_crew_is_left_out_with_why():
    gone = {each.person: each.cause for each in present(PLAN, [change("dropped", "P2")], {}).left_out}
    off = {
        each.person: each.cause for each in present(PLAN, [change("crew off", crew=EARLY.ref)], {}).left_out
    }
    assert gone["P2"] is Cause.DROPPED
    assert {person for person, cause in off.items() if cause is Cause.CREW_OFF} == {"P1", "P2"}


@table("""
    case                                   | person | seen | rounds                      | back
    ---------------------------------------|--------|------|-----------------------------|-----
    seen: done with                        | P1     | yes  | (P1@480) P2@600 / P3@1000   | no
    not seen: off the round, back          | P1     | no   | (P1@480) P2@600 / P3@1000   | yes
    somebody of the reserve, seen          | P4     | yes  | P1@480 P2@600 / P3@1000     | no
    somebody of the reserve, not seen      | P4     | no   | P1@480 P2@600 / P3@1000     | yes
    """)
def test_a_knock_makes_the_visit(person, seen, rounds, back):
    knocks = {person: Knock(500, seen == "yes")}
    plan = present(PLAN, [], knocks)
    assert said(plan) == rounds.replace("/", "|")
    assert (person in pool(plan, knocks)) is (back == "yes")
    assert all(each.person != person for one in plan.rounds for each in one.reserve)


def test_nobody_knocked_for_whose_ticket_was_not_drawn_comes_into_the_pool():
    assert "P6" not in pool(present(PLAN, [], {"P6": Knock(500, False)}), {})


def test_changes_to_an_earlier_revision_are_in_the_plan_that_was_made_from_them():
    later = NightPlan(**{**{name: getattr(PLAN, name) for name in PLAN.__slots__}, "revision": 2})
    assert present(later, [change("dropped", "P2")], {}) == later
    assert standing([change("dropped", "P2")]).dropped == {"P2": "a reason"}


def test_the_newest_of_two_changes_decides():
    kept = standing([change("dropped", "P2"), change("pinned", "P2", EARLY.ref)])
    assert (kept.pinned, kept.dropped) == ({"P2": (EARLY.ref, "")}, {})
    gone = standing([change("pinned", "P2", EARLY.ref), change("dropped", "P2")])
    assert (gone.pinned, set(gone.dropped)) == ({}, {"P2"})
    moved = standing([change("pinned", "P2", EARLY.ref), change("moved", "P2", part="day")])
    assert moved.pinned == {"P2": (EARLY.ref, "day")}


@table("""
    case                                        | was       | person | now        | rounds
    --------------------------------------------|-----------|--------|------------|-------------------------
    a pin where the visit was: free again       | pinned    | P2     | taken back | P1@480 P2@600 / P3@1000
    a pin of somebody not drawn: off the round  | pinned    | P6     | taken back | P1@480 P2@600 / P3@1000
    a move: the visit is where it was           | moved     | P2     | taken back | P1@480 P2@600 / P3@1000
    a drop: the visit is there again            | dropped   | P2     | taken back | P1@480 P2@600 / P3@1000
    pinned again after that: it stands          | pinned    | P2     | pinned     | P1@480 P2@600* / P3@1000
    a crew that comes back has its round        | crew off  |        | crew back  | P1@480 P2@600 / P3@1000
    and off again it has none                   | crew back |        | crew off   | / P3@1000
    """)
def test_what_is_taken_back_is_as_if_nobody_had_done_it(was, person, now, rounds):
    made = [change(each, person, EARLY.ref) for each in (was, now)]
    plan = present(PLAN, made, {})
    assert said(plan).strip() == rounds.replace("/", "|")
    if now in ("taken back", "crew back"):
        assert plan == PLAN


def test_what_an_earlier_revision_fixed_is_taken_back_from_the_plan_that_keeps_it():
    """Pinned before the day was planned again: somebody not drawn leaves at once, anybody else is free."""
    pinned = [change("pinned", "P2", EARLY.ref), change("pinned", "P6", EARLY.ref)]
    kept = present(PLAN, [*pinned, change("dropped", "P3")], {})
    later = replace(kept, revision=2)
    back = [replace(change("taken back", each), revision=2) for each in ("P2", "P6", "P3")]
    plan = present(later, [*pinned, *back], {})
    assert said(plan) == "P1@480 P2@600 | "
    assert all(v.guarantee is Guarantee.WITHIN for one in plan.rounds for v in one.visits)
    causes = {each.person: each.cause for each in plan.left_out}
    assert causes["P6"] is Cause.NOT_DRAWN
    assert causes["P3"] is Cause.TAKEN_BACK
    asked = standing([*pinned, *back])
    assert (asked.pinned, asked.dropped) == ({}, {})
    assert standing([change("crew off", crew="O1+O7"), change("crew back", crew="O1+O7")]).crews_back == {
        "O1+O7"
    }


def test_a_visit_is_unannounced_until_somebody_says_otherwise():
    assert all(v.notice_hours is None for one in PLAN.rounds for v in one.visits)
    told = present(PLAN, [change("announced", "P1")], {})
    assert [v.notice_hours for v in told.rounds[0].visits] == [4, None]


changes = st.lists(
    st.builds(
        change,
        st.sampled_from([kind.value for kind in Alteration]),
        st.sampled_from(PEOPLE),
        st.sampled_from((EARLY.ref, LATE.ref)),
        st.sampled_from(("", "day", "evening")),
        st.integers(0, 60),
    ),
    max_size=6,
)
knocks = st.dictionaries(st.sampled_from(PEOPLE), st.builds(Knock, st.integers(420, 1260), st.booleans()))


@given(changes, knocks)
@settings(max_examples=150)
def test_nobody_is_visited_twice_nobody_is_lost_and_the_lottery_holds(made, knocked):
    plan = present(PLAN, made, knocked)
    visits = [v for one in plan.rounds for v in one.visits]
    people = [v.person for v in visits]
    assert len(people) == len(set(people))
    for v in visits:
        drawn = next(each.drawn for each in plan.candidates if each.person == v.person)
        assert drawn or v.guarantee is Guarantee.OUTSIDE
    done = {person for person, knock in knocked.items() if knock.seen}
    assert set(PEOPLE) - done <= set(people) | {each.person for each in plan.left_out}
    assert plan.night == NIGHT
    assert not {v.person for v in visits if not v.made} & pool(plan, knocked)
