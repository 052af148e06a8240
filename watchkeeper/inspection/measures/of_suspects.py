"""Measures of referrals of online suspects, from receipt to enforcement: the clocks of their slice, by day.

A day is asked about to its end. What two referrals that are one say is put together, as the brief does;
the one that is part of the other is not looked at.
"""

from functools import reduce
from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.suspects.bulk import over
from watchkeeper.suspects.facts import BANDS, ENFORCING, Band, Verdict

NUMBERS = (
    *("band_hours", "regrade_hours", "band_days"),
    *(f"{name}_{band.value.replace(' ', '_')}" for name in ("enforce", "longest", "ranks") for band in BANDS),
)
"""Columns of the days asked about."""
SINCE_A_BAND = ("suspect_news", "suspect_addresses", "suspect_children", "suspect_people")
"""What each row of is a change of facts that a band given before it knows nothing of."""


def members(held: dict[str, Table]) -> Table:
    """Referrals received by each day and part of no other, each with all that are one with it and itself."""
    days = held["days"].select("asked_on", "ends_at")
    referrals = held["suspect_referrals"].select("ref", "received_at")
    ones = _ones(held)
    own = referrals.join(days, [referrals["received_at"] < days["ends_at"]])
    own = own.select("asked_on", "ends_at", of="ref", referral_ref="ref")
    own = own.anti_join(ones.select("asked_on", of="other").distinct(), ["of", "asked_on"])
    joined = own.drop("referral_ref").inner_join(
        ones.select("asked_on", of="referral_ref", referral_ref="other"), ["of", "asked_on"]
    )
    joined = joined.semi_join(referrals.select(referral_ref="ref"), "referral_ref")
    return own.union(joined.select(own.columns))


def banded(held: dict[str, Table]) -> Table:
    """Of each referral on each day: when it came, what was enforced first, the newest band, its closing."""
    whole = held["members"]
    came = whole.inner_join(held["suspect_referrals"].rename(referral_ref="ref"), "referral_ref")
    t = came.group_by("of", "asked_on", "ends_at").aggregate(
        received_at=came["received_at"].min(),
        received=came["received"].min(),
        whole=came["received"].max(),
        unit=came["unit"].max(where=came["of"] == came["referral_ref"]),
    )
    for part in (_enforced(held, whole), _newest_band(held, whole), _closing(held, whole)):
        t = t.left_join(part, ["of", "asked_on"]).drop("of_right", "asked_on_right")
    return t


def referred(held: dict[str, Table]) -> Table:
    """The clocks of each referral on each day: `suspects.rules.clocks`.

    `band_by` is the last instant to give a band, or to give an expired one again, blank while one stands;
    `time_by` that of enforcement under the band, `enforce_by` that or of the next reason that is accepted.
    """
    t = held["banded"].inner_join(held["days"].select("asked_on", *NUMBERS), "asked_on")
    for part in (_changed(held), _reasoned(held)):
        t = t.left_join(part, ["of", "asked_on"]).drop("of_right", "asked_on_right")
    aged = t["banded_at"] + t["band_days"].as_interval("D")
    expired = ibis.least(ibis.coalesce(t["changed_at"], aged), aged)
    first = t["received_at"] + t["band_hours"].as_interval("h")
    again = (expired < t["ends_at"]).ifelse(
        expired + t["regrade_hours"].as_interval("h"), ibis.null("timestamp")
    )
    last = t["received_at"] + by_band(t, "enforce").as_interval("h")
    closed = t["shut"].fill_null(False) & (t["closed_on"].isnull() | (t["closed_on"] >= t["whole"]))
    return t.select(
        *("of", "asked_on", "ends_at", "unit", "received", "band", "enforced_at"),
        closed=closed.fill_null(False),
        band_by=t["banded_at"].isnull().ifelse(first, again),
        time_by=last,
        enforce_by=ibis.greatest(last, ibis.coalesce(t["next_at"], last)),
    )


def suspects_unbanded(held: dict[str, Table]) -> Table:
    t = _waiting(held)
    return rows_of(t, t["band_by"] < t["ends_at"], age(t, "received"), ref="of")


def suspects_very_high(held: dict[str, Table]) -> Table:
    return _of_band(held, Band.VERY_HIGH)


def suspects_high(held: dict[str, Table]) -> Table:
    return _of_band(held, Band.HIGH)


def suspects_medium(held: dict[str, Table]) -> Table:
    return _of_band(held, Band.MEDIUM)


def suspects_low(held: dict[str, Table]) -> Table:
    return _of_band(held, Band.LOW)


def enforced_late(held: dict[str, Table]) -> Table:
    """Referrals whose band's time ended in the month: a reason makes nothing of this in time."""
    t = held["referred"].filter(lambda t: ~t["closed"] | t["enforced_at"].notnull())
    t = t.inner_join(held["days"].select("asked_on", "month_began_at"), "asked_on")
    t = t.filter(t["time_by"] < t["ends_at"], t["time_by"] >= t["month_began_at"])
    return rows_of(t, ~(t["enforced_at"] <= t["time_by"]).fill_null(False), age(t, "received"), ref="of")


def _of_band(held: dict[str, Table], band: Band) -> Table:
    t = _waiting(held).filter(lambda t: t["band"] == band.value)
    return rows_of(t, t["enforce_by"] < t["ends_at"], age(t, "received"), ref="of")


def _waiting(held: dict[str, Table]) -> Table:
    return held["referred"].filter(lambda t: ~t["closed"] & t["enforced_at"].isnull())


def _ones(held: dict[str, Table]) -> Table:
    """Two referrals that were one on each day, the later as `other`."""
    days = held["days"]
    pairs = held["suspect_pairs"].filter(lambda p: p["verdict"] == Verdict.ONE.value)
    t = pairs.join(
        days.select("asked_on", "ends_at"),
        [
            pairs["at"] < days["ends_at"],
            pairs["undone_at"].isnull() | (pairs["undone_at"] >= days["ends_at"]),
        ],
    )
    return t.group_by("asked_on", "referral_ref", "other").aggregate(at=t["at"].min())


def _since(facts: Table, whole: Table, *more: str) -> Table:
    """Facts about what was one referral, each by the end of the day asked about."""
    t = facts.select("referral_ref", "at", *more)
    t = whole.inner_join(t, "referral_ref").filter(lambda t: t["at"] < t["ends_at"])
    return t.select("asked_on", "at", "of", *more)


def _enforced(held: dict[str, Table], whole: Table) -> Table:
    steps = held["suspect_steps"].filter(lambda s: s["kind"].isin([each.value for each in sorted(ENFORCING)]))
    t = _since(steps, whole)
    return t.group_by("of", "asked_on").aggregate(enforced_at=t["at"].min())


def _newest_band(held: dict[str, Table], whole: Table) -> Table:
    """The newest band that counts: `suspects.rules.standing.may_band`."""
    bands = held["suspect_bands"]
    counted = bands.filter(
        bands["by"] != "", bands["tool"].re_search(r"\S"), bands["version"].re_search(r"\S")
    )
    t = _since(counted, whole, "ref", "band")
    packed = ibis.struct({name: t[name] for name in ("at", "ref", "band")})
    kept = t.group_by("of", "asked_on").aggregate(kept=packed.max())
    return kept.select("of", "asked_on", band=kept["kept"]["band"], banded_at=kept["kept"]["at"])


def _closing(held: dict[str, Table], whole: Table) -> Table:
    """The newest day of a proposal to close that stands by itself, blank where none has a day."""
    asked = held["days"].select("asked_on", "least_words", actions="action_outcomes")
    t = whole.select("asked_on", "of", "referral_ref")
    t = t.inner_join(over(held["suspect_closures"], asked), ["referral_ref", "asked_on"])
    return t.group_by("of", "asked_on").aggregate(closed_on=t["on"].max(), shut=t["of"].notnull().any())


def _changed(held: dict[str, Table]) -> Table:
    """The first change of facts after the band: another referral found to be one with it is one too."""
    changes = [_since(held[name], held["members"]) for name in SINCE_A_BAND]
    changes.append(_ones(held).select("asked_on", "at", of="referral_ref"))
    every = reduce(lambda one, other: one.union(other), changes)
    later = held["banded"].select("of", "asked_on", "banded_at").inner_join(every, ["of", "asked_on"])
    later = later.filter(later["at"] > later["banded_at"])
    return later.group_by("of", "asked_on").aggregate(changed_at=later["at"].min())


def _reasoned(held: dict[str, Table]) -> Table:
    """Until when the newest reason holds that is accepted: `suspects.rules.clocks.may_delay`."""
    delays = held["suspect_delays"].filter(lambda d: (d["by"] != "") & d["reason"].re_search(r"\S"))
    said = _since(delays, held["members"], "ref", "rank", "next_at")
    t = said.inner_join(held["banded"].select("of", "asked_on", "band", "banded_at"), ["of", "asked_on"])
    t = t.inner_join(held["days"].select("asked_on", *NUMBERS), "asked_on")
    t = t.filter(
        t["at"] >= t["banded_at"],
        (t["rank"] != "") & by_band(t, "ranks").contains(ibis.literal(";") + t["rank"] + ";"),
        t["next_at"] > t["at"],
        t["next_at"] <= t["at"] + by_band(t, "longest").as_interval("h"),
    )
    packed = ibis.struct({name: t[name] for name in ("at", "ref", "next_at")})
    kept = t.group_by("of", "asked_on").aggregate(kept=packed.max())
    return kept.select("of", "asked_on", next_at=kept["kept"]["next_at"])


def by_band(table: Table, prefix: str) -> Any:
    """The number of policy for the band of each row; blank where there is no band."""
    return ibis.cases(
        *((table["band"] == band.value, table[f"{prefix}_{band.value.replace(' ', '_')}"]) for band in BANDS)
    )
