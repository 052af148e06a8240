"""The page that studies an instrument: by a list that is forgotten, or by what the register holds of it."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from watchkeeper.briefing.following import follow, may_be_followed
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
from watchkeeper.workforce.facts import Power

TEMPLATE = "instruments/fairness.html"
BANDS = ("low", "medium", "high", "very high")
"""Their order where no pack gives another."""
HEAD = ("part", "of", "measure", "value", "least", "most", "people", "why")
MEGABYTE = 1_000_000
AS_CSV = "csv"
REGISTER = "register"
"""What the form of the register's own assessments sends, beside that of a list."""


def fairness(request: HttpRequest, packs: Mapping[str, Pack]) -> HttpResponse:
    """The form; and, of a list handed in, the study as a page or as a file. Nothing of the list is kept."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form, keeps = entered(request), limits(asking.law, on=asking.on)
    most = asking.law["fairness_megabytes"].whole(asking.on)
    register = request.method == "POST" and form.data.get("of") == REGISTER
    found = None
    if request.method == "POST" and register:
        found = _of_register(asking, form, packs, keeps)
    elif request.method == "POST":
        found = _of_list(request, form, packs, keeps, most)
    shown: dict[str, Any] = {
        "form": form,
        "packs": packs,
        "most": most,
        "keeps": keeps,
        "register": register,
        "followed": _followed(packs, asking),
    }
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
            "pack": packs.get(form.text("stored" if register else "pack")),
        }
    return administer(request, TEMPLATE, "instruments", shown, status=422 if form.problems else 200)


def _followed(packs: Mapping[str, Pack], asking: Asking) -> dict[str, Pack]:
    """The packs that the register's own assessments may be studied with, for whoever measures the force."""
    if not asking.may(Power.MEASURE_FORCE).allowed:
        return {}
    return {
        stem: pack
        for stem, pack in packs.items()
        if may_be_followed(pack.name, asking.law, on=asking.on).allowed
    }


def _of_register(
    asking: Asking, form: Entered, packs: Mapping[str, Pack], keeps: Limits
) -> tuple[Listed, Studied] | None:
    """The study of what is stored of an instrument. Raises Refused."""
    pack, since = packs.get(form.text("stored")), form.day("stored-since")
    if pack is None:
        form.wrong("stored", "Choose an instrument")
    if form.problems or pack is None:
        return None
    listed = follow(pack, by=asking.officer, on=asking.on, law=asking.law, at=asking.at)
    return listed, study(listed.people, [band.name for band in pack.bands], keeps, since=since)


def _of_list(
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
