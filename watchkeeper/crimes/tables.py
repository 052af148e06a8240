"""The recorded facts of `crimes`, column by column."""

from watchkeeper.crimes.facts import EventKind, Part, Relationship, Response, ReviewKind, Step, Told
from watchkeeper.engine.tables import Table, code, day, instant, text, whole, yes_no

CRIME_REF = text("crime_ref", "The crime, by its ref in crimes.", needed=True, refers="crimes")
_BY = text("by", "Who did, by ref in officers.", refers="officers")
_OFFICER = text("officer_ref", "The officer, by their ref in officers.", needed=True, refers="officers")
_PARTY = text("party", "Whom it concerns, by ref in crime_parties.", refers="crime_parties")

ON = day("on", "The day.", needed=True, past=True)

TABLES = (
    Table(
        "crimes",
        "crimes.Crime",
        "Crimes as reported.",
        (
            instant(
                "reported_at", "Day and time of the report; blank, its clocks are missing facts.", past=True
            ),
            day(
                "reported_month",
                "First day of the month of the report, where the day is not known.",
                past=True,
            ),
            text(
                "offence",
                "Home Office counting code, or a crime type of police.uk; one nobody knows is kept and asks "
                "for allocation.",
            ),
            text("unit", "Unit, by its ref in units.", refers="units"),
            text("postcode", "Where it happened."),
            day("occurred_on", "Day it happened, or the first day it may have.", past=True),
            yes_no("domestic", "Whether it is domestic abuse."),
            yes_no("high_risk", "Whether the risk to the victim was assessed as high."),
            whole("lines_of_enquiry", "Lines of enquiry seen at the report."),
            yes_no("street", "Of robbery: yes in the street, no of a business."),
            text("summary", "What happened, in words."),
        ),
        about="",
    ),
    Table(
        "crime_parties",
        "crimes.Party",
        "Victims, suspects and witnesses.",
        (
            CRIME_REF,
            code("part", "What they are in the crime.", Part, needed=True),
            text("name", "Name."),
            text("person", "The person on record, by ref in people.", refers="people"),
            text("officer", "Of the force's own: by ref in officers.", refers="officers"),
            day("born_on", "Date of birth.", past=True),
            code("relationship", "What the suspect is to the victim.", Relationship),
            yes_no("in_care", "Whether they are looked after by a local authority."),
            yes_no("disabled", "Whether they have a disability."),
            yes_no("repeat", "Whether they were a victim before, in the time policy looks back."),
            yes_no("intimidated", "Whether they are afraid of giving evidence."),
        ),
        about="",
    ),
    Table(
        "crime_grades",
        "crimes.Graded",
        "Grades of crimes, with a sentence on each letter of THRIVE.",
        (
            CRIME_REF,
            code("response", "Grade of response.", Response, needed=True),
            ON,
            _BY,
            text("threat", "Threat, in words."),
            text("harm", "Harm, in words."),
            text("risk", "Risk, in words."),
            text("investigation", "Investigation, in words."),
            text("vulnerability", "Vulnerability, in words."),
            text("engagement", "Engagement, in words."),
        ),
        about="",
    ),
    Table(
        "crime_holdings",
        "crimes.Held",
        "Who holds each crime: one row for each spell with one officer.",
        (
            CRIME_REF,
            _OFFICER,
            day(
                "since",
                "First day, before the day of loading.",
                needed=True,
                past=True,
                history="allocate it in Watchkeeper, which asks whether they may hold it",
            ),
            day("until", "First day they no longer hold it; blank while they do."),
            text("supervisor", "Who reviews it, by ref in officers.", refers="officers"),
        ),
        about="",
    ),
    Table(
        "crime_reviews",
        "crimes.Reviewed",
        "Supervisors' reviews of investigations.",
        (
            CRIME_REF,
            code("kind", "Initial review, or a later one.", ReviewKind, needed=True),
            ON,
            _BY,
            day("next_on", "Last day of the next one, where sooner than policy asks."),
            text("note", "What was found, in words."),
        ),
        about="",
    ),
    Table(
        "crime_enquiries",
        "crimes.Enquiry",
        "Lines of enquiry of the investigation plan.",
        (
            CRIME_REF,
            text("says", "The line of enquiry, in words."),
            day("set_on", "Day it was set.", needed=True, past=True),
            day("due_on", "Last day to do it."),
            day("done_on", "Day it was done; blank while it is open.", past=True),
        ),
        about="",
    ),
    Table(
        "crime_events",
        "crimes.CaseEvent",
        "What happened in a case: arrest, bail, charge and the like.",
        (
            CRIME_REF,
            code("kind", "What happened.", EventKind, needed=True),
            ON,
            _PARTY,
            day("until", "Of bail: the first day it no longer holds."),
        ),
        about="",
    ),
    Table(
        "crime_victim_contacts",
        "crimes.VictimTold",
        "What victims were told and asked.",
        (
            CRIME_REF,
            code("told", "What was told or asked.", Told, needed=True),
            ON,
            _PARTY,
            text("event", "The event told of, by ref in crime_events.", refers="crime_events"),
            text("note", "More, in words."),
        ),
        about="",
    ),
    Table(
        "crime_devices",
        "crimes.Device",
        "Steps of the examination of devices.",
        (
            CRIME_REF,
            text("device", "The device, by its exhibit reference.", needed=True),
            code("step", "What was done.", Step, needed=True),
            ON,
        ),
        about="",
    ),
    Table(
        "crime_outcomes",
        "crimes.Finalised",
        "Crimes proposed to be closed, and second looks at that.",
        (
            CRIME_REF,
            whole("outcome", "Home Office outcome code, 1 to 22; blank is read as no action."),
            day("on", "The day; blank is some day before the load.", past=True),
            _BY,
            text("reason", "Why."),
            text("second_by", "Who looked a second time, by ref in officers.", refers="officers"),
            day("second_on", "Day of the second look.", past=True),
            yes_no("second_agrees", "Whether they agree."),
            yes_no("safeguarding", "Whether safeguarding was checked."),
        ),
        about="",
    ),
    Table(
        "allocation_disputes",
        "crimes.Disputed",
        "Allocations that somebody disputes, and what was decided.",
        (
            CRIME_REF,
            _OFFICER,
            _BY,
            ON,
            text("reason", "Why."),
            text("decider", "Who decided, by ref in officers.", refers="officers"),
            day("decided_on", "Day it was decided; blank while it is open.", past=True),
            yes_no("upheld", "Whether the dispute was upheld."),
        ),
        about="",
    ),
    Table(
        "allocation_overrides",
        "crimes.AllocationOverride",
        "Leave for an officer to hold a crime they are not eligible for.",
        (
            CRIME_REF,
            _OFFICER,
            _BY,
            ON,
            day("until", "First day it no longer holds.", needed=True),
            text("reason", "Why."),
        ),
        about="",
    ),
)
