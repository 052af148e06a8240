"""What WATCHKEEPER_TRAVEL asks for: read without opening anything, and refused with how to mend it.

great-circle                        centred where policy says
great-circle:POSTCODE               centred on the middle of the force's area
valhalla:FOLDER                     Valhalla in this process, on tiles the force supplies
osrm:http://host:port               an OSRM server of the force's own
... else great-circle[:POSTCODE]    what to do when that cannot answer; without it, nothing is given
"""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

NAME = "WATCHKEEPER_TRAVEL"
_ELSE = " else "
_EXAMPLES = "great-circle, great-circle:M1 1AE, valhalla:/srv/tiles, osrm:http://roads.force.example:5000"


class SettingError(ValueError):
    """A setting that is not understood: what it says, and what it may say."""


class Engine(StrEnum):
    """What works the minutes out."""

    GREAT_CIRCLE = "great-circle"
    VALHALLA = "valhalla"
    OSRM = "osrm"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The engine asked for, where it is found, and which stands in for it.

    `where` is a postcode or nothing for the great circle, a folder for Valhalla, an address for OSRM.
    """

    engine: Engine
    where: str = ""
    otherwise: "Wanted | None" = None


def read(text: str) -> Wanted:
    """The setting as asked for; the great circle when it is empty. Raises SettingError.

    >>> read("osrm:http://roads:5000 else great-circle").otherwise.engine.value
    'great-circle'
    """
    asked, parted, instead = text.partition(_ELSE)
    wanted = _one(asked.strip() or Engine.GREAT_CIRCLE)
    if not parted:
        return wanted
    otherwise = _one(instead.strip())
    if otherwise.engine is not Engine.GREAT_CIRCLE or wanted.engine is Engine.GREAT_CIRCLE:
        raise SettingError(
            f"{NAME} may end in `else great-circle`, after another engine, and in no other stand-in. "
            "Write for example osrm:http://roads.force.example:5000 else great-circle"
        )
    return Wanted(wanted.engine, wanted.where, otherwise)


def _one(part: str) -> Wanted:
    name, _, where = (each.strip() for each in part.partition(":"))
    if name not in Engine:
        raise SettingError(f"{NAME} begins with {name!r}, which is no engine. Write one of: {_EXAMPLES}")
    engine = Engine(name)
    if engine is Engine.VALHALLA and not where:
        raise SettingError(
            f"{NAME} asks for Valhalla without the folder of its tiles. Write valhalla:/srv/tiles"
        )
    if engine is Engine.OSRM:
        where = _address(where)
    return Wanted(engine, where)


def _address(where: str) -> str:
    """The server's address without a trailing slash. A refusal does not repeat it: it may hold a password."""
    try:
        parts = urlsplit(where)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.query or parts.fragment or parts.username is not None:
        raise SettingError(
            f"{NAME} names OSRM at an address that is not understood. Write osrm:http://host:port, "
            "with no password and nothing after the port but a path"
        )
    return where.rstrip("/")
