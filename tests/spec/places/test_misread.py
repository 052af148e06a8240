"""A postcode that does not exist is doubted, with the nearest that does, and never refused."""

from tests.table import table
from watchkeeper.places import directory, misread
from watchkeeper.places.misread import doubt


@table("""
    case                              | typed    | nearest
    ----------------------------------|----------|---------
    it exists                         | SW1A 0AA | -
    in any case and spacing           | sw1a0aa  | -
    blank                             |          | -
    a letter for a figure             | SW1A OAA | SW1A 0AA
    a figure for a letter             | 5W1A 0AA | SW1A 0AA
    two of them                       | 5W1A OAA | SW1A 0AA
    neighbours changed places         | WS1A 0AA | SW1A 0AA
    """)
def test_a_slip_is_read_as_what_was_meant(typed, nearest):
    found = doubt(typed)
    if nearest == "-":
        assert found is None
    else:
        assert found is not None
        assert nearest in found.nearest


def test_what_is_near_nothing_is_doubted_and_nothing_is_offered():
    assert doubt("ZZ1 1ZZ").nearest == ()
    assert doubt("a field behind the mill").says == "a field behind the mill is not a whole postcode"
    assert doubt("ZZ1 1ZZ").says == "ZZ1 1ZZ is not in the directory of postcodes"


def test_no_directory_doubts_nobody(monkeypatch):
    def gone(_codes):
        raise directory.DirectoryError("gone")

    monkeypatch.setattr(misread.postcodes, "points_of", gone)
    assert doubt("SW1A 0AA") is None
    assert doubt("ZZ1 1ZZ") is None
