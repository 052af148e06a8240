"""A few invented children who share a phone and an adult, and a record of somebody under a new name, as files."""

from pathlib import Path

from tests.journeys.crime_files import extra

CHILD, FRIEND, THIRD, FAR = "LC-1", "LC-2", "LC-3", "LC-4"
PHONE = "07700 900461"
RENAMED, TWIN, OTHER_TWIN = "custody C-71", "custody C-72", "custody C-73"
_EPISODES = (  # child, day and hour reported, hours missing, postcode found
    (CHILD, "2025-12-01T19", 5, "QZ9 1AA"),
    (CHILD, "2026-01-24T20", 6, "QZ9 1AA"),
    (CHILD, "2026-02-25T21", 9, "QZ9 2AA"),
    (CHILD, "2026-03-11T22", 12, ""),
    (CHILD, "2026-03-17T23", 20, ""),
    (FRIEND, "2026-03-11T21", 14, "QZ9 1AA"),
    (THIRD, "2026-03-05T18", 4, "QZ9 3AA"),
    (FAR, "2026-03-02T18", 4, "QZ9 4AA"),
)


def write(folder: Path, *, unit: str, person: str, postcode: str) -> None:
    """Write the files; `person` is somebody on the register, who lives at `postcode`."""
    folder.mkdir()
    episodes, finds, seen = [], [], []
    for number, (child, told, hours, at) in enumerate(_EPISODES, start=1):
        ref = f"LE-{number}"
        day, hour = told.split("T")
        episodes.append(
            {
                "ref": ref,
                "missing_ref": child,
                "reported_at": f"{told}:00:00Z",
                "unit": unit,
                "postcode": "QZ1 1AB",
            }
        )
        found = int(hour) + hours
        until = f"{day[:8]}{int(day[8:]) + found // 24:02d}T{found % 24:02d}:00:00Z"
        finds.append(
            {
                "ref": f"{ref}-F",
                "episode_ref": ref,
                "at": until,
                "postcode": at or postcode,
                "how": "found by police",
                "with_whom": "an older man",
            }
        )
        seen.append({"ref": f"{ref}-S", "episode_ref": ref, "kind": "phone", "value": PHONE, "at": until})
    seen[-1]["value"] = "07700 900999"
    seen.append({**seen[6], "ref": "LE-A", "kind": "adult", "value": "a man called Uncle"})
    seen.append({**seen[7], "ref": "LE-B", "kind": "adult", "value": "a man called Uncle"})
    seen.append({**seen[3], "ref": "LE-C", "kind": "adult", "value": "a man of fifty", "person": person})
    extra(
        folder,
        "missing_people",
        [
            {
                "ref": ref,
                "given_names": "Sam",
                "family_name": f"Example{ref[-1]}",
                "born_on": "2011-05-01",
                "care": "foster care",
            }
            for ref in (CHILD, FRIEND, THIRD, FAR)
        ],
    )
    extra(folder, "missing_episodes", episodes)
    extra(folder, "missing_finds", finds)
    extra(
        folder,
        "missing_grades",
        [
            {
                "ref": f"{each['ref']}-G",
                "episode_ref": each["ref"],
                "grade": grade,
                "at": each["reported_at"],
                "by": f"{unit}-MC1",
            }
            for each, grade in zip(episodes, ("medium", "high", "high", "high", "high"), strict=False)
        ],
    )
    extra(folder, "missing_sightings", seen)
    extra(
        folder,
        "return_interviews",
        [
            {"ref": "LE-1-R", "episode_ref": "LE-1", "step": "held", "at": "2025-12-03T12:00:00Z"},
            {"ref": "LE-2-R", "episode_ref": "LE-2", "step": "refused", "at": "2026-01-27T12:00:00Z"},
        ],
    )
    extra(
        folder,
        "exploitation_flags",
        [{"ref": "LX-1", "missing_ref": CHILD, "kind": "child sexual exploitation", "on": "2026-02-26"}],
    )


def write_mentions(folder: Path, *, born_on: str, line: str, postcode: str) -> None:
    """Write records of a custody list: somebody of that birth and home under another name, and twins."""
    folder.mkdir()
    twin = {
        "source": "custody",
        "family_name": "Quill",
        "born_on": "1988-04-03",
        "line": "9 Far Road",
        "postcode": "QZ7 1AB",
    }
    extra(
        folder,
        "mentions",
        [
            {
                "ref": RENAMED,
                "source": "custody",
                "given_names": "Leopold",
                "family_name": "Newname",
                "born_on": born_on,
                "line": line,
                "postcode": postcode,
            },
            {"ref": TWIN, "given_names": "Ada", **twin},
            {"ref": OTHER_TWIN, "given_names": "Zoe", **twin},
        ],
    )
