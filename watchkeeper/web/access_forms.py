"""What the forms of access ask for: everything wrong at once, nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from watchkeeper.access.facts import Restriction
from watchkeeper.web.entered import TOO_LONG, short_enough
from watchkeeper.workforce.actions.officers import officer_as_known

LONGEST = 4000
DAY_PARTS = ("day", "month", "year")


@dataclass(slots=True)
class Wanted:
    """What was typed, by name, with what is wrong with it; `named` and `until` once they could be read."""

    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    until: date | None = None

    def __getitem__(self, name: str) -> str:
        return self.typed.get(name, "")

    @classmethod
    def of(cls, form: Mapping[str, str], *names: str) -> "Wanted":
        """The named fields of a form, as typed; a text past all use is said to be too long."""
        typed = {name: form.get(name, "").strip() for name in names}
        errors = {
            name: f"Write no more than {LONGEST:,} characters"
            for name, text in typed.items()
            if len(text) > LONGEST
        }
        return cls(typed, errors)

    @classmethod
    def before(cls, restriction: Restriction | None, manager: str) -> "Wanted":
        """A form filled with the restriction as it stands, or with the manager, who must see the record."""
        if restriction is None:
            return cls({"named": manager})
        until = restriction.until
        parts = (until.day, until.month, until.year) if until else ("", "", "")
        typed = {f"until-{name}": str(part) for name, part in zip(DAY_PARTS, parts, strict=True)}
        return cls({"named": "\n".join(restriction.named), "reason": restriction.reason, **typed})


def reason_wanted(form: Mapping[str, str], words: int) -> Wanted:
    """Why the glass is broken."""
    wanted = Wanted.of(form, "reason")
    if len(wanted["reason"].split()) < words:
        wanted.errors["reason"] = f"Say why in {words} words or more: who is in danger, of what, and why now"
    return wanted


def restriction_wanted(form: Mapping[str, str], on: date, at: datetime) -> Wanted:
    """Why a record is restricted, who may see it, and until when."""
    wanted = Wanted.of(form, "reason", "named", *(f"until-{part}" for part in DAY_PARTS))
    if not wanted["reason"]:
        wanted.errors["reason"] = "Say why the record is restricted"
    named = tuple(dict.fromkeys(wanted["named"].replace(",", " ").split()))
    wanted.named = short_enough(named)
    unknown = [ref for ref in wanted.named[:LONGEST] if officer_as_known(ref, known_at=at) is None]
    if wanted.named != named:
        wanted.typed["named"] = "\n".join(wanted.named)
        wanted.errors.setdefault("named", TOO_LONG)
    elif not wanted.named:
        wanted.errors["named"] = "Name an officer who may still see the record"
    elif unknown:
        wanted.errors.setdefault("named", f"No officer has the reference {', '.join(unknown)}")
    parts = [wanted[f"until-{part}"] for part in DAY_PARTS]
    if any(parts):
        try:
            wanted.until = date(*reversed([int(part) for part in parts]))
        except (ValueError, OverflowError):
            wanted.errors["until"] = "The day it ends must be a real day, such as 27 9 2026"
        else:
            if wanted.until <= on:
                wanted.errors["until"] = "The day it ends must be after today"
    return wanted


def conflict_wanted(form: Mapping[str, str], own: str, of_another: bool, at: datetime) -> Wanted:
    """Whose conflict it is, where the asker may declare another's, and why."""
    wanted = Wanted.of(form, "reason", *(("officer",) if of_another else ()))
    if not wanted["reason"]:
        wanted.errors["reason"] = "Say what the conflict is"
    officer = wanted["officer"] or own
    if not short_enough([officer]):
        wanted.typed["officer"] = ""
        wanted.errors["officer"] = TOO_LONG
    elif "officer" not in wanted.errors and officer_as_known(officer, known_at=at) is None:
        wanted.errors["officer"] = "No officer has this reference"
    return wanted
