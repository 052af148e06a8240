"""Compiling the brief of a night and freezing it, and explaining one person's clocks: both are acts."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from watchkeeper.access.acts import act_about
from watchkeeper.audit.models import Entry
from watchkeeper.audit.own_database import own_database
from watchkeeper.briefing.apart import CrimeTask, MissingTask
from watchkeeper.briefing.assembling import announced, gathered, loads, read_register, weekly
from watchkeeper.briefing.beforehand import asked_of_crimes, asked_of_missing
from watchkeeper.briefing.compiling import brief_of, written
from watchkeeper.briefing.explaining import Explained, explained
from watchkeeper.briefing.facts import Asked, Brief
from watchkeeper.briefing.force import announced_lines, fall_lines, load_lines
from watchkeeper.briefing.inspection_night import of_inspection
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.briefing.paper import as_json
from watchkeeper.briefing.rating_night import of_second_ratings
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.briefing.second import Task, second
from watchkeeper.briefing.sharing import Question, begun, handed, shared
from watchkeeper.briefing.staffing import staff_of
from watchkeeper.crimes.models import Crime
from watchkeeper.engine.collecting import uncollected
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.people.models import Person
from watchkeeper.suspects.models import Referral
from watchkeeper.workforce.actions.officers import SYSTEM, ensure_system_officer, officer_as_known
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.models import Unit
from watchkeeper.workforce.rules.authority import may

CRIMES_A_PERSON = 20
"""Crimes that are read, most of them in passing, in the time it takes to work out one person."""

COMPRESSION = 1  # fastest: a brief is written every night and seldom read again


class UnknownError(LookupError):
    """Somebody or something asked for is not on record; the message says what and where to look."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A compiled brief and its bytes. `says` tells whether it is new or the same as one frozen before.

    `differs` is True when a brief was frozen for the same night, instant, unit and officer
    and what is worked out today is not that brief, byte for byte.
    """

    brief: Brief
    content: bytes
    digest: str
    says: str
    differs: bool


@dataclass(frozen=True, slots=True)
class _Work:
    """A brief worked out, before anything is written: up to which act, and what was frozen before."""

    brief: Brief
    content: bytes
    digest: str
    through: int
    before: FrozenBrief | None


def compile_brief(
    asked: Asked, *, by: str, law: Shelf, calendar: Calendar, at: datetime, account: str = ""
) -> Frozen:
    """Work out the brief asked for and freeze it, or hold it against the one frozen before.

    The work is always done afresh: a brief frozen for the same question is compared, never
    handed back. It is frozen once; comparing leaves it as it is. A manager may ask for the
    brief of their own people. `account` is the login of whoever asks, kept on the trail where
    the system officer compiles for them.

    The register is read before the act begins, so that nobody waits to write while it is read;
    whatever goes wrong then is raised again inside the act, and is on the trail.

    Raises Refused without the power and UnknownError for an officer or unit nobody knows.
    """
    compiler = known_officer(by, law, at)
    power = Power.READ_BRIEF if asked.officer == compiler.ref else Power.COMPILE_BRIEF
    work: _Work | None = None
    failure: Exception | None = None
    if may(compiler, power, law, on=at.date()).allowed:
        try:
            work = _worked(asked, law, calendar)
        except Exception as error:
            failure = error
    with act(power, by=compiler, about="", on=at.date(), law=law, purpose="nightly brief", at=at) as this:
        if failure is not None:
            raise failure
        if work is None:
            raise RuntimeError("a power was granted between asking and acting; ask again")
        this.fact("on", asked.on)
        this.fact("known_at", asked.known_at.isoformat())
        this.fact("digest", work.digest)
        if account:
            this.fact("account", account)
        if work.before is not None:
            return Frozen(work.brief, work.content, work.digest, *_compared(work.before, work.digest, law))
        frozen = FrozenBrief.objects.create(
            on=asked.on,
            known_at=asked.known_at,
            unit=asked.unit,
            officer=asked.officer,
            policy_version=law.version,
            compiled_at=at,
            act=this.number,
            through=work.through,
            digest=work.digest,
            content=zlib.compress(work.content, COMPRESSION),
        )
        this.seal(frozen)
    says = f"Frozen as {work.digest[:12]}: {_again(asked)}"
    return Frozen(work.brief, work.content, work.digest, says, differs=False)


def explain(
    person: str,
    asked: Asked,
    *,
    by: str,
    purpose: str,
    law: Shelf,
    calendar: Calendar,
    at: datetime,
    account: str = "",
) -> Explained:
    """Every clock and decision owed of one person. Looking is an act, with a purpose, on the trail.

    Raises Refused without the power or the need to know, and UnknownError for a person nobody knows
    at that instant.
    """
    reader = known_officer(by, law, at)
    with act_about(
        Power.READ_PERSON, by=reader, about=person, on=at.date(), law=law, purpose=purpose, at=at
    ) as this:
        if account:
            this.fact("account", account)
        case = case_as_known(person, law, on=asked.on, known_at=asked.known_at)
        if case is None:
            raise UnknownError(f"nobody is known as {person!r} at {asked.known_at:%Y-%m-%d %H:%M %Z}")
        return explained(case, law, calendar, on=asked.on)


def note_export(
    content: bytes, *, rows: int, brief: str, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> None:
    """Put on the trail that rows of a brief leave the house: how many, of which brief, with their hash.

    Call it before they are handed over. Raises Refused without the power, and without a purpose.
    """
    with act(Power.EXPORT_BRIEF, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        this.fact("rows", rows)
        this.fact("brief", brief)
        this.fact("sha256", hashlib.sha256(content).hexdigest())


def _worked(asked: Asked, law: Shelf, calendar: Calendar) -> _Work:
    known_asked(asked)
    before = (
        FrozenBrief.objects.filter(
            on=asked.on, known_at=asked.known_at, unit=asked.unit, officer=asked.officer
        )
        .order_by("id")
        .first()
    )
    through = before.through if before else Entry.objects.aggregate(top=Max("number"))["top"] or 0
    brief = _compiled(asked, law, calendar, through, people=_many(asked))
    content = as_json(brief)
    return _Work(brief, content, hashlib.sha256(content).hexdigest(), through, before)


def _compiled(asked: Asked, law: Shelf, calendar: Calendar, through: int, *, people: int) -> Brief:
    """Read the register and ask every rule.

    What Django is asked comes first: its connection may be closed for the engine to read.
    """
    rated_late = of_second_ratings(asked, law, through)
    conflicts, taken_on = asked_of_crimes(asked, through), asked_of_missing(asked, through)
    inspected, suspects = of_inspection(asked, law, calendar, through), Referral.objects.exists()
    source = own_database()
    whose = source, law, asked, through
    waiting: list[Task] = [] if conflicts is None else [CrimeTask(*whose, conflicts)]
    if taken_on is not None or suspects:
        waiting.append(MissingTask(*whose, taken_on, suspects))
    with second(people) as other, uncollected():
        handed(waiting, other)
        # Only now: it brings numpy, whose threads would keep the second process from being a fork.
        from watchkeeper.briefing.plans import plan_lines

        with read_register(
            source,
            law,
            on=asked.on,
            known_at=asked.known_at,
            through=through,
            unit=asked.unit,
            officer=asked.officer,
        ) as snapshot:
            handed(waiting, other)
            staff, managed = staff_of(snapshot), loads(snapshot)
            question = Question(law, asked.on, asked.unit, asked.officer)
            # The second process has people to work out while this one sees to the force.
            rows = begun(gathered(snapshot, staff, spent=True), question, other, waiting)
            holding = (staff[ref] for ref in staff if ref in managed)
            of_the_force = [*load_lines(holding, managed, law, on=asked.on), *rated_late]
            if not asked.officer:  # theirs are their own load and their people: the unit is not
                of_the_force += announced_lines(announced(snapshot), law, on=asked.on)
                of_the_force += fall_lines(weekly(snapshot), law, on=asked.on)
                of_the_force += plan_lines(snapshot, staff, law, on=asked.on)
        counted, found = shared(rows, question, calendar, other, waiting)
        wanted = (
            line for line in of_the_force if asked.unit in ("", line.unit) and asked.officer in ("", line.who)
        )
        return brief_of(
            (*written((*wanted, *inspected), law, on=asked.on), *found),
            counted,
            law,
            on=asked.on,
            known_at=asked.known_at,
            unit=asked.unit,
            officer=asked.officer,
        )


def _many(asked: Asked) -> int:
    """About how many people the brief is read from, or as much work: whether to share it hangs on that."""
    if asked.officer:
        return 0
    of_whom = {"unit": asked.unit} if asked.unit else {}
    crimes = Crime.objects.aggregate(top=Max("id"))["top"] or 0  # numbered as they come, and none removed
    return max(Person.objects.filter(**of_whom).count(), crimes // CRIMES_A_PERSON)


def known_officer(ref: str, law: Shelf, at: datetime) -> Officer:
    """The officer of this ref, or the system officer for none. Raises UnknownError for a ref nobody knows."""
    if ref in ("", SYSTEM):
        return ensure_system_officer(law=law, at=at)
    found = officer_as_known(ref, known_at=at)
    if found is None:
        raise UnknownError(f"no officer is known as {ref!r}: watchkeeper officer list shows them")
    return found


def known_asked(asked: Asked) -> None:
    """Raises UnknownError for a unit or an officer nobody knew at the instant of the brief asked for."""
    if asked.unit:
        units = sorted(Unit.objects.as_known(asked.known_at).values_list("ref", flat=True))
        if asked.unit not in units:
            raise UnknownError(f"no unit is known as {asked.unit!r}: there are {names(units) or 'none'}")
    if asked.officer and officer_as_known(asked.officer, known_at=asked.known_at) is None:
        raise UnknownError(f"no officer is known as {asked.officer!r}: watchkeeper officer list shows them")


def _compared(before: FrozenBrief, digest: str, law: Shelf) -> tuple[str, bool]:
    frozen = f"the brief frozen on {before.compiled_at:%Y-%m-%d %H:%M} as {before.digest[:12]}"
    if before.digest == digest:
        return f"Worked out afresh: byte for byte {frozen}.", False
    why = (
        f"policy was {before.policy_version} then and is {law.version} now"
        if before.policy_version != law.version
        else "the same policy, so the rules or the stored facts are not what they were"
    )
    return f"NOT {frozen}: {why}.", True


def _again(asked: Asked) -> str:
    return f"--on {asked.on} --known-at {asked.known_at.isoformat()} replays it."
