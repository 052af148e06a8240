"""The command line: one door of the house. Every command is quick to start; the work is imported late."""

import sys
from typing import Annotated

import typer

from watchkeeper.cli import audit, brief, due, load, officer, policy, synth

app = typer.Typer(
    name="watchkeeper",
    help="Duties with lawful clocks for police public-protection teams, so that no risk goes unmanaged.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("brief")(brief.brief)
app.command("due")(due.due)
app.command("load")(load.load)
app.command("synth")(synth.synth)
app.add_typer(audit.app, name="audit", help="The trail: verify it, export it, read it.")
app.add_typer(officer.app, name="officer", help="Officers of this force: appoint and list.")
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
    """Entry point of the `watchkeeper` command."""
    try:
        app()
    except BrokenPipeError:  # a reader such as `head` has had enough
        sys.stderr.close()
        raise SystemExit(0) from None
