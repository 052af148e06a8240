"""Every share and rate that crimes and their investigators are drawn from, and where each comes from.

Published figures, and inventions where no figure was found: `docs/synthetic.md` says which is which.
"""

from watchkeeper.crimes.facts import CrimeKind, EventKind, Relationship, Response
from watchkeeper.synth.teams import Team

# Published, press: 106.4 recorded crimes a year for every 1,000 people of London, 2024/25: about 970,000 at
# 9.1 million, beside 7,100 people on the register. 34,000 officers and staff: the brief of the project.
CRIMES_A_PERSON = 970_000 / 7_100
STAFF_A_PERSON = 34_000 / 7_100
LEAST_OTHERS = 4  # officers of other work in a unit, however small
YEAR_DAYS = 365
WINDOW_DAYS = 91  # days of reports at least, however few crimes are asked for

# Invented: how recorded crime moves with the month, January first; the twelve make 12.
MONTHS = (0.96, 0.92, 0.99, 0.98, 1.03, 1.03, 1.06, 1.02, 0.99, 1.04, 1.00, 0.98)

# Invented, but for the codes, which stand in policy: share of each counting code among crimes closed.
MIX: tuple[tuple[str, float], ...] = (
    *(("49", 11.5), ("46", 9.5), ("105A", 9.0), ("39", 8.5), ("45", 6.5), ("8N", 6.5), ("8L", 5.5)),
    *(("28E", 4.5), ("9A", 4.5), ("48", 3.5), ("34B", 3.2), ("92E", 3.2), ("8R", 3.0), ("58C", 2.4)),
    *(("30C", 2.0), ("58D", 2.0), ("44", 1.4), ("126", 1.3), ("58A", 1.0), ("92D", 1.0), ("104", 0.9)),
    *(("8Q", 0.8), ("9B", 0.7), ("10D", 0.7), ("40", 0.6), ("20A", 0.6), ("19C", 0.5), ("3B", 0.5)),
    *(("92A", 0.5), ("5D", 0.4), ("34A", 0.3), ("54", 0.3), ("41", 0.2), ("22B", 0.2), ("88E", 0.2)),
    *(("86", 0.2), ("56B", 0.2), ("33", 0.2), ("83", 0.1), ("11A", 0.1), ("19D", 0.1)),
)
LOOKED_AT_TWICE = frozenset({"20A", "19C", "22B", "88E", "86", "11A", "19D"})
# About 11 in 100 end in action (press, national); how the rest divides is invented.
OUTCOMES: tuple[tuple[int, float], ...] = (
    *((18, 46.0), (16, 19.0), (15, 10.0), (1, 7.5), (14, 6.0), (21, 5.0)),
    *((8, 2.0), (10, 1.7), (20, 1.3), (3, 1.0), (22, 0.5)),
)
INVESTIGATED = 0.35  # of closed crimes, the share somebody ever held; invented, as is the next
OPEN_DAYS = (0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 21, 34)  # from report to closing
DOMESTIC = frozenset({"105A", "8N", "8L", "8Q", "3B", "5D"})
DOMESTIC_SHARE = 0.30  # of these codes, invented

# Asked for by the brief of the project: about 8 to 20 crimes in an investigator's hands; here weighed as
# policy weighs them, and under its cap of 25.
CASELOAD = (11.0, 22.0)
TRAINEE_CASELOAD = (4.0, 10.0)
MEAN_WEIGHED = 1.4  # of one crime in hand, to size the force when fewer crimes are asked for
MEAN_OPEN_DAYS, MOST_OPEN_DAYS = 26, 84  # of crimes still open; invented

# Invented: what each team holds. Shares are of the crimes of one of its members.
HOLDS: dict[Team, tuple[tuple[CrimeKind, float], ...]] = {
    Team.SEXUAL: ((CrimeKind.RAPE, 0.6), (CrimeKind.OTHER_SEXUAL, 0.3), (CrimeKind.SERIOUS, 0.1)),
    Team.CHILD: ((CrimeKind.CHILD_SEXUAL, 0.55), (CrimeKind.CHILD_ABUSE, 0.45)),
    Team.ONLINE: ((CrimeKind.INDECENT_IMAGES, 1.0),),
    Team.EXPLOITATION: (
        (CrimeKind.EXPLOITATION, 0.6),
        (CrimeKind.SERIOUS, 0.3),
        (CrimeKind.REGISTER_BREACH, 0.1),
    ),
    Team.GENERAL: (
        (CrimeKind.HIGH_RISK_DOMESTIC, 0.45),
        (CrimeKind.SERIOUS, 0.30),
        (CrimeKind.COMPLEX_ROBBERY, 0.15),
        (CrimeKind.OTHER_SEXUAL, 0.10),
    ),
    Team.LOCAL: ((CrimeKind.VOLUME, 0.85), (CrimeKind.HIGH_RISK_DOMESTIC, 0.15)),
    Team.TRAINEES: ((CrimeKind.VOLUME, 1.0),),
    Team.MAJOR: ((CrimeKind.HOMICIDE, 1.0),),
}

# Invented: counting codes a kind of crime is drawn from.
CODES: dict[CrimeKind, tuple[str, ...]] = {
    CrimeKind.HOMICIDE: ("1", "2", "4.1"),
    CrimeKind.RAPE: ("19C", "19C", "19F", "20A", "17A"),
    CrimeKind.CHILD_SEXUAL: ("19D", "22B", "88A", "21"),
    CrimeKind.CHILD_ABUSE: ("11A", "11A", "13"),
    CrimeKind.INDECENT_IMAGES: ("86",),
    CrimeKind.EXPLOITATION: ("106", "71", "72"),
    CrimeKind.REGISTER_BREACH: ("S91", "S103I"),
    CrimeKind.OTHER_SEXUAL: ("88E", "88C"),
    CrimeKind.HIGH_RISK_DOMESTIC: ("8N", "105A", "8Q", "8L"),
    CrimeKind.COMPLEX_ROBBERY: ("34A",),
    CrimeKind.SERIOUS: ("5D", "3B", "56A", "36", "10A", "92A"),
    CrimeKind.VOLUME: ("49", "46", "39", "45", "28E", "34B", "105A", "8L", "58C", "92E"),
}
NO_VICTIM = frozenset({"86", "S91", "S103I", "10A", "92A", "92E", "46"})
CHILD_VICTIM = frozenset({CrimeKind.CHILD_SEXUAL, CrimeKind.CHILD_ABUSE})
YOUNG_VICTIM = frozenset({"34B", "39"})  # codes of volume crime whose victims may be children
YOUNG_SHARE = 0.15
DISABLED, IN_CARE, VICTIM_BEFORE, AFRAID = 0.06, 0.05, 0.12, 0.08

SUSPECTED: dict[CrimeKind, float] = {
    CrimeKind.VOLUME: 0.3,
    CrimeKind.COMPLEX_ROBBERY: 0.5,
    CrimeKind.SERIOUS: 0.7,
    CrimeKind.RAPE: 0.75,
    CrimeKind.CHILD_SEXUAL: 0.85,
    CrimeKind.EXPLOITATION: 0.8,
}  # any other kind always has one; invented
DEALT_WITH = 0.7  # of suspects within policy's days, who are arrested or interviewed already
RESPONSES: dict[CrimeKind, Response] = {
    CrimeKind.HOMICIDE: Response.IMMEDIATE,
    CrimeKind.RAPE: Response.IMMEDIATE,
    CrimeKind.CHILD_SEXUAL: Response.IMMEDIATE,
    CrimeKind.CHILD_ABUSE: Response.IMMEDIATE,
    CrimeKind.EXPLOITATION: Response.IMMEDIATE,
    CrimeKind.HIGH_RISK_DOMESTIC: Response.IMMEDIATE,
    CrimeKind.VOLUME: Response.SCHEDULED,
}  # any other kind is a priority
DEALINGS: dict[CrimeKind, EventKind] = {CrimeKind.VOLUME: EventKind.INTERVIEW}  # any other: arrest
RELATED: dict[CrimeKind, tuple[Relationship, ...]] = {
    CrimeKind.HIGH_RISK_DOMESTIC: (Relationship.PARTNER,),
    CrimeKind.CHILD_ABUSE: (Relationship.FAMILY, Relationship.CARER),
    CrimeKind.CHILD_SEXUAL: (Relationship.FAMILY, Relationship.ACQUAINTANCE, Relationship.ONLINE),
}
DEVICES = frozenset({CrimeKind.INDECENT_IMAGES, CrimeKind.CHILD_SEXUAL, CrimeKind.EXPLOITATION})

# Inside policy's times, days: between reviews, to the end of a line of enquiry, to send a device.
REVIEW_DAYS = (6, 13, 27)
ENQUIRY_DAYS = (10, 26)
DEALT_WITHIN, BAIL_DAYS, SUBMITTED_WITHIN, EXAMINED_WITHIN = 26, 90, 6, 80

# Invented: the force's own.
ALLEGED_ONCE = 0.02  # of everybody else, with an allegation long closed
ALLEGED_NOW = (
    0.03  # about 1,000 of 34,000, as the inspectors found; graded the least, which bars from nothing
)
AWAY_SHORT, AWAY_LONG = 0.07, 0.02
ON_LEAVE = 0.05  # of investigators, back within days
