"""Expected values of single terms, points, curves and bands, written by others: each held against ours."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from tools.oracle_values import EXACT, PACKS, SEX, Held, whole
from watchkeeper.instruments.adding import adders
from watchkeeper.instruments.counting import Value
from watchkeeper.instruments.facts import Asked

TERMS = {
    "2_year_intercept_weight": ("constant",),
    "gender_weight": ("women",),
    "offence_group_weight": ("offence",),
    "first_sanction_weight": ("first_sanction",),
    "second_sanction_weight": ("second_sanction",),
    "total_sanction_weight": ("sanctions",),
    "gap_between_first_and_second_sanction_weight": ("years_between_male", "years_between_female"),
    "age_gender_polynomial_weight": ("age_of_men", "age_of_women"),
    "copas_weight": ("rate_male", "rate_female"),
    "copas_vweight": ("rate_male", "rate_female"),
    "copas_squared_weight": ("rate_squared_male", "rate_squared_female"),
    "copas_violent_offences_weight": ("violent_rate",),
    "violence_rate_weight": ("violent_rate",),
    "never_violent_weight": ("never_violent_male", "never_violent_female"),
    "never_violent_history_weight": ("never_violent_male", "never_violent_female"),
    "once_violent_weight": ("once_violent",),
    "once_violent_history_weight": ("once_violent",),
    "total_violent_sanctions_weight": ("violent_sanctions",),
    "violent_sanctions_weight": ("violent_sanctions",),
    "unemployed_weight": ("unemployed_weight",),
    "live_in_relationship_weight": ("lives_with_partner_weight",),
    "multiplicative_relationship_weight": ("quality_of_living_together",),
    "domestic_violence_weight": ("domestic_abuse_weight",),
    "other_drugs_usage_weight": ("other_drugs",),
    **{
        f"{drug}_usage_weight": (f"{drug}_weight",)
        for drug in (
            "heroin",
            "other_opiate",
            "crack_cocaine",
            "powder_cocaine",
            "benzodiazepines",
            "cannabis",
        )
    },
    "methadone_usage_weight": ("methadone_weight",),
    "steroids_usage_weight": ("steroids_weight",),
    "misused_prescription_drug_usage_weight": ("prescription_drugs_weight",),
}
"""Terms of ours, by the part whose weight a public service tests."""
NAMES = {
    "gender": "sex",
    "category": "offence",
    "age_at_current": "age_conviction",
    "age_at_current_sanction": "age_conviction",
    "age_at_first": "age_first",
    "age_at_first_sanction": "age_first",
    "age_at_start_of_follow_up": "age_start",
    "total_sanctions": "sanctions",
    "total_number_of_sanctions": "sanctions",
    "total_number_of_sanctions_for_all_offences": "sanctions",
    "total_violent_sanctions": "violent_sanctions",
    "total_number_of_violent_sanctions": "violent_sanctions",
    "is_unemployed": "unemployed",
    "evidence_of_domestic_abuse": "domestic_abuse",
    "problem_level": "relationship_quality",
    "has_other_drugs_usage": "other_drug",
    "has_misused_prescription_drug_usage": "prescription_drugs",
}
PROBLEMS = {"NO_PROBLEMS": 0, "SOME_PROBLEMS": 1, "SIGNIFICANT_PROBLEMS": 2}


def components(folder: Path, *instruments: str) -> list[dict[str, Any]]:
    """The cases of some instruments that try one part by itself."""
    with (folder / "arns_component_vectors.json").open(encoding="utf-8") as handle:
        return [each for each in json.load(handle) if each["instrument"] in instruments]


def values_of(stem: str, inputs: Mapping[str, Any]) -> dict[str, Value]:
    """What a case of one part answers, in our names; what it leaves out is no."""
    values: dict[str, Value] = {}
    for name, said in inputs.items():
        ref = NAMES.get(name, name.removeprefix("has_").removesuffix("_usage"))
        if ref == "current_relationship_status":
            values["lives_with_partner"] = said == "IN_RELATIONSHIP_LIVING_TOGETHER"
        elif ref == "sex":
            values[ref] = SEX[said]
        elif ref == "offence":
            values[ref] = said.lower().replace("harrassment", "harassment")
        elif isinstance(said, bool):
            values[ref] = said
        elif said in PROBLEMS:
            values[ref] = Decimal(PROBLEMS[said])
        elif isinstance(said, int):
            values[ref] = Decimal(said)
    for item in PACKS[stem].items:
        if item.asked is Asked.YES_NO:
            values.setdefault(item.ref, False)
    return {"sex": "male", **values}


def single_terms(folder: Path) -> Iterator[Held]:
    """Terms of the generation of OGRS4. A part that is no term of ours is passed over, and counted."""
    for instrument in ("ARP", "VRP", "SVRP"):
        reproduced, differing, passed = 0, list[str](), Counter[str]()
        for case in components(folder, instrument):
            if case["part"] not in TERMS or not isinstance(case["expected"], int | float):
                passed[case["part"]] += 1
                continue
            kind = case["inputs"].get("static_or_dynamic", "DYNAMIC").lower()
            stem = f"{instrument.lower()}_{kind}_2026"
            values = values_of(stem, case["inputs"])
            found = sum(each.value(values) for each in adders(PACKS[stem]) if each.ref in TERMS[case["part"]])
            if abs(float(found) - case["expected"]) <= EXACT:
                reproduced += 1
            else:
                differing.append(f"{case['part']} {case['inputs']}: {float(found)}, not {case['expected']}")
        yield Held(f"{instrument}, single terms", reproduced, "1e-9", 0, tuple(differing))


POINTS = {
    "total_contact_adult_sexual_sanctions_weight": "contact_adult",
    "total_contact_child_sexual_sanctions_weight": "contact_child",
    "total_non_contact_sexual_offences_weight": "noncontact",
    "age_at_start_of_followup_weight": "age_start",
    "age_at_last_sanction_for_sexual_offence_weight": "age_last_sexual",
    "total_number_of_sanctions_for_all_offences_weight": "sanctions",
    "is_current_offence_against_victim_stranger_weight": "stranger_victim",
}


def osp_points(folder: Path) -> Iterator[Held]:
    """Points, percentages and bands of OSP/DC, in both versions of the service.

    A stranger nobody recorded scores nothing there and is not known here, so that case is passed over.
    """
    pack, formula = PACKS["osp_dc_2026"], PACKS["osp_dc_2026"].percent
    assert formula is not None
    points, curve, loose, bands = list[str](), list[str](), 0, list[str]()
    counts = Counter[str]()
    for case in components(folder, "DC_SRP", "OSP_DC"):
        part, said, expected = case["part"], next(iter(case["inputs"].values()), None), case["expected"]
        if part in POINTS and said is not None and isinstance(expected, int | float):
            adder = next(each for each in adders(pack) if each.ref == POINTS[part])
            value: Value = said if isinstance(said, bool) else Decimal(said)
            counts["points"] += 1
            points += [] if adder.value({POINTS[part]: value}) == expected else [f"{part} {said}"]
        elif part in ("score", "ospdcscore") and said is not None and isinstance(expected, int | float):
            found = float(formula.number({"total": Decimal(said)})) / 100
            counts["curve"] += 1
            loose += "tolerance" in case
            near = abs(found - expected) <= case.get("tolerance", EXACT)
            curve += [] if near else [f"{said} points: {found}, not {expected}"]
        elif part in ("band", "ospdcband") and isinstance(expected, str):
            reached = max(
                (
                    rank
                    for rank, band in enumerate(pack.bands)
                    if band.least is not None and band.least <= said
                )
            )
            counts["bands"] += 1
            same = pack.bands[reached].name == expected.lower().replace("_", " ")
            bands += [] if same else [f"{said} points: {pack.bands[reached].name}, not {expected}"]
    yield Held("OSP/DC, single points", counts["points"] - len(points), "exact", 0, tuple(points))
    yield Held(
        "OSP/DC, percentages",
        counts["curve"] - len(curve),
        f"1e-9; {loose} within 1e-4, as their own test allows",
        0,
        tuple(curve),
    )
    yield Held("OSP/DC, bands", counts["bands"] - len(bands), "exact", 0, tuple(bands))


def images(folder: Path) -> Iterator[Held]:
    """The hierarchy of images and indirect contact, for men."""
    reproduced, differing = 0, list[str]()
    for case in components(folder, "IIC_SRP"):
        inputs = case["inputs"]
        if case["part"] != "hierarchy_weight" or inputs["gender"] != "MALE":
            continue
        answers = {
            "sex": "male",
            "sexual_history": "yes",
            "images_indirect": str(inputs["total_indecent_image_sanctions"]),
            "contact_child": str(inputs["total_contact_child_sexual_sanctions"]),
            "contact_adult": str(inputs["total_contact_adult_sexual_sanctions"]),
            "noncontact": str(inputs["total_non_contact_sexual_offences"]),
        }
        if abs(float(whole(PACKS["osp_iic_2026"], answers).points) / 100 - case["expected"]) < EXACT:
            reproduced += 1
        else:
            differing.append(f"{inputs}")
    yield Held("OSP/IIC, hierarchy", reproduced, "1e-9", 0, tuple(differing))
