"""The form by which an officer is entered or changed: everything read at once, nothing typed is lost."""

from datetime import datetime

from watchkeeper.law.wording import a
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import Entered
from watchkeeper.workforce import models
from watchkeeper.workforce.actions.officers import officer_as_known
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training

WHOLE = 100  # per cent of full-time hours
LONGEST_REF = 40
ROLES = tuple(role for role in Role if role is not Role.SYSTEM)


class Appointment:
    """What was typed about one officer; `known` is what stands, None for somebody new."""

    def __init__(self, form: Entered, known: Officer | None, asking: Asking) -> None:
        self._form, self._known, self._asking = form, known, asking

    def value(self, name: str) -> str:
        """What a field shows: as typed, else as it stands."""
        if name in self._form.data or self._known is None:
            return self._form.data.get(name, "100" if name == "hours" else "")
        known = self._known
        return {
            "rank": known.rank.value,
            "role": known.role.value,
            "unit": known.unit,
            "hours": f"{known.hours_share * WHOLE:g}",
        }.get(name, "")

    def read(self) -> Officer | None:
        """The officer as typed; None when something is wrong, and the form says what."""
        form = self._form
        ref = self._known.ref if self._known else self._ref()
        rank = form.one_of("rank", [rank.value for rank in Rank], "Choose a rank")
        role = form.one_of("role", [role.value for role in ROLES], "Choose a role")
        unit = form.one_of("unit", units(self._asking.at), "Choose a unit")
        share = self._hours()
        since, until = form.day("since"), form.day("until")
        if since is not None and until is not None and until < since:
            form.wrong("until", "The day they leave must not be before their first day")
        training = self._training()
        form.text("why", "Say why, for the trail")
        self._meanwhile()
        if form.problems or share is None:
            return None
        return Officer(ref, Rank(rank), Role(role), unit, share, since, until, training)

    def _ref(self) -> str:
        ref = self._form.text("ref", "Enter the officer's reference, as your force writes it")
        if not all(letter.isalnum() or letter in "-_." for letter in ref) or len(ref) > LONGEST_REF:
            self._form.wrong("ref", "A reference holds letters, digits, dashes, dots and underscores only")
        elif ref and officer_as_known(ref, known_at=self._asking.at) is not None:
            self._form.wrong("ref", f"{ref} is on record already: change them instead")
        return ref

    def _hours(self) -> float | None:
        typed = self._form.text("hours", "Enter the share of full-time hours, like 100 or 60")
        try:
            share = float(typed.rstrip("% ")) / WHOLE
        except ValueError:
            share = 0
        if typed and not 0 < share <= 1:
            self._form.wrong("hours", "The share of full-time hours is above 0 and at most 100")
            return None
        return share

    def _training(self) -> tuple[Training, ...]:
        held = self._known.training if self._known else ()
        named = self._form.one_of("course", [course.value for course in Course])
        awarded, expires = self._form.day("awarded"), self._form.day("expires")
        if not named:
            if awarded or expires:
                self._form.wrong("course", "Choose the course that was passed")
            return held
        if awarded is None:
            self._form.wrong("awarded", "Enter the day the course was passed")
            return held
        if awarded > self._asking.on:
            self._form.wrong("awarded", "The day the course was passed cannot lie ahead")
        if expires is not None and expires <= awarded:
            self._form.wrong("expires", "The course must lapse after it was passed")
        return (*held, Training(Course(named), awarded, expires))

    def _meanwhile(self) -> None:
        """Nothing another officer saved is written over unseen: both are shown, and asked about."""
        if self._known is None or self._form.data.get("seen") == standing(self._known.ref, self._asking.at):
            return
        now = self._known
        self._form.wrong(
            "rank",
            f"Somebody changed {now.ref} while you wrote: they are now {a(now.rank)}, {now.role}, of "
            f"{now.unit}. Look at what you typed, and save again to replace it",
        )


def standing(ref: str, at: datetime) -> str:
    """Which version of an officer stands, for a form to say what it was filled in from."""
    row = models.Officer.objects.filter(ref=ref).as_known(at).values_list("id", flat=True).first()
    return str(row or "")


def units(at: datetime) -> list[str]:
    """The references of every unit known."""
    return list(models.Unit.objects.as_known(at).order_by("ref").values_list("ref", flat=True))


def options(asking: Asking) -> dict[str, object]:
    """What the lists of the form offer."""
    choose = {"value": "", "text": "Choose"}
    names = models.Unit.objects.as_known(asking.at).order_by("ref").values_list("ref", "name")
    return {
        "ranks": [choose, *({"value": rank.value, "text": rank.value} for rank in Rank)],
        "roles": [choose, *({"value": role.value, "text": role.value} for role in ROLES)],
        "units": [choose, *({"value": ref, "text": f"{ref} {name}".strip()} for ref, name in names)],
        "courses": [
            {"value": "", "text": "No course"},
            *({"value": course.value, "text": course.value} for course in Course),
        ],
    }
