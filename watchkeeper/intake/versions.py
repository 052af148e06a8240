"""Whether a row says anything new, held against the versions of the same ref already stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any


class News(Enum):
    """What a row adds to the versions already stored."""

    NEW = "new"
    UNCHANGED = "unchanged"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Version:
    """A stored version. `content` is every column but recorded_at, withdrawn last."""

    content: tuple[Any, ...]
    recorded_at: datetime
    known_from: datetime


def known_from(recorded_at: datetime | None, *, now: datetime, frozen_until: datetime | None) -> datetime:
    """The instant from which a row counts as known.

    The instant it was recorded; but a row that arrives after a brief was frozen cannot have
    been known to that brief, and a row that does not say is known from now.
    """
    if recorded_at is None or (frozen_until is not None and recorded_at <= frozen_until):
        return now
    return recorded_at


def news(
    content: tuple[Any, ...],
    recorded_at: datetime | None,
    stored: Sequence[Version],
    *,
    now: datetime,
    frozen_until: datetime | None,
) -> News:
    """Whether storing the row would change anything that anybody may ask. `stored` is oldest first.

    Unchanged: the same content recorded at the same instant, or the content of the version
    that stands at the row's own instant. Overtaken: recorded before a version already held,
    and arriving so late that it was corrected before it could be known.
    """
    instant = known_from(recorded_at, now=now, frozen_until=frozen_until)
    standing: Version | None = None
    overtaken = False
    for version in stored:
        if version.recorded_at == recorded_at and version.content == content:
            return News.UNCHANGED
        if version.known_from <= instant:
            overtaken = overtaken or (recorded_at is not None and version.recorded_at > recorded_at)
            if standing is None or version.known_from >= standing.known_from:
                standing = version
    if standing is not None and standing.content == content:
        return News.UNCHANGED
    return News.OVERTAKEN if overtaken else News.NEW
