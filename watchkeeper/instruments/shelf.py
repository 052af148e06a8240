"""All packs: those that are shipped, and those a force loads and confirms. None is ever edited or removed."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from watchkeeper.instruments.facts import Norm, Pack, Standing
from watchkeeper.instruments.reading import PackError, norm, parsed, read
from watchkeeper.instruments.shape import NORM, Key, misshapen
from watchkeeper.instruments.structures import unfitting

PACKS = Path(__file__).resolve().parents[1] / "policy" / "packs"
CONFIRMED = "confirmed.toml"
"""In a force's folder: which packs it has held against what their author published, by whom, and when."""
CONFIRMATION: Mapping[str, Key] = {
    "hash": Key("words", needed=True),
    "by": Key("words", needed=True),
    "on": Key("day", needed=True),
    "says": Key("words", needed=True),
    "norms": Key("list", rows=NORM),
}


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A force's signed word that one pack, named by hash, agrees with what its author published."""

    by: str
    on: date
    says: str


@dataclass(frozen=True, slots=True)
class PackShelf:
    """Packs by the name of their file without ending, and what a force confirmed, by hash.

    `version` names all of them by hash. `own` are those a force loaded itself.
    """

    packs: Mapping[str, Pack]
    confirmations: Mapping[str, Confirmation]
    own: frozenset[str]
    version: str

    def __getitem__(self, stem: str) -> Pack:
        return self.packs[stem]

    def __iter__(self) -> Iterator[str]:
        return iter(self.packs)

    def get(self, stem: str) -> Pack | None:
        """The pack of a file's name; None where there is none."""
        return self.packs.get(stem)

    def of_ref(self, ref: str) -> Pack | None:
        """The pack a result names, "seraf 2013 1a2b3c4d5e6f"; None where it is not on the shelf."""
        return next((each for each in self.packs.values() if each.ref == ref), None)

    def named(self, said: str) -> Pack | None:
        """The pack of a file's name, of a name alone where it has one version, or of a whole ref."""
        found = [each for each in self.packs.values() if each.name == said]
        return self.packs.get(said) or self.of_ref(said) or (found[0] if len(found) == 1 else None)


@cache
def load(own: Path | None = None) -> PackShelf:
    """Every pack shipped, and those in the folder `own` of a force. Raises PackError with every fault.

    A pack is never edited: a new version is a new file, and results name the one they came from. A force's
    pack may not take the file name, or the name and version, of another.
    """
    faults: list[str] = []
    found: dict[str, Pack] = {}
    digest = hashlib.sha256()
    shipped = _files(PACKS)
    owned = {path: content for path, content in _files(own).items() if path.name != CONFIRMED}
    for path, content in (*shipped.items(), *owned.items()):
        digest.update(f"{path.name}\n".encode() + hashlib.sha256(content).digest())
    _read_all(shipped, found, faults)
    stems = set(found)
    twice = {path: content for path, content in owned.items() if path.stem in stems}
    faults.extend(
        f"{path.name}: a pack of that file name is shipped; name the file otherwise" for path in twice
    )
    _read_all({path: content for path, content in owned.items() if path not in twice}, found, faults)
    faults.extend(_disagreeing(found, stems))
    confirmations = _confirm(own, found, digest, faults)
    if faults:
        raise PackError(faults)
    return PackShelf(found, confirmations, frozenset(set(found) - stems), digest.hexdigest()[:12])


def _files(folder: Path | None) -> dict[Path, bytes]:
    if folder is None or not folder.is_dir():
        return {}
    return {path: path.read_bytes() for path in sorted(folder.glob("*.toml"))}


def _read_all(files: Mapping[Path, bytes], found: dict[str, Pack], faults: list[str]) -> None:
    """Read packs until no more can be: those that rest on others wait until the others are read."""
    waiting = dict(files)
    while waiting:
        others = {(each.name, each.version): each for each in found.values()}
        failed: dict[Path, list[str]] = {}
        for path, content in waiting.items():
            try:
                found[path.stem] = read(content, others)
            except PackError as error:
                failed[path] = error.faults
        if len(failed) == len(waiting):
            faults.extend(f"{path.name}: {fault}" for path, each in failed.items() for fault in each)
            return
        waiting = {path: waiting[path] for path in failed}


def _disagreeing(found: Mapping[str, Pack], shipped: set[str]) -> Iterator[str]:
    """Packs of one name and version, and a force's packs that do not fit the structure shipped for them."""
    seen: dict[tuple[str, str], str] = {}
    for stem, pack in found.items():
        if (other := seen.setdefault((pack.name, pack.version), stem)) != stem:
            yield f"{stem}.toml: {pack.name} {pack.version} is also in {other}.toml; give it its own version"
    shapes = {found[stem].name: found[stem] for stem in shipped if found[stem].standing is Standing.STRUCTURE}
    for stem, pack in found.items():
        if stem not in shipped and pack.name in shapes:
            yield from (f"{stem}.toml: {fault}" for fault in unfitting(pack, shapes[pack.name]))


def _confirm(
    own: Path | None, found: dict[str, Pack], digest: Any, faults: list[str]
) -> Mapping[str, Confirmation]:
    if own is None or not (own / CONFIRMED).is_file():
        return {}
    content = (own / CONFIRMED).read_bytes()
    digest.update(content)
    try:
        raw = parsed(content)
    except PackError as error:
        faults.extend(f"{CONFIRMED}: {fault}" for fault in error.faults)
        return {}
    confirmations = {}
    for stem, row in raw.items():
        wrong = list(_unconfirmable(stem, row, found))
        faults.extend(f"{CONFIRMED}: {fault}" for fault in wrong)
        if not wrong:
            norms: tuple[Norm, ...] = tuple(norm(each, confirmed=True) for each in row.get("norms", ()))
            pack = found[stem]
            found[stem] = replace(pack, standing=Standing.CONFIRMED, because="", norms=(*pack.norms, *norms))
            confirmations[pack.hash] = Confirmation(row["by"], row["on"], row["says"])
    return confirmations


def _unconfirmable(stem: str, row: Any, found: Mapping[str, Pack]) -> Iterator[str]:
    if not isinstance(row, dict):
        yield f"{stem} is not a table; write [{stem}] and its keys below"
        return
    pack = found.get(stem)
    if pack is None:
        yield f"{stem} is no pack on the shelf; it may be {', '.join(sorted(found))}"
        return
    yield from misshapen(row, CONFIRMATION, f"{stem} ")
    if pack.standing is Standing.STRUCTURE:
        yield f"{stem} is a structure, which is never scored; load the licensed pack and confirm that"
    if isinstance(row.get("hash"), str) and row["hash"] != pack.hash:
        yield f"{stem} has the hash {pack.hash}; {row['hash']} was confirmed: hold this one against it"
