"""Every share and rate the synthetic force is drawn from, and where each comes from.

Three kinds, and `docs/synthetic.md` says which is which: published figures, the policy numbers
the force is meant to meet (with a margin), and inventions, where no figure was found.
"""

from watchkeeper.registers.facts import Sentence
from watchkeeper.risk.facts import Level

# Published: shares by level, England and Wales, March 2016.
LEVEL_SHARES = ((Level.VERY_HIGH, 0.02), (Level.HIGH, 0.18), (Level.MEDIUM, 0.30), (Level.LOW, 0.50))
# Published in 2017: about 31 % of everybody met the test of low risk for three years. Here 31 % of
# the low are managed reactively, as far as enough of them have been low for long enough.
REACTIVE_WHERE_ELIGIBLE = 0.95

# Days between being seen, a little inside 1, 3, 6 and 12 months.
VISIT_DAYS = {Level.VERY_HIGH: 28, Level.HIGH: 89, Level.MEDIUM: 181, Level.LOW: 365}
# Days between supervisor's reviews, a little inside 3, 3, 6 and 12 months.
REVIEW_DAYS = {Level.VERY_HIGH: 80, Level.HIGH: 80, Level.MEDIUM: 165, Level.LOW: 335}

# Invented: who is in when. Share of people, and their chance of being in on weekdays early, in the day, in
# the evening, then the same at weekends. With the hours below about two knocks in three find somebody in.
HABITS = (
    (0.35, (0.60, 0.35, 0.85, 0.75, 0.65, 0.70)),  # works by day
    (0.30, (0.85, 0.85, 0.90, 0.80, 0.80, 0.85)),  # mostly at home
    (0.15, (0.80, 0.75, 0.40, 0.70, 0.65, 0.50)),  # out in the evening
    (0.20, (0.45, 0.40, 0.55, 0.45, 0.40, 0.50)),  # seldom in
)
OWN_WAYS = 0.10  # how far somebody's chance lies from that of their kind, at most
# Invented: when crews knock, in minutes after midnight in London, with the share of knocks before each end.
HOURS = ((0.15, 420, 565), (0.70, 570, 985), (1.0, 990, 1240))
ANNOUNCED = 0.02
ANNOUNCED_TOO_OFTEN = 0.30  # in the one unit where this is the fault
SEARCH_SOUGHT = 0.10
FAILURES = (("no reply", 0.62), ("not at home", 0.90), ("refused", 1.0))

# Invented: items of intelligence a year by level, and how many are significant.
INTELLIGENCE_A_YEAR = {Level.VERY_HIGH: 6.0, Level.HIGH: 4.0, Level.MEDIUM: 2.0, Level.LOW: 1.0}
SIGNIFICANT = 0.25

# Invented: what the courts imposed. Years are the notification period, None for indefinite.
DISPOSALS: tuple[tuple[float, Sentence, int, int, float | None], ...] = (
    # share, sentence, months from, months to, years of notification
    (0.20, Sentence.IMPRISONMENT, 30, 96, None),
    (0.18, Sentence.IMPRISONMENT, 8, 29, 10),
    (0.06, Sentence.IMPRISONMENT, 2, 6, 7),
    (0.20, Sentence.SUSPENDED, 8, 24, 10),
    (0.22, Sentence.COMMUNITY, 0, 0, 5),
    (0.04, Sentence.CAUTION, 0, 0, 2),
    (0.02, Sentence.CONDITIONAL_DISCHARGE, 24, 36, 2),
    (0.02, Sentence.FINE, 0, 0, 5),
    (0.02, Sentence.LIFE, 0, 0, None),
    (0.01, Sentence.INDETERMINATE, 0, 0, None),
    (0.02, Sentence.HOSPITAL_RESTRICTED, 0, 0, None),
    (0.01, Sentence.HOSPITAL, 0, 0, 7),
)

# Invented: shapes of life on the register.
HISTORIC = 0.03  # the period has run out
YOUNG = 0.01  # under 18
VETERAN = 0.03  # indefinite, and long enough on the register to ask for a review
FEMALE = 0.03
ORDER = 0.40  # a sexual harm prevention order
TRAVEL_BAN = 0.15  # of orders, a ban on foreign travel
REMAND_BEFORE = 0.35
RECALLED = 0.04  # a later spell in custody or hospital, ended
AWAY_TONIGHT = 0.01  # remanded or in hospital on the night, beyond those still serving
FOUND = 0.01  # no fixed abode: notifies weekly
MOVES_A_YEAR = 0.15
OTHER_CHANGES_A_YEAR = 0.25  # name, bank card, document
TRIPS_A_YEAR = 0.10
STAYS_A_YEAR = 0.10
ALIAS = 0.20
OTHER_ADDRESS = 0.15
EARLIER_LEVEL = 0.25
SHORTER_INTERVAL = 0.03  # a plan that asks for more visits than force policy
SAFETY_MARKER = 0.06

# Invented: officers and what a few people's visits ask of them.
SICK = 0.04  # of shifts
FEMALE_OFFICERS = 0.35
SPEAKS = 0.30  # a language besides English
LANGUAGES = ("Bengali", "Polish", "Punjabi", "Romanian", "Somali", "Turkish", "Urdu")
NEEDS_LANGUAGE = 0.02

SILENT = 15  # days of silence in a unit whose signal fell away
PEOPLE_A_UNIT = 592  # 7,100 over the 12 command units
INVESTIGATORS_A_PERSON = 0.28  # about 165 in a unit of London; invented
LEAST_INVESTIGATORS = 9  # one or two of each team
CASELOAD = (44, 52)  # people; 0.86 weighted cases each, so most managers stay under the cap of 50
FAULTS_A_PERSON = 0.0003  # of each kind, and never fewer than one
BACKLOG = 0.10  # one reference force had 18.6 %, then 11.6 %

# Invented: the share of men at liberty assessed with OSP/DC, and how many days ago: trained by then;
# of those at low risk, the share with a score above their level and a reason; the share whose assessment
# is open tonight, and for how many days.
ASSESSED = 0.25
ASSESSED_DAYS = (12, 110)
LEVEL_WITH_REASON = 0.10
ASSESSING = 0.02
ASSESSING_DAYS = (1, 9)
