"""How long a session holds, and what an account still needs before it opens any page."""

from datetime import date, datetime, timedelta

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import counted


def session_holds(began_at: datetime, seen_at: datetime, law: Shelf, *, at: datetime, on: date) -> Decision:
    """Whether somebody is still signed in at an instant: since when they are, and when they last asked.

    The hours count from signing in, the minutes from the last page; at the very end of either
    the session still holds.
    """
    hours, idle = law["session_hours"], law["session_idle_minutes"]
    return Decision(
        (
            Reason(
                at - began_at <= timedelta(hours=hours.whole(on)),
                f"signed in at most {counted(hours.whole(on), 'hour')} ago",
                hours.cite,
            ),
            Reason(
                at - seen_at <= timedelta(minutes=idle.whole(on)),
                f"something was asked for in the last {counted(idle.whole(on), 'minute')}",
                idle.cite,
            ),
        )
    )


def second_factor(*, factors: int, single_sign_on: bool, demo: bool) -> Decision:
    """Whether an account may open pages: with a passkey or an authenticator app besides its password.

    The force's own single sign-on asks for its own second factor. An invented account of a
    demonstration, where nobody real is on record, needs none.
    """
    cite = "Watchkeeper proposal; National Cyber Security Centre, multi-factor authentication"
    enough = factors > 0 or single_sign_on or demo
    says = (
        "a passkey or an authenticator app is set up" if enough else "no passkey and no authenticator app yet"
    )
    return Decision((Reason(enough, says, cite),))
