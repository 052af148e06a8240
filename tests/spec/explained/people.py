"""One invented person with everything in order, from whom each case departs."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.spec.registers.subjects import convicted, person, told
from watchkeeper.briefing.facts import Case
from watchkeeper.people.facts import Address, AddressKind
from watchkeeper.registers.facts import Disposal, Subject
from watchkeeper.risk.facts import Assessment, Level, Outlook, Plan, Review, SetLevel
from watchkeeper.visits.facts import Contact, Outcome, Purpose, Visit
from watchkeeper.workforce.facts import Course, Managed, Officer, Rank, Role, Training

ON = date(2026, 11, 2)  # a Monday
PILLARS = ("supervision", "monitoring and control", "interventions and treatment", "victim safety")


def d(text: str) -> date:
    return date.fromisoformat(text)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def home(
    since: str = "2020-01-01",
    until: str = "",
    ref: str = "H1",
    kind: AddressKind = AddressKind.HOME,
    force: str = "",
) -> Address:
    return Address(ref, kind, "an invented line", "ZZ1 1ZZ", d(since), d(until) if until else None, force)


def level(of: Level, since: str = "2026-06-10") -> SetLevel:
    return SetLevel("L1", of, d(since), "O1")


def plan(**more: object) -> Plan:
    made = Plan("P1", d("2026-06-20"), pillars=PILLARS, approved_on=d("2026-06-21"), approved_by="O2")
    return replace(made, **more)  # type: ignore[arg-type]


SETTLED = Outlook(
    level=level(Level.MEDIUM),
    assessed=Assessment("S1", "ARMS", d("2026-09-01"), d("2026-09-02")),
    plan=plan(),
    reviewed=Review("R1", d("2026-09-10"), "O2"),
    registered_on=d("2026-06-01"),
)
SEEN = Contact(last_attempt_on=d("2026-09-15"), last_seen_on=d("2026-09-15"), last_seen_ref="V1")
MANAGED = Managed("M1", "O1", d("2026-06-02"), None)
COURSES = tuple(Training(course, d("2025-01-10"), d("2028-01-10")) for course in Course)


def officer(**more: object) -> Officer:
    made = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "U1", training=COURSES)
    return replace(made, **more)  # type: ignore[arg-type]


def outlook(**more: object) -> Outlook:
    return replace(SETTLED, **more)  # type: ignore[arg-type]


def visit(
    when: str,
    outcome: Outcome | None = Outcome.NO_REPLY,
    ref: str = "V2",
    premises: str = "H1",
    purpose: Purpose | None = Purpose.ASSESS_RISK,
    sought: bool = False,
    **more: object,
) -> Visit:
    made = Visit(ref, at(when), premises, purpose, sought, outcome, crew=("O1", "O2"))
    return replace(made, **more)  # type: ignore[arg-type]


def failed(*visits: Visit, seen: str = "2026-09-15", announced: tuple[Visit, ...] = ()) -> Contact:
    """Seen once, and then these attempts in order."""
    last = d(seen) if seen else None
    return Contact(visits[-1].day if visits else last, last, "V1" if last else "", visits, announced)


def case(*disposals: Disposal, facts: dict[str, object] | None = None, **more: object) -> Case:
    """The person in order, with other findings, other facts of a Case (`facts`) and of a Subject (`more`)."""
    who = replace(
        person(),
        born_on=more.pop("born_on", person().born_on),  # type: ignore[arg-type]
        intelligence_flag_on=more.pop("flag", d("2026-06-02")),  # type: ignore[arg-type]
        safety_marker=more.pop("marker", ""),  # type: ignore[arg-type]
    )
    found = more.pop("disposals", disposals or (convicted(),))
    known = {"notified": told("2026-06-02"), "addresses": (home(),), **more}
    subject = replace(Subject(who), disposals=found, **known)  # type: ignore[arg-type]
    made = Case("U1", subject, SETTLED, SEEN, MANAGED, officer())
    return replace(made, **(facts or {}))  # type: ignore[arg-type]
