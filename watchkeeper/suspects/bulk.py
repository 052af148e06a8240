"""Which referrals may have a line in the brief: the twin that passes by all the rest.

It leaves none out that the rules would name, and may name one they then find in order: everything that
is not closed is asked about, and of what is closed, whatever may be owed still.
"""

from functools import reduce
from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.declared import london_day
from watchkeeper.suspects.facts import DeviceStep, StepKind, Verdict

TRIGGERS = (StepKind.ARREST.value, StepKind.BAIL_RETURN.value, StepKind.CHARGE.value)


def shut(held: dict[str, Table], asked: Table) -> Table:
    """Referrals received by the instant of which some proposal to close stands by itself."""
    closed = over(held["suspect_closures"], asked)
    referrals = _received(held, asked)
    # A proposal of before it was received closes nothing, and of one without a day nobody can tell.
    since: list[Any] = [
        referrals["ref"] == closed["referral_ref"],
        closed["on"] >= london_day(referrals["received_at"]),
    ]
    return (
        referrals.semi_join(closed, since)
        .select("ref", "received_at", "children", "works_with_children", "person", "postcode")
        .order_by("ref")
    )


def to_ask(held: dict[str, Table], asked: Table) -> Table:
    """Refs of the referrals received by the instant that may owe something, in order.

    `shut_referrals` are held by then, what `shut` gives; and `child_near`, the postcodes of these near a
    home where a child lives, which no column tells.
    """
    referrals, closed = _received(held, asked), held["shut_referrals"]
    running = referrals.anti_join(closed, "ref").select(referral_ref="ref")
    ones = held["suspect_pairs"].filter(lambda t: t["verdict"] == Verdict.ONE.value)
    parts = ones.select(referral_ref="referral_ref").union(ones.select(referral_ref="other"))
    found = (running, parts, _unsafe(held, closed), _untold(held, closed), _unanswered(held, closed))
    return reduce(lambda one, other: one.union(other), found).distinct().order_by("referral_ref")


def _received(held: dict[str, Table], asked: Table) -> Table:
    referrals = held["suspect_referrals"].cross_join(asked)
    return referrals.filter(referrals["received_at"] <= referrals["asked_at"])


def over(closures: Table, asked: Table) -> Table:
    """Referrals of which some proposal to close stands by itself on a day: the rule of crimes, in columns.

    `asked` holds a row a day: `asked_on`, the list of `actions` and `least_words`.
    """
    each = closures.cross_join(asked)
    each = each.filter(each["on"].isnull() | (each["on"] <= each["asked_on"]))
    by_then = each["second_on"] <= each["asked_on"]
    back = (each["second_agrees"] == False) & (each["second_on"].isnull() | by_then)  # noqa: E712
    action = each["actions"].contains(_marked(each["outcome"])) & ~back.fill_null(False)
    said = each["reason"].re_replace(r"^\s+|\s+$", "")
    words = said.re_split(r"\s+").length() >= each["least_words"]
    looked = by_then & (each["second_by"] != "") & (each["second_by"] != each["by"])
    agreed = words & looked & each["second_agrees"] & each["safeguarding"]
    stands = each.filter(action.fill_null(False) | agreed.fill_null(False))
    return stands.select("referral_ref", "asked_on", "on").distinct()


def _unsafe(held: dict[str, Table], closed: Table) -> Table:
    """Of the closed, those near a child who may have become known after the last referral of children."""
    homes = held["child_near"].select(live="postcode").distinct()
    said = closed.filter(
        lambda t: t["children"].fill_null(False) | t["works_with_children"].fill_null(False)
    ).select("ref", at="received_at")
    lived = closed.inner_join(homes, closed["postcode"] == homes["live"]).select("ref", at="received_at")
    later = [
        held[name].select(ref="referral_ref", at="at")
        for name in ("suspect_children", "suspect_addresses", "suspect_people")
    ]
    near = reduce(lambda one, other: one.union(other), (said, lived, *later))
    last = near.group_by("ref").aggregate(near_at=lambda t: t["at"].max())
    done = held["suspect_safeguards"].group_by("referral_ref").aggregate(done_at=lambda t: t["at"].max())
    left = last.left_join(done, last["ref"] == done["referral_ref"])
    left = left.filter(left["done_at"].isnull() | (left["done_at"] < left["near_at"])).select(
        referral_ref="ref"
    )
    return left.semi_join(closed, left["referral_ref"] == closed["ref"])


def _untold(held: dict[str, Table], closed: Table) -> Table:
    """Of the closed, those of somebody on record whose manager may not have been told."""
    theirs = closed.filter(closed["person"] != "").select(whose="ref", who="person")
    more = held["suspect_people"].filter(lambda t: t["person"] != "")
    theirs = theirs.union(more.select(whose="referral_ref", who="person"))
    told = held["suspect_managers_told"].select("referral_ref", "person")
    same: list[Any] = [theirs["whose"] == told["referral_ref"], theirs["who"] == told["person"]]
    return theirs.anti_join(told, same).select(referral_ref="whose")


def _unanswered(held: dict[str, Table], closed: Table) -> Table:
    """Of the closed, those with a point at which somebody must answer, and no answer to it."""
    steps = held["suspect_steps"].filter(lambda t: t["kind"].isin(TRIGGERS)).select("ref", "referral_ref")
    results = held["suspect_devices"].filter(lambda t: t["step"] == DeviceStep.RESULT.value)
    points = steps.union(results.select("ref", "referral_ref"))
    answers = held["suspect_prompts"].filter(lambda t: (t["by"] != "") & (t["answer"] != ""))
    left = points.anti_join(answers, points["ref"] == answers["trigger"]).select("referral_ref")
    return left.semi_join(closed, left["referral_ref"] == closed["ref"])


def _marked(outcome: Any) -> Any:
    """The code between two marks, as the list of codes that are action is handed over."""
    return ibis.literal(";").concat(outcome.cast("string"), ";")
