"""`watchkeeper inspect whatif`: the next months from today's register, several ways side by side."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from watchkeeper.law.shelf import Shelf
    from watchkeeper.planning.study import Study, StudyAsked
    from watchkeeper.workforce.facts import Officer

Unit = Annotated[
    str, typer.Option("--unit", help="One command unit, by its ref. The whole force when left out.")
]
Months = Annotated[
    int | None, typer.Option("--months", help="Months to simulate; policy says when left out.")
]
Seeds = Annotated[int | None, typer.Option("--seeds", help="Runs of each scenario, each with its own luck.")]
Crews = Annotated[
    str,
    typer.Option("--crews", help="Multiples of today's crews to try, as 0.5,1,2; policy's when left out."),
]
Interval = Annotated[
    list[str] | None, typer.Option("--interval", help="Months between visits by level, as high=2. Repeat it.")
]
Arrivals = Annotated[
    list[str] | None,
    typer.Option("--arrivals", help="People who join in a month by level, as high=4. Repeat it."),
]
Shifts = Annotated[
    list[str] | None, typer.Option("--shifts", help="Crew shifts a week of one unit, as BCU01=12. Repeat it.")
]
Tickets = Annotated[float, typer.Option("--tickets", help="A multiple of the ticket rates of policy.")]
Changed = Annotated[
    list[str] | None,
    typer.Option("--policy", help="Any number a what-if may change, as surprise_rate.high=0.01. Repeat it."),
]
WayOption = Annotated[
    str, typer.Option("--way", help="lottery, open, calendar or overdue: how visits are chosen.")
]
Stay = Annotated[bool, typer.Option("--nobody-leaves", help="Nobody leaves when their period ends.")]
Name = Annotated[str, typer.Option("--name", help="What the scenario of these options is called.")]
Against = Annotated[
    list[Path] | None,
    typer.Option("--against", help="A TOML file with more scenarios. docs/what_if.md. Repeat it."),
]
By = Annotated[
    str,
    typer.Option(
        "--as",
        envvar="WATCHKEEPER_OFFICER",
        help="The officer who asks, by ref; the system officer when left out.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print it as CSV.")]


def what_if(
    unit: Unit = "",
    months: Months = None,
    seeds: Seeds = None,
    crews: Crews = "",
    interval: Interval = None,
    arrivals: Arrivals = None,
    shifts: Shifts = None,
    tickets: Tickets = 1.0,
    changed: Changed = None,
    way: WayOption = "lottery",
    stay: Stay = False,
    name: Name = "Scenario",
    against: Against = None,
    by: By = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Simulate the next months from today's register: as it is, and as these options and files say.

    Stopped and given again with the same options, it goes on after the runs it had finished.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import asking_officer, open_house, stop

    home = open_house()

    from watchkeeper.cli.what_if_asked import WrongError, asked_for
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused
    from watchkeeper.workforce.models import Unit as OnRecord

    options: dict[str, Any] = {
        "name": name,
        "interval": interval or (),
        "arrivals": arrivals or (),
        "shifts": shifts or (),
        "tickets": tickets,
        "policy": changed or (),
        "way": way,
        "leaving": not stay,
    }
    at = today.now()
    try:
        law = load(home / "policy")
        on, units = today.day_of(at), OnRecord.objects.all().as_known(at).values_list("ref", flat=True)
        asked = asked_for(unit, months, seeds, crews, options, against or (), law=law, on=on, units={*units})
        found = _carried_out(asked, asking_officer(by, law), law, at)
    except (ShelfError, Refused, WrongError) as error:
        stop(str(error))
    _shown(found, as_json=as_json, as_csv=as_csv)


def _carried_out(asked: "StudyAsked", by: "Officer", law: "Shelf", at: "datetime") -> dict[str, Any]:
    """Asked for, worked out and kept; one that was stopped is taken up again."""
    from watchkeeper import today
    from watchkeeper.cli.opening import stop
    from watchkeeper.cli.progress import bar
    from watchkeeper.jobs.study_work import let_go_on, work_out
    from watchkeeper.jobs.study_work import stop as keep_from_workers
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.planning.actions.studying import ask_study
    from watchkeeper.planning.stored import figures_of, waiting_studies

    on = today.day_of(at)
    stopped = [
        one
        for one in waiting_studies(known_at=at)
        if one.asked == asked and one.by == by.ref and today.day_of(one.at) == on
    ]
    study: Study = (
        stopped[-1] if stopped else ask_study(asked, by=by, on=on, law=law, purpose="what if", at=at)
    )
    keep_from_workers(study.ref)  # or one would take it up beside this command, or after Ctrl-C
    try:
        with bar() as shown:
            step = shown.add_task("Simulating", total=None)
            work_out(
                study, law, england_and_wales(), lambda done, of: shown.update(step, completed=done, total=of)
            )
    except KeyboardInterrupt:
        stop(
            "stopped. What is finished is kept: give the same command again today, and it goes on from there."
        )
    let_go_on(study.ref)
    found = figures_of(study.ref, known_at=today.now())
    assert found is not None
    return {"study": study.ref, **found}


def _shown(found: dict[str, Any], *, as_json: bool, as_csv: bool) -> None:
    from watchkeeper.planning.studying import answering
    from watchkeeper.planning.studying.listing import as_csv as listed

    if as_json:
        answers = {} if "missing" in found else {"answers": _answers(found)}
        typer.echo(json.dumps({**answers, **found}, ensure_ascii=False, indent=1))
        return
    if "missing" in found:
        from watchkeeper.cli.opening import stop

        stop(f"{found['missing']}. {' '.join(found['notes'])}".strip())
    if as_csv:
        sys.stdout.buffer.write(listed(found))
        return
    for answer in _answers(found):
        typer.echo(answer)
    typer.echo("\nWhat it assumes and does not know")
    for each in (answering.A_SIMULATION, *answering.assumptions(found), *found["notes"]):
        typer.echo(f"  {each}")
    typer.echo(f"\nKept as study {found['study']}, policy {found['policy']}, seeds {found['seeds']}.")


def _answers(found: dict[str, Any]) -> list[str]:
    from watchkeeper.planning.studying import answering

    outlooks = found["what_if"]["outlooks"]
    told = [*filter(None, (answering.enough(found), answering.beyond_crews(found), answering.today(found)))]
    for place, outlook in enumerate(outlooks[1:], 1):
        other = "; ".join(answering.differs(outlook["scenario"])) or "nothing other than today"
        told += [f"{answering.difference(found, place)} ({other})", f"  {answering.enough(found, place)}"]
    return told
