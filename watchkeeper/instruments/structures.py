"""Restricted instruments as structure: their shape is shipped, a force loads their content."""

from collections import Counter
from collections.abc import Iterator

from watchkeeper.instruments.facts import Kind, Pack


def unfitting(pack: Pack, shape: Pack) -> Iterator[str]:
    """How a force's licensed pack differs from the shape known of its instrument, each with what would fit.

    As many items in each section, the same bands in the same order where the shape has any, and a
    judgement where the shape is one. Wording, guidance and weights are the licensed pack's own.
    """
    if shape.kind is Kind.JUDGEMENT and pack.kind is not Kind.JUDGEMENT:
        yield f"{pack.name} is a judgement; {pack.kind} would add up what its author does not"
    asked = Counter(item.section for item in pack.items)
    for section, count in Counter(item.section for item in shape.items).items():
        if asked[section] != count:
            yield f"section {section or 'of no name'} has {asked[section]} items; {pack.name} has {count}"
    known = [band.name for band in shape.bands]
    bands = [band.name for band in pack.bands]
    if known and bands != known:
        yield f"bands are {', '.join(bands) or 'none'}; {pack.name} has {', '.join(known)}"
    if not pack.restricted:
        yield "a licensed pack says restricted = true"
