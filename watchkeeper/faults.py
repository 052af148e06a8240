"""What a log may say of an error: its class and the places in the code it came through, never its words.

An error's words are built from records as often as not. Names of classes, files and functions are ours.
"""

import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = "site-packages/"


def named(error: BaseException) -> str:
    """The class of an error, and of what it was raised from.

    >>> named(ValueError("Ann Example"))
    'ValueError'
    """
    names = []
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        names.append(type(one).__qualname__)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return " from ".join(names)


def places(error: BaseException) -> list[str]:
    """The lines of code an error came through, outermost first: "watchkeeper/web/health.py:50 in ready"."""
    return [
        f"{_short(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]


def _short(file: str) -> str:
    """Where a file lies in the house or in its library; nothing of the machine it lies on."""
    _, found, rest = file.rpartition(LIBRARIES)
    if found:
        return rest
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
