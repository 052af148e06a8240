"""Lines of the brief that are about managers and units: load, announced visits, falls in signals."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from watchkeeper.briefing.facts import Line, Section
from watchkeeper.inspection.facts import Weekly
from watchkeeper.inspection.rules.falling import falls
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.rules.announced import announced_share
from watchkeeper.workforce.facts import Duty, Officer
from watchkeeper.workforce.rules.caseload import Burden, caseload

WITHIN = "within bounds"
ANNOUNCED = "share of visits announced"
FALL = "fall in"


def load_lines(
    officers: Iterable[Officer], held: Mapping[str, Mapping[str, int]], law: Shelf, *, on: date
) -> Iterator[Line]:
    """One line for each manager who holds anybody, heaviest burden said in the line.

    Within the cap a line says so and asks for nothing; `what` is the burden otherwise.
    """
    for officer in officers:
        counts = held.get(officer.ref)
        if not counts:
            continue
        load = caseload(officer, counts, law, on=on)
        within = load.standing is Burden.WITHIN
        what = f"{Duty.CASELOAD} {WITHIN if within else BURDENS[load.standing]}"
        yield Line(
            Section.LOAD,
            officer.ref,
            what,
            None,
            None,
            f"inspector, {officer.unit}",
            officer.unit,
            load.because,
            load.cite,
            confirmed=load.confirmed,
            people=load.cases,
        )


BURDENS = {
    Burden.OVER: "over the cap",
    Burden.ALERT: "at the alert",
    Burden.STOP: "at the stop",
}


def announced_lines(made: Mapping[str, tuple[int, int]], law: Shelf, *, on: date) -> Iterator[Line]:
    """One line for each unit that announces more of its visits than policy allows."""
    for unit, (visits, announced) in sorted(made.items()):
        share = announced_share(visits, announced, law, on=on)
        if share.over:
            why = tuple(f"{given.what}: {given.value}" for given in share.because)
            yield Line(
                Section.ANNOUNCED,
                unit,
                ANNOUNCED,
                None,
                None,
                f"inspector, {unit}",
                unit,
                (f"{share.share:.0%} announced", *why),
                share.cite,
                confirmed=share.confirmed,
            )


def fall_lines(weekly: Iterable[Weekly], law: Shelf, *, on: date) -> Iterator[Line]:
    """One line for each signal that fell below what the unit's own past leads one to expect."""
    for fall in falls(weekly, law, on=on):
        yield Line(
            Section.SIGNALS,
            fall.unit,
            f"{FALL} {fall.signal}",
            None,
            None,
            f"inspector, {fall.unit}",
            fall.unit,
            (f"{fall.count} in the week, {fall.expected:.1f} expected", *fall.because),
            law["signal_sigmas"].cite,
            confirmed=fall.confirmed,
        )
