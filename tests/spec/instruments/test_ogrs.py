"""OGRS3, SNSV 2013 and the generation of OGRS4, each worked by hand from the published formula."""

from decimal import Decimal

import pytest

from tests.spec.instruments.scoring import PACKS, came, whole
from tests.table import table
from watchkeeper.instruments.adding import adders


@table("""
    case                                   | sex    | sanctions | now | first | start | offence          | total        | two | one | band
    ---------------------------------------|--------|-----------|-----|-------|-------|------------------|--------------|-----|-----|-----
    the first sanction, at 18              | male   | 1         | 18  | 18    | 18    | violence         | -1.258076374 | 22  | 12  | low
    five in thirteen years                 | male   | 5         | 30  | 18    | 31    | robbery          | -1.229675683 | 23  | 12  | low
    the same for a woman                   | female | 5         | 30  | 18    | 31    | robbery          | -1.032827088 | 26  | 15  | low
    a girl of 15                           | female | 2         | 15  | 14    | 15    | theft_non_motor  | 0.443639417  | 61  | 43  | medium
    49 before this one                     | male   | 50        | 60  | 14    | 60    | burglary_other   | 0.658323150  | 66  | 48  | medium
    50 before this one                     | male   | 51        | 60  | 14    | 60    | burglary_other   | 0.683098702  | 66  | 49  | medium
    51 before this one count as 50         | male   | 52        | 60  | 14    | 60    | burglary_other   | 0.683098702  | 66  | 49  | medium
""")
def test_ogrs3(
    sex: str,
    sanctions: str,
    now: str,
    first: str,
    start: str,
    offence: str,
    total: str,
    two: str,
    one: str,
    band: str,
) -> None:
    answers = {
        "sex": sex,
        "sanctions": sanctions,
        "age_conviction": now,
        "age_first": first,
        "age_start": start,
        "offence": offence,
    }
    assert whole("ogrs3_2yr_2008", **answers) == (total, two, band)
    assert whole("ogrs3_1yr_2008", **answers)[1] == one


@table("""
    case        | before | man          | woman        | then | man_then     | woman_then
    ------------|--------|--------------|--------------|------|--------------|-----------
    12          | 11     | 1.078448981  | 0.293410492  | 12   | 1.162371883  | 0.464596903
    14          | 13     | 1.162371883  | 0.464596903  | 14   | 1.154224746  | 0.408927650
    16          | 15     | 1.154224746  | 0.408927650  | 16   | 1.016854782  | 0.119269352
    18          | 17     | 1.016854782  | 0.119269352  | 18   | 0.453345363  | 0.180968063
    21          | 20     | 0.453345363  | 0.180968063  | 21   | 0.026933914  | 0.049960493
    25          | 24     | 0.026933914  | 0.049960493  | 25   | -0.088230307 | 0.025671178
    30          | 29     | -0.088230307 | 0.025671178  | 30   | -0.247527573 | -0.050678977
    35          | 34     | -0.247527573 | -0.050678977 | 35   | -0.289596983 | -0.343425959
    40          | 39     | -0.289596983 | -0.343425959 | 40   | -0.421241972 | -0.446203240
    50          | 49     | -0.421241972 | -0.446203240 | 50   | -0.946812477 | -1.371388179
""")
def test_ages_of_ogrs3_at_each_edge(
    before: str, man: str, woman: str, then: str, man_then: str, woman_then: str
) -> None:
    for age, totals in ((before, (man, woman)), (then, (man_then, woman_then))):
        for sex, total in zip(("male", "female"), totals, strict=True):
            found = whole(
                "ogrs3_2yr_2008",
                sex=sex,
                sanctions=3,
                age_conviction=10,
                age_first=10,
                age_start=age,
                offence="violence",
            )[0]
            assert abs(Decimal(found) - Decimal(total)) < Decimal("0.000001")


def test_young_women_weigh_less_than_nothing_in_ogrs3() -> None:
    """A public service has the sign of three weights the other way: 10 to 15 are -0.785, -0.614 and -0.670."""
    adder = next(each for each in adders(PACKS["ogrs3_2yr_2008"]) if each.ref == "age_of_women")
    weights = [adder.value({"sex": "female", "age_start": Decimal(age)}) for age in (10, 12, 14)]
    assert weights == [Decimal("-0.785038489"), Decimal("-0.613852078"), Decimal("-0.669521331")]


@table("""
    offence                  | offence                  | weight
    -------------------------|--------------------------|-------
    a tenth in one mapping   | sexual_not_against_child | 0.003276327
    labels the other way     | other_motoring           | 0.262228428
    labels the other way too | drink_driving            | -0.121439408
""")
def test_offences_of_ogrs3_that_public_programs_have_otherwise(offence: str, weight: str) -> None:
    item = PACKS["ogrs3_2yr_2008"].item("offence")
    assert item.choice(offence).points == Decimal(weight)


MONTHS = {
    "sex": "male",
    "sanctions": 3,
    "violent_sanctions": 1,
    "age_conviction": 29,
    "age_first": 19,
    "age_start": 30,
}


@table("""
    case                             | sex    | n | v | now | first | start | months | offence                 | kind                  | total        | percent
    ---------------------------------|--------|---|---|-----|-------|-------|--------|-------------------------|-----------------------|--------------|--------
    the first, never violent         | male   | 1 | 0 | 18  | 18    | 18    | 0      | criminal_damage         |                       | -4.822953382 | 0.80
    the second, once violent         | male   | 2 | 1 | 29  | 19    | 30    | 6      | criminal_damage         |                       | -5.689206721 | 0.34
    the third, with a firearm        | male   | 3 | 2 | 29  | 19    | 30    | 6      | violence_against_person | firearms_most_serious | -4.706785908 | 0.90
    a woman, below bodily harm       | female | 3 | 1 | 29  | 19    | 30    | 6      | violence_against_person | sub_abh               | -5.726925292 | 0.32
    35 months                        | male   | 3 | 1 | 29  | 19    | 30    | 35     | criminal_damage         |                       | -5.296201843 | 0.50
    36 months                        | male   | 3 | 1 | 29  | 19    | 30    | 36     | criminal_damage         |                       | -5.330861424 | 0.48
    37 months count as 36            | male   | 3 | 1 | 29  | 19    | 30    | 37     | criminal_damage         |                       | -5.330861424 | 0.48
""")
def test_snsv_2013_static(
    sex: str,
    n: str,
    v: str,
    now: str,
    first: str,
    start: str,
    months: str,
    offence: str,
    kind: str,
    total: str,
    percent: str,
) -> None:
    found = whole(
        "snsv_static_2013",
        sex=sex,
        sanctions=n,
        violent_sanctions=v,
        age_conviction=now,
        age_first=first,
        age_start=start,
        offence_free_months=months,
        offence=offence,
        violence_subgroup=kind,
    )
    assert found[:2] == (total, percent)


@table("""
    group                      | offence                     | static             | dynamic
    ---------------------------|-----------------------------|--------------------|--------
    absconding                 | absconding_or_bail          | 0.304896300301182  | 0.271350568105055
    welfare fraud              | welfare_fraud               | -0.0169128022430282 | 0.0819545573517356
    import of drugs            | drug_import_export_production | 0.0818982459627011 | 0.130461601097636
    motoring, not drink        | motoring_not_drink          | -0.0286442357674878 | 0.00778028771796321
""")
def test_offences_of_snsv_are_the_sheets_of_2013_and_not_permuted(
    offence: str, static: str, dynamic: str
) -> None:
    """A service of 2025-26 has 13 of 20 weights in the wrong places, dynamic."""
    assert PACKS["snsv_static_2013"].item("offence").choice(offence).points == Decimal(static)
    assert PACKS["snsv_dynamic_2013"].item("offence").choice(offence).points == Decimal(dynamic)


@table("""
    case                          | pack             | sex    | n  | v | now | first | start | months | offence                              | total        | percent | band
    ------------------------------|------------------|--------|----|---|-----|-------|-------|--------|--------------------------------------|--------------|---------|-----
    any, the first                | arp_static_2026  | male   | 1  |   | 18  | 18    | 18    | 0      | burglary_domestic                    | -0.894197626 | 29.02   | low
    any, the second               | arp_static_2026  | male   | 2  |   | 30  | 21    | 30    | 36     | other_offences                       | -3.109291543 | 4.27    | low
    any, the third                | arp_static_2026  | male   | 3  |   | 30  | 18    | 31    | 12     | theft_non_motor                      | -1.322366327 | 21.04   | low
    any, a woman                  | arp_static_2026  | female | 3  |   | 30  | 18    | 31    | 12     | theft_non_motor                      | -1.441957114 | 19.12   | low
    any, the twentieth            | arp_static_2026  | female | 20 |   | 40  | 15    | 41    | 0      | burglary_domestic                    | 0.515940780  | 62.62   | medium
    violence, once                | vrp_static_2026  | male   | 1  | 1 | 20  | 20    | 20    | 0      | violence_against_the_person_abh_plus | -1.933768108 | 12.63   | low
    violence, never               | vrp_static_2026  | male   | 2  | 0 | 25  | 20    | 26    | 3      | public_order_and_harassment          | -2.290307702 | 9.19    | low
    violence, four of six         | vrp_static_2026  | male   | 6  | 4 | 33  | 15    | 33    | 0      | violence_against_the_person_abh_plus | -1.276536136 | 21.81   | low
    serious, once                 | svrp_static_2026 | male   | 1  | 1 | 40  | 40    | 44    | 12     | other_offences                       | -6.295570680 | 0.18    | low
    serious, three of five        | svrp_static_2026 | male   | 5  | 3 | 30  | 16    | 31    | 0      | weapons_non_firearm                  | -4.159164246 | 1.54    | medium
    serious, a woman never        | svrp_static_2026 | female | 4  | 0 | 30  | 20    | 30    | 2      | violence_against_the_person_sub_abh  | -7.003450148 | 0.09    | low
""")
def test_the_generation_of_ogrs4(
    pack: str,
    sex: str,
    n: str,
    v: str,
    now: str,
    first: str,
    start: str,
    months: str,
    offence: str,
    total: str,
    percent: str,
    band: str,
) -> None:
    found = whole(
        pack,
        sex=sex,
        sanctions=n,
        violent_sanctions=v,
        age_conviction=now,
        age_first=first,
        age_start=start,
        offence_free_months=months,
        offence=offence,
    )
    assert found == (total, percent, band)


def test_the_square_of_the_age_of_men_is_its_own_weight() -> None:
    """One version of the public code gave the square the weight of the age itself."""
    adder = next(each for each in adders(PACKS["arp_dynamic_2026"]) if each.ref == "age_of_men")
    one = adder.value({"sex": "male", "age_start": Decimal(1)})
    weights = ("-0.110202179628585", "0.0006726723443858", "1.38719445957e-5", "-1.610775422e-7")
    assert one == sum(map(Decimal, weights), Decimal(0)).quantize(Decimal("1e-15"))


DYNAMIC = {
    item.ref: 0 if item.asked == "whole" else "no"
    for item in PACKS["arp_dynamic_2026"].items
    if item.section == "dynamic"
}
STATIC = {
    "sex": "male",
    "sanctions": 3,
    "age_conviction": 30,
    "age_first": 18,
    "age_start": 31,
    "offence_free_months": 12,
    "offence": "theft_non_motor",
}


@table("""
    answer                                  | ref                 | value | adds
    ----------------------------------------|---------------------|-------|-----
    out of work counts twice                | unemployed          | yes   | 0.0635567467618754
    some trouble with somewhere to live     | accommodation       | 1     | 0.0848049158355753
    significant trouble                     | accommodation       | 2     | 0.1696098316711506
    lives with a partner                    | lives_with_partner  | yes   | -0.266331545877519
    quality alone                           | relationship_quality | 2    | 0.0728103770010276
    one of the other drugs                  | spice               | yes   | 0.0267794308651123
    heroin                                  | heroin              | yes   | 0.182096496867273
""")
def test_dynamic_answers_of_arp(ref: str, value: str, adds: str) -> None:
    asked = {**STATIC, **DYNAMIC}
    motivated = {"drug_motivation": 0}
    without = came("arp_dynamic_2026", **{**asked, **motivated})
    with_it = came("arp_dynamic_2026", **{**asked, **motivated, ref: value})
    assert abs(with_it.points - without.points - Decimal(adds)) <= Decimal("1e-15")


def test_two_of_the_other_drugs_count_once_and_living_together_multiplies() -> None:
    asked = {**STATIC, **DYNAMIC, "drug_motivation": 0}
    both = came("arp_dynamic_2026", **{**asked, "spice": "yes", "ketamine": "yes"})
    assert abs(both.points - came("arp_dynamic_2026", **{**asked, "spice": "yes"}).points) == 0
    together = came("arp_dynamic_2026", **{**asked, "lives_with_partner": "yes", "relationship_quality": 2})
    base = came("arp_dynamic_2026", **asked)
    says = Decimal("-0.266331545877519") + 2 * (Decimal("0.0364051885005138") + Decimal("0.141655261924428"))
    assert abs(together.points - base.points - says) <= Decimal("1e-15")


@table("""
    edge                        | pack             | percent | band
    ----------------------------|------------------|---------|-----
    ARP just below medium       | arp_static_2026  | 49.99   | low
    ARP medium                  | arp_static_2026  | 50      | medium
    ARP just below high         | arp_static_2026  | 74.99   | medium
    ARP high                    | arp_static_2026  | 75      | high
    ARP just below very high    | arp_static_2026  | 89.99   | high
    ARP very high               | arp_static_2026  | 90      | very high
    ARP of exactly nothing      | arp_static_2026  | 0       | low
    VRP medium                  | vrp_static_2026  | 30      | medium
    VRP just below high         | vrp_static_2026  | 59.99   | medium
    VRP very high               | vrp_static_2026  | 80      | very high
    SVRP just below medium      | svrp_static_2026 | 0.99    | low
    SVRP medium                 | svrp_static_2026 | 1       | medium
    SVRP high                   | svrp_static_2026 | 3       | high
    SVRP just below very high   | svrp_static_2026 | 6.89    | high
    SVRP very high              | svrp_static_2026 | 6.9     | very high
""")
def test_bands_at_each_edge(pack: str, percent: str, band: str) -> None:
    reached = [
        each.name for each in PACKS[pack].bands if each.least is not None and each.least <= Decimal(percent)
    ]
    assert reached[-1] == band


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"age_first": 31}, "the first sanction is not after the current conviction"),
        ({"violent_sanctions": 4}, "no more occasions for violence than occasions"),
    ],
)
def test_answers_that_cannot_be_are_faults(said: dict[str, object], says: str) -> None:
    asked = {**MONTHS, "offence_free_months": 0, "offence": "other_offences", **said}
    with pytest.raises(ValueError, match=says):
        came("vrp_static_2026", **asked)
