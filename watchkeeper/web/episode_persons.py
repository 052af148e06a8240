"""Who is missing, as a form asks for it: somebody on record near the name told, or somebody new."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from watchkeeper.audit.standing import LONGEST, standing
from watchkeeper.law.wording import day as in_words
from watchkeeper.missing import models
from watchkeeper.missing.facts import Care, MissingPerson
from watchkeeper.people.rules.names import limits, match, named, near, words
from watchkeeper.places.postcodes import spoken
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking
from watchkeeper.web.child_looking import unseen
from watchkeeper.web.entered import Entered

MOST = 10
"""People near a name, at most: whoever typed one so common says more of them."""
NONE_OF_THESE = "none"


@dataclass(frozen=True, slots=True)
class Near:
    """People on record near a name: those the officer may see, and how many they need not know of."""

    rows: tuple[models.MissingPerson, ...] = ()
    outside: int = 0

    @property
    def kept_back(self) -> str:
        """What is said of those who are not shown; blank where there are none."""
        if not self.outside:
            return ""
        who = "1 person" if self.outside == 1 else f"{self.outside} people"
        return f"{who} near this name went missing elsewhere, and may not be shown to you: ask a coordinator."


def person_parts(asking: Asking, row: models.MissingPerson | None = None) -> list[parts.Part]:
    """What is asked of whoever is missing; `row` is what is on record of them."""
    has = row if row is not None else models.MissingPerson()
    return [
        parts.line("given", "Given names", value=has.given_names),
        parts.line("family", "Family name", value=has.family_name),
        parts.day("born", "Date of birth", "For example, 31 3 2011", value=has.born_on),
        parts.choice(
            "care", "Who looks after them?", [*parts.each_of(Care), ("", "Not known", "")], value=has.care
        ),
        parts.pick("home", "Which children's home?", _homes(asking), "Left alone, none.", has.home),
        parts.line("lives", "Postcode of where they live", value=has.postcode, width="10"),
        parts.line("authority", "Local authority responsible for them", value=has.authority),
        parts.yes_no("disabled", "Have they a disability?", value=answer(has.disabled)),
        parts.yes_no("learning", "Have they a learning disability?", value=answer(has.learning_disabled)),
    ]


def person_told(form: Entered, asking: Asking, ref: str = "") -> tuple[MissingPerson, str, str]:
    """Whoever is missing as the form tells of them, their family name and their given names."""
    born = parts.birth(form, "born", asking.on)
    care = form.one_of("care", [each.value for each in Care])
    told = MissingPerson(
        ref,
        born,
        Care(care) if care else None,
        form.one_of("home", [ref for ref, *_ in _homes(asking)]),
        postcode(form, "lives"),
        form.text("authority"),
        parts.said(form, "disabled"),
        parts.said(form, "learning"),
    )
    return told, form.text("family"), form.text("given")


def near_name(family: str, given: str, born: date | None, asking: Asking) -> Near:
    """People on record who may be the one told of: the same birth, or the same family name; nearest first.

    A name of which nobody knows the birth must be near the whole of a name on record. One that is
    misspelt in its family name, of somebody whose birth was not told, is not found. Whoever was missing
    from other units alone is counted, and not shown to who need not know of them.
    """
    asked = (*words(given), *words(family))
    if not asked or max(len(family), len(given)) > LONGEST:
        return Near()
    same = Q(pk__isnull=True)
    if born is not None:
        same |= Q(born_on=born)
    if family:
        same |= Q(family_name__iexact=family)
    else:
        same |= Q(given_names__iexact=given)
    at = limits(asking.law, on=asking.on)
    found: list[tuple[bool, Any, models.MissingPerson]] = []
    rows: Any = models.MissingPerson.objects.filter(same)
    for row in rows.as_known(asking.at).order_by("ref"):
        nearness = match(asked, named(row.given_names, row.family_name), lambda one, two: near(one, two, at))
        if nearness is not None:
            found.append((row.born_on != born, nearness.place, row))
    found.sort(key=lambda each: (each[0], each[1], each[2].ref))
    others = unseen({row.ref for *_, row in found}, asking)
    open_to = [row for *_, row in found if row.ref not in others]
    return Near(tuple(open_to[:MOST]), len(others))


def offered(near: Near) -> parts.Part:
    """Whether it is one of them, to be answered: nobody is taken for somebody by default."""
    items = [
        (
            row.ref,
            f"{row.given_names} {row.family_name}, {row.ref}",
            f"born {in_words(row.born_on)}" if row.born_on else "date of birth not recorded",
        )
        for row in near.rows
    ]
    none = (NONE_OF_THESE, "None of these, or nobody can say yet", "")
    return parts.radios("who", "Is it somebody on record?", [*items, none], near.kept_back)


def answer(value: bool | None) -> str:
    """A fact as the radio buttons answer it."""
    return {True: "yes", False: "no"}.get(value, "") if value is not None else ""


def postcode(form: Entered, name: str) -> str:
    """A postcode as it is written, with its one blank; what is no whole one as typed, in capitals."""
    return spoken(form.text(name))


def _homes(asking: Asking) -> list[parts.Item]:
    rows = standing(models.CareHome, known_at=asking.at)
    return sorted(
        (row.ref, f"{row.name or row.ref}, {row.authority or 'authority not recorded'}", "") for row in rows
    )
