"""The recorded facts of `escalation`, column by column."""

from watchkeeper.engine.tables import Table, code, day, text, yes_no
from watchkeeper.escalation.facts import Choice, Ground
from watchkeeper.escalation.failing import OFFENCES, ProsecutionKind, ProsecutionOutcome
from watchkeeper.people.tables import PERSON_REF
from watchkeeper.workforce.facts import Rank

FAILURE = (
    code("duty", "The duty not met.", tuple(OFFENCES), needed=True),
    text("about", "The change, stay or journey it is about, by its ref; blank where there is none."),
    day("failed_on", "First day of default, the day after the last lawful day.", needed=True, past=True),
)

TABLES = (
    Table(
        "decisions",
        "escalation.Decided",
        "Decisions on enforcement, the decision not to act among them.",
        (
            PERSON_REF,
            code("ground", "What the decision was asked for.", Ground, needed=True),
            code("choice", "What was decided.", Choice, needed=True),
            day("decided_on", "Day decided.", needed=True, past=True),
            text("decided_by", "Who decided, by ref in officers.", needed=True, refers="officers"),
            code("rank", "Rank they held that day.", Rank, needed=True),
            text("reason", "The reason, in words."),
            day("expires_on", "First day it no longer holds."),
            day("done_on", "Day it was carried out.", past=True),
        ),
    ),
    Table(
        "outcomes",
        "escalation.Outcome",
        "What came of a decision in the end. Each row's ref is that of its decision.",
        (
            PERSON_REF,
            yes_no("made", "Yes when what was decided was done.", needed=True),
            day("happened_on", "Day it was known what came of it.", needed=True, past=True),
            text("says", "What came of it, in words."),
        ),
    ),
    Table(
        "charges",
        "escalation.Charge",
        "Charges with a serious further offence.",
        (
            PERSON_REF,
            day("charged_on", "Day of charge.", needed=True, past=True),
            day("review_commissioned_on", "Day the internal management review was commissioned.", past=True),
        ),
    ),
    Table(
        "excuses",
        "escalation.Excuse",
        "Excuses given for failures to notify, s.91(1)(a), and the answer of an officer of rank.",
        (
            PERSON_REF,
            *FAILURE,
            day("given_on", "Day the excuse was given.", needed=True, past=True),
            text("says", "The excuse, in words."),
            yes_no("accepted", "Yes when it was accepted, no when not; blank while nobody has answered."),
            day("answered_on", "Day it was answered.", past=True),
            text("answered_by", "Who answered, by ref in officers.", refers="officers"),
            code("rank", "Rank they held that day.", Rank),
            text("reason", "Why it was accepted or not, in words."),
            day("review_on", "First day an accepted excuse no longer holds while the failure goes on."),
        ),
    ),
    Table(
        "prosecutions",
        "escalation.Prosecution",
        "Charges, summonses and cautions for failures to notify, s.91, and how they ended.",
        (
            PERSON_REF,
            *FAILURE,
            code("kind", "How it was begun.", ProsecutionKind, needed=True),
            day("begun_on", "Day of charge, summons or caution.", needed=True, past=True),
            text("court", "The court."),
            code("outcome", "How it ended at court; blank while it goes on.", ProsecutionOutcome),
            day("ended_on", "Day it ended.", past=True),
            text("says", "What the court ordered, in words."),
        ),
    ),
)
