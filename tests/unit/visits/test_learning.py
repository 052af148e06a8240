"""The contact model learns what is there: on attempts held out it beats what it stands beside."""

import numpy as np
import pytest

from tests.spec.registers.subjects import law_with
from tools import bench_contact
from tools.pages import section
from watchkeeper.visits.rules.scoring import calibration_error, gained, log_loss, reliability


@pytest.fixture(scope="module")
def made():
    patch = pytest.MonkeyPatch()
    patch.setattr(bench_contact, "PEOPLE", 1500)
    yield bench_contact.force(8, seed=3)
    patch.undo()


def test_it_beats_the_pooled_mean_and_the_person_s_own(made, monkeypatch):
    monkeypatch.setattr(bench_contact, "PEOPLE", 1500)
    said = bench_contact.model(made, law_with(habit_starts=1))
    most, least = (log_loss(each, made.held_out) for each in (bench_contact.pooled(made), made.truth))
    ours, own = (
        gained(log_loss(each, made.held_out), least=least, most=most)
        for each in (said, bench_contact.own(made))
    )
    assert ours > 0.2
    assert ours > 1.2 * own
    assert calibration_error(reliability(said.ravel(), made.held_out.ravel(), bands=10)) < 0.04


def test_the_same_seed_makes_the_same_force(made, monkeypatch):
    monkeypatch.setattr(bench_contact, "PEOPLE", 1500)
    again = bench_contact.force(8, seed=3)
    assert (again.held_out == made.held_out).all()
    assert (again.seen <= again.tried).all()


def test_a_section_is_put_in_place_and_the_rest_of_the_page_stays(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Page\n\nFirst.\n\n## One\n\nold\n\n## Two\n\nkept\n")
    section(page, "One", "\nnew\n")
    section(page, "Three", "\nadded\n")
    assert page.read_text() == "# Page\n\nFirst.\n\n## One\n\nnew\n\n## Two\n\nkept\n\n## Three\n\nadded\n"


def test_truth_is_a_chance():
    truth = bench_contact.population(np.random.default_rng(1), 50)
    assert truth.shape == (50, 6)
    assert ((truth > 0) & (truth < 1)).all()
