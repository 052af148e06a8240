"""A sample as JSON: the same bytes for the same draw."""

import json

from watchkeeper.inspection.sampled import SUBJECTS, Sample


def as_json(sample: Sample) -> bytes:
    """Everything needed to draw it again, the strata, and the cases in the order drawn. References alone."""
    written = {
        "theme": sample.theme.value,
        "on": sample.on.isoformat(),
        "unit": sample.unit,
        "seed": sample.seed,
        "size": sample.size,
        "of": sample.drawing.of,
        "frame_sha256": sample.drawing.digest,
        "measure": SUBJECTS[sample.theme].measure,
        "questions": list(SUBJECTS[sample.theme].questions),
        "strata": [
            {
                "unit": each.stratum.unit,
                "kind": each.stratum.kind,
                "of": each.of,
                "drawn": each.drawn,
            }
            for each in sample.drawing.strata
        ],
        "cases": [
            {
                "ref": each.ref,
                "unit": each.stratum.unit,
                "kind": each.stratum.kind,
                "second": each.second,
            }
            for each in sample.drawing.cases
        ],
    }
    return (json.dumps(written, indent=2, ensure_ascii=False) + "\n").encode()
