"""Stays away from home nobody was told of, month by month, held against the plain rule on generated stays."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tools.healthy import hold
from watchkeeper.engine.engines import Embedded, chosen
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.running import stand
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY, last_day, month_before
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import AwayKind, Person, Sex
from watchkeeper.registers.facts import Duty, Stay, Subject
from watchkeeper.registers.rules.stays import qualifying_day, stays
from watchkeeper.synth.history import Row

DAYS = (*asking.month_ends(ON, 14), ON)[:-1]
REGISTERED = date(2025, 3, 10)
type Life = tuple[date | None, list[Stay], list[tuple[date, date | None]]]


def lives(seed: int, many: int) -> dict[str, Life]:
    """Stays of so many people at one or two addresses, a night or weeks long, some told of, some away."""
    random, found = Random(seed), {}
    for number in range(many):
        who = f"P{number:03}"
        made = []
        begun = ON - random.choice((3, 12, 40, 200, 420, 700)) * DAY
        for at in range(random.choice((1, 1, 2, 3, 9))):
            begun += random.choice((0, 1, 2, 20, 60, 180, 358, 365)) * DAY
            long = random.choice((0, 1, 1, 2, 3, 6, 7, 8, 30))
            until = None if random.random() < 0.15 else begun + long * DAY
            place = random.choice(("aunt", "aunt", "friend"))
            made.append(Stay(f"{who}-{at}", place, begun, until, random.random() < 0.12))
            begun = until or begun
        spans = []
        if random.random() < 0.25:
            gone = made[0].since + random.choice((-2, 5, 6, 7, 8, 9, 10, 30)) * DAY
            spans.append((gone, random.choice((None, gone + DAY, gone + 3 * DAY))))
        found[who] = random.choice((None, REGISTERED)), made, spans
    return found


def rows(of: dict[str, Life]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for who, (since, made, spans) in of.items():
        finding = {"finding": "conviction", "relevant_date": since or date(2011, 1, 1)}
        found["people"].append({"ref": who, "unit": "NW"})
        found["disposals"].append({"person_ref": who, "ref": f"D{who}"} | finding)
        for each in made:
            told = "yes" if each.notified else "no"
            place = {"at": each.at, "since": each.since, "until": each.until, "notified": told}
            found["stays"].append({"person_ref": who, "ref": each.ref} | place)
        for at, (gone, back) in enumerate(spans):
            away = {"kind": AwayKind.CUSTODY.value, "since": gone, "until": back}
            found["away"].append({"person_ref": who, "ref": f"A{who}-{at}"} | away)
    return found


def by_the_rule(of: dict[str, Life], law: Shelf, on: date) -> dict[str, bool]:
    """Of each address whose last day fell in the month up to a day, nobody away: whether nobody was told."""
    found = {}
    for who, (since, made, spans) in of.items():
        begins = since or date(2011, 1, 1)
        if begins > on:
            continue
        places: dict[str, list[Stay]] = defaultdict(list)
        for each in made:
            places[each.at].append(each)
        subject = Subject(Person(who, "", "", None, Sex.NOT_RECORDED, ""), (), (), stays=tuple(made))
        owed = {due.about: due.by for due in stays(subject, begins, (), law, on=on) if due.duty is Duty.STAY}
        for here in places.values():
            over = qualifying_day(here, law, since=begins, on=on)
            if over is None:
                continue
            by = last_day(law["change_notification_days"].whole(over), beginning_with=over)
            assert by is not None
            gone = any(since <= by and (until is None or until > over) for since, until in spans)
            if month_before(on) <= by < on and not gone:
                ref = min(each.ref for each in here)
                told = any(each.notified for each in here)
                assert owed.get(ref) == (None if told else by)
                found[ref] = not told
    return found


def told(of: dict[str, Life], law: Shelf, england: Calendar, *days: date) -> dict[date, Any]:
    made, found = rows(of), {day: {} for day in days}
    with chosen("duckdb") as engine:
        assert isinstance(engine, Embedded)
        for pull in asking.pulls():
            hold(engine, pull, made.get(pull.name, []))
        asked = stand(engine, law, england, on=days)
        for row in engine.take(asked.page("stays_untold")).to_pylist():
            assert row["ref"] not in found[row["asked_on"]]
            found[row["asked_on"]][row["ref"]] = row["counts"]
    return found


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_stay_is_of_the_month_of_its_last_day_and_untold_as_the_rule_says(
    seed: int, law: Shelf, england: Calendar
) -> None:
    of = lives(seed, 120)
    said = told(of, law, england, *DAYS)
    assert said == {on: by_the_rule(of, law, on) for on in DAYS}
    assert told(of, law, england, ON) == {ON: said[ON]}, "asked alone it is told the same"
    months = Counter(ref for on in DAYS[:-1] for ref in said[on])
    assert not months or max(months.values()) == 1, "a stay is in one month"


def test_the_generated_stays_are_of_every_kind(law: Shelf) -> None:
    of = lives(1, 600)
    found = [each for on in DAYS for each in by_the_rule(of, law, on).values()]
    assert 20 < sum(found) < len(found) - 10
    assert timedelta(days=1) == DAY
