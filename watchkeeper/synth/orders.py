"""Civil orders and their conditions."""

from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.facts import OrderKind
from watchkeeper.synth import rates
from watchkeeper.synth.history import NO, YEAR, YES, History, evening, iso
from watchkeeper.synth.names import CONDITIONS

TESTED_BEFORE = (3, 75)  # days ago
MARGIN = 400  # days an order still has to run, so that no expiry diary has begun


def orders(h: History) -> None:
    """A sexual harm prevention order, made on conviction, with two to five conditions."""
    wanted = h.wish.order if h.wish.plain else h.rng.random() < rates.ORDER
    if not wanted or h.kind in ("historic", "young") or h.reactive_since:
        return
    made = h.relevant
    until = 0 if h.rng.random() < 0.25 else made + int(h.between(6, 10) * YEAR)
    if h.wish.plain or h.on - 30 < until < h.on + MARGIN:
        until = max(h.on + MARGIN, made + int(5.1 * YEAR)) + h.between(0, 1500)
    over = 0 < until <= h.on
    row = h.add(
        "orders",
        until if over else made,
        kind=OrderKind.SHPO,
        made_on=iso(made),
        until=iso(until) if until else "",
        travel_total_ban=NO,
    )
    if not over:
        h.order_until = until or h.on + 20_000
    abroad = any(kind == AwayKind.ABROAD for kind, _, _ in h.away)
    if (
        not over
        and not abroad
        and not h.wish.plain
        and made > h.on - int(3.5 * YEAR)
        and h.rng.random() < rates.TRAVEL_BAN
    ):
        row["travel_until"] = iso(made + int(5 * YEAR) - 2)
        if h.rng.random() < 0.5:
            row["travel_total_ban"] = YES
            row["passports_surrendered_on"] = iso(made)
    first = h.between(0, len(CONDITIONS) - 1)
    for number in range(h.between(2, 5)):
        says, positive, method = CONDITIONS[(first + number) % len(CONDITIONS)]
        h.add(
            "conditions",
            made,
            order_ref=row["ref"],
            says=says,
            positive=YES if positive else NO,
            test_method=method,
        )


def tested(h: History) -> None:
    """Every condition was tested within the last months, on a visit or from a distance."""
    if not h.rows["conditions"] or not h.windows:
        return
    began, ended = h.windows[-1]
    day = max(began, ended - h.between(*TESTED_BEFORE))
    for row in h.rows["conditions"]:
        row["last_tested_on"] = iso(day)
        row["recorded_at"] = evening(day)
