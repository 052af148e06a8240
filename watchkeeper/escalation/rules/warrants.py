"""When a warrant to enter and search may be sought. Sexual Offences Act 2003, s.96B."""

from collections.abc import Iterable
from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, names
from watchkeeper.people.facts import AwayKind
from watchkeeper.visits.facts import Visit
from watchkeeper.visits.rules.outcomes import counts_towards_warrant
from watchkeeper.workforce.facts import Rank

ACT = "Sexual Offences Act 2003, "
EXCLUSIONS = {
    AwayKind.REMAND: ("remanded in or committed to custody", "s.96B(4)(a)"),
    AwayKind.CUSTODY: ("serving a sentence", "s.96B(4)(b)"),
    AwayKind.HOSPITAL: ("detained in a hospital", "s.96B(4)(c)"),
    AwayKind.ABROAD: ("outside the United Kingdom", "s.96B(4)(d)"),
}


def occasions(premises: str, attempts: Iterable[Visit], *, on: date) -> tuple[Visit, ...]:
    """The visits that count under s.96B(2)(d) at one set of premises by `on`, oldest first.

    The same visit handed over twice is one occasion; premises nobody recorded hold none. What
    a visit needs to count is answered by `counts_towards_warrant`.
    """
    counted = {
        attempt.ref: attempt
        for attempt in attempts
        if premises
        and attempt.premises == premises
        and attempt.sought_entry_to_search
        and attempt.day <= on
        and counts_towards_warrant(attempt).allowed
    }
    return tuple(sorted(counted.values(), key=lambda attempt: (attempt.at, attempt.ref)))


def may_seek_warrant(
    premises: str,
    *,
    attempts: Iterable[Visit],
    notified_or_frequented: bool,
    in_custody_or_abroad: AwayKind | None,
    necessary: bool,
    applicant_rank: Rank | None,
    law: Shelf,
    on: date,
) -> Decision:
    """Test every requirement of s.96B for one set of premises, and show them all.

    (2)(d): "on at least two occasions a constable has sought entry to the premises in order
    to search them for that purpose and has been unable to obtain entry". That purpose is
    assessing the risks the person poses. A plain no reply on routine contact is no occasion,
    nor is a visit on which entry was given, nor one next door: the section speaks of "the
    premises". An occasion on `on` itself counts, one after it does not.

    Parameters
    ----------
    notified_or_frequented
        The address was last notified as home, s.96B(3)(a), or there are reasonable grounds to
        believe the person resides or may regularly be found there, (3)(b).
    in_custody_or_abroad
        Which exclusion of s.96B(4) applies on `on`; None when none does.
    necessary
        It is recorded why a constable needs to enter and search to assess the risk.
    applicant_rank
        Rank of the officer who would apply; None while nobody has been found.

    The justice decides whether to issue. This says what can be shown to one.
    """
    needed = law["warrant_occasions"].whole(on)
    least = law["warrant_applicant_rank"]
    rank = Rank(str(least.on(on)))
    visits = tuple(attempts)
    found = occasions(premises, visits, on=on)
    excluded = EXCLUSIONS[in_custody_or_abroad] if in_custody_or_abroad is not None else None
    return Decision(
        (
            Reason(
                applicant_rank is not None and applicant_rank.at_least(rank),
                f"applicant: {applicant_rank or 'nobody yet'}; {rank} or above is needed"
                + ("" if least.confirmed else " (rank not confirmed)"),
                least.cite,
                f"An officer of {rank} rank or above applies",
            ),
            Reason(
                notified_or_frequented,
                "last notified as home, or may regularly be found there"
                if notified_or_frequented
                else "not shown to be the notified home, or a place where the person may regularly be found",
                ACT + "s.96B(2)(a)",
                "The premises were last notified as home, or the person may regularly be found there",
            ),
            Reason(
                excluded is None,
                f"{excluded[0]}, {excluded[1]}" if excluded else "not in custody, hospital or abroad",
                ACT + "s.96B(2)(b)",
                "The person is not in custody, detained in hospital or abroad",
            ),
            Reason(
                necessary,
                "entry and search are needed to assess the risk"
                if necessary
                else "why entry and search are needed to assess the risk is not recorded",
                ACT + "s.96B(2)(c)",
                "A constable needs to enter and search, to assess the risk the person poses",
            ),
            Reason(
                len(found) >= needed,
                _tally(premises, visits, found, needed, on),
                ACT + "s.96B(2)(d)",
                f"On {needed} occasions at least a constable sought entry to search, and could not get in",
            ),
        )
    )


def _tally(premises: str, visits: tuple[Visit, ...], found: tuple[Visit, ...], needed: int, on: date) -> str:
    counted = {visit.ref for visit in found}
    others = {v.ref: v for v in visits if v.premises == premises and v.day <= on and v.ref not in counted}
    seen = sum(bool(v.outcome and v.outcome.successful) for v in others.values())
    failed = len(others) - seen
    text = f"{len(found)} of {needed} occasions on which entry was sought to search and not obtained"
    if found:
        text += f": {names([day(visit.day) for visit in found])}"
    if failed:
        text += f"; failed attempts there that do not count: {failed}"
    return text + (f"; visits there on which the person was seen, no occasion: {seen}" if seen else "")
