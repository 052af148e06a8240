"""What is on record of missing episodes, as known at an instant."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from watchkeeper.audit.standing import in_parts, standing
from watchkeeper.missing import facts, models

PARTS: tuple[tuple[str, type[models.OfEpisode]], ...] = (
    ("searched", models.Searched),
    ("grades", models.Graded),
    ("enquiries", models.Enquiry),
    ("reviews", models.Reviewed),
    ("finds", models.Found),
    ("interviews", models.Interviewed),
    ("told", models.AuthorityTold),
    ("returns", models.ReturnInterview),
    ("seen", models.Seen),
    ("closures", models.Closed),
)


@dataclass(slots=True)
class Rows:
    """Episodes and what belongs to them, as rules read them, by ref."""

    episodes: dict[str, facts.Episode]
    people: dict[str, facts.MissingPerson]
    finds: dict[str, facts.Found]
    seen: list[facts.Seen]


def case_as_known(ref: str, *, known_at: datetime) -> facts.Case | None:
    """Everything on record of one episode at an instant; None when there is no such episode."""
    row = next(iter(standing(models.Episode, ref=ref, known_at=known_at)), None)
    if row is None:
        return None
    episode = row.fact()
    found: Any = {
        name: tuple(each.fact() for each in standing(model, episode_ref=ref, known_at=known_at))
        for name, model in PARTS
    }
    who = next(iter(standing(models.MissingPerson, ref=episode.missing, known_at=known_at)), None)

    def of(kind: Any) -> tuple[Any, ...]:
        return tuple(each.fact() for each in standing(kind, missing_ref=episode.missing, known_at=known_at))

    return facts.Case(
        episode,
        who.fact() if who is not None else None,
        of(models.Flag),
        of(models.PhilomenaForm),
        tuple(each.reported_at for each in of(models.Episode) if each.ref != ref),
        **found,
    )


def cases_as_known(refs: Iterable[str], *, known_at: datetime) -> tuple[facts.Case, ...]:
    """Everything on record of the episodes at an instant, by ref. Refs nobody recorded are left out."""
    wanted = sorted(set(refs))
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for some in in_parts(wanted):
        for name, model in PARTS:
            rows = model.objects.filter(episode_ref__in=some).as_known(known_at).order_by("id")
            for row in rows:
                held[row.episode_ref][name].append(row.fact())
    episodes: list[facts.Episode] = []
    for some in in_parts(wanted):
        reported: Any = models.Episode.objects.filter(ref__in=some).as_known(known_at).order_by("id")
        episodes.extend(row.fact() for row in reported)
    people = sorted({episode.missing for episode in episodes})
    whose: dict[str, dict[str, Any]] = defaultdict(dict)
    for some in in_parts(people):
        for who in models.MissingPerson.objects.filter(ref__in=some).as_known(known_at):
            whose[who.ref]["who"] = who.fact()
        kinds: tuple[tuple[str, Any], ...] = (
            ("flags", models.Flag),
            ("forms", models.PhilomenaForm),
            ("episodes", models.Episode),
        )
        for name, kind in kinds:
            for one in kind.objects.filter(missing_ref__in=some).as_known(known_at).order_by("id"):
                whose[one.missing_ref].setdefault(name, []).append(one.fact())
    return tuple(
        put_together(episode, whose[episode.missing], held[episode.ref])
        for episode in sorted(episodes, key=lambda each: each.ref)
    )


def cases_of(missing: str, *, known_at: datetime) -> tuple[facts.Case, ...]:
    """Every episode of somebody with all that is on record of it, the first first."""
    refs = [row.ref for row in standing(models.Episode, missing_ref=missing, known_at=known_at)]
    cases = cases_as_known(refs, known_at=known_at)
    return tuple(sorted(cases, key=lambda each: (each.episode.reported_at, each.episode.ref)))


def rows_of(refs: Collection[str], known_at: datetime) -> Rows:
    """Of the episodes no more than links are looked for in: a year of a force is read at once."""
    read = Rows({}, {}, {}, [])

    def known(kind: Any, some: Collection[str], *columns: str, whose: str = "episode_ref") -> Any:
        rows = kind.objects.filter(**{f"{whose}__in": some}).as_known(known_at).order_by("id")
        return rows.values_list("ref", *columns).iterator()

    for some in in_parts(sorted(refs)):
        for ref, who, at, postcode in known(
            models.Episode, some, "missing_ref", "reported_at", "postcode", whose="ref"
        ):
            read.episodes[ref] = facts.Episode(ref, who, at, postcode=postcode)
        found = [facts.Found(*row) for row in known(models.Found, some, "episode_ref", "at", "postcode")]
        for find in sorted(found, key=lambda each: (each.at, each.ref)):
            read.finds[find.episode] = find  # of several the last, as `found_by` has it
        for ref, of, kind, *rest in known(
            models.Seen, some, "episode_ref", "kind", "value", "at", "person", "postcode"
        ):
            read.seen.append(facts.Seen(ref, of, facts.SeenKind(kind), *rest))
    for some in in_parts(sorted({each.missing for each in read.episodes.values()})):
        for ref, born_on, postcode, person in known(
            models.MissingPerson, some, "born_on", "postcode", "person", whose="ref"
        ):
            read.people[ref] = facts.MissingPerson(ref, born_on, postcode=postcode, person=person)
    return read


def put_together(episode: facts.Episode, whose: dict[str, Any], parts: dict[str, list[Any]]) -> facts.Case:
    """One case of what was read: `whose` holds who, flags, forms and episodes of whoever is missing."""
    return facts.Case(
        episode,
        whose.get("who"),
        tuple(whose.get("flags", ())),
        tuple(whose.get("forms", ())),
        tuple(each.reported_at for each in whose.get("episodes", ()) if each.ref != episode.ref),
        **{name: tuple(rows) for name, rows in parts.items()},
    )


def open_refs(unit: str = "", *, at: datetime, known_at: datetime) -> list[str]:
    """Refs of the episodes of a unit, or of all, of whoever is still missing, oldest report first.

    Those of no unit that anybody recorded are every unit's.
    """
    found = models.Found.objects.as_known(known_at).filter(at__lte=at)
    done = set(found.values_list("episode_ref", flat=True))
    rows = models.Episode.objects.filter(**({"unit__in": (unit, "")} if unit else {})).as_known(known_at)
    refs = rows.filter(reported_at__lte=at).order_by("reported_at", "ref").values_list("ref", flat=True)
    return [ref for ref in refs if ref not in done]


def open_beside(episode: facts.Episode, *, at: datetime, known_at: datetime) -> tuple[facts.Episode, ...]:
    """Other episodes of the same child in which nobody found them by an instant, the oldest report first."""
    if not episode.missing:
        return ()
    rows = standing(models.Episode, missing_ref=episode.missing, known_at=known_at)
    others = [each for row in rows if (each := row.fact()).ref != episode.ref and each.reported_at <= at]
    finds: set[str] = set()
    for some in in_parts([each.ref for each in others]):
        found = models.Found.objects.filter(episode_ref__in=some).as_known(known_at).filter(at__lte=at)
        finds.update(found.values_list("episode_ref", flat=True))
    still = [each for each in others if each.ref not in finds]
    return tuple(sorted(still, key=lambda each: (each.reported_at, each.ref)))


def newest_episodes(children: Iterable[str], *, known_at: datetime) -> dict[str, str]:
    """The ref of the episode each child was reported in last; whoever has none is left out."""
    found: dict[str, str] = {}
    for some in in_parts(sorted(set(children))):
        rows = models.Episode.objects.filter(missing_ref__in=some).as_known(known_at)
        found.update(rows.order_by("reported_at", "ref").values_list("missing_ref", "ref"))
    return found
