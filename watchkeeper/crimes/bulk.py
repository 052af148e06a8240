"""Which crimes may have a line in the brief: the twin that passes by every crime with no clock near its end.

It leaves no crime out that the rules would name, and may name one they then find in order: each
cut-off is the least that any value of the shelf allows, and days of work are read as days.
"""

from functools import reduce
from operator import and_
from typing import Any

import ibis
from ibis.expr.types import BooleanColumn, Table

from watchkeeper.crimes.facts import AFTER_BAIL, DEALT_WITH, EventKind, Part, ReviewKind, Step, Told

ONCE = {Told.CONFIRMED: "confirm_before", Told.NEEDS: "needs_before", Told.REFERRED: "refer_before"}
"""What every victim is told or asked once, and the report from which it may be late."""


def still_asked(held: dict[str, Table], asked: Table) -> Table:
    """Refs of the crimes reported by the day, without those that were closed for good long before it.

    `plain` lists offences, as they are typed, for which no closing needs a second look; `strangers`,
    for which none does while nobody in the crime is family or a carer: `related` names the crimes
    in which somebody is.
    """
    crimes = held["crimes"]
    reported = crimes.cross_join(asked).filter(lambda t: t["reported_at"] < t["asked_until"])
    long_closed = closed(held, asked).filter(lambda t: t["on"] <= t["closed_before"])
    return reported.anti_join(long_closed, reported["ref"] == long_closed["crime_ref"]).select(
        "ref", "offence"
    )


def closed(held: dict[str, Table], asked: Table) -> Table:
    """Crimes that are surely closed by the day, with the first day: others may be, and are asked about."""
    outcomes, related = held["crime_outcomes"], held["related"].select(kin="crime_ref").distinct()
    offences = held["crimes"].select(of="ref", offence="offence")
    of = outcomes.inner_join(offences, outcomes["crime_ref"] == offences["of"])
    of = of.left_join(held["plain_offences"], "offence")
    of = of.left_join(related, of["crime_ref"] == related["kin"]).cross_join(asked)
    plain = of["plain"].fill_null(False) | (of["strangers"].fill_null(False) & of["kin"].isnull())
    acted = of["action_outcomes"].contains(ibis.literal(";") + of["outcome"].cast("string") + ";")
    words = of["reason"].split(" ").filter(lambda word: word.re_search("[0-9A-Za-z]")).length()
    looked = _all(
        of["second_agrees"].fill_null(False),
        of["safeguarding"].fill_null(False),
        of["second_by"] != "",
        of["second_by"] != of["by"],
        of["second_on"].notnull() & (of["second_on"] <= of["asked_on"]),
        words >= of["least_words"],
    )
    done = of.filter((of["on"] <= of["asked_on"]) & (acted | plain | looked))
    # A withdrawn look does not reopen what another outcome closed: the first day is enough.
    return done.group_by("crime_ref", "asked_on", "closed_before").aggregate(on=lambda t: t["on"].min())


def to_ask(held: dict[str, Table], asked: Table) -> Table:
    """Refs of the crimes of `crimes` that may have a line in the brief of the day, in order."""
    crimes, outcomes = held["open_crimes"], held["crime_outcomes"]
    shut = closed(held, asked)
    running = crimes.anti_join(shut, crimes["ref"] == shut["crime_ref"]).cross_join(asked)
    running = running.mutate(crime_ref=running["ref"])
    spells = _spells(held["crime_holdings"], asked)
    found = [
        _ungraded(running, held["crime_grades"], asked),
        *_held(running, spells, held, asked),
        _enquiries(held["crime_enquiries"], asked),
        _suspects(running, held["crime_parties"], held["crime_events"], asked),
        _bail(held["crime_events"], asked),
        _devices(held["crime_devices"], asked),
        _proposed(outcomes, asked),
        _disputes(held["allocation_disputes"], asked),
        crimes.semi_join(held["unknown_offences"], "offence").select(crime_ref="ref"),
    ]
    near = reduce(lambda one, other: one.union(other), found).distinct()
    near = running.semi_join(near, "crime_ref").select("crime_ref")
    owed = crimes.cross_join(asked).mutate(crime_ref=lambda t: t["ref"])
    victims = held["crime_parties"].filter(lambda t: t["part"] == Part.VICTIM.value)
    told = _by(held["crime_victim_contacts"], asked)
    near = near.union(_untold(owed, victims, told)).union(
        _not_told_of(victims, held["crime_events"], told, asked)
    )
    return near.distinct().order_by("crime_ref")


def _ungraded(running: Table, grades: Table, asked: Table) -> Table:
    late = running.filter(lambda t: _day(t) < t["grade_before"])
    return late.anti_join(_by(grades, asked), "crime_ref").select("crime_ref")


def _spells(holdings: Table, asked: Table) -> Table:
    """Of each crime anybody ever held: the first day, whether somebody holds it, the last day it was left."""
    of = holdings.cross_join(asked)
    over = of["until"].notnull() & (of["until"] <= of["asked_on"])
    of = of.mutate(now=(of["since"] <= of["asked_on"]) & ~over, left=over.ifelse(of["until"], None))
    return of.group_by("crime_ref").aggregate(
        first=lambda t: t["since"].min(), now=lambda t: t["now"].any(), left=lambda t: t["left"].max()
    )


def _held(running: Table, spells: Table, held: dict[str, Table], asked: Table) -> tuple[Table, ...]:
    """Crimes nobody holds; and, of those somebody does, without a first look, a plan, or the next look."""
    of = running.left_join(spells, "crime_ref")
    nobody = of.filter(
        ~of["now"].fill_null(False) & (ibis.coalesce(of["left"], _day(of)) < of["allocate_before"])
    ).select("crime_ref")
    has = of.filter(of["now"].fill_null(False))
    reviews = _by(held["crime_reviews"], asked)
    initial = reviews.filter(lambda t: t["kind"] == ReviewKind.INITIAL.value)
    unseen = has.filter(has["first"] < has["initial_before"]).anti_join(initial, "crime_ref")
    set_by = held["crime_enquiries"].cross_join(asked).filter(lambda t: t["set_on"] <= t["asked_on"])
    unplanned = has.filter(has["first"] < has["plan_before"]).anti_join(set_by, "crime_ref")
    done = reviews.group_by("crime_ref").aggregate(
        many=lambda t: t.count(), last=lambda t: t["on"].max(), sooner=lambda t: t["next_on"].min()
    )
    seen = has.inner_join(done, "crime_ref")
    cut = ibis.cases(
        (seen["many"] == 1, seen["review_before"]),
        (seen["many"] == ibis.literal(1) + 1, seen["second_before"]),
        else_=seen["later_before"],
    )
    again = seen.filter((seen["last"] < cut) | (seen["sooner"] < seen["asked_on"]).fill_null(False))
    return tuple(each.select("crime_ref") for each in (nobody, unseen, unplanned, again))


def _enquiries(enquiries: Table, asked: Table) -> Table:
    t = enquiries.cross_join(asked)
    undone = t["done_on"].isnull() | (t["done_on"] > t["asked_on"])
    late = ibis.ifelse(t["due_on"].notnull(), t["due_on"] < t["asked_on"], t["set_on"] < t["enquiry_before"])
    return t.filter((t["set_on"] <= t["asked_on"]) & undone & late).select("crime_ref")


def _suspects(running: Table, parties: Table, events: Table, asked: Table) -> Table:
    late = running.filter(lambda t: _day(t) < t["suspect_before"])
    of = parties.filter(parties["part"] == Part.SUSPECT.value).semi_join(late, "crime_ref")
    done = _by(events, asked).filter(lambda t: t["kind"].isin(sorted(DEALT_WITH)))
    return of.anti_join(done, _same(of, done)).select("crime_ref")


def _bail(events: Table, asked: Table) -> Table:
    """Bail that has run out, or will by the day looked ahead to, or until nobody knows when."""
    by = _by(events, asked)
    bails = by.filter(lambda t: t["kind"] == EventKind.BAIL.value)
    near = bails.filter(lambda t: t["until"].isnull() | (t["until"] <= t["bail_until"]))
    after = by.filter(lambda t: t["kind"].isin(sorted((*AFTER_BAIL, EventKind.BAIL)))).view()
    extended = (after["kind"] == EventKind.BAIL.value) & (
        (after["on"] > near["on"]) | ((after["on"] == near["on"]) & (after["ref"] > near["ref"]))
    )
    ended = (after["kind"] != EventKind.BAIL.value) & (after["on"] >= near["on"])
    of_them = (near["party"] == after["party"]) | (near["party"] == "") | (after["party"] == "")
    return near.anti_join(after, [near["crime_ref"] == after["crime_ref"], of_them, extended | ended]).select(
        "crime_ref"
    )


def _devices(devices: Table, asked: Table) -> Table:
    t = _by(devices, asked)
    order = ibis.cases(*((t["step"] == step.value, at) for at, step in enumerate(Step)), else_=0)
    first = t.mutate(order=order).group_by("crime_ref", "device", "order", "submit_before", "examine_before")
    steps = first.aggregate(since=lambda t: t["on"].min())
    top = steps.group_by("crime_ref", "device").aggregate(top=lambda t: t["order"].max())
    far = steps.inner_join(top, ["crime_ref", "device", steps["order"] == top["top"]])
    submit = (far["order"] == 0) & (far["since"] < far["submit_before"])
    examine = (far["order"] == 1) & (far["since"] < far["examine_before"])
    return far.filter(submit | examine).select("crime_ref")


def _proposed(outcomes: Table, asked: Table) -> Table:
    return _by(outcomes, asked).filter(lambda t: t["on"] < t["look_before"]).select("crime_ref")


def _disputes(disputes: Table, asked: Table) -> Table:
    t = _by(disputes, asked)
    undecided = t["decided_on"].isnull() | (t["decided_on"] > t["asked_on"])
    return t.filter(undecided & (t["on"] < t["decide_before"])).select("crime_ref")


def _untold(owed: Table, victims: Table, told: Table) -> Table:
    """Crimes with a victim who was never told or asked what everybody is."""
    found = []
    for word, cut in ONCE.items():
        late = owed.filter(_day(owed) < owed[cut]).select("crime_ref")
        of = victims.semi_join(late, "crime_ref")
        said = told.filter(told["told"] == word.value)
        found.append(of.anti_join(said, _same(of, said)).select("crime_ref"))
    return reduce(lambda one, other: one.union(other), found)


def _not_told_of(victims: Table, events: Table, told: Table, asked: Table) -> Table:
    """Crimes with a victim who was not told of something that happened."""
    by = _by(events, asked)
    to_tell = by.filter(
        (by["on"] < by["tell_before"]) & by["told_events"].contains(ibis.literal(";") + by["kind"] + ";")
    ).select("crime_ref", event_ref="ref")
    owed = victims.select("crime_ref", "ref").inner_join(to_tell, "crime_ref")
    said = told.filter(told["told"] == Told.UPDATE.value).select(
        "party", said_of="event", said_crime="crime_ref"
    )
    return owed.anti_join(
        said,
        [
            owed["crime_ref"] == said["said_crime"],
            owed["event_ref"] == said["said_of"],
            (said["party"] == "") | (said["party"] == owed["ref"]),
        ],
    ).select("crime_ref")


def _by(table: Table, asked: Table) -> Table:
    """Rows of what had happened by the day."""
    return table.cross_join(asked).filter(lambda t: t["on"] <= t["asked_on"])


def _day(table: Table) -> Any:
    """The day of the report where clocks show Greenwich: never later than London's."""
    return table["reported_at"].date()


def _same(party: Table, row: Table) -> list[Any]:
    """Of the same crime, and of the party or of nobody in particular."""
    return [party["crime_ref"] == row["crime_ref"], (row["party"] == "") | (row["party"] == party["ref"])]


def _all(*tests: BooleanColumn) -> BooleanColumn:
    return reduce(and_, tests)
