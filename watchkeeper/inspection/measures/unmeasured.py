"""What the inspectorate asks and no measure answers yet: said, with the reason, never left out."""

UNMEASURED: tuple[tuple[str, str], ...] = (
    (
        "Crimes held in conflict with a party, over the cap of load, or in a unit it is kept from",
        "a conflict is declared to access, which no measure reads, and a load needs every crime weighed "
        "anew on every day; the brief asks both of tonight",
    ),
    (
        "Crimes held by somebody whose vetting or conduct does not let them",
        "which allegation bars hangs on who let work go on, and which clearance does on the crime: the brief "
        "asks it of tonight, sealed; Vetting gaps counts officers with no clearance at all",
    ),
    (
        "Crews of two at doors with a safety marker",
        "the crew of a visit is one text of several refs, and its officers are not counted apart",
    ),
    (
        "Stays away from home notified too late",
        "of a stay it is recorded whether it was notified, and not when; those nobody was ever told of "
        "are measured",
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
