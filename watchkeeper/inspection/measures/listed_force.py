"""Measures of officers, crimes, the missing, and signals: what each counts, of what, on whose word."""

from watchkeeper.inspection.facts import Measure, Theme

WORK, CRIME, MISSING, SIGNAL = Theme.WORKFORCE, Theme.INVESTIGATION, Theme.MISSING, Theme.SIGNALS
PEEL, EXPLOITATION = (
    "HMICFRS, PEEL 2023-25, Metropolitan",
    "HMICFRS, Metropolitan, exploitation of children, February 2024",
)

MEASURES: tuple[Measure, ...] = (
    Measure(
        "unmanaged", WORK, "Nobody manages", "no officer in post is named", "people on the register", PEEL
    ),
    Measure(
        "untrained",
        WORK,
        "Managed by somebody not trained",
        "their manager lacks a course of policy, or it has lapsed",
        "people on the register whom an officer in post manages",
        PEEL,
    ),
    Measure(
        "overloaded",
        WORK,
        "Managers over the cap",
        "the weighted cases are more than the cap for their hours",
        "officers who manage anybody",
        PEEL,
    ),
    Measure(
        "many_crimes",
        WORK,
        "Officers with very many crimes",
        "they hold more crimes than policy says",
        "officers who hold a crime with no outcome",
        PEEL,
    ),
    Measure(
        "uncleared",
        WORK,
        "Vetting gaps",
        "no clearance with an end on record holds",
        "officers in post",
        "Police (Vetting) Regulations 2025, reg. 5",
        sealed=True,
    ),
    Measure(
        "suspensions_unreviewed",
        WORK,
        "Suspensions not reviewed",
        "the review is overdue",
        "suspensions from duty that hold",
        "SI 2025/502, reg. 13; Police (Conduct) Regulations 2020",
        sealed=True,
    ),
    Measure("visits_made", SIGNAL, "Visits made", "", "visits attempted in the month", PEEL),
    Measure(
        "intelligence_received",
        SIGNAL,
        "Intelligence received",
        "",
        "items of intelligence received in the month",
        PEEL,
    ),
    Measure(
        "notifications_given", SIGNAL, "Notifications given", "", "notifications given in the month", PEEL
    ),
    Measure(
        "decisions_made", SIGNAL, "Decisions made", "", "decisions on enforcement made in the month", PEEL
    ),
    Measure(
        "episodes_reported",
        SIGNAL,
        "Missing episodes reported",
        "",
        "episodes reported in the month",
        EXPLOITATION,
    ),
    Measure(
        "held_unfit",
        CRIME,
        "Crimes held by somebody who may not hold them",
        "the holder is out of post, of too low a rank, or lacks a course its kind asks for and no tutor "
        "stands in; and no leave was given that holds",
        "crimes with no outcome that an officer on record holds",
        PEEL,
        unsaid="it says nothing of conflicts of interest, of a unit a crime is kept from, of load and "
        "absence, nor of vetting and conduct, which are sealed: the brief asks all of them of tonight",
    ),
    Measure(
        "ungraded",
        CRIME,
        "Crimes not graded",
        "no grade was decided in the days of policy",
        "crimes with no outcome",
        PEEL,
    ),
    Measure(
        "unheld",
        CRIME,
        "Crimes nobody holds",
        "nobody has held it for longer than policy says",
        "crimes with no outcome",
        PEEL,
    ),
    Measure(
        "unreviewed",
        CRIME,
        "Investigations no supervisor looks at",
        "the last look, or the first allocation, is longer ago than policy says",
        "crimes with no outcome that somebody holds",
        PEEL,
    ),
    Measure(
        "suspects_outstanding",
        CRIME,
        "Suspects outstanding",
        "nobody has arrested, interviewed or charged them in the days of policy",
        "suspects in crimes with no outcome",
        PEEL,
    ),
    Measure(
        "devices_waiting",
        CRIME,
        "Devices waiting",
        "it was not sent, or not examined, in the days of policy",
        "devices seized in crimes with no outcome",
        PEEL,
    ),
    Measure(
        "no_action",
        CRIME,
        "Closed without action",
        "the outcome is no action",
        "outcomes proposed in the month",
        PEEL,
    ),
    Measure(
        "overrides_expired",
        CRIME,
        "Leave to hold a crime that has run out",
        "its last day has passed and the officer holds the crime still",
        "leave given to officers who hold the crime",
        PEEL,
    ),
    Measure(
        "disputes_late",
        CRIME,
        "Disputes about allocation not decided",
        "nobody has decided in the days of policy",
        "allocations disputed in the year before",
        PEEL,
    ),
    Measure(
        "grades_late",
        MISSING,
        "Missing episodes graded late",
        "no grade came in the minutes of policy",
        "episodes reported in the month",
        EXPLOITATION,
    ),
    Measure(
        "enquiries_late",
        MISSING,
        "First enquiries late",
        "no enquiry came in the hours for its grade",
        "episodes reported in the month that lasted longer than those hours",
        EXPLOITATION,
    ),
    Measure(
        "returns_late",
        MISSING,
        "Return interviews late",
        "none was held or refused in the hours of policy",
        "children found whose hours ended in the month",
        EXPLOITATION,
    ),
    Measure(
        "flags_idle",
        MISSING,
        "Exploitation flags nobody looks at",
        "no owner, or no review ahead",
        "flags of exploitation that hold",
        EXPLOITATION,
    ),
)
