"""Who on record a suspect is: each is a mention that identity weighs, and follows the joins that stand.

A suspect is somebody of the register by a person's word alone: no machine joins anybody on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from watchkeeper.audit.models import Entry
from watchkeeper.audit.standing import standing
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.people.actions import joining
from watchkeeper.people.facts import Mention
from watchkeeper.people.models import Mention as StoredMention
from watchkeeper.people.resolving import pairings
from watchkeeper.people.rules.joined import named_by, on_register, persons
from watchkeeper.suspects import models
from watchkeeper.suspects.actions.telling import tell_managers
from watchkeeper.workforce.acts import Act, Acting
from watchkeeper.workforce.facts import Power

type Suspect = models.Referral | models.SuspectPerson
OF_REFERRAL, FURTHER = "referrals", "suspects"
"""What the first suspect of a referral, and each further one, are called as a source of records."""
MODELS: dict[str, type[Suspect]] = {OF_REFERRAL: models.Referral, FURTHER: models.SuspectPerson}

BY_JOINS = (Power.JOIN_RECORDS, Power.UNDO_PAIRING)
"""Acts in which a referral follows what was said of two records: nobody typed what they store in it."""
NOT_MEANWHILE = "nobody else has changed it since you read it"
NOT_MEANWHILE_IN = "nobody else has changed the referral since you read it"
SAYS_ANOTHER = "a referral says already that its suspect is somebody else: that is put right first"
"""It names no referral: whoever joins two records need not know of every one that others lead to."""


def mention_of(row: Suspect) -> Mention:
    """A suspect as identity weighs them: the name, the date of birth and the postcode that came."""
    source, code = (OF_REFERRAL, row.postcode) if isinstance(row, models.Referral) else (FURTHER, "")
    homes = (("", code),) if code else ()
    return Mention(row.ref, source, row.given_names, row.family_name, born_on=row.born_on, addresses=homes)


def is_named(mention: Mention) -> bool:
    """Whether enough of a name came for anybody to be weighed by it."""
    return bool(mention.family_name.strip())


def mentions_of_suspects(*, at: datetime) -> Iterator[Mention]:
    """Every suspect with a name of whom nobody says who they are, as known at an instant.

    Those that came in a file are among them.
    """
    for model in MODELS.values():
        rows = model.objects.as_known(at).filter(person="").exclude(family_name="")
        for row in rows.order_by("ref"):
            found = mention_of(row)
            if is_named(found):
                yield found


def note(row: Suspect, this: Act) -> None:
    """Keep a suspect as a mention in the act that stores them; one left without a name is withdrawn.

    One of whom somebody said at once who they are is none: there is nothing to ask.
    """
    found = mention_of(row)
    held = next(iter(standing(StoredMention, ref=found.key, known_at=this.at)), None)
    if held is None and row.person:
        return
    if is_named(found) and (held is None or held.fact() != found):
        this.store(joining.row_of(found))
    elif held is not None and not is_named(found):
        held.id, held.withdrawn = None, True
        this.store(held)


def referral_of(key: str, *, at: datetime) -> models.Referral | None:
    """The referral of a suspect, by the key of their record; None for a record of any other source."""
    source, _, ref = key.partition(" ")
    if source not in MODELS:
        return None
    row = next(iter(standing(MODELS[source], ref=ref, known_at=at)), None)
    if isinstance(row, models.SuspectPerson):
        row = next(iter(standing(models.Referral, ref=row.referral_ref, known_at=at)), None)
    return row


def joined_to(row: Suspect, *, at: datetime) -> str:
    """The ref of whoever on the register joins say that a suspect is; empty where they say nobody."""
    key = mention_of(row).key
    name = named_by(persons(pairings(at=at)).get(key, frozenset({key})))
    return _ref(name) if on_register(name) else ""


def follow(keys: Iterable[str], acting: Acting, this: Act) -> None:
    """Let each suspect that two records lead to be whoever the joins that stand say, in the act of the join.

    Undone, they are whoever was typed before, or nobody. The manager of somebody on the register is told in
    the same act. Raises Refused where a referral says already that its suspect is somebody else, and where
    one was changed since the instant of the act.
    """
    together = persons(pairings(at=acting.at))
    reached = {key: together.get(key, frozenset({key})) for key in keys}
    everyone = sorted(frozenset().union(*reached.values()))
    registered = {_ref(key) for key in everyone if on_register(key)}
    for key in everyone:
        source, _, ref = key.partition(" ")
        if source in MODELS:
            _say(MODELS[source], ref, registered, acting, this)


def _say(model: type[Suspect], ref: str, registered: set[str], acting: Acting, this: Act) -> None:
    rows = model.objects.filter(ref=ref)
    rows.select_for_update().first()  # as `put_right` does: who saves meanwhile comes before or after
    versions: list[Suspect] = list(rows.order_by("known_from", "id"))
    if not versions or (row := versions[-1]).withdrawn:
        return
    typed, joined = _typed(versions), joined_to(row, at=acting.at)
    newest = Reason(row.known_from <= acting.at, NOT_MEANWHILE_IN, RECORDS)
    free = Reason(not joined or typed in ("", *registered), SAYS_ANOTHER, RECORDS, "named as nobody else")
    this.require(Decision((newest, free)))
    now = typed or joined
    if row.person == now:
        return
    row.id, row.person = None, now
    stored = this.store(row)
    referral = stored.ref if isinstance(stored, models.Referral) else stored.referral_ref
    of = referral_of(f"{OF_REFERRAL} {referral}", at=acting.at)
    tell_managers([now], referral, of.unit if of is not None else "", this, acting)


def _typed(versions: Sequence[Suspect]) -> str:
    """Who somebody said that a suspect is, whatever joins say; versions in their order, empty for nobody.

    A form saved after a join shows whom the join said: what it did not change, nobody typed.
    """
    acts = Entry.objects.filter(number__in={each.act for each in versions}, power__in=BY_JOINS)
    by_joins = set(acts.values_list("number", flat=True))
    typed = before = ""
    for each in versions:
        if each.act not in by_joins and each.person != before:
            typed = each.person
        before = each.person
    return typed


def _ref(key: str) -> str:
    return key.partition(" ")[2]
