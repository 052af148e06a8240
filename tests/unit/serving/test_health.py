"""What the machines that watch over the service are told, and what the log keeps of a request."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.conftest import NOON
from tests.unit.workforce.records import person
from watchkeeper import today
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.config.logs import references_only
from watchkeeper.jobs import living
from watchkeeper.jobs.asking import ask
from watchkeeper.jobs.tasks import compile_night
from watchkeeper.law.shelf import Shelf
from watchkeeper.web import health, measuring

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A machine on this one; the clock stands at noon, and a worker lives."""
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(health, "anybody_living", lambda: True)
    return Client()


def brief(on: Any) -> None:
    FrozenBrief.objects.create(
        on=on, known_at=NOON, policy_version="x", compiled_at=NOON, act=1, through=1, digest="d", content=b""
    )


def parts(client: Client) -> tuple[int, dict[str, bool]]:
    answer = client.get("/readyz")
    return answer.status_code, answer.json()


def test_alive_asks_nothing_of_the_database(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"alive\n"


def test_an_empty_register_is_ready_without_a_brief(client: Client) -> None:
    everything = {"ready": True, "database": True, "migrations": True, "worker": True, "brief": True}
    assert parts(client) == (200, everything)


def test_without_todays_brief_it_is_not_ready_until_one_is_being_compiled(client: Client, law: Shelf) -> None:
    person()
    brief(NOON.date() - timedelta(days=1))
    status, found = parts(client)
    assert (status, found["brief"], found["database"]) == (503, False, True)
    ask(f"brief {NOON.date()}", compile_night, "", "", law=law, at=NOON)
    assert parts(client)[0] == 200
    brief(NOON.date())
    assert parts(client)[0] == 200


def test_without_a_worker_it_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "anybody_living", lambda: False)
    assert parts(client)[0] == 503


def test_where_no_worker_lives_none_is_seen() -> None:
    assert not living.anybody_living()
    assert not living.is_living("worker-gone")


def test_metrics_count_pages_by_name_and_status(client: Client) -> None:
    client.get("/people/P1/")
    told = client.get("/metrics").content.decode()
    assert 'watchkeeper_requests_total{page="person",status="302"}' in told
    assert 'watchkeeper_request_seconds_bucket{le="0.1",page="person"}' in told
    assert "watchkeeper_alerts_open 0.0" in told
    assert 'watchkeeper_jobs{state="failed"} 0.0' in told
    assert "P1" not in told


@pytest.mark.parametrize("header", health.PASSED_ON)
def test_metrics_are_refused_through_a_proxy(client: Client, header: str) -> None:
    assert client.get("/metrics", headers={header: "192.0.2.7"}).status_code == 403


def test_metrics_are_refused_from_elsewhere(client: Client) -> None:
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 403


def test_with_a_token_it_is_asked_of_everybody(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(health.TOKEN, "a token")
    assert client.get("/metrics").status_code == 403
    assert client.get("/metrics", headers={"Authorization": "Bearer another"}).status_code == 403
    answer = client.get("/metrics", REMOTE_ADDR="192.0.2.7", headers={"Authorization": "Bearer a token"})
    assert answer.status_code == 200


class Lines:
    """A log that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []

    def info(self, event: str, **rest: Any) -> None:
        self.told.append({"event": event, **rest})


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    kept = Lines()
    monkeypatch.setattr(measuring, "log", kept)
    return kept.told


def test_a_request_leaves_one_line_without_its_address_or_query(
    client: Client, lines: list[dict[str, Any]]
) -> None:
    client.get("/people/P1/?q=Example")
    (line,) = lines
    assert {key: line[key] for key in ("event", "page", "status", "by")} == {
        "event": "request",
        "page": "person",
        "status": 302,
        "by": "",
    }
    assert references_only(None, "info", dict(line)) == line, "every key may be carried"
    assert "Example" not in json.dumps(line)
    assert "P1" not in json.dumps(line)


def test_the_machines_own_questions_leave_none(client: Client, lines: list[dict[str, Any]]) -> None:
    client.get("/healthz")
    client.get("/readyz")
    assert lines == []
