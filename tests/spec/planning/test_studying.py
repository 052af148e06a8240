"""Who may ask for a study of the planner and read it, and how large it may be."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ON
from tests.table import table
from tests.unit.workforce.officers import SERGEANT
from watchkeeper.law import shelf
from watchkeeper.planning.rules.studying import may_see_study, may_study
from watchkeeper.planning.study import Matter, StudyAsked

LAW = shelf.load()
MONTHS, SEEDS = LAW["study_months"].of("most", ON), LAW["study_seeds"].of("most", ON)
SHIFTS, OPTIONS = LAW["study_crew_shifts_most"].whole(ON), LAW["study_crew_options_most"].whole(ON)
FORCE_WIDE = LAW["force_wide_units"].words(ON)[0]
NUMBERS = {"most": 0, "one more": 1, "one less": -1}


def asked(**more: object) -> StudyAsked:
    return replace(StudyAsked(Matter.LEAK, "U1", 6, 2), **more)  # type: ignore[arg-type]


def number(text: str, most: int) -> int:
    return most + NUMBERS[text] if text in NUMBERS else int(text)


@table("""
    case                                 | months   | runs     | shifts   | options  | unmet
    -------------------------------------|----------|----------|----------|----------|------------------
    as usual, crews as on the roster     | 6        | 2        | 1        | 0        |
    one month, one run, one crew         | 1        | 1        | 1        | 1        |
    no months                            | 0        | 2        | 1        | 0        | months
    as many months as may be             | most     | 2        | 1        | 0        |
    one month more                       | one more | 2        | 1        | 0        | months
    no runs                              | 6        | 0        | 1        | 0        | runs
    as many runs as may be               | 6        | most     | 1        | 0        |
    one run more                         | 6        | one more | 1        | 0        | runs
    no crew at all                       | 6        | 2        | 0        | 1        | crew shifts
    as many crew shifts as may be        | 6        | 2        | most     | 1        |
    one crew shift more                  | 6        | 2        | one more | 1        | crew shifts
    as many numbers of crews as may be   | 6        | 2        | 1        | most     |
    one number of crews more             | 6        | 2        | 1        | one more | numbers of crews
    """)
def test_how_large_a_study_may_be(months, runs, shifts, options, unmet):
    of = asked(
        months=number(months, MONTHS),
        seeds=number(runs, SEEDS),
        shifts=(number(shifts, SHIFTS),) * number(options, OPTIONS),
    )
    found = may_study(of, SERGEANT, LAW, known=True, on=ON)
    assert found.allowed is (unmet == "")
    assert all(unmet in reason.says for reason in found.unmet)


@table("""
    case                                   | officer    | study    | may
    ---------------------------------------|------------|----------|-----
    one's own unit                         | U1         | U1       | yes
    another's unit                         | U2         | U1       | no
    a unit, from headquarters              | force-wide | U1       | yes
    the whole force, from headquarters     | force-wide |          | yes
    the whole force, from a unit           | U1         |          | no
    the whole force, of no unit on record  |            |          | no
    """)
def test_of_whom(officer, study, may):
    by = replace(SERGEANT, unit=FORCE_WIDE if officer == "force-wide" else officer)
    assert may_see_study(by, study, LAW, on=ON).allowed is (may == "yes")
    assert may_study(asked(unit=study), by, LAW, known=True, on=ON).allowed is (may == "yes")


def test_a_unit_nobody_knows():
    assert [each.says for each in may_study(asked(), SERGEANT, LAW, known=False, on=ON).unmet] == [
        "unit U1 is known"
    ]


@given(st.integers(-3, 40), st.integers(-3, 40), st.lists(st.integers(-3, 4000), max_size=8))
def test_a_smaller_study_is_never_refused_where_a_larger_is_allowed(months, seeds, shifts):
    of = asked(months=months, seeds=seeds, shifts=tuple(shifts))
    if may_study(of, SERGEANT, LAW, known=True, on=ON).allowed:
        less = asked(months=1, seeds=1, shifts=of.shifts[:-1])
        assert may_study(less, SERGEANT, LAW, known=True, on=ON).allowed
