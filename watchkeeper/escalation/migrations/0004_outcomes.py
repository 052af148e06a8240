"""What came of a decision may come from a file, where a missing fact is kept as missing."""

from django.db import migrations, models

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("escalation", "0003_followed")]

    operations = [
        migrations.AlterField("outcome", "made", models.BooleanField(null=True)),
        guard("escalation_outcome"),  # SQLite makes the table anew, without its guard
    ]
