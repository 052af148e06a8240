"""A report in words and numbers, once: every form of it, page, paper and data, says what stands here."""

import json
from collections.abc import Iterator
from datetime import UTC
from hashlib import sha256
from typing import Any

from watchkeeper.inspection.facts import Chart, Counted, Theme
from watchkeeper.inspection.grades.facts import Characteristic, Evidence, Proposal, SampleEvidence, Signed
from watchkeeper.inspection.measures.unmeasured import UNMEASURED
from watchkeeper.inspection.measures.wording import caveats, counting
from watchkeeper.inspection.reporting.facts import Drawn, Line, Report
from watchkeeper.law.wording import day, moment

NOTHING = "nothing looked at"
FORCE = "the whole force"
PLACES = 6


def told(report: Report) -> dict[str, Any]:
    """Everything the report says. The digest is of all the rest, as JSON with keys in order."""
    asked = report.asked
    said: dict[str, Any] = {
        "title": f"Inspection report, {asked.unit or FORCE}, {day(asked.since)} to {day(asked.until)}",
        "asked": {
            "from": str(asked.since),
            "to": str(asked.until),
            "unit": asked.unit,
            "of": asked.unit or FORCE,
            "known_at": asked.known_at.astimezone(UTC).isoformat(),
            "known": moment(asked.known_at),
            "seed": asked.seed,
            "policy": report.policy,
            "sees": report.sees,
        },
        "repeat": repeated(report),
        "summary": [*_summary(report)],
        "grades": [_graded(each, report.signed.get(each.theme)) for each in report.proposals],
        "themes": [
            {
                "name": _sentence(theme),
                "measures": [_line(each) for each in report.lines if each.measured.measure.theme is theme],
            }
            for theme in Theme
        ],
        "falls": [
            {
                "title": each.title,
                "unit": each.unit,
                "of": each.unit or FORCE,
                "on": str(each.on),
                "day": day(each.on),
                "count": each.count,
                "floor": round(each.floor, PLACES),
                "floor_said": f"{each.floor:,.1f}",
            }
            for each in report.falls
        ],
        "drawn": [_drawn(each) for each in report.drawn],
        "not_measured": [{"what": what, "why": why} for what, why in _not_measured(report)],
    }
    return {**said, "sha256": digest(said)}


def digest(said: dict[str, Any]) -> str:
    """The SHA-256 of what a report says, whatever it was drawn as."""
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def repeated(report: Report) -> str:
    """The command that makes the same report again, byte for byte, under the same policy."""
    asked = report.asked
    unit = f" --unit {asked.unit}" if asked.unit else ""
    known = asked.known_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return (
        f"watchkeeper inspect report --from {asked.since} --to {asked.until}{unit} "
        f"--known-at {known} --seed {asked.seed} --out FOLDER"
    )


def _not_measured(report: Report) -> Iterator[tuple[str, str]]:
    """What no measure answers, and the measures that had nothing to look at on the last day."""
    yield from UNMEASURED
    for each in report.lines:
        measure = each.measured.measure
        if value(each.months[-1].counted, signal=measure.signal) is None:
            yield measure.title, f"there was nothing to look at: no {measure.of}"


def _summary(report: Report) -> Iterator[str]:
    alarming = [each for each in report.lines if each.chart.alarms]
    yield f"{len(alarming)} of {len(report.lines)} measures are out of the ordinary on the last day."
    yield (
        f"{len(report.falls)} falls of signals in the period."
        if len(report.falls) != 1
        else "1 fall of a signal in the period."
    )
    for each in report.proposals:
        proposed = f"{_sentence(each.theme)}: {each.grade or 'no grade'} is proposed"
        yield f"{proposed}; {_signed_said(report, each)}."
    many = sum(1 for _ in _not_measured(report))
    yield f"{many} things that are asked are not measured: the part Not measured says why."


def _signed_said(report: Report, each: Proposal) -> str:
    signed = report.signed.get(each.theme)
    return f"{signed.grade} is signed by {signed.by}" if signed else "nobody has signed a grade"


def _graded(each: Proposal, signed: Signed | None) -> dict[str, Any]:
    return {
        "key": each.theme.name.casefold(),
        "theme": _sentence(each.theme),
        "grade": each.grade or "no grade",
        "at_best": each.at_best or "no grade",
        "certainty": each.certainty,
        "certainty_said": f"{each.certainty:.0%} of its measures have evidence",
        "confirmed": each.confirmed,
        "because": list(each.because),
        "changes": list(each.changes),
        "characteristics": [_characteristic(one) for one in each.characteristics],
        "signed": None
        if signed is None
        else {
            "grade": signed.grade,
            "by": signed.by,
            "at": signed.at.astimezone(UTC).isoformat(),
            "when": moment(signed.at),
            "reasons": signed.reasons,
            "proposed": signed.proposed or "no grade",
        },
    }


def _characteristic(one: Characteristic) -> dict[str, Any]:
    return {
        "name": one.name,
        "says": one.says,
        "cite": one.cite,
        "confirmed": one.confirmed,
        "standing": one.standing,
        "evidence": [_evidence(each) for each in one.evidence],
        "read": [_read(each) for each in one.read],
    }


def _read(one: SampleEvidence) -> dict[str, Any]:
    return {
        "sample": one.sample,
        "question": one.question,
        "title": one.title,
        "on": str(one.on),
        "day": day(one.on),
        "share": _round(one.share),
        "low": _round(one.low),
        "high": _round(one.high),
        "answered": one.answered,
        "share_target": one.target,
        "confirmed": one.confirmed,
        "value": read_said(one),
        "standing": one.standing,
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    counted = Counted(one.many, one.of)
    return {
        "measure": one.measure,
        "title": one.title,
        "many": one.many,
        "of": one.of,
        "share_limit": one.limit,
        "limit_confirmed": one.confirmed,
        "value": value_said(counted, signal=one.limit is None),
        "limit": limit_said(one.limit, confirmed=one.confirmed),
        "standing": one.standing,
        "alarms": list(one.alarms),
    }


def _line(line: Line) -> dict[str, Any]:
    measured, measure = line.measured, line.measured.measure
    last = line.months[-1].counted
    return {
        "name": measure.name,
        "title": measure.title,
        "signal": measure.signal,
        "counts": counting(measure),
        "caveats": caveats(measure, on=line.months[-1].on),
        "cite": measure.cite,
        "value": _round(value(last, signal=measure.signal)),
        "value_said": value_said(last, signal=measure.signal),
        "limit": measured.limit,
        "limit_said": limit_said(measured.limit, confirmed=measured.confirmed),
        "trend": trend(line),
        "alarms": list(line.chart.alarms),
        "why": line.chart.why,
        "low": _round(line.chart.low),
        "centre": _round(line.chart.centre),
        "high": _round(line.chart.high),
        "sealed": measure.sealed,
        "looked_at": any(each.counted.of or each.counted.many for each in line.months),
        "months": [
            {
                "on": str(each.on),
                "day": day(each.on),
                "many": each.counted.many,
                "of": each.counted.of,
                "value": _round(value(each.counted, signal=measure.signal)),
                "said": value_said(each.counted, signal=measure.signal, short=True),
                "alarms": list(each.alarms),
            }
            for each in line.months
        ],
        "units": [_unit(unit, counted, judged, line) for unit, (counted, judged) in line.units.items()],
    }


def _unit(unit: str, counted: Counted, judged: Chart, line: Line) -> dict[str, Any]:
    signal = line.measured.measure.signal
    return {
        "unit": unit,
        "many": counted.many,
        "of": counted.of,
        "value": _round(value(counted, signal=signal)),
        "said": value_said(counted, signal=signal),
        "alarms": list(judged.alarms),
    }


def _drawn(each: Drawn) -> dict[str, Any]:
    return {
        "theme": _sentence(each.theme),
        "key": each.theme,
        "frame": each.frame,
        "of": each.of,
        "withheld": each.withheld,
        "cases": [{"ref": one.ref, "unit": one.unit, "against": list(one.against)} for one in each.cases],
    }


def trend(line: Line) -> str:
    """How the value moved from the first day of the period with anything looked at to the last."""
    signal = line.measured.measure.signal
    there = [each for each in line.months if value(each.counted, signal=signal) is not None]
    if len(there) < 2:
        return "too few months to say"
    first, last = (value(each.counted, signal=signal) or 0 for each in (there[0], there[-1]))
    said = [value_said(each.counted, signal=signal, short=True) for each in (there[0], there[-1])]
    if said[0] == said[1]:
        return f"{said[1]}, as on {day(there[0].on)}"
    return f"{'up' if last > first else 'down'} from {said[0]} on {day(there[0].on)} to {said[1]}"


def value(counted: Counted, *, signal: bool) -> float | None:
    """A share, or of a signal the count; None where nothing was looked at."""
    return float(counted.many) if signal else counted.share


def value_said(counted: Counted, *, signal: bool, short: bool = False) -> str:
    """The value in words: a count, or a share with its two numbers."""
    if signal:
        return f"{counted.many:,}"
    if counted.share is None:
        return NOTHING
    return f"{counted.share:.1%}" + ("" if short else f": {counted.many:,} of {counted.of:,}")


def read_said(one: SampleEvidence) -> str:
    """What a sample says of a question in words: its share, its interval, and on how many answers."""
    if one.share is None or one.low is None or one.high is None:
        return "nothing to say: no case was answered with yes or no"
    sure = "every case looked at" if one.low == one.high else f"{one.low:.0%} to {one.high:.0%}"
    return f"{one.share:.0%} yes, {sure}, of {one.answered:,} answers"


def limit_said(limit: float | None, *, confirmed: bool) -> str:
    """The limit in words; one that no force has confirmed says so."""
    if limit is None:
        return "its own past"
    return f"{limit:.0%}" + ("" if confirmed else ", not confirmed")


def _round(number: float | None) -> float | None:
    return None if number is None else round(number, PLACES)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
