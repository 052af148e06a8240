"""Every file a force may give, in the order they are loaded: a row may only refer to what came before."""

from watchkeeper.crimes import tables as crimes
from watchkeeper.engine.tables import Table
from watchkeeper.escalation import tables as escalation
from watchkeeper.missing import tables as missing
from watchkeeper.people import tables as people
from watchkeeper.planning import tables as planning
from watchkeeper.registers import tables as registers
from watchkeeper.risk import tables as risk
from watchkeeper.suspects import tables as suspects
from watchkeeper.visits import tables as visits
from watchkeeper.workforce import tables as workforce

_OF_SLICES = (
    *workforce.TABLES,
    *people.TABLES,
    *registers.TABLES,
    *risk.TABLES,
    *visits.TABLES,
    *crimes.TABLES,
    *missing.TABLES,
    *suspects.TABLES,
    *escalation.TABLES,
    *planning.TABLES,
)
_LAST = ("managers", "offers", "offer_answers")  # refer to people, who are loaded after officers

TABLES: tuple[Table, ...] = (
    *(t for t in _OF_SLICES if t.name not in _LAST),
    *(t for t in _OF_SLICES if t.name in _LAST),
)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
