"""Links between children, adults, places and things: what is one, how strong, why, and for how long."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.missing.linked import LAW, at, gone, one, seen
from tests.table import table
from watchkeeper.missing.linking.facts import (
    Beside,
    Facts,
    Gone,
    LinkKind,
    Sighting,
    Spot,
    Strength,
    ThingKind,
    Watched,
)
from watchkeeper.missing.linking.finding import brought_up, found, rings
from watchkeeper.missing.linking.ground import laid

ON = date(2026, 3, 20)


@table("""
    case                                | days                           | strength | times
    ------------------------------------|--------------------------------|----------|------
    two                                 | 03-01 03-10                    |          |
    three in 90 days                    | 01-10 02-10 03-10              | fair     | 3
    the first 90 days before the last   | 12-10 03-01 03-10              | fair     | 3
    the first 91 days before the last   | 12-09 03-01 03-10              |          |
    four                                | 02-01 02-10 03-01 03-10        | fair     | 4
    five                                | 02-01 02-10 03-01 03-05 03-10  | strong   | 5
""")
def test_missing_often(days: str, strength: str, times: str) -> None:
    when = [f"{day}" for day in days.split()]
    facts = Facts(
        tuple(
            replace(gone(f"E{n}", "C1", day), at=at(day) - timedelta(days=365 * day.startswith("12")))
            for n, day in enumerate(when)
        )
    )
    found_ = one(facts, LinkKind.OFTEN)
    assert (found_.strength if found_ else "") == strength
    if found_:
        assert found_.why == f"Missing {times} times in the 90 days to 10 March 2026."


@table("""
    case                             | days                     | strength
    ---------------------------------|--------------------------|---------
    two gaps, shorter                | 01-01 02-01 02-20        |
    three, each shorter              | 01-01 02-01 02-20 03-01  | fair
    the last as long as the one before | 01-01 02-01 02-11 02-21 |
    four, each shorter               | 01-01 02-01 02-20 03-01 03-04 | strong
    only the newest run counts       | 01-01 01-05 02-05 02-25 03-01 | fair
""")
def test_shortening_gaps(days: str, strength: str) -> None:
    facts = Facts(tuple(gone(f"E{n}", "C1", day) for n, day in enumerate(days.split())))
    found_ = one(facts, LinkKind.GAPS)
    assert (found_.strength if found_ else "") == strength


@table("""
    case                        | metres  | strength
    ----------------------------|---------|---------
    a metre short               | 39999   |
    40 kilometres               | 40000   | fair
    twice                       | 40000 50000 | strong
""")
def test_found_far_away(metres: str, strength: str) -> None:
    facts = Facts(
        tuple(
            gone(f"E{n}", "C1", f"03-0{n + 1}", start=0, spot=int(each))
            for n, each in enumerate(metres.split())
        )
    )
    found_ = one(facts, LinkKind.FAR)
    assert (found_.strength if found_ else "") == strength


@table("""
    case                                     | first       | second      | origin | others | found
    -----------------------------------------|-------------|-------------|--------|--------|------
    from one place, 2 hours apart            | 03-01 10:00 | 03-01 12:00 | home   | home   | yes
    a minute more                            | 03-01 10:00 | 03-01 12:01 | home   | home   |
    from two places                          | 03-01 10:00 | 03-01 10:00 | home   | other  |
    nobody knows from where                  | 03-01 10:00 | 03-01 10:00 |        |        |
""")
def test_together_when_they_leave_one_place(
    first: str, second: str, origin: str, others: str, found: str
) -> None:
    facts = Facts((gone("E1", "C1", first, origin=origin), gone("E2", "C2", second, origin=others)))
    link = one(facts, LinkKind.TOGETHER)
    assert (link is not None) is (found == "yes")
    if link:
        assert link.children == ("C1", "C2")
        assert link.why == "Missing together once: they left the same place."


@table("""
    case                                     | first       | second      | found
    -----------------------------------------|-------------|-------------|------
    found within 2 hours                     | 03-02 10:00 | 03-02 12:00 | yes
    a minute more                            | 03-02 10:00 | 03-02 12:01 |
""")
def test_together_when_they_are_found_at_one_place(first: str, second: str, found: str) -> None:
    facts = Facts(
        (
            gone("E1", "C1", "03-01", origin="a", until=first, place="flat"),
            gone("E2", "C2", "03-01", origin="b", until=second, place="flat"),
        )
    )
    assert (one(facts, LinkKind.TOGETHER) is not None) is (found == "yes")


def test_together_as_somebody_recorded_it_and_three_days_of_it_are_strong() -> None:
    beside = [Beside(f"B{n}", "C2", "C1", at(f"03-0{n}"), f"E{n}") for n in (1, 2, 3)]
    two, three = (one(Facts(beside=tuple(beside[:n])), LinkKind.TOGETHER) for n in (2, 3))
    assert two is not None
    assert three is not None
    assert (two.strength, three.strength) == (Strength.FAIR, Strength.STRONG)
    assert three.why == "Missing together 3 times: they were recorded as together."


@table("""
    case                                      | children | origin | strength | crowded
    ------------------------------------------|----------|--------|----------|--------
    one                                       | 1        | home   |          | no
    two                                       | 2        | home   | fair     | no
    three                                     | 3        | home   | strong   | no
    eleven                                    | 11       | home   | strong   | no
    twelve make it crowded, and it is weak    | 12       | home   | weak     | yes
    their own home is no place they are found | 3        | flat   |          | no
""")
def test_the_same_place_found_across_children(
    children: str, origin: str, strength: str, crowded: str
) -> None:
    facts = Facts(
        tuple(
            gone(f"E{n}", f"C{n:02}", f"03-{n + 1:02}", origin=origin, place="flat")
            for n in range(int(children))
        )
    )
    link = one(facts, LinkKind.PLACE)
    assert (link.strength if link else "") == strength
    assert bool(link and link.crowded) is (crowded == "yes")


@table("""
    case                                        | who                  | kind    | strength | red | adults
    --------------------------------------------|----------------------|---------|----------|-----|-------
    with one child                              | C1                   | phone   |          |     |
    with two                                    | C1 C2                | phone   | fair     | no  |
    with one child twice                        | C1 C1                | vehicle |          |     |
    with three                                  | C1 C2 C3             | vehicle | strong   | no  |
    a place seen with two                       | C1 C2                | place   | fair     | no  |
    with a child and an adult                   | C1 +A1               | phone   |          |     |
    with a child and somebody registered        | C1 *A1               | phone   | strong   | yes | A1
    with two children and an adult              | C1 C2 +A1            | online name | fair | no  | A1
    with somebody registered alone              | *A1 *A2              | phone   |          |     |
    crowded                                     | C1 C2 C3 C4 C5 C6 C7 C8 C9 Ca Cb Cc | vehicle | weak | no |
    crowded, and yet somebody registered        | C1 C2 C3 C4 C5 C6 C7 C8 C9 Ca Cb Cc *A1 | vehicle | strong | yes | A1
""")
def test_the_same_thing_across_children(who: str, kind: str, strength: str, red: str, adults: str) -> None:
    facts = Facts(
        sightings=tuple(
            seen(
                f"S{n}",
                each.lstrip("+*"),
                "K1",
                f"03-{n + 1:02}",
                ThingKind(kind),
                grown=each[0] in "+*",
                registered=each[0] == "*",
            )
            for n, each in enumerate(who.split())
        )
    )
    link = one(facts, LinkKind.THING)
    assert (link.strength if link else "") == strength
    if link:
        assert link.red is (red == "yes")
        assert " ".join(link.adults) == adults


def test_a_child_seen_with_an_adult_on_the_register_is_a_red_flag_by_itself() -> None:
    facts = Facts(sightings=(seen("S1", "C1", "A1", "03-01", ThingKind.ADULT, registered=True),))
    link = one(facts, LinkKind.THING)
    assert link is not None
    assert (link.red, link.children, link.adults) == (True, ("C1",), ("A1",))
    assert link.why == "The same adult was seen with a child, on 1 March 2026. That adult is on the register."


@table("""
    case                               | cases    | kind    | strength
    -----------------------------------|----------|---------|---------
    in one case                        | K1 K1    | device  |
    in two                             | K1 K2    | device  | fair
    an account in three                | K1 K2 K3 | account | strong
    a phone is no device               | K1 K2    | phone   |
""")
def test_a_device_or_account_in_two_cases(cases: str, kind: str, strength: str) -> None:
    facts = Facts(
        sightings=tuple(
            seen(f"S{n}", "C1", "serial", f"03-0{n + 1}", ThingKind(kind), case=case)
            for n, case in enumerate(cases.split())
        )
    )
    link = one(facts, LinkKind.CASES)
    assert (link.strength if link else "") == strength


@table("""
    case                                | metres | place | register | since | until | strength | red
    ------------------------------------|--------|-------|----------|-------|-------|----------|----
    at the very place                   | 0      | flat  | yes      |       |       | strong   | yes
    at the place of a suspect           | 0      | flat  | no       |       |       | strong   | no
    99 metres away rings                | 99     | elsewhere | yes  |       |       | fair     | yes
    100 metres away rings               | 100    | elsewhere | yes  |       |       | fair     | yes
    101 metres away is a link alone     | 101    | elsewhere | yes  |       |       | fair     | no
    250 metres away                     | 250    | elsewhere | yes  |       |       | fair     | no
    251 metres away                     | 251    | elsewhere | yes  |       |       |          |
    theirs from the day                 | 0      | flat  | yes      | 03-10 |       | strong   | yes
    theirs from the day after           | 0      | flat  | yes      | 03-11 |       |          |
    theirs until the day before         | 0      | flat  | yes      |       | 03-10 |          |
    theirs until that day               | 0      | flat  | yes      |       | 03-11 | strong   | yes
    the place is known, not where       |        | flat  | yes      |       |       | strong   | yes
    neither is known                    |        |       | yes      |       |       |          |
""")
def test_found_at_or_near_an_address(
    metres: str, place: str, register: str, since: str, until: str, strength: str, red: str
) -> None:
    watched = Watched(
        "A1",
        register == "yes",
        "flat",
        Spot(1000, 0),
        at(since).date() if since else None,
        at(until).date() if until else None,
    )
    spot = 1000 + int(metres) if metres else None
    facts = Facts((gone("E1", "C1", "03-10", origin="home", place=place, spot=spot),), watched=(watched,))
    link = one(facts, LinkKind.ADDRESS)
    assert (link.strength if link else "") == strength
    if link:
        assert link.red is (red == "yes")
        assert [each.key for each in rings([link])] == ([link.key] if link.red else [])


def test_coming_home_next_door_to_somebody_registered_is_no_place_they_were_found() -> None:
    watched = (Watched("A1", True, "next door", Spot(1005, 0)),)
    home = gone("E1", "C1", "03-10", origin="home", place="home", spot=1000)
    assert one(Facts((home,), watched=watched), LinkKind.ADDRESS) is None


def test_nobody_is_found_near_their_own_address_on_the_register() -> None:
    watched = (Watched("P1", True, "flat", Spot(1000, 0), child="C1"),)
    assert (
        one(
            Facts((gone("E1", "C1", "03-10", origin="home", place="flat"),), watched=watched),
            LinkKind.ADDRESS,
        )
        is None
    )


def test_found_twice_near_the_same_address_is_strong() -> None:
    watched = (Watched("A1", True, "flat", Spot(1000, 0)),)
    near = tuple(gone(f"E{n}", "C1", f"03-0{n}", origin="home", place=f"p{n}", spot=1050) for n in (1, 2))
    link = one(Facts(near, watched=watched), LinkKind.ADDRESS)
    assert link is not None
    assert link.strength is Strength.STRONG
    assert (
        link.why
        == "Found 50 metres from an address of somebody on the register, 2 times, last on 2 March 2026."
    )


@table("""
    case             | on         | offered
    -----------------|------------|--------
    the last day     | 2026-08-28 | yes
    the day after    | 2026-08-29 | no
""")
def test_a_candidate_lapses_so_many_days_after_its_newest_evidence(on: str, offered: str) -> None:
    day = date.fromisoformat(on)
    facts = Facts((gone("E1", "C1", "03-01", origin="home"), gone("E2", "C2", "03-01", origin="home")))
    candidates = found(laid(facts, LAW, on=day), LAW, on=day)
    assert bool(candidates) is (offered == "yes")


def test_evidence_of_more_than_a_year_before_the_newest_does_not_count() -> None:
    old = replace(gone("E1", "C1", "03-01", place="flat"), at=datetime(2025, 2, 1, tzinfo=at("03-01").tzinfo))
    old = replace(old, until=old.at)
    assert one(Facts((old, gone("E2", "C2", "03-01", place="flat"))), LinkKind.PLACE) is None
    assert one(
        Facts((gone("E1", "C1", "03-01", place="flat"), gone("E2", "C2", "03-01", place="flat"))),
        LinkKind.PLACE,
    )


def test_addresses_do_not_arrive_one_by_one() -> None:
    with pytest.raises(ValueError, match="anew"):
        laid(Facts(), LAW, on=ON).add(Facts(watched=(Watched("A1", True, "flat"),)))


# -- one arrival against the whole --

CHILDREN, PLACES = ["C1", "C2", "C3", "C4"], ["", "home", "flat", "shop", "hotel"]
SPOTS = {"home": 0.0, "flat": 50.0, "shop": 299.0, "hotel": 41_000.0}
MINUTE = st.integers(0, 40 * 24 * 4).map(lambda quarter: at("02-01") + quarter * timedelta(minutes=15))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    def episode(ref: str) -> Gone:
        began, origin, place = draw(MINUTE), draw(st.sampled_from(PLACES)), draw(st.sampled_from(PLACES))
        back = draw(st.none() | st.integers(1, 200))
        spots = [Spot(SPOTS[each], 0) if each and draw(st.booleans()) else None for each in (origin, place)]
        until = began + back * timedelta(minutes=15) if back else None
        return Gone(ref, draw(st.sampled_from(CHILDREN)), began, until, origin, spots[0], place, spots[1])

    def sighting(ref: str) -> Sighting:
        kind = draw(st.sampled_from([ThingKind.PHONE, ThingKind.ADULT, ThingKind.DEVICE]))
        grown = kind is not ThingKind.ADULT and draw(st.booleans())
        who = draw(st.sampled_from(["A1", "A2"] if grown else CHILDREN))
        key, case = draw(st.sampled_from(["A1", "A2"])), draw(st.sampled_from(["", "K1", "K2"]))
        return Sighting(ref, who, kind, key, draw(MINUTE), "", case, grown, draw(st.booleans()))

    def beside(ref: str) -> Beside:
        return Beside(
            ref, draw(st.sampled_from(CHILDREN)), draw(st.sampled_from(CHILDREN)), draw(MINUTE), f"E{ref}"
        )

    places = st.sampled_from(PLACES[1:])
    return Facts(
        tuple(episode(f"E{n}") for n in range(draw(st.integers(0, 9)))),
        tuple(sighting(f"S{n}") for n in range(draw(st.integers(0, 6)))),
        tuple(beside(f"B{n}") for n in range(draw(st.integers(0, 2)))),
        tuple(
            Watched(
                person, draw(st.booleans()), place, Spot(SPOTS[place], 0) if draw(st.booleans()) else None
            )
            for person, place in ((f"A{n}", draw(places)) for n in range(draw(st.integers(0, 3))))
        ),
    )


@settings(max_examples=120)
@given(facts(), st.data())
def test_one_arrival_gives_what_the_whole_worked_out_again_gives(whole: Facts, data: st.DataObject) -> None:
    """What is there before is any part, in any order, with episodes as they stood before the child was found."""
    parts = [*whole.gone, *whole.sightings, *whole.beside]
    late = data.draw(st.sets(st.integers(0, max(len(parts) - 1, 0)))) if parts else set()
    first = [each for n, each in enumerate(parts) if n not in late]
    still = [
        replace(each, until=None, found="", found_spot=None)
        for n, each in enumerate(parts)
        if n in late and isinstance(each, Gone) and data.draw(st.booleans())
    ]
    ground = laid(_facts([*first, *still], whole.watched), LAW, on=ON)
    known = {each.key: each for each in found(ground, LAW, on=ON)}
    for n in data.draw(st.permutations(sorted(late))):
        known = brought_up(known, ground.add(_facts([parts[n]], ())), ground, LAW, on=ON)
    again = laid(whole, LAW, on=ON)
    assert known == {each.key: each for each in found(again, LAW, on=ON)}
    assert ground.add(_facts(parts, ())) == set(), "what is already there touches nothing"


@settings(max_examples=40)
@given(facts(), st.randoms(use_true_random=False))
def test_the_order_of_facts_changes_nothing(whole: Facts, shuffle: object) -> None:
    parts = [*whole.gone, *whole.sightings, *whole.beside]
    shuffle.shuffle(parts)  # type: ignore[attr-defined]
    mixed = laid(_facts(parts, whole.watched), LAW, on=ON)
    assert found(mixed, LAW, on=ON) == found(laid(whole, LAW, on=ON), LAW, on=ON)


@settings(max_examples=40)
@given(facts())
def test_every_candidate_says_why_from_evidence_and_a_red_one_has_a_child_and_an_adult(whole: Facts) -> None:
    for each in found(laid(whole, LAW, on=ON), LAW, on=ON):
        assert each.evidence
        assert each.why.endswith(".")
        assert each.newest_on == max(one.on for one in each.evidence) < each.expires_on
        assert not each.red or (each.children and each.adults)
        assert not each.confirmed, "every number is our own proposal still"


def _facts(parts: list[object], watched: tuple[Watched, ...]) -> Facts:
    return Facts(
        tuple(each for each in parts if isinstance(each, Gone)),
        tuple(each for each in parts if isinstance(each, Sighting)),
        tuple(each for each in parts if isinstance(each, Beside)),
        watched,
    )
