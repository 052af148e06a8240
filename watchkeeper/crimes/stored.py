"""What is on record of crimes, as known at an instant."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from watchkeeper.audit.standing import facts_of, in_parts, standing
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
IN_HAND = frozenset({"parties", "holdings", "finals", "overrides"})
"""The parts of a case that say what work it asks for and who holds it."""

DAY = timedelta(days=1)


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


def cases_as_known(
    refs: Iterable[str], *, known_at: datetime, parts: Collection[str] | None = None
) -> tuple[facts.Case, ...]:
    """What is on record of the crimes at an instant, by ref: all, or some `parts` of a case alone.

    Refs nobody recorded are left out.
    """
    wanted = sorted(set(refs))
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for some in in_parts(wanted):
        for name, model in (each for each in _PARTS if parts is None or each[0] in parts):
            rows = model.objects.filter(crime_ref__in=some).as_known(known_at).order_by("id")
            for ref, fact in facts_of(rows, "crime_ref"):
                held[ref][name].append(fact)
    crimes: list[facts.Crime] = []
    for some in in_parts(wanted):
        told = models.Crime.objects.filter(ref__in=some).as_known(known_at)
        crimes.extend(fact for _, fact in facts_of(told, "ref"))
    return tuple(
        facts.Case(crime, **{name: tuple(rows) for name, rows in held[crime.ref].items()})
        for crime in sorted(crimes, key=lambda crime: crime.ref)
    )


def open_refs(unit: str = "", *, on: date, known_at: datetime, law: Shelf) -> list[str]:
    """Refs of the crimes of a unit, or of every unit, that may be open on a day, oldest report first.

    A proposal that still waits for its second look closes nothing: a crime is left out only where no
    second look can be needed, or somebody had it and agreed. For `closing.closed_for_good` to say.
    """
    of_unit = models.Crime.objects.filter(**({"unit": unit} if unit else {}))
    finals, of_it = _not_sent_back(on, known_at), {"crime_ref": OuterRef("ref")}
    action = law["action_outcomes"].wholes(on)
    doubtful = finals.exclude(second_agrees=True).exclude(outcome__in=action)
    victims = models.Party.objects.filter(part=facts.Part.VICTIM).as_known(known_at)
    look = Q(offence__in=_may_need_a_look(of_unit, law, on)) | Exists(victims.filter(**of_it))
    waits = look & Exists(doubtful.filter(**of_it))
    rows = of_unit.as_known(known_at).filter(_told(on))
    found = rows.filter(~Exists(finals.filter(**of_it)) | waits).values_list("reported_at", "ref")
    return [ref for _, ref in sorted(found, key=_oldest)]


def unallocated(unit: str = "", *, on: date, known_at: datetime) -> list[str]:
    """Refs of the crimes of a unit, or of all, that nobody holds on a day and nobody closed, oldest first.

    One sent back by its second look is open again; one that waits for it is not handed out meanwhile.
    """
    rows = models.Crime.objects.filter(**({"unit": unit} if unit else {}))
    held = models.Held.objects.as_known(known_at).filter(
        Q(until__isnull=True) | Q(until__gt=on), since__lte=on
    )
    done = _not_sent_back(on, known_at)
    of_it = {"crime_ref": OuterRef("ref")}
    # Most crimes are closed: that is asked first, and the rest of the few that are left.
    free = rows.filter(~Exists(done.filter(**of_it))).filter(~Exists(held.filter(**of_it))).as_known(known_at)
    found = free.filter(_told(on)).values_list("reported_at", "ref")
    return [ref for _, ref in sorted(found, key=_oldest)]


def _told(on: date) -> Q:
    """Reported by a day as the clocks of England show it; without a day from its month on.

    Instants beside instants: a day worked out of each would be asked of every row.
    """
    after = datetime.combine(on + DAY, time.min, LONDON)
    month = Q(reported_month__isnull=True) | Q(reported_month__lte=on)
    return Q(reported_at__lt=after) | (Q(reported_at__isnull=True) & month)


def _oldest(row: tuple[Any, str]) -> tuple[bool, Any, str]:
    """A report of a day nobody recorded first, then the oldest."""
    return row[0] is not None, row[0], row[1]


def _not_sent_back(on: date, known_at: datetime) -> Any:
    """Proposals to close, by a day, but for those that `closing.sent_back` says were sent back by then."""
    back = Q(second_on__isnull=True) | Q(second_on__lte=on)
    found = models.Finalised.objects.as_known(known_at).filter(Q(on__isnull=True) | Q(on__lte=on))
    return found.filter(Q(second_agrees__isnull=True) | Q(second_agrees=True) | ~back)


def _may_need_a_look(rows: Any, law: Shelf, on: date) -> list[str]:
    """Those of the codes of some crimes that are, or may be, on the list of policy whoever the victim is."""
    listed = {*law["second_look_groups"].words(on)}
    codes = {
        code: group_of(code, law, on=on)
        for code in rows.order_by().values_list("offence", flat=True).distinct()
    }
    return sorted(code for code, group in codes.items() if group is None or group in listed)
