"""What a ruling on a visit decided: which record stands, another visit, corrected, withdrawn."""

from django.db import migrations, models

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("visits", "0004_append_only")]

    operations = [
        migrations.AddField("doorstepruling", "kind", models.TextField(default="which record stands")),
        guard("visits_doorstepruling"),  # SQLite makes the table anew, without its guard
    ]
