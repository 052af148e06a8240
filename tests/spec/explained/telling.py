"""Changes, stays and journeys; who carries the duty to tell of them."""

from tests.spec.explained.people import at, case, d, home
from tests.spec.registers.subjects import away, convicted, told
from watchkeeper.people.facts import Alias, AwayKind
from watchkeeper.registers.facts import Change, Matter, Order, OrderKind, ParentalDirection, Stay, Trip

CHANGES = {
    "a change of each matter": case(
        changes=tuple(Change(f"K{n}", matter, d("2026-10-30")) for n, matter in enumerate(Matter, 1))
    ),
    "changes told late and in time": case(
        changes=(
            Change("K1", Matter.BANK, d("2026-10-01"), d("2026-10-09")),
            Change("K2", Matter.NAME, d("2026-10-01"), d("2026-10-03")),
        )
    ),
    "advance notice that covers": case(
        changes=(Change("K1", Matter.HOME_ADDRESS, d("2026-10-30"), None, d("2026-11-01"), d("2026-10-20")),)
    ),
    "advance notice void, the move came early": case(
        changes=(Change("K1", Matter.HOME_ADDRESS, d("2026-10-28"), None, d("2026-11-10"), d("2026-10-20")),)
    ),
    "announced of each matter, and not happened": case(
        changes=tuple(
            Change(f"K{n}", matter, None, None, d("2026-10-28"), d("2026-10-20"))
            for n, matter in enumerate(Matter, 1)
        )
    ),
    "announced, not happened, then in custody": case(
        changes=(Change("K1", Matter.NAME, None, None, d("2026-10-28"), d("2026-10-20")),),
        away=(away("2026-10-30"),),
    ),
    "announced change that came late": case(
        changes=(Change("K1", Matter.NAME, d("2026-10-31"), None, d("2026-10-25"), d("2026-10-20")),)
    ),
    "change and then custody": case(
        changes=(Change("K1", Matter.BANK, d("2026-10-29")),),
        away=(away("2026-10-30", kind=AwayKind.REMAND),),
    ),
    "names used": case(
        aliases=(
            Alias("N1", "an invented name", None, None),
            Alias("N2", "an invented name", d("2026-10-29"), None),
            Alias("N3", "an invented name", d("2026-10-29"), d("2026-10-30")),
        )
    ),
    "release not told": case(away=(away("2026-08-03", "2026-10-30"),)),
    "return from abroad is no release": case(away=(away("2026-08-03", "2026-10-30", AwayKind.ABROAD),)),
    "stay of seven nights": case(
        stays=(
            Stay("T1", "premises one", d("2026-05-01"), d("2026-06-05")),
            Stay("T2", "premises one", d("2026-10-24"), None),
            Stay("T3", "premises two", d("2026-10-01"), d("2026-10-20"), True),
            Stay("T4", "premises three", d("2026-10-28"), None),
        )
    ),
    "stay and then custody": case(
        stays=(Stay("T1", "premises one", d("2026-10-20"), d("2026-10-27")),), away=(away("2026-10-27"),)
    ),
}
ABROAD = Trip("J1", d("2026-11-20"), d("2026-10-01"), None)
BACK = Trip(
    "J1",
    d("2026-10-01"),
    d("2026-09-01"),
    at("2026-09-10T10:00"),
    return_stated_on=d("2026-10-10"),
    return_stated_point="Dover",
)
TRAVEL = {
    "journey known early, journey known late": case(
        trips=(
            ABROAD,
            Trip("J2", d("2026-11-06"), d("2026-11-01"), None),
            Trip("J3", d("2026-11-25"), None, None),
        )
    ),
    "notices in time, late, excused": case(
        trips=(
            Trip("J1", d("2026-11-20"), d("2026-10-01"), at("2026-10-30T09:00"), items_missing=("hotel",)),
            Trip("J2", d("2026-11-04"), d("2026-10-01"), at("2026-11-01T09:00")),
            Trip("J3", d("2026-11-04"), d("2026-10-01"), at("2026-11-01T09:00"), late_excuse="a funeral"),
            Trip("J4", d("2026-11-02"), d("2026-10-30"), at("2026-11-01T18:00")),
        )
    ),
    "notice no longer true": case(
        trips=(
            Trip(
                "J1",
                d("2026-11-20"),
                d("2026-10-01"),
                at("2026-10-05T09:00"),
                changed_at=at("2026-11-01T08:00"),
            ),
            Trip(
                "J2",
                d("2026-11-03"),
                d("2026-10-01"),
                at("2026-10-05T09:00"),
                changed_at=at("2026-11-02T08:00"),
            ),
        )
    ),
    "return stated and not recorded": case(trips=(BACK,)),
    "still abroad on the day of return": case(
        trips=(BACK,), away=(away("2026-10-01", kind=AwayKind.ABROAD),)
    ),
    "returned elsewhere on another day": case(
        trips=(
            Trip("J1", d("2026-10-01"), None, None, returned_on=d("2026-10-28")),
            Trip(
                "J2",
                d("2026-10-01"),
                d("2026-09-01"),
                at("2026-09-10T10:00"),
                return_stated_on=d("2026-10-28"),
                return_stated_point="Dover",
                returned_on=d("2026-10-29"),
                returned_point="Hull",
            ),
        )
    ),
    "left without notice, return told late": case(
        trips=(
            Trip(
                "J1",
                d("2026-10-01"),
                d("2026-09-01"),
                None,
                returned_on=d("2026-10-10"),
                return_notified_on=d("2026-10-19"),
            ),
        )
    ),
    "journeys that orders forbid": case(
        trips=(ABROAD, Trip("J2", d("2026-11-15"), d("2026-10-01"), at("2026-10-20T09:00"))),
        orders=(
            Order(
                "C1",
                OrderKind.SHPO,
                d("2024-01-08"),
                None,
                travel_until=d("2028-01-08"),
                travel_total_ban=True,
            ),
            Order("C2", OrderKind.FOREIGN_TRAVEL, d("2024-01-08"), d("2027-01-08")),
        ),
    ),
}
YOUNG = d("2010-01-31")
PARENTS = {
    "parent carries the duties": case(
        convicted(),
        born_on=YOUNG,
        notified=told("2026-06-02"),
        direction=ParentalDirection("Q1", "P9", d("2026-06-01"), None),
        changes=(Change("K1", Matter.BANK, d("2026-10-31")),),
    ),
    "parent, date of birth missing": case(
        born_on=None, direction=ParentalDirection("Q1", "P9", d("2026-06-01"), d("2027-06-01"))
    ),
    "direction ended at eighteen": case(
        born_on=d("2008-10-31"), direction=ParentalDirection("Q1", "P9", d("2026-06-01"), None)
    ),
}
CASES = {**CHANGES, **TRAVEL, **PARENTS}
MOVED = case(addresses=(home(until="2026-05-01", force="Northshire"), home("2026-05-01", "2026-10-01", "H2")))
