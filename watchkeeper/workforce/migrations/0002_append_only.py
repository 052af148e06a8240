"""The database refuses to change or remove what this slice has stored."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("workforce", "0001_initial")]

    operations = [
        guard(
            "workforce_unit",
            "workforce_officer",
            "workforce_training",
            "workforce_shift",
            "workforce_managed",
        )
    ]
