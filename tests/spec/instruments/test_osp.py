"""OSP, RSR and CSRP: points and percentages as published, at each edge, and where public services err."""

from datetime import date
from decimal import Decimal

from tests.spec.instruments.scoring import PACKS, came, whole
from tests.table import table
from watchkeeper.instruments.answering import known
from watchkeeper.instruments.counting import to_places
from watchkeeper.instruments.using import eligible

MAN = {
    "sex": "male",
    "sexual_history": True,
    "contact_adult": 0,
    "contact_child": 1,
    "noncontact": 0,
    "images_indirect": 0,
    "sanctions": 1,
    "age_start": 60,
    "age_last_sexual": 15,
    "stranger_victim": False,
    "supervision": "custody",
}
PERCENTS = {
    0: "0.0", 1: "0.02", 5: "0.04", 10: "0.09", 15: "0.2", 20: "0.43", 21: "0.51", 22: "0.6", 29: "1.8",
    30: "2.11", 35: "4.57", 36: "5.31", 40: "9.61", 45: "19.12", 50: "34.46", 55: "53.89", 60: "72.21", 64: "83.12",
}  # fmt: skip


@table("""
    item                           | ref             | value | points
    -------------------------------|-----------------|-------|-------
    the man of the table           |                 |       | 3
    one against an adult           | contact_adult   | 1     | 8
    two                            | contact_adult   | 2     | 13
    three                          | contact_adult   | 3     | 18
    four count as three            | contact_adult   | 4     | 18
    none against a child           | contact_child   | 2     | 6
    three against a child          | contact_child   | 3     | 9
    four count as three too        | contact_child   | 4     | 9
    one without contact            | noncontact      | 1     | 5
    three without contact          | noncontact      | 3     | 9
    two sanctions                  | sanctions       | 2     | 9
    many sanctions                 | sanctions       | 30    | 9
    a stranger                     | stranger_victim | yes   | 7
    under 16 at the last           | age_last_sexual | 15    | 3
    16                             | age_last_sexual | 16    | 8
    17                             | age_last_sexual | 17    | 8
    18                             | age_last_sexual | 18    | 13
    59 at the start                | age_start       | 59    | 4
    57                             | age_start       | 57    | 4
    56                             | age_start       | 56    | 5
    23                             | age_start       | 23    | 16
    21                             | age_start       | 21    | 16
    20                             | age_start       | 20    | 17
    18                             | age_start       | 18    | 17
    under 18 counts as 18          | age_start       | 17    | 17
""")
def test_points_of_osp_dc(ref: str, value: str, points: str) -> None:
    answers = {**MAN, "sanctions": 30 if ref in ("contact_adult", "contact_child", "noncontact") else 1}
    extra = 6 if answers["sanctions"] == 30 else 0
    found = came("osp_dc_2026", **{**answers, **({ref: value} if ref else {})})
    assert int(found.points) - extra == int(points)


def test_percentages_of_osp_dc() -> None:
    formula = PACKS["osp_dc_2026"].percent
    assert formula is not None
    for points, percent in PERCENTS.items():
        assert to_places(formula.number({"total": Decimal(points)}), 2) == Decimal(percent)


@table("""
    points     | points | band
    -----------|--------|-----
    nothing    | 0      | low
    21         | 21     | low
    22         | 22     | medium
    29         | 29     | medium
    30         | 30     | high
    35         | 35     | high
    36         | 36     | very high
    64         | 64     | very high
""")
def test_bands_of_osp_dc(points: str, band: str) -> None:
    reached = [
        each.name
        for each in PACKS["osp_dc_2026"].bands
        if each.least is not None and each.least <= int(points)
    ]
    assert reached[-1] == band


@table("""
    case                                     | where     | start      | sexual     | offence    | base   | adjusted
    -----------------------------------------|-----------|------------|------------|------------|--------|---------
    five years today                         | community | 2021-03-20 | 2015-01-01 | 2015-01-01 | medium | low
    five years tomorrow                      | community | 2021-03-21 | 2015-01-01 | 2015-01-01 | medium | medium
    a sexual sanction since                  | community | 2021-03-20 | 2021-03-21 | 2015-01-01 | medium | medium
    any offence since                        | community | 2021-03-20 | 2015-01-01 | 2021-03-21 | medium | medium
    in custody                               | custody   | 2021-03-20 | 2015-01-01 | 2015-01-01 | medium | medium
    on remand is in custody                  | remand    | 2021-03-20 | 2015-01-01 | 2015-01-01 | medium | medium
""")
def test_five_years_lower_the_band_and_leave_the_points(
    where: str, start: str, sexual: str, offence: str, base: str, adjusted: str
) -> None:
    answers = {
        **MAN,
        "contact_adult": 3,
        "sanctions": 5,
        "supervision": where,
        "start_date": start,
        "last_sexual_sanction_date": sexual,
        "last_offence_date": offence,
    }
    found = came("osp_dc_2026", **answers)
    assert found.whole
    assert found.least is not None
    assert (found.least.total, found.least.percent) == (Decimal(24), Decimal("0.82"))
    assert (found.least.band, found.least.adjusted) == (base, adjusted)


def test_a_last_offence_nobody_recorded_leaves_the_band_open() -> None:
    answers = {**MAN, "contact_adult": 3, "sanctions": 5, "supervision": "community"}
    found = came("osp_dc_2026", **{**answers, "years_in_community": 6, "years_since_sexual": 9})
    assert [item.ref for item in found.unknown] == ["years_since_offence"]
    assert (found.band, found.gravest) == ("low", "medium")


@table("""
    counts                               | images | child | adult | noncontact | dc2026 | band   | images2013
    -------------------------------------|--------|-------|-------|------------|--------|--------|-----------
    two for images                       | 2      | 0     | 0     | 0          | 10.31  | high   | 5.7949
    three for images and others          | 3      | 2     | 1     | 1          | 10.31  | high   | 5.7949
    one for images                       | 1      | 2     | 0     | 0          | 3.33   | medium | 2.8050
    two against a child                  | 0      | 2     | 1     | 1          | 0.93   | low    | 0.7151
    one against a child                  | 0      | 1     | 0     | 0          | 0.63   | low    | 0.3476
    adult and without contact            | 0      | 0     | 1     | 1          | 0.28   | low    | 0.1061
    only against an adult                | 0      | 0     | 1     | 0          | 0.28   | low    | 0.1061
    only without contact                 | 0      | 0     | 0     | 1          | 0.28   | low    | 0.1061
""")
def test_images_by_the_published_hierarchy(
    images: str, child: str, adult: str, noncontact: str, dc2026: str, band: str, images2013: str
) -> None:
    """The code of August 2026 gives nothing to the last two; the published hierarchy does, and so do we."""
    answers = {
        "sex": "male",
        "sexual_history": True,
        "images_indirect": images,
        "contact_child": child,
        "contact_adult": adult,
        "noncontact": noncontact,
    }
    assert whole("osp_iic_2026", **answers)[1:] == (dc2026, band)
    assert whole("osp_images_2013", **answers)[1] == images2013


@table("""
    case                     | ref             | value | points
    -------------------------|-----------------|-------|-------
    the man of the table     |                 |       | 2
    one against an adult     | contact_adult   | 1     | 5
    two                      | contact_adult   | 2     | 7
    three                    | contact_adult   | 3     | 10
    two against a child      | contact_child   | 2     | 3
    three                    | contact_child   | 3     | 4
    three without contact    | noncontact      | 3     | 5
    sanctioned before        | sanctions       | 2     | 5
    a stranger               | stranger_victim | yes   | 4
    15 at the last           | age_last_sexual | 15    | 2
    16                       | age_last_sexual | 16    | 5
    18                       | age_last_sexual | 18    | 7
    59                       | age_start       | 59    | 3
    54                       | age_start       | 54    | 3
    53                       | age_start       | 53    | 4
    48                       | age_start       | 48    | 4
    47                       | age_start       | 47    | 5
    41                       | age_start       | 41    | 6
    35                       | age_start       | 35    | 7
    29                       | age_start       | 29    | 8
    24                       | age_start       | 24    | 8
    23                       | age_start       | 23    | 9
""")
def test_points_of_the_contact_scale_of_2013(ref: str, value: str, points: str) -> None:
    asked = {item.ref for item in PACKS["osp_contact_2013"].items}
    answers = {name: each for name, each in MAN.items() if name in asked}
    found = came("osp_contact_2013", **{**answers, **({ref: value} if ref else {})})
    assert found.points == int(points)


VIOLENCE = {
    "sanctions": 3,
    "violent_sanctions": 1,
    "age_conviction": 59,
    "age_first": 40,
    "age_start": 60,
    "offence_free_months": 0,
}


@table("""
    case                                 | pack             | sex    | history | offence         | violence | contact | images | women
    -------------------------------------|------------------|--------|---------|-----------------|----------|---------|--------|------
    a man without a sexual history       | csrp_static_2026 | male   | no      | other_offences  | part     |         |        |
    a man with one                       | csrp_static_2026 | male   | yes     | other_offences  | part     | 0.07    | 0.63   |
    a woman without one                  | csrp_static_2026 | female | no      | other_offences  | part     |         |        |
    a woman with one                     | csrp_static_2026 | female | yes     | other_offences  | part     |         |        | 0.38314176245211
    RSR of June 2026, a man              | rsr_static_2026  | male   | yes     | other           | part     | 0.07    | 0.63   |
    RSR of June 2026, a woman            | rsr_static_2026  | female | yes     | other           | part     |         |        | 0.38314176245211
""")
def test_the_sum_of_serious_reoffending(
    pack: str, sex: str, history: str, offence: str, violence: str, contact: str, images: str, women: str
) -> None:
    asked = {item.ref for item in PACKS[pack].items}
    answers = {**MAN, **VIOLENCE, "sex": sex, "sexual_history": history, "offence": offence}
    if history == "no":
        answers |= {"contact_child": 0}
    found = came(pack, **{name: value for name, value in answers.items() if name in asked})
    assert found.whole
    assert found.least is not None
    adds = {each.ref: each.value for each in found.added}
    assert set(adds) <= {"violence_percent", "contact_percent", "images_percent", "women_with_history"}
    part = found.parts["violence"].least
    assert violence == "part"
    assert part is not None
    assert adds["violence_percent"] == part.percent
    assert adds.get("contact_percent", 0) == Decimal(contact or 0)
    assert adds.get("images_percent", 0) == Decimal(images or 0)
    assert adds.get("women_with_history", 0) == Decimal(women or 0)
    assert found.least.percent == to_places(sum(adds.values(), Decimal(0)), 2)


def test_rsr_of_2013_adds_what_is_not_rounded() -> None:
    asked = {item.ref for item in PACKS["rsr_static_2013"].items}
    answers = {**MAN, **VIOLENCE, "offence": "other", "sex": "female", "contact_child": 0, "noncontact": 1}
    found = came("rsr_static_2013", **{name: value for name, value in answers.items() if name in asked})
    adds = {each.ref: each.value for each in found.added}
    assert abs(adds["women_with_history"] - Decimal(100) / 193) < Decimal("1e-15")
    assert found.whole


def test_a_part_that_is_not_known_leaves_the_sum_open_and_says_what() -> None:
    asked = {item.ref for item in PACKS["csrp_static_2026"].items}
    answers: dict[str, object] = {**MAN, **VIOLENCE, "offence": "other_offences"}
    del answers["stranger_victim"], answers["sexual_history"]
    found = came("csrp_static_2026", **{name: value for name, value in answers.items() if name in asked})
    assert {item.ref for item in found.unknown} == {"stranger_victim", "sexual_history"}
    assert found.least is not None
    assert found.most is not None
    assert found.least.percent is not None
    assert found.most.percent is not None
    # without a history the violent leg alone; with one, 9 or 13 points of OSP/DC (0.07, 0.14) and 0.63 of images
    assert found.most.percent - found.least.percent == Decimal("0.14") + Decimal("0.63")


@table("""
    whom                       | sex    | history | age | met
    ---------------------------|--------|---------|-----|----
    a man with a history       | male   | yes     | 18  | yes
    a woman                    | female | yes     | 18  | no
    no history                 | male   | no      | 18  | no
    17                         | male   | yes     | 17  | no
    a history not recorded     | male   |         | 18  | no
""")
def test_osp_is_for_men_of_18_with_a_sexual_history(sex: str, history: str, age: str, met: str) -> None:
    pack = PACKS["osp_dc_2026"]
    said = {"sex": sex, "sexual_history": history, "age_start": age}
    found, faults = known(pack, said, on=date(2026, 3, 20))
    assert not faults
    assert eligible(pack, found).allowed is (met == "yes")


def test_one_occasion_may_count_in_several_columns() -> None:
    """A public service refuses counts that add up to more than all sanctions; ours holds each against them."""
    found = came("osp_dc_2026", **{**MAN, "contact_adult": 1, "contact_child": 1, "sanctions": 1})
    assert found.points == 8
