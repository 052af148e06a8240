"""Who and what a referral is about, when each came to be known, and under which band it stands.

HMICFRS, April 2023, found suspects graded low who were not, and grades that facts had overtaken. So a
band counts only with its assessor, tool and version, and expires when facts change or with age.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from watchkeeper.law.clocks import DAY, london_day
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.due import Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import days, moment
from watchkeeper.suspects.facts import Band, Banded, Case, News, Pair, Verdict


@dataclass(frozen=True, slots=True)
class CountedBand:
    """The band a referral stands under. `expired_at` is the instant it expired, `why` what made it.

    `given` is None where no band that counts was given; it is then read as no band, and never as low.
    """

    given: Banded | None
    expired_at: datetime | None = None
    why: Given | None = None

    @property
    def band(self) -> Band | None:
        return self.given.band if self.given is not None else None

    @property
    def word(self) -> str:
        return str(self.given.band) if self.given is not None else "no band"


def may_band(given: Banded, *, at: datetime) -> Decision:
    """Whether a band counts: given by somebody named, with a tool named in its version, by an instant."""
    return Decision(
        (
            Reason(given.at <= at, "the time has come", RECORDS),
            Reason(bool(given.by), "who assessed it is named", RECORDS),
            Reason(bool(given.tool.strip()), "the tool is named", RECORDS),
            Reason(bool(given.version.strip()), "the version of the tool is named", RECORDS),
        )
    )


def newest_band(case: Case, *, at: datetime) -> Banded | None:
    """The band given last, whether it counts or not."""
    return max((b for b in case.bands if b.at <= at), key=lambda b: (b.at, b.ref), default=None)


def stands(case: Case, law: Shelf, *, at: datetime) -> CountedBand:
    """The band that counts at an instant, and when and why it expired.

    The newest that counts. It expires at the first change of facts after it, and at the end of its
    days of policy, whichever is first. An expired band keeps its clock running until another is given.
    """
    counted = [band for band in case.bands if may_band(band, at=at).allowed]
    given = max(counted, key=lambda band: (band.at, band.ref), default=None)
    if given is None:
        return CountedBand(None)
    row = law["suspect_band_days"]
    most = row.whole(london_day(given.at))
    aged = Given("older than", days(most), row.cite)
    found = [(when, Given(str(kind), moment(when))) for when, kind in changes(case, at=at) if when > given.at]
    found.append((given.at + most * DAY, aged))
    when, why = min(found, key=lambda each: each[0])
    return CountedBand(given, when, why) if when <= at else CountedBand(given)


def changes(case: Case, *, at: datetime) -> Iterator[tuple[datetime, News]]:
    """Every change of facts by an instant: what was recorded as one, each new address, child and suspect.

    So is another referral found to be one with it: it may say what nobody had read.
    """
    told = [(each.at, each.kind) for each in case.learned]
    told += [(each.at, News.ADDRESS) for each in case.addresses]
    told += [(each.at, News.CHILD) for each in case.children]
    told += [(each.at, News.SUSPECT) for each in case.people]
    told += [
        (each.at, News.MATERIAL)
        for each in case.pairs
        if each.referral == case.referral.ref and each.verdict is Verdict.ONE and each.holds(at)
    ]
    yield from (each for each in told if each[0] <= at)


def people_of(case: Case, *, at: datetime) -> Iterator[tuple[datetime, str, bool | None]]:
    """Each suspect: since when, their ref in people, whether they work with children."""
    for first in (case.referral, *case.also):
        yield first.received_at, first.person, first.works_with_children
    yield from ((each.at, each.person, each.works_with_children) for each in case.people if each.at <= at)


def addresses_of(case: Case, *, at: datetime) -> Iterator[tuple[datetime, str, bool | None]]:
    """Each address: since when, its postcode, whether a child is there."""
    for first in (case.referral, *case.also):
        yield first.received_at, first.postcode, first.children
    yield from ((each.at, each.postcode, each.children) for each in case.addresses if each.at <= at)


def part_of(case: Case, *, at: datetime) -> Pair | None:
    """The pair by which this referral is part of an earlier one at an instant; None where it is of none."""
    ref = case.referral.ref
    return next(
        (p for p in case.pairs if p.other == ref and p.verdict is Verdict.ONE and p.holds(at)),
        None,
    )
