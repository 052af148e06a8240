"""Crimes closed for good long before a night: the database leaves them where they are stored.

A force closes nearly all the crimes of a year, and what a brief costs should hang on those that are open. The
twin `shut` says which are closed; here is left out only what it would surely find closed by the day before
which nobody looks back, and all else is handed to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from watchkeeper.crimes import tables as crimes
from watchkeeper.crimes.facts import Relationship
from watchkeeper.crimes.rules.closing import never_looked_at
from watchkeeper.engine.snapshot import NAMED
from watchkeeper.engine.source import Source, Vendor
from watchkeeper.engine.standing import Known, Pull, quoted
from watchkeeper.law.clocks import DAY
from watchkeeper.law.shelf import Shelf

NEAR = ", ".join(f"'{each.value}'" for each in (Relationship.FAMILY, Relationship.CARER))
"""What somebody may be to another in a crime that makes the crime one to look at again."""
EVERY = 2**63 - 1
"""A limit that leaves nothing out, and keeps the order beneath it, which SQLite drops otherwise."""
_CRIMES, _FINALS, _PARTIES = (
    Pull(next(each for each in crimes.TABLES if each.name == name), (), whose="crime_ref")
    for name in ("crimes", "crime_outcomes", "crime_parties")
)
TYPED = (
    f"WITH RECURSIVE typed(offence) AS (SELECT min(c.offence) FROM {_CRIMES.stored} c UNION ALL "
    f"SELECT (SELECT min(n.offence) FROM {_CRIMES.stored} n WHERE n.offence > t.offence) FROM typed t "
    "WHERE t.offence IS NOT NULL) SELECT t.offence FROM typed t WHERE t.offence IS NOT NULL"
)
"""Every offence as it is typed, whichever version said so: the index is asked for one after the other."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Which crimes are surely closed: `before` is the last day, `plain` the offences as they are typed.

    A plain offence needs no second look while nobody in the crime is family or a carer.
    """

    before: date
    plain: tuple[str, ...]

    def others(self, vendor: Vendor, known: Known) -> str:
        """The question for the refs of all other crimes, in the SQL of the database that stores them.

        Both sides of EXCEPT come in the order of an index, so that they are laid side by side: neither is
        searched for each row of the other, nor put in order.
        """
        overtaken = _FINALS.overtaken(vendor, known)
        return (
            f"SELECT k.ref FROM (SELECT c.ref FROM {_CRIMES.stored} c EXCEPT "
            f'SELECT o.crime_ref FROM {_FINALS.stored} o WHERE NOT (o."on" IS NULL OR {self._after("o")} '
            f"OR NOT coalesce(o.second_agrees, TRUE)) "
            f"AND NOT o.withdrawn AND {known.clause(vendor, 'o')} AND o.id NOT IN ({overtaken}) "
            f"ORDER BY 1 LIMIT {EVERY}) k UNION ALL {self._doubtful}"
        )

    @property
    def outcomes(self) -> str:
        """What an outcome of one of the others satisfies; one of another crime may."""
        late = (
            f"SELECT l.crime_ref FROM {_FINALS.stored} l WHERE {each}"
            for each in ('l."on" IS NULL', self._after("l"), "NOT l.second_agrees")
        )
        return f"f.crime_ref IN ({' UNION ALL '.join((*late, self._doubtful))})"

    def _after(self, row: str) -> str:
        """Whether an outcome is too late to close a crime long before the night."""
        return f'{row}."on" > {quoted(self.before.isoformat())}'

    @property
    def _doubtful(self) -> str:
        """The question for crimes whose closing may need a second look, whichever version said so."""
        plain = ", ".join(map(quoted, self.plain))
        return (
            f"SELECT d.ref FROM {_CRIMES.stored} d WHERE d.offence IN "
            f"({TYPED} AND t.offence NOT IN ({plain})) UNION ALL "
            f"SELECT p.crime_ref FROM {_PARTIES.stored} p WHERE p.relationship IN ({NEAR})"
        )


def closed_long_ago(source: Source, law: Shelf, *, on: date) -> Closed | None:
    """Which crimes of a night are surely closed; None where no offence is plain: all are read then."""
    with source.open() as reader, reader.read(TYPED) as stream:
        typed: list[str] = stream.read_all().column(0).to_pylist()
    plain = _fitting(code for code in typed if never_looked_at(code, law, on=on, related=False))
    before = on - law["closed_crime_look_back_days"].whole(on) * DAY
    return Closed(before, plain) if plain else None


def _fitting(codes: Iterable[str]) -> tuple[str, ...]:
    """As many codes as a question may name: crimes of the rest are read."""
    found, long = list[str](), 0
    for code in codes:
        long += len(code)
        if long > NAMED:
            break
        found.append(code)
    return tuple(found)
