"""What a sample says once every look is in: each question's share with its interval, drawn and in a table."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from watchkeeper.inspection.rules.settling import differing
from watchkeeper.inspection.sample_actions.answering import Result, read_sample
from watchkeeper.inspection.stored import sample_row
from watchkeeper.law.parameter import Parameter
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.sample_shown import MEANS, acting, title
from watchkeeper.workforce.facts import Power

WIDE, ROW, LEFT, RIGHT, TOP, FOOT = 760, 44, 40, 40, 20, 36
STEPS = 4


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One question: its result, and where the picture draws it; `number` joins picture and table."""

    number: int
    row: Parameter
    result: Result
    few_pairs: bool
    y: int
    low: float | None
    at: float | None
    high: float | None


@page(Power.READ_SAMPLE)
def results(request: HttpRequest, sample: str) -> HttpResponse:
    """Every question's estimate and agreement, what is too few to say, and where two differed."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if sample_row(sample, known_at=asking.at) is None:
        raise Http404
    read = read_sample(sample, **acting(asking))
    law, on = asking.law, read.sample.on
    least = law["agreement_least_pairs"].whole(on)
    rows = [_row(at, each, least, law[each.question]) for at, each in enumerate(read.results)]
    high = TOP + ROW * len(rows) + FOOT
    shown = {
        "read": read,
        "sample": read.sample,
        "title": title(read.sample),
        "rows": rows,
        "size": {"wide": WIDE, "high": high, "foot": high - FOOT, "top": TOP},
        "ticks": [(f"{step / STEPS:.0%}", _x(step / STEPS)) for step in range(STEPS + 1)],
        "target": (law["sample_good_share"], _x(law["sample_good_share"].share(on))),
        "least": law["sample_least_answers"],
        "pairs": law["agreement_least_pairs"],
        "confidence": law["sample_confidence"],
        "differing": differing(read.sample, read.readable),
        "settled": {(each.case, each.question): each for each in read.settled},
        "questions": {each.question: str(law[each.question].on(on)) for each in read.results},
        "answer_words": {answer: text for answer, (text, _) in MEANS.items()},
    }
    return render(request, "inspection/sample_results.html", shown)


def _row(at: int, result: Result, least: int, row: Parameter) -> ResultRow:
    found = result.estimate
    drawn = result.enough and found.share is not None
    low, share, high = ((_x(each) if drawn else None) for each in (found.low, found.share, found.high))
    y = TOP + ROW * at + ROW // 2
    return ResultRow(at + 1, row, result, result.agreement.pairs < least, y, low, share, high)


def _x(share: float | None) -> float:
    return round(LEFT + (WIDE - LEFT - RIGHT) * (share or 0), 1)
