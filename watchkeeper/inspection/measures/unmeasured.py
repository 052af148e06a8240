"""What the inspectorate asks and no measure answers yet: said, with the reason, never left out."""

UNMEASURED: tuple[tuple[str, str], ...] = (
    (
        "Crimes held by people who may not hold them, month by month",
        "the brief asks it of tonight; of a past month it needs the vetting, training and load that every "
        "officer had asked of every crime's kind, which no reduction does yet",
    ),
    (
        "How predictable visits are, month by month",
        "the brief finds the people whose visits can be guessed tonight; of past months it is not counted",
    ),
    (
        "Crews of two at doors with a safety marker",
        "the crew of a visit is one text of several refs, and its officers are not counted apart",
    ),
    (
        "Stays away from home not notified in time",
        "of a stay it is recorded whether it was notified, and not when: no month can be told from another",
    ),
    (
        "Victims' needs assessed, and victims told",
        "the brief asks it crime by crime; no share is counted yet",
    ),
    (
        "Decisions owed by age, but for those on not having been seen",
        "other grounds rest on rules no twin has",
    ),
    ("Whether the grade of a missing child was right", "that is a judgement: it is for a dip sample"),
)
"""What, and why not."""
