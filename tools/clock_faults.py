"""Faults of online suspects, orders and alerts, one for each measure of them."""

from tools.fault_rows import PERSON, Planted, ago, row

FLOW = "its time ended in the month, too"


def _referral(days: int, band: str = "") -> tuple[str, ...]:
    """A referral that came so many days ago, with a band given within the hour unless it is blank."""
    own = row("suspect_referrals", ref="'X-R'", received_at=_instant(days), unit="'BCU01'")
    if not band:
        return (own,)
    given = row(
        "suspect_bands",
        referral_ref="'X-R'",
        ref="'X-B'",
        band=f"'{band}'",
        at=_instant(days),
        by="'O'",
        tool="'KIRAT'",
        version="'3'",
    )
    return (own, given)


def _again(band: str) -> tuple[str, ...]:
    """The band given again two days ago: the first had expired by age."""
    return (
        row(
            "suspect_bands",
            referral_ref="'X-R'",
            ref="'X-B2'",
            band=f"'{band}'",
            at=_instant(2),
            by="'O'",
            tool="'KIRAT'",
            version="'3'",
        ),
    )


def _instant(days: int, minutes: int = 0) -> str:
    return f"TIMESTAMP '$on' - INTERVAL {days} DAY + INTERVAL {minutes} MINUTE"


def _alert(answered: str) -> tuple[str, ...]:
    """An alert of the day before yesterday, of which all that is owed is done at once but what is named."""
    done = [name for name in ("alert_acknowledgements", "alert_deliveries") if name != answered]
    own = row(
        "alerts",
        ref="'X-A'",
        kind="'decision owed'",
        unit="'BCU01'",
        urgency="'today'",
        raised_at=_instant(2),
    )
    return (own, *(row(name, alert_ref="'X-A'", ref="'X-Y'", at=_instant(2, 5)) for name in done))


def _order(until: int) -> str:
    return row(
        "orders",
        person_ref=f"'{PERSON}'",
        ref="'X-O'",
        kind="'interim SHPO'",
        made_on=ago(2500),
        until=ago(until),
    )


CLOCK_FAULTS: dict[str, Planted] = {
    "suspects_unbanded": Planted(_referral(3)),
    "suspects_very_high": Planted(_referral(3, "very high"), ("enforced_late",), FLOW),
    "suspects_high": Planted(_referral(9, "high"), ("enforced_late",), FLOW),
    "suspects_medium": Planted(_referral(16, "medium"), ("enforced_late",), FLOW),
    "suspects_low": Planted((*_referral(40, "low"), *_again("low")), ("enforced_late",), FLOW),
    "enforced_late": Planted(
        (
            *_referral(9, "high"),
            row("suspect_steps", referral_ref="'X-R'", ref="'X-S'", kind="'arrest'", at=_instant(1)),
        )
    ),
    "changes_late": Planted(
        (
            row(
                "changes",
                person_ref=f"'{PERSON}'",
                ref="'X-C'",
                matter="'bank or card'",
                happened_on=ago(10),
            ),
            f"DELETE FROM notifications WHERE person_ref = '{PERSON}' AND notified_on > {ago(11)}",
        )
    ),
    "stays_untold": Planted(
        (
            row(
                "stays",
                person_ref=f"'{PERSON}'",
                ref="'X-S'",
                at="'an aunt'",
                since=ago(20),
                until=ago(11),
                notified="false",
            ),
        )
    ),
    "journeys_late": Planted(
        (
            row(
                "trips",
                person_ref=f"'{PERSON}'",
                ref="'X-T'",
                departs_on=ago(5),
                known_since=ago(60),
                late_excuse="''",
            ),
        )
    ),
    "orders_lapsing": Planted((_order(-10),)),
    "orders_lapsed": Planted((_order(10),)),
    "alerts_unanswered": Planted(_alert("alert_acknowledgements")),
    "alerts_unseen": Planted(_alert("alert_deliveries")),
}
"""By the measure that must fire."""
