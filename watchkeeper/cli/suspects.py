"""`watchkeeper suspects`: the queue of online suspects, by harm and time left."""

from typing import Annotated

import typer


def suspects(
    on: Annotated[
        str, typer.Option("--on", help="The day of judgement, YYYY-MM-DD. Now when left out.")
    ] = "",
    unit: Annotated[
        str, typer.Option("--unit", help="One unit, by its ref. The whole force if left out.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the queue as JSON.")] = False,
    by: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="WATCHKEEPER_OFFICER",
            help="The officer who looks, by ref. The system officer when left out.",
        ),
    ] = "",
    purpose: Annotated[
        str, typer.Option("--purpose", help="Why the queue is looked at; kept on the trail.")
    ] = "checking the queue",
) -> None:
    """List the open referrals of online suspects, the gravest first. Looking is recorded on the trail."""
    from watchkeeper import today
    from watchkeeper.cli.opening import account, day, open_house, stop

    night = day(on, "--on") if on else None
    home = open_house()

    import json

    from rich.console import Console
    from rich.markup import escape

    from watchkeeper.briefing.actions import UnknownError, known_asked, known_officer
    from watchkeeper.briefing.facts import Asked
    from watchkeeper.briefing.missing_asking import judged_at
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.law.wording import elapsed, moment
    from watchkeeper.suspects.actions.looking import look_at_queue
    from watchkeeper.suspects.gathering import cases_as_known, open_refs, shut_referrals
    from watchkeeper.suspects.rules.closing import closed
    from watchkeeper.suspects.rules.queue import in_order, line_of
    from watchkeeper.suspects.rules.seeing import may_see_referral
    from watchkeeper.suspects.rules.standing import part_of
    from watchkeeper.workforce.acts import Acting, Refused

    now = today.now()
    if night is not None and night > today.today():
        stop(f"--on {on} is still to come: nobody can say what will be known then")
    at = judged_at(on=night, known_at=now) if night is not None else now
    try:
        law = load(home / "policy")
        officer = known_officer(by, law, now)
        known_asked(Asked(at.date(), now, unit))
        wide = law["force_wide_units"].words(now.date())
        cases = cases_as_known(open_refs(unit, law=law, at=at, known_at=now), law, at=at, known_at=now)
        shut = shut_referrals(officer, law, on=now.date(), known_at=now)
        lines = in_order(
            line_of(case, law, at=at)
            for ref, case in cases.items()
            if ref not in shut
            and may_see_referral(officer, case.referral.unit, force_wide=wide).allowed
            and part_of(case, at=at) is None
            and closed(case, law, at=at) is None
        )
        acting = Acting(by=officer, about="", on=now.date(), law=law, purpose=purpose, at=now)
        look_at_queue(len(lines), acting, account=account())
    except (ShelfError, Refused, UnknownError) as error:
        stop(str(error))
    if as_json:
        rows = [
            {
                "referral": line.ref,
                "unit": line.unit,
                "band": str(line.band) if line.band is not None else None,
                "expired": line.expired,
                "enforced": line.enforced,
                "minutes_waited": line.minutes,
                "duty": line.due.duty if line.due is not None else None,
                "by": line.due.at.isoformat() if line.due is not None and line.due.at is not None else None,
                "minutes_left": line.left,
                "late": line.late,
            }
            for line in lines
        ]
        typer.echo(json.dumps({"at": at.isoformat(), "unit": unit, "referrals": rows}, indent=2))
        return
    console = Console(highlight=False, soft_wrap=True)
    late = sum(1 for line in lines if line.late)
    console.print(f"[bold]{len(lines):,} referrals open, {late:,} with something late[/bold], {moment(at)}")
    for line in lines:
        left = "nothing owed with an hour"
        if line.due is not None and line.left is not None:
            how = f"{elapsed(-line.left)} late" if line.left < 0 else f"{elapsed(line.left)} left"
            left = f"{line.due.duty}: {how}"
        band = f"{line.harm}{', expired' if line.expired else ''}"
        console.print(
            escape(f"{line.ref}  {line.unit or 'no unit'}  {band}  waited {elapsed(line.minutes)}  {left}")
        )
    if not lines:
        console.print("No referral is open.")
