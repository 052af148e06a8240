"""Measures of people on the register: seen, assessed, notified, managed, decided upon."""

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.timeline import happened, holding
from watchkeeper.escalation.facts import Ground
from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.inspection.measures.standing import KEY, by_level, numbered
from watchkeeper.people.facts import AddressKind
from watchkeeper.risk.facts import GRAVE, LEVELS, OverrideKind

PER_CENT = 100  # of an interval, the unit the shelf names
UNSEEN = (*(f"unseen_{level.value.replace(' ', '_')}" for level in LEVELS), "unseen_unknown")


def visits_late(held: dict[str, Table]) -> Table:
    t = _judged(held, "visit_late")
    return rows_of(t, t["visit_late"], age(t, "visit_by"))


def visits_late_grave(held: dict[str, Table]) -> Table:
    t = _judged(held, "visit_late")
    t = t.filter(t["level"].isin([level.value for level in GRAVE]))
    return rows_of(t, t["visit_late"], age(t, "visit_by"))


def unseen_long(held: dict[str, Table]) -> Table:
    t = numbered(held["stood"], held, "unseen_months")
    since = t["unseen_months"].as_interval("M")
    t = t.filter(~t["away"], ~t["reactive"], (t["registered_on"] + since) <= t["asked_on"])
    last = ibis.coalesce(t["seen_on"], t["registered_on"])
    return rows_of(t, (last + since) <= t["asked_on"], t["asked_on"].delta(last, unit="day"))


def undecided(held: dict[str, Table]) -> Table:
    """Not seen for longer than policy allows before somebody of rank decides, and nobody has."""
    t = numbered(_judged(held, "visit_late"), held, *UNSEEN)
    t = t.filter(t["seen_on"].notnull(), t["seen_on"] >= t["registered_on"])
    t = _not_away_since(t, held, "seen_on")
    length = (t["seen_on"] + t["visit_months"].as_interval("M")).cast("date").delta(t["seen_on"], unit="day")
    allowed = (length * by_level(t, "unseen", "unseen_unknown") / PER_CENT).floor().cast("int32")
    t = t.mutate(arose=(t["seen_on"] + (allowed + 1).as_interval("D")).cast("date"))
    t = t.filter(t["arose"] <= t["asked_on"])
    made = held["decisions"].filter(lambda d: d["ground"] == Ground.NO_CONTACT.value)
    made = holding(made, held["days"], "decided_on", "expires_on").select(*KEY, "decided_on")
    last = made.group_by(*KEY).aggregate(decided=made["decided_on"].max())
    t = t.left_join(last, KEY).drop("person_ref_right", "asked_on_right")
    return rows_of(t, ~(t["decided"] >= t["arose"]).fill_null(False), age(t, "arose"))


def no_level(held: dict[str, Table]) -> Table:
    t = held["stood"]
    return rows_of(t, t["level"].isnull(), age(t, "registered_on"))


def no_plan(held: dict[str, Table]) -> Table:
    t = held["stood"]
    return rows_of(t, t["plan_ref"].isnull(), age(t, "registered_on"))


def review_late(held: dict[str, Table]) -> Table:
    t = held["stood"]
    since = ibis.coalesce(t["reviewed_on"], t["registered_on"])
    t = t.mutate(by=(since + t["review_months"].as_interval("M")).cast("date"))
    t = t.filter(t["by"].notnull())
    return rows_of(t, t["by"] < t["asked_on"], age(t, "by"))


def assessments_late(held: dict[str, Table]) -> Table:
    t = _judged(held, "assess_late")
    return rows_of(t, t["assess_late"], age(t, "assess_by"))


def events_unanswered(held: dict[str, Table]) -> Table:
    """Assessed, significant intelligence since, and the time to assess again is over."""
    t = held["stood"]
    t = t.filter(~t["away"], t["assessed_on"].notnull(), t["assessed_on"] >= t["registered_on"])
    t = numbered(t, held, "event_late")
    t = _not_away_since(t, held, "assessed_on")
    grave = held["intelligence"].filter(lambda i: i["significant"].fill_null(False))
    came = grave.select("person_ref", "received_on", "reviewed_on")
    near = t.select(*KEY, "assessed_on", "event_late").inner_join(came, "person_ref")
    unread = near["reviewed_on"].isnull() | (near["reviewed_on"] > near["asked_on"])
    near = near.filter(
        near["received_on"] <= near["asked_on"],
        (near["received_on"] > near["assessed_on"]) | ((near["received_on"] == near["assessed_on"]) & unread),
    )
    first = near.group_by(*KEY).aggregate(event=near["received_on"].min())
    t = t.inner_join(first, KEY)
    return rows_of(t, t["event"] <= t["event_late"], age(t, "event"))


def sign_off_late(held: dict[str, Table]) -> Table:
    t = numbered(held["stood"].filter(lambda t: t["assessed_on"].notnull()), held, "sign_off_late")
    waits = t["signed_off_on"].isnull() | (t["signed_off_on"] > t["asked_on"])
    return rows_of(t, waits & (t["assessed_on"] <= t["sign_off_late"]), age(t, "assessed_on"))


def unread(held: dict[str, Table]) -> Table:
    """Items that came in the year before, each counted on its own."""
    days = held["days"].select("asked_on", "year_ago", "unread_late")
    items = held["intelligence"].select("person_ref", "ref", "received_on", "reviewed_on")
    t = items.join(days, [items["received_on"] <= days["asked_on"], items["received_on"] > days["year_ago"]])
    t = t.inner_join(held["stood"].select(*KEY, "unit"), KEY)
    waits = t["reviewed_on"].isnull() | (t["reviewed_on"] > t["asked_on"])
    return rows_of(t, waits & (t["received_on"] <= t["unread_late"]), age(t, "received_on"), ref="ref")


def unflagged(held: dict[str, Table]) -> Table:
    t = numbered(held["stood"].filter(lambda t: t["registered_on"].notnull()), held, "unflagged_late")
    missing = t["flag_on"].isnull() | (t["flag_on"] > t["asked_on"])
    return rows_of(t, missing & (t["registered_on"] <= t["unflagged_late"]), age(t, "registered_on"))


def annual_late(held: dict[str, Table]) -> Table:
    t = _judged(held, "annual_late")
    roofless = holding(held["addresses"], held["days"]).filter(lambda a: a["kind"] == AddressKind.FOUND.value)
    t = t.anti_join(roofless, KEY)
    return rows_of(t, t["annual_late"], age(t, "annual_by"))


def no_home(held: dict[str, Table]) -> Table:
    t = held["stood"].filter(lambda t: ~t["away"])
    known = held["addresses"].mutate(
        since=lambda a: a["since"].fill_null(ibis.literal("0001-01-01").cast("date"))
    )
    homes = holding(known, held["days"]).filter(lambda a: a["kind"] != AddressKind.OTHER.value)
    homes = homes.select(*KEY).distinct().mutate(home=True)
    t = t.left_join(homes, KEY).drop("person_ref_right", "asked_on_right")
    return rows_of(t, t["home"].isnull(), age(t, "registered_on"))


def unmanaged(held: dict[str, Table]) -> Table:
    t = _managed(held)
    return rows_of(
        t,
        ~t["in_hand"],
        t["asked_on"].delta(ibis.coalesce(t["left_on"], t["registered_on"]), unit="day"),
    )


def untrained(held: dict[str, Table]) -> Table:
    """Of people somebody in post manages: whoever lacks one of the courses of policy."""
    t = numbered(_managed(held), held, "courses")
    t = t.filter(t["in_hand"])
    passed = holding(held["training"], held["days"], "awarded_on", "expires_on")
    passed = passed.inner_join(held["days"].select("asked_on", "manager_courses"), "asked_on")
    name = ibis.literal(";") + passed["course"].lower() + ";"
    passed = passed.filter(passed["manager_courses"].contains(name))
    held_by = passed.group_by(manager="officer_ref", asked_on="asked_on").aggregate(
        passed=lambda p: p["course"].nunique()
    )
    t = t.left_join(held_by, ["manager", "asked_on"]).drop("manager_right", "asked_on_right")
    return rows_of(t, t["passed"].fill_null(0) < t["courses"], age(t, "managed_since"))


def overrides_past(held: dict[str, Table]) -> Table:
    """Overrides that still decide the level or the interval on the day."""
    t = happened(held["overrides"], held["days"], "since")
    level = held["levelled"].select(*KEY, level_ref="ref")
    now = held["stood"].select(*KEY, "unit", "plan_ref")
    t = t.inner_join(now, KEY)
    t = t.left_join(level, KEY).drop("person_ref_right", "asked_on_right")
    stands = (t["kind"] == OverrideKind.LEVEL.value).ifelse(
        t["about"] == t["level_ref"], t["about"] == t["plan_ref"]
    )
    t = t.filter(stands.fill_null(False))
    return rows_of(t, t["until"] <= t["asked_on"], age(t, "until"), ref="ref")


def reactive(held: dict[str, Table]) -> Table:
    t = held["stood"].filter(lambda t: ~t["away"])
    return rows_of(t, t["reactive"], age(t, "seen_on"))


def tried_and_unseen(held: dict[str, Table]) -> Table:
    """Somebody knocked after the person was last seen, and nobody has met them since."""
    t = held["stood"].filter(lambda t: ~t["away"] & t["tried_on"].notnull())
    since = (t["tried_on"] > t["seen_on"]).fill_null(True)
    return rows_of(t, since, age(t, "tried_on"))


def _judged(held: dict[str, Table], late: str) -> Table:
    return held["judged"].filter(lambda t: t[late].notnull())


def _not_away_since(rows: Table, held: dict[str, Table], day: str) -> Table:
    """Rows of people of whom no absence ended after a day of theirs."""
    over = held["absences"].select(*KEY, back="until")
    back = rows.select(*KEY, day).inner_join(over, KEY)
    return rows.anti_join(back.filter(back["back"] > back[day]).select(*KEY).distinct(), KEY)


def _managed(held: dict[str, Table]) -> Table:
    t = held["stood"]
    officers = held["officers"].select(manager="ref", left="until")
    t = t.left_join(officers, "manager")
    in_hand = t["manager_right"].notnull() & (t["left"].isnull() | (t["left"] > t["asked_on"]))
    return t.mutate(in_hand=in_hand.fill_null(False)).drop("manager_right")
