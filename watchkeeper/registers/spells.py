"""Who is on the register, and from when to when: the twin of `rules.periods.reckon` for a population."""

from functools import reduce
from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.registers.facts import Finding, OrderKind, ReviewOutcome, Sentence

ENDLESS = [each.value for each in (Sentence.LIFE, Sentence.INDETERMINATE, Sentence.HOSPITAL_RESTRICTED)]
EXTENDING = [each.value for each in (OrderKind.SHPO, OrderKind.INTERIM_SHPO, OrderKind.SOPO)]


def registered(held: dict[str, Table], asked: Table) -> Table:
    """Spells on the register: `since` the first day, `until` the first day after; blank without end.

    Spells of one person may overlap; somebody is on the register on a day that any of them holds. A
    missing fact holds without end, as the rule has it. `together` marks people of whom two terms may
    be one, s.82(4): of them alone the rule itself is asked, and what is said here does not count.

    `asked` holds one row of numbers of the statute: see `inspection.measures.asking.statute`.
    """
    findings = _findings(held, asked)
    orders = _bounded(held["orders"])
    carried = orders.filter(orders["kind"].isin(EXTENDING)).select("person_ref", "since", "until")
    found = [findings.select("person_ref", "since", "until"), carried, *_unknown(held, orders)]
    every = reduce(lambda one, other: one.union(other), found)
    terms = held["disposals"]
    terms = terms.filter(terms["finding"] != Finding.CAUTION.value, _term(terms))
    many = terms.group_by("person_ref").aggregate(many=lambda t: t.count())
    two = many.filter(many["many"] > 1).select(of="person_ref")
    joined = every.left_join(two, every["person_ref"] == two["of"])
    return joined.select("person_ref", "since", "until", together=joined["of"].notnull())


def first_days(held: dict[str, Table]) -> Table:
    """Of each person the first relevant date, `found`, and the day the first order was made, `ordered`."""
    blank = ibis.null("date")
    known = held["disposals"].select("person_ref", found="relevant_date", ordered=blank)
    made = held["orders"].select("person_ref", found=blank, ordered="made_on")
    both = known.union(made)
    return both.group_by("person_ref").aggregate(found=both["found"].min(), ordered=both["ordered"].min())


def _findings(held: dict[str, Table], asked: Table) -> Table:
    """The stretch each finding begins, s.82; one that lacks a fact holds without end."""
    people = held["people"].select(whose="ref", born_on="born_on")
    granted = held["review_applications"]
    granted = granted.filter(
        granted["outcome"] == ReviewOutcome.GRANTED.value, granted["notice_received_on"].notnull()
    ).select(whose="person_ref", received_on="received_on", notice_on="notice_received_on")
    t = held["disposals"]
    t = t.left_join(people, t["person_ref"] == people["whose"]).drop("whose").cross_join(asked)
    since, sentence = t["relevant_date"], t["sentence"]
    caution = t["finding"] == Finding.CAUTION.value
    listed = t["counted_sentences"].contains(ibis.literal(";") + sentence + ";")
    prison = (sentence == Sentence.IMPRISONMENT.value) | listed
    discharge = ~caution & (sentence == Sentence.CONDITIONAL_DISCHARGE.value)
    endless = ~caution & sentence.isin(ENDLESS)
    lost = since.isnull() | (
        ~caution
        & ((sentence == "") | (sentence == Sentence.CAUTION.value) | ((prison | discharge) & ~_term(t)))
    )
    start = ibis.coalesce(t["term_begins_on"], since)
    months, days = t["term_months"].fill_null(0), t["term_days"].fill_null(0)
    end = (start + months.as_interval("M")).cast("date") + days.as_interval("D")
    reaches = end >= start + t["indefinite_term"].as_interval("M")
    exceeds = end > start + t["short_term"].as_interval("M")
    length = ibis.cases(
        (caution, t["caution_months"]),
        (endless | discharge, 0),
        (prison, ibis.cases((reaches, 0), (exceeds, t["longer_months"]), else_=t["short_months"])),
        (sentence == Sentence.HOSPITAL.value, t["hospital_months"]),
        else_=t["other_months"],
    )
    young = (t["born_on"] + t["adult_months"].as_interval("M")) > since
    length = young.fill_null(False).ifelse((length * t["youth_share"]).floor(), length).cast("int32")
    begun = ibis.greatest(ibis.coalesce(t["term_begins_on"], since), since)
    spent = _after(begun, months) + days.as_interval("D")
    until = ibis.cases(
        (lost | endless | (~discharge & (length == 0)), ibis.null("date")),
        (discharge, spent.cast("date")),
        else_=_after(since, length),
    )
    t = t.mutate(
        since=since.fill_null(ibis.literal("0001-01-01").cast("date")), until=until, lost=lost, own=until
    )
    tried = (t["finding"] == Finding.DISABILITY.value) & t["trial_ended_on"].notnull() & ~t["lost"]
    ended = (t["trial_ended_on"] + ibis.interval(days=1)).cast("date")
    t = t.mutate(until=tried.ifelse(ibis.coalesce(ibis.least(t["until"], ended), ended), t["until"]))
    open_ended = t.filter(t["until"].isnull(), ~t["lost"]).select("ref", "person_ref", "since")
    notices = open_ended.inner_join(
        granted, [open_ended["person_ref"] == granted["whose"], granted["received_on"] >= open_ended["since"]]
    )
    notices = notices.group_by(of="ref").aggregate(notice_on=notices["notice_on"].min())
    t = t.left_join(notices, t["ref"] == notices["of"])
    return t.select("person_ref", "since", until=ibis.coalesce(t["until"], t["notice_on"]))


def _after(since: Any, months: Any) -> Any:
    """The first day after `months` that begin with a day: `law.clocks.last_of_months`, and one more."""
    whole = (since + months.as_interval("M")).cast("date")
    return (whole.day() == since.day()).ifelse(whole, (whole + ibis.interval(days=1)).cast("date"))


def _term(table: Table) -> Any:
    return (table["term_months"].fill_null(0) > 0) | (table["term_days"].fill_null(0) > 0)


def _bounded(orders: Table) -> Table:
    """Orders from the day made to the first day no longer in force."""
    until = ibis.least(
        ibis.coalesce(orders["until"], orders["ended_on"]), ibis.coalesce(orders["ended_on"], orders["until"])
    )
    return orders.select("person_ref", "kind", since=orders["made_on"], until=until)


def _unknown(held: dict[str, Table], orders: Table) -> list[Table]:
    """People under a notification order whose finding abroad is not recorded, and of whom nothing is."""
    found, people = held["disposals"], held["people"].select(person_ref="ref")
    abroad = orders.filter(orders["kind"] == OrderKind.NOTIFICATION.value)
    theirs = found.semi_join(abroad, "person_ref")
    first = theirs.group_by(of="person_ref").aggregate(
        first=theirs["relevant_date"].min(), dateless=theirs["relevant_date"].isnull().any()
    )
    abroad = abroad.left_join(first, abroad["person_ref"] == first["of"])
    abroad = abroad.filter(~abroad["dateless"].fill_null(False))
    nothing = people.anti_join(found, "person_ref").anti_join(held["orders"], "person_ref")
    since = ibis.literal("0001-01-01").cast("date")
    return [
        abroad.select("person_ref", "since", until=abroad["first"]),
        nothing.select("person_ref", since=since, until=ibis.null("date")),
    ]
