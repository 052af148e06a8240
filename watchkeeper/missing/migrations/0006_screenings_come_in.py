"""Screenings for exploitation may come from a file, where a missing fact is kept as missing."""

from django.db import migrations, models

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("missing", "0005_flag_reviewed_on")]

    operations = [
        migrations.AlterField("screened", "active", models.BooleanField(null=True)),
        migrations.AlterField("screened", "potential", models.BooleanField(null=True)),
        migrations.AlterField("screened", "provisional", models.BooleanField(null=True)),
        guard("missing_screened"),  # SQLite makes the table anew, without its guard
    ]
