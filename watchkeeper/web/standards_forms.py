"""Each thing that vetting and professional standards record of an officer, and what its form asks."""

from collections.abc import Callable
from dataclasses import dataclass

from watchkeeper.law.wording import day as in_words
from watchkeeper.web import form_parts as parts
from watchkeeper.web import standards_reading as reading
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import Entered
from watchkeeper.workforce.conduct import (
    AllegationKind,
    ClearanceStep,
    ConductRecord,
    Excluded,
    VettingLevel,
)
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class Recording:
    """One thing to record: the power, what is asked, and how what was typed becomes the act."""

    says: str
    power: Power
    asks: Callable[[ConductRecord, Asking], list[parts.Part]]
    reads: Callable[[Entered, str, Asking], reading.Do]


def _which(label: str, rows: list[tuple[str, str]]) -> parts.Part:
    return parts.choice(
        "ref", label, [(ref, text, "") for ref, text in rows], "" if rows else "None is on record."
    )


def _allegations(record: ConductRecord) -> list[tuple[str, str]]:
    live = [each for each in record.fitness.allegations if each.closed_on is None]
    return [(each.ref, f"{each.kind}, made {in_words(each.made_on)}") for each in live]


def _changes(record: ConductRecord) -> list[tuple[str, str]]:
    return [(each.ref, f"Clearance {each.step} on {in_words(each.on)}") for each in record.fitness.changes]


def _suspensions(record: ConductRecord) -> list[tuple[str, str]]:
    standing = [each for each in record.fitness.suspensions if each.until is None]
    return [(each.ref, f"Suspended since {in_words(each.since)}") for each in standing]


def _restrictions(record: ConductRecord) -> list[tuple[str, str]]:
    standing = [each for each in record.fitness.restrictions if each.until is None]
    return [(each.ref, f"Restricted since {in_words(each.since)}") for each in standing]


def _dismissals(record: ConductRecord) -> list[tuple[str, str]]:
    return [(each.ref, f"Dismissed {in_words(each.on)}") for each in record.dismissals]


GOES_ON: tuple[parts.Item, ...] = (("yes", "Yes", ""), ("no", "No: it ends", ""))
SEVERITY = "From 1, the least. Blank while nobody graded it: it bars meanwhile."

RECORDINGS: dict[str, Recording] = {
    "clearance": Recording(
        "A clearance granted",
        Power.RECORD_VETTING,
        lambda _, asking: [
            parts.choice("level", "At which level?", parts.each_of(VettingLevel)),
            parts.day("granted", "Granted on", value=asking.on),
            parts.day("expires", "First day it no longer holds"),
        ],
        reading.clearance,
    ),
    "change": Recording(
        "A clearance suspended, restored or withdrawn",
        Power.RECORD_VETTING,
        lambda _, asking: [
            parts.choice("step", "What was done?", parts.each_of(ClearanceStep)),
            parts.line("decider", "Who decided?", "By reference: a senior officer.", width="10"),
            parts.day("on", "On which day?", value=asking.on),
            parts.yes_no("considered", "Was redeployment considered first?"),
            parts.day("told", "When were they told in writing?"),
        ],
        reading.change,
    ),
    "told": Recording(
        "That they were told of a change of clearance",
        Power.RECORD_VETTING,
        lambda record, asking: [
            _which("Of which change?", _changes(record)),
            parts.day("on", "Told in writing on", value=asking.on),
        ],
        reading.told,
    ),
    "clearance-review": Recording(
        "A review of suspended clearance",
        Power.RECORD_VETTING,
        lambda record, _: [
            _which("Which suspension of clearance?", _changes(record)),
            parts.choice("continued", "Does it go on?", GOES_ON),
        ],
        reading.review(of_clearance=True),
    ),
    "allegation": Recording(
        "An allegation",
        Power.RECORD_CONDUCT,
        lambda _, asking: [
            parts.choice("kind", "What is alleged?", parts.each_of(AllegationKind)),
            parts.day("made", "Made on", value=asking.on),
            parts.line("severity", "Severity", SEVERITY, width="5"),
            parts.yes_no("criminal", "Is it criminal?"),
        ],
        reading.allegation,
    ),
    "severity": Recording(
        "The severity of an allegation",
        Power.RECORD_CONDUCT,
        lambda record, _: [
            _which("Which allegation?", _allegations(record)),
            parts.line("severity", "Severity", "From 1, the least.", width="5"),
        ],
        reading.grade,
    ),
    "closed": Recording(
        "An allegation closed",
        Power.RECORD_CONDUCT,
        lambda record, asking: [
            _which("Which allegation?", _allegations(record)),
            parts.day("on", "First day it is no longer live", value=asking.on),
        ],
        reading.close,
    ),
    "restriction": Recording(
        "Restricted duties",
        Power.RECORD_CONDUCT,
        lambda _, asking: [
            parts.boxes("excludes", "Whom do they keep the officer from?", parts.each_of(Excluded)),
            parts.day("since", "First day", value=asking.on),
            parts.day("until", "First day they no longer hold"),
        ],
        reading.restrict,
    ),
    "lifted": Recording(
        "Restricted duties lifted",
        Power.RECORD_CONDUCT,
        lambda record, asking: [
            _which("Which?", _restrictions(record)),
            parts.day("on", "First day they no longer hold", value=asking.on),
        ],
        reading.lift,
    ),
    "screening": Recording(
        "A psychological screening",
        Power.RECORD_CONDUCT,
        lambda _, asking: [
            parts.choice(
                "cleared",
                "Are they cleared for work with indecent images?",
                (("yes", "Yes", ""), ("no", "No", "")),
            ),
            parts.day("on", "Screened on", value=asking.on),
            parts.day("expires", "First day it no longer holds"),
        ],
        reading.screening,
    ),
    "suspension": Recording(
        "A suspension from duty",
        Power.RECORD_CONDUCT,
        lambda _, asking: [parts.day("since", "First day", value=asking.on)],
        reading.suspend,
    ),
    "review": Recording(
        "A review of a suspension from duty",
        Power.RECORD_CONDUCT,
        lambda record, _: [
            _which("Which suspension?", _suspensions(record)),
            parts.choice("continued", "Does it go on?", GOES_ON),
        ],
        reading.review(of_clearance=False),
    ),
    "back": Recording(
        "The end of a suspension from duty",
        Power.RECORD_CONDUCT,
        lambda record, asking: [
            _which("Which suspension?", _suspensions(record)),
            parts.day("on", "First day back", value=asking.on),
        ],
        reading.back,
    ),
    "dismissal": Recording(
        "A dismissal, or the finding that there would have been one",
        Power.RECORD_CONDUCT,
        lambda _, asking: [parts.day("on", "On which day?", value=asking.on)],
        reading.dismiss,
    ),
    "report": Recording(
        "A dismissal reported to the College",
        Power.RECORD_CONDUCT,
        lambda record, asking: [
            _which("Which?", _dismissals(record)),
            parts.day("on", "Reported on", value=asking.on),
        ],
        reading.report,
    ),
}
"""Everything that can be recorded, by the word its address has for it."""
