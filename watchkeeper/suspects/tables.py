"""The recorded facts of `suspects`, column by column."""

from watchkeeper.engine.tables import Table, code, day, instant, text, whole, yes_no
from watchkeeper.suspects.facts import (
    Band,
    ChildTie,
    DeviceStep,
    News,
    PromptAnswer,
    Sender,
    StepKind,
    Verdict,
)
from watchkeeper.workforce.facts import Rank

REFERRAL_REF = text(
    "referral_ref", "The referral, by its ref in suspect_referrals.", needed=True, refers="suspect_referrals"
)
_BY = text("by", "Who did, by ref in officers.", refers="officers")
_PERSON = text("person", "Where on record: their ref in people.", refers="people")
_NOTE = text("note", "More, in words.")
_WORKS = yes_no("works_with_children", "Whether they work with children, or volunteer with them.")
_CHILDREN = yes_no("children", "Whether a child lives at the address or visits it.")

AT = instant("at", "Day and time.", needed=True, past=True)

TABLES = (
    Table(
        "suspect_referrals",
        "suspects.Referral",
        "Referrals of online suspects of child abuse, as the National Crime Agency and others send them: "
        "one row for each suspect.",
        (
            instant(
                "received_at", "Day and time of receipt: every clock runs from here.", needed=True, past=True
            ),
            code("sender", "Who sent it.", Sender),
            text("sent_as", "Its number at whoever sent it."),
            text("unit", "Unit, by its ref in units.", refers="units"),
            text("family_name", "Family name of the suspect."),
            text("given_names", "Given names, in order."),
            day("born_on", "Date of birth.", past=True),
            _PERSON,
            text("postcode", "Postcode of the address."),
            _CHILDREN,
            _WORKS,
            text("platform", "Where online it was seen."),
            text("summary", "What was seen, in words. No material is kept here."),
        ),
        about="",
    ),
    Table(
        "suspect_people",
        "suspects.SuspectPerson",
        "More suspects of a referral, found after it came.",
        (
            REFERRAL_REF,
            AT,
            text("family_name", "Family name."),
            text("given_names", "Given names, in order."),
            day("born_on", "Date of birth.", past=True),
            _PERSON,
            _WORKS,
            _BY,
        ),
        about="",
    ),
    Table(
        "suspect_addresses",
        "suspects.SuspectAddress",
        "More addresses of a referral, found after it came.",
        (REFERRAL_REF, AT, text("postcode", "Postcode."), _CHILDREN, _BY, _NOTE),
        about="",
    ),
    Table(
        "suspect_children",
        "suspects.ChildNear",
        "Children whom a suspect comes near.",
        (
            REFERRAL_REF,
            AT,
            code("tie", "How the suspect comes near them.", ChildTie, needed=True),
            text("name", "Name of the child."),
            day("born_on", "Date of birth.", past=True),
            text("postcode", "Where."),
            _BY,
            _NOTE,
        ),
        about="",
    ),
    Table(
        "suspect_bands",
        "suspects.Banded",
        "Bands given to referrals, with the tool and its version. The tool itself is not kept here.",
        (
            REFERRAL_REF,
            code("band", "Which band.", Band, needed=True),
            AT,
            _BY,
            text("tool", "Which tool."),
            text("version", "Version of the tool."),
            text("reason", "Why, in words."),
        ),
        about="",
    ),
    Table(
        "suspect_news",
        "suspects.Learned",
        "What came to be known after a band was given.",
        (REFERRAL_REF, code("kind", "What kind of change.", News, needed=True), AT, _BY, _NOTE),
        about="",
    ),
    Table(
        "suspect_steps",
        "suspects.Step",
        "What happened in a referral: searches, arrests, interviews, returns to bail, charge decisions.",
        (
            REFERRAL_REF,
            code("kind", "What happened.", StepKind, needed=True),
            AT,
            _BY,
            text("crime", "The crime it is recorded in, by ref in crimes.", refers="crimes"),
            _NOTE,
        ),
        about="",
    ),
    Table(
        "suspect_delays",
        "suspects.Delayed",
        "Reasons why nothing was enforced in the band's time.",
        (
            REFERRAL_REF,
            AT,
            instant("next_at", "Day and time until which the reason holds."),
            _BY,
            code("rank", "Rank of whoever decided.", Rank),
            text("reason", "Why, in words."),
        ),
        about="",
    ),
    Table(
        "suspect_safeguards",
        "suspects.Safeguarded",
        "Referrals of children to a local authority.",
        (REFERRAL_REF, AT, text("authority", "Which local authority."), _BY, _NOTE),
        about="",
    ),
    Table(
        "suspect_devices",
        "suspects.DeviceRecord",
        "Steps of the devices of suspects.",
        (
            REFERRAL_REF,
            text("device", "Which device: the exhibit's own reference.", needed=True),
            code("step", "Which step.", DeviceStep, needed=True),
            AT,
            _BY,
            _NOTE,
        ),
        about="",
    ),
    Table(
        "suspect_prompts",
        "suspects.PromptAnswered",
        "Answers to prompts about the suicide risk of a suspect.",
        (
            REFERRAL_REF,
            text(
                "trigger",
                "What it is about: a ref in suspect_steps, or in suspect_devices of a result.",
                needed=True,
            ),
            AT,
            _BY,
            code("answer", "What was answered.", PromptAnswer),
            _NOTE,
        ),
        about="",
    ),
    Table(
        "suspect_managers_told",
        "suspects.ManagerTold",
        "When the manager of somebody on the register was told that they are a suspect.",
        (
            REFERRAL_REF,
            text("person", "Who is on the register, by ref in people.", needed=True, refers="people"),
            AT,
            text("officer", "Who was told, by ref in officers.", refers="officers"),
            _BY,
        ),
        about="",
    ),
    Table(
        "suspect_pairs",
        "suspects.Pair",
        "Two referrals that looked alike, and whether they are one.",
        (
            REFERRAL_REF,
            text(
                "other",
                "The later one, by ref in suspect_referrals.",
                needed=True,
                refers="suspect_referrals",
            ),
            code("verdict", "Whether they are one.", Verdict, needed=True),
            AT,
            _BY,
            text("reason", "Why, in words."),
            instant("undone_at", "When that was taken back; blank while it stands.", past=True),
            text("undone_by", "Who took it back, by ref in officers.", refers="officers"),
        ),
        about="",
    ),
    Table(
        "suspect_closures",
        "suspects.Finalised",
        "Referrals proposed to be closed, with the second look where one must be had.",
        (
            REFERRAL_REF,
            whole("outcome", "Outcome code."),
            day("on", "Day it was proposed.", past=True),
            _BY,
            text("reason", "Why, in words."),
            text("second_by", "Who looked again, by ref in officers.", refers="officers"),
            day("second_on", "Day of the second look.", past=True),
            yes_no("second_agrees", "Whether they agree."),
            yes_no("safeguarding", "Whether safeguarding was checked."),
        ),
        about="",
    ),
)
