"""The drawings of a child's episodes and of a waterfall: well formed, and saying in words what they draw."""

from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest

from watchkeeper.missing.models import Flag, Screened
from watchkeeper.people.rules.deciding import Thresholds
from watchkeeper.people.rules.weighing import Step
from watchkeeper.web import child_picture, identity_picture
from watchkeeper.web.child_shown import EpisodeTold

SVG = "{http://www.w3.org/2000/svg}"
NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
LIMITS = Thresholds(10.0, 2.0, -6.0, 12.0, 4.0, 4.0)


def told(ago: int, grade: str, gap: int | None = None, *, shorter: bool = False) -> EpisodeTold:
    at = NOW - timedelta(days=ago)
    gap_ = timedelta(days=gap) if gap is not None else None
    return EpisodeTold(
        *(f"E<{ago}>", "U1", True, at, None, 90, grade, True, "", "", "", "", 0, gap_),
        shorter=shorter,
    )


def texts(drawing: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in drawing.iter(f"{SVG}text")]


def test_each_episode_is_a_box_with_its_grade_as_a_letter_and_a_gap_that_shortens_an_arrow() -> None:
    episodes = [told(80, "medium"), told(40, "high", 40), told(10, "not graded", 30, shorter=True)]
    flags = [Flag(ref="X", kind="trafficking", on=date(2026, 3, 1)), Flag(ref="Y", kind="trafficking")]
    screened = [Screened(ref="S", on=date(2026, 3, 2), band="high", active=True), Screened(ref="T")]
    drawing = ElementTree.fromstring(str(child_picture.drawn(episodes, flags, screened, at=NOW)))
    said = texts(drawing)
    for letter in ("M", "H", "?", "40 d", "30 d ↓", "trafficking", "Screenings"):
        assert letter in said
    assert len(drawing.findall(f"{SVG}rect")) == len(episodes) + 1
    assert len(drawing.findall(f"{SVG}path")) == 1, "what bears no day is in the list alone"
    dashed = [line for line in drawing.findall(f"{SVG}line") if "stroke-dasharray" in line.attrib]
    assert len(dashed) == 1
    says = drawing.findtext(f"{SVG}desc") or ""
    assert says.startswith("3 episodes from 30 December 2025 to 20 March 2026; the longest lasted 1 hour 30")
    assert says.endswith("1 of the gaps is shorter than the one before.")


def test_one_episode_of_today_is_drawn() -> None:
    drawing = ElementTree.fromstring(str(child_picture.drawn([told(0, "low")], [], [], at=NOW)))
    assert "Flags" not in texts(drawing)
    assert (drawing.findtext(f"{SVG}desc") or "").startswith("1 episode from 20 March 2026")


@pytest.mark.parametrize("bits", [(-12.25, 14.8, 9.9), (-3.0,), (20.0, 0.0)], ids=str)
def test_a_waterfall_says_each_step_and_the_sum_with_their_signs(bits: tuple[float, ...]) -> None:
    steps = identity_picture.fall([Step(f"step {at}", "found <so>", each) for at, each in enumerate(bits)])
    drawing = ElementTree.fromstring(str(identity_picture.drawn(steps, LIMITS)))
    said = texts(drawing)
    for each in steps:
        assert each.told[0] in said
    assert steps[-1].told[1] in said
    assert {"In all", "ask a human, from 2", "join, from 10"} <= set(said)
    inside = [float(each.attrib["x"]) for each in drawing.findall(f"{SVG}rect")]
    assert all(0 <= x <= identity_picture.WIDE for x in inside)
