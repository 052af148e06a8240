"""Which open referrals of online suspects an officer needs to know of, kept between requests."""

from collections.abc import Iterable

from watchkeeper.suspects.actions.naming import referral_of
from watchkeeper.suspects.elsewhere import referrals_touched
from watchkeeper.suspects.facts import Case
from watchkeeper.suspects.gathering import cases_as_known, open_refs
from watchkeeper.suspects.rules.closing import closed
from watchkeeper.suspects.rules.seeing import may_see_referral, sees_all
from watchkeeper.suspects.rules.standing import part_of
from watchkeeper.suspects.stored import pairs_of
from watchkeeper.web.asking import Asking
from watchkeeper.web.remembering import Kept
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

KEPT = 4
"""Units one process keeps; the one asked for least lately goes first."""


def sees(ref: str, unit: str, asking: Asking) -> bool:
    """Whether the officer needs to know of a referral of a unit, and no suspect in it is shut to them."""
    return ref not in asking.shut_referrals() and _of_theirs(unit, asking)


def _of_theirs(unit: str, asking: Asking) -> bool:
    wide = asking.law["force_wide_units"].words(asking.on)
    return may_see_referral(asking.officer, unit, force_wide=wide).allowed


def sees_suspect(key: str, asking: Asking) -> bool:
    """Whether the officer needs to know of a suspect, by the key of their record; of any other all do."""
    referral = referral_of(key, at=asking.at)
    if referral is None:
        return True
    return asking.may(Power.READ_SUSPECT).allowed and sees(referral.ref, referral.unit, asking)


def units_of(asking: Asking) -> list[str]:
    """The units whose queues the officer may choose from; empty where there is only their own."""
    wide = asking.law["force_wide_units"].words(asking.on)
    if not sees_all(asking.officer, force_wide=wide):
        return []
    known = Unit.objects.as_known(asking.at).order_by("ref").values_list("ref", flat=True)
    return [ref for ref in known if ref not in wide]


def unit_shown(asking: Asking, sought: str) -> tuple[str, list[str]]:
    """The unit whose queue is shown, blank for every one, and those the officer may choose from."""
    units = units_of(asking)
    return (sought if sought in units else "") if units else asking.officer.unit, units


def open_cases(asking: Asking, unit: str) -> list[Case]:
    """Every open referral of a unit, or of the force, that the officer needs to know of."""
    return [case for case in CASES.rows(unit, asking) if sees(case.referral.ref, case.referral.unit, asking)]


def _cases(unit: str, refs: Iterable[str] | None, asking: Asking) -> dict[str, Case]:
    law, at = asking.law, asking.at
    if refs is None:
        refs = open_refs(unit, law=law, at=at, known_at=at)
    else:
        touched = set(refs)
        both = pairs_of(touched, known_at=at)
        refs = touched | {each for pair in both for each in (pair.referral, pair.other)}
    return {
        ref: case
        for ref, case in cases_as_known(refs, law, at=at, known_at=at).items()
        if unit in ("", case.referral.unit) or not case.referral.unit
        if part_of(case, at=at) is None and closed(case, law, at=at) is None
    }


def _elsewhere(stored: set[tuple[str, str]], asking: Asking) -> set[str]:
    return referrals_touched(stored, asking.law, on=asking.on)


CASES = Kept(_cases, of=("suspects",), itself="suspects.Referral", most=KEPT, elsewhere=_elsewhere)
"""Of each open referral everything on record, in this process."""
