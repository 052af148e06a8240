"""What was notified, and which changes were: the twins of `rules.notification` and `rules.changes`."""

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.declared import newest
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.facts import PRESCRIBED, Matter, NotificationKind

DETAINED = (AwayKind.REMAND.value, AwayKind.CUSTODY.value, AwayKind.HOSPITAL.value)
SAYS_SOMETHING = r"[^;\s]"  # in a list of items parted by semicolons
SERVED = (AwayKind.CUSTODY.value, AwayKind.HOSPITAL.value)


def notified(notifications: Table, away: Table, asked: Table) -> Table:
    """What each person's notifications amount to. Only complete ones count, s.83(5)."""
    known = _given(notifications, asked)
    complete = known.filter(known["complete"])
    release = _first_release(away, asked)
    told = complete.left_join(release, "person_ref")
    prescribed = (told["kind"] == NotificationKind.CHANGE.value) & told["matter"].isin(
        [matter.value for matter in sorted(PRESCRIBED)]
    )
    days = told.group_by("person_ref").aggregate(
        first_on=told["notified_on"].min(),
        any_on=told["notified_on"].max(),
        last_prescribed_on=told["notified_on"].max(where=prescribed),
        since_release_on=told["notified_on"].min(where=told["notified_on"] >= told["released_on"]),
        detained=ibis.coalesce(told["detained"].max(), 0),
    )
    moves = told.filter(told["prescribed_restarts"] | ~prescribed)
    last = newest(moves.select("person_ref", "notified_on", "ref"), "notified_on", "ref")
    last = last.select("person_ref", last_on="notified_on", last_ref="ref")
    begun = moves.select("person_ref", "notified_on", "late_since").distinct()
    before = begun["notified_on"].max(where=begun["notified_on"] <= begun["late_since"])
    begun = begun.mutate(before=before.over(ibis.window(group_by="person_ref")))
    begun = begun.filter(
        (begun["notified_on"] > begun["late_since"]) | (begun["notified_on"] == begun["before"])
    )
    text = begun["notified_on"].cast("string")
    restarts = begun.group_by("person_ref").aggregate(
        restarts=text.group_concat(";", order_by=begun["notified_on"])
    )
    lacking = newest(known.filter(~known["complete"]), "notified_on", "ref")
    lacking = lacking.select("person_ref", incomplete_on="notified_on", incomplete_items="items_missing")
    people = known.select("person_ref").distinct()
    found = people.left_join(days, "person_ref").drop("person_ref_right")
    found = found.left_join(last, "person_ref").drop("person_ref_right")
    found = found.left_join(restarts, "person_ref").drop("person_ref_right")
    found = found.left_join(lacking, "person_ref").drop("person_ref_right")
    stands = found["any_on"].isnull() | (found["any_on"] < found["incomplete_on"])
    return found.select(
        "person_ref",
        "first_on",
        "last_on",
        last_ref=ibis.coalesce(found["last_ref"], ""),
        last_prescribed_on=found["last_prescribed_on"],
        first_since_release_on=(found["detained"] == 1).ifelse(found["since_release_on"], found["first_on"]),
        incomplete_on=stands.ifelse(found["incomplete_on"], ibis.null("date")),
        incomplete_items=ibis.coalesce(stands.ifelse(found["incomplete_items"], ""), ""),
        restarts=ibis.coalesce(found["restarts"], ""),
    ).order_by("person_ref")


def answered(changes: Table, notifications: Table, asked: Table) -> Table:
    """Each change with the notification that answers it, and each advance notice of none."""
    known = _given(notifications, asked)
    happened = changes.cross_join(asked)
    happened = happened.filter(happened["happened_on"] <= happened["asked_on"]).select(
        "person_ref", "ref", "matter", "happened_on"
    )
    happened = happened.union(_told(happened, known))
    complete = known.filter(known["complete"]).select(
        *("person_ref", "ref", "kind", "matter", "stated_for", "notified_on")
    )
    notices = complete.filter(complete["stated_for"].notnull(), complete["matter"] != "")
    notices = notices.select("person_ref", "matter", "stated_for", notice_ref="ref", advance_on="notified_on")
    owned = _owned(happened, notices)
    stood = ibis.row_number().over(
        ibis.window(group_by="ref", order_by=[ibis.desc(owned["advance_on"]), ibis.desc(owned["notice_ref"])])
    )
    standing = owned.mutate(place=stood).filter(lambda t: t["place"] == 0)
    standing = standing.select("person_ref", "ref", "stated_for", "advance_on")
    came = happened.left_join(_replies(happened, complete), ["person_ref", "ref"]).drop(
        "person_ref_right", "ref_right"
    )
    came = came.left_join(standing, ["person_ref", "ref"]).select(
        *("person_ref", "ref", "matter", "happened_on", "answered_on", "stated_for", "advance_on")
    )
    waiting = _waiting(notices, owned, complete)
    every = came.union(waiting.select(came.columns))
    return every.order_by(
        "person_ref",
        every["happened_on"].isnull().ifelse(1, 0),
        ibis.coalesce(every["happened_on"], every["advance_on"]),
        "ref",
    )


def _given(notifications: Table, asked: Table) -> Table:
    known = notifications.cross_join(asked)
    known = known.filter(known["notified_on"] <= known["asked_on"])
    return known.mutate(complete=~known["items_missing"].re_search(SAYS_SOMETHING))


def _told(recorded: Table, known: Table) -> Table:
    """Each change that nobody recorded and a notification dates, by the first that does."""
    dated = known.filter(
        known["kind"] == NotificationKind.CHANGE.value,
        known["matter"] != "",
        known["stated_for"].isnull(),
        known["happened_on"] <= known["notified_on"],
    )
    first = ibis.row_number().over(
        ibis.window(
            group_by=["person_ref", "matter", "happened_on"], order_by=[dated["notified_on"], dated["ref"]]
        )
    )
    dated = dated.mutate(first=first).filter(lambda t: t["first"] == 0)
    dated = dated.anti_join(recorded, ["person_ref", "matter", "happened_on"])
    return dated.select("person_ref", "ref", "matter", "happened_on")


def _first_release(away: Table, asked: Table) -> Table:
    """The first release, from a sentence or hospital where there was one, and that there was detention."""
    begun = away.cross_join(asked)
    begun = begun.filter(begun["kind"].isin(DETAINED), begun["since"] <= begun["asked_on"])
    over = begun["until"] <= begun["asked_on"]
    served = begun["kind"].isin(SERVED)
    found = begun.group_by("person_ref").aggregate(
        served=served.cast("int8").max(),
        from_sentence=begun["until"].min(where=over & served),
        from_any=begun["until"].min(where=over),
    )
    return found.select(
        "person_ref",
        released_on=(found["served"] == 1).ifelse(found["from_sentence"], found["from_any"]),
        detained=ibis.literal(1, "int8"),
    )


def _owned(happened: Table, notices: Table) -> Table:
    """Each advance notice with the first change of its matter to happen once it was given."""
    pairs = notices.inner_join(happened, ["person_ref", "matter"])
    pairs = pairs.filter(pairs["happened_on"] >= pairs["advance_on"])
    first = ibis.row_number().over(
        ibis.window(group_by="notice_ref", order_by=[pairs["happened_on"], pairs["ref"]])
    )
    return pairs.mutate(first=first).filter(lambda t: t["first"] == 0).drop("first")


def _replies(happened: Table, complete: Table) -> Table:
    """The first notification that tells of each change."""
    told = complete.filter(complete["stated_for"].isnull()).select(
        "person_ref", "kind", "notified_on", told_matter="matter"
    )
    pairs = happened.inner_join(told, "person_ref")
    pairs = pairs.filter(
        pairs["notified_on"] >= pairs["happened_on"],
        (pairs["told_matter"] == pairs["matter"])
        | (pairs["kind"] == NotificationKind.INITIAL.value)
        | (pairs["matter"] == Matter.RELEASE.value),
    )
    return pairs.group_by(["person_ref", "ref"]).aggregate(answered_on=pairs["notified_on"].min())


def _waiting(notices: Table, owned: Table, complete: Table) -> Table:
    """Advance notices that belong to no change, and the next notification of the same matter."""
    alone = notices.anti_join(owned, "notice_ref")
    later = complete.select("person_ref", "matter", "notified_on")
    pairs = alone.left_join(
        later,
        [
            alone["person_ref"] == later["person_ref"],
            alone["matter"] == later["matter"],
            later["notified_on"] > alone["advance_on"],
        ],
    )
    found = pairs.group_by(["person_ref", "notice_ref", "matter", "stated_for", "advance_on"]).aggregate(
        answered_on=pairs["notified_on"].min()
    )
    return found.mutate(ref=found["notice_ref"], happened_on=ibis.null("date"))
