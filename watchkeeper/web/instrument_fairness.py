"""The page that studies an instrument: a list is handed in, answered, and forgotten."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.scoring import FaultyError
from watchkeeper.risk.measures.facts import Limits
from watchkeeper.risk.measures.reading import Listed, StudyError, read
from watchkeeper.risk.measures.study import Studied, figures, limits, study
from watchkeeper.web.administration import administer
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.instrument_shown import answer, calibration, months, told
from watchkeeper.web.streaming import download

TEMPLATE = "instruments/fairness.html"
BANDS = ("low", "medium", "high", "very high")
"""Their order where no pack gives another."""
HEAD = ("part", "of", "measure", "value", "least", "most", "people", "why")
MEGABYTE = 1_000_000
AS_CSV = "csv"


def fairness(request: HttpRequest, packs: Mapping[str, Pack]) -> HttpResponse:
    """The form; and, of a list handed in, the study as a page or as a file. Nothing of the list is kept."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form, keeps = entered(request), limits(asking.law, on=asking.on)
    most = asking.law["fairness_megabytes"].whole(asking.on)
    found = _studied(request, form, packs, keeps, most) if request.method == "POST" else None
    shown: dict[str, Any] = {"form": form, "packs": packs, "most": most, "keeps": keeps}
    if found is not None:
        listed, studied = found
        if form.text("as") == AS_CSV:
            return download(_rows(studied), name="instrument-study.csv", kind="text/csv; charset=utf-8")
        shown |= {
            "listed": listed,
            "left_out": sum(listed.left_out.values()),
            "answer": answer(studied),
            "parts": told(list(figures(studied))),
            "calibration": calibration(studied.parts),
            "months": months(studied),
            "pack": packs.get(form.text("pack")),
        }
    return administer(request, TEMPLATE, "instruments", shown, status=422 if form.problems else 200)


def _studied(
    request: HttpRequest, form: Entered, packs: Mapping[str, Pack], keeps: Limits, most: int
) -> tuple[Listed, Studied] | None:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    file = request.FILES.get("list")
    pack = packs.get(form.text("pack"))
    if form.text("pack") and pack is None:
        form.wrong("pack", "Choose one of the instruments, or none")
    if not isinstance(file, UploadedFile) or not file.size:
        form.wrong("list", "Choose a CSV file that is not empty")
    elif file.size > most * MEGABYTE:
        form.wrong("list", f"The file is larger than {most} MB: hand in fewer columns or rows")
    since = form.day("since")
    if form.problems or not isinstance(file, UploadedFile):
        return None
    try:
        listed = read(StringIO(file.read().decode("utf-8-sig"), newline=""), pack, on=asking.on)
    except UnicodeDecodeError:
        form.wrong("list", "The list is not a CSV file in UTF-8: save it again as CSV UTF-8")
        return None
    except (StudyError, FaultyError) as error:
        form.wrong("list", f"The list cannot be studied: {error}")
        return None
    bands = [band.name for band in pack.bands] if pack else BANDS
    return listed, study(listed.people, bands, keeps, since=since)


def _rows(studied: Studied) -> Iterator[bytes]:
    for row in (HEAD, *([getattr(each, name) for name in HEAD] for each in figures(studied))):
        line = StringIO()
        csv.writer(line).writerow(["" if cell is None else cell for cell in row])
        yield line.getvalue().encode()
