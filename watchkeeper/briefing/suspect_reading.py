"""Referrals of online suspects that may owe something, from the stored facts, with what other records say."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from watchkeeper.briefing import suspect_asking as asking
from watchkeeper.briefing.held import held_facts
from watchkeeper.briefing.missing_asking import judged_at
from watchkeeper.briefing.registered import registered_in
from watchkeeper.engine.snapshot import Snapshot, open_snapshot, printed
from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Known as KnownAt
from watchkeeper.law.shelf import Shelf
from watchkeeper.suspects.facts import Case, Known, Referral
from watchkeeper.suspects.gathering import postcodes_of, suspects_of
from watchkeeper.suspects.nearby import nearest_homes
from watchkeeper.suspects.rules.alike import alike
from watchkeeper.suspects.stored import put_together

EVERY = "SELECT ref FROM suspect_referrals ORDER BY ref"
"""Every referral, for whoever passes none by."""
OF_THEM = "(SELECT {} FROM suspect_referrals WHERE ref IN (SELECT ref FROM asked_of))"
LOOK_ALIKE = (
    f"(person <> '' AND person IN {OF_THEM.format('person')}) "
    f"OR (sent_as <> '' AND sent_as IN {OF_THEM.format('sent_as')}) "
    f"OR (family_name <> '' AND born_on IN {OF_THEM.format('born_on')})"
)
"""Every referral that may look like one of those asked about: the rule then says which do."""


def referrals(
    source: Source,
    law: Shelf,
    *,
    on: date,
    known_at: datetime,
    through: int | None = None,
    everything: bool = False,
) -> tuple[Case, ...]:
    """Referrals that may have a line on a night, by ref. With `everything`, none is passed by."""
    at = judged_at(on=on, known_at=known_at)
    with open_snapshot(
        source,
        asking.first_pulls(),
        on=on,
        known=KnownAt(known_at, through),
        asked=asking.asked(law, on=on, at=at),
    ) as snapshot:
        snapshot.keep("shut_referrals", "referrals_shut")
        homes = _homes(snapshot, on)
        shut = {code for (code,) in snapshot.tuples("shut_referrals", ("postcode",), ("ref",)) if code}
        near_shut = sorted(nearest_homes(shut, homes, law, on=on))
        snapshot.held.execute(
            "CREATE TABLE child_near AS SELECT unnest(CAST(? AS VARCHAR[])) AS postcode", [near_shut]
        )
        sql = EVERY if everything else printed("referrals_to_ask")
        refs: list[str] = snapshot.ask(sql).column(0).to_pylist()
        if not refs:
            return ()
        snapshot.held.execute("CREATE TABLE asked_of AS SELECT unnest(CAST(? AS VARCHAR[])) AS ref", [refs])
        snapshot.read_about(source, asking.then_pulls(), refs)
        cases = _cases(snapshot, refs, at)
        people = sorted({person for case in cases for person in suspects_of(case)})
        registered = registered_in(snapshot, source, law, people, on=on)
        codes = {code for case in cases for code in postcodes_of(case)}
        children = nearest_homes(codes, homes, law, on=on)
        looks = alike(_read(snapshot, "suspect_referrals", LOOK_ALIKE))
        return tuple(
            replace(
                case,
                known=Known(
                    registered & suspects_of(case),
                    {code: children[code] for code in postcodes_of(case) if code in children},
                    looks.get(case.referral.ref, ()),
                ),
            )
            for case in cases
            if case.referral.received_at <= at
        )


def _cases(snapshot: Snapshot, refs: list[str], at: datetime) -> list[Case]:
    """The cases asked about; those that are one with another are among the refs, with all of theirs."""
    theirs = "referral_ref IN (SELECT ref FROM asked_of)"
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for part, name in asking.PARTS.items():
        for each in _read(snapshot, name, theirs):
            held[each.crime if part == "finals" else each.referral][part].append(each)
    found: dict[str, Referral] = {
        each.ref: each for each in _read(snapshot, "suspect_referrals", "ref IN (SELECT ref FROM asked_of)")
    }
    pairs = _read(snapshot, "suspect_pairs", "TRUE")
    return [*put_together(found, held, pairs, refs, at=at).values()]


def _read(snapshot: Snapshot, name: str, where: str) -> list[Any]:
    return [*held_facts(snapshot, asking.table(name), where=where)]


def _homes(snapshot: Snapshot, on: date) -> frozenset[str]:
    rows: Iterable[tuple[str, date | None, date | None]] = snapshot.tuples(
        "addresses", ("postcode", "since", "until"), ("postcode",)
    )
    return frozenset(
        postcode
        for postcode, since, until in rows
        if (since is None or since <= on) and (until is None or on < until)
    )
