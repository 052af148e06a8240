"""What is on record of referrals, as known at an instant."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from watchkeeper.audit.standing import in_parts
from watchkeeper.suspects import models
from watchkeeper.suspects.facts import Case, Pair, Referral, Verdict

PARTS: tuple[tuple[str, type[models.OfReferral]], ...] = (
    ("people", models.SuspectPerson),
    ("addresses", models.SuspectAddress),
    ("children", models.ChildNear),
    ("bands", models.Banded),
    ("learned", models.Learned),
    ("steps", models.Step),
    ("delays", models.Delayed),
    ("safeguards", models.Safeguarded),
    ("devices", models.DeviceRecord),
    ("prompts", models.PromptAnswered),
    ("told", models.ManagerTold),
    ("finals", models.Finalised),
)
"""What belongs to one referral, and the table each is read from; pairs belong to two and are apart."""


def cases_stored(refs: Iterable[str], *, at: datetime, known_at: datetime) -> dict[str, Case]:
    """Everything on record of the referrals at an instant, by ref, each joined with those one with it.

    Refs nobody recorded are left out. What other records say of them, `Case.known`, is not in it.
    """
    wanted = sorted(set(refs))
    pairs = pairs_of(wanted, known_at=known_at)
    more = {p.other for p in pairs if p.verdict is Verdict.ONE and p.holds(at)} - set(wanted)
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    referrals: dict[str, Referral] = {}
    for some in in_parts([*wanted, *sorted(more)]):
        for row in models.Referral.objects.filter(ref__in=some).as_known(known_at).order_by("id"):
            referrals[row.ref] = row.fact()
        for name, model in PARTS:
            for each in model.objects.filter(referral_ref__in=some).as_known(known_at).order_by("id"):
                held[each.referral_ref][name].append(each.fact())
    return put_together(referrals, held, pairs, wanted, at=at)


def put_together(
    referrals: Mapping[str, Referral],
    held: Mapping[str, Mapping[str, list[Any]]],
    pairs: Iterable[Pair],
    wanted: Iterable[str],
    *,
    at: datetime,
) -> dict[str, Case]:
    """The cases wanted, of what was read; of a referral that another is one with, with the facts of both."""
    of: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        of[pair.referral].append(pair)
        of[pair.other].append(pair)

    def alone(ref: str) -> Case:
        parts: Any = {name: tuple(rows) for name, rows in held.get(ref, {}).items()}
        return Case(referrals[ref], pairs=tuple(of[ref]), **parts)

    found: dict[str, Case] = {}
    for ref in wanted:
        if ref in referrals:
            ones = sorted({p.other for p in of[ref] if p.referral == ref and _is_one(p, at)} & set(referrals))
            found[ref] = _joined(alone(ref), [alone(other) for other in ones])
    return found


def pairs_of(refs: Collection[str], *, known_at: datetime) -> tuple[Pair, ...]:
    """Every pair one of the referrals is in, in the order of storing."""
    found: dict[int, Pair] = {}
    for some in in_parts(sorted(refs)):
        for column in ("referral_ref", "other"):
            rows = models.Pair.objects.filter(**{f"{column}__in": some}).as_known(known_at)
            found |= {row.id: row.fact() for row in rows}
    return tuple(found[key] for key in sorted(found))


def _is_one(pair: Pair, at: datetime) -> bool:
    return pair.verdict is Verdict.ONE and pair.holds(at)


def _joined(case: Case, others: list[Case]) -> Case:
    if not others:
        return case
    names = [name for name, _ in PARTS]
    both: Any = {
        name: tuple(row for each in (case, *others) for row in getattr(each, name)) for name in names
    }
    return replace(case, also=tuple(each.referral for each in others), **both)
