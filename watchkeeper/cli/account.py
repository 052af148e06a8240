"""`watchkeeper account`: give an officer a way in to the pages, take it away, list who has one."""

import os
import secrets
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True)

By = Annotated[
    str,
    typer.Option("--as", envvar="WATCHKEEPER_OFFICER", help="The administrator who does it, by ref."),
]


@app.command()
def make(
    login: Annotated[str, typer.Argument(help="What they sign in with.")],
    officer: Annotated[str, typer.Argument(help="The officer they are, by ref.")],
    email: Annotated[str, typer.Option("--email", help="Where digests go.")] = "",
    by: By = "",
) -> None:
    """Make an account and print its first password, once.

    No page opens before a passkey or an authenticator app is set up beside the password.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import stop

    law, administrator = _open(by)

    from watchkeeper.accounts.actions import LoginTakenError, make_account
    from watchkeeper.workforce.acts import Refused

    password = secrets.token_urlsafe(12)
    try:
        make_account(login, officer, password, email=email, by=administrator, law=law, at=today.now())
    except (Refused, LoginTakenError) as error:
        stop(str(error))
    typer.echo(f"{login} signs in as officer {officer}. First password, shown once: {password}")


@app.command()
def close(login: Annotated[str, typer.Argument(help="Whose account.")], by: By = "") -> None:
    """Close an account: it opens nothing any more, and is signed out everywhere. It stays on record."""
    from watchkeeper import today
    from watchkeeper.cli.opening import stop

    law, administrator = _open(by)

    from watchkeeper.accounts.actions import NoAccountError, close_account
    from watchkeeper.workforce.acts import Refused

    try:
        close_account(login, by=administrator, law=law, at=today.now())
    except (Refused, NoAccountError) as error:
        stop(str(error))
    typer.echo(f"{login} is closed and signed out everywhere.")


@app.command("list")
def list_accounts() -> None:
    """List accounts by login, with the officer each one is."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "watchkeeper.config.site"
    from watchkeeper.cli.opening import open_house

    open_house(make=True)

    from watchkeeper.accounts.models import Account

    for account in Account.objects.order_by("login"):
        state = "" if account.is_active else "  closed"
        typer.echo(f"{account.login:<24} {account.officer_ref:<12}{'  demonstration' * account.demo}{state}")


def _open(by: str):  # type: ignore[no-untyped-def]  # the types would import the house before it is open
    """The shelf and the administrator who acts."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "watchkeeper.config.site"
    from watchkeeper import today
    from watchkeeper.cli.opening import open_house, stop

    home = open_house(make=True)

    from watchkeeper.law.shelf import load
    from watchkeeper.workforce.actions.officers import officer_as_known

    administrator = officer_as_known(by, known_at=today.now()) if by else None
    if administrator is None:
        stop(f"no officer has the ref {by!r}" if by else "name the administrator who does it: --as REF")
    return load(home / "policy"), administrator
