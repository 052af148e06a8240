"""What if: from the register to scenarios side by side, and the acts that ask for one and keep it."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict

from tests.conftest import NOON, ON
from tests.unit.planning.small_unit import PEOPLE, SERGEANT, asked, map_for, store
from tests.unit.workforce.officers import MANAGER, officer
from tests.unit.workforce.records import refused, unit
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.holding import examine
from watchkeeper.cli.inspect_what_if import _shown
from watchkeeper.cli.what_if_asked import WrongError, asked_for, scenario
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning import models
from watchkeeper.planning.actions.studying import ask_study, keep_study
from watchkeeper.planning.rules.scenarios import faults_of
from watchkeeper.planning.scenario import Scenario, Way
from watchkeeper.planning.stored import figures_of, studies, study_of
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.planning.studying import answering
from watchkeeper.planning.studying.carrying import carry_out
from watchkeeper.planning.studying.kept import Afresh
from watchkeeper.planning.studying.listing import rows
from watchkeeper.registers.models import Disposal
from watchkeeper.web.entered import Entered
from watchkeeper.web.what_if import told
from watchkeeper.web.what_if_form import asked_of, told_at
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer, Rank, Role

pytestmark = pytest.mark.django_db(transaction=True)

INSPECTOR: Officer = officer("I1", Rank.INSPECTOR, Role.DUTY_INSPECTOR)
SAME = Scenario("The same again")
OTHER = Scenario(
    "Two months for high risk",
    crews=6.0,
    arrivals=(0.0, 4.0, 0.0, 0.0),
    tickets=5.0,
    changes=(("visit_interval_months.high", 2),),
)
ASKED = StudyAsked(Matter.WHAT_IF, "U1", 1, 2, crews=(1.0, 6.0), scenarios=(SAME, OTHER))


class Counting(Afresh):
    """Counts the runs carried out."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def kept(self, name: str, kind: Any, run: Any) -> Any:
        self.names.append(name)
        return run()


def found(law: Shelf, england: Calendar, of: StudyAsked = ASKED, runs: Any = None) -> dict[str, Any]:
    return carry_out(
        of, ["U1"], map_for(law), law, england, on=ON, known_at=NOON, told=lambda done, whole: None, runs=runs
    )


def test_scenarios_side_by_side_from_the_register(
    law: Shelf, england: Calendar, capsys: pytest.CaptureFixture[str]
) -> None:
    store()
    ending = Disposal.objects.get(ref="D-P01")
    Disposal.objects.create(
        ref="D-P99", person_ref="P99", offence="an offence", finding="caution", relevant_date=ON,
        sentence="caution", recorded_at=NOON, known_from=NOON, act=ending.act,
    )  # fmt: skip
    runs = Counting()
    whole = found(law, england, runs=runs)
    json.dumps(whole, allow_nan=False)
    assert len(set(runs.names)) == len(runs.names) == 1 + 3 * 2 * 2
    assert (whole["people"], whole["days"], whole["seeds"]) == (len(PEOPLE), 31, [1, 2])
    answer = whole["what_if"]
    today, same, other = answer["outlooks"]
    assert today["difference"] is None
    for name, figure in same["difference"].items():
        assert (figure["mean"], figure["low"], figure["high"]) == (0, 0, 0), name
    assert same["curve"] == today["curve"]
    assert same["policy"] == today["policy"] == law.version != other["policy"]
    assert [point["times"] for point in other["curve"]] == [1.0, 6.0]
    assert other["shifts_a_week"] == 6 * today["shifts_a_week"] == 12
    assert other["totals"]["seen"]["mean"] > today["totals"]["seen"]["mean"], "six times the crews see more"
    assert len(today["backlog"]) == 1
    assert len(today["clears"]) == 1
    assert found(law, england) == whole, "the same register, law, day and seeds"
    page = told(whole)
    assert page["answer"] == answering.enough(whole)
    assert "beside things as they are" in page["differences"][1][0]
    assert page["scenarios"][2][1] == (
        "6 times today's crews",
        "0 people at very high risk join a month",
        "4 people at high risk join a month",
        "0 people at medium risk join a month",
        "0 people at low risk join a month",
        "ticket rates times 5",
        "months between visits at high risk 2",
    )
    assert all(name in page[each] for each, name in (("crews", "As it is"), ("by_level", "very high risk")))
    _shown({"study": "act-1", **whole}, as_json=False, as_csv=False)
    said = capsys.readouterr().out
    for sentence in (page["answer"], page["today"], *page["assumptions"], page["simulation"]):
        assert sentence in said
    listed = list(rows(whole))
    assert len({row[:6] for row in listed}) == len(listed), "one figure a row"
    assert {row[0] for row in listed} == {"As it is", SAME.name, OTHER.name}


def test_the_past_says_who_joins_and_the_record_who_leaves(law: Shelf, england: Calendar) -> None:
    store(PEOPLE[:4])
    for ref, relevant, months in (("P01", date(2025, 9, 1), 0), ("P02", date(2018, 4, 20), 12)):
        Disposal.objects.filter(ref=f"D-{ref}").first()
        Disposal.objects.create(
            ref=f"D-{ref}", person_ref=ref, offence="an offence", finding="conviction", relevant_date=relevant,
            sentence="life" if not months else "imprisonment", term_months=months,
            recorded_at=NOON, known_from=NOON, act=1,
        )  # fmt: skip
    whole = found(law, england, replace(ASKED, scenarios=(), crews=(1.0,), seeds=1, months=36))
    assert sum(whole["joined"]) == pytest.approx(1 / 24), "one of four joined in the last two years"
    assert whole["leave"] == 1, "ten years for a year in prison end in the time asked about"


def test_nobody_to_visit_is_found_and_said(law: Shelf, england: Calendar) -> None:
    unit()
    whole = found(law, england)
    assert "nobody of what was asked about" in whole["missing"]
    assert whole["notes"] == [
        "Unit U1 has nobody who could be visited: it is not simulated, nor is its share of arrivals asked for the whole."
    ]


@pytest.mark.parametrize("way", [Way.OPEN, Way.CALENDAR, Way.OVERDUE])
def test_other_ways_of_choosing(law: Shelf, england: Calendar, way: Way) -> None:
    store(PEOPLE[:6])
    of = replace(ASKED, months=1, seeds=1, crews=(1.0,), scenarios=(Scenario(str(way), way=way),))
    assert found(law, england, of)["what_if"]["outlooks"][1]["scenario"]["way"] == str(way)


def test_a_what_if_is_asked_for_with_power_and_within_bounds(law: Shelf) -> None:
    unit()
    for of, by, words in (
        (ASKED, MANAGER, "is offender manager"),
        (ASKED, SERGEANT, "is supervisor"),
        (replace(ASKED, unit="U2"), INSPECTOR, "Unit: no unit is called U2"),
        (replace(ASKED, months=1_000), INSPECTOR, "Months to simulate: enter a whole number from 1 to"),
        (replace(ASKED, scenarios=(Scenario("As it is"),)), INSPECTOR, "a name of its own"),
    ):
        with pytest.raises(Refused):
            ask_study(of, **asked(law, by=by))
        refused(words)
    assert not models.Study.objects.exists()
    study = ask_study(ASKED, **asked(law, by=INSPECTOR))
    assert study.asked == ASKED == models.Study.objects.get().fact().asked
    facts = dict(list(entries())[-1].facts)
    assert json.loads(facts["scenarios"])[1]["name"] == OTHER.name
    assert facts["seeds"] == "2"
    later = NOON + timedelta(hours=1)
    with pytest.raises(Refused):
        keep_study(study.ref, {"a": 1}, **asked(law, by=MANAGER, at=later))
    kept = keep_study(study.ref, {"a": 1}, **asked(law, by=INSPECTOR, at=later))
    assert kept == study_of(study.ref, known_at=later) == studies(Matter.WHAT_IF, known_at=later)[0]
    assert kept.asked == ASKED
    assert figures_of(study.ref, known_at=later) == {"a": 1}
    assert check().holds
    assert not [fault for fault in examine().faults if "planning.Study" in fault]


def options(**more: Any) -> dict[str, Any]:
    plain = {"name": "Scenario", "interval": (), "arrivals": (), "shifts": (), "tickets": 1.0, "policy": ()}
    return {**plain, "way": "lottery", "leaving": True, **more}


def test_the_command_asks_for_what_its_options_and_files_say(law: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "scenarios.toml"
    file.write_text(
        '[[scenario]]\nname = "B"\ncrews = 1.5\narrivals = { high = 4 }\nway = "calendar"\n'
        "policy = { ticket_ages = [0, 1, 2, 3, 4, 5] }\n"
    )
    given = options(interval=["high=2"], policy=["surprise_rate.low=0.001"])
    asked_of = asked_for("U1", None, 3, "2, 0.5", given, [file], law=law, on=ON, units=["U1"])
    assert asked_of == StudyAsked(
        Matter.WHAT_IF, "U1", 24, 3, crews=(0.5, 2.0),
        scenarios=(
            Scenario("Scenario", changes=(("visit_interval_months.high", 2.0), ("surprise_rate.low", 0.001))),
            Scenario(
                "B", crews=1.5, arrivals=(None, 4.0, None, None), way=Way.CALENDAR,
                changes=(("ticket_ages", (0.0, 1.0, 2.0, 3.0, 4.0, 5.0)),),
            ),
        ),
    )  # fmt: skip
    assert asked_for("", None, None, "", options(), [], law=law, on=ON, units=["U1"]).scenarios == (), (
        "today alone"
    )


def test_the_command_says_everything_that_cannot_be_read_at_once(law: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "scenarios.toml"
    file.write_text(
        "[[scenario]]\ncrew = 2\ninterval = { grave = 2 }\nshifts = { U1 = 1.5 }\ntickets = true\n"
    )
    given = options(interval=["high"], arrivals=["low=many"], way="fate")
    with pytest.raises(WrongError) as wrong:
        asked_for("", None, None, "half", given, [file, tmp_path / "none.toml"], law=law, on=ON, units=["U1"])
    said = str(wrong.value)
    for part in (
        "--interval is a name and a number", "arrivals takes a number, not 'many'", "way is lottery, open",
        "nobody reads crew", "no level 'grave'", "a whole number, not 1.5", "tickets takes a number, not True",
        "none.toml cannot be read", "--crews takes a number, not 'half'",
    ):  # fmt: skip
        assert part in said, said


def test_what_cannot_be_read_hides_nothing_that_is_out_of_bounds(law: Shelf) -> None:
    with pytest.raises(WrongError) as wrong:
        asked_for("NOPE", 0, None, "half", options(tickets=-1.0), [], law=law, on=ON, units=["U1"])
    said = str(wrong.value)
    for part in (
        "not 'half'",
        "Unit: no unit is called NOPE: there are U1",
        "Months to simulate: enter a whole number from 1 to",
        "Scenario, ticket rates: enter a multiple of the ticket rates above 0",
    ):
        assert part in said, said
    with pytest.raises(WrongError) as wrong:
        asked_for("U1", 1, None, "1", options(tickets="many"), [], law=law, on=ON, units=["U1"])
    assert str(wrong.value) == "the options: tickets takes a number, not 'many'", (
        "nothing is said of it twice"
    )


def test_a_scenario_without_a_name_is_called_as_the_page_and_its_errors_call_it(law: Shelf) -> None:
    form = Entered(QueryDict("months=24&seeds=3&crews=1&crews-B=1000&arrivals-high-B=many"))
    of, places = asked_of(form)
    assert [each.name for each in of.scenarios] == ["Scenario B"]
    (unread,) = (problem["text"] for problem in form.problems)
    (bound,) = (told_at(fault, places) for fault in faults_of(of, ["U1"], law, on=ON))
    assert unread.startswith("Scenario B, people who join in a month, high: ")
    assert bound.startswith("Scenario B, crews: enter a multiple of today's crews")
    assert scenario({}, "a file", []).name == "Scenario"
