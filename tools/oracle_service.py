"""Whole requests a public service tests itself with: scored as it scores them, or refused where it refuses.

Two of its rules for missing answers are put in by hand here, because a pack leaves such a case open: a
stranger nobody recorded counts as no, and a last offence nobody recorded as the last sexual one.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tools.oracle_terms import NAMES
from tools.oracle_values import PACKS, Held, rows
from watchkeeper.instruments.counting import logistic, to_places
from watchkeeper.instruments.listing import Came, Listed, listed
from watchkeeper.instruments.scoring import Scored

DIRECT = {
    "birth_date": "birth_date",
    "index_conviction_date": "conviction_date",
    "community_start_date": "start_date",
    "community_start_date_derived": "start_date",
    "last_sexual_sanction_date": "last_sexual_sanction_date",
    "last_offence_date": "last_offence_date",
    "sanctions_all": "sanctions",
    "sanctions_violent": "violent_sanctions",
    "age_first_sanction": "age_first",
    "did_offence_involve_carrying_or_using_weapon": "weapon",
    "suitability_of_accommodation": "accommodation",
    "is_unemployed": "unemployed",
    "current_relationship_with_partner": "relationship_quality",
    "current_alcohol_use_problems": "chronic_drinking",
    "excessive_alcohol_use": "binge_drinking",
    "impulsivity_problems": "impulsivity",
    "temper_control": "temper",
    "pro_criminal_attitudes": "pro_criminal_attitude",
    "regular_offending_activities": "activities",
    "sexual_history": "sexual_history",
    "sex_contact_adult": "contact_adult",
    "sex_contact_child": "contact_child",
    "sex_noncontact": "noncontact",
    "sex_images_indirect": "images_indirect",
    "index_stranger_victim": "stranger_victim",
}
PAST = {
    "HOMICIDE": "past_homicide",
    "WOUNDING_GBH": "past_wounding",
    "KIDNAPPING": "past_kidnap",
    "FIREARMS": "past_firearm",
    "ROBBERY": "past_robbery",
    "AGGRAVATED_BURGLARY": "past_aggravated_burglary",
    "WEAPON": "past_weapon",
    "CRIMINAL_DAMAGE": "past_criminal_damage",
    "ARSON": "past_arson",
}
DC, IIC = "directContactSexualReoffendingPredictor", "imagesAndIndirectContactSexualReoffendingPredictor"
DIFFER = {
    f"DC_SRP/{DC}-input-7-secondary-sanctions-out-of-range": "counts add up to more than sanctions",
    "OSP_DC/ospdc-input-1-valid": "more sanctions of one kind than sanctions",
    f"IIC_SRP/{IIC}-input-1-valid": "no age: not known whether an adult",
    "OSP_IIC/ospiic-input-1-valid": "no age: not known whether an adult",
}
"""Cases we answer otherwise on purpose, and why."""
MOTIVATION = ("FULL_MOTIVATION", "PARTIAL_MOTIVATION", "NO_MOTIVATION")
PACK = {
    "OGRS3": "ogrs3_2yr_2008",
    "ARP": "arp_{}_2026",
    "VRP": "vrp_{}_2026",
    "SVRP": "svrp_{}_2026",
    "CSRP": "csrp_{}_2026",
    "RSR": "rsr_{}_2026",
    "SNSV": "snsv_{}_2013",
    "DC_SRP": "osp_dc_2026",
    "OSP_DC": "osp_dc_2026",
    "IIC_SRP": "osp_iic_2026",
    "OSP_IIC": "osp_iic_2026",
}


def codes(folder: Path) -> dict[str, dict[str, str]]:
    """Groups of offences by the code of the Home Office."""
    return {row["ho_offence_code"]: row for row in rows(folder, "offence_code_groups.csv")}


def written(value: Any) -> str:
    """An answer of a request as a list writes it."""
    return "" if value is None else ("no", "yes")[value] if isinstance(value, bool) else str(value)


def answers(pack: str, inputs: Mapping[str, Any], table: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """A request in the columns of a pack."""
    said = {DIRECT[name]: written(value) for name, value in inputs.items() if name in DIRECT}
    if inputs.get("sex"):
        said["sex"] = inputs["sex"].lower()
    said["supervision"] = (inputs.get("supervision") or "").lower()
    said |= {
        NAMES.get(name, name.removeprefix("has_").removesuffix("_usage")): written(value)
        for name, value in inputs.items()
        if name.startswith("has_") and name.endswith("_usage")
    }
    motivation = inputs.get("motivation_to_tackle_drug_misuse")
    said["drug_motivation"] = "" if motivation is None else str(MOTIVATION.index(motivation))
    status = inputs.get("current_relationship_status")
    said["lives_with_partner"] = written(
        None if status is None else status == "IN_RELATIONSHIP_LIVING_TOGETHER"
    )
    past = inputs.get("previous_convictions")
    said |= {ref: written(None if past is None else name in past) for name, ref in PAST.items()}
    abuse = inputs.get("evidence_of_domestic_abuse")
    against = inputs.get("domestic_abuse_against_partner")
    said["domestic_abuse"] = written(bool(abuse) and against is not False if abuse is not None else None)
    said.setdefault("stranger_victim", "no")
    said["stranger_victim"] = said["stranger_victim"] or "no"
    said["last_offence_date"] = said.get("last_offence_date") or said.get("last_sexual_sanction_date", "")
    row = table.get(str(inputs.get("index_offence_code")), {})
    names = [each.name for each in PACKS[pack].item("offence").choices] if _asks(pack, "offence") else []
    weight = {"ogrs3": row.get("ogrs3_weight"), "snsv": row.get("snsv_weight_static")}
    kind = "ogrs3" if pack.startswith("ogrs3") else "snsv" if pack.startswith(("snsv", "rsr")) else ""
    if kind and weight[kind]:
        held = PACKS["ogrs3_2yr_2008" if kind == "ogrs3" else "snsv_static_2013"].item("offence").choices
        near = [each.name for each in held if abs(float(each.points) - float(weight[kind] or 0)) < 1e-4]
        said["offence"] = near[0] if len(near) == 1 else ""
    elif not kind and row.get("category_2026", "").replace("harrassment", "harassment") in names:
        said["offence"] = row["category_2026"].replace("harrassment", "harassment")
    return said


def _asks(pack: str, ref: str) -> bool:
    return ref in {item.ref for item in PACKS[pack].items}


def score(case: Mapping[str, Any], kind: str, table: Mapping[str, Mapping[str, str]]) -> tuple[str, Listed]:
    """The pack a request is for, and what it comes to there."""
    pack = PACK[case["instrument"]].format(kind)
    on = date.fromisoformat(case["inputs"].get("assessment_date") or "2026-08-04")
    return pack, next(iter(listed(PACKS[pack], [answers(pack, case["inputs"], table)], on=on)))


def permuted(found: Scored, case: Mapping[str, Any], table: Mapping[str, Mapping[str, str]]) -> float:
    """What our score would be with the weight of the offence in the service's mapping, which is permuted."""
    violence = found.parts.get("violence", found)
    ours = next((each.value for each in violence.added if each.ref == "offence"), Decimal(0))
    theirs = Decimal(table[case["inputs"]["index_offence_code"]]["snsv_weight_dynamic"] or 0)
    return float(to_places(100 * logistic(violence.points - ours + theirs), 2))


def requests(folder: Path) -> list[dict[str, Any]]:
    """The requests for instruments that are packs here."""
    with (folder / "arns_api_vectors.json").open(encoding="utf-8") as handle:
        return [each for each in json.load(handle) if each["instrument"] in PACK]


def service(folder: Path) -> Iterator[Held]:
    """Each instrument's requests; one scored as they score it but for their permuted weight is named."""
    table = codes(folder)
    cases = requests(folder)
    for instrument in sorted({case["instrument"] for case in cases}, key=list(PACK).index):
        agree, refused, differing = 0, 0, list[str]()
        for case in (each for each in cases if each["instrument"] == instrument):
            came, why = answered(case, table)
            agree, refused = agree + (came == SCORED_ALIKE), refused + (came == REFUSED_ALIKE)
            differing += [f"{case['id'].split('/')[1]}: {why}"] if why else []
        yield Held(f"{instrument}, whole requests", agree, "exact", refused, tuple(differing))


def refusals(folder: Path) -> Counter[tuple[str, str]]:
    """How many requests the service answers with each of its codes, and how we answer them."""
    table, found = codes(folder), Counter[tuple[str, str]]()
    for case in requests(folder):
        if case["errors"]:
            came, _ = answered(case, table)
            found.update((code, came) for code in {each["code"] for each in case["errors"]})
    return found


SCORED_ALIKE, REFUSED_ALIKE, OTHERWISE = "scored alike", "refused alike", "otherwise"
PERMUTED = "alike but for the service's permuted weight of SNSV"


def answered(case: Mapping[str, Any], table: Mapping[str, Mapping[str, str]]) -> tuple[str, str]:
    """How a request is answered here beside there, and why where it differs."""
    expected = case["expected"]
    said = expected.get(
        "output.overall_score", expected.get("output.score", expected.get("output.two_year_score"))
    )
    band = expected.get("output.band")
    given = case["inputs"].get("previous_convictions") is not None
    kind = {"DYNAMIC": "dynamic", "STATIC": "static"}.get(
        expected.get("type"), "dynamic" if given else "static"
    )
    kind = "dynamic" if "force-dynamic" in case["id"] else kind
    _, row = score(case, kind, table)
    if said is None or band == "NOT_APPLICABLE" or (case["inputs"].get("sex") == "FEMALE" and said == 0):
        if row.came is not Came.SCORED:
            return REFUSED_ALIKE, ""
        return OTHERWISE, f"scored, not refused{_on_purpose(case)}"
    if row.scored is None or row.scored.least is None or row.came is not Came.SCORED:
        return OTHERWISE, f"{row.came}, not scored{_on_purpose(case)}"
    if float(row.scored.least.percent or 0) == float(said):
        return SCORED_ALIKE, ""
    if permuted(row.scored, case, table) == float(said):
        return OTHERWISE, PERMUTED
    return OTHERWISE, f"{row.scored.least.percent}, not {said}"


def _on_purpose(case: Mapping[str, Any]) -> str:
    return f" (on purpose: {DIFFER[case['id']]})" if case["id"] in DIFFER else ""
