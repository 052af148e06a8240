"""Crimes in the hands of somebody who may not hold them, held against the plain rules on generated crimes."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tools.healthy import hold
from watchkeeper.crimes.facts import AllocationOverride, Case, Crime, Held, Part, Party, Relationship
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import work
from watchkeeper.engine.engines import Embedded, chosen
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.running import stand
from watchkeeper.law import shelf
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.synth.history import Row
from watchkeeper.workforce.conduct import Fitness, Tutored
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training
from watchkeeper.workforce.fitness import tutors_of
from watchkeeper.workforce.rules.eligibility import Ground, eligible

LAW = shelf.load()
DAYS = (ON - timedelta(days=40), ON - timedelta(days=1), ON)
OPEN = {Ground.POST, Ground.RANK, Ground.ACCREDITATION}
CODES = ("1", "19C", "17A", "86.2", "5D", "8N", "34B", "34A", "49", "49", "8L", "28", "XQ9", "19", "")
NEAR = [ON + timedelta(days=at) for at in (-400, -41, -40, -39, -2, -1, 0, 1, 30)]
PAST = [day for day in NEAR if day < ON - timedelta(days=2)]
COURSES = (
    (),
    ("PIP 1",),
    ("PIP 2", "SCAIDP"),
    ("PIP 1", "PIP 2", "SCAIDP", "SSAIDP", "indecent images tools"),
    ("PIP 3", "SCAIDP", "SSAIDP", "exploitation"),
)
REASONS = ("nobody else is there", "nobody else is there", " ", "")


@dataclass
class Force:
    """Facts as the rules read them, and the same as rows."""

    staff: dict[str, Officer] = field(default_factory=dict)
    tutors: list[Tutored] = field(default_factory=list)
    off: set[str] = field(default_factory=set)
    cases: list[Case] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, **row: Any) -> None:
        self.rows.setdefault(table, []).append({key: _text(value) for key, value in row.items()})


def _text(value: Any) -> Any:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def force(seed: int) -> Force:
    """A few officers, trained, tutored, gone or suspended, and many crimes in their hands, with leave or not."""
    random, made = Random(seed), Force()
    for number in range(7):
        _officer(f"O{number}", random, made)
    for number in range(9):
        spell = Tutored(f"T{number}", *random.choices([*made.staff, "O9"], k=2), *_spell(random))
        made.tutors.append(spell)
        made.add(
            "tutors",
            ref=spell.ref,
            trainee=spell.trainee,
            tutor=spell.tutor,
            since=spell.since,
            until=spell.until,
        )
    for number in range(60):
        _crime(f"C{number:02}", random, made)
    return made


def _spell(random: Random) -> tuple[date, date | None]:
    since, until = random.choice(PAST), random.choice((*[None] * 6, *NEAR))
    return since, until


def _officer(ref: str, random: Random, made: Force) -> None:
    rank = random.choice((Rank.CONSTABLE, Rank.CONSTABLE, Rank.INSPECTOR, Rank.CHIEF_INSPECTOR))
    since, until = (random.choice((*[None] * 20, *NEAR)) for _ in range(2))
    passed = [
        Training(
            Course(name), random.choice((*[PAST[0]] * 9, *NEAR)), random.choice((None, None, None, *NEAR))
        )
        for name in random.choice(COURSES)
    ]
    made.staff[ref] = Officer(ref, rank, Role.INVESTIGATOR, "NW", 1.0, since, until, tuple(passed))
    made.add("officers", ref=ref, rank=rank, role="investigator", unit="NW", since=since, until=until)
    for at, each in enumerate(passed):
        made.add(
            "training",
            ref=f"{ref}-{at}",
            officer_ref=ref,
            course=each.course,
            awarded_on=each.awarded_on,
            expires_on=each.expires_on,
        )
    if random.random() < 0.15:
        made.off.add(ref)
        made.add("suspensions", ref=f"S{ref}", officer_ref=ref, since=PAST[0])


def _crime(ref: str, random: Random, made: Force) -> None:
    reported = datetime(2026, 1, 5, 9, tzinfo=UTC)
    yes_no: tuple[bool | None, ...] = (None, True, False)
    crime = Crime(
        *(ref, reported, random.choice(CODES), "NW", "", random.choice((None, date(2026, 1, 1)))),
        *(
            random.choice(yes_no),
            random.choice(yes_no),
            random.choice((None, 0, 1, 2, 3)),
            random.choice(yes_no),
        ),
    )
    parties = []
    for at in range(random.choice((0, 1, 1, 2, 3))):
        part = random.choice((Part.VICTIM, Part.VICTIM, Part.SUSPECT))
        born = random.choice((None, date(1990, 1, 1), date(2008, 1, 1), date(2008, 1, 2), date(2008, 1, 6)))
        of_force = random.choice(("", "", "", *made.staff)) if part is Part.VICTIM else ""
        relation = random.choice((None, *Relationship))
        parties.append(Party(f"{ref}-{at}", ref, part, "", of_force, born, relation))
    spells, leave = [], []
    for at in range(random.choice((1, 1, 1, 2))):
        spells.append(Held(f"{ref}-{at}", ref, random.choice([*made.staff, "O9"]), *_spell(random)))
    for at in range(random.choice((0, 0, 1, 2))):
        least = [ref for ref, each in made.staff.items() if each.rank is Rank.CHIEF_INSPECTOR]
        who, by = random.choice(spells).officer, random.choice([*least, *least, *made.staff, "O9"])
        since, until = _spell(random)
        until = until or ON + timedelta(days=9)
        leave.append(AllocationOverride(f"{ref}-{at}", ref, who, by, since, until, random.choice(REASONS)))
    made.cases.append(Case(crime, parties=tuple(parties), holdings=tuple(spells), overrides=tuple(leave)))
    _rows(made.cases[-1], made)


def _rows(case: Case, made: Force) -> None:
    crime = case.crime
    made.add(
        "crimes",
        ref=crime.ref,
        reported_at="2026-01-05T09:00:00Z",
        offence=crime.offence,
        unit="NW",
        occurred_on=crime.occurred_on,
        domestic=crime.domestic,
        high_risk=crime.high_risk,
        lines_of_enquiry=crime.lines_of_enquiry,
        street=crime.street,
    )
    for party in case.parties:
        made.add(
            "crime_parties",
            ref=party.ref,
            crime_ref=crime.ref,
            part=party.part,
            officer=party.officer,
            born_on=party.born_on,
            relationship=party.relationship or "",
        )
    for spell in case.holdings:
        held = {"officer_ref": spell.officer, "since": spell.since, "until": spell.until}
        made.add("crime_holdings", ref=spell.ref, crime_ref=crime.ref, **held)
    for leave in case.overrides:
        named = {"officer_ref": leave.officer, "by": leave.by, "reason": leave.reason}
        made.add(
            "allocation_overrides",
            ref=leave.ref,
            crime_ref=crime.ref,
            on=leave.on,
            until=leave.until,
            **named,
        )


def by_the_rules(made: Force, on: date) -> dict[str, bool]:
    """Of each crime that an officer on record holds on a day: whether they may not, on grounds that are open."""
    found = {}
    tutors = tutors_of(sorted(made.tutors, key=lambda each: each.since), made.staff, on=on)
    units = {ref: officer.unit for ref, officer in made.staff.items()}
    for case in made.cases:
        spell = holder(case, on=on)
        if spell is None or spell.officer not in made.staff:
            continue
        tutor = tutors.get(spell.officer)
        stopped = tutor is not None and tutor.ref in made.off
        fitness = Fitness(made.staff[spell.officer], tutor=tutor, tutor_stopped=stopped)
        leave = [
            each for each in case.overrides if each.officer == spell.officer and each.on <= on < each.until
        ]
        newest = max(leave, key=lambda each: (each.on, each.ref), default=None)
        decision = eligible(
            fitness,
            replace(work(case, LAW, on=on, units=units), outside=frozenset()),
            LAW,
            on=on,
            overridden=newest,
            overrider=made.staff.get(newest.by) if newest else None,
        )
        found[case.crime.ref] = any(reason.asks in OPEN for reason in decision.unmet)
    return found


def told(made: Force, law: Shelf, england: Calendar, *days: date) -> dict[date, dict[str, bool]]:
    found: dict[date, dict[str, bool]] = {day: {} for day in days}
    with chosen("duckdb") as engine:
        assert isinstance(engine, Embedded)
        for pull in asking.pulls():
            hold(engine, pull, made.rows.get(pull.name, []))
        asked = stand(engine, law, england, on=days)
        for row in engine.take(asked.page("held_unfit")).to_pylist():
            assert row["ref"] not in found[row["asked_on"]], "a crime is looked at once"
            found[row["asked_on"]][row["ref"]] = row["counts"]
    return found


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_crime_is_in_the_wrong_hands_where_the_rules_say_so(
    seed: int, law: Shelf, england: Calendar
) -> None:
    made = force(seed)
    said = told(made, law, england, *DAYS)
    assert said == {on: by_the_rules(made, on) for on in DAYS}
    assert told(made, law, england, ON) == {ON: said[ON]}, "asked alone it is told the same"


def test_the_generated_crimes_are_in_hands_of_every_sort() -> None:
    found = Counter[bool]()
    stood_in = Counter[bool]()
    for seed in range(20):
        made = force(seed)
        by_rules = by_the_rules(made, ON)
        found.update(by_rules.values())
        alone = by_the_rules(replace(made, tutors=[]), ON)
        stood_in.update(by_rules[ref] != alone[ref] for ref in by_rules)
        without = replace(made, cases=[replace(case, overrides=()) for case in made.cases])
        stood_in.update(by_rules[ref] != each for ref, each in by_the_rules(without, ON).items())
    assert min(found.values()) > 50
    assert stood_in[True] > 20
