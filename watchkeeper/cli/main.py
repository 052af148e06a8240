"""The command line: one door of the house. Every command is quick to start; the work is imported late."""

import os
import sys
from typing import Annotated, NoReturn

import typer

from watchkeeper.cli import (
    account,
    allocate,
    audit,
    backup,
    brief,
    crime,
    due,
    eligible,
    inspect,
    inspect_sample,
    inspect_what_if,
    known,
    leaving,
    load,
    missing,
    officer,
    people,
    places,
    plan,
    policy,
    risk,
    risk_fairness,
    serve,
    standards,
    street,
    suspects,
    synth,
    work,
)
from watchkeeper.cli.opening import COULD_NOT_RUN, unwritable
from watchkeeper.law.parameter import NotInForceError

DATABASES = ("django.db", "sqlite3", "psycopg", "adbc_driver", "duckdb", "_duckdb")
"""Where the faults of a database come from: what they say is for an administrator, in one line."""
INTERRUPTED = 130
INTERRUPTED_INSIDE = "Query interrupted"

app = typer.Typer(
    name="watchkeeper",
    help="Duties with lawful clocks for police public-protection teams, so that no risk goes unmanaged.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("brief")(brief.brief)
app.command("due")(due.due)
app.command("allocate")(allocate.allocate)
app.command("eligible")(eligible.eligible)
app.command("crime")(crime.crime)
app.command("missing")(missing.missing)
app.command("suspects")(suspects.suspects)
app.command("standards")(standards.standards)
app.command("load")(load.load)
app.command("backup")(backup.backup)
app.command("places")(places.places)
app.command("restore")(backup.restore)
app.command("serve")(serve.serve)
app.command("street")(street.street)
app.command("synth")(synth.synth)
app.command("plan")(plan.plan)
app.command("work")(work.work)
app.add_typer(account.app, name="account", help="Accounts: who may sign in to the pages.")
app.add_typer(audit.app, name="audit", help="The trail: verify it, export it, read it.")
inspect.app.command("known")(known.known)
app.add_typer(
    inspect.app, name="inspect", help="The force inspects itself: measures, samples, was it known, what if?"
)
inspect.app.command("sample")(inspect_sample.sample)
inspect.app.command("whatif")(inspect_what_if.what_if)
app.add_typer(officer.app, name="officer", help="Officers of this force: appoint and list.")
app.add_typer(people.app, name="people", help="Who is who: match lists of people.")
risk.app.command("fairness")(risk_fairness.fairness)
app.add_typer(
    risk.app, name="risk", help="Risk instruments: the shelf, lists scored and explained, are they right."
)
app.add_typer(policy.app, name="policy", help="The law's numbers: check the shelf, show a row.")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"watchkeeper {version('watchkeeper')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Files in, duties with clocks out: synth, load, brief, due."""


def run() -> None:
    """Entry point of the `watchkeeper` command.

    What a command could not do is said in one line; 2 is its exit status. A reader that has
    had enough, such as `head`, is no fault of the command's: 0.
    """
    stdout = sys.stdout
    try:
        app()
    except SystemExit as ended:
        # Typer put a mute stream there, or Rich ended for a broken pipe: the reader went away.
        if sys.stdout is not stdout or isinstance(ended.__context__, BrokenPipeError):
            raise SystemExit(0) from None
        if leaving.at_once:
            leaving.leave(ended.code)
        raise
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        _stop("stopped; what was under way is undone", INTERRUPTED)
    except OSError as error:
        _stop(f"{error.filename or 'the output'} cannot be used: {error.strerror or error}")
    except NotInForceError as gap:
        _stop(f"{gap.args[0]}. Ask about a later day.")
    except Exception as error:
        if INTERRUPTED_INSIDE in str(error):  # an engine says so of Ctrl-C in words of its own
            _stop("stopped; what was under way is undone", INTERRUPTED)
        if not type(error).__module__.startswith(DATABASES):
            raise
        said = str(error).splitlines()[0]
        _stop(
            unwritable(said)
            or f"the database cannot be used: {said}. Try again; if it stays so, restore the last good copy "
            "into WATCHKEEPER_HOME, or load the force's files into a new home."
        )


def _stop(message: str, status: int = COULD_NOT_RUN) -> NoReturn:
    sys.stderr.write(f"watchkeeper: {message}\n")
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115  what is left to write has nowhere to go
    raise SystemExit(status) from None
