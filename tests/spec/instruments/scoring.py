"""Answers written shortly, and what they come to: for the tables of this folder."""

from datetime import date

from watchkeeper.instruments.scoring import Scored, scored
from watchkeeper.instruments.shelf import load

PACKS = load()
ON = date(2026, 3, 20)


def came(pack: str, /, **answers: object) -> Scored:
    """What a pack comes to with these answers; True and False are yes and no."""
    said = {ref: _written(value) for ref, value in answers.items() if value != ""}
    return scored(PACKS[pack], said, on=ON)


def _written(value: object) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def whole(pack: str, /, **answers: object) -> tuple[str, str, str]:
    """Total to nine places, percent and band, of answers that leave nothing open."""
    found = came(pack, **answers)
    assert found.whole, [item.ref for item in found.unknown]
    assert found.least is not None
    percent = found.least.percent
    return f"{found.least.total:.9f}", "" if percent is None else str(percent), found.least.adjusted
