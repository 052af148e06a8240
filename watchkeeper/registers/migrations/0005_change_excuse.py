"""Why a change of a journey was told late, S.I. 2004/1220, reg.7(3)."""

from django.db import migrations, models

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("registers", "0004_append_only")]

    operations = [
        migrations.AddField("trip", "change_excuse", models.TextField(default="")),
        guard("registers_trip"),  # SQLite makes the table anew, without its guard
    ]
