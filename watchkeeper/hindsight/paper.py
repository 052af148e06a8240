"""A look back and a chronology on paper: JSON, CSV and a page of its own that needs nothing else."""

import csv
import io
import json
from html import escape

from watchkeeper.briefing.exporting import inert
from watchkeeper.hindsight.facts import Kind, Known, Line, Matter, Review
from watchkeeper.law.wording import day
from watchkeeper.visits.facts import LONDON

HEADINGS = ("Happened on", "At", "Recorded", "What it is", "What", "Source")
STYLE = (
    "body{font-family:Arial,sans-serif;color:#0b0c0c;margin:2rem;line-height:1.4}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:bold;margin-bottom:.5rem}"
    "th,td{text-align:left;vertical-align:top;border-bottom:1px solid #b1b4b6;padding:.4rem .6rem .4rem 0;"
    "overflow-wrap:anywhere}"
    "@media(max-width:40em){body{margin:1rem}thead{position:absolute;left:-999em}tr,td{display:block}"
    "td{border:0;padding:.1rem 0}tr{border-bottom:1px solid #b1b4b6;padding:.6rem 0}"
    "td::before{content:attr(data-label) ': ';font-weight:bold}}"
)


def known_as_json(found: Known) -> bytes:
    """A look back as JSON, in UTF-8."""
    told = {
        "ref": found.ref,
        "on": found.on.isoformat(),
        "known_at": found.known_at.isoformat(),
        "held_true_at": found.now.isoformat(),
        "policy": found.policy,
        "decision": _matter(found.decision) if found.decision is not None else None,
        "reasons": list(found.reasons),
        "stood": [_matter(each) for each in found.held],
        "due": [_matter(each) for each in found.duties],
        "facts": [_matter(each) for each in found.facts],
        "looked": found.looked,
        "looks": None
        if found.looks is None
        else [
            {
                "by": each.by,
                "at": each.at.isoformat(),
                "power": each.power,
                "purpose": each.purpose,
                "refused": each.refused,
            }
            for each in found.looks
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def review_as_csv(review: Review) -> bytes:
    """A chronology as a spreadsheet opens it, a line a row; nothing in it runs."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for line in review.lines:
        writer.writerow([inert(cell) for cell in _cells(line, iso=True)])
    return ("\ufeff" + out.getvalue()).encode()


def review_as_html(review: Review) -> bytes:
    """A chronology as a page that needs no other file, readable on a telephone and aloud."""
    period = f"{day(review.since)} to {day(review.until)}"
    counts = "".join(f"<li>{escape(kind)}: {review.many(kind):,}</li>" for kind in Kind)
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td data-label="{label}">{escape(cell) or "not recorded"}</td>'
            for label, cell in zip(HEADINGS, _cells(line, iso=False), strict=True)
        )
        + "</tr>\n"
        for line in review.lines
    )
    heads = "".join(f'<th scope="col">{label}</th>' for label in HEADINGS)
    title = f"Hindsight review of {escape(review.ref)}, {period}"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>\n'
        f"<body><main><h1>{title}</h1>\n"
        f"<p>As known at {review.known_at.isoformat()}, under policy {escape(review.policy)}. "
        "Compiled again for the same instant and policy it is the same, byte for byte.</p>\n"
        f"<ul>{counts}</ul>\n<table><caption>Chronology, {len(review.lines):,} lines</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table></main></body></html>\n"
    ).encode()


def _cells(line: Line, *, iso: bool) -> tuple[str, ...]:
    happened = "" if line.happened is None else line.happened.isoformat() if iso else day(line.happened)
    at = f"{line.at.astimezone(LONDON):%H:%M}" if line.at is not None else "" if iso else "day alone"
    recorded = (
        "worked out"
        if line.recorded is None
        else line.recorded.isoformat()
        if iso
        else f"{day(line.recorded.astimezone(LONDON).date())}"
    )
    return happened, at, recorded, line.kind.value, line.says, line.source


def _matter(matter: Matter) -> dict[str, str | None]:
    return {
        "what": matter.kind,
        "about": matter.about,
        "known": matter.known,
        "true": matter.true,
        "agreement": matter.agreement.value,
        "happened_on": matter.happened.isoformat() if matter.happened is not None else None,
        "first_known": matter.first_known.isoformat() if matter.first_known is not None else None,
        "source": matter.source,
    }
