"""`watchkeeper work`: one background worker, for where the server is run by something else."""

import os
from typing import Annotated

import typer

SITE = "watchkeeper.config.site"


def work(
    once: Annotated[bool, typer.Option("--once", help="End when nothing is left to do.")] = False,
    kept: Annotated[
        bool, typer.Option("--kept", hidden=True, help="Run by serve: ends when told by it, or with it.")
    ] = False,
) -> None:
    """Compile the nightly brief, raise alerts, send digests, and carry out what the pages ask for.

    `watchkeeper serve` runs one of these beside the server. Several may run on one database.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = SITE

    from watchkeeper.cli.opening import open_house

    open_house(make=True)

    from watchkeeper.cli.kept import keeper
    from watchkeeper.jobs.worker import work as work_on

    work_on(once=once, keeper=keeper() if kept else 0)
