"""What happens if nothing is done: to whom a line passes, and on which day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.briefing import force
from watchkeeper.briefing.consequences import WITHIN, asked_rank, if_nothing_is_done
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.escalation.facts import Ground
from watchkeeper.escalation.rules.decisions import rank_today
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.shelf import load
from watchkeeper.law.wording import day
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.facts import RANKS, Rank

ON = date(2026, 3, 20)  # a Friday
LAW, CALENDAR = load(), england_and_wales()


def line(section: Section, what: str, by: date | None, owner: str, level: Level | None = Level.HIGH) -> Line:
    return Line(section, "P1", what, by, None, owner, "U1", (), "cite", level)


@table("""
    case                                   | section          | what                  | by         | owner             | says
    ---------------------------------------|------------------|-----------------------|------------|-------------------|-----
    a decision due today                   | decisions owed   | not seen for too long | 2026-03-20 | inspector, U1     | On 21 March 2026 it passes up to a chief inspector.
    a decision passed up once, two days on | decisions owed   | not seen for too long | 2026-03-18 | chief inspector, U1 | On 21 March 2026 it passes up to a superintendent.
    a decision with the highest rank       | decisions owed   | not seen for too long | 2018-03-16 | commander, U1     | Nobody stands higher: it is listed every night until it is decided.
    a visit too late                       | people unmanaged | visit                 | 2026-03-01 | O1                | Once 125 per cent of the interval has passed since the person was last seen, an inspector must decide what is done.
    nobody manages                         | people unmanaged | named manager         | 2026-03-01 | no manager        | It is listed again every night, a day older, until it is put right.
    a visit nobody can date                | people unmanaged | visit                 |            | O1                | No day can be worked out from it, and it is asked for again every night, until it is recorded.
    a missing fact                         | missing facts    | level of risk         |            | O1                | No day can be worked out from it, and it is asked for again every night, until it is recorded.
    a notification too late                | duties overdue   | annual notification   | 2026-03-01 | O1                | The failure goes on, and a sergeant must decide what is done about it.
    an assessment too late                 | duties overdue   | risk assessment       | 2026-03-01 | O1                | It is listed again every night, a day older, until it is put right.
    a visit that is coming                 | due in 2 weeks   | visit                 | 2026-03-20 | O1                | From 21 March 2026 the person is listed as unmanaged.
    a notification that is coming          | due in 12 weeks  | annual notification   | 2026-05-31 | O1                | From 1 June 2026 it is listed as overdue, and it may be a failure to notify.
    an assessment that is coming           | due in 4 weeks   | risk assessment       | 2026-04-10 | O1                | From 11 April 2026 it is listed as overdue.
    a load within bounds                   | load per manager | caseload within bounds |           | inspector, U1     | Nothing: it asks for nothing.
    a load past the cap                    | load per manager | caseload over the cap |            | inspector, U1     | It is listed again every night, a day older, until it is put right.
    """)
def test_what_follows(section: str, what: str, by: str, owner: str, says: str) -> None:
    about = line(Section(section), what, date.fromisoformat(by) if by else None, owner)
    assert if_nothing_is_done(about, LAW, CALENDAR, on=ON) == says


@table("""
    case         | owner               | rank
    -------------|---------------------|-----
    a rank       | chief inspector, U1 | chief inspector
    a rank alone | sergeant            | sergeant
    an officer   | O1                  |
    nobody       | no manager          |
    """)
def test_whom_a_line_is_put_to(owner: str, rank: str) -> None:
    assert asked_rank(line(Section.DECISIONS, "x", None, owner)) == (Rank(rank) if rank else None)


def test_a_load_within_bounds_ends_as_the_brief_writes_it() -> None:
    assert WITHIN == force.WITHIN


@given(st.sampled_from(list(Ground)), st.sampled_from([None, *Level]), st.integers(-40, 40))
def test_the_day_named_is_the_first_on_which_the_next_rank_is_asked(ground, level, ago) -> None:
    by = ON - timedelta(days=ago)
    first = Rank(LAW["decision_first_rank"].word_of(ground, ON))
    now = rank_today(first, by, level, LAW, CALENDAR, on=ON)
    about = line(Section.DECISIONS, ground, by, f"{now}, U1", level)
    says = if_nothing_is_done(about, LAW, CALENDAR, on=ON)
    if now is RANKS[-1]:
        assert says.startswith("Nobody")
        return
    then = ON
    while rank_today(first, by, level, LAW, CALENDAR, on=then) is now:
        then += timedelta(days=1)
    assert f"On {day(then)} " in says
