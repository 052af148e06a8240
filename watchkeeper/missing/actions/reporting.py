"""Somebody is reported missing: saved always, whatever is still unknown. The clocks run from the report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from watchkeeper.audit.stored import told_in
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing import facts, models
from watchkeeper.missing.actions.ringing import ring_reported
from watchkeeper.missing.acts import act_on_episode
from watchkeeper.missing.stored import open_beside
from watchkeeper.workforce.acts import Act, Acting, acted
from watchkeeper.workforce.facts import Power

PAGES_BESIDE = frozenset({"report", "links", "stream", "child"})
"""What pages beside those of episodes are called: an episode called so would be on the board, never open."""


@dataclass(frozen=True, slots=True)
class Reported:
    """An episode as it is told, and who is missing: on record by `who.ref`, or new where that is blank."""

    episode: facts.Episode
    who: facts.MissingPerson
    family_name: str = ""
    given_names: str = ""
    reporter_contact: str = ""
    circumstances: str = ""


def report_missing(told: Reported, acting: Acting) -> models.Episode:
    """Save a report that somebody is missing. `acting.about` is its ref, empty to be given one.

    Nothing but the instant must be there: a blank is kept and becomes a finding. Of somebody on record
    what is newly told becomes a new version, and a blank changes nothing. It rings until somebody takes
    the episode on by name. That they are missing already refuses nothing: the pages of both say so.
    Refused are a report of what is to come, a ref that is taken, and a person or home nobody recorded.
    """
    with acted(Power.REPORT_MISSING, acting) as this:
        episode, who, ref = told.episode, told.who, acting.about
        free = not ref or not models.Episode.objects.filter(ref=ref).exists()
        row = models.MissingPerson.objects.filter(ref=who.ref).as_known(acting.at).first()
        this.require(
            Decision(
                (
                    Reason(free, "the reference is free", RECORDS),
                    Reason(ref not in PAGES_BESIDE, "the reference is no word of an address", RECORDS),
                    Reason(not who.ref or row is not None, "the person is on record", RECORDS),
                    Reason(episode.reported_at <= acting.at, "it was reported before now", RECORDS),
                    *_sound(told, episode.reported_at, acting),
                )
            )
        )
        stored = models.Episode(ref=ref or this.ref, reported_at=episode.reported_at)
        _fill(stored, told, unit=episode.unit or acting.by.unit)
        stored.missing_ref = _newly_told(row, told, this) if row is not None else _entered(told, this).ref
        this.store(stored)
        already = open_beside(stored.fact(), at=acting.at, known_at=acting.at)
        this.fact("open already", len(already))
        ring_reported(stored.ref, stored.unit, this)
        return stored


def complete_report(told: Reported, acting: Acting) -> models.Episode:
    """Fill in or put right what was reported: a new version of the episode, and of who is missing.

    Everything is as told now, a blank too; what changed nowhere is not stored again. When it was
    reported, and of whom, does not change. Raises Refused where nothing changed, and for a home
    nobody recorded.
    """
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        this.require(Decision(tuple(_sound(told, case.episode.reported_at, acting))))
        row = models.Episode.objects.filter(ref=case.episode.ref).as_known(acting.at).get()
        who = models.MissingPerson.objects.filter(ref=case.episode.missing).as_known(acting.at).first()
        before = told_in(row)
        _fill(row, told, unit=told.episode.unit)
        changed = told_in(row) != before
        person = who if who is not None else models.MissingPerson(ref=case.episode.missing)
        stood = told_in(person)
        _describe(person, told)
        differs = told_in(person) != stood
        this.require(Decision((Reason(changed or differs, "something was changed", RECORDS),)))
        if differs:
            person.id = None  # a new version
            this.store(person)
        if changed:
            row.id = None
            this.store(row)
        return row


def _sound(told: Reported, reported_at: datetime, acting: Acting) -> Iterator[Reason]:
    seen = told.episode.last_seen_at
    homes = {home for home in (told.episode.home, told.who.home) if home}
    there = models.CareHome.objects.filter(ref__in=homes).as_known(acting.at).count() == len(homes)
    yield Reason(there, "the home is on record", RECORDS)
    yield Reason(seen is None or seen <= reported_at, "they were last seen before the report", RECORDS)


def _fill(row: models.Episode, told: Reported, *, unit: str) -> None:
    episode = told.episode
    row.unit, row.last_seen_at = unit, episode.last_seen_at
    row.postcode, row.home = episode.postcode, episode.home
    row.reporter, row.reporter_contact = episode.reporter, told.reporter_contact
    row.medicine, row.self_harm, row.weather = episode.medicine, episode.self_harm, episode.weather
    row.circumstances = told.circumstances


def _describe(row: models.MissingPerson, told: Reported) -> None:
    who = told.who
    row.family_name, row.given_names, row.born_on = told.family_name, told.given_names, who.born_on
    row.care = who.care.value if who.care is not None else ""
    row.home, row.postcode, row.authority = who.home, who.postcode, who.authority
    row.disabled, row.learning_disabled = who.disabled, who.learning_disabled


def _entered(told: Reported, this: Act) -> models.MissingPerson:
    row = models.MissingPerson(ref=f"{this.ref}-M", person=told.who.person)
    _describe(row, told)
    return this.store(row)


def _newly_told(row: models.MissingPerson, told: Reported, this: Act) -> str:
    """Who is on record, with what the report adds or changes; name and birth stand where they are known."""
    fresh = models.MissingPerson()
    _describe(fresh, told)
    before = told_in(row)
    for name in ("family_name", "given_names", "born_on"):
        setattr(row, name, getattr(row, name) or getattr(fresh, name))
    for name in ("care", "home", "postcode", "authority", "disabled", "learning_disabled"):
        value = getattr(fresh, name)
        if value not in ("", None):
            setattr(row, name, value)
    if told_in(row) != before:
        row.id = None
        this.store(row)
    return row.ref
