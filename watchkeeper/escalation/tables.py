"""The recorded facts of `escalation`, column by column."""

from watchkeeper.engine.tables import Table, code, day, text, yes_no
from watchkeeper.escalation.facts import Choice, Ground
from watchkeeper.people.tables import PERSON_REF
from watchkeeper.workforce.facts import Rank

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
)
