"""What is known of a person's risk on a day: the newest of each, and since when it has been low."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.risk.facts import Assessment, Intelligence, Level, Outlook, Plan, Review, SetLevel
from watchkeeper.risk.rules.outlook import outlook

ON = date(2026, 3, 20)
LAW = shelf.load()


def known(levels=(), assessments=(), plans=(), reviews=(), intelligence=(), away=(), on=ON) -> Outlook:
    return outlook(
        levels,
        assessments,
        plans,
        reviews,
        intelligence,
        LAW,
        on_licence=False,
        registered_on=date(2020, 1, 1),
        away=tuple(away),
        on=on,
    )


def levels(text: str) -> list[SetLevel]:
    """Levels as `low 1, high 9`: a level and the day of March 2026 it was set."""
    made = []
    for number, each in enumerate(filter(None, text.split(", "))):
        name, day = each.rsplit(" ", 1)
        made.append(SetLevel(f"L{number}", Level(name), date(2026, 3, int(day)), "O1"))
    return made


@table("""
    case                                    | history                | level  | low_since
    ----------------------------------------|------------------------|--------|----------
    nobody has set a level                  |                        |        |
    one level                               | low 2                  | low    | 2
    the newest counts, in whatever order    | high 9, low 2          | high   |
    low said again does not start it anew   | low 2, low 9           | low    | 2
    a rise breaks the run                   | low 2, medium 5, low 9 | low    | 9
    of two on a day the higher ref counts   | low 9, high 9          | high   |
    high and then low on a day begins there | low 2, high 9, low 9   | low    | 9
    a level set on the day counts           | high 20                | high   |
    a level set tomorrow is not known       | low 2, high 21         | low    | 2
    """)
def test_the_level_and_since_when_it_is_low(history, level, low_since):
    got = known(levels=levels(history))
    assert (got.level.level if got.level else "") == level
    assert (str(got.level_low_since.day) if got.level_low_since else "") == low_since


@table("""
    case                                     | item                   | kept
    -----------------------------------------|------------------------|-----
    unread is kept                           | received 2             | yes
    read is let go                           | received 2 read 3      | no
    read today is let go                     | received 2 read 20     | no
    read tomorrow is still unread            | received 2 read 21     | yes
    received today is kept                   | received 20            | yes
    received tomorrow is not known           | received 21            | no
    significant and read, nothing assessed   | significant 2 read 3   | no
    """)
def test_which_intelligence_is_kept(item, kept):
    words = item.split()
    made = Intelligence(
        "I1",
        date(2026, 3, int(words[1])),
        words[0] == "significant",
        date(2026, 3, int(words[3])) if len(words) > 2 else None,
    )
    assert (known(intelligence=[made]).intelligence == (made,)) is (kept == "yes")


@table("""
    case                                          | assessed | kept
    ----------------------------------------------|----------|-----
    the first of three since the assessment       | 1        | I2
    an item of the assessment's own day is past   | 2        | I3
    the assessment came after them all            | 4        |
    """)
def test_the_first_significant_item_since_the_assessment_is_kept_though_read(assessed, kept):
    read = [Intelligence(f"I{n}", date(2026, 3, n), True, date(2026, 3, n)) for n in (4, 2, 3)]
    done = [Assessment("S", "ARMS", date(2026, 3, int(assessed)))]
    assert [item.ref for item in known(intelligence=read, assessments=done).intelligence] == kept.split()


@table("""
    case                                          | history                | stands
    ----------------------------------------------|------------------------|-------
    the newest                                    | ARMS 2, ARMS 9         | ARMS 9
    a newer static score does not hide it         | ARMS 2, RM2000 9       | ARMS 2
    in whatever case it is written                | arms 2, RM2000 9       | arms 2
    a static score stands where there is no other | RM2000 2, OGRS 9       | OGRS 9
    """)
def test_an_assessment_of_changing_risk_stands_before_any_other(history, stands):
    made = [each.rsplit(" ", 1) for each in history.split(", ")]
    done = [Assessment(f"S{n}", name, date(2026, 3, int(day))) for n, (name, day) in enumerate(made)]
    got = known(assessments=done).assessed
    assert got is not None
    assert f"{got.instrument} {got.completed_on.day}" == stands


def test_intelligence_is_listed_oldest_first_and_its_last_day_is_told_although_all_is_read():
    items = [Intelligence("B", date(2026, 3, 3)), Intelligence("A", date(2026, 3, 3)), Intelligence("C", ON)]
    got = known(intelligence=items)
    assert [item.ref for item in got.intelligence] == ["A", "B", "C"]
    assert got.last_intelligence_on == ON
    read = [Intelligence("A", date(2026, 3, 3), reviewed_on=date(2026, 3, 3))]
    assert known(intelligence=read).last_intelligence_on == date(2026, 3, 3)
    assert known(intelligence=read).intelligence == ()


def test_the_newest_of_each_kind_not_later_than_the_day():
    days = [date(2026, 3, 19), ON, ON, date(2026, 3, 21)]
    refs = ["A", "C", "B", "D"]
    got = known(
        assessments=[Assessment(ref, "ARMS", day) for ref, day in zip(refs, days, strict=True)],
        plans=[Plan(ref, day) for ref, day in zip(refs, days, strict=True)],
        reviews=[Review(ref, day, "O1") for ref, day in zip(refs, days, strict=True)],
    )
    assert got.assessed is not None
    assert got.plan is not None
    assert got.reviewed is not None
    assert (got.assessed.ref, got.plan.ref, got.reviewed.ref) == ("C", "C", "C")


@table("""
    case                                         | spans                 | since
    ---------------------------------------------|-----------------------|------
    never away                                   |                       |
    released today is at liberty today           | custody 1-20          | 20
    released tomorrow is away today              | custody 1-21          |
    away without an end                          | custody 1-            |
    the later of two releases                    | custody 1-5, abroad 8-9 | 9
    remand that became custody has one release   | remand 1-5, custody 5-12 | 12
    released once, and away again                | custody 1-5, custody 18- |
    a spell that has yet to begin                | custody 1-5, custody 25- | 5
    """)
def test_at_liberty_since(spans, since):
    got = known(away=away(spans)).at_liberty_since
    assert (str(got.day) if got else "") == since


def away(text: str) -> list[Away]:
    """Spans as `custody 1-5, abroad 8-`: days of March 2026, an open end when blank."""
    made = []
    for number, each in enumerate(filter(None, text.split(", "))):
        kind, days = each.split(" ")
        first, until = days.split("-")
        made.append(
            Away(
                f"A{number}",
                AwayKind(kind),
                date(2026, 3, int(first)),
                date(2026, 3, int(until)) if until else None,
            )
        )
    return made


march = st.integers(1, 31).map(lambda day: date(2026, 3, day))
set_levels = st.lists(st.tuples(march, st.sampled_from(Level)), max_size=8).map(
    lambda made: [SetLevel(f"L{n}", level, day, "O1") for n, (day, level) in enumerate(made)]
)


@settings(max_examples=100, deadline=None)
@given(history=set_levels, on=march, data=st.data())
def test_the_order_of_the_records_and_what_came_later_change_nothing(history, on, data):
    shuffled = data.draw(st.permutations(history))
    known_then = [one for one in history if one.set_on <= on]
    assert known(levels=history, on=on) == known(levels=shuffled, on=on) == known(levels=known_then, on=on)


@settings(max_examples=100, deadline=None)
@given(history=set_levels, on=march)
def test_a_run_of_low_has_no_other_level_in_it(history, on):
    got = known(levels=history, on=on)
    assert (got.level_low_since is not None) is (got.level is not None and got.level.level is Level.LOW)
    if got.level_low_since is not None:
        within = [one for one in history if got.level_low_since < one.set_on <= on]
        assert {one.level for one in within} <= {Level.LOW}
        first = [one for one in history if one.set_on == got.level_low_since]
        assert Level.LOW in {one.level for one in first}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(march, st.booleans(), st.none() | march), max_size=8), march)
def test_nothing_unread_is_ever_dropped(items, on):
    made = [Intelligence(f"I{n}", *item) for n, item in enumerate(items)]
    kept = set(known(intelligence=made, on=on).intelligence)
    unread = {i for i in made if i.received_on <= on and (i.reviewed_on is None or i.reviewed_on > on)}
    assert unread <= kept
    assert len(kept - unread) <= 1
    assert all(i.received_on < on + timedelta(days=1) for i in kept)
