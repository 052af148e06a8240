"""Who may ask for a study of the planner, of whom, and how large. Our proposal; the bounds are policy."""

from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import counted
from watchkeeper.planning.rules.seeing import may_see_plan
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.workforce.facts import Officer, Power


def power_of(matter: Matter) -> Power:
    """The power that asks for a study and keeps what it found. Our proposal.

    A what-if is the force inspecting itself: whoever measures the force may ask, of any unit.
    """
    return Power.MEASURE_FORCE if matter is Matter.WHAT_IF else Power.STUDY_PLANNING


def may_see_study(officer: Officer, unit: str, law: Shelf, *, on: date) -> Decision:
    """Whether a study of a unit may be read: by its planners. Of the force, empty: from a force-wide unit.

    Our proposal, as for plans: figures name nobody, but a study of one unit says how it is crewed.
    """
    if unit:
        return may_see_plan(officer, unit, law, on=on)
    row = law["force_wide_units"]
    return Decision((Reason(officer.unit in row.words(on), "plans for the whole force", row.cite),))


def may_study(asked: StudyAsked, officer: Officer, law: Shelf, *, known: bool, on: date) -> Decision:
    """Whether a study may be carried out: of a unit the officer plans for, within the bounds of policy.

    The whole force is studied from a force-wide unit. `known` says whether the unit is on record.
    Policy `study_months`, `study_seeds`, `study_crew_shifts_most`, `study_crew_options_most`.
    """
    months, seeds = law["study_months"], law["study_seeds"]
    shifts, options = law["study_crew_shifts_most"], law["study_crew_options_most"]
    most_months, most_seeds = months.of("most", on), seeds.of("most", on)
    most_shifts, most_options = shifts.whole(on), options.whole(on)
    return Decision(
        (
            Reason(known, f"unit {asked.unit} is known" if asked.unit else "the whole force", months.cite),
            *may_see_study(officer, asked.unit, law, on=on).reasons,
            Reason(1 <= asked.months <= most_months, f"1 to {counted(most_months, 'month')}", months.cite),
            Reason(1 <= asked.seeds <= most_seeds, f"1 to {counted(most_seeds, 'run')}", seeds.cite),
            Reason(
                all(1 <= each <= most_shifts for each in asked.shifts),
                f"1 to {most_shifts} crew shifts a week",
                shifts.cite,
            ),
            Reason(
                len(asked.shifts) <= most_options, f"at most {most_options} numbers of crews", options.cite
            ),
        )
    )
