"""CPORT with CASIC, Static-99R and Risk Matrix 2000: points and bands at each edge, and blocked until confirmed."""

from datetime import date
from decimal import Decimal

import pytest

from tests.spec.instruments.scoring import PACKS, came
from tests.table import table
from watchkeeper.instruments.using import usable

ON = date(2026, 3, 20)
CPORT = {
    "sex": "male",
    "images_offence": True,
    "age_investigation": 40,
    "criminal_history": False,
    "contact_offending": False,
    "failed_release": False,
    "interest": False,
    "more_boys_images": False,
    "more_boys_other": False,
}
MARKS = (
    "never_married",
    "csam_videos",
    "sex_stories",
    "interest_two_years",
    "volunteered_with_children",
    "online_contact",
)


@table("""
    case                | ref               | value | points
    --------------------|-------------------|-------|-------
    36 years old        | age_investigation | 36    | 0
    35                  | age_investigation | 35    | 1
    34                  | age_investigation | 34    | 1
    history             | criminal_history  | yes   | 1
    contact             | contact_offending | yes   | 1
    failure             | failed_release    | yes   | 1
    interest            | interest          | yes   | 1
    boys in images      | more_boys_images  | yes   | 1
    boys in other       | more_boys_other   | yes   | 1
""")
def test_cport_counts_one_for_each_item(ref: str, value: str, points: str) -> None:
    assert came("cport_2018", **{**CPORT, ref: value}).points == int(points)


@pytest.mark.parametrize(("marks", "points"), [(2, 0), (3, 1), (4, 1)])
def test_an_interest_nobody_knows_is_worked_out_from_casic(marks: int, points: int) -> None:
    said = {ref: at < marks for at, ref in enumerate(MARKS)}
    answers = {name: value for name, value in CPORT.items() if name != "interest"}
    found = came("cport_2018", **answers, **said)
    assert found.whole
    assert found.points == points
    assert found.worked_out["interest"] == "casic >= 3"
    assert came("casic_2017", sex="male", **said).band == ("three or more" if marks >= 3 else "below three")


def test_without_casic_the_interest_stays_open() -> None:
    answers = {name: value for name, value in CPORT.items() if name != "interest"}
    found = came("cport_2018", **answers)
    assert [item.ref for item in found.unknown] == ["interest"]
    assert found.least is not None
    assert found.most is not None
    assert (found.least.total, found.most.total) == (Decimal(0), Decimal(1))


STATIC = {
    "sex": "male",
    "identifiable_victim": True,
    "age_release": 60,
    "lived_with_partner": True,
    "index_violence": False,
    "prior_violence": False,
    "prior_sexual_charges": 0,
    "prior_sexual_convictions": 0,
    "four_sentences": False,
    "noncontact_conviction": False,
    "unrelated_victim": False,
    "stranger_victim": False,
    "male_victim": False,
}


@table("""
    case                                | ref                  | value | points | band
    ------------------------------------|----------------------|-------|--------|-----
    the least there is                  |                      |       | -3     | I
    59.9                                | age_release          | 59.9  | -1     | II
    40                                  | age_release          | 40    | -1     | II
    39.9                                | age_release          | 39.9  | 0      | II
    35                                  | age_release          | 35    | 0      | II
    34.9                                | age_release          | 34.9  | 1      | III
    18                                  | age_release          | 18    | 1      | III
    never lived with a partner          | lived_with_partner   | no    | -2     | I
    one charge                          | prior_sexual_charges | 1     | -2     | I
    two charges                         | prior_sexual_charges | 2     | -2     | I
    three charges                       | prior_sexual_charges | 3     | -1     | II
    five charges                        | prior_sexual_charges | 5     | -1     | II
    six charges                         | prior_sexual_charges | 6     | 0      | II
    one conviction                      | prior_sexual_convictions | 1 | -2     | I
    two convictions                     | prior_sexual_convictions | 2 | -1     | II
    four convictions                    | prior_sexual_convictions | 4 | 0      | II
""")
def test_static99r(ref: str, value: str, points: str, band: str) -> None:
    found = came("static99r_2016", **{**STATIC, **({ref: value} if ref else {})})
    assert (found.points, found.band) == (Decimal(points), band)


def test_static99r_takes_the_higher_of_charges_and_convictions_and_never_their_sum() -> None:
    found = came("static99r_2016", **{**STATIC, "prior_sexual_charges": 2, "prior_sexual_convictions": 1})
    assert found.points == -2


def test_static99r_reaches_twelve_at_the_most() -> None:
    every = {ref: True for ref, value in STATIC.items() if value is False}
    worst = {"age_release": 20, "lived_with_partner": False, "prior_sexual_charges": 9}
    found = came("static99r_2016", **{**STATIC, **every, **worst})
    assert (found.points, found.band) == (Decimal(12), "IVb")


S = {
    "sex": "male",
    "offence_after_16": True,
    "age_at_risk": 35,
    "sexual_appearances": 1,
    "criminal_appearances": 4,
    "male_victim": False,
    "stranger_victim": False,
    "never_cohabited": False,
    "noncontact_offence": False,
}


@table("""
    case                          | age | sexual | all | aggravating | points | base      | adjusted
    ------------------------------|-----|--------|-----|-------------|--------|-----------|---------
    nothing                       | 35  | 1      | 4   | 0           | 0      | low       | low
    one aggravating               | 35  | 1      | 4   | 1           | 0      | low       | low
    two aggravating               | 35  | 1      | 4   | 2           | 0      | low       | medium
    three aggravating             | 35  | 1      | 4   | 3           | 0      | low       | medium
    four aggravating              | 35  | 1      | 4   | 4           | 0      | low       | high
    34 years old                  | 34  | 1      | 4   | 0           | 1      | medium    | medium
    24                            | 24  | 1      | 4   | 0           | 2      | medium    | medium
    five appearances in all       | 35  | 1      | 5   | 0           | 1      | medium    | medium
    two sexual                    | 35  | 2      | 4   | 0           | 1      | medium    | medium
    three sexual                  | 35  | 3      | 5   | 0           | 3      | high      | high
    five sexual, young            | 24  | 5      | 5   | 0           | 6      | very high | very high
    very high is the most         | 24  | 5      | 5   | 4           | 6      | very high | very high
""")
def test_risk_matrix_s(
    age: str, sexual: str, all: str, aggravating: str, points: str, base: str, adjusted: str
) -> None:
    four = ("male_victim", "stranger_victim", "never_cohabited", "noncontact_offence")
    said = {ref: at < int(aggravating) for at, ref in enumerate(four)}
    answers = {**S, **said, "age_at_risk": age, "sexual_appearances": sexual, "criminal_appearances": all}
    found = came("rm2000_s_2007", **answers)
    assert found.least is not None
    assert (found.points, found.least.band, found.least.adjusted) == (Decimal(points), base, adjusted)


@table("""
    case                        | age | violent | burglary | points | band
    ----------------------------|-----|---------|----------|--------|-----
    nothing                     | 45  | 0       | no       | 0      | low
    44                          | 44  | 0       | no       | 1      | low
    34                          | 34  | 0       | no       | 2      | medium
    24                          | 24  | 0       | no       | 3      | medium
    once violent, young         | 24  | 1       | no       | 4      | high
    two or three times          | 45  | 3       | no       | 2      | medium
    four times                  | 45  | 4       | no       | 3      | medium
    burglary                    | 45  | 0       | yes      | 2      | medium
    everything                  | 24  | 4       | yes      | 8      | very high
""")
def test_risk_matrix_v(age: str, violent: str, burglary: str, points: str, band: str) -> None:
    found = came(
        "rm2000_v_2007",
        sex="male",
        offence_after_16=True,
        age_at_risk=age,
        violent_appearances=violent,
        burglary=burglary,
    )
    assert (found.points, found.band) == (Decimal(points), band)


@table("""
    case                      | age | sexual | violent | band
    --------------------------|-----|--------|---------|-----
    low and low               | 50  | 1      | 0       | low
    medium and low            | 50  | 2      | 0       | medium
    medium and medium         | 50  | 2      | 2       | medium
    high and medium           | 50  | 3      | 4       | high
    very high and high        | 24  | 5      | 1       | very high
""")
def test_risk_matrix_c_adds_the_categories_of_s_and_v(age: str, sexual: str, violent: str, band: str) -> None:
    appearances = 5 if int(sexual) >= 3 else 4
    answers = {**S, "age_at_risk": age, "sexual_appearances": sexual, "criminal_appearances": appearances}
    found = came("rm2000_c_2007", **answers, violent_appearances=violent, burglary=False)
    assert found.whole
    assert found.band == band
    assert found.points == sum(Decimal(each.value) for each in found.added)


def test_a_number_nobody_recorded_leaves_open_what_a_check_would_still_let_it_be() -> None:
    """Appearances for any offence are no fewer than those for sexual ones: 3 or 4 come to 2, 5 and more to 3."""
    answers = {name: value for name, value in S.items() if name != "criminal_appearances"}
    found = came("rm2000_s_2007", **{**answers, "age_at_risk": 35, "sexual_appearances": 3})
    assert [item.ref for item in found.unknown] == ["criminal_appearances"]
    assert (found.band, found.gravest) == ("medium", "high")
    assert not found.whole


@pytest.mark.parametrize(
    "stem", ["cport_2018", "casic_2017", "static99r_2016", "rm2000_s_2007", "rm2000_v_2007", "rm2000_c_2007"]
)
def test_what_is_unconfirmed_blocks_a_decision_and_says_why(stem: str) -> None:
    unmet = usable(PACKS[stem], on=ON).unmet
    assert [reason.says.split(":")[0] for reason in unmet] == ["unconfirmed"]
    assert "against" in unmet[0].says or "read" in unmet[0].says
