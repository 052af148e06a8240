"""The recorded facts of `workforce`, column by column."""

from watchkeeper.engine.tables import Column, Kind, Table, code, day, instant, text
from watchkeeper.workforce.facts import Course, Rank, Role

OFFICER_REF = text("officer_ref", "The officer, by their ref in officers.", needed=True, refers="officers")

TABLES = (
    Table(
        "units",
        "workforce.Unit",
        "Command units and the boroughs they cover.",
        (
            text("name", "Name of the unit.", needed=True),
            text("boroughs", "Boroughs covered, parted by semicolons."),
        ),
        about="",
    ),
    Table(
        "officers",
        "workforce.Officer",
        "Officers and staff.",
        (
            code("rank", "Rank, or the nearest for staff.", Rank, needed=True),
            code("role", "What they do.", Role, needed=True),
            text("unit", "Unit, by its ref in units.", needed=True, refers="units"),
            Column(
                "hours_share", Kind.NUMBER, "Share of full-time hours, above 0 and at most 1; blank means 1."
            ),
            day("since", "First day in post."),
            day("until", "First day no longer in post."),
        ),
        about="",
    ),
    Table(
        "training",
        "workforce.Training",
        "Courses passed.",
        (
            OFFICER_REF,
            code("course", "The course.", Course, needed=True),
            day("awarded_on", "Day it was passed.", needed=True, past=True),
            day("expires_on", "First day it no longer counts; blank when it does not lapse."),
        ),
        about="",
    ),
    Table(
        "shifts",
        "workforce.Shift",
        "Who is on duty, and when.",
        (
            OFFICER_REF,
            instant("starts_at", "Start.", needed=True),
            instant("ends_at", "End.", needed=True),
        ),
        about="",
    ),
    Table(
        "managers",
        "workforce.Managed",
        "Who manages each person: one row for each spell with one manager.",
        (
            text("person_ref", "The person, by their ref in people.", needed=True, refers="people"),
            OFFICER_REF,
            day("since", "First day as manager.", needed=True),
            day("until", "First day no longer manager; blank while they are."),
        ),
    ),
)
