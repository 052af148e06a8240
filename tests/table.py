"""Tables of cases: the first column is the test's name, so a red run reads as a sentence."""

from collections.abc import Callable
from typing import Any

import pytest


def table(text: str) -> Callable[[Callable[..., Any]], Any]:
    """Parametrise a test with the rows of a table drawn in text.

    The first line names the columns, parted by `|`; a line of dashes is passed over. The
    first column becomes the case's id and is not handed to the test. Cells are text.
    """
    lines = [line for line in text.splitlines() if line.strip(" -|")]
    header, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"a row of {len(row)} cells under a header of {len(header)}: {row}")
    return pytest.mark.parametrize(
        ",".join(header[1:]),
        [row[1:] if len(row) > 2 else row[1] for row in rows],
        ids=[row[0] for row in rows],
    )
