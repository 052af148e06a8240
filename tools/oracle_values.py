"""Expected values of whole instruments, written by others: each held against ours, row by row."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from watchkeeper.instruments.counting import logistic
from watchkeeper.instruments.facts import Answers, Pack
from watchkeeper.instruments.scoring import FaultyError, Scored, scored
from watchkeeper.instruments.shelf import load

ON = date(2026, 3, 20)
EXACT, SEVEN_FIGURES, FOUR_PLACES = 1e-9, 2e-6, 5e-5
SEX = {"M": "male", "F": "female", "MALE": "male", "FEMALE": "female"}
WITHDRAWN = "WITHDRAWN_CODE"
PACKS = load()


@dataclass(frozen=True, slots=True)
class Held:
    """What was held against ours: how many values are reproduced or refused alike, and which differ."""

    what: str
    reproduced: int
    near: str
    refused: int = 0
    differing: tuple[str, ...] = ()

    @property
    def values(self) -> int:
        """All that were held against ours."""
        return self.reproduced + self.refused + len(self.differing)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one file of expected values."""
    with (folder / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def whole(pack: Pack, answers: Answers, *, on: date = ON) -> Scored:
    """The score of those answers that a pack asks. Raises FaultyError, and ValueError where any is open."""
    asked = {item.ref for item in pack.items}
    found = scored(pack, {ref: value for ref, value in answers.items() if ref in asked}, on=on)
    if not found.whole:
        raise ValueError(f"not known: {', '.join(item.ref for item in found.unknown)}")
    return found


def probability(found: Scored) -> float:
    """What a total comes to on the logistic curve."""
    assert found.least is not None
    return float(logistic(found.least.total))


def index(stem: str, ref: str) -> list[str]:
    """The answers of a choice, in the order their author numbers them."""
    return [each.name for each in PACKS[stem].item(ref).choices]


def history(row: Mapping[str, str]) -> dict[str, str]:
    """Sex and ages of a row of the older sheets."""
    return {
        "sex": SEX[row["sex"]],
        "age_conviction": row["age_current_conviction"],
        "age_first": row["age_first_sanction"],
        "age_start": row["age_at_risk"],
    }


def ogrs3(folder: Path) -> Iterator[Held]:
    """1,000 rows, one and two years."""
    groups = index("ogrs3_2yr_2008", "offence")
    for stem, column in (("ogrs3_1yr_2008", "p_1yr"), ("ogrs3_2yr_2008", "p_2yr")):
        reproduced, differing = 0, list[str]()
        for row in rows(folder, "ogrs3_vectors.csv"):
            answers = {
                **history(row),
                "sanctions": str(int(row["prior_sanctions"]) + 1),
                "offence": groups[int(row["offence_group_index"])],
            }
            if abs(probability(whole(PACKS[stem], answers)) - float(row[column])) <= EXACT:
                reproduced += 1
            else:
                differing.append(f"row {row['row']}")
        yield Held(
            f"OGRS3, {'one year' if '1yr' in stem else 'two years'}", reproduced, "1e-9", 0, tuple(differing)
        )


OASYS_2013 = {
    "past_homicide": "past_homicide",
    "past_wounding": "past_wounding_gbh",
    "past_aggravated_burglary": "past_aggravated_burglary",
    "past_arson": "past_arson",
    "past_criminal_damage": "past_crim_damage_life",
    "past_kidnap": "past_kidnap",
    "past_firearm": "past_firearm",
    "past_robbery": "past_robbery",
    "past_weapon": "past_weapon",
    "weapon": "index_weapon_2_2",
    "accommodation": "accommodation_3_4",
    "unemployed": "unemployed_4_2",
    "relationship_quality": "relationship_6_4",
    "domestic_abuse": "domestic_abuse_6_7",
    "chronic_drinking": "chronic_drinking_9_1",
    "binge_drinking": "binge_drinking_9_2",
    "impulsivity": "impulsivity_11_2",
    "temper": "temper_11_4",
    "pro_criminal_attitude": "procriminal_12_1",
}


def snsv(folder: Path) -> Iterator[Held]:
    """1,000 rows, of which 700 have the dynamic scale."""
    groups, kinds = index("snsv_static_2013", "offence"), index("snsv_static_2013", "violence_subgroup")
    for kind in ("static", "dynamic"):
        reproduced, differing = 0, list[str]()
        for row in rows(folder, "snsv_2013_vectors.csv"):
            if not row[f"p2yr_{kind}"]:
                continue
            answers = {
                **history(row),
                "sanctions": row["sanctions_total"],
                "violent_sanctions": row["sanctions_violent"],
                "offence_free_months": row["offence_free_months"],
                "offence": groups[int(row["offence_group_index"])],
                "violence_subgroup": kinds[int(row["violence_subgroup_index"] or 0)],
                **{ref: row[column] for ref, column in OASYS_2013.items()},
            }
            found = probability(whole(PACKS[f"snsv_{kind}_2013"], answers))
            if abs(found - float(row[f"p2yr_{kind}"])) <= EXACT:
                reproduced += 1
            else:
                differing.append(f"row {row['row']}")
        yield Held(f"SNSV 2013, {kind}", reproduced, "1e-9", 0, tuple(differing))


def osp_2013(folder: Path) -> Iterator[Held]:
    """113 rows; where the sheet is one point above the published table, the row is named."""
    formula = PACKS["osp_contact_2013"].percent
    assert formula is not None
    reproduced, images, differing, wrong = 0, 0, list[str](), list[str]()
    for row in rows(folder, "osp_2013_vectors.csv"):
        answers = {
            "sex": "male",
            "sexual_history": "yes",
            "contact_adult": row["contact_adult"],
            "contact_child": row["contact_child"],
            "noncontact": row["paraphilia_noncontact"],
            "images_indirect": row["indecent_images"],
            "sanctions": str(int(row["prior_sanctions"]) + 1),
            "stranger_victim": row["stranger_victim"],
            "age_last_sexual": row["age_last_sexual_sanction"],
            "age_start": row["age_at_risk"],
        }
        points = whole(PACKS["osp_contact_2013"], answers).points
        agree, above = (
            abs(float(formula.number({"total": points + more})) / 100 - float(row["p2yr_contact"])) < EXACT
            for more in (0, 1)
        )
        if agree and points == int(row["points"]):
            reproduced += 1
        else:
            why = "the sheet is one point above the published table" if above else "it differs otherwise"
            differing.append(f"row {row['row']}: {why}")
        table = whole(PACKS["osp_images_2013"], answers).points
        if abs(float(table) / 100 - float(row["p2yr_images_from_table"])) < EXACT:
            images += 1
        else:
            wrong.append(f"row {row['row']}")
    yield Held("OSP contact 2013", reproduced, "1e-9", 0, tuple(differing))
    yield Held("OSP images 2013", images, "1e-9", 0, tuple(wrong))


OASYS_2026 = {
    "birth_date": "birth_date",
    "conviction_date": "index_conviction_date",
    "first_sanction_date": "first_sanction_date",
    "start_date": "community_start_date",
    "sanctions": "sanctions_all",
    "violent_sanctions": "sanctions_violent",
    "weapon": "weapon_2_2",
    "accommodation": "accommodation_3_4",
    "relationship_quality": "partner_relationship_6_4",
    "domestic_abuse": "da_perpetrator_6_7",
    "activities": "offending_activities_7_2",
    "drug_motivation": "drug_motivation_8_8",
    "chronic_drinking": "chronic_drinking_9_1",
    "binge_drinking": "binge_drinking_9_2",
    "impulsivity": "impulsivity_11_2",
    "temper": "temper_11_4",
    "pro_criminal_attitude": "procriminal_12_1",
    "crack_cocaine": "drug_crack",
    "prescription_drugs": "drug_prescribed_misuse",
    "other_drug": "drug_other_drug",
    "past_homicide": "past_homicide",
    "past_wounding": "past_wounding_gbh",
    "past_kidnap": "past_kidnap",
    "past_firearm": "past_firearms",
    "past_robbery": "past_robbery",
    "past_aggravated_burglary": "past_aggravated_burglary",
    "past_weapon": "past_other_weapon",
    "past_criminal_damage": "past_criminal_damage_life",
    "past_arson": "past_arson",
    **{
        drug: f"drug_{drug}"
        for drug in (
            *(
                "heroin",
                "other_opiate",
                "powder_cocaine",
                "benzodiazepines",
                "cannabis",
                "steroids",
                "methadone",
            ),
            *("amphetamines", "ecstasy", "ketamine", "spice", "hallucinogens", "solvents"),
        )
    },
}


def ogrs4(folder: Path) -> Iterator[Held]:
    """135 rows of six scales each; rows of a code that was withdrawn are refused alike."""
    for pack in ("arp", "vrp", "svrp"):
        for kind in ("static", "dynamic"):
            reproduced, refused, differing = 0, 0, list[str]()
            for row in rows(folder, "ogrs4_generation_vectors.csv"):
                answers = {ref: row[column] for ref, column in OASYS_2026.items()}
                answers |= {
                    "sex": SEX[row["sex"]],
                    "offence": row["offence_category"].replace("harrassment", "harassment"),
                    "unemployed": {"0": "no", "2": "yes"}[row["unemployed_4_2"]],
                    "lives_with_partner": "yes" if row["relationship_status_6_8"] == "1" else "no",
                }
                on = date.fromisoformat(row["assessment_date"])
                try:
                    found = probability(whole(PACKS[f"{pack}_{kind}_2026"], answers, on=on))
                except FaultyError as error:
                    code = row["offence_category"] == WITHDRAWN and "offence is answered with" in str(error)
                    refused += code
                    differing += [] if code else [f"row {row['row']}: refused"]
                    continue
                said = float(row[f"{pack}_{kind}"])
                near = SEVEN_FIGURES * said if row["expected_precision"] == "7sf" else FOUR_PLACES
                if row["offence_category"] != WITHDRAWN and abs(found - said) <= near:
                    reproduced += 1
                else:
                    differing.append(f"row {row['row']}: {found}, not {said}")
            near_said = "seven figures, or four places where the source has four"
            yield Held(f"{pack.upper()}, {kind}", reproduced, near_said, refused, tuple(differing))
