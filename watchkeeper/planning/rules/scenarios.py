"""What is wrong with a what-if, each fault at its own field. Our proposal; the bounds are policy."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.overlay import OverlayError, overlaid
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.scenario import AS_IT_IS, Scenario
from watchkeeper.planning.study import StudyAsked
from watchkeeper.risk.facts import LEVELS
from watchkeeper.visits.rules.tickets import rates

FIELDS = {
    "unit": "unit",
    "months": "months to simulate",
    "seeds": "times to run it",
    "crews": "crews",
    "name": "what it is called",
    "shifts": "crew shifts a week of single units",
    "tickets": "ticket rates",
    "changes": "numbers of policy",
}
"""What a field of a what-if is called, in the words of its form."""
JOINS, BETWEEN = "arrivals ", "visit_interval_months."


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: at which field, of which scenario by place (None: the whole), and how to mend it."""

    field: str
    says: str
    scenario: int | None = None

    def told(self, asked: StudyAsked) -> str:
        """All of it, for whoever sees no field beside it: whose it is, what it is called, how to mend it."""
        whose = "" if self.scenario is None else f"{asked.scenarios[self.scenario].name or 'No name'}, "
        where = f"{whose}{called(self.field)}"
        return f"{where[:1].upper()}{where[1:]}: {self.says[:1].lower()}{self.says[1:]}"


def called(field: str) -> str:
    """What a field is called; a number of policy is called by its row.

    >>> called("seeds"), called("arrivals high"), called("visit_interval_months.high"), called("harm_curve")
    ('times to run it', 'people who join in a month, high', 'months between visits, high', 'harm_curve')
    """
    if field.startswith(JOINS):
        return f"people who join in a month, {field.removeprefix(JOINS)}"
    if field.startswith(BETWEEN):
        return f"months between visits, {field.removeprefix(BETWEEN)}"
    return FIELDS.get(field, field)


def faults_of(asked: StudyAsked, units: Collection[str], law: Shelf, *, on: date) -> tuple[Fault, ...]:
    """Everything wrong with a what-if at once; nothing where it may be carried out.

    `units` are those on record. Bounds by the rows `what_if_...` of policy; what may be laid over policy
    by `what_if_rows`.
    """
    return (*_of_the_whole(asked, units, law, on), *_of_each(asked, units, law, on))


def may_try(asked: StudyAsked, units: Collection[str], law: Shelf, *, on: date) -> Decision:
    """The same as a decision, for the act that asks: allowed where nothing is wrong."""
    cite, asks = law["what_if_months"].cite, "within the bounds of a what-if"
    found = faults_of(asked, units, law, on=on)
    if not found:
        return Decision((Reason(True, asks, cite, asks),))
    return Decision(tuple(Reason(False, each.told(asked), cite, asks) for each in found))


def _of_the_whole(asked: StudyAsked, units: Collection[str], law: Shelf, on: date) -> Iterator[Fault]:
    months, seeds = law["what_if_months"].of("most", on), law["what_if_seeds"].of("most", on)
    most, options = law["what_if_crews_most"].number(on), law["what_if_crew_options_most"].whole(on)
    if asked.unit and asked.unit not in units:
        yield Fault("unit", f"No unit is called {asked.unit}: there are {', '.join(sorted(units)) or 'none'}")
    if not 1 <= asked.months <= months:
        yield Fault("months", f"Enter a whole number from 1 to {months}, not {asked.months}")
    if not 1 <= asked.seeds <= seeds:
        yield Fault("seeds", f"Enter a whole number from 1 to {seeds}, not {asked.seeds}")
    if not all(0 < each <= most for each in asked.crews):
        yield Fault("crews", f"Enter multiples of today's crews above 0 and at most {most:g}")
    if len(asked.crews) > options:
        yield Fault("crews", f"Enter at most {options} numbers of crews, not {len(asked.crews)}")
    if len(asked.scenarios) > law["what_if_scenarios_most"].whole(on):
        yield Fault(
            "name", f"At most {law['what_if_scenarios_most'].whole(on)} scenarios are set beside today"
        )


def _of_each(asked: StudyAsked, units: Collection[str], law: Shelf, on: date) -> Iterator[Fault]:
    names = [AS_IT_IS, *(each.name for each in asked.scenarios)]
    for place, one in enumerate(asked.scenarios):
        for field, says in _faults(one, asked, units, law, on):
            yield Fault(field, says, place)
        if not one.name or one.name in names[: place + 1]:
            yield Fault("name", "Give each scenario a name of its own", place)
        letters = law["what_if_name_letters"].whole(on)
        if len(one.name) > letters:
            yield Fault("name", f"Enter a name of at most {letters} letters", place)


def _faults(
    one: Scenario, asked: StudyAsked, units: Collection[str], law: Shelf, on: date
) -> Iterator[tuple[str, str]]:
    most, tickets = law["what_if_crews_most"].number(on), law["what_if_tickets_most"].number(on)
    arrivals = law["what_if_arrivals_most"].number(on)
    if not 0 < one.crews <= most:
        yield "crews", f"Enter a multiple of today's crews above 0 and at most {most:g}, not {one.crews:g}"
    if not 0 < one.tickets <= tickets:
        yield (
            "tickets",
            f"Enter a multiple of the ticket rates above 0 and at most {tickets:g}, not {one.tickets:g}",
        )
    yield from _shifts(one, asked.unit, units, law, on)
    for level, many in zip(LEVELS, one.arrivals or (), strict=False):
        if many is not None and not 0 <= many <= arrivals:
            yield f"arrivals {level}", f"Enter a number from 0 to {arrivals:g}, not {many:g}"
    yield from _changes(one, law, on)


def _shifts(
    one: Scenario, unit: str, units: Collection[str], law: Shelf, on: date
) -> Iterator[tuple[str, str]]:
    most = law["study_crew_shifts_most"].whole(on)
    for of, many in one.shifts:
        if of not in units or (unit and of != unit):
            yield (
                "shifts",
                f"{of} is no unit of what is asked about: there are {', '.join(sorted(units)) or 'none'}",
            )
        if not 1 <= many <= most:
            yield "shifts", f"Enter a whole number from 1 to {most} for {of}, not {many}"


def _changes(one: Scenario, law: Shelf, on: date) -> Iterator[tuple[str, str]]:
    try:
        other = overlaid(law, dict(one.changes), on=on, among=law["what_if_rows"].words(on))
    except OverlayError as wrong:
        for name, says in wrong.faults.items():
            yield name, f"{called(name)} {says}"
        return
    for level in LEVELS:
        if other["visit_interval_months"].of(level, on) < 1:
            yield f"visit_interval_months.{level}", "Enter months between visits, 1 or more"
    negative = [
        name for name, value in one.changes if min(value if isinstance(value, tuple) else (value,)) < 0
    ]
    for name in negative:
        yield name, f"Enter a number that is not negative for {name}"
    try:
        rates(other, on=on)
    except (ValueError, TypeError) as wrong:
        yield "changes", f"The ticket rates do not hold: {wrong}"
