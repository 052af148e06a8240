"""Decisions owed on every ground, decisions taken, and the rungs of the ladder."""

from dataclasses import replace

from tests.spec.explained.people import case, d, failed, home, level, outlook, plan, visit
from tests.spec.registers.subjects import away, convicted, told
from watchkeeper.briefing.facts import Case
from watchkeeper.escalation.facts import Charge, Choice, Decided, Ground
from watchkeeper.registers.facts import Change, Matter
from watchkeeper.risk.facts import Level, Outlook
from watchkeeper.visits.facts import Contact, Outcome
from watchkeeper.workforce.facts import Rank

SOUGHT = (
    visit("2026-10-06T10:00", Outcome.REFUSED, "V2", sought=True),
    visit("2026-10-14T19:00", Outcome.NO_REPLY, "V3", sought=True),
    visit("2026-10-24T10:00", Outcome.NOT_AT_HOME, "V4", sought=True),
    visit("2026-10-26T10:00", Outcome.NO_REPLY, "V5", sought=True),
)
GONE = (visit("2026-10-30T10:00", Outcome.GONE_AWAY, "V2"),)


def decided(ground: Ground, on: str, choice: Choice = Choice.NO_ACTION, **more: object) -> Decided:
    made = Decided("E1", ground, choice, d(on), "O5", Rank.CHIEF_INSPECTOR, "invented", None)
    return replace(made, **more)  # type: ignore[arg-type]


def refused(*decisions: Decided, count: int = 2, **more: object) -> Case:
    return case(facts={"contact": failed(*SOUGHT[:count]), "decisions": decisions}, **more)


def default(*decisions: Decided, **more: object) -> Case:
    return case(
        convicted(d("2024-10-01")),
        facts={"decisions": decisions},
        **{"notified": told("2025-10-05", "2024-10-02"), **more},
    )


def tries(count: int, of: Level = Level.MEDIUM, day: int = 19) -> dict[str, object]:
    made = [visit(f"2026-10-{day + n}T10:00", ref=f"V{n + 2}") for n in range(count)]
    return {"contact": failed(*made), "outlook": outlook(level=level(of))}


REFUSED, DEFAULT = Ground.REFUSED_ENTRY, Ground.FAILURE_TO_NOTIFY
GROUNDS = {
    "entry refused twice": refused(),
    "entry refused four times, at a place not on record": case(
        facts={"contact": failed(*(replace(v, premises="elsewhere") for v in SOUGHT))}
    ),
    "entry refused twice, no action decided": refused(decided(REFUSED, "2026-10-28")),
    "entry refused twice, decided by too low a rank": refused(
        decided(REFUSED, "2026-10-28", rank=Rank.CONSTABLE)
    ),
    "entry refused twice, decision lapsed": refused(
        decided(REFUSED, "2026-10-15", expires_on=d("2026-10-20"))
    ),
    "entry refused twice, warrant not carried out": refused(decided(REFUSED, "2026-10-15", Choice.WARRANT)),
    "entry refused twice, warrant to be carried out": refused(decided(REFUSED, "2026-11-01", Choice.WARRANT)),
    "entry refused twice, another attempt made and failed": refused(
        decided(REFUSED, "2026-10-16", Choice.ANOTHER_ATTEMPT), count=3
    ),
    "entry refused twice, now in custody": refused(away=(away("2026-10-30"),)),
    "entry refused twice, then released": refused(away=(away("2026-10-16", "2026-10-30"),)),
    "not seen for too long": case(
        facts={
            "contact": Contact(d("2024-09-15"), d("2024-09-15"), "V1"),
            "outlook": outlook(registered_on=d("2024-01-01")),
        },
    ),
    "never seen and nothing to count from": case(facts={"contact": Contact(), "outlook": Outlook()}),
    "no home on record": case(addresses=()),
    "home given up": case(addresses=(home(until="2026-10-29"),)),
    "told gone away": case(facts={"contact": failed(*GONE)}),
    "told gone away, decided late": case(
        facts={"contact": failed(visit("2026-10-12T10:00", Outcome.NO_SUCH_ADDRESS, "V2"))}
    ),
    "told gone away today": case(
        facts={"contact": failed(visit("2026-11-02T10:00", Outcome.GONE_AWAY, "V2"))}
    ),
    "entry refused twice since an older warrant": case(
        facts={
            "contact": failed(*SOUGHT[2:]),
            "decisions": (decided(REFUSED, "2026-09-10", Choice.WARRANT, done_on=d("2026-09-12")),),
        }
    ),
    "failures to notify": default(),
    "failures to notify, arrest decided and not made": default(decided(DEFAULT, "2026-10-07", Choice.ARREST)),
    "failures to notify, another since the decision": default(
        decided(DEFAULT, "2026-10-20"), changes=(Change("K1", Matter.BANK, d("2026-10-25")),)
    ),
    "several failures, one put right late": default(
        changes=(
            Change("K1", Matter.BANK, d("2026-10-12")),
            Change("K2", Matter.NAME, d("2026-10-13"), d("2026-10-19")),
            Change("K3", Matter.HOME_ADDRESS, d("2026-10-20")),
        )
    ),
    "charged with a further offence": case(
        facts={
            "charges": (
                Charge("G1", d("2026-10-29")),
                Charge("G2", d("2026-10-30")),
                Charge("G3", d("2026-10-30"), d("2026-10-31")),
            )
        }
    ),
    "charged again since the decision": case(
        facts={
            "charges": (Charge("G1", d("2026-10-20")), Charge("G2", d("2026-10-30"))),
            "decisions": (decided(Ground.FURTHER_OFFENCE, "2026-10-21", rank=Rank.SUPERINTENDENT),),
        }
    ),
    "reactive plan, level no longer low": case(
        facts={
            "outlook": outlook(
                plan=plan(reactive=True, reactive_since=d("2026-06-20"), deviation_reason="settled"),
                last_intelligence_on=d("2026-10-28"),
            )
        }
    ),
}
LADDER = {
    "one failed visit on a working day": case(facts=tries(1)),
    "one failed visit on a Saturday": case(facts=tries(1, day=24)),
    "failed visits call for enquiries": case(facts=tries(2)),
    "failed visits call for a supervisor": case(facts=tries(3)),
    "many failed visits": case(facts=tries(6)),
    "failed visits, high risk, review decided": case(
        facts={**tries(3, Level.HIGH), "decisions": (decided(Ground.REVIEW, "2026-10-22"),)}
    ),
}
CASES = {**GROUNDS, **LADDER}
