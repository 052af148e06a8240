"""Somebody on the register who may be recorded under a new name rings with their manager, once a record."""

from datetime import date, datetime
from urllib.parse import quote

from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.alerts.stored import causes
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import in_address
from watchkeeper.people.actions.joining import note_mentions
from watchkeeper.people.models import Mention, Person
from watchkeeper.people.resolving import Question, mentions, resolving
from watchkeeper.people.rules.joined import on_register
from watchkeeper.suspects.actions.naming import mentions_of_suspects
from watchkeeper.suspects.models import Referral, SuspectPerson
from watchkeeper.workforce.actions.officers import ensure_system_officer
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Rank
from watchkeeper.workforce.stored import manager_of


def newest_records() -> str:
    """The numbers of the newest record of other sources, of the register and of suspects.

    Empty without any of another source or a suspect.
    """
    models = (Mention, Person, Referral, SuspectPerson)
    newest = [model.objects.order_by("-id").values_list("id", flat=True).first() or 0 for model in models]
    return " ".join(map(str, newest)) if newest[0] or newest[2] else ""


def note_suspects(law: Shelf, *, on: date, at: datetime) -> int:
    """Have identity weigh every suspect with a name that came in a file; how many were new to it."""
    held = mentions(at=at)
    left = [each for each in mentions_of_suspects(at=at) if held.get(each.key) != each]
    if not left:
        return 0
    by = ensure_system_officer(law=law, at=at)
    acting = Acting(by=by, about="", on=on, law=law, purpose="who the suspects of referrals are", at=at)
    return note_mentions(left, acting)


def raisings_of_new_names(law: Shelf, *, on: date, at: datetime) -> tuple[Raising, ...]:
    """An alert for each record that may be somebody on the register under a new name, and has not rung yet.

    For their manager by name, and for those who supervise in their unit. It names neither name.
    """
    rung = causes((Kind.NEW_NAME,))
    found = []
    for asked in resolving().questions(law=law, on=on, at=at):
        if not asked.new_name:
            continue
        for key, beside in ((asked.one, asked.other), (asked.other, asked.one)):
            person = key.partition(" ")[2]
            if on_register(key) and asked.ref not in rung.get(person, ()):
                found.append(_raising(asked, person, beside, on=on, at=at))
    return tuple(found)


def _raising(asked: Question, person: str, beside: str, *, on: date, at: datetime) -> Raising:
    row = Person.objects.filter(ref=person).as_known(at).first()
    spell = manager_of(person, on=on, known_at=at)
    source = beside.partition(" ")[0]
    says = (
        f"a record of {source} has the same date of birth and home, telephone or identifier, and another name"
    )
    one, other = (quote(in_address(key)) for key in (asked.one, asked.other))
    return Raising(
        Kind.NEW_NAME,
        says,
        person,
        asked.ref,
        row.unit if row is not None else "",
        Rank.SERGEANT,
        Urgency.NOW,
        f"/identity/{one}/{other}/",
        officer=spell.officer if spell is not None else "",
    )
