"""Expected values of the older scales and of bands moved, written by others: each held against ours."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tools.oracle_service import PAST
from tools.oracle_terms import components, values_of
from tools.oracle_values import EXACT, PACKS, SEX, Held, whole
from watchkeeper.instruments.adding import adders
from watchkeeper.instruments.counting import Value, logistic
from watchkeeper.instruments.listing import Came, listed
from watchkeeper.instruments.scoring import percentage

FIVE_PLACES = 1e-5  # cut off, not rounded
TERMS = {
    "2_year_intercept_weight": ("constant",),
    "gender_weight": ("women",),
    "number_of_sanctions_weight": ("first_sanction", "second_sanction"),
    "total_sanction_weight": ("sanctions",),
    "second_sanction_cases_only_weight": ("years_between_male", "years_between_female"),
    "three_plus_sanctions_weight": ("rate_male", "rate_female"),
    "violent_history_weight": ("never_violent_male", "never_violent_female", "once_violent"),
    "violent_sanctions_weight": ("violent_sanctions",),
}
"""Terms of SNSV, by the part whose weight the service tests."""
BANDS = {
    "LOW": {"contact_adult": "1", "sanctions": "1"},
    "MEDIUM": {"contact_adult": "2", "sanctions": "2"},
    "HIGH": {"contact_adult": "3", "sanctions": "3"},
    "VERY_HIGH": {"contact_adult": "3", "contact_child": "2", "sanctions": "3"},
}
"""Answers of OSP/DC that reach each band: 15, 26, 31 and 37 points by the published table."""


@dataclass(slots=True)
class _Tally:
    """Cases as they are held against ours."""

    reproduced: int = 0
    refused: int = 0
    differing: list[str] = field(default_factory=list)

    def add(self, alike: bool, said: str) -> None:
        self.reproduced += alike
        self.differing += [] if alike else [said]

    def held(self, what: str, near: str) -> Held:
        return Held(what, self.reproduced, near, self.refused, tuple(self.differing))


def snsv_terms(folder: Path) -> Iterator[Held]:
    """Single terms of SNSV 2013, and inputs that the service raises an error for."""
    tally = _Tally()
    for case in components(folder, "SNSV"):
        inputs, expected = dict(case["inputs"]), case["expected"]
        kind = "dynamic" if inputs.pop("is_snsvdynamic", True) else "static"
        stem = f"snsv_{kind}_2013"
        said = f"{case['part']} {case['inputs']}"
        if expected == "RAISES":
            alike = _refused(stem, inputs)
            tally.refused += alike
            tally.differing += [] if alike else [f"{said}: not refused"]
            continue
        past = inputs.pop("previous_convictions", None)
        refs = {f"{PAST[each]}_weight" for each in past or ()} if past is not None else TERMS[case["part"]]
        values = _values(stem, inputs) | {PAST[each]: True for each in past or ()}
        found = sum(float(each.value(values)) for each in adders(PACKS[stem]) if each.ref in refs)
        tally.add(abs(found - expected) <= EXACT, f"{said}: {found}, not {expected}")
    yield tally.held("SNSV 2013, single terms and refusals", "1e-9")


def _values(stem: str, inputs: Mapping[str, Any]) -> dict[str, Value]:
    known = values_of(stem, {name: said for name, said in inputs.items() if not _day(said)})
    if "dob" in inputs and "conviction_date" in inputs:
        born, convicted = (date.fromisoformat(inputs[name]) for name in ("dob", "conviction_date"))
        known["age_conviction"] = Decimal(convicted.year - born.year)
    return known


def _day(said: object) -> bool:
    return isinstance(said, str) and said[:2] in ("19", "20")


def _refused(stem: str, inputs: Mapping[str, Any]) -> bool:
    """Whether a row of these answers is faulty, or is not for the person."""
    names = {
        "gender": "sex",
        "dob": "birth_date",
        "assessment_date": "start_date",
        "conviction_date": "conviction_date",
        "age_at_first_sanction": "age_first",
        "total_sanctions": "sanctions",
        "total_number_of_sanctions_for_all_offences": "sanctions",
        "total_violent_sanctions": "violent_sanctions",
    }
    answers = {names[name]: SEX.get(said, str(said)) for name, said in inputs.items()}
    answers.setdefault("start_date", answers.get("conviction_date", ""))
    (row,) = listed(PACKS[stem], [answers], on=date(2026, 3, 20))
    return row.came in (Came.FAULTY, Came.NOT_FOR)


def ogrs3_curve(folder: Path) -> Iterator[Held]:
    """The curve of OGRS3: what the sum of the terms comes to beside the constant of the years."""
    tally = _Tally()
    for case in components(folder, "OGRS3"):
        stem = "ogrs3_1yr_2008" if "1yr" in case["part"] else "ogrs3_2yr_2008"
        constant = next(each for each in PACKS[stem].terms if each.ref == "constant")
        total = constant.gives.number({}) + Decimal(str(case["inputs"]["linear_total"]))
        found = float(logistic(total))
        tally.add(abs(found - case["expected"]) <= FIVE_PLACES, f"{case['inputs']}: {found}")
    yield tally.held("OGRS3, curve", "five places, cut off in the source")


def csrp_sums(folder: Path) -> Iterator[Held]:
    """The sum of CSRP from its parts, held to 99.99; a part that is not there is passed over."""
    tally = _Tally()
    for case in components(folder, "CSRP"):
        parts = [each for each in case["inputs"].values() if each is not None]
        if case["expected"] is None:
            continue
        found = percentage(PACKS["csrp_static_2026"], Decimal(str(sum(parts))))
        tally.add(found == Decimal(str(case["expected"])), f"{case['inputs']}: {found}")
    yield tally.held("CSRP, sums", "exact")


def bands_moved(folder: Path) -> Iterator[Held]:
    """The band of OSP/DC after five years, in two versions of the service; a blank band is passed over."""
    tally = _Tally()
    for case in components(folder, "RSR", "DC_SRP"):
        band = case["inputs"].get("risk_band")
        if "band_reduction" not in case["part"] or band is None:
            continue
        expected, said = case["expected"], f"{case['instrument']} {case['inputs']}"
        if band == "NOT_APPLICABLE":
            tally.refused += 1  # for women and people without a history: not for the person
            continue
        found = _moved(band, reduced=bool(case["inputs"]["osp_risk_reduction"]))
        why = "an error there, low here as in the later version" if expected == "RAISES" else f"{found} here"
        tally.add(found == str(expected).lower().replace("_", " "), f"{said}: {why}")
    yield tally.held("OSP/DC, bands moved", "exact")


def _moved(band: str, *, reduced: bool) -> str:
    years = "5" if reduced else "0"
    came = whole(
        PACKS["osp_dc_2026"],
        {
            "sex": "male",
            "sexual_history": "yes",
            "contact_child": "0",
            "noncontact": "0",
            "images_indirect": "0",
            "stranger_victim": "no",
            "age_start": "65",
            "age_last_sexual": "40",
            "supervision": "community",
            "years_in_community": years,
            "years_since_sexual": "6",
            "years_since_offence": "6",
            **BANDS[band],
        },
    )
    assert came.least is not None
    assert came.least.band == band.lower().replace("_", " ")
    return came.least.adjusted


def images_bands(folder: Path) -> Iterator[Held]:
    """The band of each step of the hierarchy of images."""
    tally = _Tally()
    pack = PACKS["osp_iic_2026"]
    for case in components(folder, "IIC_SRP"):
        if case["part"] != "risk_band":
            continue
        total = Decimal(str(case["inputs"]["hierarchy_weight"])) * 100
        reached = [band.name for band in pack.bands if band.least is not None and band.least <= total][-1]
        tally.add(reached == case["expected"].lower(), f"{case['inputs']}: {reached}")
    yield tally.held("OSP/IIC, bands", "exact")


OTHERS: tuple[Callable[[Path], Iterator[Held]], ...] = (
    snsv_terms,
    ogrs3_curve,
    csrp_sums,
    bands_moved,
    images_bands,
)
