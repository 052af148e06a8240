"""What the page of one missing episode shows: what to do first and why, then everything on record of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from watchkeeper.audit.standing import standing
from watchkeeper.law.clocks import minutes_between
from watchkeeper.law.due import Due
from watchkeeper.law.wording import names
from watchkeeper.missing import models
from watchkeeper.missing.facts import Case, Duty, Source
from watchkeeper.missing.rules.accepting import counted, may_accept
from watchkeeper.missing.rules.closing import is_closed, may_close, settled
from watchkeeper.missing.rules.elapsed import found_by
from watchkeeper.missing.rules.forms import form_age
from watchkeeper.missing.rules.grading import proposed
from watchkeeper.missing.rules.history import episodes_together, flags_on, is_child, is_in_care
from watchkeeper.missing.rules.language import findings
from watchkeeper.missing.stored import open_beside
from watchkeeper.web.asking import Asking
from watchkeeper.web.episode_exploitation import exploitation
from watchkeeper.web.episode_lists import clocks
from watchkeeper.web.episode_ringing import rings_of

PARTS: tuple[tuple[str, type[models.OfEpisode]], ...] = (
    ("searched", models.Searched),
    ("enquiries", models.Enquiry),
    ("reviews", models.Reviewed),
    ("finds", models.Found),
    ("interviews", models.Interviewed),
    ("told", models.AuthorityTold),
    ("returns", models.ReturnInterview),
    ("seen", models.Seen),
    ("closures", models.Closed),
)
"""What is read with the words somebody wrote, the newest first. A part that no page shows is not read."""
DONE_BY = {
    Duty.GRADE: ("episode-grade", "grade"),
    Duty.CONFIRM: ("episode-grade", "grade"),
    Duty.DEPLOY: ("episode-enquiry", "work"),
    Duty.FIRST_ENQUIRY: ("episode-enquiry", "work"),
    Duty.ENQUIRY: ("episode-enquiry", "work"),
    Duty.REVIEW: ("episode-review", "review"),
    Duty.PREVENTION: ("episode-interview", "interview"),
    Duty.TELL_AUTHORITY: ("episode-authority", "work"),
    Duty.RETURN_INTERVIEW: ("episode-return", "work"),
}
"""The page on which each duty is done, and the way it is offered under."""


@dataclass(frozen=True, slots=True)
class EpisodeDuty:
    """One clock of an episode, by how many minutes it ran out or has still to run, and where it is done."""

    due: Due
    late: int
    left: int
    address: str
    way: str


@dataclass(frozen=True, slots=True)
class Advice:
    """Words of a note that may put the blame on a child, with other words to think of."""

    words: str
    instead: str
    cite: str
    quoted: bool
    confirmed: bool


def shown(case: Case, asking: Asking) -> dict[str, Any]:
    """Everything the page of an episode lays out. Who of those seen is on the register is not in it."""
    law, at, ref = asking.law, asking.at, case.episode.ref
    found, grade = found_by(case, at=at), counted(case, law, at=at)
    given = sorted((g for g in case.grades if g.at <= at), key=lambda g: (g.at, g.ref), reverse=True)
    newest = next(iter(given), None)
    until = found.at if found is not None else at
    closed = is_closed(case, at=at)
    whole = next(iter(standing(models.MissingPerson, ref=case.episode.missing, known_at=at)), None)
    told = {name: _newest_first(standing(kind, episode_ref=ref, known_at=at)) for name, kind in PARTS}
    row = next(iter(standing(models.Episode, ref=ref, known_at=at)))
    asked = {row.source for row in told["searched"]}
    return {
        "episode": case.episode,
        "row": row,
        "who": whole,
        "at": at,
        "found": found,
        "minutes": minutes_between(case.episode.reported_at, until),
        "closed": closed,
        "grade_owed": not closed and not settled(grade),
        "duties": [_duty(due, at, ref) for due in clocks(case, asking)],
        "grade": grade,
        "given": given,
        "newest": newest,
        "lacks": may_accept(newest, case, law, at=at).unmet if newest is not None else (),
        "proposed": proposed(case, law, at=at),
        "together": episodes_together(case, law),
        "flags": flags_on(case, at=at),
        "form": form_age(case.forms, law, at=at),
        "forms": _newest_form(case, asking),
        "unasked": names([source for source in Source if source not in asked]),
        "unrecorded": list(unrecorded(case, row, whole, asking)),
        "lacking": may_close(case, law, at=at).unmet,
        "rings": rings_of({ref})[ref],
        "beside": open_beside(case.episode, at=at, known_at=at) if found is None else (),
        "advice": advising(asking),
        **exploitation(case, asking),
        **told,
    }


def unrecorded(
    case: Case, row: models.Episode, who: models.MissingPerson | None, asking: Asking
) -> Iterator[str]:
    """What nobody recorded of a report, in words: each is a finding until somebody does."""
    has = who if who is not None else models.MissingPerson()
    asks: list[tuple[str, object]] = [
        ("name", f"{has.given_names}{has.family_name}"),
        ("date of birth", has.born_on),
        ("who looks after them", has.care),
        ("postcode of where they live", has.postcode or has.home),
        ("how they went", row.circumstances),
        ("when they were last seen", row.last_seen_at),
        ("where they are missing from", row.postcode or row.home),
        ("who reports it", row.reporter),
        ("how the informant is reached", row.reporter_contact),
    ]
    if is_child(case, asking.law):
        asks.append(("local authority", has.authority))
        if is_in_care(case) is not False:
            asks.append(("the carer's form", case.forms))
    yield from (what for what, value in asks if not value)
    known: tuple[tuple[str, bool | None], ...] = (
        ("disability", has.disabled),
        ("learning disability", has.learning_disabled),
        ("medicine they need", row.medicine),
        ("whether they may harm themselves", row.self_harm),
        ("danger of the weather", row.weather),
    )
    yield from (what for what, answered in known if answered is None)


def advising(asking: Asking) -> Callable[[str], list[Advice]]:
    """What reads a note for words to think about. The note itself is never changed."""

    def advice(text: str) -> list[Advice]:
        return [
            Advice(text[each.start : each.end], each.instead, each.cite, each.quoted, each.confirmed)
            for each in findings(text or "", asking.law, on=asking.on)
        ]

    return advice


def _duty(due: Due, at: datetime, ref: str) -> EpisodeDuty:
    late = due.minutes_late(at)
    name, way = DONE_BY.get(Duty(due.duty), ("episode", ""))
    return EpisodeDuty(due, max(late, 0), max(-late, 0), reverse(name, args=[ref]), way)


def _newest_form(case: Case, asking: Asking) -> models.PhilomenaForm | None:
    """The form whose age is shown, with what it says."""
    newest = form_age(case.forms, asking.law, at=asking.at).form
    rows = standing(models.PhilomenaForm, missing_ref=case.episode.missing, known_at=asking.at)
    return next((row for row in rows if newest is not None and row.ref == newest.ref), None)


def _newest_first(rows: Sequence[Any]) -> list[Any]:
    """By when it happened; what bears no time stands on top."""
    return sorted(rows, key=lambda row: (row.at is None, row.at.timestamp() if row.at else 0.0), reverse=True)
