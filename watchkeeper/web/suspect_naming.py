"""Who the suspects of a referral may be, weighed in bits against everybody on record; a person decides."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.access.actions import look
from watchkeeper.access.rules import may_see
from watchkeeper.audit.standing import standing
from watchkeeper.law.wording import day
from watchkeeper.people.facts import Mention, Pairing
from watchkeeper.people.identity.standing import Likely
from watchkeeper.people.models import Mention as StoredMention
from watchkeeper.people.models import Person
from watchkeeper.people.resolving import MODEL, pairings, resolving
from watchkeeper.people.rules.deciding import Answer
from watchkeeper.people.rules.joined import REGISTER, on_register, pair_ref, persons
from watchkeeper.suspects import models
from watchkeeper.suspects.actions.naming import FURTHER, OF_REFERRAL, Suspect, is_named, mention_of
from watchkeeper.web import suspect_forms as forms
from watchkeeper.web.asking import Asking
from watchkeeper.web.identity_picture import FallStep, fall, signed
from watchkeeper.web.identity_shown import SAID
from watchkeeper.web.suspect_lists import sees_suspect
from watchkeeper.web.suspect_looking import suspect_page
from watchkeeper.workforce.facts import Power

BY_THE_MODEL = {
    Answer.JOIN: "likely one person",
    Answer.ASK: "perhaps one person",
    Answer.APART: "likely two people",
}
"""What the weight of two records says, in words. A test holds it whole: nothing is joined by it."""
PURPOSE = "who the suspect of a referral may be"
MOST = 10
"""Records beside one suspect, the likeliest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be the suspect: whose, what they weigh and why, what was said, where it is decided.

    `who` is empty for somebody the reader does not need to know of; `address` where they may not decide.
    `told` is the person on the register of whom more than the reference is shown: that is a look at them.
    """

    who: str
    told: str
    bits: str
    answer: str
    guard: str
    steps: tuple[FallStep, ...]
    said: str
    address: str


@dataclass(frozen=True, slots=True)
class SuspectNamed:
    """A suspect, who on record they are now, and the records that may be them."""

    called: str
    person: str
    found: tuple[Candidate, ...]
    named: bool


@suspect_page(Power.READ_SUSPECT)
def who(request: HttpRequest, *, suspect: str) -> HttpResponse:
    """Everybody on record whom a suspect of the referral may be, with what they weigh and why.

    Of somebody on the register whoever may not read a record is shown the reference; a look of others
    goes on the trail, of each person shown.
    """
    asking, _ = forms.of_referral(request)
    rows: list[Suspect] = [*standing(models.Referral, ref=suspect, known_at=asking.at)]
    rows += standing(models.SuspectPerson, referral_ref=suspect, known_at=asking.at)
    law, on = asking.law, asking.on
    suspects = [_named(row, asking) for row in rows]
    for person in sorted({each.told for one in suspects for each in one.found} - {""}):
        known = asking.known_of(person)
        look(person, by=asking.officer, on=on, law=law, purpose=PURPOSE, at=asking.at, known=known)
    shown = {
        "ref": suspect,
        "suspects": suspects,
        "model": str(law[MODEL].on(on)),
        "confirmed": law[MODEL].confirmed and law["identity_thresholds"].confirmed,
        "may_decide": asking.may(Power.JOIN_RECORDS).allowed,
    }
    return render(request, "suspects/who.html", shown)


def _named(row: Suspect, asking: Asking) -> SuspectNamed:
    mention = mention_of(row)
    called = f"{row.given_names} {row.family_name}".strip() or "No name came"
    if not is_named(mention):
        return SuspectNamed(called, row.person, (), named=False)
    likely = resolving().likely(mention, law=asking.law, on=asking.on, at=asking.at)
    decided = pairings(at=asking.at)
    noted = any(standing(StoredMention, ref=mention.key, known_at=asking.at))
    found = tuple(
        _candidate(mention, each, decided, asking, noted=noted, typed=row.person) for each in likely[:MOST]
    )
    return SuspectNamed(called, row.person, found, named=True)


def _candidate(
    mention: Mention,
    likely: Likely,
    decided: tuple[Pairing, ...],
    asking: Asking,
    *,
    noted: bool,
    typed: str = "",
) -> Candidate:
    key = likely.key
    ref = pair_ref(mention.key, key)
    stands = next((each for each in decided if pair_ref(each.one, each.other) == ref), None)
    said = SAID[stands.joined] if stands is not None else ""
    if not said and key in persons(decided).get(mention.key, ()):
        said = "joined, through other records"
    if not said and typed and key == f"{REGISTER} {typed}":
        said = "written in what came"
    who, told = _who(key, asking)
    may = bool(who) and noted and asking.may(Power.JOIN_RECORDS).allowed
    return Candidate(
        who,
        told,
        signed(likely.bits),
        BY_THE_MODEL[likely.judged.answer],
        likely.guard.says if likely.guard is not None else "",
        tuple(fall(likely.steps)) if who else (),
        said,
        reverse("identity-pair", args=sorted((mention.key, key))) if may else "",
    )


def _who(key: str, asking: Asking) -> tuple[str, str]:
    """Who a record is about, for whoever needs to know; and of whom more than the reference is told."""
    if not on_register(key):
        return _in_words(key) if sees_suspect(key, asking) else "", ""
    person = key.partition(" ")[2]
    known = asking.known_of(person)
    if not (known.on_record and may_see(asking.officer, known, asking.law, on=asking.on).allowed):
        return "", ""
    if not asking.may(Power.READ_PERSON).allowed:
        return person, ""
    (row,) = standing(Person, ref=person, known_at=asking.at)
    born = f"born {day(row.born_on)}" if row.born_on else "date of birth not recorded"
    return f"{row.ref}: {row.given_names} {row.family_name}, {born}", person


def _in_words(key: str) -> str:
    """A record of another source as an officer calls it; a suspect by the referral, and not by a key."""
    source, _, ref = key.partition(" ")
    return {OF_REFERRAL: f"suspect of referral {ref}", FURTHER: f"further suspect {ref}"}.get(source, key)


addresses = [path("suspects/<suspect:suspect>/who/", who, name="suspect-who")]
