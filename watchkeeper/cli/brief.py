"""`watchkeeper brief`: what must be decided, who is unmanaged, what is late, what is coming."""

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from watchkeeper.cli import leaving
from watchkeeper.engine.collecting import uncollected

if TYPE_CHECKING:
    from watchkeeper.briefing.actions import Frozen
    from watchkeeper.briefing.facts import Brief, Line, Section
    from watchkeeper.briefing.paper import Written

SHOWN = 10
"""Lines shown of each section unless all are asked for; the count is always of all."""
MINIMUM_WIDTH = 80
INDENT = 8


def brief(
    on: Annotated[
        str, typer.Option("--on", help="The day of the brief, YYYY-MM-DD. Today when left out.")
    ] = "",
    known_at: Annotated[
        str,
        typer.Option(
            "--known-at",
            help="Only what was known at this instant, for example 2026-03-20T06:00. Now when left out.",
        ),
    ] = "",
    unit: Annotated[str, typer.Option("--unit", help="Only this unit, by its ref.")] = "",
    officer: Annotated[
        str, typer.Option("--officer", help="Only this manager's people, by the officer's ref.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print every line as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print every line as CSV.")] = False,
    section: Annotated[
        str, typer.Option("--section", help="Only this section, in full; a part of its name will do.")
    ] = "",
    everything: Annotated[bool, typer.Option("--all", help="Show every line of every section.")] = False,
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="The officer who asks, by ref. The system officer when left out.",
        ),
    ] = "",
) -> None:
    """Print the brief of one night, first things first.

    It is frozen when compiled. Asking again with the same --on and --known-at works it out
    afresh and says whether it still is, byte for byte, the brief that was frozen. Missing-persons
    coordinators are given the part about the missing, which is not frozen.
    """
    from watchkeeper.cli.opening import stop

    if as_json and as_csv:
        stop("--json and --csv are two different papers; ask for one")
    wanted = _section(section) if section else None
    with uncollected():
        found, frozen = _compiled(on, known_at, unit, officer, by, wanted)
    _put(found, wanted, frozen, as_json=as_json, as_csv=as_csv, everything=everything)
    leaving.hurry()
    if frozen is not None and frozen.differs:
        typer.echo(f"watchkeeper: {frozen.says}", err=True)
        raise typer.Exit(1)


def _compiled(
    on: str, known_at: str, unit: str, officer: str, by: str, wanted: "Section | None"
) -> tuple["Brief", "Frozen | None"]:
    """The brief, and as what it is frozen; None for the part about the missing alone."""
    # Before numpy is imported, which else starts threads that nothing here uses: a process that has
    # any is not forked, and the second one would import all again.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

    from watchkeeper import today
    from watchkeeper.cli.opening import account, day, instant, open_house, stop

    night = day(on, "--on") if on else today.today()
    knowledge = instant(known_at, "--known-at") if known_at else today.now()
    if knowledge > today.now():
        stop(f"--known-at {known_at} has not come yet: nobody can say what will be known then")
    home = open_house()

    from watchkeeper.briefing.actions import UnknownError, compile_brief, known_officer
    from watchkeeper.briefing.consequences import OF_THE_MISSING
    from watchkeeper.briefing.facts import Asked
    from watchkeeper.briefing.missing_part import read_missing_brief, reads_the_missing_alone
    from watchkeeper.law.calendar import england_and_wales
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused

    try:
        law = load(home / "policy")
        asked = Asked(night, knowledge, unit, officer)
        reader = known_officer(by, law, today.now())
        if reads_the_missing_alone(reader, law, on=today.today()):
            if wanted is not None and wanted not in OF_THE_MISSING:
                stop(f"--section '{wanted}' is of the whole brief; yours is the part about the missing")
            return read_missing_brief(asked, by=reader, law=law, at=today.now(), account=account()), None
        frozen = compile_brief(
            asked, by=by, law=law, calendar=england_and_wales(), at=today.now(), account=account()
        )
    except (ShelfError, Refused, UnknownError) as error:
        stop(str(error))
    return frozen.brief, frozen


def _put(
    brief: "Brief",
    wanted: "Section | None",
    frozen: "Frozen | None",
    *,
    as_json: bool,
    as_csv: bool,
    everything: bool,
) -> None:
    """Print a brief as it was asked for; without `frozen` it is the part about the missing alone."""
    from watchkeeper.briefing import paper
    from watchkeeper.cli.opening import stop

    if (as_json or as_csv) and sys.stdout is None:
        stop("the output is closed; name a file for it: watchkeeper brief --json > brief.json")
    if wanted is not None:
        brief = replace(brief, lines=paper.on_paper(brief).of(wanted))
    if as_json:
        whole = frozen.content if frozen is not None and wanted is None else None
        sys.stdout.buffer.write(whole or paper.as_json(brief))
    elif as_csv:
        sys.stdout.buffer.write(paper.as_csv(brief))
    else:
        _show(brief, wanted, everything, missing_alone=frozen is None)
        part = "The part of the brief that concerns the missing: worked out now, and not frozen."
        typer.echo(f"\n{frozen.says if frozen is not None else part}")


def _section(name: str) -> "Section":
    from watchkeeper.briefing.facts import Section
    from watchkeeper.cli.opening import stop

    said = " ".join(name.casefold().split())
    begun = [section for section in Section if section.startswith(said)]
    found = begun or [section for section in Section if said in section]
    if len(found) != 1:
        which = f"may be {len(found)} sections; name one" if found else "is no section; there are"
        stop("\n  ".join((f"--section {name!r} {which}:", *(found or Section))))
    return found[0]


def _show(brief: "Brief", wanted: "Section | None", everything: bool, *, missing_alone: bool = False) -> None:
    from rich.console import Console

    from watchkeeper.briefing.consequences import OF_THE_MISSING
    from watchkeeper.briefing.facts import Section
    from watchkeeper.briefing.paper import on_paper
    from watchkeeper.law.wording import day

    console = Console(highlight=False, soft_wrap=True)
    scope = ", ".join(filter(None, (brief.unit, brief.officer))) or "the whole force"
    of_whom = "the missing alone" if missing_alone else f"{brief.people:,} people"
    rows = [
        f"[bold]Brief for {brief.on:%A} {day(brief.on)}[/bold]: {scope}, {of_whom}",
        f"As known at {brief.known_at:%Y-%m-%d %H:%M %Z}. Policy {brief.policy_version}.",
    ]
    every, unconfirmed = on_paper(brief), False
    for section in Section:
        if (wanted is not None and section is not wanted) or (
            missing_alone and section not in OF_THE_MISSING
        ):
            continue
        lines = every.of(section)
        shown = lines if everything or wanted is not None else lines[:SHOWN]
        rows.append(f"\n[bold]{section.capitalize()}: {len(lines):,}[/bold]{_oldest(section, lines)}")
        if not lines:
            rows.append("  Nothing tonight.")
        for line in shown:
            unconfirmed |= not line.confirmed
            rows += _printed(line, max(console.width, MINIMUM_WIDTH))
        if len(shown) < len(lines):
            rows.append(f'  ... and {len(lines) - len(shown):,} more: --section "{section}"')
    if unconfirmed:
        rows.append("\n* rests on a number not yet confirmed: watchkeeper policy check lists them.")
    console.print("\n".join(rows))  # at once: a thousand prints take as long as a hundred people


def _oldest(section: "Section", lines: "Written") -> str:
    from watchkeeper.briefing.facts import Section
    from watchkeeper.law.wording import days

    longest = lines.longest
    if longest is None or section not in (Section.DECISIONS, Section.UNMANAGED, Section.OVERDUE):
        return ""
    return f", oldest {days(longest)}"


def _printed(line: "Line", width: int) -> list[str]:
    """A line as marked-up rows of at most so many characters: what, by when, whose; then why."""
    import textwrap

    from rich.markup import escape

    from watchkeeper.briefing.consequences import OF_THE_REGISTER
    from watchkeeper.law.wording import day, given_ref

    level = f"  {line.level or 'level not recorded'}" if line.section in OF_THE_REGISTER else ""
    about = given_ref(line.about)
    what = f"{line.what} ({about})" if about else line.what
    by = f", by {day(line.by)}" if line.by else ""
    star = "" if line.confirmed else " *"
    head = f"[bold]{escape(line.who)}[/bold]{level}  [bold]{escape(what)}[/bold]"
    why = "; ".join((*line.why, *_choices(line))) + (f" [{line.authority}]" if line.authority else "")
    return [
        f"  {head}{by}{_counted(line)}. {escape(line.owner)}{star}",
        *(f"      {escape(row)}" for row in textwrap.wrap(why, width - INDENT)),
    ]


def _choices(line: "Line") -> tuple[str, ...]:
    """What may be chosen now, and what still lacks something; `due` shows what."""
    if not line.options:
        return ()
    lacking = [option.split(":")[0] for option in line.options if ": lacks: " in option]
    open_now = [option.split(":")[0] for option in line.options if ": lacks: " not in option]
    return (
        f"open: {', '.join(open_now) or 'nothing'}",
        *((f"not yet open: {', '.join(lacking)}, see watchkeeper due {line.who}",) if lacking else ()),
    )


def _counted(line: "Line") -> str:
    from watchkeeper.briefing.facts import Section
    from watchkeeper.law.wording import days

    if line.people is not None:
        return f", {line.people:,} people"
    if line.days is None:
        return ""
    match line.section:
        case Section.DECISIONS:
            return f", owed for {days(line.days)}"
        case Section.UNMANAGED:
            return f", not seen for {days(line.days)}"
        case Section.OVERDUE | Section.UNHELD | Section.GRAVE | Section.CRIMES | Section.HANDS:
            return f", {days(line.days)} late"
        case Section.IDLE | Section.UNREVIEWED | Section.INTERVIEWS | Section.RETURNS | Section.NEARBY:
            return ""  # hours: why says how many
        case Section.CHILDREN_NEAR | Section.UNBANDED | Section.UNENFORCED | Section.SUICIDE:
            return ""
        case Section.INSPECTION:
            return f", {days(line.days)} late" if line.days else ""
        case Section.UNSAFE | Section.SUSPECTS | Section.SCREENINGS | Section.FLAGS:
            return f", {days(line.days)} late"
        case _:
            return f", in {days(line.days)}"
