"""WATCHKEEPER_TRAVEL: what it may say, and what is said of it otherwise."""

from datetime import date

import pytest

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.places.choosing import travel_times
from watchkeeper.places.great_circle import GreatCircle
from watchkeeper.places.osrm import Osrm
from watchkeeper.places.setting import Engine, SettingError, Wanted, read

ON = date(2026, 3, 20)


@table("""
    case                          | text                                         | engine       | where              | instead
    ------------------------------|----------------------------------------------|--------------|--------------------|--------
    nothing                       |                                              | great-circle |                    |
    the great circle              | great-circle                                 | great-circle |                    |
    its own centre                | great-circle:M1 1AE                          | great-circle | M1 1AE             |
    tiles                         | valhalla:/srv/tiles                          | valhalla     | /srv/tiles         |
    tiles with a space            | valhalla:/srv/our tiles                      | valhalla     | /srv/our tiles     |
    a drive has a colon too       | valhalla:D:/tiles                            | valhalla     | D:/tiles           |
    a server                      | osrm:http://roads:5000                       | osrm         | http://roads:5000  |
    with a slash too many         | osrm:https://roads/osrm/                     | osrm         | https://roads/osrm |
    on an address of version 6    | osrm:http://[::1]:5000                       | osrm         | http://[::1]:5000  |
    with what stands in           | osrm:http://roads:5000 else great-circle     | osrm         | http://roads:5000  | great-circle
    with a centre for that        | valhalla:/srv/tiles else great-circle:M1 1AE | valhalla     | /srv/tiles         | great-circle M1 1AE
    """)
def test_what_may_be_asked_for(text: str, engine: str, where: str, instead: str) -> None:
    name, _, centre = instead.partition(" ")
    otherwise = Wanted(Engine(name), centre) if name else None
    assert read(text) == Wanted(Engine(engine), where, otherwise)


@table("""
    case                            | text                                      | says
    --------------------------------|-------------------------------------------|-----
    no engine                       | car                                       | begins with 'car', which is no engine. Write one of: great-circle,
    no folder                       | valhalla                                  | without the folder of its tiles. Write valhalla:
    no address                      | osrm                                      | address that is not understood. Write osrm:http://host:port
    no scheme                       | osrm:roads:5000                           | address that is not understood
    another scheme                  | osrm:ftp://roads:5000                     | address that is not understood
    no host                         | osrm:http://:5000                         | address that is not understood
    a port out of range             | osrm:http://roads:70000                   | address that is not understood
    a port of words                 | osrm:http://roads:port                    | address that is not understood
    a password                      | osrm:http://us:secret@roads:5000          | with no password
    a question                      | osrm:http://roads:5000?x=1                | nothing after the port but a path
    nothing stands in for it        | great-circle else great-circle            | after another engine
    only the great circle stands in | osrm:http://roads:5000 else valhalla:/t   | no other stand-in
    """)
def test_what_may_not(text: str, says: str) -> None:
    with pytest.raises(SettingError) as error:
        read(text)
    assert str(error.value).startswith("WATCHKEEPER_TRAVEL")
    assert says in str(error.value)
    assert "secret" not in str(error.value)


def test_a_centre_that_is_no_postcode() -> None:
    with pytest.raises(SettingError, match="centres the great circle on 'Leeds', which is no postcode"):
        travel_times("great-circle:Leeds", shelf.load(), on=ON)


def test_the_engine_asked_for_is_opened_and_no_other() -> None:
    law = shelf.load()
    assert isinstance(travel_times("", law, on=ON), GreatCircle)
    assert isinstance(travel_times("osrm:http://127.0.0.1:9", law, on=ON), Osrm)


def test_all_of_them_rest_on_numbers_nobody_has_confirmed() -> None:
    law = shelf.load()
    assert not travel_times("", law, on=ON).confirmed
    assert not travel_times("osrm:http://127.0.0.1:9", law, on=ON).confirmed


def test_tiles_that_are_not_there_and_what_stands_in_for_them(tmp_path: object) -> None:
    times = travel_times(f"valhalla:{tmp_path} else great-circle", shelf.load(), on=ON)
    assert times.says.startswith("by great circle")
    assert "because there are no Valhalla tiles in" in times.says
