"""The recorded facts of `workforce`, column by column."""

from watchkeeper.engine.tables import Column, Kind, Table, code, day, instant, several, text, whole, yes_no
from watchkeeper.workforce.conduct import (
    AbstractionKind,
    AllegationKind,
    ClearanceStep,
    Excluded,
    VettingLevel,
)
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
    Table(
        "clearances",
        "workforce.Clearance",
        "Vetting clearances. Sealed.",
        (
            OFFICER_REF,
            code("clearance", "Level of clearance.", VettingLevel, needed=True),
            day("granted_on", "Day it was granted.", needed=True, past=True),
            day("expires_on", "First day it no longer holds."),
        ),
        about="",
    ),
    Table(
        "clearance_changes",
        "workforce.ClearanceChange",
        "Clearances suspended, restored or withdrawn. Sealed.",
        (
            OFFICER_REF,
            code("step", "What was done.", ClearanceStep, needed=True),
            day("on", "Day it was done.", needed=True, past=True),
            text("by", "Who decided, by ref in officers.", refers="officers"),
            yes_no("redeployment_considered", "Whether other work was considered first, reg. 13."),
            day("told_on", "Day the officer was told in writing.", past=True),
        ),
        about="",
    ),
    Table(
        "allegations",
        "workforce.Allegation",
        "What is alleged of the force's own. Sealed.",
        (
            OFFICER_REF,
            code("kind", "What is alleged.", AllegationKind, needed=True),
            day("made_on", "Day it was made.", needed=True, past=True),
            whole("severity", "Severity as graded, from 1, the least."),
            yes_no("criminal", "Whether a crime is alleged."),
            day("closed_on", "First day it is no longer live.", past=True),
        ),
        about="",
    ),
    Table(
        "safe_to_work",
        "workforce.SafeToWork",
        "Why a senior officer let work go on in spite of an allegation. Sealed.",
        (
            text("allegation_ref", "The allegation, by its ref.", needed=True, refers="allegations"),
            OFFICER_REF,
            text("by", "Who decided, by ref in officers.", needed=True, refers="officers"),
            day("on", "Day it was decided.", needed=True, past=True),
            day("until", "First day it no longer holds.", needed=True),
            text("reason", "Why it is safe."),
        ),
        about="",
    ),
    Table(
        "restricted_duties",
        "workforce.Restricted",
        "Restricted duties. Sealed.",
        (
            OFFICER_REF,
            several("excludes", f"Whom they exclude, parted by semicolons: {', '.join(Excluded)}."),
            day("since", "First day.", needed=True, past=True),
            day("until", "First day they no longer hold."),
        ),
        about="",
    ),
    Table(
        "suspensions",
        "workforce.Suspension",
        "Officers suspended from duty. Sealed.",
        (
            OFFICER_REF,
            day("since", "First day.", needed=True, past=True),
            day("until", "First day back."),
        ),
        about="",
    ),
    Table(
        "suspension_reviews",
        "workforce.SuspensionReview",
        "Looks at whether a suspension, of the officer or of their vetting, goes on. Sealed.",
        (
            OFFICER_REF,
            text("suspension_ref", "What was reviewed: a row of suspensions or of clearance_changes."),
            day("on", "Day of the review.", needed=True, past=True),
            text("by", "Who reviewed, by ref in officers.", refers="officers"),
            yes_no("continued", "Whether it goes on; blank is read as yes."),
        ),
        about="",
    ),
    Table(
        "dismissals",
        "workforce.Dismissal",
        "Dismissals, and findings that an officer would have been dismissed. Sealed.",
        (
            OFFICER_REF,
            day("on", "Day of the dismissal or finding.", needed=True, past=True),
            day("reported_on", "Day the College was told for the barred list.", past=True),
        ),
        about="",
    ),
    Table(
        "screenings",
        "workforce.Screening",
        "Psychological screening for work with indecent images. Sealed.",
        (
            OFFICER_REF,
            day("on", "Day of the screening.", needed=True, past=True),
            yes_no("cleared", "Whether the officer was cleared; blank is read as no."),
            day("expires_on", "First day it no longer holds."),
        ),
        about="",
    ),
    Table(
        "tutors",
        "workforce.Tutored",
        "Trainees and whoever is named to tutor them.",
        (
            text("trainee", "The trainee, by ref in officers.", needed=True, refers="officers"),
            text("tutor", "The tutor, by ref in officers.", needed=True, refers="officers"),
            day("since", "First day.", needed=True),
            day("until", "First day it no longer holds."),
        ),
        about="",
    ),
    Table(
        "abstractions",
        "workforce.Abstraction",
        "Officers away from work.",
        (
            OFFICER_REF,
            code("kind", "Why.", AbstractionKind, needed=True),
            day("since", "First day.", needed=True),
            day("until", "First day back; blank while nobody knows."),
        ),
        about="",
    ),
)
