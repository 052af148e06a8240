"""Which crimes and whose hands the brief must look at: the twins that pass by all that the rules would.

Of crimes they leave out none that the rules would name, and may name one they then find in order: each
cut-off is the least that any value of the shelf allows, and days of work are read as days.
"""

from collections.abc import Iterable
from functools import reduce

import ibis
from ibis.expr.types import Table

from watchkeeper.crimes.asked import before_cut, beside, current, day_of, happened, proposals, same
from watchkeeper.crimes.facts import (
    AFTER_BAIL,
    DEALT_WITH,
    EventKind,
    Part,
    Relationship,
    ReviewKind,
    Step,
    Told,
)

ONCE = {Told.CONFIRMED: "confirm_before", Told.NEEDS: "needs_before", Told.REFERRED: "refer_before"}
"""What every victim is told or asked once, and the report from which it may be late."""
MARKS = {each.name.lower(): each for each in (Relationship.PARTNER, Relationship.FAMILY, Relationship.CARER)}
"""What people of a crime are to each other that may move its kind."""


def shut(held: dict[str, Table], asked: Table) -> Table:
    """Crimes that are surely closed by the day, with the first day: others may be, and are asked about.

    `plain` lists offences, as they are typed, for which no closing needs a second look; `strangers`,
    for which none does while nobody in the crime is family or a carer: `related` names the crimes
    in which somebody is. `second_looks` are the outcomes of whose second look anything is recorded.
    """
    offences = (
        held["crimes"].select(of="ref", offence="offence").inner_join(held["plain_offences"], "offence")
    )
    related = held["related"].select(kin="crime_ref").distinct()
    of = proposals(held["crime_outcomes"], asked, "action_outcomes")
    of = of.inner_join(offences, of["crime_ref"] == offences["of"])
    of = of.left_join(related, of["crime_ref"] == related["kin"])
    of = of.anti_join(_sent_back(held, asked), "id")
    code = ibis.literal(";") + of["outcome"].cast("string") + ";"
    acted = of["action_outcomes"].contains(code).fill_null(False)
    done = of.filter(acted | of["plain"] | (of["strangers"] & of["kin"].isnull()))
    # A withdrawn look does not reopen what another outcome closed: the first day is enough.
    found = done.select("crime_ref", "on").union(_looked_at(held, asked))
    return found.group_by("crime_ref").aggregate(on=lambda t: t["on"].min())


def open_crimes(held: dict[str, Table], asked: Table) -> Table:
    """Crimes reported by the day, without those that were closed for good long before it."""
    crimes = held["crimes"]
    reported = beside(crimes, asked, "asked_until", "asked_on").filter(
        lambda t: ibis.ifelse(
            t["reported_at"].isnull(),
            (t["reported_month"] <= t["asked_on"]).fill_null(True),
            t["reported_at"] < t["asked_until"],
        )
    )
    ended = beside(held["shut"], asked, "closed_before").filter(lambda t: t["on"] <= t["closed_before"])
    return reported.anti_join(ended, reported["ref"] == ended["crime_ref"]).select(*crimes.columns)


def running(held: dict[str, Table]) -> Table:
    """Open crimes that are not surely closed, each with the day of its report."""
    crimes, closed = held["open_crimes"], held["shut"]
    return crimes.anti_join(closed, crimes["ref"] == closed["crime_ref"]).mutate(crime_ref="ref", day=day_of)


def in_hand(held: dict[str, Table], asked: Table) -> Table:
    """Who may hold or supervise which running crime on the day, and in `like` the first of its kind.

    Crimes are alike where all that `kind_of` reads of them is the same: the code, what is recorded
    of domestic abuse, of risk, place and lines of enquiry, whether a victim is or may be a child, and
    what its people are to each other. A crime that two hold at once is named with both.
    """
    crimes, spells = held["running"], held["crime_holdings"]
    spells = current(spells, asked).select("crime_ref", "supervisor", officer="officer_ref").distinct()
    found = beside(spells.inner_join(crimes, "crime_ref"), asked, "several_lines")
    marks = marks_of(held["crime_parties"], crimes, asked).drop("child_under")
    found = found.left_join(marks, found["crime_ref"] == marks["of"])
    alike = [
        *(found[name] for name in ("offence", "domestic", "high_risk", "street")),
        found["lines_of_enquiry"] >= found["several_lines"],
        *(found[name].fill_null(False) for name in marks.columns if name != "of"),
    ]
    like = found["crime_ref"].min().over(ibis.window(group_by=alike))
    found = found.select("officer", "crime_ref", "supervisor", like=like)
    return found.order_by("officer", "crime_ref", "supervisor")


def to_ask(held: dict[str, Table], asked: Table) -> Table:
    """Refs of the crimes of `open_crimes` that may have a line in the brief of the day, in order."""
    crimes, runs = held["open_crimes"], held["running"]
    parties, told = held["crime_parties"], happened(held["crime_victim_contacts"], asked)
    found = [
        _ungraded(runs, held["crime_grades"], asked),
        *_held(runs, held, asked),
        _enquiries(held["crime_enquiries"], asked),
        _suspects(runs, parties, held["crime_events"], asked),
        _bail(held["crime_events"], asked),
        _devices(held["crime_devices"], asked),
        beside(held["crime_outcomes"], asked, "asked_on", "look_before")
        .filter(lambda t: ((t["on"] <= t["asked_on"]) & (t["on"] < t["look_before"])).fill_null(True))
        .select("crime_ref"),
        _disputes(held["allocation_disputes"], asked),
        runs.semi_join(held["unknown_offences"], "offence").select("crime_ref"),
    ]
    near = reduce(lambda one, other: one.union(other), found).distinct()
    near = runs.semi_join(near, "crime_ref").select("crime_ref")
    victims = parties.filter(lambda t: t["part"] == Part.VICTIM.value).select("crime_ref", victim="ref")
    victims = victims.inner_join(crimes, victims["crime_ref"] == crimes["ref"])
    victims = victims.select("crime_ref", ref="victim", day=day_of(victims))
    owed = (*_untold(victims, told, asked), _not_told_of(victims, held["crime_events"], told, asked))
    return reduce(lambda one, other: one.union(other), owed, near).distinct().order_by("crime_ref")


def _looked_at(held: dict[str, Table], asked: Table) -> Table:
    """Crimes somebody looked at again and agreed to close, with all that a second look asks for."""
    looks = proposals(held["second_looks"], asked, "least_words")
    words = looks["reason"].split(" ").filter(lambda word: word.re_search("[0-9A-Za-z]")).length()
    looked = (
        looks["second_agrees"].fill_null(False)
        & looks["safeguarding"].fill_null(False)
        & (looks["second_by"] != "")
        & (looks["second_by"] != looks["by"])
        & (looks["second_on"].notnull() & (looks["second_on"] <= looks["asked_on"]))
        & (words >= looks["least_words"])
    )
    return looks.filter(looked).select("crime_ref", "on")


def _sent_back(held: dict[str, Table], asked: Table) -> Table:
    """Ids of the outcomes that whoever looked again did not agree to: they close nothing."""
    looks = beside(held["second_looks"], asked, "asked_on")
    seen = looks["second_on"].isnull() | (looks["second_on"] <= looks["asked_on"])
    return looks.filter(~looks["second_agrees"].fill_null(True) & seen).select("id")


def marks_of(parties: Table, crimes: Table, asked: Table) -> Table:
    """Of each crime with anybody in it: whether a victim is or may be a child, and who is what to whom.

    Once for each age that is asked about as `child_under`.
    """
    then = crimes.select(
        of="ref", then=ibis.coalesce(crimes["occurred_on"], crimes["day"], crimes["reported_month"])
    )
    t = beside(parties.inner_join(then, parties["crime_ref"] == then["of"]), asked, "child_under")
    victim, born, year = t["part"] == Part.VICTIM.value, t["born_on"], t["then"].year() - t["child_under"]
    later = (t["then"].month() < born.month()) | (
        (t["then"].month() == born.month()) & (t["then"].day() < born.day())
    )
    under = (year < born.year()) | ((year == born.year()) & later)
    related = {name: (t["relationship"] == each.value).any() for name, each in MARKS.items()}
    return t.group_by("of", "child_under").aggregate(
        victim=victim.any(),
        child=(victim & under.fill_null(False)).any(),
        unborn=(victim & born.isnull()).any(),
        **related,
    )


def _ungraded(runs: Table, grades: Table, asked: Table) -> Table:
    late = beside(runs, asked, "grade_before").filter(lambda t: before_cut(t, "grade_before"))
    return late.anti_join(happened(grades, asked), "crime_ref").select("crime_ref")


def _held(runs: Table, held: dict[str, Table], asked: Table) -> tuple[Table, ...]:
    """Crimes nobody holds; and, of those somebody does, without a first look, a plan, or the next look."""
    firsts, looks = ("initial_before", "plan_before"), ("review_before", "second_before", "later_before")
    cuts = ("asked_on", "allocate_before", *firsts, *looks)
    spells = _spells(held["crime_holdings"].semi_join(runs, "crime_ref"), asked)
    of = beside(runs.select("crime_ref", "day"), asked, *cuts).left_join(spells, "crime_ref")
    nobody = of.filter(
        ~of["now"].fill_null(False)
        & (ibis.coalesce(of["left"], of["day"]) < of["allocate_before"]).fill_null(True)
    )
    has = of.filter(of["now"].fill_null(False))
    reviews = happened(held["crime_reviews"], asked)
    initial = reviews.filter(lambda t: t["kind"] == ReviewKind.INITIAL.value)
    unseen = has.filter(has["first"] < has["initial_before"]).anti_join(initial, "crime_ref")
    enquiries = beside(held["crime_enquiries"], asked, "asked_on")
    set_by = enquiries.filter(lambda t: t["set_on"] <= t["asked_on"])
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


def _spells(holdings: Table, asked: Table) -> Table:
    """Of each crime anybody ever held: the first day, whether somebody holds it, the last day it was left."""
    of = beside(holdings, asked, "asked_on")
    over = of["until"].notnull() & (of["until"] <= of["asked_on"])
    of = of.mutate(now=(of["since"] <= of["asked_on"]) & ~over, left=over.ifelse(of["until"], None))
    return of.group_by("crime_ref").aggregate(
        first=lambda t: t["since"].min(), now=lambda t: t["now"].any(), left=lambda t: t["left"].max()
    )


def _enquiries(enquiries: Table, asked: Table) -> Table:
    t = beside(enquiries, asked, "asked_on", "enquiry_before")
    undone = t["done_on"].isnull() | (t["done_on"] > t["asked_on"])
    late = ibis.ifelse(t["due_on"].notnull(), t["due_on"] < t["asked_on"], t["set_on"] < t["enquiry_before"])
    return t.filter((t["set_on"] <= t["asked_on"]) & undone & late).select("crime_ref")


def _suspects(runs: Table, parties: Table, events: Table, asked: Table) -> Table:
    late = beside(runs, asked, "suspect_before").filter(lambda t: before_cut(t, "suspect_before"))
    of = parties.filter(parties["part"] == Part.SUSPECT.value).semi_join(late, "crime_ref")
    done = happened(events, asked).filter(lambda t: t["kind"].isin(sorted(DEALT_WITH)))
    return of.anti_join(done, same(of, done)).select("crime_ref")


def _bail(events: Table, asked: Table) -> Table:
    """Bail that has run out, or will by the day looked ahead to, or until nobody knows when."""
    by = happened(events, asked, "bail_until")
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
    cuts = ("submit_before", "examine_before")
    t = happened(devices, asked, *cuts)
    order = ibis.cases(*((t["step"] == step.value, at) for at, step in enumerate(Step)), else_=0)
    first = t.mutate(order=order).group_by("crime_ref", "device", "order", *cuts)
    steps = first.aggregate(since=lambda t: t["on"].min())
    top = steps.group_by("crime_ref", "device").aggregate(top=lambda t: t["order"].max())
    far = steps.inner_join(top, ["crime_ref", "device", steps["order"] == top["top"]])
    submit = (far["order"] == 0) & (far["since"] < far["submit_before"])
    examine = (far["order"] == 1) & (far["since"] < far["examine_before"])
    return far.filter(submit | examine).select("crime_ref")


def _disputes(disputes: Table, asked: Table) -> Table:
    t = happened(disputes, asked, "decide_before")
    undecided = t["decided_on"].isnull() | (t["decided_on"] > t["asked_on"])
    return t.filter(undecided & (t["on"] < t["decide_before"])).select("crime_ref")


def _untold(victims: Table, told: Table, asked: Table) -> Iterable[Table]:
    """Crimes with a victim who was never told or asked what everybody is."""
    of = beside(victims, asked, *ONCE.values())
    for word, cut in ONCE.items():
        late, said = of.filter(before_cut(of, cut)), told.filter(told["told"] == word.value)
        yield late.anti_join(said, same(late, said)).select("crime_ref")


def _not_told_of(victims: Table, events: Table, told: Table, asked: Table) -> Table:
    """Crimes with a victim who was not told of something that happened."""
    by = happened(events, asked, "tell_before", "told_events")
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
