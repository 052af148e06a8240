"""The day of a visit is the day in England: a knock after midnight in summer is no visit of the day before."""

from datetime import UTC, datetime

from tests.table import table
from watchkeeper.visits.facts import Visit


@table("""
    case                                          | at               | day
    ----------------------------------------------|------------------|-----------
    winter: a minute before midnight              | 2026-01-10 23:59 | 2026-01-10
    winter: midnight                              | 2026-01-11 00:00 | 2026-01-11
    the last midnight of winter, a minute before  | 2026-03-28 23:59 | 2026-03-28
    the last midnight of winter                   | 2026-03-29 00:00 | 2026-03-29
    clocks go forward: the first summer midnight  | 2026-03-29 23:00 | 2026-03-30
    a minute before it                            | 2026-03-29 22:59 | 2026-03-29
    summer: half past midnight                    | 2026-07-09 23:30 | 2026-07-10
    the last midnight of summer                   | 2026-10-24 23:00 | 2026-10-25
    clocks go back: an hour before midnight       | 2026-10-25 23:00 | 2026-10-25
    clocks go back: the first winter midnight     | 2026-10-26 00:00 | 2026-10-26
    """)
def test_the_day_of_a_visit(at, day):
    instant = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert Visit("V1", instant, "A1", None, False, None).day.isoformat() == day
