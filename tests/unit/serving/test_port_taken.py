"""A second service on the port of the first is refused: each would answer half the pages."""

import socket
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from watchkeeper.cli.main import app
from watchkeeper.cli.opening import COULD_NOT_RUN
from watchkeeper.cli.serve import taken


@pytest.fixture
def listening() -> Iterator[int]:
    """A port on which something listens as the server does: ready to share it."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        held.bind(("127.0.0.1", 0))
        held.listen()
        port: int = held.getsockname()[1]
        yield port


def test_a_port_on_which_something_listens_is_taken(listening: int) -> None:
    answer = CliRunner().invoke(app, ["serve", "--port", str(listening)])
    assert answer.exit_code == COULD_NOT_RUN
    assert f"something listens on port {listening} already" in answer.stderr
    assert "Watchkeeper listens" not in answer.stdout


def test_a_port_that_was_let_go_is_free() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    assert not taken("127.0.0.1", port)
    assert not taken("localhost", port)
