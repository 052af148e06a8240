"""The whole register as cases, from a snapshot: the fast twin of `one.case_of`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchkeeper.briefing import asking
from watchkeeper.briefing.columns import Run, placed
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.kept import KEPT, PEOPLE, REDUCED, visit_reads
from watchkeeper.briefing.one import directed, offered, with_assessors
from watchkeeper.briefing.staffing import Staff, staff_of
from watchkeeper.engine.snapshot import Snapshot, listed, open_snapshot, printed
from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Known
from watchkeeper.inspection.facts import Signal, Weekly
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Person
from watchkeeper.registers.facts import Notified, Subject
from watchkeeper.registers.rules.periods import registered_on
from watchkeeper.risk.facts import Outlook
from watchkeeper.risk.packed import own_clocks
from watchkeeper.risk.rules.absence import at_liberty_since
from watchkeeper.risk.rules.scores import not_done, reason_of, still_open
from watchkeeper.visits import facts as visits
from watchkeeper.visits.facts import Contact

PEOPLE_AT_A_TIME = 4_000
"""How many people are turned into facts together: memory, never what comes out."""


@contextmanager
def read_register(
    source: Source,
    law: Shelf,
    *,
    on: date,
    known_at: datetime,
    through: int | None = None,
    unit: str = "",
    officer: str = "",
) -> Iterator[Snapshot]:
    """The register as it stood `on` a day, as known at an instant and up to the act `through`.

    Of the officers of a force, a hundred to each manager of people, those are read whom a fact names.
    With a unit or an officer, as much of it as their brief is made from; some of it may be
    about people who are not in that brief.
    """
    asked, part = asking.asked(law, on=on), asking.part(unit, officer)
    officers = asking.officer_pulls()
    named = {pull.name for pull in officers} if part is None else set[str]()
    pulls = asking.pulls(asked["announced_since"], asking.plans_from(law, on=on))
    with open_snapshot(
        source,
        (pull for pull in pulls if pull.name not in named),
        on=on,
        known=Known(known_at, through),
        asked=asked,
        further=asking.further(law, on=on),
        part=part,
    ) as snapshot:
        if part is None:
            refs = snapshot.ask(asking.named_officers()).column(0).to_pylist()
            snapshot.read_about(source, officers, refs, sparing=True)
        yield snapshot


def loads(snapshot: Snapshot) -> dict[str, dict[str, int]]:
    """Of each officer who manages anybody on the day, how many people at each level.

    Everybody on record counts here, whether or not they are still subject to notification.
    """
    rows = snapshot.reduced("loads")
    found: dict[str, dict[str, int]] = {}
    columns = (rows.column(name).to_pylist() for name in ("officer_ref", "level", "many"))
    for officer, level, many in zip(*columns, strict=True):
        found.setdefault(officer, {})[level] = many
    return found


def announced(snapshot: Snapshot) -> dict[str, tuple[int, int]]:
    """Of each unit, visits attempted in the months looked back at, and those with any notice."""
    rows = snapshot.reduced("announced_by_unit")
    units, made, told = (rows.column(name).to_pylist() for name in ("unit", "made", "announced"))
    return {unit: (many, few) for unit, many, few in zip(units, made, told, strict=True)}


def weekly(snapshot: Snapshot) -> tuple[Weekly, ...]:
    """Each signal of each unit by week, oldest first, from the unit's first week with any."""
    rows = snapshot.reduced("weekly")
    found: dict[tuple[str, str], dict[int, int]] = {}
    columns = (rows.column(name).to_pylist() for name in ("signal", "unit", "week", "many"))
    for signal, unit, week, many in zip(*columns, strict=True):
        found.setdefault((signal, unit), {})[week] = many
    return tuple(
        Weekly(Signal(signal), unit, tuple(counts.get(week, 0) for week in range(max(counts), -1, -1)))
        for (signal, unit), counts in sorted(found.items())
    )


@dataclass(frozen=True, slots=True)
class Rows:
    """All that the cases of some people are made from, as Arrow tables sorted by person."""

    on: date
    staff: Staff
    people: Any
    about: dict[str, Any]  # by the name of the table or of the reduction

    def parted(self, many: int) -> tuple["Rows", "Rows"]:
        """The first so many people, and the others."""
        many = min(many, len(self.people))
        last = self.people.column(0)[many - 1].as_py() if many > 0 else ""
        each = {"": self.people, **self.about}
        cut = {name: placed(table.column(0), last) for name, table in each.items()}
        first = {name: table.slice(0, cut[name]) for name, table in each.items()}
        second = {name: table.slice(cut[name]) for name, table in each.items()}
        return (
            Rows(self.on, self.staff, first.pop(""), first),
            Rows(self.on, self.staff, second.pop(""), second),
        )


def gathered(snapshot: Snapshot, staff: Staff | None = None, *, spent: bool = False) -> Rows:
    """All that the cases of everybody are made from. The snapshot may be closed afterwards.

    `spent`: tables that nothing else of a night asks about are let go of on the way, so that they are never
    held twice; the snapshot then no longer has them.
    """
    about = snapshot.side_by_side({name: printed(name) for name in (*REDUCED, *_VISITS)})
    if spent:
        snapshot.drop(*_SPENT)
    about |= snapshot.side_by_side(
        {
            name: listed(name, ("person_ref", *(column for column, _ in columns)), ("person_ref", "id"))
            for name, (_, columns) in KEPT.items()
        }
    )
    people = snapshot.rows("people", [name for name, _ in PEOPLE], ("ref",))
    return Rows(
        snapshot.on,
        staff_of(snapshot) if staff is None else staff,
        people.combine_chunks(),
        {name: table.combine_chunks() for name, table in about.items()},
    )


def cases(snapshot: Snapshot) -> Iterator[Case]:
    """Everybody on the register, in order of ref."""
    return cases_of(gathered(snapshot))


def cases_of(rows: Rows) -> Iterator[Case]:
    """Everybody in `rows`, in order of ref."""
    runs = _Runs.of(rows)
    for start in range(0, len(rows.people), PEOPLE_AT_A_TIME):
        yield from _chunk(rows.people.slice(start, PEOPLE_AT_A_TIME), runs, rows.staff, rows.on)


@dataclass(frozen=True, slots=True)
class _Runs:
    """Every kind of fact as a run sorted by person."""

    kept: dict[str, Run]
    reduced: dict[str, Run]

    @staticmethod
    def of(rows: Rows) -> "_Runs":
        kept = {
            name: Run(rows.about[name], make, tuple(read for _, read in columns))
            for name, (make, columns) in KEPT.items()
        }
        reduced = {name: Run(rows.about[name], make, reads) for name, (make, reads) in REDUCED.items()}
        for name in _VISITS:
            reduced[name] = Run(rows.about[name], _visit_with(rows.staff), visit_reads())
        return _Runs(kept, reduced)


def _visit_with(staff: Staff) -> Callable[..., visits.Visit]:
    rank_of = staff.rank_of

    def make(*row: Any) -> visits.Visit:
        *told, by, crew = row
        return visits.Visit(*(*told, by, rank_of(by), crew))

    return make


def _chunk(people: Any, runs: _Runs, staff: Staff, on: date) -> Iterator[Case]:
    """The cases of people who stand together in the order of ref."""
    columns = [read(people.column(at)) for at, (_, read) in enumerate(PEOPLE)]
    last = people.column(0)[-1].as_py()
    kept = {name: run.groups(last) for name, run in runs.kept.items()}
    many = {name: runs.reduced[name].groups(last) for name in _MANY}
    one = {name: run.single(last) for name, run in runs.reduced.items() if name not in _MANY}
    disposals, orders, conditions, away = (kept[n].get for n in ("disposals", "orders", "conditions", "away"))
    addresses, names, stays, trips = (kept[n].get for n in ("addresses", "names", "stays", "trips"))
    applications, decisions, charges = (kept[n].get for n in ("review_applications", "decisions", "charges"))
    overrides, answers, outcomes = (kept[n].get for n in ("overrides", "offer_answers", "outcomes"))
    excuses, prosecutions, offers = kept["excuses"].get, kept["prosecutions"].get, kept["offers"]
    begun, rated, said, actions = (kept[name] for name in _OF_INSTRUMENTS)
    changes, items, knocks, failed, told = (many[n].get for n in _MANY)
    notified, level, assessed, plan = (one[n].get for n in ("notified", "level", "assessed", "plan"))
    reviewed, heard, met, managed = (
        one[n].get for n in ("reviewed", "last_intelligence", "contact", "managed")
    )
    none: tuple[Any, ...] = ()
    for row in zip(*columns, strict=True):
        ref = row[0]
        found, made, spans = disposals(ref, none), orders(ref, none), away(ref, none)
        manager = managed(ref)
        (now, low_since), (attempt_on, seen_on, seen_ref) = level(ref, _NO_LEVEL), met(ref, _NEVER_MET)
        ratings = rated.get(ref, none)
        newest = with_assessors(ratings, staff, on=on) if ratings else none
        yield Case(
            row[5],
            Subject(
                Person(*row[:8]),
                found,
                made,
                conditions(ref, none),
                spans,
                addresses(ref, none),
                names(ref, none),
                notified(ref, _NOT_NOTIFIED),
                changes(ref, none),
                stays(ref, none),
                trips(ref, none),
                directed(*row[9:], ref=ref),
                applications(ref, none),
            ),
            Outlook(
                now,
                low_since,
                assessed(ref),
                plan(ref),
                reviewed(ref),
                items(ref, none),
                heard(ref),
                row[8],
                registered_on(found, made, on=on),
                at_liberty_since(spans, on=on),
                still_open(begun[ref], ratings, on=on) if ref in begun else none,
                newest,
                reason_of(now, said.get(ref, none), overrides(ref, none)),
                not_done(actions[ref], on=on) if ref in actions else none,
                own_clocks(one for one, _ in newest) if newest else none,
            ),
            Contact(attempt_on, seen_on, seen_ref, failed(ref, none), told(ref, none), knocks(ref, none)),
            manager,
            staff.get(manager.officer) if manager is not None else None,
            decisions(ref, none),
            charges(ref, none),
            overrides(ref, none),
            offered(offers[ref], answers(ref, none), manager, staff, on=on) if ref in offers else none,
            outcomes(ref, none),
            excuses(ref, none),
            prosecutions(ref, none),
        )


_VISITS = ("failed", "announced")
_SPENT = ("plans", "reviews", "assessments")
"""Long tables of which the reductions of people are all that is asked."""
_OF_INSTRUMENTS = ("assessments_begun", "ratings", "level_reasons", "plan_actions")
_MANY = ("answered", "intelligence", "guessable", "failed", "announced")
_NO_LEVEL = (None, None)
_NEVER_MET = (None, None, "")
_NOT_NOTIFIED = Notified()
