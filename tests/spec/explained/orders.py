"""Orders while they run, and the review of a period without end."""

from tests.spec.explained.people import case, d
from tests.spec.registers.subjects import away, convicted, told
from watchkeeper.briefing.facts import Case
from watchkeeper.registers.facts import (
    Condition,
    Order,
    OrderKind,
    ReviewApplication,
    ReviewOutcome,
    Sentence,
)


def harm(until: str = "", ref: str = "C1", **more: object) -> Order:
    return Order(ref, OrderKind.SHPO, d("2022-01-10"), d(until) if until else None, **more)  # type: ignore[arg-type]


def ordered(**more: object) -> Case:
    """Convicted when the oldest order was made, and notifying ever since."""
    return case(
        convicted(d("2021-01-10"), Sentence.IMPRISONMENT, 24),
        notified=told("2026-06-02", "2021-01-11"),
        **more,
    )


ORDERS = {
    "orders that lapse in seven months, five, two, and days": ordered(
        orders=(
            harm("2027-06-10"),
            harm("2027-04-10", "C2"),
            harm("2027-01-10", "C3"),
            harm("2026-11-20", "C4"),
        )
    ),
    "travel prohibitions to renew": ordered(
        orders=(
            harm(ref="C1", travel_until=d("2027-06-10")),
            harm(ref="C2", travel_until=d("2026-12-10")),
            harm(ref="C3", travel_until=d("2026-10-10")),
            harm(ref="C4", travel_total_ban=True, passports_surrendered_on=d("2022-01-10")),
        )
    ),
    "order shorter than the law allows": ordered(
        orders=(
            Order("C1", OrderKind.SHPO, d("2025-01-10"), d("2028-01-10")),
            Order("C2", OrderKind.SRO, d("2026-01-10"), d("2027-01-10")),
            Order("C3", OrderKind.SHPO, d("2025-01-10"), d("2028-01-10"), travel_until=d("2028-01-10")),
        )
    ),
    "conditions tested, never, and untestable": ordered(
        orders=(harm(),),
        conditions=(
            Condition("B1", "C1", "invented", False, "look at the devices", d("2026-08-01")),
            Condition("B2", "C1", "invented", False, "look at the devices", None),
            Condition("B3", "C1", "invented", True, "", None),
            Condition("B4", "C1", "invented", True, "", d("2026-12-01")),
        ),
    ),
    "conditions of somebody in custody": ordered(
        orders=(harm(),),
        conditions=(Condition("B1", "C1", "invented", False, "look at the devices", d("2026-08-01")),),
        away=(away("2026-10-20"),),
    ),
    "passports to be taken and to be returned": ordered(
        orders=(
            harm(ref="C1", travel_until=d("2027-06-10"), travel_total_ban=True),
            Order(
                "C2",
                OrderKind.FOREIGN_TRAVEL,
                d("2021-01-10"),
                d("2026-01-10"),
                travel_total_ban=True,
                passports_surrendered_on=d("2021-01-10"),
            ),
        )
    ),
    "passports to be returned": ordered(
        orders=(
            harm(
                travel_until=d("2026-09-10"), travel_total_ban=True, passports_surrendered_on=d("2022-01-10")
            ),
        )
    ),
}
LIFE = convicted(d("2010-02-01"), Sentence.LIFE)


def endless(*applications: ReviewApplication, first: str = "2011-03-01", **more: object) -> Case:
    held = {
        "notified": told("2026-03-01", "2010-02-02", first_since_release_on=d(first) if first else None),
        "applications": applications,
        **more,
    }
    return case(LIFE, **held)


ASKED = d("2026-06-01")
REVIEWS = {
    "review open": endless(),
    "review never, not yet released": endless(first=""),
    "review, under 18 when convicted": endless(first="2019-03-01", born_on=d("1993-01-01")),
    "review, date of birth missing": endless(born_on=None),
    "review barred by an order": endless(orders=(harm(),)),
    "review just received": endless(ReviewApplication("W1", d("2026-10-26"))),
    "review acknowledged, bodies to answer": endless(
        ReviewApplication("W1", d("2026-10-05"), d("2026-10-12"), d("2026-10-14"))
    ),
    "review acknowledged late, undecided": endless(
        ReviewApplication("W1", ASKED, d("2026-06-30"), d("2026-07-01"))
    ),
    "review decided, notice not received": endless(
        ReviewApplication(
            "W1", ASKED, d("2026-06-08"), d("2026-06-10"), d("2026-08-10"), ReviewOutcome.REFUSED
        )
    ),
    "review refused late, appeal open": endless(
        ReviewApplication(
            "W1",
            ASKED,
            d("2026-06-08"),
            d("2026-06-10"),
            d("2026-10-20"),
            ReviewOutcome.REFUSED,
            d("2026-10-22"),
            10,
        )
    ),
    "review refused in time, appeal over": endless(
        ReviewApplication(
            "W1", ASKED, d("2026-06-08"), None, d("2026-07-20"), ReviewOutcome.REFUSED, d("2026-07-21")
        )
    ),
}
CASES = {**ORDERS, **REVIEWS}
