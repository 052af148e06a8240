"""Faults of online suspects: past the band's time, no band, a child missed, nobody asked, closed too soon."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from watchkeeper.briefing.facts import Section
from watchkeeper.suspects.facts import Band, DeviceStep, Duty, News, StepKind
from watchkeeper.synth.episodes import DAY, HOUR, stamp
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import YES, iso
from watchkeeper.synth.planted.missing import times
from watchkeeper.synth.referrals import REASON, DrawnReferral, banded, device, enforced

type Draw = Callable[[DrawnReferral, int], None]
OFFSET = 5_000
"""Planted suspects are numbered from here, so that none is born on the day of another."""


@dataclass(frozen=True, slots=True)
class SuspectFault:
    """One entry of the key: what was planted, in which referral, and every line that must follow."""

    kind: str
    who: str
    expect: tuple[tuple[str, str], ...]
    says: str


@dataclass(frozen=True, slots=True)
class SuspectKind:
    """A kind of fault: the line that must follow, how long before the night it came, and how it is drawn."""

    name: str
    says: str
    expect: tuple[Section, Duty]
    came: int  # minutes before the night
    draw: Draw
    twice: bool = False
    registered: bool = False
    home: bool = False


def _very_high(made: DrawnReferral, _: int) -> None:
    banded(made, Band.VERY_HIGH, made.at + HOUR)


def _expired(made: DrawnReferral, night: int) -> None:
    banded(made, Band.MEDIUM, made.at + HOUR)
    at = night - 3 * DAY
    made.add("suspect_news", at, kind=News.MATERIAL, at=stamp(at), note="Another report came in.")


def _waits(made: DrawnReferral, _: int) -> None:
    banded(made, Band.MEDIUM, made.at + HOUR)


def _child(made: DrawnReferral, night: int) -> None:
    _waits(made, night)
    made.own["children"] = YES


def _nothing(_: DrawnReferral, __: int) -> None:
    """Nobody did anything."""


def _interviewed(made: DrawnReferral, _: int) -> None:
    banded(made, Band.MEDIUM, made.at + HOUR)
    enforced(made, StepKind.INTERVIEW, made.at + 2 * DAY)


def _closed(made: DrawnReferral, night: int) -> None:
    _interviewed(made, night)
    at = night - 6 * DAY
    made.add("suspect_closures", at, outcome=15, on=iso(at // DAY), reason=REASON)


def _device(made: DrawnReferral, night: int) -> None:
    _interviewed(made, night)
    device(made, DeviceStep.SEIZED, night - 12 * DAY)


def _nobody_asked(made: DrawnReferral, night: int) -> None:
    banded(made, Band.MEDIUM, made.at + HOUR)
    enforced(made, StepKind.ARREST, night - 20 * HOUR, asked=False)


KINDS: tuple[SuspectKind, ...] = (
    SuspectKind(
        "very high and past a day",
        "Banded very high forty hours before the night; nobody was searched, arrested or interviewed.",
        (Section.UNENFORCED, Duty.ENFORCE),
        40 * HOUR,
        _very_high,
    ),
    SuspectKind(
        "band expired",
        "New material came three days before the night, and the band was not given again.",
        (Section.SUSPECTS, Duty.REGRADE),
        5 * DAY,
        _expired,
    ),
    SuspectKind(
        "child at the address not referred",
        "A child lives at the address, as recorded, and nobody referred them to a local authority.",
        (Section.CHILDREN_NEAR, Duty.SAFEGUARD),
        4 * DAY,
        _child,
    ),
    SuspectKind(
        "child at the address missed",
        "Recorded as no child at the address; by the records of people one lives there.",
        (Section.CHILDREN_NEAR, Duty.SAFEGUARD),
        4 * DAY,
        _waits,
        home=True,
    ),
    SuspectKind(
        "no band in time",
        "Received twenty hours before the night, and nobody has given it a band.",
        (Section.UNBANDED, Duty.GRADE),
        20 * HOUR,
        _nothing,
    ),
    SuspectKind(
        "closed without a second look",
        "Proposed to be closed without action six days before the night; nobody else has looked.",
        (Section.SUSPECTS, Duty.SECOND_LOOK),
        20 * DAY,
        _closed,
    ),
    SuspectKind(
        "one suspect sent twice",
        "The same name and date of birth in two referrals; nobody has said whether they are one.",
        (Section.SUSPECTS, Duty.PAIR),
        4 * DAY,
        _waits,
        twice=True,
    ),
    SuspectKind(
        "device waits past its time",
        "A device seized twelve days before the night was never sent for examination.",
        (Section.SUSPECTS, Duty.DEVICE_SUBMITTED),
        20 * DAY,
        _device,
    ),
    SuspectKind(
        "manager not told",
        "A suspect is on the register, and whoever manages them was not told.",
        (Section.SUSPECTS, Duty.TELL_MANAGER),
        4 * DAY,
        _waits,
        registered=True,
    ),
    SuspectKind(
        "nobody asked about suicide risk",
        "Arrested twenty hours before the night, and nobody answered about suicide risk.",
        (Section.SUICIDE, Duty.PROMPT),
        4 * DAY,
        _nobody_asked,
    ),
)


def planted(
    force: Force,
    night: int,
    registered: list[str],
    homes: list[str],
    drawn: Callable[..., DrawnReferral],
) -> Iterator[tuple[SuspectFault, list[DrawnReferral]]]:
    """Each fault with its entry in the key and its referrals, but those that need somebody not there."""
    people, places = iter(registered), iter(homes)
    for at, kind in enumerate(kind for kind in KINDS for _ in range(times(force))):
        rng = Random(f"{force.seed}:suspect planted:{at}")
        made = drawn(force, OFFSET + at, rng, night - kind.came, prefix="SF")
        made.own["person"] = next(people, "") if kind.registered else ""
        made.own["postcode"] = next(places, "") if kind.home else made.own["postcode"]
        if (kind.registered and not made.own["person"]) or (kind.home and not made.own["postcode"]):
            continue
        kind.draw(made, night)
        both = [made]
        if kind.twice:
            first = drawn(force, OFFSET + at, rng, made.at - 2 * DAY, prefix="SE")
            first.own.update({name: made.own[name] for name in ("given_names", "family_name", "born_on")})
            kind.draw(first, night)
            both.insert(0, first)
        section, duty = kind.expect
        yield SuspectFault(kind.name, made.ref, ((str(section), str(duty)),), kind.says), both
