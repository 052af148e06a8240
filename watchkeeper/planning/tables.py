"""The recorded facts of `planning`, column by column."""

from watchkeeper.engine.tables import Column, Kind, Table, code, day, instant, several, text, whole
from watchkeeper.people.facts import Sex
from watchkeeper.people.tables import PERSON_REF
from watchkeeper.planning.facts import Came

_UNIT = text("unit", "The command unit, by its ref in units.", needed=True, refers="units")
_OFFICER = text("officer_ref", "The officer, by their ref in officers.", needed=True, refers="officers")
_NIGHT = day("night", "The day that was planned.", needed=True)
PART = Column("part", Kind.CODE, "Part of the day.", codes=("early", "day", "evening"))

TABLES = (
    Table(
        "bases",
        "planning.Base",
        "Where the crews of a unit start and end.",
        (_UNIT, text("postcode", "Postcode.", needed=True)),
        about="",
    ),
    Table(
        "officer_skills",
        "planning.OfficerSkill",
        "What an officer brings to a door besides rank and courses.",
        (
            _OFFICER,
            code("sex", "Sex as recorded, where visits may ask for it.", Sex),
            several("languages", "Languages spoken besides English, parted by semicolons."),
        ),
        about="",
    ),
    Table(
        "visit_needs",
        "planning.VisitNeed",
        "What a visit to a person asks of the crew.",
        (
            PERSON_REF,
            code("officer_sex", "Sex of at least one of the officers, where it matters.", Sex),
            text("language", "Language at least one of the officers must speak."),
        ),
    ),
    Table(
        "planned_visits",
        "planning.PlannedVisit",
        "What each night's plan made of those it drew: planned, or left out. Nights past.",
        (
            PERSON_REF,
            _UNIT,
            _NIGHT,
            code("came", "planned, or left out though the lot had fallen on them.", Came, needed=True),
            several("crew", "Officers of the round, by ref, parted by semicolons."),
            PART,
            instant("starts_at", "When the crew was to knock."),
            whole("minutes", "Minutes allowed at the door."),
        ),
    ),
    Table(
        "plan_looks",
        "planning.PlanLook",
        "Who opened a plan of visits, or one round of it.",
        (
            _UNIT,
            _NIGHT,
            _OFFICER,
            instant("at", "When.", needed=True, past=True),
            several("crew", "Officers of the round looked at; blank for the whole plan."),
        ),
        about="",
    ),
)
