"""Every share and rate that missing episodes are drawn from, and where each comes from.

Published figures, and inventions where no figure was found: `docs/synthetic.md` says which is which.
"""

from watchkeeper.missing.facts import Care, EnquiryKind, FlagKind, HowFound, Source

# Published, press, London 2022-23: 29,455 incidents of 9,370 missing children, beside 7,100 on the register.
EPISODES_A_PERSON = 29_455 / 7_100
EPISODES_A_CHILD = 29_455 / 9_370
YEAR_DAYS = 365
WRITTEN = (
    1 / 4
)  # of a year's episodes, the share written unless more are asked for: a year takes long to load

# Published, press: 75 in 100 are resolved in a day, 85 in two; 96 in 100 safe. Hours are invented.
HOURS_MISSING = ((0.45, 1, 8), (0.75, 8, 23), (0.85, 24, 47), (1.0, 48, 90))
HARMED = 0.033
# Published, press: 9 in 100 incidents of children carry a flag of sexual exploitation. By child invented.
FLAGGED = 0.07
FLAGS: tuple[tuple[FlagKind, float], ...] = (
    (FlagKind.SEXUAL, 0.55),
    (FlagKind.CRIMINAL, 0.40),
    (FlagKind.TRAFFICKING, 0.05),
)
# Invented, but that children in care are reported far more often than others.
CARE: tuple[tuple[Care, float], ...] = (
    (Care.FAMILY, 0.55),
    (Care.HOME, 0.22),
    (Care.FOSTER, 0.13),
    (Care.SUPPORTED, 0.10),
)
CHILDREN_A_HOME = 12
HOW: tuple[tuple[HowFound, float], ...] = (
    (HowFound.RETURNED, 0.50),
    (HowFound.POLICE, 0.27),
    (HowFound.CARER, 0.18),
    (HowFound.PUBLIC, 0.05),
)
AGES = (14, 17)  # at the night, so that nobody is under 13 in the year before
REFUSED = 0.20  # of return interviews
ENQUIRIES = (
    EnquiryKind.CALL,
    EnquiryKind.ADDRESS,
    EnquiryKind.PHONE_DATA,
    EnquiryKind.TRANSPORT,
    EnquiryKind.PARTNER,
)
SEARCHED = (Source.INFORMANT, Source.EARLIER, Source.PNC, Source.PND, Source.INTELLIGENCE)
SEARCHED_DAYS = 28  # before the night, of which episodes have every source searched on record
FORMS = 0.8  # of children in a home, those with a form of the carer's
FORM_DAYS = (3, 80)
SEEN = 0.10  # of episodes, those in which a telephone turned up
