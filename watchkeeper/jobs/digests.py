"""The digest of a day by e-mail: references and counts, never a name."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from watchkeeper.alerts.facts import Kind, Urgency
from watchkeeper.alerts.stored import Open
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.jobs.models import Effect
from watchkeeper.law.wording import day

SHOWN = 20
"""References listed of each kind; the count is always of all."""


def digest(lines: Sequence[Line], alerts: Sequence[Open], *, on: date) -> str:
    """What the e-mail says: alerts that wait for the officer, and their lines of the brief by section."""
    now = sum(1 for alert, _ in alerts if alert.raising.urgency is Urgency.NOW)
    says = [f"Watchkeeper, {day(on)}.", ""]
    says.append(f"Alerts that wait for you: {len(alerts)}. To be acted on now: {now}.")
    for kind in Kind:
        about = [alert.raising.about or alert.ref for alert, _ in alerts if alert.raising.kind is kind]
        if about:
            more = f" and {len(about) - SHOWN} more" if len(about) > SHOWN else ""
            says.append(f"  {kind}: {', '.join(about[:SHOWN])}{more}")
    counts = Counter(line.section for line in lines)
    says += ["", f"Lines of the brief that are yours: {len(lines)}."]
    says += [f"  {section}: {counts[section]}" for section in Section if counts[section]]
    says += ["", f"Sign in to see them: {settings.ADDRESS}/"]
    return "\n".join(says)


def send_once(says: str, *, to: str, officer: str, on: date, at: datetime) -> bool:
    """Send the digest of a day to an officer unless it has been sent; whether it was.

    It is noted as sent in the transaction that sends it: cut short between the two it is sent
    again, with the same Message-ID, rather than never.
    """
    key = f"digest {on} {officer}"
    with transaction.atomic():
        _, new = Effect.objects.get_or_create(key=key, defaults={"at": at})
        if new:
            EmailMessage(
                subject=f"Watchkeeper: your digest of {day(on)}",
                body=says,
                to=[to],
                headers={"Message-ID": f"<digest-{on}-{officer}@watchkeeper.invalid>"},
            ).send()
    return new
