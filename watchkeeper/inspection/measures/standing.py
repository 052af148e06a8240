"""Everybody on the register on every day asked about, with the facts that stood: what measures count."""

from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.timeline import Dated, beside, happened, holding, latest, newest_by
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.spells import first_days
from watchkeeper.risk.facts import LEVELS
from watchkeeper.visits.facts import Outcome

ALLOWED = ("first_visit_days", "short_absence_days", "assess_first_days", "assess_months", "annual_months")
SEEN = [each.value for each in Outcome if each.successful]
SAYS_SOMETHING = r"[^;\s]"
KEY = ("person_ref", "asked_on")
LEVELLED = tuple(
    f"{prefix}_{level.value.replace(' ', '_')}" for prefix in ("visit", "review") for level in LEVELS
)
LEVELLED += ("visit_strictest", "review_strictest")
"""Numbers of policy that hang on the level."""


def on_register(held: dict[str, Table]) -> Table:
    """Everybody on the register on each day. Of those in `together` the rule itself was asked."""
    spells = held["spells"]
    plain = spells.filter(~spells["together"]).select("person_ref", "since", "until")
    every = plain.union(held["reckoned"].select("person_ref", "since", "until"))
    known = every.semi_join(held["people"], every["person_ref"] == held["people"]["ref"])
    return holding(known, held["days"]).select(*KEY).distinct()


def stood(held: dict[str, Table]) -> Table:
    """One row for each person and day: level, interval, when last seen, assessed and notified, whose."""
    days = held["days"]
    visits, notices = held["visits"], held["notifications"]
    people = held["people"].select(person_ref="ref", unit="unit", flag_on="intelligence_flag_on")
    counted = notices.filter(~notices["items_missing"].re_search(SAYS_SOMETHING))
    dated = latest(
        days,
        Dated(visits, "day", {"seen_on": _met, "tried_on": _went}),
        Dated(held["reviews"], "reviewed_on", {"reviewed_on": None}),
        Dated(counted, "notified_on", {"notified_on": None, "annual_from": _restarts}),
        Dated(held["managers"], "until", {"left_on": None}),
    )
    plans = newest_by(
        _approved(held["plans"]), days, ("made_on", "ref"), ("visit_every_months", "reactive", "longer_from")
    )
    assessed = newest_by(
        held["assessments"], days, ("completed_on", "ref"), ("signed_off_on",), where=_dynamic
    )
    parts = [
        dated,
        held["levelled"].select(*KEY, "level"),
        plans.drop("made_on").rename(plan_ref="ref"),
        assessed.select(*KEY, "signed_off_on", assessed_on="completed_on", assessed_ref="ref"),
        holding(held["away"], days).select(*KEY).distinct().mutate(away=True),
        held["managed"],
    ]
    whole = held["on_register"].inner_join(people, "person_ref")
    whole = whole.left_join(first_days(held), "person_ref").drop("person_ref_right")
    for part in parts:
        whole = beside(whole, part, *KEY)
    whole = numbered(whole, held, *LEVELLED)
    ordered = (whole["ordered"] <= whole["asked_on"]).ifelse(whole["ordered"], ibis.null("date"))
    found = (whole["found"] <= whole["asked_on"]).ifelse(whole["found"], ordered)
    return whole.select(
        *KEY,
        *("unit", "flag_on", "level", "plan_ref", "visit_every_months", "seen_on", "tried_on"),
        *("assessed_on", "assessed_ref", "signed_off_on", "reviewed_on", "notified_on", "annual_from"),
        *("manager", "managed_since", "left_on"),
        registered_on=found,
        away=whole["away"].fill_null(False),
        reactive=whole["reactive"].fill_null(False),
        visit_months=_interval(whole),
        review_months=_of_level(whole, "review", "review_strictest"),
    )


def levelled(held: dict[str, Table]) -> Table:
    """The newest level of everybody of whom one was ever set, on the register or not."""
    return newest_by(held["levels"], held["days"], ("set_on", "ref"), ("level",)).drop("set_on")


def numbered(table: Table, held: dict[str, Table], *names: str) -> Table:
    """Rows with numbers of policy of the day asked about beside them."""
    return table.inner_join(held["days"].select("asked_on", *names), "asked_on")


def by_level(table: Table, prefix: str, otherwise: str) -> Any:
    """The number of policy for the level of each row."""
    return _of_level(table, prefix, otherwise)


def managed(held: dict[str, Table]) -> Table:
    """Who manages each person on each day: of several spells that hold the newest."""
    now = holding(held["managers"], held["days"])
    packed = ibis.struct({name: now[name] for name in ("since", "ref", "officer_ref")})
    now = now.group_by(*KEY).aggregate(kept=packed.max())
    return now.select(*KEY, manager=now["kept"]["officer_ref"], managed_since=now["kept"]["since"])


def absences(held: dict[str, Table]) -> Table:
    """Absences over by each day, for clocks that release or return moves; `touching` are read as one."""
    away = held["away"]
    other = away.select(whose="person_ref", other="ref", begun="since", ended="until")
    met = away.inner_join(
        other,
        [
            away["person_ref"] == other["whose"],
            away["ref"] != other["other"],
            other["begun"] <= away["until"],
            other["ended"].isnull() | (other["ended"] >= away["since"]),
        ],
    )
    touching = met.select(of="person_ref").distinct()
    over = happened(away.filter(away["until"] > away["since"]), held["days"], "until")
    over = over.left_join(touching, over["person_ref"] == touching["of"])
    return over.select(
        *KEY,
        "since",
        "until",
        released=over["kind"] != AwayKind.ABROAD.value,
        touching=over["of"].notnull(),
    )


def _met(visits: Table) -> Any:
    return visits["outcome"].isin(SEEN)


def _went(visits: Table) -> Any:
    return visits["outcome"] != Outcome.CALLED_OFF.value


def _dynamic(table: Table) -> Any:
    name = ibis.literal(";") + table["instrument"].lower() + ";"
    return table["dynamic_instruments"].contains(name)


def _restarts(table: Table) -> Any:
    from watchkeeper.registers.facts import PRESCRIBED, NotificationKind

    prescribed = (table["kind"] == NotificationKind.CHANGE.value) & table["matter"].isin(
        [matter.value for matter in sorted(PRESCRIBED)]
    )
    return table["restarts"] | ~prescribed


def _of_level(table: Table, prefix: str, otherwise: str) -> Any:
    cases = [
        (table["level"] == each.value, table[f"{prefix}_{each.value.replace(' ', '_')}"]) for each in LEVELS
    ]
    return ibis.cases(*cases, else_=table[otherwise])


def _approved(plans: Table) -> Table:
    """Plans with the day from which a longer interval than the force's is approved, and for a reason."""
    stands = (plans["approved_by"] != "") & plans["deviation_reason"].re_search(r"\S")
    return plans.select(
        *("person_ref", "ref", "made_on", "visit_every_months", "reactive"),
        longer_from=stands.ifelse(plans["approved_on"], ibis.null("date")),
    )


def _interval(table: Table) -> Any:
    """Months between visits: `visits.rules.frequency.interval`."""
    force = _of_level(table, "visit", "visit_strictest")
    asked = table["visit_every_months"]
    approved = table["level"].notnull() & (table["longer_from"] <= table["asked_on"]).fill_null(False)
    shorter = ((asked > 0) & (asked < force)).fill_null(False)
    longer = ((asked > force) & approved).fill_null(False)
    return (shorter | longer).ifelse(asked, force)


def judged(held: dict[str, Table]) -> Table:
    """Of each row of `stood`: whether the next visit, assessment and annual notification are late.

    Blank where only the rule can tell: several absences since, or reactive management. Nobody out of
    reach is late.
    """
    t = held["stood"].select(
        *KEY,
        *("unit", "level", "registered_on", "away", "reactive"),
        *("seen_on", "visit_months", "assessed_on", "notified_on", "annual_from"),
    )
    t = beside(numbered(t, held, *ALLOWED), held["repeats"], *KEY)
    t = t.mutate(
        assess_months=ibis.least(t["assess_months"], ibis.coalesce(t["own_months"], t["assess_months"]))
    )
    fresh, done = _since_registered(t, "seen_on"), _since_registered(t, "assessed_on")
    rows = t.mutate(
        visit_after=fresh.ifelse(t["seen_on"], t["registered_on"]),
        visit_by=fresh.ifelse(
            t["seen_on"] + t["visit_months"].as_interval("M"),
            t["registered_on"] + t["first_visit_days"].as_interval("D"),
        ).cast("date"),
        assess_after=done.ifelse(t["assessed_on"], t["registered_on"]),
        assess_by=done.ifelse(
            t["assessed_on"] + t["assess_months"].as_interval("M"),
            t["registered_on"] + t["assess_first_days"].as_interval("D"),
        ).cast("date"),
        annual_by=(t["annual_from"] + t["annual_months"].as_interval("M")).cast("date"),
    )
    t = rows
    for part in (
        _absent(rows, held["absences"], "visit"),
        _absent(rows, held["absences"], "assess"),
        _held_open(rows, held["away"]),
    ):
        t = beside(t, part, *KEY)
    visit_by, visit_late = _carried(t, "visit", "first_visit_days", ~t["away"] & ~t["reactive"])
    assess_by, assess_late = _carried(t, "assess", "assess_first_days", ~t["away"])
    told = t["annual_from"].notnull() & ~(t["notified_on"] < t["registered_on"]).fill_null(False)
    known = told & t["held_open"].isnull()
    return t.select(
        *KEY,
        *("unit", "level", "registered_on", "seen_on", "visit_months", "annual_by"),
        visit_by=visit_by,
        visit_late=visit_late,
        assess_by=assess_by,
        assess_late=assess_late,
        annual_late=known.ifelse(t["annual_by"] < t["asked_on"], ibis.null("boolean")),
    )


def _since_registered(rows: Table, day: str) -> Any:
    """Whether it was done at all, and since the person came on the register."""
    return rows[day].notnull() & (rows["registered_on"].isnull() | (rows[day] >= rows["registered_on"]))


def _absent(rows: Table, over: Table, duty: str) -> Table:
    """The absences over since a duty was last done: how many, from when to when, whether one is a release."""
    after = f"{duty}_after"
    since = rows.select(*KEY, after).inner_join(over, KEY)
    since = since.filter(since[after].isnull() | (since["until"] > since[after]))
    return since.group_by(*KEY).aggregate(
        **{
            f"{duty}_many": since.count(),
            f"{duty}_gone": since["since"].max(),
            f"{duty}_back": since["until"].max(),
            f"{duty}_released": since["released"].any(),
            f"{duty}_touching": since["touching"].any(),
        }
    )


def _carried(t: Table, duty: str, allowed: str, asked: Any) -> tuple[Any, Any]:
    """The day of a duty as `risk.rules.absence.carried` has it after one absence, and whether it is late.

    Blank after several, and where it is not asked.
    """
    by, gone, back, released = (t[f"{duty}_{name}"] for name in ("by", "gone", "back", "released"))
    afresh = (back + t[allowed].as_interval("D")).cast("date")
    long = back.delta(gone, unit="day") >= t["short_absence_days"]
    moves = ibis.cases((by.isnull(), released), (by < gone, released & long), else_=released | (by < afresh))
    many = t[f"{duty}_many"]
    moved = (many.notnull() & moves.fill_null(False)).ifelse(afresh, by)
    sure = asked & (many.isnull() | ((many == 1) & ~t[f"{duty}_touching"]))
    return moved, sure.ifelse(moved < t["asked_on"], ibis.null("boolean"))


def _held_open(rows: Table, away: Table) -> Table:
    """Rows whose annual period an absence covers: one that would end while away is held open, s.85(3)."""
    spans = away.select("person_ref", gone="since", back="until")
    t = rows.select(*KEY, "annual_by").inner_join(spans, "person_ref")
    t = t.filter(t["gone"] <= t["annual_by"], t["back"].isnull() | (t["back"] >= t["annual_by"]))
    return t.select(*KEY).distinct().mutate(held_open=True)
