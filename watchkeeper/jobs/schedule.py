"""Looking round: what is due is worked out from what has been done, and asked for once."""

from datetime import date, datetime

from django.db.models import Max

from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.alerts.actions import raise_alerts
from watchkeeper.alerts.facts import OF_THE_SYSTEM, Kind, Raising, Urgency
from watchkeeper.alerts.stored import causes, incidents
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.jobs import imports, plans, studies, tasks
from watchkeeper.jobs.asking import ask, last_attempt
from watchkeeper.jobs.clearing import to_clear
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.renamed import newest_records
from watchkeeper.jobs.rules import DAY, brief_due, digest_due, given_up
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.workforce.facts import Rank

ALERTS_PAGE = "/alerts/"


def look_round(law: Shelf, *, at: datetime) -> int:
    """Ask for whatever is due, and raise alerts about what went wrong; how many jobs were asked for.

    Any number of workers may look: each job is asked for once.
    """
    here = at.astimezone(today.LONDON)
    on = here.date()
    asked = _brief(law, here=here, at=at)
    if digest_due(law, here=here).allowed:
        for officer in (
            Account.objects.filter(is_active=True).exclude(email="").values_list("officer_ref", flat=True)
        ):
            key = f"digest {on} {officer}"
            asked += ask(key, tasks.send_digest, officer, on.isoformat(), law=law, at=at)
    if imports.to_sweep(law, at=at, on=on):
        asked += ask(f"sweep {on}", imports.sweep, law=law, at=at)
    if newest := newest_records():
        asked += ask(f"new names {newest}", tasks.raise_of_new_names, law=law, at=at)
    asked += studies.ask_waiting(law, at=at)
    asked += plans.ask_plans(law, here=here, at=at)
    if to_clear(law, at=at, on=on):
        asked += ask(f"clear {on}", tasks.clear_jobs, law=law, at=at)
    raise_alerts(_gone_wrong(law, at=at, on=on), on=on, law=law, purpose="background work", at=at)
    return asked


def _brief(law: Shelf, *, here: datetime, at: datetime) -> int:
    on = here.date()
    asked = 0
    whole = FrozenBrief.objects.filter(unit="", officer="", on__lte=on)
    newest: date | None = whole.aggregate(top=Max("on"))["top"]
    if brief_due(newest, law, here=here).allowed and Person.objects.exists():
        asked += ask(f"brief {on}", tasks.compile_night, on.isoformat(), at.isoformat(), law=law, at=at)
    if newest is not None and newest >= on - DAY:
        frozen = whole.filter(on=newest).order_by("-id").values_list("id", flat=True)[0]
        asked += ask(f"alerts of brief {frozen}", tasks.raise_of_brief, frozen, law=law, at=at)
    return asked


def _gone_wrong(law: Shelf, *, at: datetime, on: date) -> list[Raising]:
    """Alerts nobody has been shown, and jobs that failed as often as they may: each is said once."""
    said = causes(OF_THE_SYSTEM).get("", set())
    found = []
    lost = [alert for alert, _ in incidents(law, at=at, on=on) if alert.raising.kind not in OF_THE_SYSTEM]
    if lost and lost[0].ref not in said:
        many = f"{len(lost)} alerts have" if len(lost) > 1 else "1 alert has"
        found.append(_about(Kind.UNDELIVERED, f"{many} been shown to nobody", lost[0].ref))
    recent = Job.objects.filter(asked_at__gt=at - DAY).values_list("key", flat=True).distinct()
    for key in recent:
        last = last_attempt(key)
        if key not in said and last is not None and given_up(last, law, on=on):
            found.append(_about(Kind.FAILED_JOB, f"{key}: failed {last.number} times", key))
    return found


def _about(kind: Kind, says: str, cause: str) -> Raising:
    return Raising(kind, says, "", cause, "", Rank.INSPECTOR, Urgency.TODAY, ALERTS_PAGE)
