"""Print docs/access.md: every address of the pages, and who may come in by it."""

import os
import sys
from collections.abc import Iterator

from tools.pages import cell, keep

HEAD = """# Who may see what

Printed from the pages and the table of powers by `make docs`. Every address is tried as every role and as
nobody, by `tests/unit/web/test_doors.py`: this table is exactly what happens there.

A role opens a page from the rank shown upwards, where one is shown. Courses, and that nobody acts on their
own work, are asked besides: [the table of powers](spec/workforce.md). *Need to know*: the officer must manage
the person, be of the person's unit, or work for the whole force; a restricted record opens to those it names;
a conflict of interest shuts it; break-glass opens it to read, for a few hours: [access](spec/access.md).
*Of the crime*: the officer must hold or supervise it, be of its unit, or work for the whole force; a crime
one of the force's own is a party to is shut to them and their unit, and open to professional standards.
*Of the episode*: the officer must be of its unit, a missing-persons coordinator, or work for the whole force;
on a page about a child, that must hold of one of their episodes. A pair of records asks it of whoever
of the two is on the register. *Of the referral*: the officer must be of its unit, or of the whole force.
"""


SHOWS_NOTHING = ("break-glass", "declare-conflict")


def page() -> str:
    """The whole page: our own addresses, the library's, and those open to nobody in particular."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.site")
    import django

    django.setup()
    from watchkeeper.web.doors import OPEN, SIGNED_IN, doorways

    every = doorways()
    ours = [each for each in every if each.powers is not None]
    text = HEAD + f"\n## Pages: {len(ours)}\n\n" + "".join(_ours(ours))
    for heading, told in (
        ("Open to everybody signed in, about their own account", SIGNED_IN),
        ("Open to anybody: no record is shown", OPEN),
    ):
        rows = {each.pattern: told[each.name] for each in every if each.powers is None and each.name in told}
        text += f"\n## {heading}: {len(rows)}\n\n| address | what for |\n|---|---|\n"
        text += "".join(f"| `/{cell(pattern)}` | {what} |\n" for pattern, what in rows.items())
    return text


def _ours(doors: list) -> Iterator[str]:  # type: ignore[type-arg]
    from datetime import date

    from watchkeeper.law import shelf
    from watchkeeper.workforce.facts import Rank, Role
    from watchkeeper.workforce.rules.authority import POWERS, least_rank

    law, on = shelf.load(), date(2026, 11, 22)
    roles = [role for role in Role if role is not Role.SYSTEM]
    yield f"| address | {' | '.join(roles)} | need to know |\n|{'---|' * (len(roles) + 2)}\n"
    for door in doors:
        cells = []
        for role in roles:
            opening = [least_rank(power, law, on=on) for power in door.powers if role in POWERS[power].roles]
            least = min(opening, key=list(Rank).index, default=None)
            if not door.powers or least is Rank.CONSTABLE:
                cells.append("yes")
            else:
                cells.append(f"from {least}" if least else "no")
        need = "yes" if door.about_a_person or "<str:person>" in door.pattern else ""
        if door.about_a_crime or "<crime:crime>" in door.pattern:
            need = "of the crime"
        if door.about_an_episode or "<episode:episode>" in door.pattern:
            need = "of the episode"
        if "<suspect:suspect>" in door.pattern:
            need = "of the referral"
        if door.name in SHOWS_NOTHING:
            need = "no: it shows nothing of the record"
        yield f"| `/{cell(door.pattern)}` | {' | '.join(cells)} | {need} |\n"


if __name__ == "__main__":
    sys.exit(keep({"docs/access.md": page()}, sys.argv[1:]))
