"""How old the form is that a carer keeps of a child: the Philomena Protocol.

The carer keeps it current, and gives it to the police when the child is missing. Its age is shown; the
days after which it is out of date are a proposal of ours.
"""

from dataclasses import dataclass
from datetime import date, datetime

from watchkeeper.law.clocks import days_after, london_day
from watchkeeper.law.decision import Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.missing.facts import PhilomenaForm


@dataclass(frozen=True, slots=True)
class FormAge:
    """The newest form and its age in days; None of both where none was taken in, or it bears no day."""

    form: PhilomenaForm | None
    age_days: int | None
    current: Reason


def form_age(forms: tuple[PhilomenaForm, ...], law: Shelf, *, at: datetime) -> FormAge:
    """The newest version taken in by an instant, and whether it is current by policy.

    By the day the carer changed it, then by when it came. On its last day it is current still.
    """
    row, on = law["missing_form_days"], london_day(at)
    newest = max(
        (f for f in forms if f.received_at <= at),
        key=lambda f: (f.dated_on or date.min, f.received_at, f.ref),
        default=None,
    )
    if newest is None:
        return FormAge(None, None, Reason(False, "no form was taken in", row.cite))
    if newest.dated_on is None:
        return FormAge(newest, None, Reason(False, f"version {newest.version} bears no day", row.cite))
    age = (on - newest.dated_on).days
    met = on <= days_after(row.whole(on), newest.dated_on)
    says = f"version {newest.version} of {day(newest.dated_on)}, {days(age)} old"
    return FormAge(newest, age, Reason(met, says, row.cite))
