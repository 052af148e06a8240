"""The recorded facts of `risk`, column by column."""

from watchkeeper.engine.tables import Table, code, day, several, text, whole, yes_no
from watchkeeper.people.tables import PERSON_REF
from watchkeeper.risk.answers import Place
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
    Table(
        "assessments_begun",
        "risk.BegunAssessment",
        "Assessments begun with an instrument, open until a rating of them is concluded.",
        (
            PERSON_REF,
            text("pack", "The instrument, by name, version and hash.", needed=True),
            day("begun_on", "Day begun.", needed=True, past=True),
            text("begun_by", "Who began it, by ref in officers.", refers="officers"),
            text("why", "Why it was begun."),
            text("supersedes", "The earlier one it replaces, by its ref."),
            day("ended_on", "Day it was ended without a conclusion.", past=True),
            text("ended_why", "Why it was."),
            text("signed_off_by", "Who signed it off, by ref in officers.", refers="officers"),
            text("sign_off_says", "What they said of it."),
        ),
    ),
    Table(
        "ratings",
        "risk.Rating",
        "What an officer answered in an assessment, and what it came to.",
        (
            PERSON_REF,
            text(
                "assessment_ref",
                "The assessment, by its ref in assessments_begun.",
                needed=True,
                refers="assessments_begun",
            ),
            code(
                "place",
                "first: the assessor's own; second: of an officer who does not see it.",
                Place,
                needed=True,
            ),
            text("pack", "The instrument, by name, version and hash.", needed=True),
            day("on", "Day it was last saved, or concluded.", needed=True, past=True),
            text("by", "Whose rating, by ref in officers.", refers="officers"),
            text("answers", "Each answer with its source, as JSON."),
            yes_no("concluded", "Yes once it is concluded; blank or no while it is open."),
            text("base_band", "The band of the total."),
            text("adjusted_band", "The band as the instrument moves it."),
            text("band", "The band the officer concluded."),
            text("why", "Why it is another, or why at all for a judgement."),
            yes_no("provisional", "Yes where something not known could still change the band."),
            yes_no("stands", "Yes where it might stand behind a decision when it was concluded."),
            text("completes", "The completed assessment, by its ref in assessments."),
        ),
    ),
    Table(
        "plan_actions",
        "risk.PlanAction",
        "What an assessment asks of the plan: whose it is, and by when.",
        (
            PERSON_REF,
            text("assessment_ref", "The assessment, by its ref.", refers="assessments_begun"),
            text("says", "What is to be done.", needed=True),
            text("owner", "Whose it is, by ref in officers.", refers="officers"),
            day("by", "The last day for it.", needed=True),
            day("done_on", "Day it was done.", past=True),
        ),
    ),
    Table(
        "level_reasons",
        "risk.LevelReason",
        "Why a level was set below what a score points to.",
        (
            PERSON_REF,
            text("level_ref", "The level, by its ref in levels.", needed=True),
            text("says", "Why, in words."),
            text("points_to", "The level the score points to."),
            text("rating_ref", "The rating, by its ref in ratings."),
        ),
    ),
)
