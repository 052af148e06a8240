"""Measures of people on the register and of visits: what each counts, of what, on whose word."""

from watchkeeper.inspection.facts import Measure, Theme

OFFENDER, REGISTER, VISIT = Theme.OFFENDERS, Theme.NOTIFICATION, Theme.VISITS
PEEL, APP = "HMICFRS, PEEL 2023-25, Metropolitan", "APP, managing sexual offenders and violent offenders"

MEASURES: tuple[Measure, ...] = (
    Measure(
        "visits_late",
        OFFENDER,
        "Visits overdue",
        "the next visit is overdue",
        "people on the register within reach and not managed reactively",
        PEEL,
    ),
    Measure(
        "visits_late_grave",
        OFFENDER,
        "Visits overdue, high and very high risk",
        "the next visit is overdue",
        "people at high or very high risk within reach and not managed reactively",
        PEEL,
    ),
    Measure(
        "unseen_long",
        OFFENDER,
        "Not seen for a year and more",
        "nobody has met them for as long as policy says or longer",
        "people on the register for as long, within reach and not managed reactively",
        PEEL,
    ),
    Measure(
        "tried_and_unseen",
        OFFENDER,
        "Tried, and not seen since",
        "somebody knocked after they were last seen",
        "people within reach at whose door anybody ever knocked",
        PEEL,
    ),
    Measure(
        "undecided",
        OFFENDER,
        "Not seen for too long, and nobody has decided",
        "no decision holds that was made since the day one was asked for",
        "people not seen for longer than policy allows before a decision",
        PEEL,
    ),
    Measure(
        "reactive",
        OFFENDER,
        "Managed without visits",
        "the plan says reactive",
        "people on the register within reach",
        PEEL,
    ),
    Measure("no_level", OFFENDER, "No level of risk", "no level was ever set", "people on the register", APP),
    Measure(
        "assessments_late",
        OFFENDER,
        "Risk assessments overdue",
        "the first assessment, or the next, is overdue",
        "people on the register within reach",
        PEEL,
    ),
    Measure(
        "events_unanswered",
        OFFENDER,
        "No assessment after significant intelligence",
        "the working days to assess again are over",
        "people assessed of whom significant intelligence came since",
        APP,
    ),
    Measure(
        "sign_off_late",
        OFFENDER,
        "Assessments not signed off",
        "no supervisor has signed it off in the working days of policy",
        "people whose newest assessment of changing risk is on record",
        APP,
    ),
    Measure(
        "no_plan", OFFENDER, "No risk management plan", "no plan is on record", "people on the register", APP
    ),
    Measure(
        "review_late",
        OFFENDER,
        "Supervisors' reviews overdue",
        "the supervisor's review is overdue",
        "people on the register",
        PEEL,
    ),
    Measure(
        "unread",
        OFFENDER,
        "Intelligence unread",
        "nobody has reviewed it in the working days of policy",
        "items of intelligence of the year before about people on the register",
        APP,
    ),
    Measure(
        "unflagged",
        OFFENDER,
        "Not flagged in local intelligence",
        "the nominal is not flagged",
        "people on the register whose first relevant date is known",
        APP,
    ),
    Measure(
        "overrides_past",
        OFFENDER,
        "Overrides that outlive their reason",
        "its last day has passed",
        "overrides by which the level or the interval of visits still stands",
        PEEL,
    ),
    Measure(
        "annual_late",
        REGISTER,
        "Annual notifications overdue",
        "a year has passed since the last notification",
        "people on the register with a home who have notified and need not wait for a release",
        "Sexual Offences Act 2003, s.85",
    ),
    Measure(
        "no_home",
        REGISTER,
        "No home on record",
        "no home, and no place where they are regularly found",
        "people on the register within reach",
        "Sexual Offences Act 2003, s.83(5)",
    ),
    Measure(
        "announced", VISIT, "Visits announced", "any notice was given", "visits attempted in the month", PEEL
    ),
    Measure(
        "long_notice",
        VISIT,
        "Long notice of visits",
        "more hours of notice were given than policy says",
        "visits of the month of which notice was given",
        PEEL,
    ),
    Measure(
        "unauthorised",
        VISIT,
        "Announced without ground or authority",
        "no ground is recorded, or one that is not agreed and nobody's authority",
        "visits of the month of which notice was given",
        PEEL,
    ),
    Measure(
        "no_outcome",
        VISIT,
        "Visits without an outcome",
        "no outcome is recorded",
        "visits attempted in the month",
        PEEL,
    ),
    Measure(
        "failed", VISIT, "Failed visits", "the person was not met", "visits attempted in the month", PEEL
    ),
    Measure(
        "guessable",
        VISIT,
        "Visits that can be guessed",
        "the hour or the day of the next could be guessed from those before",
        "people on the register within reach, not managed reactively, with as many visits as policy judges",
        "APP, managing sexual offenders and violent offenders: vary the days and times of visits",
    ),
)
