"""From what is recorded to what links are looked for in, as known at an instant.

The whole year is read at once for a night; of one child only the groups they are in are read, and both
give the same candidates for them. The addresses watched are of those on the register and of suspects.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache, reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, TextField, Value
from django.db.models.functions import Replace, Upper

from watchkeeper.audit.standing import in_parts
from watchkeeper.law.clocks import days_before, london_day, years_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import models
from watchkeeper.missing.facts import MissingPerson, SeenKind
from watchkeeper.missing.keys import key_of, last_signs, place_of
from watchkeeper.missing.linking.facts import (
    Beside,
    Candidate,
    Facts,
    Gone,
    Sighting,
    Spot,
    ThingKind,
    Watched,
)
from watchkeeper.missing.linking.finding import found_in
from watchkeeper.missing.linking.ground import PAIR, THING, Group, laid
from watchkeeper.missing.linking.standing import Answered, Verdict
from watchkeeper.missing.nearby import suspected_of
from watchkeeper.missing.rules.history import went_from
from watchkeeper.missing.stored import Rows, rows_of
from watchkeeper.people.models import Address
from watchkeeper.places.near import Near
from watchkeeper.places.postcodes import points_of
from watchkeeper.registers.stored import registered_of

THINGS = {
    SeenKind.PHONE: ThingKind.PHONE,
    SeenKind.VEHICLE: ThingKind.VEHICLE,
    SeenKind.ONLINE_NAME: ThingKind.ONLINE_NAME,
    SeenKind.ADULT: ThingKind.ADULT,
    SeenKind.PLACE: ThingKind.PLACE,
}
SPANS_AT_ONCE = 50  # spans of time one question may name


def linked_facts(law: Shelf, *, on: date, known_at: datetime) -> Facts:
    """Everything links are looked for in on a day: as far back as what is offered then may have evidence.

    Raises DirectoryError when the directory of postcodes cannot be read.
    """
    rows = models.Episode.objects.as_known(known_at).filter(reported_at__date__gte=_first(law, on))
    read = rows_of(list(rows.values_list("ref", flat=True)), known_at)
    people = list(Address.objects.as_known(known_at).values_list("person_ref", flat=True).distinct())
    return _facts(read, _watched(people, law, on=on, known_at=known_at), law, on=on, known_at=known_at)


def arrived(refs: Collection[str], law: Shelf, *, on: date, known_at: datetime) -> Facts:
    """What there is now of some episodes, to be added to ground that is laid: no address is among it."""
    read = rows_of(refs, known_at)
    _leave_out_old(read, law, on)
    return _facts(read, (), law, on=on, known_at=known_at)


def links_of(missing: str, law: Shelf, *, on: date, known_at: datetime) -> tuple[Candidate, ...]:
    """The candidates that one child is part of, from no more than is on record of their groups.

    The same as the whole of a day would give for them. None for somebody with no episode. Raises
    DirectoryError when the directory of postcodes cannot be read.
    """
    own = rows_of(_refs(models.Episode, known_at, missing_ref=missing), known_at)
    if not own.episodes:
        return ()
    wide = timedelta(minutes=law["link_together_minutes"].whole(on))
    read = rows_of({*own.episodes, *_with(own, missing, wide)}, known_at)
    _leave_out_old(read, law, on)
    places = [found.postcode for ref, found in read.finds.items() if ref in own.episodes]
    facts = _facts(read, _watched_near(places, law, on=on, known_at=known_at), law, on=on, known_at=known_at)
    ground = laid(facts, law, on=on)
    groups: set[Group] = {group for ref in own.episodes for group in ground.touched.get(ref, ())}
    groups |= {(THING, each.kind, each.key) for each in facts.sightings if each.who == missing}
    groups |= {(PAIR, *pair) for pair in ground.by_pair if missing in pair}
    return found_in(sorted(groups), ground, law, on=on)


def answers_to(keys: Collection[str], *, known_at: datetime) -> tuple[Answered, ...]:
    """Every answer given to the candidates of these keys, as known at an instant."""
    found: list[Answered] = []
    for some in in_parts(sorted(keys)):
        for row in models.LinkAnswered.objects.filter(key__in=some).as_known(known_at).order_by("id"):
            evidence = frozenset(json.loads(row.evidence or "[]"))
            assert row.on is not None
            found.append(Answered(row.ref, row.key, Verdict(row.verdict), row.on, row.by, evidence))
    return tuple(found)


def _first(law: Shelf, on: date) -> date:
    """The first day whose facts may still be evidence of something offered on `on`."""
    expiry = law["link_expiry_days"].on(on)
    assert isinstance(expiry, dict)
    return days_before(law["link_evidence_days"].whole(on) + max(expiry.values()), on)


def _leave_out_old(read: Rows, law: Shelf, on: date) -> None:
    first = _first(law, on)
    kept = {ref: each for ref, each in read.episodes.items() if london_day(each.reported_at) >= first}
    read.episodes = kept


def _with(own: Rows, child: str, wide: timedelta) -> set[str]:
    """Episodes of others that may share a group with one child: by place and time, by thing, as it was said.

    Some may stand no longer, or be somewhere else by now: what is read of them then says so.
    """
    said = models.Seen.objects.filter(kind=SeenKind.TOGETHER.value, value=child)
    refs = set(said.values_list("episode_ref", flat=True))
    homes = {place_of(went_from(each, own.people.get(each.missing))) for each in own.episodes.values()} - {""}
    times = [each.reported_at for each in own.episodes.values()] if homes else []
    for few in in_parts(times, SPANS_AT_ONCE):
        close = reduce(or_, (Q(reported_at__range=(at - wide, at + wide)) for at in few))
        rows = models.Episode.objects.filter(close).values_list("ref", "postcode")
        refs |= {ref for ref, postcode in rows if not postcode or place_of(postcode) in homes}
    places = {place_of(found.postcode).replace(" ", "") for found in own.finds.values()} - {""}
    compact = Upper(Replace(F("postcode"), Value(" "), Value(""), output_field=TextField()))
    for some in in_parts(sorted(places)):
        finds = models.Found.objects.annotate(compact=compact).filter(compact__in=some)
        refs |= set(finds.values_list("episode_ref", flat=True))
    for some in in_parts(sorted({each.value for each in own.seen if each.kind is SeenKind.TOGETHER})):
        refs |= set(models.Episode.objects.filter(missing_ref__in=some).values_list("ref", flat=True))
    for kind in {seen.kind for seen in own.seen} & THINGS.keys():
        mine = [seen for seen in own.seen if seen.kind is kind]
        keys = {key_of(seen.kind, seen.value, seen.person, seen.postcode) for seen in mine}
        told = models.Seen.objects.filter(kind=kind.value)
        if kind is SeenKind.PHONE:  # most of what is seen: the database leaves out the rest
            told = told.filter(reduce(or_, (Q(value__endswith=last) for last in sorted(last_signs(keys)))))
        for ref, *thing in told.values_list("episode_ref", "value", "person", "postcode"):
            if key_of(kind, *thing) in keys:
                refs.add(ref)
    return refs


def _facts(read: Rows, watched: Sequence[Watched], law: Shelf, *, on: date, known_at: datetime) -> Facts:
    adult = law["missing_child_age"].whole(on)
    children = {
        ref: each
        for ref, each in read.episodes.items()
        if _is_child(read.people.get(each.missing), london_day(each.reported_at), adult)
    }
    homes = {ref: went_from(each, read.people.get(each.missing)) for ref, each in children.items()}
    founds = {ref: read.finds[ref].postcode for ref in children if ref in read.finds}
    spots = _spots([*homes.values(), *founds.values()])
    gone = []
    for ref, each in children.items():
        find, home = read.finds.get(ref), homes[ref]
        at = find.postcode if find is not None else ""
        gone.append(
            Gone(
                ref,
                each.missing,
                each.reported_at,
                find.at if find is not None else None,
                place_of(home),
                spots.get(home),
                place_of(at),
                spots.get(at),
            )
        )
    registered = registered_of(
        {seen.person for seen in read.seen if seen.person}, law, on=on, known_at=known_at
    ).keys()
    sightings, beside = [], []
    for seen in read.seen:
        mine = children.get(seen.episode)
        if mine is None:
            continue
        if seen.kind is SeenKind.TOGETHER:
            beside.append(Beside(seen.ref, mine.missing, seen.value, seen.at, seen.episode))
        elif seen.kind in THINGS and (key := key_of(seen.kind, seen.value, seen.person, seen.postcode)):
            kind = THINGS[seen.kind]
            known = kind is ThingKind.ADULT and seen.person in registered
            sightings.append(
                Sighting(seen.ref, mine.missing, kind, key, seen.at, seen.episode, registered=known)
            )
    own = {each.person: each.ref for each in read.people.values() if each.person}
    return Facts(
        tuple(gone),
        tuple(sightings),
        tuple(beside),
        tuple(
            Watched(
                each.person, each.registered, each.place, each.spot, each.since, each.until, own[each.person]
            )
            if each.person in own
            else each
            for each in watched
        ),
    )


def _watched(people: Collection[str], law: Shelf, *, on: date, known_at: datetime) -> list[Watched]:
    """Every address of those of `people` who are on the register on a day, or suspected of exploitation."""
    registered = registered_of(people, law, on=on, known_at=known_at).keys()
    suspects = suspected_of(people, law, on=on, known_at=known_at)
    kept = [
        row
        for some in in_parts(sorted(registered | suspects))
        for row in Address.objects.filter(person_ref__in=some).as_known(known_at).order_by("id")
        if row.postcode
    ]
    spots = _spots(row.postcode for row in kept)
    return [
        Watched(
            row.person_ref,
            row.person_ref in registered,
            place_of(row.postcode),
            spots.get(row.postcode),
            row.since,
            row.until,
        )
        for row in kept
    ]


def _watched_near(postcodes: Sequence[str], law: Shelf, *, on: date, known_at: datetime) -> list[Watched]:
    """Addresses of those watched who ever had one within the distance of policy of `postcodes`."""
    lived = list(Address.objects.exclude(postcode="").order_by("id").values_list("person_ref", "postcode"))
    if not lived or not postcodes:
        return []
    reach = law["missing_near_metres"].number(on)
    near = _index(tuple(postcode for _, postcode in lived)).within_each(postcodes, reach)
    people = {lived[at][0] for each in near for at, _ in each}
    return _watched(people, law, on=on, known_at=known_at) if people else []


@lru_cache(maxsize=1)
def _index(postcodes: tuple[str, ...]) -> Near:
    """Where the addresses lie, kept while they stay as they are."""
    return Near(postcodes)


def _refs(stored: Any, known_at: datetime, column: str = "ref", /, **said: Any) -> list[str]:
    return list(stored.objects.as_known(known_at).filter(**said).values_list(column, flat=True))


def _is_child(who: MissingPerson | None, on: date, adult: int) -> bool:
    """A date of birth nobody recorded is read as a child's, as everywhere in this slice."""
    return who is None or who.born_on is None or on < years_after(adult, who.born_on)


def _spots(postcodes: Iterable[str]) -> dict[str, Spot]:
    """Where each postcode lies, of those the directory places exactly: a sector's middle is no place."""
    codes = sorted(set(postcodes) - {""})
    points = points_of(codes)
    return {
        code: Spot(float(points.easting_metres[at]), float(points.northing_metres[at]))
        for at, code in enumerate(codes)
        if points.precision[at] == 0
    }
