"""How long somebody stays signed in, and what opens the pages besides a password."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.accounts.rules import second_factor, session_holds
from watchkeeper.law import shelf

LAW = shelf.load()
ON = date(2026, 3, 20)
AT = datetime(2026, 3, 20, 14, tzinfo=UTC)
SHIFT = LAW["session_hours"].whole(ON) * 3600
IDLE = LAW["session_idle_minutes"].whole(ON) * 60


def holds(began: float, seen: float):
    return session_holds(AT - timedelta(seconds=began), AT - timedelta(seconds=seen), LAW, at=AT, on=ON)


@table("""
    case                                  | began     | seen     | unmet
    --------------------------------------|-----------|----------|------
    just signed in                        | 0         | 0        | 0
    a second before the end of the shift  | SHIFT - 1 | 0        | 0
    at the end of the shift               | SHIFT     | 0        | 0
    a second past it                      | SHIFT + 1 | 0        | 1
    a second before idle too long         | IDLE      | IDLE - 1 | 0
    idle as long as may be                | IDLE      | IDLE     | 0
    a second longer                       | IDLE + 1  | IDLE + 1 | 1
    past both                             | SHIFT + 1 | IDLE + 1 | 2
    """)
def test_a_session_ends_by_the_shift_or_by_silence(began, seen, unmet):
    names = {"SHIFT": SHIFT, "IDLE": IDLE}
    decision = holds(eval(began, names), eval(seen, names))
    assert len(decision.unmet) == int(unmet)
    assert decision.allowed == (unmet == "0")


@given(began=st.integers(0, 2 * SHIFT), less=st.integers(0, 2 * SHIFT))
def test_asking_again_never_lengthens_the_shift(began, less):
    seen = max(0, began - less)
    if not holds(began, seen).allowed:
        assert not holds(began + 1, seen).allowed
    assert holds(began, 0).allowed == (began <= SHIFT)


@table("""
    case                                    | factors | single_sign_on | demo | opens
    ----------------------------------------|---------|----------------|------|------
    a password alone                        | 0       | no             | no   | no
    a passkey or an app besides             | 1       | no             | no   | yes
    several                                 | 2       | no             | no   | yes
    the force's sign-on asks for its own    | 0       | yes            | no   | yes
    an invented account of a demonstration  | 0       | no             | yes  | yes
    """)
def test_what_opens_the_pages(factors, single_sign_on, demo, opens):
    decision = second_factor(factors=int(factors), single_sign_on=single_sign_on == "yes", demo=demo == "yes")
    assert decision.allowed == (opens == "yes")
    assert decision.reasons[0].says
