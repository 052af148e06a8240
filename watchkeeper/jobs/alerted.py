"""The alerts that wait for an officer, without those about people whose record is shut to them."""

from datetime import date, datetime

from watchkeeper.access.rules import NOT_AVAILABLE
from watchkeeper.access.stored import shut_to
from watchkeeper.alerts.models import Alert
from watchkeeper.alerts.stored import Open, open_to
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer


def waiting_for(officer: Officer, law: Shelf, *, at: datetime, on: date) -> tuple[Open, ...]:
    """The open alerts put before an officer now, oldest first.

    One about a restricted record, or about somebody with whom they have a conflict of
    interest, is left out as if it were not there; it climbs to somebody who may see it.
    """
    found = open_to(officer, law, at=at, on=on)
    if not any(alert.raising.about for alert, _ in found):
        return found
    shut = shut_to(officer, law, on=on, known_at=at)
    return tuple(one for one in found if one[0].raising.about not in shut)


def not_shut(alert_ref: str, officer: Officer, law: Shelf, *, at: datetime, on: date) -> None:
    """Raise Refused, saying no more than that, for an alert about a record that is shut to the officer."""
    about = Alert.objects.filter(ref=alert_ref).values_list("person_ref", flat=True).first()
    if about and about in shut_to(officer, law, on=on, known_at=at):
        raise Refused(Decision((NOT_AVAILABLE,)))
