"""What the queue will be: the same answer from the same facts, the gravest first, a flood fails more."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.suspects.referrals import LAW, RECEIVED, later
from watchkeeper.suspects.facts import BANDS, Band
from watchkeeper.suspects.rules.forecast import Forecast, Month, WaitingReferral, forecast

ON = RECEIVED.date()
CALM = Month((Band.HIGH,) * 28, 28, 28)  # one a day, and one a day enforced


def ahead(queue: list[WaitingReferral], month: Month = CALM, times: int = 1, seed: int = 1) -> Forecast:
    return forecast(queue, month, LAW, on=ON, at=RECEIVED, times=times, seed=seed)


def waits(ref: str, band: Band | None = Band.HIGH, hours: float = 100) -> WaitingReferral:
    return WaitingReferral(ref, band, later(hours))


def test_as_many_enforced_as_come_keeps_the_queue_as_it_is() -> None:
    found = ahead([waits("R1", hours=2000)])
    assert [(week.received, week.enforced, week.waiting) for week in found.weeks] == [(7, 7, 1)] * 8
    assert found.weeks[0].ends == ON + timedelta(days=7)
    assert found.fails == ()


def test_where_nothing_is_enforced_everybody_waits_and_passes_their_time() -> None:
    found = ahead([waits("R1"), waits("R2", Band.LOW, hours=2000)], Month((Band.HIGH,), 0, 28))
    assert [(each.ref, each.reached_on) for each in found.fails] == [("R1", None)]
    assert found.weeks[-1].waiting == 4
    assert found.to_come == 1


def test_the_gravest_is_reached_first_and_one_without_a_band_before_them() -> None:
    queue = [waits("low", Band.LOW, 1), waits("none", None, 1), waits("grave", Band.VERY_HIGH, 1)]
    found = ahead(queue, Month((), 28, 28))
    assert [each.ref for each in found.fails] == ["none", "grave", "low"][:3] or not found.fails
    reached = {each.ref: each.reached_on for each in found.fails}
    assert reached["none"] < reached["grave"] < reached["low"]  # type: ignore[operator]


def test_hands_that_are_free_do_not_save_up_days() -> None:
    found = ahead([], Month((Band.VERY_HIGH,), 28, 28), times=28)
    assert all(week.waiting == 0 and week.enforced == week.received for week in found.weeks)


@settings(max_examples=25, deadline=None)
@given(
    bands=st.lists(st.sampled_from([*BANDS, None]), max_size=12),
    enforced=st.integers(0, 12),
    queue=st.lists(st.tuples(st.sampled_from([*BANDS, None]), st.integers(-50, 900)), max_size=8),
    seed=st.integers(0, 9),
)
def test_a_flood_never_leaves_fewer_waiting_and_nobody_is_lost(
    bands: list[Band | None], enforced: int, queue: list[tuple[Band | None, int]], seed: int
) -> None:
    of = [waits(f"R{n}", band, hours) for n, (band, hours) in enumerate(queue)]
    month = Month(tuple(bands), enforced, 28)
    calm, flood = (ahead(of, month, times, seed) for times in (1, 10))
    assert calm == ahead(of, month, 1, seed)
    assert flood.weeks[-1].waiting >= calm.weeks[-1].waiting
    for found in (calm, flood):
        came, done = (sum(getattr(week, what) for week in found.weeks) for what in ("received", "enforced"))
        assert found.weeks[-1].waiting == len(of) + came - done
        assert {each.ref for each in found.fails} <= {each.ref for each in of}
