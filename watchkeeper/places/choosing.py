"""The engine that WATCHKEEPER_TRAVEL asks for, opened. Engines that are not asked for are not imported."""

from datetime import date
from pathlib import Path

from watchkeeper.law.shelf import Shelf
from watchkeeper.places.great_circle import GreatCircle
from watchkeeper.places.postcodes import point_of
from watchkeeper.places.setting import NAME, Engine, SettingError, Wanted, read
from watchkeeper.places.travel import TravelError, TravelTimes


def travel_times(setting: str, law: Shelf, *, on: date) -> TravelTimes:
    """Travel times as `setting` asks for them, and as policy stands on the day `on`.

    Raises SettingError for a setting that is not understood, TravelError for an engine that is
    and cannot be opened, unless the setting says what stands in for it.
    """
    return _opened(read(setting), law, on)


def _opened(wanted: Wanted, law: Shelf, on: date) -> TravelTimes:
    if wanted.otherwise is not None:
        from watchkeeper.places.otherwise import Otherwise

        second = _opened(wanted.otherwise, law, on)
        try:
            return Otherwise(_opened(Wanted(wanted.engine, wanted.where), law, on), second)
        except TravelError as error:
            stands_in = Otherwise(second, second)
            stands_in.stand_in(error)
            return stands_in
    match wanted.engine:
        case Engine.VALHALLA:
            from watchkeeper.places.valhalla import Valhalla

            return Valhalla(Path(wanted.where), law, on=on)
        case Engine.OSRM:
            from watchkeeper.places.osrm import Osrm

            return Osrm(wanted.where, law, on=on)
        case Engine.GREAT_CIRCLE if not wanted.where:
            return GreatCircle(law, on=on)
        case Engine.GREAT_CIRCLE:
            if (centre := point_of(wanted.where)) is None:
                raise SettingError(
                    f"{NAME} centres the great circle on {wanted.where!r}, which is no postcode with a "
                    "place. Name a postcode in the middle of the force's area."
                )
            return GreatCircle(law, on=on, centre=centre)
