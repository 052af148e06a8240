"""A crime is reported, and its people entered and looked for on the register: saved whatever is missing."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse

from watchkeeper.access.stored import shut_to
from watchkeeper.audit.standing import standing
from watchkeeper.crimes import facts, models
from watchkeeper.crimes.actions.looking import look_for_suspect
from watchkeeper.crimes.actions.reporting import Named, Reported, add_party, match_party, take_report
from watchkeeper.crimes.facts import Part, Party, Relationship
from watchkeeper.crimes.rules.reporting import something_to_act_on
from watchkeeper.law.wording import day as in_words
from watchkeeper.people.rules.finding import Hit
from watchkeeper.people.rules.names import limits
from watchkeeper.people.rules.typed import taken_apart
from watchkeeper.people.searching import roll
from watchkeeper.today import LONDON
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.crime_looking import PURPOSES, SAID, crime_page
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.looking import doing
from watchkeeper.web.saying_why import say_why
from watchkeeper.web.unit_people import unit_of
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

NONE_OF_THESE = "none"
ANSWERS = ("in_care", "disabled", "repeat", "intimidated")
MOST = 20
"""People near a name, at most: whoever typed one so common says more of them."""


@page(Power.REPORT_CRIME)
def report(request: HttpRequest) -> HttpResponse:
    """Take a report: a blank is kept and becomes a finding; what cannot be read or acted on is asked."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    if request.method == "POST":
        told, people = (
            _told(form),
            [each for each in (_party(form, one, asking) for one in ("victim", "suspect")) if each],
        )
        if told and not something_to_act_on(told.crime, summary=told.summary, people=len(people)).met:
            form.wrong("summary", "Say what happened, give the counting code, or enter who is in it")
        if not form.problems and told is not None:
            acting = asking.acting(form.text("ref"), PURPOSES["report"])
            try:
                row = take_report(told, people, acting)
            except Refused as no:
                parts.refusing(form, "ref", no)
                return again(request, form)
            say_why(request, row.ref, "report", kept=SAID)
            messages.success(request, "Saved. What nobody recorded stands on the page of the crime.")
            parts.doubt_codes(request, told.crime.postcode)
            return _on(row.ref, asking)
        return again(request, form)
    here = asking.at.astimezone(LONDON)
    units = [
        (one.ref, f"{one.ref}, {one.name}" if one.name else one.ref, "")
        for one in standing(Unit, known_at=asking.at)
    ]
    shown = [
        parts.line("ref", "Reference of the crime", "If it has one. Left blank, it is given one."),
        parts.day("reported", "When was it reported?", value=asking.on),
        parts.line("reported-time", "At what time?", "For example, 14:05", f"{here:%H:%M}", "5"),
        parts.line(
            "offence",
            "Home Office counting code",
            "For example, 86/2. Blank if nobody knows it yet.",
            width="5",
        ),
        parts.choice("unit", "Which unit is it of?", sorted(units), value=unit_of(asking)),
        parts.words("summary", "What happened?", "In words. It is kept with the crime."),
        parts.line("postcode", "Postcode of where it happened", width="10"),
        parts.day("occurred", "When did it happen, or when may it first have?"),
        parts.yes_no("domestic", "Is it domestic abuse?"),
        parts.yes_no("high_risk", "Is the risk to the victim assessed as high?"),
        parts.line("lines", "How many lines of enquiry are there?", "Blank if nobody looked.", width="5"),
        parts.yes_no("street", "Of a robbery: was it in the street?", "No for one of a business."),
        parts.heading("The victim"),
        *party_parts("victim", Part.VICTIM),
        parts.heading("The suspect"),
        *party_parts("suspect", Part.SUSPECT),
    ]
    return parts.asked(
        request,
        form,
        shown,
        title="Report a crime",
        button="Save the report",
        back=("Crimes", reverse("crimes")),
        intro=(
            "Save what you know: what happened, or who is in it. Any other blank is kept, and is read as the "
            "more careful answer.",
            "A suspect is looked for on the register next; the manager of one who is on it is told.",
        ),
    )


@crime_page(Power.INVESTIGATE)
def party(request: HttpRequest, *, crime: str) -> HttpResponse:
    """Enter one more victim, suspect or witness."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    if request.method == "POST":
        part = form.one_of("part", [each.value for each in Part], "Choose what they are in the crime")
        named = _party(form, "party", asking, part=Part(part) if part else None)
        if named is None and not form.problems:
            form.wrong("party-name", "Enter a name, a date of birth or an officer's reference")
        if named is not None and not form.problems:
            try:
                row = add_party(named, doing(request, crime))
            except Refused as no:
                parts.refusing(form, "party-name", no)
                return again(request, form)
            messages.success(request, "They are entered.")
            return see(
                reverse("crime-match", args=[crime, row.ref])
                if named.name
                else reverse("crime", args=[crime])
            )
        return again(request, form)
    shown = [
        parts.choice("part", "What are they in the crime?", parts.each_of(Part)),
        *party_parts("party", None),
    ]
    back = ("Back to the crime", reverse("crime", args=[crime]))
    return parts.asked(
        request, form, shown, title="Enter somebody", button="Enter them", back=back, caption=crime
    )


@crime_page(Power.REPORT_CRIME)
def match(request: HttpRequest, *, crime: str, party: str) -> HttpResponse:
    """Is this party somebody on record? Whoever is near the name is shown, and the officer chooses."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = next(
        (one for one in standing(models.Party, crime_ref=crime, known_at=asking.at) if one.ref == party), None
    )
    if row is None:
        raise Http404
    form = entered(request)
    found, outside = _near(row, asking)
    if request.method == "POST":
        offered = [hit.person.ref for hit in found]
        chosen = form.one_of("person", [*offered, NONE_OF_THESE], "Choose one, or none of these")
        if form.problems:
            return again(request, form)
        try:
            match_party(party, "" if chosen == NONE_OF_THESE else chosen, doing(request, crime))
        except Refused as no:
            parts.refusing(form, "person", no)
            return again(request, form)
        messages.success(
            request,
            "Nobody on record. The name stays in the crime."
            if chosen == NONE_OF_THESE
            else f"Matched to {chosen}. Whoever manages them is told now."
            if row.part == Part.SUSPECT
            else f"Matched to {chosen}.",
        )
        return see(reverse("crime", args=[crime]))
    look_for_suspect(len(found), doing(request, crime))
    items = [
        (
            hit.person.ref,
            f"{hit.person.name}, {hit.person.ref}",
            f"{_born(hit)}; {hit.person.unit}; {', '.join(hit.because)}",
        )
        for hit in found
    ]
    intro = [
        f"Told in the crime: {row.name}"
        + (f", born {in_words(row.born_on)}." if row.born_on else ". Born: not recorded.")
    ]
    if outside:
        intro.append(f"{outside} more near this name may not be shown to you: ask the intelligence unit.")
    shown = [
        parts.radios("person", "Who is it?", [*items, (NONE_OF_THESE, "None of these", "")], value=row.person)
    ]
    return parts.asked(
        request,
        form,
        shown,
        title=f"Is the {row.part} on the register?",
        button="Record it",
        back=("Back to the crime", reverse("crime", args=[crime])),
        caption=crime,
        intro=intro,
    )


def party_parts(name: str, part: Part | None) -> list[parts.Part]:
    """What is asked of somebody in a crime; of a victim what makes them vulnerable as well."""
    found = [
        parts.line(f"{name}-name", "Name", "As it was told."),
        parts.day(f"{name}-born", "Date of birth", "For example, 31 3 1980"),
    ]
    if part is not Part.VICTIM:
        found.append(
            parts.line(
                f"{name}-officer",
                "Of the force's own: their reference",
                "Professional standards are told at once.",
                width="10",
            )
        )
    if part is not Part.SUSPECT:
        found += [
            parts.choice(
                f"{name}-relationship",
                "What is the suspect to the victim?",
                [*parts.each_of(Relationship), ("", "Not known", "")],
            ),
            parts.yes_no(f"{name}-in_care", "Are they looked after by a local authority?"),
            parts.yes_no(f"{name}-disabled", "Have they a disability?"),
            parts.yes_no(f"{name}-repeat", "Were they a victim before?"),
            parts.yes_no(f"{name}-intimidated", "Are they afraid of giving evidence?"),
        ]
    return found


def _told(form: Entered) -> Reported | None:
    at = form.instant("reported", "Enter the day it was reported")
    occurred = form.day("occurred")
    lines = parts.whole(form, "lines")
    if at is None:
        return None
    crime = facts.Crime(
        form.reference("ref"),
        at,
        form.text("offence"),
        form.text("unit"),
        " ".join(form.text("postcode").upper().split()),
        occurred,
        parts.said(form, "domestic"),
        parts.said(form, "high_risk"),
        lines,
        parts.said(form, "street"),
    )
    return Reported(crime, form.text("summary"))


def _party(form: Entered, name: str, asking: Asking, part: Part | None = None) -> Named | None:
    """Somebody as told in the form; None where nothing at all was told of them."""
    part = part or {"victim": Part.VICTIM, "suspect": Part.SUSPECT}.get(name)
    typed, officer = form.text(f"{name}-name"), form.text(f"{name}-officer")
    born = parts.birth(form, f"{name}-born", asking.on)
    near = form.one_of(f"{name}-relationship", [each.value for each in Relationship])
    answers = [parts.said(form, f"{name}-{what}") for what in ANSWERS]
    if part is None or not (typed or born or officer or near or any(one is not None for one in answers)):
        return None
    related = Relationship(near) if near else None
    party = Party("", "", part, "", officer, born, related, *answers)
    return Named(party, typed)


def _on(crime: str, asking: Asking) -> HttpResponse:
    """On to the register with the first suspect who has a name; else to the crime itself."""
    for row in standing(models.Party, crime_ref=crime, known_at=asking.at):
        if row.part == Part.SUSPECT and row.name and not row.officer and not row.person:
            return see(reverse("crime-match", args=[crime, row.ref]))
    return see(reverse("crime", args=[crime]))


def _near(row: models.Party, asking: Asking) -> tuple[list[Hit], int]:
    """People on record near the name and the birth as told, nearest first; and how many may not be shown.

    A suspect of one unit is often managed by another: need to know by unit is not asked here, but
    a restricted record and a conflict of interest shut as ever.
    """
    asked = taken_apart(row.name, on=asking.on)
    if not asked.anything:
        return [], 0
    hits = roll(on=asking.on, at=asking.at).find(asked, limits(asking.law, on=asking.on))
    shut = shut_to(asking.officer, asking.law, on=asking.on, known_at=asking.at)
    open_to = [hit for hit in hits if hit.person.ref not in shut]
    same = [hit for hit in open_to if row.born_on is not None and hit.person.born_on == row.born_on]
    others = [hit for hit in open_to if hit not in same]
    return (same + others)[:MOST], len(hits) - len(open_to)


def _born(hit: Hit) -> str:
    return f"born {in_words(hit.person.born_on)}" if hit.person.born_on else "date of birth not recorded"


addresses = [
    path("crimes/report/", report, name="crime-report"),
    path("crimes/<crime:crime>/party/", party, name="crime-party"),
    path("crimes/<crime:crime>/party/<str:party>/", match, name="crime-match"),
]
