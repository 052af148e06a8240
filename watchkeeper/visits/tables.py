"""The recorded facts of `visits`, column by column."""

from watchkeeper.engine.tables import Table, code, instant, several, text, whole, yes_no
from watchkeeper.people.tables import PERSON_REF
from watchkeeper.visits.facts import NoticeReason, Outcome, Purpose

TABLES = (
    Table(
        "visits",
        "visits.Visit",
        "Visits made and attempted.",
        (
            PERSON_REF,
            instant("at", "Day and time at the door.", needed=True, past=True),
            text("address_ref", "The address, by its ref in addresses.", refers="addresses"),
            code("purpose", "What it was for.", Purpose),
            yes_no("sought_entry_to_search", "Whether entry was sought in order to search, s.96B(2)(d)."),
            code("outcome", "What came of it.", Outcome),
            whole("notice_hours", "Hours of notice given; blank when unannounced."),
            code("notice_reason", "Why notice was given.", NoticeReason),
            text("notice_authorised_by", "Who authorised the notice, by ref in officers.", refers="officers"),
            several("crew", "Officers at the door, by ref, parted by semicolons."),
        ),
    ),
)
