"""A child of the synthetic force is screened for exploitation, met about, or believed to be a victim."""

from watchkeeper.instruments.shelf import load
from watchkeeper.missing.concerns import ConcernStep
from watchkeeper.synth.episodes import DAY, HOUR, Child, coordinator
from watchkeeper.synth.history import NO, YES, Row, evening, iso

TOOL = "seraf_2013"


def day_after_all(minute: int) -> int:
    """The day in London of an instant, or the one after: a screening on it has read all that came before."""
    return (minute + HOUR) // DAY


def screened(child: Child, on: int) -> Row:
    """A screening of the day `on`: the lowest band, or for a flagged child the one of moderate risk."""
    pack = load()[TOOL]
    band = pack.bands[2 if child.flagged else 0].name
    return {
        "ref": f"{child.ref}-Z1",
        "recorded_at": evening(on),
        "withdrawn": NO,
        "missing_ref": child.ref,
        "on": iso(on),
        "by": coordinator(child.unit),
        "pack": pack.ref,
        "by_tool": band,
        "band": band,
        "active": YES if child.flagged else NO,
        "potential": NO,
        "provisional": NO,
        "review_months": pack.review_months,
    }


def step(child: Child, kind: ConcernStep, on: int) -> Row:
    """Something done, or come to be believed, about the exploitation of a child on a day."""
    return {
        "ref": f"{child.ref}-Y{list(ConcernStep).index(kind) + 1}",
        "recorded_at": evening(on),
        "withdrawn": NO,
        "missing_ref": child.ref,
        "kind": kind,
        "on": iso(on),
        "by": coordinator(child.unit),
    }
