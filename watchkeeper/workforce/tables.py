"""The recorded facts of `workforce`, column by column."""

from watchkeeper.engine.tables import Column, Kind, Table, code, day, instant, text, yes_no
from watchkeeper.workforce.facts import Course, HandoverReason, Rank, Role

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
    Table(
        "offers",
        "workforce.Offer",
        "People offered by one manager to another: the giver stays their manager until it is accepted.",
        (
            text("person_ref", "The person, by their ref in people.", needed=True, refers="people"),
            text("giver", "Who manages the person, by ref in officers.", needed=True, refers="officers"),
            text("receiver", "To whom they are offered, by ref in officers.", needed=True, refers="officers"),
            day("offered_on", "Day offered.", needed=True, past=True),
            text("offered_by", "Who offered, by ref in officers.", refers="officers"),
            code("reason", "Why they are handed over.", HandoverReason, needed=True),
            text("note", "More on why, in words."),
        ),
    ),
    Table(
        "offer_answers",
        "workforce.OfferAnswer",
        "What was answered to each offer; one that is accepted has a row in managers as well.",
        (
            text("person_ref", "The person, by their ref in people.", needed=True, refers="people"),
            text("offer_ref", "The offer, by its ref in offers.", needed=True, refers="offers"),
            yes_no("accepted", "Yes when accepted, no when refused.", needed=True),
            day("answered_on", "Day answered.", needed=True, past=True),
            text("answered_by", "Who answered, by ref in officers.", refers="officers"),
            text("reason", "Why, where it was refused."),
        ),
    ),
)
