"""`watchkeeper serve`: the casework service in the browser, with its background worker."""

import errno
import os
import secrets
import shutil
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

SITE = "watchkeeper.config.site"
KEPT = (sys.executable, "-c", "from watchkeeper.cli.kept import run; run()")
SERVER = (
    *("granian", "--interface", "asginl", "--no-ws", "--log-level", "warning"),
    *("--respawn-failed-workers", "--workers-kill-timeout", "5"),  # open streams would hold it up
)
WORKER = (sys.executable, "-c", "from watchkeeper.cli.main import run; run()", "work", "--kept")


def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen; a reverse proxy stands before it.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port.", min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Server processes.", min=1)] = 2,
    demo: Annotated[
        bool, typer.Option("--demo", help="A demonstration: one account for each role. Invented people only.")
    ] = False,
) -> None:
    """Serve the pages on this machine and run the jobs behind them, until interrupted."""
    from watchkeeper.cli.opening import open_house, stop
    from watchkeeper.places.setting import NAME, SettingError, read

    try:
        read(os.environ.get(NAME, ""))  # said now, not at night when a plan is made
    except SettingError as error:
        stop(str(error))
    os.environ["DJANGO_SETTINGS_MODULE"] = SITE
    if host not in ("127.0.0.1", "localhost") and demo:
        stop("a demonstration listens on this machine alone; leave --host out")
    if taken(host, port):
        stop(f"something listens on port {port} already, perhaps a service begun before: name another --port")
    os.environ.setdefault("WATCHKEEPER_ADDRESS", f"http://{host}:{port}")
    if demo:
        os.environ["WATCHKEEPER_DEMO"] = "1"
    home = open_house(make=True)

    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)
    if demo:
        invite(home)
    typer.echo(f"Watchkeeper listens on {os.environ['WATCHKEEPER_ADDRESS']}. Ctrl-C stops it.")
    sys.stdout.flush()
    if status := _run(host, port, workers, home):
        raise typer.Exit(status)


def taken(host: str, port: int) -> bool:
    """Whether something listens there: the server would share the port, and each answer half the pages."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            return error.errno == errno.EADDRINUSE
    return False


def invite(home: Path) -> None:
    """Make the demonstration's accounts and print them. The password is made once and kept in the home."""
    from watchkeeper import today
    from watchkeeper.accounts.actions import make_demo_accounts
    from watchkeeper.cli.opening import stop

    if not (home / "synthetic.settings").exists():
        stop(f"{home} was not filled by make run: a demonstration shows invented people only")
    kept = home / "demo_password"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_hex(4))
    password = kept.read_text()
    typer.echo("Accounts of the demonstration, one for each role:")
    for account in make_demo_accounts(password, at=today.now()):
        typer.echo(f"  {account.login:<22} {password}   (officer {account.officer_ref})")


def _run(host: str, port: int, workers: int, home: Path) -> int:
    """The server and the worker, side by side, until told to end: the server first, then the worker."""
    from watchkeeper.cli import kept
    from watchkeeper.cli.children import Child, keep

    counts = home / "metrics"  # what the server processes have counted, together
    shutil.rmtree(counts, ignore_errors=True)
    counts.mkdir()
    environment = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(counts), kept.KEPT: str(os.getpid())}
    server = (*KEPT, *SERVER, "--host", host, "--port", str(port), "--workers", str(workers))
    return keep(
        (
            Child("server", (*server, "watchkeeper.config.asgi:application"), environment),
            Child("worker", WORKER, environment),
        ),
        lambda says: typer.echo(f"watchkeeper: {says}", err=True),
    )
