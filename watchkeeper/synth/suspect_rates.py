"""Every share and rate that referrals of online suspects are drawn from, and where each comes from.

Published figures, and inventions where no figure was found: `docs/synthetic.md` says which is which.
"""

from watchkeeper.suspects.facts import Band, StepKind

# Invented: 1,000 a month in a force of London's size. Nationally some 1,000 are arrested in a month.
REFERRALS_A_PERSON = 1_000 * 3 / 7_100
WINDOW_DAYS = 90  # before the night: a quarter of a year
BANDS: tuple[tuple[Band, float], ...] = (
    (Band.VERY_HIGH, 0.08),
    (Band.HIGH, 0.22),
    (Band.MEDIUM, 0.35),
    (Band.LOW, 0.35),
)  # invented
ENFORCED_HOURS = {
    Band.VERY_HIGH: (2, 20),
    Band.HIGH: (20, 150),
    Band.MEDIUM: (48, 310),
    Band.LOW: (120, 620),
}  # invented: all within the times of policy, and low before its band is old
CHILDREN = 0.25  # of referrals, those with a child at the address
WORKS = 0.03  # of suspects, those who work with children
ENFORCING: tuple[tuple[StepKind, float], ...] = ((StepKind.ARREST, 0.7), (StepKind.INTERVIEW, 0.3))
NO_ACTION = 0.6  # published, press: of investigations of images, those closed without action
PLATFORMS = ("a picture exchange", "a chat", "a forum", "a cloud store")
"""Kinds of places, and no names."""
