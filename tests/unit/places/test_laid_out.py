"""What is laid out in the home of the directory is what the directory says, or it is not used."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from watchkeeper.places import directory
from watchkeeper.places.directory import DirectoryError, Letter, folder, letter
from watchkeeper.places.laid_out import FOLDER, keep, taken

ROW = np.dtype([("units", "S7"), ("easting", "<i4"), ("northing", "<i4")])


def read(files: Path, first: str) -> Letter:
    """A letter, by whoever has read none before."""
    return letter.__wrapped__(files, first)


def laid(home: Path) -> list[Path]:
    return sorted((home / FOLDER).iterdir())


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A force's own files of two letters."""
    made = tmp_path / "files"
    made.mkdir()
    for name in ("postcodes_H.msgpack.br", "postcodes_Z.msgpack.br"):
        (made / name).write_bytes((folder() / name).read_bytes())
    return made


def test_a_letter_read_from_what_is_laid_out_is_the_letter(home: Path, monkeypatch: pytest.MonkeyPatch):
    first = read(folder(), "Z")
    assert len(first.units) > 100
    monkeypatch.setattr(directory, "_read", lambda _path: pytest.fail("read twice"))
    again = read(folder(), "Z")
    for one, other in zip(first, again, strict=True):
        assert one.dtype == other.dtype
        assert (one == other).all()
    assert again.units.flags.c_contiguous


def test_a_newer_file_is_read_and_takes_the_place_of_the_older(home: Path, files: Path):
    read(files, "Z")
    (old,) = laid(home)
    source = files / "postcodes_Z.msgpack.br"
    source.write_bytes((files / "postcodes_H.msgpack.br").read_bytes())
    assert read(files, "Z").units[0].startswith(b"H")
    (new,) = laid(home)
    assert new != old
    os.utime(source, ns=(1, 1))
    read(files, "H")
    read(files, "Z")
    assert len(laid(home)) == 2


def emptied(place: Path) -> None:
    np.save(place.open("wb"), np.zeros(0, dtype=ROW))


def cut_short(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:-7])


def moved_by_a_metre(place: Path) -> None:
    said = bytearray(place.read_bytes())
    said[-1] ^= 1
    place.write_bytes(said)


@pytest.mark.parametrize(
    "spoil",
    [
        *(emptied, cut_short, moved_by_a_metre),
        *(lambda place: place.write_bytes(b""), lambda place: place.write_bytes(b"half of a")),
    ],
)
def test_what_was_spoilt_is_read_from_the_directory_and_laid_out_again(
    spoil: Callable[[Path], object], home: Path, files: Path
):
    whole = read(files, "Z")
    (place,) = laid(home)
    spoil(place)
    again = read(files, "Z")
    assert all((one == other).all() for one, other in zip(again, whole, strict=True))
    assert taken(files / "postcodes_Z.msgpack.br", ROW) is not None


def test_without_a_home_nothing_is_laid_out(tmp_path: Path, files: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WATCHKEEPER_HOME", str(tmp_path / "nowhere"))
    assert len(read(files, "Z").units) > 100
    assert not (tmp_path / "nowhere").exists()


def test_a_home_that_cannot_be_written_to_is_no_fault(home: Path, files: Path):
    (home / FOLDER).write_text("a file where the folder would be")
    assert len(read(files, "Z").units) > 100


def test_a_file_that_cannot_be_read_is_said_and_nothing_is_laid_out(home: Path, files: Path):
    (files / "postcodes_Z.msgpack.br").write_bytes(b"not brotli")
    with pytest.raises(DirectoryError, match="postcodes_Z"):
        read(files, "Z")
    assert not (home / FOLDER).exists()


def test_a_source_that_is_gone_is_neither_taken_nor_kept(home: Path):
    keep(home / "postcodes_Q.msgpack.br", np.zeros(2, dtype=ROW))
    assert taken(home / "postcodes_Q.msgpack.br", ROW) is None
    assert not (home / FOLDER).exists()
