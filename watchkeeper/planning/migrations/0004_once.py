"""One key a night, and each revision of its plan once.

SQLite builds the tables anew: their guards are laid again.
"""

from django.db import migrations, models

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("planning", "0003_study")]

    operations = [
        migrations.AddConstraint(
            model_name="nightplan",
            constraint=models.UniqueConstraint(
                fields=["ref", "revision"], name="planning_nightplan_revision_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="nightkey",
            constraint=models.UniqueConstraint(fields=["unit", "night"], name="planning_nightkey_once"),
        ),
        guard("planning_nightplan", "planning_nightkey"),
    ]
