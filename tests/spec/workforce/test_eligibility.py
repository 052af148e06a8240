"""May this officer hold this work on this day? Rules 90, 91, 96; Police (Vetting) Regulations 2025."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.workforce.fitting import (
    DAY,
    FIT,
    LAW,
    LONG_AGO,
    ON,
    SENIOR,
    WORK,
    alleged,
    day,
    holding,
    passed,
    safe,
)
from tests.table import table
from watchkeeper.workforce.conduct import (
    Abstraction,
    AbstractionKind,
    AllegationKind,
    Clearance,
    ClearanceChange,
    ClearanceStep,
    Excluded,
    Fitness,
    Restricted,
    Screening,
    Suspension,
    VettingLevel,
)
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training
from watchkeeper.workforce.rules.eligibility import (
    SEALED,
    Ground,
    cap,
    eligible,
    not_shown,
    outward,
)

TUTOR = Officer("O5", Rank.SERGEANT, Role.INVESTIGATOR, "NW", training=passed(*Course))


def against(fitness: Fitness, work=WORK, **more) -> list[str]:
    """The grounds on which the officer may not hold the work."""
    return [reason.asks for reason in eligible(fitness, work, LAW, on=ON, **more).unmet]


def test_whoever_lacks_nothing_may_hold_it_and_every_reason_says_why():
    decision = eligible(FIT, WORK, LAW, on=ON)
    assert decision.allowed
    assert all(reason.cite and reason.says and reason.asks for reason in decision.reasons)


def test_everything_that_is_missing_is_said_at_once_in_one_order():
    nobody = Fitness(
        Officer("P1", Rank.CONSTABLE, Role.INVESTIGATOR, "SE", until=ON),
        allegations=(alleged(None),),
        restrictions=(Restricted("R1", "O1", (Excluded.WOMEN,), LONG_AGO),),
        suspensions=(Suspension("X1", "O1", LONG_AGO),),
        changes=(ClearanceChange("K1", "O1", ClearanceStep.WITHDRAWN, LONG_AGO),),
        abstractions=(Abstraction("B1", "O1", AbstractionKind.SICKNESS, LONG_AGO),),
        on_shift=False,
        load=15,
    )
    assert against(nobody) == [
        Ground.POST,
        Ground.ACCREDITATION,
        Ground.ACCREDITATION,
        Ground.RANK,
        Ground.CONFLICT,
        Ground.LOAD,
        Ground.AWAY,
        Ground.SHIFT,
        Ground.UNIT,
        Ground.VETTING,
        Ground.WITHDRAWN,
        Ground.SUSPENDED,
        Ground.RESTRICTED,
        Ground.ALLEGATION,
        Ground.SCREENING,
    ]
    away = replace(WORK, outside=frozenset({"SE"}))
    assert Ground.CHAIN in against(nobody, away)


@table("""
    case                                   | awarded | expires | unmet
    ---------------------------------------|---------|---------|--------------
    passed tomorrow                        | 1       |         | accreditation
    passed today                           | 0       |         |
    passed yesterday                       | -1      |         |
    expires tomorrow                       | -400    | 1       |
    expires today: no longer counts today  | -400    | 0       | accreditation
    expired yesterday                      | -400    | -1      | accreditation
    """)
def test_a_course_in_date(awarded, expires, unmet):
    course = Training(Course.SCAIDP, day(awarded), day(expires))
    one = replace(FIT, officer=replace(FIT.officer, training=(*passed(Course.PIP2), course)))
    assert against(one) == unmet.split()


@table("""
    case                              | held             | needed | met
    ----------------------------------|------------------|--------|----
    PIP 1 is PIP 1                    | PIP 1            | PIP 1  | yes
    PIP 2 satisfies PIP 1             | PIP 2            | PIP 1  | yes
    PIP 3 satisfies PIP 1             | PIP 3            | PIP 1  | yes
    PIP 3 satisfies PIP 2             | PIP 3            | PIP 2  | yes
    a PIP 2 supervisor is PIP 2       | PIP 2 supervisor | PIP 2  | yes
    PIP 1 is not PIP 2                | PIP 1            | PIP 2  | no
    PIP 2 is not PIP 3                | PIP 2            | PIP 3  | no
    a PIP 2 supervisor is not PIP 3   | PIP 2 supervisor | PIP 3  | no
    a specialism is no level          | SCAIDP           | PIP 1  | no
    a level is no specialism          | PIP 3            | SCAIDP | no
    one specialism is not another     | SSAIDP           | SCAIDP | no
    """)
def test_a_higher_level_satisfies_a_lower(held, needed, met):
    work = replace(WORK, needs=((Course(needed),),))
    assert (against(holding(Course(held)), work) == []) is (met == "yes")


@table("""
    case                                             | tutored | needs         | tutor               | unmet
    -------------------------------------------------|---------|---------------|---------------------|------
    a tutor who meets every need                     | yes     | PIP 2         | PIP 2               |
    a tutor with a higher level                      | yes     | PIP 2         | PIP 3               |
    no tutor                                         | yes     | PIP 2         | nobody              | accreditation
    a tutor who lacks the level                      | yes     | PIP 2         | PIP 1               | accreditation
    hard work that lets no trainee hold it           | no      | PIP 2         | PIP 2               | accreditation
    a tutor never stands in for a specialism         | yes     | SCAIDP        | PIP 2, SCAIDP       | accreditation
    nor for access to tools                          | yes     | indecent images tools | indecent images tools | accreditation
    one need of two unmet by the tutor spoils both   | yes     | PIP 2, SCAIDP | PIP 2               | accreditation accreditation
    """)
def test_a_trainee_only_with_a_named_tutor_who_meets_every_need(tutored, needs, tutor, unmet):
    named = (
        None
        if tutor == "nobody"
        else replace(TUTOR, training=passed(*(Course(each) for each in tutor.split(", "))))
    )
    work = replace(WORK, tutored=tutored == "yes", needs=tuple((Course(each),) for each in needs.split(", ")))
    assert against(holding(tutor=named), work) == unmet.split()


@table("""
    case                            | tutor     | stopped | available
    --------------------------------|-----------|---------|----------
    fits                            |           | no      | yes
    left post today                 | left 0    | no      | no
    leaves post tomorrow            | left 1    | no      | yes
    suspended from duty             |           | yes     | no
    a party to the work             | party     | no      | no
    in conflict with a party        | conflict  | no      | no
    the trainee                     | self      | no      | no
    """)
def test_a_tutor_who_is_not_there_is_no_tutor(tutor, stopped, available):
    named = TUTOR
    work = replace(WORK, needs=((Course.PIP2,),), tutored=True)
    if tutor.startswith("left"):
        named = replace(TUTOR, until=day(tutor.split()[1]))
    elif tutor == "self":
        named = replace(TUTOR, ref="O1")
    elif tutor == "party":
        work = replace(work, parties=frozenset({"O5"}))
    elif tutor == "conflict":
        work = replace(work, conflicted=frozenset({"O5"}))
    one = holding(tutor=named, tutor_stopped=stopped == "yes")
    assert (against(one, work) == []) is (available == "yes")


def test_a_suspended_tutor_is_not_named_as_suspended():
    one = holding(tutor=TUTOR, tutor_stopped=True)
    work = replace(WORK, needs=((Course.PIP2,),), tutored=True)
    (reason,) = outward(eligible(one, work, LAW, on=ON)).unmet
    assert reason.says == "has not passed PIP 2; tutor O5 is not available"


@table("""
    case                                        | level | granted | expires | unmet   | missing
    --------------------------------------------|-------|---------|---------|---------|--------
    granted tomorrow                            | MV    | 1       | 400     | vetting | yes
    granted today                               | MV    | 0       | 400     |         | no
    granted yesterday                           | MV    | -1      | 400     |         | no
    expires tomorrow                            | MV    | -400    | 1       |         | no
    expires today: no longer holds today        | MV    | -400    | 0       | vetting | no
    expired yesterday                           | MV    | -400    | -1      | vetting | no
    nobody recorded an expiry                   | MV    | -400    |         | vetting | yes
    a lower level                               | RV    | -400    | 400     | vetting | no
    national security stands for no force level | DV    | -400    | 400     | vetting | no
    no clearance on record                      |       |         |         | vetting | yes
    """)
def test_vetting_at_the_level_and_in_date(level, granted, expires, unmet, missing):
    held = (Clearance("C1", "O1", VettingLevel(level), day(granted), day(expires)),) if level else ()
    decision = eligible(replace(FIT, clearances=held), WORK, LAW, on=ON)
    assert [reason.asks for reason in decision.unmet] == unmet.split()
    assert bool(not_shown(decision)) is (missing == "yes")


@table("""
    case                                               | changes                         | granted | unmet
    ---------------------------------------------------|---------------------------------|---------|------
    suspended tomorrow                                 | suspended 1                     | -400    |
    suspended today                                    | suspended 0                     | -400    | clearance withdrawn
    suspended yesterday                                | suspended -1                    | -400    | clearance withdrawn
    withdrawn today                                    | withdrawn 0                     | -400    | clearance withdrawn
    restored today                                     | suspended -9, restored 0        | -400    |
    restored tomorrow                                  | suspended -9, restored 1        | -400    | clearance withdrawn
    of two on one day the stricter                     | restored -9, suspended -9       | -400    | clearance withdrawn
    a clearance granted later lifts a withdrawal       | withdrawn -9                    | -8      |
    one granted the same day does not                  | withdrawn -9                    | -9      | clearance withdrawn
    a clearance granted later lifts no suspension      | suspended -9                    | -8      | clearance withdrawn
    """)
def test_clearance_suspended_or_withdrawn(changes, granted, unmet):
    made = []
    for at, text in enumerate(changes.split(", ")):
        step, when = text.split()
        made.append(ClearanceChange(f"K{at}", "O1", ClearanceStep(step), day(when)))
    held = (Clearance("C1", "O1", VettingLevel.MV, day(granted), ON + 400 * DAY),)
    one = replace(FIT, clearances=held, changes=tuple(made))
    assert against(one) == ([unmet] if unmet else [])


SPELLS = """
    case                     | since | until | unmet
    -------------------------|-------|-------|------
    begins tomorrow          | 1     |       |
    begins today             | 0     |       | yes
    began yesterday          | -1    |       | yes
    over tomorrow            | -9    | 1     | yes
    over today               | -9    | 0     |
    over yesterday           | -9    | -1    |
    """


@table(SPELLS)
def test_suspended_from_duty(since, until, unmet):
    one = replace(FIT, suspensions=(Suspension("X1", "O1", day(since), day(until)),))
    assert against(one) == ([Ground.SUSPENDED] if unmet else [])


@table(SPELLS)
def test_restricted_duties_in_time(since, until, unmet):
    one = replace(FIT, restrictions=(Restricted("R1", "O1", (Excluded.WOMEN,), day(since), day(until)),))
    assert against(one) == ([Ground.RESTRICTED] if unmet else [])


@table(SPELLS)
def test_an_allegation_while_it_is_live(since, until, unmet):
    one = replace(FIT, allegations=(alleged(2, day(since), day(until)),))
    assert against(one) == ([Ground.ALLEGATION] if unmet else [])


@table(SPELLS)
def test_away(since, until, unmet):
    one = replace(FIT, abstractions=(Abstraction("B1", "O1", AbstractionKind.LEAVE, day(since), day(until)),))
    assert against(one) == ([Ground.AWAY] if unmet else [])


@pytest.mark.parametrize("excluded", Excluded)
@pytest.mark.parametrize("near", Excluded)
def test_restricted_duties_bar_what_brings_them_near_and_nothing_else(excluded, near):
    one = replace(FIT, restrictions=(Restricted("R1", "O1", (excluded,), LONG_AGO),))
    bars = excluded in (near, Excluded.PUBLIC)
    assert (against(one, replace(WORK, contact=frozenset({near}))) == []) is not bars
    assert against(one, replace(WORK, contact=frozenset())) == []


def test_a_restriction_that_says_not_whom_it_excludes_excludes_everybody():
    one = replace(FIT, restrictions=(Restricted("R1", "O1", (), LONG_AGO),))
    assert against(one, replace(WORK, contact=frozenset())) == [Ground.RESTRICTED]


@pytest.mark.parametrize("kind", AllegationKind)
@pytest.mark.parametrize(("severity", "bars"), [(None, True), (0, False), (1, False), (2, True), (3, True)])
def test_from_severity_two_or_ungraded_a_live_allegation_bars(kind, severity, bars):
    one = replace(FIT, allegations=(replace(alleged(severity), kind=kind),))
    assert (against(one) == [Ground.ALLEGATION]) is bars


@table("""
    case                                  | made  | until | rank                 | by | reason | bars
    --------------------------------------|-------|-------|----------------------|----|--------|-----
    safe, by a commander                  | -9    | 30    | commander            | O9 | desk   |
    begins today                          | 0     | 30    | commander            | O9 | desk   |
    begins tomorrow                       | 1     | 30    | commander            | O9 | desk   | yes
    lapses tomorrow                       | -9    | 1     | commander            | O9 | desk   |
    lapses today                          | -9    | 0     | commander            | O9 | desk   | yes
    lapsed yesterday                      | -9    | -1    | commander            | O9 | desk   | yes
    not above chief superintendent        | -9    | 30    | chief superintendent | O9 | desk   | yes
    whoever decided is not on record      | -9    | 30    |                      | O9 | desk   | yes
    no reason given                       | -9    | 30    | commander            | O9 |        | yes
    decided by the officer themselves     | -9    | 30    | commander            | O1 | desk   | yes
    """)
def test_unless_a_senior_officer_recorded_why_it_is_safe(made, until, rank, by, reason, bars):
    let = safe(on=day(made), until=day(until), rank=Rank(rank) if rank else None, by=by, reason=reason)
    one = replace(FIT, allegations=(alleged(),), safe=(let,))
    assert (against(one) == [Ground.ALLEGATION]) is bool(bars)


def test_safe_from_one_allegation_is_not_safe_from_another():
    one = replace(FIT, allegations=(alleged(), replace(alleged(), ref="A2")), safe=(safe(),))
    assert against(one) == [Ground.ALLEGATION]


@table("""
    case                                     | screenings                     | unmet
    -----------------------------------------|--------------------------------|------
    cleared, expires tomorrow                | cleared -9 1                   |
    expires today                            | cleared -9 0                   | late
    expired yesterday                        | cleared -9 -1                  | late
    screened today                           | cleared 0 400                  |
    screened tomorrow                        | cleared 1 400                  | missing
    not cleared                              | not -9 400                     | late
    the last one counts                      | cleared -9 400, not -1 400     | late
    of two on one day the stricter           | not -1 400, cleared -1 400     | late
    cleared again                            | not -9 400, cleared -1 400     |
    no expiry recorded                       | cleared -9                     | missing
    never screened                           |                                | missing
    """)
def test_screened_for_indecent_images(screenings, unmet):
    made = []
    for at, text in enumerate(filter(None, screenings.split(", "))):
        word, on, *expires = text.split()
        made.append(
            Screening(f"S{at}", "O1", day(on), word == "cleared", day(expires[0]) if expires else None)
        )
    decision = eligible(replace(FIT, screenings=tuple(made)), WORK, LAW, on=ON)
    assert [reason.asks for reason in decision.unmet] == ([Ground.SCREENING] if unmet else [])
    assert bool(not_shown(decision)) is (unmet == "missing")
    assert eligible(replace(FIT, screenings=()), replace(WORK, screened=False), LAW, on=ON).allowed


@table("""
    case                                     | parties | conflicted | outside | unit | unmet
    -----------------------------------------|---------|------------|---------|------|-----------------
    nobody's                                 |         |            |         | NW   |
    a party oneself                          | O1      |            |         | NW   | conflict
    in conflict with a party                 |         | O1         |         | NW   | conflict
    somebody else's conflict                 |         | O2         |         | NW   |
    in the unit of the officer suspected     |         |            | NW      | NW   | chain of command
    outside it: any other unit may           |         |            | SE      | SE   |
    of another unit                          |         |            |         | SE   | unit
    """)
def test_conflict_own_unit_and_unit(parties, conflicted, outside, unit, unmet):
    work = replace(
        WORK,
        parties=frozenset(parties.split()),
        conflicted=frozenset(conflicted.split()),
        outside=frozenset(outside.split()),
        unit=unit,
    )
    assert against(FIT, work) == ([unmet] if unmet else [])


@table("""
    case                                    | load | weight | share | trainee | unmet
    ----------------------------------------|------|--------|-------|---------|------
    one below the cap                       | 23   | 1      | 1.0   | no      |
    at the cap                              | 24   | 1      | 1.0   | no      |
    one above the cap                       | 25   | 1      | 1.0   | no      | load
    the weight counts                       | 23   | 2.5    | 1.0   | no      | load
    half time, half the cap                 | 11.5 | 1      | 0.5   | no      |
    half time, above half the cap           | 12   | 1      | 0.5   | no      | load
    a trainee at theirs                     | 14   | 1      | 1.0   | yes     |
    a trainee above theirs                  | 15   | 1      | 1.0   | yes     | load
    """)
def test_load_with_this_work_against_the_cap(load, weight, share, trainee, unmet):
    one = replace(
        FIT,
        officer=replace(FIT.officer, hours_share=float(share)),
        load=float(load),
        tutor=TUTOR if trainee == "yes" else None,
    )
    assert against(one, replace(WORK, weight=float(weight))) == unmet.split()


def test_whoever_has_no_level_in_date_has_the_cap_of_a_trainee():
    assert cap(holding(Course.SCAIDP), LAW, on=ON) == 15
    assert cap(holding(Course.PIP1), LAW, on=ON) == 25


@pytest.mark.parametrize(("on_shift", "allowed"), [(True, True), (None, True), (False, False)])
def test_no_shift_bars_only_where_shifts_are_known(on_shift, allowed):
    assert eligible(replace(FIT, on_shift=on_shift), WORK, LAW, on=ON).allowed is allowed


@pytest.mark.parametrize("rank", Rank)
def test_rank_where_the_work_asks_it(rank):
    one = replace(FIT, officer=replace(FIT.officer, rank=rank))
    assert (against(one) == []) is rank.at_least(Rank.SERGEANT)
    assert against(one, replace(WORK, rank=None)) == []


BROKEN = {
    Ground.POST: {"officer": replace(FIT.officer, until=ON)},
    Ground.ACCREDITATION: {"officer": replace(FIT.officer, training=passed(Course.PIP2))},
    Ground.RANK: {"officer": replace(FIT.officer, rank=Rank.CONSTABLE)},
    Ground.CONFLICT: {"officer": replace(FIT.officer, ref="P1")},
    Ground.CHAIN: {"officer": replace(FIT.officer, unit="SE")},
    Ground.LOAD: {"load": 25.0},
    Ground.AWAY: {"abstractions": (Abstraction("B1", "O1", AbstractionKind.LEAVE, LONG_AGO),)},
    Ground.SHIFT: {"on_shift": False},
    Ground.UNIT: {"officer": replace(FIT.officer, unit="SE")},
    Ground.VETTING: {"clearances": ()},
    Ground.WITHDRAWN: {"changes": (ClearanceChange("K1", "O1", ClearanceStep.WITHDRAWN, LONG_AGO),)},
    Ground.SUSPENDED: {"suspensions": (Suspension("X1", "O1", LONG_AGO),)},
    Ground.RESTRICTED: {"restrictions": (Restricted("R1", "O1", (Excluded.WOMEN,), LONG_AGO),)},
    Ground.ALLEGATION: {"allegations": (alleged(),)},
    Ground.SCREENING: {"screenings": ()},
}
"""For every ground, what breaks it and nothing else."""


def broken(*grounds: Ground) -> tuple[Fitness, object]:
    one = FIT
    for ground in grounds:
        one = replace(one, **BROKEN[ground])
    return one, replace(WORK, outside=frozenset({"SE"})) if Ground.CHAIN in grounds else WORK


@dataclass(frozen=True)
class Leave:
    officer: str = "O1"
    by: str = "O7"
    on: date = ON - DAY
    until: date = ON + DAY
    reason: str = "nobody else in the force may"


CHIEF = Officer("O7", Rank.CHIEF_INSPECTOR, Role.SUPERVISOR, "NW")
OPENS = {Ground.ACCREDITATION, Ground.RANK, Ground.LOAD, Ground.AWAY, Ground.SHIFT, Ground.UNIT}


def test_every_ground_has_something_that_breaks_it():
    assert set(BROKEN) == set(Ground) - {Ground.OVERRIDE, Ground.AVAILABLE}


@pytest.mark.parametrize("ground", BROKEN)
def test_each_ground_alone_bars_and_an_override_opens_only_what_policy_lists(ground):
    one, work = broken(ground)
    assert against(one, work) == [ground]
    leave = Leave(officer=one.officer.ref)
    assert (against(one, work, overridden=leave, overrider=CHIEF) == []) is (ground in OPENS)


def test_policy_never_lets_an_override_open_what_is_sealed_or_a_conflict():
    listed = {*LAW["eligibility_overridable"].words(ON)}
    assert listed == OPENS
    assert not listed & ({*SEALED} | {Ground.CONFLICT, Ground.CHAIN, Ground.POST})


@table("""
    case                                 | on | until | rank            | by | whom | reason | opens
    -------------------------------------|----|-------|-----------------|----|-----|--------|------
    by a chief inspector, in force       | -1 | 1     | chief inspector | O7 | O1  | needed | yes
    by a commander                       | -1 | 1     | commander       | O7 | O1  | needed | yes
    by an inspector                      | -1 | 1     | inspector       | O7 | O1  | needed | no
    begins today                         | 0  | 1     | chief inspector | O7 | O1  | needed | yes
    begins tomorrow                      | 1  | 2     | chief inspector | O7 | O1  | needed | no
    lapses today                         | -9 | 0     | chief inspector | O7 | O1  | needed | no
    lapsed yesterday                     | -9 | -1    | chief inspector | O7 | O1  | needed | no
    for another officer                  | -1 | 1     | chief inspector | O7 | O2  | needed | no
    without a reason                     | -1 | 1     | chief inspector | O7 | O1  |        | no
    whoever gave it is not on record     | -1 | 1     |                 | O7 | O1  | needed | no
    by the officer themselves            | -1 | 1     | chief inspector | O1 | O1  | needed | no
    """)
def test_an_override_by_rank_with_reason_and_expiry(on, until, rank, by, whom, reason, opens):
    leave = Leave(whom, by, day(on), day(until), reason)
    overrider = Officer(by, Rank(rank), Role.SUPERVISOR, "NW") if rank else None
    one, work = broken(Ground.ACCREDITATION, Ground.LOAD)
    unmet = against(one, work, overridden=leave, overrider=overrider)
    expected = [Ground.ACCREDITATION, Ground.LOAD, Ground.OVERRIDE]
    assert unmet == ([] if opens == "yes" else expected)


def test_an_override_that_lapsed_bars_nobody_who_is_eligible():
    assert against(FIT, WORK, overridden=Leave(until=ON), overrider=CHIEF) == []


@pytest.mark.parametrize("ground", sorted(SEALED))
def test_outwardly_every_sealed_ground_says_the_same(ground):
    told = outward(eligible(broken(ground)[0], WORK, LAW, on=ON))
    everything = outward(eligible(broken(*SEALED)[0], WORK, LAW, on=ON))
    assert told == everything
    assert [reason.says for reason in told.unmet] == ["not available"]
    assert not SEALED & {reason.asks for reason in told.reasons}


def test_outwardly_the_answer_is_the_same_yes_or_no():
    fit = outward(eligible(FIT, WORK, LAW, on=ON))
    assert fit.allowed
    assert fit.reasons[-1].says == "available"
    assert outward(fit) == fit


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(sorted(BROKEN))), st.sampled_from(sorted(BROKEN)))
def test_what_is_taken_away_never_makes_anybody_more_eligible(grounds, further):
    both = broken(*sorted(grounds | {further}))
    decision = eligible(*both, LAW, on=ON)
    assert not decision.allowed
    told = outward(decision)
    assert told.allowed == decision.allowed
    opened = eligible(*both, LAW, on=ON, overridden=Leave(officer=both[0].officer.ref), overrider=CHIEF)
    assert {reason.asks for reason in opened.unmet} == {r.asks for r in decision.unmet} - OPENS


def test_senior_is_above_chief_superintendent():
    assert SENIOR.rank.at_least(Rank.CHIEF_SUPERINTENDENT.up(1))
