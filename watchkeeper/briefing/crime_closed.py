"""Crimes closed for good of which nobody is asked anything: the database leaves them where they are stored.

A force closes nearly all the crimes of a year, and what a brief costs should hang on those that are open. The
twin `shut` says which are closed; here is left out only what it would surely find closed by the day before
which nobody looks back, or by the night where nobody in the crime is on record who could still be owed a
word. All else is handed to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from watchkeeper.crimes import tables as crimes
from watchkeeper.crimes.facts import Relationship
from watchkeeper.crimes.rules.closing import never_looked_at
from watchkeeper.engine.snapshot import NAMED
from watchkeeper.engine.source import Source, Vendor
from watchkeeper.engine.standing import NOBODY, Known, Pull, quoted
from watchkeeper.law.clocks import DAY
from watchkeeper.law.shelf import Shelf

NEAR = ", ".join(f"'{each.value}'" for each in (Relationship.FAMILY, Relationship.CARER))
"""What somebody may be to another in a crime that makes the crime one to look at again."""
LISTED = 20_000
"""Ids that a question may list; of more the database is asked again."""
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
    """Which crimes are surely closed: `plain` lists their offences as they are typed.

    `before` is the last day of those in which anybody is on record, `on` the night, and the last day of the
    others. A plain offence needs no second look while nobody in the crime is family or a carer. `overtaken`
    are the ids of the outcomes that another version had overtaken; None where that was not asked beforehand.
    """

    before: date
    on: date
    plain: tuple[str, ...]
    overtaken: tuple[int, ...] | None = None

    def others(self, vendor: Vendor, known: Known) -> str:
        """The question for the refs of all other crimes, in the SQL of the database that stores them.

        Both sides of EXCEPT come in the order of an index, so that they are laid side by side: neither is
        searched for each row of the other, nor put in order.
        """
        overtaken = self._overtaken(vendor, known)
        return (
            f"SELECT k.ref FROM (SELECT c.ref FROM {_CRIMES.stored} c EXCEPT "
            f'SELECT o.crime_ref FROM {_FINALS.stored} o WHERE NOT (o."on" IS NULL OR o."on" > {self._night} '
            f"OR NOT coalesce(o.second_agrees, TRUE)) "
            f"AND NOT o.withdrawn AND {known.clause(vendor, 'o')} AND o.id NOT IN ({overtaken}) "
            f"ORDER BY 1 LIMIT {EVERY}) k UNION ALL {self._lately} UNION ALL {self._doubtful}"
        )

    @property
    def outcomes(self) -> str:
        """What an outcome of one of the others satisfies; one of another crime may."""
        late = (
            f"SELECT l.crime_ref FROM {_FINALS.stored} l WHERE {each}"
            for each in ('l."on" IS NULL', f'l."on" > {self._night}', "NOT l.second_agrees")
        )
        return f"f.crime_ref IN ({' UNION ALL '.join((*late, self._lately, self._doubtful))})"

    def _overtaken(self, vendor: Vendor, known: Known) -> str:
        """The ids of overtaken outcomes, never none for NOT IN to name; or the question for them."""
        if self.overtaken is None:
            return _FINALS.overtaken(vendor, known)
        return ", ".join(map(str, (NOBODY, *self.overtaken)))

    @property
    def _night(self) -> str:
        return quoted(self.on.isoformat())

    @property
    def _lately(self) -> str:
        """The question for crimes closed lately in which anybody is on record."""
        return (
            f'SELECT y.crime_ref FROM {_FINALS.stored} y WHERE y."on" > {quoted(self.before.isoformat())} '
            f"AND y.crime_ref IN (SELECT w.crime_ref FROM {_PARTIES.stored} w)"
        )

    @property
    def _doubtful(self) -> str:
        """The question for crimes whose closing may need a second look, whichever version said so."""
        plain = ", ".join(map(quoted, self.plain))
        return (
            f"SELECT d.ref FROM {_CRIMES.stored} d WHERE d.offence IN "
            f"({TYPED} AND t.offence NOT IN ({plain})) UNION ALL "
            f"SELECT p.crime_ref FROM {_PARTIES.stored} p WHERE p.relationship IN ({NEAR})"
        )


def surely_closed(source: Source, law: Shelf, known: Known, *, on: date) -> Closed | None:
    """Which crimes of a night are surely closed; None where no offence is plain: all are read then."""
    with source.open() as reader:
        with reader.read(TYPED) as stream:
            typed: list[str] = stream.read_all().column(0).to_pylist()
        plain = _fitting(code for code in typed if never_looked_at(code, law, on=on, related=False))
        if not plain:
            return None
        with reader.read(_FINALS.overtaken(reader.vendor, known)) as stream:
            overtaken: list[int] = stream.read_all().column(0).to_pylist()
    before = on - law["closed_crime_look_back_days"].whole(on) * DAY
    return Closed(before, on, plain, tuple(overtaken) if len(overtaken) <= LISTED else None)


def _fitting(codes: Iterable[str]) -> tuple[str, ...]:
    """As many codes as a question may name: crimes of the rest are read."""
    found, long = list[str](), 0
    for code in codes:
        long += len(code)
        if long > NAMED:
            break
        found.append(code)
    return tuple(found)
