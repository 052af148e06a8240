"""A night is read in one go: everything wrong with it at once."""

import numpy as np
import pytest

from tests.table import table
from tests.unit.visits.tiny_nights import HOURS, night
from watchkeeper.visits.routing.night import NightError


def test_everything_wrong_with_its_shape_is_said_at_once() -> None:
    with pytest.raises(NightError) as wrong:
        night(required=[False], shift=[[540, 780], [540, 780]], travel_minutes=np.zeros((2, 2), int))
    assert len(wrong.value.problems) == 3
    assert {problem.split()[0] for problem in wrong.value.problems} == {"required", "shift", "travel_minutes"}


def test_everything_out_of_bounds_is_said_at_once() -> None:
    with pytest.raises(NightError) as wrong:
        night(pinned_to=[1, -2], shift=[[780, 540]], worth=np.full((1, 2, 3), np.nan), minute_price=-1.0)
    assert len(wrong.value.problems) == 4


@table("""
    case                               | changes
    -----------------------------------|--------
    half a minute of driving           | {"travel_minutes": np.full((3, 3), 0.5)}
    a place some minutes from itself   | {"travel_minutes": np.ones((3, 3), int)}
    driving that gives minutes back    | {"travel_minutes": [[0, -1, 1], [1, 0, 1], [1, 1, 0]]}
    a base that is not there           | {"crew_base": [1]}
    a start that is not there          | {"crew_start": [-1]}
    worth below nothing                | {"worth": np.full((1, 2, 3), -1.0)}
    a break before it may start        | {"breaks": [[600, 599, 30]]}
    a break after the shift            | {"breaks": [[751, 760, 30]]}
    a break before the shift           | {"breaks": [[500, 539, 30]]}
    a break of minus one minute        | {"breaks": [[600, 660, -1]]}
    an answer that is neither yes or no| {"allowed": [[1, 0]]}
    a third day                        | {"windows": [[(0, 2881)] * 3] * 2}
    """)
def test_a_night_that_cannot_be_is_refused(changes: str) -> None:
    with pytest.raises(NightError) as wrong:
        night(**eval(changes))
    assert len(wrong.value.problems) == 1


@table("""
    case                                      | changes
    ------------------------------------------|--------
    a break that ends with the shift          | {"breaks": [[750, 760, 30]]}
    a break that may start as the shift does  | {"breaks": [[500, 540, 30]]}
    hours that never come                     | {"windows": [[(600, 599)] * 3] * 2}
    nobody at all                             | {"travel_minutes": [[0]], "service_minutes": np.zeros(0, int), "windows": np.zeros((0, 3, 2), int), "worth": np.zeros((1, 0, 3)), "allowed": np.zeros((1, 0), bool), "required": np.zeros(0, bool), "pinned_to": np.zeros(0, int)}
    no crew at all                            | {"crew_base": np.zeros(0, int), "worth": np.zeros((0, 2, 3)), "allowed": np.zeros((0, 2), bool), "shift": np.zeros((0, 2), int), "breaks": np.zeros((0, 3), int)}
    a required person whom no crew may see    | {"required": [True, False], "allowed": [[False, True]]}
    """)
def test_a_night_that_can_be_is_taken(changes: str) -> None:
    night(**eval(changes))


def test_a_night_does_not_change_when_what_it_was_made_of_does() -> None:
    allowed = np.array([[True, True]])
    made = night(allowed=allowed)
    allowed[:] = False
    assert made.allowed.all()
    with pytest.raises(ValueError, match="read-only"):
        made.allowed[0, 0] = False


def test_whom_a_crew_may_visit_asks_rules_pins_worth_and_hours() -> None:
    worth = np.full((2, 3, 3), 10.0)
    worth[0, 1] = 0
    made = night(
        travel_minutes=np.ones((4, 4), int) - np.eye(4, dtype=int),
        crew_base=[0, 0],
        service_minutes=[30, 30, 30],
        windows=[HOURS, HOURS, [(1, 0)] * 3],
        worth=worth,
        allowed=[[True] * 3, [True] * 3],
        shift=[[540, 780]] * 2,
        breaks=[[0, 0, 0]] * 2,
        required=[False] * 3,
        pinned_to=[0, -1, -1],
    )
    assert made.may.tolist() == [[True, False, False], [False, True, False]]
    assert made.must.tolist() == [True, False, False]
