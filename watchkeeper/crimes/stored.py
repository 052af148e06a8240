"""What is on record of crimes, as known at an instant."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from watchkeeper.audit.standing import standing
from watchkeeper.crimes import facts, models
from watchkeeper.crimes.rules.codes import group_of
from watchkeeper.crimes.rules.holding import LONDON
from watchkeeper.law.shelf import Shelf

_PARTS: tuple[tuple[str, type[models.OfCrime]], ...] = (
    ("parties", models.Party),
    ("grades", models.Graded),
    ("holdings", models.Held),
    ("reviews", models.Reviewed),
    ("enquiries", models.Enquiry),
    ("events", models.CaseEvent),
    ("told", models.VictimTold),
    ("devices", models.Device),
    ("finals", models.Finalised),
    ("disputes", models.Disputed),
    ("overrides", models.AllocationOverride),
)


def case_as_known(ref: str, *, known_at: datetime) -> facts.Case | None:
    """Everything on record of one crime at an instant; None when there is no such crime."""
    row = next(iter(standing(models.Crime, ref=ref, known_at=known_at)), None)
    if row is None:
        return None
    found: Any = {
        name: tuple(each.fact() for each in standing(model, crime_ref=ref, known_at=known_at))
        for name, model in _PARTS
    }
    return facts.Case(row.fact(), **found)


def cases_as_known(refs: Iterable[str], *, known_at: datetime) -> tuple[facts.Case, ...]:
    """Everything on record of the crimes at an instant, by ref. Refs nobody recorded are left out."""
    wanted = sorted(set(refs))
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for some in _in_parts(wanted):
        for name, model in _PARTS:
            rows = model.objects.filter(crime_ref__in=some).as_known(known_at).order_by("id")
            for row in rows:
                held[row.crime_ref][name].append(row.fact())
    crimes: list[facts.Crime] = []
    for some in _in_parts(wanted):
        crimes.extend(row.fact() for row in models.Crime.objects.filter(ref__in=some).as_known(known_at))
    return tuple(
        facts.Case(crime, **{name: tuple(rows) for name, rows in held[crime.ref].items()})
        for crime in sorted(crimes, key=lambda crime: crime.ref)
    )


def open_refs(unit: str = "", *, on: date, known_at: datetime, law: Shelf | None = None) -> list[str]:
    """Refs of the crimes of a unit, or of every unit, that are not closed on a day, oldest report first.

    A proposal that still waits for its second look closes nothing: with `law`, a crime is left
    out only where no second look can be needed, or somebody had it and agreed. It is then for
    `closing.closed_for_good` to say. Without, any proposal nobody disagreed with counts as closed.
    """
    finals = models.Finalised.objects.as_known(known_at).filter(on__lte=on).exclude(second_agrees=False)
    closed = set(finals.values_list("crime_ref", flat=True))
    waiting: set[str] = set()
    if law is not None:
        action = law["action_outcomes"].wholes(on)
        doubtful = finals.filter(second_agrees=None).exclude(outcome__in=action)
        waiting = _may_need_a_look(set(doubtful.values_list("crime_ref", flat=True)), law, on, known_at)
    rows = models.Crime.objects.filter(**({"unit": unit} if unit else {})).as_known(known_at)
    found = rows.filter(reported_at__date__lte=on).order_by("reported_at", "ref")
    refs = found.values_list("ref", flat=True)
    return [ref for ref in refs if ref not in closed or ref in waiting]


def unallocated(unit: str = "", *, on: date, known_at: datetime) -> list[str]:
    """Refs of the crimes of a unit, or of all, that nobody holds on a day and nobody closed, oldest first.

    One sent back by its second look is open again; one that waits for it is not handed out meanwhile.
    """
    rows = models.Crime.objects.filter(**({"unit": unit} if unit else {})).as_known(known_at)
    held = models.Held.objects.as_known(known_at).filter(
        Q(until__isnull=True) | Q(until__gt=on), since__lte=on
    )
    done = models.Finalised.objects.as_known(known_at).filter(
        Q(second_agrees__isnull=True) | Q(second_agrees=True), on__lte=on
    )
    of_it = {"crime_ref": OuterRef("ref")}
    free = rows.filter(~Exists(held.filter(**of_it)), ~Exists(done.filter(**of_it)))
    return [
        ref
        for ref, at in free.order_by("reported_at", "ref").values_list("ref", "reported_at")
        if at is not None and at.astimezone(LONDON).date() <= on
    ]


def _may_need_a_look(refs: set[str], law: Shelf, on: date, known_at: datetime) -> set[str]:
    """Those of the crimes whose offence, or a victim who may move it, can put them on the list of policy."""
    listed = {*law["second_look_groups"].words(on)}
    offences = models.Crime.objects.as_known(known_at).values_list("ref", "offence")
    codes = {code: group_of(code, law, on=on) for code in {code for _, code in offences}}
    found = {ref for ref, code in offences if ref in refs and (codes[code] is None or codes[code] in listed)}
    victims = models.Party.objects.as_known(known_at).filter(part=facts.Part.VICTIM)
    return found | (refs & set(victims.values_list("crime_ref", flat=True)))


def _in_parts(refs: list[str]) -> Iterable[list[str]]:
    many = 500  # refs one question may name, on every database
    return (refs[at : at + many] for at in range(0, len(refs), many))
