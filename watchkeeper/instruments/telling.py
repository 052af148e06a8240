"""The transparency record of an instrument: what the public may know of it, and what nobody said.

Headings follow the two tiers of the Algorithmic Transparency Recording Standard, in our own words. Every
answer is read from the pack or from how any pack is scored here; where the pack says nothing, the answer is
"" and is shown as not said. Nothing is filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from watchkeeper.instruments.facts import Asked, Kind, Pack, Standing
from watchkeeper.law.wording import counted, day, names

NOT_SAID = "Not said."
"""What stands where a pack says nothing."""

KINDS = {
    Kind.LOGISTIC: "Weighted answers add to a total; a logistic curve turns the total into a percentage.",
    Kind.POINTS: "Answers carry points, which add to a total.",
    Kind.HIERARCHY: "The first description that fits the answers gives the result.",
    Kind.MATRIX: "Two results lead to a band together, by a table.",
    Kind.COMBINED: "Results of other instruments are put together.",
    Kind.JUDGEMENT: "Nothing is counted: a person rates factors and judges.",
}
STANDINGS = {
    Standing.CONFIRMED: "Held against what its author published.",
    Standing.UNCONFIRMED: "Not yet held against what its author published, and stands behind no decision",
    Standing.STRUCTURE: "Its shape only",
}
PROTECTED = {"sex": ("sex",), "age": ("age", "birth_date", "investigation_date")}
"""Protected characteristics that an instrument may ask about, by how the names of its items begin."""


@dataclass(frozen=True, slots=True)
class Said:
    """One question of the record, and what the pack answers; "" where it says nothing."""

    asks: str
    answer: str

    @property
    def told(self) -> str:
        """The answer, or that there is none."""
        return self.answer or NOT_SAID


@dataclass(frozen=True, slots=True)
class Chapter:
    """Questions of the record that stand under one heading."""

    heading: str
    said: tuple[Said, ...]


def record(pack: Pack) -> tuple[Chapter, ...]:
    """The transparency record of a pack, heading by heading."""
    told = pack.transparency
    human, basis = (told.human, told.basis) if told else ("", "")
    return (
        Chapter("Overview for everybody", tuple(_overview(pack))),
        Chapter(
            "Owner and responsibility",
            (
                Said("Who answers for it", told.owner if told else ""),
                Said("Who made it", pack.source.cite),
                Said("Who supplied this program of it", ""),
                Said("Licence", pack.source.licence),
            ),
        ),
        Chapter("What it does, and why", tuple(_description(pack))),
        Chapter(
            "How people decide with it",
            (
                Said("Where it stands in the decision, and what a person does", human),
                Said("What the person is shown", _shown(pack)),
                Said("How often, and about how many people, it is used", ""),
                Said("Training it asks for", pack.training),
                Said("How somebody may ask about it, or object", told.ask if told else ""),
            ),
        ),
        Chapter("How it is built", tuple(_built(pack))),
        Chapter("What it is told", tuple(_data(pack))),
        Chapter(
            "Risks, and what was assessed",
            (
                Said("Known limits", " ".join(pack.limits)),
                Said("Ground in law", basis),
                Said("Assessment of data protection", ""),
                Said("Assessment of equality", ""),
            ),
        ),
    )


def _overview(pack: Pack) -> Iterator[Said]:
    yield Said("Name", f"{pack.name}, version {pack.version}, {pack.hash}")
    yield Said("What it is", pack.says)
    yield Said("What it says of somebody", _sentence(pack.estimates))
    yield Said("Why it is used", pack.transparency.purpose if pack.transparency else "")
    yield Said("Where to read more", pack.source.href)


def _description(pack: Pack) -> Iterator[Said]:
    yield Said("How it works", KINDS[pack.kind])
    parts = [part.pack.ref for part in pack.parts]
    yield Said("What it rests on", f"{_sentence(names(parts))}" if parts else "Nothing but its own answers.")
    for_whom = [
        each.says if each.confirmed else f"{each.says} (unconfirmed)" for each in pack.eligibility
    ] or ([f"for children under {pack.under_age}"] if pack.under_age else [])
    yield Said("Whom it is for", _sentence("; ".join(for_whom)))
    yield Said("What was done before it", "")
    yield Said(
        "What else was weighed", f"Where it cannot be answered: {pack.instead}." if pack.instead else ""
    )


def _shown(pack: Pack) -> str:
    shown = []
    if pack.percent is not None:
        shown.append(f"a percentage to {pack.places} places" if pack.places else "a whole percentage")
    if pack.adds:
        shown.append("the total with each term that adds to it")
    if pack.bands:
        shown.append(f"a band: {names([band.name for band in pack.bands])}")
    shown.append("what is not known, and what it leaves open")
    return _sentence("; ".join(shown))


def _built(pack: Pack) -> Iterator[Said]:
    yield Said("Version, and how it is told from another", f"{pack.ref}; a pack is never edited.")
    standing = STANDINGS[pack.standing]
    yield Said("Standing", f"{standing}: {pack.because}." if pack.because else _sentence(standing))
    until = f" until {day(pack.until)}" if pack.until else ""
    yield Said("In force", f"From {day(pack.since)}{until}." if pack.since else "")
    yield Said("Does it learn by itself", "No. It gives the same result for the same answers.")
    counts = [f"{len(pack.items)} items", f"{len(pack.terms)} terms" if pack.terms else ""]
    yield Said("Size", _sentence(", ".join(each for each in counts if each)))
    yield Said("Published accuracy", pack.accuracy)
    yield Said("Norms", " ".join(f"{norm.version}: {norm.says} ({norm.cite})" for norm in pack.norms))
    yield Said("Repeated", f"After {counted(pack.review_months, 'month')}." if pack.review_months else "")
    yield Said("Read on", _sentence(day(pack.source.read_on)))


def _data(pack: Pack) -> Iterator[Said]:
    yield Said("What is used", pack.transparency.data if pack.transparency else "")
    asked = [
        name for name, begins in PROTECTED.items() if any(item.ref.startswith(begins) for item in pack.items)
    ]
    if pack.kind is Kind.JUDGEMENT or pack.standing is Standing.STRUCTURE:
        asked = [*asked, "others, if the licensed content asks"]
    yield Said("Protected characteristics it asks about", _sentence(names(asked)) if asked else "None.")
    worked = sum(1 for item in pack.items if item.worked_out)
    days = sum(1 for item in pack.items if item.asked is Asked.DAY)
    yield Said(
        "What is worked out and not asked",
        f"{worked} items may be worked out, from {days} days among them." if worked else "Nothing.",
    )
    yield Said("What was used to make it", "")
    yield Said("Who may see it, where it is kept and how long", "")


def _sentence(text: str) -> str:
    said = text.strip()
    if not said:
        return ""
    return f"{said[0].upper()}{said[1:]}{'' if said.endswith('.') else '.'}"
