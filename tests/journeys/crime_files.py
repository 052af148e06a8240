"""A unit of invented investigators and a few crimes, as files a force would load."""

import csv
from pathlib import Path
from typing import Any

UNIT = "NW9"
IMAGES, THEFT, OWN = "CR-IMAGES", "CR-THEFT", "CR-OWN"
"""Nobody holds the first; the second is held by the investigator; one of the unit's own is suspected in the third."""
FREE = ("CR-FREE-1", "CR-FREE-2", "CR-FREE-3")
"""Nobody holds them; whoever passed PIP 1 may."""
FIT, RECRUIT, THIRD, ALLOCATOR, SERGEANT = "NW9-D1", "NW9-D2", "NW9-D3", "NW9-A1", "NW9-S1"
INSPECTOR, STANDARDS, VETTER = "NW9-I1", "NW9-PS1", "NW9-V1"
LOGINS = {
    "nw9-investigator": FIT,
    "nw9-allocator": ALLOCATOR,
    "nw9-sergeant": SERGEANT,
    "nw9-inspector": INSPECTOR,
    "nw9-standards": STANDARDS,
    "nw9-vetting": VETTER,
}
ACCOUNTS = """
import django; django.setup()
from watchkeeper import today
from watchkeeper.accounts.models import Account
for login, officer in {logins!r}.items():
    account = Account(login=login, officer_ref=officer, made_at=today.now(), demo=True)
    account.set_password({password!r}); account.save()
"""
_SERVING = (
    (FIT, "constable", "investigator", UNIT),
    (RECRUIT, "constable", "investigator", UNIT),
    (THIRD, "constable", "investigator", UNIT),
    (ALLOCATOR, "sergeant", "crime allocator", UNIT),
    (SERGEANT, "sergeant", "supervisor", UNIT),
    (INSPECTOR, "chief inspector", "duty inspector", UNIT),
    (STANDARDS, "inspector", "professional standards officer", "HQ"),
    (VETTER, "inspector", "vetting officer", "HQ"),
)
_COURSES = {
    FIT: ("PIP 1", "PIP 2", "indecent images tools"),
    THIRD: ("PIP 1",),
    SERGEANT: ("PIP 1", "PIP 2", "indecent images tools"),
}


def write(folder: Path) -> None:
    """Write the files, as of the night the tests stand in."""
    folder.mkdir()
    long_ago = "2015-01-05"
    extra(folder, "units", [{"ref": UNIT, "name": "North West Nine"}])
    extra(
        folder,
        "officers",
        [
            {"ref": ref, "rank": rank, "role": role, "unit": unit, "hours_share": 1, "since": long_ago}
            for ref, rank, role, unit in _SERVING
        ],
    )
    extra(
        folder,
        "training",
        [
            {"ref": f"{ref}-{n}", "officer_ref": ref, "course": course, "awarded_on": "2024-05-01"}
            for ref, courses in _COURSES.items()
            for n, course in enumerate(courses)
        ],
    )
    extra(
        folder,
        "clearances",
        [
            {
                "ref": f"{ref}-C",
                "officer_ref": ref,
                "clearance": "MV",
                "granted_on": "2023-02-01",
                "expires_on": "2030-02-01",
            }
            for ref, *_ in _SERVING
        ],
    )
    extra(
        folder,
        "screenings",
        [
            {
                "ref": f"{FIT}-SC",
                "officer_ref": FIT,
                "on": "2025-10-01",
                "cleared": "yes",
                "expires_on": "2026-10-01",
            }
        ],
    )
    extra(
        folder,
        "crimes",
        [
            {"ref": IMAGES, "reported_at": "2026-03-16T09:00:00Z", "offence": "86", "unit": UNIT},
            {
                "ref": THEFT,
                "reported_at": "2026-03-09T09:00:00Z",
                "offence": "44",
                "unit": UNIT,
                "domestic": "no",
                "high_risk": "no",
            },
            {"ref": OWN, "reported_at": "2026-03-17T09:00:00Z", "offence": "44", "unit": UNIT},
            *(
                {"ref": ref, "reported_at": "2026-03-18T09:00:00Z", "offence": "44", "unit": UNIT}
                for ref in FREE
            ),
        ],
    )
    extra(
        folder,
        "crime_parties",
        [{"ref": "CR-OWN-P1", "crime_ref": OWN, "part": "suspect", "officer": RECRUIT}],
    )
    extra(
        folder,
        "crime_holdings",
        [
            {
                "ref": "CR-THEFT-H1",
                "crime_ref": THEFT,
                "officer_ref": FIT,
                "since": "2026-03-10",
                "supervisor": SERGEANT,
            }
        ],
    )


def extra(folder: Path, table: str, rows: list[dict[str, Any]]) -> None:
    """Write one file of a table."""
    with (folder / f"{table}.csv").open("w", newline="") as file:
        out = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
        out.writeheader()
        out.writerows(rows)
