"""What is loaded as it stands and yet ought to be looked at: said at the end of each file."""

from collections import Counter

from watchkeeper.engine.tables import Table
from watchkeeper.intake.checking import Checker, Known, Values
from watchkeeper.intake.mending import plain
from watchkeeper.intake.templates import reference

_NAMED = 5  # examples named in one remark


class Remarks:
    """Looks at each sound row of one source. Asked once a row."""

    def __init__(self, table: Table, checker: Checker, known: Known) -> None:
        places = {column.name: i for i, column in enumerate(checker.columns)}
        self._example = reference(table.name)
        self._example_seen = False
        self._crew = places.get("crew", -1)
        self._officers = known.refs.setdefault("officers", set())
        self._strangers: Counter[str] = Counter()
        self._identity = (
            (places["family_name"], places["given_names"], places["born_on"]) if table.about == "ref" else ()
        )
        self._same_person: dict[int, str] = {}
        self._twins: list[str] = []

    def look(self, values: Values) -> None:
        """Remember what is odd about one row."""
        if values[0] == self._example and not values[-1]:
            self._example_seen = True
        if self._crew >= 0 and (crew := values[self._crew]):
            for ref in crew.split(";"):
                if ref not in self._officers:
                    self._strangers[ref] += 1
        if self._identity:
            self._look_for_twin(values)

    def _look_for_twin(self, values: Values) -> None:
        family, given, born = (values[i] for i in self._identity)
        if family and given and born is not None:
            key = hash((plain(family), plain(given), born))
            other = self._same_person.setdefault(key, values[0])
            if other != values[0]:
                self._twins.append(f"{other} and {values[0]}")

    def words(self) -> list[str]:
        """Everything there is to say."""
        said = []
        if self._example_seen:
            said.append(
                f"{self._example} is the invented row of the template and counts as a real one: take it out "
                "of the file; once loaded, load it with yes under withdrawn"
            )
        if self._strangers:
            few = ", ".join(f"{ref} ({count:,})" for ref, count in self._strangers.most_common(_NAMED))
            said.append(
                f"{len(self._strangers):,} refs under crew are not known officers: {few}. The rows are "
                "loaded; load those officers, or correct the refs"
            )
        if self._twins:
            few = "; ".join(self._twins[:_NAMED])
            said.append(
                f"{len(self._twins):,} times two refs have the same names and date of birth: {few}. "
                "Both are loaded; see whether they are one person"
            )
        return said
