"""The database refuses to change or remove what this slice has stored."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial")]

    operations = [
        guard(
            "registers_disposal",
            "registers_order",
            "registers_condition",
            "registers_notification",
            "registers_change",
            "registers_stay",
            "registers_trip",
            "registers_reviewapplication",
        )
    ]
