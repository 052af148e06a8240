"""The recorded facts of `risk`, column by column."""

from watchkeeper.engine.tables import Table, code, day, several, text, whole, yes_no
from watchkeeper.people.tables import PERSON_REF
from watchkeeper.risk.facts import Level, OverrideKind
from watchkeeper.workforce.facts import Rank

TABLES = (
    Table(
        "levels",
        "risk.SetLevel",
        "Recorded decisions of the level of risk.",
        (
            PERSON_REF,
            code("level", "The level.", Level, needed=True),
            day("set_on", "Day it was set.", needed=True, past=True),
            text("set_by", "Who set it, by ref in officers.", refers="officers"),
        ),
    ),
    Table(
        "assessments",
        "risk.Assessment",
        "Completed structured assessments.",
        (
            PERSON_REF,
            text("instrument", "The instrument, for example ARMS.", needed=True),
            day("completed_on", "Day completed.", needed=True, past=True),
            day("signed_off_on", "Day a supervisor signed it off.", past=True),
        ),
    ),
    Table(
        "plans",
        "risk.Plan",
        "Risk management plans.",
        (
            PERSON_REF,
            day("made_on", "Day made.", needed=True, past=True),
            whole("visit_every_months", "Months between visits; blank leaves it to force policy."),
            text("deviation_reason", "Reason where that differs from force policy."),
            yes_no("reactive", "Yes for reactive management: no home visits."),
            day("reactive_since", "Day reactive management began."),
            several("pillars", "Pillars filled in, parted by semicolons."),
            whole("actions_without_owner", "Actions nobody owns."),
            day("approved_on", "Day a supervisor approved it."),
            text("approved_by", "Who approved it, by ref in officers.", refers="officers"),
        ),
    ),
    Table(
        "intelligence",
        "risk.Intelligence",
        "Items of intelligence about the person. No text: only that it came and was reviewed.",
        (
            PERSON_REF,
            day("received_on", "Day received.", needed=True, past=True),
            yes_no("significant", "Whether it may call for a new assessment."),
            day("reviewed_on", "Day the manager reviewed it.", past=True),
        ),
    ),
    Table(
        "reviews",
        "risk.Review",
        "Supervisors' reviews of plan, record and intelligence triggers.",
        (
            PERSON_REF,
            day("reviewed_on", "Day of the review.", needed=True, past=True),
            text("reviewed_by", "Who reviewed, by ref in officers.", refers="officers"),
        ),
    ),
    Table(
        "overrides",
        "risk.Override",
        "Levels and intervals set by rank against the assessment or force policy, each for a time.",
        (
            PERSON_REF,
            code("kind", "What was overridden.", OverrideKind, needed=True),
            text("about", "The level or the plan that carries it, by its ref.", needed=True),
            text("was", "What it was, or would have been."),
            text("now", "What it was set to."),
            text("reason", "Why."),
            text("decided_by", "Who decided, by ref in officers.", refers="officers"),
            code("rank", "Rank they held that day.", Rank, needed=True),
            day("since", "First day in force.", needed=True, past=True),
            day("until", "First day no longer in force: it is decided again before then.", needed=True),
        ),
    ),
)
