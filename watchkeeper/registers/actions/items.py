"""What was said of each item of a notice, and what is still to be given."""

from collections.abc import Sequence
from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.registers import models
from watchkeeper.registers.facts import NotificationItem
from watchkeeper.registers.rules.items import items, lacking
from watchkeeper.workforce.acts import Act


def items_missing(said: Sequence[NotificationItem], row: str, law: Shelf, on: date) -> tuple[str, ...]:
    return lacking({one.item: one.answer for one in said}, items(row, law, on=on))


def keep_items(said: Sequence[NotificationItem], of: str, person_ref: str, this: Act) -> None:
    for place, one in enumerate(said):
        row = models.NotificationItem(ref=f"{of}-{place:02}", person_ref=person_ref, notification_ref=of)
        row.item, row.answer, row.said = one.item, one.answer.value, one.said
        this.store(row)
