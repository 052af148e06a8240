"""What a screening comes to once guidance is held against it: floors, and what is not known."""

from dataclasses import dataclass
from datetime import date

from watchkeeper.instruments.changing import changes
from watchkeeper.instruments.facts import Answers, Pack
from watchkeeper.instruments.scoring import Scored, scored
from watchkeeper.law.clocks import years_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names, recorded
from watchkeeper.missing.concerns import Concerns


@dataclass(frozen=True, slots=True)
class Screening:
    """What the tool says, what guidance makes of it, and what neither can say yet.

    `scored` is the tool's own, exactly as published. `band` is what may be held at the least: the
    tool's, lifted by any floor. `floors` are the reasons for lifting it, met or not; `unknown` is
    what a floor needs and nobody recorded. `potential` is that any one high-risk factor was found in a child
    of 13 or under. `changes` are sentences on what would make it graver.
    """

    scored: Scored
    band: str
    floors: tuple[Reason, ...]
    unknown: tuple[str, ...]
    potential: bool
    provisional: bool
    changes: tuple[str, ...]
    confirmed: bool


def screened(pack: Pack, answers: Answers, child: Concerns, law: Shelf, *, on: date) -> Screening:
    """What `answers` about a child come to on a day.

    "No child under 13 can be categorised as LOW. No child with a learning disability can be
    categorised as LOW": such a child is lifted to the lightest band that is not low. A date of
    birth or a disability that nobody recorded is not known, never no.

    Raises ValueError with everything wrong with the answers.

    Examples
    --------
    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.instruments.shelf import load
    >>> child = Concerns("C1", date(2013, 6, 1), learning_disability=False)
    >>> found = screened(load()["seraf_2013"], {"out-late": "yes"}, child, shelf.load(), on=date(2026, 3, 20))
    >>> found.scored.band, found.band
    ('not at risk', 'moderate risk')
    """
    row, young = law["never_low_age"], law["any_high_age"]
    by_tool = scored(pack, answers, on=on)
    floors = (_age(child, row.whole(on), row.cite, on), _disability(child, row.cite))
    least = pack.least_allowed if any(reason.met for reason in floors) else 0
    rank = max(pack.rank(by_tool.band), least)
    unknown = tuple(
        what
        for what, value in (
            ("date of birth", child.born_on),
            ("learning disability", child.learning_disability),
        )
        if value is None
    )
    told = list(changes(pack, answers, on=on))
    if rank < pack.least_allowed:
        told.extend(f"{what}, not recorded: it could make it {_lifted(pack)}" for what in unknown)
    return Screening(
        scored=by_tool,
        band=pack.band(rank).name,
        floors=floors,
        unknown=unknown,
        potential=_potential(child, by_tool, young.whole(on), on),
        provisional=max(pack.rank(by_tool.gravest), least) != rank or (bool(unknown) and pack.band(rank).low),
        changes=tuple(told),
        confirmed=row.confirmed and young.confirmed and pack.confirmed,
    )


def may_save(
    band: str, reason: str, found: Screening, pack: Pack, child: Concerns, law: Shelf, *, on: date
) -> Decision:
    """Whether an officer may save a screening with `band`, theirs to decide, as guidance and `pack` allow.

    Never below a floor; low only when what the floors need is recorded; with a reason where it is not
    the tool's; and only for a child of the age the tool is for.
    """
    row = law["never_low_age"]
    low = pack.band(pack.rank(band)).low
    floors = [each for each in found.floors if each.met]
    differs = band != found.band
    of_age = child.born_on is None or on < years_after(pack.under_age, child.born_on)
    return Decision(
        (
            Reason(
                of_age, f"they are under {pack.under_age}: the tool is for nobody older", pack.source.cite
            ),
            Reason(
                not low or not floors,
                f"{band} may not be given: {names([each.says for each in floors])}" if floors else band,
                row.cite,
                "no floor is met",
            ),
            Reason(
                not low or not found.unknown,
                f"{band} waits until it is recorded: {names(found.unknown)}"
                if found.unknown
                else "age and learning disability are recorded",
                row.cite,
                "what the floors ask is recorded",
            ),
            Reason(
                not differs or bool(reason.strip()),
                f"a reason is given why it is other than the tool's {found.band}"
                if differs
                else "as the tool has it",
                pack.source.cite,
            ),
        )
    )


def _age(child: Concerns, never_low: int, cite: str, on: date) -> Reason:
    if child.born_on is None:
        return Reason(False, "age: not recorded", cite)
    under = on < years_after(never_low, child.born_on)
    return Reason(under, f"under {never_low}" if under else f"{never_low} or over", cite)


def _disability(child: Concerns, cite: str) -> Reason:
    says = f"a learning disability: {recorded(child.learning_disability)}"
    return Reason(child.learning_disability is True, says, cite)


def _potential(child: Concerns, by_tool: Scored, age: int, on: date) -> bool:
    """A child whose age nobody recorded may be 13: not known is never no."""
    young = child.born_on is None or on < years_after(age + 1, child.born_on)
    return young and bool(by_tool.high)


def _lifted(pack: Pack) -> str:
    return pack.band(pack.least_allowed).name
