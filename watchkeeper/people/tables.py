"""The recorded facts of `people`, column by column."""

from watchkeeper.engine.tables import Table, code, day, several, text, yes_no
from watchkeeper.people.facts import AddressKind, AwayKind, Sex

PERSON_REF = text("person_ref", "The person, by their ref in people.", needed=True, refers="people")

_SEVERAL = "parted by semicolons."
TABLES = (
    Table(
        "people",
        "people.Person",
        "One row a person on the register.",
        (
            text("family_name", "Family name."),
            text("given_names", "Given names, in order."),
            day("born_on", "Date of birth.", past=True),
            code("sex", "Sex as recorded.", Sex),
            text("unit", "Command unit responsible, by its ref in units.", refers="units"),
            text("safety_marker", "Officer-safety warning; when present, two officers always."),
            day("intelligence_flag_on", "Day the local intelligence nominal was flagged.", past=True),
            yes_no("on_licence", "Yes while probation supervises a licence and leads the assessment."),
            text("parent_ref", "Parent under a direction of the court, where under 18, s.89."),
            day("parental_direction_on", "Day of that direction."),
            day("parental_direction_until", "First day it no longer holds."),
        ),
        about="ref",
    ),
    Table(
        "names",
        "people.Alias",
        "Other names used.",
        (
            PERSON_REF,
            text("name", "The name in full.", needed=True),
            day("used_since", "First day known to be used.", past=True),
            day("notified_on", "Day the police were told of it.", past=True),
        ),
    ),
    Table(
        "addresses",
        "people.Address",
        "Where a person lives, can be found, or regularly stays.",
        (
            PERSON_REF,
            code(
                "kind",
                "home, found (no fixed abode: where regularly found) or other.",
                AddressKind,
                needed=True,
            ),
            text("line", "First line of the address."),
            text("postcode", "Postcode."),
            day("since", "First day there."),
            day("until", "First day gone; blank while there."),
            text("force", "Police area when it is another force's."),
            yes_no("children_live_there", "Whether a child lives there; blank when not recorded."),
        ),
    ),
    Table(
        "away",
        "people.Away",
        "Days in custody, in hospital or abroad.",
        (
            PERSON_REF,
            code("kind", "remand, custody, hospital or abroad.", AwayKind, needed=True),
            day("since", "First day away.", needed=True),
            day("until", "Day of release or return; blank while away."),
        ),
    ),
    Table(
        "mentions",
        "people.Mention",
        "Somebody as another source names them: weighed against all on record, never joined by loading. "
        "Its ref names the source too, such as custody C0009.",
        (
            text(
                "source", "Which list it comes from, in one word: custody, crimes, intelligence.", needed=True
            ),
            text("given_names", "Given names, in order."),
            text("family_name", "Family name."),
            several("other_names", f"Whole names also used, {_SEVERAL}"),
            day("born_on", "Date of birth.", past=True),
            text("line", "First line of the present address."),
            text("postcode", "Postcode of the present address."),
            several("past_addresses", f"Earlier ones, each first line, postcode, {_SEVERAL}"),
            several("phones", f"Telephone numbers, {_SEVERAL}"),
            several(
                "identifiers", f"Each with its kind where it has one, such as PNC:2001/0012345X, {_SEVERAL}"
            ),
        ),
        about="",
    ),
)
