"""One referral of an online suspect, drawn whole: received, banded, enforced, examined, closed.

Times are minutes, counted as days are by their ordinals, in UTC.
"""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from watchkeeper.suspects.facts import Band, DeviceStep, PromptAnswer, Sender, StepKind
from watchkeeper.synth import suspect_rates as rates
from watchkeeper.synth.episodes import DAY, HOUR, stamp
from watchkeeper.synth.history import NO, YES, Row, iso

LETTERS = {
    "suspect_bands": "G",
    "suspect_news": "N",
    "suspect_steps": "S",
    "suspect_safeguards": "C",
    "suspect_devices": "D",
    "suspect_prompts": "Q",
    "suspect_closures": "F",
    "suspect_managers_told": "T",
}
REASON = "The devices were examined and nothing was found on any of them."


@dataclass(slots=True)
class DrawnReferral:
    """A referral's rows, table by table, with the unit it is of and the minute it came."""

    ref: str
    unit: str
    borough: str
    at: int
    rows: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def own(self) -> Row:
        """The row of the referral itself."""
        return self.rows["suspect_referrals"][0]

    def add(self, table: str, minute: int, **columns: Any) -> Row:
        """One more row of a table, recorded when it happened."""
        rows = self.rows.setdefault(table, [])
        row = {
            "ref": f"{self.ref}-{LETTERS[table]}{len(rows) + 1}",
            "recorded_at": stamp(minute),
            "withdrawn": NO,
            "referral_ref": self.ref,
            "by": self.officer(1),
            **columns,
        }
        rows.append(row)
        return row

    def officer(self, number: int) -> str:
        """An investigator of the unit."""
        return f"{self.unit}-V{number:03d}"


def received(
    ref: str, unit: str, borough: str, at: int, names: tuple[str, str], born: int, postcode: str
) -> DrawnReferral:
    """A referral of which nothing is recorded but what came."""
    made = DrawnReferral(ref, unit, borough, at)
    given, family = names
    made.rows["suspect_referrals"] = [
        {
            "ref": ref,
            "recorded_at": stamp(at),
            "withdrawn": NO,
            "received_at": stamp(at),
            "sender": Sender.NCA,
            "sent_as": f"N{ref}",
            "unit": unit,
            "family_name": family,
            "given_names": given,
            "born_on": iso(born),
            "postcode": postcode,
            "children": NO,
            "works_with_children": NO,
            "platform": rates.PLATFORMS[born % len(rates.PLATFORMS)],
            "summary": "Invented for a synthetic suspect.",
        }
    ]
    return made


def banded(made: DrawnReferral, band: Band, at: int) -> None:
    """A band with its assessor, tool and version."""
    made.add("suspect_bands", at, band=band, at=stamp(at), tool="KIRAT", version="3", reason="By the tool.")


def enforced(made: DrawnReferral, kind: StepKind, at: int, *, asked: bool = True) -> None:
    """A search, arrest or interview; after an arrest somebody asks about suicide risk within two hours."""
    row = made.add("suspect_steps", at, kind=kind, at=stamp(at))
    if asked and kind is StepKind.ARREST:
        answered(made, row["ref"], at + 90)


def answered(made: DrawnReferral, trigger: str, at: int) -> None:
    """An answer by name about suicide risk."""
    made.add(
        "suspect_prompts",
        at,
        trigger=trigger,
        at=stamp(at),
        answer=PromptAnswer.NONE_SEEN,
        note="Asked in private; no sign of risk.",
    )


def safeguarded(made: DrawnReferral, at: int) -> None:
    """The children were referred to the local authority of the borough."""
    made.add("suspect_safeguards", at, at=stamp(at), authority=made.borough)


def device(made: DrawnReferral, step: DeviceStep, at: int) -> Row:
    """A step of the one device of the referral."""
    return made.add("suspect_devices", at, device=f"{made.ref}/1", step=step, at=stamp(at))


def whole(made: DrawnReferral, night: int, rng: Random) -> DrawnReferral:
    """The referral with everything done in time that falls due by the end of the night's day.

    `night` is its first minute.
    """
    bands, shares = zip(*rates.BANDS, strict=True)
    band: Band = rng.choices(bands, shares)[0]
    banded(made, band, made.at + rng.randint(20, 110))
    if rng.random() < rates.CHILDREN:
        made.own["children"] = YES
    if rng.random() < rates.WORKS:
        made.own["works_with_children"] = YES
    if YES in (made.own["children"], made.own["works_with_children"]):
        safeguarded(made, min(made.at + rng.randint(3, 20) * HOUR, night - 1))
    low, high = rates.ENFORCED_HOURS[band]
    at = made.at + rng.randint(low, high) * HOUR
    if band is Band.VERY_HIGH:
        at = min(at, night - 2 * HOUR)
    if at <= night - 2 * HOUR:
        kinds, of_them = zip(*rates.ENFORCING, strict=True)
        enforced(made, rng.choices(kinds, of_them)[0], at)
        _examined(made, at, night, rng)
    return made


def _examined(made: DrawnReferral, seized: int, night: int, rng: Random) -> None:
    """What became of the device, as far as the night has come."""
    device(made, DeviceStep.SEIZED, seized)
    sent = seized + rng.randint(1, 5) * DAY
    if sent >= night:
        return
    device(made, DeviceStep.SUBMITTED, sent)
    read = sent + rng.randint(10, 60) * DAY
    if read >= night:
        return
    device(made, DeviceStep.EXAMINED, read)
    known = read + rng.randint(1, 5) * DAY
    if known + 2 * HOUR >= night:
        return
    answered(made, device(made, DeviceStep.RESULT, known)["ref"], known + 2 * HOUR)
    decided = known + rng.randint(1, 6) * DAY
    if decided + 3 * HOUR < night:
        closed(made, decided, night, rng)


def closed(made: DrawnReferral, at: int, night: int, rng: Random) -> None:
    """Charged, or closed without action once somebody else has looked."""
    day = at // DAY
    if rng.random() >= rates.NO_ACTION:
        row = made.add("suspect_steps", at, kind=StepKind.CHARGE, at=stamp(at))
        answered(made, row["ref"], at + HOUR)
        made.add("suspect_closures", at, outcome=1, on=iso(day), reason="Charged with making images.")
        return
    row = made.add("suspect_closures", at, outcome=15, on=iso(day), reason=REASON)
    if day + 1 < night // DAY:
        row |= {
            "second_by": made.officer(2),
            "second_on": iso(day + 1),
            "second_agrees": YES,
            "safeguarding": YES,
        }
        row["recorded_at"] = stamp((day + 1) * DAY + 12 * HOUR)
